"""Mentors: for which specialities, how many interns at once, and on which days they are at work."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cluster.calendar import WorkingCalendar
from cluster.practice.places import Period, Shift, serves

INTERNS_LIMIT: Final = 10
SUBSTITUTES: Final = 2
"""At most so many substitutes beside the primary mentor of a team (product, section 6)."""


class RotaKind(StrEnum):
    """How a mentor's working days repeat (document 000, slide 18, difficulty 3: ООО «ТОМЗЭЛ»)."""

    FIVE_TWO = "five_two"  # 5/2: working days of the production calendar, by day
    TWO_TWO_DAY = "two_two_day"  # 2/2, day shifts
    TWO_TWO_NIGHT = "two_two_night"  # 2/2, night shifts
    TWO_TWO_TURNS = "two_two_turns"  # two day shifts, two days off, two night shifts, two days off
    DATES = "dates"  # own dates, by day


@dataclass(frozen=True, slots=True)
class Rota:
    """A mentor's working days.

    Args:
        anchor: for the 2/2 kinds, the first day of any pair of shifts (of day shifts where they take turns).
        dates: for own dates, the days.
    """

    kind: RotaKind = RotaKind.FIVE_TWO
    anchor: date | None = None
    dates: frozenset[date] = frozenset()

    def shift_on(self, day: date, calendar: WorkingCalendar) -> Shift | None:
        """The shift on `day`, None on a day off. Shifts go on through public holidays, 5/2 does not."""
        match self.kind:
            case RotaKind.FIVE_TWO:
                return Shift.DAY if calendar.is_working_day(day) else None
            case RotaKind.DATES:
                return Shift.DAY if day in self.dates else None
        offset = (day - (self.anchor or day)).days
        if self.kind is RotaKind.TWO_TWO_TURNS:
            place = offset % 8
            return Shift.DAY if place < 2 else Shift.NIGHT if 4 <= place < 6 else None
        works = Shift.NIGHT if self.kind is RotaKind.TWO_TWO_NIGHT else Shift.DAY
        return works if offset % 4 < 2 else None


@dataclass(frozen=True, slots=True)
class Mentor:
    """Somebody of an enterprise who takes interns.

    Args:
        person_id: who it is in the bot; None while they have not come there, then the enterprise answers for them.
        label: what the enterprise calls them («мастер участка № 2»); shown with the name of a person in the bot.
        limit: interns at the same time.
        absences: days off beside the rota; the reason is nobody's business and is not stored.
        trained_on: when the mentor was last trained for mentoring, None where they were not.
        rating: mean of the marks of interns and colleges, 1–5, None without any.
    """

    id: int
    cluster_id: int
    organisation_id: int
    enterprise: str
    person_id: int | None
    label: str
    specialities: tuple[str, ...]
    limit: int
    rota: Rota
    absences: tuple[Period, ...]
    trained_on: date | None
    rating: float | None
    is_active: bool
    revision: int = 0

    def shift_on(self, day: date, calendar: WorkingCalendar) -> Shift | None:
        """The shift the mentor is on duty in on `day`; None on days off and absences."""
        if not self.is_active or any(day in absence for absence in self.absences):
            return None
        return self.rota.shift_on(day, calendar)

    def teaches(self, code: str) -> bool:
        """Whether interns of the speciality can come to this mentor."""
        return serves(self.specialities, code)


def practice_days(period: Period, calendar: WorkingCalendar) -> list[date]:
    """Days interns come on: working days of the production calendar."""
    return [day for day in days_of(period) if calendar.is_working_day(day)]


def days_of(period: Period) -> Iterator[date]:
    """All days of a period."""
    return (period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1))


def on_duty(
    mentors: Iterable[Mentor], day: date, calendar: WorkingCalendar, shifts: frozenset[Shift]
) -> list[tuple[Mentor, Shift]]:
    """Mentors at work on `day` in one of the shifts allowed, with their shift."""
    found = ((mentor, mentor.shift_on(day, calendar)) for mentor in mentors)
    return [(mentor, shift) for mentor, shift in found if shift in shifts and shift is not None]
