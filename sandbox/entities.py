"""Formatted text: lengths in UTF-16 units, cleaning, entities that Telegram finds by itself."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

Entity = dict[str, Any]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\t\r\u2028-\u202e]")
_PLACES = re.compile(r"[/@#:.]")
_FOUND = re.compile(
    r"(?P<url>(?<![\w@./])(?:(?:https?|tg|ftp)://[^\s<>\"']+|"
    r"(?:[\w-]+\.)+(?:com|ru|org|net|me|io|info|рф|dev|su|edu|gov)(?![\w.-]*\w)(?:[/?#][^\s<>\"']*)?))"
    r"|(?P<email>(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<mention>(?<![\w@/.])@[A-Za-z]\w{3,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d])\w{1,255})"
    r"|(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/<>]))"
)
_CODE = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_CUT = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_TAIL = ".,:;!?)»\"'…"


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of `text` under an entity; `offset` and `length` in UTF-16 units."""
    if text.isascii():
        return text[offset : offset + length]
    return text.encode("utf-16-le", "surrogatepass")[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def clean(text: str) -> str:
    """What Telegram does to any text: control characters and direction overrides go, tabs become spaces."""
    if not _CONTROL.search(text):
        return text
    return _CONTROL.sub(lambda found: "" if found[0] == "\r" or found[0] >= "\u2028" else " ", text)


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space from both ends and fit the entities into what is left."""
    stripped = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=len(stripped))
    lead = 0
    while lead < min(first, len(stripped)) and stripped[lead] in " \n":
        lead += 1
    stripped = stripped[lead:]
    if not entities:
        return stripped, entities
    end = units(stripped)
    fitted = []
    for entity in entities:
        offset = entity["offset"] - lead
        length = min(entity["length"], end - offset)
        if offset >= 0 and length > 0:
            fitted.append({**entity, "offset": offset, "length": length})
    return stripped, fitted


def ordered(entities: Iterable[Entity]) -> list[Entity]:
    """Entities in Telegram's order: by beginning, the longer first.

    Code holds no other entity, and bold, italic and their like are cut around it (Bot API, formatting options).
    """
    result = sorted(entities, key=_place)
    code = [(item["offset"], item["offset"] + item["length"]) for item in result if item["type"] in _CODE]
    if not code:
        return result
    apart = [piece for item in result for piece in ([item] if item["type"] in _CODE else _around(item, code))]
    return sorted(apart, key=_place)


def _place(entity: Entity) -> tuple[int, int, bool]:
    return entity["offset"], -entity["length"], entity["type"] not in _QUOTES


def _around(entity: Entity, code: list[tuple[int, int]]) -> list[Entity]:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    if any(opened <= begin and end <= closed for opened, closed in code):
        return [entity] if entity["type"] in _QUOTES else []
    if entity["type"] not in _CUT:
        return [entity]
    pieces = []
    for opened, closed in code:
        if opened >= end or closed <= begin:
            continue
        if opened > begin:
            pieces.append({**entity, "offset": begin, "length": opened - begin})
        begin = closed
    if end > begin:
        pieces.append({**entity, "offset": begin, "length": end - begin})
    return pieces


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the links, addresses, mentions, hashtags and commands that Telegram finds by itself."""
    if not _PLACES.search(text):
        return entities
    taken = [(item["offset"], item["offset"] + item["length"]) for item in entities if item["type"] in _CLOSED]
    found: list[Entity] = []
    ascii_only = text.isascii()
    for match in _FOUND.finditer(text):
        piece = match[0].rstrip(_TAIL) if match.lastgroup == "url" else match[0]
        offset = match.start() if ascii_only else units(text[: match.start()])
        length = units(piece)
        if all(offset + length <= begin or offset >= end for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return ordered([*entities, *found]) if found else entities


_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def _telegram_tags(entity: Entity, _piece: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "pre":
        language = entity.get("language")
        if language:
            return f'<pre><code class="language-{escape(language)}">', "</code></pre>"
        return "<pre>", "</pre>"
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    return _TAGS.get(kind, ("", ""))


def _page_tags(entity: Entity, piece: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("url", "text_link"):
        url = entity.get("url") or (piece if "://" in piece else f"https://{piece}")
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
    if kind == "email":
        return f'<a href="mailto:{escape(piece)}">', "</a>"
    if kind == "bot_command":
        return f'<a class="command" data-command="{escape(piece)}">', "</a>"
    if kind == "spoiler":
        return '<span class="spoiler">', "</span>"
    if kind in ("mention", "hashtag", "text_mention"):
        return f'<span class="{kind}">', "</span>"
    return _telegram_tags(entity, piece)


def to_html(text: str, entities: list[Entity], *, page: bool = False) -> str:
    """The text with its entities as HTML.

    Args:
        text: the text after parsing.
        entities: in Telegram's form; nested ones must lie wholly inside the outer.
        page: for a browser (links open, commands can be clicked, spoilers are spans) instead of Telegram's own HTML.
    """
    if not entities:
        return escape(text, quote=False)
    tags: Callable[[Entity, str], tuple[str, str]] = _page_tags if page else _telegram_tags
    raw = text.encode("utf-16-le", "surrogatepass")
    marks: list[tuple[int, int, int, str]] = []
    for number, entity in enumerate(ordered(entities)):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        opening, closing = tags(entity, cut(text, begin, end - begin))
        marks.append((begin, 1, number, opening))
        marks.append((end, 0, -number, closing))
    result: list[str] = []
    done = 0
    for place, _, _, tag in sorted(marks):
        result.append(escape(raw[done * 2 : place * 2].decode("utf-16-le", "replace"), quote=False))
        result.append(tag)
        done = place
    result.append(escape(raw[done * 2 :].decode("utf-16-le", "replace"), quote=False))
    return "".join(result)
