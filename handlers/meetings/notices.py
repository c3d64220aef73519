"""Notices of meetings in words. What is no longer so is not told."""

from cluster.meetings.duty import Quarter
from cluster.meetings.model import MeetingView
from cluster.meetings.states import Answer, ItemState, MeetingState, SubstituteState
from cluster.meetings.timing import faded, overtaken
from handlers.engine import Attachment, Button, Reader, Screen, renders
from handlers.meetings import hall, paper, screens, words
from handlers.meetings.taps import CouncilTap, MeetingTap, OwnTap, PollTap
from locales import Html, Translator, lines
from services.meetings import Invitation
from services.meetings.notices import (
    AnswerChanged,
    DatesProposed,
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
    PollOver,
    QuarterEmpty,
    SubstituteAnswered,
    SubstituteAsked,
    SubstituteReleased,
    VoteOpened,
)


@renders(MeetingInvited)
async def invited(notice: MeetingInvited, reader: Reader) -> Screen | None:
    """There will be a meeting. Will you come?"""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or not found.view.meeting.live or reader.person_id is None:
        return None
    if faded(found.view.meeting.starts_at, found.now):
        return None
    return _own(found, reader, reader.t("meetings-invited"))


@renders(MeetingPosted)
async def posted(notice: MeetingPosted, reader: Reader) -> Screen | None:
    """To the group or channel; only the newest version is worth a post."""
    view: MeetingView | None = await reader.services.meetings.telling.meeting(notice.meeting_id)
    if view is None or view.meeting.sequence != notice.sequence:
        return None
    t, state = reader.t, view.meeting.state
    if state not in (MeetingState.ANNOUNCED, MeetingState.RESCHEDULED, MeetingState.CANCELLED):
        return None
    key = f"meetings-post-{state.value}"
    return Screen(lines(t(key), screens.invitation_text(t, view), words.state(t, view.meeting), gap="\n\n"))


@renders(MeetingChanged)
@renders(MeetingChangedNow)
async def changed(notice: MeetingChanged, reader: Reader) -> Screen | None:
    """Everything that changed within a few minutes; a later change brings a message of its own."""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or not found.view.meeting.live or found.view.meeting.batch != notice.batch:
        return None
    t, meeting = reader.t, found.view.meeting
    moved = meeting.batch_was is not None and meeting.batch_was != meeting.starts_at
    if not moved or meeting.batch_was is None:
        return _own(found, reader, t("meetings-changed"))
    head = t("meetings-moved", council=found.view.council.name, was=words.moment(t, meeting.batch_was))
    if reader.person_id not in (found.invitee.person_id, found.invitee.substitute_id):
        return Screen(lines(head, words.when(t, meeting), t("meetings-moved-released"), gap="\n\n"))
    return _own(found, reader, head)


@renders(MeetingCancelled)
@renders(MeetingCancelledNow)
async def cancelled(notice: MeetingCancelled, reader: Reader) -> Screen | None:
    """It will not take place; the calendar entry is taken out."""
    found = await _invitation(notice.invitee_id, reader)
    if found is None:
        return None
    t, view = reader.t, found.view
    text = t(
        "meetings-cancelled",
        council=view.council.name,
        at=words.moment(t, view.meeting.starts_at) if view.meeting.starts_at else t.plain("meetings-date-open"),
        reason=view.meeting.reason or t.plain("meetings-reason-none"),
    )
    return Screen(text, files=_calendar(found, reader))


@renders(MeetingSoon)
@renders(MeetingVerySoon)
async def soon(notice: MeetingSoon, reader: Reader) -> Screen | None:
    """Before a meeting: to those who did not decline, want it, and for the date it is on now."""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or reader.person_id is None or not _expected(found, reader.person_id):
        return None
    meeting = found.view.meeting
    if not meeting.live or meeting.starts_at != notice.starts_at or found.now >= notice.starts_at:
        return None
    if overtaken(notice.before, notice.starts_at, found.now):
        return None
    if notice.before.value in await reader.services.meetings.telling.reminders_off(reader.person_id):
        return None
    head = reader.t(f"meetings-soon-{notice.before.value}", council=found.view.council.name)
    return screens.own(reader.t, found.view, reader.person_id, head)


