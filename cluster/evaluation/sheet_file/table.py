"""A sheet in a table: a header, a row a section, a row a criterion.

The source form itself can be read as well: it has no column for the kind, its norms show it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from cluster.evaluation.sheet_file.draft import (
    Draft,
    DraftChoice,
    DraftCriterion,
    DraftSection,
    Spot,
    Trouble,
    Written,
)

Rows = Sequence[Sequence[Written]]

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("№", "№ п/п", "номер", "no", "number"),
    "text": ("название критерия", "критерий", "criterion"),
    "kind": ("тип", "kind", "type"),
    "norm": ("нормативное значение", "норма", "norm"),
    "unit": ("единица", "ед. изм.", "единица измерения", "unit"),
    "choices": ("ответы", "варианты", "варианты ответа", "answers"),
}
_NEEDED = ("number", "text", "norm")
_NUMBERED = re.compile(r"(\d+)\.?\s+(\S.*)", re.DOTALL)
_WHOLE = re.compile(r"\d*\.?")
MEETS: Final = "+"
"""Stands before an answer that meets the norm."""


def draft_of_table(rows: Rows, above: str = "") -> Draft:
    """The sheet of a table.

    Args:
        rows: cells in the order of the columns; a cell merged over several stands in the first, the others are empty.
        above: what stands above the table in a text document: the title, where the table itself has none.
    """
    at = next((place for place, row in enumerate(rows) if _is_header(row)), None)
    nowhere = rows[0][0].spot if rows and rows[0] else Spot(1, "A")
    if at is None:
        return Draft(Written("", nowhere), troubles=[Trouble(nowhere, "header-missing")])
    title = next((cell for row in rows[:at] for cell in row if cell.line), Written("", nowhere))
    if not title.line:
        title = Written(above, Spot(rows[at][0].spot.row, rows[at][0].spot.column))
    draft = Draft(title)
    columns = _columns(rows[at])
    for row in rows[at + 1 :]:
        if any(cell.line for cell in row):
            _take(draft, _Row(row, columns))
    return draft


class _Row:
    """A row whose cells are asked for by the names of `HEADERS`."""

    def __init__(self, cells: Sequence[Written], columns: Mapping[str, int]) -> None:
        self._cells, self._columns = cells, columns

    def __getitem__(self, name: str) -> Written:
        place = self._columns.get(name)
        if place is not None and place < len(self._cells):
            return self._cells[place]
        return Written("", self._cells[0].spot)

    @property
    def is_section(self) -> bool:
        """A whole number or none, and nothing of what a criterion has."""
        bare = not any(self[name].line for name in ("kind", "norm", "choices"))
        number = self["number"].line
        return bare and bool(_WHOLE.fullmatch(number) or (_NUMBERED.fullmatch(number) and not self["text"].line))


def _is_header(row: Sequence[Written]) -> bool:
    return all(name in _columns(row) for name in _NEEDED)


def _columns(row: Sequence[Written]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        said = cell.line.casefold()
        name = next((name for name, words in HEADERS.items() if said in words), None)
        if name is not None:
            found.setdefault(name, place)
    return found


def _take(draft: Draft, row: _Row) -> None:
    if row.is_section:
        draft.sections.append(_section(row))
    elif draft.sections:
        draft.sections[-1].criteria.append(_criterion(row))
    else:
        draft.troubles.append(Trouble(row["number"].spot, "section-first"))


def _section(row: _Row) -> DraftSection:
    number, title = row["number"], row["text"]
    together = _NUMBERED.fullmatch(number.line or title.line)
    if together and not (number.line and title.line):
        spot = number.spot if number.line else title.spot
        return DraftSection(Written(together[1], spot), Written(together[2], spot))
    return DraftSection(number, title)


def _criterion(row: _Row) -> DraftCriterion:
    return DraftCriterion(
        number=row["number"],
        words=row["text"],
        kind=row["kind"],
        printed=row["norm"],
        threshold=row["norm"],
        unit=row["unit"],
        choices=tuple(_choices(row["choices"])),
    )


def _choices(cell: Written) -> list[DraftChoice]:
    """Answers of one cell, a line each or with semicolons between; those that meet the norm begin with a plus."""
    answers = [part.strip() for part in re.split(r"[\n;]", cell.text) if part.strip()]
    return [
        DraftChoice(Written(answer.removeprefix(MEETS).strip(), cell.spot), answer.startswith(MEETS))
        for answer in answers
    ]
