"""Types of deadlines. Each knows when it is due; none of them asks the time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from cluster.calendar import WorkingCalendar
from cluster.deadlines.period import PlanPeriod, Span

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a deadline is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Due:
    """One time that something is due.

    Args:
        first_day: earliest day that counts for it (a meeting of the quarter before does not).
        due_on: the day it is due, a working one unless the text names another.
        last_day: the period's last day, when `due_on` is its last working one: a corrected calendar moves it.
    """

    first_day: date
    due_on: date
    last_day: date | None = None

    @classmethod
    def at_end_of(cls, span: Span, calendar: WorkingCalendar, first_day: date | None = None) -> "Due":
        """Due on the last working day of a span; on its last day, which then does not move, where it has none."""
        due = span.due_on(calendar)
        is_working = calendar.is_working_day(due)
        return cls(first_day or span.first, due, span.last if is_working else None)


@dataclass(frozen=True, slots=True)
class Within:
    """Days the text names: «Июнь 2022», «IV квартал», «апрель–май», «ноябрь, февраль», «до 15.03.2024».

    Args:
        unit: what they are made of; DAY for dates.
        spans: one for each time it is due, in the order of the text.
    """

    unit: Unit
    spans: tuple[Span, ...]

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """The last working day of each span."""
        return tuple(Due.at_end_of(span, calendar) for span in self.spans)


@dataclass(frozen=True, slots=True)
class PerPeriod:
    """«Не реже 1 раза в квартал», «ежемесячно», «1 раз в 2 месяца»: `count` times in every `every` units.

    Args:
        by_day: «до 10 числа каждого месяца»: the day of the month, or the month's last one.
    """

    count: int
    unit: Unit
    every: int = 1
    by_day: int | None = None

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """One for each time: the unit is divided into `count` equal parts, each due on its last working day."""
        found = []
        for whole in self._wholes(period):
            if self.by_day is not None:
                by = min(whole.first.replace(day=1) + _DAY * (self.by_day - 1), whole.last)
                found.append(Due.at_end_of(Span(whole.first, max(by, whole.first)), calendar))
                continue
            if self.unit is Unit.WEEK and not calendar.is_working_day(whole.due_on(calendar)):
                continue  # a week of holidays
            for part in self._parts(whole, period):
                works = calendar.is_working_day(part.due_on(calendar))
                found.append(Due.at_end_of(part if works else whole, calendar, part.first))
        return tuple(found)

    def _wholes(self, period: PlanPeriod) -> list[Span]:
        spans = list(_units(self.unit, period))
        grouped = [spans[start : start + self.every] for start in range(0, len(spans), self.every)]
        return [Span(group[0].first, group[-1].last) for group in grouped]

    def _parts(self, whole: Span, period: PlanPeriod) -> Sequence[Span]:
        if self.unit is Unit.YEAR and self.every == 1:
            for smaller in (Unit.HALF_YEAR, Unit.QUARTER, Unit.MONTH):
                parts = list(_units(smaller, period))
                if len(parts) == self.count:
                    return parts
        days = (whole.last - whole.first).days + 1
        edges = [whole.first + _DAY * (days * at // self.count) for at in range(self.count + 1)]
        return [Span(first, after - _DAY) for first, after in pairwise(edges) if first < after]


class ContinuousKind(StrEnum):
    """How the text says that it goes on all the time."""

    YEAR = "year"  # «в течение года»
    PERMANENT = "permanent"  # «постоянно»
    AS_NEEDED = "as_needed"  # «по мере необходимости»


@dataclass(frozen=True, slots=True)
class Continuous:
    """«В течение года»: due at the end of the plan's year (academic: of teaching), asked about every quarter."""

    kind: ContinuousKind = ContinuousKind.YEAR

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """One."""
        return (Due.at_end_of(period.working_span, calendar),)

    def progress_days(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[date, ...]:
        """When to ask how it goes: the last working days of the quarters before the one it is due in."""
        due = period.closing_day(calendar)
        return tuple(day for span in period.quarters() if (day := span.due_on(calendar)) < due)


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """«Не позднее 3-х рабочих дней» (after an event): an obligation for each event.

    Args:
        days: how many; the event's last day is day 0.
        working: working days, else calendar ones.
        event: what the text calls it; empty where it names none.
        on: the event's day where the text gives it.
    """

    days: int
    working: bool = True
    event: str = ""
    on: date | None = None

    def due_after(self, last_day: date, calendar: WorkingCalendar) -> date:
        """When it is due after an event that ends on `last_day`."""
        return calendar.add_working_days(last_day, self.days) if self.working else last_day + _DAY * self.days

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """One where the event's day is given; otherwise none until there is an event."""
        return (Due(self.on, self.due_after(self.on, calendar)),) if self.on else ()


@dataclass(frozen=True, slots=True)
class BeforeEvent:
    """«За 5 рабочих дней до заседания»; see `AfterEvent`."""

    days: int
    working: bool = True
    event: str = ""
    on: date | None = None

    def due_before(self, first_day: date, calendar: WorkingCalendar) -> date:
        """When it is due before an event that begins on `first_day`."""
        return calendar.add_working_days(first_day, -self.days) if self.working else first_day - _DAY * self.days

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """One where the event's day is given; otherwise none until there is an event."""
        return (Due(period.first_day, self.due_before(self.on, calendar)),) if self.on else ()


@dataclass(frozen=True, slots=True)
class ExternalPlan:
    """«В соответствии с планом реализации проекта»: the coordinator is asked every month until a date is given."""

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class OnOrder:
    """«В соответствии с распоряжением …»: no date until the order's number and date are given."""

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """None."""
        return ()


Deadline: TypeAlias = Within | PerPeriod | Continuous | AfterEvent | BeforeEvent | ExternalPlan | OnOrder


class Warned(StrEnum):
    """What a person should look at though the text was understood."""

    OUTSIDE = "outside"  # a day outside of the plan's year
    QUARTER_OF_TWO_YEARS = "quarter_of_two_years"  # a third quarter without a year in an academic plan


@dataclass(frozen=True, slots=True)
class TypedDeadline:
    """The text and what it means.

    Args:
        text: as printed.
        meaning: None when it was not understood; then there is no date at all.
        not_understood: the piece that has no meaning here.
    """

    text: str
    meaning: Deadline | None
    not_understood: str = ""
    warnings: tuple[Warned, ...] = field(default=())

    def dues(self, calendar: WorkingCalendar, period: PlanPeriod) -> tuple[Due, ...]:
        """When it is due; empty without a date."""
        return self.meaning.dues(calendar, period) if self.meaning else ()

    @property
    def needs_date(self) -> bool:
        """Whether the coordinator has to give a date: nothing the program will ever know gives one."""
        return self.meaning is None or isinstance(self.meaning, ExternalPlan | OnOrder)


def _units(unit: Unit, period: PlanPeriod) -> Sequence[Span]:
    match unit:
        case Unit.WEEK:
            return list(period.weeks())
        case Unit.MONTH:
            return period.months()
        case Unit.QUARTER:
            return period.quarters()
        case Unit.HALF_YEAR:
            return period.half_years()
    return [period.working_span]
