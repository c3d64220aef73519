"""The protocol of a session in the customary form: heard, assessed, resolved; a draft until it is signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cluster.evaluation.outcome import Standing
from cluster.evaluation.protocol import (
    PrintedProgramme,
    PrintedRemark,
    PrintedSheet,
    PrintedStanding,
    ProtocolContent,
)
from documents.report import (
    Block,
    Grid,
    Heading,
    Line,
    Paragraph,
    Report,
    Signatures,
    render_report_docx,
    render_report_pdf,
)
from handlers.engine import Attachment
from handlers.evaluation import words
from handlers.evaluation.printed_words import hidden_blocks, name_of, names_in, outcome_words, resolved
from locales import Translator
from services.evaluation import ProtocolPaper, SessionReport

_SUMMARY_WIDTHS = (10, 105, 17, 48)
_CRITERIA_WIDTHS = (12, 50, 32, 56, 30)
_PRINTED = ("soft", "hard")  # conflicts of which a protocol speaks


@dataclass(frozen=True)
class Printing:
    """Words, content and the names that go with it: what each part of a protocol is printed from."""

    t: Translator
    content: ProtocolContent
    names: Mapping[int, str]

    def expert(self, sheet: PrintedSheet) -> str:
        """The expert with the enterprise."""
        name = self.name(sheet.assignment)
        return f"{name} ({sheet.enterprise})" if sheet.enterprise else name

    def name(self, assignment: int) -> str:
        """The expert's name."""
        return self.names.get(assignment) or self.t.plain("reports-expert-gone")


def draft_files(t: Translator, report: SessionReport) -> list[Attachment]:
    """The draft as DOCX and PDF; takes up to a second: call it through the document worker."""
    printing = Printing(t, report.content, names_in(report))
    session = report.session
    made = Report(
        **frame(t, printing.content),
        title=t.plain("reports-protocol-title"),
        subtitle=t.plain("reports-protocol-of", title=session.title),
        mark=t.plain("reports-protocol-draft", at=t.moment(report.made_at)),
        dateline=(words.days(t, session.starts_on, session.ends_on), ""),
        requisites=_requisites(printing, report.chair),
        blocks=(*hidden_blocks(t, report.hidden), *_body(printing), _signatures(t, report.chair)),
        footer=t.plain("reports-protocol-footer", title=session.title, at=t.moment(report.made_at)),
    )
    name = t.plain("reports-file-protocol-draft", day=session.ends_on.isoformat())
    return [
        Attachment(render_report_docx(made, report.made_at), f"{name}.docx"),
        Attachment(render_report_pdf(made, report.made_at), f"{name}.pdf"),
    ]


def signed_files(t: Translator, paper: ProtocolPaper) -> list[Attachment]:
    """What was signed as DOCX and PDF; the same bytes every time, unless somebody's name is a code by now."""
    made = signed_protocol(t, paper)
    name = t.plain("reports-file-protocol", code=paper.protocol.code)
    return [
        Attachment(render_report_docx(made, paper.made_at), f"{name}.docx"),
        Attachment(render_report_pdf(made, paper.made_at), f"{name}.pdf"),
    ]


def signed_protocol(t: Translator, paper: ProtocolPaper) -> Report:
    """The signed protocol's content in the reader's language."""
    printing, content = Printing(t, paper.content, paper.names), paper.content
    return Report(
        **frame(t, content),
        title=t.plain("reports-protocol-numbered", code=paper.protocol.code),
        subtitle=t.plain("reports-protocol-of", title=content.title),
        dateline=(signed_day(t, paper), ""),
        requisites=_requisites(printing, paper.signer),
        blocks=(*left_out(t, paper), *_body(printing), *signature_blocks(t, paper)),
        footer=t.plain("reports-protocol-footer-signed", code=paper.protocol.code, day=signed_day(t, paper)),
    )


def frame(t: Translator, content: ProtocolContent) -> dict[str, str]:
    """What all documents of a session share."""
    return {
        "language": t.plain("documents-language"),
        "heading": content.cluster,
        "subject": content.title,
        "page": t.plain("documents-page", page="{page}", pages="{pages}"),
        "glyph_note": t.plain("documents-glyph-note"),
    }


def signed_day(t: Translator, paper: ProtocolPaper) -> str:
    """The day of the signature, in the cluster's zone."""
    return t.day(paper.protocol.signed_at.astimezone(ZoneInfo(paper.zone)).date())


