"""What who runs a meeting does with buttons: plan it, announce it, lead it, close its minutes."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.meetings.model import MeetingView
from cluster.meetings.states import MeetingState
from documents.worker import DocumentWorker
from handlers.engine import Button, Expecting, Screen, Talk
from handlers.engine.files import FileExpected
from handlers.meetings import forms, hall, paper, screens
from handlers.meetings.heard import heard_form
from handlers.meetings.taps import (
    DecisionTap,
    HandTap,
    ItemTap,
    MeetingTap,
    PollTap,
    PresenceTap,
    RowTap,
    VoteTap,
)
from handlers.news.taps import SourceTap
from services.meetings import Meetings

router = Router(name="meetings-running")
for form in forms.ALL:
    router.include_router(form.router)

SIGNED = "meetings_signed"


async def show_meeting(talk: Talk, meetings: Meetings, meeting_id: int, toast: str | None = None) -> None:
    """The card that fits the meeting's state."""
    planned = await meetings.planning.look(talk.actor, meeting_id)
    await talk.show(_card(talk, planned.view) or screens.card(talk.t, planned), toast)


def _card(talk: Talk, view: MeetingView) -> Screen | None:
    if view.meeting.state is MeetingState.IN_PROGRESS:
        return hall.hall(talk.t, view)
    if not view.meeting.over:
        return None
    shown = hall.minutes(talk.t, view)
    if not talk.actor.can(Permission.MODERATE_NEWS):
        return shown
    news = Button(talk.t.plain("meetings-button-news"), SourceTap(do=SourceTap.MEETING, id=view.meeting.id))
    return Screen(shown.text, [*shown.rows[:-1], [news], *shown.rows[-1:]])


@router.callback_query(MeetingTap.filter())
async def meeting_tapped(
    callback: CallbackQuery, callback_data: MeetingTap, talk: Talk, meetings: Meetings, documents: DocumentWorker
) -> None:
    """A button of a meeting's card."""
    tap = callback_data
    match tap.do:
        case MeetingTap.NEW:
            await forms.meeting_form.begin(talk)
        case MeetingTap.DATE | MeetingTap.PLACE | MeetingTap.ADD | MeetingTap.CANCEL | MeetingTap.AMEND:
            await _form(talk, meetings, tap)
        case MeetingTap.PREVIEW | MeetingTap.AGENDA | MeetingTap.PLAN | MeetingTap.INVITED | MeetingTap.PRESENT:
            await _look(talk, meetings, tap)
        case MeetingTap.FILES | MeetingTap.SIGN | MeetingTap.SIGNED:
            await _minutes(talk, meetings, documents, tap)
        case _:
            await _step(talk, meetings, tap)


async def _form(talk: Talk, meetings: Meetings, tap: MeetingTap) -> None:
    """Buttons that ask something."""
    view = (await meetings.planning.look(talk.actor, tap.m)).view
    meeting = view.meeting
    preset = {"meeting": tap.m, "council": view.council.id, "minutes": meeting.minutes}
    match tap.do:
        case MeetingTap.DATE:
            await forms.date_form.begin(talk, {**preset, "purpose": "move" if meeting.live else "date"})
        case MeetingTap.PLACE:
            current = {"place": meeting.place, "minutes": meeting.minutes}
            await forms.place_form.begin(talk, {"meeting": tap.m}, current=current)
        case MeetingTap.ADD:
            await forms.item_form.begin(talk, {"meeting": tap.m})
        case MeetingTap.CANCEL:
            await forms.cancel_form.begin(talk, {"meeting": tap.m})
        case _:
            await forms.amend_form.begin(talk, {"meeting": tap.m})


async def _look(talk: Talk, meetings: Meetings, tap: MeetingTap) -> None:
    """Buttons that show something."""
    planned = await meetings.planning.look(talk.actor, tap.m)
    view = planned.view
    match tap.do:
        case MeetingTap.PREVIEW:
            places = [
                name for name, on in (("group", view.council.to_group), ("channel", view.council.to_channel)) if on
            ]
            await talk.show(screens.preview(talk.t, view, places))
        case MeetingTap.AGENDA:
            await talk.show(screens.agenda(talk.t, view))
        case MeetingTap.PLAN:
            rows = await meetings.planning.plan_rows(talk.actor, tap.m)
            await talk.show(screens.plan_rows(talk.t, tap.m, rows, tap.page))
        case MeetingTap.INVITED:
            await talk.show(screens.invited(talk.t, view, tap.page))
        case _:
            await talk.show(hall.present(talk.t, view, tap.page))


