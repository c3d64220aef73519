"""Conflicts of interest: experts are asked at acceptance and before signing, coordinators say it themselves."""

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.evaluation.conflict import DECLARABLE, SEVERITY, Conflict, Ground
from cluster.evaluation.model import Programme, Work
from cluster.evaluation.states import HANDED_IN, AssignmentState
from handlers.engine import Button, Screen, Talk
from handlers.evaluation import board, card, words
from handlers.evaluation import work as screens
from handlers.evaluation.taps import ConflictTap, ProgrammeTap, RecuseTap, WorkTap
from locales import Translator
from services.evaluation import Evaluation

router = Router(name="evaluation-conflict")

_UNANSWERED = (AssignmentState.INVITED, AssignmentState.DECLINED, AssignmentState.EXPIRED)


async def ask(talk: Talk, work: Work, *, changed: bool) -> None:
    """What connects the expert with the college? Where the answer can change nothing, the programme is shown."""
    scoring = work.editable or work.assignment.state in HANDED_IN
    askable = scoring if changed else work.assignment.state in _UNANSWERED
    if not askable or work.barred or work.replaced:
        await talk.show(screens.programme(talk.t, work))
        return
    mode = ConflictTap.CHANGE if changed else ConflictTap.ACCEPTANCE
    await talk.show(_question(talk.t, work, mode))


def _question(t: Translator, work: Work, mode: str) -> Screen:
    a = work.assignment.id
    rows = [[Button(_label(t, ground), ConflictTap(a=a, g=ground.value, m=mode))] for ground in DECLARABLE]
    back = Button(t.plain("evaluation-button-programme"), WorkTap(a=a, do=WorkTap.LOOK))
    return Screen(t("evaluation-conflict-ask", college=work.programme.college), [*rows, [back]])


def _label(t: Translator, ground: Ground) -> str:
    return t.plain(f"evaluation-ground-{ground.value}")


@router.callback_query(ConflictTap.filter())
async def answered(callback: CallbackQuery, callback_data: ConflictTap, talk: Talk, evaluation: Evaluation) -> None:
    """The expert's answer; one that closes the sheet is asked twice."""
    tap, t = callback_data, talk.t
    ground = _ground(tap.g)
    changed = tap.m == ConflictTap.CHANGE
    if ground is None or (SEVERITY[ground] is Conflict.HARD and not tap.y):
        work = await evaluation.scoring.look(talk.actor, tap.a)
        if ground is None or work.barred or work.replaced:
            await ask(talk, work, changed=changed)
        else:
            await talk.show(_sure(t, work, ground, tap.m))
        return
    before = await evaluation.scoring.look(talk.actor, tap.a)
    if changed:
        work = await evaluation.scoring.declare(talk.actor, tap.a, ground)
        toast = t.plain("evaluation-toast-conflict-kept")
        shown = card.confirm_submit(t, work) if work.editable else screens.programme(t, work)
        await talk.show(shown, toast)
        return
    work = await evaluation.scoring.accept(talk.actor, tap.a, ground)
    accepted = before.assignment.state in _UNANSWERED and work.editable
    await talk.show(screens.programme(t, work), t.plain("evaluation-toast-accepted") if accepted else None)


def _sure(t: Translator, work: Work, ground: Ground, mode: str) -> Screen:
    a = work.assignment.id
    text = t("evaluation-conflict-sure", college=work.programme.college, ground=_label(t, ground))
    yes = Button(t.plain("evaluation-button-conflict-sure"), ConflictTap(a=a, g=ground.value, m=mode, y=1))
    back = WorkTap(a=a, do=WorkTap.CONFLICT if mode == ConflictTap.CHANGE else WorkTap.ACCEPT)
    return Screen(text, [[yes], [Button(t.plain("evaluation-button-back"), back)]])


def _ground(code: str) -> Ground | None:
    return next((ground for ground in DECLARABLE if ground.value == code), None)


# --- coordinators ----------------------------------------------------------------------------------------------------


def recuse_ask(t: Translator, programme: Programme) -> Screen:
    """What connects the coordinator with the college?"""
    hard = [ground for ground in DECLARABLE if SEVERITY[ground] is Conflict.HARD]
    rows = [[Button(_label(t, ground), RecuseTap(p=programme.id, g=ground.value))] for ground in hard]
    back = Button(t.plain("evaluation-button-back"), ProgrammeTap(p=programme.id, do=ProgrammeTap.LOOK))
    text = t("evaluation-recuse-ask", programme=words.programme_name(t, programme), college=programme.college)
    return Screen(text, [*rows, [back]])


@router.callback_query(RecuseTap.filter())
async def recused(callback: CallbackQuery, callback_data: RecuseTap, talk: Talk, evaluation: Evaluation) -> None:
    """The coordinator's answer, asked twice: it cannot be taken back."""
    tap, t = callback_data, talk.t
    ground = _ground(tap.g)
    shown = await evaluation.programmes.look(talk.actor, tap.p)
    if ground is None or SEVERITY[ground] is not Conflict.HARD:
        await talk.show(recuse_ask(t, shown.programme))
    elif shown.is_hidden:
        await talk.show(board.programme(t, shown))
    elif not tap.y:
        yes = Button(t.plain("evaluation-button-conflict-sure"), RecuseTap(p=tap.p, g=ground.value, y=1))
        back = Button(t.plain("evaluation-button-back"), ProgrammeTap(p=tap.p, do=ProgrammeTap.RECUSE))
        await talk.show(Screen(t("evaluation-recuse-sure", ground=_label(t, ground)), [[yes], [back]]))
    else:
        await talk.show(board.programme(t, await evaluation.programmes.recuse(talk.actor, tap.p, ground)))
