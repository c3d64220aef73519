"""Queries of reminders: planned by the key of the occasion, so that planning again changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Notice, Urgency
from storage.database import insert_into
from storage.outbox import Recipient
from storage.schema.reminders import reminders


@dataclass(frozen=True, slots=True)
class Plan:
    """A notice to be told to somebody at `due_at`; `key` names the occasion, for example `evaluation:12:due:7:34`."""

    key: str
    notice: Notice
    to: Recipient
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """A stored reminder; `state` is planned, fired or cancelled."""

    key: str
    kind: str
    payload: Mapping[str, Any]
    urgency: Urgency
    to: Recipient
    due_at: datetime
    state: str


async def plan(tx: AsyncConnection, key: str, notice: Notice, to: Recipient, due_at: datetime) -> None:
    """Plan one reminder; see `plan_many`."""
    await plan_many(tx, [Plan(key, notice, to, due_at)])


async def plan_many(tx: AsyncConnection, plans: Iterable[Plan]) -> None:
    """Plan reminders. One planned or cancelled before under the same key is replaced, one fired stays as it is."""
    rows = [
        {
            "key": each.key,
            "kind": each.notice.kind,
            "payload": each.notice.model_dump(mode="json"),
            "urgency": each.notice.urgency.value,
            "once": each.to.once,
            "cluster_id": each.to.cluster_id,
            "person_id": each.to.person_id,
            "chat_id": each.to.chat_id,
            "due_at": each.due_at,
            "state": "planned",
        }
        for each in plans
    ]
    if not rows:
        return
    insert = insert_into(tx, reminders)
    replaced = {name: insert.excluded[name] for name in rows[0] if name != "key"}
    await tx.execute(
        insert.on_conflict_do_update(index_elements=["key"], set_=replaced, where=reminders.c.state != "fired"), rows
    )


async def cancel(tx: AsyncConnection, prefix: str) -> int:
    """Cancel the planned reminders whose key begins with `prefix`; returns how many."""
    done = await tx.execute(
        update(reminders)
        .where(reminders.c.key.startswith(prefix, autoescape=True), reminders.c.state == "planned")
        .values(state="cancelled")
    )
    return done.rowcount


async def fire(tx: AsyncConnection, now: datetime, limit: int) -> list[Reminder]:
    """Take up to `limit` due reminders, the earliest first; they are fired when the transaction commits."""
    due = (
        select(reminders.c.id)
        .where(reminders.c.state == "planned", reminders.c.due_at <= now)
        .order_by(reminders.c.due_at, reminders.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    fired = await tx.execute(
        update(reminders).where(reminders.c.id.in_(due)).values(state="fired", fired_at=now).returning(reminders)
    )
    return [_reminder(row) for row in sorted(fired, key=lambda row: (row.due_at, row.id))]


async def planned(connection: AsyncConnection, prefix: str = "") -> list[Reminder]:
    """Reminders still to come whose key begins with `prefix`, the earliest first."""
    found = await connection.execute(
        select(reminders)
        .where(reminders.c.state == "planned", reminders.c.key.startswith(prefix, autoescape=True))
        .order_by(reminders.c.due_at, reminders.c.id)
    )
    return [_reminder(row) for row in found]


def _reminder(row: Any) -> Reminder:
    return Reminder(
        key=row.key,
        kind=row.kind,
        payload=row.payload,
        urgency=Urgency(row.urgency),
        to=Recipient(row.person_id, row.chat_id, row.cluster_id, row.once),
        due_at=row.due_at,
        state=row.state,
    )
