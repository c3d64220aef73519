"""Calm notices wait for the next allowed minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.quiet import QuietHours, is_allowed, next_allowed

TOMSK = ZoneInfo("Asia/Tomsk")
CALENDAR = WorkingCalendar()


def tomsk(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOMSK)


@pytest.mark.parametrize(
    ("now", "quiet", "expected"),
    [
        ("2022-06-21T10:00", QuietHours(), "2022-06-21T10:00"),
        ("2022-06-21T19:59", QuietHours(), "2022-06-21T19:59"),
        ("2022-06-21T20:00", QuietHours(), "2022-06-22T08:00"),
        ("2022-06-22T03:00", QuietHours(), "2022-06-22T08:00"),
        ("2022-06-10T20:00", QuietHours(), "2022-06-14T08:00"),  # Friday; Monday 13 June is a day off
        ("2022-06-12T12:00", QuietHours(), "2022-06-14T08:00"),
        ("2024-04-26T21:00", QuietHours(), "2024-04-27T08:00"),  # a working Saturday
        ("2022-06-12T12:00", QuietHours(days_off=False), "2022-06-12T12:00"),
        ("2022-06-12T22:00", QuietHours(days_off=False), "2022-06-13T08:00"),
        ("2022-06-21T13:30", QuietHours(time(13), time(14)), "2022-06-21T14:00"),  # a nap after a night shift
        ("2022-06-21T23:30", QuietHours(time(13), time(14)), "2022-06-21T23:30"),
        ("2022-06-12T12:00", QuietHours(time(13), time(14)), "2022-06-14T00:00"),
        ("2022-06-21T03:00", QuietHours(time(0), time(0)), "2022-06-21T03:00"),  # no quiet hours at all
    ],
)
def test_next_allowed_minute(now: str, quiet: QuietHours, expected: str) -> None:
    assert next_allowed(tomsk(now), quiet, CALENDAR, TOMSK) == tomsk(expected)


def test_a_year_without_working_days_holds_nothing_forever() -> None:
    off = {date(2024, 1, 1) + timedelta(days=n): False for n in range(366 * 2)}
    now = tomsk("2024-02-01T12:00")
    assert next_allowed(now, QuietHours(), WorkingCalendar(off), TOMSK) == now


hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
quiets = st.builds(QuietHours, hours, hours, st.booleans())
zones = st.sampled_from([TOMSK, ZoneInfo("Europe/Kaliningrad"), ZoneInfo("Asia/Kamchatka"), ZoneInfo("Europe/Berlin")])
moments = st.datetimes(datetime(2021, 1, 2), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is beside


@given(moments, quiets, zones)
def test_the_result_is_allowed_not_earlier_and_stays(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> None:
    allowed = next_allowed(now, quiet, CALENDAR, zone)
    assert allowed >= now
    assert is_allowed(allowed, quiet, CALENDAR, zone)
    assert next_allowed(allowed, quiet, CALENDAR, zone) == allowed


@given(moments, quiets, zones, st.integers(0, 14 * 24 * 60))
def test_nothing_between_was_allowed(now: datetime, quiet: QuietHours, zone: ZoneInfo, minutes: int) -> None:
    allowed = next_allowed(now, quiet, CALENDAR, zone)
    between = now + timedelta(minutes=minutes)
    if between < allowed:
        assert not is_allowed(between, quiet, CALENDAR, zone)
        assert next_allowed(between, quiet, CALENDAR, zone) == allowed, "order of notices is kept"
