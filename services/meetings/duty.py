"""«Не реже 1 раза в квартал»: the year's page, and who is told by itself that a quarter is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.directory import CouncilKind, CouncilMeeting, CouncilMeetingState
from cluster.meetings.duty import Occasion, Quarter, QuarterDuty, Standing, duty, quarters_of, report_day, unplanned
from cluster.meetings.model import LiveCouncil, Meeting
from cluster.meetings.states import MeetingState
from cluster.plan import Plan as WorkPlan
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Calendars, Desk
from services.meetings.notices import QuarterEmpty
from storage import deadlines, meetings_councils, reminders
from storage import meetings as queries
from storage.database import Database
from storage.outbox import Recipient
from storage.reminders import Plan

BOUND = (CouncilKind.EXPERT, CouncilKind.COORDINATION)
"""Councils the plans oblige to meet every quarter; working groups are not."""
_STANDING = {
    MeetingState.DRAFT: Standing.DRAFT,
    MeetingState.ANNOUNCED: Standing.PLANNED,
    MeetingState.RESCHEDULED: Standing.PLANNED,
    MeetingState.IN_PROGRESS: Standing.HELD,
    MeetingState.MINUTES: Standing.HELD,
    MeetingState.SIGNED: Standing.SIGNED,
}


@dataclass(frozen=True, slots=True)
class CouncilYear:
    """A council in the four quarters of a year."""

    council: LiveCouncil
    quarters: Sequence[QuarterDuty]


@dataclass(frozen=True, slots=True)
class DutyPage:
    """The year of all councils that must meet every quarter; `today` decides what is a warning."""

    year: int
    today: date
    councils: Sequence[CouncilYear]

    @property
    def warnings(self) -> int:
        """How many quarters need a look."""
        return sum(one.warns(self.today) for council in self.councils for one in council.quarters)


class DutyService(Service):
    """Use cases of the quarterly duty."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.MANAGE_MEETINGS)
    async def year(self, actor: Actor, year: int | None = None) -> DutyPage:
        """How each council stands in each quarter of a year, the current one by default."""
        today = self._desk.today(actor)
        wanted = min(max(year or today.year, 2000), 2100)
        quarters = [Quarter(wanted, number) for number in range(1, 5)]
        async with self._desk.db.read() as connection:
            found = []
            for council in await meetings_councils.councils_of(connection, actor.here):
                if council.kind in BOUND:
                    occasions = await occasions_of(connection, council.id, ZoneInfo(actor.zone))
                    found.append(CouncilYear(council, [duty(one, occasions) for one in quarters]))
        return DutyPage(wanted, today, found)


async def occasions_of(connection: AsyncConnection, council_id: int, zone: ZoneInfo) -> list[Occasion]:
    """Everything a council has on its calendar: the documents' lines and the bot's own meetings.

    A line that was made a meeting is that meeting; a draft without a date is nothing yet.
    """
    lines = {line.id: line for line in await meetings_councils.calendar_lines(connection, council_id)}
    found, taken = [], set[int]()
    for meeting, source_id in await queries.with_sources(connection, council_id):
        if meeting.state is MeetingState.CANCELLED:
            continue
        moment, line = meeting.started_at or meeting.starts_at, lines.get(source_id or 0)
        if moment is None and line is None:
            continue
        taken.add(source_id or 0)
        found.append(_of_meeting(meeting, local_day(moment, zone) if moment else None, line))
    found += [_of_line(line) for line in lines.values() if line.id not in taken]
    return found


def _of_meeting(meeting: Meeting, day: date | None, line: CouncilMeeting | None) -> Occasion:
    standing = _STANDING[meeting.state]
    if day is not None:
        return Occasion(day, day, standing)
    assert line is not None
    return Occasion(line.first_day, line.last_day, standing)


def _of_line(line: CouncilMeeting) -> Occasion:
    """The documents say of past meetings that they were held, nothing of signatures."""
    held = line.state is CouncilMeetingState.HELD
    return Occasion(line.first_day, line.last_day, Standing.HELD if held else Standing.DRAFT)


async def report_quarters(db: Database, calendars: Calendars, now: datetime) -> int:
    """On the first working day of a quarter tell who runs a council that nothing is scheduled in it; once.

    Returns:
        How many letters will go out.
    """
    plans: dict[str, Plan] = {}
    async with db.read() as connection:
        for cluster_id, name in await meetings_councils.clusters_and_zones(connection):
            zone = ZoneInfo(name)
            today = local_day(now, zone)
            quarter = Quarter.of(today)
            if today < report_day(quarter, calendars(cluster_id)):
                continue
            plans.update(await _reports(connection, cluster_id, [quarter], zone, now))
        before = await deadlines.told_before(connection, list(plans))
    new = [plan for key, plan in plans.items() if key not in before]
    if new:
        await db.run(lambda tx: reminders.plan_many(tx, new), alone=False)
    return len(new)


async def report_plan(tx: AsyncConnection, cluster_id: int, plan: WorkPlan, zone: ZoneInfo, now: datetime) -> None:
    """A plan was adopted: tell who runs the councils which quarters of its year have nothing scheduled; once a plan.

    Args:
        zone: the cluster's.
    """
    today = local_day(now, zone)
    coming = [quarter for quarter in quarters_of(plan.first_day, plan.last_day) if quarter.last_day >= today]
    plans = await _reports(tx, cluster_id, coming, zone, now, f"plan{plan.id}:")
    await reminders.plan_many(tx, plans.values())


async def _reports(  # noqa: PLR0917 - which quarters of whom, and on which occasion
    connection: AsyncConnection,
    cluster_id: int,
    quarters: Sequence[Quarter],
    zone: ZoneInfo,
    now: datetime,
    occasion: str = "",
) -> dict[str, Plan]:
    found = {}
    for council in await meetings_councils.councils_of(connection, cluster_id):
        if council.kind not in BOUND:
            continue
        for quarter in unplanned(quarters, await occasions_of(connection, council.id, zone)):
            for person_id in await letters.runners(connection, council):
                key = f"meetings:quarter:{occasion}{council.id}:{quarter.year}:{quarter.number}:{person_id}"
                notice = QuarterEmpty(council_id=council.id, year=quarter.year, quarter=quarter.number)
                found[key] = Plan(key, notice, Recipient.person(person_id, cluster_id), now)
    return found
