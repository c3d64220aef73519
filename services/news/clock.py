"""The clocks of obligations: started with an event, moved, stopped and set going again; reminders as they fall due.

Reminders are a column of the obligation, not rows of the reminders' table: who is reminded is decided when it is due,
so that a new representative is reminded of what a former one was asked for.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.calendar import WorkingCalendar
from cluster.news import clock
from cluster.news.model import Event, Item, Obligation
from cluster.news.states import EventState, ObligationState, Stage
from cluster.notice import Notice
from services.calendars import Calendars
from services.news.notices import EventChanged, NewsMissing, NewsOwed
from storage import news_events as queries
from storage import outbox, roles
from storage.addressees import cluster_zones
from storage.database import Database
from storage.outbox import Letter, Recipient

BATCH = 200


async def owe(tx: AsyncConnection, event_id: int, calendar: WorkingCalendar, zone: ZoneInfo) -> None:
    """Start, or after a change of days move, the clocks of everybody who owes news about an event.

    What was handed in or settled stays as it is.
    """
    event = await queries.event(tx, event_id)
    if event is None:
        return
    rule = clock.rule_for(event.last_day, await queries.rules(tx, event.cluster_id))
    due = clock.due_at(event.last_day, rule, calendar, zone)
    for one in await queries.obligations_of_event(tx, event_id):
        if one.state is not ObligationState.OPEN:
            continue
        first = clock.moment_of(Stage.OVER, event.last_day, due, calendar, zone)
        moved = event.state is EventState.PLANNED
        await queries.change_obligation(tx, one.id, due_at=due, stage=None, next_at=first if moved else None)


async def tell_organisations(tx: AsyncConnection, event: Event, now: datetime, *, besides: int | None = None) -> None:
    """An event was registered or changed: one message to each organisation's responsible person.

    Args:
        besides: who did it and knows.
    """
    people = await queries.writers(tx, event.organisations)
    await outbox.add_many(
        tx,
        [
            Letter(
                EventChanged(event_id=event.id, sequence=event.sequence),
                Recipient.person(theirs[0], event.cluster_id),
                now,
                f"news:event:{event.id}:{event.sequence}:{theirs[0]}",
            )
            for theirs in people.values()
            if theirs[0] != besides
        ],
    )


async def hand_in(tx: AsyncConnection, item: Item, now: datetime) -> None:
    """The organisation submitted: its clock stands still."""
    one = await _of(tx, item)
    if one is not None and one.state in (ObligationState.OPEN, ObligationState.HANDED_IN):
        await queries.change_obligation(
            tx, one.id, state=ObligationState.HANDED_IN.value, item_id=item.id, handed_in_at=now, next_at=None
        )


async def hand_back(
    tx: AsyncConnection, item: Item, calendar: WorkingCalendar, zone: ZoneInfo, now: datetime, *, extend: bool
) -> None:
    """The item came back: the clock runs again, with the time that was unused where `extend` says so."""
    one = await _of(tx, item)
    if one is None or one.state is not ObligationState.HANDED_IN:
        return
    due = one.due_at
    if extend and item.submitted_at is not None:
        due = clock.due_after_return(due, item.submitted_at, now, calendar, zone)
    stage, at = clock.after_move(Stage.OVER, one.last_day, due, now, calendar, zone)
    await queries.change_obligation(
        tx,
        one.id,
        state=ObligationState.OPEN.value,
        handed_in_at=None,
        due_at=due,
        extended=due != one.due_at,
        stage=stage.value if stage else None,
        next_at=at,
    )


async def settle(tx: AsyncConnection, item: Item) -> None:
    """The post is out: nothing is owed any more."""
    one = await _of(tx, item)
    if one is not None and one.state in (ObligationState.OPEN, ObligationState.HANDED_IN):
        handed_in = one.handed_in_at or item.submitted_at
        await queries.change_obligation(
            tx, one.id, state=ObligationState.DONE.value, item_id=item.id, handed_in_at=handed_in, next_at=None
        )


async def remind(db: Database, calendars: Calendars, now: datetime) -> int:
    """Write the reminders that are due; returns how many obligations were reminded of."""
    async with db.read() as connection:
        if not await queries.due_reminders(connection, now, 1):
            return 0

    async def write(tx: AsyncConnection) -> int:
        due = await queries.due_reminders(tx, now, BATCH)
        zones = await cluster_zones(tx, {one.cluster_id for one, _ in due})
        people = await queries.writers(tx, sorted({one.organisation_id for one, _ in due}))
        coordinators = {
            cluster_id: await roles.holders(tx, cluster_id, Role.COORDINATOR)
            for cluster_id in {one.cluster_id for one, _ in due}
        }
        letters: list[Letter] = []
        for one, at in due:
            zone = ZoneInfo(zones[one.cluster_id][0])
            stage = clock.next_stage(one.stage) or Stage.ESCALATED
            theirs = people.get(one.organisation_id, [])
            letters += _letters(one, stage, theirs, coordinators[one.cluster_id], at)
            told, moment = clock.after_move(stage, one.last_day, one.due_at, now, calendars(one.cluster_id), zone)
            assert told is not None
            next_at = max(moment, at) if moment is not None else None
            await queries.change_obligation(tx, one.id, stage=told.value, next_at=next_at)
        await outbox.add_many(tx, letters)
        return len(due)

    total = 0
    while count := await db.run(write):
        total += count
        if count < BATCH:
            break
    return total


def _letters(
    one: Obligation, stage: Stage, theirs: Sequence[int], coordinators: Sequence[int], at: datetime
) -> list[Letter]:
    """Who is told at this stage; an organisation without anybody in the bot is the coordinators' business."""
    notice: Notice = NewsOwed(obligation_id=one.id, stage=stage.value)
    whom = theirs if stage is Stage.LATE else theirs[:1]
    if stage is Stage.ESCALATED or (stage is Stage.LATE and not theirs):
        notice, whom = NewsMissing(obligation_id=one.id), coordinators
    occasion = f"news:owed:{one.id}:{stage.value}:{int(at.timestamp())}"
    return [Letter(notice, Recipient.person(who, one.cluster_id), at, f"{occasion}:{who}") for who in whom]


async def _of(tx: AsyncConnection, item: Item) -> Obligation | None:
    if item.event_id is None:
        return None
    return await queries.obligation_of(tx, item.event_id, item.organisation_id)
