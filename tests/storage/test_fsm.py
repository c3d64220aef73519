"""What the bot remembers of a conversation: the same behaviour in SQLite, PostgreSQL and Redis."""

import os
import uuid
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisIsNotHere

from bot.memory import Memories, RedisMemories, SqlMemories
from handlers.engine.memory import Memory
from storage import fsm
from storage.database import Database
from tests.required import require

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
BOT, CHAT = 1, 2
DRAFT = {"шаг": "название", "values": {"title": "«Сварка» <b>&</b> 🔧 مرحبا", "figures": [1, 2.5, None, True]}}


@pytest.fixture(params=["sql", pytest.param("redis", marks=pytest.mark.redis)])
async def memories(request: pytest.FixtureRequest, db: Database) -> AsyncIterator[Memories]:
    """The storage, and in it nobody's conversation."""
    if request.param == "sql":
        yield SqlMemories(db, "Asia/Tomsk")
        return
    redis = Redis.from_url(REDIS)
    try:
        answers = await redis.ping()
    except RedisIsNotHere:
        answers = False
    require("a Redis server", answers)
    yield RedisMemories(db, redis, "Asia/Tomsk")
    await redis.aclose()


@pytest.fixture
def person() -> int:
    """Somebody who has not written yet: Redis is shared by all tests."""
    return uuid.uuid4().int % 10**12


async def recall(memories: Memories, person: int, *, bot: int = BOT, chat: int = CHAT) -> Memory:
    return (await memories.load(bot, chat, person))[1]


async def test_of_somebody_new_nothing_is_remembered(memories: Memories, person: int) -> None:
    known, memory = await memories.load(BOT, CHAT, person)
    assert (known.actor.telegram_id, known.actor.person_id) == (person, None)
    assert (memory.state, memory.data, memory.changed) == (None, {}, False)


async def test_a_draft_comes_back_as_it_was(memories: Memories, person: int) -> None:
    memory = await recall(memories, person)
    memory.put("form:evaluation_session", DRAFT)
    await memories.save(BOT, CHAT, person, memory, 77)
    found = await recall(memories, person)
    assert found.state == "form:evaluation_session"
    assert {key: found.data[key] for key in DRAFT} == DRAFT
    assert found.applied(77)
    assert not found.applied(76)


async def test_the_last_writing_replaces_the_one_before(memories: Memories, person: int) -> None:
    for update_id, state in ((1, "form:a"), (2, None), (3, "expect:remark")):
        memory = Memory()
        memory.put(state, {"n": update_id})
        await memories.save(BOT, CHAT, person, memory, update_id)
    found = await recall(memories, person)
    assert (found.state, found.data["n"], found.applied(3)) == ("expect:remark", 3, True)


async def test_bots_chats_and_people_are_kept_apart(memories: Memories, person: int) -> None:
    places = [(BOT, CHAT, person), (BOT + 1, CHAT, person), (BOT, CHAT + 1, person), (BOT, CHAT, person + 1)]
    for number, (bot, chat, user) in enumerate(places):
        memory = Memory()
        memory.put(f"form:{number}", {})
        await memories.save(bot, chat, user, memory, number)
    assert [(await recall(memories, user, bot=bot, chat=chat)).state for bot, chat, user in places] == [
        "form:0",
        "form:1",
        "form:2",
        "form:3",
    ]


async def test_after_a_withdrawal_nothing_is_left(memories: Memories, person: int) -> None:
    memory = Memory()
    memory.put("form:a", DRAFT)
    await memories.save(BOT, CHAT, person, memory, 1)
    memory.erase()
    await memories.save(BOT, CHAT, person, memory, 2)
    found = await recall(memories, person)
    assert (found.state, found.data) == (None, {})


async def test_one_statement_to_look_and_one_to_write(db: Database, person: int) -> None:
    memories = SqlMemories(db, "Asia/Tomsk")
    memory = Memory()
    memory.put("form:a", DRAFT)
    with db.count_queries() as seen:
        await memories.load(BOT, CHAT, person)
        await memories.save(BOT, CHAT, person, memory, 1)
    assert [statement.split()[0] for statement in seen] == ["SELECT", "INSERT"]


async def test_a_key_is_forgotten_alone(db: Database) -> None:
    async with db.write() as tx:
        await fsm.save(tx, "a", fsm.Memory("one"))
        await fsm.save(tx, "b", fsm.Memory("two"))
        await fsm.clear(tx, "a")
        assert (await fsm.load(tx, "a"), (await fsm.load(tx, "b")).state) == (fsm.Memory(), "two")
