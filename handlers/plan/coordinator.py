"""What a coordinator does with the plan's obligations."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.obligations import REASON_LIMIT, Act, Obligation, ObligationClosed, after
from handlers.engine import Button, Expecting, Screen, Talk, parsers, refusal
from handlers.plan import board, forms, screens, words
from handlers.plan.taps import BoardTap, DecideTap, HeadTap, ObligationTap
from locales import lines
from services.plan import WorkPlan
from storage.obligation_lists import Which

router = Router(name="plan-coordinator")
router.include_router(forms.date_form.router)

REASON = "plan_reason"
_ASKED = {DecideTap.REFUSE: Act.REFUSE, DecideTap.WAIVE: Act.WAIVE, DecideTap.REOPEN: Act.REOPEN}


@router.callback_query(BoardTap.filter())
async def board_tapped(callback: CallbackQuery, callback_data: BoardTap, talk: Talk, plan: WorkPlan) -> None:
    """The board and what hangs on it."""
    tap, coordination = callback_data, plan.coordination
    match tap.do:
        case BoardTap.LIST:
            which = next((one for one in Which if one.value == tap.which), Which.OPEN)
            listing = await coordination.listing(
                talk.actor, which, tap.page, section_of=tap.section or None, organisation=tap.organisation or None
            )
            await talk.show(board.listing(talk.t, listing, tap, which))
        case BoardTap.SECTIONS:
            await talk.show(board.sections(talk.t, await coordination.sections(talk.actor)))
        case BoardTap.ORGANISATIONS:
            await talk.show(board.organisations(talk.t, await coordination.organisations(talk.actor, tap.page)))
        case _:
            await show_board(talk, plan)


async def show_board(talk: Talk, plan: WorkPlan) -> None:
    """The cluster at a glance."""
    await talk.show(board.board(talk.t, await plan.coordination.board(talk.actor)))


@router.callback_query(DecideTap.filter())
async def decided(callback: CallbackQuery, callback_data: DecideTap, talk: Talk, plan: WorkPlan) -> None:
    """A decision: at once, or after its reason or date."""
    talk.actor.require(Permission.MANAGE_PLAN)
    tap = callback_data
    card = await plan.obligations.card(talk.actor, tap.o)
    one = card.obligation
    try:
        match tap.do:
            case DecideTap.AGREE:
                one = await plan.coordination.agree(talk.actor, tap.o)
                await _show(talk, plan, one, talk.t.plain("plan-toast-agreed"))
            case DecideTap.MOVE | DecideTap.DATE:
                after(Act.MOVE, one.state)
                preset = {"obligation": one.id, "all": tap.do == DecideTap.DATE}
                await forms.date_form.begin(talk, preset)
            case DecideTap.REFUSE | DecideTap.WAIVE | DecideTap.REOPEN:
                after(_ASKED[tap.do], one.state)
                talk.expect(REASON, obligation=one.id, act=_ASKED[tap.do].value)
                await talk.show(_ask_reason(talk, one, _ASKED[tap.do]))
            case _:
                await talk.show(screens.card(talk.t, card))
    except ObligationClosed as closed:
        await talk.show(screens.card(talk.t, card), refusal(talk.t, closed, plain=True))


async def _show(talk: Talk, plan: WorkPlan, one: Obligation, toast: str) -> None:
    await talk.show(screens.card(talk.t, await plan.obligations.card(talk.actor, one.id)), toast)


def _ask_reason(talk: Talk, one: Obligation, act: Act) -> Screen:
    back = Button(talk.t.plain("form-back"), ObligationTap(o=one.id, do=ObligationTap.LOOK))
    return Screen(talk.t(f"plan-why-{act.value}", name=words.name(one)), [[back]])


@router.message(Expecting(REASON))
async def reason_typed(message: Message, talk: Talk, expected: dict[str, Any], plan: WorkPlan) -> None:
    """Why: the executor reads it too."""
    if not talk.first_of_album():
        return
    obligation_id, act = int(expected["obligation"]), Act(expected["act"])
    does = {
        Act.REFUSE: plan.coordination.refuse,
        Act.WAIVE: plan.coordination.waive,
        Act.REOPEN: plan.coordination.reopen,
    }[act]
    try:
        one = await does(talk.actor, obligation_id, await parsers.text(REASON_LIMIT)(message, talk))
        said = talk.t(f"plan-decided-{act.value}")
    except Invalid as error:
        one = (await plan.obligations.card(talk.actor, obligation_id)).obligation
        asked = _ask_reason(talk, one, act)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    except ObligationClosed as closed:
        said = refusal(talk.t, closed)
    talk.memory.forget()
    shown = screens.card(talk.t, await plan.obligations.card(talk.actor, obligation_id))
    await talk.send(Screen(lines(said, shown.text, gap="\n\n"), shown.rows))


@router.callback_query(HeadTap.filter())
async def head_tapped(callback: CallbackQuery, callback_data: HeadTap, talk: Talk, plan: WorkPlan) -> None:
    """Who is head of an organisation, or chair of the council."""
    tap, toast = callback_data, None
    organisation_id = tap.organisation or None
    if tap.person:
        found = await plan.coordination.name(talk.actor, organisation_id, tap.person)
        toast = talk.t.plain("plan-toast-named")
    else:
        found = await plan.coordination.candidates(talk.actor, organisation_id)
    await talk.show(board.heads(talk.t, found), toast)
