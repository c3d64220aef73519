"""A sheet as rows of a table and as YAML, so that it can be downloaded, changed and loaded again."""

from typing import Any

import yaml

from cluster.evaluation.shares import show_share
from cluster.evaluation.sheet import Criterion, Kind, Sheet
from cluster.evaluation.sheet_file.checking import limit_of
from cluster.evaluation.sheet_file.table import HEADERS, MEETS

TableRow = tuple[str, str, str, str, str, str]
KIND_WORDS = {Kind.YES_NO: "да/нет", Kind.SHARE: "доля", Kind.NUMBER: "число", Kind.CHOICE: "выбор"}


def table_of(sheet: Sheet) -> tuple[TableRow, list[TableRow]]:
    """The header, and a row for each section and criterion, as `draft_of_table` reads them."""
    header = tuple(words[0][:1].upper() + words[0][1:] for words in HEADERS.values())
    rows: list[TableRow] = []
    for section in sheet.sections:
        rows.append((f"{section.number}.", section.title, "", "", "", ""))
        rows += [_row(criterion) for criterion in section.criteria]
    return header, rows  # type: ignore[return-value]


def yaml_of(sheet: Sheet) -> str:
    """The sheet as `draft_of_yaml` reads it."""
    content = {
        "title": sheet.title,
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "criteria": [
                    {"number": criterion.number, "text": criterion.text, "norm": _norm(criterion)}
                    for criterion in section.criteria
                ],
            }
            for section in sheet.sections
        ],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def _row(criterion: Criterion) -> TableRow:
    norm = criterion.norm_text
    limit = limit_of(norm, criterion.kind)
    if criterion.norm is not None and (limit is None or (limit.value, limit.at_most) != _limit(criterion)):
        norm = f"{'не более' if criterion.at_most else 'не менее'} {show_share(criterion.norm)}"
    choices = "\n".join(f"{MEETS if choice.meets else ''} {choice.text}".strip() for choice in criterion.choices)
    return criterion.number, criterion.text, KIND_WORDS[criterion.kind], norm, criterion.unit, choices


def _limit(criterion: Criterion) -> tuple[int | None, bool]:
    return criterion.norm, criterion.at_most


def _norm(criterion: Criterion) -> dict[str, Any]:
    norm: dict[str, Any] = {"kind": criterion.kind.value, "printed": criterion.norm_text}
    if criterion.norm is not None:
        least = "percent" if criterion.kind is Kind.SHARE else "at_least"
        exact = show_share(criterion.norm, ".")
        norm["at_most" if criterion.at_most else least] = float(exact) if "." in exact else int(exact)
    if criterion.unit:
        norm["unit"] = criterion.unit
    if criterion.choices:
        norm["choices"] = [{"text": choice.text, "meets": choice.meets} for choice in criterion.choices]
    return norm
