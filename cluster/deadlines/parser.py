"""The text of «Срок исполнения» read as a whole: a piece that has no meaning leaves all of it not understood."""

import re
from collections.abc import Callable
from typing import Final

from cluster.deadlines.model import (
    AfterEvent,
    BeforeEvent,
    Continuous,
    ContinuousKind,
    Deadline,
    ExternalPlan,
    OnOrder,
    PerPeriod,
    TypedDeadline,
    Unit,
    Warned,
    Within,
)
from cluster.deadlines.named_days import named_days
from cluster.deadlines.period import PlanPeriod, Span
from cluster.deadlines.words import MONTH, NUMBER, SCHOOL_YEAR, YEAR, number_of, plain
from cluster.plan import PlanYear

LONGEST: Final = 300
"""Characters; no deadline is longer."""

_UNITS: Final = {
    "нед": Unit.WEEK,
    "мес": Unit.MONTH,
    "кв": Unit.QUARTER,
    "пол": Unit.HALF_YEAR,
    "го": Unit.YEAR,
    "уч": Unit.YEAR,
    "ка": Unit.YEAR,
}
_ADVERBS: Final = {
    "ежемесячно": Unit.MONTH,
    "ежеквартально": Unit.QUARTER,
    "поквартально": Unit.QUARTER,
    "еженедельно": Unit.WEEK,
    "ежегодно": Unit.YEAR,
}
_UNIT: Final = (
    r"(?:недел[юиь]|месяц(?:а|ев)?|квартал(?:а|ов)?|полугоди(?:е|я)|полгода"
    r"|(?:учебн\w+ |календарн\w+ )?год(?:а|у)?)(?![а-я])"
)
_DURING: Final = r"(?:в течение|в течении|на протяжении)"
_ALL_YEAR: Final = rf"(?:,? {_DURING} (?:всего )?(?:учебного |календарного )?года)?"
_LEAST: Final = r"(?:(?:не реже(?:,? чем)?|не менее(?:,? чем)?|как минимум|минимум)\s+)?"
_TIMES: Final = re.compile(
    rf"{_LEAST}(?:(?P<n>{NUMBER})(?:\s*\(\w+\))?\s*раз(?:а|ов)?|(?P<adverb>дважды|трижды)|раза?)\s+(?:в|за)\s+"
    rf"(?:(?P<every>{NUMBER})\s+)?(?P<unit>{_UNIT}){_ALL_YEAR}"
)
_EACH: Final = re.compile(rf"(?:(?P<adverb>{'|'.join(_ADVERBS)})|кажд(?:ый|ую|ое) (?P<unit>{_UNIT})){_ALL_YEAR}")

_BY_DAY: Final = re.compile(
    rf"(?:ежемесячно,? )?до (?P<day>\d{{1,2}})(?:-?го)? числа(?: (?:каждого )?месяца| ежемесячно)?{_ALL_YEAR}"
)

_CONTINUOUS: Final = re.compile(
    rf"(?:{_DURING}|весь|в)\s*(?:всего )?(?:(?:учебного |календарного )?год(?:а)?|учебный год"
    rf"|(?P<y>{YEAR}|{SCHOOL_YEAR})(?: года)?|(?:всего )?периода|период|срока реализации плана)"
    rf"|(?P<bare>{YEAR}|{SCHOOL_YEAR})"
)
_PERMANENT: Final = re.compile(
    r"постоянно|на постоянной основе|круглогодично|систематически|регулярно|непрерывно|ежедневно|весь период"
)
_AS_NEEDED: Final = re.compile(
    r"по (?:мере )?(?:необходимости|поступлени[яю]\w*|запрос(?:у|ам|ов))(?: \D*)?|при необходимости"
)

_ACCORDING: Final = r"(?:в соответствии с|согласно|по|на основании)"
_ORDER: Final = re.compile(
    rf"{_ACCORDING}\s+(?:\w+\s+){{0,2}}?"
    r"(?:распоряжени\w+|приказ\w*|письм\w+|указани\w+|поручени\w+|решени\w+|запрос\w*)(?![а-я])(?: .*)?"
)
_EXTERNAL: Final = re.compile(
    rf"{_ACCORDING}\s+(?:\w+(?:ым|ому|ой|ыми|им)\s+){{0,2}}?"
    r"(?:план(?:ом|у|ам|ами|а)?(?:-график(?:ом|у|ам|ами|а))?|график(?:ом|у|ам|ами|а)?|дорожн\w+ карт\w+"
    r"|положени(?:ем|ю|я)|программ(?:ой|е|ы)|расписани(?:ем|ю|я)|срок(?:ам|ами))(?![а-я])(?: .*)?"
    r"|по согласованию(?: .*)?|(?:срок|сроки|дата) уточня(?:ет|ют)ся"
    r"|в сроки,? (?:установленн|определенн|указанн)\w+ .*"
)

