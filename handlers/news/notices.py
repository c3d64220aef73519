"""Notices of the news desk in words, and the posts themselves: always as things are at the moment of delivery."""

import secrets

from cluster.news.model import Change, Item, Obligation
from cluster.news.post import Content, compose
from cluster.news.states import OUT, WAITING, ChangeKind, ChangeState, EventState, ItemState, ObligationState, Stage
from handlers.engine import Button, Post, PostEdit, PostRemoval, Reader, Screen, renders
from handlers.news import calendar, composing, words
from handlers.news.desktop import to_desk
from handlers.news.review import reason_words
from handlers.news.taps import ChangeTap, EventTap, NewsTap, OweTap, ReviewTap, WriteTap
from handlers.news.writing import post_link
from locales import Html, Translator, lines
from services.news import notices
from storage import news, news_events, news_press

MOVED_READ = 20
"""Deadlines looked at for a message that shows ten."""


@renders(notices.NewsPost)
async def post(notice: notices.NewsPost, reader: Reader) -> Post | None:
    """The post itself; nothing when it is not to be published any more."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state is not ItemState.PUBLISHING:
        return None
    return words.post_of(item.content)


@renders(notices.PostChange)
async def post_change(notice: notices.PostChange, reader: Reader) -> PostEdit | PostRemoval | None:
    """A published post is corrected or taken away."""
    change, item = await _change(reader, notice.change_id)
    if change is None or item is None or change.state is not ChangeState.APPROVED or not item.message_ids:
        return None
    if change.kind is ChangeKind.RETRACTION:
        return PostRemoval(item.message_ids)
    content = Content(change.title or "", change.body or "", item.content.links, item.content.media)
    carrier = item.message_ids[words.post_of(content).carrier]
    return PostEdit(carrier, Html(compose(content)), has_files=bool(content.media))


@renders(notices.FilesTaken)
async def files_taken(notice: notices.FilesTaken, reader: Reader) -> Screen | None:
    """The album came: how many files there are now."""
    item = await _item(reader, notice.item_id)
    if item is None or not composing.is_writable(item):
        return None
    t = reader.t
    note = lines(t("news-files-taken", count=len(item.content.media)), composing.caption_kept(t, item))
    return composing.ask(t, item, WriteTap.FILES, note)


@renders(notices.NewsCame)
async def came(notice: notices.NewsCame, reader: Reader) -> Screen | None:
    """An item waits for review; nothing when it was decided."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state not in WAITING:
        return None
    return _to_review(reader, item, "news-notice-came")


@renders(notices.ReviewLate)
async def review_late(notice: notices.ReviewLate, reader: Reader) -> Screen | None:
    """An item waits longer than promised."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state not in WAITING:
        return None
    return _to_review(reader, item, "news-notice-review-late")


def _to_review(reader: Reader, item: Item, key: str) -> Screen:
    t, now = reader.t, reader.services.clock.now()
    text = lines(
        t(key, title=words.title(t, item, 150), organisation=item.organisation),
        t("news-queue-review", due=words.due(t, item.review_due_at, now)) if item.review_due_at else None,
    )
    return Screen(text, [[Button(t.plain("news-button-review"), ReviewTap(i=item.id, do=ReviewTap.CLAIM))]])


@renders(notices.ChangesAsked)
async def changes_asked(notice: notices.ChangesAsked, reader: Reader) -> Screen | None:
    """What to change, and until when."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state is not ItemState.CHANGES_REQUESTED:
        return None
    t, now = reader.t, reader.services.clock.now()
    text = lines(
        t("news-notice-returned", title=words.title(t, item, 150)),
        t("news-card-reason", reason=item.reason or ""),
        words.due(t, item.due_at, now) if item.due_at else None,
        gap="\n\n",
    )
    return Screen(text, [[Button(t.plain("news-button-correct-now"), WriteTap(i=item.id, do=WriteTap.PREVIEW))]])


