"""Queries of invitation links."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.invitations import Invitation
from storage.schema.directory import clusters, organisations
from storage.schema.people import invitation_uses, invitations, people


@dataclass(frozen=True, slots=True)
class InvitationUse:
    """Somebody came by a link."""

    person_id: int
    name: str
    used_at: datetime


_invitation = (
    select(
        invitations,
        clusters.c.name.label("cluster_name"),
        organisations.c.short_name.label("organisation_name"),
    )
    .select_from(invitations)
    .join(clusters, clusters.c.id == invitations.c.cluster_id)
    .outerjoin(organisations, organisations.c.id == invitations.c.organisation_id)
)


def _read(row: Any) -> Invitation:
    return Invitation(
        id=row.id,
        cluster_id=row.cluster_id,
        cluster_name=row.cluster_name,
        organisation_id=row.organisation_id,
        organisation_name=row.organisation_name,
        role=Role(row.role),
        max_uses=row.max_uses,
        uses_left=row.uses_left,
        expires_at=row.expires_at,
        created_by=row.created_by,
        created_at=row.created_at,
        revoked_at=row.revoked_at,
    )


async def by_hash(connection: AsyncConnection, token_hash: str) -> Invitation | None:
    """The invitation whose token has this hash."""
    row = (await connection.execute(_invitation.where(invitations.c.token_hash == token_hash))).one_or_none()
    return None if row is None else _read(row)


async def by_id(connection: AsyncConnection, cluster_id: int, invitation_id: int) -> Invitation | None:
    """An invitation of a cluster."""
    statement = _invitation.where(invitations.c.id == invitation_id, invitations.c.cluster_id == cluster_id)
    row = (await connection.execute(statement)).one_or_none()
    return None if row is None else _read(row)


async def by_draft(connection: AsyncConnection, draft_key: str) -> Invitation | None:
    """The invitation a form has made already."""
    row = (await connection.execute(_invitation.where(invitations.c.draft_key == draft_key))).one_or_none()
    return None if row is None else _read(row)


async def page(
    connection: AsyncConnection, cluster_id: int, *, limit: int, offset: int
) -> tuple[list[Invitation], int]:
    """Invitations of a cluster, newest first: one page and how many there are in all."""
    here = invitations.c.cluster_id == cluster_id
    total = await connection.scalar(select(func.count()).select_from(invitations).where(here))
    statement = _invitation.where(here).order_by(invitations.c.id.desc()).limit(limit).offset(offset)
    return [_read(row) for row in await connection.execute(statement)], int(total or 0)


async def add(
    tx: AsyncConnection,
    *,
    token_hash: str,
    cluster_id: int,
    organisation_id: int | None,
    role: Role,
    max_uses: int,
    expires_at: datetime,
    created_by: int | None,
    created_at: datetime,
    draft_key: str | None,
) -> int:
    """Store a link."""
    statement = insert(invitations).values(
        token_hash=token_hash,
        cluster_id=cluster_id,
        organisation_id=organisation_id,
        role=role.value,
        max_uses=max_uses,
        uses_left=max_uses,
        expires_at=expires_at,
        created_by=created_by,
        created_at=created_at,
        draft_key=draft_key,
    )
    return int((await tx.execute(statement.returning(invitations.c.id))).scalar_one())


async def replace_token(tx: AsyncConnection, invitation_id: int, token_hash: str) -> bool:
    """Give an unused link another token; False when somebody used it already."""
    result = await tx.execute(
        update(invitations)
        .where(invitations.c.id == invitation_id, invitations.c.uses_left == invitations.c.max_uses)
        .values(token_hash=token_hash)
    )
    return result.rowcount == 1


async def revoke(tx: AsyncConnection, invitation_id: int, at: datetime) -> bool:
    """Take a link back; False when it had been."""
    result = await tx.execute(
        update(invitations)
        .where(invitations.c.id == invitation_id, invitations.c.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    return result.rowcount == 1


async def take_use(tx: AsyncConnection, invitation_id: int, at: datetime) -> bool:
    """Use a link once: decided by the database in one statement, so that the last use goes to one person only."""
    result = await tx.execute(
        update(invitations)
        .where(
            invitations.c.id == invitation_id,
            invitations.c.uses_left > 0,
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > at,
        )
        .values(uses_left=invitations.c.uses_left - 1)
    )
    return result.rowcount == 1


async def was_used_by(connection: AsyncConnection, invitation_id: int, person_id: int) -> bool:
    """Whether this person came by this link before."""
    statement = select(invitation_uses.c.id).where(
        invitation_uses.c.invitation_id == invitation_id, invitation_uses.c.person_id == person_id
    )
    return await connection.scalar(statement) is not None


async def record_use(tx: AsyncConnection, invitation_id: int, person_id: int, at: datetime) -> None:
    """Remember who came by a link."""
    await tx.execute(insert(invitation_uses).values(invitation_id=invitation_id, person_id=person_id, used_at=at))


async def uses(connection: AsyncConnection, invitation_id: int, *, limit: int = 20) -> list[InvitationUse]:
    """Who came by a link, the latest first."""
    rows = await connection.execute(
        select(people.c.id, people.c.name, invitation_uses.c.used_at)
        .join(invitation_uses, invitation_uses.c.person_id == people.c.id)
        .where(invitation_uses.c.invitation_id == invitation_id)
        .order_by(invitation_uses.c.id.desc())
        .limit(limit)
    )
    return [InvitationUse(row[0], row[1], row[2]) for row in rows]


async def used_by(connection: AsyncConnection, person_id: int) -> list[datetime]:
    """When a person came by invitations."""
    statement = select(invitation_uses.c.used_at).where(invitation_uses.c.person_id == person_id)
    return list(await connection.scalars(statement.order_by(invitation_uses.c.id)))
