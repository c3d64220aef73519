"""Long polling: what is acknowledged when, and what errors of the Bot API do to it."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramUnauthorizedError
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import polling
from bot.inbox import Inbox, RawUpdate
from services.clock import MovableClock
from storage.database import Database

TOKEN = "123456789:TEST-TOKEN-TEST-TOKEN-TEST-TOKEN-XX"
NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)
Answer = tuple[int, str]


def fine(*updates: dict[str, Any]) -> Answer:
    return 200, json.dumps({"ok": True, "result": list(updates)})


def refused(code: int, words: str, **parameters: int) -> Answer:
    return code, json.dumps({"ok": False, "error_code": code, "description": words, "parameters": parameters})


class Api:
    """A Bot API that answers getUpdates from a list, then says nothing any more. `asked` are the parameters it got."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str]] = []
        self.silent = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(dict(await request.post()))
        if not self.answers:
            self.silent.set()
            await asyncio.Event().wait()
        status, body = self.answers.pop(0)
        return web.Response(status=status, text=body, content_type="application/json")

    @property
    def offsets(self) -> list[str | None]:
        return [each.get("offset") for each in self.asked]


class Polled:
    """The polling at work, on a real inbox."""

    def __init__(self, db: Database) -> None:
        self.handled: list[int] = []
        self.inbox = Inbox(db, MovableClock(NOW, frozen=True), self._handle, owner="a")
        self.stopping = asyncio.Event()
        self.servers: list[TestServer] = []

    async def _handle(self, raw: RawUpdate) -> None:
        self.handled.append(raw["update_id"])

    async def through(self, *answers: Answer) -> Api:
        """Poll until the answers are used up, then stop."""
        api = Api(answers)
        app = web.Application()
        app.router.add_post("/bot{token}/getUpdates", api.answer)
        server = TestServer(app)
        await server.start_server()
        self.servers.append(server)
        address = TelegramAPIServer.from_base(str(server.make_url("")).rstrip("/"))
        async with Bot(TOKEN, session=AiohttpSession(api=address)) as bot:
            work = asyncio.create_task(polling.poll(bot, self.inbox, self.stopping))
            silence = asyncio.create_task(api.silent.wait())
            async with asyncio.timeout(10):
                await asyncio.wait({work, silence}, return_when=asyncio.FIRST_COMPLETED)
            silence.cancel()
            self.stopping.set()
            async with asyncio.timeout(2):
                await work
        await self.inbox.settled()
        return api


@pytest.fixture
async def polled(db: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Polled]:
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0.01)
    made = Polled(db)
    await made.inbox.start()
    yield made
    await made.inbox.stop(0.2)
    for server in made.servers:
        await server.close()


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": number}}}


async def test_the_offset_follows_what_is_kept(polled: Polled) -> None:
    api = await polled.through(fine(update(7), update(9)), fine(), fine(update(12)))
    assert api.offsets == [None, "10", "10", "13"]
    assert sorted(polled.handled) == [7, 9, 12]


async def test_errors_are_waited_out_and_lose_nothing(polled: Polled) -> None:
    api = await polled.through(
        fine(update(7)),
        refused(409, "Conflict: terminated by other getUpdates request"),
        refused(502, "Bad Gateway"),
        refused(429, "Too Many Requests: retry after 0", retry_after=0),
        (200, "<html>the proxy is restarting</html>"),
        (502, "<html>Bad Gateway</html>"),
        (200, '{"ok": true, "result": ["what is this"]}'),
        fine(update(8)),
    )
    assert api.offsets == [None] + ["8"] * 7 + ["9"]
    assert sorted(polled.handled) == [7, 8]


async def test_what_is_no_update_stops_nothing(polled: Polled) -> None:
    await polled.through(fine({"update_id": "7"}, {"update_id": 2**70}, {"update_id": True}, {}, update(8)))
    assert polled.handled == [8]


async def test_a_wrong_token_ends_it(polled: Polled) -> None:
    with pytest.raises(TelegramUnauthorizedError):
        await polled.through(refused(401, "Unauthorized"))


async def test_only_what_is_handled_is_asked_for(polled: Polled) -> None:
    api = await polled.through()
    assert json.loads(api.asked[0]["allowed_updates"]) == ["message", "callback_query", "my_chat_member"]
