"""Queries of events that news is owed about, of the obligations, and of the rule that says how soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.news.clock import BUILT_IN, NewsRule
from cluster.news.model import Event, Obligation
from cluster.news.states import EventOrigin, EventState, ObligationState, Stage
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.news import news_events, news_obligations, news_organisations, news_rules
from storage.schema.people import memberships, people

_E, _O = news_events.c, news_obligations.c


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be noted.

    Args:
        first_day, last_day: inclusive.
        organisation_ids: those that owe news about it.
        origin, origin_id: where it comes from; the same origin and day twice is one event.
    """

    cluster_id: int
    title: str
    first_day: date
    last_day: date
    place: str | None
    organisation_ids: Sequence[int]
    origin: EventOrigin
    origin_id: int | None
    draft_key: str | None = None
    created_by: int | None = None


async def insert_event(tx: AsyncConnection, new: NewEvent, now: datetime) -> int:
    """Note an event with its organisations; returns its id. `services.news.clock.owe` starts the clocks."""
    values = {
        "cluster_id": new.cluster_id,
        "title": new.title,
        "first_day": new.first_day,
        "last_day": new.last_day,
        "place": new.place,
        "state": EventState.PLANNED.value,
        "origin": new.origin.value,
        "origin_id": new.origin_id,
        "sequence": 0,
        "draft_key": new.draft_key,
        "created_by": new.created_by,
        "created_at": now,
    }
    statement = insert_into(tx, news_events).values(values).on_conflict_do_nothing().returning(_E.id)
    created = (await tx.execute(statement)).scalar_one_or_none()
    if created is None:
        same = and_(_E.cluster_id == new.cluster_id, _E.origin == new.origin.value, _E.origin_id == new.origin_id)
        same = and_(same, _E.last_day == new.last_day)
        known = or_(_E.draft_key == new.draft_key, same) if new.draft_key else same
        return int((await tx.execute(select(_E.id).where(known))).scalar_one())
    await add_organisations(tx, int(created), new.cluster_id, new.organisation_ids, now)
    return int(created)


async def add_organisations(
    tx: AsyncConnection, event_id: int, cluster_id: int, organisation_ids: Sequence[int], due_at: datetime
) -> None:
    """Further organisations owe news; the real deadline comes with `owe`."""
    rows = [
        {
            "cluster_id": cluster_id,
            "event_id": event_id,
            "organisation_id": organisation_id,
            "state": ObligationState.OPEN.value,
            "due_at": due_at,
            "extended": False,
        }
        for organisation_id in dict.fromkeys(organisation_ids)
    ]
    if rows:
        statement = insert_into(tx, news_obligations)
        await tx.execute(statement.on_conflict_do_nothing(index_elements=["event_id", "organisation_id"]), rows)


async def change_event(tx: AsyncConnection, event_id: int, **values: Any) -> None:
    """Change columns of an event; calendars get a newer version."""
    await tx.execute(update(news_events).where(_E.id == event_id).values(sequence=_E.sequence + 1, **values))


