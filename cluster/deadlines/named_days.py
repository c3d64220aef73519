"""Deadlines that name days of a calendar: dates, months, quarters, half-years."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from cluster.deadlines.model import Unit, Within
from cluster.deadlines.period import PlanPeriod, Span
from cluster.deadlines.words import MONTH, ORDINAL, SCHOOL_YEAR, YEAR, month_of, ordinal_of
from cluster.plan import PlanYear

_WORDED: Final = rf"(?P<dw>\d{{1,2}})(?:-?го)?\s*(?P<mw>{MONTH})(?:\s*(?P<yw>{YEAR}))?"
_NUMERIC: Final = rf"(?P<dn>\d{{1,2}})[./](?P<mn>\d{{2}})(?:[./](?P<yn>{YEAR}|\d\d))?(?:\s*г\.?)?"
_DATE: Final = re.compile(rf"(?:{_WORDED}|{_NUMERIC})")
_BY: Final = re.compile(
    r"(?:(?:в )?срок(?:и)?[:-]? ?)?(?:до|не позднее|не позже|к|по)\s+(?P<rest>.+?)(?: включительно)?"
)
_SPAN: Final = re.compile(r"(?:(?:в )?период )?(?:с\s*(?P<a>.+?)\s*(?:по|до)\s*(?P<b>.+)|(?P<c>[^-]+)-(?P<d>[^-]+))")
_LIST: Final = re.compile(r"\s*(?:[,;]|(?<![а-я])и(?![а-я]))\s*")

_LEAD: Final = re.compile(r"^(?:в течение|в течении|на протяжении|до конца|к концу|конец|в|во)\s+")
_ONE_MONTH: Final = re.compile(rf"(?P<m>{MONTH})(?:\s*(?P<y>{YEAR}|{SCHOOL_YEAR}))?")
_MONTH_RANGE: Final = re.compile(
    rf"(?:(?:период )?с\s+)?(?P<m1>{MONTH})(?:\s*(?P<y1>{YEAR}))?\s*(?:-|\s+по\s+)\s*(?P<m2>{MONTH})"
    rf"(?:\s*(?P<y2>{YEAR}|{SCHOOL_YEAR}))?"
)
_QUARTER: Final = re.compile(
    rf"(?P<list>{ORDINAL}(?:\s*(?:[,;-]|и)\s*{ORDINAL})*)\s*кв(?:артал(?:а|е|ы|ов|ах)?(?![а-я])|(?![а-я])\.?)"
    rf"(?:\s*(?P<y>{YEAR}))?"
)
_HALF: Final = re.compile(
    rf"(?P<list>{ORDINAL}(?:\s*(?:[,;-]|и)\s*{ORDINAL})*)\s*(?P<school>учебн\w+ )?полугоди(?:е|я|и)(?![а-я])"
    rf"(?:\s*(?P<y>{YEAR}|{SCHOOL_YEAR})| учебного года)?"
)
_DECADE: Final = re.compile(rf"(?P<n>{ORDINAL})\s*декад[аеу]\s*(?P<m>{MONTH})(?:\s*(?P<y>{YEAR}))?")
_END_OF_YEAR: Final = re.compile(
    rf"(?:до конца|к концу|конец)\s+(?:(?P<kind>календарного|учебного)\s+)?(?:года|(?P<y>{YEAR}|{SCHOOL_YEAR}))"
)


def named_days(text: str, period: PlanPeriod) -> Within | None:
    """What a text in plain form (`words.plain`) means, if it names days and nothing else.

    Raises:
        ValueError: a day that does not exist («31 июня»).
    """
    readers: tuple[Callable[[str, PlanPeriod], Within | None], ...] = (
        _dates,
        _date_span,
        _by_date,
        _end_of_year,
        _months,
        _quarters,
        _half_years,
        _decade,
    )
    return next((found for reader in readers if (found := reader(text, period)) is not None), None)


# --- dates ----------------------------------------------------------------------------------------------------------


def _dates(text: str, period: PlanPeriod) -> Within | None:
    """«15.03.2024», «07.10.2021, 23.03.2022», «25 и 27 мая»."""
    items = _LIST.split(text)
    following: str | None = None
    days: list[date] = []
    for item in reversed(items):
        is_bare = following is not None and re.fullmatch(r"\d{1,2}", item)
        found = _DATE.fullmatch(f"{item} {following}" if is_bare else item)
        if found is None:
            return None
        if found["mw"]:
            following = f"{found['mw']} {found['yw'] or ''}".strip()
        days.insert(0, _day(found, period))
    return Within(Unit.DAY, tuple(Span(day, day) for day in days))


def _by_date(text: str, period: PlanPeriod) -> Within | None:
    """«до 15.03.2024», «не позднее 15 марта»: that day or the last working day before it."""
    found = _BY.fullmatch(text)
    by = _DATE.fullmatch(found["rest"]) if found else None
    if by is None:
        return None
    day = _day(by, period)
    if day == period.first_day and not (by["yw"] or by["yn"]):
        raise ValueError(text)  # «до 1 сентября»: the year before or after?
    return Within(Unit.DAY, (Span(min(period.first_day, day), day),))


def _date_span(text: str, period: PlanPeriod) -> Within | None:
    """«с 10 по 15 апреля», «10-15.04.2024», «с 28 марта по 3 апреля 2024»."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    begins, ends = (found["a"] or found["c"]).strip(), (found["b"] or found["d"]).strip()
    last_date = _DATE.fullmatch(ends)
    if last_date is None:
        return None
    last = _day(last_date, period)
    if re.fullmatch(r"\d{1,2}", begins):
        first = date(last.year, last.month, int(begins))
    else:
        first_date = _DATE.fullmatch(begins)
        if first_date is None:
            return None
        first = _day(first_date, period)
        if first > last and not (first_date["yw"] or first_date["yn"]):
            first = first.replace(
                year=last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
            )
    if first > last:
        raise ValueError(text)
    return Within(Unit.DAY, (Span(first, last),))


