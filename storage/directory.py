"""Queries of the directory: clusters, organisations, specialities, calendar corrections."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.directory import (
    Cluster,
    Contents,
    Organisation,
    OrganisationKind,
    OrganisationName,
    Speciality,
    fold,
)
from storage.schema.directory import (
    acts,
    calendar_corrections,
    clusters,
    council_meetings,
    councils,
    organisation_specialities,
    organisations,
    plan_rows,
    plans,
    sheets,
    specialities,
)
from storage.schema.people import memberships

_O = organisations.c
_CLUSTER = (
    clusters.c.id,
    clusters.c.name,
    clusters.c.zone,
    clusters.c.locale,
    clusters.c.preset,
    clusters.c.created_at,
)
_ORGANISATION = (
    _O.id, _O.cluster_id, _O.kind, _O.printed_name, _O.name, _O.short_name, _O.parent_id, _O.is_leading, _O.is_member,
)  # fmt: skip


# --- clusters -------------------------------------------------------------------------------------------------------


async def insert_cluster(  # noqa: PLR0917 - a cluster is exactly this
    tx: AsyncConnection, name: str, zone: str, locale: str, preset: str | None, draft_key: str, at: datetime
) -> int:
    """Store a new cluster; gives its id."""
    values = {"name": name, "zone": zone, "locale": locale, "preset": preset, "draft_key": draft_key, "created_at": at}
    return int((await tx.execute(insert(clusters).values(**values).returning(clusters.c.id))).scalar_one())


async def cluster(connection: AsyncConnection, cluster_id: int) -> Cluster | None:
    """A cluster by id."""
    row = (await connection.execute(select(*_CLUSTER).where(clusters.c.id == cluster_id))).one_or_none()
    return Cluster(*row) if row else None


async def cluster_of_draft(connection: AsyncConnection, draft_key: str) -> Cluster | None:
    """The cluster a form has made already."""
    row = (await connection.execute(select(*_CLUSTER).where(clusters.c.draft_key == draft_key))).one_or_none()
    return Cluster(*row) if row else None


async def clusters_of_person(connection: AsyncConnection, person_id: int) -> list[Cluster]:
    """Clusters in which a person has a role now, oldest first."""
    held = select(memberships.c.cluster_id).where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
    query = select(*_CLUSTER).where(clusters.c.id.in_(held)).order_by(clusters.c.id)
    return [Cluster(*row) for row in await connection.execute(query)]


async def contents(connection: AsyncConnection, cluster_id: int) -> Contents:
    """How much of everything a cluster has."""
    kinds = await count_by_kind(connection, cluster_id)
    of_plans = select(plans.c.id).where(plans.c.cluster_id == cluster_id)
    of_councils = select(councils.c.id).where(councils.c.cluster_id == cluster_id)
    counts = (
        _count(specialities).where(specialities.c.cluster_id == cluster_id),
        _count(councils).where(councils.c.cluster_id == cluster_id),
        _count(council_meetings).where(council_meetings.c.council_id.in_(of_councils)),
        _count(plans).where(plans.c.cluster_id == cluster_id),
        _count(plan_rows).where(plan_rows.c.plan_id.in_(of_plans)),
        _count(acts).where(acts.c.cluster_id == cluster_id),
        _count(sheets).where(sheets.c.cluster_id == cluster_id),
    )
    row = (await connection.execute(select(*(query.scalar_subquery() for query in counts)))).one()
    return Contents(kinds, *(int(value) for value in row))


def _count(table: Any) -> Select[Any]:
    return select(func.count()).select_from(table)


# --- organisations --------------------------------------------------------------------------------------------------


async def insert_organisation(
    tx: AsyncConnection,
    cluster_id: int,
    kind: OrganisationKind,
    name: OrganisationName,
    *,
    parent_id: int | None = None,
    is_leading: bool = False,
    is_member: bool = True,
    sources: Iterable[Mapping[str, str]] = (),
    draft_key: str | None = None,
) -> int:
    """Store an organisation; gives its id."""
    named = tuple(sources)
    values = {
        "cluster_id": cluster_id,
        "kind": kind.value,
        **_names(name),
        "search": _search(name, (entry["printed"] for entry in named)),
        "printed_name": named[0]["printed"] if named else name.full,
        "parent_id": parent_id,
        "is_leading": is_leading,
        "is_member": is_member,
        "sources": list(named),
        "draft_key": draft_key,
    }
    return int((await tx.execute(insert(organisations).values(**values).returning(_O.id))).scalar_one())


async def rename_organisation(tx: AsyncConnection, organisation_id: int, name: OrganisationName) -> None:
    """Change the names people read; what the sources print stays and is still found."""
    sources = (await tx.execute(select(_O.sources).where(_O.id == organisation_id))).scalar_one()
    values = {**_names(name), "search": _search(name, (entry["printed"] for entry in sources))}
    await tx.execute(update(organisations).where(_O.id == organisation_id).values(**values))


def _names(name: OrganisationName) -> dict[str, str]:
    return {"name": name.full, "short_name": name.short}


def _search(name: OrganisationName, printed: Iterable[str]) -> str:
    """Folded names, the short one first: the column is also what lists are ordered by."""
    return " ".join(dict.fromkeys(fold(text) for text in (name.short, name.full, *printed)))


async def organisation(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> Organisation | None:
    """An organisation of a cluster."""
    query = select(*_ORGANISATION).where(_O.id == organisation_id, _O.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _organisation(row) if row else None


async def organisation_of_draft(connection: AsyncConnection, cluster_id: int, draft_key: str) -> Organisation | None:
    """The organisation a form has made already."""
    query = select(*_ORGANISATION).where(_O.draft_key == draft_key, _O.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _organisation(row) if row else None


async def organisation_called(connection: AsyncConnection, cluster_id: int, full_name: str) -> Organisation | None:
    """An organisation of the cluster with this name, whatever its case and quotes."""
    rows = await connection.execute(
        select(*_ORGANISATION).where(_O.cluster_id == cluster_id, _O.search.contains(fold(full_name), autoescape=True))
    )
    return next((_organisation(row) for row in rows if fold(row.name) == fold(full_name)), None)


async def organisations_of(
    connection: AsyncConnection,
    cluster_id: int,
    *,
    kind: OrganisationKind | None = None,
    parent_id: int | None = None,
    words: str = "",
    limit: int,
    offset: int = 0,
) -> tuple[list[Organisation], int]:
    """Organisations of a cluster: the leading college, then all by short name.

    Args:
        kind: only these.
        parent_id: only the enterprises of this union.
        words: folded words that must all occur in one of the names.

    Returns:
        One page and how many there are in all.
    """
    found = [_O.cluster_id == cluster_id, *(_O.search.contains(word, autoescape=True) for word in words.split())]
    if kind is not None:
        found.append(_O.kind == kind.value)
    if parent_id is not None:
        found.append(_O.parent_id == parent_id)
    total = await connection.scalar(_count(organisations).where(*found))
    query = (
        select(*_ORGANISATION)
        .where(*found)
        .order_by(_O.is_leading.desc(), _O.search, _O.id)
        .limit(limit)
        .offset(offset)
    )
    return [_organisation(row) for row in await connection.execute(query)], int(total or 0)


async def count_by_kind(connection: AsyncConnection, cluster_id: int) -> dict[OrganisationKind, int]:
    """How many organisations of each kind a cluster has; kinds it has none of are left out."""
    rows = await connection.execute(select(_O.kind, func.count()).where(_O.cluster_id == cluster_id).group_by(_O.kind))
    return {OrganisationKind(row[0]): int(row[1]) for row in rows}


def _organisation(row: Any) -> Organisation:
    return Organisation(row.id, row.cluster_id, OrganisationKind(row.kind), *row[3:])


# --- specialities ---------------------------------------------------------------------------------------------------


async def insert_speciality(
    tx: AsyncConnection, cluster_id: int, *, code: str, group_code: str, name: str, taught_by: Iterable[int]
) -> int:
    """Store a speciality or a group of them, with the colleges that teach it; gives its id."""
    values = {"cluster_id": cluster_id, "code": code, "group_code": group_code, "name": name}
    statement = insert(specialities).values(**values).returning(specialities.c.id)
    speciality_id = int((await tx.execute(statement)).scalar_one())
    links = [{"organisation_id": college, "speciality_id": speciality_id} for college in taught_by]
    if links:
        await tx.execute(insert(organisation_specialities), links)
    return speciality_id


async def specialities_of(
    connection: AsyncConnection, cluster_id: int, organisation_id: int | None = None
) -> list[Speciality]:
    """Specialities of a cluster, or those one of its colleges teaches, by code."""
    known = specialities.c
    query = select(known.id, known.code, known.group_code, known.name).where(known.cluster_id == cluster_id)
    if organisation_id is not None:
        taught = organisation_specialities.c
        query = query.where(known.id.in_(select(taught.speciality_id).where(taught.organisation_id == organisation_id)))
    return [Speciality(*row) for row in await connection.execute(query.order_by(known.code))]


# --- calendar -------------------------------------------------------------------------------------------------------


async def replace_corrections(
    tx: AsyncConnection, cluster_id: int, year: int, days: Mapping[date, bool], at: datetime
) -> None:
    """What is known of a year from now on; what was loaded for it before is forgotten."""
    known = calendar_corrections.c
    await tx.execute(
        delete(calendar_corrections).where(
            known.cluster_id == cluster_id, known.day.between(date(year, 1, 1), date(year, 12, 31))
        )
    )
    rows = [
        {"cluster_id": cluster_id, "day": day, "is_working": working, "loaded_at": at} for day, working in days.items()
    ]
    await tx.execute(insert(calendar_corrections), rows)


async def working_calendar(connection: AsyncConnection, cluster_id: int) -> WorkingCalendar:
    """The working calendar of a cluster with what its coordinators corrected."""
    known = calendar_corrections.c
    rows = await connection.execute(select(known.day, known.is_working).where(known.cluster_id == cluster_id))
    return WorkingCalendar({row[0]: bool(row[1]) for row in rows})


async def corrected_clusters(connection: AsyncConnection) -> list[int]:
    """Clusters whose coordinators corrected the calendar."""
    rows = await connection.scalars(select(calendar_corrections.c.cluster_id).distinct())
    return [int(row) for row in rows]
