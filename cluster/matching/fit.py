"""The fit of places for an intern: which points speak for each, and their sum."""

from collections.abc import Sequence

import numpy as np

from cluster.matching.model import Intern, Place
from cluster.matching.offers import At, Flags, Numbers, Offers
from cluster.matching.result import Errand, Point
from cluster.matching.score import POINTS, group_of


def common_points(offers: Offers, speciality: str, at: At) -> dict[Point, Flags]:
    """For which of the places each point counts that is the same for everybody of a speciality."""
    named = offers.names(speciality)[at]
    return {
        Point.SPECIALITY: named,
        Point.GROUP: ~named & offers.names(group_of(speciality))[at],
        Point.MENTORED: offers.mentored[at],
        Point.PRODUCTION_ORDER: offers.production_order[at],
        Point.HIRES: offers.hires[at],
        Point.PROGRAMME: offers.programme[at],
    }


def own_points(offers: Offers, interns: Sequence[Intern], at: At) -> dict[Point, Flags]:
    """For which of the places the points count that depend on the intern, a row each."""
    cleared = np.array([offers.held(one.clearances, one.first.toordinal())[1] for one in interns])
    home = np.array([offers.towns(one.town) for one in interns])
    home[[not one.town for one in interns]] = False
    return {Point.TOWN: home[:, at], Point.CLEARED: cleared[:, at]}


def points(offers: Offers, intern: Intern, at: At) -> dict[Point, Flags]:
    """For which of the places each point counts."""
    own = {point: flags[0] for point, flags in own_points(offers, [intern], at).items()}
    return common_points(offers, intern.speciality, at) | own


def worth(counted: dict[Point, Flags]) -> Numbers:
    """The sum of points, per place."""
    total: Numbers = np.sum([POINTS[point] * flags for point, flags in counted.items()], axis=0, dtype=np.int64)
    return total


def fit(offers: Offers, intern: Intern, at: At) -> Numbers:
    """Points of fit of the places."""
    return worth(points(offers, intern, at))


def errands(intern: Intern, place: Place) -> tuple[Errand, ...]:
    """What the intern must still obtain before this place, by kind."""
    held = {one.kind for one in intern.clearances}
    asked = {need.kind: need.ready_on for need in place.requirements}
    return tuple(Errand(kind, ready, intern.first) for kind, ready in sorted(asked.items()) if kind not in held)


def late_kinds(intern: Intern, place: Place) -> list[str]:
    """Kinds of clearance of the place that cannot be there by the intern's first day."""
    held = {one.kind: one.ready_on for one in intern.clearances}
    return sorted({need.kind for need in place.requirements if held.get(need.kind, need.ready_on) > intern.first})
