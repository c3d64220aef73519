"""Parsers of form answers: a message in, a JSON-able value out, or a refusal that says what was expected."""

import re
import unicodedata
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any, TypeAlias

from aiogram.types import Message

from cluster.errors import Invalid, TooLong
from handlers.engine.talk import Talk

Parser: TypeAlias = Callable[[Message, Talk], Awaitable[Any]]


class TextExpected(Invalid):
    """A voice message, a picture or a sticker came instead of text."""

    code = "text-expected"


class DateNotUnderstood(Invalid):
    """The text is no date; data: `example`."""

    code = "date-not-understood"


class DateOutOfRange(Invalid):
    """The date is outside of what the question allows; data: `first`, `last`."""

    code = "date-out-of-range"


class NumberExpected(Invalid):
    """The text is no whole number in the range; data: `low`, `high`."""

    code = "number-expected"


class ChoiceExpected(Invalid):
    """The question is answered by its buttons."""

    code = "choice-expected"


class LinkExpected(Invalid):
    """The text is no http(s) address."""

    code = "link-expected"


YEARS = range(2000, 2101)

_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Mn", "Me", "Zs", "Zl", "Zp")  # control, format, blanks, marks without a letter
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by name, blank by look
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DATE = re.compile(r"^(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?(?:\s*г\.?)?$")


def clean(text: str) -> str:
    """The text without control characters and outer blanks; nothing when there is nothing to see in it."""
    bare = _CONTROL.sub("", text).strip()
    return bare if any(_is_seen(letter) for letter in bare) else ""


def _is_seen(letter: str) -> bool:
    """Whether the character leaves a mark on the screen by itself."""
    return letter not in _FILLERS and unicodedata.category(letter) not in _UNSEEN


def said(message: Message) -> str:
    """The text of a message.

    Raises:
        TextExpected: it has none, or none that can be seen.
    """
    value = clean(message.text or "")
    if not value:
        raise TextExpected()
    return value


def text(limit: int, *, least: int = 1) -> Parser:
    """Text of `least` to `limit` characters."""

    async def parse(message: Message, talk: Talk) -> str:
        value = said(message)
        if len(value) < least:
            raise TextExpected()
        if len(value) > limit:
            raise TooLong(limit=limit, over=len(value) - limit)
        return value

    return parse


def number(low: int, high: int) -> Parser:
    """A whole number from `low` to `high`."""

    async def parse(message: Message, talk: Talk) -> int:
        value = said(message)
        if not re.fullmatch(r"\d{1,9}", value) or not low <= int(value) <= high:
            raise NumberExpected(low=low, high=high)
        return int(value)

    return parse


def day(first: Callable[[dict[str, Any], date], date] | None = None) -> Parser:
    """A date like «24.05.2022» or «24.05» (the next such day), as ISO text.

    Args:
        first: earliest allowed day, from the values entered so far and today.
    """

    async def parse(message: Message, talk: Talk) -> str:
        today = talk.t.local(talk.clock.now()).date()
        chosen = read_date(said(message), today)
        check_day(chosen, first, talk)
        return chosen.isoformat()

    return parse


def check_day(chosen: date, first: Callable[[dict[str, Any], date], date] | None, talk: Talk) -> None:
    """Refuse a day before the earliest allowed one.

    Raises:
        DateOutOfRange: it is earlier.
    """
    if first is None:
        return
    earliest = first(talk.memory.data.get("values", {}), talk.t.local(talk.clock.now()).date())
    if chosen < earliest:
        raise DateOutOfRange(first=talk.t.day(earliest))


def read_date(text: str, today: date) -> date:
    """A date as people type it.

    Raises:
        DateNotUnderstood: it is none; the example is a real date.
    """
    match = _DATE.match(text.strip())
    try:
        if not match:
            return in_our_time(datetime.strptime(text.strip(), "%Y-%m-%d").date())  # noqa: DTZ007 a day has no zone
        day_of_month, month = int(match[1]), int(match[2])
        if match[3]:
            year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            return in_our_time(date(year, month, day_of_month))
        this_year = date(today.year, month, day_of_month)
        return this_year if this_year >= today else date(today.year + 1, month, day_of_month)
    except ValueError:
        raise DateNotUnderstood(example=today.strftime("%d.%m.%Y")) from None


def in_our_time(day: date) -> date:
    """The day itself.

    Raises:
        ValueError: a year nobody means, where calendars end.
    """
    if day.year not in YEARS:
        raise ValueError(f"no deadline is in {day.year}")
    return day


def link() -> Parser:
    """An http(s) address."""

    async def parse(message: Message, talk: Talk) -> str:
        value = said(message)
        if not is_link(value):
            raise LinkExpected()
        return value

    return parse


def is_link(text: str) -> bool:
    """Whether the text is an http(s) address and nothing else."""
    return re.fullmatch(r"https?://[^\s<>\"]{3,1990}", text) is not None


def buttons_only() -> Parser:
    """A question that is answered by its buttons."""

    async def parse(message: Message, talk: Talk) -> str:
        raise ChoiceExpected()

    return parse
