"""The expert sheet as a file: «Экспертный лист для оценки программы».

The layout is that of the source form (report of 2021/2022, slides 14–16): five columns (№, criterion, norm, verdict,
remark) with a row across the table for each section; above it whose sheet it is, below it the place for a signature.
Both forms are made of one `PrintedSheet`, so they cannot differ in content. The functions are pure and
synchronous, tens of milliseconds each: call them through `documents.worker`.
"""

from dataclasses import asdict

from documents.expert_sheet_docx import sheet_docx
from documents.expert_sheet_input import ExpertSheet, SheetCounts, SheetRow, SheetSection
from documents.expert_sheet_print import printed
from documents.typesetting import typeset_pdf
from documents.words import Words

__all__ = ["ExpertSheet", "SheetCounts", "SheetRow", "SheetSection", "render_docx", "render_pdf"]

_TEMPLATE = "expert_sheet"


def render_docx(sheet: ExpertSheet, words: Words) -> bytes:
    """The sheet as a DOCX file, which a secretary can edit; the same input gives the same bytes."""
    return sheet_docx(printed(sheet, words), made_at=sheet.made_at)


def render_pdf(sheet: ExpertSheet, words: Words) -> bytes:
    """The sheet as a PDF/A-2u file to sign and archive; the same input gives the same bytes."""
    return typeset_pdf(_TEMPLATE, asdict(printed(sheet, words)), sheet.made_at)
