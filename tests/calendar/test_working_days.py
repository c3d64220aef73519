"""The production calendar: every line has its reason."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar, is_bundled, local_day

TOMSK = ZoneInfo("Asia/Tomsk")
CALENDAR = WorkingCalendar()

# day, working?, why (постановления о переносе: 10.08.2023 № 1314, 04.10.2024 № 1335, 24.09.2025 № 1466)
DAYS = [
    ("2021-02-20", True, "working Saturday before 22.02.2021"),
    ("2021-06-14", False, "12 June was a Saturday"),
    ("2021-11-05", False, "moved from 02.01.2021"),
    ("2022-03-05", True, "working Saturday: the first council of 2022 met in such a spring"),
    ("2022-03-07", False, "moved from 05.03.2022"),
    ("2022-05-10", False, "moved from 02.01.2022"),
    ("2022-06-13", False, "12 June was a Sunday"),
    ("2022-06-30", True, "the last day of the expert sessions"),
    ("2023-02-24", False, "moved from 01.01.2023"),
    ("2023-05-08", False, "moved from 08.01.2023"),
    ("2023-11-06", False, "4 November was a Saturday"),
    ("2024-04-27", True, "working Saturday instead of 29.04.2024"),
    ("2024-04-28", False, "an ordinary Sunday"),
    ("2024-04-29", False, "moved from 27.04.2024"),
    ("2024-04-30", False, "moved from 02.11.2024"),
    ("2024-05-10", False, "moved from 06.01.2024"),
    ("2024-11-02", True, "working Saturday instead of 30.04.2024"),
    ("2024-12-28", True, "working Saturday instead of 30.12.2024"),
    ("2024-12-30", False, "moved from 28.12.2024"),
    ("2024-12-31", False, "moved from 07.01.2024"),
    ("2024-12-27", True, "an ordinary Friday"),
    ("2025-05-02", False, "moved from 04.01.2025"),
    ("2025-05-08", False, "moved from 23.02.2025"),
    ("2025-06-13", False, "moved from 08.03.2025"),
    ("2025-11-01", True, "working Saturday instead of 03.11.2025"),
    ("2025-11-03", False, "moved from 01.11.2025"),
    ("2025-12-31", False, "moved from 05.01.2025"),
    ("2026-01-09", False, "moved from 03.01.2026"),
    ("2026-03-09", False, "8 March is a Sunday"),
    ("2026-05-11", False, "9 May is a Saturday"),
    ("2026-12-31", False, "moved from 04.01.2026"),
    ("2027-02-20", True, "working Saturday instead of 22.02.2027"),
    ("2027-02-22", False, "moved from 20.02.2027"),
    ("2027-11-05", False, "moved from 02.01.2027"),
    ("2027-12-31", False, "moved from 03.01.2027"),
    ("2028-05-01", False, "an unknown year still has its public holidays"),
    ("2028-01-08", False, "an unknown year: a Saturday"),
    ("2028-11-06", True, "an unknown year: Mon-Fri, though 4 November is a Saturday; the coordinator is told"),
]


@pytest.mark.parametrize(("day", "working", "why"), DAYS, ids=[day for day, _, _ in DAYS])
def test_day(day: str, working: bool, why: str) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) is working, why


@pytest.mark.parametrize(
    ("year", "working_days"),
    [(2021, 247), (2022, 247), (2023, 247), (2024, 248), (2025, 247), (2026, 247), (2027, 247)],
)
def test_a_known_year_has_the_official_number_of_working_days(year: int, working_days: int) -> None:
    assert CALENDAR.knows(year)
    assert CALENDAR.count_working_days(date(year - 1, 12, 31), date(year, 12, 31)) == working_days


def test_a_working_saturday_is_known_before_anything_else_was_asked_of_its_year() -> None:
    assert WorkingCalendar().is_working_day(date(2024, 11, 2))


def test_it_is_the_packages_own_calendar() -> None:
    package = holidays.country_holidays("RU", years=range(2019, 2031))
    days = (date(2019, 1, 1) + timedelta(days=n) for n in range(365 * 12))
    assert [day for day in days if CALENDAR.is_working_day(day) != package.is_working_day(day)] == []


def test_an_unknown_year_is_said_to_be_unknown() -> None:
    assert not is_bundled(2028)
    assert not CALENDAR.knows(2028)


def test_a_corrected_year_is_known_and_the_correction_wins() -> None:
    corrected = WorkingCalendar({date(2028, 2, 19): True, date(2028, 11, 6): False, date(2027, 2, 20): False})
    assert corrected.knows(2028)
    assert corrected.is_working_day(date(2028, 2, 19))
    assert not corrected.is_working_day(date(2028, 11, 6))
    assert not corrected.is_working_day(date(2027, 2, 20)), "a correction also overrides a bundled year"
    assert not WorkingCalendar().knows(2028), "corrections of one cluster are not everybody's"


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2022-06-10", 0, "2022-06-10"),
        ("2022-06-10", 1, "2022-06-14"),  # Friday; Monday 13 June is moved
        ("2022-06-11", 1, "2022-06-14"),  # an event on a Saturday: it is day 0
        ("2024-04-26", 1, "2024-04-27"),  # the next day is a working Saturday
        ("2024-04-27", 1, "2024-05-02"),
        ("2024-12-28", 1, "2025-01-09"),  # over the New Year holidays
        ("2022-06-30", -3, "2022-06-27"),
        ("2022-01-10", -1, "2021-12-30"),  # 31.12.2021 is a day off, moved from 03.01.2021
        ("2022-06-12", -1, "2022-06-10"),
    ],
)
def test_adding_working_days(start: str, count: int, expected: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), count) == date.fromisoformat(expected)


def test_next_working_day_is_never_the_same_day() -> None:
    assert CALENDAR.next_working_day(date(2022, 6, 30)) == date(2022, 7, 1)


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [(2022, 1, "2022-01-31"), (2022, 6, "2022-06-30"), (2022, 12, "2022-12-30"), (2023, 12, "2023-12-29"),
     (2024, 2, "2024-02-29"), (2024, 3, "2024-03-29"), (2024, 12, "2024-12-28"), (2025, 12, "2025-12-30")],
)  # fmt: skip
def test_last_working_day_of_a_month(year: int, month: int, expected: str) -> None:
    assert CALENDAR.last_working_day_of_month(year, month) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("year", "quarter", "expected"),
    [(2022, 3, "2022-09-30"), (2022, 4, "2022-12-30"), (2024, 2, "2024-06-28"), (2024, 4, "2024-12-28")],
)
def test_last_working_day_of_a_quarter(year: int, quarter: int, expected: str) -> None:
    assert CALENDAR.last_working_day_of_quarter(year, quarter) == date.fromisoformat(expected)


def test_a_period_without_a_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="no working day"):
        CALENDAR.last_working_day(date(2024, 1, 1), date(2024, 1, 8))


@given(st.dates(date(2019, 1, 1), date(2029, 12, 31)), st.integers(1, 60))
def test_adding_counts_exactly_that_many_working_days(day: date, count: int) -> None:
    later = CALENDAR.add_working_days(day, count)
    assert CALENDAR.is_working_day(later)
    assert CALENDAR.count_working_days(day, later) == count
    earlier = CALENDAR.add_working_days(later, -count)
    assert CALENDAR.count_working_days(earlier, later) == count


# --- zones ----------------------------------------------------------------------------------------------------------


def test_the_local_day_is_the_clusters_not_the_servers() -> None:
    """At 18:00 UTC on Sunday 12 June 2022 it is already Monday in Tomsk (UTC+7)."""
    assert local_day(datetime(2022, 6, 12, 16, 59, tzinfo=UTC), TOMSK) == date(2022, 6, 12)
    assert local_day(datetime(2022, 6, 12, 17, 0, tzinfo=UTC), TOMSK) == date(2022, 6, 13)


def test_working_hours_are_moments_in_utc() -> None:
    assert CALENDAR.working_hours(date(2024, 4, 27), TOMSK) == (
        datetime(2024, 4, 27, 2, tzinfo=UTC),
        datetime(2024, 4, 27, 11, tzinfo=UTC),
    )
    assert CALENDAR.working_hours(date(2024, 4, 29), TOMSK) is None


@pytest.mark.parametrize(
    ("now", "at", "expected"),
    [
        ("2022-06-21T01:59:00", time(9), "2022-06-21T02:00:00"),  # 08:59 in Tomsk: the same morning
        ("2022-06-21T02:00:00", time(9), "2022-06-22T02:00:00"),  # exactly 09:00: the next one
        ("2022-06-21T00:30:00", time(8), "2022-06-21T01:00:00"),
        ("2022-06-09T16:59:00", time(9), "2022-06-10T02:00:00"),  # 23:59 on Thursday in Tomsk
        ("2022-06-10T17:01:00", time(9), "2022-06-14T02:00:00"),  # 00:01 on Saturday in Tomsk, Friday evening in UTC
        ("2024-04-26T10:00:00", time(9), "2024-04-27T02:00:00"),  # a working Saturday
        ("2024-12-28T10:00:00", time(9), "2025-01-09T02:00:00"),
    ],
)
def test_next_working_morning(now: str, at: time, expected: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert CALENDAR.next_working_morning(moment, TOMSK, at) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@given(st.datetimes(datetime(2021, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is beside
def test_the_next_working_morning_is_a_working_morning_within_two_weeks(now: datetime) -> None:
    morning = CALENDAR.next_working_morning(now, TOMSK)
    local = morning.astimezone(TOMSK)
    assert now < morning <= now + timedelta(days=14)
    assert local.time() == time(9)
    assert CALENDAR.is_working_day(local.date())
