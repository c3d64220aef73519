"""Queries of the cluster's channel and group."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.chats import ChatPurpose, ChatState, ConnectedChat, SeenChat, Standing
from storage.schema.chats import cluster_chats

_C = cluster_chats.c


async def chat_of(connection: AsyncConnection, cluster_id: int, purpose: ChatPurpose) -> ConnectedChat | None:
    """The chat a cluster uses for a purpose; look at `is_ready` before writing there."""
    found = await connection.execute(
        select(cluster_chats).where(
            _C.cluster_id == cluster_id, _C.purpose == purpose.value, _C.state == ChatState.CONNECTED.value
        )
    )
    row = found.one_or_none()
    return _chat(row) if row else None


async def chats_of(connection: AsyncConnection, cluster_id: int) -> list[ConnectedChat]:
    """Chats a cluster uses or was offered."""
    found = await connection.execute(
        select(cluster_chats)
        .where(_C.cluster_id == cluster_id, _C.state != ChatState.DROPPED.value)
        .order_by(_C.purpose, _C.id)
    )
    return [_chat(row) for row in found]


async def chat(connection: AsyncConnection, cluster_id: int | None, row_id: int) -> ConnectedChat | None:
    """One of a cluster's chats (None: of any cluster) by the id of its row."""
    query = select(cluster_chats).where(_C.id == row_id)
    if cluster_id is not None:
        query = query.where(_C.cluster_id == cluster_id)
    row = (await connection.execute(query)).one_or_none()
    return _chat(row) if row else None


async def known(connection: AsyncConnection, chat_id: int) -> list[ConnectedChat]:
    """What clusters know of a chat of Telegram's."""
    found = await connection.execute(select(cluster_chats).where(_C.chat_id == chat_id).order_by(_C.id))
    return [_chat(row) for row in found]


async def in_use(connection: AsyncConnection) -> list[ConnectedChat]:
    """Every chat some cluster uses."""
    found = await connection.execute(select(cluster_chats).where(_C.state == ChatState.CONNECTED.value).order_by(_C.id))
    return [_chat(row) for row in found]


async def add(tx: AsyncConnection, cluster_id: int, seen: SeenChat, by: int | None, now: datetime) -> int:
    """Note a chat the bot was added to, as an offer; returns the id of the row."""
    values = {
        "cluster_id": cluster_id,
        "purpose": seen.purpose.value,
        "chat_id": seen.chat_id,
        "state": ChatState.OFFERED.value,
        "added_by": by,
        **_seen(seen, now),
    }
    return int((await tx.execute(insert(cluster_chats).values(values).returning(_C.id))).scalar_one())


async def note(tx: AsyncConnection, seen: SeenChat, now: datetime) -> None:
    """Note title and rights of a chat, for every cluster that knows it."""
    lost = None if seen.standing.problem is None else now
    same = _C.chat_id == seen.chat_id
    await tx.execute(update(cluster_chats).where(same).values(_seen(seen, now)))
    changed = _C.lost_at.is_not(None) if lost is None else _C.lost_at.is_(None)
    await tx.execute(update(cluster_chats).where(same, changed).values(lost_at=lost))


async def set_state(tx: AsyncConnection, row_id: int, state: ChatState) -> None:
    """Use a chat, or use it no more."""
    await tx.execute(update(cluster_chats).where(_C.id == row_id).values(state=state.value))


async def renumber(tx: AsyncConnection, old: int, new: int) -> int:
    """A group became a supergroup and has another id; returns how many rows changed."""
    return (await tx.execute(update(cluster_chats).where(_C.chat_id == old).values(chat_id=new))).rowcount


def _seen(seen: SeenChat, now: datetime) -> dict[str, Any]:
    at = seen.standing
    return {
        "title": seen.title,
        "username": seen.username,
        "present": at.present,
        "can_post": at.can_post,
        "can_edit": at.can_edit,
        "can_delete": at.can_delete,
        "seen_at": now,
    }


def _chat(row: Any) -> ConnectedChat:
    return ConnectedChat(
        id=row.id,
        cluster_id=row.cluster_id,
        purpose=ChatPurpose(row.purpose),
        chat_id=row.chat_id,
        title=row.title,
        username=row.username,
        state=ChatState(row.state),
        standing=Standing(row.present, row.can_post, row.can_edit, row.can_delete),
        lost_at=row.lost_at,
    )
