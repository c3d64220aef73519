"""What happens to placements by itself: unanswered ones expire, accepted ones begin, active ones are over."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import local_day
from cluster.practice.acceptance import Placement, PlacementState, state_on
from services.calendars import Calendars
from services.practice import ending, letters
from services.practice.freed import Freed, Resolve
from services.practice.notices import PracticeOver
from services.practice.proposing import propose
from storage import audit
from storage import practice_placements as records
from storage.database import Database
from storage.evaluation import zone as zone_of

AHEAD = timedelta(hours=14)
"""No zone is further ahead of UTC."""


async def settle_placements(db: Database, calendars: Calendars, now: datetime, resolve: Resolve | None = None) -> int:
    """Let time do its work; a seat that expired is matched anew. Returns how many placements changed."""
    latest = (now + AHEAD).date()
    async with db.read() as connection:
        due = await records.overdue(connection, now, latest)
    changed = 0
    for placement in due:
        async with db.write() as tx:
            current = await records.placement(tx, placement.cluster_id, placement.id)
            moved = await _settle(tx, current, now) if current else None
        changed += moved is not None
        if moved is PlacementState.EXPIRED and resolve is not None:
            found = await resolve(Freed(placement.cluster_id, placement.intern_id, placement.place_id))
            async with db.write() as tx:
                await propose(tx, placement.cluster_id, found, calendars(placement.cluster_id), now)
    return changed


async def _settle(tx: AsyncConnection, placement: Placement, now: datetime) -> PlacementState | None:
    """The new state of one placement, None where nothing changes."""
    if placement.state is PlacementState.PROPOSED:
        if placement.expires_at > now:
            return None
        await ending.end(tx, placement, PlacementState.EXPIRED, now)
        await _note(tx, placement, "practice_expired", now)
        return PlacementState.EXPIRED
    today = local_day(now, ZoneInfo(await zone_of(tx, placement.cluster_id)))
    state = state_on(placement.state, placement.period, today)
    if state is placement.state:
        return None
    ended = {"ended_at": now} if state is PlacementState.COMPLETED else {}
    await records.change_placement(tx, placement.id, state=state.value, **ended)
    await _note(tx, placement, "practice_moved_on", now)
    if state is PlacementState.COMPLETED:
        sides = await letters.sides_of(tx, placement)
        told = sides.everybody
        notice, key = PracticeOver(placement_id=placement.id), f"practice:over:{placement.id}"
        await letters.tell(tx, placement.cluster_id, told, notice, now, key=key)
    return state


async def _note(tx: AsyncConnection, placement: Placement, action: str, now: datetime) -> None:
    await audit.add(tx, None, placement.cluster_id, action, f"practice_placements:{placement.id}", now)
