"""Queries of one expert's work: assignment and verdicts.

The hot path is a verdict tap: one query loads everything a card is made of, one statement saves the answer.
Statements are built once; building the wide select costs more than running it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.conflict import Conflict
from cluster.evaluation.model import Assignment, Pending, Programme, Session
from cluster.evaluation.scoring import Answer, Need, Verdict
from cluster.evaluation.states import SCORING, AssignmentState, DeclineReason, SessionState
from storage.evaluation import EMPLOYERS, PROGRAMME_COLUMNS, SESSION_COLUMNS, programme_of, session_of
from storage.evaluation_sight import belongs
from storage.schema.directory import organisations
from storage.schema.evaluation import (
    evaluation_assignments,
    evaluation_programmes,
    evaluation_sessions,
    evaluation_verdicts,
)

_S, _P, _A, _V = evaluation_sessions.c, evaluation_programmes.c, evaluation_assignments.c, evaluation_verdicts.c

_ASSIGNMENT_COLUMNS = (
    _A.id,
    _A.session_id,
    _A.programme_id,
    _A.person_id,
    _A.state,
    _A.version,
    _A.position,
    _A.asked,
    _A.revision,
    _A.reason,
    _A.reason_text,
    _A.submitted_at,
    _A.conflict,
)
_INSTEAD = evaluation_assignments.alias("instead")
_PENDING_COLUMNS = (
    belongs(_A.person_id).label("belongs"),
    exists().where(_INSTEAD.c.replaces_id == _A.id).label("replaced"),
    _A.invited_at,
    _A.heard_message,
    _A.pending_key,
    _A.pending_text,
    _A.pending_at,
)
_VERDICT_COLUMNS = (_V.criterion, _V.verdict, _V.value, _V.remark, _V.evidence, _V.revision, _V.updated_at)

_AT_PROGRAMME = len(SESSION_COLUMNS)
_AT_ASSIGNMENT = _AT_PROGRAMME + len(PROGRAMME_COLUMNS)
_AT_PENDING = _AT_ASSIGNMENT + len(_ASSIGNMENT_COLUMNS)
_AT_VERDICT = _AT_PENDING + len(_PENDING_COLUMNS)

_SELECT = (
    select(*SESSION_COLUMNS, *PROGRAMME_COLUMNS, *_ASSIGNMENT_COLUMNS, *_PENDING_COLUMNS, *_VERDICT_COLUMNS)
    .select_from(evaluation_assignments)
    .join(evaluation_sessions, _S.id == _A.session_id)
    .join(evaluation_programmes, _P.id == _A.programme_id)
    .join(organisations, organisations.c.id == _P.organisation_id)
    .outerjoin(EMPLOYERS, EMPLOYERS.c.id == _P.employer_id)
    .outerjoin(evaluation_verdicts, _V.assignment_id == _A.id)
)
_ONE = _SELECT.where(_A.id == bindparam("assignment"), _A.cluster_id == bindparam("cluster"))
_ANYWHERE = _SELECT.where(_A.id == bindparam("assignment"))
_OF_PERSON = _SELECT.where(
    _A.person_id == bindparam("person"),
    _A.cluster_id == bindparam("cluster"),
    _A.invited_at.is_not(None),
).order_by(_S.state == SessionState.CLOSED.value, _S.starts_on.desc(), _A.id)
_INSERT = insert(evaluation_verdicts)
_UPDATE = (
    update(evaluation_verdicts)
    .where(_V.assignment_id == bindparam("key_assignment"), _V.criterion == bindparam("key_criterion"))
    .values(
        verdict=bindparam("verdict"),
        value=bindparam("value"),
        remark=bindparam("remark"),
        evidence=bindparam("evidence"),
        updated_at=bindparam("updated_at"),
        revision=bindparam("revision"),
    )
)


@dataclass(frozen=True, slots=True)
class Stored:
    """An assignment with its surroundings and all answers."""

    session: Session
    programme: Programme
    assignment: Assignment
    invited: bool
    belongs: bool
    replaced: bool
    heard_message: int
    pending: Pending | None
    answers: dict[str, Answer]


async def load(connection: AsyncConnection, cluster_id: int, assignment_id: int) -> Stored | None:
    """Everything about one assignment of the cluster, in one query."""
    rows = await connection.execute(_ONE, {"assignment": assignment_id, "cluster": cluster_id})
    return next(iter(_gather(rows)), None)


async def load_anywhere(connection: AsyncConnection, assignment_id: int) -> Stored | None:
    """The same whatever the cluster: for notices, whose recipients were decided when they were written."""
    rows = await connection.execute(_ANYWHERE, {"assignment": assignment_id})
    return next(iter(_gather(rows)), None)


async def of_person(connection: AsyncConnection, cluster_id: int, person_id: int) -> list[Stored]:
    """A person's assignments, open sessions first; those they were not told of are left out."""
    return _gather(await connection.execute(_OF_PERSON, {"person": person_id, "cluster": cluster_id}))


