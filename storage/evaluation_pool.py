"""Queries of the pool of experts: competence, consent to be listed, load and history."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, delete, exists, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.directory import OrganisationKind
from cluster.evaluation.conflict import SEVERITY, Conflict, Ground
from cluster.evaluation.fit import PoolExpert
from cluster.evaluation.states import HANDED_IN, WAITED_FOR, AssignmentState, SessionState
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.evaluation import evaluation_assignments, evaluation_programmes, evaluation_sessions
from storage.schema.evaluation_experts import evaluation_declarations, expert_competences, expert_profiles
from storage.schema.people import memberships, people

_A, _P, _S = evaluation_assignments.c, evaluation_programmes.c, evaluation_sessions.c
_C, _D, _M = expert_competences.c, evaluation_declarations.c, memberships.c
_HARD = [ground.value for ground in Ground if SEVERITY[ground] is Conflict.HARD]


async def pool(
    connection: AsyncConnection, cluster_id: int, programme_id: int | None = None, person_id: int | None = None
) -> list[PoolExpert]:
    """Experts of the cluster by name, with what they can and have done.

    Args:
        programme_id: their conflicts are looked at for this programme, and for others of the same college.
        person_id: only this one.
    """
    college = None
    if programme_id is not None:
        college = await connection.scalar(select(_P.organisation_id).where(_P.id == programme_id))
    query = (
        select(
            people.c.id,
            people.c.name,
            func.min(organisations.c.short_name),
            func.max(case((expert_profiles.c.listed.is_(True), 1), (expert_profiles.c.listed.is_(False), 0))),
            _belongs(college),
            _connected(college),
        )
        .join(memberships, _M.person_id == people.c.id)
        .outerjoin(organisations, organisations.c.id == _M.organisation_id)
        .outerjoin(
            expert_profiles,
            and_(expert_profiles.c.person_id == people.c.id, expert_profiles.c.cluster_id == cluster_id),
        )
        .where(
            _M.cluster_id == cluster_id,
            _M.role == Role.EXPERT.value,
            _M.until.is_(None),
            people.c.withdrawn_at.is_(None),
        )
        .group_by(people.c.id, people.c.name)
        .order_by(people.c.name, people.c.id)
    )
    if person_id is not None:
        query = query.where(people.c.id == person_id)
    rows = (await connection.execute(query)).all()
    codes = await _codes(connection, cluster_id)
    counts = await _counts(connection, cluster_id)
    return [_expert(row, codes, counts) for row in rows]


def _belongs(college: int | None) -> Any:
    return (
        exists()
        .where(_M.person_id == people.c.id, _M.organisation_id == (college or 0), _M.until.is_(None))
        .correlate(people)
    )


def _connected(college: int | None) -> Any:
    """Whether the person declared a hard conflict with a programme of this college before."""
    return (
        exists()
        .where(_D.person_id == people.c.id, _D.programme_id == _P.id, _P.organisation_id == (college or 0))
        .where(_D.ground.in_(_HARD))
        .correlate(people)
    )


def _expert(row: Any, codes: dict[int, list[str]], counts: dict[int, dict[str, int]]) -> PoolExpert:
    person_id, name, organisation, listed, belongs, connected = row
    done = counts.get(person_id, {})
    return PoolExpert(
        person_id,
        name,
        organisation,
        tuple(codes.get(person_id, ())),
        None if listed is None else bool(listed),
        load=done.get("load", 0),
        submitted=done.get("submitted", 0),
        declined=done.get("declined", 0),
        expired=done.get("expired", 0),
        conflict=Conflict.HARD if belongs or connected else None,
    )


async def _codes(connection: AsyncConnection, cluster_id: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = select(_C.person_id, _C.code).where(_C.cluster_id == cluster_id).order_by(_C.code)
    for person_id, code in await connection.execute(query):
        found[person_id].append(code)
    return found


async def _counts(connection: AsyncConnection, cluster_id: int) -> dict[int, dict[str, int]]:
    def number(states: Iterable[AssignmentState], *also: Any) -> Any:
        return func.sum(case((and_(_A.state.in_([state.value for state in states]), *also), 1), else_=0))

    is_open = _S.state == SessionState.OPEN.value
    query = (
        select(
            _A.person_id,
            number(WAITED_FOR, is_open).label("load"),
            number(HANDED_IN).label("submitted"),
            number([AssignmentState.DECLINED]).label("declined"),
            number([AssignmentState.EXPIRED]).label("expired"),
        )
        .join(evaluation_sessions, _S.id == _A.session_id)
        .where(_A.cluster_id == cluster_id, _A.invited_at.is_not(None))
        .group_by(_A.person_id)
    )
    return {row.person_id: dict(row._mapping) for row in await connection.execute(query)}


async def set_codes(tx: AsyncConnection, cluster_id: int, person_id: int, codes: Sequence[str]) -> None:
    """Put a person's competence in place of what it was."""
    await tx.execute(delete(expert_competences).where(_C.cluster_id == cluster_id, _C.person_id == person_id))
    if codes:
        rows = [{"cluster_id": cluster_id, "person_id": person_id, "code": code} for code in sorted(set(codes))]
        await tx.execute(insert(expert_competences), rows)


async def set_listed(tx: AsyncConnection, cluster_id: int, person_id: int, listed: bool, now: datetime) -> None:
    """Keep whether a person agrees to be in the pool."""
    statement = insert_into(tx, expert_profiles).values(
        cluster_id=cluster_id, person_id=person_id, listed=listed, changed_at=now
    )
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["cluster_id", "person_id"], set_={"listed": listed, "changed_at": now}
        )
    )


async def enterprises(connection: AsyncConnection, cluster_id: int) -> list[tuple[int, str]]:
    """Ids and short names of the cluster's enterprises, those with experts first."""
    o = organisations.c
    has_experts = exists().where(
        memberships.c.organisation_id == o.id, memberships.c.role == Role.EXPERT.value, memberships.c.until.is_(None)
    )
    query = (
        select(o.id, o.short_name)
        .where(o.cluster_id == cluster_id, o.kind == OrganisationKind.ENTERPRISE.value)
        .order_by(has_experts.desc(), o.short_name)
    )
    return [(row.id, row.short_name) for row in await connection.execute(query)]
