"""The clocks of news: a table of cases, each with its reason."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.news import clock
from cluster.news.clock import LEAST_AFTER_RETURN, NewsRule, due_after_return, due_at, moment_of, review_due, rule_for
from cluster.news.states import Stage

TOMSK = ZoneInfo("Asia/Tomsk")
CALENDAR = WorkingCalendar()
ONE = NewsRule(date(2023, 9, 1), 1)

CASES = [
    ("2022-06-22", "2022-06-27", "Wednesday, 3 days under the rule of 2022: Thursday, Friday, Monday"),
    ("2022-06-24", "2022-06-29", "before a weekend under the rule of 2022"),
    ("2022-12-30", "2023-01-11", "30 December: holidays until 8 January, then the 9th, 10th, 11th"),
    ("2022-04-29", "2022-05-06", "before 1 May 2022: 2 and 3 May are days off"),
    ("2022-05-06", "2022-05-13", "before 8–10 May 2022: the 9th and the transferred 10th are days off"),
    ("2022-11-03", "2022-11-09", "before 4 November 2022, a Friday"),
    ("2022-03-05", "2022-03-11", "on a working Saturday: it is day 0; 7 and 8 March are days off"),
    ("2023-08-31", "2023-09-05", "the last day of the rule of 2022"),
    ("2023-09-01", "2023-09-04", "the first day of the rule of 2023/24, a Friday: Monday"),
    ("2024-06-21", "2024-06-24", "before a weekend under the rule of 2024"),
    ("2024-04-26", "2024-04-27", "the next day is a working Saturday"),
    ("2024-04-27", "2024-05-02", "on the working Saturday before 29 April – 1 May"),
    ("2024-05-08", "2024-05-13", "before 9 May and the transferred 10 May, then a weekend"),
    ("2024-11-01", "2024-11-02", "Friday before the working Saturday 2 November"),
    ("2024-11-02", "2024-11-05", "on that working Saturday; 4 November is a day off"),
    ("2023-11-03", "2023-11-07", "4 November 2023 is a Saturday, transferred to Monday the 6th"),
    ("2024-12-30", "2025-01-09", "30 December 2024, a transferred day off: day 0 all the same"),
    ("2031-05-02", "2031-05-05", "a year nobody decreed yet: Monday to Friday without public holidays"),
    ("2021-06-01", "2021-06-04", "before the first rule the oldest one holds"),
]


@pytest.mark.parametrize(("last_day", "due", "why"), CASES, ids=[case[2] for case in CASES])
def test_due(last_day: str, due: str, why: str) -> None:
    day = date.fromisoformat(last_day)
    found = due_at(day, rule_for(day), CALENDAR, TOMSK)
    assert found.astimezone(TOMSK) == datetime.fromisoformat(f"{due}T18:00").replace(tzinfo=TOMSK), why


def test_the_hour_of_the_event_does_not_matter() -> None:
    """After 18:00 the event's day is day 0 just as well: only the date counts."""
    assert due_at(date(2024, 6, 18), ONE, CALENDAR, TOMSK) == datetime(2024, 6, 19, 11, 0, tzinfo=UTC)


def test_an_event_of_several_days_counts_from_its_last() -> None:
    assert rule_for(date(2023, 9, 1)).working_days == 1, "it began under the old rule and ended under the new one"
    late = moment_of(Stage.OVER, date(2023, 9, 1), due_at(date(2023, 9, 1), ONE, CALENDAR, TOMSK), CALENDAR, TOMSK)
    assert late == datetime(2023, 9, 1, 11, 0, tzinfo=UTC)


def test_a_clusters_own_rule_holds_from_its_day() -> None:
    own = [NewsRule(date(2022, 1, 1), 3), NewsRule(date(2024, 1, 1), 2)]
    assert [rule_for(day, own).working_days for day in (date(2023, 12, 31), date(2024, 1, 1))] == [3, 2]


REMINDERS = [
    (Stage.OVER, "2024-06-21T18:00", "at the end of the event's day"),
    (Stage.SOON, "2024-06-24T14:00", "four working hours before the deadline"),
    (Stage.LATE, "2024-06-24T18:00", "at the deadline"),
    (Stage.ESCALATED, "2024-06-25T18:00", "one working day later"),
]


@pytest.mark.parametrize(("stage", "at", "why"), REMINDERS, ids=[case[2] for case in REMINDERS])
def test_reminders(stage: Stage, at: str, why: str) -> None:
    day = date(2024, 6, 21)
    moment = moment_of(stage, day, due_at(day, ONE, CALENDAR, TOMSK), CALENDAR, TOMSK)
    assert moment == datetime.fromisoformat(at).replace(tzinfo=TOMSK), why


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOMSK)


RETURNS = [
    ("2024-06-24T18:00", "2024-06-24T10:00", "2024-06-24T11:00", "2024-06-25T10:00", "8 unused hours"),
    ("2024-06-24T18:00", "2024-06-24T17:30", "2024-06-25T09:00", "2024-06-25T13:00", "half an hour unused: at least 4"),
    ("2024-06-24T18:00", "2024-06-24T19:00", "2024-06-25T09:00", "2024-06-25T13:00", "submitted late: 4 hours"),
    ("2024-06-27T18:00", "2024-06-24T10:00", "2024-06-24T12:00", "2024-06-28T11:00", "35 unused hours"),
    ("2024-06-21T18:00", "2024-06-21T17:00", "2024-06-21T20:00", "2024-06-24T13:00", "returned on Friday evening"),
]  # fmt: skip


@pytest.mark.parametrize(("due", "submitted", "returned", "new", "why"), RETURNS, ids=[case[4] for case in RETURNS])
def test_a_return_gives_the_unused_time(due: str, submitted: str, returned: str, new: str, why: str) -> None:
    found = due_after_return(local(due), local(submitted), local(returned), CALENDAR, TOMSK)
    assert found.astimezone(TOMSK) == local(new), why


def test_the_coordinators_clock() -> None:
    assert review_due(local("2024-06-21T16:00"), ONE, CALENDAR, TOMSK) == local("2024-06-24T11:00")
    assert review_due(local("2024-06-22T12:00"), ONE, CALENDAR, TOMSK) == local("2024-06-24T13:00")


moments = st.datetimes(  # hypothesis wants naive bounds
    datetime(2022, 1, 1),  # noqa: DTZ001
    datetime(2026, 12, 1),  # noqa: DTZ001
).map(lambda one: one.replace(tzinfo=TOMSK))


@given(moments, st.integers(0, 60))
def test_working_time_and_its_inverse_agree(start: datetime, hours: int) -> None:
    span = timedelta(hours=hours)
    end = clock.after_working_time(start, span, CALENDAR, TOMSK)
    assert clock.working_time(start, end, CALENDAR, TOMSK) == span


@given(moments, st.integers(-50, 200), st.integers(0, 100))
def test_a_return_never_takes_time_away(submitted: datetime, before: int, waited: int) -> None:
    due, returned = submitted + timedelta(hours=before), submitted + timedelta(hours=waited)
    new = due_after_return(due, submitted, returned, CALENDAR, TOMSK)
    assert new >= due
    assert clock.working_time(returned, new, CALENDAR, TOMSK) >= LEAST_AFTER_RETURN
