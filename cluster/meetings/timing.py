"""When who is reminded of a meeting, and of what is left after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from cluster.calendar import WorkingCalendar, local_day

SETTLING: Final = timedelta(minutes=5)
"""Edits within these minutes are told in one message."""
LATE_CHANGE: Final = timedelta(days=2)
"""A refusal this near to the start is told to the secretary at once."""
FADES: Final = timedelta(hours=12)
"""What was to be told at a meeting and could not be is not told on the next day."""
MINUTES_DUE: Final = (3, 5, 10)
"""Working days after a meeting on which unsigned minutes are asked for; then weekly."""
MINUTES_WEEKS: Final = 8


class Before(StrEnum):
    """How long before a meeting a member is reminded (product, section 4)."""

    WEEK = "7d"
    DAY = "1d"
    HOURS = "2h"

    @property
    def span(self) -> timedelta:
        """As time."""
        return _SPANS[self]


_SPANS: Final = {Before.WEEK: timedelta(days=7), Before.DAY: timedelta(days=1), Before.HOURS: timedelta(hours=2)}


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder's moment."""

    before: Before
    at: datetime


def reminders_of(starts_at: datetime, now: datetime) -> Sequence[Due]:
    """Reminders of a meeting that are still to come."""
    return [Due(before, starts_at - before.span) for before in Before if starts_at - before.span > now]


def overtaken(before: Before, starts_at: datetime, now: datetime) -> bool:
    """Whether a nearer reminder of the same meeting is due by now: the earlier one says nothing new."""
    return any(one.span < before.span and starts_at - one.span <= now for one in Before)


def faded(began: datetime | None, now: datetime) -> bool:
    """Whether a meeting began so long ago that what is asked in the hall says nothing any more."""
    return began is not None and now - began > FADES


def chases(ended_at: datetime, calendar: WorkingCalendar, zone: tzinfo) -> Sequence[datetime]:
    """Moments at which unsigned minutes are asked for: on working days at 10 in the morning."""
    day = local_day(ended_at, zone)
    days = [calendar.add_working_days(day, count) for count in MINUTES_DUE]
    for week in range(1, MINUTES_WEEKS + 1):
        later = days[len(MINUTES_DUE) - 1] + timedelta(days=7 * week)
        days.append(later if calendar.is_working_day(later) else calendar.next_working_day(later))
    return [datetime(one.year, one.month, one.day, 10, tzinfo=zone) for one in days]


def is_late(now: datetime, starts_at: datetime) -> bool:
    """Whether a change of an answer is so near to the start that the secretary hears of it at once."""
    return starts_at - now <= LATE_CHANGE
