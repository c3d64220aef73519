"""What an executor does with obligations."""

from contextlib import suppress
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from cluster.errors import Invalid
from cluster.obligations import NOTE_LIMIT, Act, ObligationClosed, after
from handlers.engine import Expecting, Screen, Talk, parsers, refusal
from handlers.plan import forms, screens
from handlers.plan.taps import GiveTap, LaterTap, MineTap, ObligationTap, ProofTap
from locales import lines
from services.plan import WorkPlan
from services.plan.obligations import Card, Proof
from storage.obligation_lists import Which

router = Router(name="plan-executor")
router.include_router(forms.cannot_form.router)

PROOF, NOTE, ALBUM = "plan_proof", "plan_note", "plan_album"
NAME_LIMIT = 255


class ProofExpected(Invalid):
    """Neither a file, a picture nor a link."""

    code = "plan-proof-expected"


@router.callback_query(MineTap.filter())
async def mine_tapped(callback: CallbackQuery, callback_data: MineTap, talk: Talk, plan: WorkPlan) -> None:
    """What one answers for oneself."""
    which = Which.DONE if callback_data.which == Which.DONE.value else Which.OPEN
    await show_mine(talk, plan, callback_data.page, which)


async def show_mine(talk: Talk, plan: WorkPlan, page: int = 0, which: Which = Which.OPEN) -> None:
    """Show a page of it."""
    shown = await plan.obligations.mine(talk.actor, page, which)
    await talk.show(screens.mine(talk.t, shown, which, coordinates=coordinates(talk)))


def coordinates(talk: Talk) -> bool:
    """Whether the person has the board."""
    return talk.actor.can(forms.date_form.permission)


@router.callback_query(ObligationTap.filter())
async def obligation_tapped(callback: CallbackQuery, callback_data: ObligationTap, talk: Talk, plan: WorkPlan) -> None:
    """A button of an obligation's card or of a ping."""
    tap, own = callback_data, plan.obligations
    card = await own.card(talk.actor, tap.o)
    match tap.do:
        case ObligationTap.TAKE:
            await _changed(talk, plan, tap.o, own.take(talk.actor, tap.o), "plan-toast-taken")
        case ObligationTap.DONE | ObligationTap.NOTE | ObligationTap.CANNOT | ObligationTap.LATER | ObligationTap.GIVE:
            await _ask(talk, plan, card, tap.do)
        case ObligationTap.HISTORY:
            await talk.show(screens.history(talk.t, card))
        case _:
            await talk.show(screens.card(talk.t, card))


async def _ask(talk: Talk, plan: WorkPlan, card: Card, do: str) -> None:
    """Buttons that lead to a question; on a card that is out of date, to the card as it is now."""
    one, t = card.obligation, talk.t
    try:
        after(Act.CANNOT if do == ObligationTap.CANNOT else Act.NOTE, one.state)
    except ObligationClosed as closed:
        await talk.show(screens.card(t, card), refusal(t, closed, plain=True))
        return
    match do:
        case ObligationTap.DONE:
            talk.expect(PROOF, obligation=one.id)
            await talk.show(screens.ask_proof(t, one))
        case ObligationTap.NOTE:
            talk.expect(NOTE, obligation=one.id)
            await talk.show(screens.ask_note(t, one))
        case ObligationTap.CANNOT:
            await forms.cannot_form.begin(talk, {"obligation": one.id})
        case ObligationTap.GIVE:
            await talk.show(screens.colleagues(t, await plan.obligations.colleagues(talk.actor, one.id)))
        case _:
            await talk.show(screens.later(t, card))


async def _changed(talk: Talk, plan: WorkPlan, obligation_id: int, doing: Any, toast: str) -> None:
    """Do it and show the card; what the state does not allow is said over the card as it is now."""
    try:
        card, said = await doing, talk.t.plain(toast)
    except ObligationClosed as closed:
        card, said = await plan.obligations.card(talk.actor, obligation_id), refusal(talk.t, closed, plain=True)
    await talk.show(screens.card(talk.t, card), said)


@router.callback_query(LaterTap.filter())
async def later_chosen(callback: CallbackQuery, callback_data: LaterTap, talk: Talk, plan: WorkPlan) -> None:
    """Remind again on a later day."""
    try:
        card, day = await plan.obligations.snooze(talk.actor, callback_data.o, callback_data.days)
        said = talk.t.plain("plan-toast-later", day=talk.t.weekday_day(day))
    except ObligationClosed as closed:
        card = await plan.obligations.card(talk.actor, callback_data.o)
        said = refusal(talk.t, closed, plain=True)
    await talk.show(screens.card(talk.t, card), said)


