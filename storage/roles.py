"""Queries of roles: given, ended, who holds them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Membership, Role
from cluster.people import HeldRole
from storage.schema.directory import clusters, organisations
from storage.schema.people import memberships, people


def _active_key(person_id: int, held: Membership) -> str:
    return f"{person_id}:{held.cluster_id or 0}:{held.organisation_id or 0}:{held.role}"


async def grant(
    tx: AsyncConnection, person_id: int, held: Membership, by: int | None, at: datetime
) -> tuple[int, bool]:
    """Give a role.

    Returns:
        The membership's id, and False when the person had the role already.
    """
    key = _active_key(person_id, held)
    existing = await tx.scalar(select(memberships.c.id).where(memberships.c.active_key == key))
    if existing is not None:
        return int(existing), False
    statement = insert(memberships).values(
        person_id=person_id,
        cluster_id=held.cluster_id,
        organisation_id=held.organisation_id,
        role=held.role.value,
        since=at,
        granted_by=by,
        active_key=key,
    )
    membership_id = int((await tx.execute(statement.returning(memberships.c.id))).scalar_one())
    here = func.coalesce(people.c.current_cluster_id, held.cluster_id)
    changed = {"current_cluster_id": here, "commands": None}
    await tx.execute(update(people).where(people.c.id == person_id).values(changed))
    return membership_id, True


async def end_role(tx: AsyncConnection, membership_id: int, at: datetime) -> bool:
    """End a role; False when it had ended before."""
    result = await tx.execute(
        update(memberships)
        .where(memberships.c.id == membership_id, memberships.c.until.is_(None))
        .values(until=at, active_key=None)
    )
    return result.rowcount == 1


async def end_all_roles(tx: AsyncConnection, person_id: int, at: datetime) -> None:
    """End every role of a person."""
    await tx.execute(
        update(memberships)
        .where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
        .values(until=at, active_key=None)
    )


_held = (
    select(
        memberships.c.id,
        memberships.c.person_id,
        memberships.c.cluster_id,
        memberships.c.organisation_id,
        memberships.c.role,
        memberships.c.since,
        memberships.c.until,
        clusters.c.name.label("cluster_name"),
        organisations.c.short_name.label("organisation_name"),
    )
    .select_from(memberships)
    .outerjoin(clusters, clusters.c.id == memberships.c.cluster_id)
    .outerjoin(organisations, organisations.c.id == memberships.c.organisation_id)
)


def _held_role(row: Any) -> HeldRole:
    return HeldRole(
        membership_id=row.id,
        person_id=row.person_id,
        membership=Membership(row.cluster_id, row.organisation_id, Role(row.role)),
        cluster_name=row.cluster_name,
        organisation_name=row.organisation_name,
        since=row.since,
        until=row.until,
    )


async def held_role(connection: AsyncConnection, membership_id: int) -> HeldRole | None:
    """One role, ended or not."""
    row = (await connection.execute(_held.where(memberships.c.id == membership_id))).one_or_none()
    return None if row is None else _held_role(row)


async def roles_of(
    connection: AsyncConnection, person_ids: Iterable[int], *, cluster_id: int | None = None
) -> list[HeldRole]:
    """Roles that hold now, by cluster and age; of one cluster when it is given."""
    statement = _held.where(memberships.c.person_id.in_(list(person_ids)), memberships.c.until.is_(None))
    if cluster_id is not None:
        statement = statement.where(memberships.c.cluster_id == cluster_id)
    rows = await connection.execute(statement.order_by(memberships.c.cluster_id, memberships.c.id))
    return [_held_role(row) for row in rows]


async def holders(connection: AsyncConnection, cluster_id: int | None, role: Role) -> list[int]:
    """Ids of the people who hold a role in a cluster now (None: in the installation), in order of id."""
    return sorted({person_id for _, person_id in await held_by(connection, cluster_id, role)})


async def held_by(connection: AsyncConnection, cluster_id: int | None, role: Role) -> list[tuple[int, int]]:
    """Memberships that give this role in a cluster (None: in the installation) now: their ids and whose they are."""
    rows = await connection.execute(
        select(memberships.c.id, memberships.c.person_id)
        .where(memberships.c.cluster_id == cluster_id, memberships.c.role == role.value, memberships.c.until.is_(None))
        .order_by(memberships.c.id)
    )
    return [(row[0], row[1]) for row in rows]


async def settle_after_loss(tx: AsyncConnection, person_id: int) -> None:
    """Somebody lost a role: without any in the cluster they work in, they go on in another of theirs, or in none."""
    await tx.execute(update(people).where(people.c.id == person_id).values(commands=None))
    held = select(memberships.c.cluster_id).where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
    left = list(await tx.scalars(held))
    if None in left:  # an administrator works anywhere
        return
    await tx.execute(
        update(people)
        .where(people.c.id == person_id, people.c.current_cluster_id.not_in(left))
        .values(current_cluster_id=min(left, default=None))
    )


async def history_of(connection: AsyncConnection, person_id: int) -> list[HeldRole]:
    """All roles a person has or had, in order."""
    rows = await connection.execute(_held.where(memberships.c.person_id == person_id).order_by(memberships.c.id))
    return [_held_role(row) for row in rows]


async def of_organisations(
    connection: AsyncConnection, cluster_id: int, organisation_ids: Collection[int]
) -> dict[tuple[int, Role], tuple[int, ...]]:
    """Who holds which role on behalf of these organisations now: ids of people, in order."""
    rows = await connection.execute(
        select(memberships.c.organisation_id, memberships.c.role, memberships.c.person_id)
        .where(
            memberships.c.cluster_id == cluster_id,
            memberships.c.organisation_id.in_(organisation_ids),
            memberships.c.until.is_(None),
        )
        .order_by(memberships.c.person_id)
    )
    found: dict[tuple[int, Role], tuple[int, ...]] = {}
    for organisation_id, role, person_id in rows:
        key = (organisation_id, Role(role))
        found[key] = (*found.get(key, ()), person_id)
    return found