async def event(connection: AsyncConnection, event_id: int, cluster_id: int | None = None) -> Event | None:
    """One event."""
    query = select(news_events).where(_E.id == event_id)
    if cluster_id is not None:
        query = query.where(_E.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    owing = await connection.scalars(
        select(_O.organisation_id).where(_O.event_id == event_id).order_by(_O.organisation_id)
    )
    return _event(row, tuple(owing))


async def events(
    connection: AsyncConnection,
    cluster_id: int,
    *,
    since: date | None = None,
    until: date | None = None,
    organisation_ids: Sequence[int] | None = None,
    limit: int = 8,
    offset: int = 0,
) -> tuple[list[Event], int]:
    """A page of events by day, and how many there are; only those some organisations owe news about when given."""
    conditions: list[Any] = [_E.cluster_id == cluster_id]
    if since is not None:
        conditions.append(_E.last_day >= since)
    if until is not None:
        conditions.append(_E.first_day <= until)
    if organisation_ids is not None:
        theirs = select(_O.event_id).where(_O.organisation_id.in_(list(organisation_ids)))
        conditions.append(_E.id.in_(theirs))
    total = await connection.scalar(select(func.count()).select_from(news_events).where(*conditions))
    order = (_E.first_day, _E.id) if until is None else (_E.last_day.desc(), _E.id.desc())
    found = await connection.execute(
        select(news_events).where(*conditions).order_by(*order).limit(limit).offset(offset)
    )
    return [_event(row, ()) for row in found], int(total or 0)


_obligations: Select[Any] = (
    select(
        news_obligations,
        _E.title,
        _E.first_day,
        _E.last_day,
        organisations.c.short_name.label("organisation"),
    )
    .join(news_events, _E.id == _O.event_id)
    .join(organisations, organisations.c.id == _O.organisation_id)
)


async def obligation(
    connection: AsyncConnection, obligation_id: int, cluster_id: int | None = None
) -> Obligation | None:
    """One obligation."""
    query = _obligations.where(_O.id == obligation_id)
    if cluster_id is not None:
        query = query.where(_O.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _obligation(row) if row else None


async def obligation_of(connection: AsyncConnection, event_id: int, organisation_id: int) -> Obligation | None:
    """What an organisation owes about an event."""
    row = (
        await connection.execute(_obligations.where(_O.event_id == event_id, _O.organisation_id == organisation_id))
    ).one_or_none()
    return _obligation(row) if row else None


async def obligations_of_event(connection: AsyncConnection, event_id: int) -> list[Obligation]:
    """What everybody owes about an event."""
    found = await connection.execute(_obligations.where(_O.event_id == event_id).order_by(organisations.c.search))
    return [_obligation(row) for row in found]


async def owed(
    connection: AsyncConnection, cluster_id: int, organisation_ids: Sequence[int], *, begun_by: date, limit: int = 20
) -> list[Obligation]:
    """Open obligations of organisations about events that have begun, the most urgent first."""
    found = await connection.execute(
        _obligations.where(
            _O.cluster_id == cluster_id,
            _O.organisation_id.in_(list(organisation_ids)),
            _O.state == ObligationState.OPEN.value,
            _E.state == EventState.PLANNED.value,
            _E.first_day <= begun_by,
        )
        .order_by(_O.due_at, _O.id)
        .limit(limit)
    )
    return [_obligation(row) for row in found]


async def change_obligation(tx: AsyncConnection, obligation_id: int, **values: Any) -> None:
    """Change columns of an obligation."""
    await tx.execute(update(news_obligations).where(_O.id == obligation_id).values(values))


def reminders_due(now: Any) -> Select[Any]:
    """The query of open obligations whose next reminder is due."""
    return _obligations.where(_O.next_at <= now, _O.state == ObligationState.OPEN.value)


async def due_reminders(connection: AsyncConnection, now: datetime, limit: int) -> list[tuple[Obligation, datetime]]:
    """Open obligations whose next reminder is due, with its moment."""
    found = await connection.execute(reminders_due(now).order_by(_O.next_at, _O.id).limit(limit))
    return [(_obligation(row), row.next_at) for row in found]


async def unsettled(connection: AsyncConnection, cluster_id: int) -> list[Obligation]:
    """Open obligations of a cluster about events that are not cancelled, by deadline."""
    found = await connection.execute(
        _obligations.where(
            _O.cluster_id == cluster_id,
            _O.state == ObligationState.OPEN.value,
            _E.state == EventState.PLANNED.value,
        ).order_by(_O.due_at, _O.id)
    )
    return [_obligation(row) for row in found]


async def rules(connection: AsyncConnection, cluster_id: int) -> list[NewsRule]:
    """The cluster's rules by date; the built-in ones where it has none."""
    found = await connection.execute(
        select(news_rules.c.since, news_rules.c.working_days, news_rules.c.review_hours)
        .where(news_rules.c.cluster_id == cluster_id)
        .order_by(news_rules.c.since)
    )
    return [NewsRule(*row) for row in found] or list(BUILT_IN)


async def set_rules(tx: AsyncConnection, cluster_id: int, wanted: Sequence[NewsRule]) -> None:
    """Write rules; one of the same date is replaced."""
    rows = [
        {
            "cluster_id": cluster_id,
            "since": rule.since,
            "working_days": rule.working_days,
            "review_hours": rule.review_hours,
        }
        for rule in wanted
    ]
    statement = insert_into(tx, news_rules)
    replaced = {name: statement.excluded[name] for name in ("working_days", "review_hours")}
    await tx.execute(statement.on_conflict_do_update(index_elements=["cluster_id", "since"], set_=replaced), rows)


async def writers(connection: AsyncConnection, organisation_ids: Sequence[int]) -> dict[int, list[int]]:
    """Who speaks for each organisation in news: the responsible person first, then by age of the role."""
    found = await connection.execute(
        select(memberships.c.organisation_id, memberships.c.person_id, news_organisations.c.responsible_id)
        .join(people, people.c.id == memberships.c.person_id)
        .outerjoin(news_organisations, news_organisations.c.organisation_id == memberships.c.organisation_id)
        .where(
            memberships.c.organisation_id.in_(list(organisation_ids)),
            memberships.c.role == Role.COLLEGE.value,
            memberships.c.until.is_(None),
            people.c.telegram_id.is_not(None),
        )
        .order_by(memberships.c.id)
    )
    by_organisation: dict[int, list[int]] = {}
    for organisation_id, person_id, responsible_id in found:
        theirs = by_organisation.setdefault(organisation_id, [])
        if person_id not in theirs:
            theirs.insert(0 if person_id == responsible_id else len(theirs), person_id)
    return by_organisation


def _event(row: Any, owing: tuple[int, ...]) -> Event:
    return Event(
        id=row.id,
        cluster_id=row.cluster_id,
        title=row.title,
        first_day=row.first_day,
        last_day=row.last_day,
        place=row.place,
        state=EventState(row.state),
        origin=EventOrigin(row.origin),
        sequence=row.sequence,
        created_at=row.created_at,
        organisations=owing,
    )


def _obligation(row: Any) -> Obligation:
    return Obligation(
        id=row.id,
        cluster_id=row.cluster_id,
        event_id=row.event_id,
        event=row.title,
        first_day=row.first_day,
        last_day=row.last_day,
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        state=ObligationState(row.state),
        due_at=row.due_at,
        stage=Stage(row.stage) if row.stage else None,
        item_id=row.item_id,
        link=row.link,
        handed_in_at=row.handed_in_at,
        extended=row.extended,
    )
