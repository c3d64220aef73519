"""Queries of planned pings: who is to hear of which obligation on which day, and who stands where around it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, exists, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.directory import CouncilKind
from cluster.ladder import Part, Step
from cluster.obligations import Obligation
from storage.database import insert_into
from storage.obligations import CHUNK, COLUMNS, FROM, OPEN, obligation_of
from storage.schema.directory import councils
from storage.schema.meetings import council_rules
from storage.schema.obligations import obligation_pings, obligation_snoozes, obligations, plan_chairs, plan_heads
from storage.schema.people import memberships, people

_O, _P, _M = obligations.c, obligation_pings.c, memberships.c

ANSWERING = (Role.COLLEGE, Role.ENTERPRISE)
"""Roles whose holders answer for what their organisation owes."""
WORKING = (*ANSWERING, Role.EXPERT, Role.COORDINATOR)
"""Roles whose holders can be given something their organisation owes."""


@dataclass(frozen=True, slots=True)
class Ping:
    """Somebody is to hear of an obligation on a day."""

    obligation_id: int
    person_id: int
    day: date
    step: Step
    part: Part


@dataclass(frozen=True, slots=True)
class Heard:
    """A planned ping with its obligation as it is now."""

    ping: Ping
    obligation: Obligation


@dataclass
class Circle:
    """The people of a cluster around its obligations, by id."""

    representatives: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    coordinators: list[int] = field(default_factory=list)
    heads: Mapping[int, int] = field(default_factory=dict)
    chair: int | None = None
    names: dict[int, str] = field(default_factory=dict)
    people_of: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Of an organisation, who could be given something."""

    def of(self, obligation: Obligation, part: Part) -> list[int]:
        """Who stands for `part` around an obligation.

        Nobody in particular: coordinators. A head or chair nobody named: the other representatives, the coordinators.
        """
        organisation_id = obligation.organisation_id
        answering = self.representatives.get(organisation_id, []) if organisation_id else self.coordinators
        match part:
            case Part.EXECUTOR:
                return [obligation.person_id] if obligation.person_id in self.names else answering
            case Part.HEAD:
                head = self.heads.get(organisation_id or 0)
                return [head] if head in self.names else answering
            case Part.COORDINATOR:
                return self.coordinators
            case Part.CHAIR:
                return [self.chair] if self.chair in self.names else self.coordinators


async def circle(connection: AsyncConnection, cluster_id: int) -> Circle:
    """Who stands where in a cluster now."""
    found = Circle()
    rows = await connection.execute(
        select(_M.organisation_id, _M.person_id, _M.role, people.c.name)
        .join(people, people.c.id == _M.person_id)
        .where(_M.cluster_id == cluster_id, _M.until.is_(None), people.c.telegram_id.is_not(None))
        .order_by(_M.id)
    )
    for organisation_id, person_id, role, name in rows:
        found.names[person_id] = name
        if role == Role.COORDINATOR.value and person_id not in found.coordinators:
            found.coordinators.append(person_id)
        if organisation_id is not None and role in WORKING:
            found.people_of[organisation_id].add(person_id)
            if role in ANSWERING and person_id not in found.representatives[organisation_id]:
                found.representatives[organisation_id].append(person_id)
    heads = plan_heads.c
    named = await connection.execute(
        select(heads.organisation_id, heads.person_id).where(
            heads.organisation_id.in_(select(_M.organisation_id).where(_M.cluster_id == cluster_id))
        )
    )
    found.heads = {row[0]: row[1] for row in named}
    found.chair = await _chair(connection, cluster_id)
    return found


async def _chair(connection: AsyncConnection, cluster_id: int) -> int | None:
    """Who was named for the plan, else the chair of the Coordination Council."""
    named = select(plan_chairs.c.person_id).where(plan_chairs.c.cluster_id == cluster_id)
    of_council = (
        select(council_rules.c.chair_id)
        .join(councils, councils.c.id == council_rules.c.council_id)
        .where(council_rules.c.cluster_id == cluster_id, councils.c.kind == CouncilKind.COORDINATION.value)
        .order_by(councils.c.id)
        .limit(1)
    )
    chair: int | None = await connection.scalar(
        select(func.coalesce(named.scalar_subquery(), of_council.scalar_subquery()))
    )
    return chair


async def replace(tx: AsyncConnection, ids: Collection[int], first: date, pings: Iterable[Ping]) -> None:
    """From `first` on, exactly these pings are planned for these obligations; earlier ones were sent and stay."""
    listed = sorted(ids)
    for start in range(0, len(listed), CHUNK):
        chunk = listed[start : start + CHUNK]
        await tx.execute(delete(obligation_pings).where(_P.obligation_id.in_(chunk), _P.day >= first))
    rows = [
        {
            "obligation_id": each.obligation_id,
            "person_id": each.person_id,
            "day": each.day,
            "step": each.step.value,
            "part": each.part.value,
        }
        for each in pings
    ]
    if rows:
        await tx.execute(insert(obligation_pings), rows)