@renders(MeetingBegan)
async def began(notice: MeetingBegan, reader: Reader) -> Screen | None:
    """Are you here?"""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or found.view.meeting.state is not MeetingState.IN_PROGRESS:
        return None
    if faded(found.view.meeting.started_at, found.now):
        return None
    t, m = reader.t, found.view.meeting.id
    here = Button(t.plain("meetings-button-here"), OwnTap(m=m, do=OwnTap.HERE))
    text = lines(t("meetings-began", council=found.view.council.name), words.where(t, found.view.meeting), gap="\n\n")
    return Screen(text, [[here]])


@renders(SubstituteAsked)
async def substitute_asked(notice: SubstituteAsked, reader: Reader) -> Screen | None:
    """Will you come instead?"""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or reader.person_id is None or not found.view.meeting.live:
        return None
    one = found.invitee
    if one.substitute_id != notice.person_id or one.substitute_state is not SubstituteState.ASKED:
        return None
    return _own(found, reader, reader.t("meetings-substitute-asked", who=one.person, organisation=one.organisation))


@renders(SubstituteAnswered)
async def substitute_answered(notice: SubstituteAnswered, reader: Reader) -> Screen | None:
    """The substitute comes, or does not."""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or found.invitee.answer is not Answer.SUBSTITUTE or reader.person_id is None:
        return None
    agreed = found.invitee.substitute_state is SubstituteState.ACCEPTED
    if agreed is not notice.agreed:
        return None
    key = "meetings-substitute-agreed" if agreed else "meetings-substitute-declined"
    head = reader.t(key, name=found.invitee.substitute)
    return screens.own(reader.t, found.view, reader.person_id, head)


@renders(SubstituteReleased)
async def substitute_released(notice: SubstituteReleased, reader: Reader) -> Screen | None:
    """No longer needed."""
    view: MeetingView | None = await reader.services.meetings.telling.meeting(notice.meeting_id)
    if view is None or reader.person_id is None or view.of(reader.person_id):
        return None
    return Screen(
        reader.t("meetings-substitute-released", council=view.council.name, when=words.when(reader.t, view.meeting))
    )


@renders(AnswerChanged)
async def answer_changed(notice: AnswerChanged, reader: Reader) -> Screen | None:
    """To the secretary: somebody who was counted on will not come."""
    found = await _invitation(notice.invitee_id, reader)
    if found is None or not found.view.meeting.live or found.invitee.seat.comes:
        return None
    t, view = reader.t, found.view
    text = lines(
        t("meetings-alert", council=view.council.name, who=words.who(found.invitee)),
        words.when(t, view.meeting),
        words.counter(t, view.count),
        gap="\n\n",
    )
    invited_list = Button(t.plain("meetings-button-invited"), MeetingTap(m=view.meeting.id, do=MeetingTap.INVITED))
    return Screen(text, [[invited_list], [_to_card(t, view)]])


@renders(VoteOpened)
async def vote_opened(notice: VoteOpened, reader: Reader) -> Screen | None:
    """A ballot."""
    view: MeetingView | None = await reader.services.meetings.telling.of_item(notice.item_id)
    item = view.item(notice.item_id) if view else None
    if view is None or item is None or item.state is not ItemState.VOTING:
        return None
    if faded(view.meeting.started_at, reader.services.clock.now()):
        return None
    return hall.ballot(reader.t, view, item, notice.person_id)


@renders(DatesProposed)
async def dates_proposed(notice: DatesProposed, reader: Reader) -> Screen | None:
    """Which of these dates suit?"""
    found = await reader.services.meetings.telling.poll(notice.meeting_id)
    if found is None or found.view.meeting.state is not MeetingState.DRAFT or not found.dates:
        return None
    return screens.own_poll(reader.t, found, notice.person_id)


