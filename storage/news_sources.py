"""Queries of what events arise from: rows of the adopted plans, meetings of the councils."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.meetings.states import MeetingState
from cluster.news.states import EventOrigin, EventState
from storage.schema.directory import clusters, councils, plan_rows, plans
from storage.schema.meetings import meetings
from storage.schema.news import news_events
from storage.schema.obligations import plan_adoptions

_E, _M, _R = news_events.c, meetings.c, plan_rows.c
_TOLD = (
    MeetingState.ANNOUNCED,
    MeetingState.RESCHEDULED,
    MeetingState.IN_PROGRESS,
    MeetingState.MINUTES,
    MeetingState.SIGNED,
)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A row of an adopted plan; `events`: how many arose from it already."""

    id: int
    number: str
    title: str
    deadline_text: str
    events: int


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting that was announced."""

    id: int
    council: str
    starts_at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Astray:
    """An event whose meeting is on another day by now, or cancelled."""

    event_id: int
    cluster_id: int
    zone: str
    first_day: date
    starts_at: datetime
    cancelled: bool


async def plan_lines(
    connection: AsyncConnection, cluster_id: int, today: date, *, limit: int = 8, offset: int = 0
) -> tuple[list[PlanLine], int]:
    """A page of the rows of the plans that are adopted and not over, and how many there are."""
    running = (
        select(_R.id)
        .join(plans, plans.c.id == _R.plan_id)
        .join(plan_adoptions, plan_adoptions.c.plan_id == plans.c.id)
        .where(plans.c.cluster_id == cluster_id, plans.c.last_day >= today, _R.position > 0)
    )
    made = (
        select(func.count())
        .where(_E.cluster_id == cluster_id, _E.origin == EventOrigin.PLAN_ROW.value, _E.origin_id == _R.id)
        .scalar_subquery()
    )
    total = await connection.scalar(select(func.count()).select_from(running.subquery()))
    found = await connection.execute(
        select(_R.id, _R.number, _R.title, _R.deadline_text, made)
        .where(_R.id.in_(running))
        .order_by(_R.plan_id, _R.position)
        .limit(limit)
        .offset(offset)
    )
    return [PlanLine(*row) for row in found], int(total or 0)


async def plan_line(connection: AsyncConnection, cluster_id: int, row_id: int) -> PlanLine | None:
    """One row of a plan of the cluster."""
    row = (
        await connection.execute(
            select(_R.id, _R.number, _R.title, _R.deadline_text)
            .join(plans, plans.c.id == _R.plan_id)
            .where(plans.c.cluster_id == cluster_id, _R.id == row_id)
        )
    ).one_or_none()
    return PlanLine(*row, events=0) if row else None


async def meeting_lines(
    connection: AsyncConnection, cluster_id: int, since: datetime, *, limit: int = 8, offset: int = 0
) -> tuple[list[MeetingLine], int]:
    """A page of the announced meetings from `since` on that no event arose from, and how many there are."""
    known = exists().where(_E.cluster_id == cluster_id, _of_meeting())
    conditions = (
        _M.cluster_id == cluster_id,
        _M.state.in_([state.value for state in _TOLD]),
        _M.starts_at >= since,
        ~known,
    )
    total = await connection.scalar(select(func.count()).select_from(meetings).where(*conditions))
    found = await connection.execute(
        select(_M.id, councils.c.name, _M.starts_at, _M.place)
        .join(councils, councils.c.id == _M.council_id)
        .where(*conditions)
        .order_by(_M.starts_at, _M.id)
        .limit(limit)
        .offset(offset)
    )
    return [MeetingLine(*row) for row in found], int(total or 0)


async def meeting_line(connection: AsyncConnection, cluster_id: int, meeting_id: int) -> MeetingLine | None:
    """One announced meeting of the cluster."""
    row = (
        await connection.execute(
            select(_M.id, councils.c.name, _M.starts_at, _M.place)
            .join(councils, councils.c.id == _M.council_id)
            .where(
                _M.cluster_id == cluster_id,
                _M.id == meeting_id,
                _M.state.in_([state.value for state in _TOLD]),
                _M.starts_at.is_not(None),
            )
        )
    ).one_or_none()
    return MeetingLine(*row) if row else None


async def event_of_meeting(connection: AsyncConnection, cluster_id: int, meeting_id: int) -> int | None:
    """The event that arose from a meeting."""
    query = select(_E.id).where(
        _E.cluster_id == cluster_id, _E.origin == EventOrigin.MEETING.value, _E.origin_id == meeting_id
    )
    found = await connection.scalar(query.order_by(_E.id).limit(1))
    return int(found) if found is not None else None


async def of_meetings(connection: AsyncConnection, since: date) -> Sequence[Astray]:
    """Planned events of meetings that end on `since` or later, with what the meetings say by now."""
    found = await connection.execute(
        select(_E.id, _E.cluster_id, clusters.c.zone, _E.first_day, _M.starts_at, _M.state)
        .join(meetings, _of_meeting())
        .join(clusters, clusters.c.id == _E.cluster_id)
        .where(_E.state == EventState.PLANNED.value, _E.last_day >= since, _M.starts_at.is_not(None))
    )
    return [Astray(*row[:5], cancelled=row[5] == MeetingState.CANCELLED.value) for row in found]


def _of_meeting() -> ColumnElement[bool]:
    return and_(_E.origin == EventOrigin.MEETING.value, _E.origin_id == _M.id)
