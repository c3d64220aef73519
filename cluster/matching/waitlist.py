"""After a decline: who moves up. Only what is free is given, everybody who has a place keeps it.

The waiting list decides who: its order is that of waiting, and nobody is passed over unless the free seats cannot serve
them; as many get a seat as possible all the same (whom augmenting paths serve in order is a matroid's greedy choice:
the first in order and the most at once). Then the flow decides where, for the best total.
"""

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence

from cluster.matching.charges import parts
from cluster.matching.ledger import open_ledger
from cluster.matching.model import Frozen, Intern, Problem
from cluster.matching.offers import Offers
from cluster.matching.outcome import Outcome, waiting_order
from cluster.matching.placing import Market, market, place_most
from cluster.matching.result import Placed, Result
from cluster.matching.run import charges_of
from cluster.matching.teams import staff


def move_up(problem: Problem, last: Collection[int] = ()) -> tuple[Placed, ...]:
    """Give the free seats to those who wait.

    Args:
        problem: with everybody who has a place in `frozen`, and the pair that was declined in `bans`.
        last: interns at the end of the list: they declined a place themselves.

    Returns:
        New placements, in the order of interns. Places and teams of others do not change.
    """
    offers = Offers(problem)
    ledger, _ = open_ledger(problem, offers)
    waiting = [one for one in problem.interns if one.id not in ledger.fixed]
    everybody = market(problem, offers, waiting, ledger.taken)
    order = sorted(waiting_order(problem, waiting), key=lambda one: one.id in last)
    served = chosen(everybody, order)
    narrowed = market(problem, offers, [one for one in waiting if one.id in served], ledger.taken)
    placing = place_most(narrowed)
    touched = {offers.places[position].enterprise_id for position in placing.at.values()}
    at = {**ledger.fixed, **placing.at}
    here = {one: position for one, position in at.items() if offers.places[position].enterprise_id in touched}
    looked_after = charges_of(problem, offers, here, ledger.teams)
    staffing = staff(parts(problem, looked_after))
    return Outcome(problem, ledger, everybody, placing, looked_after, staffing).new()


def chosen(market: Market, order: Sequence[Intern]) -> set[int]:
    """Who of the waiting list can be served: in its order, each if all before them can be served as well."""
    cohort_of = {one.id: number for number, cohort in enumerate(market.cohorts) for one in cohort.members}
    seating = _Seating(market)
    hopeless: set[int] = set()
    served = set()
    for intern in order:
        number = cohort_of[intern.id]
        if number in hopeless:
            continue
        if seating.add(number):
            served.add(intern.id)
        else:
            hopeless.add(number)  # who could not be seated once cannot be seated later, when more are
    return served


class _Seating:
    """Seats given to members of cohorts, moved along augmenting paths for one more."""

    def __init__(self, market: Market) -> None:
        self._of = [of.tolist() for of in market.seats.of]
        self._free = market.seats.free.tolist()
        self._held: dict[int, Counter[int]] = {}

    def add(self, number: int) -> bool:
        """Seat one more member of the cohort, moving others where that helps; False where nothing does."""
        came: dict[int, tuple[int, int | None]] = {}
        queue: deque[int] = deque()
        self._reach(number, None, came, queue)
        while queue:
            season = queue.popleft()
            held = self._held.setdefault(season, Counter())
            if held.total() < self._free[season]:
                self._move(season, came)
                return True
            for other in sorted(held):
                self._reach(other, season, came, queue)
        return False

    def _reach(self, number: int, left: int | None, came: dict[int, tuple[int, int | None]], queue: deque[int]) -> None:
        for season in self._of[number]:
            if season not in came and self._free[season]:
                came[season] = (number, left)
                queue.append(season)

    def _move(self, season: int, came: Mapping[int, tuple[int, int | None]]) -> None:
        to: int | None = season
        while to is not None:
            number, left = came[to]
            self._held[to][number] += 1
            if left is not None:
                self._held[left] -= Counter({number: 1})
            to = left


def agreed(result: Result) -> tuple[Frozen, ...]:
    """Everybody a result places, as frozen pairs for what comes after it."""
    return tuple(Frozen(one.intern_id, one.place_id, one.team) for one in result.placed)
