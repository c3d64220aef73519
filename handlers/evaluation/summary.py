"""The summary of a session as XLSX: all programmes, a sheet a programme with experts × criteria, agreement."""

from collections.abc import Mapping, Sequence

from cluster.evaluation.agreement import Agreement, of_criteria, overall
from cluster.evaluation.outcome import SignedSheet, Standing
from cluster.evaluation.scoring import NOTHING, Answer, Verdict
from cluster.evaluation.sheet import Criterion
from documents.spreadsheet import Column, Table, Value, render_xlsx
from handlers.engine import Attachment
from handlers.evaluation import words
from handlers.evaluation.printed_words import expert_words, result_words
from locales import Translator
from services.evaluation import Comparison, SessionReport
from services.evaluation.results import ProgrammeResult

FILLS = {Verdict.MEETS: "#D9EFD9", Verdict.FAILS: "#F6D0D0", Verdict.CANNOT_ASSESS: "#EDEDED"}
STANDING_FILLS = {
    Standing.MEETS: FILLS[Verdict.MEETS],
    Standing.FAILS: FILLS[Verdict.FAILS],
    Standing.SPLIT: "#FFE9A8",
    Standing.NOT_ASSESSED: FILLS[Verdict.CANNOT_ASSESS],
}
_PROGRAMME_COLUMNS = {
    "number": 6,
    "code": 11,
    "title": 50,
    "college": 40,
    "employer": 26,
    "sheets": 9,
    "meets": 15,
    "fails": 15,
    "split": 12,
    "open": 12,
    "outcome": 36,
}


def summary_file(t: Translator, report: SessionReport) -> Attachment:
    """The whole workbook; call it through the document worker."""
    head = [report.session.title, words.days(t, report.session.starts_on, report.session.ends_on)]
    if report.hidden:
        head.append(t.plain("reports-hidden-note", count=len(report.hidden)))
    tables = [_all_programmes(t, report, head)]
    tables += [_programme(t, report, result) for result in report.results if result.tally.sheets]
    tables.append(_agreement(t, report, head))
    data = render_xlsx(tables, zone=report.zone, title=report.session.title)
    name = t.plain("reports-file-summary", day=report.session.ends_on.isoformat())
    return Attachment(data, f"{name}.xlsx")


def comparison_file(t: Translator, compared: Comparison) -> Attachment:
    """Sessions × criteria: which share of verdicts is «соответствует»."""
    columns = [
        Column(t.plain("reports-column-criterion-number"), 8),
        Column(t.plain("reports-column-criterion"), 60),
        *[Column(f"{one.title}, {one.starts_on:%d.%m.%Y}", 16, "share") for one in compared.sessions],
    ]
    rows: list[Sequence[Value]] = []
    for criterion in compared.sheet.criteria:
        shares = [share_of(compared, one.id, criterion) for one in compared.sessions]
        rows.append([criterion.number, criterion.text, *shares])
    table = Table(
        t.plain("reports-tab-comparison"),
        columns,
        rows,
        heading=[t.plain("reports-comparison-title"), t.plain("reports-comparison-note")],
        frozen=2,
    )
    data = render_xlsx([table], title=t.plain("reports-comparison-title"))
    return Attachment(data, f"{t.plain('reports-file-comparison')}.xlsx")


def share_of(compared: Comparison, session_id: int, criterion: Criterion) -> float | None:
    """Share of verdicts that say a criterion is met, 0–1; None where the session's sheet has no such criterion."""
    session = next(one for one in compared.sessions if one.id == session_id)
    met, failed = session.counts.get(criterion.key, (0, 0))
    if criterion.key not in compared.same[session_id] or met + failed == 0:
        return None
    return met / (met + failed)


def _all_programmes(t: Translator, report: SessionReport, head: Sequence[str]) -> Table:
    keys = (
        "number",
        "code",
        "title",
        "college",
        "employer",
        "sheets",
        "meets",
        "fails",
        "split",
        "open",
        "outcome",
    )
    widths = (6, 11, 50, 40, 26, 9, 15, 15, 12, 12, 36)
    columns = [Column(t.plain(f"reports-column-{key}"), width) for key, width in zip(keys, widths, strict=True)]
    rows: list[Sequence[Value]] = []
    for number, result in enumerate(report.results, start=1):
        programme, standings = result.programme, list(result.tally.standings.values())
        counted: list[Value] = [None] * 4
        if result.tally.counting:
            counted = [standings.count(one) for one in (Standing.MEETS, Standing.FAILS, Standing.SPLIT)]
            counted.append(standings.count(Standing.NOT_ASSESSED))
        rows.append(
            [
                number,
                programme.code,
                words.programme_name(t, programme) if programme.is_missing else programme.title,
                programme.college,
                programme.employer,
                len(result.tally.counting),
                *counted,
                result_words(t, result),
            ]
        )
    return Table(t.plain("reports-tab-all"), columns, rows, heading=head, frozen=3)


