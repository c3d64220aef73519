"""What an executor does with an obligation: take it, give it on, prove it, say «не могу», be reminded later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.obligations import Act, Obligation, ObligationState, after
from services.base import Service, use_case
from services.paging import Page, window
from services.plan.desk import Desk, answers, mine_of, stamp
from services.plan.notices import CannotReported, ObligationGiven
from services.plan.telling import Today, horizon_of
from storage import obligation_lists as lists
from storage import obligation_pings as pings
from storage import obligations
from storage.database import Database
from storage.obligation_lists import Where, Which
from storage.obligations import Event, Evidence

SNOOZES = (1, 3, 5)
"""Working days for which one can be left alone."""


@dataclass(frozen=True, slots=True)
class Card:
    """An obligation as one person sees it.

    Args:
        answers: whether they answer for it.
        manages: whether they decide about it.
    """

    obligation: Obligation
    evidence: Sequence[Evidence]
    history: Sequence[Event]
    today: Today
    answers: bool
    manages: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list and the day it is seen on."""

    page: Page[Obligation]
    today: Today
    counts: dict[Which, int]


@dataclass(frozen=True, slots=True)
class Everything:
    """All obligations somebody sees, in the order of the plan, and the day they are seen on."""

    obligations: Sequence[Obligation]
    today: Today


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves that it is done: `unique` is the same when the same thing comes again."""

    kind: str
    reference: str
    unique: str
    name: str


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Whom an obligation can be given to: id and name."""

    obligation: Obligation
    people: Sequence[tuple[int, str]]