async def _step(talk: Talk, meetings: Meetings, tap: MeetingTap) -> None:
    """Buttons that take the meeting a step further."""
    toast = None
    match tap.do:
        case MeetingTap.ANNOUNCE:
            await meetings.announcing.announce(talk.actor, tap.m)
            toast = talk.t.plain("meetings-toast-announced")
        case MeetingTap.BEGIN:
            await meetings.conduct.begin(talk.actor, tap.m)
        case MeetingTap.END:
            view = (await meetings.planning.look(talk.actor, tap.m)).view
            if view.meeting.state is MeetingState.IN_PROGRESS:
                await talk.show(hall.end_ask(talk.t, view))
                return
        case MeetingTap.END_NOW:
            await meetings.conduct.end(talk.actor, tap.m)
            toast = talk.t.plain("meetings-toast-ended")
    await show_meeting(talk, meetings, tap.m, toast)


async def _minutes(talk: Talk, meetings: Meetings, documents: DocumentWorker, tap: MeetingTap) -> None:
    view = (await meetings.planning.look(talk.actor, tap.m)).view
    if tap.do == MeetingTap.SIGN:
        if view.meeting.state is not MeetingState.MINUTES:
            await show_meeting(talk, meetings, tap.m)
            return
        talk.expect(SIGNED, meeting=tap.m)
        await talk.show(hall.sign_ask(talk.t, view))
        return
    if tap.do == MeetingTap.SIGNED:
        await send_signed(talk, view)
        return
    await send_minutes(talk, await meetings.minutes.read(talk.actor, tap.m), documents)


async def send_minutes(talk: Talk, view: MeetingView, documents: DocumentWorker) -> None:
    """The minutes as files."""
    await talk.answer(talk.t.plain("meetings-toast-preparing"))
    for file in await paper.files(talk.t, documents, view):
        await talk.send_file(file)


async def send_signed(talk: Talk, view: MeetingView) -> None:
    """The file that was signed, as it was sent."""
    await talk.answer()
    found = view.meeting.signed_file
    if found is None or not await talk.send_stored(found):
        await talk.send(Screen(talk.t("meetings-signed-gone")))


@router.message(Expecting(SIGNED))
async def signed_sent(message: Message, talk: Talk, expected: dict[str, Any], meetings: Meetings) -> None:
    """The signed minutes came."""
    if not talk.first_of_album():
        return
    if message.document is None:
        raise FileExpected()
    name = message.document.file_name or talk.t.plain("meetings-signed-name")
    view = await meetings.minutes.sign(talk.actor, expected["meeting"], message.document.file_id, name)
    talk.memory.forget()
    await talk.send(hall.minutes(talk.t, view))


@router.callback_query(RowTap.filter())
async def row_taken(callback: CallbackQuery, callback_data: RowTap, talk: Talk, meetings: Meetings) -> None:
    """A row of the plan becomes an item; the same row twice is one."""
    draft = f"row:{callback_data.m}:{callback_data.row}"
    planned = await meetings.planning.add_plan_row(talk.actor, callback_data.m, callback_data.row, draft)
    await talk.show(screens.agenda(talk.t, planned.view))


@router.callback_query(ItemTap.filter())
async def item_tapped(callback: CallbackQuery, callback_data: ItemTap, talk: Talk, meetings: Meetings) -> None:
    """A button of an agenda item."""
    tap = callback_data
    match tap.do:
        case ItemTap.EDIT | ItemTap.HEARD | ItemTap.DECIDE:
            await _item_form(talk, meetings, tap)
        case ItemTap.UP | ItemTap.DROP | ItemTap.BALLOT:
            await _item_planned(talk, meetings, tap)
        case _:
            await _item_led(talk, meetings, tap)


async def _item_form(talk: Talk, meetings: Meetings, tap: ItemTap) -> None:
    view = await meetings.planning.of_item(talk.actor, tap.i)
    item = view.item(tap.i)
    assert item is not None
    match tap.do:
        case ItemTap.EDIT:
            preset = {"item": tap.i, "meeting": view.meeting.id, "secret": item.secret}
            await forms.item_form.begin(talk, preset, current=forms.item_now(item))
        case ItemTap.HEARD:
            await heard_form.begin(talk, {"item": tap.i}, current={"heard": item.heard} if item.heard else None)
        case _:
            await forms.decision_form.begin(talk, {"item": tap.i, "meeting": view.meeting.id})


async def _item_planned(talk: Talk, meetings: Meetings, tap: ItemTap) -> None:
    planning = meetings.planning
    match tap.do:
        case ItemTap.UP:
            planned = await planning.raise_item(talk.actor, tap.i, tap.v)
        case ItemTap.DROP:
            planned = await planning.drop_item(talk.actor, tap.i)
        case _:
            planned = await planning.set_secret(talk.actor, tap.i, secret=bool(tap.v))
    item = planned.view.item(tap.i)
    shown = tap.do == ItemTap.BALLOT and item is not None
    await talk.show(
        screens.item(talk.t, planned.view, item) if shown and item else screens.agenda(talk.t, planned.view)
    )


