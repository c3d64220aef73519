"""Queries of access requests."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.invitations import AccessRequest, RequestState
from storage.schema.directory import clusters, organisations
from storage.schema.people import access_requests, people

_decider = people.alias("decider")

_request = (
    select(
        access_requests,
        people.c.name.label("person_name"),
        people.c.position,
        clusters.c.name.label("cluster_name"),
        organisations.c.short_name.label("organisation_name"),
        _decider.c.name.label("decider_name"),
    )
    .select_from(access_requests)
    .join(people, people.c.id == access_requests.c.person_id)
    .join(clusters, clusters.c.id == access_requests.c.cluster_id)
    .outerjoin(organisations, organisations.c.id == access_requests.c.organisation_id)
    .outerjoin(_decider, _decider.c.id == access_requests.c.decided_by)
)


def _read(row: Any) -> AccessRequest:
    return AccessRequest(
        id=row.id,
        person_id=row.person_id,
        person_name=row.person_name,
        position=row.position,
        cluster_id=row.cluster_id,
        cluster_name=row.cluster_name,
        role=Role(row.role),
        organisation_id=row.organisation_id,
        organisation_name=row.organisation_name,
        organisation_text=row.organisation_text,
        message=row.message,
        state=RequestState(row.state),
        created_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        decider_name=row.decider_name,
        reason=row.reason,
    )


async def by_id(connection: AsyncConnection, request_id: int) -> AccessRequest | None:
    """One request."""
    row = (await connection.execute(_request.where(access_requests.c.id == request_id))).one_or_none()
    return None if row is None else _read(row)


async def by_draft(connection: AsyncConnection, draft_key: str) -> AccessRequest | None:
    """The request a form has made already."""
    row = (await connection.execute(_request.where(access_requests.c.draft_key == draft_key))).one_or_none()
    return None if row is None else _read(row)


async def of_person(connection: AsyncConnection, person_id: int) -> list[AccessRequest]:
    """Requests of a person, newest first."""
    statement = _request.where(access_requests.c.person_id == person_id).order_by(access_requests.c.id.desc())
    return [_read(row) for row in await connection.execute(statement)]


async def waiting(
    connection: AsyncConnection, cluster_id: int, *, limit: int, offset: int
) -> tuple[list[AccessRequest], int]:
    """Requests to a cluster that wait for a decision, oldest first: one page and how many there are."""
    here = (access_requests.c.cluster_id == cluster_id, access_requests.c.state == RequestState.WAITING.value)
    total = await connection.scalar(select(func.count()).select_from(access_requests).where(*here))
    statement = _request.where(*here).order_by(access_requests.c.id).limit(limit).offset(offset)
    return [_read(row) for row in await connection.execute(statement)], int(total or 0)


async def add(
    tx: AsyncConnection,
    *,
    person_id: int,
    cluster_id: int,
    role: Role,
    organisation_id: int | None,
    organisation_text: str | None,
    message: str | None,
    created_at: datetime,
    draft_key: str,
) -> int:
    """Store a request."""
    statement = insert(access_requests).values(
        person_id=person_id,
        cluster_id=cluster_id,
        role=role.value,
        organisation_id=organisation_id,
        organisation_text=organisation_text,
        message=message,
        state=RequestState.WAITING.value,
        created_at=created_at,
        draft_key=draft_key,
    )
    return int((await tx.execute(statement.returning(access_requests.c.id))).scalar_one())


async def decide(
    tx: AsyncConnection,
    request_id: int,
    state: RequestState,
    *,
    at: datetime,
    by: int,
    reason: str | None = None,
    **as_given: Any,
) -> bool:
    """Decide a waiting request; False when it was decided before.

    Args:
        as_given: `role` and `organisation_id` when they differ from what was asked for.
    """
    result = await tx.execute(
        update(access_requests)
        .where(access_requests.c.id == request_id, access_requests.c.state == RequestState.WAITING.value)
        .values(state=state.value, decided_at=at, decided_by=by, reason=reason, **as_given)
    )
    return result.rowcount == 1
