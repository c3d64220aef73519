"""Queries of expert sessions: what the coordinator sets up and sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.directory import OrganisationKind
from cluster.evaluation.conflict import Conflict
from cluster.evaluation.model import ExpertProgress, Material, MaterialKind, Part, Programme, Session
from cluster.evaluation.states import AssignmentState, DeclineReason, SessionState
from storage.evaluation_sight import belongs
from storage.schema.directory import clusters, organisations, sheets
from storage.schema.evaluation import (
    evaluation_assignments,
    evaluation_materials,
    evaluation_programmes,
    evaluation_sessions,
    evaluation_verdicts,
)
from storage.schema.people import memberships, people

_S, _P, _A = evaluation_sessions.c, evaluation_programmes.c, evaluation_assignments.c

EMPLOYERS = organisations.alias("employers")
SESSION_COLUMNS = (
    _S.id,
    _S.cluster_id,
    _S.title,
    _S.starts_on,
    _S.ends_on,
    _S.deadline,
    _S.minimum_sheets,
    _S.sheet_id,
    _S.state,
    _S.created_by,
    _S.nudged_at,
    _S.chair_id,
    _S.live_programme_id,
)
_STATE_AT = SESSION_COLUMNS.index(_S.state)
PROGRAMME_COLUMNS = (
    _P.id,
    _P.session_id,
    _P.organisation_id,
    organisations.c.name.label("college"),
    _P.code,
    _P.title,
    _P.figures,
    EMPLOYERS.c.name.label("employer"),
    EMPLOYERS.c.short_name.label("employer_short"),
    _P.slot_day,
    _P.slot_time,
    _P.slot_minutes,
    _P.presenter,
    _P.asked_at,
)


def session_of(values: Sequence[Any]) -> Session:
    """A session from values that start with `SESSION_COLUMNS`."""
    plain = list(values[: len(SESSION_COLUMNS)])
    plain[_STATE_AT] = SessionState(plain[_STATE_AT])
    return Session(*plain)


def programme_of(values: Sequence[Any]) -> Programme:
    """A programme from values in the order of `PROGRAMME_COLUMNS`."""
    return Programme(*values)


async def colleges(connection: AsyncConnection, cluster_id: int) -> list[tuple[int, str]]:
    """Ids and short names of the cluster's colleges, the leading one first."""
    o = organisations.c
    query = (
        select(o.id, o.short_name)
        .where(o.cluster_id == cluster_id, o.kind == OrganisationKind.COLLEGE.value)
        .order_by(o.is_leading.desc(), o.short_name)
    )
    return [(row.id, row.short_name) for row in await connection.execute(query)]


async def sheet_content(connection: AsyncConnection, sheet_id: int) -> dict[str, Any]:
    """The stored description of a sheet."""
    row = (await connection.execute(select(sheets.c.title, sheets.c.content).where(sheets.c.id == sheet_id))).one()
    return {"title": row.title, **row.content}


async def zone(connection: AsyncConnection, cluster_id: int) -> str:
    """IANA name of the cluster's time zone."""
    name: str = (await connection.execute(select(clusters.c.zone).where(clusters.c.id == cluster_id))).scalar_one()
    return name


async def insert_session(connection: AsyncConnection, **values: Any) -> int:
    """Store a new session; gives its id."""
    return await _insert_once(connection, evaluation_sessions, values)


async def insert_programme(connection: AsyncConnection, **values: Any) -> int:
    """Store a new programme; gives its id, or the id of the one made from the same draft."""
    return await _insert_once(connection, evaluation_programmes, values)


async def insert_material(connection: AsyncConnection, **values: Any) -> int:
    """Store a material; gives its id, or the id of the one made from the same draft."""
    return await _insert_once(connection, evaluation_materials, values)


async def _insert_once(connection: AsyncConnection, table: Any, values: dict[str, Any]) -> int:
    existing: int | None = await connection.scalar(
        select(table.c.id).where(table.c.draft_key == values["draft_key"], table.c.cluster_id == values["cluster_id"])
    )
    if existing is not None:
        return existing
    new: int = (await connection.execute(insert(table).values(**values).returning(table.c.id))).scalar_one()
    return new


