"""Reports: documents of headings, paragraphs and tables, as DOCX and PDF of one content.

Protocols, amendments and brochures are put together from the same few blocks, so they look alike and a new one needs
no new layout. Texts go in as people typed them and are cleaned here. Call the functions through `documents.worker`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from documents.report_docx import report_docx
from documents.report_model import Block, Grid, Heading, Line, Paragraph, Report, Signatures
from documents.text import clean, one_line, shortened
from documents.typesetting import typeset_pdf

__all__ = [
    "Block",
    "Grid",
    "Heading",
    "Line",
    "Paragraph",
    "Report",
    "Signatures",
    "render_report_docx",
    "render_report_pdf",
]

Json: TypeAlias = dict[str, Any]
_CODE_LIMIT = 60


def render_report_docx(report: Report, made_at: datetime) -> bytes:
    """The report as a DOCX file; the same input gives the same bytes."""
    return report_docx(_cleaned(report), made_at)


def render_report_pdf(report: Report, made_at: datetime) -> bytes:
    """The report as a PDF/A-2u file; the same input gives the same bytes."""
    cleaned = _cleaned(report)
    data: Json = {
        "language": cleaned.language,
        "heading": cleaned.heading,
        "title": cleaned.title,
        "subject": cleaned.subject,
        "subtitle": cleaned.subtitle,
        "mark": cleaned.mark,
        "dateline": list(cleaned.dateline),
        "requisites": [[line.label, line.value] for line in cleaned.requisites],
        "blocks": [_block(block) for block in cleaned.blocks],
        "footer": cleaned.footer,
        "page": cleaned.page,
        "glyph_note": cleaned.glyph_note,
    }
    return typeset_pdf("report", data, made_at)


def _block(block: Block) -> Json:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level, "fresh": block.fresh_page}
        case Paragraph():
            return {
                "kind": "paragraph",
                "text": block.text,
                "bold": block.bold,
                "small": block.small,
                "kept": block.kept,
                "label": block.label,
            }
        case Grid():
            return {
                "kind": "grid",
                "columns": list(block.columns),
                "widths": list(block.widths_mm),
                "rows": [list(row) for row in block.rows],
                "centred": list(block.centred),
            }
        case Signatures():
            return {
                "kind": "signatures",
                "lines": [[line.label, line.value] for line in block.lines],
                "hints": list(block.hints),
            }


def _cleaned(report: Report) -> Report:
    return replace(
        report,
        heading=one_line(report.heading),
        title=one_line(report.title),
        subject=one_line(report.subject),
        subtitle=one_line(report.subtitle),
        mark=one_line(report.mark),
        dateline=(one_line(report.dateline[0]), one_line(report.dateline[1])),
        requisites=tuple(_line(line) for line in report.requisites if one_line(line.value)),
        blocks=tuple(_clean_block(block) for block in report.blocks),
        footer=shortened(report.footer, _CODE_LIMIT * 2),
    )


def _clean_block(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, text=one_line(block.text))
        case Paragraph():
            return replace(block, text=clean(block.text).strip(), label=one_line(block.label))
        case Grid():
            rows = tuple(_texts(row) for row in block.rows)
            return replace(block, columns=_texts(block.columns), rows=rows)
        case Signatures():
            return replace(block, lines=tuple(_line(line) for line in block.lines))


def _line(line: Line) -> Line:
    return Line(one_line(line.label), one_line(line.value))


def _texts(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(clean(text).strip() for text in texts)
