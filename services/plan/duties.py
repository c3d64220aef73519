"""What happens by itself about the plan: pings follow people and time, Mondays get their digest."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import local_day
from services.calendars import Calendars
from services.plan.events import follow_events
from services.plan.planning import RENEW_BEFORE, plan_digests, replan
from services.plan.telling import zone_of
from storage import obligation_pings as pings
from storage.database import Database

BATCH = 300


async def keep_planned(db: Database, calendars: Calendars, now: datetime) -> int:
    """Plan what is missing: what events that are over make owed, pings where people or days changed, digests.

    Returns:
        How many obligations were planned again.
    """
    await follow_events(db, calendars, now)
    async with db.read() as connection:
        clusters = await pings.clusters_with_open(connection)
    return sum([await _keep(db, calendars, cluster_id, now) for cluster_id in clusters])


async def _keep(db: Database, calendars: Calendars, cluster_id: int, now: datetime) -> int:
    calendar = calendars(cluster_id)
    async with db.read() as connection:
        zone = await zone_of(connection, cluster_id)
        horizon = local_day(now, zone) + RENEW_BEFORE
        due = await pings.outdated(connection, cluster_id, horizon)
    for start in range(0, len(due), BATCH):
        batch = due[start : start + BATCH]

        async def plan(tx: AsyncConnection, batch: list[int] = batch) -> None:
            await replan(tx, batch, calendar, zone, now)

        await db.run(plan)
    await db.run(lambda tx: plan_digests(tx, cluster_id, calendar, zone, now))
    return len(due)
