"""Queries of one expert's work: assignment, verdicts, evidence, signed versions.

The hot path is a verdict tap: one query loads everything a card is made of, one statement saves the answer.
Statements are built once; building the wide select costs more than running it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.evaluation.conflict import Conflict
from cluster.evaluation.model import Assignment, EvidenceKind, Pending, Programme, Session
from cluster.evaluation.scoring import Answer, Need, Verdict
from cluster.evaluation.states import SCORING, AssignmentState, DeclineReason, SessionState
from storage.evaluation import EMPLOYERS, PROGRAMME_COLUMNS, SESSION_COLUMNS, programme_of, session_of
from storage.evaluation_sight import belongs
from storage.schema.directory import clusters, organisations
from storage.schema.evaluation import (
    evaluation_assignments,
    evaluation_evidence,
    evaluation_programmes,
    evaluation_sessions,
    evaluation_submissions,
    evaluation_verdicts,
)
from storage.schema.people import memberships, people

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


async def add_evidence(connection: AsyncConnection, **values: Any) -> bool:
    """Store a file that stands for a remark; says whether it is new (the same file twice is kept once)."""
    e = evaluation_evidence.c
    known = await connection.scalar(
        select(e.id).where(
            e.assignment_id == values["assignment_id"],
            e.criterion == values["criterion"],
            e.file_unique_id == values["file_unique_id"],
        )
    )
    if known is not None:
        return False
    await connection.execute(insert(evaluation_evidence).values(**values))
    return True


@dataclass(frozen=True, slots=True)
class EarlierRemark:
    """A remark an expert made about another programme."""

    assignment_id: int
    programme: str
    text: str


async def earlier_remarks(
    connection: AsyncConnection, person_id: int, sheet_id: int, but: int, criterion: str
) -> list[EarlierRemark]:
    """A person's remarks on a criterion of the same sheet in other assignments than `but`, newest first, each once."""
    query = (
        select(_A.id, func.coalesce(_P.code, _P.title, ""), _V.remark)
        .join(evaluation_assignments, _A.id == _V.assignment_id)
        .join(evaluation_sessions, _S.id == _A.session_id)
        .join(evaluation_programmes, _P.id == _A.programme_id)
        .where(_A.person_id == person_id, _S.sheet_id == sheet_id, _A.id != but, _V.criterion == criterion)
        .where(_V.remark.is_not(None))
        .order_by(_V.updated_at.desc())
        .limit(20)
    )
    found: dict[str, EarlierRemark] = {}
    for row in await connection.execute(query):
        found.setdefault(row[2], EarlierRemark(*row))
    return list(found.values())[:5]


async def criterion_of_album(connection: AsyncConnection, assignment_id: int, album: str) -> str | None:
    """The criterion the first picture of an album was kept for."""
    e = evaluation_evidence.c
    query = select(e.criterion).where(e.assignment_id == assignment_id, e.album == album).limit(1)
    found: str | None = await connection.scalar(query)
    return found


async def evidence_counts(connection: AsyncConnection, assignment_id: int) -> dict[str, dict[str, int]]:
    """Criterion key → kind → how many files."""
    e = evaluation_evidence.c
    query = (
        select(e.criterion, e.kind, func.count()).where(e.assignment_id == assignment_id).group_by(e.criterion, e.kind)
    )
    counts: dict[str, dict[str, int]] = {}
    for criterion, kind, number in await connection.execute(query):
        counts.setdefault(criterion, {})[kind] = number
    return counts


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """A file of a sheet that was signed; `seconds` is the length of a voice message."""

    id: int
    programme_id: int
    assignment_id: int
    criterion: str
    kind: EvidenceKind
    file_id: str
    seconds: int | None
    name: str | None


def _evidence() -> Select[Any]:
    e = evaluation_evidence.c
    return (
        select(e.id, _A.programme_id, _A.id, e.criterion, e.kind, e.file_id, e.seconds, e.name)
        .join(evaluation_assignments, _A.id == e.assignment_id)
        .where(_A.version > 0)
        .order_by(e.id)
    )


def _stored_evidence(row: Any) -> StoredEvidence:
    return StoredEvidence(row[0], row[1], row[2], row[3], EvidenceKind(row[4]), row[5], row[6], row[7])


async def evidence(connection: AsyncConnection, cluster_id: int, evidence_id: int) -> StoredEvidence | None:
    """A file of the cluster whose sheet was signed."""
    e = evaluation_evidence.c
    row = (await connection.execute(_evidence().where(e.id == evidence_id, e.cluster_id == cluster_id))).one_or_none()
    return _stored_evidence(row) if row else None


async def evidence_of_programme(connection: AsyncConnection, programme_id: int) -> list[StoredEvidence]:
    """Files of the signed sheets of a programme."""
    return [
        _stored_evidence(row) for row in await connection.execute(_evidence().where(_A.programme_id == programme_id))
    ]


async def evidence_of(connection: AsyncConnection, assignment_id: int) -> list[StoredEvidence]:
    """Files of one expert's sheet, signed or not."""
    e = evaluation_evidence.c
    query = select(e.id, _A.programme_id, _A.id, e.criterion, e.kind, e.file_id, e.seconds, e.name)
    query = query.join(evaluation_assignments, _A.id == e.assignment_id).where(_A.id == assignment_id).order_by(e.id)
    return [_stored_evidence(row) for row in await connection.execute(query)]


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


_SUB = evaluation_submissions.c
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
