"""A college's list of interns as a table: what each cell means, and what is wrong with it, by row and column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from cluster.directory import fold
from cluster.practice.places import ClearanceKind
from cluster.practice.requests import WISHES, Clearance, ClearanceState

MARK_LIMIT: Final = 40
TOWN_LIMIT: Final = 80
YOUNGEST, OLDEST = 14, 75
HIDDEN: Final = "•••"
KINDS: Final = tuple(ClearanceKind)
MARK, YEAR, TOWN = 0, 1, 2
CLEARANCES: Final = range(3, 3 + len(KINDS))
WISHED: Final = range(CLEARANCES.stop, CLEARANCES.stop + WISHES)
REACH: Final = WISHED.stop
WIDTH: Final = REACH + 1
TOWNS_LIMIT: Final = 10

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:\s*г\.?)?|(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
ANYWHERE: Final = frozenset({"куда угодно", "везде", "любой", "anywhere", "everywhere"})
_NO = frozenset({"", "-", "—", "нет", "no"})
_BOOKED = ("запис", "booked")
_HARMLESS = re.compile(r"(?:[\d\s.,/:-]|до|на|г|записан[а-я]*|есть|нет|действует|until|booked|valid|no)*")
_NAME = re.compile(r"[А-ЯЁA-Z][а-яёa-z]+\s+[А-ЯЁA-Z]")
_PHONE = re.compile(r"[78]\d{10}")


class Fault(StrEnum):
    """What is wrong with a cell."""

    MARK_MISSING = "mark_missing"
    MARK_LONG = "mark_long"
    MARK_TWICE = "mark_twice"
    MARK_KNOWN = "mark_known"  # the request has this intern already
    PERSONAL = "personal"  # a name or a phone, which must not be kept
    YEAR = "year"
    TOWN_MISSING = "town_missing"
    TOWN_LONG = "town_long"
    TOWNS = "towns"  # no list of towns
    CLEARANCE = "clearance"
    CLEARANCE_OVER = "clearance_over"  # valid until a day in the past
    WISH_UNKNOWN = "wish_unknown"
    WISH_TWICE = "wish_twice"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One cell that cannot be used; `column` from 0, `value` as it stands there, cut (see `kept`)."""

    row: int
    column: int
    fault: Fault
    value: str


@dataclass(frozen=True, slots=True)
class NewIntern:
    """One intern as asked for; see `cluster.practice.requests.Intern`."""

    own_mark: str
    birth_year: int
    town: str
    clearances: tuple[Clearance, ...] = ()
    wishes: tuple[int, ...] = ()
    towns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: the rows that can be taken, and every trouble of the others."""

    good: tuple[NewIntern, ...]
    troubles: tuple[Trouble, ...]
    bad_rows: int


def letter(column: int) -> str:
    """The letter of a column, from 0: «A», «B»; lists have no more than 26."""
    return chr(ord("A") + column)


def read_list(
    rows: Sequence[tuple[int, Sequence[str]]], enterprises: Mapping[str, int], known: frozenset[str], today: date
) -> Listed:
    """Read the rows of a list, header aside.

    Args:
        rows: number of the row in the file and the text of its cells, `WIDTH` of them.
        enterprises: folded names → organisation id.
        known: marks the request has already.
    """
    good, troubles, bad = [], [], 0
    seen: set[str] = set()
    for number, cells in rows:
        found: list[tuple[int, Fault]] = []
        intern = _read_row(cells, enterprises, today, found)
        mark = fold(intern.own_mark)
        if mark and mark in seen:
            found.append((MARK, Fault.MARK_TWICE))
        if intern.own_mark in known:
            found.append((MARK, Fault.MARK_KNOWN))
        seen.add(mark)
        if found:
            bad += 1
            troubles += [Trouble(number, column, fault, kept(fault, cells[column])) for column, fault in sorted(found)]
        else:
            good.append(intern)
    return Listed(tuple(good), tuple(troubles), bad)


def kept(fault: Fault, text: str) -> str:
    """What is kept and shown of a cell that cannot be used: nothing of a name or a phone, nor of a diagnosis."""
    if fault is Fault.PERSONAL or (fault is Fault.CLEARANCE and not _HARMLESS.fullmatch(text.casefold())):
        return HIDDEN
    return text[:60]


def check_mark(mark: str) -> Fault | None:
    """What is wrong with a college's own number; None when it can be kept."""
    if not mark:
        return Fault.MARK_MISSING
    if len(mark) > MARK_LIMIT:
        return Fault.MARK_LONG
    if _NAME.search(mark) or _is_phone(mark):
        return Fault.PERSONAL
    return None


