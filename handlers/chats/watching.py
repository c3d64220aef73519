"""The bot's place in channels and groups, as Telegram tells it and as it is asked for."""

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import Filter
from aiogram.types import Chat, ChatMemberUpdated, Message, ResultChatMemberUnion

from cluster.access import Actor
from cluster.chats import ChatPurpose, ConnectedChat, SeenChat, Standing
from handlers.engine import Talk
from services.chats import ChatService
from storage import chats as queries
from storage.database import Database

membership = Router(name="chats-membership")
groups = Router(name="chats-groups")

NOBODY = Actor(telegram_id=0)
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_ABSENT = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)


class InChatOfMany(Filter):
    """Not a private chat."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        return event.chat.type != ChatType.PRIVATE


class BecameSupergroup(Filter):
    """The service message that a group has another id from now on."""

    async def __call__(self, message: Message) -> bool:
        return message.migrate_to_chat_id is not None


@membership.my_chat_member(InChatOfMany())
async def place_changed(event: ChatMemberUpdated, talk: Talk, chats: ChatService) -> None:
    """The bot was added to a channel or group, removed, or may do something else than before."""
    purpose = _purpose(event.chat.type)
    await chats.seen(
        talk.actor,
        SeenChat(
            event.chat.id,
            purpose,
            event.chat.title or "",
            event.chat.username,
            standing_of(event.new_chat_member, purpose),
        ),
    )


@groups.message(BecameSupergroup())
async def group_renumbered(message: Message, talk: Talk, chats: ChatService) -> None:
    """The group goes on under another id."""
    assert message.migrate_to_chat_id is not None
    await chats.renumbered(talk.actor, message.chat.id, message.migrate_to_chat_id)


def standing_of(member: ResultChatMemberUnion, purpose: ChatPurpose) -> Standing:
    """What the bot may do: in a channel only an administrator with the right posts, in a group every member writes."""
    if member.status in _ABSENT or not getattr(member, "is_member", True):
        return Standing(False, False, False, False)
    if purpose is ChatPurpose.CHANNEL:
        rights = [bool(getattr(member, f"can_{right}_messages", False)) for right in ("post", "edit", "delete")]
        return Standing(True, *rights)
    can_write = bool(getattr(member, "can_send_messages", True))
    return Standing(True, can_write, can_write, bool(getattr(member, "can_delete_messages", False)))


def _purpose(kind: str) -> ChatPurpose:
    return ChatPurpose.GROUP if kind in _GROUPS else ChatPurpose.CHANNEL


async def look(bot: Bot, chat: ConnectedChat) -> SeenChat | None:
    """Ask Telegram about a chat; None when it does not answer now."""
    absent = Standing(False, False, False, False)
    try:
        member = await bot.get_chat_member(chat.chat_id, bot.id)
        shown: Chat = await bot.get_chat(chat.chat_id)
    except (TelegramForbiddenError, TelegramBadRequest):  # not a member; or there is no such chat any more
        return SeenChat(chat.chat_id, chat.purpose, chat.title, chat.username, absent)
    except TelegramAPIError:
        return None
    standing = standing_of(member, chat.purpose)
    return SeenChat(chat.chat_id, chat.purpose, shown.title or chat.title, shown.username, standing)


async def check_all(bot: Bot, db: Database, chats: ChatService) -> None:
    """Look at every chat in use: what an anonymous administrator changes, or what was missed, is noticed here."""
    async with db.read() as connection:
        found = await queries.in_use(connection)
    for chat in found:
        await look_again(bot, chats, NOBODY, chat)


async def look_again(bot: Bot, chats: ChatService, actor: Actor, chat: ConnectedChat) -> None:
    """Note what changed in a chat since it was seen last."""
    seen = await look(bot, chat)
    before = SeenChat(chat.chat_id, chat.purpose, chat.title, chat.username, chat.standing)
    if seen is not None and seen != before:
        await chats.seen(actor, seen)
