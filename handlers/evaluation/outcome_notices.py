"""Notices of what comes of the sheets, in words."""

from cluster.evaluation.model import Programme, Work
from cluster.evaluation.states import AssignmentState
from handlers.engine import Button, Reader, Screen, renders
from handlers.evaluation import result, words
from handlers.evaluation.outcome_taps import CollegeTap, RecheckTap, ResultTap
from handlers.evaluation.taps import WorkTap
from locales import Translator, lines
from services.evaluation.notices import (
    CollegeAnswered,
    FixesDue,
    FixesOverdue,
    OutcomeReleased,
    RecheckAsked,
    RecheckDone,
    SheetReopened,
)
from services.evaluation.telling import Told


@renders(SheetReopened)
async def reopened(notice: SheetReopened, reader: Reader) -> Screen | None:
    """To an expert: the chair gives the sheet back."""
    telling, t = reader.services.evaluation.telling, reader.t
    work: Work | None = await telling.work(notice.assignment_id)
    if work is None or work.assignment.state is not AssignmentState.REOPENED:
        return None
    reason = await telling.reopening(work)
    text = lines(
        t("evaluation-reopened-head"),
        words.programme_head(t, work.programme),
        t("evaluation-reopened-reason", reason=reason) if reason else None,
        t("evaluation-reopened-next"),
        gap="\n\n",
    )
    go_on = Button(t.plain("evaluation-button-continue"), WorkTap(a=work.assignment.id, do=WorkTap.SCORE))
    return Screen(text, [[go_on]])


@renders(OutcomeReleased)
async def released(notice: OutcomeReleased, reader: Reader) -> Screen | None:
    """To the college: what became of its programme."""
    told = await _told(notice.outcome_id, reader)
    if told is None or told.decided.released_at is None:
        return None
    t, decision = reader.t, told.decided.decision
    text = lines(
        t("evaluation-released-head"),
        words.programme_head(t, told.programme),
        lines(
            result.outcome_line(t, decision.outcome),
            t("evaluation-fix-by", day=t.day(decision.fix_by)) if decision.fix_by else None,
        ),
        gap="\n\n",
    )
    return Screen(text, [[_to_college(t, told.programme)]])


@renders(FixesDue)
async def fixes_due(notice: FixesDue, reader: Reader) -> Screen | None:
    """To the college: corrections are due."""
    told = await _told(notice.outcome_id, reader)
    if told is None or not told.is_last or told.decided.fixed_at is not None:
        return None
    t = reader.t
    head = t("evaluation-fixes-today") if notice.days_left == 0 else t("evaluation-fixes-soon", left=notice.days_left)
    return Screen(lines(head, words.programme_head(t, told.programme), gap="\n\n"), [[_to_college(t, told.programme)]])


@renders(FixesOverdue)
async def fixes_overdue(notice: FixesOverdue, reader: Reader) -> Screen | None:
    """To the chair: no corrections came."""
    told = await _told(notice.outcome_id, reader)
    if told is None or not told.seen or not told.is_last or told.decided.fixed_at is not None:
        return None
    return _for_chair(reader.t, told, "evaluation-fixes-overdue")


@renders(CollegeAnswered)
async def college_answered(notice: CollegeAnswered, reader: Reader) -> Screen | None:
    """To the chair: what the college says."""
    told = await _told(notice.outcome_id, reader)
    if told is None or not told.seen or told.decided.answer is None:
        return None
    t, decided = reader.t, told.decided
    answer = t(f"evaluation-college-{told.decided.answer.value}", words=decided.answer_text or "")
    text = lines(t("evaluation-answered-head"), words.programme_head(t, told.programme), answer, gap="\n\n")
    return Screen(text, [[_to_result(t, told.programme)]])


@renders(RecheckAsked)
async def recheck_asked(notice: RecheckAsked, reader: Reader) -> Screen | None:
    """To an expert: look at the corrections."""
    told = await _told(notice.outcome_id, reader)
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if told is None or work is None or not told.is_last or work.barred:
        return None
    t = reader.t
    text = lines(
        t("evaluation-recheck-asked", count=len(told.decided.criteria)),
        words.programme_head(t, told.programme),
        gap="\n\n",
    )
    look = Button(t.plain("evaluation-button-recheck"), RecheckTap(a=work.assignment.id, do=RecheckTap.LOOK))
    return Screen(text, [[look]])


@renders(RecheckDone)
async def recheck_done(notice: RecheckDone, reader: Reader) -> Screen | None:
    """To the chair: every expert has looked."""
    told = await _told(notice.outcome_id, reader)
    if told is None or not told.seen or not told.is_last:
        return None
    return _for_chair(reader.t, told, "evaluation-recheck-done")


async def _told(outcome_id: int, reader: Reader) -> Told | None:
    found: Told | None = await reader.services.evaluation.telling.decision(outcome_id, reader.person_id)
    return found


def _for_chair(t: Translator, told: Told, key: str) -> Screen:
    text = lines(t(key), words.programme_head(t, told.programme), gap="\n\n")
    return Screen(text, [[_to_result(t, told.programme)]])


def _to_result(t: Translator, programme: Programme) -> Button:
    return Button(t.plain("evaluation-button-result"), ResultTap(p=programme.id, do=ResultTap.LOOK))


def _to_college(t: Translator, programme: Programme) -> Button:
    label = t.plain("evaluation-button-outcome", programme=words.programme_label(t, programme, 30))
    return Button(label, CollegeTap(p=programme.id, do=CollegeTap.LOOK))
