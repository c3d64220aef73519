"""Queries of how far into the future the open deadlines of clusters reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.states import SessionState
from storage.schema.directory import clusters
from storage.schema.evaluation import evaluation_sessions
from storage.schema.reminders import reminders


@dataclass(frozen=True, slots=True)
class Reach:
    """The last open deadline and the last planned reminder of a cluster, None where there is none."""

    cluster_id: int
    zone: str
    deadline: date | None
    reminder: datetime | None


async def reaches(connection: AsyncConnection) -> list[Reach]:
    """How far each cluster's deadlines reach."""
    deadline = (
        select(func.max(evaluation_sessions.c.deadline))
        .where(
            evaluation_sessions.c.cluster_id == clusters.c.id, evaluation_sessions.c.state != SessionState.CLOSED.value
        )
        .scalar_subquery()
    )
    reminder = (
        select(func.max(reminders.c.due_at))
        .where(reminders.c.cluster_id == clusters.c.id, reminders.c.state == "planned")
        .scalar_subquery()
    )
    found = await connection.execute(select(clusters.c.id, clusters.c.zone, deadline, reminder).order_by(clusters.c.id))
    return [Reach(*row) for row in found]


async def told_before(connection: AsyncConnection, keys: Sequence[str]) -> set[str]:
    """Which of these occasions reminders were planned for before."""
    if not keys:
        return set()
    found = await connection.scalars(select(reminders.c.key).where(reminders.c.key.in_(keys)))
    return {str(key) for key in found}
