"""Queries of posts on their way: what is ready to go out, what became of the letters that carry it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.chats import ChatPurpose, ChatState
from cluster.news.states import ChangeState, ItemState
from storage.news import reviews_late
from storage.news_events import reminders_due
from storage.schema.base import Moment
from storage.schema.chats import cluster_chats
from storage.schema.news import news_changes, news_items
from storage.schema.outbox import outbox

_I, _H, _C, _L = news_items.c, news_changes.c, cluster_chats.c, outbox.c
_SETTLED = ("sent", "dead", "uncertain", "skipped")


@dataclass(frozen=True, slots=True)
class Ready:
    """An approved item whose hour has come and whose channel can be written to."""

    item_id: int
    cluster_id: int
    chat_id: int
    attempt: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a letter: of an item's post, or of a change of one.

    Args:
        owner_id: the item, or the change.
        state: of the letter.
        error: what went wrong.
    """

    owner_id: int
    cluster_id: int
    letter_id: int
    state: str
    chat_id: int
    message_ids: tuple[int, ...]
    sent_at: datetime | None
    error: str | None


def _ready(now: Any) -> Select[Any]:
    usable = and_(
        _C.cluster_id == _I.cluster_id,
        _C.purpose == ChatPurpose.CHANNEL.value,
        _C.state == ChatState.CONNECTED.value,
        _C.present,
        _C.can_post,
    )
    return (
        select(_I.id, _I.cluster_id, _C.chat_id, _I.attempt)
        .join(cluster_chats, usable)
        .where(_I.state == ItemState.APPROVED.value, or_(_I.publish_at.is_(None), _I.publish_at <= now))
    )


async def ready(connection: AsyncConnection, now: datetime, limit: int = 50) -> list[Ready]:
    """Approved items to be published now, the longest waiting first."""
    found = await connection.execute(_ready(now).order_by(_I.changed_at, _I.id).limit(limit))
    return [Ready(*row) for row in found]


def _arrivals() -> Select[Any]:
    news = or_(_L.state.in_(("sent", "dead", "skipped")), and_(_L.state == "uncertain", _I.doubtful.is_(False)))
    sending_again = and_(_L.state.in_(("waiting", "sending")), _I.doubtful)
    return (
        select(*_columns(_I.id, _I.cluster_id))
        .join(outbox, _L.key == _I.letter_key)
        .where(_I.state == ItemState.PUBLISHING.value, or_(news, sending_again))
    )


async def arrivals(connection: AsyncConnection) -> list[Arrival]:
    """Posts on their way whose letter's fate is known and not noted yet."""
    return [_arrival(row) for row in await connection.execute(_arrivals().order_by(_I.id))]


def _change_arrivals() -> Select[Any]:
    return (
        select(*_columns(_H.id, _H.cluster_id))
        .join(outbox, _L.key == _H.letter_key)
        .where(_H.state == ChangeState.APPROVED.value, _L.state.in_(_SETTLED))
    )


async def change_arrivals(connection: AsyncConnection) -> list[Arrival]:
    """Changes of posts on their way whose letter's fate is known."""
    return [_arrival(row) for row in await connection.execute(_change_arrivals().order_by(_H.id))]


def _stranded() -> Select[Any]:
    repaired = and_(
        _C.cluster_id == _I.cluster_id,
        _C.purpose == ChatPurpose.CHANNEL.value,
        _C.state == ChatState.CONNECTED.value,
        _C.present,
        _C.can_post,
        _C.seen_at > _I.changed_at,
    )
    return (
        select(_I.id)
        .join(cluster_chats, repaired)
        .where(_I.state == ItemState.FAILED.value, _I.error.like("%right%") | _I.error.like("%Forbidden%"))
    )


async def stranded(connection: AsyncConnection) -> list[int]:
    """Failed items of clusters whose channel can be written to again, that failed for want of a right."""
    return [int(one) for one in await connection.scalars(_stranded())]


async def letter_of(connection: AsyncConnection, key: str) -> int | None:
    """Id of the letter with this key."""
    found = await connection.scalar(select(_L.id).where(_L.key == key))
    return int(found) if found is not None else None


def _columns(owner: Any, cluster: Any) -> list[Any]:
    return [owner, cluster, _L.id, _L.state, _L.chat_id, _L.message_ids, _L.sent_at, _L.error]


def _arrival(row: Any) -> Arrival:
    owner_id, cluster_id, letter_id, state, chat_id, message_ids, sent_at, error = row
    return Arrival(owner_id, cluster_id, letter_id, state, chat_id, tuple(message_ids or ()), sent_at, error)


_NOW = bindparam("now", type_=Moment)
_DUE = (_ready(_NOW), _arrivals(), _change_arrivals(), _stranded(), reminders_due(_NOW), reviews_late(_NOW))
_ANYTHING_DUE = select(or_(*[query.exists() for query in _DUE]))


async def anything_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether the news desk has something to do by itself; one statement, made once: it is asked every second."""
    return bool(await connection.scalar(_ANYTHING_DUE, {"now": now}))
