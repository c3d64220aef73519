"""What an expert writes or sends while a sheet is open.

Nothing has to be asked for first: the service knows from the database which criterion the expert stands at.
"""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.evaluation.model import EvidenceKind
from cluster.evaluation.scoring import REMARK_LIMIT, Need
from handlers.engine import Button, Screen, Talk, parsers
from handlers.evaluation import card
from handlers.evaluation.expert import show_card
from handlers.evaluation.taps import KeepTap, WorkTap
from locales import Html, Translator, lines
from services.evaluation import Evaluation, Heard, Keep, NewEvidence, Outcome, Said

router = Router(name="evaluation-writing")


class AtCriterion(Filter):
    """The person is in the middle of a sheet and nothing else waits for their answer."""

    async def __call__(self, message: Message, talk: Talk, evaluation: Evaluation) -> bool | dict[str, Any]:
        if talk.memory.state is not None or (message.text or "").startswith("/"):
            return False
        if not talk.actor.can(Permission.SCORE_PROGRAMMES):
            return False
        assignment_id = await evaluation.remarks.active(talk.actor)
        return False if assignment_id is None else {"assignment_id": assignment_id}


@router.message(AtCriterion())
async def heard(message: Message, talk: Talk, evaluation: Evaluation, assignment_id: int) -> None:
    """A message to the open sheet."""
    if message.text:
        said = Said(message.message_id, parsers.said(message), message.date)
        result = await evaluation.remarks.hear(talk.actor, assignment_id, said)
    else:
        file = _evidence(message)
        if file is None:
            if talk.first_of_album():
                await talk.send(Screen(talk.t("evaluation-not-for-remark")))
            return
        result = await evaluation.remarks.show(talk.actor, assignment_id, file)
    if result.outcome is Outcome.MORE or (result.outcome is Outcome.UNEXPECTED and not talk.first_of_album()):
        return
    await talk.send(_reply(talk.t, result, message.voice.duration if message.voice else None))


def _evidence(message: Message) -> NewEvidence | None:
    """The file of a message, if it is one that can stand for a remark."""
    common: dict[str, Any] = {
        "message_id": message.message_id,
        "album": message.media_group_id,
        "caption": parsers.clean(message.caption) if message.caption else None,
    }
    if message.voice:
        voice = message.voice
        return NewEvidence(
            kind=EvidenceKind.VOICE,
            file_id=voice.file_id,
            file_unique_id=voice.file_unique_id,
            seconds=voice.duration,
            **common,
        )
    if message.photo:
        photo = message.photo[-1]
        return NewEvidence(
            kind=EvidenceKind.PHOTO, file_id=photo.file_id, file_unique_id=photo.file_unique_id, **common
        )
    if message.document:
        document = message.document
        return NewEvidence(
            kind=EvidenceKind.DOCUMENT,
            file_id=document.file_id,
            file_unique_id=document.file_unique_id,
            name=(document.file_name or "")[:255] or None,
            **common,
        )
    return None


def _reply(t: Translator, result: Heard, seconds: int | None) -> Screen:
    """What became of the message, then the card; `seconds` is the length of a voice message."""
    work, number = result.scored.work, result.criterion.number
    match result.outcome:
        case Outcome.OFFERED:
            return _offer(t, result)
        case Outcome.TOO_LONG:
            return _too_long(t, result)
        case Outcome.REMARK:
            note = t("evaluation-kept-remark", number=number)
        case Outcome.EVIDENCE if seconds is not None:
            length = f"{seconds // 60}:{seconds % 60:02d}"
            note = t("evaluation-kept-voice", number=number, length=length)
        case Outcome.EVIDENCE:
            note = t("evaluation-kept-evidence", number=number)
        case Outcome.UNEXPECTED:
            wants_value = result.scored.place.asks is Need.VALUE
            note = t("evaluation-file-instead-of-value" if wants_value else "evaluation-file-unexpected", number=number)
        case _:
            note = Html("")
    screen = card.card(t, work, result.scored.place)
    return Screen(lines(note, screen.text, gap="\n\n"), screen.rows)


def _offer(t: Translator, result: Heard) -> Screen:
    """Is this text a remark to the open criterion?"""
    work, criterion = result.scored.work, result.criterion
    a, i = work.assignment.id, work.sheet.places[criterion.key]
    if work.answer(criterion).remark:
        choices = [("evaluation-button-keep-add", Keep.ADD), ("evaluation-button-keep-replace", Keep.REPLACE)]
    else:
        choices = [("evaluation-button-keep", Keep.REPLACE)]
    rows = [[Button(t.plain(key, number=criterion.number), KeepTap(a=a, i=i, how=how.value))] for key, how in choices]
    drop = [Button(t.plain("evaluation-button-drop"), KeepTap(a=a, i=i, how=Keep.DROP.value))]
    asks_value = result.scored.place.asks is Need.VALUE
    hint = t("evaluation-offer-value") if asks_value else None
    return Screen(lines(t("evaluation-offer", number=criterion.number), hint, gap="\n\n"), [*rows, drop])


def _too_long(t: Translator, result: Heard) -> Screen:
    """How much too long the text is; it stays above in the chat, and its beginning can be taken as it is."""
    a, i = result.scored.work.assignment.id, result.scored.work.sheet.places[result.criterion.key]
    text = t("evaluation-too-long", number=result.criterion.number, limit=REMARK_LIMIT, over=result.over)
    cut = [Button(t.plain("evaluation-button-cut", limit=REMARK_LIMIT), KeepTap(a=a, i=i, how=Keep.CUT.value))]
    drop = [Button(t.plain("evaluation-button-drop"), KeepTap(a=a, i=i, how=Keep.DROP.value))]
    back = [Button(t.plain("evaluation-button-continue"), WorkTap(a=a, do=WorkTap.SCORE))]
    return Screen(text, [cut, drop, back])


@router.callback_query(KeepTap.filter())
async def kept(callback: CallbackQuery, callback_data: KeepTap, talk: Talk, evaluation: Evaluation) -> None:
    """The text that was kept aside becomes the remark, or is dropped."""
    tap = callback_data
    how = next((one for one in Keep if one.value == tap.how), Keep.DROP)
    scored = await evaluation.remarks.keep(talk.actor, tap.a, tap.i, how)
    toast = None
    if scored.applied and how is not Keep.DROP:
        toast = talk.t.plain("evaluation-toast-remark", number=scored.work.sheet.criteria[tap.i].number)
    await show_card(talk, scored, toast)