class ObligationService(Service):
    """Use cases of executors."""

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk

    @use_case(Permission.SEE_PLAN)
    async def mine(self, actor: Actor, number: int = 0, which: Which = Which.OPEN) -> Listing:
        """A page of what the actor answers for, the earliest deadline first."""
        today = self._desk.today(actor)
        where, horizon = Where(actor.here, mine=mine_of(actor)), horizon_of(today)
        async with self._db.read() as connection:
            counts = await lists.counts(connection, where, horizon)
            found, total = await lists.page(connection, where, which, horizon, **window(number))
        return Listing(Page(found, max(0, number), total), today, counts)

    @use_case(Permission.SEE_PLAN)
    async def everything(self, actor: Actor) -> Everything:
        """For files: a coordinator gets all of the cluster, anybody else what they answer for."""
        mine = None if actor.can(Permission.MANAGE_PLAN) else mine_of(actor)
        async with self._db.read() as connection:
            found = await lists.everything(connection, Where(actor.here, mine=mine))
        return Everything(found, self._desk.today(actor))

    @use_case(Permission.SEE_PLAN)
    async def card(self, actor: Actor, obligation_id: int) -> Card:
        """One obligation with its proofs and history.

        Raises:
            NotFound: none of the actor's business.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, await self._desk.load(connection, actor, obligation_id))

    @use_case(Permission.SEE_PLAN)
    async def take(self, actor: Actor, obligation_id: int) -> Card:
        """The actor does it from now on; taking again changes nothing.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            if one.person_id != actor.me or one.state is not ObligationState.IN_PROGRESS:
                one = await self._desk.act(tx, actor, one, Act.TAKE, person_id=actor.me)
            return await self._card(tx, actor, one)

    @use_case(Permission.SEE_PLAN)
    async def colleagues(self, actor: Actor, obligation_id: int) -> Colleagues:
        """People of the organisation it can be given to; for one of no organisation, the coordinators."""
        async with self._db.read() as connection:
            one = await self._desk.load(connection, actor, obligation_id)
            return Colleagues(one, await self._colleagues(connection, one))

    @use_case(Permission.SEE_PLAN)
    async def give(self, actor: Actor, obligation_id: int, person_id: int) -> Card:
        """Give it to a colleague, who is told.

        Raises:
            NotFound: nobody of the organisation.
            ObligationClosed: nothing is owed any more.
        """
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            if person_id not in {known for known, _ in await self._colleagues(tx, one)}:
                raise NotFound()
            if one.person_id != person_id:
                one = await self._desk.act(tx, actor, one, Act.DELEGATE, given=person_id, person_id=person_id)
                key = f"given:{stamp(self._desk.clock.now())}"
                await self._desk.tell_executor(tx, actor, one, ObligationGiven(obligation_id=one.id), key)
            return await self._card(tx, actor, one)

    @use_case(Permission.SEE_PLAN)
    async def prove(self, actor: Actor, obligation_id: int, proof: Proof) -> Card:
        """Add a proof; with the last one needed it is done. The same proof twice is one.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            if one.state is not ObligationState.DONE:
                after(Act.PROVE, one.state)
            now = self._desk.clock.now()
            is_new = await obligations.add_evidence(
                tx,
                one.id,
                kind=proof.kind,
                reference=proof.reference,
                unique=proof.unique,
                name=proof.name,
                by=actor.me,
                at=now,
            )
            if is_new and one.is_open:
                proofs = len(await obligations.evidence(tx, one.id))
                values: dict[str, Any] = {"person_id": one.person_id or actor.me, "reason": None, "proposed_on": None}
                one = await self._desk.act(tx, actor, one, Act.PROVE, proof.name, proofs=proofs, **values)
                await self._desk.free_others(tx, actor, one)
            return await self._card(tx, actor, one)

    @use_case(Permission.SEE_PLAN)
    async def note(self, actor: Actor, obligation_id: int, text: str) -> Card:
        """Say how it goes; nobody asks again in this quarter.

        Raises:
            NotFound, ObligationClosed.
        """
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            last = await obligations.history(tx, one.id)
            if not (last and last[-1].act == Act.NOTE and last[-1].text == text):
                one = await self._desk.act(tx, actor, one, Act.NOTE, text, person_id=one.person_id or actor.me)
            return await self._card(tx, actor, one)

    @use_case(Permission.SEE_PLAN)
    async def cannot(self, actor: Actor, obligation_id: int, reason: str, proposed_on: date) -> Card:
        """«Не могу»: why, and by when it could be done. The escalation waits until a coordinator has decided.

        Raises:
            DayPassed: the proposed day is over.
            NotFound, ObligationClosed.
        """
        self._desk.check_day(actor, proposed_on)
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            if one.state is not ObligationState.CANNOT or one.reason != reason:
                values: dict[str, Any] = {"reason": reason, "proposed_on": proposed_on}
                one = await self._desk.act(tx, actor, one, Act.CANNOT, reason, proposed_on, **values)
                key = f"cannot:{stamp(self._desk.clock.now())}"
                await self._desk.tell_coordinators(tx, one, CannotReported(obligation_id=one.id), key)
            return await self._card(tx, actor, one)

    @use_case(Permission.SEE_PLAN)
    async def snooze(self, actor: Actor, obligation_id: int, days: int) -> tuple[Card, date]:
        """Remind the actor again in so many working days, not before; gives the day.

        Only the actor's own pings wait: heads, coordinators and the chair hear what they would have heard.

        Raises:
            NotFound: also when `days` is none of `SNOOZES`.
        """
        if days not in SNOOZES:
            raise NotFound()
        async with self._db.write() as tx:
            one = await self._desk.load(tx, actor, obligation_id)
            after(Act.NOTE, one.state)
            today = self._desk.today(actor)
            until = today.calendar.add_working_days(today.day, days)
            await pings.snooze(tx, one.id, actor.me, until)
            await self._desk.replan(tx, actor, [one.id])
            return await self._card(tx, actor, one), until

    @use_case(Permission.SEE_PLAN)
    async def proof(self, actor: Actor, obligation_id: int, evidence_id: int) -> Evidence:
        """One proof of an obligation.

        Raises:
            NotFound.
        """
        async with self._db.read() as connection:
            one = await self._desk.load(connection, actor, obligation_id)
            for known in await obligations.evidence(connection, one.id):
                if known.id == evidence_id:
                    return known
        raise NotFound()

    async def _card(self, connection: AsyncConnection, actor: Actor, one: Obligation) -> Card:
        return Card(
            one,
            await obligations.evidence(connection, one.id),
            await obligations.history(connection, one.id),
            self._desk.today(actor),
            answers=answers(actor, one),
            manages=actor.can(Permission.MANAGE_PLAN),
        )

    async def _colleagues(self, connection: AsyncConnection, one: Obligation) -> list[tuple[int, str]]:
        circle = await pings.circle(connection, one.cluster_id)
        if one.organisation_id is None:
            ids = list(circle.coordinators)
        else:
            ids = sorted(circle.people_of.get(one.organisation_id, set()))
        return sorted(((person_id, circle.names[person_id]) for person_id in ids), key=lambda known: known[1])