_MENTIONS_TIME: Final = re.compile(rf"(?<![а-я]){MONTH}|квартал|полугоди|\d\.\d\d|(?<![а-я])(?:еже|кажд)")
_DATE_OF_ORDER: Final = re.compile(rf"(?<![а-я])от \d{{1,2}}(?:\.\d\d\.\d{{2,4}}| {MONTH}(?: {YEAR})?)")

_DAYS: Final = (
    rf"(?:(?P<n>{NUMBER})(?:\s*\(\w+\))?\s+)?(?P<kind>рабоч\w+\s+|календарн\w+\s+)?"
    r"(?P<what>дн(?:я|ей|ь)|день|недел[иьюя])(?![а-я])"
)
_SINCE: Final = r"(?:после|со дня|с момента|с даты|по окончании|по завершении)"
_AFTER: Final = re.compile(
    rf"(?:(?P<lead>[а-я][а-я ,]*?)\s+)?(?:не позднее|не позже|не более|{_DURING})(?: чем)?"
    rf"(?: через| в течение)?\s+{_DAYS}"
    rf"(?:\s+{_SINCE}(?:\s+(?:окончания|завершения|проведения))?\s+(?P<event>.+))?"
)
_BARE_AFTER: Final = re.compile(rf"(?:через )?{_DAYS}\s+{_SINCE}\s+(?P<event>.+)")
_NEXT_DAY: Final = re.compile(
    r"(?:на )?следующий (?P<kind>рабочий )?день после (?P<event>.+)"
    r"|в день (?P<same>проведения|события|мероприятия|заседания)(?: .*)?"
)
_BEFORE: Final = re.compile(rf"(?:не позднее,? )?(?:чем )?за\s+{_DAYS}\s+до\s+(?:начала\s+)?(?P<event>.+)")


def parse_deadline(text: str, period: PlanPeriod) -> TypedDeadline:
    """What the text means within the plan's year.

    Args:
        text: as printed: any case, any kind of dash and quotes, broken lines.
        period: for «год», «квартал» and for months without a year.
    """
    line = plain(text)
    if not line or len(line) > LONGEST:
        return TypedDeadline(text, None, line[:LONGEST])
    meaning = _meaning(line, period)
    if meaning is None:
        return TypedDeadline(text, None, _rest(line, period))
    return TypedDeadline(text, meaning, warnings=tuple(_warnings(line, meaning, period)))


def _meaning(line: str, period: PlanPeriod) -> Deadline | None:
    readers: tuple[Callable[[str, PlanPeriod], Deadline | None], ...] = (
        _continuous,
        named_days,
        _per_period,
        _before_event,
        _after_event,
        _outside,
    )
    try:
        return next((found for reader in readers if (found := reader(line, period)) is not None), None)
    except ValueError:  # the shape is right, the day does not exist
        return None


def _rest(line: str, period: PlanPeriod) -> str:
    """What is left after the longest beginning that has a meaning by itself; all of it where none has."""
    words = line.split(" ")
    for end in range(min(len(words), 40) - 1, 0, -1):
        if _meaning(" ".join(words[:end]).rstrip(".,;:"), period) is not None:
            return " ".join(words[end:])
    return line


def _warnings(line: str, meaning: Deadline, period: PlanPeriod) -> list[Warned]:
    if not isinstance(meaning, Within):
        return []
    found = []
    if any(not period.first_day <= span.last <= period.last_day for span in meaning.spans):
        found.append(Warned.OUTSIDE)
    is_split = any(span.last.month in (8, 9) for span in meaning.spans)
    if meaning.unit is Unit.QUARTER and period.year is PlanYear.ACADEMIC and is_split and not re.search(YEAR, line):
        found.append(Warned.QUARTER_OF_TWO_YEARS)
    return found


