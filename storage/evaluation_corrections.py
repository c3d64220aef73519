"""Queries of a college's answer and corrections, of their check by experts, and of sheets opened again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.evaluation.outcome import Recheck
from cluster.evaluation.scoring import Verdict
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.evaluation import evaluation_assignments
from storage.schema.evaluation_experts import evaluation_reopenings
from storage.schema.evaluation_outcome import (
    evaluation_fix_files,
    evaluation_fixes,
    evaluation_outcomes,
    evaluation_rechecks,
)
from storage.schema.people import memberships, people

_A, _M, _O = evaluation_assignments.c, memberships.c, evaluation_outcomes.c
_F, _FF, _RC = evaluation_fixes.c, evaluation_fix_files.c, evaluation_rechecks.c


@dataclass(frozen=True, slots=True)
class FixFile:
    """A file that proves a correction; `file_id` is Telegram's."""

    id: int
    criterion: str
    kind: str
    file_id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a college wrote and sent to one decision, and what experts say about it.

    Args:
        texts: criterion key → what was corrected.
        reachable: assignments whose experts can still be asked.
    """

    texts: Mapping[str, str]
    files: Sequence[FixFile]
    rechecks: Sequence[Recheck]
    reachable: frozenset[int] = field(default=frozenset())

    def has(self, criterion: str) -> bool:
        """Whether there is a correction of a criterion, in words or as a file."""
        return criterion in self.texts or any(file.criterion == criterion for file in self.files)


async def of_decision(connection: AsyncConnection, outcome_id: int) -> Corrections:
    """Everything about the corrections of one decision."""
    texts = await connection.execute(select(_F.criterion, _F.text).where(_F.outcome_id == outcome_id))
    files = await connection.execute(
        select(_FF.id, _FF.criterion, _FF.kind, _FF.file_id, _FF.name)
        .where(_FF.outcome_id == outcome_id)
        .order_by(_FF.id)
    )
    rechecks = await connection.execute(
        select(_RC.assignment_id, _RC.criterion, _RC.verdict, _RC.remark)
        .where(_RC.outcome_id == outcome_id)
        .order_by(_RC.checked_at)
    )
    reachable = await connection.scalars(
        select(_A.id)
        .join(people, people.c.id == _A.person_id)
        .join(evaluation_outcomes, evaluation_outcomes.c.programme_id == _A.programme_id)
        .where(evaluation_outcomes.c.id == outcome_id, people.c.withdrawn_at.is_(None))
    )
    return Corrections(
        {row.criterion: row.text for row in texts if row.text},
        [FixFile(*row) for row in files],
        [Recheck(row.assignment_id, row.criterion, Verdict(row.verdict), row.remark) for row in rechecks],
        frozenset(reachable),
    )


async def fix_file(connection: AsyncConnection, cluster_id: int, file_id: int) -> tuple[int, FixFile] | None:
    """A file of the cluster with the decision it belongs to."""
    query = select(_FF.outcome_id, _FF.id, _FF.criterion, _FF.kind, _FF.file_id, _FF.name)
    row = (await connection.execute(query.where(_FF.id == file_id, _FF.cluster_id == cluster_id))).one_or_none()
    return (row[0], FixFile(*row[1:])) if row else None


async def save_fix(tx: AsyncConnection, outcome_id: int, criterion: str, text: str, **by: Any) -> None:
    """Keep what was corrected in place of what was written before; `by`: cluster_id, written_by, written_at."""
    statement = insert_into(tx, evaluation_fixes).values(outcome_id=outcome_id, criterion=criterion, text=text, **by)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["outcome_id", "criterion"],
            set_={"text": text, "written_by": by["written_by"], "written_at": by["written_at"]},
        )
    )


async def add_fix_file(tx: AsyncConnection, **values: Any) -> None:
    """Keep a file that proves a correction; the same file twice is one."""
    statement = insert_into(tx, evaluation_fix_files).values(**values)
    await tx.execute(statement.on_conflict_do_nothing(index_elements=["outcome_id", "criterion", "file_unique_id"]))


async def save_recheck(tx: AsyncConnection, cluster_id: int, outcome_id: int, said: Recheck, at: datetime) -> None:
    """Keep an expert's word on a corrected criterion in place of an earlier one."""
    values = {"verdict": said.verdict.value, "remark": said.remark, "checked_at": at}
    statement = insert_into(tx, evaluation_rechecks).values(
        outcome_id=outcome_id,
        assignment_id=said.assignment_id,
        criterion=said.criterion,
        cluster_id=cluster_id,
        **values,
    )
    keys = ["outcome_id", "assignment_id", "criterion"]
    await tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


