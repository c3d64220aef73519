"""Queries of placements: proposed, accepted, active ones, their mentors' teams and days, marks and outcomes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.practice.acceptance import DutyDay, Placement, PlacementReason, PlacementState, Side
from cluster.practice.after import Line, Outcome
from cluster.practice.places import Period, Shift, Supervision
from storage.database import insert_into
from storage.practice import LIVE_STATES, P
from storage.practice_requests import I, R
from storage.schema.directory import organisations
from storage.schema.practice import (
    practice_days,
    practice_interns,
    practice_placements,
    practice_places,
    practice_ratings,
    practice_requests,
    practice_teams,
)

Q, T, D = practice_placements.c, practice_teams.c, practice_days.c


@dataclass(frozen=True, slots=True)
class Visit:
    """One intern with one mentor on one day."""

    day: date
    shift: Shift
    mentor_id: int | None
    placement_id: int
    intern_id: int
    place_id: int


async def insert_placement(tx: AsyncConnection, values: dict[str, Any], team: Sequence[int]) -> int:
    """Store a placement with its team; gives its id."""
    placement_id = int((await tx.execute(insert(practice_placements).values(**values).returning(Q.id))).scalar_one())
    await set_team(tx, placement_id, team)
    return placement_id


async def set_team(tx: AsyncConnection, placement_id: int, team: Sequence[int]) -> None:
    """The mentors of a placement, the primary first."""
    await tx.execute(delete(practice_teams).where(T.placement_id == placement_id))
    rows = [{"placement_id": placement_id, "mentor_id": one, "rank": rank} for rank, one in enumerate(team)]
    if rows:
        await tx.execute(insert(practice_teams), rows)


async def set_days(tx: AsyncConnection, placement_id: int, days: Iterable[DutyDay]) -> None:
    """Who looks after the intern on each of these days; other days stay."""
    rows = [
        {"placement_id": placement_id, "day": one.day, "mentor_id": one.mentor_id, "shift": one.shift.value}
        for one in days
    ]
    if rows:
        statement = insert_into(tx, practice_days)
        changed = {"mentor_id": statement.excluded.mentor_id, "shift": statement.excluded.shift}
        await tx.execute(statement.on_conflict_do_update(index_elements=["placement_id", "day"], set_=changed), rows)


async def change_placement(tx: AsyncConnection, placement_id: int, **values: Any) -> None:
    """Change columns of a placement."""
    await tx.execute(update(practice_placements).where(Q.id == placement_id).values(**values, revision=Q.revision + 1))


async def placement(connection: AsyncConnection, cluster_id: int, placement_id: int) -> Placement | None:
    """A placement of the cluster."""
    found, _ = await placements(connection, cluster_id, ids=[placement_id])
    return found[0] if found else None


async def placements(
    connection: AsyncConnection,
    cluster_id: int | None,
    *,
    ids: Collection[int] | None = None,
    intern_ids: Collection[int] | None = None,
    place_id: int | None = None,
    run_id: int | None = None,
    states: Collection[PlacementState] | None = None,
    whose: ColumnElement[bool] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[list[Placement], int]:
    """Placements, live ones first, then by the first day; one page and how many in all.

    Args:
        cluster_id: None looks in all clusters (what the program does by itself).
        whose: `of_sides`, to see only somebody's own.
    """
    found: list[ColumnElement[bool]] = []
    for column, value in ((Q.cluster_id, cluster_id), (Q.place_id, place_id), (Q.run_id, run_id)):
        if value is not None:
            found.append(column == value)
    for column, values in ((Q.id, ids), (Q.intern_id, intern_ids)):
        if values is not None:
            found.append(column.in_(values))
    if states is not None:
        found.append(Q.state.in_([state.value for state in states]))
    if whose is not None:
        found.append(whose)
    total = await connection.scalar(select(func.count()).select_from(practice_placements).where(*found))
    order = (Q.state.not_in(LIVE_STATES), Q.first_day, Q.id.desc())
    query = select(practice_placements).where(*found).order_by(*order).limit(limit).offset(offset)
    rows = (await connection.execute(query)).all()
    teams = await _teams(connection, [row.id for row in rows])
    return [_placement(row, teams.get(row.id, ())) for row in rows], int(total or 0)


def of_sides(
    *, enterprises: Collection[int], colleges: Collection[int], mentor_ids: Collection[int], person_id: int
) -> ColumnElement[bool]:
    """Placements somebody takes part in: at their enterprise, of their college, with them as mentor, their own."""
    at = select(P.id).where(P.organisation_id.in_(enterprises))
    of = select(I.id).join(practice_requests, R.id == I.request_id).where(R.organisation_id.in_(colleges))
    own = select(I.id).where(I.person_id == person_id)
    taught = select(T.placement_id).where(T.mentor_id.in_(mentor_ids))
    return or_(Q.place_id.in_(at), Q.intern_id.in_(of), Q.intern_id.in_(own), Q.id.in_(taught))


async def _teams(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    teams: dict[int, tuple[int, ...]] = {}
    for start in range(0, len(ids), 500):  # a statement takes a limited number of values
        rows = await connection.execute(
            select(T.placement_id, T.mentor_id)
            .where(T.placement_id.in_(ids[start : start + 500]))
            .order_by(T.placement_id, T.rank)
        )
        for row in rows:
            teams[row.placement_id] = (*teams.get(row.placement_id, ()), row.mentor_id)
    return teams


def _placement(row: Any, team: tuple[int, ...]) -> Placement:
    return Placement(
        id=row.id,
        cluster_id=row.cluster_id,
        run_id=row.run_id,
        intern_id=row.intern_id,
        place_id=row.place_id,
        period=Period(row.first_day, row.last_day),
        state=PlacementState(row.state),
        team=team,
        answered=frozenset(map(Side, row.answered)),
        declined_by=Side(row.declined_by) if row.declined_by else None,
        reason=PlacementReason(row.reason) if row.reason else None,
        reason_text=row.reason_text,
        outcome=Outcome(row.outcome) if row.outcome else None,
        proposed_at=row.proposed_at,
        expires_at=row.expires_at,
        why=tuple(row.why),
        revision=row.revision,
    )


# --- what time does -------------------------------------------------------------------------------------------------


async def overdue(connection: AsyncConnection, now: datetime, latest_day: date) -> list[Placement]:
    """Placements that may have to change by themselves now.

    Args:
        latest_day: the latest date it is anywhere.
    """
    due = or_(
        and_(Q.state == PlacementState.PROPOSED.value, Q.expires_at <= now),
        and_(Q.state == PlacementState.ACCEPTED.value, Q.first_day <= latest_day),
        and_(Q.state == PlacementState.ACTIVE.value, Q.last_day < latest_day),
    )
    found, _ = await placements(connection, None, whose=due, limit=200)
    return found


# --- days -----------------------------------------------------------------------------------------------------------


def _visits() -> Select[Any]:
    return select(D.day, D.shift, D.mentor_id, D.placement_id, Q.intern_id, Q.place_id).join(
        practice_placements, Q.id == D.placement_id
    )


async def visits(
    connection: AsyncConnection,
    *,
    mentor_ids: Collection[int] | None = None,
    placement_id: int | None = None,
    place_ids: Collection[int] | None = None,
    first: date | None = None,
    last: date | None = None,
    states: Collection[str] = LIVE_STATES,
) -> list[Visit]:
    """Who comes to whom by day, of live placements."""
    found: list[ColumnElement[bool]] = [Q.state.in_(states)]
    if mentor_ids is not None:
        found.append(D.mentor_id.in_(mentor_ids))
    if placement_id is not None:
        found.append(D.placement_id == placement_id)
    if place_ids is not None:
        found.append(Q.place_id.in_(place_ids))
    if first is not None:
        found.append(D.day >= first)
    if last is not None:
        found.append(D.day <= last)
    rows = await connection.execute(_visits().where(*found).order_by(D.day, D.placement_id))
    return [
        Visit(row.day, Shift(row.shift), row.mentor_id, row.placement_id, row.intern_id, row.place_id) for row in rows
    ]


async def days_of(connection: AsyncConnection, placement_id: int) -> list[DutyDay]:
    """Who looks after the intern, day by day, whatever the state."""
    rows = await connection.execute(
        select(D.day, D.mentor_id, D.shift).where(D.placement_id == placement_id).order_by(D.day)
    )
    return [DutyDay(row.day, row.mentor_id, Shift(row.shift)) for row in rows]


async def taken_in(connection: AsyncConnection, place_id: int, period: Period) -> int:
    """How many live placements a place has that share a day with the period."""
    found = await connection.scalar(
        select(func.count())
        .select_from(practice_placements)
        .where(
            Q.place_id == place_id,
            Q.state.in_(LIVE_STATES),
            Q.first_day <= period.last,
            Q.last_day >= period.first,
        )
    )
    return int(found or 0)


# --- afterwards -----------------------------------------------------------------------------------------------------


async def rate(tx: AsyncConnection, placement_id: int, side: Side, *, mark: int, person_id: int, at: datetime) -> None:
    """Keep a mark; a later one replaces it."""
    statement = insert_into(tx, practice_ratings)
    values = {"placement_id": placement_id, "side": side.value, "mark": mark, "person_id": person_id, "given_at": at}
    changed = {name: statement.excluded[name] for name in ("mark", "person_id", "given_at")}
    await tx.execute(statement.on_conflict_do_update(index_elements=["placement_id", "side"], set_=changed), [values])


async def ratings(connection: AsyncConnection, placement_id: int) -> dict[Side, int]:
    """Marks given so far."""
    g = practice_ratings.c
    rows = await connection.execute(select(g.side, g.mark).where(g.placement_id == placement_id))
    return {Side(row.side): row.mark for row in rows}


async def employment(connection: AsyncConnection, cluster_id: int) -> list[Line]:
    """Practice × mentoring × employment: by enterprise and supervision, completed placements only."""
    o = organisations.c
    rows = await connection.execute(
        select(o.short_name, P.supervision, Q.outcome, func.count())
        .select_from(practice_placements)
        .join(practice_places, P.id == Q.place_id)
        .join(organisations, o.id == P.organisation_id)
        .where(Q.cluster_id == cluster_id, Q.state == PlacementState.COMPLETED.value)
        .group_by(o.short_name, P.supervision, Q.outcome)
        .order_by(o.short_name, P.supervision.desc())
    )
    counts: dict[tuple[str, bool], dict[str | None, int]] = {}
    for name, supervision, outcome, count in rows:
        counts.setdefault((name, supervision == Supervision.INDIVIDUAL.value), {})[outcome] = int(count)
    return [
        Line(name, mentored, sum(found.values()), found.get(Outcome.INVITED, 0), found.get(Outcome.HIRED, 0))
        for (name, mentored), found in counts.items()
    ]


async def records(connection: AsyncConnection, mentor_ids: Collection[int]) -> dict[int, tuple[int, int, int]]:
    """For primary mentors: interns who completed, of them hired or invited, interns now."""
    done, live = Q.state == PlacementState.COMPLETED.value, Q.state.in_(LIVE_STATES)
    hired = and_(done, Q.outcome.in_([Outcome.INVITED.value, Outcome.HIRED.value]))
    rows = await connection.execute(
        select(T.mentor_id, *(func.count().filter(what) for what in (done, hired, live)))
        .join(practice_placements, Q.id == T.placement_id)
        .where(T.mentor_id.in_(mentor_ids), T.rank == 0)
        .group_by(T.mentor_id)
    )
    return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rows}


async def counts(connection: AsyncConnection, cluster_id: int, whose: ColumnElement[bool] | None) -> dict[str, int]:
    """How many placements there are in each state."""
    found = [Q.cluster_id == cluster_id, *([whose] if whose is not None else [])]
    rows = await connection.execute(select(Q.state, func.count()).where(*found).group_by(Q.state))
    return {row[0]: int(row[1]) for row in rows}


async def parties(connection: AsyncConnection, placement_id: int) -> tuple[int, int, int | None]:
    """Ids of the enterprise, of the college, and of the intern's person if they are in the bot."""
    query = (
        select(P.organisation_id, R.organisation_id, I.person_id)
        .select_from(practice_placements)
        .join(practice_places, P.id == Q.place_id)
        .join(practice_interns, I.id == Q.intern_id)
        .join(practice_requests, R.id == I.request_id)
        .where(Q.id == placement_id)
    )
    row = (await connection.execute(query)).one()
    return row[0], row[1], row[2]
