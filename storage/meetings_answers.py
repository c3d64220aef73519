"""Queries of who comes: invitations, answers, substitutes, attendance, votes, polls about the date."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.meetings.model import Invitee
from cluster.meetings.poll import Option
from cluster.meetings.states import Answer, Availability, Choice, SubstituteState
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.meetings import (
    council_members,
    meeting_date_answers,
    meeting_dates,
    meeting_invitees,
    meeting_items,
    meeting_reminders_off,
    meeting_votes,
    meetings,
)
from storage.schema.people import memberships, people

_V, _T, _K = meeting_invitees.c, meeting_votes.c, council_members.c
_SUBSTITUTE = people.alias("substitute")
_COLUMNS = (
    _V.id, _V.meeting_id, _V.organisation_id, organisations.c.short_name, _V.person_id, people.c.name,
    people.c.position, _V.answer, _V.answered_at, _V.substitute_id, _SUBSTITUTE.c.name.label("substitute"),
    _V.substitute_state, _V.here_at, _V.substitute_here_at,
)  # fmt: skip


def _invitees() -> Select[Any]:
    joined = (
        meeting_invitees.join(organisations, organisations.c.id == _V.organisation_id)
        .join(people, people.c.id == _V.person_id)
        .outerjoin(_SUBSTITUTE, _SUBSTITUTE.c.id == _V.substitute_id)
    )
    return select(*_COLUMNS).select_from(joined)


def _invitee_of(row: Sequence[Any], counts: bool = True) -> Invitee:
    values = [*row, counts]
    values[6], values[7], values[10] = row[6] or "", Answer(row[7]), row[10] or ""
    values[11] = SubstituteState(row[11]) if row[11] else None
    values[12], values[13] = row[12] is not None, row[13] is not None
    return Invitee(*values)


async def invitees(connection: AsyncConnection, meeting_id: int, council_id: int, day: date) -> list[Invitee]:
    """Who is invited, by organisation.

    Args:
        day: of the meeting; organisations that have no member in the council then do not count.
    """
    holds = exists().where(
        _K.council_id == council_id,
        _K.organisation_id == _V.organisation_id,
        _K.since <= day,
        or_(_K.until.is_(None), _K.until >= day),
    )
    query = _invitees().add_columns(holds.label("counts")).where(_V.meeting_id == meeting_id)
    rows = await connection.execute(query.order_by(organisations.c.search, _V.id))
    return [_invitee_of(row[:-1], bool(row.counts)) for row in rows]


async def invitee(connection: AsyncConnection, invitee_id: int) -> Invitee | None:
    """One invitation."""
    row = (await connection.execute(_invitees().where(_V.id == invitee_id))).one_or_none()
    return _invitee_of(row) if row else None


async def invitee_of_token(connection: AsyncConnection, token_hash: str) -> Invitee | None:
    """The invitation a substitute's link belongs to."""
    row = (await connection.execute(_invitees().where(_V.substitute_token == token_hash))).one_or_none()
    return _invitee_of(row) if row else None


