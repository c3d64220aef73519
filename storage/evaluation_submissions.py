"""Queries of signed versions of sheets, and of whose they are."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from storage.schema.directory import clusters, organisations
from storage.schema.evaluation import evaluation_assignments, evaluation_submissions
from storage.schema.people import memberships, people

_A, _SUB = evaluation_assignments.c, evaluation_submissions.c


@dataclass(frozen=True, slots=True)
class Submission:
    """A signed version of a sheet, as it was at the moment of submission."""

    id: int
    cluster_id: int
    assignment_id: int
    person_id: int
    version: int
    code: str
    snapshot: dict[str, Any]
    submitted_at: datetime


_SUBMISSIONS = select(
    _SUB.id,
    _SUB.cluster_id,
    _SUB.assignment_id,
    _A.person_id,
    _SUB.version,
    _SUB.code,
    _SUB.snapshot,
    _SUB.submitted_at,
).join(evaluation_assignments, _A.id == _SUB.assignment_id)


async def add_submission(connection: AsyncConnection, **values: Any) -> int:
    """Store a signed version; gives its id."""
    statement = insert(evaluation_submissions).values(**values).returning(_SUB.id)
    new: int = (await connection.execute(statement)).scalar_one()
    return new


async def submission(connection: AsyncConnection, submission_id: int) -> Submission | None:
    """A signed version by its id; who may see it is for the caller to decide."""
    row = (await connection.execute(_SUBMISSIONS.where(_SUB.id == submission_id))).one_or_none()
    return Submission(*row) if row else None


async def submissions(connection: AsyncConnection, cluster_id: int, assignment_id: int) -> list[Submission]:
    """All signed versions of an assignment, oldest first."""
    query = _SUBMISSIONS.where(_SUB.assignment_id == assignment_id, _SUB.cluster_id == cluster_id)
    return [Submission(*row) for row in await connection.execute(query.order_by(_SUB.version))]


async def last_submission(connection: AsyncConnection, cluster_id: int, assignment_id: int) -> Submission | None:
    """The newest signed version of an assignment."""
    query = _SUBMISSIONS.where(_SUB.assignment_id == assignment_id, _SUB.cluster_id == cluster_id)
    row = (await connection.execute(query.order_by(_SUB.version.desc()).limit(1))).one_or_none()
    return Submission(*row) if row else None


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose sheet it is, as the form prints it; a code instead of the name after a withdrawal."""

    name: str
    position: str | None
    enterprise: str | None
    cluster: str


async def signer(connection: AsyncConnection, cluster_id: int, person_id: int) -> Signer:
    """The expert with the enterprise they stand for in the cluster."""
    enterprise = (
        select(organisations.c.name)
        .join(memberships, memberships.c.organisation_id == organisations.c.id)
        .where(
            memberships.c.person_id == person_id,
            memberships.c.cluster_id == cluster_id,
            memberships.c.role == Role.EXPERT.value,
        )
        .order_by(memberships.c.until.is_not(None), memberships.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(people.c.name, people.c.position, enterprise, clusters.c.name)
        .join(clusters, clusters.c.id == cluster_id)
        .where(people.c.id == person_id)
    )
    return Signer(*(await connection.execute(query)).one())