def _day(found: re.Match[str], period: PlanPeriod) -> date:
    month = month_of(found["mw"]) if found["mw"] else int(found["mn"])
    year = found["yw"] or found["yn"]
    if not 1 <= month <= 12:
        raise ValueError(month)
    number = int(year) + (2000 if len(year) == 2 else 0) if year else period.year_of(month)
    return date(number, month, int(found["dw"] or found["dn"]))


def _end_of_year(text: str, period: PlanPeriod) -> Within | None:
    """«до конца года», «до конца 2024», «до конца учебного года»."""
    found = _END_OF_YEAR.fullmatch(text)
    if found is None:
        return None
    if (found["kind"] == "учебного" or "/" in (found["y"] or "")) and period.year is not PlanYear.ACADEMIC:
        return None  # which of the two school years of a calendar year?
    if found["y"] and "/" not in found["y"]:
        whole = Span.months(int(found["y"]), 1, 12)
        return Within(Unit.YEAR, (Span(max(whole.first, min(period.first_day, whole.last)), whole.last),))
    if found["kind"] == "календарного" and period.year is not PlanYear.CALENDAR:
        return Within(Unit.YEAR, (Span(period.first_day, date(period.first_day.year, 12, 31)),))
    if found["y"] and int(found["y"][:4]) != period.first_day.year:
        return None
    return Within(Unit.YEAR, (period.working_span,))


# --- months ---------------------------------------------------------------------------------------------------------


def _months(text: str, period: PlanPeriod) -> Within | None:
    """«Январь 2022», «апрель–май», «ноябрь, февраль 2024», «до конца марта»."""
    body = _LEAD.sub("", text)
    spans: list[Span] = []
    known: tuple[int, int] | None = None  # month and year of what follows, when its year is written
    for item in reversed(_LIST.split(body)):
        if one := _ONE_MONTH.fullmatch(item):
            month = month_of(one["m"])
            year = _year(one["y"], month) or (_before(month, known) if known else period.year_of(month))
            spans.insert(0, Span.month(year, month))
        elif several := _MONTH_RANGE.fullmatch(item):
            one = several
            month, year, span = _range(several, known, period)
            spans.insert(0, span)
        else:
            return None
        written = one.groupdict().get("y") or one.groupdict().get("y2") or known
        known = (month, year) if written else None
    return Within(Unit.MONTH, tuple(spans))


