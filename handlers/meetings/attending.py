"""What who is invited does with buttons: answer, send a substitute, say «я на месте», vote."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, User

from cluster.errors import NotFound
from cluster.meetings.model import MeetingView
from cluster.meetings.states import Answer
from cluster.meetings.timing import Before
from documents.worker import DocumentWorker
from handlers.engine import Screen, Talk
from handlers.meetings import hall, paper, running, screens
from handlers.meetings.taps import (
    AgreeTap,
    AnswerTap,
    DateTap,
    MaterialTap,
    OwnTap,
    RemindTap,
    SubstituteTap,
    VoteTap,
)
from handlers.people.start import show_consent
from services.invitations import InvitationService
from services.meetings import Meetings, Own
from services.meetings.answering import LINK_PREFIX
from services.people import PeopleService

router = Router(name="meetings-attending")
links = Router(name="meetings-links")
"""Asked before the ordinary `/start`: a substitute's link is no invitation to the cluster."""
_ANSWERS = {AnswerTap.YES: Answer.YES, AnswerTap.NO: Answer.NO}


@router.callback_query(AnswerTap.filter())
async def answered(callback: CallbackQuery, callback_data: AnswerTap, talk: Talk, meetings: Meetings, me: User) -> None:
    """Yes, no, or a substitute."""
    tap, answering = callback_data, meetings.answering
    if given := _ANSWERS.get(tap.do):
        own = await answering.answer(talk.actor, tap.v, given)
        await _show_own(talk, own, talk.t.plain(f"meetings-toast-{given.value}"))
    elif tap.do == AnswerTap.LINK:
        made = await answering.link(talk.actor, tap.v)
        await talk.show(screens.link(talk.t, made.own.view, f"https://t.me/{me.username}?start={made.payload}"))
    else:
        colleagues = await answering.colleagues(talk.actor, tap.v)
        own = await answering.look(talk.actor, tap.v)
        await talk.show(screens.substitutes(talk.t, own.view, own.invitee, colleagues))


@router.callback_query(SubstituteTap.filter())
async def substitute_chosen(
    callback: CallbackQuery, callback_data: SubstituteTap, talk: Talk, meetings: Meetings
) -> None:
    """A colleague is asked."""
    own = await meetings.answering.send_substitute(talk.actor, callback_data.v, callback_data.person)
    await _show_own(talk, own, talk.t.plain("meetings-toast-substitute"))


@router.callback_query(AgreeTap.filter())
async def agreed(callback: CallbackQuery, callback_data: AgreeTap, talk: Talk, meetings: Meetings) -> None:
    """A substitute agrees, or does not."""
    own = await meetings.answering.agree(talk.actor, callback_data.v, agreed=bool(callback_data.on))
    toast = "meetings-toast-agreed" if callback_data.on else "meetings-toast-disagreed"
    await _show_own(talk, own, talk.t.plain(toast))


class SubstituteLink(Filter):
    """`/start` with a substitute's token; the handler gets the `token`."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        command, _, payload = (message.text or "").partition(" ")
        if command != "/start" or not payload.startswith(LINK_PREFIX):
            return False
        return {"token": payload.strip().removeprefix(LINK_PREFIX)}


@links.message(SubstituteLink())
async def link_opened(  # noqa: PLR0917 - handlers are given what they ask for by name
    message: Message,
    token: str,
    talk: Talk,
    meetings: Meetings,
    people: PeopleService,
    invitations: InvitationService,
) -> None:
    """A substitute's link; a stranger agrees to the processing of data first and opens it again."""
    if not talk.actor.consented:
        await talk.send(Screen(talk.t("meetings-link-consent")))
        await show_consent(talk, people, invitations, None)
        return
    own = await meetings.answering.come_by(talk.actor, token)
    head = talk.t("meetings-substitute-asked", who=own.invitee.person, organisation=own.invitee.organisation)
    await talk.send(screens.own(talk.t, own.view, talk.actor.me, head))


async def _show_own(talk: Talk, own: Own, toast: str) -> None:
    await talk.show(screens.own(talk.t, own.view, talk.actor.me), toast)


@router.callback_query(OwnTap.filter())
async def own_tapped(
    callback: CallbackQuery, callback_data: OwnTap, talk: Talk, meetings: Meetings, documents: DocumentWorker
) -> None:
    """A button of a member's card."""
    tap = callback_data
    match tap.do:
        case OwnTap.HERE:
            view = await meetings.answering.here(talk.actor, tap.m)
            await talk.show(hall.here(talk.t, view), talk.t.plain("meetings-toast-here"))
        case OwnTap.CALENDAR:
            await _send_calendar(talk, await meetings.planning.attend(talk.actor, tap.m))
        case OwnTap.MINUTES:
            await running.send_minutes(talk, await meetings.minutes.read(talk.actor, tap.m), documents)
        case _:
            view = await meetings.planning.attend(talk.actor, tap.m)
            await talk.show(screens.own(talk.t, view, talk.actor.me))


async def _send_calendar(talk: Talk, view: MeetingView) -> None:
    file = paper.calendar(talk.t, view, talk.clock.now())
    if file is None:
        await talk.answer(talk.t.plain("meetings-date-open-toast"), alert=True)
        return
    await talk.answer()
    await talk.send_file(file)


@router.callback_query(MaterialTap.filter())
async def material_wanted(callback: CallbackQuery, callback_data: MaterialTap, talk: Talk, meetings: Meetings) -> None:
    """The file of an agenda item."""
    view = await meetings.planning.attend(talk.actor, callback_data.m)
    item = view.item(callback_data.i)
    if item is None or item.material is None or item.material.kind == "link":
        raise NotFound()
    await talk.answer()
    if not await talk.send_stored(item.material.reference, photo=item.material.kind == "photo"):
        await talk.send(Screen(talk.t("meetings-material-gone", name=item.material.name)))


@router.callback_query(VoteTap.filter())
async def voted(callback: CallbackQuery, callback_data: VoteTap, talk: Talk, meetings: Meetings) -> None:
    """A vote; the ballot shows what was given."""
    choice = VoteTap.CODES.get(callback_data.c)
    if choice is None:
        raise NotFound()
    view = await meetings.voting.vote(talk.actor, callback_data.i, choice)
    item = view.item(callback_data.i)
    assert item is not None
    await talk.show(hall.ballot(talk.t, view, item, talk.actor.me), talk.t.plain("meetings-toast-voted"))


@router.callback_query(DateTap.filter())
async def date_answered(callback: CallbackQuery, callback_data: DateTap, talk: Talk, meetings: Meetings) -> None:
    """Whether a date suits."""
    availability = DateTap.CODES.get(callback_data.a)
    if availability is None:
        raise NotFound()
    found = await meetings.polls.answer(talk.actor, callback_data.d, availability)
    await talk.show(screens.own_poll(talk.t, found, talk.actor.me), talk.t.plain("meetings-toast-saved"))


@router.callback_query(RemindTap.filter())
async def reminders_set(callback: CallbackQuery, callback_data: RemindTap, talk: Talk, meetings: Meetings) -> None:
    """Own reminders of meetings."""
    known = {before.value: before for before in Before}
    before = known.get(callback_data.b)
    if before is None:
        off = await meetings.answering.reminders_off(talk.actor)
    else:
        off = await meetings.answering.set_reminder(talk.actor, before, wanted=bool(callback_data.on))
    await talk.show(screens.reminders(talk.t, off))
