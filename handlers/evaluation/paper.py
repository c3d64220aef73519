"""The signed form as files, from what was kept at the submission."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from cluster.evaluation.scoring import Verdict
from cluster.evaluation.sheet import Criterion, Section
from documents.expert_sheet import ExpertSheet, SheetCounts, SheetRow, SheetSection, render_docx, render_pdf
from documents.worker import DocumentWorker
from handlers.engine import Attachment
from handlers.evaluation import words
from locales import Translator
from services.evaluation import SignedForm


async def files(t: Translator, documents: DocumentWorker, form: SignedForm) -> list[Attachment]:
    """DOCX and PDF of a signed form, made off the event loop.

    Raises:
        DocumentsBusy, DocumentLate: see `documents.worker`.
    """
    sheet = expert_sheet(t, form)
    name = t.plain("evaluation-file-name", code=form.submission.code)
    return [
        Attachment(await documents.run(render_docx, sheet, t.plain), f"{name}.docx"),
        Attachment(await documents.run(render_pdf, sheet, t.plain), f"{name}.pdf"),
    ]


def expert_sheet(t: Translator, form: SignedForm) -> ExpertSheet:
    """The form's content in the reader's language."""
    kept = form.submission.snapshot
    session, programme, answers = kept["session"], kept["programme"], kept["answers"]
    local = form.submission.submitted_at.astimezone(ZoneInfo(form.zone))
    return ExpertSheet(
        cluster=form.signer.cluster,
        session=session["title"],
        session_dates=words.days(t, date.fromisoformat(session["starts_on"]), date.fromisoformat(session["ends_on"])),
        programme_code=programme["code"] or "",
        programme_title=programme["title"] or "",
        college=programme["college"],
        expert=form.signer.name,
        position=form.signer.position or "",
        enterprise=form.signer.enterprise or "",
        title=form.sheet.title,
        sections=tuple(_section(t, section, answers, programme["figures"]) for section in form.sheet.sections),
        counts=_counts(answers, len(form.sheet.criteria)),
        submitted_at=f"{t.day(local.date())}, {local:%H:%M}",
        version=form.submission.version,
        code=form.submission.code,
        made_at=form.submission.submitted_at,
    )


def _section(t: Translator, section: Section, answers: Mapping[str, Any], figures: Mapping[str, int]) -> SheetSection:
    rows = tuple(_row(t, criterion, answers.get(criterion.key, {}), figures) for criterion in section.criteria)
    return SheetSection(number=section.number, title=section.title, rows=rows)


def _row(t: Translator, criterion: Criterion, answer: Mapping[str, Any], figures: Mapping[str, int]) -> SheetRow:
    figure, value, given = figures.get(criterion.key), answer.get("value"), answer.get("verdict")
    evidence = [
        t.plain(f"evaluation-evidence-{kind}", count=count) for kind, count in (answer.get("evidence") or {}).items()
    ]
    return SheetRow(
        number=criterion.number,
        text=criterion.text,
        norm=criterion.norm_text,
        college_figure=words.value(t, criterion, figure) if figure is not None else "",
        actual=words.value(t, criterion, value) if value is not None else "",
        verdict=words.verdict(t, Verdict(given)) if given else "",
        remark=answer.get("remark") or "",
        evidence=", ".join(evidence),
    )


def _counts(answers: Mapping[str, Any], total: int) -> SheetCounts:
    given = [answer["verdict"] for answer in answers.values() if answer["verdict"]]
    return SheetCounts(
        conforms=given.count(Verdict.MEETS.value),
        not_conforms=given.count(Verdict.FAILS.value),
        cannot_judge=given.count(Verdict.CANNOT_ASSESS.value),
        missing=total - len(given),
    )
