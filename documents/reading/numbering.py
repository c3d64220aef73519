"""Automatic numbers of a DOCX: they stand in no run of text, Word counts them when it draws the page."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

LEVELS: Final = 9
BULLET: Final = "•"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "".join(chr(0x430 + n) for n in range(32) if n not in (9, 26, 28))  # lists leave three letters out


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    pattern: str  # «%1.%2.»
    legal: bool


class Numbering:
    """Counts the lists of one document; `label` is asked once for each paragraph, in order."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._styles = _styles(document)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._overridden: set[str] = set()
        self._starts: dict[str, dict[int, int]] = {}
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        if part is not None:
            self._read(part.element)

    def label(self, paragraph: Any) -> str:
        """What Word draws before the paragraph: «1.2.», «а)», «•»; nothing where it is in no list."""
        number_id, level = self._place(paragraph)
        if number_id not in self._lists:
            return ""
        abstract, levels = self._lists[number_id]
        counts = self._counts[abstract]
        if number_id not in self._overridden:
            self._overridden.add(number_id)
            for at in self._starts.get(number_id, {}):  # «начать заново»
                counts.pop(at, None)
        shown = levels.get(level)
        if shown is None:
            return ""
        counts[level] = (
            counts[level] + 1 if level in counts else self._starts.get(number_id, {}).get(level, shown.start)
        )
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        return self._drawn(shown, levels, counts)

    @staticmethod
    def _drawn(shown: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        if shown.kind == "bullet":
            return BULLET
        if shown.kind == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at)
            count = counts.get(at, of.start if of else 1)
            return _written(count, "decimal" if shown.legal or of is None else of.kind)

        return re.sub(r"%([1-9])", number, shown.pattern).strip()

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Which list, which level: the paragraph's own, else its style's."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        style = properties.find(qn("w:pStyle"))
        number_id, level = self._styles.get(style.get(qn("w:val"), "") if style is not None else "", ("", 0))
        own_id, own_level = _numbered(properties)
        return own_id or number_id, level if own_level is None else own_level

    def _read(self, root: Any) -> None:
        abstracts = {
            one.get(qn("w:abstractNumId")): {
                int(level.get(qn("w:ilvl"), "0")): _level(level) for level in one.findall(qn("w:lvl"))
            }
            for one in root.findall(qn("w:abstractNum"))
        }
        for one in root.findall(qn("w:num")):
            number_id = one.get(qn("w:numId"))
            abstract = _value(one, "w:abstractNumId") or ""
            levels = dict(abstracts.get(abstract, {}))
            for override in one.findall(qn("w:lvlOverride")):
                at = int(override.get(qn("w:ilvl"), "0"))
                changed, start = override.find(qn("w:lvl")), _value(override, "w:startOverride")
                if changed is not None:
                    levels[at] = _level(changed)
                if start and start.isdigit():
                    self._starts.setdefault(number_id, {})[at] = int(start)
            self._lists[number_id] = abstract, levels


def _styles(document: Document) -> dict[str, tuple[str, int]]:
    """Paragraph styles that number, also those based on one that does."""
    own: dict[str, tuple[str, int | None]] = {}
    based: dict[str, str] = {}
    for style in document.styles.element.findall(qn("w:style")):
        name = style.get(qn("w:styleId"), "")
        based[name] = _value(style, "w:basedOn") or ""
        properties = style.find(qn("w:pPr"))
        if properties is not None:
            own[name] = _numbered(properties)
    found: dict[str, tuple[str, int]] = {}
    for name in based:
        at, seen = name, set()
        while at and at not in seen:
            seen.add(at)
            number_id, level = own.get(at, ("", None))
            if number_id:
                found[name] = number_id, level or 0
                break
            at = based.get(at, "")
    return found


def _numbered(properties: Any) -> tuple[str, int | None]:
    numbered = properties.find(qn("w:numPr"))
    if numbered is None:
        return "", None
    level = _value(numbered, "w:ilvl")
    return _value(numbered, "w:numId") or "", int(level) if level and level.isdigit() else None


def _level(level: Any) -> _Level:
    start = _value(level, "w:start") or "1"
    legal = level.find(qn("w:isLgl")) is not None
    return _Level(
        int(start) if start.isdigit() else 1,
        _value(level, "w:numFmt") or "decimal",
        _value(level, "w:lvlText") or "",
        legal,
    )


def _value(element: Any, tag: str) -> str | None:
    found = element.find(qn(tag))
    return found.get(qn("w:val")) if found is not None else None


def _written(number: int, kind: str) -> str:
    match kind:
        case "upperRoman" | "lowerRoman":
            written = _roman(number)
            return written.upper() if kind == "upperRoman" else written
        case "upperLetter" | "lowerLetter":
            return _lettered(number, _LATIN, upper=kind == "upperLetter")
        case "russianUpper" | "russianLower":
            return _lettered(number, _RUSSIAN, upper=kind == "russianUpper")
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value and len(written) < 40:
            written += sign
            number -= value
    return written


def _lettered(number: int, letters: str, *, upper: bool) -> str:
    """а, б … я, аа, бб"""
    times, at = divmod(max(0, number - 1), len(letters))
    written = letters[at] * min(times + 1, 10)
    return written.upper() if upper else written
