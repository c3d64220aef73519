"""What a person does: write, send files, press buttons, block a bot, put it into chats."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sandbox.chats import RIGHTS, Chat, Member, Status
from sandbox.entities import Entity, clean, trim, with_found
from sandbox.files import StoredFile, Upload

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.people import Bot, Person
    from sandbox.presses import CallbackPress
    from sandbox.telegram import Telegram
    from sandbox.view import ChatView


class ActRefused(Exception):
    """The person cannot do this; the words say why."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a person sends: `kind` is photo, document, voice, video or audio."""

    kind: str
    data: bytes
    filename: str = "file"
    caption: str = ""


class PersonActs:
    """The acts of a `Person`. Every `where` is a chat, or a bot for the private chat with it."""

    telegram: "Telegram"
    id: int
    blocked: set[int]
    known_to: set[int]

    @property
    def _self(self) -> "Person":
        return cast("Person", self)

    def chat(self, where: "Bot | Chat") -> "ChatView":
        """What this person sees in a chat."""
        from sandbox.view import ChatView  # noqa: PLC0415 - the view needs people, people need their acts

        return ChatView(where if isinstance(where, Chat) else self.telegram.private_seen(where, self._self))

    async def start(self, bot: "Bot", payload: str | None = None) -> "Message":
        """Open the chat with a bot: the START button, or a link with a payload (1–64 of `A-Za-z0-9_-`).

        Raises:
            ActRefused: Telegram would not pass such a payload.
        """
        if payload is not None and not (
            1 <= len(payload) <= 64 and payload.isascii() and payload.replace("_", "").replace("-", "").isalnum()
        ):
            raise ActRefused("the payload of a link is 1 to 64 of A-Z a-z 0-9 _ -")
        self.unblock(bot)
        self.telegram.private_chat(bot, self._self)
        return await self.send(bot, f"/start {payload}" if payload else "/start")

    async def send(
        self,
        where: "Bot | Chat",
        text: str,
        entities: list[Entity] | None = None,
        reply_to: "Message | None" = None,
        topic_id: int | None = None,
    ) -> "Message":
        """Write a text of 1 to 4,096 characters; a longer one goes as several messages, as from Telegram's own client.

        Returns:
            The last message.
        """
        chat = self._writable(where)
        body, given = trim(clean(text), list(entities or []))
        if not body:
            raise ActRefused("the text is empty")
        parts = [body[start : start + 4096] for start in range(0, len(body), 4096)]
        for part in parts:
            message = self._post(
                chat,
                reply_to,
                topic_id,
                kind="text",
                body=part,
                entities=with_found(part, given if len(parts) == 1 else []),
            )
        return message

    async def send_photo(self, where: "Bot | Chat", data: bytes, caption: str = "", **place: Any) -> "Message":
        """Send a picture; `place` is `reply_to` and `topic_id`, here and below."""
        return await self._attach(where, Attachment("photo", data, "photo.jpg", caption), **place)

    async def send_document(
        self, where: "Bot | Chat", data: bytes, filename: str, caption: str = "", **place: Any
    ) -> "Message":
        """Send a file as it is."""
        return await self._attach(where, Attachment("document", data, filename, caption), **place)

    async def send_voice(self, where: "Bot | Chat", data: bytes, duration: int = 1, **place: Any) -> "Message":
        """Send a voice message of `duration` seconds."""
        return await self._attach(where, Attachment("voice", data, "voice.oga"), duration=duration, **place)

    async def send_album(self, where: "Bot | Chat", media: Sequence[Attachment], **place: Any) -> "list[Message]":
        """Send 2–10 photos, or documents, as one album: separate messages with one `media_group_id`."""
        group = str(random.randrange(10**16, 10**17))
        return [await self._attach(where, item, media_group_id=group, **place) for item in media]

    async def send_attachment(self, where: "Bot | Chat", item: Attachment, **place: Any) -> "Message":
        """Send one file of any kind."""
        return await self._attach(where, item, **place)

    async def send_contact(self, where: "Bot | Chat", phone_number: str, first_name: str, **place: Any) -> "Message":
        """Send a contact; with the own first name it counts as the own one."""
        contact = {"phone_number": phone_number, "first_name": first_name}
        if first_name == self._self.first_name:
            contact |= {"user_id": self.id}  # type: ignore[dict-item]
        return self._post(self._writable(where), kind="contact", details={"contact": contact}, **place)

    async def send_location(self, where: "Bot | Chat", latitude: float, longitude: float, **place: Any) -> "Message":
        """Send a place on the map, in degrees."""
        details = {"location": {"latitude": latitude, "longitude": longitude}}
        return self._post(self._writable(where), kind="location", details=details, **place)

    async def send_sticker(self, where: "Bot | Chat", data: bytes = b"sticker", **place: Any) -> "Message":
        """Send a sticker."""
        return await self._attach(where, Attachment("sticker", data, "sticker.webp"), **place)

    async def edit(self, message: "Message", text: str) -> "Message":
        """Change the text or the caption of an own message."""
        if message.author is not self or message.deleted:
            raise ActRefused("only own messages can be edited")
        message.body, entities = trim(clean(text), [])
        message.entities = with_found(message.body, entities)
        self.telegram.edited(message)
        self.telegram.deliveries.message(message, edited=True)
        return message

    async def press(self, message: "Message", button: str | tuple[int, int]) -> "CallbackPress":
        """Tap an inline button, named by its text (whole, else a part that only one has) or by (row, column).

        Returns:
            The tap; `await press.answered()` waits for the bot. A button with a link is answered at once.

        Raises:
            ActRefused: no such button, or several.
        """
        found = _button(message, button)
        if (data := found.get("callback_data")) is not None:
            return await self.press_data(message, data)
        from sandbox.presses import CallbackAnswer, CallbackPress  # noqa: PLC0415 - as above

        tapped = CallbackPress("", self._self, None, message, "", self.telegram.now())
        copied = (found.get("copy_text") or {}).get("text", "")
        tapped.give(CallbackAnswer(text=copied, url=found.get("url")))
        return tapped

    async def press_data(self, message: "Message", data: str) -> "CallbackPress":
        """Send a callback with any data, as a changed client could."""
        from sandbox.presses import CallbackPress  # noqa: PLC0415 - as above

        author = message.author
        if author is None or not author.is_bot:
            raise ActRefused("only messages of bots have inline buttons")
        bot = cast("Bot", author)
        self.known_to.add(bot.id)
        tapped = CallbackPress(self.telegram.new_callback_id(), self._self, bot, message, data, self.telegram.now())
        self.telegram.remember(tapped)
        self.telegram.deliveries.press(tapped)
        return tapped

    def block(self, bot: "Bot") -> None:
        """Stop a bot: it learns by `my_chat_member`, and its messages are refused."""
        self._set_blocked(bot, blocked=True)

    def unblock(self, bot: "Bot") -> None:
        """Let it write again."""
        self._set_blocked(bot, blocked=False)

    def _set_blocked(self, bot: "Bot", *, blocked: bool) -> None:
        if (bot.id in self.blocked) == blocked:
            return
        chat = self.telegram.private_chat(bot, self._self)
        member, kicked = Member(bot), Member(bot, "kicked")
        if blocked:
            self.blocked.add(bot.id)
        else:
            self.blocked.discard(bot.id)
        old, new = (member, kicked) if blocked else (kicked, member)
        self.telegram.deliveries.member(chat, self._self, old, new)
        self.telegram.events.add("chat", chat.id)

    def join(self, chat: Chat, status: Status = "member") -> Member:
        """Become a member (or the creator, an administrator with all rights) of a group or channel."""
        rights = set(RIGHTS["channel" if chat.type == "channel" else "group"]) if status == "administrator" else set()
        chat.members[self.id] = Member(self._self, status, rights)
        for member in chat.members.values():
            if member.user.is_bot:
                self.known_to.add(member.user.id)
        self.telegram.events.add("chat", chat.id)
        return chat.members[self.id]

    def add_bot_to(self, chat: Chat, bot: "Bot", rights: Sequence[str] | None = None) -> Member:
        """Add a bot, or change what it may do.

        Args:
            rights: names of the granted rights make it an administrator; None a plain member of a group. In a channel
                a bot is always an administrator; None grants it posting, editing and deleting.
        """
        if rights is None and chat.type == "channel":
            rights = ("can_manage_chat", "can_post_messages", "can_edit_messages", "can_delete_messages")
        status: Status = "member" if rights is None else "administrator"
        return self.set_bot_status(chat, bot, status, set(rights or ()))

    def remove_bot_from(self, chat: Chat, bot: "Bot") -> Member:
        """Remove a bot: from then on it was kicked."""
        return self.set_bot_status(chat, bot, "kicked", set())

    def set_bot_status(self, chat: Chat, bot: "Bot", status: Status, rights: set[str]) -> Member:
        """Give a bot any place in a chat; it learns by `my_chat_member`."""
        old = chat.members.get(bot.id) or Member(bot, "left")
        new = Member(bot, status, rights)
        chat.members[bot.id] = new
        for member in chat.members.values():
            if not member.user.is_bot:
                cast("Person", member.user).known_to.add(bot.id)
        self.telegram.deliveries.member(chat, self._self, old, new)
        self.telegram.events.add("chat", chat.id)
        return new

    async def _attach(self, where: "Bot | Chat", item: Attachment, *, duration: int = 0, **fields: Any) -> "Message":
        chat = self._writable(where)
        stored: StoredFile = self.telegram.files.add(item.kind, Upload(item.filename, item.data), duration=duration)
        body, _ = trim(clean(item.caption[:1024]), [])
        return self._post(chat, kind=item.kind, file=stored, body=body, entities=with_found(body, []), **fields)

    def _writable(self, where: "Bot | Chat") -> Chat:
        chat = where if isinstance(where, Chat) else self.telegram.private_chat(where, self._self)
        if chat.bot is not None and chat.bot.id in self.blocked:
            raise ActRefused("the bot is blocked: unblock it first")
        member = chat.member(self.id)
        if member is None or not member.present:
            raise ActRefused("not a member of this chat")
        if chat.type == "channel" and member.status not in ("creator", "administrator"):
            raise ActRefused("only administrators write in a channel")
        return chat

    def _post(
        self, chat: Chat, reply_to: "Message | None" = None, topic_id: int | None = None, **fields: Any
    ) -> "Message":
        sender = None if chat.type == "channel" else self._self
        message = self.telegram.post(chat, sender=sender, reply_to=reply_to, topic_id=topic_id, **fields)
        self.telegram.deliveries.message(message)
        return message


def _button(message: "Message", wanted: str | tuple[int, int]) -> dict[str, Any]:
    rows = message.keyboard
    if isinstance(wanted, tuple):
        row, column = wanted
        if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            raise ActRefused(f"no button at {wanted}; there are {message.buttons}")
        return rows[row][column]
    every = [button for row in rows for button in row]
    found = [button for button in every if button["text"] == wanted] or [
        button for button in every if wanted in button["text"]
    ]
    if len(found) != 1:
        raise ActRefused(f"{len(found)} buttons fit {wanted!r}; there are {message.buttons}")
    return found[0]
