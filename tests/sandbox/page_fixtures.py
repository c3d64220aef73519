"""The page in a real Chromium, the real sandbox behind it, and a small scripted bot."""

import asyncio
import io
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from html import escape
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from sandbox.files import Upload
from sandbox.limits import Limits
from sandbox.server import make_app
from tests.required import require
from tests.sandbox.world import World, make_world

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FIRST = [[{"text": "Соответствует", "callback_data": "yes"}, {"text": "Не соответствует", "callback_data": "no"}]]
NEXT = [
    [{"text": "Назад", "callback_data": "back"}, {"text": "Образец", "url": "https://t.me/cluster_bot?start=sample"}]
]


def picture(color: str, width: int = 120, height: int = 90) -> bytes:
    """A PNG of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), color).save(stream, "PNG")
    return stream.getvalue()


class ScriptedBot:
    """Answers by polling; `gate` holds back the answers to taps until it is set, `sheet` is its document."""

    sheet = b"%PDF-1.4\n" + b"0" * 3000

    def __init__(self, world: World) -> None:
        self.world = world
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self) -> None:
        """Poll until cancelled."""
        offset = 0
        while True:
            for update in await self.world.updates(offset=offset, timeout=30):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self._tapped(update["callback_query"])
                elif "message" in update and update["message"]["chat"]["type"] == "private":
                    await self._written(update["message"])

    async def _tapped(self, query: dict[str, Any]) -> None:
        await self.gate.wait()
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        if query["data"] == "no":
            answer = {"text": "Нужно замечание.\nНапишите его.", "show_alert": True}
        else:
            answer = {"text": "Записано"}
            text, rows = ("<b>Критерий 2</b>", NEXT) if query["data"] == "yes" else ("<b>Критерий 1</b>", FIRST)
            await self.world.call(
                "editMessageText", **place, text=text, parse_mode="HTML", reply_markup={"inline_keyboard": rows}
            )
        await self.world.call("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def _written(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        call = self.world.call
        if text.startswith("/start"):
            words = (
                f"<b>Здравствуйте</b>, {escape(message['from']['first_name'])}! Приглашение: {escape(text[7:]) or '—'}"
            )
            await call("sendMessage", chat_id=chat, text=words, parse_mode="HTML")
        elif text == "критерий":
            markup = {"inline_keyboard": FIRST}
            await call("sendMessage", chat_id=chat, text="<b>Критерий 1</b>", parse_mode="HTML", reply_markup=markup)
        elif text == "альбом":
            media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(3)]
            files = {f"p{number}": Upload("p.png", picture("teal")) for number in range(3)}
            await call("sendMediaGroup", files, chat_id=chat, media=[media[0] | {"caption": "Стенды"}, *media[1:]])
        elif text == "документ":
            files = {"sheet": Upload("Экспертный лист.pdf", self.sheet)}
            await call("sendDocument", files, chat_id=chat, document="attach://sheet", caption="Лист подписан")
        elif text == "клавиатура":
            await call("sendMessage", chat_id=chat, text="Выберите", reply_markup={"keyboard": [["Да", "Нет"]]})
        elif text:
            await call("sendMessage", chat_id=chat, text=f"Записал: {text}", reply_markup={"remove_keyboard": True})


class Desk:
    """One test's sandbox and its browser windows."""

    picture = staticmethod(picture)

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.world = make_world(Limits.off(), frozen=False)
        self.bot = ScriptedBot(self.world)
        self.problems: list[str] = []
        self._contexts: list[Any] = []
        self._runner: web.AppRunner | None = None
        self._polling = asyncio.create_task(self.bot.run())
        self.address = ""

    async def serve(self, port: int = 0) -> None:
        """Answer at a free port, or at `port` again."""
        app = make_app(self.world.telegram, next_working_morning=lambda now: now + timedelta(days=3))
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"

    async def silence(self) -> int:
        """Stop answering; returns the port."""
        assert self._runner is not None
        port = int(self._runner.addresses[0][1])
        await self._runner.cleanup()
        return port

    async def open(self, place: str = "", width: int = 1280, height: int = 800, **context: Any) -> Page:
        """A fresh browser window on `#place`; errors of the page are collected."""
        opened = await self._browser.new_context(viewport={"width": width, "height": height}, locale="ru-RU", **context)
        self._contexts.append(opened)
        page = await opened.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        await page.goto(f"{self.address}#{place}" if place else self.address)
        await page.wait_for_selector(".person", state="attached")
        return page

    async def close(self) -> None:
        """End everything that was begun."""
        for context in self._contexts:
            await context.close()
        self._polling.cancel()
        with suppress(asyncio.CancelledError):
            await self._polling
        if self._runner is not None:
            await self._runner.cleanup()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    require("Chromium", CHROMIUM is not None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def desk(chromium: Browser) -> AsyncIterator[Desk]:
    made = Desk(chromium)
    await made.serve()
    yield made
    await made.close()
    assert made.problems == []
    assert made.world.telegram.violations == []


@pytest.fixture
def overflow() -> Callable[[Page], Awaitable[int]]:
    """How many pixels the page is wider than its window."""

    async def measured(page: Page) -> int:
        return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    return measured
