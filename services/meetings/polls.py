"""A poll among members about the date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import local_day
from cluster.errors import NotFound
from cluster.meetings.model import MeetingView
from cluster.meetings.poll import Option
from cluster.meetings.refusals import PollClosed, PollEmpty, TooMany
from cluster.meetings.states import Availability, MeetingState
from services.base import Service, use_case
from services.meetings import letters
from services.meetings.desk import Desk, load
from services.meetings.notices import DatesProposed, PollOver
from storage import audit, meetings_councils, outbox, reminders
from storage import meetings as queries
from storage import meetings_answers as answers
from storage.outbox import Recipient
from storage.reminders import Plan

DATES_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Poll:
    """Proposed dates of a draft, with what members said.

    Args:
        asked: ids of the members who are asked.
    """

    view: MeetingView
    dates: Sequence[Option]
    asked: frozenset[int]

    @property
    def answered(self) -> int:
        """How many of them said something of any date."""
        return len(self.asked & {person for option in self.dates for person in option.answers})


class PollService(Service):
    """Use cases of the poll: who runs the meeting proposes, members answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @use_case(Permission.SEE_MEETINGS)
    async def look(self, actor: Actor, meeting_id: int) -> Poll:
        """The poll of a draft, for who runs it."""
        async with self._desk.db.read() as connection:
            await self._desk.run(connection, actor, meeting_id)
            return await self._poll(connection, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def propose(self, actor: Actor, meeting_id: int, starts_at: datetime) -> Poll:
        """Add a date; the same date twice is one.

        Raises:
            TooMany: there are enough; data: `limit`.
            WrongState: the meeting is announced already.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id, MeetingState.DRAFT)
            poll = await self._poll(tx, meeting_id)
            if len(poll.dates) >= DATES_LIMIT and starts_at not in {one.starts_at for one in poll.dates}:
                raise TooMany(limit=DATES_LIMIT)
            await answers.add_date(tx, view.meeting.cluster_id, meeting_id, starts_at)
            return await self._poll(tx, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def take_back(self, actor: Actor, date_id: int) -> Poll:
        """Take a proposed date back."""
        async with self._desk.db.write() as tx:
            meeting_id = await self._meeting_of(tx, date_id)
            await self._desk.run(tx, actor, meeting_id, MeetingState.DRAFT)
            await answers.drop_date(tx, date_id)
            return await self._poll(tx, meeting_id)

    @use_case(Permission.SEE_MEETINGS)
    async def ask(self, actor: Actor, meeting_id: int, until: datetime) -> Poll:
        """Ask the members until a moment; asking anew moves the moment and asks who has not answered.

        Raises:
            PollEmpty: fewer than two dates, or no members.
        """
        async with self._desk.db.write() as tx:
            view = await self._desk.run(tx, actor, meeting_id, MeetingState.DRAFT)
            poll, now = await self._poll(tx, meeting_id), self._desk.clock.now()
            if len(poll.dates) < 2 or not poll.asked:
                raise PollEmpty()
            if view.meeting.poll_until == until:
                return poll
            await queries.change(tx, meeting_id, poll_until=until)
            silent = poll.asked - {person for option in poll.dates for person in option.answers}
            occasion = f"dates:{meeting_id}:{int(until.timestamp())}"
            await outbox.add_many(
                tx,
                [
                    letters.to_person(
                        view.meeting, one, DatesProposed(meeting_id=meeting_id, person_id=one), now, f"{occasion}:{one}"
                    )
                    for one in sorted(silent)
                ],
            )
            await self._plan_end(tx, view, until)
            await audit.add(tx, actor.me, actor.here, "meetings_dates_asked", f"meetings:{meeting_id}", now)
            return await self._poll(tx, meeting_id)

    @use_case(Permission.CONSENTED)
    async def own(self, actor: Actor, meeting_id: int) -> Poll:
        """The poll, for a member who is asked.

        Raises:
            NotFound: the actor is not asked.
        """
        async with self._desk.db.read() as connection:
            return await self._asked(connection, actor, meeting_id)

    @use_case(Permission.CONSENTED)
    async def answer(self, actor: Actor, date_id: int, availability: Availability) -> Poll:
        """Say whether a date suits; the last answer counts.

        Raises:
            PollClosed: its day is over, or a date was chosen.
            NotFound: the actor is not asked.
        """
        async with self._desk.db.write() as tx:
            meeting_id, now = await self._meeting_of(tx, date_id), self._desk.clock.now()
            poll = await self._asked(tx, actor, meeting_id)
            until = poll.view.meeting.poll_until
            if until is None or until <= now or poll.view.meeting.state is not MeetingState.DRAFT:
                raise PollClosed()
            await answers.answer_date(tx, date_id, actor.me, availability, now)
            return await self._poll(tx, meeting_id)

    async def _plan_end(self, tx: AsyncConnection, view: MeetingView, until: datetime) -> None:
        """Who runs the meeting hears at the end which dates are the best."""
        await reminders.plan_many(
            tx,
            [
                Plan(
                    f"meetings:poll:{view.meeting.id}:{int(until.timestamp())}:{person_id}",
                    PollOver(meeting_id=view.meeting.id),
                    Recipient.person(person_id, view.meeting.cluster_id),
                    until,
                )
                for person_id in await letters.runners(tx, view.council)
            ],
        )

    async def _meeting_of(self, connection: AsyncConnection, date_id: int) -> int:
        meeting_id = await answers.meeting_of_date(connection, date_id)
        if meeting_id is None:
            raise NotFound()
        return meeting_id

    async def _asked(self, connection: AsyncConnection, actor: Actor, meeting_id: int) -> Poll:
        poll = await self._poll(connection, meeting_id)
        if actor.me not in poll.asked or poll.view.meeting.poll_until is None:
            raise NotFound()
        return poll

    async def _poll(self, connection: AsyncConnection, meeting_id: int) -> Poll:
        return await load_poll(connection, self._desk, meeting_id)


async def load_poll(connection: AsyncConnection, desk: Desk, meeting_id: int) -> Poll:
    """The poll of a meeting; members of today are asked.

    Raises:
        NotFound: no such meeting.
    """
    view = await load(connection, meeting_id, desk.clock)
    today = local_day(desk.clock.now(), ZoneInfo(view.zone))
    members = await meetings_councils.members(connection, view.council.id, today)
    asked = frozenset(one.person_id for one in members if one.holds(today))
    return Poll(view, await answers.dates(connection, meeting_id), asked)
