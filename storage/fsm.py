"""Queries of what the bot remembers of conversations."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_into
from storage.schema.fsm import fsm


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered under a key; `applied_update` is the update that wrote it last."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    applied_update: int | None = None


async def load(connection: AsyncConnection, key: str) -> Memory:
    """What is remembered, an empty memory when nothing is."""
    row = (
        await connection.execute(select(fsm.c.state, fsm.c.data, fsm.c.applied_update).where(fsm.c.key == key))
    ).first()
    return Memory(row.state, row.data, row.applied_update) if row else Memory()


async def save(tx: AsyncConnection, key: str, memory: Memory) -> bool:
    """Replace what is remembered, in one statement.

    Returns:
        False when a later update has written since: an update that is processed again must not undo it.
    """
    put = insert_into(tx, fsm).values(
        key=key, state=memory.state, data=memory.data, applied_update=memory.applied_update
    )
    new = put.excluded
    put = put.on_conflict_do_update(
        index_elements=["key"],
        set_={"state": new.state, "data": new.data, "applied_update": new.applied_update},
        where=or_(
            fsm.c.applied_update.is_(None),
            new.applied_update.is_(None),
            fsm.c.applied_update <= new.applied_update,
        ),
    )
    return (await tx.execute(put)).rowcount > 0


async def clear(tx: AsyncConnection, key: str) -> None:
    """Forget everything under the key."""
    await tx.execute(delete(fsm).where(fsm.c.key == key))
