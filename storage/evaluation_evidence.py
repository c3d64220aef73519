"""Queries of what stands beside a verdict: files that were sent for a remark, the expert's own earlier remarks."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.model import EvidenceKind
from storage.schema.evaluation import (
    evaluation_assignments,
    evaluation_evidence,
    evaluation_programmes,
    evaluation_sessions,
    evaluation_verdicts,
)

_S, _P, _A, _V = evaluation_sessions.c, evaluation_programmes.c, evaluation_assignments.c, evaluation_verdicts.c


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
