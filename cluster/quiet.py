"""Quiet hours: when a calm notice waits, and until when (product, section 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from cluster.calendar import WorkingCalendar

_MIDNIGHT = time(0)
_LOOK_AHEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When a person is not to be disturbed, in the cluster's zone.

    Args:
        start, end: from `start` (included) to `end` (not included); over midnight when `start` is later.
            Equal ones mean that no hour of a day is quiet.
        days_off: whether non-working days are quiet as a whole.
    """

    start: time = time(20)
    end: time = time(8)
    days_off: bool = True

    def covers(self, at: time) -> bool:
        """Whether the hour `at` is quiet, whatever the day."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def is_allowed(moment: datetime, quiet: QuietHours, calendar: WorkingCalendar, zone: tzinfo) -> bool:
    """Whether a calm notice may be delivered at `moment` (aware)."""
    local = moment.astimezone(zone)
    if quiet.days_off and not calendar.is_working_day(local.date()):
        return False
    return not quiet.covers(local.time())


def next_allowed(now: datetime, quiet: QuietHours, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """The first moment not before `now` (aware) when a calm notice may be delivered, in UTC.

    A calendar corrected into a year without working days does not hold notices forever: then it is `now`.
    """
    now = now.astimezone(UTC)
    if is_allowed(now, quiet, calendar, zone):
        return now
    for opening in _openings(now.astimezone(zone).date(), quiet, zone):
        if opening >= now and is_allowed(opening, quiet, calendar, zone):
            return opening
    return now


def _openings(first: date, quiet: QuietHours, zone: tzinfo) -> Iterator[datetime]:
    """Moments at which quiet can end, in order: midnight (a working day begins) and the end of the quiet hours."""
    for number in range(_LOOK_AHEAD_DAYS):
        day = first + timedelta(days=number)
        moments = {
            datetime.combine(day, at, zone).replace(fold=fold).astimezone(UTC)
            for at in (_MIDNIGHT, quiet.end)
            for fold in (0, 1)
        }
        yield from sorted(moments)
