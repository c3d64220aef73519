"""Conversations about practice: places, mentors, requests, placements and what came of them."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from documents.worker import DocumentWorker
from handlers import menu
from handlers.engine import Talk
from handlers.practice import (
    home,
    interns,
    lists,
    mentors,
    notices,
    placements,
    places,
    request_screens,
    requests,
    results,
    run_notices,
    runs,
)
from handlers.practice.taps import PracticeTap
from services.practice import Practice

__all__ = ["notices", "router", "run_notices"]

router = Router(name="practice")
router.include_routers(places.router, mentors.router, requests.router, interns.router, lists.router, placements.router)
router.include_routers(runs.router)


@router.callback_query(PracticeTap.filter())
async def practice_tapped(
    callback: CallbackQuery, callback_data: PracticeTap, talk: Talk, practice: Practice, documents: DocumentWorker
) -> None:
    """The ways from the entry screen."""
    tap, t, actor = callback_data, talk.t, talk.actor
    match tap.do:
        case PracticeTap.PLACES:
            found = await practice.places.places(actor, tap.page)
            await talk.show(places.listing(t, *found, offers=actor.can(Permission.OFFER_PLACES)))
        case PracticeTap.OFFER:
            await places.begin(talk, practice)
        case PracticeTap.MENTORS:
            await talk.show(mentors.listing(t, await practice.mentors.mentors(actor)))
        case PracticeTap.LIST_MENTOR:
            await mentors.begin(talk, practice)
        case PracticeTap.REQUESTS:
            await talk.show(request_screens.listing(t, *await practice.requests.requests(actor, tap.page)))
        case PracticeTap.ASK:
            await requests.begin(talk, practice)
        case _:
            await _placements(talk, practice, documents, tap)


async def _placements(talk: Talk, practice: Practice, documents: DocumentWorker, tap: PracticeTap) -> None:
    """What comes of places and requests."""
    t, actor = talk.t, talk.actor
    match tap.do:
        case PracticeTap.PLACEMENTS:
            page, at, _ = await practice.placements.placements(actor, tap.page)
            await talk.show(placements.listing(t, page, at))
        case PracticeTap.WAITING:
            await talk.show(placements.waiting(t, *await practice.placements.waiting(actor, tap.page)))
        case PracticeTap.RESULTS:
            await talk.show(results.screen(t, await practice.results.results(actor)))
        case PracticeTap.TABLE:
            await results.send_table(talk, practice, documents)
        case PracticeTap.PICTURE:
            await results.send_picture(talk, practice, documents)
        case _:
            await home.show_home(talk, practice)


menu.entry(command="practice", label="menu-practice", permission=Permission.SEE_PRACTICE, order=40, open=home.show_home)
