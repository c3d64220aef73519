"""What coordinators do with obligations: the board, decisions about dates, waivers, who is head and chair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.obligations import Act, Obligation, ObligationClosed, ObligationSource, ObligationState
from services.base import Service, use_case
from services.paging import Page, window
from services.plan.desk import Desk, stamp
from services.plan.notices import CoordinatorDecided
from services.plan.obligations import Listing
from services.plan.telling import Today, horizon_of
from storage import audit, directory, obligations
from storage import obligation_lists as lists
from storage import obligation_pings as pings
from storage.database import Database
from storage.obligation_lists import Tally, Where, Which
from storage.obligation_pings import Circle


@dataclass(frozen=True, slots=True)
class Board:
    """How many obligations stand how, and the day it is seen on."""

    counts: dict[Which, int]
    today: Today


@dataclass(frozen=True, slots=True)
class Candidates:
    """People who can be named head of an organisation, or chair of the cluster's council (no organisation).

    Args:
        named: who is now; None: nobody in particular.
    """

    organisation_id: int | None
    organisation: str
    people: Sequence[tuple[int, str]]
    named: int | None


class CoordinationService(Service):
    """Use cases of coordinators."""

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk

    # --- the board --------------------------------------------------------------------------------------------------

    @use_case(Permission.MANAGE_PLAN)
    async def board(self, actor: Actor) -> Board:
        """The whole cluster at a glance."""
        today = self._desk.today(actor)
        async with self._db.read() as connection:
            return Board(await lists.counts(connection, Where(actor.here), horizon_of(today)), today)

    @use_case(Permission.MANAGE_PLAN)
    async def listing(
        self,
        actor: Actor,
        which: Which,
        number: int = 0,
        *,
        section_of: int | None = None,
        organisation: int | None = None,
    ) -> Listing:
        """A page of one list, of the whole cluster, a section or an organisation."""
        today = self._desk.today(actor)
        where, horizon = Where(actor.here, section_of, organisation), horizon_of(today)
        async with self._db.read() as connection:
            found, total = await lists.page(connection, where, which, horizon, **window(number))
            counts = await lists.counts(connection, where, horizon)
        return Listing(Page(found, max(0, number), total), today, counts)

    @use_case(Permission.MANAGE_PLAN)
    async def sections(self, actor: Actor) -> list[Tally]:
        """Sections of the adopted plans."""
        async with self._db.read() as connection:
            return await lists.by_section(connection, actor.here, self._desk.today(actor).day)

    @use_case(Permission.MANAGE_PLAN)
    async def organisations(self, actor: Actor, number: int = 0) -> Page[Tally]:
        """A page of the organisations that owe something, those with most late first."""
        async with self._db.read() as connection:
            today = self._desk.today(actor).day
            found, total = await lists.by_organisation(connection, actor.here, today, **window(number))
        return Page(found, max(0, number), total)

    # --- decisions --------------------------------------------------------------------------------------------------

    @use_case(Permission.MANAGE_PLAN)
    async def agree(self, actor: Actor, obligation_id: int) -> Obligation:
        """Accept the date an executor proposed with «не могу».

        Raises:
            NotFound, ObligationClosed.
            DayPassed: the proposed day is over by now; another one has to be set.
        """
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            if one.state is not ObligationState.CANNOT or one.proposed_on is None:
                raise ObligationClosed(state=one.state.value)
            self._desk.check_day(actor, one.proposed_on)
            return await self._decide(tx, actor, one, Act.AGREE, None, one.proposed_on)

    @use_case(Permission.MANAGE_PLAN)
    async def refuse(self, actor: Actor, obligation_id: int, reason: str) -> Obligation:
        """Do not accept «не могу»: the date stays.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            return await self._decide(tx, actor, one, Act.REFUSE, reason, None)

    @use_case(Permission.MANAGE_PLAN)
    async def move(self, actor: Actor, obligation_id: int, day: date, basis: str | None) -> Obligation:
        """Set another date; `basis` says why (an order's number and date).

        Raises:
            DayPassed, NotFound, ObligationClosed.
        """
        self._desk.check_day(actor, day)
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            act = Act.AGREE if one.state is ObligationState.CANNOT else Act.MOVE
            return await self._decide(tx, actor, one, act, basis, day)

    @use_case(Permission.MANAGE_PLAN)
    async def date_row(self, actor: Actor, obligation_id: int, day: date, basis: str | None) -> int:
        """Give a date to all that is owed of the same plan row (of a decision: itself) and has none; gives how many.

        Raises:
            DayPassed, NotFound.
        """
        self._desk.check_day(actor, day)
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            same = [one]
            if one.source is ObligationSource.PLAN_ROW:
                same = [other for _, other in await obligations.of_rows(tx, actor.here, [one.source_id])]
            dated = [other for other in same if other.is_open and other.due_on is None]
            for other in dated:
                await self._decide(tx, actor, other, Act.MOVE, basis, day)
            return len(dated)

    @use_case(Permission.MANAGE_PLAN)
    async def waive(self, actor: Actor, obligation_id: int, reason: str) -> Obligation:
        """Nobody owes it any more.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            return await self._decide(tx, actor, one, Act.WAIVE, reason, None)

    @use_case(Permission.MANAGE_PLAN)
    async def reopen(self, actor: Actor, obligation_id: int, reason: str) -> Obligation:
        """It is owed again: the proof does not prove it, or the waiver was wrong.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.managed(tx, actor, obligation_id)
            return await self._decide(tx, actor, one, Act.REOPEN, reason, None)

    async def _decide(  # noqa: PLR0917 - a decision is exactly this
        self, tx: AsyncConnection, actor: Actor, one: Obligation, act: Act, text: str | None, day: date | None
    ) -> Obligation:
        values: dict[str, Any] = {"reason": None, "proposed_on": None}
        if day is not None:  # set by hand: a corrected calendar does not move it
            values |= {"due_on": day, "period_first": None, "period_last": None}
        if act is Act.WAIVE:
            values["reason"] = text
        decided = await self._desk.act(tx, actor, one, act, text, day, **values)
        key = f"{act.value}:{stamp(self._desk.clock.now())}"
        await self._desk.tell_executor(tx, actor, decided, CoordinatorDecided(obligation_id=one.id, act=act.value), key)
        return decided

    # --- heads and the chair ----------------------------------------------------------------------------------------

    @use_case(Permission.MANAGE_PLAN)
    async def candidates(self, actor: Actor, organisation_id: int | None) -> Candidates:
        """Who can be named head of an organisation; for none, chair of the cluster's council.

        Raises:
            NotFound: no such organisation here.
        """
        async with self._db.read() as connection:
            return await self._candidates(connection, actor, organisation_id)

    @use_case(Permission.MANAGE_PLAN)
    async def name(self, actor: Actor, organisation_id: int | None, person_id: int) -> Candidates:
        """Name the head of an organisation, or the chair; open pings follow.

        Raises:
            NotFound: no such organisation or person here.
        """
        async with self._db.write() as tx:
            found = await self._candidates(tx, actor, organisation_id)
            if person_id not in {known for known, _ in found.people}:
                raise NotFound()
            if person_id == found.named:
                return found
            if organisation_id is None:
                await pings.name_chair(tx, actor.here, person_id)
            else:
                await pings.name_head(tx, organisation_id, person_id)
            now, details = self._desk.clock.now(), {"organisation": organisation_id}
            await audit.add(tx, actor.me, actor.here, "plan_head_named", f"people:{person_id}", now, details)
            await self._desk.replan(tx, actor, await obligations.open_ids(tx, actor.here, organisation_id))
            return await self._candidates(tx, actor, organisation_id)

    async def _candidates(self, connection: AsyncConnection, actor: Actor, organisation_id: int | None) -> Candidates:
        circle = await pings.circle(connection, actor.here)
        if organisation_id is None:
            return Candidates(None, "", _named(circle, circle.names), circle.chair)
        found = await directory.organisation(connection, actor.here, organisation_id)
        if found is None:
            raise NotFound()
        members = circle.people_of.get(organisation_id, set())
        head = circle.heads.get(organisation_id)
        return Candidates(organisation_id, found.short_name, _named(circle, members), head)


def _named(circle: Circle, ids: Sequence[int] | set[int] | dict[int, str]) -> list[tuple[int, str]]:
    return sorted(((one, circle.names[one]) for one in ids), key=lambda known: known[1])
