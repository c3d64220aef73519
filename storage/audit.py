"""Queries of the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema.audit import audit

Detail = int | float | bool | str | None

_ADD = insert(audit)  # made once: building it costs more than running it


@dataclass(frozen=True, slots=True)
class Entry:
    """One act; `actor_person_id` is None for what the program does by itself."""

    id: int
    at: datetime
    cluster_id: int | None
    actor_person_id: int | None
    action: str
    subject: str
    details: Mapping[str, Detail]


async def add(  # noqa: PLR0917 a line of the log is read in this order
    tx: AsyncConnection,
    actor_person_id: int | None,
    cluster_id: int | None,
    action: str,
    subject: str,
    at: datetime,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Note an act in the transaction that does it.

    Args:
        actor_person_id: who; None for the program itself.
        cluster_id: where; None for the installation.
        action: what, a stable word such as `evaluation_submitted`.
        subject: to what: `<table>:<id>`.
        at: when.
        details: ids, numbers and states only; never a name, a phone or a text of a person.
    """
    await tx.execute(
        _ADD,
        {
            "at": at,
            "cluster_id": cluster_id,
            "actor_person_id": actor_person_id,
            "action": action,
            "subject": subject,
            "details": dict(details or {}),
        },
    )


async def latest(
    connection: AsyncConnection, cluster_id: int | None, *, before: int | None = None, limit: int = 20
) -> list[Entry]:
    """A page of a cluster's log, newest first.

    Args:
        cluster_id: whose log; None for the installation's.
        before: only entries older than the one with this id.
        limit: entries on the page.
    """
    query = select(audit).where(audit.c.cluster_id == cluster_id).order_by(audit.c.id.desc()).limit(limit)
    return await _entries(connection, query if before is None else query.where(audit.c.id < before))


async def about(connection: AsyncConnection, subject: str) -> list[Entry]:
    """Everything done to one subject, oldest first."""
    return await _entries(connection, select(audit).where(audit.c.subject == subject).order_by(audit.c.id))


async def _entries(connection: AsyncConnection, query: object) -> list[Entry]:
    found = await connection.execute(query)  # type: ignore[call-overload]
    return [
        Entry(row.id, row.at, row.cluster_id, row.actor_person_id, row.action, row.subject, row.details)
        for row in found
    ]
