"""Notices on their way to people and chats."""

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Column, Index, Integer, String, Table, Text

from storage.schema.base import Moment, metadata

# No foreign keys: letters are the engine's; who a person is, the engine asks at the moment of delivery.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cluster_id", Integer),
    Column("person_id", Integer),  # a person …
    Column("chat_id", BigInteger),  # … or a group or channel
    Column("lane", String(32), nullable=False),  # order is kept inside a lane: a person or a chat
    Column("kind", String(64), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("urgency", String(16), nullable=False),
    Column("once", Boolean, nullable=False),  # a public post: better asked about than doubled
    Column("due_at", Moment, nullable=False),
    Column("waited", String(16)),  # why it was not delivered when due: quiet hours or a downtime
    Column("not_before", Moment),  # the next attempt; holds the whole lane
    Column("key", String(160), unique=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("owner", String(64)),
    Column("lease_until", Moment),
    Column("message_ids", JSON),
    Column("merged_into", Integer),  # the letter whose message also holds this one
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("error", Text),
    CheckConstraint("state IN ('waiting', 'sending', 'sent', 'dead', 'skipped', 'uncertain')", name="state"),
    CheckConstraint("(person_id IS NULL) <> (chat_id IS NULL)", name="recipient"),
)

_open = outbox.c.state.in_(("waiting", "sending"))
Index("ix_outbox_open", outbox.c.due_at, sqlite_where=_open, postgresql_where=_open)
_stuck = outbox.c.state.in_(("dead", "uncertain"))
Index("ix_outbox_stuck", outbox.c.id, sqlite_where=_stuck, postgresql_where=_stuck)
