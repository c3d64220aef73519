"""Use cases of placements: who sees them, who agrees or declines, what a coordinator proposes by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.practice.acceptance import (
    LIVE,
    Placement,
    PlacementReason,
    PlacementState,
    after_answer,
    can_move,
)
from cluster.practice.after import Outcome
from cluster.practice.fitness import Hindrance
from cluster.practice.places import Place
from cluster.practice.refusals import AnswerTooLate, DoesNotFit, InternPlaced, NotYourAnswer, PlaceFull
from cluster.practice.requests import Intern, Request
from services.base import Service, use_case
from services.calendars import Calendars
from services.clock import Clock
from services.paging import Page, window
from services.practice import ending, letters
from services.practice.freed import Freed, Refilling
from services.practice.notices import PlacementAccepted
from services.practice.proposing import by_hand, propose, team_of
from services.practice.scope import today
from services.practice.seeing import PlacementCard, card_of
from storage import audit
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as asked
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Declined:
    """What became of a decline: the placement, and how many new proposals followed at once."""

    card: PlacementCard
    proposed: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A place a coordinator could propose by hand, with what is in the way."""

    place: Place
    taken: int
    hindrances: Sequence[Hindrance]


class PlacementService(Service):
    """What people do with placements; seats that come free are refilled at once."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, refill: Refilling) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._refill = refill

    @use_case(Permission.SEE_PRACTICE)
    async def placements(
        self, actor: Actor, number: int = 0
    ) -> tuple[Page[Placement], Mapping[int, Place], Mapping[str, int]]:
        """A page of placements the person takes part in (coordinators: all), their places, counts by state."""
        span = window(number)
        async with self._db.read() as connection:
            whose = await self._whose(connection, actor)
            found, total = await records.placements(
                connection, actor.here, whose=whose, limit=span["limit"], offset=span["offset"]
            )
            places = await base.places_by_id(connection, actor.here, {one.place_id for one in found})
            counted = await records.counts(connection, actor.here, whose)
        return Page(found, max(0, number), total), places, counted

    @use_case(Permission.SEE_PRACTICE)
    async def look(self, actor: Actor, placement_id: int) -> PlacementCard:
        """One placement, for those who take part in it and for coordinators.

        Raises:
            NotFound: no such placement for this person.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, placement_id)

    @use_case(Permission.SEE_PRACTICE)
    async def agree(self, actor: Actor, placement_id: int) -> PlacementCard:
        """Agree for every side the person answers for; when all sides have, the placement is accepted.

        Raises:
            AnswerTooLate: it is not proposed any more; data: `state`.
            NotYourAnswer: the person answers for no side.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, placement_id)
            placement = card.placement
            if card.mine and card.mine <= placement.answered and placement.state is not PlacementState.DECLINED:
                return card  # the second tap
            self._require_answer(card)
            answered, state = placement.answered, placement.state
            for side in sorted(card.agrees_for):
                answered, state = after_answer(answered, side, with_mentor=card.place.needs_mentor)
            values = {"answered": sorted(side.value for side in answered), "state": state.value}
            await records.change_placement(tx, placement_id, **values)
            await self._note(tx, actor, "practice_agreed", placement_id)
            if state is PlacementState.ACCEPTED:
                await self._accepted(tx, actor, card)
            return await self._card(tx, actor, placement_id)

    @use_case(Permission.SEE_PRACTICE)
    async def decline(
        self, actor: Actor, placement_id: int, reason: PlacementReason, text: str | None = None
    ) -> Declined:
        """Decline for the own side; the intern waits again, and the freed part is matched anew at once.

        Raises:
            AnswerTooLate: practice has begun, or the placement ended already; data: `state`.
            NotYourAnswer: the person answers for no side.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, placement_id)
            placement = card.placement
            if placement.state is PlacementState.DECLINED and placement.declined_by in card.mine:
                return Declined(card, 0)  # the second tap
            if not can_move(placement.state, PlacementState.DECLINED):
                raise AnswerTooLate(state=placement.state.value)
            if not card.mine:
                raise NotYourAnswer()
            values: dict[str, Any] = {
                "declined_by": sorted(card.mine)[0].value,
                "reason": reason.value,
                "reason_text": text,
            }
            await ending.end(tx, placement, PlacementState.DECLINED, self._clock.now(), (actor.me,), **values)
            await self._note(tx, actor, "practice_declined", placement_id)
        proposed = await self._refill([Freed(actor.here, placement.intern_id, placement.place_id)])
        async with self._db.read() as connection:
            return Declined(await self._card(connection, actor, placement_id), proposed)

    @use_case(Permission.MANAGE_PRACTICE)
    async def waiting(self, actor: Actor, number: int = 0) -> tuple[Page[Intern], Mapping[int, Request]]:
        """A page of the waiting list, in its order, with the requests."""
        span = window(number)
        async with self._db.read() as connection:
            found, total = await asked.interns(
                connection, actor.here, waiting=True, limit=span["limit"], offset=span["offset"]
            )
            requests, _ = await asked.requests(connection, actor.here, ids={one.request_id for one in found})
        return Page(found, max(0, number), total), {one.id: one for one in requests}

    @use_case(Permission.MANAGE_PRACTICE)
    async def offers(self, actor: Actor, intern_id: int, number: int = 0) -> tuple[Intern, Request, Page[Offer]]:
        """Open places for one intern, those nothing keeps them from first.

        Raises:
            NotFound: no such intern here.
        """
        calendar, day = self._calendars(actor.here), today(actor, self._clock)
        async with self._db.read() as connection:
            intern, request = await _asked_for(connection, actor, intern_id)
            places, _ = await base.places(connection, actor.here, only_open=True, ends_from=request.period.last)
            overlapping = [place for place in places if place.period.overlaps(request.period)]
            found = []
            for place in overlapping:
                _, hindrances = await by_hand(connection, intern, request, place, day, calendar)
                taken = await records.taken_in(connection, place.id, request.period)
                found.append(Offer(place, taken, hindrances))
        found.sort(key=lambda one: (len(one.hindrances), one.taken >= one.place.capacity, one.place.id))
        span = window(number)
        shown = found[span["offset"] : span["offset"] + span["limit"]]
        return intern, request, Page(shown, max(0, number), len(found))

    @use_case(Permission.MANAGE_PRACTICE)
    async def propose(self, actor: Actor, intern_id: int, place_id: int) -> PlacementCard:
        """Propose a place to an intern by hand; all sides are asked.

        Raises:
            InternPlaced: the intern has a live placement.
            DoesNotFit: a hard filter is in the way; data: `obstacle`.
            PlaceFull: no seat is left.
        """
        calendar, now = self._calendars(actor.here), self._clock.now()
        async with self._db.write() as tx:
            intern, request = await _asked_for(tx, actor, intern_id)
            place = await base.place(tx, actor.here, place_id)
            if place is None:
                raise NotFound()
            live = await self._live(tx, actor, intern.id)
            if live is not None and live.place_id == place_id:
                return await self._card(tx, actor, live.id)  # the second tap
            if live is not None:
                raise InternPlaced()
            proposal, found = await by_hand(tx, intern, request, place, today(actor, self._clock), calendar)
            if found:
                raise DoesNotFit(obstacle=found[0].obstacle.value)
            made = await propose(tx, actor.here, [proposal], calendar, now, actor.me)
            if not made:
                raise PlaceFull()
            return await self._card(tx, actor, made[0])

    @use_case(Permission.SEE_PRACTICE)
    async def rate(self, actor: Actor, placement_id: int, mark: int) -> PlacementCard:
        """Give a mark from 1 to 5: the enterprise to the intern, the intern or college to the mentor.

        Raises:
            AnswerTooLate: the practice is not over; data: `state`.
            NotYourAnswer: the person is neither.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, placement_id)
            if card.placement.state is not PlacementState.COMPLETED:
                raise AnswerTooLate(state=card.placement.state.value)
            side = card.rates_as
            if side is None:
                raise NotYourAnswer()
            if not 1 <= mark <= 5:
                raise NotFound()
            if card.ratings.get(side) != mark:
                now = self._clock.now()
                await records.rate(tx, placement_id, side, mark=mark, person_id=actor.me, at=now)
                await self._note(tx, actor, "practice_rated", placement_id)
            return await self._card(tx, actor, placement_id)

    @use_case(Permission.SEE_PRACTICE)
    async def record_outcome(self, actor: Actor, placement_id: int, outcome: Outcome) -> PlacementCard:
        """Note whether the intern was hired or invited by name: the enterprise, the college or a coordinator.

        Raises:
            AnswerTooLate: the practice is not over; data: `state`.
            NotYourAnswer: the person is none of these.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, placement_id)
            if card.placement.state is not PlacementState.COMPLETED:
                raise AnswerTooLate(state=card.placement.state.value)
            if not card.notes_outcome:
                raise NotYourAnswer()
            if card.placement.outcome is not outcome:
                await records.change_placement(tx, placement_id, outcome=outcome.value)
                await self._note(tx, actor, "practice_outcome", placement_id)
            return await self._card(tx, actor, placement_id)

    async def _accepted(self, tx: AsyncConnection, actor: Actor, card: PlacementCard) -> None:
        placement, now = card.placement, self._clock.now()
        sides = await letters.sides_of(tx, placement)
        await letters.forget(tx, placement)
        key, notice = f"practice:accepted:{placement.id}", PlacementAccepted(placement_id=placement.id)
        await letters.tell(tx, actor.here, sides.everybody, notice, now, key=key)
        mentors = {one.id: one for one in await team_of(tx, placement)}
        days = await records.days_of(tx, placement.id)
        await letters.tell_days(tx, placement, days, mentors, self._calendars(actor.here), now)

    def _require_answer(self, card: PlacementCard) -> None:
        if not card.mine:
            raise NotYourAnswer()
        if card.placement.state is not PlacementState.PROPOSED or card.placement.expires_at <= self._clock.now():
            raise AnswerTooLate(state=card.placement.state.value)

    async def _live(self, connection: AsyncConnection, actor: Actor, intern_id: int) -> Placement | None:
        found, _ = await records.placements(connection, actor.here, intern_ids=[intern_id], states=LIVE)
        return found[0] if found else None

    async def _whose(self, connection: AsyncConnection, actor: Actor) -> ColumnElement[bool] | None:
        if actor.can(Permission.MANAGE_PRACTICE):
            return None
        own = await base.mentors(connection, actor.here, person_id=actor.me)
        return records.of_sides(
            enterprises=actor.organisations(Role.ENTERPRISE),
            colleges=actor.organisations(Role.COLLEGE),
            mentor_ids=[one.id for one in own],
            person_id=actor.me,
        )

    async def _card(self, connection: AsyncConnection, actor: Actor, placement_id: int) -> PlacementCard:
        return await card_of(connection, actor, placement_id)

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, placement_id: int) -> None:
        subject = f"practice_placements:{placement_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())


async def _asked_for(connection: AsyncConnection, actor: Actor, intern_id: int) -> tuple[Intern, Request]:
    intern = await asked.intern(connection, actor.here, intern_id)
    request = await asked.request(connection, actor.here, intern.request_id) if intern else None
    if intern is None or request is None:
        raise NotFound()
    return intern, request
