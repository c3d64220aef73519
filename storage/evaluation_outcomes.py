"""Queries of what comes of the sheets: signed versions, the chair's rulings and decisions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.outcome import Basis, CollegeAnswer, Decision, Outcome, Ruling, SignedSheet, SignedVersion
from cluster.evaluation.scoring import Answer, Verdict
from cluster.evaluation.states import HANDED_IN, AssignmentState
from storage.schema.evaluation import evaluation_assignments, evaluation_programmes, evaluation_submissions
from storage.schema.evaluation_outcome import evaluation_outcomes, evaluation_rulings

_A, _P, _SUB = evaluation_assignments.c, evaluation_programmes.c, evaluation_submissions.c
_R, _O = evaluation_rulings.c, evaluation_outcomes.c


@dataclass(frozen=True, slots=True)
class Decided:
    """A stored decision with its way to the college and back.

    Args:
        number: 1 for the first decision on a programme; the highest one counts.
        criteria: keys of the criteria to be corrected, in the order of the form.
        rulings: criterion key → verdict and words, as they were when it was decided.
    """

    id: int
    programme_id: int
    number: int
    decision: Decision
    criteria: tuple[str, ...]
    rulings: Mapping[str, Mapping[str, str]]
    decided_by: int
    decided_at: datetime
    released_at: datetime | None
    answer: CollegeAnswer | None
    answer_text: str | None
    answered_at: datetime | None
    fixed_at: datetime | None


async def signed_sheets(
    connection: AsyncConnection, *, session_id: int | None = None, programme_id: int | None = None
) -> dict[int, list[SignedSheet]]:
    """Programme id → all signed sheets with all their versions, of a session or of one programme."""
    query = (
        select(_A.programme_id, _A.id, _A.state, _A.conflict, _SUB.version, _SUB.snapshot)
        .join(evaluation_assignments, _A.id == _SUB.assignment_id)
        .order_by(_A.id, _SUB.version)
    )
    if session_id is not None:
        query = query.where(_A.session_id == session_id)
    if programme_id is not None:
        query = query.where(_A.programme_id == programme_id)
    versions: dict[tuple[int, int, bool, bool], list[SignedVersion]] = defaultdict(list)
    for programme, assignment, state, conflict, version, snapshot in await connection.execute(query):
        counts = AssignmentState(state) in HANDED_IN and conflict != "hard"
        revising = AssignmentState(state) is AssignmentState.REOPENED and conflict != "hard"
        versions[programme, assignment, counts, revising].append(SignedVersion(version, answers_of(snapshot)))
    found: dict[int, list[SignedSheet]] = defaultdict(list)
    for (programme, assignment, counts, revising), signed in versions.items():
        found[programme].append(SignedSheet(assignment, tuple(signed), counts, revising))
    return dict(found)


def answers_of(snapshot: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers of a signed version, as they were kept."""
    return {
        key: Answer(
            verdict=Verdict(kept["verdict"]) if kept["verdict"] else None,
            value=kept["value"],
            remark=kept["remark"],
            evidence=sum((kept.get("evidence") or {}).values()),
        )
        for key, kept in snapshot["answers"].items()
    }


async def rulings(
    connection: AsyncConnection, *, session_id: int | None = None, programme_id: int | None = None
) -> dict[int, dict[str, Ruling]]:
    """Programme id → criterion key → the chair's word."""
    query = select(_R.programme_id, _R.criterion, _R.verdict, _R.words, _R.basis)
    if session_id is not None:
        query = query.join(evaluation_programmes, _P.id == _R.programme_id).where(_P.session_id == session_id)
    if programme_id is not None:
        query = query.where(_R.programme_id == programme_id)
    found: dict[int, dict[str, Ruling]] = defaultdict(dict)
    for programme, criterion, verdict, words, basis in await connection.execute(query):
        found[programme][criterion] = Ruling(Verdict(verdict), words, basis_of(basis))
    return dict(found)


