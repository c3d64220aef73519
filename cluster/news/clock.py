"""The clocks of news: when an organisation owes it, when a coordinator owes a decision (product, section 3).

Work is measured in working time, 9:00–18:00 of working days in the cluster's zone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from cluster.calendar import WORKDAY, WorkingCalendar, local_day
from cluster.news.states import Stage

LEAST_AFTER_RETURN: Final = timedelta(hours=4)
"""Working time a college has at least after a return for changes."""
SOON_BEFORE: Final = timedelta(hours=4)
"""Working time before the deadline when it is reminded again."""
REVIEW_HOURS: Final = 4
CLAIM: Final = timedelta(minutes=30)
_LOOK_AHEAD_DAYS = 800


@dataclass(frozen=True, slots=True)
class NewsRule:
    """How soon news is due after an event whose last day is `since` or later.

    Args:
        working_days: the organisation's: until the end of so many working days after the event's last day.
        review_hours: the coordinators': so many hours of working time from the submission to the decision.
    """

    since: date
    working_days: int
    review_hours: int = REVIEW_HOURS


BUILT_IN: Final = (
    NewsRule(date(2022, 1, 1), 3),  # work plan of 2022: «не позднее 3-х рабочих дней»
    NewsRule(date(2023, 9, 1), 1),  # work plan of 2023/24: «не позднее 1 рабочего дня после события»
)


def rule_for(last_day: date, rules: Sequence[NewsRule] = BUILT_IN) -> NewsRule:
    """The rule for an event that ends on `last_day`: the newest that holds by then, for earlier ones the oldest."""
    ordered = sorted(rules or BUILT_IN, key=lambda rule: rule.since)
    return next((rule for rule in reversed(ordered) if rule.since <= last_day), ordered[0])


def due_at(last_day: date, rule: NewsRule, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """End of the Nth working day after the event's last day, which is day 0 whatever the hour; a moment in UTC."""
    return end_of_work(calendar.add_working_days(last_day, rule.working_days), zone)


def end_of_work(day: date, zone: tzinfo) -> datetime:
    """18:00 of `day` in `zone`, in UTC."""
    return datetime.combine(day, WORKDAY[1], zone).astimezone(UTC)


def working_time(start: datetime, end: datetime, calendar: WorkingCalendar, zone: tzinfo) -> timedelta:
    """Working time in [start, end]; zero when `end` is not later."""
    total, day = timedelta(0), local_day(start, zone)
    while day <= local_day(end, zone):
        hours = calendar.working_hours(day, zone)
        if hours is not None:
            total += max(timedelta(0), min(end, hours[1]) - max(start, hours[0]))
        day += timedelta(days=1)
    return total


def after_working_time(start: datetime, span: timedelta, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """The moment when `span` of working time has passed since `start`."""
    day, left = local_day(start, zone), span
    for number in range(_LOOK_AHEAD_DAYS):
        hours = calendar.working_hours(day + timedelta(days=number), zone)
        if hours is None:
            continue
        begin = max(start, hours[0])
        if begin < hours[1]:
            if left <= hours[1] - begin:
                return begin + left
            left -= hours[1] - begin
    return start + span  # a calendar without working days holds nothing up


def review_due(submitted: datetime, rule: NewsRule, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """When the coordinators owe a decision."""
    return after_working_time(submitted, timedelta(hours=rule.review_hours), calendar, zone)


def due_after_return(
    due: datetime, submitted: datetime, returned: datetime, calendar: WorkingCalendar, zone: tzinfo
) -> datetime:
    """The college's new deadline after a return: its unused working time again, at least 4 working hours.

    Never earlier than the deadline it had.
    """
    unused = working_time(submitted, due, calendar, zone)
    return max(due, after_working_time(returned, max(unused, LEAST_AFTER_RETURN), calendar, zone))


def moment_of(stage: Stage, last_day: date, due: datetime, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """When a reminder goes out, before quiet hours."""
    match stage:
        case Stage.OVER:
            return end_of_work(last_day, zone)
        case Stage.SOON:
            return _before(due, calendar, zone)
        case Stage.LATE:
            return due
        case Stage.ESCALATED:
            return end_of_work(calendar.add_working_days(local_day(due, zone), 1), zone)


def after_move(  # noqa: PLR0917 - what it depends on
    stage: Stage | None, last_day: date, due: datetime, now: datetime, calendar: WorkingCalendar, zone: tzinfo
) -> tuple[Stage | None, datetime | None]:
    """After a deadline became `due`: the reminder that counts as the last one sent, and when the next goes out.

    Nothing that was told is told again, except «late» when there is time once more.
    """
    if stage is None:
        return None, moment_of(Stage.OVER, last_day, due, calendar, zone)
    if due > now:
        soon = moment_of(Stage.SOON, last_day, due, calendar, zone)
        return (Stage.OVER, soon) if soon > now else (Stage.SOON, due)
    if stage is Stage.ESCALATED:
        return stage, None
    if stage is Stage.LATE:
        return stage, moment_of(Stage.ESCALATED, last_day, due, calendar, zone)
    return Stage.SOON, due


def off_days_off(due: datetime, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """A deadline on a day that became a day off: the same hour of the next working day."""
    day = local_day(due, zone)
    if calendar.is_working_day(day):
        return due
    return datetime.combine(calendar.next_working_day(day), due.astimezone(zone).time(), zone).astimezone(UTC)


def next_stage(after: Stage | None) -> Stage | None:
    """The reminder that follows."""
    order = list(Stage)
    if after is None:
        return order[0]
    place = order.index(after) + 1
    return order[place] if place < len(order) else None


def _before(due: datetime, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """`SOON_BEFORE` of working time before the deadline, on its own day where that is long enough."""
    hours = calendar.working_hours(local_day(due, zone), zone)
    earliest = hours[0] if hours else due - SOON_BEFORE
    return max(earliest, due - SOON_BEFORE)
