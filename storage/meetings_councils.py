"""Queries of councils: who sits in them, by which rule they decide, what their calendars hold."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Join, Select, and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.directory import CouncilKind, CouncilMeeting, CouncilMeetingState
from cluster.meetings.model import LiveCouncil, Member
from cluster.meetings.quorum import QuorumRule
from storage.database import insert_into
from storage.schema.directory import clusters, council_meetings, councils, organisations
from storage.schema.meetings import council_members, council_rules
from storage.schema.people import memberships, people

_C, _R, _M = councils.c, council_rules.c, council_members.c
_CHAIR, _SECRETARY = people.alias("chair"), people.alias("secretary")
COUNCIL_COLUMNS = (
    _C.id, _C.cluster_id, _C.kind, _C.name, _R.quorum, _R.chair_id, _CHAIR.c.name.label("chair"),
    _R.secretary_id, _SECRETARY.c.name.label("secretary"), _R.to_group, _R.to_channel,
)  # fmt: skip


def with_heads() -> Join:
    """Councils with what was set for them, chair and secretary."""
    return (
        councils.outerjoin(council_rules, _R.council_id == _C.id)
        .outerjoin(_CHAIR, _CHAIR.c.id == _R.chair_id)
        .outerjoin(_SECRETARY, _SECRETARY.c.id == _R.secretary_id)
    )


def _councils() -> Select[Any]:
    return select(*COUNCIL_COLUMNS).select_from(with_heads())


def council_of(row: Sequence[Any]) -> LiveCouncil:
    """A council from values in the order of `COUNCIL_COLUMNS`; nobody set a rule: more than half."""
    return LiveCouncil(
        id=row[0],
        cluster_id=row[1],
        kind=CouncilKind(row[2]),
        name=row[3],
        quorum=QuorumRule(row[4]) if row[4] else QuorumRule.MORE_THAN_HALF,
        chair_id=row[5],
        chair=row[6] or "",
        secretary_id=row[7],
        secretary=row[8] or "",
        to_group=True if row[9] is None else row[9],
        to_channel=bool(row[10]),
    )


async def councils_of(connection: AsyncConnection, cluster_id: int) -> list[LiveCouncil]:
    """Councils of a cluster in the order they were made."""
    rows = await connection.execute(_councils().where(_C.cluster_id == cluster_id).order_by(_C.id))
    return [council_of(row) for row in rows]


async def council(connection: AsyncConnection, council_id: int) -> LiveCouncil | None:
    """A council, whatever its cluster."""
    row = (await connection.execute(_councils().where(_C.id == council_id))).one_or_none()
    return council_of(row) if row else None


async def headed_by(connection: AsyncConnection, person_id: int, cluster_id: int) -> set[int]:
    """Ids of the cluster's councils this person is chair or secretary of."""
    query = select(_R.council_id).where(
        _R.cluster_id == cluster_id, or_(_R.chair_id == person_id, _R.secretary_id == person_id)
    )
    return {int(one) for one in await connection.scalars(query)}


async def insert_working_group(tx: AsyncConnection, cluster_id: int, name: str, draft_key: str) -> int:
    """Store a working group; the same draft twice is one."""
    known = await tx.scalar(select(_R.council_id).where(_R.draft_key == draft_key, _R.cluster_id == cluster_id))
    if known is not None:
        return int(known)
    statement = insert(councils).values(cluster_id=cluster_id, kind=CouncilKind.WORKING_GROUP.value, name=name)
    council_id = int((await tx.execute(statement.returning(_C.id))).scalar_one())
    await set_rules(tx, cluster_id, council_id, draft_key=draft_key)
    return council_id


async def set_rules(tx: AsyncConnection, cluster_id: int, council_id: int, **values: Any) -> None:
    """Set columns of a council's rules."""
    made = {
        "council_id": council_id,
        "cluster_id": cluster_id,
        "quorum": QuorumRule.MORE_THAN_HALF.value,
        "to_group": True,
        "to_channel": False,
        **values,
    }
    statement = insert_into(tx, council_rules).values(**made)
    await tx.execute(statement.on_conflict_do_update(index_elements=["council_id"], set_=values))


