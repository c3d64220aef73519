"""Conversations about the cluster's organisations and its working calendar."""

from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.calendar_file import CalendarFileInvalid
from cluster.directory import OrganisationKind
from cluster.errors import Invalid, NotFound
from handlers import menu
from handlers.directory import notices, screens
from handlers.directory.forms import ADD_FORM, RENAME_FORM, TERM_FORM
from handlers.directory.taps import DirectoryTap
from handlers.engine import Expecting, Screen, Talk, parsers, refusal, take_file
from handlers.news.words import deadlines_moved
from handlers.plan.plans import moves
from locales import lines
from services.calendars import Calendars
from services.directory import DirectoryService
from services.news import News
from services.plan import WorkPlan

__all__ = ["notices", "router"]

router = Router(name="directory")
router.include_routers(ADD_FORM.router, RENAME_FORM.router, TERM_FORM.router)

LARGEST_FILE: Final = 64 * 1024
_FILE = "calendar_file"


@router.callback_query(DirectoryTap.filter())
async def directory_tapped(
    callback: CallbackQuery, callback_data: DirectoryTap, talk: Talk, directory: DirectoryService
) -> None:
    """Everything that is a button here."""
    t, tap = talk.t, callback_data
    talk.actor.require(Permission.MANAGE_DIRECTORY)
    match tap.do:
        case DirectoryTap.LIST:
            kind = _kind(tap.kind)
            page = await directory.organisations(talk.actor, kind=kind, page=tap.page)
            await talk.show(screens.organisations(t, kind, page))
        case DirectoryTap.CARD:
            await talk.show(screens.card(t, await directory.organisation(talk.actor, tap.id), tap))
        case DirectoryTap.ADD:
            await ADD_FORM.begin(talk)
        case DirectoryTap.RENAME:
            card = await directory.organisation(talk.actor, tap.id)
            await RENAME_FORM.begin(talk, {"id": card.organisation.id})
        case DirectoryTap.TERM:
            card = await directory.organisation(talk.actor, tap.id)
            await TERM_FORM.begin(talk, {"id": card.organisation.id})
        case DirectoryTap.CALENDAR:
            _stop_waiting(talk)
            await talk.show(screens.calendar(t, talk.calendar, t.local(talk.clock.now()).date()))
        case DirectoryTap.LOAD:
            talk.expect(_FILE)
            await talk.show(screens.ask_for_year(t))
        case _:
            await talk.show(screens.home(t, await directory.kinds(talk.actor), menu.menu_button(t)))


@router.message(Expecting(_FILE))
async def year_sent(  # noqa: PLR0917 - handed in by name
    message: Message,
    talk: Talk,
    expected: dict[str, Any],
    directory: DirectoryService,
    calendars: Calendars,
    plan: WorkPlan,
    news: News,
) -> None:
    """A file or a text with the days of a year; what is wrong is said with its line, and asked again."""
    if not talk.first_of_album():
        return
    try:
        text = await _read(talk, message) if message.document else parsers.said(message)
        loaded = await directory.load_calendar_correction(talk.actor, text)
    except Invalid as error:
        asked = screens.ask_for_year(talk.t)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    talk.memory.forget()
    await calendars.refresh()
    moved = await plan.plans.follow_calendar(talk.actor)
    owed = await news.events.follow_calendar(talk.actor)
    today = talk.t.local(talk.clock.now()).date()
    shown = screens.calendar(talk.t, calendars(talk.actor.here), today, loaded)
    follow = lines(talk.t("plan-adopted-moved"), *moves(talk.t, moved)) if moved else None
    await talk.send(Screen(lines(shown.text, follow, deadlines_moved(talk.t, owed), gap="\n\n"), shown.rows))


async def _read(talk: Talk, message: Message) -> str:
    file = await take_file(message, talk, limit=LARGEST_FILE)
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CalendarFileInvalid(line=1, text=file.name) from None


def _kind(value: str) -> OrganisationKind:
    try:
        return OrganisationKind(value)
    except ValueError:
        raise NotFound() from None


def _stop_waiting(talk: Talk) -> None:
    if talk.memory.state == f"expect:{_FILE}":
        talk.memory.forget()
