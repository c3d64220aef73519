"""Events that arise from a row of the plan or from a meeting; those of meetings follow them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.news.states import EventOrigin, EventState
from services.base import Service, use_case
from services.calendars import Calendars
from services.news import clock as clocks
from services.news.desk import Desk
from services.paging import Page, window
from storage import belonging, news_events
from storage import news_sources as queries
from storage.database import Database
from storage.news_sources import Astray, MeetingLine, PlanLine

RECENT = timedelta(days=30)
"""A meeting that was longer ago is no news."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an event arises from: the plan's row, or the meeting."""

    origin: EventOrigin
    id: int


@dataclass(frozen=True, slots=True)
class MeetingSource:
    """A meeting with the day it is on, and who would write: the leading college, if the cluster has one."""

    line: MeetingLine
    day: date
    leading: int | None


class SourceService(Service):
    """Use cases of who chooses what an event is made of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db = desk.db

    @use_case(Permission.MODERATE_NEWS)
    async def plan_lines(self, actor: Actor, number: int = 0) -> Page[PlanLine]:
        """A page of the rows of the plans that run now."""
        async with self._db.read() as connection:
            found, total = await queries.plan_lines(connection, actor.here, self._desk.today(actor), **window(number))
        return Page(found, max(0, number), total)

    @use_case(Permission.MODERATE_NEWS)
    async def plan_line(self, actor: Actor, row_id: int) -> PlanLine:
        """One row.

        Raises:
            NotFound: no plan of the cluster has it.
        """
        async with self._db.read() as connection:
            found = await queries.plan_line(connection, actor.here, row_id)
        if found is None:
            raise NotFound()
        return found

    @use_case(Permission.MODERATE_NEWS)
    async def meetings(self, actor: Actor, number: int = 0) -> Page[MeetingLine]:
        """A page of the meetings of the last month and to come that are no events yet."""
        async with self._db.read() as connection:
            since = self._desk.clock.now() - RECENT
            found, total = await queries.meeting_lines(connection, actor.here, since, **window(number))
        return Page(found, max(0, number), total)

    @use_case(Permission.MODERATE_NEWS)
    async def meeting(self, actor: Actor, meeting_id: int) -> MeetingSource:
        """One meeting.

        Raises:
            NotFound: there is none such, or it was not announced.
        """
        async with self._db.read() as connection:
            found = await queries.meeting_line(connection, actor.here, meeting_id)
            leading = await belonging.leading(connection, actor.here)
        if found is None:
            raise NotFound()
        return MeetingSource(found, local_day(found.starts_at, self._desk.zone(actor)), leading)


async def check(connection: AsyncConnection, actor: Actor, source: Source) -> int | None:
    """Whether the person may make an event of this; gives the event a meeting has already.

    Raises:
        NotFound: it is not the cluster's, or not theirs to make events of.
    """
    if not actor.can(Permission.MODERATE_NEWS):
        raise NotFound()
    if source.origin is EventOrigin.MEETING:
        if await queries.meeting_line(connection, actor.here, source.id) is None:
            raise NotFound()
        return await queries.event_of_meeting(connection, actor.here, source.id)
    if await queries.plan_line(connection, actor.here, source.id) is None:
        raise NotFound()
    return None


async def follow_meetings(db: Database, calendars: Calendars, now: datetime) -> int:
    """Events of meetings that were moved or cancelled follow them; gives how many did."""
    async with db.read() as connection:
        if not _astray(await queries.of_meetings(connection, (now - RECENT).date())):
            return 0

    async def write(tx: AsyncConnection) -> int:
        found = _astray(await queries.of_meetings(tx, (now - RECENT).date()))
        for one in found:
            zone = ZoneInfo(one.zone)
            if one.cancelled:
                await news_events.change_event(tx, one.event_id, state=EventState.CANCELLED.value)
            else:
                day = local_day(one.starts_at, zone)
                await news_events.change_event(tx, one.event_id, first_day=day, last_day=day)
            await clocks.owe(tx, one.event_id, calendars(one.cluster_id), zone)
            event = await news_events.event(tx, one.event_id)
            assert event is not None
            await clocks.tell_organisations(tx, event, now)
        return len(found)

    return await db.run(write)


def _astray(found: Sequence[Astray]) -> list[Astray]:
    return [one for one in found if one.cancelled or local_day(one.starts_at, ZoneInfo(one.zone)) != one.first_day]
