"""Conversations about the cluster's channel and group."""

from aiogram import Router
from aiogram.types import CallbackQuery, User

from cluster.access import Permission
from cluster.chats import ConnectedChat
from cluster.errors import NotFound
from handlers import menu
from handlers.chats import notices, screens, watching
from handlers.chats.taps import ChatTap
from handlers.engine import Talk
from services.chats import ChatService

__all__ = ["notices", "router", "watching"]

router = Router(name="chats")


async def _open(talk: Talk, chats: ChatService, me: User, toast: str | None = None) -> None:
    found = await chats.chats(talk.actor)
    await talk.show(screens.home(talk.t, found, me.username or "", menu.menu_button(talk.t)), toast)


menu.entry(command="channel", label="chats-menu", permission=Permission.MANAGE_CHATS, order=850, open=_open)


@router.callback_query(ChatTap.filter())
async def chat_tapped(
    callback: CallbackQuery, callback_data: ChatTap, talk: Talk, chats: ChatService, me: User
) -> None:
    """Everything that is a button here."""
    tap, t = callback_data, talk.t
    talk.actor.require(Permission.MANAGE_CHATS)
    match tap.do:
        case ChatTap.CONNECT:
            chat = await chats.connect(talk.actor, tap.id)
            await _open(talk, chats, me, t.plain("chats-toast-connected", title=chat.title[:100]))
        case ChatTap.CHECK:
            for chat in await chats.chats(talk.actor):
                await watching.look_again(talk.bot, chats, talk.actor, chat)
            await _open(talk, chats, me, t.plain("chats-toast-checked"))
        case ChatTap.DROP:
            await talk.show(screens.ask_to_drop(t, await _one(talk, chats, tap.id)))
        case ChatTap.DROP_NOW:
            dropped = await chats.disconnect(talk.actor, tap.id)
            await _open(talk, chats, me, t.plain("chats-toast-dropped" if dropped else "chats-toast-dropped-before"))
        case _:
            await _open(talk, chats, me)


async def _one(talk: Talk, chats: ChatService, row_id: int) -> ConnectedChat:
    found = next((one for one in await chats.chats(talk.actor) if one.id == row_id), None)
    if found is None:
        raise NotFound()
    return found
