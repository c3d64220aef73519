"""Hard filters of stage 1: each says for which places it excludes an intern. None of them is ever traded for points."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from cluster.matching.model import Intern, Obstacle
from cluster.matching.offers import EVERYWHERE, At, Flags, Numbers, Offers
from cluster.matching.score import group_of

Filter = Callable[[Offers, Intern, At], Flags]


def _kind(offers: Offers, intern: Intern, at: At) -> Flags:
    return ~offers.kinds(intern.kind)[at]


def _speciality(offers: Offers, intern: Intern, at: At) -> Flags:
    return ~(offers.names(intern.speciality)[at] | offers.names(group_of(intern.speciality))[at])


def _period(offers: Offers, intern: Intern, at: At) -> Flags:
    return (offers.first[at] > intern.first.toordinal()) | (offers.last[at] < intern.last.toordinal())


def _contract(offers: Offers, intern: Intern, at: At) -> Flags:
    unsigned = np.ones(offers.first[at].shape, np.bool_)
    for form in intern.contracts:
        unsigned &= ~offers.contracts(form)[at]
    return unsigned


def _night(offers: Offers, intern: Intern, at: At) -> Flags:
    by_day = offers.by_day[at]
    return ~by_day if intern.minor else ~(by_day | offers.by_night[at])


def _mentor(offers: Offers, intern: Intern, at: At) -> Flags:
    found = offers.with_mentor(intern.speciality, intern.first, intern.last, minor=intern.minor)
    return offers.mentored[at] & ~found[at]


def _town(offers: Offers, intern: Intern, at: At) -> Flags:
    far = np.full(offers.first[at].shape, bool(intern.towns))
    for town in intern.towns:
        far &= ~offers.towns(town)[at]
    return far


def _clearance(offers: Offers, intern: Intern, at: At) -> Flags:
    late, _ = offers.held(intern.clearances, intern.first.toordinal())
    return late[at]


FILTERS: Final[Mapping[Obstacle, Filter]] = {
    Obstacle.KIND: _kind,
    Obstacle.SPECIALITY: _speciality,
    Obstacle.PERIOD: _period,
    Obstacle.CONTRACT: _contract,
    Obstacle.NIGHT: _night,
    Obstacle.MENTOR: _mentor,
    Obstacle.TOWN: _town,
    Obstacle.CLEARANCE: _clearance,
}
COMMON: Final = (
    Obstacle.KIND,
    Obstacle.SPECIALITY,
    Obstacle.PERIOD,
    Obstacle.CONTRACT,
    Obstacle.NIGHT,
    Obstacle.MENTOR,
)
"""What whole groups of a college have in common; the rest is looked at for what these leave."""


def common(offers: Offers, intern: Intern) -> Numbers:
    """Positions of the places that the common filters leave."""
    candidates: Numbers = np.arange(len(offers.places))
    for obstacle in COMMON:
        candidates = candidates[~FILTERS[obstacle](offers, intern, candidates)]
    return candidates


def own(offers: Offers, interns: Sequence[Intern], candidates: Numbers) -> Flags:
    """Which of these places the own filters leave to each intern, a row each; all begin on the same day."""
    first = interns[0].first.toordinal()
    kept: Flags = ~np.array([offers.held(one.clearances, first)[0] for one in interns])[:, candidates]
    for row, one in enumerate(interns):
        if one.towns:
            kept[row] &= ~_town(offers, one, candidates)
    return kept


def obstacles(offers: Offers, intern: Intern, at: At = EVERYWHERE) -> dict[Obstacle, Flags]:
    """What each filter excludes, of all places or of some."""
    return {obstacle: excludes(offers, intern, at) for obstacle, excludes in FILTERS.items()}
