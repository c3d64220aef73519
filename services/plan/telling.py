"""What notices about the plan are made of at the moment of delivery."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar, local_day
from cluster.ladder import ESCALATION, RISK_DAYS, first_open_day
from cluster.obligations import Obligation, ObligationState
from services.calendars import Calendars
from services.clock import Clock
from storage import directory, directory_documents, obligations
from storage import obligation_lists as lists
from storage import obligation_pings as pings
from storage.database import Database
from storage.obligation_lists import Horizon, Where, Which
from storage.obligation_pings import Heard

WEEK_SHOWN = 15


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

    async def obligation(self, obligation_id: int) -> tuple[Obligation, Today] | None:
        """An obligation as it is now; None when there is none."""
        async with self._db.read() as connection:
            found = await obligations.load(connection, [obligation_id])
            return (found[0], await self.today(connection, found[0].cluster_id)) if found else None

    async def decided(self, obligation_id: int, act: str) -> tuple[Obligation, Today, str] | None:
        """An obligation with what the coordinator wrote to their last decision of this kind; empty for nothing."""
        async with self._db.read() as connection:
            found = await obligations.load(connection, [obligation_id])
            if not found:
                return None
            said = [one.text or "" for one in await obligations.history(connection, obligation_id) if one.act == act]
            return found[0], await self.today(connection, found[0].cluster_id), said[-1] if said else ""

    async def several(self, cluster_id: int, ids: Collection[int]) -> tuple[list[Obligation], Today]:
        """Obligations that are still owed, the earliest deadline first."""
        async with self._db.read() as connection:
            found = [one for one in await obligations.load(connection, ids) if one.is_open]
            ordered = sorted(found, key=lambda one: (one.due_on or date.max, one.id))
            return ordered, await self.today(connection, cluster_id)

    async def board(self, cluster_id: int) -> tuple[dict[Which, int], list[Obligation], Today]:
        """The board of a cluster with what is due this week."""
        async with self._db.read() as connection:
            today = await self.today(connection, cluster_id)
            where, horizon = Where(cluster_id), horizon_of(today)
            counts = await lists.counts(connection, where, horizon)
            week, _ = await lists.page(connection, where, Which.WEEK, horizon, limit=WEEK_SHOWN, offset=0)
            return counts, week, today

    async def made(self, cluster_id: int, plan_id: int, person_id: int) -> tuple[str, list[Obligation], Today]:
        """The title of an adopted plan and what of it a person's organisations owe."""
        async with self._db.read() as connection:
            circle = await pings.circle(connection, cluster_id)
            mine = {org for org, known in circle.representatives.items() if person_id in known}
            rows = await directory_documents.plan_rows_of(connection, cluster_id, plan_id)
            made = await obligations.of_rows(connection, cluster_id, [row.id for row in rows])
            plans = await directory_documents.plans_of(connection, cluster_id)
            title = next((plan.title for plan in plans if plan.id == plan_id), "")
            owed = [one for _, one in made if one.organisation_id in mine and one.is_open]
            return title, owed, await self.today(connection, cluster_id)

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


def horizon_of(today: Today) -> Horizon:
    """The days a board is seen from."""
    sunday = today.day + timedelta(days=6 - today.day.weekday())
    return Horizon(today.day, sunday, today.calendar.add_working_days(today.day, RISK_DAYS))
