"""Queries of how far into the future the open deadlines of clusters reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.states import SessionState
from cluster.news.states import ObligationState
from storage.schema.directory import clusters
from storage.schema.evaluation import evaluation_sessions
from storage.schema.news import news_obligations
from storage.schema.reminders import reminders


@dataclass(frozen=True, slots=True)
class Reach:
    """The last open deadlines and the last planned reminder of a cluster, None where there is none.

    Args:
        deadline: of expert sheets.
        news: of news that is owed.
    """

    cluster_id: int
    zone: str
    deadline: date | None
    reminder: datetime | None
    news: datetime | None


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
    owed = news_obligations.c
    news = (
        select(func.max(owed.due_at))
        .where(owed.cluster_id == clusters.c.id, owed.state == ObligationState.OPEN.value)
        .scalar_subquery()
    )
    columns = (clusters.c.id, clusters.c.zone, deadline, reminder, news)
    found = await connection.execute(select(*columns).order_by(clusters.c.id))
    return [Reach(*row) for row in found]


async def told_before(connection: AsyncConnection, keys: Sequence[str]) -> set[str]:
    """Which of these occasions reminders were planned for before."""
    if not keys:
        return set()
    found = await connection.scalars(select(reminders.c.key).where(reminders.c.key.in_(keys)))
    return {str(key) for key in found}
