"""The journal: who did what when, for coordinators."""

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers import menu
from handlers.engine import Attachment, Talk
from handlers.journal import screens
from handlers.journal.taps import JournalTap
from services.journal import JournalService

router = Router(name="journal")

FILE_DAYS: Final = 366


async def _open(talk: Talk, journal: JournalService) -> None:
    await _show(talk, journal, JournalTap(do=JournalTap.PAGE))


menu.entry(command="journal", label="journal-menu", permission=Permission.VIEW_AUDIT, order=810, open=_open)


@router.callback_query(JournalTap.filter())
async def journal_tapped(
    callback: CallbackQuery, callback_data: JournalTap, talk: Talk, journal: JournalService
) -> None:
    """Pages, narrowing, the file."""
    if callback_data.do == JournalTap.FILE:
        listed = await journal.period(talk.actor, FILE_DAYS)
        await talk.answer(talk.t.plain("journal-file-made", count=len(listed)))
        name = talk.t.plain("journal-file-name", day=talk.t.local(talk.clock.now()).date().isoformat())
        await talk.send_file(Attachment(screens.table(talk.t, listed), name))
        return
    await _show(talk, journal, callback_data)


async def _show(talk: Talk, journal: JournalService, tap: JournalTap) -> None:
    thing, person = screens.thing_of(tap), tap.person or None
    shown = await journal.page(talk.actor, tap.page, thing, person)
    if not shown.lines.items and shown.lines.number > 0:  # a page that is not there
        shown = await journal.page(talk.actor, 0, thing, person)
    await talk.show(screens.page(talk.t, shown, tap, menu.menu_button(talk.t)))