async def decisions(
    connection: AsyncConnection, *, session_id: int | None = None, programme_id: int | None = None
) -> dict[int, list[Decided]]:
    """Programme id → its decisions, oldest first; the last one counts."""
    query = select(evaluation_outcomes).order_by(_O.programme_id, _O.number)
    if session_id is not None:
        query = query.join(evaluation_programmes, _P.id == _O.programme_id).where(_P.session_id == session_id)
    if programme_id is not None:
        query = query.where(_O.programme_id == programme_id)
    found: dict[int, list[Decided]] = defaultdict(list)
    for row in await connection.execute(query):
        found[row.programme_id].append(decided_of(row))
    return dict(found)


async def decided(connection: AsyncConnection, cluster_id: int, outcome_id: int) -> Decided | None:
    """One decision of the cluster."""
    query = select(evaluation_outcomes).where(_O.id == outcome_id, _O.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return decided_of(row) if row else None


async def decided_anywhere(connection: AsyncConnection, outcome_id: int) -> Decided | None:
    """A decision whatever the cluster: for notices, whose recipients were decided when they were written."""
    row = (await connection.execute(select(evaluation_outcomes).where(_O.id == outcome_id))).one_or_none()
    return decided_of(row) if row else None


def decided_of(row: Any) -> Decided:
    """A decision from a row of `evaluation_outcomes`."""
    return Decided(
        id=row.id,
        programme_id=row.programme_id,
        number=row.number,
        decision=Decision(Outcome(row.outcome), basis_of(row.basis), row.fix_by, row.words),
        criteria=tuple(row.criteria),
        rulings=row.rulings,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        released_at=row.released_at,
        answer=CollegeAnswer(row.answer) if row.answer else None,
        answer_text=row.answer_text,
        answered_at=row.answered_at,
        fixed_at=row.fixed_at,
    )


def basis_of(stored: Sequence[Sequence[int]]) -> Basis:
    """A basis as it is kept in JSON."""
    return tuple((int(assignment), int(version)) for assignment, version in stored)


async def save_ruling(tx: AsyncConnection, programme_id: int, criterion: str, ruling: Ruling, **by: Any) -> None:
    """Keep the chair's word on a criterion in place of an earlier one; `by`: cluster_id, ruled_by, ruled_at."""
    await tx.execute(delete(evaluation_rulings).where(_R.programme_id == programme_id, _R.criterion == criterion))
    await tx.execute(
        insert(evaluation_rulings).values(
            programme_id=programme_id,
            criterion=criterion,
            verdict=ruling.verdict.value,
            words=ruling.words,
            basis=[list(pair) for pair in ruling.basis],
            **by,
        )
    )


async def add_decision(
    tx: AsyncConnection,
    programme_id: int,
    decision: Decision,
    criteria: Sequence[str],
    rulings_then: Mapping[str, Mapping[str, str]],
    **by: Any,
) -> int:
    """Add a decision, the next by number; gives its id. `by`: cluster_id, decided_by, decided_at."""
    last = await tx.scalar(select(func.max(_O.number)).where(_O.programme_id == programme_id))
    statement = insert(evaluation_outcomes).values(
        programme_id=programme_id,
        number=(last or 0) + 1,
        outcome=decision.outcome.value,
        words=decision.words,
        fix_by=decision.fix_by,
        criteria=list(criteria),
        basis=[list(pair) for pair in decision.basis],
        rulings={key: dict(value) for key, value in rulings_then.items()},
        **by,
    )
    new: int = (await tx.execute(statement.returning(_O.id))).scalar_one()
    return new


async def change_decision(tx: AsyncConnection, outcome_id: int, **values: date | datetime | int | str | None) -> None:
    """Change columns of a decision: its way to the college and back, never what was decided."""
    await tx.execute(update(evaluation_outcomes).where(_O.id == outcome_id).values(**values))


async def released(connection: AsyncConnection, programme_ids: Sequence[int]) -> dict[int, Outcome]:
    """Programme id → the outcome its college was told last."""
    query = (
        select(_O.programme_id, _O.outcome)
        .where(_O.programme_id.in_(programme_ids), _O.released_at.is_not(None))
        .order_by(_O.number)
    )
    return {row.programme_id: Outcome(row.outcome) for row in await connection.execute(query)}
