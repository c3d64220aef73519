"""Which bot learns of what: messages, taps and changes of membership become updates."""

from typing import TYPE_CHECKING, Any

from sandbox.chats import Chat, Member
from sandbox.entities import cut
from sandbox.messages import Message, inaccessible
from sandbox.people import Bot, Person
from sandbox.presses import CallbackPress

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


class Deliveries:
    """Puts updates into the queues of the bots that may see them."""

    def __init__(self, telegram: "Telegram") -> None:
        self._telegram = telegram

    def message(self, message: Message, *, edited: bool = False) -> None:
        """A new or edited message of a person, or a service message."""
        kind = "channel_post" if message.chat.type == "channel" else "message"
        kind = f"edited_{kind}" if edited else kind
        for bot in self._readers(message):
            self._push(bot, kind, message.as_json(), message.chat.id)

    def press(self, press: CallbackPress) -> None:
        """A tap on an inline button, to the bot that sent the message."""
        message, bot = press.message, press.bot
        if bot is None:
            return
        chat = message.chat
        self._push(
            bot,
            "callback_query",
            {
                "id": press.id,
                "from": press.person.as_json(),
                "message": inaccessible(chat, message.message_id) if message.deleted else message.as_json(),
                "chat_instance": str(abs(hash((chat.id, bot.id)))),
                "data": press.data,
            },
            chat.id,
            life=self._telegram.limits.callback_life,
        )

    def member(self, chat: Chat, by: Person | Bot, old: Member, new: Member) -> None:
        """A change of somebody's place in a chat: to the bot itself, and to bots that are administrators there."""
        user = new.user
        body = {
            "chat": chat.as_json(),
            "from": by.as_json(),
            "date": int(self._telegram.now()),
            "old_chat_member": old.as_json(chat.type),
            "new_chat_member": new.as_json(chat.type),
        }
        if isinstance(user, Bot):
            self._push(user, "my_chat_member", body, chat.id)
        for member in chat.administrators():
            if isinstance(member.user, Bot) and member.user is not user:
                self._push(member.user, "chat_member", body, chat.id)

    def _push(self, bot: Bot, kind: str, body: dict[str, Any], lane: int, life: float | None = None) -> None:
        life = self._telegram.limits.update_life if life is None else life
        bot.queue.push(kind, body, expires=self._telegram.now() + life, lane=lane)

    def _readers(self, message: Message) -> list[Bot]:
        chat = message.chat
        if chat.bot is not None and chat.type == "private":
            return [chat.bot]
        members = [member for member in chat.members.values() if isinstance(member.user, Bot)]
        return [member.user for member in members if isinstance(member.user, Bot) and _may_read(member, message)]


def _may_read(member: Member, message: Message) -> bool:
    bot = member.user
    if not isinstance(bot, Bot) or not member.present:
        return False
    if message.author is bot and message.kind != "service":
        return False
    if message.chat.type == "channel" or message.kind == "service":
        return True
    if bot.reads_all or member.status in ("administrator", "creator"):
        return True
    return _is_for(bot, message)


def _is_for(bot: Bot, message: Message) -> bool:
    """Privacy mode: commands that may be for this bot, and replies to it."""
    if message.reply_to is not None and message.reply_to.author is bot:
        return True
    for entity in message.entities:
        if entity["type"] == "bot_command":
            _, at, addressee = cut(message.body, entity["offset"], entity["length"]).partition("@")
            if not at or addressee.lower() == bot.username.lower():
                return True
    return False
