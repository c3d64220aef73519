"""Queries of news items: one item whole, lists of them, files, revisions, notes, changes of posts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.news.model import Change, Item, Note, Revision
from cluster.news.outlets import Link, Outlet
from cluster.news.post import Content, Media, MediaKind
from cluster.news.states import WAITING, ChangeKind, ChangeState, ItemState
from storage.database import insert_into
from storage.schema.directory import organisations
from storage.schema.news import (
    news_changes,
    news_events,
    news_items,
    news_media,
    news_notes,
    news_obligations,
    news_revisions,
)
from storage.schema.people import people

PAGE = 8

_I = news_items.c
_authors, _reviewers = people.alias("authors"), people.alias("reviewers")
_items: Select[Any] = (
    select(
        news_items,
        organisations.c.short_name.label("organisation"),
        news_events.c.title.label("event"),
        _authors.c.name.label("author"),
        _reviewers.c.name.label("reviewer"),
        news_obligations.c.due_at.label("due_at"),
    )
    .join(organisations, organisations.c.id == _I.organisation_id)
    .join(_authors, _authors.c.id == _I.author_id)
    .outerjoin(_reviewers, _reviewers.c.id == _I.reviewer_id)
    .outerjoin(news_events, news_events.c.id == _I.event_id)
    .outerjoin(
        news_obligations,
        and_(news_obligations.c.event_id == _I.event_id, news_obligations.c.organisation_id == _I.organisation_id),
    )
)


async def insert_item(tx: AsyncConnection, **values: Any) -> int:
    """Write an item; the same `draft_key` twice is one. Returns its id."""
    statement = insert_into(tx, news_items).values(values).on_conflict_do_nothing(index_elements=["draft_key"])
    created = (await tx.execute(statement.returning(_I.id))).scalar_one_or_none()
    if created is not None:
        return int(created)
    return int((await tx.execute(select(_I.id).where(_I.draft_key == values["draft_key"]))).scalar_one())


async def change_item(tx: AsyncConnection, item_id: int, **values: Any) -> None:
    """Change columns of an item; it becomes another revision."""
    await tx.execute(update(news_items).where(_I.id == item_id).values(revision=_I.revision + 1, **values))


async def claim(tx: AsyncConnection, item_id: int, person_id: int, until: datetime) -> None:
    """Somebody reviews the item; what it says is the same, so it stays the same revision."""
    values = {"state": ItemState.IN_REVIEW.value, "reviewer_id": person_id, "claimed_until": until}
    await tx.execute(update(news_items).where(_I.id == item_id).values(values))


async def item(connection: AsyncConnection, item_id: int, cluster_id: int | None = None) -> Item | None:
    """One item with its files; `cluster_id` None finds it in any cluster."""
    query = _items.where(_I.id == item_id)
    if cluster_id is not None:
        query = query.where(_I.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    found = await connection.execute(
        select(news_media).where(news_media.c.item_id == item_id).order_by(news_media.c.position, news_media.c.id)
    )
    return _item(row, tuple(_media(one) for one in found))


async def heard_at(connection: AsyncConnection, item_id: int) -> datetime | None:
    """When the last part of the item's text came."""
    moment: datetime | None = await connection.scalar(select(_I.heard_at).where(_I.id == item_id))
    return moment


def of_writer(person_id: int, organisation_ids: Iterable[int]) -> Any:
    """Items somebody may work on: their own and their organisations'."""
    return or_(_I.author_id == person_id, _I.organisation_id.in_(list(organisation_ids)))


async def items(
    connection: AsyncConnection,
    cluster_id: int,
    states: Sequence[ItemState],
    *,
    page: int = 0,
    whose: Any = None,
    oldest_first: bool = False,
) -> tuple[list[Item], int]:
    """A page of items without their files, and how many there are in all.

    Args:
        page: from 0.
        whose: a further condition, see `of_writer`.
        oldest_first: by submission; else the last changed first.
    """
    conditions = [_I.cluster_id == cluster_id, _I.state.in_([state.value for state in states])]
    if whose is not None:
        conditions.append(whose)
    total = await connection.scalar(select(func.count()).select_from(news_items).where(*conditions))
    order = (_I.submitted_at, _I.id) if oldest_first else (_I.changed_at.desc(), _I.id.desc())
    found = await connection.execute(
        _items.where(*conditions).order_by(*order).limit(PAGE).offset(min(max(0, page), 100_000) * PAGE)
    )
    return [_item(row, ()) for row in found], int(total or 0)


