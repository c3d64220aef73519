"""Conversations about the installation: what needs a look, letters that did not arrive."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.access import Permission
from handlers import menu
from handlers.engine import Button, Talk
from handlers.installation import notices, screens
from handlers.installation.taps import InstallationTap, LetterTap
from services.installation import InstallationService, Resolution

__all__ = ["notices", "router"]

router = Router(name="installation")


async def _open(talk: Talk, installation: InstallationService) -> None:
    state = await installation.state(talk.actor)
    await talk.show(screens.home(talk.t, state, menu.menu_button(talk.t)))


menu.entry(
    command="installation",
    label="installation-menu",
    permission=Permission.MANAGE_INSTALLATION,
    order=890,
    open=_open,
)


@router.callback_query(InstallationTap.filter())
async def installation_tapped(
    callback: CallbackQuery, callback_data: InstallationTap, talk: Talk, installation: InstallationService
) -> None:
    """The state, and the updates that were set aside."""
    tap, t = callback_data, talk.t
    match tap.do:
        case InstallationTap.UPDATES:
            await _show_updates(talk, installation, tap.page)
        case InstallationTap.DISMISS:
            applied = await installation.dismiss(talk.actor, tap.update_id)
            toast = t.plain("installation-dismissed" if applied else "installation-dismissed-before")
            await _show_updates(talk, installation, tap.page, toast)
        case _:
            await _open(talk, installation)


async def _show_updates(talk: Talk, installation: InstallationService, page: int, toast: str | None = None) -> None:
    found = await installation.updates(talk.actor, page)
    if not found.items and found.number > 0:  # the list became shorter
        found = await installation.updates(talk.actor)
    await talk.show(screens.updates(talk.t, found), toast)


@router.callback_query(LetterTap.filter())
async def letter_tapped(
    callback: CallbackQuery, callback_data: LetterTap, talk: Talk, installation: InstallationService
) -> None:
    """Letters that need a look, and what to do with one."""
    tap = callback_data
    match tap.do:
        case LetterTap.CARD:
            await talk.show(screens.letter(talk.t, await installation.letter(talk.actor, tap.id), tap.page))
        case LetterTap.AGAIN:
            done = await installation.send_again(talk.actor, tap.id, tap.stamp)
            await _show_resolved(talk, done, tap.page, "installation-sent-again")
        case LetterTap.ARRIVED:
            done = await installation.confirm(talk.actor, tap.id, tap.stamp)
            await _show_resolved(talk, done, tap.page, "installation-confirmed")
        case LetterTap.DROP:
            done = await installation.drop(talk.actor, tap.id, tap.stamp)
            await _show_resolved(talk, done, tap.page, "installation-dropped")
        case _:
            found = await installation.letters(talk.actor, tap.page)
            if not found.items and found.number > 0:
                found = await installation.letters(talk.actor)
            await talk.show(screens.letters(talk.t, found, _way_back(talk)))


async def _show_resolved(talk: Talk, done: Resolution, page: int, toast: str) -> None:
    note = talk.t.plain(toast if done.applied else "installation-resolved-before")
    await talk.show(screens.letter(talk.t, done.letter, page), note)


def _way_back(talk: Talk) -> Button:
    """An administrator came from the installation; a coordinator from the journal or a notice."""
    if talk.actor.can(Permission.MANAGE_INSTALLATION):
        return Button(talk.t.plain("installation-to-home"), InstallationTap(do=InstallationTap.HOME))
    return menu.menu_button(talk.t)
