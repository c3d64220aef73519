"""Minutes of a meeting (протокол заседания) in the customary Russian form, as DOCX and PDF."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Mm, Pt

from documents.text import clean, one_line
from documents.typesetting import typeset_pdf
from documents.wordprocessing import (
    CENTER,
    LEFT,
    Properties,
    add_table,
    file_of,
    keep_whole,
    new_document,
    pad_cells,
    rule_under,
    write,
    write_cell,
    write_footer,
)
from documents.words import Words

_KEPT_WITH_SIGNATURES = 4  # paragraphs, the empty one included
_SIGNATURE_WIDTHS = (38.0, 50.0, 4.0, 86.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """One item: its title, what was heard, the vote in words, decisions in words; `note` says there was no quorum."""

    title: str
    speaker: str
    heard: str
    votes: str
    note: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Everything printed. Texts are as people typed them, dates and votes in the reader's language.

    `subtitle` is «заседания Экспертного совета». `present` and `absent` are lines «организация: имя, должность».
    `draft` marks minutes nobody signed yet.
    `made_at` (aware) goes into the properties of the file.
    """

    cluster: str
    number: str
    council: str
    subtitle: str
    day: str
    place: str
    chair: str
    secretary: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    quorum: str
    agenda: tuple[str, ...]
    items: tuple[MinutesItem, ...]
    amendments: tuple[str, ...]
    draft: bool
    made_at: datetime


def render_docx(minutes: Minutes, words: Words) -> bytes:
    """The minutes as DOCX, to be edited and signed."""
    title = words("documents-minutes-title", number=one_line(minutes.number))
    properties = Properties(
        title=f"{title}, {one_line(minutes.council)}",
        author=one_line(minutes.cluster),
        subject=one_line(minutes.day),
        language=words("documents-language"),
        made_at=minutes.made_at,
    )
    document = new_document(properties, size_pt=12)
    _heading(document, minutes, words, title)
    _people(document, minutes, words)
    _agenda(document, minutes, words)
    for number, item in enumerate(minutes.items, start=1):
        _item(document, number, item, words)
    _amendments(document, minutes, words)
    _signatures(document, minutes, words)
    write_footer(
        document,
        one_line(f"{title} · {minutes.council} · {minutes.day}"),
        words("documents-page", page="{page}", pages="{pages}"),
    )
    return file_of(document)


def render_pdf(minutes: Minutes, words: Words) -> bytes:
    """The minutes as PDF/A, to be printed."""
    return typeset_pdf("minutes", _data(minutes, words), minutes.made_at)


def _heading(document: DocxDocument, minutes: Minutes, words: Words, title: str) -> None:
    write(document.add_paragraph(), one_line(minutes.cluster), size_pt=10, align=CENTER)
    write(document.add_paragraph(), title, size_pt=14, bold=True, align=CENTER).paragraph_format.space_before = Pt(6)
    write(document.add_paragraph(), one_line(minutes.subtitle), bold=True, align=CENTER)
    if minutes.draft:
        write(document.add_paragraph(), words("documents-minutes-draft"), size_pt=10, align=CENTER)
    line = add_table(document, 1, (60.0, 118.0), ruled=False)
    pad_cells(line, top_mm=2, side_mm=0.5)
    write_cell(line.rows[0].cells[0], one_line(minutes.day), size_pt=12, align=LEFT)
    write_cell(line.rows[0].cells[1], one_line(minutes.place), size_pt=12, align=LEFT)


def _people(document: DocxDocument, minutes: Minutes, words: Words) -> None:
    for key, name in (("documents-minutes-chair", minutes.chair), ("documents-minutes-secretary", minutes.secretary)):
        if name:
            write(document.add_paragraph(), f"{words(key)}: {one_line(name)}")
    for key, listed in (
        ("documents-minutes-present", minutes.present),
        ("documents-minutes-absent", minutes.absent),
    ):
        if listed:
            _label(document, words(key))
            for number, line in enumerate(listed, start=1):
                _indented(document, f"{number}. {one_line(line)}")
    write(document.add_paragraph(), one_line(minutes.quorum)).paragraph_format.space_before = Pt(6)


def _agenda(document: DocxDocument, minutes: Minutes, words: Words) -> None:
    _label(document, words("documents-minutes-agenda"))
    for number, line in enumerate(minutes.agenda, start=1):
        _indented(document, f"{number}. {clean(line)}")