async def count(connection: AsyncConnection, cluster_id: int, whose: Any = None) -> dict[ItemState, int]:
    """How many items there are in each state."""
    query = select(_I.state, func.count()).where(_I.cluster_id == cluster_id).group_by(_I.state)
    found = await connection.execute(query if whose is None else query.where(whose))
    return {ItemState(row[0]): int(row[1]) for row in found}


async def add_media(tx: AsyncConnection, **values: Any) -> bool:
    """Add a file to an item; False when the item has this very file."""
    statement = insert_into(tx, news_media).values(values)
    added = await tx.execute(
        statement.on_conflict_do_nothing(index_elements=["item_id", "unique_id"]).returning(news_media.c.id)
    )
    return added.first() is not None


async def drop_media(tx: AsyncConnection, item_id: int, media_ids: Sequence[int]) -> int:
    """Take files off an item; returns how many there were."""
    done = await tx.execute(
        delete(news_media).where(news_media.c.item_id == item_id, news_media.c.id.in_(list(media_ids)))
    )
    return done.rowcount


async def add_revision(
    tx: AsyncConnection, item_id: int, kind: str, content: Content, *, by: int, at: datetime
) -> None:
    """Keep the text as it is now."""
    number = select(func.coalesce(func.max(news_revisions.c.number), 0) + 1).where(news_revisions.c.item_id == item_id)
    await tx.execute(
        insert(news_revisions).values(
            item_id=item_id,
            number=number.scalar_subquery(),
            kind=kind,
            title=content.title,
            body=content.body,
            links=stored_links(content.links),
            by_id=by,
            at=at,
        )
    )


async def revisions(connection: AsyncConnection, item_id: int) -> list[Revision]:
    """All kept texts of an item, oldest first."""
    found = await connection.execute(
        select(news_revisions, people.c.name)
        .join(people, people.c.id == news_revisions.c.by_id)
        .where(news_revisions.c.item_id == item_id)
        .order_by(news_revisions.c.number)
    )
    return [
        Revision(row.number, row.title, row.body, read_links(row.links), row.name, row.at, row.kind) for row in found
    ]


async def add_note(tx: AsyncConnection, item_id: int, by: int, at: datetime, text: str) -> None:
    """Write a note between moderators."""
    await tx.execute(insert(news_notes).values(item_id=item_id, by_id=by, at=at, text=text))


async def notes(connection: AsyncConnection, item_id: int, limit: int = 10) -> list[Note]:
    """The last notes on an item, oldest first."""
    found = await connection.execute(
        select(people.c.name, news_notes.c.at, news_notes.c.text)
        .join(people, people.c.id == news_notes.c.by_id)
        .where(news_notes.c.item_id == item_id)
        .order_by(news_notes.c.id.desc())
        .limit(limit)
    )
    return [Note(*row) for row in reversed(found.all())]


_changes = select(news_changes, people.c.name.label("proposer")).join(people, people.c.id == news_changes.c.proposed_by)


async def insert_change(tx: AsyncConnection, **values: Any) -> int:
    """Write a proposal; returns its id."""
    return int((await tx.execute(insert(news_changes).values(values).returning(news_changes.c.id))).scalar_one())


async def update_change(tx: AsyncConnection, change_id: int, **values: Any) -> None:
    """Change columns of a proposal."""
    await tx.execute(update(news_changes).where(news_changes.c.id == change_id).values(values))