_MEMBER_COLUMNS = (
    _M.id, _M.council_id, _M.organisation_id, organisations.c.short_name,
    _M.person_id, people.c.name, _M.since, _M.until,
)  # fmt: skip


def _members() -> Select[Any]:
    joined = council_members.join(organisations, organisations.c.id == _M.organisation_id).join(
        people, people.c.id == _M.person_id
    )
    return select(*_MEMBER_COLUMNS).select_from(joined)


async def members(connection: AsyncConnection, council_id: int, day: date) -> list[Member]:
    """Members of a council whose term is not over by `day`, by organisation."""
    query = (
        _members()
        .where(_M.council_id == council_id, or_(_M.until.is_(None), _M.until >= day))
        .order_by(organisations.c.search, _M.id)
    )
    return [Member(*row) for row in await connection.execute(query)]


async def member(connection: AsyncConnection, cluster_id: int, member_id: int) -> Member | None:
    """One member of a council of the cluster."""
    query = _members().where(_M.id == member_id, _M.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return Member(*row) if row else None


async def member_of_draft(connection: AsyncConnection, draft_key: str) -> Member | None:
    """The member a form has made already."""
    row = (await connection.execute(_members().where(_M.draft_key == draft_key))).one_or_none()
    return Member(*row) if row else None


async def insert_member(tx: AsyncConnection, **values: Any) -> int:
    """Store a member; gives the id."""
    return int((await tx.execute(insert(council_members).values(**values).returning(_M.id))).scalar_one())


async def end_member(tx: AsyncConnection, member_id: int, until: date) -> None:
    """The term ends after `until`."""
    await tx.execute(update(council_members).where(_M.id == member_id).values(until=until))


async def people_of(
    connection: AsyncConnection, cluster_id: int, organisation_id: int | None = None
) -> list[tuple[int, str]]:
    """People of the cluster with a role now, by name.

    Args:
        organisation_id: only those of this organisation, and coordinators, who belong to none.
    """
    held = memberships.c
    query = (
        select(people.c.id, people.c.name)
        .join(memberships, held.person_id == people.c.id)
        .where(held.cluster_id == cluster_id, held.until.is_(None), held.role != Role.INTERN.value)
        .distinct()
        .order_by(people.c.name, people.c.id)
    )
    if organisation_id is not None:
        query = query.where(
            or_(
                held.organisation_id == organisation_id,
                and_(held.organisation_id.is_(None), held.role == Role.COORDINATOR.value),
            )
        )
    return [(int(row[0]), str(row[1])) for row in await connection.execute(query)]


async def calendar_lines(connection: AsyncConnection, council_id: int) -> list[CouncilMeeting]:
    """Lines of the documents' calendar of a council, in their order."""
    known = council_meetings.c
    query = select(
        known.id, known.council_id, known.position, known.state,
        known.printed_when, known.first_day, known.last_day, known.agenda,
    ).where(known.council_id == council_id)  # fmt: skip
    return [
        CouncilMeeting(row[0], row[1], row[2], CouncilMeetingState(row[3]), *row[4:])
        for row in await connection.execute(query.order_by(known.position))
    ]


async def clusters_and_zones(connection: AsyncConnection) -> list[tuple[int, str]]:
    """Every cluster with its zone."""
    rows = await connection.execute(select(clusters.c.id, clusters.c.zone).order_by(clusters.c.id))
    return [(int(row[0]), str(row[1])) for row in rows]


async def coordinators(connection: AsyncConnection, cluster_id: int) -> list[int]:
    """Ids of the cluster's coordinators."""
    held = memberships.c
    query = (
        select(held.person_id)
        .where(held.cluster_id == cluster_id, held.role == Role.COORDINATOR.value, held.until.is_(None))
        .distinct()
    )
    return sorted(int(one) for one in await connection.scalars(query))


async def names(connection: AsyncConnection, person_ids: Iterable[int]) -> dict[int, str]:
    """People's names by id."""
    query = select(people.c.id, people.c.name).where(people.c.id.in_(list(person_ids)))
    return {int(row[0]): str(row[1]) for row in await connection.execute(query)}
