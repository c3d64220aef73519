"""Composing: a draft that is kept at every step, from any phone, until it is submitted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound, Stale, TooLong
from cluster.news.clock import review_due
from cluster.news.model import Item, Obligation
from cluster.news.outlets import Link
from cluster.news.post import KEPT_LIMIT, STORED_LIMIT, TITLE_LIMIT, MediaKind, NotReady, TooManyFiles, troubles
from cluster.news.refusals import NoOrganisation, PublishTooEarly
from cluster.news.states import WAITING, WRITABLE, ItemState, WrongItemState, move
from services.base import Service, use_case
from services.news import clock as clocks
from services.news.desk import Desk, tell_coordinators
from services.news.notices import FilesTaken, NewsCame
from services.paging import Page
from storage import belonging, news, news_events, news_press, outbox
from storage.outbox import Recipient

ALBUM_SETTLES = timedelta(seconds=2)
"""Messages of one album come within this; then it is answered once."""
TEXT_GOES_ON = timedelta(seconds=20)
"""Telegram's client cuts a long text into messages that come within this."""
LONG_PART = 4_000


@dataclass(frozen=True, slots=True)
class NewMedia:
    """A file somebody sent; `album` is Telegram's id of the album it came in."""

    kind: MediaKind
    file_id: str
    unique_id: str
    name: str
    size: int
    message_id: int
    album: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Desktop:
    """What somebody sees when they open the news: what they owe, how many items are where."""

    owed: Sequence[Obligation]
    counts: dict[ItemState, int]
    waiting: int
    proposals: int


