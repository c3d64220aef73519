"""A screen: one text and its buttons, before anything is sent."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from PIL import Image, UnidentifiedImageError

from locales import Html

TEXT_LIMIT = 4_096
_TAG = re.compile(r"<[^>]*>")


def text_length(text: Html) -> int:
    """Length as Telegram counts it: after parsing, in UTF-16 units."""
    if len(text) * 2 <= TEXT_LIMIT:
        return len(text)  # surely short enough; the exact number does not matter
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: a tap that comes back (`data`) or a link (`url`)."""

    text: str
    data: CallbackData | None = None
    url: str | None = None

    def render(self) -> dict[str, str]:
        """The button as Telegram wants it."""
        rendered = {"text": self.text}
        if self.data is not None:
            rendered["callback_data"] = self.data.pack()
        if self.url is not None:
            rendered["url"] = self.url
        return rendered


Row = Sequence[Button]


PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
_PICTURES = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a screen.

    Args:
        picture: it is to be seen in the chat, not downloaded; one that Telegram takes no photo of goes as a file.
    """

    data: bytes
    name: str
    picture: bool = False

    @property
    def goes_as_photo(self) -> bool:
        """Whether Telegram takes it as a photo: up to 10 MB, sides up to 10,000 px together, at most 1 : 20."""
        if not self.picture or len(self.data) > PHOTO_BYTES or not self.name.lower().endswith(_PICTURES):
            return False
        try:
            with Image.open(BytesIO(self.data)) as opened:
                width, height = opened.size
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
            return False
        return width + height <= PHOTO_SIDES and max(width, height) <= PHOTO_RATIO * min(width, height)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees at once. `files` are sent after the text, pictures as photos."""

    text: Html
    rows: Sequence[Row] = ()
    files: Sequence[Attachment] = field(default=())

    def markup(self) -> InlineKeyboardMarkup | None:
        """The keyboard, or None where there is none.

        Its buttons are plain: as JSON they are the same as `InlineKeyboardButton`s, and 20 times cheaper.
        """
        if not self.rows:
            return None
        keyboard: list[list[Any]] = [[button.render() for button in row] for row in self.rows if row]
        return InlineKeyboardMarkup.model_construct(inline_keyboard=keyboard)

    def shortened(self) -> "Screen":
        """The same screen cut to one message, without formatting; for one nobody expected to be so long."""
        if text_length(self.text) <= TEXT_LIMIT:
            return self
        plain = html.unescape(_TAG.sub("", self.text))
        kept = plain.encode("utf-16-le")[: 2 * (TEXT_LIMIT - 1)].decode("utf-16-le", "ignore")
        return replace(self, text=Html(f"{html.escape(kept)}…"))

    def with_row(self, *buttons: Button) -> "Screen":
        """The same screen with one more row of buttons at the end."""
        return replace(self, rows=[*self.rows, buttons])


def column(buttons: Iterable[Button]) -> list[list[Button]]:
    """Each button in a row of its own."""
    return [[button] for button in buttons]


def grid(buttons: Iterable[Button], width: int) -> list[list[Button]]:
    """Buttons in rows of `width`."""
    flat = list(buttons)
    return [flat[start : start + width] for start in range(0, len(flat), width)]
