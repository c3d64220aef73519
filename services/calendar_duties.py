"""What happens by itself about the working calendar: coordinators learn of a year that is not known."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cluster.access import Role
from cluster.calendar import local_day
from services.calendar_notices import YearUnknown
from services.calendars import Calendars
from storage import deadlines, installation, reminders
from storage.database import Database
from storage.deadlines import Reach
from storage.outbox import Recipient
from storage.reminders import Plan

AHEAD = timedelta(days=60)
"""New deadlines are set about this far ahead."""
YEARS = 5
"""A year further away than this is a slip of the pen, not a plan."""


async def tell_unknown_years(db: Database, calendars: Calendars, now: datetime) -> int:
    """Tell the coordinators of a cluster, once a year of the calendar, that it is not known though it is needed.

    Rows of reminders remember whom it was told: they stay when delivered letters are forgotten.

    Returns:
        How many letters will go out.
    """
    plans: dict[str, Plan] = {}
    async with db.read() as connection:
        for reach in await deadlines.reaches(connection):
            unknown = [year for year in _years(reach, now) if not calendars(reach.cluster_id).knows(year)]
            coordinators = (
                await installation.reachable(connection, Role.COORDINATOR, reach.cluster_id) if unknown else []
            )
            for year in unknown:
                for person_id in coordinators:
                    key = f"calendar:unknown:{reach.cluster_id}:{year}:{person_id}"
                    notice = YearUnknown(cluster_id=reach.cluster_id, year=year)
                    plans[key] = Plan(key, notice, Recipient.person(person_id, reach.cluster_id), now)
        before = await deadlines.told_before(connection, list(plans))
    new = [plan for key, plan in plans.items() if key not in before]
    if new:
        await db.run(lambda tx: reminders.plan_many(tx, new), alone=False)
    return len(new)


def _years(reach: Reach, now: datetime) -> Iterator[int]:
    """Years from today's to the one the deadlines reach."""
    zone = ZoneInfo(reach.zone)
    today = local_day(now, zone)
    last = today + AHEAD
    if reach.deadline is not None:
        last = max(last, reach.deadline)
    for moment in (reach.reminder, reach.news):
        if moment is not None:
            last = max(last, local_day(moment, zone))
    yield from range(today.year, min(last.year, today.year + YEARS) + 1)
