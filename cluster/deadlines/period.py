"""The plan's year and its parts: quarters, half-years, months, weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cluster.calendar import WorkingCalendar
from cluster.plan import Plan, PlanYear

_DAY = timedelta(days=1)
_SEPTEMBER, _JUNE = 9, 6


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def due_on(self, calendar: WorkingCalendar) -> date:
        """Its last working day; its last day where nobody works in it (a fair on a Saturday)."""
        try:
            return calendar.last_working_day(self.first, self.last)
        except ValueError:
            return self.last

    @classmethod
    def month(cls, year: int, month: int) -> "Span":
        """A calendar month."""
        return cls.months(year, month, month)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> "Span":
        """Calendar months `first` to `last` (1–12) of one year."""
        return cls(date(year, first, 1), (date(year, last, 28) + timedelta(days=4)).replace(day=1) - _DAY)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Span":
        """A calendar quarter, 1–4."""
        return cls.months(year, 3 * quarter - 2, 3 * quarter)

    def clipped(self, to: "Span") -> "Span | None":
        """The part of it inside `to`."""
        first, last = max(self.first, to.first), min(self.last, to.last)
        return Span(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The year a plan is about; «год», «квартал», «полугодие» and months without a year are read within it."""

    year: PlanYear
    first_day: date
    last_day: date

    @classmethod
    def calendar(cls, year: int) -> "PlanPeriod":
        """1 January – 31 December (document 000)."""
        return cls(PlanYear.CALENDAR, date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def academic(cls, first_year: int) -> "PlanPeriod":
        """1 September – 31 August (document 001)."""
        return cls(PlanYear.ACADEMIC, date(first_year, _SEPTEMBER, 1), date(first_year + 1, 8, 31))

    @classmethod
    def of(cls, plan: Plan) -> "PlanPeriod":
        """The year of a stored plan."""
        return cls(plan.year, plan.first_day, plan.last_day)

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.first_day, self.last_day)

    @property
    def working_span(self) -> Span:
        """The part in which continuous rows run: an academic year ends with teaching, on the last day of June."""
        if self.year is PlanYear.ACADEMIC:
            june = Span.month(self.last_day.year, _JUNE)
            if self.first_day <= june.last < self.last_day:
                return Span(self.first_day, june.last)
        return self.span

    def closing_day(self, calendar: WorkingCalendar) -> date:
        """When a continuous row is due: the last working day of the year, of June in an academic one."""
        return self.working_span.due_on(calendar)

    def year_of(self, month: int) -> int:
        """The year in which this month lies inside the period; of its first day where it lies in none."""
        for year in range(self.first_day.year, self.last_day.year + 1):
            if Span.month(year, month).clipped(self.span) is not None:
                return year
        return self.first_day.year

    def year_of_quarter(self, quarter: int) -> int:
        """The year in which most of a calendar quarter lies inside the period."""
        years = range(self.first_day.year, self.last_day.year + 1)
        return max(years, key=lambda year: _days(Span.quarter(year, quarter).clipped(self.span)))

    def months(self) -> list[Span]:
        """Calendar months inside the period, the outer ones as far as they are inside."""
        return [span for year, month in self._months() if (span := Span.month(year, month).clipped(self.span))]

    def quarters(self) -> list[Span]:
        """Calendar quarters that mostly lie inside; what is left at the ends belongs to the nearest of them.

        1.09.2023–31.08.2024 has four: September–December, January–March, April–June, July–August.
        """
        found = [
            inside
            for year in range(self.first_day.year, self.last_day.year + 1)
            for quarter in range(1, 5)
            if (inside := (whole := Span.quarter(year, quarter)).clipped(self.span))
            and 2 * _days(inside) > _days(whole)
        ]
        return self._stretched(found)

    def half_years(self) -> list[Span]:
        """January–June and July–December; of an academic year September–December and January–June."""
        years = range(self.first_day.year, self.last_day.year + 1)
        halves = [Span.months(year, first, first + 5) for year in years for first in (1, 7)]
        return [inside for half in halves if (inside := half.clipped(self.working_span))]

    def weeks(self) -> Iterator[Span]:
        """Weeks, Monday to Sunday, as far as they are inside."""
        first = self.first_day
        while first <= self.last_day:
            last = min(first + _DAY * (6 - first.weekday()), self.last_day)
            yield Span(first, last)
            first = last + _DAY

    def _months(self) -> Iterator[tuple[int, int]]:
        for year in range(self.first_day.year, self.last_day.year + 1):
            yield from ((year, month) for month in range(1, 13))

    def _stretched(self, spans: list[Span]) -> list[Span]:
        if not spans:
            return [self.span]
        spans[0] = Span(self.first_day, spans[0].last)
        spans[-1] = Span(spans[-1].first, self.last_day)
        return spans


def _days(span: Span | None) -> int:
    return (span.last - span.first).days + 1 if span else 0
