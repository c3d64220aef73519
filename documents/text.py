"""Text that people typed, made fit for a file without losing a visible character."""

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f]")  # the line breaks among them are replaced before
_IMPOSSIBLE = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|["
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_BEFORE_DASH = re.compile(" (?=[–—])")
_VALUE_AND_UNIT = re.compile(r"(?<=\d) (?=[%‰°]|\w{1,4}\.?(?:\W|$))")


def clean(text: str) -> str:
    """`text` as XML 1.0 and PDF can hold it.

    Every kind of line break becomes a newline, control characters (they have no look) go, lone surrogates and
    noncharacters become U+FFFD so that their place stays visible, and letters are composed (NFC): «й» typed as two
    code points would be drawn from two fonts. Tabs stay.
    """
    text = _IMPOSSIBLE.sub("\ufffd", _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text)))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`clean` text with every run of white space as one space, for titles, names and numbers."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", clean(text)).strip()


def tie(text: str) -> str:
    """`one_line` text with no-break spaces where a line must not end: «62,5 %», «21.06.2022 – 30.06.2022»."""
    return _BEFORE_DASH.sub("\u00a0", _VALUE_AND_UNIT.sub("\u00a0", one_line(text)))


def shortened(text: str, limit: int) -> str:
    """`one_line` text of at most `limit` characters, for places of a file that take no more (document properties)."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def lines_needed(text: str, width: int) -> int:
    """How many lines of `width` characters `text` takes at most roughly; used to decide what is kept together."""
    return sum(len(line) // width + 1 for line in text.split("\n"))
