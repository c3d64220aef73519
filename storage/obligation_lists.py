"""Queries of the board: how many obligations stand how, and pages of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.obligations import Obligation, ObligationSource, ObligationState
from storage.obligation_pings import ANSWERING
from storage.obligations import COLUMNS, FROM, OPEN, obligation_of
from storage.schema.directory import organisations, plan_rows
from storage.schema.obligations import obligations
from storage.schema.people import memberships

_O, _M = obligations.c, memberships.c


class Which(StrEnum):
    """Lists of the board."""

    LATE = "late"
    WEEK = "week"
    RISK = "risk"
    CANNOT = "cannot"  # wait for the coordinator's decision
    UNDATED = "undated"
    NOBODY = "nobody"  # owed by an organisation that has nobody in the bot
    OPEN = "open"
    DONE = "done"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days a board is seen from, in the cluster's zone: today, the Sunday of this week, the end of what is near."""

    today: date
    sunday: date
    near: date


@dataclass(frozen=True, slots=True)
class Where:
    """Which obligations of a cluster are meant.

    Args:
        section_of: those of the section this plan row is in.
        organisation_id: those of one organisation.
        mine: those of a person, of these organisations, and, for a coordinator, of nobody in particular.
    """

    cluster_id: int
    section_of: int | None = None
    organisation_id: int | None = None
    mine: "Mine | None" = None


@dataclass(frozen=True, slots=True)
class Mine:
    """Whose obligations somebody answers for."""

    person_id: int
    organisations: frozenset[int]
    coordinates: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """A section or an organisation on the board; `key` is a row of the section, or the organisation."""

    key: int
    name: str
    open: int
    late: int
    done: int


async def counts(connection: AsyncConnection, where: Where, horizon: Horizon) -> dict[Which, int]:
    """How many obligations each list has, in one statement."""
    columns = [_count(which, horizon).label(which.value) for which in Which]
    row = (await connection.execute(select(*columns).select_from(FROM).where(*_filters(where)))).one()
    return {which: int(value) for which, value in zip(Which, row, strict=True)}


def _count(which: Which, horizon: Horizon) -> ColumnElement[int]:
    """How many a list has; what has no date is counted by rows of the plan: one answer gives the whole row its date."""
    if which is Which.UNDATED:
        return func.count(func.distinct(case((_condition(which, horizon), _ROW))))
    return func.coalesce(func.sum(case((_condition(which, horizon), 1), else_=0)), 0)


_ROW = _O.source_id * 2 + case((_O.source == ObligationSource.PLAN_ROW.value, 0), else_=1)
"""The plan's row or the decision an obligation comes from, as one number."""


async def page(
    connection: AsyncConnection, where: Where, which: Which, horizon: Horizon, *, limit: int, offset: int
) -> tuple[list[Obligation], int]:
    """A page of a list, the earliest deadline first, those without one last; and how many there are in all.

    Of what has no date: one obligation of each row of the plan.
    """
    found = [*_filters(where), _condition(which, horizon)]
    if which is Which.UNDATED:
        firsts = select(func.min(_O.id)).select_from(FROM).where(*found).group_by(_ROW)
        found = [_O.id.in_(firsts)]
    total = await connection.scalar(select(func.count()).select_from(FROM).where(*found))
    rows = await connection.execute(
        select(*COLUMNS)
        .select_from(FROM)
        .where(*found)
        .order_by(_O.due_on.is_(None), _O.due_on, plan_rows.c.position, _O.id)
        .limit(limit)
        .offset(offset)
    )
    return [obligation_of(row) for row in rows], int(total or 0)


async def everything(connection: AsyncConnection, where: Where) -> list[Obligation]:
    """All obligations meant, in the order of the plan: for files."""
    rows = await connection.execute(
        select(*COLUMNS)
        .select_from(FROM)
        .where(*_filters(where))
        .order_by(_O.source.desc(), plan_rows.c.plan_id, plan_rows.c.position, _O.due_on, organisations.c.short_name)
    )
    return [obligation_of(row) for row in rows]


