"""The content of a protocol: put together from results, kept as JSON, read again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import TypeAdapter

from cluster.evaluation.agreement import Clarity, of_criteria, overall
from cluster.evaluation.model import Session
from cluster.evaluation.outcome import Recheck, Remark, Tally
from cluster.evaluation.protocol import (
    PrintedAgreement,
    PrintedCriterion,
    PrintedProgramme,
    PrintedRecheck,
    PrintedRemark,
    PrintedSheet,
    PrintedStanding,
    ProtocolContent,
)
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.sheet import Criterion, Sheet
from services.evaluation.results import ProgrammeResult
from storage.evaluation_reports import ReportExpert

_CONTENT: Final = TypeAdapter(ProtocolContent)


def content_of(
    cluster: str,
    session: Session,
    sheet: Sheet,
    results: Sequence[ProgrammeResult],
    experts: Mapping[int, ReportExpert],
) -> ProtocolContent:
    """What a protocol of these results says.

    Args:
        cluster: its name.
        experts: by assignment id; whoever signed a sheet.
    """
    return ProtocolContent(
        cluster=cluster,
        title=session.title,
        starts_on=session.starts_on,
        ends_on=session.ends_on,
        minimum=session.minimum_sheets,
        sheet=sheet.title,
        criteria=tuple(PrintedCriterion(one.key, one.number, one.text) for one in sheet.criteria),
        programmes=tuple(_programme(result, experts) for result in results),
        agreement=_agreement(sheet, [result.tally for result in results]),
    )


def kept(content: ProtocolContent) -> dict[str, Any]:
    """The content as it is stored."""
    stored: dict[str, Any] = _CONTENT.dump_python(content, mode="json")
    return stored


def read(stored: Mapping[str, Any]) -> ProtocolContent:
    """A stored content."""
    return _CONTENT.validate_python(stored)


def fingerprint(content: ProtocolContent) -> str:
    """Eight hexadecimal digits that change with anything in the content."""
    text = json.dumps(kept(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8].upper()


def _programme(result: ProgrammeResult, experts: Mapping[int, ReportExpert]) -> PrintedProgramme:
    last, programme, tally = result.last, result.programme, result.tally
    decision = None if last is None else last.decision
    return PrintedProgramme(
        id=programme.id,
        code=programme.code,
        title=programme.title,
        college=programme.college,
        employer=programme.employer,
        status=result.status,
        minimum=tally.minimum,
        outcome=result.outcome,
        number=None if last is None else last.number,
        words=None if decision is None else decision.words,
        fix_by=None if decision is None else decision.fix_by,
        to_fix=() if last is None else tuple(last.criteria),
        sheets=tuple(
            PrintedSheet(
                one.assignment_id,
                one.last.version,
                experts[one.assignment_id].code,
                one.counts,
                experts[one.assignment_id].conflict,
                experts[one.assignment_id].enterprise,
            )
            for one in tally.sheets
            if one.assignment_id in experts
        ),
        said=_said(tally),
        rechecked=_rechecked(tally.sheet, result.rechecks),
    )


def _rechecked(sheet: Sheet, given: Sequence[Recheck]) -> tuple[PrintedRecheck, ...]:
    last = {(one.assignment_id, one.criterion): one for one in given}
    found = []
    for criterion in sheet.criteria:
        said = [one for one in last.values() if one.criterion == criterion.key]
        if said:
            verdicts = [one.verdict for one in said]
            counted = tuple((one, verdicts.count(one)) for one in Verdict if one in verdicts)
            remarks = tuple((one.assignment_id, one.remark) for one in said if one.remark)
            found.append(PrintedRecheck(criterion.key, counted, remarks))
    return tuple(found)


def _said(tally: Tally) -> tuple[PrintedStanding, ...]:
    remarks: dict[str, list[Remark]] = {}
    for remark in tally.remarks:
        remarks.setdefault(remark.criterion.key, []).append(remark)
    return tuple(_standing(tally, one, remarks.get(one.key, ())) for one in tally.sheet.criteria)


def _standing(tally: Tally, criterion: Criterion, remarks: Sequence[Remark]) -> PrintedStanding:
    verdicts = [voice.answer.verdict for voice in tally.voices(criterion)]
    ruling = tally.ruling(criterion)
    return PrintedStanding(
        key=criterion.key,
        standing=tally.standings[criterion.key],
        verdicts=tuple((one, verdicts.count(one)) for one in Verdict if one in verdicts),
        remarks=tuple(
            PrintedRemark(one.assignment_id, one.version, one.text, one.evidence, one.withdrawn) for one in remarks
        ),
        ruling=None if ruling is None else (ruling.verdict, ruling.words),
    )


def _agreement(sheet: Sheet, tallies: Sequence[Tally]) -> PrintedAgreement | None:
    whole = overall(tallies)
    if whole.pairs is None:
        return None
    found = of_criteria(tallies)
    unclear = tuple(one.key for one in sheet.criteria if found[one.key].clarity is Clarity.UNCLEAR)
    return PrintedAgreement(round(whole.pairs, 4), None if whole.alpha is None else round(whole.alpha, 4), unclear)
