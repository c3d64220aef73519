"""The protocol of a session: outcomes, every remark, the chair's words, soft conflicts; as DOCX and PDF."""

from collections.abc import Iterator, Sequence

from cluster.evaluation.agreement import Clarity, of_criteria, overall
from cluster.evaluation.outcome import Outcome, Remark, Standing, Tally
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.sheet import Criterion
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
from locales import Translator
from services.evaluation import SessionReport
from services.evaluation.results import ProgrammeResult
from storage.evaluation_reports import ReportExpert

_SUMMARY_WIDTHS = (10, 105, 17, 48)
_CRITERIA_WIDTHS = (12, 52, 30, 56, 30)


def protocol_files(t: Translator, report: SessionReport) -> list[Attachment]:
    """The protocol as DOCX and PDF; takes up to a second: call it through the document worker."""
    made = protocol(t, report)
    name = t.plain("reports-file-protocol", day=report.session.ends_on.isoformat())
    return [
        Attachment(render_report_docx(made, report.made_at), f"{name}.docx"),
        Attachment(render_report_pdf(made, report.made_at), f"{name}.pdf"),
    ]


def protocol(t: Translator, report: SessionReport) -> Report:
    """The protocol's content in the reader's language."""
    session = report.session
    requisites = (
        ("reports-label-session", session.title),
        ("reports-label-days", words.days(t, session.starts_on, session.ends_on)),
        ("reports-label-sheet", t.plain("reports-sheet", title=report.sheet.title, count=len(report.sheet.criteria))),
        ("reports-label-signed", str(report.signed)),
        ("reports-label-minimum", str(session.minimum_sheets)),
    )
    return Report(
        language=t.plain("documents-language"),
        heading=report.cluster,
        title=t.plain("reports-protocol-title"),
        subject=session.title,
        requisites=tuple(Line(t.plain(key), value) for key, value in requisites),
        blocks=tuple(_blocks(t, report)),
        footer=t.plain("reports-protocol-footer", title=session.title, at=t.moment(report.made_at)),
        page=t.plain("documents-page", page="{page}", pages="{pages}"),
        glyph_note=t.plain("documents-glyph-note"),
    )


def outcome_words(t: Translator, result: ProgrammeResult) -> str:
    """«согласована с замечаниями, исправить до 15 июля 2022 г.», or how far the programme is."""
    if result.programme.is_missing:
        return words.programme_name(t, result.programme)
    decision = result.decision
    if result.outcome is None or decision is None:
        return t.plain(f"reports-status-{result.status.value.replace('_', '-')}")
    if result.outcome is Outcome.WITH_REMARKS and decision.fix_by is not None:
        return t.plain("reports-outcome-with-remarks-until", day=t.day(decision.fix_by))
    return t.plain(f"reports-outcome-{result.outcome.value.replace('_', '-')}")


def verdicts_words(t: Translator, tally: Tally, criterion: Criterion) -> str:
    """«соответствует — 3, не соответствует — 1»; what nobody said is left out."""
    said = [voice.answer.verdict for voice in tally.voices(criterion)]
    counted = [(verdict, said.count(verdict)) for verdict in Verdict if verdict in said]
    return ", ".join(f"{words.verdict(t, verdict)}\u00a0—\u00a0{count}" for verdict, count in counted)


def expert_words(t: Translator, expert: ReportExpert | None) -> str:
    """The expert with the enterprise."""
    if expert is None:
        return t.plain("reports-expert-gone")
    return f"{expert.name} ({expert.enterprise})" if expert.enterprise else expert.name


def hidden_note(t: Translator, report: SessionReport) -> Iterator[Block]:
    """Which programmes the document says nothing of, because its reader may not see them."""
    if report.hidden:
        named = "\n".join(f"{words.programme_name(t, one)}, {one.college}" for one in report.hidden)
        yield Paragraph(t.plain("reports-hidden-note", count=len(report.hidden)), bold=True, kept=True)
        yield Paragraph(named)


def _blocks(t: Translator, report: SessionReport) -> Iterator[Block]:
    yield from hidden_note(t, report)
    yield Heading(t.plain("reports-head-outcomes"))
    yield _outcomes(t, report.results)
    yield from _agreement(t, report)
    yield Heading(t.plain("reports-head-programmes"))
    for number, result in enumerate(report.results, start=1):
        yield from _programme(t, report, result, number)
    yield Heading(t.plain("reports-head-conflicts"))
    soft = [expert for expert in report.experts.values() if expert.conflict == "soft"]
    named = {result.programme.id: words.programme_name(t, result.programme) for result in report.results}
    for expert in soft:
        who = expert_words(t, expert)
        yield Paragraph(t.plain("reports-conflict-soft", expert=who, programme=named[expert.programme_id]))
    if not soft:
        yield Paragraph(t.plain("reports-conflict-none"))
    yield Signatures(
        (Line(t.plain("reports-sign-chair"), ""), Line(t.plain("reports-sign-secretary"), "")),
        (
            t.plain("documents-signature-hint"),
            t.plain("documents-signature-name-hint"),
            t.plain("documents-signature-date-hint"),
        ),
    )