async def settled_rechecks(connection: AsyncConnection, session_id: int) -> dict[int, list[Recheck]]:
    """Programme id → what experts said of corrections, as far as a later decision was taken on it."""
    later = evaluation_outcomes.alias("later")
    settled = exists().where(later.c.programme_id == _O.programme_id, later.c.number > _O.number)
    query = (
        select(_O.programme_id, _RC.assignment_id, _RC.criterion, _RC.verdict, _RC.remark)
        .join(evaluation_outcomes, _O.id == _RC.outcome_id)
        .join(evaluation_assignments, _A.id == _RC.assignment_id)
        .where(_A.session_id == session_id, settled)
        .order_by(_O.programme_id, _O.number, _RC.assignment_id, _RC.criterion)
    )
    found: dict[int, list[Recheck]] = defaultdict(list)
    for programme, assignment, criterion, verdict, remark in await connection.execute(query):
        found[programme].append(Recheck(assignment, criterion, Verdict(verdict), remark))
    return dict(found)


async def representatives(connection: AsyncConnection, cluster_id: int, organisation_id: int) -> list[int]:
    """People who represent a college."""
    query = (
        select(people.c.id)
        .join(memberships, _M.person_id == people.c.id)
        .where(
            _M.cluster_id == cluster_id,
            _M.organisation_id == organisation_id,
            _M.role == Role.COLLEGE.value,
            _M.until.is_(None),
            people.c.withdrawn_at.is_(None),
        )
        .order_by(people.c.id)
        .distinct()
    )
    return list(await connection.scalars(query))


async def experts_of(connection: AsyncConnection, programme_id: int) -> dict[int, str]:
    """Assignment id → name and enterprise of its expert."""
    enterprise = (
        select(func.min(organisations.c.short_name))
        .join(memberships, _M.organisation_id == organisations.c.id)
        .where(_M.person_id == _A.person_id, _M.cluster_id == _A.cluster_id, _M.role == Role.EXPERT.value)
        .scalar_subquery()
    )
    query = (
        select(_A.id, people.c.name, enterprise.label("enterprise"))
        .join(people, people.c.id == _A.person_id)
        .where(_A.programme_id == programme_id)
    )
    return {
        row.id: f"{row.name}, {row.enterprise}" if row.enterprise else row.name
        for row in await connection.execute(query)
    }


async def people_of(connection: AsyncConnection, assignment_ids: Sequence[int]) -> dict[int, int]:
    """Assignment id → person id, of experts who can still be asked."""
    query = (
        select(_A.id, _A.person_id)
        .join(people, people.c.id == _A.person_id)
        .where(_A.id.in_(assignment_ids), people.c.withdrawn_at.is_(None))
        .order_by(_A.id)
    )
    found: dict[int, int] = defaultdict(int)
    for row in await connection.execute(query):
        found[row.id] = row.person_id
    return dict(found)


async def add_reopening(
    tx: AsyncConnection, assignment_id: int, version: int, reason: str, *, by_chair: bool, **by: Any
) -> None:
    """Keep why and by whom a signed version was opened again; `by`: cluster_id, reopened_by, reopened_at."""
    values = {"assignment_id": assignment_id, "version": version, "reason": reason, "by_chair": by_chair, **by}
    statement = insert_into(tx, evaluation_reopenings).values(**values)
    await tx.execute(statement.on_conflict_do_nothing(index_elements=["assignment_id", "version"]))


async def reopening(connection: AsyncConnection, assignment_id: int, version: int) -> str | None:
    """Why the chair opened a version again; None when its author did, or nobody."""
    r = evaluation_reopenings.c
    query = select(r.reason).where(r.assignment_id == assignment_id, r.version == version, r.by_chair.is_(True))
    reason: str | None = await connection.scalar(query)
    return reason
