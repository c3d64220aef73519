"""The expert sheet as data: sections, criteria, norms. Another sheet with other counts and kinds needs no other code.

Source: «Экспертный лист для оценки программы», report of 2021/2022, slides 14–16: 3 sections, 14 criteria.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from cluster.errors import Invalid
from cluster.evaluation.refusals import SpoiledSheet
from cluster.evaluation.shares import parse_number, parse_share


class Kind(StrEnum):
    """What a criterion is measured by."""

    YES_NO = "yes_no"  # «ДА /Нет»
    SHARE = "share"  # a share of something, with a norm in per cent
    NUMBER = "number"  # how many of something, with a norm
    CHOICE = "choice"  # one of several answers, some of which meet the norm


MEASURED: Final = frozenset({Kind.SHARE, Kind.NUMBER})
CHOICES: Final = range(2, 11)
"""How many answers a choice may have."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice."""

    text: str
    meets: bool


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the sheet.

    A value is an integer: hundredths of a per cent for a share, hundredths of the unit for a number, the place of the
    answer from 1 for a choice.

    Args:
        key: stable name inside the sheet, at most 16 characters; the number where the sheet gives no other.
        number: as printed, for example «2.1».
        norm_text: as printed, for example «62,5%».
        norm: the least value that meets it (shares and numbers), or the largest when `at_most`.
        unit: of a number, as printed after it.
        choices: answers of a choice.
    """

    key: str
    number: str
    text: str
    kind: Kind
    norm_text: str
    norm: int | None = None
    at_most: bool = False
    unit: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def is_valued(self) -> bool:
        """Whether the expert states a value from which the norm gives a verdict."""
        return self.kind is not Kind.YES_NO

    @property
    def is_measured(self) -> bool:
        """Whether the value is a number, so that a college can state its own figure."""
        return self.kind in MEASURED

    def meets(self, value: int) -> bool | None:
        """Whether a value meets the norm; None where there is nothing to compare."""
        if self.kind is Kind.CHOICE:
            return self.choices[value - 1].meets if 1 <= value <= len(self.choices) else None
        if self.norm is None:
            return None
        return value <= self.norm if self.at_most else value >= self.norm


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its criteria."""

    number: str
    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Sheet:
    """A version of a sheet; it never changes once an evaluation has started with it."""

    title: str
    sections: tuple[Section, ...]

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the order of the form."""
        return tuple(criterion for section in self.sections for criterion in section.criteria)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Criterion key → place in `criteria`, from 0."""
        return {criterion.key: place for place, criterion in enumerate(self.criteria)}

    def section_of(self, criterion: Criterion) -> Section:
        """The section a criterion stands in."""
        return next(section for section in self.sections if criterion in section.criteria)

    @property
    def measured(self) -> tuple[Criterion, ...]:
        """Criteria with a number, for which a college states its own figure (2.1, 2.2, 3.2)."""
        return tuple(criterion for criterion in self.criteria if criterion.is_measured)


def read_sheet(content: Mapping[str, Any]) -> Sheet:
    """A sheet from plain data, as `cluster/data/expert_sheet_2022.yaml` has it.

    A criterion's norm is `{kind, printed}` and, by kind: a share `percent`, a number `at_least` and perhaps `unit`
    (both may have `at_most` instead), a choice `choices`, each `{text, meets}`.

    Raises:
        SpoiledSheet: something is missing or contradicts itself; data: `place`, `problem`.
    """
    sections = tuple(_section(raw, place) for place, raw in enumerate(_list(content, "sections", "sheet"), start=1))
    sheet = Sheet(title=_text(content, "title", "sheet"), sections=sections)
    keys = [criterion.key for criterion in sheet.criteria]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise SpoiledSheet(place=twice, problem="twice")
    if not keys:
        raise SpoiledSheet(place="sheet", problem="empty")
    return sheet


def _section(raw: Mapping[str, Any], place: int) -> Section:
    number = str(raw.get("number") or place)
    criteria = tuple(_criterion(item, number) for item in _list(raw, "criteria", number))
    return Section(number=number, title=_text(raw, "title", number), criteria=criteria)


def _criterion(raw: Mapping[str, Any], section: str) -> Criterion:
    number = _text(raw, "number", section)
    key = str(raw.get("key") or number)
    if len(key) > 16:
        raise SpoiledSheet(place=number, problem="key")
    norm = raw.get("norm")
    if not isinstance(norm, Mapping):
        raise SpoiledSheet(place=number, problem="norm")
    try:
        kind = Kind(str(norm.get("kind")))
    except ValueError:
        raise SpoiledSheet(place=number, problem="kind") from None
    return Criterion(
        key=key,
        number=number,
        text=_text(raw, "text", number),
        kind=kind,
        norm_text=_text(norm, "printed", number),
        norm=_threshold(norm, kind, number) if kind in MEASURED else None,
        at_most="at_most" in norm and kind in MEASURED,
        unit=str(norm.get("unit") or "").strip() if kind is Kind.NUMBER else "",
        choices=_choices(norm, number) if kind is Kind.CHOICE else (),
    )


def _threshold(norm: Mapping[str, Any], kind: Kind, number: str) -> int:
    least = "percent" if kind is Kind.SHARE else "at_least"
    name = "at_most" if "at_most" in norm else least
    try:
        return (parse_share if kind is Kind.SHARE else parse_number)(str(norm.get(name)))
    except Invalid:
        raise SpoiledSheet(place=number, problem=name) from None


def _choices(norm: Mapping[str, Any], number: str) -> tuple[Choice, ...]:
    found = tuple(
        Choice(_text(item, "text", number), item.get("meets") is True) for item in _list(norm, "choices", number)
    )
    if len(found) not in CHOICES or len({choice.meets for choice in found}) != 2:
        raise SpoiledSheet(place=number, problem="choices")
    return found


def _text(raw: Mapping[str, Any], name: str, place: str) -> str:
    value = raw.get(name)
    if value is None or not str(value).strip():
        raise SpoiledSheet(place=place, problem=name)
    return str(value).strip()


def _list(raw: Mapping[str, Any], name: str, place: str) -> Sequence[Mapping[str, Any]]:
    value = raw.get(name)
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise SpoiledSheet(place=place, problem=name)
    return value
