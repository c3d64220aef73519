"""A chat as a person sees it, for tests."""

from typing import Any

from sandbox.chats import Chat
from sandbox.messages import Message


class ChatView:
    """What stands in a chat now."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    @property
    def messages(self) -> list[Message]:
        """All messages in order, without deleted ones."""
        return list(self.chat.messages.values())

    @property
    def from_bots(self) -> list[Message]:
        """Those that bots sent."""
        return [message for message in self.messages if message.author is not None and message.author.is_bot]

    @property
    def last(self) -> Message:
        """The last message by anybody.

        Raises:
            LookupError: there is none.
        """
        if not self.chat.messages:
            raise LookupError("the chat is empty")
        return self.chat.messages[next(reversed(self.chat.messages))]

    @property
    def last_answer(self) -> Message:
        """The last message by a bot.

        Raises:
            LookupError: there is none.
        """
        for number in reversed(self.chat.messages):
            message = self.chat.messages[number]
            if message.author is not None and message.author.is_bot:
                return message
        raise LookupError("no bot wrote here")

    def last_text(self) -> str:
        """Text or caption of the last message."""
        return self.last.body

    @property
    def reply_keyboard(self) -> list[list[dict[str, Any]]] | None:
        """The keyboard in place of the phone's own, if one is shown."""
        for number in reversed(self.chat.messages):
            markup = self.chat.messages[number].markup or {}
            if markup.get("remove_keyboard"):
                return None
            if "keyboard" in markup:
                rows: list[list[dict[str, Any]]] = markup["keyboard"]
                return rows
        return None