async def _item_led(talk: Talk, meetings: Meetings, tap: ItemTap) -> None:
    conduct = meetings.conduct
    match tap.do:
        case ItemTap.OPEN:
            view = await conduct.open_item(talk.actor, tap.i)
        case ItemTap.VOTE:
            view = await meetings.voting.open_vote(talk.actor, tap.i)
        case ItemTap.ALL_FOR:
            view = await meetings.voting.record_unanimous(talk.actor, tap.i)
        case ItemTap.CLOSE:
            view = await conduct.close_item(talk.actor, tap.i)
        case _:
            view = await meetings.planning.of_item(talk.actor, tap.i)
    item = view.item(tap.i)
    assert item is not None
    if view.meeting.changeable:
        await talk.show(screens.item(talk.t, view, item))
    elif view.meeting.state is not MeetingState.IN_PROGRESS:
        await show_meeting(talk, meetings, view.meeting.id)
    elif tap.do == ItemTap.BY_HAND:
        await talk.show(hall.by_hand(talk.t, view, item, tap.v))
    else:
        await talk.show(hall.item(talk.t, view, item))


@router.callback_query(HandTap.filter())
async def vote_by_hand(callback: CallbackQuery, callback_data: HandTap, talk: Talk, meetings: Meetings) -> None:
    """A vote given by voice."""
    tap = callback_data
    choice = VoteTap.CODES.get(tap.c)
    if choice is None:
        view = await meetings.planning.of_item(talk.actor, tap.i)
    else:
        view = await meetings.voting.record_vote(talk.actor, tap.i, tap.o, choice)
    item = view.item(tap.i)
    assert item is not None
    await talk.show(hall.by_hand(talk.t, view, item, tap.page))


@router.callback_query(PresenceTap.filter())
async def presence_marked(callback: CallbackQuery, callback_data: PresenceTap, talk: Talk, meetings: Meetings) -> None:
    """Somebody came, or left."""
    tap = callback_data
    view = await meetings.conduct.mark(talk.actor, tap.v, substitute=bool(tap.sub), here=bool(tap.on))
    await talk.show(hall.present(talk.t, view, tap.page))


@router.callback_query(DecisionTap.filter())
async def decision_tapped(callback: CallbackQuery, callback_data: DecisionTap, talk: Talk, meetings: Meetings) -> None:
    """Edit a decision, or take it back."""
    tap = callback_data
    view = (await meetings.planning.look(talk.actor, tap.m)).view
    decision = next((one for one in view.decisions if one.id == tap.d), None)
    if decision is not None and tap.do == DecisionTap.EDIT:
        preset = {"decision": tap.d, "item": decision.item_id, "meeting": tap.m}
        await forms.decision_form.begin(talk, preset, current=forms.decision_now(decision))
        return
    if decision is not None and tap.do == DecisionTap.DROP and view.meeting.state is MeetingState.MINUTES:
        await talk.show(hall.drop_ask(talk.t, tap.m, decision))
        return
    dropped = decision is not None and tap.do == DecisionTap.DROP_NOW
    if dropped:
        await meetings.decisions.drop_decision(talk.actor, tap.d)
    await show_meeting(talk, meetings, tap.m, talk.t.plain("meetings-toast-dropped") if dropped else None)


@router.callback_query(PollTap.filter())
async def poll_tapped(callback: CallbackQuery, callback_data: PollTap, talk: Talk, meetings: Meetings) -> None:
    """A button of the poll about the date."""
    tap, polls = callback_data, meetings.polls
    if tap.do == PollTap.OWN:
        await talk.show(screens.own_poll(talk.t, await polls.own(talk.actor, tap.m), talk.actor.me))
        return
    found = await polls.look(talk.actor, tap.m)
    chosen = next((one for one in found.dates if one.id == tap.d), None)
    match tap.do:
        case PollTap.ADD:
            await forms.date_form.begin(talk, {"meeting": tap.m, "purpose": "poll"})
        case PollTap.ASK:
            await forms.poll_form.begin(talk, {"meeting": tap.m})
        case PollTap.CHOOSE if chosen is not None:
            await meetings.announcing.set_date(talk.actor, tap.m, chosen.starts_at)
            await show_meeting(talk, meetings, tap.m, talk.t.plain("meetings-toast-date"))
        case PollTap.DROP if chosen is not None:
            await talk.show(screens.poll(talk.t, await polls.take_back(talk.actor, tap.d)))
        case _:
            await talk.show(screens.poll(talk.t, found))