class WritingService(Service):
    """Use cases of authors. A coordinator writes for their own organisation, else for the leading college."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db, self._clock = desk.db, desk.clock

    @use_case(Permission.WRITE_NEWS)
    async def desktop(self, actor: Actor) -> Desktop:
        """What the person finds on the desk."""
        mine = actor.organisations(Role.COLLEGE)
        moderates = actor.can(Permission.MODERATE_NEWS)
        async with self._db.read() as connection:
            whose = news.of_writer(actor.me, mine)
            counts = await news.count(connection, actor.here, whose)
            owed = await news_events.owed(
                connection, actor.here, sorted(mine), begun_by=self._desk.today(actor), limit=8
            )
            everywhere = await news.count(connection, actor.here) if moderates else {}
            proposals = len(await news.proposed(connection, actor.here)) if moderates else 0
        return Desktop(owed, counts, sum(everywhere.get(state, 0) for state in WAITING), proposals)

    @use_case(Permission.WRITE_NEWS)
    async def mine(self, actor: Actor, states: Sequence[ItemState], number: int = 0) -> Page[Item]:
        """A page of the items the person may work on."""
        whose = news.of_writer(actor.me, actor.organisations(Role.COLLEGE))
        async with self._db.read() as connection:
            found, total = await news.items(connection, actor.here, states, whose=whose, page=number)
        return Page(found, max(0, number), total)

    @use_case(Permission.WRITE_NEWS)
    async def item(self, actor: Actor, item_id: int) -> Item:
        """One item.

        Raises:
            NotFound: there is none such for this person.
        """
        async with self._db.read() as connection:
            return await self._desk.item(connection, actor, item_id)

    @use_case(Permission.WRITE_NEWS)
    async def choices(self, actor: Actor) -> list[Obligation]:
        """Events news can be written about: what the person's organisations owe."""
        async with self._db.read() as connection:
            return await news_events.owed(
                connection,
                actor.here,
                sorted(actor.organisations(Role.COLLEGE)),
                begun_by=self._desk.today(actor),
                limit=8,
            )

    @use_case(Permission.WRITE_NEWS)
    async def begin(self, actor: Actor, obligation_id: int | None, draft_key: str) -> Item:
        """Start a draft, about an event or about none; the same key twice is one draft.

        Raises:
            NoOrganisation: there is no organisation to write for.
            NotFound: no such obligation of the person's organisations.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            organisation_id, event_id, title = await self._for_whom(tx, actor, obligation_id)
            item_id = await news.insert_item(
                tx,
                cluster_id=actor.here,
                organisation_id=organisation_id,
                event_id=event_id,
                author_id=actor.me,
                state=ItemState.DRAFT.value,
                title=title[:TITLE_LIMIT],
                body="",
                links=[],
                revision=0,
                draft_key=draft_key,
                created_at=now,
                changed_at=now,
            )
            return await self._desk.item(tx, actor, item_id)

    @use_case(Permission.WRITE_NEWS)
    async def set_title(self, actor: Actor, item_id: int, title: str) -> Item:
        """Give the item its title.

        Raises:
            TooLong: over 200 characters; data: `limit`, `over`.
        """
        if len(title) > TITLE_LIMIT:
            raise TooLong(limit=TITLE_LIMIT, over=len(title) - TITLE_LIMIT)
        return await self._change(actor, item_id, title=title)

    @use_case(Permission.WRITE_NEWS)
    async def set_text(self, actor: Actor, item_id: int, body: str, *, add: bool = False) -> Item:
        """Give the item its text (Telegram's HTML), or add a paragraph.

        What is too long for a post is kept: the screen says by how much.
        A text that follows a very long one within seconds is its continuation, cut off by Telegram's client.
        """
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            now, before = self._clock.now(), item.content.body
            if await self._goes_on(tx, item):
                body = before + body
            elif add and before:
                body = f"{before}\n\n{body}"
            if len(body) > STORED_LIMIT:
                raise TooLong(limit=STORED_LIMIT, over=len(body) - STORED_LIMIT)
            return await self._save(tx, actor, item, body=body, caption=None, heard_at=now)

    @use_case(Permission.WRITE_NEWS)
    async def continue_text(self, actor: Actor, item_id: int, body: str) -> Item:
        """Add the rest of a long text that Telegram's client cut; a text that is none leaves the item as it is."""
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            whole = item.content.body + body
            if not await self._goes_on(tx, item) or len(whole) > STORED_LIMIT:
                return item
            return await self._save(tx, actor, item, body=whole, heard_at=self._clock.now())

    @use_case(Permission.WRITE_NEWS)
    async def set_links(self, actor: Actor, item_id: int, links: Sequence[Link]) -> Item:
        """Say where else the news is; replaces what was said before."""
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            if tuple(links) == item.content.links:
                return item
            return await self._save(tx, actor, item, links=news.stored_links(links))

    @use_case(Permission.WRITE_NEWS)
    async def add_media(self, actor: Actor, item_id: int, new: NewMedia) -> Item:
        """Add a photo, video or file. Its caption becomes the text, or waits for the author's word where there is one.

        Files of one album are answered by one letter, when all of them have come.

        Raises:
            TooManyFiles: the draft holds `KEPT_LIMIT` already; data: `limit`.
        """
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            if len(item.content.media) >= KEPT_LIMIT:
                raise TooManyFiles(limit=KEPT_LIMIT)
            now = self._clock.now()
            await news.add_media(
                tx,
                item_id=item_id,
                position=new.message_id,
                kind=new.kind.value,
                file_id=new.file_id,
                unique_id=new.unique_id,
                name=new.name,
                size=new.size,
            )
            changed: dict[str, Any] = {}
            if new.caption and new.caption != item.content.body:
                changed["caption" if item.content.body else "body"] = new.caption
            if new.album is not None:
                letter = FilesTaken(item_id=item_id)
                to = Recipient.person(actor.me, actor.here)
                key = f"news:album:{item_id}:{new.album}"
                await outbox.add(tx, letter, to=to, at=now + ALBUM_SETTLES, key=key)
            return await self._save(tx, actor, item, **changed)

    @use_case(Permission.WRITE_NEWS)
    async def use_caption(self, actor: Actor, item_id: int, how: str) -> Item:
        """What a caption that came with files is: the text («text»), more of it («add»), nothing («drop»)."""
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            caption = item.caption
            if caption is None:
                return item
            body = {"text": caption, "add": f"{item.content.body}\n\n{caption}"}.get(how, item.content.body)
            return await self._save(tx, actor, item, body=body, caption=None)

    @use_case(Permission.WRITE_NEWS)
    async def drop_media(self, actor: Actor, item_id: int, media_id: int) -> Item:
        """Take one file off the item; one that is gone already is no trouble."""
        return await self._drop(actor, item_id, lambda kind, number: number == media_id)

    @use_case(Permission.WRITE_NEWS)
    async def keep_only(self, actor: Actor, item_id: int, *, seen: bool) -> Item:
        """Keep only photos and videos (`seen`), or only documents: one album cannot hold both."""
        return await self._drop(actor, item_id, lambda kind, number: kind.is_seen is not seen)

    @use_case(Permission.WRITE_NEWS)
    async def drop_all_media(self, actor: Actor, item_id: int) -> Item:
        """Take all files off the item."""
        return await self._drop(actor, item_id, lambda kind, number: True)

    @use_case(Permission.WRITE_NEWS)
    async def schedule(self, actor: Actor, item_id: int, at: datetime | None) -> Item:
        """Publish not before `at`; None: as soon as it is approved.

        Raises:
            PublishTooEarly: the moment is over.
        """
        if at is not None and at <= self._clock.now():
            raise PublishTooEarly()
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            return item if at == item.publish_at else await self._save(tx, actor, item, publish_at=at)

    @use_case(Permission.WRITE_NEWS)
    async def discard(self, actor: Actor, item_id: int) -> Item:
        """Throw a draft away."""
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state is ItemState.DISCARDED or not self._desk.is_writer(actor, item):
                return item
            state = move(item.state, ItemState.DISCARDED)
            await self._desk.log_act(tx, actor, "news_discarded", item)
            return await self._save(tx, actor, item, state=state.value)

    @use_case(Permission.WRITE_NEWS)
    async def take_back(self, actor: Actor, item_id: int) -> Item:
        """Take a submitted item back while nobody is reviewing it; the clock runs on as before."""
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if not self._desk.is_writer(actor, item):
                raise NotFound()
            if item.state is ItemState.DRAFT:
                return item
            if item.state is not ItemState.SUBMITTED:
                raise WrongItemState(state=item.state.value)
            state = move(item.state, ItemState.DRAFT)
            now = self._clock.now()
            calendar, zone = self._desk.calendar(actor), self._desk.zone(actor)
            await clocks.hand_back(tx, item, calendar, zone, now, extend=False)
            await self._desk.log_act(tx, actor, "news_taken_back", item)
            return await self._save(tx, actor, item, state=state.value, review_due_at=None)

    @use_case(Permission.WRITE_NEWS)
    async def submit(self, actor: Actor, item_id: int, revision: int) -> Item:
        """Hand the item in; a trusted organisation's and a coordinator's own go to the channel without review.

        Args:
            revision: of the item as the person saw it.

        Raises:
            NotReady: something is missing or too long.
            Stale: it was changed since.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if not self._desk.is_writer(actor, item):
                raise NotFound()
            if item.state not in WRITABLE:
                return item  # a second tap: it was handed in already
            if item.revision != revision:
                raise Stale()
            if troubles(item.content):
                raise NotReady()
            skips = actor.can(Permission.MODERATE_NEWS) or await news_press.is_trusted(tx, item.organisation_id)
            state = move(item.state, ItemState.APPROVED if skips else ItemState.SUBMITTED)
            await news.add_revision(tx, item_id, "original", item.content, by=actor.me, at=now)
            await clocks.hand_in(tx, item, now)
            rule = await self._desk.rule(tx, item, actor)
            due = review_due(now, rule, self._desk.calendar(actor), self._desk.zone(actor))
            await self._desk.log_act(tx, actor, "news_submitted", item)
            if not skips:
                key = f"news:came:{item_id}:{revision}"
                await tell_coordinators(tx, item.cluster_id, NewsCame(item_id=item_id), now, key)
            return await self._save(
                tx,
                actor,
                item,
                state=state.value,
                submitted_at=now,
                review_due_at=None if skips else due,
                review_told=False,
                reason=None,
                reason_code=None,
            )

    async def _for_whom(
        self, tx: AsyncConnection, actor: Actor, obligation_id: int | None
    ) -> tuple[int, int | None, str]:
        """The organisation, the event and the title to begin with."""
        mine = sorted(actor.organisations(Role.COLLEGE))
        if obligation_id is not None:
            owed = await news_events.obligation(tx, obligation_id, actor.here)
            if owed is None or not (owed.organisation_id in mine or actor.can(Permission.MODERATE_NEWS)):
                raise NotFound()
            return owed.organisation_id, owed.event_id, owed.event
        theirs = mine or sorted(actor.organisations(Role.COORDINATOR))
        if not theirs:
            leading = await belonging.leading(tx, actor.here)
            theirs = [leading] if leading is not None else []
        if not theirs:
            raise NoOrganisation()
        return theirs[0], None, ""

    async def _goes_on(self, tx: AsyncConnection, item: Item) -> bool:
        """Whether a text now is the rest of a long one that came a moment ago."""
        heard = await news.heard_at(tx, item.id)
        just_now = heard is not None and self._clock.now() - heard <= TEXT_GOES_ON
        return just_now and len(item.content.body) >= LONG_PART

    async def _writable(self, tx: AsyncConnection, actor: Actor, item_id: int) -> Item:
        item = await self._desk.item(tx, actor, item_id)
        if not self._desk.is_writer(actor, item):
            raise NotFound()
        if item.state not in WRITABLE:
            raise WrongItemState(state=item.state.value)
        return item

    async def _change(self, actor: Actor, item_id: int, **values: Any) -> Item:
        async with self._db.write() as tx:
            return await self._save(tx, actor, await self._writable(tx, actor, item_id), **values)

    async def _drop(self, actor: Actor, item_id: int, which: Any) -> Item:
        async with self._db.write() as tx:
            item = await self._writable(tx, actor, item_id)
            gone = [media.id for media in item.content.media if which(media.kind, media.id)]
            if not gone:
                return item
            await news.drop_media(tx, item_id, gone)
            return await self._save(tx, actor, item)

    async def _save(self, tx: AsyncConnection, actor: Actor, item: Item, **values: Any) -> Item:
        await news.change_item(tx, item.id, changed_at=self._clock.now(), **values)
        found = await news.item(tx, item.id, actor.here)
        assert found is not None
        return found
