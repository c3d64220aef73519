"""An expert sheet as an XLSX to fill in: a row a section, a row a criterion."""

from collections.abc import Sequence

from documents.spreadsheet import Column, Table, render_xlsx

_WIDTHS = (8, 70, 12, 24, 12, 36)


def render_template(
    title: str, hints: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[str]], name: str
) -> bytes:
    """The sheet with its title and hints above the table; `name` is the tab's."""
    columns = [Column(words, width) for words, width in zip(header, _WIDTHS, strict=True)]
    return render_xlsx([Table(name, columns, rows, heading=[title, *hints], frozen=0)], title=title)
