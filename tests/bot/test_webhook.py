"""The webhook: who may bring updates, and what is answered to what."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp.test_utils import TestClient, TestServer
from structlog.testing import capture_logs

from bot.inbox import Inbox, RawUpdate
from bot.webhook import MAX_BODY, SECRET_HEADER, make_webhook
from services.clock import MovableClock
from storage import inbox as rows
from storage.database import Database

SECRET = "a-secret-of-the-webhook_0123456789"
RIGHT = {SECRET_HEADER: SECRET}


class Hooked:
    """The webhook on a real inbox that handles nothing, so that one sees what is kept."""

    def __init__(self, db: Database, client: TestClient) -> None:
        self.db = db
        self.client = client

    async def post(self, body: bytes | str, headers: dict[str, str] | None = None) -> int:
        data = body if isinstance(body, bytes) else body.encode()
        async with self.client.post("/updates", data=data, headers=RIGHT if headers is None else headers) as answer:
            return answer.status

    async def kept(self) -> int:
        async with self.db.read() as connection:
            return await rows.unfinished(connection)


@pytest.fixture
async def hooked(db: Database) -> AsyncIterator[Hooked]:
    async def never(_raw: RawUpdate) -> None:
        raise AssertionError("nothing is handled here")

    inbox = Inbox(db, MovableClock(datetime(2022, 6, 21, tzinfo=UTC), frozen=True), never, owner="a", at_once=0)
    await inbox.start()
    async with TestClient(TestServer(make_webhook("/updates", inbox, SECRET))) as client:
        yield Hooked(db, client)
    await inbox.stop(0.2)


async def test_an_update_is_on_disk_before_it_is_confirmed(hooked: Hooked) -> None:
    assert await hooked.post('{"update_id": 7, "message": {"chat": {"id": 5}}}') == 200
    assert await hooked.kept() == 1
    assert await hooked.post('{"update_id": 7, "message": {"chat": {"id": 5}}}') == 200
    assert await hooked.kept() == 1


@pytest.mark.parametrize(
    "headers",
    [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET[:-1]}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "секрет"}],
    ids=["missing", "empty", "short", "long", "letters of another alphabet"],
)
async def test_without_the_secret_nobody_brings_anything(hooked: Hooked, headers: dict[str, str]) -> None:
    assert await hooked.post('{"update_id": 7}', headers) == 401
    assert await hooked.kept() == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b"\xff\xfe\x00",
        b"{}",
        b'{"update_id": null}',
        b'{"update_id": "7"}',
        b'{"update_id": Infinity}',
        b'{"update_id": 1e400}',
        b'{"update_id": 123456789012345678901234567890}',
        b'{"update_id": -1}',
        b"[" * 100_000,
    ],
)
async def test_what_is_no_update_is_confirmed_and_logged(hooked: Hooked, body: bytes) -> None:
    """Telegram would otherwise bring it again for a day."""
    with capture_logs() as logs:
        assert await hooked.post(body) == 200
    assert [(entry["event"], entry["size"]) for entry in logs] == [("webhook_body_malformed", len(body))]
    assert await hooked.kept() == 0
    assert await hooked.post('{"update_id": 7}') == 200


async def test_a_body_too_large_is_refused(hooked: Hooked) -> None:
    assert await hooked.post(b" " * (MAX_BODY + 1)) == 413
    assert await hooked.kept() == 0


async def test_nothing_else_is_served(hooked: Hooked) -> None:
    async with hooked.client.get("/updates") as answer:
        assert answer.status == 405
    async with hooked.client.post("/", headers=RIGHT) as answer:
        assert answer.status == 404
