"""Queries of meetings: the meeting itself, its agenda, decisions, minutes, lists."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.meetings.model import Amendment, Decision, Item, Material, Meeting
from cluster.meetings.quorum import QuorumRule
from cluster.meetings.states import LIVE, OVER, Choice, ItemState, MeetingState
from storage.schema.directory import organisations
from storage.schema.meetings import (
    council_rules,
    meeting_amendments,
    meeting_decisions,
    meeting_invitees,
    meeting_items,
    meetings,
)
from storage.schema.people import people

_M, _I, _D, _V = meetings.c, meeting_items.c, meeting_decisions.c, meeting_invitees.c

MEETING_COLUMNS = (
    _M.id, _M.cluster_id, _M.council_id, _M.state, _M.starts_at, _M.minutes, _M.place, _M.quorum, _M.sequence,
    _M.batch, _M.batch_until, _M.batch_was, _M.poll_until, _M.number, _M.reason, _M.created_by, _M.announced_at,
    _M.started_at, _M.ended_at, _M.signed_at, _M.signed_file, _M.signed_name, _M.revision,
)  # fmt: skip


def meeting_of(row: Sequence[Any]) -> Meeting:
    """A meeting from values that start with `MEETING_COLUMNS`."""
    values = list(row[: len(MEETING_COLUMNS)])
    values[3], values[7] = MeetingState(values[3]), QuorumRule(values[7])
    return Meeting(*values)


async def insert_once(tx: AsyncConnection, table: Any, values: dict[str, Any]) -> tuple[int, bool]:
    """Store a row; gives its id and whether it is new: the same draft twice is one."""
    known = await tx.scalar(select(table.c.id).where(table.c.draft_key == values["draft_key"]))
    if known is not None:
        return int(known), False
    return int((await tx.execute(insert(table).values(**values).returning(table.c.id))).scalar_one()), True


async def insert_meeting(tx: AsyncConnection, **values: Any) -> tuple[int, bool]:
    """Store a meeting; see `insert_once`."""
    return await insert_once(tx, meetings, values)


async def meeting(connection: AsyncConnection, meeting_id: int) -> Meeting | None:
    """A meeting, whatever its cluster."""
    row = (await connection.execute(select(*MEETING_COLUMNS).where(_M.id == meeting_id))).one_or_none()
    return meeting_of(row) if row else None


async def change(tx: AsyncConnection, meeting_id: int, **values: Any) -> None:
    """Change columns of a meeting; its older cards are stale from now on."""
    await tx.execute(update(meetings).where(_M.id == meeting_id).values(**values, revision=_M.revision + 1))


async def of_council(connection: AsyncConnection, council_id: int) -> list[Meeting]:
    """Every meeting of a council."""
    rows = await connection.execute(select(*MEETING_COLUMNS).where(_M.council_id == council_id).order_by(_M.id))
    return [meeting_of(row) for row in rows]


async def with_sources(connection: AsyncConnection, council_id: int) -> list[tuple[Meeting, int | None]]:
    """Every meeting of a council with the line of the documents' calendar it was made of."""
    query = select(*MEETING_COLUMNS, _M.source_id).where(_M.council_id == council_id).order_by(_M.id)
    return [(meeting_of(row), row[-1]) for row in await connection.execute(query)]


def _visible(cluster_id: int, person_id: int, runs_all: bool) -> Any:
    """What a person sees: all of the cluster, or own invitations and the councils they head."""
    if runs_all:
        return _M.cluster_id == cluster_id
    invited = exists().where(_V.meeting_id == _M.id, or_(_V.person_id == person_id, _V.substitute_id == person_id))
    headed = select(council_rules.c.council_id).where(
        or_(council_rules.c.chair_id == person_id, council_rules.c.secretary_id == person_id)
    )
    return and_(
        _M.cluster_id == cluster_id,
        or_(and_(invited, _M.state != MeetingState.DRAFT.value), _M.council_id.in_(headed)),
    )


async def page(
    connection: AsyncConnection, cluster_id: int, person_id: int, *, runs_all: bool, past: bool, limit: int, offset: int
) -> tuple[list[Meeting], int]:
    """A page of the meetings a person sees and how many there are: coming ones by date, or past ones."""
    done = [state.value for state in (*OVER, MeetingState.CANCELLED)]
    where = and_(_visible(cluster_id, person_id, runs_all), _M.state.in_(done) if past else _M.state.not_in(done))
    total = int(await connection.scalar(select(func.count()).select_from(meetings).where(where)) or 0)
    order = (_M.starts_at.desc(), _M.id.desc()) if past else (_M.starts_at.is_(None), _M.starts_at, _M.id)
    rows = await connection.execute(select(*MEETING_COLUMNS).where(where).order_by(*order).limit(limit).offset(offset))
    return [meeting_of(row) for row in rows], total


async def overlapping(
    connection: AsyncConnection, person_ids: Sequence[int], first: datetime, last: datetime, besides: int
) -> list[tuple[Meeting, str]]:
    """Announced meetings that begin between two moments and invite one of these people, with the person's name."""
    states = [state.value for state in (*LIVE, MeetingState.IN_PROGRESS)]
    query = (
        select(*MEETING_COLUMNS, people.c.name)
        .join(meeting_invitees, _V.meeting_id == _M.id)
        .join(people, people.c.id == _V.person_id)
        .where(
            _M.id != besides,
            _M.state.in_(states),
            _M.starts_at > first,
            _M.starts_at < last,
            _V.person_id.in_(list(person_ids)),
            _V.answer != "no",
        )
        .order_by(_M.starts_at, people.c.name)
    )
    return [(meeting_of(row), str(row[-1])) for row in await connection.execute(query)]


