"""What the bot remembers of a conversation between two updates."""

from sqlalchemy import JSON, Column, String, Table

from storage.schema.base import metadata

fsm = Table(
    "fsm",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("state", String(128)),
    Column("data", JSON, nullable=False),
)
