"""Working days by the Russian production calendar, with a coordinator's corrections (product, section 2)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from holidays.countries.russia import Russia

WORKDAY = (time(9), time(18))
_DAY = timedelta(days=1)
_SATURDAY = 5


@cache
def is_bundled(year: int) -> bool:
    """Whether the transferred days of `year` came with the program.

    They are decreed a year at a time; a newer `holidays` package brings newer years.
    """
    return year in _russia(year).special_public_holidays


@cache
def _exceptions(year: int) -> frozenset[date]:
    """Days of `year` that are the other way round than Mon–Fri says: holidays, transferred days, working Saturdays.

    The package is asked for one whole year: it forgets working Saturdays of a year it has not been asked for.
    """
    known = _russia(year)
    days = (date(year, 1, 1) + _DAY * n for n in range(366))
    return frozenset(
        day for day in days if day.year == year and known.is_working_day(day) != (day.weekday() < _SATURDAY)
    )


class WorkingCalendar:
    """Which days are working ones.

    For a year that is not bundled it is Mon–Fri with public holidays; `knows` is false then, and coordinators are told.

    Args:
        corrections: day → whether it is a working one; wins over the bundled calendar.
    """

    def __init__(self, corrections: Mapping[date, bool] | None = None) -> None:
        self._corrections = dict(corrections or {})
        self._corrected_years = frozenset(day.year for day in self._corrections)

    def knows(self, year: int) -> bool:
        """Whether transferred days of `year` are known: bundled, or given by a coordinator."""
        return is_bundled(year) or year in self._corrected_years

    def is_working_day(self, day: date) -> bool:
        """Whether people work on `day`."""
        corrected = self._corrections.get(day)
        if corrected is not None:
            return corrected
        return (day.weekday() < _SATURDAY) != (day in _exceptions(day.year))

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, or before it when `count` is negative.

        `day` itself is day 0 whether it is a working one or not (the news clock: the event's day is day 0).
        """
        step = _DAY if count > 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def count_working_days(self, after: date, until: date) -> int:
        """How many working days there are in (`after`, `until`]; 0 when `until` is not later."""
        return sum(1 for day in _days(after + _DAY, until) if self.is_working_day(day))

    def last_working_day(self, first: date, last: date) -> date:
        """The last working day of the period, both ends included.

        Raises:
            ValueError: the period has no working day.
        """
        day = last
        while day >= first:
            if self.is_working_day(day):
                return day
            day -= _DAY
        raise ValueError(f"no working day from {first} to {last}")

    def last_working_day_of_month(self, year: int, month: int) -> date:
        """When a row due in a month is due («Июнь 2022»)."""
        return self.last_working_day(date(year, month, 1), _end_of_month(year, month))

    def last_working_day_of_quarter(self, year: int, quarter: int) -> date:
        """When a row due in a quarter, 1–4, is due («IV квартал 2022»)."""
        return self.last_working_day(date(year, 3 * quarter - 2, 1), _end_of_month(year, 3 * quarter))

    def working_hours(self, day: date, zone: tzinfo) -> tuple[datetime, datetime] | None:
        """Beginning and end of work on `day` in `zone`, as moments in UTC; None on a day off."""
        if not self.is_working_day(day):
            return None
        begin, end = (datetime.combine(day, at, zone).astimezone(UTC) for at in WORKDAY)
        return begin, end

    def next_working_morning(self, now: datetime, zone: tzinfo, at: time = WORKDAY[0]) -> datetime:
        """The first moment after `now` (aware) when it is `at` o'clock in `zone` on a working day, in UTC."""
        day = now.astimezone(zone).date()
        while True:
            morning = datetime.combine(day, at, zone).astimezone(UTC)
            if morning > now and self.is_working_day(day):
                return morning
            day += _DAY


def _russia(year: int) -> "Russia":
    return cast("Russia", _russian_calendar()(years=[year]))


@cache
def _russian_calendar() -> Any:
    """The package's class for Russia, loaded from its own file when it is first needed.

    The ordinary import loads the calendars of 250 countries with it: 35 MB of memory and half a second.
    """
    package = find_spec("holidays")
    assert package is not None and package.submodule_search_locations is not None
    file = f"{package.submodule_search_locations[0]}/countries/russia.py"
    spec = spec_from_file_location("cluster.calendar.russia", file)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Russia


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The date people in `zone` have at `moment` (aware)."""
    return moment.astimezone(zone).date()


def _end_of_month(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - _DAY


def _days(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * n for n in range((last - first).days + 1))