async def invite(tx: AsyncConnection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Invite delegates (`cluster_id, meeting_id, organisation_id, person_id`); those invited before stay."""
    if listed := [{**row, "answer": Answer.NONE.value} for row in rows]:
        statement = insert_into(tx, meeting_invitees)
        await tx.execute(
            statement.on_conflict_do_nothing(index_elements=["meeting_id", "organisation_id", "person_id"]), listed
        )


async def change_invitee(tx: AsyncConnection, invitee_ids: Collection[int], **values: Any) -> None:
    """Change columns of invitations."""
    await tx.execute(update(meeting_invitees).where(_V.id.in_(list(invitee_ids))).values(**values))


async def ask_again(tx: AsyncConnection, meeting_id: int) -> None:
    """The date changed: who answered is asked to confirm, substitutes too."""
    await tx.execute(
        update(meeting_invitees)
        .where(_V.meeting_id == meeting_id, _V.answer != Answer.NONE.value)
        .values(answer=Answer.AGAIN.value, substitute_id=None, substitute_state=None, substitute_token=None)
    )


async def places_of(connection: AsyncConnection, person_id: int) -> list[Invitee]:
    """Invitations of a person, as delegate or substitute."""
    query = _invitees().where(or_(_V.person_id == person_id, _V.substitute_id == person_id)).order_by(_V.id)
    return [_invitee_of(row) for row in await connection.execute(query)]


async def colleagues(
    connection: AsyncConnection, cluster_id: int, organisation_id: int, besides: Collection[int]
) -> list[tuple[int, str]]:
    """People of an organisation with a role now, by name: who can be a substitute."""
    held = memberships.c
    query = (
        select(people.c.id, people.c.name)
        .join(memberships, held.person_id == people.c.id)
        .where(
            held.cluster_id == cluster_id,
            held.organisation_id == organisation_id,
            held.until.is_(None),
            held.role != "intern",
            people.c.id.not_in(list(besides)),
        )
        .distinct()
        .order_by(people.c.name, people.c.id)
    )
    return [(int(row[0]), str(row[1])) for row in await connection.execute(query)]


# --- votes ----------------------------------------------------------------------------------------------------------


async def votes(connection: AsyncConnection, meeting_id: int) -> dict[int, dict[int, Choice | None]]:
    """Votes of a meeting: item → organisation → choice."""
    query = (
        select(_T.item_id, _T.organisation_id, _T.choice)
        .join(meeting_items, meeting_items.c.id == _T.item_id)
        .where(meeting_items.c.meeting_id == meeting_id)
    )
    found: dict[int, dict[int, Choice | None]] = {}
    for item_id, organisation_id, choice in await connection.execute(query):
        found.setdefault(item_id, {})[organisation_id] = Choice(choice) if choice else None
    return found


async def cast(tx: AsyncConnection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Store votes, an organisation's last one counts."""
    if listed := list(rows):
        statement = insert_into(tx, meeting_votes)
        replaced = {name: statement.excluded[name] for name in ("choice", "person_id", "at")}
        await tx.execute(
            statement.on_conflict_do_update(index_elements=["item_id", "organisation_id"], set_=replaced), listed
        )


async def forget_votes(tx: AsyncConnection, item_id: int) -> None:
    """Begin a vote anew."""
    await tx.execute(delete(meeting_votes).where(_T.item_id == item_id))


# --- the date -------------------------------------------------------------------------------------------------------


async def dates(connection: AsyncConnection, meeting_id: int) -> list[Option]:
    """Proposed dates with their answers, the earliest first."""
    known, given = meeting_dates.c, meeting_date_answers.c
    query = (
        select(known.id, known.starts_at, given.person_id, given.availability)
        .outerjoin(meeting_date_answers, given.date_id == known.id)
        .where(known.meeting_id == meeting_id)
        .order_by(known.starts_at, known.id)
    )
    found: dict[int, tuple[datetime, dict[int, Availability]]] = {}
    for date_id, starts_at, person_id, availability in await connection.execute(query):
        answers = found.setdefault(date_id, (starts_at, {}))[1]
        if person_id is not None:
            answers[person_id] = Availability(availability)
    return [Option(date_id, starts_at, answers) for date_id, (starts_at, answers) in found.items()]


async def meeting_of_date(connection: AsyncConnection, date_id: int) -> int | None:
    """Id of the meeting a proposed date belongs to."""
    known = meeting_dates.c
    found: int | None = await connection.scalar(select(known.meeting_id).where(known.id == date_id))
    return found


async def add_date(tx: AsyncConnection, cluster_id: int, meeting_id: int, starts_at: datetime) -> None:
    """Propose a date; one proposed before stays."""
    statement = insert_into(tx, meeting_dates).values(cluster_id=cluster_id, meeting_id=meeting_id, starts_at=starts_at)
    await tx.execute(statement.on_conflict_do_nothing(index_elements=["meeting_id", "starts_at"]))


async def drop_date(tx: AsyncConnection, date_id: int) -> None:
    """Take a proposed date back, with its answers."""
    await tx.execute(delete(meeting_date_answers).where(meeting_date_answers.c.date_id == date_id))
    await tx.execute(delete(meeting_dates).where(meeting_dates.c.id == date_id))


async def answer_date(
    tx: AsyncConnection, date_id: int, person_id: int, availability: Availability, at: datetime
) -> None:
    """Store what a person says of a date; the last answer counts."""
    values = {"date_id": date_id, "person_id": person_id, "availability": availability.value, "at": at}
    statement = insert_into(tx, meeting_date_answers).values(**values)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["date_id", "person_id"], set_={"availability": availability.value, "at": at}
        )
    )


# --- own settings, leaving ------------------------------------------------------------------------------------------


async def reminders_off(connection: AsyncConnection, person_id: int) -> set[str]:
    """Which reminders of meetings a person does not want."""
    known = meeting_reminders_off.c
    return {str(one) for one in await connection.scalars(select(known.before).where(known.person_id == person_id))}


async def set_reminder(tx: AsyncConnection, person_id: int, before: str, *, wanted: bool) -> None:
    """Want a reminder, or not."""
    known = meeting_reminders_off.c
    if wanted:
        await tx.execute(
            delete(meeting_reminders_off).where(and_(known.person_id == person_id, known.before == before))
        )
    else:
        statement = insert_into(tx, meeting_reminders_off).values(person_id=person_id, before=before)
        await tx.execute(statement.on_conflict_do_nothing(index_elements=["person_id", "before"]))


async def memberships_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """Seats of a person in councils, as plain data."""
    query = select(_K.council_id, organisations.c.name, _K.since, _K.until).join(
        organisations, organisations.c.id == _K.organisation_id
    )
    return [
        {"council": row[0], "organisation": row[1], "since": row[2].isoformat(), "until": row[3] and row[3].isoformat()}
        for row in await connection.execute(query.where(_K.person_id == person_id))
    ]


async def leave(tx: AsyncConnection, person_id: int, at: datetime) -> None:
    """A person left: seats end, open answers become refusals, answers to polls go."""
    day = at.date()
    await tx.execute(
        update(council_members)
        .where(_K.person_id == person_id, or_(_K.until.is_(None), _K.until > day))
        .values(until=day)
    )
    open_ones = select(meetings.c.id).where(meetings.c.started_at.is_(None))
    await tx.execute(
        update(meeting_invitees)
        .where(_V.person_id == person_id, _V.meeting_id.in_(open_ones))
        .values(answer=Answer.NO.value, substitute_id=None, substitute_state=None, substitute_token=None)
    )
    await tx.execute(
        update(meeting_invitees)
        .where(_V.substitute_id == person_id, _V.meeting_id.in_(open_ones))
        .values(answer=Answer.NONE.value, substitute_id=None, substitute_state=None, substitute_token=None)
    )
    await tx.execute(delete(meeting_date_answers).where(meeting_date_answers.c.person_id == person_id))
    await tx.execute(delete(meeting_reminders_off).where(meeting_reminders_off.c.person_id == person_id))
