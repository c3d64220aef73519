"""«Не реже 1 раза в квартал»: what each council owes in a quarter (plans: 1.2, 1.3 of 2022; 3.1, 3.2 of 2023/24)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cluster.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year, 1–4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day is in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def roman(self) -> str:
        """«III»: as the plans print it."""
        return ("I", "II", "III", "IV")[self.number - 1]


class Standing(StrEnum):
    """How a council stands in a quarter, the best that can be said."""

    SIGNED = "signed"  # проведено, протокол подписан
    HELD = "held"  # проведено, протокола с подписями нет
    PLANNED = "planned"  # назначено
    DRAFT = "draft"  # есть черновик или строка календаря без даты
    EMPTY = "empty"  # ничего


ORDER = tuple(Standing)
KEPT = frozenset({Standing.SIGNED, Standing.HELD})
SCHEDULED = KEPT | {Standing.PLANNED, Standing.DRAFT}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting for the quarterly duty: the days it can be on, and how far it is."""

    first_day: date
    last_day: date
    standing: Standing

    def in_quarter(self, quarter: Quarter) -> bool:
        """Whether it is counted in the quarter: by its last day («апрель-май» is the second quarter)."""
        return Quarter.of(self.last_day) == quarter


@dataclass(frozen=True, slots=True)
class QuarterDuty:
    """A council in a quarter.

    Args:
        standing: of its best meeting.
        counts: how many meetings stand how, cancelled ones left out.
    """

    quarter: Quarter
    standing: Standing
    counts: Mapping[Standing, int]

    @property
    def meetings(self) -> int:
        """How many there are, held or not."""
        return sum(self.counts.values())

    @property
    def held(self) -> int:
        """How many were held, with signed minutes or without."""
        return sum(self.counts.get(one, 0) for one in KEPT)

    def over(self, today: date) -> bool:
        """Whether the quarter has passed."""
        return self.quarter.last_day < today

    def warns(self, today: date) -> bool:
        """Whether somebody should look: nothing is scheduled in it, or it is over and nothing was held."""
        if self.over(today):
            return self.standing not in KEPT
        return self.standing is Standing.EMPTY


def duty(quarter: Quarter, occasions: Iterable[Occasion]) -> QuarterDuty:
    """How a council stands in a quarter."""
    found = [one for one in occasions if one.in_quarter(quarter)]
    best = min((one.standing for one in found), key=ORDER.index, default=Standing.EMPTY)
    return QuarterDuty(quarter, best, Counter(one.standing for one in found))


def quarters_of(first_day: date, last_day: date) -> Sequence[Quarter]:
    """Quarters of a plan's year: those of which it has two months at least (an academic year begins in the fourth)."""
    found, quarter = [], Quarter.of(first_day)
    while quarter.first_day <= last_day:
        begin, end = max(first_day, quarter.first_day), min(last_day, quarter.last_day)
        if (end - begin).days + 1 > (quarter.last_day - quarter.first_day).days / 2:
            found.append(quarter)
        quarter = quarter.next
    return found


def unplanned(quarters: Iterable[Quarter], occasions: Sequence[Occasion]) -> Sequence[Quarter]:
    """Quarters in which nothing is scheduled, not even as a draft."""
    return [quarter for quarter in quarters if duty(quarter, occasions).standing not in SCHEDULED]


def report_day(quarter: Quarter, calendar: WorkingCalendar) -> date:
    """The first working day of a quarter: an empty one is reported then."""
    return calendar.next_working_day(quarter.first_day - timedelta(days=1))