@router.callback_query(GiveTap.filter())
async def given(callback: CallbackQuery, callback_data: GiveTap, talk: Talk, plan: WorkPlan) -> None:
    """A colleague does it from now on."""
    tap = callback_data
    await _changed(talk, plan, tap.o, plan.obligations.give(talk.actor, tap.o, tap.person), "plan-toast-given")


@router.callback_query(ProofTap.filter())
async def proof_wanted(callback: CallbackQuery, callback_data: ProofTap, talk: Talk, plan: WorkPlan) -> None:
    """Show a proof: the link, or the file Telegram has."""
    known = await plan.obligations.proof(talk.actor, callback_data.o, callback_data.e)
    await talk.answer()
    if known.kind == "link":
        await talk.send(Screen(talk.t("plan-proof-link", link=known.reference)))
    elif not await talk.send_stored(known.reference, photo=known.kind == "photo"):
        await talk.send(Screen(talk.t("plan-proof-gone", name=known.name)))


class MoreOfAlbum(Filter):
    """Another picture of the album that was sent as a proof; the first one was answered."""

    async def __call__(self, message: Message, talk: Talk) -> bool | dict[str, Any]:
        expected = talk.memory.data.get("expected") or {}
        if talk.memory.state != f"expect:{ALBUM}" or message.media_group_id != expected.get("album"):
            return False
        return {"expected": expected}


@router.message(MoreOfAlbum())
async def more_sent(message: Message, talk: Talk, expected: dict[str, Any], plan: WorkPlan) -> None:
    """All of an album are proofs."""
    with suppress(Invalid, ObligationClosed):
        await plan.obligations.prove(talk.actor, int(expected["obligation"]), _proof(message))


@router.message(Expecting(PROOF))
async def proof_sent(message: Message, talk: Talk, expected: dict[str, Any], plan: WorkPlan) -> None:
    """A file, a picture or a link proves that it is done."""
    if not talk.first_of_album():
        return
    obligation_id = int(expected["obligation"])
    try:
        proof = _proof(message)
    except Invalid as error:
        asked = screens.ask_proof(talk.t, (await plan.obligations.card(talk.actor, obligation_id)).obligation)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    try:
        card = await plan.obligations.prove(talk.actor, obligation_id, proof)
    except ObligationClosed as closed:
        card = await plan.obligations.card(talk.actor, obligation_id)
        talk.memory.forget()
        await talk.send(Screen(lines(refusal(talk.t, closed), screens.card(talk.t, card).text, gap="\n\n")))
        return
    talk.memory.forget()
    if message.media_group_id is not None:
        talk.expect(ALBUM, obligation=obligation_id, album=message.media_group_id)
    shown = screens.card(talk.t, card)
    said = talk.t("plan-proved" if not card.obligation.is_open else "plan-proof-added")
    await talk.send(Screen(lines(said, shown.text, gap="\n\n"), shown.rows))


def _proof(message: Message) -> Proof:
    """What was sent.

    Raises:
        ProofExpected: it proves nothing.
    """
    if message.document:
        file = message.document
        name = file.file_name or message.caption or file.file_unique_id
        return Proof("document", file.file_id, file.file_unique_id, name[:NAME_LIMIT])
    if message.photo:
        picture = message.photo[-1]
        name = message.caption or picture.file_unique_id
        return Proof("photo", picture.file_id, picture.file_unique_id, name[:NAME_LIMIT])
    address = parsers.clean(message.text or "")
    if not parsers.is_link(address):
        raise ProofExpected()
    return Proof("link", address, address, address[:NAME_LIMIT])


@router.message(Expecting(NOTE))
async def note_typed(message: Message, talk: Talk, expected: dict[str, Any], plan: WorkPlan) -> None:
    """How it goes, in the executor's words."""
    if not talk.first_of_album():
        return
    obligation_id = int(expected["obligation"])
    try:
        text = await parsers.text(NOTE_LIMIT)(message, talk)
        card = await plan.obligations.note(talk.actor, obligation_id, text)
    except Invalid as error:
        asked = screens.ask_note(talk.t, (await plan.obligations.card(talk.actor, obligation_id)).obligation)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    except ObligationClosed as closed:
        talk.memory.forget()
        await talk.send(Screen(refusal(talk.t, closed)))
        return
    talk.memory.forget()
    shown = screens.card(talk.t, card)
    await talk.send(Screen(lines(talk.t("plan-noted"), shown.text, gap="\n\n"), shown.rows))
