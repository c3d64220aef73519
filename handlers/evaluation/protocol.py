"""The session's protocol: what keeps it from being signed, the signature, amendments with their reasons, the files."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.evaluation.states import SessionState
from documents.worker import DocumentWorker
from handlers.engine import Button, Expecting, Screen, Talk, parsers
from handlers.evaluation import words
from handlers.evaluation.outcome_taps import PaperTap, ProtocolTap, SignTap
from handlers.evaluation.printed_amendment import amendment_files
from handlers.evaluation.printed_protocol import signed_files
from handlers.evaluation.taps import ReportTap, SessionTap
from locales import Html, Translator, lines
from services.evaluation import Evaluation, ProtocolCard

router = Router(name="evaluation-protocol")

AMENDING = "evaluation_amending"
REASON_LIMIT = 1_000
CHANGED_SHOWN = 10


@router.callback_query(ProtocolTap.filter())
async def protocol_tapped(
    callback: CallbackQuery, callback_data: ProtocolTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of the protocol's card."""
    tap, t = callback_data, talk.t
    card = await evaluation.protocols.look(talk.actor, tap.s)
    if tap.do == ProtocolTap.SIGN and card.to_sign:
        await talk.show(_sign_ask(t, card))
    elif tap.do == ProtocolTap.AMEND and card.to_amend:
        talk.expect(AMENDING, session=tap.s, stamp=card.stamp)
        text = lines(t("evaluation-amend-why"), _changed(t, card), gap="\n\n")
        await talk.show(Screen(text, [[_back(t, tap.s)]]))
    else:
        await talk.show(protocol(t, card))


@router.callback_query(SignTap.filter())
async def sign_tapped(callback: CallbackQuery, callback_data: SignTap, talk: Talk, evaluation: Evaluation) -> None:
    """Sign what was read; when it would say something else now, show that instead."""
    tap, t = callback_data, talk.t
    card = await evaluation.protocols.look(talk.actor, tap.s)
    if not card.to_sign:
        await talk.show(protocol(t, card))
    elif card.stamp != tap.stamp:
        await talk.show(protocol(t, card), t.plain("evaluation-toast-result-moved"))
    else:
        card = await evaluation.protocols.sign(talk.actor, tap.s, tap.stamp)
        await talk.show(protocol(t, card), t.plain("evaluation-toast-protocol-signed"))


@router.callback_query(PaperTap.filter())
async def paper_tapped(
    callback: CallbackQuery, callback_data: PaperTap, talk: Talk, evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """The files of what was signed, made of what was kept then; sent below."""
    tap = callback_data
    paper = await evaluation.protocols.paper(talk.actor, tap.s, tap.n)
    await talk.answer(talk.t.plain("evaluation-toast-preparing"))
    make = amendment_files if tap.n else signed_files
    for file in await documents.run(make, talk.t, paper):
        await talk.send_file(file)


@router.message(Expecting(AMENDING))
async def amendment_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Sign the amendment with its reason; when more has changed since it was asked, show that first."""
    if not talk.first_of_album():
        return
    reason = await parsers.text(REASON_LIMIT)(message, talk)
    session_id = expected["session"]
    card = await evaluation.protocols.look(talk.actor, session_id)
    if card.to_amend and card.stamp != expected["stamp"]:
        talk.memory.forget()
        screen = protocol(talk.t, card)
        await talk.send(Screen(lines(talk.t("evaluation-amend-moved"), screen.text, gap="\n\n"), screen.rows))
        return
    card = await evaluation.protocols.amend(talk.actor, session_id, reason, expected["stamp"])
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
    s = card.session.id
    rows = [
        [Button(t.plain("evaluation-button-paper", number=one.number), PaperTap(s=s, n=one.number))]
        for one in card.protocols
    ]
    if card.to_sign:
        rows.append([Button(t.plain("evaluation-button-sign-protocol"), ProtocolTap(s=s, do=ProtocolTap.SIGN))])
    if card.to_amend:
        rows.append([Button(t.plain("evaluation-button-amend"), ProtocolTap(s=s, do=ProtocolTap.AMEND))])
    if not card.protocols:
        rows.append([Button(t.plain("evaluation-button-draft"), ReportTap(s=s, do=ReportTap.PROTOCOL))])
    back = Button(t.plain("evaluation-button-session"), SessionTap(s=s, do=SessionTap.LOOK))
    return Screen(text, [*rows, [back]])


def _sign_ask(t: Translator, card: ProtocolCard) -> Screen:
    s = card.session.id
    text = t("evaluation-sign-ask", title=card.session.title)
    sure = Button(t.plain("evaluation-button-sign-sure"), SignTap(s=s, stamp=card.stamp))
    draft = Button(t.plain("evaluation-button-draft"), ReportTap(s=s, do=ReportTap.PROTOCOL))
    return Screen(text, [[sure], [draft], [_back(t, s)]])


def _back(t: Translator, session_id: int) -> Button:
    return Button(t.plain("evaluation-button-back"), ProtocolTap(s=session_id, do=ProtocolTap.LOOK))


def _changed(t: Translator, card: ProtocolCard) -> Html | None:
    if not card.changed:
        return None
    more = len(card.changed) - CHANGED_SHOWN
    named = ", ".join(words.brief(label, 40) for label in card.changed[:CHANGED_SHOWN])
    return t("evaluation-protocol-changed", programmes=f"{named}…" if more > 0 else named)


def _state(t: Translator, card: ProtocolCard) -> Html | None:
    if card.session.state is not SessionState.CLOSED:
        return t("evaluation-protocol-not-closed")
    if card.hidden:
        return t("evaluation-protocol-hidden", count=card.hidden)
    if card.undecided:
        return t("evaluation-protocol-undecided", count=card.undecided)
    if not card.protocols:
        return t("evaluation-protocol-ready")
    return _changed(t, card) or t("evaluation-protocol-current")
