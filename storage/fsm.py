"""Queries of what the bot remembers of conversations."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_into
from storage.schema.fsm import fsm


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered under a key."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


async def load(connection: AsyncConnection, key: str) -> Memory:
    """What is remembered, an empty memory when nothing is."""
    row = (await connection.execute(select(fsm.c.state, fsm.c.data).where(fsm.c.key == key))).first()
    return Memory(row.state, row.data) if row else Memory()


async def save(tx: AsyncConnection, key: str, memory: Memory) -> None:
    """Replace what is remembered, in one statement."""
    put = insert_into(tx, fsm).values(key=key, state=memory.state, data=memory.data)
    await tx.execute(
        put.on_conflict_do_update(index_elements=["key"], set_={"state": put.excluded.state, "data": put.excluded.data})
    )


async def clear(tx: AsyncConnection, key: str) -> None:
    """Forget everything under the key."""
    await tx.execute(delete(fsm).where(fsm.c.key == key))
