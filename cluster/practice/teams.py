"""Who looks after an intern day by day: a team made for one placement, and a substitute for somebody who drops out.

Matching makes the best teams for all at once; this is for one placement at a time, proposed by hand or changed later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cluster.calendar import WorkingCalendar
from cluster.practice.acceptance import DutyDay
from cluster.practice.mentors import SUBSTITUTES, Mentor
from cluster.practice.places import Shift

Load = Mapping[tuple[int, date], int]
"""How many interns a mentor has on a day, by mentor's id and day; days that are absent are free."""


@dataclass(frozen=True, slots=True)
class Team:
    """Mentors of one placement, the primary first, and who is there on each practice day."""

    mentors: tuple[int, ...]
    days: tuple[DutyDay, ...]

    @property
    def uncovered(self) -> int:
        """Days nobody is on duty."""
        return sum(day.mentor_id is None for day in self.days)


def form_team(
    mentors: Sequence[Mentor],
    days: Sequence[date],
    shifts: frozenset[Shift],
    load: Load,
    calendar: WorkingCalendar,
) -> Team:
    """A primary mentor and at most two substitutes: each time the one who covers most of the days still open.

    Args:
        mentors: those who teach the speciality at the place's enterprise.
        shifts: in which the intern may work.
    """
    team: list[int] = []
    covered: dict[date, DutyDay] = {}
    while len(team) <= SUBSTITUTES:
        left = [day for day in days if day not in covered]
        offers = {mentor.id: _free(mentor, left, shifts, load, calendar) for mentor in mentors if mentor.id not in team}
        best = max(offers, key=lambda one: (len(offers[one]), -one), default=None)
        if best is None or not offers[best]:
            break
        team.append(best)
        covered.update({duty.day: duty for duty in offers[best]})
    usual = Shift.DAY if Shift.DAY in shifts else Shift.NIGHT
    return Team(tuple(team), tuple(covered.get(day, DutyDay(day, None, usual)) for day in days))


def _free(
    mentor: Mentor, days: Iterable[date], shifts: frozenset[Shift], load: Load, calendar: WorkingCalendar
) -> list[DutyDay]:
    """Days on which the mentor is on duty in one of the shifts and can take one more."""
    found = []
    for day in days:
        shift = mentor.shift_on(day, calendar)
        if shift is not None and shift in shifts and load.get((mentor.id, day), 0) < mentor.limit:
            found.append(DutyDay(day, mentor.id, shift))
    return found


def cover_again(
    days: Sequence[DutyDay],
    team: Sequence[int],
    mentors: Sequence[Mentor],
    load: Load,
    calendar: WorkingCalendar,
) -> list[DutyDay]:
    """The same days with somebody else: first from the placement's own team, then any other mentor of the enterprise.

    Args:
        days: the days somebody dropped out of.
        mentors: who can be asked, the one who dropped out with the absence already noted.
    """
    order = {mentor_id: rank for rank, mentor_id in enumerate(team)}
    ranked = sorted(mentors, key=lambda one: (order.get(one.id, len(order)), one.id))
    new = []
    for duty in days:
        allowed = frozenset({duty.shift})
        found = next((free[0] for one in ranked if (free := _free(one, [duty.day], allowed, load, calendar))), None)
        if found is None and duty.shift is Shift.NIGHT:
            by_day = frozenset({Shift.DAY})
            found = next((free[0] for one in ranked if (free := _free(one, [duty.day], by_day, load, calendar))), None)
        new.append(found or DutyDay(duty.day, None, duty.shift))
    return new
