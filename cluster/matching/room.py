"""Where a seat is free, or can be made free by moving others to places just as possible for them."""

from collections.abc import Mapping, Sequence

import numpy as np

from cluster.matching.offers import Flags, Numbers
from cluster.matching.placing import Market
from cluster.matching.seats import Span, Taken, peak


class Room:
    """The seats of a market when everybody has their place.

    Args:
        at: intern → position, of those placed in this run.
        taken: per position, the periods of everybody there, those placed in this run included.
    """

    def __init__(self, market: Market, at: Mapping[int, int], taken: Taken) -> None:
        self._market, self._taken = market, taken
        self._open = _open_seasons(market, at)
        self._seasons: dict[int, list[tuple[Span, int]]] = {}
        for cohort, of in zip(market.cohorts, market.seats.of, strict=True):
            span = (cohort.typical.first.toordinal(), cohort.typical.last.toordinal())
            for position, season in zip(cohort.at.tolist(), of.tolist(), strict=True):
                self._seasons.setdefault(position, []).append((span, season))

    def is_free(self, position: int, span: Span) -> bool:
        """Whether a seat is free there on all these days."""
        capacity = int(self._market.offers.capacity[position])
        return peak(self._taken.get(position, ()), span) < capacity

    def can_be_had(self, position: int, span: Span) -> bool:
        """Whether a seat is free, or gets free when others who are placed move on to places open to them."""
        if self.is_free(position, span):
            return True
        met = {season for own, season in self._seasons.get(position, ()) if own[0] <= span[1] and span[0] <= own[1]}
        return len(met) == 1 and bool(self._open[met.pop()])


def _open_seasons(market: Market, at: Mapping[int, int]) -> Flags:
    """Seasons in which a seat is free or can be made free: from the free ones back along possible moves."""
    free, held = market.seats.free.copy(), _held(market, at)
    for seasons in held:
        np.subtract.at(free, seasons, 1)
    is_open: Flags = free > 0
    waiting = [number for number, seasons in enumerate(held) if len(seasons)]
    while waiting:
        moving = [number for number in waiting if is_open[market.seats.of[number]].any()]
        if not moving:
            break
        for number in moving:
            is_open[held[number]] = True
        waiting = [number for number in waiting if number not in set(moving)]
    return is_open


def _held(market: Market, at: Mapping[int, int]) -> Sequence[Numbers]:
    """Per cohort, the seasons its members have, one entry a seat."""
    held = []
    for cohort, of in zip(market.cohorts, market.seats.of, strict=True):
        season_at = dict(zip(cohort.at.tolist(), of.tolist(), strict=True))
        held.append(np.array([season_at[at[one.id]] for one in cohort.members if one.id in at], np.int64))
    return held
