"""What an expert does with buttons: invitation, card, submission."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.evaluation.model import MaterialKind, Work
from cluster.evaluation.scoring import Need
from cluster.evaluation.states import AssignmentState, DeclineReason
from documents.worker import DocumentWorker
from handlers.engine import Expecting, Screen, Talk, parsers
from handlers.evaluation import card, conflict, paper, words
from handlers.evaluation import work as screens
from handlers.evaluation.outcome_taps import OthersTap, ReviseTap
from handlers.evaluation.taps import GoTap, MaterialTap, MineTap, ReasonTap, VerdictTap, WorkTap
from services.evaluation import Evaluation, Scored

router = Router(name="evaluation-expert")

DECLINE = "evaluation_decline"
WORDS_LIMIT = 500


@router.callback_query(VerdictTap.filter())
async def verdict_given(callback: CallbackQuery, callback_data: VerdictTap, talk: Talk, evaluation: Evaluation) -> None:
    """A verdict: saved, then the card moves on, or asks for what the verdict needs."""
    tap = callback_data
    given = VerdictTap.CODES.get(tap.v)
    scored = await evaluation.scoring.judge(talk.actor, tap.a, tap.i, given, tap.r, tap.choice)
    toast = None
    if scored.applied and scored.place.index != tap.i:
        criterion = scored.work.sheet.criteria[tap.i]
        verdict = scored.work.answer(criterion).verdict
        if verdict:
            saved = words.verdict(talk.t, verdict)
            toast = talk.t.plain("evaluation-toast-saved", number=criterion.number, verdict=saved)
    await show_card(talk, scored, toast)


@router.callback_query(GoTap.filter())
async def criterion_opened(callback: CallbackQuery, callback_data: GoTap, talk: Talk, evaluation: Evaluation) -> None:
    """To another criterion, or to write something at this one."""
    asked = {GoTap.REMARK: Need.REMARK, GoTap.VALUE: Need.VALUE}.get(callback_data.w)
    await show_card(talk, await evaluation.scoring.go(talk.actor, callback_data.a, callback_data.i, asked))


async def show_card(talk: Talk, scored: Scored, toast: str | None = None) -> None:
    """The card where it goes now; what is read-only shows what it is instead."""
    if not scored.work.editable:
        await talk.show(screens.programme(talk.t, scored.work), talk.t.plain("evaluation-toast-read-only"))
        return
    if not scored.applied:
        toast = talk.t.plain("evaluation-toast-stale")
    await talk.show(card.card(talk.t, scored.work, scored.place), toast)


@router.callback_query(MineTap.filter())
async def own_wanted(callback: CallbackQuery, callback_data: MineTap, talk: Talk, evaluation: Evaluation) -> None:
    """The expert's own programmes."""
    await list_own(talk, evaluation, callback_data.page)


async def list_own(talk: Talk, evaluation: Evaluation, page: int = 0) -> None:
    """Show a page of the expert's programmes."""
    await talk.show(screens.my_programmes(talk.t, await evaluation.scoring.mine(talk.actor), page))


