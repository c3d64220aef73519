"""What notices about the plan are made of at the moment of delivery."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar, local_day
from cluster.ladder import ESCALATION, first_open_day
from cluster.obligations import ObligationState
from services.calendars import Calendars
from services.clock import Clock
from storage import directory
from storage import obligation_pings as pings
from storage.database import Database
from storage.obligation_pings import Heard


@dataclass(frozen=True, slots=True)
class Today:
    """The day people of a cluster have, with its working calendar."""

    day: date
    calendar: WorkingCalendar

    def left(self, due: date) -> int:
        """Working days until `due`; 0 on the day and after it."""
        return self.calendar.count_working_days(self.day, due)


class Telling:
    """Facts for notices. Not use cases: whom a notice goes to was decided when it was planned."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars

    async def pings(self, cluster_id: int, person_id: int, day: date) -> tuple[list[Heard], Today]:
        """What somebody is to hear of `day`, with the day it is now; nothing that is paused by «не могу»."""
        async with self._db.read() as connection:
            today = await self.today(connection, cluster_id)
            passed = first_open_day(self._clock.now(), await zone_of(connection, cluster_id)) - timedelta(days=1)
            found = await pings.heard(connection, person_id, cluster_id, day, passed)
        return [one for one in found if not _is_paused(one)], today

    async def today(self, connection: AsyncConnection, cluster_id: int) -> Today:
        """The day it is in a cluster."""
        zone = await zone_of(connection, cluster_id)
        return Today(local_day(self._clock.now(), zone), self._calendars(cluster_id))


async def zone_of(connection: AsyncConnection, cluster_id: int) -> ZoneInfo:
    """The zone of a cluster."""
    found = await directory.cluster(connection, cluster_id)
    return ZoneInfo(found.zone if found else "UTC")


def _is_paused(heard: Heard) -> bool:
    return heard.obligation.state is ObligationState.CANNOT and heard.ping.step in ESCALATION
