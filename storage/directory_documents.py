"""Queries of a cluster's documents: councils and their calendars, normative acts, work plans, sheets."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.directory import Act, Council, CouncilKind, CouncilMeeting, CouncilMeetingState
from cluster.plan import Plan, PlanRow, PlanYear
from storage.schema.directory import acts, council_meetings, councils, plan_rows, plans, sheets


async def insert_council(
    tx: AsyncConnection, cluster_id: int, kind: CouncilKind, name: str, meetings: Iterable[Mapping[str, Any]]
) -> int:
    """Store a council with its calendar; a meeting is `state, printed_when, first_day, last_day, agenda`."""
    statement = insert(councils).values(cluster_id=cluster_id, kind=kind.value, name=name).returning(councils.c.id)
    council_id = int((await tx.execute(statement)).scalar_one())
    rows = [{**meeting, "council_id": council_id, "position": n} for n, meeting in enumerate(meetings, start=1)]
    if rows:
        await tx.execute(insert(council_meetings), rows)
    return council_id


async def councils_of(connection: AsyncConnection, cluster_id: int) -> list[Council]:
    """Councils of a cluster in the order they were made."""
    known = councils.c
    query = select(known.id, known.kind, known.name).where(known.cluster_id == cluster_id).order_by(known.id)
    return [Council(row[0], CouncilKind(row[1]), row[2]) for row in await connection.execute(query)]


async def council_meetings_of(connection: AsyncConnection, council_id: int) -> list[CouncilMeeting]:
    """The calendar of a council in the order of its documents."""
    query = select(council_meetings).where(council_meetings.c.council_id == council_id)
    return [
        CouncilMeeting(
            row.id, row.council_id, row.position, CouncilMeetingState(row.state),
            row.printed_when, row.first_day, row.last_day, row.agenda,
        )
        for row in await connection.execute(query.order_by(council_meetings.c.position))
    ]  # fmt: skip


async def insert_act(tx: AsyncConnection, cluster_id: int, title: str, issued_on: date, number: str | None) -> None:
    """Store a normative act."""
    await tx.execute(insert(acts).values(cluster_id=cluster_id, title=title, issued_on=issued_on, number=number))


async def acts_of(connection: AsyncConnection, cluster_id: int) -> list[Act]:
    """Normative acts of a cluster in the order of the report."""
    query = select(acts.c.id, acts.c.title, acts.c.issued_on, acts.c.number).where(acts.c.cluster_id == cluster_id)
    return [Act(*row) for row in await connection.execute(query.order_by(acts.c.id))]


async def insert_plan(
    tx: AsyncConnection, cluster_id: int, values: Mapping[str, Any], rows: Iterable[Mapping[str, str]]
) -> int:
    """Store a plan (`title, year, first_day, last_day, is_draft, source`) with its rows in order; gives its id."""
    statement = insert(plans).values(cluster_id=cluster_id, **values).returning(plans.c.id)
    plan_id = int((await tx.execute(statement)).scalar_one())
    await tx.execute(
        insert(plan_rows), [{**row, "plan_id": plan_id, "position": n} for n, row in enumerate(rows, start=1)]
    )
    return plan_id


async def plans_of(connection: AsyncConnection, cluster_id: int) -> list[Plan]:
    """Plans of a cluster, oldest first."""
    known = plans.c
    kept = (plan_rows.c.plan_id == known.id, plan_rows.c.position > 0)
    rows = select(func.count()).select_from(plan_rows).where(*kept).scalar_subquery()
    query = select(known.id, known.title, known.year, known.first_day, known.last_day, known.is_draft, rows)
    found = await connection.execute(query.where(known.cluster_id == cluster_id).order_by(known.first_day, known.id))
    return [Plan(row[0], row[1], PlanYear(row[2]), *row[3:]) for row in found]


async def plan_rows_of(connection: AsyncConnection, cluster_id: int, plan_id: int) -> list[PlanRow]:
    """Rows of a plan of the cluster in their order."""
    known = plan_rows.c
    columns = (
        known.id, known.position, known.section, known.number,
        known.title, known.executors, known.deadline_text, known.result,
    )  # fmt: skip
    query = select(*columns).join(plans, plans.c.id == known.plan_id)
    query = query.where(known.plan_id == plan_id, plans.c.cluster_id == cluster_id, known.position > 0)
    return [PlanRow(*row) for row in await connection.execute(query.order_by(known.position))]


async def insert_sheet(  # noqa: PLR0917 - a version of a sheet is exactly this
    tx: AsyncConnection,
    cluster_id: int,
    code: str,
    title: str,
    content: Mapping[str, Any],
    at: datetime,
    *,
    current: bool = True,
) -> int:
    """Store the next version of a sheet; gives its id. Earlier versions stay for what was scored on them.

    Args:
        current: whether new sessions take it from now on.
    """
    known = sheets.c
    latest = await tx.scalar(select(func.max(known.version)).where(known.cluster_id == cluster_id, known.code == code))
    values = {"cluster_id": cluster_id, "code": code, "version": (latest or 0) + 1, "title": title}
    values |= {"content": dict(content), "created_at": at, "current_from": at if current else None}
    statement = insert(sheets).values(**values).returning(known.id)
    return int((await tx.execute(statement)).scalar_one())
