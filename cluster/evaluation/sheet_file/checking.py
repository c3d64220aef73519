"""Whether a sheet in a file can be used, and everything that is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cluster.errors import Invalid
from cluster.evaluation.shares import parse_number, parse_share, show_share
from cluster.evaluation.sheet import CHOICES, Kind
from cluster.evaluation.sheet_file.draft import Draft, DraftCriterion, DraftSection, Trouble, Written

CRITERIA_LIMIT: Final = 60
"""More than three screens of buttons; a form nobody fills on a phone."""
TITLE_LIMIT: Final = 200
SECTION_LIMIT: Final = 300
TEXT_LIMIT: Final = 1_000
NUMBER_LIMIT: Final = 8
NORM_LIMIT: Final = 100
UNIT_LIMIT: Final = 16
CHOICE_LIMIT: Final = 150
YES_NO_PRINTED: Final = "ДА /Нет"
"""As the source form has it."""

KIND_NAMES: Final[Mapping[str, Kind]] = {
    "да/нет": Kind.YES_NO,
    "yes/no": Kind.YES_NO,
    "yes_no": Kind.YES_NO,
    "доля": Kind.SHARE,
    "share": Kind.SHARE,
    "число": Kind.NUMBER,
    "number": Kind.NUMBER,
    "выбор": Kind.CHOICE,
    "choice": Kind.CHOICE,
}
_AT_LEAST = ("", "не менее", "не ниже", "от", "≥", ">=", "at least", "from", "min")
_AT_MOST = ("не более", "не выше", "до", "≤", "<=", "at most", "up to", "max")
_NORM = re.compile(r"(?P<word>[^\d]*?)\s*(?P<number>\d[\d\s]*(?:[.,]\d+)?)\s*(?P<unit>[^\d]*)")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a file: a sheet as plain data for `read_sheet`, or the troubles in the order of the file."""

    content: dict[str, Any] | None
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """What a norm says: hundredths, whether it is the largest value that meets it, words after the number."""

    value: int
    at_most: bool
    unit: str


def check(draft: Draft) -> Checked:
    """Check everything; there is a sheet only when nothing is wrong."""
    troubles = list(draft.troubles)
    if troubles and not draft.sections:
        return Checked(None, tuple(troubles))  # no sheet at all: nothing more can be said of it
    troubles += _long(draft.title, TITLE_LIMIT, "title")
    sections = [_section(section, troubles) for section in draft.sections]
    criteria = [criterion for section in draft.sections for criterion in section.criteria]
    if not criteria and not troubles:
        troubles.append(Trouble(draft.title.spot, "empty"))
    if len(criteria) > CRITERIA_LIMIT:
        over = criteria[CRITERIA_LIMIT].number
        troubles.append(Trouble(over.spot, "too-many", str(CRITERIA_LIMIT)))
    troubles += _repeated(criteria)
    if troubles:
        return Checked(None, tuple(sorted(troubles, key=lambda one: (one.spot.row, _column_order(one.spot.column)))))
    return Checked({"title": draft.title.line, "sections": sections}, ())


def kind_named(text: str) -> Kind | None:
    """The kind a word means, in Russian or English; None when it means none."""
    return KIND_NAMES.get(re.sub(r"\s*/\s*", "/", " ".join(text.split())).casefold())


def kind_of_norm(norm: str) -> Kind | None:
    """The kind a printed norm shows without a word for it, as in the source form: «ДА /Нет», «62,5%»."""
    if kind_named(norm) is Kind.YES_NO:
        return Kind.YES_NO
    return Kind.SHARE if norm.strip().endswith("%") else None


def limit_of(text: str, kind: Kind) -> Limit | None:
    """The limit a norm's words mean: «62,5%», «не более 25 чел.»; None when they mean none."""
    match = _NORM.fullmatch(text)
    word = match["word"].strip().casefold() if match else None
    if match is None or word not in (*_AT_LEAST, *_AT_MOST):
        return None
    try:
        value = (parse_share if kind is Kind.SHARE else parse_number)(match["number"])
    except Invalid:
        return None
    return Limit(value, word in _AT_MOST, match["unit"].strip())


def _section(section: DraftSection, troubles: list[Trouble]) -> dict[str, Any]:
    troubles += _long(section.title, SECTION_LIMIT, "section")
    if not section.criteria:
        troubles.append(Trouble(section.title.spot, "section-empty", section.title.line))
    return {
        "number": section.number.line.rstrip("."),
        "title": section.title.line,
        "criteria": [_criterion(criterion, troubles) for criterion in section.criteria],
    }


