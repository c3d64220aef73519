"""How many interns a place can still take, and when: capacity is counted on the same days only.

Periods that overlap, directly or through others, share their seats (a season of the place); periods far apart have
seats of their own. Where all periods of a season overlap each other this is exact. Where they only form a chain it is
on the safe side (nobody is ever too many), and `chained` says that more might be possible.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from cluster.matching.demand import Cohort
from cluster.matching.model import Intern
from cluster.matching.offers import Numbers, Offers

Span = tuple[int, int]
"""First and last day as ordinals."""
Taken = Mapping[int, Sequence[Span]]
"""Per position of a place, the periods of interns who have it already."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Seasons of places with their free seats.

    Args:
        of: per cohort, the season (a number) for each of the places open to it.
        place: per season, the place's position.
        free: per season, seats left.
        chained: whether a season's periods do not all overlap each other.
    """

    of: Sequence[Numbers]
    place: Numbers
    free: Numbers
    chained: bool


def span_of(intern: Intern) -> Span:
    """The intern's period."""
    return intern.first.toordinal(), intern.last.toordinal()


def peak(spans: Iterable[Span], within: Span) -> int:
    """The most of these periods that share one day inside `within`."""
    inside = [span for span in spans if span[0] <= within[1] and within[0] <= span[1]]
    starts = {max(span[0], within[0]) for span in inside}
    return max((sum(span[0] <= day <= span[1] for span in inside) for day in starts), default=0)


def seats(offers: Offers, cohorts: Sequence[Cohort], taken: Taken) -> Seats:
    """Work out the seasons of every place that is open to somebody."""
    spans = sorted({span_of(cohort.typical) for cohort in cohorts})
    number = {span: at for at, span in enumerate(spans)}
    width = len(spans) or 1
    keys = [cohort.at * width + number[span_of(cohort.typical)] for cohort in cohorts]
    is_met = np.zeros(len(offers.places) * width, np.bool_)
    is_met[np.concatenate([np.zeros(0, np.int64), *keys])] = True
    met, rank = np.flatnonzero(is_met), np.cumsum(is_met) - 1
    place: list[int] = []
    free: list[int] = []
    season = np.zeros(len(met), np.int64)
    chained = False
    bounds = np.flatnonzero(np.diff(met // width, prepend=-1, append=-1)) if met.size else ()
    for start, end in pairwise(bounds):
        position = int(met[start]) // width
        own = tuple(spans[key] for key in (met[start:end] % width).tolist())
        for whole, members in _seasons(own):
            season[[start + at for at in members]] = len(place)
            held = taken.get(position, ())
            place.append(position)
            free.append(max(0, int(offers.capacity[position]) - peak(held, whole)))
            chained = chained or not _all_overlap([*(own[at] for at in members), *_inside(held, whole)])
    of = [season[rank[key]] for key in keys]
    return Seats(of, np.array(place, np.int64), np.array(free, np.int64), chained)


@lru_cache(maxsize=65_536)
def _seasons(spans: tuple[Span, ...]) -> tuple[tuple[Span, tuple[int, ...]], ...]:
    """Periods (sorted) that overlap directly or through others: the whole span and which they are."""
    found: list[tuple[Span, tuple[int, ...]]] = []
    for at, span in enumerate(spans):
        if found and span[0] <= found[-1][0][1]:
            whole, members = found[-1]
            found[-1] = ((whole[0], max(whole[1], span[1])), (*members, at))
        else:
            found.append((span, (at,)))
    return tuple(found)


def _all_overlap(spans: Sequence[Span]) -> bool:
    return max(span[0] for span in spans) <= min(span[1] for span in spans)


def _inside(held: Iterable[Span], whole: Span) -> list[Span]:
    return [span for span in held if span[0] <= whole[1] and whole[0] <= span[1]]
