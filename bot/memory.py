"""Who is talking and what we remember of them: one statement with SQL, two look-ups with Redis."""

import json
from typing import Any, Protocol

from sqlalchemy import bindparam

from handlers.engine.memory import APPLIED, Memory
from storage import fsm, people
from storage.database import Database
from storage.schema.fsm import fsm as remembered

_together = people.actor_statement.add_columns(remembered.c.state, remembered.c.data).outerjoin(
    remembered, remembered.c.key == bindparam("key")
)


class Memories(Protocol):
    """Where conversations are remembered between updates, and for how long a mark is kept that one was applied."""

    async def load(self, bot_id: int, chat_id: int, user_id: int) -> tuple[people.Known, Memory]:
        """The person and their conversation in this chat."""
        ...

    async def save(self, bot_id: int, chat_id: int, user_id: int, memory: Memory, update_id: int) -> None:
        """Write the conversation down, marked as changed by this update."""
        ...


class SqlMemories:
    """In the database, next to everything else."""

    def __init__(self, db: Database, default_zone: str) -> None:
        self._db = db
        self._zone = default_zone

    async def load(self, bot_id: int, chat_id: int, user_id: int) -> tuple[people.Known, Memory]:
        """See `Memories`."""
        async with self._db.read() as connection:
            found = await connection.execute(_together, {"telegram_id": user_id, "key": _key(bot_id, chat_id, user_id)})
            rows = found.all()
        state, data = rows[0][-2:]
        return people.read_actor(user_id, rows, self._zone), Memory(state, data or {})

    async def save(self, bot_id: int, chat_id: int, user_id: int, memory: Memory, update_id: int) -> None:
        """See `Memories`."""
        key = _key(bot_id, chat_id, user_id)
        async with self._db.write(alone=False) as tx:
            if memory.erased:
                await fsm.clear(tx, key)
            else:
                await fsm.save(tx, key, fsm.Memory(memory.state, {**memory.data, APPLIED: update_id}))


class RedisMemories:
    """In Redis, for several replicas that do not want conversations in the database.

    Args:
        redis: an `redis.asyncio.Redis` client.
        days: how long a conversation without changes is remembered.
    """

    def __init__(self, db: Database, redis: Any, default_zone: str, days: int = 60) -> None:
        self._db = db
        self._redis = redis
        self._zone = default_zone
        self._seconds = days * 24 * 3600

    async def load(self, bot_id: int, chat_id: int, user_id: int) -> tuple[people.Known, Memory]:
        """See `Memories`."""
        async with self._db.read() as connection:
            known = await people.load_actor(connection, user_id, self._zone)
        stored = await self._redis.get(_redis_key(bot_id, chat_id, user_id))
        if stored is None:
            return known, Memory()
        held = json.loads(stored)
        return known, Memory(held["state"], held["data"])

    async def save(self, bot_id: int, chat_id: int, user_id: int, memory: Memory, update_id: int) -> None:
        """See `Memories`."""
        key = _redis_key(bot_id, chat_id, user_id)
        if memory.erased:
            await self._redis.delete(key)
            return
        held = {"state": memory.state, "data": {**memory.data, APPLIED: update_id}}
        await self._redis.set(key, json.dumps(held, ensure_ascii=False), ex=self._seconds)


def _key(bot_id: int, chat_id: int, user_id: int) -> str:
    return f"{bot_id}:{chat_id}:{user_id}"


def _redis_key(bot_id: int, chat_id: int, user_id: int) -> str:
    return f"cluster:conversation:{_key(bot_id, chat_id, user_id)}"
