"""Composing: taps and messages of an author."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery, Document, Message, PhotoSize, Video

from cluster.chats import ChatPurpose
from cluster.errors import DomainError, Invalid, Stale
from cluster.news.model import Item
from cluster.news.outlets import read_links
from cluster.news.post import FILE_BYTES, FileTooLarge, FileUnfit, MediaKind, NotReady, troubles
from cluster.news.states import ItemState, WrongItemState
from handlers.engine import Expecting, Screen, Talk, formatted, parsers, refusal, said_formatted
from handlers.news import composing, desktop, words
from handlers.news.taps import BeginTap, WriteTap
from locales import Html, lines
from services.news import NewMedia, News
from storage import chats
from storage.database import Database

router = Router(name="news-writing")

PART, WHEN = "news_part", "news_when"
_MEGABYTE = 1024 * 1024


class MomentNotUnderstood(Invalid):
    """The text is no day and hour; data: `example`."""

    code = "news-moment-not-understood"


@router.callback_query(BeginTap.filter())
async def begin(callback: CallbackQuery, callback_data: BeginTap, talk: Talk, news: News) -> None:
    """A draft about what is owed, or about no event."""
    key = f"news:{talk.actor.me}:{callback_data.o}:{callback_data.key[:16]}"
    item = await news.writing.begin(talk.actor, callback_data.o or None, key)
    await show_item(talk, news, item)


@router.callback_query(WriteTap.filter())
async def tapped(callback: CallbackQuery, callback_data: WriteTap, talk: Talk, news: News, db: Database) -> None:
    """Everything an author taps."""
    tap, writing = callback_data, news.writing
    match tap.do:
        case WriteTap.TITLE | WriteTap.TEXT | WriteTap.MORE | WriteTap.FILES | WriteTap.LINKS:
            await ask(talk, await writing.item(talk.actor, tap.i), tap.do)
        case WriteTap.PREVIEW:
            await show_last_look(talk, await writing.item(talk.actor, tap.i))
        case WriteTap.WHEN:
            await _ask_when(talk, await writing.item(talk.actor, tap.i))
        case WriteTap.SUBMIT:
            await _submit(talk, news, tap)
        case WriteTap.KEEP | WriteTap.DISCARD | WriteTap.DISCARD_NOW | WriteTap.TAKE_BACK:
            await _set_aside(talk, news, tap, db)
        case WriteTap.AT_ONCE:
            await show_last_look(talk, await writing.schedule(talk.actor, tap.i, None))
        case WriteTap.CARD:
            await show_item(talk, news, await writing.item(talk.actor, tap.i), db)
        case _:
            await _part_changed(talk, news, tap)


async def _set_aside(talk: Talk, news: News, tap: WriteTap, db: Database) -> None:
    """Keep a draft for later, throw it away, take an item back."""
    writing, t = news.writing, talk.t
    item = await writing.item(talk.actor, tap.i)
    match tap.do:
        case WriteTap.DISCARD if composing.is_writable(item):
            await talk.show(composing.ask_to_discard(t, item))
        case WriteTap.DISCARD_NOW if composing.is_writable(item):
            talk.memory.forget()
            await writing.discard(talk.actor, tap.i)
            await talk.show(Screen(t("news-discarded"), [[desktop.to_desk(t)]]))
        case WriteTap.KEEP if composing.is_writable(item):
            talk.memory.forget()
            await talk.show(composing.kept(t, item))
        case WriteTap.TAKE_BACK:
            await show_item(talk, news, await writing.take_back(talk.actor, tap.i), db)
        case _:
            await show_item(talk, news, item, db)


async def _part_changed(talk: Talk, news: News, tap: WriteTap) -> None:
    """Buttons of a step after which the step is shown again."""
    writing, actor = news.writing, talk.actor
    match tap.do:
        case WriteTap.DROP:
            item = await writing.drop_media(actor, tap.i, tap.v)
        case WriteTap.DROP_ALL:
            item = await writing.drop_all_media(actor, tap.i)
        case WriteTap.ONLY_SEEN | WriteTap.ONLY_DOCUMENTS:
            item = await writing.keep_only(actor, tap.i, seen=tap.do == WriteTap.ONLY_SEEN)
        case WriteTap.CAPTION_TEXT | WriteTap.CAPTION_MORE | WriteTap.CAPTION_DROP:
            how = {WriteTap.CAPTION_TEXT: "text", WriteTap.CAPTION_MORE: "add"}.get(tap.do, "drop")
            item = await writing.use_caption(actor, tap.i, how)
        case WriteTap.NO_LINKS:
            await ask(talk, await writing.set_links(actor, tap.i, []), WriteTap.LINKS)
            return
        case _:
            await show_item(talk, news, await writing.item(actor, tap.i))
            return
    await ask(talk, item, WriteTap.FILES)


async def ask(talk: Talk, item: Item, part: str, note: Html | None = None) -> None:
    """Ask for one part and wait for it; an item that can no longer be changed is shown instead."""
    if not composing.is_writable(item):
        raise WrongItemState(state=item.state.value)
    talk.expect(PART, item=item.id, part=part)
    note = note or (composing.caption_kept(talk.t, item) if part == WriteTap.FILES else None)
    await talk.show(composing.ask(talk.t, item, part, note))


async def show_item(talk: Talk, news: News, item: Item, db: Database | None = None) -> None:
    """A draft where it was left; anything else as a card."""
    if composing.is_writable(item):
        missing = next((part for part in (WriteTap.TITLE, WriteTap.TEXT) if not composing.has(item, part)), None)
        if missing or not (item.content.media or item.content.links or item.reason):
            await ask(talk, item, missing or WriteTap.FILES)
        else:
            await show_last_look(talk, item)
        return
    link = await post_link(db, item) if db is not None else None
    await talk.show(composing.card(talk.t, item, talk.clock.now(), link))


async def post_link(db: Database, item: Item) -> str | None:
    """Address of the post in the channel, if it is out and known."""
    if not item.is_out or not item.message_ids or item.chat_id is None:
        return None
    async with db.read() as connection:
        for chat in await chats.known(connection, item.chat_id):
            if chat.purpose is ChatPurpose.CHANNEL:
                return chat.link_to(item.message_ids[0])
    return None


async def show_last_look(talk: Talk, item: Item) -> None:
    """The post exactly as it will be, then what can be done with it."""
    if not composing.is_writable(item):
        raise WrongItemState(state=item.state.value)
    talk.memory.forget()
    fits = not troubles(item.content)
    shown = fits and await talk.send_post(words.post_of(item.content))
    if fits:
        await talk.answer()
        await talk.send(composing.last_look(talk.t, item, talk.clock.now(), shown=shown))
    else:
        await talk.show(composing.last_look(talk.t, item, talk.clock.now(), shown=False))


async def _submit(talk: Talk, news: News, tap: WriteTap) -> None:
    try:
        item = await news.writing.submit(talk.actor, tap.i, tap.v)
    except (Stale, NotReady) as error:
        await talk.answer(refusal(talk.t, error, plain=True))
        await show_last_look(talk, await news.writing.item(talk.actor, tap.i))
        return
    talk.memory.forget()
    if composing.is_writable(item) or item.submitted_at is None:
        await show_item(talk, news, item)
        return
    now = talk.clock.now()
    fresh = item.revision == tap.v + 1 and item.state in (ItemState.SUBMITTED, ItemState.APPROVED)
    await talk.show(composing.handed_in(talk.t, item, now) if fresh else composing.card(talk.t, item, now))


async def _ask_when(talk: Talk, item: Item) -> None:
    if not composing.is_writable(item):
        raise WrongItemState(state=item.state.value)
    talk.expect(WHEN, item=item.id)
    await talk.show(composing.ask_when(talk.t, item, _example(talk)))


def _example(talk: Talk) -> str:
    morning = talk.calendar.next_working_morning(talk.clock.now(), ZoneInfo(talk.actor.zone))
    return talk.t.moment(morning).replace("\u00a0", " ")


@router.message(Expecting(WHEN))
async def moment_said(message: Message, talk: Talk, expected: dict[str, Any], news: News) -> None:
    """Day and hour of publication."""
    if not talk.first_of_album():
        return
    try:
        at = read_moment(parsers.said(message), talk)
        item = await news.writing.schedule(talk.actor, expected["item"], at)
    except Invalid as error:
        item = await news.writing.item(talk.actor, expected["item"])
        asked = composing.ask_when(talk.t, item, _example(talk))
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    await show_last_look(talk, item)


_MOMENT = re.compile(
    r"^(?P<day>\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2})?[\s,вat]*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?$"
)


def read_moment(text: str, talk: Talk) -> datetime:
    """«24.05.2022 14:00», «24.05 в 9», «14:00» (the next such hour), as a moment.

    Raises:
        MomentNotUnderstood: it is none.
    """
    now = talk.t.local(talk.clock.now())
    match = _MOMENT.match(" ".join(text.split()))
    if not match or (match["day"] is None and match["minute"] is None):
        raise MomentNotUnderstood(example=_example(talk))
    try:
        day = parsers.read_date(match["day"], now.date()) if match["day"] else now.date()
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)
    except (ValueError, DomainError):
        raise MomentNotUnderstood(example=_example(talk)) from None


@router.message(Expecting(PART))
async def part_said(message: Message, talk: Talk, expected: dict[str, Any], news: News) -> None:
    """What the author sent for the part that was asked; files are taken at any step."""
    item_id, part = expected["item"], expected["part"]
    try:
        if message.text is None:
            await _file_sent(message, talk, news, item_id, part)
        else:
            await _text_said(message, talk, news, item_id, part)
    except Invalid as error:
        if not isinstance(error, FileTooLarge) and not talk.first_of_album():
            return
        item = await news.writing.item(talk.actor, item_id)
        await talk.send(composing.ask(talk.t, item, part, refusal(talk.t, error)))
    except WrongItemState:
        talk.memory.forget()
        await show_item(talk, news, await news.writing.item(talk.actor, item_id))


async def _text_said(message: Message, talk: Talk, news: News, item_id: int, part: str) -> None:
    writing, actor = news.writing, talk.actor
    match part:
        case WriteTap.TITLE:
            title = " ".join(parsers.said(message).split())
            item = await writing.set_title(actor, item_id, title)
            following = WriteTap.TEXT
        case WriteTap.LINKS:
            item = await writing.set_links(actor, item_id, read_links(parsers.said(message)))
            await show_last_look(talk, item)
            return
        case WriteTap.FILES:
            item, following = await _text_while_files(message, talk, news, item_id)
        case _:
            item = await writing.set_text(actor, item_id, said_formatted(message), add=part == WriteTap.MORE)
            following = WriteTap.FILES
    if composing.has(item, WriteTap.TEXT) and (item.content.media or item.content.links) and part != WriteTap.FILES:
        await show_last_look(talk, item)
        return
    await ask(talk, item, following, _too_long(talk, item))


async def _text_while_files(message: Message, talk: Talk, news: News, item_id: int) -> tuple[Item, str]:
    """A text where files are asked for: the rest of a long one, else it is not what was asked."""
    before = await news.writing.item(talk.actor, item_id)
    item = await news.writing.continue_text(talk.actor, item_id, said_formatted(message))
    if item.revision == before.revision:
        raise FileUnfit()
    return item, WriteTap.FILES


def _too_long(talk: Talk, item: Item) -> Html | None:
    found = [one for one in troubles(item.content) if one.over and "long" in one.trouble.value]
    return lines(*[words.trouble(talk.t, one) for one in found]) if found else None


async def _file_sent(message: Message, talk: Talk, news: News, item_id: int, part: str) -> None:
    new = read_media(message)
    item = await news.writing.add_media(talk.actor, item_id, new)
    talk.expect(PART, item=item_id, part=WriteTap.FILES)
    if new.album is None:
        await talk.send(composing.ask(talk.t, item, WriteTap.FILES, _taken(talk, item)))


def _taken(talk: Talk, item: Item) -> Html:
    return lines(talk.t("news-files-taken", count=len(item.content.media)), composing.caption_kept(talk.t, item))


def read_media(message: Message) -> NewMedia:
    """The photo, video or file of a message, with the caption's formatting.

    Raises:
        FileTooLarge: over 20 MB; data: `size`, `limit`.
        FileUnfit: it is none.
    """
    kind, file = _file(message)
    size = file.file_size or 0
    if size > FILE_BYTES:
        raise FileTooLarge(size=-(-size // _MEGABYTE), limit=FILE_BYTES // _MEGABYTE)
    return NewMedia(
        kind=kind,
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        name=(getattr(file, "file_name", None) or "")[:255],
        size=size,
        message_id=message.message_id,
        album=message.media_group_id,
        caption=formatted(message),
    )


def _file(message: Message) -> tuple[MediaKind, PhotoSize | Video | Document]:
    if message.photo:
        return MediaKind.PHOTO, message.photo[-1]
    if message.video:
        return MediaKind.VIDEO, message.video
    if message.document and not message.animation:
        return MediaKind.DOCUMENT, message.document
    raise FileUnfit()
