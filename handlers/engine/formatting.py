"""The formatting a person gave a text in Telegram, as HTML the bot can send on."""

from typing import Final

from aiogram.types import Message
from aiogram.utils.text_decorations import html_decoration

from handlers.engine.parsers import TextExpected, clean
from locales import Html

KEPT: Final = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
    }
)
"""Not kept: mentions of people, which are personal data, and what Telegram finds by itself."""


def formatted(message: Message) -> Html:
    """Text or caption with its formatting; empty where there is nothing to see in it."""
    text = message.text or message.caption or ""
    if not clean(text):
        return Html("")
    entities = [one for one in message.entities or message.caption_entities or [] if one.type in KEPT]
    return Html(clean(html_decoration.unparse(text, entities)))


def said_formatted(message: Message) -> Html:
    """The text of a message with its formatting.

    Raises:
        TextExpected: it has none.
    """
    if not message.text or not (text := formatted(message)):
        raise TextExpected()
    return text
