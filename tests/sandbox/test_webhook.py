"""Webhook delivery: secret, order per chat, chats in parallel, retries, Retry-After, expiry, calls in the answer."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import BufferedInputFile, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.limits import Limits
from sandbox.server import make_app
from sandbox.session import SandboxSession
from tests.sandbox.world import TOKEN, World, make_world


@dataclass
class Receiver:
    """A bot's address: answers with what the test put into `answers`, then with 200."""

    got: list[tuple[str, dict]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    hold: dict[int, asyncio.Event] = field(default_factory=dict)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), update))
        chat = update.get("message", {}).get("chat", {}).get("id", 0)
        if chat in self.hold:
            await self.hold[chat].wait()
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.got]


async def settle(condition, seconds: float = 10.0):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.fixture
async def moved() -> World:
    return make_world(Limits.off(), frozen=True)


@pytest.fixture
async def receiver(moved: World) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    async with TestServer(app) as bot_side, TestServer(make_app(moved.telegram)):
        receiver.url = str(bot_side.make_url("/hook"))
        yield receiver
        for event in receiver.hold.values():
            event.set()


async def test_secret_and_confirmation(moved: World, receiver: Receiver):
    await moved.olga.send(moved.bot, "before")
    await moved.call("setWebhook", url=receiver.url, secret_token="s-3_x")
    await moved.olga.send(moved.bot, "after")
    await settle(lambda: len(receiver.got) == 2)
    await settle(lambda: len(moved.bot.queue) == 0)
    assert receiver.texts == ["before", "after"]
    assert {secret for secret, _ in receiver.got} == {"s-3_x"}
    info = await moved.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (receiver.url, 0)


async def test_one_at_a_time_per_chat_and_chats_in_parallel(moved: World, receiver: Receiver):
    receiver.hold[moved.olga.id] = asyncio.Event()
    await moved.call("setWebhook", url=receiver.url)
    await moved.olga.send(moved.bot, "o1")
    await moved.olga.send(moved.bot, "o2")
    await moved.ivan.send(moved.bot, "i1")
    await moved.ivan.send(moved.bot, "i2")
    await settle(lambda: len(receiver.got) == 3)
    await asyncio.sleep(0.02)
    assert sorted(receiver.texts) == ["i1", "i2", "o1"]
    receiver.hold[moved.olga.id].set()
    await settle(lambda: len(receiver.got) == 4)
    assert receiver.texts[-1] == "o2"


async def test_again_at_once_then_with_growing_pauses(moved: World, receiver: Receiver):
    receiver.answers = [web.Response(status=500) for _ in range(4)]
    await moved.call("setWebhook", url=receiver.url)
    await moved.olga.send(moved.bot, "x")
    for pause, count in ((2, 3), (4, 4), (8, 5)):
        await settle(lambda count=count: len(receiver.got) == count - 1 and moved.clock.sleeping)
        moved.clock.advance(timedelta(seconds=pause - 0.5))
        await asyncio.sleep(0.02)
        assert len(receiver.got) == count - 1
        moved.clock.advance(timedelta(seconds=0.5))
        await settle(lambda count=count: len(receiver.got) == count)
    await settle(lambda: len(moved.bot.queue) == 0)
    info = await moved.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert receiver.texts == ["x"] * 5


async def test_retry_after_is_obeyed(moved: World, receiver: Receiver):
    receiver.answers = [web.Response(status=503, headers={"Retry-After": "30"})]
    await moved.call("setWebhook", url=receiver.url)
    await moved.olga.send(moved.bot, "x")
    await settle(lambda: len(receiver.got) == 1 and moved.clock.sleeping)
    moved.clock.advance(timedelta(seconds=29))
    await asyncio.sleep(0.02)
    assert len(receiver.got) == 1
    moved.clock.advance(timedelta(seconds=1.5))
    await settle(lambda: len(receiver.got) == 2)


async def test_expired_updates_are_dropped(moved: World, receiver: Receiver):
    receiver.answers = [web.Response(status=500), web.Response(status=500)]
    await moved.call("setWebhook", url=receiver.url)
    await moved.olga.send(moved.bot, "old")
    await settle(lambda: len(receiver.got) == 2 and moved.clock.sleeping)
    moved.clock.advance(timedelta(hours=25))
    await moved.olga.send(moved.bot, "new")
    await settle(lambda: "new" in receiver.texts)
    assert receiver.texts == ["old", "old", "new"]


async def test_a_call_in_the_answer(moved: World, receiver: Receiver):
    receiver.answers = [
        web.json_response(
            {"method": "sendMessage", "chat_id": moved.olga.id, "text": "<b>да</b>", "parse_mode": "HTML"}
        )
    ]
    await moved.call("setWebhook", url=receiver.url)
    await moved.olga.send(moved.bot, "x")
    await settle(lambda: moved.olga.chat(moved.bot).from_bots)
    assert moved.olga.chat(moved.bot).last.html == "<b>да</b>"


async def test_a_dead_address_and_back_to_polling(moved: World, receiver: Receiver):
    await moved.call("setWebhook", url="http://127.0.0.1:9/hook")
    await moved.olga.send(moved.bot, "x")
    await settle(lambda: moved.bot.queue.webhook.last_error is not None)
    assert (await moved.call("getWebhookInfo"))["last_error_message"].startswith("Connection failed")
    await moved.call("deleteWebhook")
    assert [update["message"]["text"] for update in await moved.updates()] == ["x"]
    await moved.call("setWebhook", url=receiver.url)
    await settle(lambda: receiver.texts == ["x"])


async def test_aiogram_answers_inside_the_confirmation(moved: World):
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message):
        return message.answer_document(BufferedInputFile(b"content", "a.txt"), caption=message.text)

    bot = Bot(TOKEN, session=SandboxSession(moved.telegram))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token="s").register(app, path="/hook")
    async with TestServer(app) as bot_side, TestServer(make_app(moved.telegram)):
        await bot.set_webhook(str(bot_side.make_url("/hook")), secret_token="s")
        await moved.olga.send(moved.bot, "эхо")
        await settle(lambda: moved.olga.chat(moved.bot).from_bots)
    answer = moved.olga.chat(moved.bot).last
    assert (answer.document.file_name, answer.document.data, answer.caption) == ("a.txt", b"content", "эхо")
    assert not moved.telegram.violations
