"""What the chair does: rules on split verdicts, decides, tells the college, gives sheets back."""

from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.evaluation.model import EvidenceKind
from cluster.evaluation.outcome import Outcome
from handlers.engine import Expecting, Form, Screen, Step, Talk, parsers
from handlers.evaluation import result
from handlers.evaluation.outcome_taps import (
    DecideTap,
    EvidenceTap,
    ReleaseTap,
    ReopenTap,
    RestoreTap,
    ResultTap,
    RuleTap,
    VersionsTap,
)
from services.evaluation import Evaluation

router = Router(name="evaluation-chair")

RULING, REOPENING = "evaluation_ruling", "evaluation_reopening"
WORDS_LIMIT = 1_000


@router.callback_query(ResultTap.filter())
async def result_tapped(callback: CallbackQuery, callback_data: ResultTap, talk: Talk, evaluation: Evaluation) -> None:
    """The result of a programme, one criterion of it, or all remarks."""
    tap = callback_data
    card = await evaluation.outcomes.look(talk.actor, tap.p)
    match tap.do:
        case ResultTap.CRITERION:
            await talk.show(result.criterion(talk.t, card, tap.i))
        case ResultTap.REMARKS:
            await talk.show(result.remarks(talk.t, card, tap.i))
        case _:
            await talk.show(result.overview(talk.t, card))


@router.callback_query(RuleTap.filter())
async def ruling_wanted(callback: CallbackQuery, callback_data: RuleTap, talk: Talk, evaluation: Evaluation) -> None:
    """The next message says why."""
    tap = callback_data
    card = await evaluation.outcomes.look(talk.actor, tap.p)
    criteria = card.result.tally.sheet.criteria
    known = 0 <= tap.i < len(criteria) and tap.v in RuleTap.CODES
    if not known or not card.decides or criteria[tap.i] not in card.result.tally.contested:
        await talk.show(result.overview(talk.t, card))
        return
    talk.expect(RULING, programme=tap.p, index=tap.i, verdict=tap.v)
    verdict = talk.t.plain(f"evaluation-verdict-{RuleTap.CODES[tap.v].value}")
    text = talk.t("evaluation-ruling-why", number=criteria[tap.i].number, verdict=verdict)
    await talk.show(result.back_to_criterion(talk.t, text, tap.p, tap.i))


