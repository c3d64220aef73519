"""Russian words of time: months, numbers, quarters; the text of a deadline in one plain form."""

import re
import unicodedata
from typing import Final

_MONTHS: Final = (
    ("январ", "[ьяею]|ём|ем", "янв"),
    ("феврал", "[ьяею]|ём|ем", "февр?"),
    ("март", "[аеу]|ом|", "мар"),
    ("апрел", "[ьяею]|ем", "апр"),
    ("ма", "[йяею]|ем", ""),
    ("июн", "[ьяею]|ем", "июн"),
    ("июл", "[ьяею]|ем", "июл"),
    ("август", "[аеу]|ом|", "авг"),
    ("сентябр", "[ьяею]|ём|ем", "сент?"),
    ("октябр", "[ьяею]|ём|ем", "окт"),
    ("ноябр", "[ьяею]|ём|ем", "нояб?"),
    ("декабр", "[ьяею]|ём|ем", "дек"),
)
_EACH: Final = tuple(
    rf"(?:{stem}(?:{endings})(?![а-я])" + (rf"|{short}(?![а-я])\.?)" if short else ")")
    for stem, endings, short in _MONTHS
)
MONTH: Final = "(?:" + "|".join(_EACH) + ")"
_MONTH_PATTERNS: Final = tuple(re.compile(each) for each in _EACH)

YEAR: Final = r"20\d\d"
SCHOOL_YEAR: Final = r"20\d\d/20\d\d"

_NUMBERS: Final = {
    "од": 1, "раз": 1, "дв": 2, "дважды": 2, "тр": 3, "трижды": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7,
    "восьм": 8, "восем": 8, "девят": 9, "десят": 10, "двадцат": 20, "двенадцат": 12, "пятнадцат": 15, "тридцат": 30,
}  # fmt: skip
NUMBER: Final = (
    r"(?:\d{1,3}(?:\s*-?\s*(?:х|ти|и|го|ех|ёх|ми))?(?![а-я\d])"
    r"|од(?:ин|ного|ну|ной|на|ному)|дв(?:а|ух|е|умя)|тр(?:и|ех)|четыр(?:е|ех)|пят(?:ь|и)|шест(?:ь|и)|сем(?:ь|и)"
    r"|вос(?:емь|ьми)|девят(?:ь|и)|десят(?:ь|и)|двенадцат(?:ь|и)|пятнадцат(?:ь|и)|двадцат(?:ь|и)|тридцат(?:ь|и))"
)

# Typewriters have no Latin letters: «П» and «Ш» stand for II and III, «У» for V.
_ROMAN: Final = {
    "i": 1, "і": 1, "l": 1, "ii": 2, "іі": 2, "ll": 2, "п": 2, "iii": 3, "ііі": 3, "lll": 3, "ш": 3,
    "iv": 4, "іv": 4, "iу": 4, "іу": 4, "lv": 4, "1v": 4,
}  # fmt: skip
_ORDINALS: Final = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4}
ORDINAL: Final = (
    r"(?:(?:iv|iii|ii|i|іv|ііі|іі|і|lv|lll|ll|l|iу|іу|1v|п|ш|[1-4])(?:\s*-?\s*(?:ый|ой|ий|й|ого|го|ом|м|ое|е|ем|ую|я))?"
    r"|(?:перв|втор|четверт)(?:ый|ого|ом|ое|ой|ую|ая)|трет(?:ий|ьего|ьем|ье|ьей|ью|ья))(?![а-яa-z\d])"
)

_QUOTES: Final = re.compile(r"[«»“”„\"']")
_DASHES: Final = re.compile(r"\s*[‐‑‒–—―−]\s*")
_YEAR_WORD: Final = re.compile(r"(?<![\d/])(20\d\d)\s*(?:гг?|года?|году)(?![а-я])\.?")
_SCHOOL: Final = re.compile(
    r"(?<!\d)(20\d\d)\s*[-/]\s*(20)?(\d\d)(?!\d)(?:\s*(?:уч\.?|учебн\w+)\s*(?:г|год|года|году)(?![а-я])\.?)?"
)


def plain(text: str) -> str:
    """One line in small letters: one kind of dash, no quotes, «2024» for «2024г.», «2023/2024» for a school year."""
    line = " ".join(unicodedata.normalize("NFKC", text).split()).casefold().replace("ё", "е")
    line = _QUOTES.sub("", line)
    line = _DASHES.sub("-", line)
    line = re.sub(r"\s*-\s+|\s+-\s*", "-", line)
    line = re.sub(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d\d)", r"\1.\2.\3", line)
    line = _SCHOOL.sub(_school_year, line)
    line = _YEAR_WORD.sub(r"\1", line)
    return line.strip().rstrip(".,;: ").strip()


def _school_year(match: re.Match[str]) -> str:
    following = (int(match[1]) + 1) % 100
    return f"{match[1]}/{int(match[1]) + 1}" if int(match[3]) == following else match[0]


def month_of(word: str) -> int:
    """1–12 for a word that matched `MONTH`.

    Raises:
        ValueError: it is no month.
    """
    for number, pattern in enumerate(_MONTH_PATTERNS, start=1):
        if pattern.fullmatch(word):
            return number
    raise ValueError(word)


def number_of(word: str) -> int:
    """A number for a word that matched `NUMBER`: «3-х», «трех», «10».

    Raises:
        ValueError: it is no number.
    """
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    for beginning in sorted(_NUMBERS, key=len, reverse=True):
        if word.startswith(beginning):
            return _NUMBERS[beginning]
    raise ValueError(word)


def ordinal_of(word: str) -> int:
    """1–4 for a word that matched `ORDINAL`: «II», «2-м», «третий».

    Raises:
        ValueError: it is none.
    """
    bare = re.sub(r"\s*-?\s*(?:ый|ой|ий|й|ого|го|ом|м|ое|е|ем|ую|я)$", "", word)
    if bare in _ROMAN:
        return _ROMAN[bare]
    if bare.isdigit():
        return int(bare)
    for beginning, number in _ORDINALS.items():
        if word.startswith(beginning):
            return number
    raise ValueError(word)
