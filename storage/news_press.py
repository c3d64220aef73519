"""Queries of who writes for an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.directory import OrganisationKind
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.news import news_organisations
from storage.schema.people import memberships, people

_O, _P, _M = organisations.c, news_organisations.c, memberships.c
REACHED = exists().where(_M.organisation_id == _O.id, _M.role == Role.COLLEGE.value, _M.until.is_(None))
"""Somebody speaks for the college in the bot."""


@dataclass(frozen=True, slots=True)
class Press:
    """A college and who is reminded first.

    Args:
        responsible_id, responsible: None when nobody is named, or who was named speaks for it no more.
        writers: how many people speak for it in the bot.
        trusted: its items skip the review.
    """

    organisation_id: int
    organisation: str
    responsible_id: int | None
    responsible: str | None
    writers: int
    trusted: bool


def _speaks(organisation: Any, person: Any) -> Any:
    return and_(
        _M.organisation_id == organisation, _M.person_id == person, _M.role == Role.COLLEGE.value, _M.until.is_(None)
    )


def _press() -> Select[Any]:
    named = and_(people.c.id == _P.responsible_id, exists().where(_speaks(_O.id, people.c.id)))
    writers = (
        select(func.count(_M.person_id.distinct()))
        .where(_M.organisation_id == _O.id, _M.role == Role.COLLEGE.value, _M.until.is_(None))
        .scalar_subquery()
    )
    return (
        select(_O.id, _O.short_name, people.c.id, people.c.name, writers, func.coalesce(_P.trusted, False))
        .outerjoin(news_organisations, _P.organisation_id == _O.id)
        .outerjoin(people, named)
    )


def _colleges(cluster_id: int) -> list[Any]:
    return [
        _O.cluster_id == cluster_id,
        _O.kind == OrganisationKind.COLLEGE.value,
        or_(_O.is_member == true(), REACHED),
    ]


async def colleges(
    connection: AsyncConnection, cluster_id: int, only: Sequence[int] | None, *, limit: int = 8, offset: int = 0
) -> tuple[list[Press], int]:
    """A page of the cluster's colleges, those with somebody in the bot first; `only` these when given."""
    conditions = _colleges(cluster_id)
    if only is not None:
        conditions.append(_O.id.in_(list(only)))
    total = await connection.scalar(select(func.count()).select_from(organisations).where(*conditions))
    found = await connection.execute(
        _press().where(*conditions).order_by(REACHED.desc(), _O.search, _O.id).limit(limit).offset(offset)
    )
    return [Press(*row) for row in found], int(total or 0)


async def college(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> Press | None:
    """One college of the cluster."""
    row = (await connection.execute(_press().where(*_colleges(cluster_id), _O.id == organisation_id))).one_or_none()
    return Press(*row) if row else None


async def people_of(connection: AsyncConnection, organisation_id: int) -> list[tuple[int, str]]:
    """Who speaks for an organisation: id and name, by age of the role."""
    found = await connection.execute(
        select(people.c.id, people.c.name)
        .join(memberships, _M.person_id == people.c.id)
        .where(_M.organisation_id == organisation_id, _M.role == Role.COLLEGE.value, _M.until.is_(None))
        .group_by(people.c.id, people.c.name)
        .order_by(func.min(_M.id))
    )
    return [(row[0], row[1]) for row in found]


async def is_trusted(connection: AsyncConnection, organisation_id: int) -> bool:
    """Whether the organisation's items skip the review."""
    query = select(news_organisations.c.trusted).where(news_organisations.c.organisation_id == organisation_id)
    return bool(await connection.scalar(query))


async def set_organisation(tx: AsyncConnection, organisation_id: int, **values: Any) -> None:
    """Change how an organisation is treated: `trusted`, `responsible_id`."""
    statement = insert_into(tx, news_organisations).values(
        {"organisation_id": organisation_id, "trusted": False, **values}
    )
    await tx.execute(statement.on_conflict_do_update(index_elements=["organisation_id"], set_=values))


async def responsible(connection: AsyncConnection, organisation_id: int) -> tuple[int, str] | None:
    """Who is named for an organisation, and what the organisation is called."""
    row = (
        await connection.execute(
            select(_P.responsible_id, _O.short_name)
            .join(organisations, _O.id == _P.organisation_id)
            .where(_P.organisation_id == organisation_id, _P.responsible_id.is_not(None))
        )
    ).one_or_none()
    return (row[0], row[1]) if row else None
