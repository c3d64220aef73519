"""Review: one reviewer at a time decides what goes to the channel."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import TooLong
from cluster.news.clock import CLAIM
from cluster.news.model import Change, Item, Note, Revision
from cluster.news.post import STORED_LIMIT, TITLE_LIMIT, Content, NotReady, troubles
from cluster.news.refusals import ClaimedByOther
from cluster.news.states import WAITING, ItemState, RejectionReason, WrongItemState, move
from cluster.notice import Notice
from services.base import Service, use_case
from services.news import clock as clocks
from services.news.desk import Desk, tell
from services.news.notices import ChangesAsked, NewsRejected
from services.paging import Page
from storage import news, news_press

REASON_LIMIT = 1_000
NOTE_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Review:
    """An item with what moderators know about it."""

    item: Item
    revisions: Sequence[Revision]
    notes: Sequence[Note]
    changes: Sequence[Change]
    trusted: bool

    @property
    def original(self) -> Revision | None:
        """What the author handed in last; None for one never handed in."""
        return next((one for one in reversed(self.revisions) if one.kind == "original"), None)

    @property
    def is_edited(self) -> bool:
        """Whether a reviewer changed what the author handed in."""
        before, now = self.original, self.item.content
        return before is not None and (before.title, before.body) != (now.title, now.body)


class ModerationService(Service):
    """Use cases of reviewers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db, self._clock = desk.db, desk.clock

    @use_case(Permission.MODERATE_NEWS)
    async def queue(self, actor: Actor, number: int = 0) -> Page[Item]:
        """A page of what waits for a decision, the longest waiting first."""
        async with self._db.read() as connection:
            found, total = await news.items(connection, actor.here, WAITING, oldest_first=True, page=number)
        return Page(found, max(0, number), total)

    @use_case(Permission.MODERATE_NEWS)
    async def archive(self, actor: Actor, states: Sequence[ItemState], number: int = 0) -> Page[Item]:
        """A page of the cluster's items in some states, the last changed first."""
        async with self._db.read() as connection:
            found, total = await news.items(connection, actor.here, states, page=number)
        return Page(found, max(0, number), total)

    @use_case(Permission.MODERATE_NEWS)
    async def look(self, actor: Actor, item_id: int) -> Review:
        """An item with revisions, notes and changes.

        Raises:
            NotFound: there is none such, or it is somebody's draft.
        """
        async with self._db.read() as connection:
            return await self._review(connection, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def claim(self, actor: Actor, item_id: int) -> Review:
        """Take the item for 30 minutes; taking it again makes them 30 again.

        Raises:
            ClaimedByOther: somebody else has it; data: `name`, `until`.
        """
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state in WAITING:
                await self._claim(tx, actor, item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def release(self, actor: Actor, item_id: int) -> Review:
        """Put the item back into the queue."""
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state is ItemState.IN_REVIEW and item.reviewer_id == actor.me:
                await self._save(tx, item, ItemState.SUBMITTED, reviewer_id=None, claimed_until=None)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def edit(self, actor: Actor, item_id: int, *, title: str | None = None, body: str | None = None) -> Review:
        """Change title or text (Telegram's HTML); the author's original stays as a revision.

        Raises:
            ClaimedByOther, WrongItemState, TooLong.
        """
        for text, limit in ((title, TITLE_LIMIT), (body, STORED_LIMIT)):
            if text is not None and len(text) > limit:
                raise TooLong(limit=limit, over=len(text) - limit)
        async with self._db.write() as tx:
            item = await self._mine(tx, actor, item_id)
            at, now = item.content, self._clock.now()
            content = Content(title or at.title, body or at.body, at.links, at.media)
            await news.add_revision(tx, item_id, "edited", content, by=actor.me, at=now)
            await news.change_item(
                tx, item_id, title=content.title, body=content.body, changed_at=now, claimed_until=now + CLAIM
            )
            await self._desk.log_act(tx, actor, "news_edited", item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def approve(self, actor: Actor, item_id: int, revision: int) -> Review:
        """Let it go to the channel, at once or at its hour.

        Args:
            revision: of the item as the reviewer saw it; on an older screen nothing happens.

        Raises:
            ClaimedByOther: somebody else is reviewing it.
            NotReady: an edit made it too long.
        """
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state not in WAITING or item.revision != revision:
                return await self._review(tx, actor, item_id)
            await self._claim(tx, actor, item)
            if troubles(item.content):
                raise NotReady()
            await self._save(tx, item, ItemState.APPROVED, claimed_until=None, review_due_at=None)
            await self._desk.log_act(tx, actor, "news_approved", item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def ask_for_changes(self, actor: Actor, item_id: int, reason: str) -> Review:
        """Give the item back with a reason; the college gets its unused time, at least 4 working hours.

        Raises:
            ClaimedByOther, WrongItemState, TooLong.
        """
        _check(reason, REASON_LIMIT)
        async with self._db.write() as tx:
            item = await self._mine(tx, actor, item_id)
            notice = ChangesAsked(item_id=item_id)
            await self._return(tx, actor, item, ItemState.CHANGES_REQUESTED, notice=notice, reason=reason)
            await self._desk.log_act(tx, actor, "news_returned", item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def reject(self, actor: Actor, item_id: int, code: RejectionReason, reason: str) -> Review:
        """Refuse the item for good; the obligation is open again.

        Raises:
            ClaimedByOther, WrongItemState, TooLong.
        """
        _check(reason, REASON_LIMIT)
        async with self._db.write() as tx:
            item = await self._mine(tx, actor, item_id)
            notice = NewsRejected(item_id=item_id)
            await self._return(tx, actor, item, ItemState.REJECTED, notice=notice, reason=reason, code=code)
            await self._desk.log_act(tx, actor, "news_rejected", item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def pull_back(self, actor: Actor, item_id: int) -> Review:
        """Take an approved item that is not on its way yet back into review."""
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state is ItemState.APPROVED:
                now = self._clock.now()
                until = now + CLAIM
                await self._save(
                    tx, item, ItemState.IN_REVIEW, reviewer_id=actor.me, claimed_until=until, review_due_at=until
                )
                await self._desk.log_act(tx, actor, "news_pulled_back", item)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def write_note(self, actor: Actor, item_id: int, text: str) -> Review:
        """Write something only moderators see."""
        _check(text, NOTE_LIMIT)
        async with self._db.write() as tx:
            await self._desk.item(tx, actor, item_id)
            await news.add_note(tx, item_id, actor.me, self._clock.now(), text)
            return await self._review(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def trust(self, actor: Actor, item_id: int, *, trusted: bool) -> Review:
        """Whether the items of this item's organisation skip the review from now on."""
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if await news_press.is_trusted(tx, item.organisation_id) != trusted:
                await news_press.set_organisation(tx, item.organisation_id, trusted=trusted)
                await self._desk.log_act(tx, actor, "news_trust_changed", item, trusted=trusted)
            return await self._review(tx, actor, item_id)

    async def _review(self, connection: AsyncConnection, actor: Actor, item_id: int) -> Review:
        item = await self._desk.item(connection, actor, item_id)
        return Review(
            item,
            await news.revisions(connection, item_id),
            await news.notes(connection, item_id),
            await news.changes_of(connection, item_id),
            await news_press.is_trusted(connection, item.organisation_id),
        )

    async def _mine(self, tx: AsyncConnection, actor: Actor, item_id: int) -> Item:
        """An item under the actor's review."""
        item = await self._desk.item(tx, actor, item_id)
        if item.state not in WAITING:
            raise WrongItemState(state=item.state.value)
        await self._claim(tx, actor, item)
        return item

    async def _claim(self, tx: AsyncConnection, actor: Actor, item: Item) -> None:
        now = self._clock.now()
        if item.is_claimed(now) and item.reviewer_id != actor.me:
            assert item.claimed_until is not None
            until = item.claimed_until.astimezone(self._desk.zone(actor)).strftime("%H:%M")
            raise ClaimedByOther(name=item.reviewer or "", until=until)
        if item.is_claimed(now) and item.reviewer_id == actor.me:
            return
        await news.claim(tx, item.id, actor.me, now + CLAIM)

    async def _return(
        self,
        tx: AsyncConnection,
        actor: Actor,
        item: Item,
        to: ItemState,
        *,
        notice: Notice,
        reason: str,
        code: RejectionReason | None = None,
    ) -> None:
        now = self._clock.now()
        calendar, zone = self._desk.calendar(actor), self._desk.zone(actor)
        await clocks.hand_back(tx, item, calendar, zone, now, extend=True)
        await self._save(
            tx,
            item,
            to,
            reason=reason,
            reason_code=code.value if code else None,
            claimed_until=None,
            review_due_at=None,
        )
        key = f"news:{to.value}:{item.id}:{item.revision}"
        await tell(tx, item.author_id, item.cluster_id, notice, at=now, key=key)

    async def _save(self, tx: AsyncConnection, item: Item, to: ItemState, **values: object) -> None:
        claimed = item.state is ItemState.SUBMITTED and to is not ItemState.IN_REVIEW  # in this very transaction
        state = move(ItemState.IN_REVIEW if claimed else item.state, to)
        await news.change_item(tx, item.id, state=state.value, changed_at=self._clock.now(), **values)


def _check(text: str, limit: int) -> None:
    if len(text) > limit:
        raise TooLong(limit=limit, over=len(text) - limit)
