"""What a college does with a released outcome: answers it, corrects criteria with evidence, hands that in."""

from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.errors import Invalid
from cluster.evaluation.outcome import CollegeAnswer, Outcome
from handlers.engine import Button, Expecting, Screen, Talk, grid, parsers
from handlers.evaluation import result, words
from handlers.evaluation.outcome_taps import CollegeTap, FixFileTap
from handlers.menu import MenuTap
from locales import Html, Translator, lines
from services.evaluation import Evaluation, NewFixFile, ReleasedCard
from storage.evaluation_corrections import FixFile

router = Router(name="evaluation-college")

OBJECTION, FIX = "evaluation_objection", "evaluation_fix"
WORDS_LIMIT = 1_000
SHOWN_REMARKS = 12


class FixExpected(Invalid):
    """Neither words nor a photo or document."""

    code = "evaluation-fix-expected"


@router.callback_query(CollegeTap.filter())
async def college_tapped(
    callback: CallbackQuery, callback_data: CollegeTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A button of a released outcome."""
    tap, service, t = callback_data, evaluation.corrections, talk.t
    card = await service.released(talk.actor, tap.p)
    match tap.do:
        case CollegeTap.ACCEPT if card.decided.fixed_at is None:
            card = await service.answer(talk.actor, tap.p, CollegeAnswer.ACCEPTED)
            await talk.show(released(t, card), t.plain("evaluation-toast-answer-kept"))
        case CollegeTap.OBJECT if card.decided.fixed_at is None:
            talk.expect(OBJECTION, programme=tap.p)
            await talk.show(_question(t, t("evaluation-objection-why"), tap.p))
        case CollegeTap.FIX if card.editable:
            await _ask_fix(talk, card, tap.i)
        case CollegeTap.HAND_IN if card.editable:
            card = await service.hand_in(talk.actor, tap.p)
            await talk.show(released(t, card), t.plain("evaluation-toast-fixes-sent"))
        case _:
            await talk.show(released(t, card))


async def _ask_fix(talk: Talk, card: ReleasedCard, index: int) -> None:
    criteria, t = card.sheet.criteria, talk.t
    if not 0 <= index < len(criteria) or criteria[index] not in card.to_fix:
        await talk.show(released(t, card))
        return
    criterion = criteria[index]
    talk.expect(FIX, programme=card.programme.id, index=index)
    ruling = card.decided.rulings.get(criterion.key)
    own = card.corrections.texts.get(criterion.key)
    text = lines(
        t("evaluation-card-criterion", number=criterion.number, text=criterion.text),
        t("evaluation-fix-ruling", words=ruling["words"]) if ruling else None,
        *[result.remark_line(t, one) for one in card.remarks if one.criterion == criterion],
        t("evaluation-fix-now", text=words.brief(own, 400)) if own else None,
        t("evaluation-fix-ask"),
        gap="\n\n",
    )
    files = file_buttons([one for one in card.corrections.files if one.criterion == criterion.key])
    await talk.show(_question(t, text, card.programme.id, files))


def _question(t: Translator, text: Html, programme_id: int, rows: list[list[Button]] | None = None) -> Screen:
    back = Button(t.plain("evaluation-button-back"), CollegeTap(p=programme_id, do=CollegeTap.LOOK))
    return Screen(text, [*(rows or []), [back]])


@router.message(Expecting(OBJECTION))
async def objection_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """The college's objection in words."""
    if not talk.first_of_album():
        return
    text = await parsers.text(WORDS_LIMIT)(message, talk)
    card = await evaluation.corrections.answer(talk.actor, expected["programme"], CollegeAnswer.OBJECTED, text)
    talk.memory.forget()
    await talk.send(released(talk.t, card))


@router.message(Expecting(FIX))
async def fix_sent(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """What was corrected, in words or as a file; more files may follow, so the question stays open."""
    text, file = _fix(message)
    card = await evaluation.corrections.fix(talk.actor, expected["programme"], expected["index"], text, file)
    if not talk.first_of_album():
        return
    if text and file is None:
        talk.memory.forget()
    await talk.send(_kept(talk.t, card, expected["index"], more=file is not None))


def _fix(message: Message) -> tuple[str | None, NewFixFile | None]:
    caption = parsers.clean(message.caption) if message.caption else None
    if message.photo:
        photo = message.photo[-1]
        return caption, NewFixFile("photo", photo.file_id, photo.file_unique_id)
    if message.document:
        document = message.document
        name = (document.file_name or "")[:255] or None
        return caption, NewFixFile("document", document.file_id, document.file_unique_id, name)
    if not message.text:
        raise FixExpected()
    return parsers.said(message), None


def _kept(t: Translator, card: ReleasedCard, index: int, *, more: bool) -> Screen:
    number = card.sheet.criteria[index].number
    note = t("evaluation-fix-file-kept" if more else "evaluation-fix-kept", number=number)
    screen = released(t, card)
    return Screen(lines(note, screen.text, gap="\n\n"), screen.rows)


def released(t: Translator, card: ReleasedCard) -> Screen:
    """The outcome as the college sees it, with what can be done."""
    decision = card.decided.decision
    others = [one for one in card.remarks if one.criterion not in card.to_fix]
    text = lines(
        words.programme_head(t, card.programme),
        lines(
            result.outcome_line(t, decision.outcome),
            t("evaluation-fix-by", day=t.day(decision.fix_by)) if decision.fix_by else None,
            t("evaluation-decision-words", words=decision.words) if decision.words else None,
        ),
        *_to_fix(t, card),
        lines(t("evaluation-recommendations"), *[result.remark_line(t, one) for one in others[:SHOWN_REMARKS]])
        if others
        else None,
        _answer(t, card),
        gap="\n\n",
    )
    return Screen(text, [*_actions(t, card), [Button(t.plain("evaluation-button-own"), MenuTap(command="evaluate"))]])


def _to_fix(t: Translator, card: ReleasedCard) -> list[Html]:
    if not card.to_fix:
        return []
    blocks = [t("evaluation-to-fix-head")]
    for one in card.to_fix:
        done = "✅" if card.corrections.has(one.key) else "▫️"
        ruling = card.decided.rulings.get(one.key)
        blocks.append(
            lines(
                t("evaluation-to-fix", mark=done, number=one.number, text=words.brief(one.text, 160)),
                t("evaluation-fix-ruling", words=ruling["words"]) if ruling else None,
                *[result.remark_line(t, remark) for remark in card.remarks if remark.criterion == one],
            )
        )
    return blocks


def _answer(t: Translator, card: ReleasedCard) -> Html | None:
    decided = card.decided
    if decided.fixed_at:
        return t("evaluation-fixed-at", at=t.moment(decided.fixed_at))
    if decided.answer:
        return t(f"evaluation-own-answer-{decided.answer.value}", words=decided.answer_text or "")
    return None


def _actions(t: Translator, card: ReleasedCard) -> list[list[Button]]:
    p, decided = card.programme.id, card.decided
    rows: list[list[Button]] = []
    if card.editable:
        places = card.sheet.places
        fixes = [
            Button(
                f"{'✅' if card.corrections.has(one.key) else '✏️'} {one.number}",
                CollegeTap(p=p, do=CollegeTap.FIX, i=places[one.key]),
            )
            for one in card.to_fix
        ]
        rows += grid(fixes, 4)
        if not card.missing:
            rows.append([Button(t.plain("evaluation-button-hand-in"), CollegeTap(p=p, do=CollegeTap.HAND_IN))])
    if decided.fixed_at is None and decided.answer is None:
        accept = "evaluation-button-will-fix" if decided.decision.outcome is Outcome.WITH_REMARKS else None
        accept_label = t.plain(accept or "evaluation-button-accept-outcome")
        rows.append([Button(accept_label, CollegeTap(p=p, do=CollegeTap.ACCEPT))])
    if decided.fixed_at is None and decided.decision.outcome is not Outcome.AGREED:
        rows.append([Button(t.plain("evaluation-button-object"), CollegeTap(p=p, do=CollegeTap.OBJECT))])
    return [*rows, *file_buttons(card.corrections.files)]


def file_buttons(files: Sequence[FixFile]) -> list[list[Button]]:
    """A button for every file that proves a correction."""
    return [
        [Button(f"📎 {words.brief(file.name or file.criterion, 40)}", FixFileTap(f=file.id))] for file in files[:10]
    ]


@router.callback_query(FixFileTap.filter())
async def file_wanted(callback: CallbackQuery, callback_data: FixFileTap, talk: Talk, evaluation: Evaluation) -> None:
    """A file that proves a correction, below the card."""
    file = await evaluation.corrections.file(talk.actor, callback_data.f)
    await talk.answer()
    if not await talk.send_stored(file.file_id, photo=file.kind == "photo"):
        await talk.send(Screen(talk.t("evaluation-evidence-gone")))