def _programme(t: Translator, report: SessionReport, result: ProgrammeResult) -> Table:
    """Criteria down, experts across: a verdict and a value for each, then all remarks and what they say together."""
    tally, signed = result.tally, result.tally.sheets
    columns = [
        Column(t.plain("reports-column-criterion-number"), 8),
        Column(t.plain("reports-column-criterion"), 46),
        Column(t.plain("reports-column-norm"), 14),
        *[Column(_expert(t, report, one), 20) for one in signed],
        Column(t.plain("reports-column-together"), 18),
        Column(t.plain("reports-column-remarks"), 60),
    ]
    rows: list[Sequence[Value]] = []
    fills: dict[tuple[int, int], str] = {}
    for row, criterion in enumerate(tally.sheet.criteria):
        answers = [one.last.answers.get(criterion.key, NOTHING) for one in signed]
        standing = tally.standings[criterion.key]
        together = t.plain(f"reports-standing-{standing.value.replace('_', '-')}") if tally.counting else ""
        cells = [_answer(t, criterion, answer) for answer in answers]
        remarks = [_remark(t, report, one, answer) for one, answer in zip(signed, answers, strict=True)]
        said = "\n".join(remark for remark in remarks if remark)
        rows.append([criterion.number, criterion.text, criterion.norm_text, *cells, together, said])
        fills |= {(row, 3 + n): FILLS[answer.verdict] for n, answer in enumerate(answers) if answer.verdict}
        if tally.counting:
            fills[row, 3 + len(signed)] = STANDING_FILLS[standing]
    programme = result.programme
    head = [words.programme_name(t, programme), programme.college, result_words(t, result)]
    name = words.programme_label(t, programme, 28)
    return Table(name, columns, rows, heading=head, frozen=2, fills=fills)


def _expert(t: Translator, report: SessionReport, signed: SignedSheet) -> str:
    who = expert_words(t, report.experts.get(signed.assignment_id))
    return who if signed.counts else t.plain("reports-expert-aside", expert=who)


def _answer(t: Translator, criterion: Criterion, answer: Answer) -> str:
    verdict = words.verdict(t, answer.verdict) if answer.verdict else ""
    if answer.value is None:
        return verdict
    return f"{verdict} ({words.value(t, criterion, answer.value)})"


def _remark(t: Translator, report: SessionReport, signed: SignedSheet, answer: Answer) -> str:
    files = t.plain("reports-remark-files", count=answer.evidence) if answer.evidence else ""
    text = " ".join(part for part in (answer.remark, files) if part)
    expert = report.experts.get(signed.assignment_id)
    return t.plain("reports-remark", expert=expert.name if expert else "", text=text) if text else ""


def _agreement(t: Translator, report: SessionReport, head: Sequence[str]) -> Table:
    tallies = [result.tally for result in report.results]
    found: Mapping[str, Agreement] = of_criteria(tallies)
    keys = ("criterion-number", "criterion", "compared", "pairs", "alpha", "clarity")
    kinds = ("text", "text", "number", "share", "number", "text")
    widths = (8, 60, 14, 14, 14, 30)
    columns = [
        Column(t.plain(f"reports-column-{key}"), width, kind)  # type: ignore[arg-type]
        for key, width, kind in zip(keys, widths, kinds, strict=True)
    ]
    rows: list[Sequence[Value]] = [
        [criterion.number, criterion.text, *_figures(t, found[criterion.key])]
        for criterion in report.sheet.criteria
        if criterion.key in found
    ]
    rows.append([None, t.plain("reports-agreement-overall"), *_figures(t, overall(tallies))])
    notes = [*head, t.plain("reports-agreement-note")]
    return Table(t.plain("reports-tab-agreement"), columns, rows, heading=notes, frozen=2)


def _figures(t: Translator, found: Agreement) -> list[Value]:
    alpha = None if found.alpha is None else round(found.alpha, 3)
    return [found.units, found.pairs, alpha, t.plain(f"reports-clarity-{found.clarity.value}")]
