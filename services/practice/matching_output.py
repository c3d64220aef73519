"""What becomes of a result: proposals with the people of each day, and why, as texts that tell nothing of others."""

from collections.abc import Iterable, Mapping
from datetime import date

from cluster.matching.model import Intern, Mentor, Place, Problem
from cluster.matching.result import Placed, Point
from cluster.practice.acceptance import DutyDay, Proposal
from cluster.practice.places import Period, Shift


def proposals(problem: Problem, placed: Iterable[Placed], run_id: int | None) -> list[Proposal]:
    """What was newly placed, in the same order."""
    mentors = {one.id: one for one in problem.mentors}
    found = []
    for one in placed:
        if one.is_new:
            intern, place = problem.intern[one.intern_id], problem.place[one.place_id]
            period = Period(intern.first, intern.last)
            days = _days(problem, one, intern, place, mentors) if place.mentored else ()
            found.append(Proposal(intern.id, place.id, period, one.team, days, run_id, why(one)))
    return found


def why(placed: Placed) -> tuple[Mapping[str, str | int], ...]:
    """Why this place, for all sides: nothing of other wishes, and no word about clearances."""
    said: list[Mapping[str, str | int]] = []
    if placed.why.pinned:
        said.append({"key": "matching-why-pinned"})
    if placed.why.wish:
        said.append({"key": "matching-why-wish", "rank": placed.why.wish})
    told = [point for point in placed.why.points if point is not Point.CLEARED]
    said += [{"key": f"matching-why-{point.value.replace('_', '-')}"} for point in told]
    if placed.why.choices:
        said.append({"key": "matching-why-choices", "count": placed.why.choices})
    return tuple(said)


def coming(problem: Problem, intern: Intern) -> list[date]:
    """Days the intern comes on, in the order of `Placed.cover`."""
    return [day for day in problem.days if intern.first <= day <= intern.last]


def _days(
    problem: Problem, placed: Placed, intern: Intern, place: Place, mentors: Mapping[int, Mentor]
) -> tuple[DutyDay, ...]:
    usual = Shift.DAY if place.day else Shift.NIGHT
    at = {day: number for number, day in enumerate(problem.days)}
    found = []
    for day, member in zip(coming(problem, intern), placed.cover, strict=True):
        if member < 0:
            found.append(DutyDay(day, None, usual))
            continue
        mentor = mentors[placed.team[member]]
        by_day = place.day and mentor.day_duty >> at[day] & 1
        found.append(DutyDay(day, mentor.id, Shift.DAY if by_day else Shift.NIGHT))
    return tuple(found)
