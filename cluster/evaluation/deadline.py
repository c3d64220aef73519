"""When experts and the coordinator are reminded of a session's deadline."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from cluster.calendar import WorkingCalendar, local_day

BEFORE: Final = (3, 1, 0)
"""Working days before the deadline on which somebody is reminded (product, section 5 of the issue: −3, −1, the day)."""
AT: Final = time(10, 0)
NUDGE_PAUSE: Final = timedelta(hours=3)
"""Experts are reminded by hand at most once in this time."""
SILENCE: Final = 2
"""Working days after the invitation; then it has expired (product, section 5). The invitation's day is day 0."""

RECHECK: Final = 5
"""Working days experts have for corrections; then the chair decides without those who are silent."""


def recheck_is_late(fixed_at: datetime, calendar: WorkingCalendar, zone: tzinfo, now: datetime) -> bool:
    """Whether the last day to look at corrections handed in at `fixed_at` is over."""
    return local_day(now, zone) > calendar.add_working_days(local_day(fixed_at, zone), RECHECK)


def answer_by(invited_at: datetime, calendar: WorkingCalendar, zone: tzinfo) -> date:
    """The last day for an answer to an invitation, inclusive."""
    return calendar.add_working_days(local_day(invited_at, zone), SILENCE)


def is_expired(invited_at: datetime, calendar: WorkingCalendar, zone: tzinfo, now: datetime) -> bool:
    """Whether the last day for an answer is over."""
    return local_day(now, zone) > answer_by(invited_at, calendar, zone)


def answer_reminder(invited_at: datetime, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """When somebody silent is asked once more (UTC): in the morning of the last day."""
    return datetime.combine(answer_by(invited_at, calendar, zone), AT, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder: how many working days are left, and when it is sent (UTC)."""

    days_left: int
    at: datetime


def reminders_before(deadline: date, calendar: WorkingCalendar, zone: tzinfo, now: datetime) -> list[Due]:
    """The reminders that still lie ahead of `now` (aware).

    On a deadline that falls on a day off, the last reminder comes on the deadline itself all the same: quiet hours
    then decide when it is read.
    """
    due = []
    for days in BEFORE:
        day = calendar.add_working_days(deadline, -days) if days else deadline
        at = datetime.combine(day, AT, zone).astimezone(UTC)
        if at > now:
            due.append(Due(days, at))
    return due
