"""Channels and groups the bot was added to, and which of them a cluster uses."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import Moment, metadata

cluster_chats = Table(
    "cluster_chats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("username", String(64)),
    Column("state", String(16), nullable=False),
    Column("present", Boolean, nullable=False),
    Column("can_post", Boolean, nullable=False),
    Column("can_edit", Boolean, nullable=False),
    Column("can_delete", Boolean, nullable=False),
    Column("added_by", ForeignKey("people.id")),
    Column("seen_at", Moment, nullable=False),
    Column("lost_at", Moment),  # the bot cannot write there since then
    CheckConstraint("purpose IN ('channel', 'group')", name="purpose"),
    CheckConstraint("state IN ('offered', 'connected', 'dropped')", name="state"),
    UniqueConstraint("cluster_id", "chat_id"),
)

_connected = cluster_chats.c.state == "connected"
Index(
    "uq_cluster_chats_purpose",
    cluster_chats.c.cluster_id,
    cluster_chats.c.purpose,
    unique=True,
    sqlite_where=_connected,
    postgresql_where=_connected,
)
Index(
    "uq_cluster_chats_chat", cluster_chats.c.chat_id, unique=True, sqlite_where=_connected, postgresql_where=_connected
)
