"""Reads produced files back with libraries that did not make them."""

import io
import re
from dataclasses import asdict, dataclass

from docx import Document
from pypdf import PdfReader

from documents.expert_sheet import ExpertSheet
from documents.expert_sheet_print import printed
from documents.typesetting import typeset_png
from locales import Texts

WORDS = Texts().for_locale("ru").plain
ENGLISH = Texts().for_locale("en").plain


@dataclass(frozen=True)
class Sheet:
    """What a person would copy from the DOCX: pairs above the table, section titles, rows of five texts."""

    requisites: dict[str, str]
    columns: list[str]
    sections: list[str]
    rows: list[list[str]]
    paragraphs: list[str]
    signature: list[list[str]]
    footer: str

    def row(self, number: str) -> list[str]:
        return next(row for row in self.rows if row[0] == number)


def read_docx(file: bytes) -> Sheet:
    document = Document(io.BytesIO(file))
    requisites, criteria = document.tables
    *body, closing = criteria.rows
    (signature,) = closing.cells[0].tables
    lines = [[cell.text for cell in row.cells] for row in body]
    merged = [len({id(cell._tc) for cell in row.cells}) == 1 for row in body]
    return Sheet(
        requisites={row.cells[0].text: row.cells[1].text for row in requisites.rows},
        columns=lines[0],
        sections=[line[0] for line, across in zip(lines, merged, strict=True) if across],
        rows=[line for line, across in zip(lines[1:], merged[1:], strict=True) if not across],
        paragraphs=[paragraph.text for paragraph in (*document.paragraphs, *closing.cells[0].paragraphs)],
        signature=[[cell.text for cell in row.cells] for row in signature.rows],
        footer=document.sections[0].footer.paragraphs[0].text,
    )


def read_pdf(file: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


def pictures(sheet: ExpertSheet, width_px: int) -> list[bytes]:
    """The pages of the PDF as they look."""
    return typeset_png("expert_sheet", asdict(printed(sheet, WORDS)), sheet.made_at, width_px)


def squashed(text: str) -> str:
    """`text` without what typesetting may add or move: spaces, line ends, hyphens, break opportunities."""
    return re.sub("[\\s\\-\u00ad\u2010\u200b]", "", text)