def _continuous(line: str, period: PlanPeriod) -> Deadline | None:
    if _PERMANENT.fullmatch(line):
        return Continuous(ContinuousKind.PERMANENT)
    if _AS_NEEDED.fullmatch(line):
        return Continuous(ContinuousKind.AS_NEEDED)
    found = _CONTINUOUS.fullmatch(line)
    if found is None or not _is_this_year(found["y"] or found["bare"], period):
        return None
    return Continuous(ContinuousKind.YEAR)


def _is_this_year(written: str | None, period: PlanPeriod) -> bool:
    """Whether the year a continuous row names is the plan's own; another one is for a person to look at."""
    if written is None:
        return True
    if "/" in written:
        return period.year is PlanYear.ACADEMIC and int(written[:4]) == period.first_day.year
    return period.year is PlanYear.CALENDAR and int(written) == period.first_day.year


def _per_period(line: str, period: PlanPeriod) -> Deadline | None:
    if found := _EACH.fullmatch(line):
        return PerPeriod(1, _ADVERBS[found["adverb"]] if found["adverb"] else _unit(found["unit"]))
    if found := _BY_DAY.fullmatch(line):
        return PerPeriod(1, Unit.MONTH, by_day=int(found["day"])) if 1 <= int(found["day"]) <= 31 else None
    found = _TIMES.fullmatch(line)
    return _counted(found) if found else None


def _counted(found: re.Match[str]) -> PerPeriod | None:
    """«2 раза в год», «1 раз в 2 месяца»; not «2 раза в 3 месяца»."""
    by_adverb = {"дважды": 2, "трижды": 3}.get(found["adverb"] or "", 1)
    count = number_of(found["n"]) if found["n"] else by_adverb
    every = number_of(found["every"]) if found["every"] else 1
    if not 1 <= count <= 12 or not 1 <= every <= 12 or (count > 1 and every > 1):
        return None
    return PerPeriod(count, _unit(found["unit"]), every)


def _unit(word: str) -> Unit:
    return next(unit for beginning, unit in _UNITS.items() if word.startswith(beginning))


def _after_event(line: str, period: PlanPeriod) -> Deadline | None:
    if found := _NEXT_DAY.fullmatch(line):
        if found["same"]:
            return AfterEvent(0, working=False, event=found["same"])
        return AfterEvent(1, working=bool(found["kind"]), event=found["event"])
    found = _BARE_AFTER.fullmatch(line) or _AFTER.fullmatch(line)
    counted = _days(found) if found else None
    if found is None or counted is None or _MENTIONS_TIME.search(found.groupdict().get("lead") or ""):
        return None
    if not found["event"]:  # «в течение трёх дней»: which ones?
        return AfterEvent(*counted) if counted[1] or "не поз" in line else None
    known, day = _event_day(found["event"], period)
    return AfterEvent(*counted, event=found["event"], on=day.last if day else None) if known else None


def _before_event(line: str, period: PlanPeriod) -> Deadline | None:
    found = _BEFORE.fullmatch(line)
    counted = _days(found) if found else None
    if found is None or counted is None:
        return None
    known, day = _event_day(found["event"], period)
    return BeforeEvent(*counted, event=found["event"], on=day.first if day else None) if known else None


def _event_day(event: str, period: PlanPeriod) -> tuple[bool, Span | None]:
    """Whether the event can be counted from, and its day where the text is a date."""
    day = named_days(event, period)
    if day is None:
        return not re.search(r"\d", event), None
    is_one_day = len(day.spans) == 1 and day.spans[0].first == day.spans[0].last
    return is_one_day, day.spans[0]


def _days(found: re.Match[str]) -> tuple[int, bool] | None:
    """How many days, and whether working ones; a week is seven calendar days."""
    number = number_of(found["n"]) if found["n"] else 1
    if found["what"].startswith("нед"):
        return None if found["kind"] else (7 * number, False)
    if found["n"] is None and found["what"] != "день":
        return None
    return (number, bool(found["kind"] and found["kind"].startswith("рабоч"))) if number <= 365 else None


def _outside(line: str, period: PlanPeriod) -> Deadline | None:
    if _MENTIONS_TIME.search(_DATE_OF_ORDER.sub("", line)):
        return None  # «по плану, до 15 марта»: a person should look
    if _ORDER.fullmatch(line):
        return OnOrder()
    return ExternalPlan() if _EXTERNAL.fullmatch(line) else None