@router.callback_query(WorkTap.filter())
async def work_tapped(
    callback: CallbackQuery, callback_data: WorkTap, talk: Talk, evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """A button about a whole assignment."""
    tap, scoring, t = callback_data, evaluation.scoring, talk.t
    match tap.do:
        case WorkTap.ACCEPT | WorkTap.CONFLICT:
            await conflict.ask(talk, await scoring.look(talk.actor, tap.a), changed=tap.do == WorkTap.CONFLICT)
        case WorkTap.SCORE:
            work = await scoring.resume(talk.actor, tap.a)
            await show_card(talk, Scored(work, work.place))
        case WorkTap.SIGN:
            signed = await scoring.submit(talk.actor, tap.a)
            toast = t.plain("evaluation-toast-submitted-before") if signed.again else None
            await talk.show(screens.programme(t, signed.work), toast)
        case WorkTap.MATERIALS:
            work, found = await scoring.materials(talk.actor, tap.a)
            await talk.show(screens.materials(t, work, found))
        case WorkTap.FORM:
            form = await scoring.form(talk.actor, tap.a)
            await talk.answer(t.plain("evaluation-toast-preparing"))
            for file in await paper.files(t, documents, form):
                await talk.send_file(file)
        case _:
            work = await scoring.look(talk.actor, tap.a)
            await talk.show(_screen(talk, work, tap.do))


def _screen(talk: Talk, work: Work, do: str) -> Screen:
    """Screens that only show; what is read-only shows what it is."""
    t = talk.t
    if do == WorkTap.DECLINE and not work.handed_in:
        return screens.reasons(t, work)
    if not work.editable:
        return screens.programme(t, work)
    match do:
        case WorkTap.ALL:
            return card.all_criteria(t, work)
        case WorkTap.GAPS:
            return card.gap_list(t, work)
        case WorkTap.SUBMIT:
            return card.confirm_submit(t, work)
        case _:
            return screens.programme(t, work)


@router.callback_query(ReasonTap.filter())
async def reason_chosen(callback: CallbackQuery, callback_data: ReasonTap, talk: Talk, evaluation: Evaluation) -> None:
    """Decline with a reason; another reason is asked for in words."""
    work = await evaluation.scoring.look(talk.actor, callback_data.a)
    known = {reason.value: reason for reason in DeclineReason}
    reason = known.get(callback_data.why, DeclineReason.OTHER)
    if reason is DeclineReason.CONFLICT:
        await conflict.ask(talk, work, changed=work.editable)
        return
    if reason is DeclineReason.OTHER:
        talk.expect(DECLINE, assignment=callback_data.a)
        programme = words.programme_name(talk.t, work.programme)
        await talk.show(Screen(talk.t("evaluation-decline-words", programme=programme)))
        return
    declined = await evaluation.scoring.decline(talk.actor, callback_data.a, reason)
    await talk.show(screens.programme(talk.t, declined), talk.t.plain("evaluation-toast-declined"))


@router.message(Expecting(DECLINE))
async def reason_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Decline with the expert's own words."""
    if not talk.first_of_album():
        return
    reason = await parsers.text(WORDS_LIMIT)(message, talk)
    declined = await evaluation.scoring.decline(talk.actor, expected["assignment"], DeclineReason.OTHER, reason)
    talk.memory.forget()
    await talk.send(screens.programme(talk.t, declined))


@router.callback_query(MaterialTap.filter())
async def material_wanted(
    callback: CallbackQuery, callback_data: MaterialTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A file of the presentation, sent below the card."""
    material = await evaluation.programmes.material(talk.actor, callback_data.m)
    await talk.answer()
    if material.kind is MaterialKind.LINK:
        await talk.send(Screen(talk.t("evaluation-material-link", name=material.name, url=material.reference)))
    elif not await talk.send_stored(material.reference, photo=material.kind is MaterialKind.PHOTO):
        await talk.send(Screen(talk.t("evaluation-material-gone", name=material.name)))


@router.callback_query(ReviseTap.filter())
async def revise_wanted(callback: CallbackQuery, callback_data: ReviseTap, talk: Talk, evaluation: Evaluation) -> None:
    """The author opens the own signed sheet again, asked once more."""
    work = await evaluation.scoring.look(talk.actor, callback_data.a)
    revisable = work.assignment.state is AssignmentState.SUBMITTED and not work.barred
    if not revisable and not callback_data.y:
        await talk.show(screens.programme(talk.t, work))
    elif not callback_data.y:
        await talk.show(screens.revise_ask(talk.t, work))
    else:
        work = await evaluation.scoring.revise(talk.actor, callback_data.a)
        await talk.show(screens.programme(talk.t, work), talk.t.plain("evaluation-toast-revising"))


@router.callback_query(OthersTap.filter())
async def others_wanted(callback: CallbackQuery, callback_data: OthersTap, talk: Talk, evaluation: Evaluation) -> None:
    """What the other experts say, for one who has signed."""
    await talk.show(screens.others(talk.t, await evaluation.scoring.others(talk.actor, callback_data.a)))
