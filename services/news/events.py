"""Events: registered, postponed, cancelled; what organisations answer to «write about it»; the rule of how soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.calendar import local_day
from cluster.directory import OrganisationKind
from cluster.errors import NotFound
from cluster.news.clock import NewsRule
from cluster.news.model import Event, Obligation
from cluster.news.outlets import Link
from cluster.news.refusals import EventDaysSwapped, EventFollowsMeeting, EventNotOver
from cluster.news.states import EventOrigin, EventState, ObligationState
from services.base import Service, use_case
from services.news import clock as clocks
from services.news import sources
from services.news.desk import Desk, tell_coordinators
from services.news.following import Moved, follow
from services.news.notices import ObligationAnswered
from services.news.sources import Source
from services.paging import Page, window
from storage import audit, belonging, news_events
from storage.addressees import cluster_zones
from storage.belonging import OrganisationChoice
from storage.news_events import NewEvent


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event with what everybody owes about it; `may_change` says whether this person may postpone or cancel it."""

    event: Event
    obligations: Sequence[Obligation]
    may_change: bool

    @property
    def may_move(self) -> bool:
        """Whether it can be postponed here; an event of a meeting moves with the meeting."""
        return self.may_change and self.event.origin is not EventOrigin.MEETING


class EventService(Service):
    """Use cases about events and obligations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db, self._clock = desk.db, desk.clock

    @use_case(Permission.WRITE_NEWS)
    async def events(self, actor: Actor, *, past: bool = False, number: int = 0) -> Page[Event]:
        """A page of events: to come and going on by day, or past ones from the last; a college's own only."""
        today = self._desk.today(actor)
        mine = None if actor.can(Permission.MODERATE_NEWS) else sorted(actor.organisations(Role.COLLEGE))
        async with self._db.read() as connection:
            found, total = await news_events.events(
                connection,
                actor.here,
                since=None if past else today,
                until=date.fromordinal(today.toordinal() - 1) if past else None,
                organisation_ids=mine,
                **window(number),
            )
        return Page(found, max(0, number), total)

    @use_case(Permission.WRITE_NEWS)
    async def event(self, actor: Actor, event_id: int) -> EventCard:
        """One event.

        Raises:
            NotFound: there is none such for this person.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, event_id)

    @use_case(Permission.WRITE_NEWS)
    async def organisations(self, actor: Actor) -> list[OrganisationChoice]:
        """Colleges a coordinator can ask for news; a college's own."""
        mine = actor.organisations(Role.COLLEGE)
        async with self._db.read() as connection:
            found = await belonging.members(connection, actor.here)
        everybody = actor.can(Permission.MODERATE_NEWS)
        return [one for one in found if one.kind is OrganisationKind.COLLEGE and (everybody or one.id in mine)]

    @use_case(Permission.WRITE_NEWS)
    async def register(
        self,
        actor: Actor,
        title: str,
        days: tuple[date, date],
        *,
        place: str | None,
        organisation_ids: Sequence[int],
        draft_key: str,
        source: Source | None = None,
    ) -> EventCard:
        """Register an event: its organisations owe news from its end; the same draft or meeting twice is one event.

        Args:
            days: first and last, inclusive.
            source: the plan's row or the meeting it arises from.

        Raises:
            EventDaysSwapped: it ends before it begins.
            NotFound: an organisation is none of those the person may ask.
        """
        if days[1] < days[0]:
            raise EventDaysSwapped()
        allowed = {one.id for one in await self.organisations(actor)}
        if not set(organisation_ids) <= allowed or not organisation_ids:
            raise NotFound()
        now = self._clock.now()
        async with self._db.write() as tx:
            known = await sources.check(tx, actor, source) if source else None
            if known is not None:
                return await self._card(tx, actor, known)
            new = NewEvent(
                actor.here,
                title,
                *days,
                place,
                organisation_ids,
                source.origin if source else EventOrigin.REGISTERED,
                source.id if source else None,
                draft_key=draft_key,
                created_by=actor.me,
            )
            event_id = await news_events.insert_event(tx, new, now)
            await self._start(tx, actor, event_id, "news_event_registered")
            return await self._card(tx, actor, event_id)

    @use_case(Permission.WRITE_NEWS)
    async def postpone(self, actor: Actor, event_id: int, days: tuple[date, date]) -> EventCard:
        """Give the event other days; open obligations move with it.

        Raises:
            EventDaysSwapped, NotFound.
            EventFollowsMeeting: it is a meeting; whoever moves that moves the event.
        """
        if days[1] < days[0]:
            raise EventDaysSwapped()
        async with self._db.write() as tx:
            card = await self._changeable(tx, actor, event_id)
            if card.event.origin is EventOrigin.MEETING:
                raise EventFollowsMeeting()
            if (card.event.first_day, card.event.last_day) != days or card.event.state is EventState.CANCELLED:
                first, last = days
                state = EventState.PLANNED.value
                await news_events.change_event(tx, event_id, first_day=first, last_day=last, state=state)
                await self._start(tx, actor, event_id, "news_event_postponed")
            return await self._card(tx, actor, event_id)

    @use_case(Permission.WRITE_NEWS)
    async def cancel(self, actor: Actor, event_id: int) -> EventCard:
        """The event will not take place: nothing is owed about it."""
        async with self._db.write() as tx:
            card = await self._changeable(tx, actor, event_id)
            if card.event.state is not EventState.CANCELLED:
                await news_events.change_event(tx, event_id, state=EventState.CANCELLED.value)
                await self._start(tx, actor, event_id, "news_event_cancelled")
            return await self._card(tx, actor, event_id)

    @use_case(Permission.WRITE_NEWS)
    async def obligation(self, actor: Actor, obligation_id: int) -> Obligation:
        """One obligation of the person's organisations; coordinators see all."""
        async with self._db.read() as connection:
            return await self._mine(connection, actor, obligation_id)

    @use_case(Permission.WRITE_NEWS)
    async def published_elsewhere(self, actor: Actor, obligation_id: int, link: Link) -> Obligation:
        """The news is out already: an address instead of a news item.

        Raises:
            EventNotOver: the event has not begun.
        """
        return await self._answer(actor, obligation_id, ObligationState.DONE, link.target)

    @use_case(Permission.WRITE_NEWS)
    async def not_held(self, actor: Actor, obligation_id: int) -> Obligation:
        """The event did not take place; coordinators are told and can ask again."""
        return await self._answer(actor, obligation_id, ObligationState.NOT_HELD, None)

    @use_case(Permission.MODERATE_NEWS)
    async def waive(self, actor: Actor, obligation_id: int) -> Obligation:
        """Ask this organisation for no news about this event."""
        return await self._answer(actor, obligation_id, ObligationState.WAIVED, None)

    @use_case(Permission.MODERATE_NEWS)
    async def ask_again(self, actor: Actor, obligation_id: int) -> Obligation:
        """An answer was not right: the organisation owes its news again, with the deadline it had."""
        async with self._db.write() as tx:
            one = await self._mine(tx, actor, obligation_id)
            answered = (ObligationState.NOT_HELD, ObligationState.WAIVED, ObligationState.DONE)
            if one.state in answered and one.item_id is None:
                await news_events.change_obligation(
                    tx, one.id, state=ObligationState.OPEN.value, link=None, handed_in_at=None, answered_by=None
                )
                await self._move(tx, actor, one.event_id)
                await news_events.change_obligation(tx, one.id, next_at=self._clock.now())
                await self._note(tx, actor, "news_asked_again", one.event_id)
            return await self._mine(tx, actor, obligation_id)

    @use_case(Permission.MODERATE_NEWS)
    async def rules(self, actor: Actor) -> list[NewsRule]:
        """How soon news is due, by the date from which it holds."""
        async with self._db.read() as connection:
            return await news_events.rules(connection, actor.here)

    @use_case(Permission.MODERATE_NEWS)
    async def set_rule(self, actor: Actor, rule: NewsRule) -> Sequence[Moved]:
        """Set how soon news is due for events from a day on; gives the open deadlines that moved."""
        async with self._db.write() as tx:
            kept = [one for one in await news_events.rules(tx, actor.here) if one.since != rule.since]
            await news_events.set_rules(tx, actor.here, [*kept, rule])
            subject = f"clusters:{actor.here}"
            await audit.add(tx, actor.me, actor.here, "news_rule_set", subject, self._clock.now())
            return await self._follow(tx, actor)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def follow_calendar(self, actor: Actor) -> Sequence[Moved]:
        """After the working calendar was corrected: open deadlines are counted again; gives those that moved."""
        async with self._db.write() as tx:
            return await self._follow(tx, actor)

    async def _follow(self, tx: AsyncConnection, actor: Actor) -> Sequence[Moved]:
        calendar, zone = self._desk.calendar(actor), ZoneInfo((await cluster_zones(tx, [actor.here]))[actor.here][0])
        return await follow(tx, actor.here, calendar, zone, self._clock.now(), by=actor.me)

    async def _answer(self, actor: Actor, obligation_id: int, state: ObligationState, link: str | None) -> Obligation:
        now = self._clock.now()
        async with self._db.write() as tx:
            one = await self._mine(tx, actor, obligation_id)
            if one.state is not ObligationState.OPEN:
                return one
            if state is not ObligationState.WAIVED and one.first_day > local_day(now, self._desk.zone(actor)):
                raise EventNotOver(day=one.first_day.strftime("%d.%m.%Y"))
            await news_events.change_obligation(
                tx,
                one.id,
                state=state.value,
                link=link,
                handed_in_at=now if state is ObligationState.DONE else None,
                next_at=None,
                answered_by=actor.me,
            )
            await self._note(tx, actor, "news_obligation_answered", one.event_id)
            notice = ObligationAnswered(obligation_id=one.id)
            key = f"news:answered:{one.id}:{int(now.timestamp())}"
            await tell_coordinators(tx, one.cluster_id, notice, now, key, besides=actor.me)
            return await self._mine(tx, actor, obligation_id)

    async def _start(self, tx: AsyncConnection, actor: Actor, event_id: int, action: str) -> None:
        """Set the clocks and tell the organisations."""
        await self._move(tx, actor, event_id)
        event = await news_events.event(tx, event_id)
        assert event is not None
        await clocks.tell_organisations(tx, event, self._clock.now(), besides=actor.me)
        await self._note(tx, actor, action, event_id)

    async def _move(self, tx: AsyncConnection, actor: Actor, event_id: int) -> None:
        calendar, zone = self._desk.calendar(actor), self._desk.zone(actor)
        await clocks.owe(tx, event_id, calendar, zone)

    async def _card(self, connection: AsyncConnection, actor: Actor, event_id: int) -> EventCard:
        event = await news_events.event(connection, event_id, actor.here)
        mine = actor.organisations(Role.COLLEGE)
        everything = actor.can(Permission.MODERATE_NEWS)
        if event is None or not (everything or mine & set(event.organisations)):
            raise NotFound()
        obligations = await news_events.obligations_of_event(connection, event_id)
        shown = obligations if everything else [one for one in obligations if one.organisation_id in mine]
        alone = bool(event.organisations) and set(event.organisations) <= mine
        return EventCard(event, shown, everything or (alone and event.origin is EventOrigin.REGISTERED))

    async def _changeable(self, tx: AsyncConnection, actor: Actor, event_id: int) -> EventCard:
        card = await self._card(tx, actor, event_id)
        if not card.may_change:
            raise NotFound()
        return card

    async def _mine(self, connection: AsyncConnection, actor: Actor, obligation_id: int) -> Obligation:
        one = await news_events.obligation(connection, obligation_id, actor.here)
        mine = actor.organisations(Role.COLLEGE)
        if one is None or not (one.organisation_id in mine or actor.can(Permission.MODERATE_NEWS)):
            raise NotFound()
        return one

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, event_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"news_events:{event_id}", self._clock.now())
