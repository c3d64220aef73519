"""Queries of reports: what was owed in a period, and where news appeared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.directory import OrganisationKind
from cluster.news.outlets import Link, read_link
from cluster.news.states import EventState, ItemState, ObligationState
from storage.news import read_links
from storage.schema.directory import organisations
from storage.schema.news import news_events, news_items, news_obligations

_E, _O, _I = news_events.c, news_obligations.c, news_items.c
_OUT = (ItemState.PUBLISHED.value, ItemState.CORRECTED.value)


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation of a period."""

    organisation_id: int
    state: ObligationState
    last_day: date
    due_at: datetime
    handed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A news item that is out, or a link given instead: where it appeared.

    Args:
        item_id: None for a link.
        published_at: in the channel, or when the link was given.
    """

    item_id: int | None
    organisation: str
    title: str
    event: str | None
    published_at: datetime
    chat_id: int | None
    message_id: int | None
    links: tuple[Link, ...]


async def colleges(connection: AsyncConnection, cluster_id: int, first: date, last: date) -> list[tuple[int, str]]:
    """Colleges of a cluster by name: id, short name; members, and who owes news about an event of the period."""
    owing = (
        select(_O.organisation_id)
        .join(news_events, _E.id == _O.event_id)
        .where(_E.cluster_id == cluster_id, _E.last_day >= first, _E.last_day <= last)
    )
    found = await connection.execute(
        select(organisations.c.id, organisations.c.short_name)
        .where(
            organisations.c.cluster_id == cluster_id,
            organisations.c.kind == OrganisationKind.COLLEGE.value,
            or_(organisations.c.is_member == true(), organisations.c.id.in_(owing)),
        )
        .order_by(organisations.c.search, organisations.c.id)
    )
    return [(row[0], row[1]) for row in found]


async def owed(connection: AsyncConnection, cluster_id: int, first: date, last: date) -> list[Owed]:
    """What was owed about events that ended in a period."""
    found = await connection.execute(
        select(_O.organisation_id, _O.state, _E.last_day, _O.due_at, _O.handed_in_at)
        .join(news_events, _E.id == _O.event_id)
        .where(
            _E.cluster_id == cluster_id,
            _E.state == EventState.PLANNED.value,
            _E.last_day >= first,
            _E.last_day <= last,
        )
    )
    return [Owed(row[0], ObligationState(row[1]), row[2], row[3], row[4]) for row in found]


async def appearances(
    connection: AsyncConnection,
    cluster_id: int,
    start: datetime,
    end: datetime,
    organisation_ids: Sequence[int] | None = None,
) -> list[Appearance]:
    """What came out in [start, end), the newest first."""
    posts: list[Any] = [_I.cluster_id == cluster_id, _I.state.in_(_OUT)]
    posts += [_I.published_at >= start, _I.published_at < end]
    given: list[Any] = [_O.cluster_id == cluster_id, _O.link.is_not(None)]
    given += [_O.handed_in_at >= start, _O.handed_in_at < end]
    if organisation_ids is not None:
        posts.append(_I.organisation_id.in_(list(organisation_ids)))
        given.append(_O.organisation_id.in_(list(organisation_ids)))
    name = organisations.c.short_name
    found = await connection.execute(
        select(_I.id, name, _I.title, _E.title, _I.published_at, _I.chat_id, _I.message_ids, _I.links)
        .join(organisations, organisations.c.id == _I.organisation_id)
        .outerjoin(news_events, _E.id == _I.event_id)
        .where(*posts)
    )
    appeared = [
        Appearance(row[0], row[1], row[2], row[3], row[4], row[5], (row[6] or [None])[0], read_links(row[7]))
        for row in found
    ]
    links = await connection.execute(
        select(name, _E.title, _O.handed_in_at, _O.link)
        .join(organisations, organisations.c.id == _O.organisation_id)
        .join(news_events, _E.id == _O.event_id)
        .where(*given)
    )
    appeared += [Appearance(None, row[0], row[1], row[1], row[2], None, None, (_linked(row[3]),)) for row in links]
    return sorted(appeared, key=lambda one: (one.published_at, one.title), reverse=True)


def _linked(address: str) -> Link:
    return read_link(address)
