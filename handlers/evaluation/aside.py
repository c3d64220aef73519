"""What lies beside the card: materials and kept files to look at, own earlier remarks to take; then back to it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.engine import Button, Screen, Talk
from handlers.evaluation import result, words
from handlers.evaluation import work as screens
from handlers.evaluation.expert import show_card
from handlers.evaluation.taps import AsideTap, GoTap
from locales import Translator, lines
from services.evaluation import EarlierRemarks, Evaluation

router = Router(name="evaluation-aside")

SHOWN_REMARK = 300


@router.callback_query(AsideTap.filter())
async def aside_tapped(callback: CallbackQuery, callback_data: AsideTap, talk: Talk, evaluation: Evaluation) -> None:
    """A look beside the card."""
    tap, t = callback_data, talk.t
    back = Button(t.plain("evaluation-button-to-criterion"), GoTap(a=tap.a, i=max(0, tap.i)))
    match tap.do:
        case AsideTap.MATERIALS:
            work, found = await evaluation.scoring.materials(talk.actor, tap.a)
            await talk.show(screens.materials(t, work, found, back))
        case AsideTap.FILES:
            files = await evaluation.remarks.files(talk.actor, tap.a)
            work = await evaluation.scoring.look(talk.actor, tap.a)
            keys = [criterion.key for criterion in work.sheet.criteria[max(0, tap.i) : max(0, tap.i) + 1]]
            shown = [one for one in files if one.criterion in keys]
            text = t("evaluation-files-head" if shown else "evaluation-files-none")
            await talk.show(Screen(text, [*result.evidence_buttons(t, shown, own=True), [back]]))
        case AsideTap.REUSE:
            scored = await evaluation.remarks.reuse(talk.actor, tap.a, tap.i, tap.n)
            await show_card(talk, scored, t.plain("evaluation-toast-reused") if scored.applied else None)
        case AsideTap.ERASE:
            scored = await evaluation.remarks.erase(talk.actor, tap.a, tap.i)
            await show_card(talk, scored, t.plain("evaluation-toast-erased") if scored.applied else None)
        case _:
            await talk.show(_earlier(t, await evaluation.remarks.earlier(talk.actor, tap.a, tap.i), tap, back))


def _earlier(t: Translator, found: EarlierRemarks, tap: AsideTap, back: Button) -> Screen:
    if not found.remarks:
        return Screen(t("evaluation-earlier-none", number=found.criterion.number), [[back]])
    listed = [
        t("evaluation-earlier-line", place=place, text=words.brief(one.text, SHOWN_REMARK), programme=one.programme)
        for place, one in enumerate(found.remarks, start=1)
    ]
    take = [
        Button(f"{place}", AsideTap(a=tap.a, i=tap.i, do=AsideTap.REUSE, n=one.assignment_id))
        for place, one in enumerate(found.remarks, start=1)
    ]
    text = lines(t("evaluation-earlier-head", number=found.criterion.number), *listed, gap="\n\n")
    return Screen(text, [take, [back]])
