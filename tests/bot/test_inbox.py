"""The inbox at work: order in a chat, chats side by side, what dies with the process, what cannot be handled."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.inbox import Inbox, Malformed, RawUpdate, lane_of
from services.clock import MovableClock
from storage import inbox as rows
from storage.database import Database
from storage.schema.inbox import inbox as table

NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)
Open = Callable[..., Awaitable[Inbox]]


def update(number: int, chat: int, text: str = "") -> RawUpdate:
    """A message in a private chat."""
    chat_json, user = {"id": chat, "type": "private"}, {"id": chat, "is_bot": False, "first_name": "А"}
    message = {"message_id": number, "date": 0, "chat": chat_json, "from": user, "text": text}
    return {"update_id": number, "message": message}


@pytest.fixture
async def opened(db: Database) -> AsyncIterator[Open]:
    """Starts inboxes on one database and stops those that still run."""
    running: list[Inbox] = []

    async def start(handle: Callable[[RawUpdate], Awaitable[None]], owner: str = "a", **options: Any) -> Inbox:
        made = Inbox(db, MovableClock(NOW, frozen=True), handle, owner=owner, **options)
        running.append(made)
        await made.start()
        return made

    yield start
    for inbox in running:
        await inbox.stop(0.2)


async def states(db: Database) -> dict[int, str]:
    async with db.read() as connection:
        found = await connection.execute(select(table.c.update_id, table.c.state).order_by(table.c.update_id))
        return {row.update_id: row.state for row in found}


async def test_order_in_a_chat_and_chats_side_by_side(db: Database, opened: Open) -> None:
    begun: dict[int, list[int]] = defaultdict(list)
    both = asyncio.Barrier(2)

    async def handle(raw: RawUpdate) -> None:
        chat = raw["message"]["chat"]["id"]
        begun[chat].append(raw["update_id"])
        async with asyncio.timeout(5):
            await both.wait()  # passes only while another chat is being served

    inbox = await opened(handle)
    await inbox.put([update(number, number % 2) for number in range(1, 21)])
    await inbox.settled()
    assert begun == {0: list(range(2, 21, 2)), 1: list(range(1, 21, 2))}
    assert set((await states(db)).values()) == {"done"}


async def test_put_returns_when_it_is_on_disk_and_a_repetition_changes_nothing(db: Database, opened: Open) -> None:
    handled: list[int] = []

    async def handle(raw: RawUpdate) -> None:
        assert raw["update_id"] in await states(db)
        handled.append(raw["update_id"])

    inbox = await opened(handle)
    await inbox.put([update(1, 5), update(2, 5)])
    await inbox.put([update(2, 5), update(3, 5)])
    await inbox.settled()
    await inbox.put([update(1, 5)])
    await inbox.settled()
    assert handled == [1, 2, 3]


async def test_the_next_of_a_chat_begins_after_the_one_before_is_noted_as_done(db: Database, opened: Open) -> None:
    """Otherwise a crash would have both handled again: an answer would meet the question after the next."""
    seen: dict[int, dict[int, str]] = {}

    async def handle(raw: RawUpdate) -> None:
        seen[raw["update_id"]] = await states(db)

    inbox = await opened(handle)
    await inbox.put([update(number, 7) for number in range(1, 6)])
    await inbox.settled()
    for number, before in seen.items():
        assert [before[earlier] for earlier in range(1, number)] == ["done"] * (number - 1)


async def test_nor_does_one_that_comes_while_that_is_being_noted(db: Database, opened: Open) -> None:
    seen: dict[int, dict[int, str]] = {}

    async def handle(raw: RawUpdate) -> None:
        seen[raw["update_id"]] = await states(db)

    inbox = await opened(handle)
    async with asyncio.TaskGroup() as people:
        for number in range(1, 151):
            people.create_task(inbox.put([update(number, 7)]))
            await asyncio.sleep(random.random() * 0.004)
    await inbox.settled()
    assert list(seen) == list(range(1, 151))
    for number, before in seen.items():
        assert {before[earlier] for earlier in range(1, number)} <= {"done"}, number


async def test_what_cannot_be_understood_is_put_aside_and_stops_nothing(db: Database, opened: Open) -> None:
    async def handle(raw: RawUpdate) -> None:
        if raw["update_id"] == 2:
            raise Malformed("no chat")

    inbox = await opened(handle)
    await inbox.put([update(1, 7), update(2, 7), update(3, 7)])
    await inbox.settled()
    assert await states(db) == {1: "done", 2: "set_aside", 3: "done"}
    async with db.read() as connection:
        assert [(one.update_id, one.error) for one in await rows.set_aside_list(connection)] == [(2, "no chat")]


async def test_what_always_fails_is_put_aside_after_attempts(
    db: Database, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.RETRY_SECONDS", 0.0)
    attempts: dict[int, int] = defaultdict(int)

    async def handle(raw: RawUpdate) -> None:
        attempts[raw["update_id"]] += 1
        if raw["update_id"] == 1 or attempts[raw["update_id"]] < 3:
            raise RuntimeError("no luck")

    inbox = await opened(handle)
    await inbox.put([update(1, 7), update(2, 7)])
    await inbox.settled()
    assert attempts == {1: 3, 2: 3}
    assert await states(db) == {1: "set_aside", 2: "done"}


STRANGE = [
    {"update_id": 2, "message": {"chat": {"id": 7}, "text": "\ud83d"}},
    {"update_id": 2, "message": {"chat": {"id": 7}, "text": "a\u0000b"}},
    {"update_id": 2, "message": {"chat": {"id": 10**40}}},
    {"update_id": 2, "message": {"chat": {"id": True}}},
    {"update_id": 2, "message": "\u0000"},
    {"update_id": 2},
]


@pytest.mark.parametrize("strange", STRANGE, ids=["half a letter", "nul", "huge chat", "true chat", "text", "empty"])
async def test_a_strange_body_is_kept_like_any_other(db: Database, opened: Open, strange: RawUpdate) -> None:
    handled: list[RawUpdate] = []

    async def handle(raw: RawUpdate) -> None:
        handled.append(raw)

    inbox = await opened(handle)
    async with asyncio.timeout(5):
        await inbox.put([update(1, 7), strange, update(3, 7)])
        await inbox.settled()
    assert sorted(raw["update_id"] for raw in handled) == [1, 2, 3]
    assert strange in handled


async def test_stop_finishes_what_began_and_leaves_the_rest(db: Database, opened: Open) -> None:
    began, may_end = asyncio.Event(), asyncio.Event()
    handled: list[int] = []

    async def slowly(raw: RawUpdate) -> None:
        began.set()
        await may_end.wait()
        handled.append(raw["update_id"])

    inbox = await opened(slowly)
    await inbox.put([update(1, 7), update(2, 7)])
    await began.wait()
    stop = asyncio.create_task(inbox.stop())
    await asyncio.sleep(0)
    may_end.set()
    await stop
    assert handled == [1]
    assert await states(db) == {1: "done", 2: "new"}

    later = await opened(slowly, "b")
    await later.settled()
    assert handled == [1, 2]


async def test_stop_does_not_wait_for_what_hangs(db: Database, opened: Open) -> None:
    began = asyncio.Event()

    async def hangs(raw: RawUpdate) -> None:
        began.set()
        await asyncio.Event().wait()

    inbox = await opened(hangs)
    await inbox.put([update(1, 7)])
    await began.wait()
    async with asyncio.timeout(5):
        await inbox.stop(0.1)
    assert await states(db) == {1: "new"}


async def test_no_more_chats_at_once_than_allowed(opened: Open) -> None:
    now = most = 0

    async def handle(raw: RawUpdate) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.001)
        now -= 1

    inbox = await opened(handle, at_once=3)
    await inbox.put([update(number, number) for number in range(1, 40)])
    await inbox.settled()
    assert most <= 6  # twice as many are taken, so that no lane waits for the disk


async def test_a_database_that_is_away_delays_and_loses_nothing(
    db: Database, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Updates fail as long as the database does not answer; they are not put aside for it."""
    monkeypatch.setattr("bot.inbox.RETRY_SECONDS", 0.0)
    failures = 0

    async def handle(raw: RawUpdate) -> None:
        nonlocal failures
        if failures < 8:
            failures += 1
            raise ConnectionRefusedError("the server is starting")

    inbox = await opened(handle)
    await inbox.put([update(1, 7)])
    await inbox.settled()
    assert failures == 8
    assert await states(db) == {1: "done"}


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        (update(1, 5), "5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 3}, "message": {"chat": {"id": -9}}}}, "-9"),
        ({"update_id": 1, "callback_query": {"from": {"id": 3}}}, "3"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 4}, "from": {"id": 3}}}, "4"),
        ({"update_id": 1, "message": None}, "other"),
        ({"update_id": 1, "message": {"chat": []}}, "other"),
        ({"update_id": 1}, "other"),
    ],
)
def test_lanes(raw: RawUpdate, lane: str) -> None:
    assert lane_of(raw) == lane
