"""The stable option: deferred acceptance, interns proposing; and the pairs that would block any other outcome.

An intern would rather have the earlier wish, then the better fit. A place would rather have the intern it fits better.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cluster.matching.demand import Cohort, Wishing
from cluster.matching.offers import Numbers
from cluster.matching.placing import Market, Placing
from cluster.matching.score import MOST


@dataclass(frozen=True, slots=True)
class _Suitor:
    """An intern's seasons from the most wanted to the least, with what each place thinks of them."""

    intern_id: int
    seasons: Sequence[int]
    fits: Sequence[int]


def place_stably(market: Market) -> Placing:
    """No intern and place would both rather have each other; ties are broken by lot beforehand."""
    suitors = _suitors(market)
    free = market.seats.free.tolist()
    held: list[list[tuple[int, int]]] = [[] for _ in free]  # per season: (fit, −suitor), the least wanted first
    asked = [0] * len(suitors)
    waiting = list(range(len(suitors) - 1, -1, -1))
    while waiting:
        number = waiting.pop()
        suitor = suitors[number]
        if asked[number] == len(suitor.seasons):
            continue
        turn = asked[number]
        asked[number] += 1
        season = suitor.seasons[turn]
        offer = (suitor.fits[turn], -number)
        if len(held[season]) < free[season]:
            heapq.heappush(held[season], offer)
        elif held[season] and offer > held[season][0]:
            waiting.append(-heapq.heapreplace(held[season], offer)[1])
        else:
            waiting.append(number)
    place = market.seats.place
    at = {suitors[-back].intern_id: int(place[season]) for season, kept in enumerate(held) for _, back in kept}
    return Placing(at, 0, not market.seats.chained)


def blocking_pairs(market: Market, at: Mapping[int, int]) -> int:
    """How many interns and places would both rather have each other than what they got.

    A place counts when it has a seat left in the season, or would give up somebody it fits strictly worse.
    """
    got = _outcome(market, at)
    free = market.seats.free.copy()
    worst = np.full(len(free), MOST, np.int64)
    for season, fit in got.values():
        free[season] -= 1
        worst[season] = min(worst[season], fit)
    wishes = {one.intern.id: one for one in market.wishing}
    count = 0
    for cohort, of in zip(market.cohorts, market.seats.of, strict=True):
        capable = (market.seats.free[of] > 0) & ((free[of] > 0) | (worst[of] < cohort.fit))
        for intern in cohort.members:
            value = _values(cohort, wishes.get(intern.id))
            own = value[of == got[intern.id][0]].max() if intern.id in got else -1
            count += int((capable & (value > own)).sum())
    return count


def _outcome(market: Market, at: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """Per intern who got a place: its season and the fit."""
    found = {}
    for cohort, of in zip(market.cohorts, market.seats.of, strict=True):
        index_of = {position: index for index, position in enumerate(cohort.at.tolist())}
        for intern in cohort.members:
            if intern.id in at:
                index = index_of[at[intern.id]]
                found[intern.id] = (int(of[index]), int(cohort.fit[index]))
    return found


def _values(cohort: Cohort, wish: Wishing | None) -> Numbers:
    """What the places open to an intern are worth to them: any wish before any fit."""
    if wish is None:
        return cohort.fit
    value = cohort.fit.copy()
    value[wish.index] += MOST * np.array(wish.points, np.int64)
    return value


def _suitors(market: Market) -> list[_Suitor]:
    wishes = {one.intern.id: one for one in market.wishing}
    found = []
    for cohort, of in zip(market.cohorts, market.seats.of, strict=True):
        for intern in cohort.members:
            best_first = np.argsort(-_values(cohort, wishes.get(intern.id)), kind="stable")
            found.append(_Suitor(intern.id, of[best_first].tolist(), cohort.fit[best_first].tolist()))
    return found
