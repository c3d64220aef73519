"""Decisions become obligations: the one seam to the plan."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.meetings.model import Decision, MeetingView
from cluster.meetings.states import MeetingState
from cluster.obligations import ObligationState
from services.meetings.desk import Desk, load
from services.plan.planning import replan
from storage import obligations
from storage.obligations import NewObligation, ObligationSource

TITLE_LIMIT = 1000


async def owed(tx: AsyncConnection, desk: Desk, meeting_id: int) -> MeetingView:
    """The meeting now; after its end its decisions are obligations."""
    view = await load(tx, meeting_id, desk.clock)
    if view.meeting.state is MeetingState.MINUTES:
        await owe(tx, view, desk.calendars(view.meeting.cluster_id), desk.clock.now())
    return view


async def owe(tx: AsyncConnection, view: MeetingView, calendar: WorkingCalendar, now: datetime) -> None:
    """Make obligations of a meeting's decisions, and bring those made before up to date with the minutes.

    A decision on an item without a quorum is a recommendation: nobody owes it.
    """
    binding = {item.id for item in view.items if not item.consultative}
    fixed = [decision for decision in view.decisions if decision.item_id in binding]
    ids = await obligations.add_obligations(tx, [_new(view, one) for one in fixed], now)
    known = {one.id: one for one in await obligations.load(tx, ids)}
    for decision, obligation_id in zip(fixed, ids, strict=True):
        was, new = known[obligation_id], _new(view, decision)
        values = {
            "title": new.title,
            "organisation_id": new.organisation_id,
            "person_id": new.person_id,
            "due_on": new.due_on,
        }
        if any(getattr(was, name) != value for name, value in values.items()):
            await obligations.change(tx, obligation_id, **values)
    await replan(tx, ids, calendar, ZoneInfo(view.zone), now)


async def forget(
    tx: AsyncConnection, view: MeetingView, decision: Decision, calendar: WorkingCalendar, now: datetime
) -> None:
    """A decision was taken back before the minutes were signed: it is owed no more."""
    ids = await obligations.add_obligations(tx, [_new(view, decision)], now)
    for obligation_id in ids:
        await obligations.change(tx, obligation_id, state=ObligationState.WAIVED.value)
    await replan(tx, ids, calendar, ZoneInfo(view.zone), now)


def _new(view: MeetingView, decision: Decision) -> NewObligation:
    return NewObligation(
        cluster_id=view.meeting.cluster_id,
        key=f"decision:{decision.id}",
        title=decision.text[:TITLE_LIMIT],
        source=ObligationSource.DECISION,
        source_id=decision.id,
        organisation_id=decision.organisation_id,
        person_id=decision.person_id,
        due_on=decision.due_on,
    )