def _is_phone(mark: str) -> bool:
    """«+7 913 000-11-22», «8 (913) 000-11-22»; a long number of a record book is none."""
    digits = re.sub(r"\D", "", mark)
    return bool(_PHONE.fullmatch(digits)) or ("+" in mark and len(digits) >= 10)


def read_year(text: str, today: date) -> int | None:
    """A year of birth; None when it is none of somebody from 14 to 75."""
    year = int(text) if re.fullmatch(r"\d{4}", text) else 0
    return year if today.year - OLDEST <= year <= today.year - YOUNGEST else None


def read_towns(text: str) -> tuple[str, ...] | None:
    """«Томск, Северск»: where somebody can go at all; empty: anywhere. None: not understood."""
    towns = tuple(dict.fromkeys(one.strip() for one in re.split(r"[,;\n]", text) if one.strip()))
    if not towns or fold(text) in ANYWHERE:
        return ()
    fits = len(towns) <= TOWNS_LIMIT and all(len(one) <= TOWN_LIMIT and re.search(r"[^\W\d_]", one) for one in towns)
    return towns if fits else None


def read_clearance(kind: ClearanceKind, text: str) -> Clearance | None:
    """«нет», «до 12.05.2026», «записан на 12.05.2026»; a bare date is the last valid day. None: not understood."""
    bare = text.strip().casefold()
    if bare in _NO:
        return Clearance(kind, ClearanceState.MISSING)
    match = _DATE.search(bare)
    if match is None or len(_DATE.findall(bare)) > 1:
        return None
    day = _day(match)
    words = (bare[: match.start()] + bare[match.end() :]).strip(" .,")
    if day is None or re.search(r"\d", words):
        return None
    if any(words.startswith(beginning) for beginning in _BOOKED):
        return Clearance(kind, ClearanceState.BOOKED, day)
    if words in ("", "до", "действует до", "есть до", "until", "valid until"):
        return Clearance(kind, ClearanceState.VALID, day)
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        if match[4]:
            return datetime.strptime(f"{match[4]}-{match[5]}-{match[6]}", "%Y-%m-%d").date()  # noqa: DTZ007 a day
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return date(year, int(match[2]), int(match[1])) if 2000 <= year <= 2100 else None
    except ValueError:
        return None


def _read_row(
    cells: Sequence[str], enterprises: Mapping[str, int], today: date, found: list[tuple[int, Fault]]
) -> NewIntern:
    mark = cells[MARK]
    if (fault := check_mark(mark)) is not None:
        found.append((MARK, fault))
    year = read_year(cells[YEAR], today)
    if year is None:
        found.append((YEAR, Fault.YEAR))
    if not cells[TOWN]:
        found.append((TOWN, Fault.TOWN_MISSING))
    elif len(cells[TOWN]) > TOWN_LIMIT:
        found.append((TOWN, Fault.TOWN_LONG))
    held = tuple(_read_held(cells, today, found))
    wishes, towns = _read_wishes(cells, enterprises, found), read_towns(cells[REACH])
    if towns is None:
        found.append((REACH, Fault.TOWNS))
    return NewIntern(mark, year or 0, cells[TOWN], held, wishes, towns or ())


def _read_held(cells: Sequence[str], today: date, found: list[tuple[int, Fault]]) -> list[Clearance]:
    held = []
    for column, kind in zip(CLEARANCES, KINDS, strict=True):
        clearance = read_clearance(kind, cells[column])
        if clearance is None:
            found.append((column, Fault.CLEARANCE))
        elif clearance.on is not None and clearance.on < today:
            found.append((column, Fault.CLEARANCE_OVER))
        elif clearance.state is not ClearanceState.MISSING:
            held.append(clearance)
    return held


def _read_wishes(
    cells: Sequence[str], enterprises: Mapping[str, int], found: list[tuple[int, Fault]]
) -> tuple[int, ...]:
    wishes: list[int] = []
    for column in WISHED:
        if not cells[column]:
            continue
        wanted = enterprises.get(fold(cells[column]))
        if wanted is None:
            found.append((column, Fault.WISH_UNKNOWN))
        elif wanted in wishes:
            found.append((column, Fault.WISH_TWICE))
        else:
            wishes.append(wanted)
    return tuple(wishes)
