"""Queries of where a person can belong: clusters and organisations to choose from, operators of personal data."""

from dataclasses import dataclass

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.directory import OrganisationKind
from storage.schema.directory import clusters, organisations


@dataclass(frozen=True, slots=True)
class ClusterChoice:
    """A cluster to choose."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation to choose; `name` fits a button."""

    id: int
    name: str
    kind: OrganisationKind


async def all_clusters(connection: AsyncConnection) -> list[ClusterChoice]:
    """Every cluster of the installation by name."""
    rows = await connection.execute(select(clusters.c.id, clusters.c.name).order_by(clusters.c.name, clusters.c.id))
    return [ClusterChoice(row[0], row[1]) for row in rows]


async def members(connection: AsyncConnection, cluster_id: int) -> list[OrganisationChoice]:
    """Organisations of a cluster by name."""
    rows = await connection.execute(
        select(organisations.c.id, organisations.c.short_name, organisations.c.kind)
        .where(organisations.c.cluster_id == cluster_id)
        .order_by(organisations.c.search, organisations.c.id)
    )
    return [OrganisationChoice(row[0], row[1], OrganisationKind(row[2])) for row in rows]


async def member(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> OrganisationChoice | None:
    """One organisation of a cluster."""
    row = (
        await connection.execute(
            select(organisations.c.id, organisations.c.short_name, organisations.c.kind).where(
                organisations.c.cluster_id == cluster_id, organisations.c.id == organisation_id
            )
        )
    ).one_or_none()
    return None if row is None else OrganisationChoice(row[0], row[1], OrganisationKind(row[2]))


async def leading(connection: AsyncConnection, cluster_id: int) -> int | None:
    """Id of the cluster's leading organisation."""
    found = await connection.scalar(
        select(organisations.c.id).where(organisations.c.cluster_id == cluster_id, organisations.c.is_leading == true())
    )
    return int(found) if found is not None else None


async def operators(connection: AsyncConnection, cluster_id: int | None = None) -> list[str]:
    """Names of the leading organisations, who answer for personal data: of one cluster, or of all."""
    statement = select(organisations.c.name).where(organisations.c.is_leading == true())
    if cluster_id is not None:
        statement = statement.where(organisations.c.cluster_id == cluster_id)
    return [str(name) for name in await connection.scalars(statement.order_by(organisations.c.id))]
