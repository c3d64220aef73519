"""Who is pinged about an obligation on which day (product, section 7).

−10, −3, −1 working days: the executor; on the day also their head; +2 the coordinator; +5 the council chair, then
weekly. The executor hears every step: nobody is reported behind their back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from cluster.calendar import WorkingCalendar

AT: Final = time(10, 0)
"""When pings of a day are sent: one message a person, however many obligations it is about."""
DIGEST_AT: Final = time(9, 0)
"""When coordinators get the digest on Mondays."""
RISK_DAYS: Final = 10
"""Working days before the deadline within which an obligation nobody took is at risk."""
_WEEK = timedelta(days=7)
_SETTLING_IN = timedelta(days=45)
_DAY = timedelta(days=1)


class Part(StrEnum):
    """As what somebody is pinged; the first one counts for who is several."""

    EXECUTOR = "executor"
    HEAD = "head"
    COORDINATOR = "coordinator"
    CHAIR = "chair"


class Step(StrEnum):
    """Which occasion a ping is."""

    BEFORE_10 = "before_10"
    BEFORE_3 = "before_3"
    BEFORE_1 = "before_1"
    DAY = "day"
    LATE_2 = "late_2"
    LATE_5 = "late_5"
    WEEKLY = "weekly"
    PROGRESS = "progress"  # a continuous one: what was done this quarter?
    DATE = "date"  # one without a date: is there one by now?
    SNOOZED = "snoozed"  # the person asked to be reminded on this day


ESCALATION: Final = frozenset(
    {Step.BEFORE_10, Step.BEFORE_3, Step.BEFORE_1, Step.DAY, Step.LATE_2, Step.LATE_5, Step.WEEKLY}
)
"""Steps that «не могу» pauses until the coordinator has decided."""

LADDER: Final = (
    (Step.BEFORE_10, -10, (Part.EXECUTOR,)),
    (Step.BEFORE_3, -3, (Part.EXECUTOR,)),
    (Step.BEFORE_1, -1, (Part.EXECUTOR,)),
    (Step.DAY, 0, (Part.EXECUTOR, Part.HEAD)),
    (Step.LATE_2, 2, (Part.EXECUTOR, Part.COORDINATOR)),
    (Step.LATE_5, 5, (Part.EXECUTOR, Part.CHAIR)),
)
_WEEKLY: Final = (Part.EXECUTOR, Part.CHAIR)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: on which day, as what people are pinged."""

    step: Step
    day: date
    parts: tuple[Part, ...]


def rungs(due: date, calendar: WorkingCalendar, until: date) -> Iterator[Rung]:
    """The ladder of a deadline in order, the weekly steps as far as `until`.

    A deadline on a day off is counted from the last working day before it, so that nobody hears of it too late.
    """
    last = due if calendar.is_working_day(due) else calendar.add_working_days(due, -1)
    day = last
    for step, offset, parts in LADDER:
        day = calendar.add_working_days(last, offset) if offset else last
        yield Rung(step, day, parts)
    while (day := day + _WEEK) <= until:
        yield Rung(Step.WEEKLY, working_day_from(day, calendar), _WEEKLY)


def progress_rungs(first: date, due: date, calendar: WorkingCalendar) -> Iterator[Rung]:
    """When the progress of a continuous obligation is asked: the last working day of each quarter before it is due.

    Not at the end of a quarter that has just begun with it: of an academic year September belongs to the next one.
    """
    year, quarter = first.year, (first.month + 2) // 3
    while (day := calendar.last_working_day_of_quarter(year, quarter)) < due:
        if day >= first + _SETTLING_IN:
            yield Rung(Step.PROGRESS, day, (Part.EXECUTOR,))
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)


def asking_rungs(first: date, calendar: WorkingCalendar, until: date) -> Iterator[Rung]:
    """When coordinators are asked for a missing date, from `first` on: the first working day of each month."""
    month = first.replace(day=1)
    while month <= until:
        day = working_day_from(month, calendar)
        if day >= first:
            yield Rung(Step.DATE, day, (Part.COORDINATOR,))
        month = (month + timedelta(days=32)).replace(day=1)


def working_day_from(day: date, calendar: WorkingCalendar) -> date:
    """`day`, or the first working day after it."""
    return day if calendar.is_working_day(day) else calendar.next_working_day(day)


def moment(day: date, zone: tzinfo, at: time = AT) -> datetime:
    """When the pings of a day are sent, in UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def first_open_day(now: datetime, zone: tzinfo) -> date:
    """The first day whose pings are not sent yet."""
    today = now.astimezone(zone).date()
    return today if moment(today, zone) > now else today + _DAY
