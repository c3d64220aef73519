"""Queries of what colleges ask for: requests, their interns with clearances and wishes, lists that wait."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.practice.places import ClearanceKind, ContractForm, Period, PracticeKind
from cluster.practice.requests import Clearance, ClearanceState, Intern, Request, RequestState, code_of
from storage.database import insert_into
from storage.practice import LIVE_STATES
from storage.schema.directory import organisations
from storage.schema.people import memberships, people
from storage.schema.practice import (
    practice_clearances,
    practice_interns,
    practice_lists,
    practice_placements,
    practice_requests,
)

R, I = practice_requests.c, practice_interns.c  # noqa: E741
_O = organisations.c


async def request(connection: AsyncConnection, cluster_id: int, request_id: int) -> Request | None:
    """A request of the cluster."""
    row = (await connection.execute(_requests().where(R.id == request_id, R.cluster_id == cluster_id))).one_or_none()
    return _request(row) if row else None


def _requests() -> Select[Any]:
    return select(practice_requests, _O.short_name).join(organisations, _O.id == R.organisation_id)


async def requests(
    connection: AsyncConnection,
    cluster_id: int | None,
    *,
    organisations: Collection[int] | None = None,
    ids: Collection[int] | None = None,
    only_open: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[list[Request], int]:
    """Requests of the cluster, open ones and those that begin first first; one page and how many in all."""
    found: list[ColumnElement[bool]] = [] if cluster_id is None else [R.cluster_id == cluster_id]
    if organisations is not None:
        found.append(R.organisation_id.in_(organisations))
    if ids is not None:
        found.append(R.id.in_(ids))
    if only_open:
        found.append(R.state == RequestState.OPEN.value)
    total = await connection.scalar(select(func.count()).select_from(practice_requests).where(*found))
    order = (R.state != RequestState.OPEN.value, R.first_day, R.id)
    query = _requests().where(*found).order_by(*order).limit(limit).offset(offset)
    return [_request(row) for row in await connection.execute(query)], int(total or 0)


def _request(row: Any) -> Request:
    return Request(
        id=row.id,
        cluster_id=row.cluster_id,
        organisation_id=row.organisation_id,
        college=row.short_name,
        code=row.code,
        programme=row.programme,
        kind=PracticeKind(row.kind),
        period=Period(row.first_day, row.last_day),
        contracts=frozenset(map(ContractForm, row.contracts)),
        state=RequestState(row.state),
        created_by=row.created_by,
        created_at=row.created_at,
    )


def is_waiting() -> ColumnElement[bool]:
    """Whether an intern of an open request has no live placement and was not placed for good."""
    q = practice_placements.c
    placed = exists().where(q.intern_id == I.id, q.state.in_([*LIVE_STATES, "completed"]))
    return and_(~I.is_out, ~placed)


async def interns(
    connection: AsyncConnection,
    cluster_id: int | None,
    *,
    ids: Collection[int] | None = None,
    request_id: int | None = None,
    person_id: int | None = None,
    waiting: bool = False,
    only_open: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[list[Intern], int]:
    """Interns of the cluster in the order of the waiting list, with clearances; one page and how many in all.

    Args:
        waiting: only those without a live placement, of open requests.
        only_open: only those of open requests who did not leave.
    """
    found: list[ColumnElement[bool]] = [] if cluster_id is None else [I.cluster_id == cluster_id]
    if ids is not None:
        found.append(I.id.in_(ids))
    if request_id is not None:
        found.append(I.request_id == request_id)
    if person_id is not None:
        found.append(I.person_id == person_id)
    if waiting or only_open:
        opened = select(R.id).where(R.state == RequestState.OPEN.value)
        found += [I.request_id.in_(opened), ~I.is_out]
    if waiting:
        found.append(is_waiting())
    total = await connection.scalar(select(func.count()).select_from(practice_interns).where(*found))
    query = select(practice_interns).where(*found).order_by(I.is_out, I.waiting_since, I.id).limit(limit).offset(offset)
    rows = (await connection.execute(query)).all()
    held = await _clearances(connection, rows)
    return [_intern(row, tuple(held.get(row.id, ()))) for row in rows], int(total or 0)


async def intern(connection: AsyncConnection, cluster_id: int, intern_id: int) -> Intern | None:
    """An intern of the cluster."""
    found, _ = await interns(connection, cluster_id, ids=[intern_id])
    return found[0] if found else None


async def _clearances(connection: AsyncConnection, rows: Sequence[Any]) -> dict[int, list[Clearance]]:
    c = practice_clearances.c
    held: dict[int, list[Clearance]] = {}
    for start in range(0, len(rows), 500):  # a statement takes a limited number of values
        some = [row.id for row in rows[start : start + 500]]
        for row in await connection.execute(select(practice_clearances).where(c.intern_id.in_(some)).order_by(c.kind)):
            one = Clearance(ClearanceKind(row.kind), ClearanceState(row.state), row.due_on)
            held.setdefault(row.intern_id, []).append(one)
    return held


def _intern(row: Any, clearances: tuple[Clearance, ...]) -> Intern:
    return Intern(
        id=row.id,
        request_id=row.request_id,
        code=code_of(row.id),
        own_mark=row.own_mark,
        person_id=row.person_id,
        birth_year=row.birth_year,
        town=row.town,
        towns=tuple(row.towns),
        clearances=clearances,
        wishes=tuple(row.wishes),
        waiting_since=row.waiting_since,
        is_out=row.is_out,
    )


async def code_of_intern(connection: AsyncConnection, intern_id: int) -> str:
    """The speciality an intern is asked for with."""
    query = select(R.code).join(practice_interns, R.id == I.request_id).where(I.id == intern_id)
    return str((await connection.execute(query)).scalar_one())


async def add_interns(tx: AsyncConnection, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Store interns; gives their ids in order."""
    made = await tx.execute(insert(practice_interns).returning(I.id, sort_by_parameter_order=True), list(rows))
    return [int(row.id) for row in made]


