"""The template of a college's list of interns, and what is wrong with a list that was sent, as XLSX."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter

from documents.text import clean, shortened

ROWS = 500
LINE, CHARACTERS = 15, 90
"""Height of a line in points, and how many characters surely fit into one of the explanation."""


@dataclass(frozen=True, slots=True)
class Template:
    """What the template says, in the reader's language.

    Args:
        titles: of the columns, in order.
        hints: what belongs into each, shown when its header is touched.
        choices: first and last column (from 0) in which one of `values` belongs, offered as a list.
        values: names to choose from.
        sheet, help_sheet: names of the tabs.
        help_lines: how it is filled, a line each.
    """

    titles: Sequence[str]
    hints: Sequence[str]
    choices: tuple[int, int]
    values: Sequence[str]
    sheet: str
    help_sheet: str
    help_lines: Sequence[str]


def list_template(template: Template) -> bytes:
    """An empty list with its header, hints and choices; a second sheet explains it."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#DDE7F2"})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(template.sheet)
        for number, title in enumerate(template.titles):
            sheet.write_string(0, number, clean(title), header)
            sheet.set_column(number, number, 20, text)
            sheet.write_comment(0, number, clean(template.hints[number]), {"x_scale": 2})
        sheet.set_row(0, 48)
        sheet.freeze_panes(1, 1)
        known = book.add_worksheet(shortened(f"{template.help_sheet} 2", 31))
        for number, value in enumerate(template.values):
            known.write_string(number, 0, clean(value))
        known.hide()
        if template.values:
            first, last = template.choices
            source = f"='{known.get_name()}'!$A$1:$A${len(template.values)}"
            rule = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, first, ROWS, last, rule)
        explained = book.add_worksheet(template.help_sheet)
        explained.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
        for number, line in enumerate(template.help_lines):
            explained.write_string(number, 0, clean(line))
            explained.set_row(number, LINE * -(-len(line) // CHARACTERS))
        for one in (sheet, explained):
            one.set_landscape()
            one.fit_to_pages(1, 0)
    return buffer.getvalue()
