"""Telegram on this machine: accounts, chats, messages, and the door of the Bot API.

Used in process by tests (`sandbox.session`), over HTTP by any client (`sandbox.server`), and by people (`Person`).
"""

import json
import random
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from sandbox.chats import Chat, ChatType, Member, Topic
from sandbox.delivery import Deliveries
from sandbox.events import EventLog
from sandbox.faults import Faults, strike
from sandbox.files import FileStore, Upload
from sandbox.limits import Limits
from sandbox.messages import Message
from sandbox.methods import METHODS
from sandbox.people import Bot, Person
from sandbox.presses import CallbackPress
from sandbox.rates import Rates
from sandbox.refusals import ConnectionDropped, Refusal, bad_request
from sandbox.request import Request
from sandbox.spec import METHOD_NAMES, unknown_parameters
from sandbox.updates import UpdateQueue
from services.clock import Clock


@dataclass(slots=True)
class Call:
    """A recorded call: `at` in seconds of the epoch, and either `result` or `error`."""

    method: str
    params: dict[str, str]
    at: float
    result: Any = None
    error: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """Something Telegram tolerates in silence and a careful bot does not do."""

    method: str
    what: str


class Telegram:
    """The whole of it. Everything that depends on time asks `clock`.

    Args:
        clock: usually a `MovableClock`.
        limits: the numbers to enforce; Telegram's own by default.
    """

    def __init__(self, *, clock: Clock, limits: Limits | None = None) -> None:
        self.clock = clock
        self.limits = limits or Limits()
        self.bots: dict[str, Bot] = {}
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.private: dict[tuple[int, int], Chat] = {}
        self.presses: dict[str, CallbackPress] = {}
        self.files = FileStore(self.limits)
        self.events = EventLog()
        self.faults = Faults()
        self.violations: list[Violation] = []
        self.calls: deque[Call] = deque(maxlen=self.limits.calls_kept)
        self.deliveries = Deliveries(self)
        self._rates: dict[int, Rates] = {}
        self._ids = _numbers(100_001)
        self._chat_ids = _numbers(1_500_000_001)

    def now(self) -> float:
        """Seconds of the epoch by the sandbox's clock."""
        return self.clock.now().timestamp()

    # Who and where

    def add_bot(self, token: str, username: str, name: str, *, reads_all: bool = False) -> Bot:
        """A bot with this token. `reads_all` turns its privacy mode off: it then sees all messages of its groups."""
        bot = Bot(
            token=token,
            id=int(token.split(":", 1)[0]),
            username=username,
            name=name,
            queue=UpdateQueue(),
            reads_all=reads_all,
        )
        self.bots[token] = bot
        self._rates[bot.id] = Rates(self.limits)
        return bot

    def add_person(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str | None = "ru",
        id: int | None = None,
        note: str = "",
    ) -> Person:
        """A person; `note` says on the page who this is."""
        person = Person(
            telegram=self,
            id=id or next(self._ids),
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
            note=note,
        )
        self.people[person.id] = person
        self.events.add("person")
        return person

    def add_group(self, title: str, topics: bool = False, *, basic: bool = False, username: str | None = None) -> Chat:
        """A group: a supergroup, with topics if wanted, or an old small group when `basic`."""
        if basic:
            return self._add_chat("group", -next(self._ids), title, None)
        chat = self._add_chat("supergroup", -1_000_000_000_000 - next(self._chat_ids), title, username)
        chat.is_forum = topics
        return chat

    def add_channel(self, title: str, username: str | None = None) -> Chat:
        """A channel; public when it has a username."""
        return self._add_chat("channel", -1_000_000_000_000 - next(self._chat_ids), title, username)

    def _add_chat(self, kind: ChatType, number: int, title: str, username: str | None) -> Chat:
        chat = Chat(id=number, type=kind, title=title, username=username)
        self.chats[number] = chat
        self.events.add("chat", number)
        return chat

    def upgrade(self, group: Chat) -> Chat:
        """Turn a small group into a supergroup with another id; the old id refuses from now on."""
        chat = self.add_group(group.title or "")
        chat.members = {
            user: Member(member.user, member.status, member.rights) for user, member in group.members.items()
        }
        group.upgraded_to = chat.id
        service = self.post(group, kind="service", details={"migrate_to_chat_id": chat.id}, service="upgraded")
        self.deliveries.message(service)
        return chat

    def add_topic(self, chat: Chat, name: str, *, by: Person | Bot | None = None, icon_color: int = 7322096) -> Topic:
        """A new topic in a group with topics."""
        details = {"forum_topic_created": {"name": name, "icon_color": icon_color}}
        began = self.post(chat, kind="service", sender=by, details=details, service=name)
        began.topic_id = began.message_id
        chat.topics[began.message_id] = Topic(began.message_id, name, icon_color)
        self.deliveries.message(began)
        return chat.topics[began.message_id]

    def public(self, username: str) -> Chat | None:
        """The public group or channel with this username."""
        wanted = username.lower()
        return next((chat for chat in self.chats.values() if (chat.username or "").lower() == wanted), None)

    def private_chat(self, bot: Bot, person: Person) -> Chat:
        """The private chat of these two, opened if it was not."""
        chat = self.private_seen(bot, person)
        if (bot.id, person.id) not in self.private:
            self.private[bot.id, person.id] = chat
            person.known_to.add(bot.id)
            self.events.add("chat", chat.id)
        return chat

    def private_seen(self, bot: Bot, person: Person) -> Chat:
        """The private chat of these two; an empty one, kept nowhere, while nobody opened it."""
        if opened := self.private.get((bot.id, person.id)):
            return opened
        chat = Chat(id=person.id, type="private", bot=bot, person=person)
        chat.members = {person.id: Member(person), bot.id: Member(bot)}
        return chat

    def user_json(self, user_id: int) -> dict[str, Any] | None:
        """Bot API `User` by id."""
        person = self.people.get(user_id)
        return person.as_json() if person else None

    # Messages

    def post(self, chat: Chat, **fields: Any) -> Message:
        """Put a message into a chat as it is, without checks and updates; `fields` are those of `Message`."""
        message = Message(chat=chat, message_id=chat.new_message_id(), date=int(self.now()), **fields)
        chat.messages[message.message_id] = message
        self.events.add("message", chat.id, message.message_id)
        return message

    def edited(self, message: Message) -> None:
        """Note that a message was changed."""
        message.changed(int(self.now()))
        self.events.add("edit", message.chat.id, message.message_id)

    def remove(self, message: Message) -> None:
        """Delete a message for everybody."""
        message.deleted = True
        message.chat.messages.pop(message.message_id, None)
        if message.message_id in message.chat.pinned:
            message.chat.pinned.remove(message.message_id)
        self.events.add("delete", message.chat.id, message.message_id)

    def spend(self, bot: Bot, chat: Chat, count: int = 1) -> None:
        """Count messages against the rates of the bot; raises Refusal 429."""
        self._rates[bot.id].spend(chat.id, count, self.now())

    def remember(self, press: CallbackPress) -> None:
        """Keep a tap for its answer; the oldest are forgotten."""
        self.presses[press.id] = press
        while len(self.presses) > self.limits.calls_kept:
            del self.presses[next(iter(self.presses))]

    def new_callback_id(self) -> str:
        """The id of a callback query."""
        return str(random.randrange(10**17, 10**18))

    # The Bot API

    def note_violation(self, method: str, what: str) -> None:
        """Record what Telegram tolerates in silence."""
        self.violations.append(Violation(method, what))

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Any:
        """One call of the Bot API.

        Args:
            token: of the bot.
            method: in any case of letters.
            params: text as HTTP carries it; other values are turned into it (objects into JSON, None left out).
            files: uploads by field name, for `attach://name` and for fields that are files themselves.

        Returns:
            What stands in `result`. It is shared: read it, never change it.

        Raises:
            Refusal: what Telegram would answer.
            ConnectionDropped: an injected fault.
        """
        name = METHOD_NAMES.get(method.lower())
        bot = self.bots.get(token)
        if bot is None:
            number, colon, secret = token.partition(":")
            well_formed = bool(colon and secret and number.isdigit())
            raise Refusal(401, "Unauthorized" if well_formed else "Unauthorized: invalid token specified")
        if name is None:
            raise Refusal(404, "Not Found: method not found")
        texts = {key: as_text(value) for key, value in (params or {}).items() if value is not None}
        record = Call(name, texts, self.now())
        self.calls.append(record)
        try:
            record.result = await self._answer(bot, name, texts, files or {})
        except Refusal as refusal:
            record.error = refusal
            raise
        return record.result

    async def _answer(self, bot: Bot, name: str, texts: dict[str, str], files: Mapping[str, Upload]) -> Any:
        if sum(map(len, texts.values())) > self.limits.parameters:
            raise Refusal(413, "Request Entity Too Large")
        fault = self.faults.next(name, texts)
        if fault is not None:
            strike(fault)
        decoded = {
            key: value
            for key, text in texts.items()
            if text[:1] in ("{", "[") and (value := _decoded(text)) is not None
        }
        for unknown in unknown_parameters(name, texts, decoded):
            self.note_violation(name, f"unknown parameter {unknown}")
        handler = METHODS.get(name)
        if handler is None:
            self.note_violation(name, "method is not supported by the sandbox")
            raise bad_request("method is not supported by the sandbox")
        result = handler(Request(self, bot, name, texts, files, decoded))
        if isawaitable(result):
            result = await result
        if fault is not None:
            raise ConnectionDropped
        return result


def as_text(value: Any) -> str:
    """A parameter as HTTP carries it."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _numbers(first: int) -> Iterator[int]:
    while True:
        yield first
        first += random.randrange(1, 40)