async def change_request(tx: AsyncConnection, request_id: int, **values: Any) -> None:
    """Change columns of a request."""
    await tx.execute(update(practice_requests).where(R.id == request_id).values(**values))


async def change_intern(tx: AsyncConnection, intern_id: int, **values: Any) -> None:
    """Change columns of an intern."""
    await tx.execute(update(practice_interns).where(I.id == intern_id).values(**values))


async def marks_of(connection: AsyncConnection, request_id: int) -> set[str]:
    """The college's own numbers in a request."""
    return set(await connection.scalars(select(I.own_mark).where(I.request_id == request_id)))


async def set_clearances(tx: AsyncConnection, held: Iterable[tuple[int, Clearance]]) -> None:
    """Store clearances by intern; what was known of the same kind is replaced."""
    rows = [
        {"intern_id": intern_id, "kind": one.kind.value, "state": one.state.value, "due_on": one.on}
        for intern_id, one in held
    ]
    if rows:
        statement = insert_into(tx, practice_clearances)
        changed = {"state": statement.excluded.state, "due_on": statement.excluded.due_on}
        await tx.execute(statement.on_conflict_do_update(index_elements=["intern_id", "kind"], set_=changed), rows)


async def intern_people(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> list[tuple[int, str]]:
    """People with the role of an intern in a college who are linked to nobody: ids and names."""
    linked = exists().where(I.person_id == people.c.id, I.cluster_id == cluster_id, ~I.is_out)
    rows = await connection.execute(
        select(people.c.id, people.c.name)
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(
            memberships.c.cluster_id == cluster_id,
            memberships.c.organisation_id == organisation_id,
            memberships.c.role == Role.INTERN.value,
            memberships.c.until.is_(None),
            ~linked,
        )
        .order_by(people.c.search, people.c.id)
    )
    return [(row.id, row.name) for row in rows]


# --- lists ----------------------------------------------------------------------------------------------------------


async def stored_list(connection: AsyncConnection, cluster_id: int, list_id: int) -> Any:
    """A list that was read: `id`, `request_id`, `rows`, `faults`, `created_by`, `taken_at`; or None."""
    q = practice_lists.c
    query = select(practice_lists).where(q.id == list_id, q.cluster_id == cluster_id)
    return (await connection.execute(query)).one_or_none()


async def take_list(tx: AsyncConnection, list_id: int, at: datetime) -> None:
    """The rows of a list are interns now: what was read is dropped."""
    values = {"taken_at": at, "rows": [], "faults": []}
    await tx.execute(update(practice_lists).where(practice_lists.c.id == list_id).values(**values))


async def waiting_counts(connection: AsyncConnection, request_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """For each request, how many interns it has and how many of them have no place."""
    waits = func.sum(case((is_waiting(), 1), else_=0))
    rows = await connection.execute(
        select(I.request_id, func.count(), waits).where(I.request_id.in_(request_ids), ~I.is_out).group_by(I.request_id)
    )
    return {row[0]: (int(row[1]), int(row[2] or 0)) for row in rows}
