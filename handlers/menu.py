"""The menu: one registry gives the buttons of `/menu`, the commands and each person's command list.

Features register their entries when they are imported; nothing else lists them.
"""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Filter
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, CallbackQuery, Message, User

from cluster.access import Actor, Permission
from handlers.engine import Button, Talk
from handlers.engine.taps import Tap
from locales import Texts, Translator
from services.people import PeopleService

log = structlog.get_logger()

Opener = Callable[..., Awaitable[None]]


class MenuTap(Tap, prefix="m1"):
    """Open an entry of the menu."""

    command: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something a person can begin from the menu or by a command."""

    command: str
    label: str
    permission: Permission
    order: int
    open: Opener
    in_menu: bool


_ENTRIES: dict[str, Entry] = {}

router = Router(name="menu")


def entry(*, command: str, label: str, permission: Permission, order: int, open: Opener, in_menu: bool = True) -> None:
    """Register an entry.

    Args:
        command: without the slash.
        label: locale key of the button's text, which is the command's description too.
        permission: who sees it and may open it.
        order: place in the lists, small ones first.
        open: `async (talk, …)`; further parameters are given by name, as to a handler.
        in_menu: whether it is a button as well, not a command only.
    """
    if command in _ENTRIES:
        raise TypeError(f"two entries are called /{command}")
    _ENTRIES[command] = Entry(command, label, permission, order, open, in_menu)


def entries_for(actor: Actor) -> list[Entry]:
    """What this person may open now, in order."""
    return sorted((one for one in _ENTRIES.values() if actor.can(one.permission)), key=lambda one: one.order)


def buttons(actor: Actor, t: Translator) -> list[list[Button]]:
    """The menu's buttons for this person, two in a row where they are short."""
    shown = [Button(t.plain(one.label), MenuTap(command=one.command)) for one in entries_for(actor) if one.in_menu]
    rows: list[list[Button]] = []
    for button in shown:
        short = len(button.text) <= 16
        if short and rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= 16:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def menu_button(t: Translator) -> Button:
    """The way to the menu from anywhere."""
    return Button(t.plain("menu-button"), MenuTap(command="menu"))


class RegisteredCommand(Filter):
    """A command of the registry, not one to another bot of the same group; the handler gets the `entry`."""

    async def __call__(self, message: Message, me: User) -> bool | dict[str, Any]:
        text = message.text or ""
        if not text.startswith("/"):
            return False
        command, _, bot = text.split(maxsplit=1)[0][1:].lower().partition("@")
        if bot and bot != (me.username or "").lower():
            return False
        return {"entry": _ENTRIES[command]} if command in _ENTRIES else False


@router.message(RegisteredCommand())
async def command_typed(message: Message, entry: Entry, talk: Talk, **given: Any) -> None:
    """A registered command opens its entry."""
    await _open(entry, talk, given)


@router.callback_query(MenuTap.filter())
async def button_tapped(callback: CallbackQuery, callback_data: MenuTap, talk: Talk, **given: Any) -> None:
    """A button of the menu opens its entry; an entry that is no more opens the menu."""
    await _open(_ENTRIES.get(callback_data.command) or _ENTRIES["menu"], talk, given)


async def _open(chosen: Entry, talk: Talk, given: dict[str, Any]) -> None:
    talk.actor.require(chosen.permission)
    given = {name: value for name, value in given.items() if name not in ("entry", "callback_data", "handler")}
    await CallableObject(chosen.open).call(talk=talk, **given)


def _commands(chosen: Sequence[Entry], t: Translator) -> list[BotCommand]:
    return [BotCommand(command=one.command, description=t.plain(one.label)) for one in chosen]


async def publish_for_everybody(bot: Bot, texts: Texts) -> None:
    """Tell Telegram the commands of people nobody knows yet, in Russian and in English."""
    public = entries_for(Actor(telegram_id=0))
    scope = BotCommandScopeAllPrivateChats()
    try:
        await bot.set_my_commands(_commands(public, texts.for_locale("ru")), scope=scope)
        await bot.set_my_commands(_commands(public, texts.for_locale("en")), scope=scope, language_code="en")
    except TelegramAPIError as error:
        log.warning("commands_not_set", reason=error.message)


async def publish(talk: Talk) -> None:
    """Tell Telegram the commands of everybody whose roles or language changed.

    It can be done late and twice; a refusal of Telegram is not the person's trouble.
    """
    texts: Texts = talk.services["texts"]
    people: PeopleService = talk.services["people"]
    for known in await people.outdated_command_lists(talk.actor):
        theirs = known.actor
        commands = _commands(entries_for(theirs), texts.for_locale(theirs.locale))
        try:
            await talk.bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=theirs.telegram_id))
        except TelegramAPIError as error:
            log.info("commands_not_set", person_id=theirs.person_id, reason=error.message)
        await people.note_command_list(theirs, fingerprint(commands))


async def withdraw(bot: Bot, actor: Actor) -> None:
    """The person left: Telegram shows them the commands everybody has."""
    try:
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=actor.telegram_id))
    except TelegramAPIError as error:
        log.info("commands_not_deleted", reason=error.message)


def fingerprint(commands: Sequence[BotCommand]) -> str:
    """A short name of a command list."""
    listed = "\n".join(f"{one.command} {one.description}" for one in commands)
    return hashlib.sha256(listed.encode()).hexdigest()[:16]