@renders(PollOver)
async def poll_over(notice: PollOver, reader: Reader) -> Screen | None:
    """The poll's day is over: here is what members said."""
    found = await reader.services.meetings.telling.poll(notice.meeting_id)
    if found is None or found.view.meeting.state is not MeetingState.DRAFT:
        return None
    shown = screens.poll(reader.t, found)
    look = Button(reader.t.plain("meetings-button-poll"), PollTap(m=notice.meeting_id, do=PollTap.LOOK))
    return Screen(lines(reader.t("meetings-poll-over"), shown.text, gap="\n\n"), [[look]])


@renders(MinutesAwaited)
async def minutes_awaited(notice: MinutesAwaited, reader: Reader) -> Screen | None:
    """The minutes are not signed yet."""
    view: MeetingView | None = await reader.services.meetings.telling.meeting(notice.meeting_id)
    if view is None or view.meeting.state is not MeetingState.MINUTES or view.meeting.ended_at is None:
        return None
    t = reader.t
    day = t.day(t.local(view.meeting.ended_at).date())
    look = Button(t.plain("meetings-button-minutes"), MeetingTap(m=view.meeting.id, do=MeetingTap.MINUTES))
    return Screen(t("meetings-minutes-awaited", council=view.council.name, day=day), [[look]])


@renders(MinutesOut)
async def minutes_out(notice: MinutesOut, reader: Reader) -> Screen | None:
    """Signed, or amended: decisions, and the way to the file."""
    view: MeetingView | None = await reader.services.meetings.telling.meeting(notice.meeting_id)
    if view is None or view.meeting.started_at is None:
        return None
    t = reader.t
    amendment = next((one for one in view.amendments if one.id == notice.amendment_id), None)
    day = t.day(t.local(view.meeting.started_at).date())
    head = (
        t("meetings-minutes-amended", council=view.council.name, day=day, text=words.brief(amendment.text, 500))
        if amendment
        else t("meetings-minutes-out", council=view.council.name, day=day)
    )
    decided = [] if amendment else [words.decision(t, one) for one in view.decisions[: hall.DECISIONS_SHOWN]]
    read = Button(t.plain("meetings-button-minutes"), OwnTap(m=view.meeting.id, do=OwnTap.MINUTES))
    return Screen(lines(head, lines(*decided) or None, gap="\n\n"), [[read]])


@renders(QuarterEmpty)
async def quarter_empty(notice: QuarterEmpty, reader: Reader) -> Screen | None:
    """Nothing is scheduled in a quarter; nothing is said when there is something by now."""
    quarter = Quarter(notice.year, notice.quarter)
    council = await reader.services.meetings.telling.still_empty(notice.council_id, quarter)
    if council is None:
        return None
    t = reader.t
    text = t("meetings-quarter-empty", council=council.name, quarter=quarter.roman, year=str(quarter.year))
    make = Button(t.plain("meetings-button-new"), MeetingTap(m=0, do=MeetingTap.NEW))
    look = Button(t.plain("meetings-button-to-council"), CouncilTap(c=council.id, do=CouncilTap.LOOK))
    return Screen(text, [[make], [look]])


async def _invitation(invitee_id: int, reader: Reader) -> Invitation | None:
    found: Invitation | None = await reader.services.meetings.telling.invitation(invitee_id)
    return found


def _expected(found: Invitation, person_id: int) -> bool:
    """The delegate unless they declined or somebody comes instead; the substitute who agreed."""
    one = found.invitee
    if person_id == one.person_id:
        return one.answer is not Answer.NO and not one.seat.substitute_agreed
    return person_id == one.substitute_id and one.seat.substitute_agreed


def _own(found: Invitation, reader: Reader, head: Html) -> Screen:
    """The reader's card with the calendar entry."""
    assert reader.person_id is not None
    shown = screens.own(reader.t, found.view, reader.person_id, head)
    return Screen(shown.text, shown.rows, _calendar(found, reader))


def _calendar(found: Invitation, reader: Reader) -> list[Attachment]:
    file = paper.calendar(reader.t, found.view, found.now)
    return [file] if file else []


def _to_card(t: Translator, view: MeetingView) -> Button:
    return Button(t.plain("meetings-button-to-meeting"), MeetingTap(m=view.meeting.id, do=MeetingTap.LOOK))
