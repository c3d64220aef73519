"""What is planned to be said later, one row per occasion."""

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Column, Index, Integer, String, Table

from storage.schema.base import Moment, metadata

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(150), nullable=False, unique=True),  # the occasion: planning it again changes this row
    Column("kind", String(64), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("urgency", String(16), nullable=False),
    Column("once", Boolean, nullable=False),
    Column("cluster_id", Integer),
    Column("person_id", Integer),
    Column("chat_id", BigInteger),
    Column("due_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("fired_at", Moment),
    CheckConstraint("state IN ('planned', 'fired', 'cancelled')", name="state"),
)

_planned = reminders.c.state == "planned"
Index("ix_reminders_planned", reminders.c.due_at, sqlite_where=_planned, postgresql_where=_planned)
