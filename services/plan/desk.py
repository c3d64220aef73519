"""What the use cases of the plan share: loading what one may see, one way to change a state, who is told."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.ladder import Part
from cluster.notice import Notice
from cluster.obligations import OPEN_STATES, Act, DayPassed, Obligation, ObligationSource, Rule, after
from cluster.plan import Plan
from services.calendars import Calendars
from services.clock import Clock
from services.plan.planning import replan
from services.plan.telling import Today
from storage import audit, obligations, outbox
from storage import obligation_pings as pings
from storage.obligation_lists import Mine
from storage.outbox import Letter, Recipient

OnAdopted = Callable[[AsyncConnection, int, Plan, ZoneInfo, datetime], Awaitable[None]]
"""What else an adoption causes, in its transaction: given the cluster, the plan, the cluster's zone and the moment."""


class Desk:
    """Loads and changes obligations in the transaction of a use case."""

    def __init__(self, clock: Clock, calendars: Calendars, adopted: OnAdopted | None = None) -> None:
        self.clock = clock
        self.calendars = calendars
        self.adopted = adopted

    def today(self, actor: Actor) -> Today:
        """The day it is for the actor, with the working calendar of their cluster."""
        return Today(local_day(self.clock.now(), ZoneInfo(actor.zone)), self.calendars(actor.here))

    async def load(self, connection: AsyncConnection, actor: Actor, obligation_id: int) -> Obligation:
        """An obligation the actor has to do with.

        Raises:
            NotFound: it does not exist, or is none of their business.
        """
        found = await obligations.obligation(connection, actor.here, obligation_id)
        if found is None or not (answers(actor, found) or actor.can(Permission.MANAGE_PLAN)):
            raise NotFound()
        return found

    async def managed(self, connection: AsyncConnection, actor: Actor, obligation_id: int) -> Obligation:
        """Any obligation of the cluster, for a coordinator.

        Raises:
            NotFound: it does not exist here.
        """
        found = await obligations.obligation(connection, actor.here, obligation_id)
        if found is None:
            raise NotFound()
        return found

    async def act(  # noqa: PLR0917 - an act is exactly this
        self,
        tx: AsyncConnection,
        actor: Actor,
        one: Obligation,
        act: Act,
        text: str | None = None,
        day: date | None = None,
        *,
        given: int | None = None,
        proofs: int = 0,
        **values: Any,
    ) -> Obligation:
        """Change the state as the rules say, note it, plan its pings anew; gives the obligation as it is then.

        Args:
            text, day: of the history's line.
            given: whom it was given to.
            proofs: pieces of evidence there are now.
            values: columns that change besides the state.

        Raises:
            ObligationClosed: the state does not allow the act.
        """
        state, now = after(act, one.state, proofs=proofs, needed=one.needed), self.clock.now()
        closed_at = None if state in OPEN_STATES else now
        await obligations.change(tx, one.id, state=state.value, closed_at=closed_at, **values)
        await obligations.note(tx, one.id, now, actor.me, act, text, day, given)
        details: dict[str, audit.Detail] = {"state": state.value}
        await audit.add(tx, actor.me, actor.here, f"plan_{act.value}", f"obligations:{one.id}", now, details)
        await self.replan(tx, actor, [one.id])
        return await self.managed(tx, actor, one.id)

    async def replan(self, tx: AsyncConnection, actor: Actor, ids: Iterable[int]) -> None:
        """Plan the pings of obligations anew."""
        calendar = self.calendars(actor.here)
        await replan(tx, list(ids), calendar, ZoneInfo(actor.zone), self.clock.now())

    async def free_others(self, tx: AsyncConnection, actor: Actor, one: Obligation) -> None:
        """Where one of a group is enough, the others are free once it is done."""
        if one.rule is not Rule.ANY or one.is_open or one.source is not ObligationSource.PLAN_ROW:
            return
        for _, other in await obligations.of_rows(tx, one.cluster_id, [one.source_id]):
            if other.id != one.id and other.is_open and other.period == one.period:
                await self.act(tx, actor, other, Act.WAIVE, text=None)

    async def tell_executor(self, tx: AsyncConnection, actor: Actor, one: Obligation, notice: Notice, key: str) -> None:
        """Tell who answers for an obligation, but not the person who acts."""
        circle = await pings.circle(tx, one.cluster_id)
        await self._tell(tx, one, circle.of(one, Part.EXECUTOR), notice, key, besides=actor.me)

    async def tell_coordinators(self, tx: AsyncConnection, one: Obligation, notice: Notice, key: str) -> None:
        """Tell the coordinators of the cluster."""
        circle = await pings.circle(tx, one.cluster_id)
        await self._tell(tx, one, circle.coordinators, notice, key)

    async def _tell(  # noqa: PLR0917
        self,
        tx: AsyncConnection,
        one: Obligation,
        people: Iterable[int],
        notice: Notice,
        key: str,
        besides: int | None = None,
    ) -> None:
        now = self.clock.now()
        await outbox.add_many(
            tx,
            [
                Letter(notice, Recipient.person(person_id, one.cluster_id), now, f"plan:{key}:{one.id}:{person_id}")
                for person_id in people
                if person_id != besides
            ],
        )

    def check_day(self, actor: Actor, day: date) -> None:
        """A new deadline is not in the past.

        Raises:
            DayPassed: it is; data: `first`.
        """
        today = self.today(actor).day
        if day < today:
            raise DayPassed(first=today.strftime("%d.%m.%Y"))


def answers(actor: Actor, one: Obligation) -> bool:
    """Whether the actor answers for it: took it, speaks for its organisation, or coordinates what is nobody's."""
    if one.person_id is not None and one.person_id == actor.me:
        return True
    if one.organisation_id is None:
        return actor.can(Permission.MANAGE_PLAN)
    return one.organisation_id in speaks_for(actor)


def speaks_for(actor: Actor) -> frozenset[int]:
    """Organisations the actor answers for."""
    return actor.organisations(Role.COLLEGE) | actor.organisations(Role.ENTERPRISE)


def mine_of(actor: Actor) -> Mine:
    """Whose obligations are the actor's."""
    return Mine(actor.me, speaks_for(actor), actor.can(Permission.MANAGE_PLAN))


def stamp(now: datetime) -> str:
    """A moment for the key of an occasion that may come again."""
    return str(int(now.timestamp()))
