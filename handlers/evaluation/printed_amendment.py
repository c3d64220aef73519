"""An amendment to a signed protocol: why, what was and what is, and the changed programmes as they read now."""

from collections.abc import Iterator

from cluster.evaluation.protocol import Change, PrintedProgramme
from documents.report import Block, Grid, Heading, Line, Paragraph, Report, render_report_docx, render_report_pdf
from handlers.engine import Attachment
from handlers.evaluation.printed_protocol import (
    Printing,
    conflict_blocks,
    frame,
    left_out,
    programme_blocks,
    signature_blocks,
    signed_day,
)
from handlers.evaluation.printed_words import name_of, outcome_words
from locales import Translator
from services.evaluation import ProtocolPaper

_CHANGE_WIDTHS = (10, 60, 55, 55)


def amendment_files(t: Translator, paper: ProtocolPaper) -> list[Attachment]:
    """The amendment as DOCX and PDF; call it through the document worker."""
    made = amendment(t, paper)
    name = t.plain("reports-file-amendment", code=paper.protocol.code)
    return [
        Attachment(render_report_docx(made, paper.made_at), f"{name}.docx"),
        Attachment(render_report_pdf(made, paper.made_at), f"{name}.pdf"),
    ]


def amendment(t: Translator, paper: ProtocolPaper) -> Report:
    """The amendment's content in the reader's language."""
    original, number = paper.original, paper.protocol.number
    return Report(
        **frame(t, paper.content),
        title=t.plain("reports-amendment-title", number=number),
        subtitle=t.plain("reports-amendment-to", title=paper.content.title),
        dateline=(signed_day(t, paper), t.plain("reports-numbered", code=paper.protocol.code)),
        requisites=(
            Line(t.plain("reports-label-protocol"), t.plain("reports-numbered", code=original.code)),
            Line(t.plain("reports-label-chair"), paper.signer),
        ),
        blocks=tuple(_blocks(Printing(t, paper.content, paper.names), paper)),
        footer=t.plain("reports-amendment-footer", code=paper.protocol.code, number=number, protocol=original.code),
    )


def _blocks(printing: Printing, paper: ProtocolPaper) -> Iterator[Block]:
    t = printing.t
    yield from left_out(t, paper)
    yield Paragraph(paper.protocol.reason or "", label=t.plain("reports-amendment-reason"))
    yield Heading(t.plain("reports-head-changes"))
    rows = tuple(
        (str(place), _named(t, change), _was(printing, change), _is(printing, change))
        for place, change in enumerate(paper.changes, start=1)
    )
    keys = ("number", "programme", "was", "is")
    yield Grid(tuple(t.plain(f"reports-column-{key}") for key in keys), _CHANGE_WIDTHS, rows, (0,))
    now = [change.after for change in paper.changes if change.after is not None]
    if now:
        yield Heading(t.plain("reports-head-new-reading", count=len(now)))
        for place, programme in enumerate(now, start=1):
            yield from programme_blocks(printing, programme, place)
        if any(sheet.conflict in ("soft", "hard") for programme in now for sheet in programme.sheets):
            yield from conflict_blocks(printing, now)
    yield Paragraph(t.plain("reports-amendment-rest"), kept=True)
    yield from signature_blocks(t, paper)


def _named(t: Translator, change: Change) -> str:
    shown = change.after or change.before
    assert shown is not None
    return f"{name_of(t, shown)}\n{shown.college}"


def _was(printing: Printing, change: Change) -> str:
    return _facts(printing, change.before, change.after)


def _is(printing: Printing, change: Change) -> str:
    return _facts(printing, change.after, change.before)


def _facts(printing: Printing, one: PrintedProgramme | None, other: PrintedProgramme | None) -> str:
    """The resolution, and whatever else differs between the two readings."""
    t = printing.t
    if one is None:
        return t.plain("reports-change-none")
    facts = [outcome_words(t, one)]
    if other is not None:
        if _codes(one) != _codes(other):
            facts.append(t.plain("reports-change-sheets", codes=", ".join(_codes(one)) or "—"))
        if one.to_fix != other.to_fix and one.to_fix:
            numbers = ", ".join(printing.content.criterion(key).number for key in one.to_fix)
            facts.append(t.plain("reports-change-to-fix", numbers=numbers))
        if one.remarks != other.remarks:
            facts.append(t.plain("reports-change-remarks", count=one.remarks))
        if one.words != other.words and one.words:
            facts.append(t.plain("reports-decision-words", words=one.words))
    return "\n".join(facts)


def _codes(programme: PrintedProgramme) -> list[str]:
    return [sheet.code for sheet in programme.sheets if sheet.counts]
