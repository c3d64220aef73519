"""Notices of evaluation in words."""

from cluster.evaluation.model import Work
from cluster.evaluation.states import AssignmentState, SessionState
from handlers.engine import Button, Reader, Screen, renders
from handlers.evaluation import paper, pool, words
from handlers.evaluation import work as screens
from handlers.evaluation.outcome_taps import ResultTap
from handlers.evaluation.taps import ProgrammeTap, SessionTap, WorkTap
from locales import Html, Translator, lines
from services.evaluation.notices import (
    AnswerDue,
    ConflictSeen,
    CoordinatorWanted,
    DeadlineMoved,
    ExpertDeclined,
    ExpertInvited,
    ExpertNudged,
    ExpertSilent,
    SheetCame,
    SheetDue,
    SheetNoLongerAwaited,
    SheetsDue,
    SheetSetAside,
    SheetSigned,
)


@renders(ExpertInvited)
async def invited(notice: ExpertInvited, reader: Reader) -> Screen | None:
    """Score this programme?"""
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if work is None or not _is_open_invitation(work):
        return None
    t = reader.t
    text = lines(
        t("evaluation-invitation-head"),
        words.programme_head(t, work.programme),
        lines(words.session_line(t, work.session), t("evaluation-work-until", day=t.day(work.session.deadline))),
        t("evaluation-invitation-what", count=len(work.sheet.criteria)),
        gap="\n\n",
    )
    return Screen(text, screens.invitation_buttons(t, work))


@renders(SheetDue)
async def due(notice: SheetDue, reader: Reader) -> Screen | None:
    """The deadline is near; nothing for those who are done or out of it."""
    work = await _awaited(notice.assignment_id, reader)
    if work is None:
        return None
    return _reminder(reader.t, work, _left(reader.t, work, notice.days_left))


@renders(ExpertNudged)
async def nudged(notice: ExpertNudged, reader: Reader) -> Screen | None:
    """The coordinator asks by hand."""
    work = await _awaited(notice.assignment_id, reader)
    return _reminder(reader.t, work, reader.t("evaluation-nudged-head")) if work else None


@renders(DeadlineMoved)
async def moved(notice: DeadlineMoved, reader: Reader) -> Screen | None:
    """The sheet is due on another day."""
    work = await _awaited(notice.assignment_id, reader)
    return _reminder(reader.t, work, reader.t("evaluation-moved-head")) if work else None


@renders(SheetNoLongerAwaited)
async def no_longer_awaited(notice: SheetNoLongerAwaited, reader: Reader) -> Screen | None:
    """The session is closed without this sheet."""
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if work is None:
        return None
    programme = words.programme_name(reader.t, work.programme)
    return Screen(reader.t("evaluation-closed-notice", programme=programme, title=work.session.title))


@renders(SheetSigned)
async def signed(notice: SheetSigned, reader: Reader) -> Screen | None:
    """To the expert: the signed form."""
    form = await reader.services.evaluation.telling.form(notice.submission_id)
    if form is None:
        return None
    text = reader.t(
        "evaluation-signed-notice", code=form.submission.code, at=reader.t.moment(form.submission.submitted_at)
    )
    return Screen(text, files=await paper.files(reader.t, reader.services.documents, form))


@renders(SheetCame)
async def came(notice: SheetCame, reader: Reader) -> Screen | None:
    """To the coordinator: a sheet came, and how many there are now."""
    telling = reader.services.evaluation.telling
    form = await telling.form(notice.submission_id)
    if form is None:
        return None
    work = await telling.work(form.submission.assignment_id)
    if not await telling.may_see(reader.person_id, work):
        return None
    overview = await telling.overview(work.session.id, reader.person_id)
    programme = next(one for one in overview.programmes if one.id == work.programme.id)
    text = reader.t(
        "evaluation-came-notice",
        expert=form.signer.name,
        enterprise=form.signer.enterprise or reader.t.plain("evaluation-no-enterprise"),
        programme=words.programme_name(reader.t, programme),
        college=programme.college,
        code=form.submission.code,
        came=overview.handed_in(programme),
        minimum=overview.session.minimum_sheets,
    )
    result = Button(reader.t.plain("evaluation-button-result"), ResultTap(p=programme.id, do=ResultTap.LOOK))
    rows = [[result], [_to_session(reader.t, overview.session.id)]]
    return Screen(text, rows, await paper.files(reader.t, reader.services.documents, form))


@renders(ExpertDeclined)
async def declined(notice: ExpertDeclined, reader: Reader) -> Screen | None:
    """To the coordinator: an expert will not score."""
    telling, t = reader.services.evaluation.telling, reader.t
    work: Work | None = await telling.work(notice.assignment_id)
    if work is None or work.assignment.state is not AssignmentState.DECLINED or work.replaced:
        return None
    if not await telling.may_see(reader.person_id, work):
        return None
    signer, at = await telling.signer(work), work.assignment
    reason = at.reason_text or (t.plain(f"evaluation-reason-{at.reason.value.replace('_', '-')}") if at.reason else "")
    text = t(
        "evaluation-declined-notice",
        expert=signer.name,
        enterprise=signer.enterprise or t.plain("evaluation-no-enterprise"),
        programme=words.programme_name(t, work.programme),
        reason=reason,
    )
    return await _with_reserve(reader, work, text)


