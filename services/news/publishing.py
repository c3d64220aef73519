"""Publication: once, at its hour, into the cluster's channel; corrections and retractions by proposal and approval.

A post is a letter of the outbox that is sent at most once. What became of it is looked up from the letter, whoever
settled it: delivery, a lease that ended, a coordinator. So a crash anywhere leaves nothing to guess.
"""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.errors import NotFound, TooLong
from cluster.news.model import Change, Item
from cluster.news.post import STORED_LIMIT, TITLE_LIMIT, Content, NotReady, troubles
from cluster.news.refusals import ChangeWaits, NothingChanged, PostUnknown
from cluster.news.states import ChangeKind, ChangeState, ItemState, WrongItemState, move
from services.base import Service, use_case
from services.news import clock as clocks
from services.news.desk import Desk, tell, tell_coordinators
from services.news.moderation import Review
from services.news.notices import (
    ChangeDecided,
    ChangeFailed,
    ChangeProposed,
    NewsDoubtful,
    NewsFailed,
    NewsPost,
    NewsPublished,
    PostChange,
    ReviewLate,
)
from storage import news, news_posts, outbox, postbox
from storage.database import Database
from storage.news_posts import Arrival
from storage.outbox import Recipient

log = structlog.get_logger()

REASON_LIMIT = 500


