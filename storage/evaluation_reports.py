"""Queries of reports on expert sessions: whose sheets there are, verdicts counted over sessions."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.states import HANDED_IN, SessionState
from storage.schema.directory import clusters, organisations
from storage.schema.evaluation import (
    evaluation_assignments,
    evaluation_programmes,
    evaluation_sessions,
    evaluation_submissions,
    evaluation_verdicts,
)
from storage.schema.people import memberships, people

_A, _P, _S = evaluation_assignments.c, evaluation_programmes.c, evaluation_sessions.c
_V, _SUB = evaluation_verdicts.c, evaluation_submissions.c


@dataclass(frozen=True, slots=True)
class ReportExpert:
    """An expert who signed a sheet, as a report names them; a code instead of the name after a withdrawal.

    Args:
        conflict: «soft» or «hard» as it stands now, if there is one.
        code: of the newest signed version.
    """

    assignment_id: int
    programme_id: int
    name: str
    enterprise: str | None
    conflict: str | None
    code: str


@dataclass(frozen=True, slots=True)
class SessionCounts:
    """A session with its verdicts counted: criterion key → (met, not met)."""

    id: int
    title: str
    starts_on: date
    sheet_id: int
    counts: Mapping[str, tuple[int, int]]


async def cluster_name(connection: AsyncConnection, cluster_id: int) -> str:
    """Name of a cluster, for documents."""
    name: str = (await connection.execute(select(clusters.c.name).where(clusters.c.id == cluster_id))).scalar_one()
    return name


async def signed_experts(connection: AsyncConnection, session_id: int) -> list[ReportExpert]:
    """Everybody who signed a sheet of a session, programme by programme."""
    enterprise = (
        select(func.min(organisations.c.short_name))
        .join(memberships, memberships.c.organisation_id == organisations.c.id)
        .where(
            memberships.c.person_id == _A.person_id,
            memberships.c.cluster_id == _A.cluster_id,
            memberships.c.role == Role.EXPERT.value,
        )
        .scalar_subquery()
    )
    query = (
        select(_A.id, _A.programme_id, people.c.name, enterprise, _A.conflict, _SUB.code)
        .join(people, people.c.id == _A.person_id)
        .join(evaluation_submissions, (_SUB.assignment_id == _A.id) & (_SUB.version == _A.version))
        .where(_A.session_id == session_id)
        .order_by(_A.programme_id, people.c.name, _A.id)
    )
    return [ReportExpert(*row) for row in await connection.execute(query)]


async def names_of_signers(connection: AsyncConnection, session_id: int) -> dict[int, str]:
    """Assignment id → the expert's name as it is now, a code after a withdrawal."""
    query = select(_A.id, people.c.name).join(people, people.c.id == _A.person_id).where(_A.session_id == session_id)
    return {row.id: row.name for row in await connection.execute(query)}


async def counts_of_sessions(
    connection: AsyncConnection, cluster_id: int, *, without: Collection[int] = ()
) -> list[SessionCounts]:
    """Sessions of the cluster that have signed sheets, oldest first, with their verdicts; one statement.

    Args:
        without: ids of programmes that are not counted.
    """
    query = (
        select(_S.id, _S.title, _S.starts_on, _S.sheet_id, _V.criterion, _V.verdict, func.count())
        .join(evaluation_assignments, _A.session_id == _S.id)
        .join(evaluation_verdicts, _V.assignment_id == _A.id)
        .where(
            _S.cluster_id == cluster_id,
            _A.state.in_([state.value for state in HANDED_IN]),
            or_(_A.conflict.is_(None), _A.conflict != "hard"),
            _A.programme_id.not_in(sorted(without)),
        )
        .group_by(_S.id, _S.title, _S.starts_on, _S.sheet_id, _V.criterion, _V.verdict)
        .order_by(_S.starts_on, _S.id)
    )
    heads: dict[int, tuple[str, date, int]] = {}
    counted: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for session, title, starts_on, sheet, criterion, verdict, number in await connection.execute(query):
        heads[session] = title, starts_on, sheet
        pair = counted[session].setdefault(criterion, [0, 0])
        if verdict in (Verdict.MEETS.value, Verdict.FAILS.value):
            pair[verdict == Verdict.FAILS.value] += number
    return [
        SessionCounts(session, *head, {key: (met, failed) for key, (met, failed) in counted[session].items()})
        for session, head in heads.items()
    ]


async def sessions_of(connection: AsyncConnection, programme_ids: Collection[int]) -> list[tuple[int, SessionState]]:
    """Programme ids with the state of their session."""
    query = select(_P.id, _S.state).join(evaluation_sessions, _S.id == _P.session_id)
    rows = await connection.execute(query.where(_P.id.in_(sorted(programme_ids))))
    return [(programme, SessionState(state)) for programme, state in rows]
