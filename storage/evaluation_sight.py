"""Queries of conflicts of interest: what was declared, what roles say, and what a coordinator therefore sees."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.conflict import Ground, Occasion, Sight, conflict_of, sight
from cluster.evaluation.states import AssignmentState
from storage.schema.evaluation import evaluation_assignments, evaluation_programmes
from storage.schema.evaluation_experts import evaluation_declarations
from storage.schema.evaluation_outcome import evaluation_outcomes
from storage.schema.people import memberships

_A, _P = evaluation_assignments.c, evaluation_programmes.c
_D, _O = evaluation_declarations.c, evaluation_outcomes.c


def belongs(person: Any) -> Any:
    """Whether a person has a role in the programme's college now; for a query that has the programme."""
    return exists().where(
        memberships.c.person_id == person,
        memberships.c.cluster_id == _P.cluster_id,
        memberships.c.organisation_id == _P.organisation_id,
        memberships.c.until.is_(None),
    )


async def declare(
    tx: AsyncConnection,
    cluster_id: int,
    programme_id: int,
    person_id: int,
    *,
    ground: Ground,
    occasion: Occasion,
    at: datetime,
    words: str | None = None,
) -> None:
    """Keep what a person declared; the last declaration counts."""
    await tx.execute(
        insert(evaluation_declarations).values(
            cluster_id=cluster_id,
            programme_id=programme_id,
            person_id=person_id,
            ground=ground.value,
            words=words,
            occasion=occasion.value,
            declared_at=at,
        )
    )


async def declared(connection: AsyncConnection, programme_id: int, person_id: int) -> Ground | None:
    """What a person declared last about a programme; None when nobody asked."""
    query = select(_D.ground).where(_D.programme_id == programme_id, _D.person_id == person_id)
    ground = await connection.scalar(query.order_by(_D.id.desc()).limit(1))
    return Ground(ground) if ground else None


async def hidden(
    connection: AsyncConnection,
    cluster_id: int,
    person_id: int,
    *,
    session_id: int | None = None,
    programme_id: int | None = None,
    even_released: bool = False,
) -> dict[int, Sight]:
    """Programme id → why its experts, verdicts and counts are kept from this person; open ones are absent.

    What was released to the college is no secret any more; with `even_released` it is listed all the same, because
    whoever has a conflict does not decide then either.
    """
    declared = (
        select(_D.ground)
        .where(_D.programme_id == _P.id, _D.person_id == person_id)
        .order_by(_D.id.desc())
        .limit(1)
        .correlate(evaluation_programmes)
        .scalar_subquery()
    )
    query = (
        select(_P.id, belongs(person_id), declared, _A.state)
        .select_from(evaluation_programmes)
        .outerjoin(
            evaluation_assignments,
            and_(_A.programme_id == _P.id, _A.person_id == person_id, _A.invited_at.is_not(None)),
        )
        .where(_P.cluster_id == cluster_id)
    )
    if not even_released:
        query = query.where(~exists().where(_O.programme_id == _P.id, _O.released_at.is_not(None)))
    if session_id is not None:
        query = query.where(_P.session_id == session_id)
    if programme_id is not None:
        query = query.where(_P.id == programme_id)
    found: dict[int, Sight] = {}
    for programme, is_one_of_them, ground, state in await connection.execute(query):
        conflict = conflict_of(Ground(ground) if ground else None, belongs=bool(is_one_of_them))
        own = AssignmentState(state) if state else None
        if (seen := sight(conflict, own)) is not Sight.FULL:
            found[programme] = seen
    return found
