"""Dates and times as people type them: «24.05.2022 14:00», «завтра в 15», «в пятницу 10:00», «20 июня»."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from cluster.errors import Invalid

FURTHEST: Final = timedelta(days=3 * 366)
"""A meeting later than this is a slip of the pen."""


class WhenNotUnderstood(Invalid):
    """The text is no date; data: `example` (a real one)."""

    code = "meetings-when-not-understood"


class WhenPassed(Invalid):
    """The moment is over; data: `example`."""

    code = "meetings-when-passed"


class TimeNotUnderstood(Invalid):
    """The text is no time of day."""

    code = "meetings-time-not-understood"


@dataclass(frozen=True, slots=True)
class When:
    """A day, and a time of that day if it was said; in the zone people read."""

    day: date
    at: time | None


_MONTHS: Final = (
    ("январ", "янв", "january", "jan"),
    ("феврал", "фев", "february", "feb"),
    ("март", "мар", "march", "mar"),
    ("апрел", "апр", "april", "apr"),
    ("май", "мая", "мае", "may"),
    ("июн", "june", "jun"),
    ("июл", "july", "jul"),
    ("август", "авг", "august", "aug"),
    ("сентябр", "сент", "сен", "september", "sep"),
    ("октябр", "окт", "october", "oct"),
    ("ноябр", "ноя", "november", "nov"),
    ("декабр", "дек", "december", "dec"),
)
_WEEKDAYS: Final = (
    ("понедельник", "пн", "monday", "mon"),
    ("вторник", "вт", "tuesday", "tue"),
    ("сред", "ср", "wednesday", "wed"),
    ("четверг", "чт", "thursday", "thu"),
    ("пятниц", "пт", "friday", "fri"),
    ("суббот", "сб", "saturday", "sat"),
    ("воскресень", "вс", "sunday", "sun"),
)
_NEAR: Final = {
    "сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2, "через день": 2,
    "через неделю": 7, "in a week": 7, "через две недели": 14, "через полмесяца": 15,
}  # fmt: skip
_FILLER_WORDS: Final = (
    "в во на к с и г года год ч час часа часов часам числа число по томску местному время времени день дня утра "
    "утром днем вечера вечером ночи at on the of this этот эту это ближайший ближайшую ближайшее o'clock am pm"
)
_FILLERS: Final = frozenset(_FILLER_WORDS.split())

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?=\b|t)")
_FULL = re.compile(r"\b(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})\b")
_NAMED = re.compile(r"\b(\d{1,2})(?:-?(?:го|е|ое|th|st|nd|rd))?\s+([а-яa-z]+)\.?(?:\s+(\d{4})\b)?")
_NAMED_FIRST = re.compile(r"\b([a-z]+)\s+(\d{1,2})(?:th|st|nd|rd)?\b(?:\s+(\d{4})\b)?")
_IN = re.compile(r"\b(?:через|in)\s+(\d{1,3})\s+(дн\w*|день|нед\w*|days?|weeks?)\b")
_DAY_ONLY = re.compile(r"\b(\d{1,2})(?:-?го|-?е)?\s+числа\b")
_SHORT = re.compile(r"\b(\d{1,2})[./](\d{1,2})\b(?![.:]\d)")
_NEXT = re.compile(r"\b(?:на\s+)?(?:следующ\w+|будущ\w+|next)(?:\s+(?:недел\w+|week)\b)?")
_CLOCK = re.compile(r"\b(\d{1,2})\s?[:.\-]\s?(\d{2})\b")
_HOURS = re.compile(r"\b(\d{1,2})\s*(?:часов|часа|час|ч|h)\.?(?:\s*(\d{1,2})\s*(?:минут\w*|мин|м)?\.?)?(?=\s|$)")
_BARE = re.compile(r"(?:\b(?:в|к|с|на|at)\s+)?(?<![\d:.])\b(\d{1,2})\b(?![\d:.])\s*(am|pm)?")
_EVENING = re.compile(r"\b(?:вечера|вечером|pm)\b")
_AFTERNOON = re.compile(r"\b(?:дня|днем)\b")


def read_when(text: str, now: datetime) -> When:
    """A date, perhaps with a time.

    Args:
        text: as typed, in Russian or English.
        now: in the zone people read.

    Raises:
        WhenNotUnderstood: it is no date, or one further away than `FURTHEST`.
        WhenPassed: it is over.
    """
    example = _example(now)
    line = _tidied(text)
    if len(line) > 120:
        raise WhenNotUnderstood(example=example)
    try:
        day, rest, is_weekday = _take_day(line, now.date())
        if not is_weekday and (named := _find_weekday(rest)):
            rest = _agreed(day, rest, named)
        at = _take_time(rest)
    except ValueError:
        raise WhenNotUnderstood(example=example) from None
    if is_weekday and day == now.date() and at is not None and at <= now.time():
        day += timedelta(days=7)
    if day < now.date() or (day == now.date() and at is not None and at <= now.time()):
        raise WhenPassed(example=example)
    if day - now.date() > FURTHEST:
        raise WhenNotUnderstood(example=example)
    return When(day, at)


def read_time(text: str) -> time:
    """A time of day: «14:00», «14.30», «15», «в 3 дня».

    Raises:
        TimeNotUnderstood: it is none.
    """
    try:
        at = _take_time(_tidied(text)) if len(text) <= 40 else None
    except ValueError:
        at = None
    if at is None:
        raise TimeNotUnderstood()
    return at


def _example(now: datetime) -> str:
    return f"{now.date() + timedelta(days=7):%d.%m.%Y} 14:00"


def _tidied(text: str) -> str:
    line = " ".join(text.casefold().replace("ё", "е").replace(",", " ").split())
    return re.sub(r"(?<=\d)\s*г(?:ода|\.)?(?=\s|$)", "", line).strip(" !?;")


def _take_day(line: str, today: date) -> tuple[date, str, bool]:
    """The day, what is left of the text, and whether a weekday was named."""
    for pattern, order in ((_ISO, (0, 1, 2)), (_FULL, (2, 1, 0))):
        if found := pattern.search(line):
            year, month, day = (int(found.groups()[place]) for place in order)
            return date(year + 2000 if year < 100 else year, month, day), _without(line, found), False
    for taken in (_named(line, today), _relative(line, today), _weekday(line, today), _numbered(line, today)):
        if taken is not None:
            return taken
    raise ValueError(line)


def _named(line: str, today: date) -> tuple[date, str, bool] | None:
    """«20 июня», «20 июня 2022», «June 20»."""
    for pattern, day_at, month_at in ((_NAMED, 0, 1), (_NAMED_FIRST, 1, 0)):
        for found in pattern.finditer(line):
            parts = found.groups()
            if month := _month(parts[month_at]):
                day = _dated(int(parts[day_at]), month, int(parts[2]) if parts[2] else None, today)
                return day, _without(line, found), False
    return None


def _relative(line: str, today: date) -> tuple[date, str, bool] | None:
    """«завтра», «через 3 дня», «через неделю в пятницу»."""
    if found := _IN.search(line):
        step = int(found[1]) * (7 if found[2].startswith(("нед", "week")) else 1)
        return today + timedelta(days=step), _without(line, found), False
    for words in sorted(_NEAR, key=len, reverse=True):
        if found := re.search(rf"\b{words}\b", line):
            rest, day = _without(line, found), today + timedelta(days=_NEAR[words])
            if _NEAR[words] % 7 == 0 and _NEAR[words] and (named := _find_weekday(rest)):
                return day - timedelta(days=day.weekday() - named[0]), _without(rest, named[1]), True
            return day, rest, False
    return None


def _weekday(line: str, today: date) -> tuple[date, str, bool] | None:
    """«в пятницу»: the nearest one, today included; «в следующую пятницу»: that of the next week."""
    named = _find_weekday(line)
    if named is None:
        return None
    number, found = named
    rest = _without(line, found)
    if following := _NEXT.search(rest):
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
        return monday + timedelta(days=number), _without(rest, following), True
    return today + timedelta(days=(number - today.weekday()) % 7), rest, True


def _numbered(line: str, today: date) -> tuple[date, str, bool] | None:
    """«25 числа», «24.05»."""
    if found := _DAY_ONLY.search(line):
        return _next_day_of_month(int(found[1]), today), _without(line, found), False
    for found in _SHORT.finditer(line):
        if 1 <= int(found[2]) <= 12:
            return _dated(int(found[1]), int(found[2]), None, today), _without(line, found), False
    return None


def _find_weekday(line: str) -> tuple[int, re.Match[str]] | None:
    for found in re.finditer(r"[а-яa-z]+", line):
        for number, (stem, *short) in enumerate(_WEEKDAYS):
            if found[0] in short or (found[0].startswith(stem) and len(found[0]) <= len(stem) + 3):
                return number, found
    return None


def _month(word: str) -> int | None:
    for number, (stem, *short) in enumerate(_MONTHS, start=1):
        if word in short or (word.startswith(stem) and len(word) <= len(stem) + 2):
            return number
    return None


def _dated(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        return date(year, month, day)
    for candidate in range(today.year, today.year + 5):  # 29 February comes once in four years
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"no {day}.{month}")


def _next_day_of_month(day: int, today: date) -> date:
    month = today.replace(day=1)
    for _ in range(12):
        try:
            found = month.replace(day=day)
        except ValueError:
            found = None
        if found is not None and found >= today:
            return found
        month = (month + timedelta(days=32)).replace(day=1)
    raise ValueError(f"no month has a day {day}")


def _agreed(day: date, rest: str, named: tuple[int, re.Match[str]]) -> str:
    """«чт, 23 июня»: the weekday beside a date is left out, if it is the right one."""
    if day.weekday() != named[0]:
        raise ValueError(rest)
    return _without(rest, named[1])


def _take_time(rest: str) -> time | None:
    """The time in what is left; None when none is said.

    Raises:
        ValueError: something is left that means nothing here.
    """
    rest = rest.strip().removeprefix("t")
    if re.search(r"\b(?:в )?полдень\b|\bnoon\b", rest):
        rest, hour, minute = re.sub(r"\b(?:в )?полдень\b|\bnoon\b", " ", rest), 12, 0
    elif found := _CLOCK.search(rest) or _HOURS.search(rest) or _BARE.search(rest):
        hour, minute = int(found[1]), int(found[2] or 0) if (found[2] or "").isdigit() else 0
        if found.re is not _CLOCK or hour < 12:
            hour = _in_day(hour, rest)
        rest = _without(rest, found)
    else:
        hour = minute = -1
    left = [word for word in re.split(r"[\s.]+", rest) if word and word not in _FILLERS]
    if left:
        raise ValueError(rest)
    return None if hour < 0 else time(hour, minute)


def _in_day(hour: int, rest: str) -> int:
    """«7 вечера» is 19, «3 дня» is 15."""
    if (_EVENING.search(rest) and 1 <= hour < 12) or (_AFTERNOON.search(rest) and 1 <= hour <= 6):
        return hour + 12
    return hour


def _without(line: str, found: re.Match[str]) -> str:
    return f"{line[: found.start()]} {line[found.end() :]}".strip()