async def heard(connection: AsyncConnection, person_id: int, cluster_id: int, day: date, passed: date) -> list[Heard]:
    """What a person is to hear on `day`, the earliest deadline first.

    Left out is what has a later ping for them: after a downtime the newest says it all.

    Args:
        passed: the last day whose pings are due already.
    """
    later = obligation_pings.alias()
    newer = exists().where(
        later.c.obligation_id == _P.obligation_id,
        later.c.person_id == _P.person_id,
        later.c.day > day,
        later.c.day <= passed,
    )
    rows = await connection.execute(
        select(*COLUMNS, _P.obligation_id, _P.person_id, _P.day, _P.step, _P.part)
        .select_from(FROM.join(obligation_pings, _P.obligation_id == _O.id))
        .where(_P.person_id == person_id, _P.day == day, _O.cluster_id == cluster_id, _O.state.in_(OPEN), ~newer)
        .order_by(_O.due_on, _O.id)
    )
    return [Heard(_ping(row[-5:]), obligation_of(row)) for row in rows]


async def planned(connection: AsyncConnection, obligation_id: int) -> list[Ping]:
    """All pings of an obligation, sent and to come."""
    known = (_P.obligation_id, _P.person_id, _P.day, _P.step, _P.part)
    rows = await connection.execute(
        select(*known).where(_P.obligation_id == obligation_id).order_by(_P.day, _P.person_id)
    )
    return [_ping(row) for row in rows]


def _ping(row: Any) -> Ping:
    return Ping(row[0], row[1], row[2], Step(row[3]), Part(row[4]))


async def snooze(tx: AsyncConnection, obligation_id: int, person_id: int, until: date) -> None:
    """The person wants to hear of it again on `until`, not before."""
    values = {"obligation_id": obligation_id, "person_id": person_id, "until": until}
    await tx.execute(
        insert_into(tx, obligation_snoozes)
        .values(**values)
        .on_conflict_do_update(index_elements=["obligation_id", "person_id"], set_={"until": until})
    )


async def snoozes(connection: AsyncConnection, ids: Collection[int], first: date) -> dict[tuple[int, int], date]:
    """Until when people want to be left alone, by obligation and person; past ones are left out."""
    known, listed, found = obligation_snoozes.c, sorted(ids), dict[tuple[int, int], date]()
    for start in range(0, len(listed), CHUNK):
        rows = await connection.execute(
            select(known.obligation_id, known.person_id, known.until).where(
                known.obligation_id.in_(listed[start : start + CHUNK]), known.until >= first
            )
        )
        found.update({(row[0], row[1]): row[2] for row in rows})
    return found


async def outdated(connection: AsyncConnection, cluster_id: int, horizon: date) -> list[int]:
    """Open obligations whose pings must be planned again: people came or left, or the plan ends before `horizon`."""
    changed = select(func.max(func.coalesce(_M.until, _M.since))).where(_M.cluster_id == cluster_id).scalar_subquery()
    rows = await connection.scalars(
        select(_O.id)
        .where(
            _O.cluster_id == cluster_id,
            _O.state.in_(OPEN),
            or_(_O.planned_at.is_(None), _O.planned_at < changed, _O.planned_until < horizon),
        )
        .order_by(_O.id)
    )
    return [int(one) for one in rows]


async def clusters_with_open(connection: AsyncConnection) -> list[int]:
    """Clusters in which something is owed."""
    rows = await connection.scalars(select(_O.cluster_id).where(_O.state.in_(OPEN)).distinct().order_by(_O.cluster_id))
    return [int(one) for one in rows]


async def name_head(tx: AsyncConnection, organisation_id: int, person_id: int) -> None:
    """From now on this person hears of what their organisation owes on the day it is due."""
    await tx.execute(
        insert_into(tx, plan_heads)
        .values(organisation_id=organisation_id, person_id=person_id)
        .on_conflict_do_update(index_elements=["organisation_id"], set_={"person_id": person_id})
    )


async def name_chair(tx: AsyncConnection, cluster_id: int, person_id: int) -> None:
    """From now on this person hears of what is five working days late."""
    await tx.execute(
        insert_into(tx, plan_chairs)
        .values(cluster_id=cluster_id, person_id=person_id)
        .on_conflict_do_update(index_elements=["cluster_id"], set_={"person_id": person_id})
    )
