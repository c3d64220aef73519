"""`parse_mode` HTML, with Telegram's refusals (`can't parse entities: …`) and byte offsets."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.entities import Entity, ordered, units
from sandbox.refusals import Refusal, bad_request

_SPECIAL = re.compile("[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_KNOWN = frozenset({*_SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"})
_SPACES = " \t\n\r\v\f\0"
_LINK = re.compile(r"^(?:(https?|ftp|tg|ton|tonsite|mailto)://)?([^/?#\s]+)([/?#]\S*)?$", re.IGNORECASE)

FindUser = Callable[[int], dict[str, Any] | None]


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it (with a scheme, with a slash after a bare host), or None when it is not one."""
    match = _LINK.match(url.strip())
    if not match:
        return None
    scheme, host, rest = (match[1] or "http").lower(), match[2], match[3] or ""
    if scheme in ("tg", "ton", "mailto"):
        return f"{scheme}://{host}{rest}"
    if "." not in host.split("@")[-1].split(":")[0].strip("."):
        return None
    return f"{scheme}://{host.lower()}{rest if rest.startswith('/') else '/' + rest}"


def parse_html(source: str, find_user: FindUser) -> tuple[str, list[Entity]]:
    """Text and entities of a message in HTML.

    Args:
        source: what the bot sent.
        find_user: the user's JSON by id, for `tg://user?id=…` links.

    Raises:
        Refusal: 400 `can't parse entities: …` with the byte offset of the tag.
    """
    return _Parser(source, find_user).parse()