def left_out(t: Translator, paper: ProtocolPaper) -> Iterator[Block]:
    """That programmes were left out for this reader."""
    if paper.hidden:
        yield Paragraph(t.plain("reports-hidden-note", count=paper.hidden), bold=True)


def signature_blocks(t: Translator, paper: ProtocolPaper) -> Iterator[Block]:
    """Who signed in the bot and when, then the rules for a signature on paper."""
    local = paper.protocol.signed_at.astimezone(ZoneInfo(paper.zone))
    at = f"{t.day(local.date())}, {local:%H:%M}"
    yield Paragraph(t.plain("reports-signed-in-bot", name=paper.signer, at=at, code=paper.protocol.code), kept=True)
    yield _signatures(t, paper.signer)


def _signatures(t: Translator, chair: str) -> Signatures:
    hints = ("documents-signature-hint", "documents-signature-name-hint", "documents-signature-date-hint")
    return Signatures(
        (Line(t.plain("reports-sign-chair"), chair), Line(t.plain("reports-sign-secretary"), "")),
        (t.plain(hints[0]), t.plain(hints[1]), t.plain(hints[2])),
    )


def _requisites(printing: Printing, chair: str) -> tuple[Line, ...]:
    t, content = printing.t, printing.content
    values = (
        ("reports-label-days", words.days(t, content.starts_on, content.ends_on)),
        ("reports-label-chair", chair),
        ("reports-label-sheet", t.plain("reports-sheet", title=content.sheet, count=len(content.criteria))),
        ("reports-label-signed", str(sum(one.counting for one in content.programmes))),
        ("reports-label-minimum", str(content.minimum)),
    )
    return tuple(Line(t.plain(key), value) for key, value in values)


def _body(printing: Printing) -> Iterator[Block]:
    t, content = printing.t, printing.content
    yield from _present(printing)
    yield Heading(t.plain("reports-head-agenda"))
    yield Paragraph(t.plain("reports-agenda"), kept=True)
    yield _summary(t, content.programmes)
    yield Heading(t.plain("reports-head-programmes"))
    for number, programme in enumerate(content.programmes, start=1):
        yield from programme_blocks(printing, programme, number)
    yield from _agreement(printing)
    yield from conflict_blocks(printing, content.programmes)


def _present(printing: Printing) -> Iterator[Block]:
    t, programmes = printing.t, printing.content.programmes
    experts = dict.fromkeys(printing.expert(sheet) for one in programmes for sheet in one.sheets)
    colleges = dict.fromkeys(one.college for one in programmes if one.title is not None)
    for key, names in (("reports-head-experts", list(experts)), ("reports-head-colleges", list(colleges))):
        if names:
            yield Heading(t.plain(key), level=2)
            yield Paragraph("\n".join(f"{place}. {name}" for place, name in enumerate(names, start=1)))


def _summary(t: Translator, programmes: Sequence[PrintedProgramme]) -> Grid:
    rows = tuple(
        (
            str(number),
            f"{name_of(t, one)}\n{one.college}",
            "" if one.title is None else str(one.counting),
            outcome_words(t, one),
        )
        for number, one in enumerate(programmes, start=1)
    )
    keys = ("number", "programme", "sheets", "outcome")
    return Grid(tuple(t.plain(f"reports-column-{key}") for key in keys), _SUMMARY_WIDTHS, rows, (0, 2))


def programme_blocks(printing: Printing, programme: PrintedProgramme, number: int) -> Iterator[Block]:
    """One programme: what was heard, whose sheets there are, remarks, what was resolved."""
    t = printing.t
    yield Heading(f"{number}. {name_of(t, programme)}", level=2)
    employer = t.plain("reports-employer", employer=programme.employer) if programme.employer else ""
    heard = "\n".join(part for part in (programme.college, employer) if part)
    yield Paragraph(heard, label=t.plain("reports-heard") if programme.title else "", kept=True)
    if programme.title is not None:
        lines = [_sheet_line(printing, sheet) for sheet in programme.sheets]
        assessed = "; ".join(lines) or t.plain("reports-no-sheets")
        yield Paragraph(assessed, label=t.plain("reports-assessed"), kept=True)
        yield from _remarks(printing, programme)
        yield from _rechecked(printing, programme)
    yield Paragraph(resolved(t, programme), label=t.plain("reports-resolved"))
    if programme.outcome is not None:
        if programme.to_fix:
            numbers = ", ".join(printing.content.criterion(key).number for key in programme.to_fix)
            yield Paragraph(t.plain("reports-to-fix", numbers=numbers, count=len(programme.to_fix)))
        if programme.words:
            yield Paragraph(t.plain("reports-decision-words", words=programme.words))


