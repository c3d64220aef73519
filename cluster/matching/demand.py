"""Who wants a place: interns in cohorts, with the places open to each and their points.

Interns of a college's group are alike but for wishes, so filters and fit are worked out once a cohort, and the flow has
a node for the cohort instead of an arc from everybody to every place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cluster.matching.filters import common, own
from cluster.matching.fit import common_points, own_points, worth
from cluster.matching.lottery import lot
from cluster.matching.model import Intern, Problem
from cluster.matching.offers import Numbers, Offers
from cluster.matching.score import WISHES

NOWHERE: Numbers = np.zeros(0, np.int64)
VALUES: Numbers = np.array(WISHES, np.int64)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Interns for whom the same places are open with the same fit.

    Args:
        members: in the order of their lots; the first stands for all.
        at: positions of the places open to them, ascending.
        fit: points of those places.
    """

    members: tuple[Intern, ...]
    at: Numbers
    fit: Numbers

    @property
    def typical(self) -> Intern:
        """One of them, for what they have in common."""
        return self.members[0]

    @property
    def best(self) -> int:
        """The best fit open to them; 0 where nothing is."""
        return int(self.fit.max()) if self.fit.size else 0


@dataclass(frozen=True, slots=True)
class Wishing:
    """An intern with wishes that are open: per place of the wish, its place among `Cohort.at` and the wish's points."""

    intern: Intern
    cohort: int
    index: Numbers
    points: Numbers


def cohorts(problem: Problem, offers: Offers, who: Iterable[Intern]) -> list[Cohort]:
    """The interns in cohorts, independent of the order they come in."""
    banned = _banned(problem, offers)
    groups: dict[object, dict[object, list[Intern]]] = {}
    for intern in sorted(who, key=lambda one: (lot(problem.seed, "intern", one.id), one.id)):
        alike = groups.setdefault(_common_key(intern), {})
        alike.setdefault((*_own_key(intern), banned.get(intern.id)), []).append(intern)
    return [cohort for alike in groups.values() for cohort in _of_group(offers, list(alike.values()), banned)]


def _of_group(
    offers: Offers, alike: Sequence[Sequence[Intern]], banned: Mapping[int, frozenset[int]]
) -> Iterator[Cohort]:
    """Cohorts that have everything of `COMMON` in common: a row each, a column for every place those filters leave."""
    typical = [members[0] for members in alike]
    candidates = common(offers, typical[0])
    points = worth(common_points(offers, typical[0].speciality, candidates))
    kept = own(offers, typical, candidates)
    for row, one in enumerate(typical):
        if one.id in banned:
            kept[row] &= ~np.isin(candidates, list(banned[one.id]))
    fits = points + worth(own_points(offers, typical, candidates))
    rows, columns = np.nonzero(kept)
    ends = np.searchsorted(rows, np.arange(len(alike) + 1))
    at, fit = candidates[columns], fits[rows, columns]
    for row, members in enumerate(alike):
        yield Cohort(tuple(members), at[ends[row] : ends[row + 1]], fit[ends[row] : ends[row + 1]])


def wishing(offers: Offers, found: Sequence[Cohort]) -> list[Wishing]:
    """Everybody of the cohorts who wishes a place that is open to them."""
    made = []
    for number, cohort in enumerate(found):
        enterprise = offers.enterprise[cohort.at]
        for intern in cohort.members:
            if not intern.wishes or not cohort.at.size:
                continue
            wished = list(dict.fromkeys(intern.wishes[: len(WISHES)]))
            points = (enterprise[:, None] == wished) @ VALUES[[intern.wishes.index(one) for one in wished]]
            index = np.flatnonzero(points)
            if index.size:
                made.append(Wishing(intern, number, index, points[index]))
    return made


def _banned(problem: Problem, offers: Offers) -> dict[int, frozenset[int]]:
    """Per intern with bans, the positions of the places."""
    found: dict[int, set[int]] = {}
    for ban in problem.bans:
        if ban.place_id in offers.position:
            found.setdefault(ban.intern_id, set()).add(offers.position[ban.place_id])
    return {intern: frozenset(positions) for intern, positions in found.items()}


def _common_key(intern: Intern) -> tuple[object, ...]:
    return intern.kind, intern.speciality, intern.first, intern.last, intern.contracts, intern.minor


def _own_key(intern: Intern) -> tuple[object, ...]:
    return intern.town, intern.towns, intern.clearances
