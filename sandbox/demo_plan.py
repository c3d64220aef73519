"""The demo's work plans: both of the source documents, run in the years the demo is in.

From the source documents: rows, numbers, executors, deadlines (documents 000 and 001, their years moved on). Invented,
where they are silent: who has done what, the proofs, the notes, why somebody cannot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cluster.access import Actor, Role
from cluster.obligations import Obligation, Pace
from services.plan import WorkPlan
from services.plan.obligations import Everything, Proof

PROVEN = "https://ppk.tomsk.ru/news/{}"
NOTE = "Согласованы программы двух практик, с заводом подписан график."
CANNOT = "Эксперты завода на плановом ремонте, пул соберём после него."
LATER = 15
"""Working days from today to the date that is proposed with «не могу»."""
LEFT_LATE = 2
"""How much of what is late by today the college left undone; the rest of the past is proven."""


class DemoServices(Protocol):
    """The use cases the scene goes through; the app has them."""

    @property
    def plan(self) -> WorkPlan: ...


@dataclass(frozen=True, slots=True)
class Players:
    """Who acts: coordinators, and the college's head with a colleague things can be given to."""

    coordinator: Actor
    chair: Actor
    head: Actor
    colleague: Actor


async def play(services: DemoServices, players: Players) -> None:
    """Adopt the plan of this year and that of this academic year, and let people work on them."""
    plan, coordinator = services.plan, players.coordinator
    await plan.coordination.name(coordinator, None, players.chair.me)
    for college in players.head.organisations(Role.COLLEGE):
        await plan.coordination.name(coordinator, college, players.head.me)
    for known in await plan.plans.plans(coordinator):
        current = await plan.plans.make_next(coordinator, known.plan.id) if known.is_over else known
        await plan.plans.adopt(coordinator, current.plan.id)
    found = await plan.obligations.everything(coordinator)
    mine = _of(found, players.head)
    left = {one.id for one in mine if one.days_late(found.today.day)}
    left = set(sorted(left)[-LEFT_LATE:])
    for one in found.obligations:
        if one.days_late(found.today.day) and one.id not in left:
            await plan.obligations.prove(coordinator, one.id, _proof(one))
    ahead = [one for one in mine if one.due_on is not None and one.due_on >= found.today.day]
    await _work(plan, players, [one for one in ahead if one.pace is Pace.CONTINUOUS])
    for one in [one for one in ahead if one.pace is Pace.ONCE][-1:]:
        proposed = found.today.calendar.add_working_days(one.due_on or found.today.day, LATER)
        await plan.obligations.cannot(players.head, one.id, CANNOT, proposed)


def _of(found: Everything, actor: Actor) -> list[Obligation]:
    mine = actor.organisations(Role.COLLEGE)
    return [one for one in found.obligations if one.organisation_id in mine]


def _proof(one: Obligation) -> Proof:
    link = PROVEN.format(one.id)
    return Proof("link", link, link, link)


async def _work(plan: WorkPlan, players: Players, running: Sequence[Obligation]) -> None:
    """What runs the whole year: the first is noted and given on, the second taken, the others wait."""
    for one in running[:1]:
        await plan.obligations.note(players.head, one.id, NOTE)
        await plan.obligations.give(players.head, one.id, players.colleague.me)
    for one in running[1:2]:
        await plan.obligations.take(players.head, one.id)