async def next_number(connection: AsyncConnection, council_id: int, first: datetime, last: datetime) -> int:
    """The number the next minutes of a council get: one more than the largest of those held in [first, last)."""
    query = select(func.max(_M.number)).where(_M.council_id == council_id, _M.started_at >= first, _M.started_at < last)
    return int(await connection.scalar(query) or 0) + 1


# --- agenda ---------------------------------------------------------------------------------------------------------

_ITEM_COLUMNS = (
    _I.id, _I.meeting_id, _I.position, _I.title, _I.speaker, _I.minutes, _I.material_kind, _I.material,
    _I.material_name, _I.secret, _I.state, _I.heard, _I.votes_for, _I.votes_against, _I.votes_abstained, _I.voted,
    _I.present, _I.needed, _I.total, _I.revision,
)  # fmt: skip


def _item_of(row: Sequence[Any]) -> Item:
    material = Material(row[6], row[7], row[8] or row[7]) if row[6] else None
    votes = dict(zip(Choice, row[12:15], strict=True))
    values = [*row[:6], material, row[9], ItemState(row[10]), row[11], votes, *row[15:]]
    return Item(*values)


async def items(connection: AsyncConnection, meeting_id: int) -> list[Item]:
    """The agenda in its order."""
    query = select(*_ITEM_COLUMNS).where(_I.meeting_id == meeting_id).order_by(_I.position, _I.id)
    return [_item_of(row) for row in await connection.execute(query)]


async def meeting_of_item(connection: AsyncConnection, item_id: int) -> int | None:
    """Id of the meeting an item belongs to."""
    found: int | None = await connection.scalar(select(_I.meeting_id).where(_I.id == item_id))
    return found


async def insert_item(tx: AsyncConnection, **values: Any) -> tuple[int, bool]:
    """Store an item at the end of the agenda; see `insert_once`."""
    last = await tx.scalar(select(func.max(_I.position)).where(_I.meeting_id == values["meeting_id"]))
    return await insert_once(tx, meeting_items, {**values, "position": int(last or 0) + 1})


async def change_item(tx: AsyncConnection, item_id: int, **values: Any) -> None:
    """Change columns of an item."""
    await tx.execute(update(meeting_items).where(_I.id == item_id).values(**values, revision=_I.revision + 1))


async def drop_item(tx: AsyncConnection, item: Item) -> None:
    """Take an item off the agenda; later ones move up."""
    await tx.execute(delete(meeting_items).where(_I.id == item.id))
    await tx.execute(
        update(meeting_items)
        .where(_I.meeting_id == item.meeting_id, _I.position > item.position)
        .values(position=_I.position - 1)
    )


async def swap_items(tx: AsyncConnection, one: Item, other: Item) -> None:
    """Two items change places."""
    await change_item(tx, one.id, position=other.position)
    await change_item(tx, other.id, position=one.position)


# --- decisions, amendments ------------------------------------------------------------------------------------------


async def decisions(connection: AsyncConnection, meeting_id: int) -> list[Decision]:
    """What a meeting decided, in order."""
    query = (
        select(
            _D.id, _D.meeting_id, _D.item_id, _D.text, _D.organisation_id, organisations.c.short_name,
            _D.person_id, people.c.name, _D.due_on,
        )
        .outerjoin(organisations, organisations.c.id == _D.organisation_id)
        .outerjoin(people, people.c.id == _D.person_id)
        .where(_D.meeting_id == meeting_id)
        .order_by(_D.id)
    )  # fmt: skip
    return [Decision(*row[:5], row[5] or "", row[6], row[7] or "", row[8]) for row in await connection.execute(query)]


async def insert_decision(tx: AsyncConnection, **values: Any) -> tuple[int, bool]:
    """Store a decision; see `insert_once`."""
    return await insert_once(tx, meeting_decisions, values)


async def meeting_of_decision(connection: AsyncConnection, decision_id: int) -> int | None:
    """Id of the meeting that took a decision."""
    found: int | None = await connection.scalar(select(_D.meeting_id).where(_D.id == decision_id))
    return found


async def change_decision(tx: AsyncConnection, decision_id: int, **values: Any) -> None:
    """Change columns of a decision."""
    await tx.execute(update(meeting_decisions).where(_D.id == decision_id).values(**values))


async def drop_decision(tx: AsyncConnection, decision_id: int) -> None:
    """Take a decision back, before it was fixed."""
    await tx.execute(delete(meeting_decisions).where(_D.id == decision_id))


async def amendments(connection: AsyncConnection, meeting_id: int) -> list[Amendment]:
    """Amendments of signed minutes, in order."""
    known = meeting_amendments.c
    query = (
        select(known.id, known.text, people.c.name, known.added_at)
        .join(people, people.c.id == known.added_by)
        .where(known.meeting_id == meeting_id)
        .order_by(known.id)
    )
    return [Amendment(*row) for row in await connection.execute(query)]


async def insert_amendment(tx: AsyncConnection, **values: Any) -> tuple[int, bool]:
    """Store an amendment; see `insert_once`."""
    return await insert_once(tx, meeting_amendments, values)