@router.message(Expecting(RULING))
async def ruling_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Rule, then go to what is still open."""
    if not talk.first_of_album():
        return
    words = await parsers.text(WORDS_LIMIT)(message, talk)
    verdict = RuleTap.CODES[expected["verdict"]]
    card = await evaluation.outcomes.rule(talk.actor, expected["programme"], expected["index"], verdict, words)
    talk.memory.forget()
    still = card.result.tally.open
    if still:
        await talk.send(result.criterion(talk.t, card, card.result.tally.sheet.places[still[0].key]))
    else:
        await talk.send(result.overview(talk.t, card))


# --- the decision ---------------------------------------------------------------------------------------------------


def _first_day(values: dict[str, Any], today: date) -> date:
    return today


def _is_with_remarks(values: dict[str, Any]) -> bool:
    return bool(values["outcome"] == Outcome.WITH_REMARKS.value)


def _needs_words(values: dict[str, Any]) -> bool:
    return bool(values["words_needed"])


def _words_welcome(values: dict[str, Any]) -> bool:
    return not values["words_needed"]


async def _submit_decision(
    talk: Talk, values: dict[str, Any], draft_key: str, *, evaluation: Evaluation, **_: Any
) -> None:
    outcome, fix_by = Outcome(values["outcome"]), values.get("fix_by")
    card = await evaluation.outcomes.decide(
        talk.actor,
        values["programme"],
        outcome,
        values["stamp"],
        fix_by=date.fromisoformat(fix_by) if fix_by and outcome is Outcome.WITH_REMARKS else None,
        words=values.get("words") or values.get("note"),
    )
    await talk.show(result.overview(talk.t, card))


decision_form = Form(
    "evaluation_decision",
    title="evaluation-form-decision",
    permission=Permission.MANAGE_EVALUATION,
    steps=(
        Step(
            "fix_by",
            "evaluation-ask-fix-by",
            "evaluation-label-fix-by",
            parse=parsers.day(_first_day),
            calendar=True,
            first_day=_first_day,
            when=_is_with_remarks,
        ),
        Step(
            "words",
            "evaluation-ask-decision-words",
            "evaluation-label-decision-words",
            parse=parsers.text(WORDS_LIMIT),
            when=_needs_words,
        ),
        Step(
            "note",
            "evaluation-ask-decision-note",
            "evaluation-label-decision-words",
            parse=parsers.text(WORDS_LIMIT),
            optional=True,
            when=_words_welcome,
        ),
    ),
    submit=_submit_decision,
)
router.include_router(decision_form.router)


@router.callback_query(DecideTap.filter())
async def decided(callback: CallbackQuery, callback_data: DecideTap, talk: Talk, evaluation: Evaluation) -> None:
    """An outcome was chosen: the day and the words are asked for before anything is decided."""
    tap = callback_data
    card = await evaluation.outcomes.look(talk.actor, tap.p)
    outcome = DecideTap.CODES.get(tap.o)
    if outcome not in card.possible or not card.decides or tap.stamp != card.stamp:
        stale = talk.t.plain("evaluation-toast-result-moved") if card.decides else None
        await talk.show(result.overview(talk.t, card), stale)
        return
    preset = {
        "programme": tap.p,
        "outcome": outcome.value,
        "stamp": tap.stamp,
        "words_needed": card.needs_words(outcome),
    }
    await decision_form.begin(talk, preset)


@router.callback_query(ReleaseTap.filter())
async def release_wanted(
    callback: CallbackQuery, callback_data: ReleaseTap, talk: Talk, evaluation: Evaluation
) -> None:
    """Tell the college: asked once more, because it cannot be taken back."""
    tap = callback_data
    card = await evaluation.outcomes.look(talk.actor, tap.p)
    last = card.result.last
    if not card.decides or last is None or last.id != tap.o or last.released_at is not None:
        await talk.show(result.overview(talk.t, card))
    elif not tap.y:
        await talk.show(result.release_ask(talk.t, card))
    else:
        card = await evaluation.outcomes.release(talk.actor, tap.p, tap.o)
        await talk.show(result.overview(talk.t, card), talk.t.plain("evaluation-toast-released"))


# --- sheets ---------------------------------------------------------------------------------------------------------


@router.callback_query(ReopenTap.filter())
async def reopen_wanted(callback: CallbackQuery, callback_data: ReopenTap, talk: Talk, evaluation: Evaluation) -> None:
    """The next message says why the sheet is given back."""
    versions = await evaluation.outcomes.versions(talk.actor, callback_data.a)
    card = await evaluation.outcomes.look(talk.actor, versions.programme.id)
    if not card.decides or callback_data.a not in dict(card.result.tally.basis):
        await talk.show(result.overview(talk.t, card))
        return
    talk.expect(REOPENING, assignment=callback_data.a)
    await talk.show(result.back(talk.t, talk.t("evaluation-reopen-why", who=versions.who), versions.programme.id))


@router.message(Expecting(REOPENING))
async def reopening_typed(message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation) -> None:
    """Give the sheet back with the reason."""
    if not talk.first_of_album():
        return
    reason = await parsers.text(WORDS_LIMIT)(message, talk)
    card = await evaluation.outcomes.reopen(talk.actor, expected["assignment"], reason)
    talk.memory.forget()
    await talk.send(result.overview(talk.t, card))


@router.callback_query(RestoreTap.filter())
async def restored(callback: CallbackQuery, callback_data: RestoreTap, talk: Talk, evaluation: Evaluation) -> None:
    """The last signed version counts after all."""
    await talk.show(result.overview(talk.t, await evaluation.outcomes.restore(talk.actor, callback_data.a)))


@router.callback_query(VersionsTap.filter())
async def versions_wanted(
    callback: CallbackQuery, callback_data: VersionsTap, talk: Talk, evaluation: Evaluation
) -> None:
    """Signed versions of a sheet, each against the one before."""
    tap = callback_data
    if tap.m:
        work, signed = await evaluation.scoring.versions(talk.actor, tap.a)
        await talk.show(result.own_versions(talk.t, work, signed, tap.n))
    else:
        await talk.show(result.versions(talk.t, await evaluation.outcomes.versions(talk.actor, tap.a), tap))


@router.callback_query(EvidenceTap.filter())
async def evidence_wanted(
    callback: CallbackQuery, callback_data: EvidenceTap, talk: Talk, evaluation: Evaluation
) -> None:
    """A voice message, photo or document, below the card."""
    tap = callback_data
    if tap.a:
        found = await evaluation.remarks.evidence(talk.actor, tap.a, tap.e)
    else:
        found = await evaluation.outcomes.evidence(talk.actor, tap.e)
    await talk.answer()
    sent = await talk.send_stored(
        found.file_id, photo=found.kind is EvidenceKind.PHOTO, voice=found.kind is EvidenceKind.VOICE
    )
    if not sent:
        await talk.send(Screen(talk.t("evaluation-evidence-gone")))