def _outcomes(t: Translator, results: Sequence[ProgrammeResult]) -> Grid:
    rows = tuple(
        (
            str(number),
            f"{words.programme_name(t, result.programme)}\n{result.programme.college}",
            "" if result.programme.is_missing else str(len(result.tally.counting)),
            outcome_words(t, result),
        )
        for number, result in enumerate(results, start=1)
    )
    keys = ("number", "programme", "sheets", "outcome")
    return Grid(tuple(t.plain(f"reports-column-{key}") for key in keys), _SUMMARY_WIDTHS, rows, (0, 2))


def _agreement(t: Translator, report: SessionReport) -> Iterator[Block]:
    """How far experts agreed; criteria they understand differently are named."""
    tallies = [result.tally for result in report.results]
    whole = overall(tallies)
    if whole.pairs is None:
        return
    yield Heading(t.plain("reports-head-agreement"))
    share = t.number(round(whole.pairs * 100, 1))
    if whole.alpha is None:
        yield Paragraph(t.plain("reports-agreement-pairs", share=share))
    else:
        yield Paragraph(t.plain("reports-agreement-alpha", share=share, alpha=t.number(round(whole.alpha, 2))))
    found = of_criteria(tallies)
    unclear = [one for one in report.sheet.criteria if found[one.key].clarity is Clarity.UNCLEAR]
    if unclear:
        listed = "\n".join(f"{criterion.number}. {criterion.text}" for criterion in unclear)
        yield Paragraph(t.plain("reports-agreement-unclear", count=len(unclear)), kept=True)
        yield Paragraph(listed)


def _programme(t: Translator, report: SessionReport, result: ProgrammeResult, number: int) -> Iterator[Block]:
    programme = result.programme
    yield Heading(f"{number}. {words.programme_name(t, programme)}", level=2)
    employer = t.plain("reports-employer", employer=programme.employer) if programme.employer else None
    yield Paragraph("\n".join(part for part in (programme.college, employer) if part), kept=True)
    if programme.is_missing:
        return
    signed = [one for one in result.tally.sheets if one.assignment_id in report.experts]
    for one in signed:
        expert = report.experts[one.assignment_id]
        key = "reports-expert-line" if one.counts else "reports-expert-line-aside"
        yield Paragraph(t.plain(key, expert=expert_words(t, expert), code=expert.code), kept=True)
    yield Paragraph(t.plain("reports-decision", outcome=outcome_words(t, result)), bold=True, kept=bool(signed))
    if result.outcome is not None and result.decision is not None and result.decision.words:
        yield Paragraph(t.plain("reports-decision-words", words=result.decision.words))
    rows = tuple(_criterion_rows(t, report, result))
    if rows:
        keys = ("criterion-number", "criterion", "verdicts", "remarks", "ruling")
        yield Grid(tuple(t.plain(f"reports-column-{key}") for key in keys), _CRITERIA_WIDTHS, rows, (0,))
    elif result.tally.counting:
        yield Paragraph(t.plain("reports-no-remarks"))


def _criterion_rows(t: Translator, report: SessionReport, result: ProgrammeResult) -> Iterator[tuple[str, ...]]:
    """Criteria on which something was said besides «соответствует»."""
    tally = result.tally
    said: dict[str, list[Remark]] = {}
    for remark in tally.remarks:
        said.setdefault(remark.criterion.key, []).append(remark)
    for criterion in tally.sheet.criteria:
        remarks = said.get(criterion.key, [])
        plain = tally.standings[criterion.key] in (Standing.MEETS, Standing.NOT_ASSESSED) and not remarks
        if plain and not (tally.counting and tally.standings[criterion.key] is Standing.NOT_ASSESSED):
            continue
        ruling = tally.ruling(criterion)
        ruled = f"{words.verdict(t, ruling.verdict)}: {ruling.words}" if ruling else ""
        spoken = "\n".join(_remark(t, report, remark) for remark in remarks)
        yield criterion.number, criterion.text, verdicts_words(t, tally, criterion), spoken, ruled


def _remark(t: Translator, report: SessionReport, remark: Remark) -> str:
    expert = report.experts.get(remark.assignment_id)
    files = t.plain("reports-remark-files", count=remark.evidence) if remark.evidence else ""
    text = " ".join(part for part in (remark.text, files) if part)
    key = "reports-remark-withdrawn" if remark.withdrawn else "reports-remark"
    return t.plain(key, expert=expert.name if expert else t.plain("reports-expert-gone"), text=text)
