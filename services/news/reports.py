"""Reports: who wrote in time, and where news appeared."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median

from cluster.access import Actor, Permission, Role
from cluster.calendar import WorkingCalendar, local_day
from cluster.chats import ChatPurpose, ConnectedChat
from cluster.news.model import Standing
from cluster.news.states import ObligationState
from services.base import Service, use_case
from services.news.desk import Desk
from storage import chats, news_reports
from storage.news_reports import Appearance, Owed


@dataclass(frozen=True, slots=True)
class Compliance:
    """Everybody's standing in a period; days are inclusive."""

    first: date
    last: date
    rows: Sequence[Standing]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class MediaPlan:
    """Where news appeared in a period; `channel` makes links to posts."""

    first: date
    last: date
    rows: Sequence[Appearance]
    channel: ConnectedChat | None
    made_at: datetime


class ReportService(Service):
    """Use cases of reports. A college sees its own, a coordinator everybody's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db, self._clock = desk.db, desk.clock

    @use_case(Permission.WRITE_NEWS)
    async def compliance(self, actor: Actor, first: date, last: date) -> Compliance:
        """On time, late, missing and the median of days, by organisation, for events that ended in the period."""
        async with self._db.read() as connection:
            colleges = await news_reports.colleges(connection, actor.here, first, last)
            owed = await news_reports.owed(connection, actor.here, first, last)
        mine = actor.organisations(Role.COLLEGE)
        if not actor.can(Permission.MODERATE_NEWS):
            colleges = [one for one in colleges if one[0] in mine]
        theirs: dict[int, list[Owed]] = defaultdict(list)
        for one in owed:
            theirs[one.organisation_id].append(one)
        now, calendar, zone = self._clock.now(), self._desk.calendar(actor), self._desk.zone(actor)
        days = {one: _days(one, calendar, local_day(one.handed_in_at, zone)) for one in owed if one.handed_in_at}
        rows = [_standing(number, name, theirs[number], days, now) for number, name in colleges]
        return Compliance(first, last, rows, now)

    @use_case(Permission.WRITE_NEWS)
    async def media_plan(self, actor: Actor, first: date, last: date) -> MediaPlan:
        """Every item that came out in the period with the outlets it appeared in."""
        zone = self._desk.zone(actor)
        start = datetime.combine(first, time(0), zone)
        end = datetime.combine(last + timedelta(days=1), time(0), zone)
        everything = actor.can(Permission.MODERATE_NEWS)
        mine = None if everything else sorted(actor.organisations(Role.COLLEGE))
        async with self._db.read() as connection:
            rows = await news_reports.appearances(connection, actor.here, start, end, mine)
            channel = await chats.chat_of(connection, actor.here, ChatPurpose.CHANNEL)
        return MediaPlan(first, last, rows, channel, self._clock.now())


def _days(one: Owed, calendar: WorkingCalendar, handed_in: date) -> int:
    return calendar.count_working_days(one.last_day, handed_in)


def _standing(organisation_id: int, name: str, owed: Sequence[Owed], days: dict[Owed, int], now: datetime) -> Standing:
    counted = [one for one in owed if one.state not in (ObligationState.NOT_HELD, ObligationState.WAIVED)]
    given = [one for one in counted if one.handed_in_at is not None]
    late = sum(1 for one in given if one.handed_in_at is not None and one.handed_in_at > one.due_at)
    missing = sum(1 for one in counted if one.handed_in_at is None and one.due_at < now)
    return Standing(
        organisation_id=organisation_id,
        organisation=name,
        on_time=len(given) - late,
        late=late,
        missing=missing,
        ahead=len(counted) - len(given) - missing,
        median_days=float(median(days[one] for one in given)) if given else None,
    )
