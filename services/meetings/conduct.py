"""The meeting itself: it begins, people come, items are opened and closed, it ends."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.meetings.model import MeetingView
from cluster.meetings.refusals import ItemOpen, ItemsLeft, TooEarly
from cluster.meetings.states import ItemState, MeetingState, move
from services.base import use_case
from services.meetings import deciding, letters
from services.meetings.desk import load
from services.meetings.floor import RUNNING, Floor
from storage import meetings as queries
from storage import meetings_answers as answers

EARLY = timedelta(hours=2)


class ConductService(Floor):
    """Use cases while a meeting goes on; who runs it leads."""

    @use_case(Permission.SEE_MEETINGS)
    async def begin(self, actor: Actor, meeting_id: int) -> MeetingView:
        """Begin: members get «я на месте». Beginning twice changes nothing.

        Raises:
            TooEarly: it is not its day yet; data: `day`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.state is MeetingState.IN_PROGRESS:
                return view
            state = move(view.meeting.state, MeetingState.IN_PROGRESS)
            now, starts_at = self._now, view.meeting.starts_at
            assert starts_at is not None
            zone = ZoneInfo(view.zone)
            if local_day(now, zone) < local_day(starts_at, zone) and starts_at - now > EARLY:
                raise TooEarly(day=local_day(starts_at, zone).strftime("%d.%m.%Y"))
            first = datetime(local_day(now, zone).year, 1, 1, tzinfo=zone).astimezone(UTC)
            number = await queries.next_number(tx, view.council.id, first, now)
            await queries.change(tx, meeting_id, state=state.value, started_at=now, number=number)
            await letters.forget_reminders(tx, view.meeting)
            await letters.tell_began(tx, view, now)
            await self._record(tx, actor, "meetings_begun", view)
            return await load(tx, meeting_id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def mark(self, actor: Actor, invitee_id: int, *, substitute: bool, here: bool) -> MeetingView:
        """Who runs the meeting marks who came, or left."""
        async with self._desk.db.write() as tx:
            invitee = await answers.invitee(tx, invitee_id)
            if invitee is None:
                raise NotFound()
            view = await self._desk.run(tx, actor, invitee.meeting_id, *RUNNING)
            known = next(one for one in view.invitees if one.id == invitee_id)
            if substitute and not known.seat.substitute_agreed:
                return view
            if here != (known.substitute_here if substitute else known.here):
                column = "substitute_here_at" if substitute else "here_at"
                await answers.change_invitee(tx, [invitee_id], **{column: self._now if here else None})
                if here:
                    await self._record(tx, actor, "meetings_came", view)
                else:
                    await self._record(tx, actor, "meetings_went", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def open_item(self, actor: Actor, item_id: int) -> MeetingView:
        """Begin to discuss an item; a closed one can be taken up again.

        Raises:
            ItemOpen: another one is open; data: `number`.
        """
        async with self._desk.db.write() as tx:
            view, _ = await self._item(tx, actor, item_id, *RUNNING)
            if view.open_item is not None and view.open_item.id != item_id:
                raise ItemOpen(number=view.open_item.position)
            if view.open_item is None:
                await queries.change_item(
                    tx, item_id, state=ItemState.OPEN.value, present=None, needed=None, total=None
                )
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def close_item(self, actor: Actor, item_id: int) -> MeetingView:
        """Close an item: votes are counted, the quorum of this moment is kept with it."""
        async with self._desk.db.write() as tx:
            view, item = await self._item(tx, actor, item_id, *RUNNING)
            if item.state in (ItemState.OPEN, ItemState.VOTING):
                counted, result = view.count, view.tally(item)
                sums = {"votes_for": result.for_, "votes_against": result.against, "votes_abstained": result.abstained}
                await queries.change_item(
                    tx,
                    item_id,
                    state=ItemState.CLOSED.value,
                    present=counted.present,
                    needed=counted.needed,
                    total=counted.total,
                    **(sums if item.voted else {}),
                )
                await self._record(tx, actor, "meetings_item_closed", view)
            return await load(tx, view.meeting.id, self._desk.clock)

    @use_case(Permission.SEE_MEETINGS)
    async def end(self, actor: Actor, meeting_id: int) -> MeetingView:
        """End the meeting: decisions become obligations, minutes are asked for. Ending twice changes nothing.

        Raises:
            ItemsLeft: an item is still open; data: `number`.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.state is MeetingState.MINUTES:
                return view
            state, now = move(view.meeting.state, MeetingState.MINUTES), self._now
            if view.open_item is not None:
                raise ItemsLeft(number=view.open_item.position)
            await queries.change(tx, meeting_id, state=state.value, ended_at=now)
            await letters.chase_minutes(tx, view, now, self._desk.calendars(actor.here))
            await self._record(tx, actor, "meetings_ended", view)
            return await deciding.owed(tx, self._desk, meeting_id)
