"""Queries of plans that were sent and are not adopted yet, and of the rows a later version of a plan leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.deadlines import PlanPeriod
from cluster.plan import Plan, PlanYear
from storage import directory_documents
from storage.schema.directory import plan_rows, plans
from storage.schema.plans import plan_imports

_R, _I = plan_rows.c, plan_imports.c


@dataclass(frozen=True, slots=True)
class Import:
    """A plan that was sent; `rows` are `SheetRow`s as plain data."""

    id: int
    cluster_id: int
    file_name: str
    title: str
    period: PlanPeriod | None
    is_draft: bool
    rows: list[dict[str, str]]
    state: str
    plan_id: int | None
    revision: int
    created_by: int


async def insert_import(tx: AsyncConnection, cluster_id: int, draft_key: str, values: Mapping[str, Any]) -> int:
    """Keep a plan that was sent; the same draft twice is one. Gives its id."""
    known = await tx.scalar(select(_I.id).where(_I.draft_key == draft_key))
    if known is not None:
        return int(known)
    statement = insert(plan_imports).values(cluster_id=cluster_id, draft_key=draft_key, state="open", **values)
    return int((await tx.execute(statement.returning(_I.id))).scalar_one())


async def plan_import(connection: AsyncConnection, cluster_id: int, import_id: int) -> Import | None:
    """A plan that was sent to a cluster."""
    query = select(plan_imports).where(_I.id == import_id, _I.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    period = PlanPeriod(PlanYear(row.year), row.first_day, row.last_day) if row.year else None
    return Import(
        row.id, row.cluster_id, row.file_name, row.title, period, row.is_draft,
        row.rows, row.state, row.plan_id, row.revision, row.created_by,
    )  # fmt: skip


async def count_closed(connection: AsyncConnection, person_id: int) -> int:
    """How many imports of a person were adopted or put aside."""
    query = select(func.count()).select_from(plan_imports).where(_I.created_by == person_id, _I.state != "open")
    return int(await connection.scalar(query) or 0)


async def change_import(tx: AsyncConnection, import_id: int, **values: Any) -> None:
    """Change columns; buttons on older screens are stale from now on."""
    await tx.execute(update(plan_imports).where(_I.id == import_id).values(**values, revision=_I.revision + 1))


async def plan_of_period(connection: AsyncConnection, cluster_id: int, period: PlanPeriod) -> Plan | None:
    """The plan a cluster has for a year, the newest where there are several."""
    found = await directory_documents.plans_of(connection, cluster_id)
    return next((plan for plan in reversed(found) if PlanPeriod.of(plan) == period), None)


async def write_rows(
    tx: AsyncConnection, plan_id: int, rows: Sequence[tuple[int | None, Mapping[str, str]]]
) -> list[int]:
    """Make these the rows of a plan, in order; each continues an old row (its id) or is new. Gives their ids.

    A row that is not continued stays for what was owed by it, at a negative position: out of the plan.
    """
    await tx.execute(update(plan_rows).where(_R.plan_id == plan_id).values(position=-_R.id))
    ids = []
    for position, (row_id, values) in enumerate(rows, start=1):
        if row_id is None:
            statement = insert(plan_rows).values(plan_id=plan_id, position=position, **values).returning(_R.id)
            ids.append(int((await tx.execute(statement)).scalar_one()))
        else:
            await tx.execute(update(plan_rows).where(_R.id == row_id).values(position=position, **values))
            ids.append(row_id)
    return ids


async def retitle(tx: AsyncConnection, plan_id: int, title: str, *, is_draft: bool) -> None:
    """Another title of a plan; whether it is marked a draft."""
    await tx.execute(update(plans).where(plans.c.id == plan_id).values(title=title, is_draft=is_draft))


async def removed_rows(connection: AsyncConnection, plan_id: int) -> list[int]:
    """Ids of the rows that later versions left out."""
    return list(await connection.scalars(select(_R.id).where(_R.plan_id == plan_id, _R.position < 0)))