async def by_section(connection: AsyncConnection, cluster_id: int, today: date) -> list[Tally]:
    """Sections of the plans in their order."""
    rows = await connection.execute(
        select(func.min(plan_rows.c.id), plan_rows.c.section, *_tallies(today))
        .select_from(FROM)
        .where(_O.cluster_id == cluster_id, _O.source == ObligationSource.PLAN_ROW.value)
        .group_by(plan_rows.c.plan_id, plan_rows.c.section)
        .order_by(plan_rows.c.plan_id.desc(), func.min(plan_rows.c.position))
    )
    return [_tally(row) for row in rows]


async def by_organisation(
    connection: AsyncConnection, cluster_id: int, today: date, *, limit: int, offset: int
) -> tuple[list[Tally], int]:
    """Organisations that owe or owed something, those with most late first; and how many there are."""
    meant = (_O.cluster_id == cluster_id, _O.organisation_id.is_not(None))
    total = await connection.scalar(select(func.count(func.distinct(_O.organisation_id))).where(*meant))
    late = _tallies(today)[1]
    rows = await connection.execute(
        select(_O.organisation_id, organisations.c.short_name, *_tallies(today))
        .select_from(FROM)
        .where(*meant)
        .group_by(_O.organisation_id, organisations.c.short_name)
        .order_by(late.desc(), organisations.c.short_name)
        .limit(limit)
        .offset(offset)
    )
    return [_tally(row) for row in rows], int(total or 0)


def _tally(row: Any) -> Tally:
    return Tally(row[0], row[1], int(row[2]), int(row[3]), int(row[4]))


def _tallies(today: date) -> tuple[ColumnElement[int], ...]:
    is_open = _O.state.in_(OPEN)
    return (
        func.sum(case((is_open, 1), else_=0)),
        func.sum(case((and_(is_open, _O.due_on < today), 1), else_=0)),
        func.sum(case((_O.state == ObligationState.DONE.value, 1), else_=0)),
    )


def _filters(where: Where) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_O.cluster_id == where.cluster_id]
    if where.section_of is not None:
        row = plan_rows.alias("section_row")
        same = select(row.c.section).where(row.c.id == where.section_of).scalar_subquery()
        plan = select(row.c.plan_id).where(row.c.id == where.section_of).scalar_subquery()
        found += [plan_rows.c.section == same, plan_rows.c.plan_id == plan]
    if where.organisation_id is not None:
        found.append(_O.organisation_id == where.organisation_id)
    if where.mine is not None:
        found.append(_is_mine(where.mine))
    return found


def _is_mine(mine: Mine) -> ColumnElement[bool]:
    """What they took, and what nobody took yet of their organisations; for a coordinator what has no organisation."""
    nobodys = and_(_O.organisation_id.is_(None), _O.person_id.is_(None)) if mine.coordinates else false()
    return or_(_O.person_id == mine.person_id, _O.organisation_id.in_(sorted(mine.organisations)), nobodys)


def _condition(which: Which, horizon: Horizon) -> ColumnElement[bool]:
    is_open = _O.state.in_(OPEN)
    conditions: Mapping[Which, ColumnElement[bool]] = {
        Which.LATE: and_(is_open, _O.due_on < horizon.today),
        Which.WEEK: and_(is_open, _O.due_on.between(horizon.today, horizon.sunday)),
        Which.RISK: and_(_O.due_on.between(horizon.today, horizon.near), _O.state == ObligationState.OPEN.value),
        Which.CANNOT: _O.state == ObligationState.CANNOT.value,
        Which.UNDATED: and_(is_open, _O.due_on.is_(None)),
        Which.NOBODY: and_(is_open, _O.organisation_id.is_not(None), _O.person_id.is_(None), ~_somebody()),
        Which.OPEN: is_open,
        Which.DONE: _O.state == ObligationState.DONE.value,
        Which.WAIVED: _O.state == ObligationState.WAIVED.value,
    }
    return conditions[which]


def _somebody() -> ColumnElement[bool]:
    return exists().where(
        _M.organisation_id == _O.organisation_id,
        _M.until.is_(None),
        _M.role.in_([role.value for role in ANSWERING]),
    )
