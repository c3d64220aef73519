"""Review: taps and messages of a moderator; proposals about published posts."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid, NotFound
from cluster.news.post import troubles
from cluster.news.states import ChangeKind, RejectionReason
from handlers.engine import Expecting, Screen, Talk, parsers, refusal, said_formatted
from handlers.news import review, words
from handlers.news.desktop import to_desk
from handlers.news.taps import ChangeTap, PostTap, RejectTap, ReviewTap
from handlers.news.writing import post_link
from locales import Html, lines
from services.news import News, Review
from storage.database import Database

router = Router(name="news-reviewing")

WORDS, CHANGE = "news_review", "news_change"
_ASKED = {
    ReviewTap.EDIT_TITLE: "title",
    ReviewTap.EDIT_TEXT: "text",
    ReviewTap.CHANGES: "changes",
    ReviewTap.NOTE: "note",
}


@router.callback_query(ReviewTap.filter())
async def tapped(callback: CallbackQuery, callback_data: ReviewTap, talk: Talk, news: News, db: Database) -> None:
    """Everything a moderator taps."""
    tap, moderation, actor = callback_data, news.moderation, talk.actor
    talk.actor.require(Permission.MODERATE_NEWS)
    match tap.do:
        case ReviewTap.EDIT_TITLE | ReviewTap.EDIT_TEXT | ReviewTap.CHANGES | ReviewTap.NOTE:
            found = await moderation.look(actor, tap.i)
            if tap.do != ReviewTap.NOTE:
                found = await moderation.claim(actor, tap.i)
            talk.expect(WORDS, item=tap.i, what=_ASKED[tap.do])
            await talk.show(review.ask(talk.t, found.item, _ASKED[tap.do]))
        case ReviewTap.REJECT:
            found = await moderation.claim(actor, tap.i)
            await talk.show(review.reasons(talk.t, found.item))
        case ReviewTap.DIFFERENCE:
            await talk.show(review.difference(talk.t, await moderation.look(actor, tap.i)))
        case ReviewTap.PREVIEW:
            await _show_post(talk, await moderation.look(actor, tap.i), db)
        case _:
            await _changed(talk, news, tap, db)


async def _changed(talk: Talk, news: News, tap: ReviewTap, db: Database) -> None:
    """Buttons after which the card is shown again."""
    moderation, actor, toast = news.moderation, talk.actor, None
    match tap.do:
        case ReviewTap.CLAIM:
            found = await moderation.claim(actor, tap.i)
            await _show_post(talk, found, db)
            return
        case ReviewTap.APPROVE:
            before = await moderation.look(actor, tap.i)
            found = await moderation.approve(actor, tap.i, tap.r)
            done = found.item.revision != before.item.revision
            toast = talk.t.plain("news-toast-approved" if done else "news-toast-decided")
        case ReviewTap.RELEASE:
            found = await moderation.release(actor, tap.i)
            toast = talk.t.plain("news-toast-released")
        case ReviewTap.TRUST | ReviewTap.DISTRUST:
            found = await moderation.trust(actor, tap.i, trusted=tap.do == ReviewTap.TRUST)
        case ReviewTap.PULL:
            found = await moderation.pull_back(actor, tap.i)
        case ReviewTap.AGAIN:
            await news.publishing.try_again(actor, tap.i)
            found = await moderation.look(actor, tap.i)
            toast = talk.t.plain("news-toast-again")
        case ReviewTap.CONFIRM:
            await news.publishing.confirm(actor, tap.i)
            found = await moderation.look(actor, tap.i)
            toast = talk.t.plain("news-toast-confirmed")
        case _:
            found = await moderation.look(actor, tap.i)
    await show_review(talk, found, db, toast)


async def show_review(talk: Talk, found: Review, db: Database, toast: str | None = None) -> None:
    """The card of an item for a moderator."""
    link = await post_link(db, found.item)
    await talk.show(review.card(talk.t, found, talk.clock.now(), talk.actor.me, link), toast)


async def _show_post(talk: Talk, found: Review, db: Database) -> None:
    """The post exactly as it will be, and the card below it."""
    await talk.answer()
    shown = await talk.send_post(words.post_of(found.item.content)) if _fits(found) else False
    link = await post_link(db, found.item)
    screen = review.card(talk.t, found, talk.clock.now(), talk.actor.me, link)
    note = None if shown else talk.t("news-post-not-shown")
    await talk.send(Screen(lines(note, screen.text, gap="\n\n"), screen.rows))


def _fits(found: Review) -> bool:
    return not troubles(found.item.content)


@router.callback_query(RejectTap.filter())
async def reject_tapped(callback: CallbackQuery, callback_data: RejectTap, talk: Talk, news: News) -> None:
    """The reason was chosen; now in words."""
    reason = next((one for one in RejectionReason if one.value == callback_data.why), None)
    if reason is None:
        raise NotFound()
    found = await news.moderation.claim(talk.actor, callback_data.i)
    talk.expect(WORDS, item=callback_data.i, what=f"reject:{reason.value}")
    await talk.show(review.ask(talk.t, found.item, "reject"))


@router.message(Expecting(WORDS))
async def words_said(message: Message, talk: Talk, expected: dict[str, Any], news: News, db: Database) -> None:
    """What a moderator wrote: an edit, a reason, a note."""
    if not talk.first_of_album():
        return
    item_id, what = expected["item"], expected["what"]
    try:
        found = await _do(message, talk, news, item_id, what)
    except Invalid as error:
        item = (await news.moderation.look(talk.actor, item_id)).item
        await talk.send(review.ask(talk.t, item, what.partition(":")[0], refusal(talk.t, error)))
        return
    talk.memory.forget()
    if what in ("title", "text"):
        await talk.send(review.difference(talk.t, found))
    await show_review(talk, found, db)


async def _do(message: Message, talk: Talk, news: News, item_id: int, what: str) -> Review:
    moderation, actor = news.moderation, talk.actor
    match what:
        case "title":
            return await moderation.edit(actor, item_id, title=" ".join(parsers.said(message).split()))
        case "text":
            return await moderation.edit(actor, item_id, body=said_formatted(message))
        case "changes":
            return await moderation.ask_for_changes(actor, item_id, parsers.said(message))
        case "note":
            return await moderation.write_note(actor, item_id, parsers.said(message))
        case _:
            reason = RejectionReason(what.partition(":")[2])
            return await moderation.reject(actor, item_id, reason, parsers.said(message))


_STEPS = {PostTap.CORRECT_TITLE: "title", PostTap.CORRECT_TEXT: "text", PostTap.RETRACT: "retract"}


@router.callback_query(PostTap.filter())
async def post_tapped(callback: CallbackQuery, callback_data: PostTap, talk: Talk, news: News) -> None:
    """A post that is out: propose a change, look at what was changed."""
    tap = callback_data
    item = await news.writing.item(talk.actor, tap.i)
    step = _STEPS.get(tap.do)
    if step is None or not item.is_out:
        await talk.show(review.log(talk.t, await news.publishing.history(talk.actor, tap.i)))
        return
    talk.expect(CHANGE, item=tap.i, step=step, text="")
    await talk.show(_ask_change(talk, step))


def _ask_change(talk: Talk, step: str, note: Html | None = None) -> Screen:
    return Screen(lines(note, talk.t(f"news-change-ask-{step}"), gap="\n\n"), [[to_desk(talk.t)]])


@router.message(Expecting(CHANGE))
async def change_said(message: Message, talk: Talk, expected: dict[str, Any], news: News) -> None:
    """The corrected title or text, then the reason; for a retraction the reason alone."""
    if not talk.first_of_album():
        return
    item_id, step = expected["item"], expected["step"]
    try:
        if step in ("title", "text"):
            text = " ".join(parsers.said(message).split()) if step == "title" else said_formatted(message)
            await news.publishing.check(talk.actor, item_id, **{"title" if step == "title" else "body": text})
            talk.expect(CHANGE, item=item_id, step=f"why-{step}", text=str(text))
            await talk.send(_ask_change(talk, "why"))
            return
        reason, text = parsers.said(message), expected["text"]
        kind = ChangeKind.RETRACTION if step == "retract" else ChangeKind.CORRECTION
        change = await news.publishing.propose(
            talk.actor,
            item_id,
            kind,
            reason,
            title=text if step == "why-title" else None,
            body=text if step == "why-text" else None,
        )
    except Invalid as error:
        await talk.send(_ask_change(talk, step.partition("-")[0], refusal(talk.t, error)))
        return
    talk.memory.forget()
    await talk.send(Screen(talk.t(f"news-change-sent-{change.state.value}"), [[to_desk(talk.t)]]))


@router.callback_query(ChangeTap.filter())
async def change_tapped(callback: CallbackQuery, callback_data: ChangeTap, talk: Talk, news: News) -> None:
    """A proposal: look, let it go to the channel, decline."""
    tap, publishing = callback_data, news.publishing
    toast = None
    if tap.do in (ChangeTap.YES, ChangeTap.NO):
        before, _ = await publishing.proposal(talk.actor, tap.c)
        after = await publishing.decide(talk.actor, tap.c, approved=tap.do == ChangeTap.YES)
        toast = talk.t.plain("news-toast-change" if after.state is not before.state else "news-toast-decided")
    change, item = await publishing.proposal(talk.actor, tap.c)
    await talk.show(review.proposal(talk.t, change, item), toast)
