"""A message: what it holds, how the Bot API shows it, how a person sees it."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.chats import Chat
from sandbox.entities import Entity, to_html
from sandbox.files import StoredFile
from sandbox.markup import Markup
from sandbox.people import Bot, Person

CAPTIONED = frozenset({"photo", "document", "voice", "video", "audio", "animation"})


@dataclass(eq=False)
class Message:
    """One message of a chat.

    Args:
        kind: text, photo, document, voice, video, audio, animation, sticker, location, contact, poll, or service.
        sender: None for a channel post.
        date: seconds of the epoch.
        body: the text, or the caption of media; without markup.
        entities: of the body, offsets in UTF-16 units.
        details: the object of other kinds (location, contact, poll) or the fields of a service message.
        via: the bot that sent it when it is a channel post.
    """

    chat: Chat
    message_id: int
    date: int
    kind: str = "text"
    sender: Person | Bot | None = None
    body: str = ""
    entities: list[Entity] = field(default_factory=list)
    file: StoredFile | None = None
    details: dict[str, Any] = field(default_factory=dict)
    markup: Markup | None = None
    reply_to: "Message | None" = None
    media_group_id: str | None = None
    topic_id: int | None = None
    edit_date: int | None = None
    edits: int = 0
    via: Bot | None = None
    forward_origin: dict[str, Any] | None = None
    protected: bool = False
    service: str | None = None
    deleted: bool = False
    _json: dict[str, Any] | None = field(default=None, repr=False)

    @property
    def text(self) -> str | None:
        """The text of a text message."""
        return self.body if self.kind == "text" else None

    @property
    def caption(self) -> str | None:
        """The caption of a media message, if it has one."""
        return self.body or None if self.kind in CAPTIONED else None

    @property
    def html(self) -> str:
        """Text or caption in Telegram's HTML."""
        return to_html(self.body, self.entities)

    @property
    def document(self) -> StoredFile | None:
        """The attached document."""
        return self.file if self.kind == "document" else None

    @property
    def photo(self) -> StoredFile | None:
        """The attached photo."""
        return self.file if self.kind == "photo" else None

    @property
    def keyboard(self) -> list[list[dict[str, Any]]]:
        """Inline buttons, row by row, in Bot API's form."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[str]]:
        """Texts of the inline buttons, row by row."""
        return [[button["text"] for button in row] for row in self.keyboard]

    @property
    def author(self) -> Person | Bot | None:
        """Who wrote it, also for a channel post by a bot."""
        return self.sender or self.via

    def changed(self, date: int | None = None) -> None:
        """Forget the cached form; with `date` the message counts as edited."""
        self._json = None
        if date is not None:
            self.edit_date = date
            self.edits += 1

    def as_json(self) -> dict[str, Any]:
        """Bot API `Message`. The result is shared: read it, never change it."""
        if self._json is None:
            self._json = self._build(with_reply=True)
        return self._json

    def _build(self, *, with_reply: bool) -> dict[str, Any]:
        body: dict[str, Any] = {"message_id": self.message_id}
        if self.sender is not None:
            body["from"] = self.sender.as_json()
        elif self.chat.type == "channel":
            body["sender_chat"] = self.chat.as_json()
        body["chat"] = self.chat.as_json()
        body["date"] = self.date
        if self.edit_date is not None:
            body["edit_date"] = self.edit_date
        if self.forward_origin is not None:
            body["forward_origin"] = self.forward_origin
        if self.topic_id is not None:
            body |= {"message_thread_id": self.topic_id, "is_topic_message": True}
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            body["reply_to_message"] = self.reply_to._build(with_reply=False)
        if self.media_group_id is not None:
            body["media_group_id"] = self.media_group_id
        if self.protected:
            body["has_protected_content"] = True
        body |= self._content()
        if self.keyboard:
            body["reply_markup"] = self.markup
        return body

    def _content(self) -> dict[str, Any]:
        if self.kind == "text":
            return {"text": self.body, "entities": self.entities} if self.entities else {"text": self.body}
        content = dict(self.details)
        if self.file is not None:
            shown = self.file.as_json()
            content[self.kind] = [shown] if self.kind == "photo" else shown
            if self.kind == "animation":
                content["document"] = shown
        if self.body:
            content["caption"] = self.body
            if self.entities:
                content["caption_entities"] = self.entities
        return content


def inaccessible(chat: Chat, message_id: int) -> dict[str, Any]:
    """Bot API `InaccessibleMessage`: deleted or otherwise not to be seen by the bot."""
    return {"chat": chat.as_json(), "message_id": message_id, "date": 0}
