"""A work plan read out of a DOCX or XLSX as offices make it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from cluster.plan_sheet import (
    AFTER_TITLE,
    CELL_LIMIT,
    COLUMNS,
    DRAFT,
    MOST_ROWS,
    NEEDED,
    NUMBER_LIMIT,
    PLAN,
    TITLE_LIMIT,
    PlanCellEmpty,
    PlanCellTooLong,
    PlanColumnMissing,
    PlanSheet,
    PlanWithoutRows,
    SheetRow,
    calmed,
    period_of,
    split_number,
)
from cluster.source_text import flowed
from documents.reading.files import read_file
from documents.reading.model import Cell, Contents, Row, Table

_ORDINALS: Final = re.compile(r"^\d{1,2}$")

Columns = Mapping[str, Cell]


def read_plan(file: bytes) -> PlanSheet:
    """The plan in a file; run it through `DocumentWorker`.

    Raises:
        FileUnreadable: see `documents.reading.refusals`.
        PlanColumnMissing, PlanWithoutRows, PlanCellEmpty, PlanCellTooLong: what is wrong with the table, and where.
    """
    contents = read_file(file, most_rows=MOST_ROWS)
    above: list[str] = list(contents.paragraphs)
    rows: list[SheetRow] = []
    columns: Columns | None = None
    section = ""
    for table in contents.tables:
        body, found, before = _body(table, columns)
        above += before
        if found is None:
            continue
        columns = found
        for row in body:
            cells = {name: row.under(heading) for name, heading in columns.items()}
            if _is_head(row):
                continue
            if _goes_on(row, cells) and rows:
                rows[-1] = replace(rows[-1], title=flowed(f"{rows[-1].title}\v{cells['title'].paragraphs}"))
            elif title := _section(row, cells):
                section = title
            else:
                rows.append(_row(cells, columns, section))
    if columns is None:
        raise _missing(contents)
    if not rows:
        raise PlanWithoutRows(table=contents.tables[0].name)
    title = _title(above)
    return PlanSheet(title, period_of(title) or period_of(" ".join(above)), any(map(DRAFT.match, above)), rows)


def _body(table: Table, before: Columns | None) -> tuple[list[Row], Columns | None, list[str]]:
    """Rows below the head, the columns, and the texts above the head.

    A table without a head goes on with the columns of the one before when it has as many: a plan broken by a page.
    """
    for index, row in enumerate(table.rows[:30]):
        columns = _columns(row)
        if columns and all(name in columns for name in NEEDED):
            above = [cell.line for upper in table.rows[:index] for cell in _cells(upper) if cell.text]
            return list(table.rows[index + 1 :]), columns, above
    if before and any(row[before["deadline"].first].text for row in table.rows):
        return list(table.rows), before, []
    return [], None, [cell.line for row in table.rows for cell in _cells(row) if cell.text]


def _columns(row: Row) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell in _cells(row):
        name = next((name for name, words in COLUMNS.items() if name not in found and words.search(cell.line)), None)
        if name and len(cell.line) < 60:
            found[name] = cell
    return found if len(found) > 1 else {}


def _cells(row: Row) -> list[Cell]:
    return list({id(cell): cell for cell in row.cells}.values())


def _is_head(row: Row) -> bool:
    """A head that repeats, or «1 2 3 4 5» below it."""
    texts = [cell.text for cell in _cells(row) if cell.text]
    return len(_columns(row)) >= len(NEEDED) or (len(texts) > 1 and all(map(_ORDINALS.match, texts)))


def _goes_on(row: Row, cells: Columns) -> bool:
    """The end of a title that a new page cut off from its row."""
    others = any(cell.text for name, cell in cells.items() if name != "title")
    return not others and row.alone is None and cells["title"].text[:1].islower()


def _section(row: Row, cells: Columns) -> str:
    """The title of a section: the row's only text, or a number and a title with neither executor nor deadline."""
    if row.alone is not None:
        return split_number(row.alone.line)[1] or row.alone.line
    number = cells["number"].line.rstrip(".") if "number" in cells else ""
    others = any(cell.text for name, cell in cells.items() if name not in ("number", "title"))
    if others or not cells["title"].text or "." in number:
        return ""
    return split_number(cells["title"].line)[1] or cells["title"].line


def _row(cells: Mapping[str, Cell], columns: Columns, section: str) -> SheetRow:
    title = cells["title"].paragraphs
    number = cells["number"].line if "number" in cells else ""
    if not number:
        number, title = split_number(title)
    place = next(cell.place for cell in cells.values() if cell.text)
    if not title:
        raise PlanCellEmpty(table=place.table, row=place.row, column=columns["title"].place.column)
    for cell in cells.values():
        if len(cell.text) > CELL_LIMIT:
            raise PlanCellTooLong(**cell.place.data, limit=CELL_LIMIT)
    return SheetRow(
        section=section,
        number=number.rstrip(".").strip()[:NUMBER_LIMIT],
        title=title,
        executors=cells["executors"].line,
        deadline=cells["deadline"].line,
        result=cells["result"].paragraphs if "result" in cells else "",
        place=f"{cells['title'].place.table}:{cells['title'].place.row}",
    )


def _missing(contents: Contents) -> PlanColumnMissing:
    """Which column is not there, in the row that looks most like a head."""
    rows = [(len(_columns(row)), table.name, row) for table in contents.tables for row in table.rows[:30]]
    best = max(rows, key=lambda one: one[0])
    known = _columns(best[2])
    column = next(name for name in NEEDED if name not in known)
    return PlanColumnMissing(column=column, table=best[1], row=best[2].number)


def _title(above: Sequence[str]) -> str:
    """«План работы …» with the lines that go on with it, up to the year."""
    start = next((n for n, text in enumerate(above) if PLAN.search(text)), None)
    if start is None:
        return ""
    title = ""
    for text in above[start : start + 4]:
        if AFTER_TITLE.match(text):
            break
        title = f"{title} {text}".strip()
        if period_of(title):
            break
    return calmed(" ".join(title.split()))[:TITLE_LIMIT]
