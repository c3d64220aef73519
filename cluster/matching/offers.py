"""Places of a problem as columns of numbers, so that a filter looks at all of them at once."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cluster.matching.lottery import lot
from cluster.matching.model import Clearance, Mentor, Place, Problem
from cluster.matching.score import group_of

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
At = NDArray[np.int64] | slice
"""Which places: their positions, or all of them."""
EVERYWHERE = slice(None)
NEVER = date.max.toordinal()


class Offers:
    """The places in the order of their lots, a column for everything a filter asks.

    Args:
        problem: whose places and mentors.
    """

    def __init__(self, problem: Problem) -> None:
        self.places = sorted(problem.places, key=lambda one: (lot(problem.seed, "place", one.id), one.id))
        self.position = {place.id: at for at, place in enumerate(self.places)}
        self.first = self._numbers(lambda one: one.first.toordinal())
        self.last = self._numbers(lambda one: one.last.toordinal())
        self.capacity = self._numbers(lambda one: one.capacity)
        self.enterprise = self._numbers(lambda one: one.enterprise_id)
        self.by_day = self._flags(lambda one: one.day)
        self.by_night = self._flags(lambda one: one.night)
        self.mentored = self._flags(lambda one: one.mentored)
        self.production_order = self._flags(lambda one: one.production_order)
        self.hires = self._flags(lambda one: one.hires)
        self.programme = self._flags(lambda one: one.programme)
        together: dict[int, list[int]] = {}
        for at, place in enumerate(self.places):
            together.setdefault(place.enterprise_id, []).append(at)
        self.at_enterprise = {enterprise: np.array(at, np.int64) for enterprise, at in together.items()}
        self._duties = _Duties(problem)

    @cached_property
    def requirements(self) -> dict[str, Numbers]:
        """Per kind of clearance and place, the day it can be had on; 0 where it is not asked for."""
        kinds = sorted({need.kind for place in self.places for need in place.requirements})
        columns = {kind: np.zeros(len(self.places), np.int64) for kind in kinds}
        for at, place in enumerate(self.places):
            for need in place.requirements:
                columns[need.kind][at] = max(columns[need.kind][at], need.ready_on.toordinal())
        return columns

    @cached_property
    def names(self) -> Callable[[str], Flags]:
        """Which places name a code, of a speciality or a group, themselves."""
        return self._having(lambda one: one.specialities)

    @cached_property
    def kinds(self) -> Callable[[str], Flags]:
        """Which places are for a kind of practice."""
        return self._having(lambda one: one.kinds)

    @cached_property
    def contracts(self) -> Callable[[str], Flags]:
        """Which places sign a form of contract."""
        return self._having(lambda one: one.contracts)

    @cached_property
    def towns(self) -> Callable[[str], Flags]:
        """Which places are in a town."""
        return self._having(lambda one: (one.town,))

    @cached_property
    def held(self) -> Callable[[tuple[Clearance, ...], int], tuple[Flags, Flags]]:
        """For clearances and a first day: where one cannot be there in time, and where none has to be obtained."""
        return lru_cache(maxsize=4_096)(self._held)

    def with_mentor(self, speciality: str, first: date, last: date, *, minor: bool) -> Flags:
        """Which places have somebody of the enterprise who teaches the speciality and is there on one of the days."""
        day, night = self._duties.at_work(speciality, first, last)
        found = self.by_day & np.isin(self.enterprise, day)
        return found if minor else found | (self.by_night & np.isin(self.enterprise, night))

    def with_day_mentor(self, speciality: str, first: date, last: date) -> Flags:
        """Which places would have a mentor by day, whatever shifts they offer now; all that need none."""
        day, _ = self._duties.at_work(speciality, first, last)
        return ~self.mentored | np.isin(self.enterprise, day)

    def _held(self, clearances: tuple[Clearance, ...], first: int) -> tuple[Flags, Flags]:
        ready = {one.kind: one.ready_on.toordinal() for one in clearances}
        late, missing = np.zeros(len(self.places), np.bool_), np.zeros(len(self.places), np.bool_)
        for kind, column in self.requirements.items():
            if kind in ready:
                late |= (column > 0) & (ready[kind] > first)
            else:
                late |= column > first
                missing |= column > 0
        return late, ~missing

    def _having(self, values: Callable[[Place], Iterable[str]]) -> Callable[[str], Flags]:
        columns: dict[str, Flags] = {}
        for at, place in enumerate(self.places):
            for value in values(place):
                columns.setdefault(value, np.zeros(len(self.places), np.bool_))[at] = True
        nowhere = np.zeros(len(self.places), np.bool_)
        return lambda value: columns.get(value, nowhere)

    def _numbers(self, value: Callable[[Place], int]) -> Numbers:
        return np.fromiter((value(place) for place in self.places), np.int64, len(self.places))

    def _flags(self, value: Callable[[Place], bool]) -> Flags:
        return np.fromiter((value(place) for place in self.places), np.bool_, len(self.places))


class _Duties:
    """Who is at work when, as one table of mentors and days."""

    def __init__(self, problem: Problem) -> None:
        self._mentors = problem.mentors
        self._days = np.array([day.toordinal() for day in problem.days], np.int64)
        self._enterprise = np.array([one.enterprise_id for one in problem.mentors], np.int64)
        self._by_day = self._table(lambda one: one.day_duty)
        self._by_night = self._table(lambda one: one.night_duty)
        self._codes: dict[str, Flags] = {}
        for at, one in enumerate(problem.mentors):
            for code in one.specialities:
                self._codes.setdefault(code, np.zeros(len(problem.mentors), np.bool_))[at] = True
        self.at_work = lru_cache(maxsize=None)(self._at_work)
        self._working = lru_cache(maxsize=None)(self._who_works)

    def _at_work(self, speciality: str, first: date, last: date) -> tuple[Numbers, Numbers]:
        """Enterprises that have somebody for the speciality in the period, by day and by night."""
        teaches, (day, night) = self._who_teaches(speciality), self._working(first, last)
        return np.unique(self._enterprise[teaches & day]), np.unique(self._enterprise[teaches & night])

    def _who_teaches(self, speciality: str) -> Flags:
        nobody = np.zeros(len(self._mentors), np.bool_)
        return self._codes.get(speciality, nobody) | self._codes.get(group_of(speciality), nobody)

    def _who_works(self, first: date, last: date) -> tuple[Flags, Flags]:
        start, end = np.searchsorted(self._days, [first.toordinal(), last.toordinal() + 1])
        day, night = (np.asarray(table[:, start:end].any(axis=1)) for table in (self._by_day, self._by_night))
        return day, night

    def _table(self, duty: Callable[[Mentor], int]) -> NDArray[Any]:
        width = -(-len(self._days) // 8) or 1
        rows = b"".join((duty(one) & ((1 << 8 * width) - 1)).to_bytes(width, "little") for one in self._mentors)
        table = np.frombuffer(rows, np.uint8).reshape(len(self._mentors), width)
        return np.unpackbits(table, axis=1, bitorder="little", count=len(self._days)).astype(np.bool_)