@renders(notices.NewsRejected)
async def rejected(notice: notices.NewsRejected, reader: Reader) -> Screen | None:
    """It will not be published, and why."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state is not ItemState.REJECTED:
        return None
    t = reader.t
    text = lines(
        t("news-notice-rejected", title=words.title(t, item, 150), why=reason_words(t, item.reason_code or "other")),
        t("news-card-reason", reason=item.reason or ""),
        t("news-notice-rejected-owed") if item.event_id else None,
        gap="\n\n",
    )
    return Screen(text, [[Button(t.plain("news-button-write"), NewsTap(do=NewsTap.CHOOSE))]])


@renders(notices.NewsPublished)
async def published(notice: notices.NewsPublished, reader: Reader) -> Screen | None:
    """The post is out, with a link to it."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state not in OUT:
        return None
    t = reader.t
    link = await post_link(reader.services.db, item)
    text = t("news-notice-published", title=words.title(t, item, 150))
    see = [Button(t.plain("news-button-open-post"), url=link)] if link else []
    return Screen(text, [see, [Button(t.plain("news-button-see"), WriteTap(i=item.id, do=WriteTap.CARD))]])


@renders(notices.NewsFailed)
async def failed(notice: notices.NewsFailed, reader: Reader) -> Screen | None:
    """A post did not get out: why, and what to do."""
    item = await _item(reader, notice.item_id)
    if item is None or item.state is not ItemState.FAILED:
        return None
    t = reader.t
    head = t("news-notice-failed", title=words.title(t, item, 150), organisation=item.organisation)
    why = t("news-failed-why", why=item.error or "")
    return Screen(lines(head, why, t("news-failed-what"), gap="\n\n"), _repair(t, item, ReviewTap.AGAIN))


@renders(notices.NewsDoubtful)
async def doubtful(notice: notices.NewsDoubtful, reader: Reader) -> Screen | None:
    """Nobody knows whether a post got out: look, and say."""
    item = await _item(reader, notice.item_id)
    if item is None or not item.doubtful:
        return None
    t = reader.t
    head = t("news-notice-doubtful", title=words.title(t, item, 150), organisation=item.organisation)
    rows = _repair(t, item, ReviewTap.CONFIRM, ReviewTap.AGAIN)
    return Screen(lines(head, t("news-doubtful-what"), gap="\n\n"), rows)


def _repair(t: Translator, item: Item, *steps: str) -> list[list[Button]]:
    keys = {ReviewTap.AGAIN: "news-review-again", ReviewTap.CONFIRM: "news-review-confirm"}
    return [[Button(t.plain(keys[step]), ReviewTap(i=item.id, do=step, r=item.revision))] for step in steps]


@renders(notices.ChangeProposed)
async def change_proposed(notice: notices.ChangeProposed, reader: Reader) -> Screen | None:
    """A correction or retraction is proposed; nothing when it was decided."""
    change, item = await _change(reader, notice.change_id)
    if change is None or item is None or change.state is not ChangeState.PROPOSED:
        return None
    return _about_change(reader.t, change, item, "news-button-see")


@renders(notices.ChangeFailed)
async def change_failed(notice: notices.ChangeFailed, reader: Reader) -> Screen | None:
    """A change did not get to the channel."""
    change, item = await _change(reader, notice.change_id)
    if change is None or item is None or change.state is not ChangeState.FAILED:
        return None
    return _about_change(reader.t, change, item, "news-button-see")


@renders(notices.ChangeDecided)
async def change_decided(notice: notices.ChangeDecided, reader: Reader) -> Screen | None:
    """To who proposed it: done, or declined."""
    change, item = await _change(reader, notice.change_id)
    if change is None or item is None or change.state not in (ChangeState.APPLIED, ChangeState.DECLINED):
        return None
    return Screen(_change_head(reader.t, change, item), [[to_desk(reader.t)]])


def _about_change(t: Translator, change: Change, item: Item, key: str) -> Screen:
    text = lines(_change_head(t, change, item), t("news-proposal-reason", reason=change.reason), gap="\n\n")
    return Screen(text, [[Button(t.plain(key), ChangeTap(c=change.id, do=ChangeTap.CARD))]])


def _change_head(t: Translator, change: Change, item: Item) -> Html:
    head = t(f"news-proposal-{change.kind.value}", title=words.title(t, item, 100), name=change.proposer)
    return lines(head, t(f"news-change-{change.state.value}"))


@renders(notices.NewsOwed)
async def owed(notice: notices.NewsOwed, reader: Reader) -> Screen | None:
    """Write about an event: with buttons straight into the right step; nothing when it was answered."""
    one = await _obligation(reader, notice.obligation_id)
    if one is None or one.state is not ObligationState.OPEN:
        return None
    t, stage = reader.t, Stage(notice.stage)
    if stage is Stage.SOON and one.due_at < reader.services.clock.now():
        return None
    text = t(f"news-notice-{stage.value}", title=one.event, at=t.moment(one.due_at), organisation=one.organisation)
    return Screen(text, calendar.answers(t, one, secrets.token_hex(4)))


