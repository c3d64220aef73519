"""Queries of what the evaluation keeps about one person, in all clusters: to hand it out and to let go of it."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.evaluation_scoring import Stored, load_anywhere
from storage.schema.evaluation import evaluation_assignments, evaluation_evidence
from storage.schema.evaluation_experts import evaluation_declarations, expert_competences, expert_profiles

_A = evaluation_assignments.c
_E = evaluation_evidence.c
_C, _D = expert_competences.c, evaluation_declarations.c


async def all_of(connection: AsyncConnection, person_id: int) -> list[Stored]:
    """Every assignment of a person with its answers, in order."""
    ids = list(await connection.scalars(select(_A.id).where(_A.person_id == person_id).order_by(_A.id)))
    found = [await load_anywhere(connection, assignment_id) for assignment_id in ids]
    return [stored for stored in found if stored is not None]


async def evidence_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """Files a person sent instead of remarks."""
    rows = await connection.execute(
        select(_E.assignment_id, _E.criterion, _E.kind, _E.name, _E.added_at)
        .join(evaluation_assignments, _A.id == _E.assignment_id)
        .where(_A.person_id == person_id)
        .order_by(_E.id)
    )
    return [dict(row) for row in rows.mappings()]


async def competence_of(connection: AsyncConnection, person_id: int) -> list[str]:
    """Codes a person marked as their competence."""
    return sorted(set(await connection.scalars(select(_C.code).where(_C.person_id == person_id))))


async def declarations_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """What a person declared about connections with colleges."""
    rows = await connection.execute(
        select(_D.programme_id, _D.ground, _D.words, _D.occasion, _D.declared_at)
        .where(_D.person_id == person_id)
        .order_by(_D.id)
    )
    return [dict(row) for row in rows.mappings()]


async def erase(tx: AsyncConnection, person_id: int) -> None:
    """Drop voices, names of files and words that were meant for the coordinator only; answers and versions stay."""
    mine = select(_A.id).where(_A.person_id == person_id)
    await tx.execute(delete(evaluation_evidence).where(_E.assignment_id.in_(mine), _E.kind == "voice"))
    await tx.execute(update(evaluation_evidence).where(_E.assignment_id.in_(mine)).values(name=None))
    await tx.execute(
        update(evaluation_assignments)
        .where(_A.person_id == person_id)
        .values(reason_text=None, pending_key=None, pending_text=None, pending_at=None)
    )
    await tx.execute(update(evaluation_declarations).where(_D.person_id == person_id).values(words=None))
    await tx.execute(delete(expert_competences).where(_C.person_id == person_id))
    await tx.execute(delete(expert_profiles).where(expert_profiles.c.person_id == person_id))
