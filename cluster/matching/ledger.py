"""Who has a place already when stage 1 begins: frozen pairs, and pins as far as they are allowed."""

from dataclasses import dataclass, field

import numpy as np

from cluster.matching.filters import FILTERS
from cluster.matching.lottery import lot
from cluster.matching.model import Intern, Obstacle, Problem
from cluster.matching.offers import Offers
from cluster.matching.result import RefusedPin
from cluster.matching.seats import Span, peak, span_of


@dataclass
class Ledger:
    """Who has which place already when stage 1 begins.

    Args:
        fixed: intern → position, of frozen and pinned pairs.
        teams: intern → agreed team.
    """

    offers: Offers
    fixed: dict[int, int] = field(default_factory=dict)
    pinned: set[int] = field(default_factory=set)
    teams: dict[int, tuple[int, ...]] = field(default_factory=dict)
    taken: dict[int, list[Span]] = field(default_factory=dict)

    def seat(self, intern: Intern, position: int) -> None:
        """Give a seat."""
        self.fixed[intern.id] = position
        self.taken.setdefault(position, []).append(span_of(intern))


def open_ledger(problem: Problem, offers: Offers) -> tuple[Ledger, list[RefusedPin]]:
    """Frozen pairs, then pins that the hard filters and the seats allow; and the pins that they do not."""
    ledger, refused = Ledger(offers), []
    for pair in sorted(problem.frozen, key=lambda one: one.intern_id):
        if pair.place_id in offers.position and pair.intern_id in problem.intern:
            ledger.seat(problem.intern[pair.intern_id], offers.position[pair.place_id])
            ledger.teams[pair.intern_id] = pair.team
    bans = set(problem.bans)
    for pin in sorted(problem.pins, key=lambda one: (lot(problem.seed, "pin", one.intern_id), one)):
        intern = problem.intern.get(pin.intern_id)
        if intern is None or pin.place_id not in offers.position or intern.id in ledger.fixed:
            continue
        position = offers.position[pin.place_id]
        obstacle = Obstacle.BANNED if pin in bans else _obstacle(ledger, intern, position)
        if obstacle is None:
            ledger.seat(intern, position)
            ledger.pinned.add(intern.id)
        else:
            refused.append(RefusedPin(pin, obstacle))
    return ledger, sorted(refused, key=lambda one: one.pair)


def _obstacle(ledger: Ledger, intern: Intern, position: int) -> Obstacle | None:
    """The first hard filter against a pair; FULL where no seat is left."""
    at = np.array([position])
    found = next((one for one, excludes in FILTERS.items() if excludes(ledger.offers, intern, at)[0]), None)
    if found is not None:
        return found
    full = peak(ledger.taken.get(position, ()), span_of(intern)) >= ledger.offers.capacity[position]
    return Obstacle.FULL if full else None
