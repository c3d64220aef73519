"""A coordinator's corrections of one year, read from a file.

Two ways to write it. A list, one day per line (a word is needed only where the weekday does not tell):

    20.02.2027
    22.02.2027 выходной    # comments are fine

or YAML with `working` and `off`:

    working: [2027-02-20]
    off: [2027-02-22, 2027-11-05]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from cluster.errors import Invalid

_WORDS = {"рабочий": True, "working": True, "+": True, "выходной": False, "off": False, "-": False}
_SECTIONS = {"working": True, "off": False}
_FORMATS = ("%d.%m.%Y", "%Y-%m-%d")
_YAML = re.compile(r"^\s*(working|off|year)\s*:", re.MULTILINE)
_SATURDAY = 5


class CalendarFileInvalid(Invalid):
    """A line of the file cannot be used; data: `line` (from 1), `text` (what stands there)."""

    code = "calendar-file-line"


class CalendarYearsMixed(Invalid):
    """A file is about one year; data: `line`, `text`, `year` (of the first day)."""

    code = "calendar-file-years"


class CalendarDayTwice(Invalid):
    """A day is both working and off; data: `line`, `text`."""

    code = "calendar-file-twice"


class CalendarFileEmpty(Invalid):
    """The file names no day."""

    code = "calendar-file-empty"


@dataclass(frozen=True, slots=True)
class YearCorrection:
    """What a coordinator's file says of one year. It replaces what was loaded for that year before."""

    year: int
    days: dict[date, bool]


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    text: str
    day: date
    is_working: bool


def parse_correction(text: str) -> YearCorrection:
    """Read a file of working Saturdays and days off.

    Args:
        text: contents of the file; dates like 20.02.2027 or 2027-02-20, all of one year.

    Raises:
        CalendarFileInvalid, CalendarYearsMixed, CalendarDayTwice, CalendarFileEmpty: what is wrong, with the line.
    """
    text = text.removeprefix("\ufeff")
    entries = _yaml_entries(text) if _YAML.search(text) else _listed(text)
    days: dict[date, bool] = {}
    year: int | None = None
    for entry in entries:
        year = year or entry.day.year
        if entry.day.year != year:
            raise CalendarYearsMixed(line=entry.line, text=entry.text, year=year)
        if days.setdefault(entry.day, entry.is_working) != entry.is_working:
            raise CalendarDayTwice(line=entry.line, text=entry.text)
    if year is None:
        raise CalendarFileEmpty()
    return YearCorrection(year, days)


def _listed(text: str) -> Iterator[_Entry]:
    for number, raw in enumerate(text.splitlines(), start=1):
        content = raw.split("#", 1)[0].strip()
        if not content:
            continue
        written, _, word = content.partition(" ")
        day = _parse_day(written, number, raw)
        word = word.strip().casefold()
        if word and word not in _WORDS:
            raise _refused(number, raw)
        yield _Entry(number, content, day, _WORDS[word] if word else day.weekday() >= _SATURDAY)


def _yaml_entries(text: str) -> Iterator[_Entry]:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        lines = text.splitlines()
        raise _refused(line + 1, lines[line] if line < len(lines) else "") from error
    if not isinstance(root, yaml.MappingNode):
        raise _refused(1, text.splitlines()[0])
    for key, listed in root.value:
        if key.value == "year":
            continue
        if key.value not in _SECTIONS or not isinstance(listed, yaml.SequenceNode):
            raise _refused(key.start_mark.line + 1, str(key.value))
        for item in listed.value:
            line = item.start_mark.line + 1
            if not isinstance(item, yaml.ScalarNode):
                raise _refused(line, "")
            yield _Entry(line, item.value, _parse_day(item.value, line, item.value), _SECTIONS[key.value])


def _parse_day(written: str, line: int, text: str) -> date:
    for known in _FORMATS:
        try:
            return datetime.strptime(written, known).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
    raise _refused(line, text)


def _refused(line: int, text: str) -> CalendarFileInvalid:
    return CalendarFileInvalid(line=line, text=text.strip()[:80])
