"""Conversations about the bank of programmes: everybody reads it, colleges and coordinators enter programmes."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.bank import Agreement, ProgrammeKind
from cluster.errors import NotFound
from documents.worker import DocumentWorker
from handlers import menu
from handlers.bank import screens
from handlers.bank.brochure import brochure_files
from handlers.bank.forms import BANK_FORM
from handlers.bank.taps import BankEditTap, BankTap
from handlers.engine import Expecting, Talk, parsers
from services.bank import BankCard, BankService

__all__ = ["router"]

router = Router(name="bank")
router.include_router(BANK_FORM.router)

SEARCH = "bank_search"
WORDS_LIMIT = 80


async def _open(talk: Talk, bank: BankService) -> None:
    found = await bank.clusters(talk.actor)
    if len(found) == 1:
        await _list(talk, bank, found[0].id)
    else:
        await talk.show(screens.clusters(talk.t, found))


menu.entry(command="programmes", label="menu-programmes", permission=Permission.PUBLIC, order=35, open=_open)


@router.callback_query(BankTap.filter())
async def bank_tapped(
    callback: CallbackQuery, callback_data: BankTap, talk: Talk, bank: BankService, documents: DocumentWorker
) -> None:
    """Reading the bank."""
    tap, t = callback_data, talk.t
    match tap.do:
        case BankTap.LOOK:
            await talk.show(screens.card(t, tap.c, await bank.look(talk.actor, tap.c, tap.id)))
        case BankTap.SEARCH:
            talk.actor.require(Permission.CONSENTED)  # what is asked of nobody known is not remembered
            await bank.page(talk.actor, tap.c)
            talk.expect(SEARCH, cluster=tap.c)
            await talk.show(screens.ask_words(t, tap.c))
        case BankTap.FOUND:
            words = _sought(talk, tap.c)
            shown = await bank.page(talk.actor, tap.c, words=words, number=tap.page)
            await talk.show(screens.page(t, shown, "", words))
        case BankTap.BROCHURE:
            brochure = await bank.brochure(talk.actor, tap.c)
            await talk.answer(t.plain("bank-toast-preparing"))
            for file in await documents.run(brochure_files, t, brochure):
                await talk.send_file(file)
        case BankTap.LIST:
            _stop_searching(talk)
            await _list(talk, bank, tap.c, kind=tap.kind, page=tap.page)
        case _:
            await talk.show(screens.clusters(t, await bank.clusters(talk.actor)))


@router.message(Expecting(SEARCH))
async def words_typed(message: Message, talk: Talk, expected: dict[str, Any], bank: BankService) -> None:
    """Show what was found; another text searches again."""
    if not talk.first_of_album():
        return
    words = await parsers.text(WORDS_LIMIT)(message, talk)
    shown = await bank.page(talk.actor, expected["cluster"], words=words)
    talk.expect(SEARCH, cluster=expected["cluster"], words=words)
    await talk.send(screens.page(talk.t, shown, "", words))


@router.callback_query(BankEditTap.filter())
async def bank_changed(callback: CallbackQuery, callback_data: BankEditTap, talk: Talk, bank: BankService) -> None:
    """Changing the bank."""
    tap, t = callback_data, talk.t
    talk.actor.require(Permission.OFFER_PROGRAMMES)
    match tap.do:
        case BankEditTap.ADD:
            await _add(talk, bank)
        case BankEditTap.EDIT:
            await _edit(talk, bank, tap.id)
        case BankEditTap.AGREEMENT:
            talk.actor.require(Permission.MANAGE_BANK)
            await talk.show(screens.ask_agreement(t, await bank.look(talk.actor, talk.actor.here, tap.id)))
        case BankEditTap.AGREE:
            await _show(talk, await bank.agree(talk.actor, tap.id, _agreement(tap.to)), "bank-toast-saved")
        case BankEditTap.HIDE:
            await _show(talk, await bank.hide(talk.actor, tap.id, hidden=True), "bank-toast-hidden")
        case BankEditTap.SHOW:
            await _show(talk, await bank.hide(talk.actor, tap.id, hidden=False), "bank-toast-shown")
        case BankEditTap.TAKE:
            count = await bank.take(talk.actor)
            await _list(talk, bank, talk.actor.here, toast=t.plain("bank-toast-taken", count=count))
        case _:
            await _list(talk, bank, talk.actor.here)


async def _list(
    talk: Talk, bank: BankService, cluster_id: int, *, kind: str = "", page: int = 0, toast: str | None = None
) -> None:
    wanted = next((one for one in ProgrammeKind if one.value == kind), None)
    shown = await bank.page(talk.actor, cluster_id, wanted, number=page)
    await talk.show(screens.page(talk.t, shown, wanted.value if wanted else ""), toast)


async def _add(talk: Talk, bank: BankService) -> None:
    """A college with one organisation is not asked which."""
    colleges = await bank.colleges(talk.actor)
    if not colleges:
        raise NotFound()
    await BANK_FORM.begin(talk, {"college": str(colleges[0][0])} if len(colleges) == 1 else {})


async def _edit(talk: Talk, bank: BankService, programme_id: int) -> None:
    card = await bank.look(talk.actor, talk.actor.here, programme_id)
    if not card.may_change:
        await _show(talk, card, "bank-toast-agreed")
        return
    one = card.programme
    await BANK_FORM.begin(talk, {"id": one.id, "kind": one.kind.value, "college": str(one.organisation_id)})


async def _show(talk: Talk, card: BankCard, toast: str) -> None:
    await talk.show(screens.card(talk.t, talk.actor.here, card), talk.t.plain(toast))


def _agreement(value: str) -> Agreement:
    try:
        return Agreement(value)
    except ValueError:
        raise NotFound() from None


def _sought(talk: Talk, cluster_id: int) -> str:
    """What was looked for last in this bank; nothing when that is forgotten."""
    expected = talk.memory.data.get("expected", {}) if talk.memory.state == f"expect:{SEARCH}" else {}
    return str(expected.get("words", "")) if expected.get("cluster") == cluster_id else ""


def _stop_searching(talk: Talk) -> None:
    if talk.memory.state == f"expect:{SEARCH}":
        talk.memory.forget()