def _range(found: re.Match[str], known: tuple[int, int] | None, period: PlanPeriod) -> tuple[int, int, Span]:
    first, last = month_of(found["m1"]), month_of(found["m2"])
    ends = _year(found["y2"], last) or (_before(last, known) if known else None)
    begins = _year(found["y1"], first)
    if ends is not None:
        begins = begins or _before(first, (last, ends))
    else:
        begins = begins or period.year_of(first)
        ends = begins if first <= last else begins + 1
    span = Span(date(begins, first, 1), Span.month(ends, last).last)
    if span.first > span.last:
        raise ValueError(found[0])
    return first, begins, span


def _before(month: int, following: tuple[int, int]) -> int:
    """The year of a month that stands before another one whose year is known."""
    return following[1] if month <= following[0] else following[1] - 1


def _year(written: str | None, month: int) -> int | None:
    """«2024»; of «2023/2024» the half in which the month lies."""
    if not written:
        return None
    first = int(written[:4])
    return first if "/" not in written or month >= 9 else first + 1


def _decade(text: str, period: PlanPeriod) -> Within | None:
    """«III декада мая»: ten days of a month, the third one to its end."""
    found = _DECADE.fullmatch(_LEAD.sub("", text))
    if found is None:
        return None
    number, month = ordinal_of(found["n"]), month_of(found["m"])
    if number > 3:
        raise ValueError(text)
    whole = Span.month(int(found["y"] or period.year_of(month)), month)
    first = whole.first.replace(day=10 * number - 9)
    return Within(Unit.DAY, (Span(first, whole.last if number == 3 else first.replace(day=10 * number)),))


# --- quarters and half-years ----------------------------------------------------------------------------------------


def _quarters(text: str, period: PlanPeriod) -> Within | None:
    """«IV квартал 2022», «2 кв.», «I, III кварталы», «I–III квартал»."""
    found = _QUARTER.fullmatch(_LEAD.sub("", text))
    if found is None:
        return None
    spans = []
    for first, last in _numbered(found["list"]):
        if found["y"]:
            year = int(found["y"])
            spans.append(Span(Span.quarter(year, first).first, Span.quarter(year, last).last))
        else:
            begins, ends = (Span.quarter(period.year_of_quarter(at), at) for at in (first, last))
            inside = Span(begins.first, ends.last).clipped(period.span) if begins.first <= ends.last else None
            if inside is None:
                raise ValueError(text)
            spans.append(inside)
    return Within(Unit.QUARTER, tuple(spans))


def _half_years(text: str, period: PlanPeriod) -> Within | None:
    """«I полугодие», «2 полугодие 2024»; in an academic plan without a year, the halves of the school year."""
    found = _HALF.fullmatch(_LEAD.sub("", text))
    if found is None:
        return None
    school = found["school"] or "учебного" in text or "/" in (found["y"] or "")
    if school and period.year is not PlanYear.ACADEMIC:
        return None
    spans = []
    for number in (at for first, last in _numbered(found["list"]) for at in range(first, last + 1)):
        if number > 2:
            raise ValueError(text)
        if found["y"] and "/" not in found["y"]:
            spans.append(Span.months(int(found["y"]), 6 * number - 5, 6 * number))
        elif found["y"] and int(found["y"][:4]) != period.first_day.year:
            return None
        else:
            spans.append(period.half_years()[number - 1])
    return Within(Unit.HALF_YEAR, tuple(spans))


def _numbered(listed: str) -> Iterator[tuple[int, int]]:
    """«i, iii» → (1, 1), (3, 3); «i-iii» → (1, 3)."""
    one = re.compile(ORDINAL)
    found = list(one.finditer(listed))
    at = 0
    while at < len(found):
        first = last = ordinal_of(found[at][0])
        if at + 1 < len(found) and listed[found[at].end() : found[at + 1].start()].strip() == "-":
            at += 1
            last = ordinal_of(found[at][0])
        if first > last:
            raise ValueError(listed)
        yield first, last
        at += 1
