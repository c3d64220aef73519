"""What who runs councils does with buttons; the quarterly duty."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from cluster.errors import NotFound
from cluster.meetings.quorum import QuorumRule
from documents.worker import DocumentWorker
from handlers.engine import Talk
from handlers.meetings import council_screens, forms, paper
from handlers.meetings.taps import CouncilTap, DutyTap
from services.meetings import Chat, Head, Meetings

router = Router(name="meetings-councils")
_HEADS = {CouncilTap.CHAIR: Head.CHAIR, CouncilTap.SECRETARY: Head.SECRETARY}
_CHATS = {CouncilTap.GROUP: Chat.GROUP, CouncilTap.CHANNEL: Chat.CHANNEL}
_RULES = tuple(QuorumRule)


@router.callback_query(CouncilTap.filter())
async def council_tapped(callback: CallbackQuery, callback_data: CouncilTap, talk: Talk, meetings: Meetings) -> None:
    """A button of a council's card."""
    tap, councils = callback_data, meetings.councils
    match tap.do:
        case CouncilTap.ALL:
            manages = talk.actor.can(Permission.MANAGE_MEETINGS)
            found = await councils.mine(talk.actor)
            await talk.show(council_screens.councils(talk.t, found, manages=manages))
        case CouncilTap.NEW:
            await forms.group_form.begin(talk)
        case CouncilTap.ADD | CouncilTap.CHAIR | CouncilTap.SECRETARY | CouncilTap.MAKE:
            await _form(talk, meetings, tap)
        case CouncilTap.SET_QUORUM | CouncilTap.GROUP | CouncilTap.CHANNEL | CouncilTap.END:
            await _change(talk, meetings, tap)
        case _:
            await _look(talk, meetings, tap)


async def _form(talk: Talk, meetings: Meetings, tap: CouncilTap) -> None:
    card = await meetings.councils.card(talk.actor, tap.c)
    match tap.do:
        case CouncilTap.ADD:
            await forms.member_form.begin(talk, {"council": tap.c})
        case CouncilTap.MAKE:
            if tap.v not in {line.id for line in card.drafts}:
                raise NotFound()
            await forms.meeting_form.begin(talk, {"council": str(tap.c), "source": tap.v})
        case _:
            await forms.head_form.begin(talk, {"council": tap.c, "head": _HEADS[tap.do].value})


async def _change(talk: Talk, meetings: Meetings, tap: CouncilTap) -> None:
    councils = meetings.councils
    match tap.do:
        case CouncilTap.SET_QUORUM:
            if not 0 <= tap.v < len(_RULES):
                raise NotFound()
            card = await councils.set_quorum(talk.actor, tap.c, _RULES[tap.v])
        case CouncilTap.END:
            card = await councils.end_member(talk.actor, tap.c, tap.v)
            await talk.show(council_screens.members(talk.t, card, 0))
            return
        case _:
            card = await councils.set_chat(talk.actor, tap.c, _CHATS[tap.do], on=bool(tap.v))
    await talk.show(council_screens.card(talk.t, card))


async def _look(talk: Talk, meetings: Meetings, tap: CouncilTap) -> None:
    card = await meetings.councils.card(talk.actor, tap.c)
    member = next((one for one in card.members if one.id == tap.v), None)
    match tap.do:
        case CouncilTap.MEMBERS:
            await talk.show(council_screens.members(talk.t, card, tap.v))
        case CouncilTap.MEMBER if member is not None:
            await talk.show(council_screens.member(talk.t, card, member))
        case CouncilTap.QUORUM:
            await talk.show(council_screens.quorum(talk.t, card.council))
        case CouncilTap.CALENDAR:
            await talk.show(council_screens.calendar(talk.t, card))
        case _:
            await talk.show(council_screens.card(talk.t, card))


@router.callback_query(DutyTap.filter())
async def duty_tapped(
    callback: CallbackQuery, callback_data: DutyTap, talk: Talk, meetings: Meetings, documents: DocumentWorker
) -> None:
    """The quarters of a year, or their table as a file."""
    page = await meetings.duty.year(talk.actor, callback_data.year or None)
    if not callback_data.file:
        await talk.show(council_screens.duty(talk.t, page))
        return
    await talk.answer(talk.t.plain("meetings-toast-preparing"))
    await talk.send_file(await paper.duty_table(talk.t, documents, page))
