"""aiogram in process: the same values, exceptions and files as over HTTP."""

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from aiogram.types import KeyboardButton as Key

from sandbox.session import SandboxSession
from tests.sandbox.world import TOKEN, World


@pytest.fixture
async def bot(world: World) -> Bot:
    await world.olga.start(world.bot)
    return Bot(TOKEN, session=SandboxSession(world.telegram), default=DefaultBotProperties(parse_mode="HTML"))


async def test_conversation(world: World, bot: Bot):
    update = (await bot.get_updates())[0]
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="v1:1")]])
    sent = await bot.send_message(
        update.message.chat.id,
        "<b>Да?</b>",
        reply_markup=keyboard,
        reply_parameters=ReplyParameters(message_id=update.message.message_id),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.reply_to_message.message_id == update.message.message_id
    assert sent.reply_markup.model_dump() == keyboard.model_dump()
    card = world.olga.chat(world.bot).last
    assert (card.html, card.buttons) == ("<b>Да?</b>", [["Да"]])
    press = await world.olga.press(card, "Да")
    query = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
    assert query.message.message_id == card.message_id
    await bot.edit_message_text("Принято", chat_id=query.message.chat.id, message_id=query.message.message_id)
    await bot.answer_callback_query(query.id, text="Спасибо")
    assert press.answer.text == "Спасибо"
    assert card.buttons == []
    assert not world.telegram.violations


async def test_reply_keyboard(world: World, bot: Bot):
    keyboard = ReplyKeyboardMarkup(keyboard=[[Key(text="Пропустить")]], resize_keyboard=True)
    await bot.send_message(world.olga.id, "x", reply_markup=keyboard)
    assert world.olga.chat(world.bot).reply_keyboard == [[{"text": "Пропустить"}]]
    await bot.send_message(world.olga.id, "x", reply_markup=ReplyKeyboardRemove())
    assert world.olga.chat(world.bot).reply_keyboard is None


async def test_files(world: World, bot: Bot):
    document = await bot.send_document(
        world.olga.id, BufferedInputFile(b"x" * 200_000, "лист.docx"), caption="<i>a</i>"
    )
    seen = world.olga.chat(world.bot).last
    assert (seen.document.file_name, seen.document.data, seen.html) == ("лист.docx", b"x" * 200_000, "<i>a</i>")
    assert (await bot.download(document.document)).read() == b"x" * 200_000
    album = await bot.send_media_group(
        world.olga.id,
        [InputMediaDocument(media=BufferedInputFile(b"1", "1")), InputMediaDocument(media=document.document.file_id)],
    )
    assert album[0].media_group_id == album[1].media_group_id


async def test_commands_and_albums_have_no_violations(world: World, bot: Bot):
    scope = BotCommandScopeChat(chat_id=world.olga.id)
    commands = [BotCommand(command="menu", description="Меню")]
    await bot.set_my_commands(commands, scope=scope, language_code="ru")
    kept = await bot.get_my_commands(scope=scope, language_code="ru")
    assert [(each.command, each.description) for each in kept] == [("menu", "Меню")]
    assert not world.telegram.violations


async def test_exceptions(world: World, bot: Bot):
    faults = world.telegram.faults
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(world.olga.id, "")
    world.olga.block(world.bot)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(world.olga.id, "x")
    world.olga.unblock(world.bot)
    faults.add("too_many_requests", retry_after=5)
    with pytest.raises(TelegramRetryAfter) as waiting:
        await bot.send_message(world.olga.id, "x")
    assert waiting.value.retry_after == 5
    faults.add("server_error")
    with pytest.raises(TelegramServerError):
        await bot.send_message(world.olga.id, "x")
    for kind in ("reset_before", "reset_after"):
        faults.add(kind)
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(world.olga.id, kind)
    assert [message.text for message in world.olga.chat(world.bot).from_bots] == ["reset_after"]
    group = world.telegram.add_group("Совет", basic=True)
    world.olga.join(group, "creator")
    world.olga.add_bot_to(group, world.bot)
    upgraded = world.telegram.upgrade(group)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.migrate_to_chat_id == upgraded.id
    with pytest.raises(TelegramUnauthorizedError):
        await Bot("77:other", session=SandboxSession(world.telegram)).me()


async def test_calls_are_recorded(world: World, bot: Bot):
    await bot.send_message(world.olga.id, "x")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(5, "x")
    sent, refused = world.telegram.calls
    assert (sent.method, sent.params["text"], sent.error) == ("sendMessage", "x", None)
    assert refused.error.description == "Bad Request: chat not found"
