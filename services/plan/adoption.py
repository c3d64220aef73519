"""Plans become obligations: a coordinator looks at what they mean and adopts them; a later adoption keeps progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import WorkingCalendar
from cluster.errors import NotFound
from cluster.obligations import EVENT_KEY, NEWS_KEY, Act, Obligation
from cluster.plan import Plan, PlanCurrent, PlanOver, shifted_day, shifted_text, years_until
from services.base import Service, use_case
from services.plan.calendar import follow_calendar
from services.plan.derivation import DerivedRow, derive
from services.plan.desk import Desk
from services.plan.notices import ObligationsMade
from services.plan.planning import Moved, moved_letters, replan
from services.plan.telling import zone_of
from storage import audit, directory, directory_documents, obligations, outbox, plans
from storage import obligation_pings as pings
from storage.database import Database
from storage.obligations import NewObligation
from storage.outbox import Letter, Recipient

GONE = "@gone"
"""Reason of a waiver by the program itself: the plan's later version has no such row any more."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what its rows mean today.

    Args:
        version: how often it was adopted.
        is_over: whether its year is over: history.
    """

    plan: Plan
    rows: Sequence[DerivedRow]
    version: int
    is_over: bool

    @property
    def owed(self) -> list[NewObligation]:
        """All obligations it makes."""
        return [one for row in self.rows for one in row.owed]


@dataclass(frozen=True, slots=True)
class Adopted:
    """What an adoption changed."""

    view: PlanView
    added: int
    kept: int
    moved: Sequence[Moved]
    waived: Sequence[Obligation]


class PlanService(Service):
    """Use cases of plans."""

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk

    @use_case(Permission.MANAGE_PLAN)
    async def plans(self, actor: Actor) -> list[PlanView]:
        """Plans of the cluster, the newest first, without their rows."""
        async with self._db.read() as connection:
            adopted = await plans.adoptions(connection, actor.here)
            found = await directory_documents.plans_of(connection, actor.here)
        return [
            PlanView(one, (), adopted[one.id].version if one.id in adopted else 0, self._is_over(actor, one))
            for one in reversed(found)
        ]

    @use_case(Permission.MANAGE_PLAN)
    async def look(self, actor: Actor, plan_id: int) -> PlanView:
        """A plan: every row with its typed deadline, executors and obligations.

        Raises:
            NotFound: no such plan here.
        """
        async with self._db.read() as connection:
            return await self._view(connection, actor, plan_id)

    @use_case(Permission.MANAGE_PLAN)
    async def adopt(self, actor: Actor, plan_id: int) -> Adopted:
        """Make the plan's obligations, or bring them in line with its rows as they are now; progress is kept.

        Raises:
            NotFound: no such plan here.
            PlanOver: its year is over.
        """
        async with self._db.write() as tx:
            view = await self._view(tx, actor, plan_id)
            if view.is_over:
                raise PlanOver(last=view.plan.last_day.strftime("%d.%m.%Y"))
            return await adopt(tx, self._desk, actor, view)

    @use_case(Permission.MANAGE_PLAN)
    async def make_next(self, actor: Actor, plan_id: int) -> PlanView:
        """A plan like an old one, its years moved so that it covers today; made once.

        Raises:
            NotFound: no such plan here.
            PlanCurrent: the old one is not over yet.
        """
        async with self._db.write() as tx:
            old = await self._view(tx, actor, plan_id)
            years = years_until(old.plan.last_day, self._desk.today(actor).day)
            if not years:
                raise PlanCurrent(last=old.plan.last_day.strftime("%d.%m.%Y"))
            title = shifted_text(old.plan.title, years)
            known = await directory_documents.plans_of(tx, actor.here)
            made = next((one.id for one in known if one.title == title), None)
            if made is None:
                made = await _insert_shifted(tx, actor, old, title, years)
                now = self._desk.clock.now()
                await audit.add(tx, actor.me, actor.here, "plan_made", f"plans:{made}", now, {"of": plan_id})
            return await self._view(tx, actor, made)

    @use_case(Permission.MANAGE_DIRECTORY)
    async def follow_calendar(self, actor: Actor) -> Sequence[Moved]:
        """After the working calendar was corrected: open deadlines are computed again; gives what moved."""
        async with self._db.write() as tx:
            calendar = await directory.working_calendar(tx, actor.here)
            zone = await zone_of(tx, actor.here)
            return await follow_calendar(tx, actor.here, calendar, zone, actor.me, self._desk.clock.now())

    async def _view(self, connection: AsyncConnection, actor: Actor, plan_id: int) -> PlanView:
        return await view_of(connection, actor, plan_id, self._desk.calendars(actor.here), self._desk)

    def _is_over(self, actor: Actor, plan: Plan) -> bool:
        return plan.last_day < self._desk.today(actor).day


async def view_of(
    connection: AsyncConnection, actor: Actor, plan_id: int, calendar: WorkingCalendar, desk: Desk
) -> PlanView:
    """A plan of the actor's cluster with what its rows mean.

    Raises:
        NotFound: no such plan here.
    """
    plan = await plans.plan(connection, actor.here, plan_id)
    if plan is None:
        raise NotFound()
    rows = await directory_documents.plan_rows_of(connection, actor.here, plan_id)
    derived = derive(actor.here, plan, rows, await plans.roll(connection, actor.here), calendar)
    adopted = (await plans.adoptions(connection, actor.here)).get(plan_id)
    return PlanView(plan, derived, adopted.version if adopted else 0, plan.last_day < desk.today(actor).day)


async def adopt(tx: AsyncConnection, desk: Desk, actor: Actor, view: PlanView, gone: Sequence[int] = ()) -> Adopted:
    """Bring the obligations of a plan in line with its rows, in the transaction that stores them.

    Args:
        view: the plan with its rows as they are now.
        gone: rows the plan no longer has; what they owe is waived with that reason.
    """
    now, plan_id = desk.clock.now(), view.plan.id
    before = dict(await obligations.of_rows(tx, actor.here, [*(one.row.id for one in view.rows), *gone]))
    left = set(gone)
    before = {  # what events made goes only with its row
        key: one for key, one in before.items() if not key.startswith((NEWS_KEY, EVENT_KEY)) or one.source_id in left
    }
    wanted = {one.key: one for one in view.owed}
    added = [one for key, one in wanted.items() if key not in before]
    new_ids = await obligations.add_obligations(tx, added, now)
    moved, waived = [], []
    for key, one in before.items():
        target = wanted.get(key)
        if target is None and one.is_open:
            waived.append(await _waive(tx, desk, actor, one))
        elif target is not None:
            change = await _follow(tx, desk, actor, one, target)
            moved += [change] if change else []
    kept = sum(one.is_open for one in before.values()) - len(moved) - len(waived)
    if view.version and not (added or moved or waived):
        return Adopted(view, 0, kept, (), ())
    version = await plans.adopt(tx, actor.here, plan_id, actor.me, now)
    details: dict[str, audit.Detail] = {
        "version": version, "added": len(added), "moved": len(moved), "waived": len(waived),
    }  # fmt: skip
    await audit.add(tx, actor.me, actor.here, "plan_adopted", f"plans:{plan_id}", now, details)
    calendar = desk.calendars(actor.here)
    await replan(tx, [*new_ids, *(one.obligation.id for one in moved)], calendar, ZoneInfo(actor.zone), now)
    await _tell(tx, desk, actor, view, added, moved, version)
    if desk.adopted is not None:
        await desk.adopted(tx, actor.here, view.plan, ZoneInfo(actor.zone), now)
    return Adopted(view, len(added), kept, moved, waived)


async def _follow(
    tx: AsyncConnection, desk: Desk, actor: Actor, one: Obligation, target: NewObligation
) -> Moved | None:
    """Take over what the row says now; a date a coordinator set by hand stays, what is closed stays as it is."""
    if not one.is_open:
        return None
    by_hand = one.due_on is not None and one.period is None and one.pace is target.pace
    first, last = target.period or (None, None)
    values = {"title": target.title, "executor": target.executor, "needed": target.needed, "rule": target.rule.value}
    if by_hand or (target.due_on is None and one.due_on is not None):
        if one.title != target.title:
            await obligations.change(tx, one.id, title=target.title)
        return None
    values |= {"pace": target.pace.value}
    changes = {"due_on": target.due_on, "period_first": first, "period_last": last}
    if one.due_on == target.due_on:
        if one.title != target.title or one.needed != target.needed:
            await obligations.change(tx, one.id, **values, **changes)
        return None
    await obligations.change(tx, one.id, **values, **changes)
    await obligations.note(tx, one.id, desk.clock.now(), actor.me, Act.MOVE, day=target.due_on)
    return Moved(one, one.due_on, target.due_on)


async def _waive(tx: AsyncConnection, desk: Desk, actor: Actor, one: Obligation) -> Obligation:
    return await desk.act(tx, actor, one, Act.WAIVE, reason=GONE)


async def _tell(  # noqa: PLR0917 - whom an adoption concerns
    tx: AsyncConnection,
    desk: Desk,
    actor: Actor,
    view: PlanView,
    added: Sequence[NewObligation],
    moved: Sequence[Moved],
    version: int,
) -> None:
    """Who answers for an organisation hears once what is theirs now, and of their days that moved."""
    circle, now = await pings.circle(tx, actor.here), desk.clock.now()
    letters: list[Letter] = []
    owing = {one.organisation_id for one in added if one.organisation_id is not None}
    answering = {person for one in owing for person in circle.representatives.get(one, [])}
    for person_id in sorted(answering):
        made = ObligationsMade(cluster_id=actor.here, plan_id=view.plan.id, person_id=person_id)
        key = f"plan:made:{view.plan.id}:{version}:{person_id}"
        letters.append(Letter(made, Recipient.person(person_id, actor.here), now, key))
    letters += moved_letters(circle, actor.here, moved, actor.me, now, f"plan:moved:{view.plan.id}:{version}")
    await outbox.add_many(tx, letters)


async def _insert_shifted(tx: AsyncConnection, actor: Actor, old: PlanView, title: str, years: int) -> int:
    values = {
        "title": title,
        "year": old.plan.year.value,
        "first_day": shifted_day(old.plan.first_day, years),
        "last_day": shifted_day(old.plan.last_day, years),
        "is_draft": True,
        "source": f"plan:{old.plan.id}",
    }
    rows = [
        {
            "section": one.row.section,
            "number": one.row.number,
            "title": shifted_text(one.row.title, years),
            "executors": one.row.executors,
            "deadline_text": shifted_text(one.row.deadline_text, years),
            "result": shifted_text(one.row.result, years),
        }
        for one in old.rows
    ]
    return await directory_documents.insert_plan(tx, actor.here, values, rows)
