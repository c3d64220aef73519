"""What happens around conversations: the bot is blocked or let in again, somebody writes to it in a group."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated, Message, User

from handlers.engine import Button, Screen, Talk
from handlers.menu import RegisteredCommand
from services.people import PeopleService

membership = Router(name="people-membership")
groups = Router(name="people-groups")

_GONE = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


@membership.my_chat_member()
async def membership_changed(event: ChatMemberUpdated, talk: Talk, people: PeopleService) -> None:
    """Somebody blocked the bot in a private chat, or let it write again."""
    if event.chat.type == ChatType.PRIVATE and talk.actor.person_id is not None:
        await people.note_reachable(talk.actor, event.new_chat_member.status not in _GONE)


@groups.message(RegisteredCommand())
async def command_in_group(message: Message, talk: Talk, me: User) -> None:
    """Conversations are private: one line with the way there."""
    write = Button(talk.t.plain("group-write-button"), url=f"https://t.me/{me.username}")
    await talk.send(Screen(talk.t("group-write-privately"), [[write]]))