def _gather(rows: Iterable[Any]) -> list[Stored]:
    found: dict[int, Stored] = {}
    for row in rows:
        values: Sequence[Any] = row
        stored = found.get(values[_AT_ASSIGNMENT]) or found.setdefault(values[_AT_ASSIGNMENT], _stored(values))
        criterion, verdict, value, remark, evidence, revision, updated_at = values[_AT_VERDICT:]
        if criterion is not None:
            known = Verdict(verdict) if verdict else None
            stored.answers[criterion] = Answer(known, value, remark, evidence, revision, updated_at)
    return list(found.values())


def _stored(values: Sequence[Any]) -> Stored:
    belongs_there, replaced, invited_at, heard_message, key, text, at = values[_AT_PENDING:_AT_VERDICT]
    return Stored(
        session=session_of(values),
        programme=programme_of(values[_AT_PROGRAMME:_AT_ASSIGNMENT]),
        assignment=_assignment(values[_AT_ASSIGNMENT:_AT_PENDING]),
        invited=invited_at is not None,
        belongs=bool(belongs_there),
        replaced=bool(replaced),
        heard_message=heard_message,
        pending=Pending(key, text, at) if key else None,
        answers={},
    )


def _assignment(values: Sequence[Any]) -> Assignment:
    id_, session_id, programme_id, person_id = values[:4]
    state, version, position, asked, revision, reason, words, submitted_at, conflict = values[4:]
    return Assignment(
        id=id_,
        session_id=session_id,
        programme_id=programme_id,
        person_id=person_id,
        state=AssignmentState(state),
        version=version,
        position=position,
        asked=Need(asked) if asked else None,
        revision=revision,
        reason=DeclineReason(reason) if reason else None,
        reason_text=words,
        submitted_at=submitted_at,
        conflict=Conflict(conflict) if conflict else None,
    )


async def active(connection: AsyncConnection, cluster_id: int, person_id: int) -> int | None:
    """The assignment a person worked on last, of those they can work on now."""
    latest = select(func.max(_V.updated_at)).where(_V.assignment_id == _A.id).correlate(evaluation_assignments)
    query = (
        select(_A.id, _A.active_at, latest.scalar_subquery().label("answered_at"))
        .join(evaluation_sessions, _S.id == _A.session_id)
        .where(
            _A.person_id == person_id,
            _A.cluster_id == cluster_id,
            _A.state.in_([state.value for state in SCORING]),
            _A.active_at.is_not(None),
            or_(_S.state == SessionState.OPEN.value, _A.state == AssignmentState.REOPENED.value),
        )
    )
    rows = (await connection.execute(query)).all()
    last = max(rows, key=lambda row: (max(row.active_at, row.answered_at or row.active_at), row.id), default=None)
    return last.id if last else None


async def save_answer(
    connection: AsyncConnection, cluster_id: int, assignment_id: int, criterion: str, answer: Answer, *, first: bool
) -> None:
    """Store an answer; `first` when nothing was said on the criterion yet. Callers hold the write lock."""
    values = {
        "verdict": answer.verdict.value if answer.verdict else None,
        "value": answer.value,
        "remark": answer.remark,
        "evidence": answer.evidence,
        "updated_at": answer.updated_at,
        "revision": answer.revision,
    }
    if first:
        keys = {"assignment_id": assignment_id, "criterion": criterion, "cluster_id": cluster_id}
        await connection.execute(_INSERT, {**keys, **values})
    else:
        await connection.execute(_UPDATE, {"key_assignment": assignment_id, "key_criterion": criterion, **values})
