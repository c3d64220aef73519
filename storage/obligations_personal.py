"""Queries of what the plan keeps about one person, in all clusters: to hand it out and to let go of it."""

from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.obligations import OPEN
from storage.schema.obligations import (
    obligation_events,
    obligation_evidence,
    obligation_pings,
    obligation_snoozes,
    obligations,
    plan_chairs,
    plan_heads,
)

_O, _E, _P = obligations.c, obligation_events.c, obligation_evidence.c


async def obligations_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """What the person took or was given."""
    return await _listed(
        connection, select(_O.title, _O.state, _O.due_on).where(_O.person_id == person_id).order_by(_O.id)
    )


async def history_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """What the person did and wrote."""
    return await _listed(connection, select(_E.at, _E.act, _E.text).where(_E.by == person_id).order_by(_E.id))


async def proofs_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """What the person sent as proofs."""
    return await _listed(
        connection, select(_P.added_at, _P.kind, _P.name).where(_P.added_by == person_id).order_by(_P.id)
    )


async def _listed(connection: AsyncConnection, query: Select[Any]) -> list[dict[str, Any]]:
    rows = (await connection.execute(query)).mappings()
    return [
        {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()} for row in rows
    ]


async def erase(tx: AsyncConnection, person_id: int) -> None:
    """Let go of the person: nobody in particular does what they had taken, and nothing is planned for them."""
    mine = _O.person_id == person_id
    await tx.execute(update(obligations).where(mine, _O.state.in_(OPEN)).values(person_id=None, planned_at=None))
    wrote = select(_E.obligation_id).where(_E.by == person_id, _E.act == "cannot")
    await tx.execute(update(obligations).where(_O.id.in_(wrote)).values(reason=None))
    await tx.execute(update(obligation_events).where(_E.by == person_id).values(text=None))
    for table in (obligation_pings, obligation_snoozes, plan_heads, plan_chairs):
        await tx.execute(delete(table).where(table.c.person_id == person_id))
