"""Queries of work plans and their adoption; the roll of who there is to execute them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.directory import Organisation, OrganisationKind
from cluster.executors import Enrolled, Office, Roll, Term
from cluster.plan import Plan
from storage.database import insert_into
from storage.directory_documents import councils_of, plans_of
from storage.schema.directory import organisations
from storage.schema.meetings import council_rules
from storage.schema.obligations import plan_adoptions
from storage.schema.plans import organisation_terms

_A = plan_adoptions.c


@dataclass(frozen=True, slots=True)
class Adoption:
    """When a plan was adopted last, and how often."""

    plan_id: int
    version: int
    adopted_at: datetime


async def plan(connection: AsyncConnection, cluster_id: int, plan_id: int) -> Plan | None:
    """A plan of a cluster."""
    return next((one for one in await plans_of(connection, cluster_id) if one.id == plan_id), None)


async def adoptions(connection: AsyncConnection, cluster_id: int) -> dict[int, Adoption]:
    """Adopted plans of a cluster by id."""
    rows = await connection.execute(
        select(_A.plan_id, _A.version, _A.adopted_at).where(_A.cluster_id == cluster_id).order_by(_A.plan_id)
    )
    return {row[0]: Adoption(*row) for row in rows}


async def adopt(tx: AsyncConnection, cluster_id: int, plan_id: int, by: int, at: datetime) -> int:
    """Note that a plan was adopted; gives which time it is."""
    insert = insert_into(tx, plan_adoptions).values(
        plan_id=plan_id, cluster_id=cluster_id, version=1, adopted_at=at, adopted_by=by
    )
    again = {"version": plan_adoptions.c.version + 1, "adopted_at": at, "adopted_by": by}
    await tx.execute(insert.on_conflict_do_update(index_elements=["plan_id"], set_=again))
    return int(await tx.scalar(select(_A.version).where(_A.plan_id == plan_id)) or 1)


async def roll(connection: AsyncConnection, cluster_id: int) -> Roll:
    """Organisations with all their names and when they are members, and councils of a cluster."""
    o = organisations.c
    rows = await connection.execute(
        select(
            o.id, o.cluster_id, o.kind, o.printed_name, o.name, o.short_name, o.parent_id, o.is_leading, o.is_member,
            o.sources,
        )
        .where(o.cluster_id == cluster_id)
        .order_by(o.id)
    )  # fmt: skip
    terms = await _terms(connection, cluster_id)
    enrolled = [
        Enrolled(Organisation(row[0], row[1], OrganisationKind(row[2]), *row[3:9]), _printed(row[9]), terms[row[0]])
        for row in rows
    ]
    return Roll(enrolled, await councils_of(connection, cluster_id), await _officers(connection, cluster_id))


async def _officers(connection: AsyncConnection, cluster_id: int) -> dict[tuple[int, Office], int]:
    rules = council_rules.c
    rows = await connection.execute(
        select(rules.council_id, rules.chair_id, rules.secretary_id).where(rules.cluster_id == cluster_id)
    )
    found: dict[tuple[int, Office], int] = {}
    for council_id, chair_id, secretary_id in rows:
        named = ((Office.CHAIR, chair_id), (Office.SECRETARY, secretary_id))
        found |= {(council_id, office): person_id for office, person_id in named if person_id is not None}
    return found


async def _terms(connection: AsyncConnection, cluster_id: int) -> Mapping[int, list[Term]]:
    t = organisation_terms.c
    of_cluster = select(organisations.c.id).where(organisations.c.cluster_id == cluster_id)
    rows = await connection.execute(
        select(t.organisation_id, t.since, t.until).where(t.organisation_id.in_(of_cluster)).order_by(t.id)
    )
    found = defaultdict[int, list[Term]](list)
    for organisation_id, since, until in rows:
        found[organisation_id].append(Term(since, until))
    return found


def _printed(sources: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    return tuple(source["printed"] for source in sources)
