"""One call of the Bot API: its parameters, read the lenient way Telegram reads them, and whom it is about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from sandbox.chats import Chat, Topic
from sandbox.files import Upload
from sandbox.markup import Markup, parse_markup, several_actions
from sandbox.messages import Message
from sandbox.people import Bot
from sandbox.refusals import bad_request, forbidden, upgraded

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


_JSON_WORDS = {
    "reply_markup": "reply keyboard markup",
    "scope": "BotCommandScope",
    "message_ids": "message_ids",
    "entities": "entities",
}


def whole(value: Any) -> int:
    """A whole number read the lenient way: what is not a number counts as 0."""
    text = str(value).strip()
    return int(text) if text.removeprefix("-").isdecimal() and text.isascii() else 0


class Access(IntEnum):
    """How much of a chat a method needs (Bot API server, `check_chat_access`)."""

    READ = 0
    EDIT = 1
    WRITE = 2


@dataclass(slots=True, eq=False)
class Request:
    """A call with its parameters as text, as HTTP carries them.

    Args:
        method: the canonical name.
        params: every value as text; objects and arrays as JSON.
        files: uploads by field name.
        decoded: the parameters that are JSON objects or arrays, parsed once.
    """

    telegram: "Telegram"
    bot: Bot
    method: str
    params: dict[str, str]
    files: Mapping[str, Upload]
    decoded: dict[str, Any]

    def text(self, name: str) -> str:
        """A parameter as text; empty when absent."""
        return self.params.get(name, "")

    def integer(self, name: str, default: int = 0, lowest: int | None = None, highest: int | None = None) -> int:
        """A whole number, moved into the bounds as Telegram does; what is not a number counts as 0."""
        value = self.params.get(name, "").strip()
        if not value:
            return default
        number = whole(value)
        if lowest is not None and number < lowest:
            return lowest
        return highest if highest is not None and number > highest else number

    def boolean(self, name: str) -> bool:
        """true, yes and 1 in any case."""
        return self.params.get(name, "").lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """A parsed parameter; None when absent.

        Raises:
            Refusal: 400 when it is not JSON.
        """
        if name in self.decoded:
            return self.decoded[name]
        source = self.params.get(name)
        if not source:
            return None
        try:
            return json.loads(source)
        except ValueError:
            raise bad_request(f"can't parse {_JSON_WORDS.get(name, name.replace('_', ' '))} JSON object") from None

    def chat(self, access: Access, name: str = "chat_id") -> Chat:
        """The chat the call is about.

        Raises:
            Refusal: 400 or 403 in the words of the Bot API server.
        """
        return self.chat_of(self.text(name).strip(), access)

    def chat_of(self, value: str, access: Access) -> Chat:
        """The chat with this id or `@username`; raises like `chat`."""
        if not value:
            raise bad_request("chat_id is empty")
        if value.startswith("@"):
            found = self.telegram.public(value[1:])
        else:
            number = whole(value)
            if number > 0:
                return self._private(number, access)
            found = self.telegram.chats.get(number)
        if found is None:
            raise bad_request("chat not found")
        self._check_member(found, access)
        return found

    def _private(self, number: int, access: Access) -> Chat:
        person = self.telegram.people.get(number)
        if person is None:
            if any(bot.id == number for bot in self.telegram.bots.values()):
                raise forbidden("bots can't send messages to bots")
            raise bad_request("chat not found")
        chat = self.telegram.private.get((self.bot.id, number))
        if chat is None and self.bot.id not in person.known_to:
            raise bad_request("chat not found")
        if person.deactivated and access >= Access.EDIT:
            raise forbidden("user is deactivated")
        if chat is None:
            if access >= Access.EDIT:
                raise forbidden("bot can't initiate conversation with a user")
            return self.telegram.private_seen(self.bot, person)
        if self.bot.id in person.blocked and access >= Access.EDIT:
            raise forbidden("bot was blocked by the user")
        return chat

    def _check_member(self, chat: Chat, access: Access) -> None:
        if chat.upgraded_to is not None and access >= Access.EDIT:
            raise upgraded(chat.upgraded_to)
        member = chat.member(self.bot.id)
        if member is not None and member.status == "kicked":
            if chat.type != "group" or access >= Access.EDIT:
                raise forbidden(f"bot was kicked from the {chat.type} chat")
        elif member is None or not member.present:
            if member is None and not chat.username:
                raise bad_request("chat not found")
            if access >= Access.EDIT or not chat.username:
                raise forbidden(f"bot is not a member of the {chat.type} chat")

    def topic(self, chat: Chat) -> Topic | None:
        """The topic of `message_thread_id`; ignored in chats without topics, as Telegram does."""
        number = max(0, self.integer("message_thread_id"))
        if not number or not chat.is_forum:
            return None
        found = chat.topics.get(number)
        if found is None:
            raise bad_request("message thread not found")
        return found

    def message(self, chat: Chat, what: str, name: str = "message_id") -> Message:
        """The message the call is about; `what` begins the refusal: `message to edit not found`."""
        found = chat.messages.get(max(0, self.integer(name)))
        if found is None:
            raise bad_request(f"{what} not found")
        return found

    def reply(self, chat: Chat) -> Message | None:
        """The message of `reply_parameters`, None when the reply may be left out."""
        parameters = self.json("reply_parameters")
        if parameters is None:
            return None
        if not isinstance(parameters, dict):
            raise bad_request("object expected as reply parameters")
        number = whole(parameters.get("message_id"))
        if number <= 0:
            return None
        other = parameters.get("chat_id")
        where = chat if other is None else self.chat_of(str(other), Access.READ)
        found = where.messages.get(number)
        if found is None and not parameters.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        return found

    def markup(self, *, inline_only: bool = False) -> Markup | None:
        """The checked `reply_markup`."""
        value = self.json("reply_markup")
        if value is None:
            return None
        markup = parse_markup(
            value, len(self.params["reply_markup"].encode()), self.telegram.limits, inline_only=inline_only
        )
        for text in several_actions(value):
            self.telegram.note_violation(self.method, f"button {text!r} has more than one action")
        return markup