def _criterion(raw: DraftCriterion, troubles: list[Trouble]) -> dict[str, Any]:
    troubles += _long(raw.number, NUMBER_LIMIT, "number")
    troubles += _long(raw.words, TEXT_LIMIT, "text")
    return {"number": raw.number.line.rstrip("."), "text": raw.words.line, "norm": _norm(raw, troubles)}


def _norm(raw: DraftCriterion, troubles: list[Trouble]) -> dict[str, Any]:
    kind = kind_named(raw.kind.line) if raw.kind.line else kind_of_norm(raw.printed.line)
    printed = raw.printed.line
    if len(printed) > NORM_LIMIT:
        troubles.append(Trouble(raw.printed.spot, "norm-long", str(NORM_LIMIT)))
    match kind:
        case Kind.YES_NO:
            return {"kind": kind.value, "printed": printed or YES_NO_PRINTED}
        case Kind.SHARE | Kind.NUMBER:
            return _measured(raw, kind, troubles)
        case Kind.CHOICE:
            return _chosen(raw, troubles)
    missing = not raw.kind.line
    troubles.append(Trouble(raw.kind.spot, "kind-missing" if missing else "kind-unknown", raw.kind.line[:40]))
    return {}


def _measured(raw: DraftCriterion, kind: Kind, troubles: list[Trouble]) -> dict[str, Any]:
    """A number and which side of it meets the norm; words after the number are its unit."""
    text = raw.threshold.line
    limit = limit_of(text, kind)
    if limit is None:
        troubles.append(Trouble(raw.threshold.spot, f"norm-{kind.value}" if text else "norm-missing", text[:40]))
        return {}
    at_most = limit.at_most if raw.at_most is None else raw.at_most
    least = "percent" if kind is Kind.SHARE else "at_least"
    norm: dict[str, Any] = {
        "kind": kind.value,
        "printed": raw.printed.line or text,
        "at_most" if at_most else least: show_share(limit.value, "."),
    }
    unit = raw.unit.line or limit.unit
    if kind is Kind.NUMBER and unit:
        troubles += _long(Written(unit, raw.unit.spot), UNIT_LIMIT, "unit")
        norm["unit"] = unit
    return norm


def _chosen(raw: DraftCriterion, troubles: list[Trouble]) -> dict[str, Any]:
    spot = raw.choices[0].words.spot if raw.choices else raw.unit.spot
    if len(raw.choices) not in CHOICES:
        troubles.append(Trouble(spot, "choices-count", str(len(raw.choices))))
    elif len({choice.meets for choice in raw.choices}) != 2:
        troubles.append(Trouble(spot, "choices-none" if not raw.choices[0].meets else "choices-all"))
    for choice in raw.choices:
        troubles += _long(choice.words, CHOICE_LIMIT, "choice")
    said = [choice.words.line.casefold() for choice in raw.choices]
    twice = next((choice.words for choice in raw.choices if said.count(choice.words.line.casefold()) > 1), None)
    if twice is not None:
        troubles.append(Trouble(twice.spot, "choice-twice", twice.line[:40]))
    meeting = " / ".join(choice.words.line for choice in raw.choices if choice.meets)
    return {
        "kind": Kind.CHOICE.value,
        "printed": raw.printed.line or meeting[: NORM_LIMIT - 1].rstrip(),
        "choices": [{"text": choice.words.line, "meets": choice.meets} for choice in raw.choices],
    }


def _long(written: Written, limit: int, what: str) -> Iterator[Trouble]:
    """It is missing, or longer than its place on the form."""
    if not written.line:
        yield Trouble(written.spot, f"{what}-missing")
    elif len(written.line) > limit:
        yield Trouble(written.spot, f"{what}-long", str(limit))


def _repeated(criteria: list[DraftCriterion]) -> Iterator[Trouble]:
    seen: set[str] = set()
    for criterion in criteria:
        number = criterion.number.line.rstrip(".")
        if number in seen:
            yield Trouble(criterion.number.spot, "number-twice", number[:40])
        seen.add(number)


def _column_order(column: str) -> tuple[int, str]:
    return (int(column), "") if column.isdigit() else (len(column), column)
