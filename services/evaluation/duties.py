"""What the program does about expert sessions by itself: silence becomes expiry, changed affiliations are seen."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.evaluation.conflict import Conflict, Ground, Occasion
from cluster.evaluation.deadline import is_expired
from cluster.evaluation.states import SCORING, AssignmentState, DeclineReason, move
from services.evaluation import letters
from services.evaluation.notices import ConflictSeen, ExpertSilent, SheetSetAside
from storage import audit, evaluation_sight, outbox
from storage import evaluation as queries
from storage import evaluation_watch as watch
from storage.database import Database
from storage.evaluation_watch import Watched
from storage.outbox import Recipient

Calendars = Callable[[int | None], WorkingCalendar]


async def look_after(db: Database, calendars: Calendars, now: datetime) -> bool:
    """Do what is due; says whether there was anything."""
    async with db.read() as connection:
        silent = [one for one in await watch.silent(connection) if _is_over(one, calendars, now)]
        affiliated = await watch.affiliated(connection)
    if not silent and not affiliated:
        return False
    async with db.write() as tx:
        still = {one.assignment_id for one in await watch.silent(tx)}
        for one in silent:
            if one.assignment_id in still:
                await _expire(tx, one, now)
        for one in await watch.affiliated(tx):
            await _set_aside(tx, one, now)
    return True


def _is_over(one: Watched, calendars: Calendars, now: datetime) -> bool:
    calendar = calendars(one.cluster_id)
    return one.invited_at is not None and is_expired(one.invited_at, calendar, ZoneInfo(one.zone), now)


async def _expire(tx: AsyncConnection, one: Watched, now: datetime) -> None:
    state = move(one.state, AssignmentState.EXPIRED)
    await queries.change_assignment(tx, one.assignment_id, state=state.value)
    await audit.add(tx, None, one.cluster_id, "evaluation_expired", f"evaluation_assignments:{one.assignment_id}", now)
    await _tell(tx, one, ExpertSilent(assignment_id=one.assignment_id), "silent", now)


async def _set_aside(tx: AsyncConnection, one: Watched, now: datetime) -> None:
    """A role in the college closes the sheet: an unfinished one is declined, a signed one no longer counts."""
    await evaluation_sight.declare(
        tx, one.cluster_id, one.programme_id, one.person_id, ground=Ground.ROLE, occasion=Occasion.CHANGE, at=now
    )
    values = {"conflict": Conflict.HARD.value}
    if one.state in SCORING or one.state is AssignmentState.INVITED:
        declined = move(one.state, AssignmentState.DECLINED)
        values |= {"state": declined.value, "reason": DeclineReason.CONFLICT.value}
    await queries.change_assignment(tx, one.assignment_id, **values)
    subject = f"evaluation_assignments:{one.assignment_id}"
    await audit.add(tx, None, one.cluster_id, "evaluation_conflict_seen", subject, now)
    to = Recipient.person(one.person_id, one.cluster_id)
    key = f"evaluation:aside:{one.assignment_id}"
    await outbox.add(tx, SheetSetAside(assignment_id=one.assignment_id), to=to, at=now, key=key)
    await _tell(tx, one, ConflictSeen(assignment_id=one.assignment_id), "conflict", now)


async def _tell(
    tx: AsyncConnection, one: Watched, notice: ExpertSilent | ConflictSeen, key: str, now: datetime
) -> None:
    session = await queries.session(tx, one.cluster_id, one.session_id)
    assert session is not None
    key = f"evaluation:{key}:{one.assignment_id}:{int(now.timestamp())}"
    await letters.tell_coordinators(tx, session, notice, now, key, programme_id=one.programme_id)
