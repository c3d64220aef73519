"""What the use cases of a running meeting share: the item they are about, the state it must be in, the log."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor
from cluster.errors import NotFound
from cluster.meetings.model import Item, MeetingView
from cluster.meetings.refusals import MinutesSigned, WrongState
from cluster.meetings.states import MeetingState
from services.base import Service
from services.meetings.desk import Desk
from storage import audit
from storage import meetings as queries

RUNNING = (MeetingState.IN_PROGRESS,)
DECIDING = (MeetingState.IN_PROGRESS, MeetingState.MINUTES)


class Floor(Service):
    """Use cases about an item of the agenda begin here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _now(self) -> datetime:
        return self._desk.clock.now()

    async def _item(
        self, tx: AsyncConnection, actor: Actor, item_id: int, *states: MeetingState
    ) -> tuple[MeetingView, Item]:
        meeting_id = await queries.meeting_of_item(tx, item_id)
        if meeting_id is None:
            raise NotFound()
        view = await self._desk.run(tx, actor, meeting_id)
        require(view, states)
        item = view.item(item_id)
        assert item is not None
        return view, item

    async def _record(self, tx: AsyncConnection, actor: Actor, action: str, view: MeetingView) -> None:
        meeting = view.meeting
        await audit.add(tx, actor.me, meeting.cluster_id, action, f"meetings:{meeting.id}", self._now)


def require(view: MeetingView, states: tuple[MeetingState, ...]) -> None:
    """Refuse what does not fit the meeting's state.

    Raises:
        MinutesSigned: too late for anything but an amendment.
        WrongState: not yet, or no longer; data: `state`.
    """
    if view.meeting.state in states:
        return
    if view.meeting.state is MeetingState.SIGNED:
        raise MinutesSigned()
    raise WrongState(state=view.meeting.state.value)
