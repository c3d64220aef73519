"""Who is told and reminded of a meeting, in the transaction of the change that causes it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.chats import ChatPurpose
from cluster.meetings import timing
from cluster.meetings.model import Invitee, LiveCouncil, Meeting, MeetingView
from cluster.meetings.states import Answer
from cluster.meetings.timing import Before
from cluster.notice import Notice
from services.meetings.notices import (
    AnswerChanged,
    MeetingBegan,
    MeetingCancelled,
    MeetingCancelledNow,
    MeetingChanged,
    MeetingChangedNow,
    MeetingInvited,
    MeetingPosted,
    MeetingSoon,
    MeetingVerySoon,
    MinutesAwaited,
    MinutesOut,
    VoteOpened,
)
from storage import meetings as queries
from storage import meetings_councils, outbox, reminders
from storage.chats import chat_of
from storage.outbox import Letter, Recipient
from storage.reminders import Plan

SOON: Final = timedelta(hours=3)
"""News of a meeting this near is not held back by quiet hours (product, section 2)."""


async def invite(tx: AsyncConnection, view: MeetingView, invitees: Iterable[Invitee], now: datetime) -> None:
    """Ask delegates whether they come and plan their reminders; once, however often it is called."""
    listed = list(invitees)
    await outbox.add_many(
        tx,
        [
            _letter(view.meeting, one.person_id, MeetingInvited(invitee_id=one.id), now, f"invited:{one.id}")
            for one in listed
        ],
    )
    await remind(tx, view.meeting, listed, now)


async def remind(tx: AsyncConnection, meeting: Meeting, invitees: Iterable[Invitee], now: datetime) -> None:
    """Plan the reminders of delegates."""
    await _remind(tx, meeting, [(one.id, one.person_id) for one in invitees], now)


async def remind_substitute(
    tx: AsyncConnection, meeting: Meeting, invitee: Invitee, person_id: int, now: datetime
) -> None:
    """Plan the reminders of a substitute who agreed."""
    await _remind(tx, meeting, [(invitee.id, person_id)], now)


async def _remind(tx: AsyncConnection, meeting: Meeting, who: Sequence[tuple[int, int]], now: datetime) -> None:
    if meeting.starts_at is None:
        return
    plans = []
    for due in timing.reminders_of(meeting.starts_at, now):
        kind = MeetingVerySoon if due.before is Before.HOURS else MeetingSoon
        for invitee_id, person_id in who:
            key = f"{_prefix(meeting)}{meeting.starts_at:%Y%m%d%H%M}:{due.before}:{invitee_id}:{person_id}"
            notice = kind(invitee_id=invitee_id, before=due.before, starts_at=meeting.starts_at)
            plans.append(Plan(key, notice, Recipient.person(person_id, meeting.cluster_id), due.at))
    await reminders.plan_many(tx, plans)


async def forget_reminders(tx: AsyncConnection, meeting: Meeting) -> None:
    """Nothing more is said before this meeting: it moved, was cancelled or began."""
    await reminders.cancel(tx, _prefix(meeting))


async def tell_change(tx: AsyncConnection, view: MeetingView, now: datetime, *, was: datetime | None = None) -> None:
    """Members hear of a change after a few minutes, together with the changes that follow within them.

    Args:
        view: the meeting as it was before the change.
        was: when it was to begin, if it moves.
    """
    meeting, until = view.meeting, now + timing.SETTLING
    going_on = meeting.batch_until is not None and now < meeting.batch_until
    batch = meeting.batch if going_on else meeting.batch + 1
    first = (meeting.batch_was if going_on else None) or was
    await queries.change(tx, meeting.id, sequence=meeting.sequence + 1, batch=batch, batch_until=until, batch_was=first)
    near = [moment for moment in (meeting.starts_at, was) if moment is not None and moment - now <= SOON]
    kind = MeetingChangedNow if near else MeetingChanged
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"meetings:changed:{meeting.id}:{batch}:{invitee_id}:{person_id}",
                kind(invitee_id=invitee_id, batch=batch),
                Recipient.person(person_id, meeting.cluster_id),
                until,
            )
            for invitee_id, person_id in _addressed(view.invitees, declined=was is not None)
        ],
    )


async def tell_cancelled(tx: AsyncConnection, view: MeetingView, now: datetime) -> None:
    """Everybody who was invited and did not decline hears that it will not take place."""
    meeting = view.meeting
    near = meeting.starts_at is not None and meeting.starts_at - now <= SOON
    kind = MeetingCancelledNow if near else MeetingCancelled
    await reminders.cancel(tx, f"meetings:changed:{meeting.id}:")
    letters = [
        _letter(meeting, person_id, kind(invitee_id=invitee_id), now, f"cancelled:{invitee_id}:{person_id}")
        for invitee_id, person_id in _addressed(view.invitees)
    ]
    await outbox.add_many(tx, letters)


async def post(tx: AsyncConnection, meeting: Meeting, council: LiveCouncil, sequence: int, now: datetime) -> None:
    """Announce in the cluster's group and channel, as the council has it; once for each version of the meeting."""
    wanted = [(ChatPurpose.GROUP, council.to_group), (ChatPurpose.CHANNEL, council.to_channel)]
    for purpose, on in wanted:
        chat = await chat_of(tx, meeting.cluster_id, purpose) if on else None
        if chat is not None and chat.is_ready:
            await outbox.add(
                tx,
                MeetingPosted(meeting_id=meeting.id, sequence=sequence),
                to=Recipient.chat(meeting.cluster_id, chat.chat_id),
                at=now,
                key=f"meetings:posted:{meeting.id}:{sequence}:{purpose.value}",
            )


