"""Queries of the base of practice places: what enterprises offer, and their mentors."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.practice.acceptance import LIVE, Side
from cluster.practice.mentors import Mentor, Rota, RotaKind
from cluster.practice.places import (
    ClearanceKind,
    ContractForm,
    Period,
    Place,
    PracticeKind,
    Requirement,
    Shift,
    Supervision,
)
from storage.schema.directory import organisations
from storage.schema.people import memberships, people
from storage.schema.practice import (
    practice_absences,
    practice_mentors,
    practice_placements,
    practice_places,
    practice_ratings,
    practice_teams,
)

P, M = practice_places.c, practice_mentors.c
_O = organisations.c
LIVE_STATES = sorted(state.value for state in LIVE)


async def insert_once(tx: AsyncConnection, table: Any, values: dict[str, Any]) -> int:
    """Store a row made from a draft; gives its id, or the id of the one made from the same draft before."""
    known = await made_of(tx, table, values["draft_key"])
    if known is not None:
        return known
    return int((await tx.execute(insert(table).values(**values).returning(table.c.id))).scalar_one())


async def made_of(connection: AsyncConnection, table: Any, draft_key: str) -> int | None:
    """Id of the row a draft has made already."""
    found: int | None = await connection.scalar(select(table.c.id).where(table.c.draft_key == draft_key))
    return found


async def organisation_names(connection: AsyncConnection, ids: Collection[int]) -> list[tuple[int, str]]:
    """Ids and short names."""
    rows = await connection.execute(select(_O.id, _O.short_name).where(_O.id.in_(ids)).order_by(_O.search))
    return [(row.id, row.short_name) for row in rows]


# --- places ---------------------------------------------------------------------------------------------------------


def place_values(place: Place) -> dict[str, Any]:
    """The columns an enterprise fills."""
    return {
        "site": place.site,
        "town": place.town,
        "specialities": list(place.specialities),
        "kinds": sorted(kind.value for kind in place.kinds),
        "first_day": place.period.first,
        "last_day": place.period.last,
        "capacity": place.capacity,
        "contracts": sorted(form.value for form in place.contracts),
        "requirements": {one.kind.value: one.lead_days for one in place.requirements},
        "shifts": sorted(shift.value for shift in place.shifts),
        "supervision": place.supervision.value,
        "production_order": place.production_order,
        "hires": place.hires,
        "mentoring_programme": place.mentoring_programme,
        "is_open": place.is_open,
    }


async def change_place(tx: AsyncConnection, place_id: int, **values: Any) -> None:
    """Change columns of a place."""
    await tx.execute(update(practice_places).where(P.id == place_id).values(**values, revision=P.revision + 1))


def _places() -> Select[Any]:
    return select(practice_places, _O.short_name).join(organisations, _O.id == P.organisation_id)


async def place(connection: AsyncConnection, cluster_id: int, place_id: int) -> Place | None:
    """A place of the cluster."""
    row = (await connection.execute(_places().where(P.id == place_id, P.cluster_id == cluster_id))).one_or_none()
    return _place(row) if row else None


async def places(
    connection: AsyncConnection,
    cluster_id: int,
    *,
    organisations: Collection[int] | None = None,
    ends_from: date | None = None,
    only_open: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[list[Place], int]:
    """Places of the cluster, those that begin first first.

    Args:
        organisations: only of these enterprises.
        ends_from: only those that end on this day or later.

    Returns:
        One page (all without `limit`) and how many there are in all.
    """
    found: list[ColumnElement[bool]] = [P.cluster_id == cluster_id]
    if organisations is not None:
        found.append(P.organisation_id.in_(organisations))
    if ends_from is not None:
        found.append(P.last_day >= ends_from)
    if only_open:
        found.append(P.is_open)
    total = await connection.scalar(select(func.count()).select_from(practice_places).where(*found))
    query = _places().where(*found).order_by(P.is_open.desc(), P.first_day, P.id).limit(limit).offset(offset)
    return [_place(row) for row in await connection.execute(query)], int(total or 0)


async def places_by_id(connection: AsyncConnection, cluster_id: int, ids: Collection[int]) -> dict[int, Place]:
    """Places of the cluster by id."""
    rows = await connection.execute(_places().where(P.cluster_id == cluster_id, P.id.in_(ids)))
    return {row.id: _place(row) for row in rows}


async def towns(connection: AsyncConnection, cluster_id: int) -> list[str]:
    """Towns of open places, those with most places first."""
    p = practice_places.c
    query = select(p.town).where(p.cluster_id == cluster_id, p.is_open).group_by(p.town)
    return list(await connection.scalars(query.order_by(func.count().desc(), p.town).limit(30)))


async def taken(connection: AsyncConnection, place_ids: Collection[int]) -> dict[int, int]:
    """How many live placements each place has."""
    q = practice_placements.c
    rows = await connection.execute(
        select(q.place_id, func.count()).where(q.place_id.in_(place_ids), q.state.in_(LIVE_STATES)).group_by(q.place_id)
    )
    return {row[0]: int(row[1]) for row in rows}


def _place(row: Any) -> Place:
    return Place(
        id=row.id,
        cluster_id=row.cluster_id,
        organisation_id=row.organisation_id,
        enterprise=row.short_name,
        site=row.site,
        town=row.town,
        specialities=tuple(row.specialities),
        kinds=frozenset(map(PracticeKind, row.kinds)),
        period=Period(row.first_day, row.last_day),
        capacity=row.capacity,
        contracts=frozenset(map(ContractForm, row.contracts)),
        requirements=tuple(Requirement(ClearanceKind(kind), days) for kind, days in sorted(row.requirements.items())),
        shifts=frozenset(map(Shift, row.shifts)),
        supervision=Supervision(row.supervision),
        production_order=row.production_order,
        hires=row.hires,
        mentoring_programme=row.mentoring_programme,
        is_open=row.is_open,
        revision=row.revision,
    )


# --- mentors --------------------------------------------------------------------------------------------------------


def mentor_values(mentor: Mentor) -> dict[str, Any]:
    """The columns an enterprise or the mentor fills."""
    return {
        "person_id": mentor.person_id,
        "label": mentor.label,
        "specialities": list(mentor.specialities),
        "interns_limit": mentor.limit,
        "rota": mentor.rota.kind.value,
        "anchor": mentor.rota.anchor,
        "dates": sorted(day.isoformat() for day in mentor.rota.dates),
        "trained_on": mentor.trained_on,
        "is_active": mentor.is_active,
    }


async def change_mentor(tx: AsyncConnection, mentor_id: int, **values: Any) -> None:
    """Change columns of a mentor."""
    await tx.execute(update(practice_mentors).where(M.id == mentor_id).values(**values, revision=M.revision + 1))


async def mentors(
    connection: AsyncConnection,
    cluster_id: int | None,
    *,
    ids: Collection[int] | None = None,
    organisations: Collection[int] | None = None,
    person_id: int | None = None,
    only_active: bool = False,
) -> list[Mentor]:
    """Mentors of the cluster (None: of all) by enterprise and label, with absences and mean mark; three statements."""
    found: list[ColumnElement[bool]] = [] if cluster_id is None else [M.cluster_id == cluster_id]
    if ids is not None:
        found.append(M.id.in_(ids))
    if organisations is not None:
        found.append(M.organisation_id.in_(organisations))
    if person_id is not None:
        found.append(M.person_id == person_id)
    if only_active:
        found.append(M.is_active)
    query = select(practice_mentors, _O.short_name).join_from(
        practice_mentors, _organisations_table(), _O.id == M.organisation_id
    )
    rows = (await connection.execute(query.where(*found).order_by(_O.short_name, M.label, M.id))).all()
    mentor_ids = [row.id for row in rows]
    away = await _absences(connection, mentor_ids)
    marks = await _marks(connection, mentor_ids)
    return [_mentor(row, tuple(away.get(row.id, ())), marks.get(row.id)) for row in rows]


def _organisations_table() -> Any:
    """The table itself, where a parameter has its name."""
    return organisations


async def mentor(connection: AsyncConnection, cluster_id: int, mentor_id: int) -> Mentor | None:
    """A mentor of the cluster."""
    found = await mentors(connection, cluster_id, ids=[mentor_id])
    return found[0] if found else None


async def _absences(connection: AsyncConnection, mentor_ids: Collection[int]) -> dict[int, list[Period]]:
    a = practice_absences.c
    rows = await connection.execute(
        select(a.mentor_id, a.first_day, a.last_day).where(a.mentor_id.in_(mentor_ids)).order_by(a.first_day, a.id)
    )
    found: dict[int, list[Period]] = {}
    for row in rows:
        found.setdefault(row.mentor_id, []).append(Period(row.first_day, row.last_day))
    return found


async def _marks(connection: AsyncConnection, mentor_ids: Collection[int]) -> dict[int, float]:
    """Mean mark of each primary mentor by interns and colleges."""
    t, g = practice_teams.c, practice_ratings.c
    rows = await connection.execute(
        select(t.mentor_id, func.avg(g.mark))
        .join(practice_ratings, and_(g.placement_id == t.placement_id, g.side == Side.INTERN.value))
        .where(t.mentor_id.in_(mentor_ids), t.rank == 0)
        .group_by(t.mentor_id)
    )
    return {row[0]: float(row[1]) for row in rows}


async def remove_absence(tx: AsyncConnection, mentor_id: int, period: Period) -> None:
    """The mentor is there after all."""
    a = practice_absences.c
    await tx.execute(
        practice_absences.delete().where(
            a.mentor_id == mentor_id, a.first_day == period.first, a.last_day == period.last
        )
    )


async def candidates(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> list[tuple[int, str]]:
    """People with the role of a mentor in the enterprise who are in its list of mentors not yet: ids and names."""
    listed = exists().where(M.organisation_id == organisation_id, M.person_id == people.c.id)
    rows = await connection.execute(
        select(people.c.id, people.c.name)
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(
            memberships.c.cluster_id == cluster_id,
            memberships.c.organisation_id == organisation_id,
            memberships.c.role == Role.MENTOR.value,
            memberships.c.until.is_(None),
            ~listed,
        )
        .order_by(people.c.search, people.c.id)
    )
    return [(row.id, row.name) for row in rows]


def _mentor(row: Any, absences: tuple[Period, ...], rating: float | None) -> Mentor:
    return Mentor(
        id=row.id,
        cluster_id=row.cluster_id,
        organisation_id=row.organisation_id,
        enterprise=row.short_name,
        person_id=row.person_id,
        label=row.label,
        specialities=tuple(row.specialities),
        limit=row.interns_limit,
        rota=Rota(RotaKind(row.rota), row.anchor, frozenset(map(date.fromisoformat, row.dates))),
        absences=absences,
        trained_on=row.trained_on,
        rating=rating,
        is_active=row.is_active,
        revision=row.revision,
    )
