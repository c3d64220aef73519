"""Queries of events that are over, as rows «N рабочих дней после события» of adopted plans need them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.news.states import EventState, ObligationState
from storage.schema.directory import plan_rows, plans
from storage.schema.news import news_events, news_obligations
from storage.schema.obligations import plan_adoptions

_E, _O, _A = news_events.c, news_obligations.c, plan_adoptions.c


@dataclass(frozen=True, slots=True)
class Owing:
    """An organisation of an event that is over, with how far its news is.

    Args:
        is_held: whether the event took place.
        link: where the organisation published it itself.
    """

    event_id: int
    event: str
    first_day: date
    last_day: date
    is_held: bool
    organisation_id: int
    news: ObligationState
    news_due_at: datetime
    link: str | None


async def adopted_texts(connection: AsyncConnection) -> list[tuple[int, int, str]]:
    """Cluster, plan and «Срок исполнения» of every row of adopted plans in clusters that have events."""
    with_events = select(_E.cluster_id).distinct()
    rows = await connection.execute(
        select(_A.cluster_id, _A.plan_id, plan_rows.c.deadline_text)
        .join(plan_rows, plan_rows.c.plan_id == _A.plan_id)
        .join(plans, plans.c.id == _A.plan_id)
        .where(_A.cluster_id.in_(with_events), plan_rows.c.position > 0)
        .distinct()
    )
    return [(row[0], row[1], row[2]) for row in rows]


async def over(connection: AsyncConnection, cluster_id: int, first: date, last: date) -> list[Owing]:
    """Events of a cluster that ended between two days, an entry for each of their organisations."""
    rows = await connection.execute(
        select(
            _E.id, _E.title, _E.first_day, _E.last_day, _E.state, _O.organisation_id, _O.state, _O.due_at, _O.link,
        )
        .join(news_obligations, _O.event_id == _E.id)
        .where(_E.cluster_id == cluster_id, _E.last_day.between(first, last))
        .order_by(_E.id, _O.organisation_id)
    )  # fmt: skip
    return [
        Owing(*row[:4], row[4] == EventState.PLANNED.value, row[5], ObligationState(row[6]), *row[7:]) for row in rows
    ]
