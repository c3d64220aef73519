"""An expert looks at a college's corrections: only those criteria, one a screen, nobody else's word."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.evaluation.scoring import REMARK_LIMIT, Verdict
from cluster.evaluation.sheet import Criterion
from handlers.engine import Button, Expecting, Screen, Talk, grid, parsers
from handlers.evaluation import college, words
from handlers.evaluation.outcome_taps import RecheckTap
from handlers.evaluation.taps import WorkTap
from locales import Translator, lines
from services.evaluation import Evaluation, RecheckCard

router = Router(name="evaluation-recheck")

STILL_MISSING = "evaluation_still_missing"
_SAID = {RecheckTap.FIXED: Verdict.MEETS, RecheckTap.CANNOT: Verdict.CANNOT_ASSESS}


@router.callback_query(RecheckTap.filter())
async def recheck_tapped(
    callback: CallbackQuery, callback_data: RecheckTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of the check."""
    tap, t = callback_data, talk.t
    card = await evaluation.corrections.to_recheck(talk.actor, tap.a)
    known = 0 <= tap.i < len(card.work.sheet.criteria) and card.work.sheet.criteria[tap.i] in card.to_check
    if tap.do in _SAID and known:
        card = await evaluation.corrections.recheck(talk.actor, tap.a, tap.i, _SAID[tap.do])
        await talk.show(_next(t, card), t.plain("evaluation-toast-recheck-kept"))
    elif tap.do == RecheckTap.NOT_FIXED and known:
        talk.expect(STILL_MISSING, assignment=tap.a, index=tap.i)
        number = card.work.sheet.criteria[tap.i].number
        back = Button(t.plain("evaluation-button-back"), RecheckTap(a=tap.a, do=RecheckTap.CRITERION, i=tap.i))
        await talk.show(Screen(t("evaluation-recheck-why", number=number), [[back]]))
    elif tap.do == RecheckTap.CRITERION and known:
        await talk.show(_criterion(t, card, card.work.sheet.criteria[tap.i]))
    else:
        await talk.show(_overview(t, card))


@router.message(Expecting(STILL_MISSING))
async def missing_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """What is still missing, in words."""
    if not talk.first_of_album():
        return
    text = await parsers.text(REMARK_LIMIT)(message, talk)
    card = await evaluation.corrections.recheck(
        talk.actor, expected["assignment"], expected["index"], Verdict.FAILS, text
    )
    talk.memory.forget()
    await talk.send(_next(talk.t, card))


def _next(t: Translator, card: RecheckCard) -> Screen:
    return _criterion(t, card, card.open[0]) if card.open else _overview(t, card)


def _overview(t: Translator, card: RecheckCard) -> Screen:
    a, places = card.work.assignment.id, card.work.sheet.places
    text = lines(
        words.programme_head(t, card.work.programme, "evaluation-recheck-head"),
        t("evaluation-recheck-progress", done=len(card.to_check) - len(card.open), total=len(card.to_check)),
        t("evaluation-recheck-thanks") if not card.open else None,
        gap="\n\n",
    )
    buttons = [
        Button(f"{_mark(card, one)} {one.number}", RecheckTap(a=a, do=RecheckTap.CRITERION, i=places[one.key]))
        for one in card.to_check
    ]
    back = Button(t.plain("evaluation-button-programme"), WorkTap(a=a, do=WorkTap.LOOK))
    return Screen(text, [*grid(buttons, 4), [back]])


def _mark(card: RecheckCard, criterion: Criterion) -> str:
    said = card.said(criterion)
    return words.MARKS[said.verdict] if said else "▫️"


def _criterion(t: Translator, card: RecheckCard, criterion: Criterion) -> Screen:
    a, i = card.work.assignment.id, card.work.sheet.places[criterion.key]
    before, said = card.work.answer(criterion), card.said(criterion)
    fix = card.corrections.texts.get(criterion.key)
    ruling = card.decided.rulings.get(criterion.key)
    text = lines(
        words.programme_head(t, card.work.programme, "evaluation-recheck-head"),
        t("evaluation-card-criterion", number=criterion.number, text=criterion.text),
        t("evaluation-recheck-before", remark=words.brief(before.remark, 400)) if before.remark else None,
        t("evaluation-fix-ruling", words=ruling["words"]) if ruling else None,
        t("evaluation-recheck-fix", text=words.brief(fix, 600)) if fix else t("evaluation-recheck-files-only"),
        t("evaluation-recheck-said", verdict=t.plain(f"evaluation-rechecked-{said.verdict.value.replace('_', '-')}"))
        if said
        else None,
        gap="\n\n",
    )
    rows = [
        [Button(t.plain("evaluation-button-fixed"), RecheckTap(a=a, do=RecheckTap.FIXED, i=i))],
        [Button(t.plain("evaluation-button-not-fixed"), RecheckTap(a=a, do=RecheckTap.NOT_FIXED, i=i))],
        [Button(t.plain("evaluation-button-cannot-assess"), RecheckTap(a=a, do=RecheckTap.CANNOT, i=i))],
    ]
    files = college.file_buttons([one for one in card.corrections.files if one.criterion == criterion.key])
    every = Button(t.plain("evaluation-button-all"), RecheckTap(a=a, do=RecheckTap.LOOK))
    return Screen(text, [*rows, *files, [every]])