@renders(notices.NewsMissing)
async def missing(notice: notices.NewsMissing, reader: Reader) -> Screen | None:
    """To coordinators: an organisation has not written."""
    one = await _obligation(reader, notice.obligation_id)
    if one is None or one.state is not ObligationState.OPEN:
        return None
    t = reader.t
    text = t("news-notice-missing", title=one.event, at=t.moment(one.due_at), organisation=one.organisation)
    return Screen(text, [[Button(t.plain("news-button-see"), OweTap(o=one.id, do=OweTap.CARD))]])


@renders(notices.ObligationAnswered)
async def answered(notice: notices.ObligationAnswered, reader: Reader) -> Screen | None:
    """To coordinators: published elsewhere, or not held."""
    one = await _obligation(reader, notice.obligation_id)
    if one is None or one.state not in (ObligationState.DONE, ObligationState.NOT_HELD):
        return None
    t = reader.t
    key = "news-notice-elsewhere" if one.link else "news-notice-not-held"
    text = lines(
        t(key, title=one.event, organisation=one.organisation), t("news-owe-link", url=one.link) if one.link else None
    )
    return Screen(text, [[Button(t.plain("news-button-see"), OweTap(o=one.id, do=OweTap.CARD))]])


@renders(notices.EventChanged)
async def event_changed(notice: notices.EventChanged, reader: Reader) -> Screen | None:
    """An event was registered, postponed or cancelled; nothing when it changed again since."""
    async with reader.services.db.read() as connection:
        found = await news_events.event(connection, notice.event_id)
        owing = await news_events.obligations_of_event(connection, notice.event_id)
    if found is None or found.sequence != notice.sequence:
        return None
    t = reader.t
    cancelled = found.state is EventState.CANCELLED
    key = "cancelled" if cancelled else ("registered" if found.sequence == 0 else "postponed")
    due = owing[0].due_at if owing and not cancelled else None
    text = lines(
        t(f"news-notice-event-{key}", title=found.title, days=words.days(t, found.first_day, found.last_day)),
        t("news-event-place", place=found.place) if found.place else None,
        t("news-notice-event-due", at=t.moment(due)) if due else None,
    )
    see = Button(t.plain("news-button-see"), EventTap(e=found.id, do=EventTap.CARD))
    return Screen(text, [[see]], [calendar.ics(t, [found], reader.services.clock.now())])


@renders(notices.PressNamed)
async def press_named(notice: notices.PressNamed, reader: Reader) -> Screen | None:
    """Somebody was named; nothing when somebody else is by now."""
    async with reader.services.db.read() as connection:
        found = await news_press.responsible(connection, notice.organisation_id)
    if found is None or found[0] != notice.person_id:
        return None
    return Screen(reader.t("news-notice-press-named", organisation=found[1]), [[to_desk(reader.t)]])


@renders(notices.DeadlinesMoved)
async def deadlines_moved(notice: notices.DeadlinesMoved, reader: Reader) -> Screen | None:
    """These are due at another moment; nothing when all of them were settled."""
    found = [one for number in notice.ids[:MOVED_READ] if (one := await _obligation(reader, number)) is not None]
    still = [one for one in found if one.state is ObligationState.OPEN][: words.MOVED_SHOWN]
    if not still:
        return None
    t = reader.t
    listed = [t("news-notice-moved-line", title=words.brief(one.event, 80), at=t.moment(one.due_at)) for one in still]
    return Screen(lines(t("news-notice-moved", count=len(still)), *listed), [[to_desk(t)]])


async def _item(reader: Reader, item_id: int) -> Item | None:
    async with reader.services.db.read() as connection:
        found: Item | None = await news.item(connection, item_id)
        return found


async def _change(reader: Reader, change_id: int) -> tuple[Change | None, Item | None]:
    async with reader.services.db.read() as connection:
        change = await news.change(connection, change_id)
        return change, await news.item(connection, change.item_id) if change else None


async def _obligation(reader: Reader, obligation_id: int) -> Obligation | None:
    async with reader.services.db.read() as connection:
        found: Obligation | None = await news_events.obligation(connection, obligation_id)
        return found
