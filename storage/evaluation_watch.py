"""Queries of what the program watches by itself in open sessions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.conflict import Conflict
from cluster.evaluation.states import AssignmentState, SessionState
from storage.evaluation_sight import belongs
from storage.schema.directory import clusters
from storage.schema.evaluation import evaluation_assignments, evaluation_programmes, evaluation_sessions

_A, _P, _S = evaluation_assignments.c, evaluation_programmes.c, evaluation_sessions.c


@dataclass(frozen=True, slots=True)
class Watched:
    """An assignment of an open session; `zone` is the cluster's."""

    assignment_id: int
    cluster_id: int
    session_id: int
    programme_id: int
    person_id: int
    state: AssignmentState
    invited_at: datetime | None
    zone: str


def _open() -> Select[Any]:
    return (
        select(
            _A.id, _A.cluster_id, _A.session_id, _A.programme_id, _A.person_id, _A.state, _A.invited_at, clusters.c.zone
        )
        .join(evaluation_sessions, _S.id == _A.session_id)
        .join(evaluation_programmes, _P.id == _A.programme_id)
        .join(clusters, clusters.c.id == _A.cluster_id)
        .where(_S.state == SessionState.OPEN.value, _A.invited_at.is_not(None))
        .order_by(_A.id)
    )


async def silent(connection: AsyncConnection) -> list[Watched]:
    """Invitations nobody has answered."""
    return await _watched(connection, _open().where(_A.state == AssignmentState.INVITED.value))


async def affiliated(connection: AsyncConnection) -> list[Watched]:
    """Experts with a role in the college whose programme they score, of whom that was not known."""
    gone = [AssignmentState.DECLINED.value, AssignmentState.EXPIRED.value]
    unknown = func.coalesce(_A.conflict, "") != Conflict.HARD.value
    return await _watched(connection, _open().where(_A.state.not_in(gone), unknown, belongs(_A.person_id)))


async def _watched(connection: AsyncConnection, query: Select[Any]) -> list[Watched]:
    rows = await connection.execute(query)
    return [
        Watched(row[0], row[1], row[2], row[3], row[4], AssignmentState(row.state), row.invited_at, row.zone)
        for row in rows
    ]