async def change(connection: AsyncConnection, change_id: int, cluster_id: int | None = None) -> Change | None:
    """One proposal."""
    query = _changes.where(news_changes.c.id == change_id)
    if cluster_id is not None:
        query = query.where(news_changes.c.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _change(row) if row else None


async def changes_of(connection: AsyncConnection, item_id: int) -> list[Change]:
    """Every proposal about an item, oldest first."""
    found = await connection.execute(_changes.where(news_changes.c.item_id == item_id).order_by(news_changes.c.id))
    return [_change(row) for row in found]


async def proposed(connection: AsyncConnection, cluster_id: int, limit: int = 20) -> list[Change]:
    """Proposals that wait for a decision, oldest first."""
    waiting = news_changes.c.state == ChangeState.PROPOSED.value
    found = await connection.execute(
        _changes.where(news_changes.c.cluster_id == cluster_id, waiting).order_by(news_changes.c.id).limit(limit)
    )
    return [_change(row) for row in found]


async def next_attempt(connection: AsyncConnection, change_id: int) -> int:
    """Number of the next letter that carries a change."""
    found = await connection.scalar(select(news_changes.c.attempt + 1).where(news_changes.c.id == change_id))
    return int(found or 1)


def reviews_late(now: Any) -> Select[Any]:
    """The query of items that wait longer than the coordinators promised, of which they were not told."""
    waiting = _I.state.in_([state.value for state in WAITING])
    return select(_I.id, _I.cluster_id, _I.review_due_at).where(
        waiting, _I.review_due_at <= now, _I.review_told.is_(False)
    )


async def late_reviews(connection: AsyncConnection, now: datetime) -> list[tuple[int, int, datetime]]:
    """Items that wait longer than the coordinators promised, of which they were not told: id, cluster, deadline."""
    found = await connection.execute(reviews_late(now).limit(100))
    return [(row[0], row[1], row[2]) for row in found]


async def note_late_review(tx: AsyncConnection, item_id: int) -> None:
    """Coordinators were told that this item waits too long."""
    await tx.execute(update(news_items).where(_I.id == item_id).values(review_told=True))


@dataclass(frozen=True, slots=True)
class UnderReview:
    """An item that waits for a decision; `last_day` of its event, None where there is none."""

    item_id: int
    submitted_at: datetime
    review_due_at: datetime | None
    last_day: date | None


async def under_review(connection: AsyncConnection, cluster_id: int) -> list[UnderReview]:
    """What waits for a decision in a cluster."""
    waiting = _I.state.in_([state.value for state in WAITING])
    found = await connection.execute(
        select(_I.id, _I.submitted_at, _I.review_due_at, news_events.c.last_day)
        .outerjoin(news_events, news_events.c.id == _I.event_id)
        .where(_I.cluster_id == cluster_id, waiting, _I.submitted_at.is_not(None), _I.review_due_at.is_not(None))
    )
    return [UnderReview(*row) for row in found]


async def move_review(tx: AsyncConnection, item_id: int, due: datetime) -> None:
    """A decision is due at another moment; the item itself stays the same revision."""
    await tx.execute(update(news_items).where(_I.id == item_id).values(review_due_at=due))


def stored_links(links: Iterable[Link]) -> list[list[str]]:
    """Links as they are stored."""
    return [[link.outlet.value, link.target] for link in links]


def read_links(stored: Sequence[Sequence[str]]) -> tuple[Link, ...]:
    """Links as they were stored."""
    return tuple(Link(Outlet(outlet), target) for outlet, target in stored)


def _media(row: Any) -> Media:
    return Media(row.id, MediaKind(row.kind), row.file_id, row.name, row.size)


def _change(row: Any) -> Change:
    return Change(
        id=row.id,
        item_id=row.item_id,
        cluster_id=row.cluster_id,
        kind=ChangeKind(row.kind),
        state=ChangeState(row.state),
        title=row.title,
        body=row.body,
        reason=row.reason,
        proposed_by=row.proposed_by,
        proposer=row.proposer,
        proposed_at=row.proposed_at,
        answer=row.answer,
    )


def _item(row: Any, media: tuple[Media, ...]) -> Item:
    return Item(
        id=row.id,
        cluster_id=row.cluster_id,
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        event_id=row.event_id,
        event=row.event,
        author_id=row.author_id,
        author=row.author,
        state=ItemState(row.state),
        content=Content(row.title, row.body, read_links(row.links), media),
        revision=row.revision,
        publish_at=row.publish_at,
        reviewer_id=row.reviewer_id,
        reviewer=row.reviewer,
        claimed_until=row.claimed_until,
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        review_due_at=row.review_due_at,
        reason_code=row.reason_code,
        reason=row.reason,
        caption=row.caption,
        chat_id=row.chat_id,
        message_ids=tuple(row.message_ids or ()),
        letter_key=row.letter_key,
        doubtful=row.doubtful,
        error=row.error,
        published_at=row.published_at,
        created_at=row.created_at,
    )
