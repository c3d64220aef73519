"""The expert sheet as data: sections, criteria, norms. Another sheet with other counts needs no other code.

Source: «Экспертный лист для оценки программы», report of 2021/2022, slides 14–16: 3 sections, 14 criteria.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from cluster.errors import Invalid
from cluster.evaluation.refusals import SpoiledSheet
from cluster.evaluation.shares import parse_share


class Kind(StrEnum):
    """What a criterion is measured by."""

    YES_NO = "yes_no"  # «ДА /Нет»
    SHARE = "share"  # a share of something, with a norm in per cent


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the sheet.

    Args:
        key: stable name inside the sheet, at most 16 characters; the number where the sheet gives no other.
        number: as printed, for example «2.1».
        norm_text: as printed, for example «62,5%».
        norm: hundredths of a per cent for a share, None for yes/no.
    """

    key: str
    number: str
    text: str
    kind: Kind
    norm_text: str
    norm: int | None = None


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
        return tuple(criterion for criterion in self.criteria if criterion.norm is not None)


def read_sheet(content: Mapping[str, Any]) -> Sheet:
    """A sheet from plain data, as `cluster/data/expert_sheet_2022.yaml` has it.

    A criterion's norm is `{kind, printed, percent}`; `percent` is the least share that meets it.

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
        norm=_percent(norm, number) if kind is Kind.SHARE else None,
    )


def _percent(norm: Mapping[str, Any], number: str) -> int:
    try:
        return parse_share(str(norm.get("percent")))
    except Invalid:
        raise SpoiledSheet(place=number, problem="percent") from None


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
