"""Why: what speaks for a place somebody got, what was in the way of a better wish, what would place one left out.

Nothing here tells anything about other people: only places, the person's own data and the number of seats.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cluster.matching.demand import NOWHERE, Cohort
from cluster.matching.filters import FILTERS, obstacles
from cluster.matching.fit import errands, fit, late_kinds, points
from cluster.matching.model import Intern, Obstacle, Problem
from cluster.matching.offers import EVERYWHERE, Flags, Numbers, Offers
from cluster.matching.result import Change, ChangeKind, MissedWish, Point, Why
from cluster.matching.room import Room
from cluster.matching.score import WISHES, wish_rank
from cluster.matching.seats import span_of

LIFTS: Mapping[ChangeKind, Obstacle] = {
    ChangeKind.CLEARANCE: Obstacle.CLEARANCE,
    ChangeKind.SEAT: Obstacle.FULL,
    ChangeKind.CONTRACT: Obstacle.CONTRACT,
    ChangeKind.TOWN: Obstacle.TOWN,
    ChangeKind.BAN: Obstacle.BANNED,
    ChangeKind.MENTOR: Obstacle.MENTOR,
    ChangeKind.PERIOD: Obstacle.PERIOD,
    ChangeKind.DAY_SHIFT: Obstacle.NIGHT,
    ChangeKind.SPECIALITY: Obstacle.SPECIALITY,
    ChangeKind.KIND: Obstacle.KIND,
}


class Explainer:
    """Explains one outcome.

    Args:
        room: the seats as they are given.
    """

    def __init__(self, problem: Problem, offers: Offers, room: Room) -> None:
        self._offers, self._room = offers, room
        self._points: dict[tuple[int, int], tuple[Point, ...]] = {}
        self._banned: dict[int, list[int]] = {}
        for ban in problem.bans:
            if ban.place_id in offers.position:
                self._banned.setdefault(ban.intern_id, []).append(offers.position[ban.place_id])

    def why(self, intern: Intern, cohort: Cohort, position: int, *, pinned: bool) -> Why:
        """Why the intern got the place at the position."""
        place = self._offers.places[position]
        key = (id(cohort), position)
        if key not in self._points:
            at = np.array([position])
            counts = points(self._offers, cohort.typical, at)
            self._points[key] = tuple(point for point, flags in counts.items() if flags[0])
        rank = wish_rank(intern.wishes, place.enterprise_id)
        missed = intern.wishes[: rank - 1 if rank else len(WISHES)]
        return Why(
            self._points[key],
            len(cohort.at),
            rank,
            tuple(self._missed(cohort, number, wished) for number, wished in enumerate(missed, start=1)),
            errands(intern, place),
            pinned,
        )

    def left_out(self, cohort: Cohort) -> tuple[Obstacle, Mapping[Obstacle, int], Change | None]:
        """The binding cause for members of the cohort without a place, the funnel, and the smallest single change."""
        excluded = self._excluded(cohort, EVERYWHERE)
        funnel: dict[Obstacle, int] = {}
        cause, left = Obstacle.FULL, np.ones(len(self._offers.places), np.bool_)
        for obstacle, flags in excluded.items():
            if dropped := int((left & flags).sum()):
                funnel[obstacle] = dropped
            before, left = left, left & ~flags
            if before.any() and not left.any():
                cause = obstacle
        if not len(self._offers.places):
            cause = Obstacle.KIND
        if left.any():
            funnel[Obstacle.FULL] = int(left.sum())
        return cause, funnel, self._change(cohort, excluded)

    def _excluded(self, cohort: Cohort, at: Numbers | slice) -> dict[Obstacle, Flags]:
        found = obstacles(self._offers, cohort.typical, at)
        banned = np.zeros(len(self._offers.places), np.bool_)
        banned[self._banned.get(cohort.typical.id, [])] = True
        found[Obstacle.BANNED] = banned[at]
        return found

    def _missed(self, cohort: Cohort, rank: int, enterprise: int) -> MissedWish:
        """What was in the way of a wish: seats, or the first obstacle at the place that came nearest."""
        at = self._offers.at_enterprise.get(enterprise, NOWHERE)
        if not at.size:
            return MissedWish(rank, enterprise, Obstacle.KIND)
        excluded = self._excluded(cohort, at)
        count = np.sum(list(excluded.values()), axis=0)
        nearest = int(count.argmin())
        found = next((obstacle for obstacle, flags in excluded.items() if flags[nearest]), Obstacle.FULL)
        return MissedWish(rank, enterprise, found)

    def _change(self, cohort: Cohort, excluded: Mapping[Obstacle, Flags]) -> Change | None:
        count = np.sum(list(excluded.values()), axis=0)
        worth = fit(self._offers, cohort.typical, EVERYWHERE)
        for kind, obstacle in LIFTS.items():
            if obstacle is Obstacle.FULL:
                flags = count == 0
            elif obstacle is Obstacle.NIGHT:
                flags = self._only_night(cohort.typical, excluded, count)
            else:
                flags = (count == 1) & excluded[obstacle]
            nearest = self._by_worth(np.flatnonzero(flags), worth)
            if obstacle is Obstacle.PERIOD:
                nearest = self._by_distance(nearest, cohort.typical)
            for position in nearest:
                if change := self._lifted(kind, cohort.typical, position):
                    return change
        return None

    def _only_night(self, intern: Intern, excluded: Mapping[Obstacle, Flags], count: Numbers) -> Flags:
        """Where a day shift is all that is missing: who could be the mentor by day counts as well then."""
        by_day = self._offers.with_day_mentor(intern.speciality, intern.first, intern.last)
        others = count - excluded[Obstacle.NIGHT] - excluded[Obstacle.MENTOR]
        found: Flags = excluded[Obstacle.NIGHT] & (others == 0) & by_day
        return found

    def _by_worth(self, at: Numbers, worth: Numbers) -> list[int]:
        found: list[int] = at[np.argsort(-worth[at], kind="stable")].tolist()
        return found

    def _by_distance(self, at: Sequence[int], intern: Intern) -> list[int]:
        first, last = span_of(intern)
        places = self._offers.places
        return sorted(at, key=lambda p: max(places[p].first.toordinal() - first, last - places[p].last.toordinal()))

    def _lifted(self, kind: ChangeKind, intern: Intern, position: int) -> Change | None:
        """The change at one place, if a seat is or can be made free there for the intern."""
        place = self._offers.places[position]
        if kind is ChangeKind.SEAT:
            return Change(kind, place.id, intern.first, intern.last)
        if kind is ChangeKind.PERIOD:
            return self._moved(intern, position)
        if not self._room.can_be_had(position, span_of(intern)):
            return None
        if kind is ChangeKind.CLEARANCE:
            late = late_kinds(intern, place)
            return Change(kind, place.id, intern.first, None, late[0]) if len(late) == 1 else None
        detail = {ChangeKind.TOWN: place.town, ChangeKind.CONTRACT: next(iter(place.contracts), "")}
        return Change(kind, place.id, None, None, detail.get(kind, ""))

    def _moved(self, intern: Intern, position: int) -> Change | None:
        """The practice moved as little as possible into the place's period, if nothing else stands against it then."""
        place = self._offers.places[position]
        length = intern.last - intern.first
        first = min(max(intern.first, place.first), place.last - length)
        if first < place.first:
            return None
        moved = replace(intern, first=first, last=first + length)
        at = np.array([position])
        if any(FILTERS[one](self._offers, moved, at)[0] for one in FILTERS):
            return None
        free = self._room.is_free(position, span_of(moved))
        return Change(ChangeKind.PERIOD, place.id, moved.first, moved.last) if free else None