class PublishingService(Service):
    """Use cases about posts that are on their way or out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db, self._clock = desk.db, desk.clock

    @use_case(Permission.MODERATE_NEWS)
    async def try_again(self, actor: Actor, item_id: int) -> Item:
        """Publish a failed post again, or one of which nobody knows: the moderator looked, it is not there."""
        now = self._clock.now()
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if item.state is ItemState.FAILED:
                await news.change_item(tx, item_id, state=ItemState.APPROVED.value, error=None, changed_at=now)
            elif item.state is ItemState.PUBLISHING and item.doubtful and item.letter_key:
                letter = await news_posts.letter_of(tx, item.letter_key)
                if letter is None or not await postbox.again(tx, letter, now):
                    return item
                await news.change_item(tx, item_id, doubtful=False, changed_at=now)
            else:
                return item
            await self._desk.log_act(tx, actor, "news_sent_again", item)
            return await self._desk.item(tx, actor, item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def confirm(self, actor: Actor, item_id: int) -> Item:
        """The moderator looked: the post is in the channel. Its number stays unknown until a message is forwarded."""
        now = self._clock.now()
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            if not (item.state is ItemState.PUBLISHING and item.doubtful and item.letter_key):
                return item
            letter = await news_posts.letter_of(tx, item.letter_key)
            if letter is not None and await postbox.confirm(tx, letter, now):
                await self._desk.log_act(tx, actor, "news_confirmed", item)
        await settle(self._db, now)
        async with self._db.read() as connection:
            return await self._desk.item(connection, actor, item_id)

    @use_case(Permission.WRITE_NEWS)
    async def propose(
        self,
        actor: Actor,
        item_id: int,
        kind: ChangeKind,
        reason: str,
        *,
        title: str | None = None,
        body: str | None = None,
    ) -> Change:
        """Propose to correct (title and text) or retract a published post. A moderator's proposal is approved at once.

        Raises:
            WrongItemState: the post is not in the channel.
            ChangeWaits: another proposal waits.
            PostUnknown: nobody knows the post's number in the channel.
            NothingChanged, NotReady, TooLong: the correction says the same, or does not fit.
        """
        _check(title, body, reason)
        now = self._clock.now()
        async with self._db.write() as tx:
            item = await self._desk.item(tx, actor, item_id)
            await self._check_proposal(tx, actor, item, kind, title=title, body=body)
            change_id = await news.insert_change(
                tx,
                item_id=item_id,
                cluster_id=item.cluster_id,
                kind=kind.value,
                state=ChangeState.PROPOSED.value,
                title=(title or item.content.title) if kind is ChangeKind.CORRECTION else None,
                body=(body or item.content.body) if kind is ChangeKind.CORRECTION else None,
                reason=reason,
                proposed_by=actor.me,
                proposed_at=now,
            )
            await self._desk.log_act(tx, actor, "news_change_proposed", item, kind=kind.value)
            if actor.can(Permission.MODERATE_NEWS):
                await self._approve(tx, actor, item, change_id)
            else:
                notice = ChangeProposed(change_id=change_id)
                await tell_coordinators(tx, item.cluster_id, notice, now, f"news:proposed:{change_id}")
            return await _found(tx, actor, change_id)

    @use_case(Permission.WRITE_NEWS)
    async def check(self, actor: Actor, item_id: int, *, title: str | None = None, body: str | None = None) -> None:
        """Whether a correction can be proposed, before its reason is asked for; refusals as in `propose`."""
        _check(title, body, "")
        async with self._db.read() as connection:
            item = await self._desk.item(connection, actor, item_id)
            await self._check_proposal(connection, actor, item, ChangeKind.CORRECTION, title=title, body=body)

    @use_case(Permission.WRITE_NEWS)
    async def history(self, actor: Actor, item_id: int) -> Review:
        """What was done to the text of an item; notes between moderators are not part of it."""
        async with self._db.read() as connection:
            item = await self._desk.item(connection, actor, item_id)
            revisions = await news.revisions(connection, item_id)
            changes = await news.changes_of(connection, item_id)
        return Review(item, revisions, (), changes, trusted=False)

    @use_case(Permission.MODERATE_NEWS)
    async def proposals(self, actor: Actor) -> list[Change]:
        """Proposals that wait for a decision."""
        async with self._db.read() as connection:
            return await news.proposed(connection, actor.here)

    @use_case(Permission.MODERATE_NEWS)
    async def proposal(self, actor: Actor, change_id: int) -> tuple[Change, Item]:
        """One proposal with its item."""
        async with self._db.read() as connection:
            change = await _found(connection, actor, change_id)
            return change, await self._desk.item(connection, actor, change.item_id)

    @use_case(Permission.MODERATE_NEWS)
    async def decide(self, actor: Actor, change_id: int, *, approved: bool, answer: str = "") -> Change:
        """Let a change go to the channel, or decline it; a second decision changes nothing."""
        now = self._clock.now()
        async with self._db.write() as tx:
            change = await _found(tx, actor, change_id)
            if change.state not in (ChangeState.PROPOSED, ChangeState.FAILED):
                return change
            item = await self._desk.item(tx, actor, change.item_id)
            if approved:
                await self._approve(tx, actor, item, change_id)
            elif change.state is ChangeState.PROPOSED:
                state = ChangeState.DECLINED.value
                await news.update_change(tx, change_id, state=state, answer=answer, decided_by=actor.me, decided_at=now)
                await self._desk.log_act(tx, actor, "news_change_declined", item)
                notice = ChangeDecided(change_id=change_id)
                await tell(tx, change.proposed_by, item.cluster_id, notice, at=now, key=f"news:decided:{change_id}")
            return await _found(tx, actor, change_id)

    async def _check_proposal(
        self, tx: AsyncConnection, actor: Actor, item: Item, kind: ChangeKind, *, title: str | None, body: str | None
    ) -> None:
        if not self._desk.is_writer(actor, item) and not actor.can(Permission.MODERATE_NEWS):
            raise NotFound()
        if not item.is_out:
            raise WrongItemState(state=item.state.value)
        if not item.message_ids:
            raise PostUnknown()
        open_ones = (ChangeState.PROPOSED, ChangeState.APPROVED)
        if any(one.state in open_ones for one in await news.changes_of(tx, item.id)):
            raise ChangeWaits()
        if kind is ChangeKind.CORRECTION:
            at = item.content
            content = Content(title or at.title, body or at.body, at.links, at.media)
            if content == at:
                raise NothingChanged()
            if troubles(content):
                raise NotReady()

    async def _approve(self, tx: AsyncConnection, actor: Actor, item: Item, change_id: int) -> None:
        now = self._clock.now()
        attempt = await news.next_attempt(tx, change_id)
        assert item.chat_id is not None
        key = f"news:change:{change_id}:{attempt}"
        await news.update_change(
            tx,
            change_id,
            state=ChangeState.APPROVED.value,
            decided_by=actor.me,
            decided_at=now,
            letter_key=key,
            attempt=attempt,
            error=None,
        )
        to = Recipient.chat(item.cluster_id, item.chat_id, once=False)  # an edit or a removal done twice is one
        await outbox.add(tx, PostChange(change_id=change_id), to=to, at=now, key=key)
        await self._desk.log_act(tx, actor, "news_change_approved", item)


async def publish_due(db: Database, now: datetime) -> int:
    """Put the approved items whose hour has come on their way; gives how many.

    What failed for want of a right goes again when the right is back.
    """
    async with db.read() as connection:
        if not await news_posts.ready(connection, now, 1) and not await news_posts.stranded(connection):
            return 0

    async def write(tx: AsyncConnection) -> int:
        for item_id in await news_posts.stranded(tx):
            await news.change_item(tx, item_id, state=ItemState.APPROVED.value, error=None, changed_at=now)
        found = await news_posts.ready(tx, now)
        for one in found:
            key = f"news:post:{one.item_id}:{one.attempt + 1}"
            state = move(ItemState.APPROVED, ItemState.PUBLISHING).value
            await news.change_item(
                tx, one.item_id, state=state, attempt=one.attempt + 1, letter_key=key, changed_at=now
            )
            to = Recipient.chat(one.cluster_id, one.chat_id)
            await outbox.add(tx, NewsPost(item_id=one.item_id), to=to, at=now, key=key)
        return len(found)

    return await db.run(write)


async def settle(db: Database, now: datetime) -> int:
    """Note what became of posts and changes on their way, and tell whom it concerns; gives how many were noted."""
    async with db.read() as connection:
        if not await news_posts.arrivals(connection) and not await news_posts.change_arrivals(connection):
            return 0

    async def write(tx: AsyncConnection) -> int:
        posts, changes = await news_posts.arrivals(tx), await news_posts.change_arrivals(tx)
        for arrival in posts:
            await _settle_post(tx, arrival, now)
        for arrival in changes:
            await _settle_change(tx, arrival, now)
        return len(posts) + len(changes)

    return await db.run(write)


async def tell_late_reviews(db: Database, now: datetime) -> int:
    """Tell coordinators, once an item, that it waits longer than they promised."""
    async with db.read() as connection:
        if not await news.late_reviews(connection, now):
            return 0

    async def write(tx: AsyncConnection) -> int:
        found = await news.late_reviews(tx, now)
        for item_id, cluster_id, due in found:
            await news.note_late_review(tx, item_id)
            key = f"news:review:{item_id}:{int(due.timestamp())}"
            await tell_coordinators(tx, cluster_id, ReviewLate(item_id=item_id), due, key)
        return len(found)

    return await db.run(write)


async def _settle_post(tx: AsyncConnection, arrival: Arrival, now: datetime) -> None:
    item = await news.item(tx, arrival.owner_id)
    if item is None:
        return
    match arrival.state:
        case "sent":
            await _published(tx, item, arrival, now)
        case "uncertain":
            await news.change_item(tx, item.id, doubtful=True, error=arrival.error, changed_at=now)
            key = f"news:doubtful:{arrival.letter_id}:{item.revision}"
            await tell_coordinators(tx, item.cluster_id, NewsDoubtful(item_id=item.id), now, key)
        case "waiting" | "sending":  # it is sent again by way of the installation's list of letters
            await news.change_item(tx, item.id, doubtful=False, changed_at=now)
        case _:
            state = move(item.state, ItemState.FAILED).value
            await news.change_item(tx, item.id, state=state, doubtful=False, error=arrival.error, changed_at=now)
            log.warning("news_post_failed", item=item.id, reason=arrival.error)
            notice = NewsFailed(item_id=item.id)
            await tell_coordinators(tx, item.cluster_id, notice, now, f"news:failed:{arrival.letter_id}")


async def _published(tx: AsyncConnection, item: Item, arrival: Arrival, now: datetime) -> None:
    state = move(item.state, ItemState.PUBLISHED).value
    await news.change_item(
        tx,
        item.id,
        state=state,
        doubtful=False,
        error=None,
        chat_id=arrival.chat_id,
        message_ids=list(arrival.message_ids),
        published_at=arrival.sent_at or now,
        changed_at=now,
    )
    await clocks.settle(tx, item)
    await tell(tx, item.author_id, item.cluster_id, NewsPublished(item_id=item.id), at=now, key=f"news:out:{item.id}")


async def _settle_change(tx: AsyncConnection, arrival: Arrival, now: datetime) -> None:
    change = await news.change(tx, arrival.owner_id)
    item = await news.item(tx, change.item_id) if change else None
    if change is None or item is None:
        return
    if arrival.state != "sent":
        await news.update_change(tx, change.id, state=ChangeState.FAILED.value, error=arrival.error)
        notice = ChangeFailed(change_id=change.id)
        await tell_coordinators(tx, item.cluster_id, notice, now, f"news:change-failed:{arrival.letter_id}")
        return
    await news.update_change(tx, change.id, state=ChangeState.APPLIED.value, error=None)
    values: dict[str, Any] = {"state": ItemState.RETRACTED.value}
    if change.kind is ChangeKind.CORRECTION:
        content = Content(change.title or "", change.body or "", item.content.links)
        await news.add_revision(tx, item.id, "correction", content, by=change.proposed_by, at=now)
        values = {"state": ItemState.CORRECTED.value, "title": content.title, "body": content.body}
    if item.is_out:
        await news.change_item(tx, item.id, changed_at=now, **values)
    decided = ChangeDecided(change_id=change.id)
    await tell(tx, change.proposed_by, item.cluster_id, decided, at=now, key=f"news:applied:{change.id}")


async def _found(connection: AsyncConnection, actor: Actor, change_id: int) -> Change:
    change = await news.change(connection, change_id, actor.here)
    if change is None:
        raise NotFound()
    return change


def _check(title: str | None, body: str | None, reason: str) -> None:
    for text, limit in ((title, TITLE_LIMIT), (body, STORED_LIMIT), (reason, REASON_LIMIT)):
        if text is not None and len(text) > limit:
            raise TooLong(limit=limit, over=len(text) - limit)
