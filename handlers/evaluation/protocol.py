"""The session's protocol: what keeps it from being signed, the signature, amendments with their reasons."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.evaluation.states import SessionState
from handlers.engine import Button, Expecting, Screen, Talk, parsers
from handlers.evaluation import words
from handlers.evaluation.outcome_taps import ProtocolTap
from handlers.evaluation.taps import SessionTap
from locales import Translator, lines
from services.evaluation import Evaluation, ProtocolCard

router = Router(name="evaluation-protocol")

AMENDING = "evaluation_amending"
REASON_LIMIT = 1_000


@router.callback_query(ProtocolTap.filter())
async def protocol_tapped(
    callback: CallbackQuery, callback_data: ProtocolTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of the protocol's card."""
    tap, t = callback_data, talk.t
    match tap.do:
        case ProtocolTap.SIGN:
            card = await evaluation.protocols.sign(talk.actor, tap.s)
            await talk.show(protocol(t, card), t.plain("evaluation-toast-protocol-signed"))
        case ProtocolTap.AMEND:
            card = await evaluation.protocols.look(talk.actor, tap.s)
            if not (card.changed and card.signs):
                await talk.show(protocol(t, card))
                return
            talk.expect(AMENDING, session=tap.s)
            back = Button(t.plain("evaluation-button-back"), ProtocolTap(s=tap.s, do=ProtocolTap.LOOK))
            await talk.show(Screen(t("evaluation-amend-why"), [[back]]))
        case _:
            await talk.show(protocol(t, await evaluation.protocols.look(talk.actor, tap.s)))


@router.message(Expecting(AMENDING))
async def amendment_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Sign the amendment with its reason."""
    if not talk.first_of_album():
        return
    reason = await parsers.text(REASON_LIMIT)(message, talk)
    card = await evaluation.protocols.amend(talk.actor, expected["session"], reason)
    talk.memory.forget()
    await talk.send(protocol(talk.t, card))


def protocol(t: Translator, card: ProtocolCard) -> Screen:
    """Signed protocols of a session and what can be done."""
    signed = [
        lines(
            t("evaluation-protocol-line", number=one.number, at=t.moment(one.signed_at), code=one.code),
            t("evaluation-protocol-reason", reason=words.brief(one.reason, 300)) if one.reason else None,
        )
        for one in card.protocols
    ]
    text = lines(
        t("evaluation-protocol-head", title=card.session.title),
        *signed,
        _state(t, card),
        None if card.signs else t("evaluation-protocol-chair", name=card.chair),
        gap="\n\n",
    )
    s, closed = card.session.id, card.session.state is SessionState.CLOSED
    rows: list[list[Button]] = []
    ready = card.signs and closed and not card.undecided and not card.hidden
    if ready and not card.protocols:
        rows.append([Button(t.plain("evaluation-button-sign-protocol"), ProtocolTap(s=s, do=ProtocolTap.SIGN))])
    if ready and card.changed:
        rows.append([Button(t.plain("evaluation-button-amend"), ProtocolTap(s=s, do=ProtocolTap.AMEND))])
    back = Button(t.plain("evaluation-button-session"), SessionTap(s=s, do=SessionTap.LOOK))
    return Screen(text, [*rows, [back]])


def _state(t: Translator, card: ProtocolCard) -> Any:
    if card.session.state is not SessionState.CLOSED:
        return t("evaluation-protocol-not-closed")
    if card.hidden:
        return t("evaluation-protocol-hidden", count=card.hidden)
    if card.undecided:
        return t("evaluation-protocol-undecided", count=card.undecided)
    if not card.protocols:
        return t("evaluation-protocol-ready")
    return t("evaluation-protocol-changed" if card.changed else "evaluation-protocol-current")
