"""Queries of delivery: where people are written to, and who reads for whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.quiet import QuietHours
from storage.schema.directory import clusters
from storage.schema.people import memberships, people


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person as delivery needs them."""

    person_id: int
    telegram_id: int
    locale: str
    zone: str | None
    cluster_id: int | None
    quiet: QuietHours
    blocked: bool


async def addressees(connection: AsyncConnection, person_ids: Collection[int]) -> dict[int, Addressee]:
    """People who can be written to, by id; one who withdrew is absent."""
    found = await connection.execute(
        select(
            people.c.id,
            people.c.telegram_id,
            people.c.locale,
            clusters.c.zone,
            people.c.current_cluster_id,
            people.c.quiet_from,
            people.c.quiet_until,
            people.c.quiet_days_off,
            people.c.blocked_at,
        )
        .select_from(people.outerjoin(clusters, clusters.c.id == people.c.current_cluster_id))
        .where(people.c.id.in_(person_ids), people.c.telegram_id.is_not(None))
    )
    return {row[0]: _addressee(row) for row in found}


async def cluster_zones(connection: AsyncConnection, cluster_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Zone and locale of clusters, for letters to their channels and groups."""
    found = await connection.execute(
        select(clusters.c.id, clusters.c.zone, clusters.c.locale).where(clusters.c.id.in_(cluster_ids))
    )
    return {row[0]: (row[1], row[2]) for row in found}


async def stand_in(connection: AsyncConnection, person_id: int, cluster_id: int | None) -> int | None:
    """Who reads for somebody the bot cannot write to.

    Another person of the same organisation and role; else a coordinator of the cluster; None where there is nobody.
    """
    mine = select(memberships.c.organisation_id, memberships.c.role).where(
        memberships.c.person_id == person_id, memberships.c.until.is_(None), memberships.c.cluster_id == cluster_id
    )
    for organisation_id, role in (await connection.execute(mine.order_by(memberships.c.id))).all():
        if organisation_id is not None:
            found = await _first(
                connection,
                person_id,
                memberships.c.organisation_id == organisation_id,
                memberships.c.role == role,
            )
            if found is not None:
                return found
    return await _first(
        connection,
        person_id,
        memberships.c.cluster_id == cluster_id,
        memberships.c.role == Role.COORDINATOR.value,
    )


async def _first(connection: AsyncConnection, besides: int, *conditions: Any) -> int | None:
    found = await connection.scalar(
        select(people.c.id)
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(
            people.c.id != besides,
            people.c.telegram_id.is_not(None),
            people.c.blocked_at.is_(None),
            memberships.c.until.is_(None),
            *conditions,
        )
        .order_by(memberships.c.id)
        .limit(1)
    )
    return None if found is None else int(found)


def _addressee(row: Any) -> Addressee:
    return Addressee(row[0], row[1], row[2], row[3], row[4], QuietHours(row[5], row[6], row[7]), row[8] is not None)
