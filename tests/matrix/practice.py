"""Practice of a cluster in the matrix: a place, a mentor, a request with interns, a list, a placement."""

from dataclasses import dataclass
from datetime import date

from cluster.access import Actor
from cluster.matching.model import Goal
from cluster.practice.listing import WIDTH, NewIntern
from services.practice import Practice
from tests.practice.office import mentor, place, request


@dataclass(frozen=True)
class Practised:
    """Ids of what there is; `waiting` is an intern without a placement."""

    place: int
    mentor: int
    asked: int
    intern: int
    waiting: int
    listed: int
    placement: int
    run: int


async def furnish_practice(practice: Practice, head: Actor, college: int, enterprise: int) -> Practised:
    """By the coordinator, who acts for everybody."""
    here, whose = head.here, "соседей" if head.here > 1 else "кластера"
    offered = await practice.places.offer(head, place(enterprise, site=f"Цех {whose}"), f"place:{here}")
    named = await practice.mentors.add(head, mentor(enterprise, label=f"мастер {whose}"), f"mentor:{here}")
    card = await practice.requests.ask(head, request(college, programme=f"Монтаж {whose}"), f"request:{here}")
    first, second = [
        await practice.requests.add_intern(head, card.request.id, NewIntern(mark, 2003, f"Город {whose}"))
        for mark in ("1", "2")
    ]
    rows = [(2, ["3", "2004", f"Город {whose}", *[""] * (WIDTH - 3)]), (3, [""] * WIDTH)]
    listed = await practice.lists.read(head, card.request.id, rows, f"list:{here}")
    placement = await practice.placements.propose(head, first.intern.id, offered.place.id)
    run = await practice.matching.start(head, Goal.MOST)
    await practice.mentors.be_absent(head, named.mentor.id, date(2022, 9, 1), date(2022, 9, 2), f"away:{here}")
    return Practised(
        place=offered.place.id,
        mentor=named.mentor.id,
        asked=card.request.id,
        intern=first.intern.id,
        waiting=second.intern.id,
        listed=listed.id,
        placement=placement.placement.id,
        run=run.id,
    )
