"""SIGTERM: what began is finished, within 10 s, whatever Telegram does; a second one ends at once."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.processes import TOKEN, BotProcess

STOP_SECONDS = 10.0
AT_ONCE_SECONDS = 4.0  # of a busy machine; the first signal would wait twice as long
INTERRUPTED_TWICE = 130


class SilentTelegram:
    """A Bot API that accepts every call and answers only those it is told to.

    Args:
        answers: method in lower case → its result. An update given by getUpdates is given once.
    """

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers
        self.asked: dict[str, asyncio.Event] = {}

    def heard(self, method: str) -> asyncio.Event:
        """Set once the method is called."""
        return self.asked.setdefault(method, asyncio.Event())

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        self.heard(method).set()
        if method not in self.answers:
            await asyncio.Event().wait()
        result = self.answers.pop(method) if method == "getupdates" else self.answers[method]
        return web.json_response({"ok": True, "result": result})


@pytest.fixture
async def silent(tmp_path: Path) -> AsyncIterator[tuple[SilentTelegram, BotProcess]]:
    telegram = SilentTelegram({})
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", telegram.answer)
    server = TestServer(app)
    await server.start_server()
    settings = {
        "BOT_TOKEN": TOKEN,
        "ADMIN_IDS": "1",
        "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}",
        "TELEGRAM_API_URL": str(server.make_url("")).rstrip("/"),
        "WEBHOOK_URL": "",
        "REDIS_URL": "",
        "LOG_FORMAT": "json",
    }
    process = BotProcess(settings, tmp_path / "bot.log")
    yield telegram, process
    await process.kill()
    await server.close()


async def test_sigterm_while_telegram_does_not_answer_at_the_start(
    silent: tuple[SilentTelegram, BotProcess],
) -> None:
    telegram, process = silent
    await process.launch()
    await asyncio.wait_for(telegram.heard("getme").wait(), 60)
    began = time.monotonic()
    assert await process.terminate() == 0
    assert time.monotonic() - began < STOP_SECONDS
    assert process.complaints() == []


ME = {"id": 123456789, "is_bot": True, "first_name": "Кластер", "username": "cluster_bot"}
HELLO = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_700_000_000,
        "chat": {"id": 5, "type": "private", "first_name": "Анна"},
        "from": {"id": 5, "is_bot": False, "first_name": "Анна"},
        "text": "/start",
    },
}
STARTS = {"getme": ME, "deletewebhook": True, "setmycommands": True, "getupdates": [HELLO]}


@pytest.mark.slow
@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
async def test_sigterm_while_an_answer_hangs(silent: tuple[SilentTelegram, BotProcess], twice: bool) -> None:
    telegram, process = silent
    telegram.answers |= STARTS
    await process.start()
    await asyncio.wait_for(telegram.heard("sendmessage").wait(), 30)
    began = time.monotonic()
    process.tell(signal.SIGTERM)
    if twice:
        await _logged(process, '"stopping"')
        began = time.monotonic()
        process.tell(signal.SIGTERM)
    code = await process.ended()
    assert (code, process.complaints()) == (INTERRUPTED_TWICE if twice else 0, [])
    assert time.monotonic() - began < (AT_ONCE_SECONDS if twice else STOP_SECONDS)


async def _logged(process: BotProcess, words: str) -> None:
    async with asyncio.timeout(10):
        while words not in process.log.read_text():
            await asyncio.sleep(0.01)
