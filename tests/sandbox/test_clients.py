"""Independent client libraries work against the sandbox over HTTP: python-telegram-bot, grammY, and aiogram itself."""

import asyncio
import json
import shutil
from pathlib import Path

import aiogram
import pytest
import telegram as ptb
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp.test_utils import TestServer
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

from tests.required import require
from tests.sandbox.world import TOKEN, World

GRAMMY = Path(__file__).parent / "grammy"
UNCLOSED = 'Can\'t find end tag corresponding to start tag "b"'


def url_of(server: TestServer) -> str:
    return str(server.make_url("/")).rstrip("/")


async def until(condition, seconds: float = 15.0):
    """Wait for something another task does."""
    async with asyncio.timeout(seconds):
        while not (found := condition()):
            await asyncio.sleep(0.01)
    return found


async def test_python_telegram_bot(live: World, server: TestServer):
    seen = {}

    async def start(update, context):
        seen["payload"] = context.args
        keyboard = ptb.InlineKeyboardMarkup([[ptb.InlineKeyboardButton("Да", callback_data="yes")]])
        card = await update.message.reply_text("<b>Выберите</b> 😀", parse_mode="HTML", reply_markup=keyboard)
        seen["entities"] = card.parse_entities()
        album = await update.message.reply_media_group(
            [ptb.InputMediaDocument(b"1", filename="один.txt"), ptb.InputMediaDocument(b"2", filename="два.txt")]
        )
        seen["groups"] = {message.media_group_id for message in album}
        sent = await update.message.reply_document(b"content", filename="лист.txt", caption="лист")
        seen["downloaded"] = bytes(await (await sent.document.get_file()).download_as_bytearray())
        try:
            await update.message.reply_text("<b>без конца", parse_mode="HTML")
        except ptb.error.BadRequest as error:
            seen["error"] = error.message

    async def pressed(update, context):
        await update.callback_query.edit_message_text("Принято")
        await update.callback_query.answer("Спасибо", show_alert=True)

    root = url_of(server)
    app = Application.builder().token(TOKEN).base_url(f"{root}/bot").base_file_url(f"{root}/file/bot").build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(pressed))
    async with app:
        await app.updater.start_polling(timeout=5)
        await app.start()
        await live.olga.start(live.bot, "invite_42")
        await until(lambda: "error" in seen)
        card = live.olga.chat(live.bot).from_bots[0]
        answer = await (await live.olga.press(card, "Да")).answered()
        await app.updater.stop()
        await app.stop()
    assert seen["payload"] == ["invite_42"]
    assert list(seen["entities"].values()) == ["Выберите"]
    assert len(seen["groups"]) == 1
    assert None not in seen["groups"]
    assert seen["downloaded"] == b"content"
    assert UNCLOSED.lower() in seen["error"].lower()
    assert (answer.text, answer.alert) == ("Спасибо", True)
    assert card.text == "Принято"
    assert card.edits == 1
    assert live.olga.chat(live.bot).messages[-1].document.file_name == "лист.txt"
    assert not live.telegram.violations


@pytest.fixture(scope="session")
def grammy(tmp_path_factory) -> Path:
    """A copy of the play with grammY installed beside it, as `package-lock.json` says."""
    import subprocess

    require("node", shutil.which("node") is not None)
    require("npm", shutil.which("npm") is not None)
    folder = tmp_path_factory.mktemp("grammy")
    for name in ("package.json", "package-lock.json", "play.mjs"):
        shutil.copy(GRAMMY / name, folder)
    installed = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"], cwd=folder, capture_output=True, text=True
    )
    require("grammY from the npm registry", installed.returncode == 0)
    return folder


@pytest.mark.node
async def test_grammy(live: World, server: TestServer, grammy: Path):
    process = await asyncio.create_subprocess_exec(
        "node",
        "play.mjs",
        url_of(server),
        TOKEN,
        cwd=grammy,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await live.olga.start(live.bot, "invite_42")
        view = live.olga.chat(live.bot)
        await until(lambda: any(m.document and m.document.file_name == "лист.txt" for m in view.messages))
        card = view.from_bots[0]
        answer = await (await live.olga.press(card, "Да")).answered()
        out, err = await asyncio.wait_for(process.communicate(), 20)
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0, err.decode()
    seen = json.loads(out)
    assert seen["payload"] == "invite_42"
    assert seen["entities"] == [{"type": "bold", "offset": 0, "length": 8}]
    assert len(set(seen["album"])) == 1
    assert seen["album"][0]
    assert (seen["fileName"], seen["downloaded"]) == ("лист.txt", "содержимое")
    assert seen["errors"] == [[400, f"Bad Request: can't parse entities: {UNCLOSED}"]]
    assert seen["callback"] == "answer:yes"
    assert (answer.text, answer.alert) == ("Спасибо", True)
    assert card.text == "Принято"
    assert not live.telegram.violations


def test_lock_names_no_registry():
    assert "http" not in (GRAMMY / "package-lock.json").read_text(encoding="utf-8")


async def test_aiogram_over_http(live: World, server: TestServer):
    session = AiohttpSession(api=TelegramAPIServer.from_base(url_of(server)))
    async with aiogram.Bot(TOKEN, session=session) as bot:
        assert (await bot.me()).username == "cluster_bot"
        await live.olga.start(live.bot)
        update = (await bot.get_updates(timeout=5))[0]
        sent = await bot.send_document(
            update.message.chat.id,
            aiogram.types.BufferedInputFile(b"content", "a.txt"),
            caption="<i>a</i>",
            parse_mode="HTML",
        )
        file = await bot.get_file(sent.document.file_id)
        assert (await bot.download_file(file.file_path)).read() == b"content"
        with pytest.raises(aiogram.exceptions.TelegramBadRequest, match="message text is empty"):
            await bot.send_message(live.olga.id, "")
    assert live.olga.chat(live.bot).last.html == "<i>a</i>"
    assert not live.telegram.violations
