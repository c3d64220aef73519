"""Matching in chat: start it, look at what it found, pin and forbid pairs, publish; colleges read their reasons."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from cluster.matching.model import Goal, Pair
from cluster.practice.runs import Run, RunState, Word
from documents.worker import DocumentWorker
from handlers.engine import Screen, Talk
from handlers.practice import run_files, run_lists, run_screens
from handlers.practice.taps import GroupTap, MatchTap, OwnLeftTap, PairTap, RunTap
from locales import Texts
from services.practice import Practice
from services.practice.matching import MatchingService

router = Router(name="practice-runs")

WORDS = {PairTap.PIN: Word.PIN, PairTap.BAN: Word.BAN, PairTap.FREE: None}


@router.callback_query(MatchTap.filter())
async def matching_tapped(callback: CallbackQuery, callback_data: MatchTap, talk: Talk, practice: Practice) -> None:
    """Where matching stands; a new run; pins and bans taken back."""
    tap, matching, t = callback_data, practice.matching, talk.t
    match tap.do:
        case MatchTap.MOST | MatchTap.STABLE | MatchTap.OTHER:
            await _start(talk, matching, tap.do)
        case MatchTap.FORGET:
            await talk.show(run_screens.forget(t, await matching.bench(talk.actor)))
        case MatchTap.FORGET_NOW:
            count = await matching.forget_words(talk.actor)
            toast = t.plain("matching-toast-forgotten", count=count)
            await talk.show(run_screens.bench(t, await matching.bench(talk.actor)), toast)
        case _:
            await talk.show(run_screens.bench(t, await matching.bench(talk.actor, tap.page)))


async def _start(talk: Talk, matching: MatchingService, do: str) -> None:
    """Put a run in line; this card shows how far it is."""
    card = (talk.chat_id, talk.card_id) if talk.card_id is not None else None
    goal = Goal.STABLE if do == MatchTap.STABLE else Goal.MOST
    run = await matching.start(talk.actor, goal, card=card, other_lots=do == MatchTap.OTHER)
    await talk.show(run_screens.progress(talk.t, run), talk.t.plain("matching-toast-started"))


@router.callback_query(RunTap.filter())
async def run_tapped(
    callback: CallbackQuery, callback_data: RunTap, talk: Talk, practice: Practice, documents: DocumentWorker
) -> None:
    """A run: figures, lists, files, publication."""
    tap, matching = callback_data, practice.matching
    run = await matching.run(talk.actor, tap.run)
    if run.state in (RunState.WAITING, RunState.FAILED):
        await talk.show(_unfinished(talk, run))
        return
    match tap.do:
        case RunTap.PUBLISH_NOW:
            await _publish(talk, matching, tap.run)
        case RunTap.PUBLISH:
            card = await matching.look(talk.actor, tap.run, check=True)
            shown = run_screens.publish(talk.t, card) if card.run.is_publishable else run_screens.summary(talk.t, card)
            await talk.show(shown)
        case RunTap.TABLE:
            await run_files.send_table(talk, await matching.look(talk.actor, tap.run), documents)
        case RunTap.PICTURE:
            await run_files.send_picture(talk, await matching.look(talk.actor, tap.run), documents)
        case _:
            await talk.show(await _list(talk, matching, tap))


async def _list(talk: Talk, matching: MatchingService, tap: RunTap) -> Screen:
    t, actor = talk.t, talk.actor
    match tap.do:
        case RunTap.ENTERPRISES:
            return run_lists.groups(t, await matching.look(actor, tap.run), GroupTap.ENTERPRISE, tap.page)
        case RunTap.COLLEGES:
            return run_lists.groups(t, await matching.look(actor, tap.run), GroupTap.COLLEGE, tap.page)
        case RunTap.LEFT:
            return run_lists.left_out(t, await matching.look(actor, tap.run), tap.page)
        case RunTap.MOVED:
            return run_lists.moved(t, await matching.look(actor, tap.run, compare=True), tap.page)
    return run_screens.summary(t, await matching.look(actor, tap.run, compare=True))


def _unfinished(talk: Talk, run: Run) -> Screen:
    return run_screens.failed(talk.t, run) if run.state is RunState.FAILED else run_screens.progress(talk.t, run)


async def _publish(talk: Talk, matching: MatchingService, run_id: int) -> None:
    await talk.busy()
    _, made = await matching.publish(talk.actor, run_id)
    card = await matching.look(talk.actor, run_id, compare=True)
    toast = talk.t.plain("matching-toast-published", count=made) if made else None
    await talk.show(run_screens.summary(talk.t, card), toast)


@router.callback_query(GroupTap.filter())
async def group_tapped(callback: CallbackQuery, callback_data: GroupTap, talk: Talk, practice: Practice) -> None:
    """What a run gives one enterprise or college."""
    card = await practice.matching.look(talk.actor, callback_data.run)
    await talk.show(run_lists.group(talk.t, card, callback_data))


@router.callback_query(PairTap.filter())
async def pair_tapped(callback: CallbackQuery, callback_data: PairTap, talk: Talk, practice: Practice) -> None:
    """One intern of a run; a word on the pair counts from the next run."""
    tap, matching, toast = callback_data, practice.matching, None
    card = await matching.look(talk.actor, tap.run)
    placed = card.placed(tap.intern)
    if tap.do in WORDS and placed is not None and placed.is_new:
        card = await matching.say(talk.actor, tap.run, Pair(tap.intern, placed.place_id), WORDS[tap.do])
        toast = talk.t.plain("matching-toast-word")
    await talk.show(run_lists.pair(talk.t, card, tap.intern), toast)


@router.callback_query(OwnLeftTap.filter())
async def own_left_tapped(callback: CallbackQuery, callback_data: OwnLeftTap, talk: Talk, practice: Practice) -> None:
    """A college's interns without a place, and what would help."""
    await talk.show(run_lists.own_left(talk.t, await practice.matching.own_left_out(talk.actor, callback_data.page)))


class RunProgress:
    """Shows in the coordinator's card how far a run is. What it says may be lost; the result comes as a letter."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        self._bot = bot
        self._texts = texts

    async def __call__(self, run: Run) -> None:
        """Edit the card of the run."""
        if run.chat_id is None or run.message_id is None:
            return
        screen = run_screens.progress(self._texts.for_locale(run.locale), run)
        try:
            await self._bot.edit_message_text(
                screen.text,
                chat_id=run.chat_id,
                message_id=run.message_id,
                reply_markup=screen.markup(),
                parse_mode="HTML",
            )
        except TelegramAPIError:
            return