async def session(connection: AsyncConnection, cluster_id: int, session_id: int) -> Session | None:
    """A session of the cluster."""
    query = select(*SESSION_COLUMNS).where(_S.id == session_id, _S.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return session_of(row) if row else None


async def cluster_of(connection: AsyncConnection, session_id: int) -> int | None:
    """Id of the cluster a session belongs to."""
    found: int | None = await connection.scalar(select(_S.cluster_id).where(_S.id == session_id))
    return found


async def sessions(connection: AsyncConnection, cluster_id: int, limit: int, offset: int) -> list[Session]:
    """Sessions of the cluster, open ones and newest first."""
    query = (
        select(*SESSION_COLUMNS)
        .where(_S.cluster_id == cluster_id)
        .order_by(_S.state == SessionState.CLOSED.value, _S.starts_on.desc(), _S.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [session_of(row) for row in await connection.execute(query)]


async def count_sessions(connection: AsyncConnection, cluster_id: int) -> int:
    """How many sessions the cluster has."""
    query = select(func.count()).select_from(evaluation_sessions).where(_S.cluster_id == cluster_id)
    return int((await connection.execute(query)).scalar_one())


async def change_session(connection: AsyncConnection, session_id: int, **values: Any) -> None:
    """Change columns of a session."""
    changed = {**values, "revision": _S.revision + 1}
    await connection.execute(update(evaluation_sessions).where(_S.id == session_id).values(**changed))


def _programmes() -> Select[Any]:
    return (
        select(*PROGRAMME_COLUMNS)
        .join(organisations, organisations.c.id == _P.organisation_id)
        .outerjoin(EMPLOYERS, EMPLOYERS.c.id == _P.employer_id)
    )


async def programme(connection: AsyncConnection, cluster_id: int, programme_id: int) -> Programme | None:
    """A programme of the cluster."""
    query = _programmes().where(_P.id == programme_id, _P.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return programme_of(row) if row else None


async def programme_anywhere(connection: AsyncConnection, programme_id: int) -> Programme | None:
    """A programme whatever the cluster: for notices, whose recipients were decided when they were written."""
    row = (await connection.execute(_programmes().where(_P.id == programme_id))).one_or_none()
    return programme_of(row) if row else None


async def programmes(connection: AsyncConnection, session_id: int) -> list[Programme]:
    """Programmes of a session in the order they were added."""
    rows = await connection.execute(_programmes().where(_P.session_id == session_id).order_by(_P.id))
    return [programme_of(row) for row in rows]


async def programmes_of_colleges(
    connection: AsyncConnection, cluster_id: int, organisation_ids: Sequence[int]
) -> list[tuple[Programme, Session]]:
    """Programmes that colleges put up, newest session first; drafts are nobody's business yet."""
    query = (
        select(*SESSION_COLUMNS, *PROGRAMME_COLUMNS)
        .join(evaluation_programmes, _P.session_id == _S.id)
        .join(organisations, organisations.c.id == _P.organisation_id)
        .outerjoin(EMPLOYERS, EMPLOYERS.c.id == _P.employer_id)
        .where(
            _P.cluster_id == cluster_id,
            _P.organisation_id.in_(organisation_ids),
            _S.state != SessionState.DRAFT.value,
        )
        .order_by(_S.starts_on.desc(), _P.id)
    )
    rows = await connection.execute(query)
    return [(programme_of(row[len(SESSION_COLUMNS) :]), session_of(row)) for row in rows]


async def change_programme(connection: AsyncConnection, programme_id: int, **values: Any) -> None:
    """Change columns of a programme."""
    changed = {**values, "revision": _P.revision + 1}
    await connection.execute(update(evaluation_programmes).where(_P.id == programme_id).values(**changed))


async def materials(connection: AsyncConnection, programme_id: int) -> list[Material]:
    """Materials of a programme in the order they were added."""
    m = evaluation_materials.c
    query = select(m.id, m.part, m.kind, m.reference, m.name).where(m.programme_id == programme_id).order_by(m.id)
    return [
        Material(row.id, Part(row.part), MaterialKind(row.kind), row.reference, row.name)
        for row in await connection.execute(query)
    ]


async def material(
    connection: AsyncConnection, cluster_id: int, material_id: int, expert_id: int | None
) -> Material | None:
    """A material of the cluster; with `expert_id`, only if that person scores its programme without a conflict."""
    m = evaluation_materials.c
    query = select(m.id, m.part, m.kind, m.reference, m.name).where(m.id == material_id, m.cluster_id == cluster_id)
    if expert_id is not None:
        asked = select(_A.id).where(
            _A.programme_id == m.programme_id,
            _A.person_id == expert_id,
            _A.invited_at.is_not(None),
            _A.state.not_in(
                [AssignmentState.DECLINED.value, AssignmentState.INVITED.value, AssignmentState.EXPIRED.value]
            ),
            func.coalesce(_A.conflict, "") != Conflict.HARD.value,
            _P.id == m.programme_id,
            ~belongs(expert_id),
        )
        query = query.where(asked.exists())
    row = (await connection.execute(query)).one_or_none()
    return Material(row.id, Part(row.part), MaterialKind(row.kind), row.reference, row.name) if row else None


def _role(role: Role, cluster_id: int) -> Any:
    return and_(
        memberships.c.cluster_id == cluster_id,
        memberships.c.role == role.value,
        memberships.c.until.is_(None),
        people.c.withdrawn_at.is_(None),
    )


async def all_coordinators(connection: AsyncConnection, cluster_id: int) -> list[tuple[int, str]]:
    """Ids and names of the cluster's coordinators."""
    query = (
        select(people.c.id, people.c.name)
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(_role(Role.COORDINATOR, cluster_id))
        .order_by(people.c.id)
        .distinct()
    )
    return [(row.id, row.name) for row in await connection.execute(query)]


async def name_of(connection: AsyncConnection, person_id: int) -> str:
    """A person's name; a code after a withdrawal."""
    name: str = (await connection.execute(select(people.c.name).where(people.c.id == person_id))).scalar_one()
    return name


async def coordinators(connection: AsyncConnection, session: Session) -> list[int]:
    """Who hears of a session: whoever set it up and its chair, or every coordinator when neither is one any more."""
    all_of_them = [person_id for person_id, _ in await all_coordinators(connection, session.cluster_id)]
    return [one for one in all_of_them if one in (session.created_by, session.chair)] or all_of_them


async def place_of(connection: AsyncConnection, cluster_id: int, assignment_id: int) -> tuple[int, int] | None:
    """Session and programme of an assignment of the cluster."""
    query = select(_A.session_id, _A.programme_id).where(_A.id == assignment_id, _A.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return (row.session_id, row.programme_id) if row else None


@dataclass(frozen=True, slots=True)
class SignedState:
    """What reopening needs to know of an assignment."""

    person_id: int
    state: AssignmentState
    version: int


async def signed_state(connection: AsyncConnection, assignment_id: int) -> SignedState:
    """Whose assignment it is and how far it has come."""
    query = select(_A.person_id, _A.state, _A.version).where(_A.id == assignment_id)
    row = (await connection.execute(query)).one()
    return SignedState(row.person_id, AssignmentState(row.state), row.version)


async def add_assignment(connection: AsyncConnection, **values: Any) -> int:
    """Store an assignment; gives its id."""
    statement = insert(evaluation_assignments).values(**values).returning(_A.id)
    new: int = (await connection.execute(statement)).scalar_one()
    return new


async def change_assignment(connection: AsyncConnection, assignment_id: int, **values: Any) -> None:
    """Change columns of an assignment."""
    await connection.execute(update(evaluation_assignments).where(_A.id == assignment_id).values(**values))


async def drop_assignment(connection: AsyncConnection, assignment_id: int) -> None:
    """Remove an assignment nobody was told of."""
    await connection.execute(evaluation_assignments.delete().where(_A.id == assignment_id))


async def progress_lines(connection: AsyncConnection, session_id: int) -> list[ExpertProgress]:
    """How far every expert of a session is: counts of answers, no verdicts."""
    answered = (
        select(evaluation_verdicts.c.assignment_id, func.count(evaluation_verdicts.c.verdict).label("answered"))
        .join(evaluation_assignments, _A.id == evaluation_verdicts.c.assignment_id)
        .where(_A.session_id == session_id)
        .group_by(evaluation_verdicts.c.assignment_id)
        .subquery()
    )
    enterprise = (
        select(func.min(organisations.c.short_name))
        .join(memberships, memberships.c.organisation_id == organisations.c.id)
        .where(
            memberships.c.person_id == _A.person_id,
            memberships.c.cluster_id == _A.cluster_id,
            memberships.c.role == Role.EXPERT.value,
            memberships.c.until.is_(None),
        )
        .scalar_subquery()
    )
    query = (
        select(
            _A.id,
            _A.programme_id,
            _A.person_id,
            people.c.name,
            enterprise.label("organisation"),
            _A.state,
            func.coalesce(answered.c.answered, 0),
            _A.invited_at,
            _A.reason,
            _A.reason_text,
            _A.conflict,
            _A.replaces_id,
        )
        .join(people, people.c.id == _A.person_id)
        .outerjoin(answered, answered.c.assignment_id == _A.id)
        .where(_A.session_id == session_id)
        .order_by(_A.programme_id, people.c.name, _A.id)
    )
    return [_progress_line(row) for row in await connection.execute(query)]


def _progress_line(values: Sequence[Any]) -> ExpertProgress:
    assignment_id, programme_id, person_id, name, organisation, state, answered, invited_at, *rest = values
    reason, words, conflict, replaces = rest
    return ExpertProgress(
        assignment_id,
        programme_id,
        person_id,
        name,
        organisation,
        AssignmentState(state),
        answered,
        invited_at,
        DeclineReason(reason) if reason else None,
        words,
        Conflict(conflict) if conflict else None,
        replaces,
    )


async def mark_invited(connection: AsyncConnection, assignment_ids: Sequence[int], now: datetime) -> None:
    """These experts are told now."""
    await connection.execute(update(evaluation_assignments).where(_A.id.in_(assignment_ids)).values(invited_at=now))


async def finish_all(connection: AsyncConnection, session_id: int) -> None:
    """Sheets of a closed session are final; of one that its author was revising, the last signed version."""
    signed = [AssignmentState.SUBMITTED.value, AssignmentState.REOPENED.value]
    await connection.execute(
        update(evaluation_assignments)
        .where(_A.session_id == session_id, _A.state.in_(signed))
        .values(state=AssignmentState.FINAL.value)
    )
