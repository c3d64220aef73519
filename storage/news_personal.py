"""Queries of what the news desk keeps about a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.news.states import ItemState
from storage.schema.news import news_changes, news_items, news_media, news_notes, news_organisations


async def export(connection: AsyncConnection, person_id: int) -> dict[str, Any]:
    """Items, notes and proposals of a person."""
    i, n, h = news_items.c, news_notes.c, news_changes.c
    items = await connection.execute(
        select(i.title, i.state, i.created_at, i.published_at).where(i.author_id == person_id).order_by(i.id)
    )
    notes = await connection.execute(select(n.text, n.at).where(n.by_id == person_id).order_by(n.id))
    changes = await connection.execute(
        select(h.kind, h.state, h.reason, h.proposed_at).where(h.proposed_by == person_id).order_by(h.id)
    )
    return {
        "items": [
            {"title": row[0], "state": row[1], "created_at": _iso(row[2]), "published_at": _iso(row[3])}
            for row in items
        ],
        "notes": [{"text": row[0], "at": _iso(row[1])} for row in notes],
        "changes": [
            {"kind": row[0], "state": row[1], "reason": row[2], "proposed_at": _iso(row[3])} for row in changes
        ],
    }


async def erase(tx: AsyncConnection, person_id: int, at: datetime) -> None:
    """Drafts are emptied and thrown away, notes and the responsibility go."""
    drafts = select(news_items.c.id).where(
        news_items.c.author_id == person_id, news_items.c.state == ItemState.DRAFT.value
    )
    await tx.execute(delete(news_media).where(news_media.c.item_id.in_(drafts)))
    await tx.execute(
        update(news_items)
        .where(news_items.c.author_id == person_id, news_items.c.state == ItemState.DRAFT.value)
        .values(title="", body="", caption=None, links=[], state=ItemState.DISCARDED.value, changed_at=at)
    )
    await tx.execute(delete(news_notes).where(news_notes.c.by_id == person_id))
    await tx.execute(
        update(news_organisations).where(news_organisations.c.responsible_id == person_id).values(responsible_id=None)
    )


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