class _Parser:
    def __init__(self, source: str, find_user: FindUser) -> None:
        self._source = source
        self._find_user = find_user
        self._parts: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        source, place = self._source, 0
        while match := _SPECIAL.search(source, place):
            self._add(source[place : match.start()])
            place = match.start()
            if source[place] == "&":
                decoded, place = _reference(source, place)
                self._add(decoded)
            elif source.startswith("</", place):
                place = self._end_tag(place)
            else:
                place = self._start_tag(place)
        self._add(source[place:])
        if self._open:
            raise self._refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self._parts), ordered(self._entities)

    def _add(self, piece: str) -> None:
        if piece:
            self._parts.append(piece)
            self._offset += units(piece)

    def _refuse(self, words: str, place: int | None = None) -> Refusal:
        where = "" if place is None else f" at byte offset {len(self._source[:place].encode('utf-8', 'replace'))}"
        return bad_request(f"can't parse entities: {words.replace('@@', where)}")

    def _word(self, place: int, stops: str) -> int:
        source = self._source
        while place < len(source) and source[place] not in stops and source[place] not in _SPACES:
            place += 1
        return place

    def _spaces(self, place: int) -> int:
        while place < len(self._source) and self._source[place] in _SPACES:
            place += 1
        return place

    def _start_tag(self, begin: int) -> int:
        source = self._source
        place = self._word(begin + 1, ">")
        if place >= len(source):
            raise self._refuse("Unclosed start tag@@", begin)
        tag = source[begin + 1 : place].lower()
        if tag not in _KNOWN:
            raise self._refuse(f'Unsupported start tag "{tag}"@@', begin)
        argument = ""
        while source[place : place + 1] != ">":
            place = self._spaces(place)
            if source[place : place + 1] == ">":
                break
            name, value, place = self._attribute(tag, begin, place)
            argument = _argument(tag, name, value) or argument
        if tag == "span" and argument != "spoiler":
            raise self._refuse('Tag "span" must have class "tg-spoiler"@@', begin)
        self._open.append(_Open(tag, argument, self._offset, len(self._parts)))
        return place + 1

    def _attribute(self, tag: str, begin: int, place: int) -> tuple[str, str, int]:
        source = self._source
        after = self._word(place, "=>" if tag == "blockquote" else "=")
        name = source[place:after]
        if not name:
            words = "Unclosed start tag@@" if after >= len(source) else f'Empty attribute name in the tag "{tag}"@@'
            raise self._refuse(words, begin)
        place = self._spaces(after)
        if source[place : place + 1] != "=":
            if tag == "blockquote" and name == "expandable" and place < len(source):
                return name, "", place
            raise self._refuse(f'Expected equal sign in declaration of an attribute of the tag "{tag}"@@', begin)
        place = self._spaces(place + 1)
        if place >= len(source):
            raise self._refuse(f'Unclosed start tag "{tag}"@@', begin)
        quote = source[place]
        if quote in "'\"":
            end = source.find(quote, place + 1)
            if end < 0 or end + 1 >= len(source):
                raise self._refuse("Unclosed start tag@@", begin)
            return name, _decoded(source[place + 1 : end]), end + 1
        end = place
        while end < len(source) and (source[end].isalnum() or source[end] in ".-"):
            end += 1
        if end >= len(source):
            raise self._refuse("Unclosed start tag@@", begin)
        if source[end] not in _SPACES and source[end] != ">":
            raise self._refuse("Unexpected end of name token@@", place)
        return name, source[place:end].lower(), end

    def _end_tag(self, begin: int) -> int:
        if not self._open:
            raise self._refuse("Unexpected end tag@@", begin)
        after = self._word(begin + 2, ">")
        name = self._source[begin + 2 : after].lower()
        place = self._spaces(after)
        if self._source[place : place + 1] != ">":
            raise self._refuse("Unclosed end tag@@", begin)
        opened = self._open.pop()
        if name and name != opened.tag:
            raise self._refuse(f'Unmatched end tag@@, expected "</{opened.tag}>", found "</{name}>"', begin)
        if self._offset > opened.offset:
            self._close(opened)
        return place + 1

    def _close(self, opened: _Open) -> None:
        entity: Entity = {"type": "", "offset": opened.offset, "length": self._offset - opened.offset}
        tag, last = opened.tag, self._entities[-1] if self._entities else None
        same = last is not None and (last["offset"], last["length"]) == (entity["offset"], entity["length"])
        if tag in _SIMPLE:
            entity["type"] = _SIMPLE[tag]
        elif tag == "blockquote":
            entity["type"] = "expandable_blockquote" if opened.argument else "blockquote"
        elif tag == "tg-emoji":
            if not opened.argument.isdigit() or not int(opened.argument):
                raise self._refuse("Invalid custom emoji identifier specified")
            entity.update(type="custom_emoji", custom_emoji_id=opened.argument)
        elif tag == "a":
            if not self._link(entity, opened):
                return
        elif tag == "pre" and same and last and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
            return
        elif tag == "code" and same and last and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
            return
        else:
            entity["type"] = tag
            if opened.argument:
                entity["language"] = opened.argument
        self._entities.append(entity)

    def _link(self, entity: Entity, opened: _Open) -> bool:
        url = opened.argument or "".join(self._parts[opened.begin :])
        if user_id := re.fullmatch(r"tg://user\?id=(\d+)", url):
            user = self._find_user(int(user_id[1]))
            entity.update(type="text_mention", user=user)
            return user is not None
        checked = checked_link(url)
        entity.update(type="text_link", url=checked)
        return checked is not None


def _argument(tag: str, name: str, value: str) -> str:
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value[9:]
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value[3:]
    if (tag, name) == ("blockquote", "expandable"):
        return "expandable"
    return ""


def _reference(source: str, place: int) -> tuple[str, int]:
    match = _REFERENCE.match(source, place)
    if match:
        if match[3] is not None:
            if match[3] in _NAMED:
                return _NAMED[match[3]], match.end()
        else:
            digits, base = (match[1], 16) if match[1] is not None else (match[2], 10)
            code = int(digits, base) if digits else 0
            if 0 < code < 0x10FFFF and len(match[0].rstrip(";")) < 10 and not 0xD800 <= code <= 0xDFFF:
                return chr(code), match.end()
    return "&", place + 1


def _decoded(value: str) -> str:
    if "&" not in value:
        return value
    parts, place = [], 0
    while place < len(value):
        if value[place] == "&":
            piece, place = _reference(value, place)
        else:
            piece, place = value[place], place + 1
        parts.append(piece)
    return "".join(parts)