async def tell_began(tx: AsyncConnection, view: MeetingView, now: datetime) -> None:
    """Who is expected gets the button «я на месте»."""
    expected = [one for one in view.invitees if one.answer is not Answer.NO]
    letters = [
        _letter(view.meeting, person_id, MeetingBegan(invitee_id=invitee_id), now, f"began:{invitee_id}:{person_id}")
        for invitee_id, person_id in _addressed(expected)
    ]
    await outbox.add_many(tx, letters)


async def tell_vote(tx: AsyncConnection, view: MeetingView, item_id: int, revision: int, now: datetime) -> None:
    """Everybody who votes for an organisation now gets the buttons."""
    people = sorted({person for persons in view.voters.values() for person in persons})
    letters = [
        _letter(view.meeting, one, VoteOpened(item_id=item_id, person_id=one), now, f"vote:{item_id}:{revision}:{one}")
        for one in people
    ]
    await outbox.add_many(tx, letters)


async def alert(tx: AsyncConnection, view: MeetingView, invitee_id: int, now: datetime) -> None:
    """The secretary hears at once that somebody who was counted on will not come."""
    notice = AnswerChanged(invitee_id=invitee_id)
    await tell_runners(tx, view, notice, now, f"alert:{invitee_id}:{int(now.timestamp())}")


async def tell_runners(tx: AsyncConnection, view: MeetingView, notice: Notice, now: datetime, occasion: str) -> None:
    """Tell who runs the meeting."""
    people = await runners(tx, view.council)
    await outbox.add_many(tx, [_letter(view.meeting, one, notice, now, f"{occasion}:{one}") for one in people])


async def runners(connection: AsyncConnection, council: LiveCouncil) -> list[int]:
    """Who hears of a council's affairs: the secretary, else the chair, else the cluster's coordinators."""
    head = council.secretary_id or council.chair_id
    return [head] if head else await meetings_councils.coordinators(connection, council.cluster_id)


async def chase_minutes(tx: AsyncConnection, view: MeetingView, ended_at: datetime, calendar: WorkingCalendar) -> None:
    """Plan the requests for unsigned minutes, to secretary and chair."""
    people = sorted(view.council.heads) or await runners(tx, view.council)
    moments = timing.chases(ended_at, calendar, ZoneInfo(view.zone))
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"meetings:minutes:{view.meeting.id}:{number}:{person_id}",
                MinutesAwaited(meeting_id=view.meeting.id),
                Recipient.person(person_id, view.meeting.cluster_id),
                moment,
            )
            for number, moment in enumerate(moments)
            for person_id in people
        ],
    )


async def tell_minutes(tx: AsyncConnection, view: MeetingView, now: datetime, amendment_id: int | None = None) -> None:
    """Everybody who was invited hears that the minutes are signed, or amended; requests for them end."""
    await reminders.cancel(tx, f"meetings:minutes:{view.meeting.id}:")
    notice = MinutesOut(meeting_id=view.meeting.id, amendment_id=amendment_id)
    people = sorted({person for _, person in _addressed(view.invitees)})
    occasion = f"amended:{amendment_id}" if amendment_id else "signed"
    letters = [_letter(view.meeting, one, notice, now, f"{occasion}:{view.meeting.id}:{one}") for one in people]
    await outbox.add_many(tx, letters)


def to_person(meeting: Meeting, person_id: int, notice: Notice, now: datetime, occasion: str) -> Letter:
    """A letter about a meeting; the same `occasion` twice is one."""
    return _letter(meeting, person_id, notice, now, occasion)


def _addressed(invitees: Iterable[Invitee], *, declined: bool = False) -> list[tuple[int, int]]:
    """Invitation and reader: the delegate, and the substitute who agreed.

    Args:
        declined: those who declined too: another date may suit them.
    """
    found = []
    for one in invitees:
        if declined or one.answer is not Answer.NO:
            found.append((one.id, one.person_id))
        if one.seat.substitute_agreed and one.substitute_id is not None:
            found.append((one.id, one.substitute_id))
    return found


def _letter(meeting: Meeting, person_id: int, notice: Notice, now: datetime, occasion: str) -> Letter:
    return Letter(notice, Recipient.person(person_id, meeting.cluster_id), now, f"meetings:{occasion}")


def _prefix(meeting: Meeting) -> str:
    return f"meetings:soon:{meeting.id}:"
