"""`/help`, `/cancel`, and the last ones asked: what nobody else understood gets a polite answer, never silence."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from handlers import menu
from handlers.engine import Button, Screen, Talk
from handlers.people.home import show_home
from handlers.people.taps import ConsentTap
from locales import Html, Translator, lines
from services.people import PeopleService

fallback = Router(name="people-fallback")


def way_on(talk: Talk) -> Button:
    """The menu, or for a stranger the beginning."""
    if talk.actor.consented:
        return menu.menu_button(talk.t)
    return Button(talk.t.plain("start-button"), ConsentTap(do=ConsentTap.SHOW, version="", locale=talk.t.locale))


async def _cancel(talk: Talk) -> None:
    """What was going on has been put aside before this is called; the screen offers to go on with a form."""
    stopped = talk.interrupted or talk.memory.changed
    if talk.memory.state is not None:
        talk.memory.forget()
        stopped = True
    await talk.send(Screen(talk.t("cancel-done" if stopped else "cancel-nothing"), [[way_on(talk)]]))


async def _help(talk: Talk) -> None:
    t, actor = talk.t, talk.actor
    roles = [t(f"help-{role.value}") for role in sorted(actor.roles)] if actor.consented else []
    commands = [t("help-command", command=one.command, label=t.plain(one.label)) for one in menu.entries_for(actor)]
    text = lines(t("help-head"), lines(*roles or [t("help-guest")]), lines(*commands), t("help-foot"), gap="\n\n")
    await talk.show(Screen(text, [[way_on(talk)]]))


menu.entry(command="help", label="menu-help", permission=Permission.PUBLIC, order=920, open=_help)
menu.entry(
    command="cancel", label="menu-cancel", permission=Permission.CONSENTED, order=930, open=_cancel, in_menu=False
)


@fallback.message()
async def not_understood(message: Message, talk: Talk) -> None:
    """Text, a voice message, a sticker, an album outside of any question."""
    if talk.actor.person_id is not None and not talk.first_of_album():
        return
    await talk.send(Screen(_apology(talk.t, message), [[way_on(talk)]]))


def _apology(t: Translator, message: Message) -> Html:
    if message.text and message.text.startswith("/"):
        return t("not-a-command")
    return t("not-understood" if message.text else "not-understood-media")


@fallback.callback_query()
async def button_gone(callback: CallbackQuery, talk: Talk, people: PeopleService) -> None:
    """A button of an earlier version, or made up."""
    note = talk.t.plain("button-gone")
    if talk.actor.consented:
        await show_home(talk, people, note)
    else:
        await talk.show(Screen(talk.t("not-understood"), [[way_on(talk)]]), note)