def _item(document: DocxDocument, number: int, item: MinutesItem, words: Words) -> None:
    heading = document.add_paragraph()
    heading.paragraph_format.space_before = Pt(10)
    heading.paragraph_format.keep_with_next = True
    write(heading, f"{number}. {words('documents-minutes-heard')}: ", bold=True)
    write(heading, clean(item.title))
    if item.speaker:
        _indented(document, words("documents-minutes-speaker", name=one_line(item.speaker)))
    if item.heard:
        _indented(document, clean(item.heard))
    if item.votes:
        voted = document.add_paragraph()
        write(voted, f"{words('documents-minutes-voted')}: ", bold=True)
        write(voted, one_line(item.votes))
    if item.decisions:
        _label(document, words("documents-minutes-decided"))
        for place, decision in enumerate(item.decisions, start=1):
            _indented(document, f"{number}.{place}. {clean(decision)}")
    if item.note:
        write(document.add_paragraph(), one_line(item.note), size_pt=10.5)


def _amendments(document: DocxDocument, minutes: Minutes, words: Words) -> None:
    if minutes.amendments:
        _label(document, words("documents-minutes-amendments"))
        for number, text in enumerate(minutes.amendments, start=1):
            _indented(document, f"{number}. {clean(text)}")


def _signatures(document: DocxDocument, minutes: Minutes, words: Words) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(14)
    for paragraph in document.paragraphs[-_KEPT_WITH_SIGNATURES:]:  # signatures alone on a page prove nothing
        paragraph.paragraph_format.keep_with_next = True
    table = add_table(document, 4, _SIGNATURE_WIDTHS, ruled=False)
    pad_cells(table, top_mm=0.5, side_mm=0.5)
    people = (("documents-minutes-chair", minutes.chair), ("documents-minutes-secretary", minutes.secretary))
    for place, (key, name) in enumerate(people):
        line, under = table.rows[2 * place], table.rows[2 * place + 1]
        keep_whole(line)
        line.height = Mm(12)
        for cell in line.cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        write_cell(line.cells[0], words(key), size_pt=12, align=LEFT)
        write_cell(line.cells[3], one_line(name), size_pt=12, align=CENTER)
        for position, hint in ((1, "documents-signature-hint"), (3, "documents-signature-name-hint")):
            rule_under(line.cells[position])
            write_cell(under.cells[position], words(hint), size_pt=8, align=CENTER)


def _label(document: DocxDocument, text: str) -> None:
    paragraph = write(document.add_paragraph(), text, bold=True)
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True


def _indented(document: DocxDocument, text: str) -> None:
    write(document.add_paragraph(), text).paragraph_format.left_indent = Mm(8)


def _data(minutes: Minutes, words: Words) -> dict[str, Any]:
    """What the template prints: the same texts in the same order."""
    people = (("documents-minutes-chair", minutes.chair), ("documents-minutes-secretary", minutes.secretary))
    return {
        "language": words("documents-language"),
        "heading": one_line(minutes.cluster),
        "title": words("documents-minutes-title", number=one_line(minutes.number)),
        "subtitle": one_line(minutes.subtitle),
        "subject": one_line(minutes.council),
        "draft": words("documents-minutes-draft") if minutes.draft else "",
        "day": one_line(minutes.day),
        "place": one_line(minutes.place),
        "people": [[words(key), one_line(name)] for key, name in people],
        "present_label": words("documents-minutes-present"),
        "present": [one_line(line) for line in minutes.present],
        "absent_label": words("documents-minutes-absent"),
        "absent": [one_line(line) for line in minutes.absent],
        "quorum": one_line(minutes.quorum),
        "agenda_label": words("documents-minutes-agenda"),
        "agenda": [clean(line) for line in minutes.agenda],
        "heard_label": words("documents-minutes-heard"),
        "voted_label": words("documents-minutes-voted"),
        "decided_label": words("documents-minutes-decided"),
        "items": [
            {
                "title": clean(item.title),
                "speaker": words("documents-minutes-speaker", name=one_line(item.speaker)) if item.speaker else "",
                "heard": clean(item.heard),
                "votes": one_line(item.votes),
                "note": one_line(item.note),
                "decisions": [clean(text) for text in item.decisions],
            }
            for item in minutes.items
        ],
        "amendments_label": words("documents-minutes-amendments"),
        "amendments": [clean(text) for text in minutes.amendments],
        "hints": [words("documents-signature-hint"), words("documents-signature-name-hint")],
        "footer": one_line(
            f"{words('documents-minutes-title', number=one_line(minutes.number))} · {minutes.council} · {minutes.day}"
        ),
        "page": words("documents-page", page="{page}", pages="{pages}"),
        "glyph_note": words("documents-glyph-note"),
    }