def _sheet_line(printing: Printing, sheet: PrintedSheet) -> str:
    key = "reports-expert-line" if sheet.counts else "reports-expert-line-aside"
    return printing.t.plain(key, expert=printing.expert(sheet), code=sheet.code)


def _remarks(printing: Printing, programme: PrintedProgramme) -> Iterator[Block]:
    t, rows = printing.t, tuple(_criterion_rows(printing, programme))
    if rows:
        keys = ("criterion-number", "criterion", "verdicts", "remarks", "ruling")
        yield Grid(tuple(t.plain(f"reports-column-{key}") for key in keys), _CRITERIA_WIDTHS, rows, (0,))
    elif programme.counting:
        yield Paragraph(t.plain("reports-no-remarks"), kept=True)


def _criterion_rows(printing: Printing, programme: PrintedProgramme) -> Iterator[tuple[str, ...]]:
    """Criteria on which something was said besides «соответствует»."""
    t = printing.t
    for said in programme.said:
        not_assessed = said.standing is Standing.NOT_ASSESSED and programme.counting > 0
        if not (said.remarks or said.ruling or not_assessed or said.standing in (Standing.FAILS, Standing.SPLIT)):
            continue
        criterion = printing.content.criterion(said.key)
        ruled = f"{words.verdict(t, said.ruling[0])}: {said.ruling[1]}" if said.ruling else ""
        spoken = "\n".join(_remark(printing, remark) for remark in said.remarks)
        yield criterion.number, criterion.text, _verdicts(t, said), spoken, ruled


def _verdicts(t: Translator, said: PrintedStanding) -> str:
    """«соответствует: 3», «не соответствует: 1» in lines; what nobody said is left out."""
    return "\n".join(f"{words.verdict(t, verdict)}:\u00a0{count}" for verdict, count in said.verdicts)


def _remark(printing: Printing, remark: PrintedRemark) -> str:
    t = printing.t
    files = t.plain("reports-remark-files", count=remark.evidence) if remark.evidence else ""
    text = " ".join(part for part in (remark.text, files) if part)
    key = "reports-remark-withdrawn" if remark.withdrawn else "reports-remark"
    return t.plain(key, expert=printing.name(remark.assignment), text=text)


def _rechecked(printing: Printing, programme: PrintedProgramme) -> Iterator[Block]:
    """What the experts found when they looked at the corrections."""
    t, found, remarks = printing.t, [], []
    for one in programme.rechecked:
        said = [(t.plain(f"evaluation-rechecked-{verdict.value.replace('_', '-')}"), n) for verdict, n in one.verdicts]
        counted = ", ".join(f"{verdict}\u00a0—\u00a0{count}" for verdict, count in said)
        found.append(f"{printing.content.criterion(one.key).number}: {counted}")
        remarks += [t.plain("reports-remark", expert=printing.name(who), text=text) for who, text in one.remarks]
    if found:
        yield Paragraph("\n".join(["; ".join(found), *remarks]), label=t.plain("reports-rechecked"), kept=True)


def _agreement(printing: Printing) -> Iterator[Block]:
    """How far experts agreed; criteria they understand differently are named."""
    t, found = printing.t, printing.content.agreement
    if found is None:
        return
    yield Heading(t.plain("reports-head-agreement"))
    share = t.number(round(found.pairs * 100, 1))
    if found.alpha is None:
        yield Paragraph(t.plain("reports-agreement-pairs", share=share))
    else:
        yield Paragraph(t.plain("reports-agreement-alpha", share=share, alpha=t.number(round(found.alpha, 2))))
    unclear = [printing.content.criterion(key) for key in found.unclear]
    if unclear:
        yield Paragraph(t.plain("reports-agreement-unclear", count=len(unclear)), kept=True)
        yield Paragraph("\n".join(f"{one.number}. {one.text}" for one in unclear))


def conflict_blocks(printing: Printing, programmes: Sequence[PrintedProgramme]) -> Iterator[Block]:
    """Soft conflicts by expert and programme, and sheets set aside for a hard one; or that nobody declared any."""
    t, found = printing.t, [(one, sheet) for one in programmes for sheet in one.sheets if sheet.conflict in _PRINTED]
    yield Heading(t.plain("reports-head-conflicts"))
    for programme, sheet in found:
        key = f"reports-conflict-{sheet.conflict}"
        yield Paragraph(t.plain(key, expert=printing.expert(sheet), programme=name_of(t, programme)))
    if not found:
        yield Paragraph(t.plain("reports-conflict-none"))
