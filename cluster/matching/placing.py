"""Stage 1: who gets which place. Most placed, then the best total, and nobody's fit sacrificed for next to nothing."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cluster.matching.demand import NOWHERE, Cohort, Wishing, cohorts, wishing
from cluster.matching.flow import Flow, Network
from cluster.matching.model import Intern, Problem
from cluster.matching.offers import Numbers, Offers
from cluster.matching.score import negligible
from cluster.matching.seats import Seats, Taken, seats

OutOfTime = Callable[[], bool]


def never() -> bool:
    """There is all the time in the world."""
    return False


@dataclass(frozen=True, slots=True)
class Market:
    """Both sides of stage 1, worked out once: who wants, what is open to them, which seats are left."""

    offers: Offers
    cohorts: Sequence[Cohort]
    wishing: Sequence[Wishing]
    seats: Seats


@dataclass(frozen=True, slots=True)
class Placing:
    """An outcome of stage 1.

    Args:
        at: intern → position of the place.
        best_total: the best total with as many placed; 0 where no total was looked for.
        proven: whether it is the optimum (or stable).
        fair: whether no smaller largest loss is possible within the negligible total.
    """

    at: Mapping[int, int]
    best_total: int
    proven: bool = True
    fair: bool = True


def market(problem: Problem, offers: Offers, who: Sequence[Intern], taken: Taken) -> Market:
    """What stage 1 is about.

    Args:
        who: interns who have no place yet.
        taken: see `Seats`.
    """
    found = cohorts(problem, offers, who)
    return Market(offers, found, wishing(offers, found), seats(offers, found, taken))


def place_most(market: Market, out_of_time: OutOfTime = never) -> Placing:
    """Most placed, then the best total, then the smallest largest loss that costs no more than a negligible total."""
    at: dict[int, int] = {}
    total, fair = 0, True
    for part in independent(market):
        network = Network(part.cohorts, part.wishing, part.seats)
        best = network.solve()
        chosen, is_fair = _fair(network, best, out_of_time)
        at |= read(part, chosen)
        total, fair = total + best.total, fair and is_fair
    return Placing(at, total, not market.seats.chained, fair)


def independent(market: Market) -> Iterator[Market]:
    """The market in parts whose interns compete for no common seat."""
    sizes = np.array([len(of) for of in market.seats.of], np.int64)
    cohort = np.repeat(np.arange(len(sizes)), sizes)
    season = np.concatenate([NOWHERE, *market.seats.of])
    of_cohort, of_season = np.arange(len(sizes)), np.full(len(market.seats.free), len(sizes))
    some = np.flatnonzero(sizes)
    starts = (np.cumsum(sizes) - sizes)[some]
    while some.size:
        before = of_cohort.copy()
        np.minimum.at(of_season, season, of_cohort[cohort])
        of_cohort[some] = np.minimum(of_cohort[some], np.minimum.reduceat(of_season[season], starts))
        if (before == of_cohort).all():
            break
    for number in np.unique(of_cohort[some]):
        yield _part(market, np.flatnonzero(of_cohort == number), np.flatnonzero(of_season == number))


def _part(market: Market, cohorts: Numbers, seasons: Numbers) -> Market:
    number = {int(old): new for new, old in enumerate(cohorts)}
    seats = Seats(
        [np.searchsorted(seasons, market.seats.of[old]) for old in number],
        market.seats.place[seasons],
        market.seats.free[seasons],
        market.seats.chained,
    )
    wishing = [replace(one, cohort=number[one.cohort]) for one in market.wishing if one.cohort in number]
    return Market(market.offers, [market.cohorts[old] for old in number], wishing, seats)


def _fair(network: Network, best: Flow, out_of_time: OutOfTime) -> tuple[Flow, bool]:
    """The fairest flow within the negligible total, and whether it is proven.

    Both how many can be placed and the total only fall as the allowed loss falls. The smallest that places all is found
    by the cheap question how many, by halving; from there steps that grow, then halving: mostly one of the first is
    good enough, and the fewer arcs are left the faster is the flow.
    """
    losses = [int(loss) for loss in np.unique(network.losses) if loss < best.largest_loss]
    low = bisect_left(losses, True, key=lambda loss: network.most(loss) == best.placed)
    high, least, chosen = len(losses), best.total - negligible(best.total), best
    middle, step, found = low, 1, False
    while low < high:
        if out_of_time():
            return chosen, False
        tried = network.solve(losses[middle])
        if tried.total >= least:
            chosen, high, found = tried, middle, True
        else:
            low, step = middle + 1, 2 * step
        middle = (low + high) // 2 if found else min(low + step // 2 - 1, high - 1)
    return chosen, True


def read(market: Market, flow: Flow) -> dict[int, int]:
    """Who gets which place. Where it makes no difference who waits longest is placed first; ties by lot."""
    season_of = _wishes_come_true(market, flow)
    for cohort, given in zip(market.cohorts, flow.shared, strict=True):
        others = [one for one in cohort.members if one.id not in season_of]
        others.sort(key=lambda one: one.waiting_since)
        season_of |= {one.id: season for one, season in zip(others, sorted(given), strict=False)}
    return {intern: int(market.seats.place[season]) for intern, season in season_of.items()}


def _wishes_come_true(market: Market, flow: Flow) -> dict[int, int]:
    """Intern → season of the wish; somebody without a place takes that of one alike who waits less long."""
    season_of = {one.intern.id: season for one, season in zip(market.wishing, flow.wished, strict=True) if season >= 0}
    alike: dict[int, list[Wishing]] = {}
    for one in market.wishing:
        alike.setdefault(one.cohort, []).append(one)
    for cohort, found in alike.items():
        spare = sum(one.id not in season_of for one in market.cohorts[cohort].members) > len(flow.shared[cohort])
        if not spare or len(found) == 1:
            continue
        worth = {one.intern.id: _worth(market, one) for one in found}
        longest_first = sorted((one.intern for one in found), key=lambda one: one.waiting_since)
        for waiting in longest_first:
            if waiting.id in season_of:
                continue
            for other in reversed(longest_first):
                season = season_of.get(other.id, -1)
                same = worth[waiting.id].get(season) == worth[other.id].get(season, -1)
                if other.waiting_since > waiting.waiting_since and same:
                    season_of[waiting.id] = season_of.pop(other.id)
                    break
    return season_of


def _worth(market: Market, one: Wishing) -> dict[int, int]:
    """Season → points of the wish."""
    seasons = market.seats.of[one.cohort][one.index]
    return dict(zip(seasons.tolist(), one.points.tolist(), strict=True))
