"""The post: how title, text and links become one message, and what keeps it from going out."""

import difflib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cluster.errors import Invalid
from cluster.news.outlets import Link, Outlet

TITLE_LIMIT: Final = 200
TEXT_LIMIT: Final = 4_096
CAPTION_LIMIT: Final = 1_024
ALBUM_LIMIT: Final = 10
KEPT_LIMIT: Final = 30
"""Files a draft holds at most, so that those too many can be looked at and left out."""
STORED_LIMIT: Final = 20_000
"""Characters of a text that is kept though it is too long, so that nothing is lost."""
FILE_BYTES: Final = 20 * 1024 * 1024
_TAG = re.compile(r"<[^>]*>")


class MediaKind(StrEnum):
    """What a post can carry."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"

    @property
    def is_seen(self) -> bool:
        """Photos and videos share an album; documents have albums of their own."""
        return self is not MediaKind.DOCUMENT


@dataclass(frozen=True, slots=True)
class Media:
    """A photo, video or file that Telegram keeps; `size` in bytes."""

    id: int
    kind: MediaKind
    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a post is made of; `body` is Telegram's HTML."""

    title: str
    body: str
    links: tuple[Link, ...] = ()
    media: tuple[Media, ...] = ()


class FileTooLarge(Invalid):
    """The file is larger than the bot passes on; data: `size`, `limit` in megabytes."""

    code = "news-file-too-large"


class FileUnfit(Invalid):
    """A sticker, a voice message, an animation: nothing for a post."""

    code = "news-file-unfit"


class TooManyFiles(Invalid):
    """The draft is full; data: `limit`."""

    code = "news-too-many-files"


class Trouble(StrEnum):
    """What keeps an item from being submitted."""

    NO_TITLE = "no_title"
    NO_TEXT = "no_text"
    TEXT_TOO_LONG = "text_too_long"
    CAPTION_TOO_LONG = "caption_too_long"
    TOO_MANY_FILES = "too_many_files"
    MIXED_FILES = "mixed_files"


@dataclass(frozen=True, slots=True)
class Found:
    """A trouble; `limit` and `over` in characters or files where it is about too much."""

    trouble: Trouble
    limit: int = 0
    over: int = 0


class NotReady(Invalid):
    """The item has troubles; the screen lists them."""

    code = "news-not-ready"


def compose(content: Content) -> str:
    """The post in Telegram's HTML: bold title, text, links in one line, printed press below."""
    parts = []
    if content.title:
        parts.append(f"<b>{html.escape(content.title, quote=False)}</b>")
    if content.body:
        parts.append(content.body)
    pages = [
        f'<a href="{html.escape(link.target)}">{html.escape(link.label, quote=False)}</a>'
        for link in content.links
        if link.outlet is not Outlet.PRESS
    ]
    press = [f"📰 {html.escape(link.label, quote=False)}" for link in content.links if link.outlet is Outlet.PRESS]
    below = ([f"🔗 {' · '.join(pages)}"] if pages else []) + press
    if below:
        parts.append("\n".join(below))
    return "\n\n".join(parts)


def plain(text: str) -> str:
    """Telegram's HTML as people read it."""
    return html.unescape(_TAG.sub("", text))


def length(text: str) -> int:
    """Length as Telegram counts it: after parsing, in UTF-16 units."""
    return len(plain(text).strip().encode("utf-16-le")) // 2


def troubles(content: Content) -> list[Found]:
    """Everything that keeps the post from going out; nothing when it is ready."""
    found = []
    if not content.title:
        found.append(Found(Trouble.NO_TITLE))
    if not content.body:
        found.append(Found(Trouble.NO_TEXT))
    size = length(compose(content))
    if content.media and size > CAPTION_LIMIT:
        found.append(Found(Trouble.CAPTION_TOO_LONG, CAPTION_LIMIT, size - CAPTION_LIMIT))
    elif size > TEXT_LIMIT:
        found.append(Found(Trouble.TEXT_TOO_LONG, TEXT_LIMIT, size - TEXT_LIMIT))
    if len({media.kind.is_seen for media in content.media}) > 1:
        found.append(Found(Trouble.MIXED_FILES))
    elif len(content.media) > ALBUM_LIMIT:
        found.append(Found(Trouble.TOO_MANY_FILES, ALBUM_LIMIT, len(content.media) - ALBUM_LIMIT))
    return found


class Piece(StrEnum):
    """Part of a difference."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


_WORDS = re.compile(r"\s+|[^\s]+")


def difference(before: str, after: str) -> list[tuple[Piece, str]]:
    """What was changed between two texts as people read them, by words."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    return list(_pieces(old, new))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, str]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece.SAME, "".join(old[first:last])
            continue
        if first < last:
            yield Piece.GONE, "".join(old[first:last])
        if start < end:
            yield Piece.NEW, "".join(new[start:end])