@renders(ExpertSilent)
async def silent(notice: ExpertSilent, reader: Reader) -> Screen | None:
    """To the coordinator: an invitation expired; nothing when the expert answered after all."""
    telling, t = reader.services.evaluation.telling, reader.t
    work: Work | None = await telling.work(notice.assignment_id)
    if work is None or work.assignment.state is not AssignmentState.EXPIRED or work.replaced:
        return None
    if not await telling.may_see(reader.person_id, work):
        return None
    signer = await telling.signer(work)
    text = t(
        "evaluation-silent-notice",
        expert=signer.name,
        enterprise=signer.enterprise or t.plain("evaluation-no-enterprise"),
        programme=words.programme_name(t, work.programme),
    )
    return await _with_reserve(reader, work, text)


@renders(ConflictSeen)
async def conflict_seen(notice: ConflictSeen, reader: Reader) -> Screen | None:
    """To the coordinator: an expert is connected with the college."""
    telling, t = reader.services.evaluation.telling, reader.t
    work: Work | None = await telling.work(notice.assignment_id)
    if work is None or not await telling.may_see(reader.person_id, work):
        return None
    signer = await telling.signer(work)
    text = t(
        "evaluation-conflict-notice",
        expert=signer.name,
        college=work.programme.college,
        programme=words.programme_name(t, work.programme),
        signed="yes" if work.handed_in else "no",
    )
    return await _with_reserve(reader, work, text)


async def _with_reserve(reader: Reader, work: Work, text: Html) -> Screen:
    """Whom to ask instead, one tap each."""
    t, found = reader.t, await reader.services.evaluation.telling.proposed(work)
    another = Button(t.plain("evaluation-button-experts"), ProgrammeTap(p=work.programme.id, do=ProgrammeTap.EXPERTS))
    rows = [*pool.reserve_buttons(t, work.assignment.id, found), [another], [_to_session(t, work.session.id)]]
    return Screen(lines(text, *pool.proposals(t, found), gap="\n\n"), rows)


@renders(CoordinatorWanted)
async def coordinator_wanted(notice: CoordinatorWanted, reader: Reader) -> Screen | None:
    """Every coordinator has a conflict with a programme: somebody else is needed."""
    programme = await reader.services.evaluation.telling.programme(notice.programme_id)
    if programme is None:
        return None
    t = reader.t
    return Screen(
        t("evaluation-coordinator-wanted", programme=words.programme_name(t, programme), college=programme.college)
    )


@renders(AnswerDue)
async def answer_due(notice: AnswerDue, reader: Reader) -> Screen | None:
    """To an expert on the last day for an answer."""
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if work is None or not _is_open_invitation(work):
        return None
    return _reminder(reader.t, work, reader.t("evaluation-answer-due"))


@renders(SheetSetAside)
async def set_aside(notice: SheetSetAside, reader: Reader) -> Screen | None:
    """To an expert: because of a conflict the sheet is closed."""
    work: Work | None = await reader.services.evaluation.telling.work(notice.assignment_id)
    if work is None:
        return None
    t = reader.t
    return Screen(
        t("evaluation-aside-notice", programme=words.programme_name(t, work.programme), college=work.programme.college)
    )


@renders(SheetsDue)
async def sheets_due(notice: SheetsDue, reader: Reader) -> Screen | None:
    """To the coordinator: who is still waited for."""
    t = reader.t
    overview = await reader.services.evaluation.telling.overview(notice.session_id, reader.person_id)
    if overview is None or overview.session.state is not SessionState.OPEN:
        return None
    waited = [expert for expert in overview.experts if expert.is_waited_for]
    if not waited:
        return None
    total = len(overview.sheet.criteria)
    listed = [words.expert_line(t, expert, total) for expert in waited[:20]]
    text = lines(
        t(
            "evaluation-sheets-due-head",
            title=overview.session.title,
            day=t.day(overview.session.deadline),
            left=notice.days_left,
            count=len(waited),
        ),
        lines(*listed),
        t("evaluation-block-more", count=len(waited) - 20) if len(waited) > 20 else None,
        gap="\n\n",
    )
    nudge = Button(t.plain("evaluation-button-nudge"), SessionTap(s=overview.session.id, do=SessionTap.NUDGE))
    return Screen(text, [[nudge], [_to_session(t, overview.session.id)]])


def _is_open_invitation(work: Work) -> bool:
    return work.session.state is SessionState.OPEN and work.assignment.state is AssignmentState.INVITED


async def _awaited(assignment_id: int, reader: Reader) -> Work | None:
    """The work, if a sheet may still come of it."""
    work: Work | None = await reader.services.evaluation.telling.work(assignment_id)
    if work is None:
        return None
    return work if _is_open_invitation(work) or work.editable else None


def _left(t: Translator, work: Work, days: int) -> Html:
    return t("evaluation-due-today") if days == 0 else t("evaluation-due-soon", left=days)


def _reminder(t: Translator, work: Work, head: Html) -> Screen:
    """Whose sheet is due, until when, how far it is, and the button that goes on."""
    text = lines(
        head,
        words.programme_head(t, work.programme),
        lines(t("evaluation-work-until", day=t.day(work.session.deadline)), screens.state_line(t, work)),
        gap="\n\n",
    )
    if work.assignment.state is AssignmentState.INVITED:
        return Screen(text, screens.invitation_buttons(t, work))
    go_on = Button(t.plain("evaluation-button-continue"), WorkTap(a=work.assignment.id, do=WorkTap.SCORE))
    return Screen(text, [[go_on]])


def _to_session(t: Translator, session_id: int) -> Button:
    return Button(t.plain("evaluation-button-session"), SessionTap(s=session_id, do=SessionTap.LOOK))
