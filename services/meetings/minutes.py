"""Minutes after the meeting: signed once, then changed by amendments only."""

from cluster.access import Actor, Permission
from cluster.meetings.model import MeetingView
from cluster.meetings.refusals import WrongState
from cluster.meetings.states import MeetingState, move
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, load
from storage import audit
from storage import meetings as queries


class MinutesService(Service):
    """Use cases of who keeps the minutes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.CONSENTED)
    async def read(self, actor: Actor, meeting_id: int) -> MeetingView:
        """Minutes of a meeting: for who runs it from its beginning, for who was invited once they are signed.

        Raises:
            WrongState: there are none yet; data: `state`.
        """
        async with self._desk.db.read() as connection:
            view = await self._desk.attend(connection, actor, meeting_id)
            if view.meeting.started_at is None:
                raise WrongState(state=view.meeting.state.value)
            if view.meeting.state is not MeetingState.SIGNED:
                await self._desk.run(connection, actor, meeting_id)
            return view

    @use_case(Permission.SEE_MEETINGS)
    async def sign(self, actor: Actor, meeting_id: int, file_id: str, name: str) -> MeetingView:
        """Keep the signed minutes (Telegram's file id); who was invited hears of it. The first file stays.

        Raises:
            WrongState: the meeting is not over; data: `state`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.state is MeetingState.SIGNED:
                return view
            state, now = move(view.meeting.state, MeetingState.SIGNED), self._desk.clock.now()
            values = {"state": state.value, "signed_at": now, "signed_file": file_id, "signed_name": name[:255]}
            await queries.change(tx, meeting_id, **values)
            await letters.tell_minutes(tx, view, now)
            await audit.add(tx, actor.me, actor.here, "meetings_signed", f"meetings:{meeting_id}", now)
            return await load(tx, meeting_id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def amend(self, actor: Actor, meeting_id: int, text: str, draft_key: str) -> MeetingView:
        """Add an amendment to signed minutes; who was invited hears of it. The same draft twice is one.

        Raises:
            WrongState: the minutes are not signed: they can still be edited; data: `state`.
        """
        async with self._desk.db.write() as tx:
            view, now = await self._desk.run(tx, actor, meeting_id, MeetingState.SIGNED), self._desk.clock.now()
            amendment_id, made = await queries.insert_amendment(
                tx,
                cluster_id=actor.here,
                meeting_id=meeting_id,
                text=text,
                added_by=actor.me,
                added_at=now,
                draft_key=draft_key,
            )
            if made:
                await letters.tell_minutes(tx, view, now, amendment_id)
                await audit.add(tx, actor.me, actor.here, "meetings_amended", f"meetings:{meeting_id}", now)
            return await load(tx, meeting_id, self._desk.clock)
