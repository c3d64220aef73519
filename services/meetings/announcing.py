"""From the draft to the meeting's day: announce, move, cancel."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.meetings.model import MeetingView, Member
from cluster.meetings.refusals import NothingToAnnounce, WrongState
from cluster.meetings.states import CHANGEABLE, MeetingState, move
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, load
from storage import audit, meetings_councils, reminders
from storage import meetings as queries
from storage import meetings_answers as answers

REASON_LIMIT = 500


class AnnouncingService(Service):
    """Use cases of who runs a meeting, before it begins."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.SEE_MEETINGS)
    async def announce(self, actor: Actor, meeting_id: int) -> MeetingView:
        """Invite the members, tell group and channel. Announcing twice changes nothing.

        Raises:
            NothingToAnnounce: date, place, agenda or members are missing; data: `missing`.
            WrongState: it began or was cancelled.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            if view.meeting.live:
                return view
            move(view.meeting.state, MeetingState.ANNOUNCED)
            members = await self._ready(tx, view)
            now = self._desk.clock.now()
            await queries.change(
                tx,
                meeting_id,
                state=MeetingState.ANNOUNCED.value,
                announced_at=now,
                quorum=view.council.quorum.value,
                poll_until=None,
            )
            await reminders.cancel(tx, f"meetings:poll:{meeting_id}:")
            await answers.invite(tx, [_row(view, member) for member in members])
            announced = await load(tx, meeting_id, self._desk.clock)
            await letters.invite(tx, announced, announced.invitees, now)
            await letters.post(tx, announced.meeting, announced.council, announced.meeting.sequence, now)
            await self._note(tx, actor, "meetings_announced", meeting_id)
            return announced

    @use_case(Permission.SEE_MEETINGS)
    async def set_date(self, actor: Actor, meeting_id: int, starts_at: datetime) -> MeetingView:
        """Set the date of a draft, or move an announced meeting: then answers are asked for again.

        Raises:
            WrongState: it began, is over or was cancelled.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id, *CHANGEABLE)
            before, now = view.meeting, self._desk.clock.now()
            if before.starts_at == starts_at:
                return view
            if not before.live:
                await queries.change(tx, meeting_id, starts_at=starts_at)
                await self._note(tx, actor, "meetings_changed", meeting_id)
                return await load(tx, meeting_id, self._desk.clock)
            moved = move(before.state, MeetingState.RESCHEDULED)
            await queries.change(tx, meeting_id, starts_at=starts_at, state=moved.value)
            await letters.tell_change(tx, view, now, was=before.starts_at)
            await self._invite_newcomers(tx, view, starts_at)
            await answers.ask_again(tx, meeting_id)
            await letters.forget_reminders(tx, before)
            after = await load(tx, meeting_id, self._desk.clock)
            await letters.remind(tx, after.meeting, after.invitees, now)
            await letters.post(tx, after.meeting, after.council, after.meeting.sequence, now)
            await self._note(tx, actor, "meetings_rescheduled", meeting_id)
            return after

    @use_case(Permission.SEE_MEETINGS)
    async def cancel(self, actor: Actor, meeting_id: int, reason: str) -> MeetingView:
        """Cancel a meeting; who was invited hears it with the reason. Cancelling twice changes nothing.

        Raises:
            WrongState: it began already.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id)
            before, now = view.meeting, self._desk.clock.now()
            if before.state is MeetingState.CANCELLED:
                return view
            if before.state not in CHANGEABLE:
                raise WrongState(state=before.state.value)
            state = move(before.state, MeetingState.CANCELLED)
            sequence = before.sequence + 1
            await queries.change(tx, meeting_id, state=state.value, reason=reason, sequence=sequence, poll_until=None)
            await letters.forget_reminders(tx, before)
            await reminders.cancel(tx, f"meetings:poll:{meeting_id}:")
            if before.live:
                await letters.tell_cancelled(tx, view, now)
                await letters.post(tx, before, view.council, sequence, now)
            await self._note(tx, actor, "meetings_cancelled", meeting_id)
            return await load(tx, meeting_id, self._desk.clock)

    async def _ready(self, tx: AsyncConnection, view: MeetingView) -> list[Member]:
        """Members to invite, if everything an announcement needs is there."""
        meeting = view.meeting
        if meeting.starts_at is None or meeting.starts_at <= self._desk.clock.now():
            raise NothingToAnnounce(missing="date")
        if not meeting.place:
            raise NothingToAnnounce(missing="place")
        if not view.items:
            raise NothingToAnnounce(missing="agenda")
        day = local_day(meeting.starts_at, ZoneInfo(view.zone))
        members = [one for one in await meetings_councils.members(tx, view.council.id, day) if one.holds(day)]
        if not members:
            raise NothingToAnnounce(missing="members")
        return members

    async def _invite_newcomers(self, tx: AsyncConnection, view: MeetingView, starts_at: datetime) -> None:
        """Members whose term covers the new date only are invited now."""
        day = local_day(starts_at, ZoneInfo(view.zone))
        known = {(one.organisation_id, one.person_id) for one in view.invitees}
        new = [
            member
            for member in await meetings_councils.members(tx, view.council.id, day)
            if member.holds(day) and (member.organisation_id, member.person_id) not in known
        ]
        if new:
            await answers.invite(tx, [_row(view, member) for member in new])
            after = await load(tx, view.meeting.id, self._desk.clock)
            fresh = [one for one in after.invitees if (one.organisation_id, one.person_id) not in known]
            await letters.invite(tx, after, fresh, self._desk.clock.now())

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, meeting_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"meetings:{meeting_id}", self._desk.clock.now())


def _row(view: MeetingView, member: Member) -> dict[str, int]:
    return {
        "cluster_id": view.meeting.cluster_id,
        "meeting_id": view.meeting.id,
        "organisation_id": member.organisation_id,
        "person_id": member.person_id,
    }
