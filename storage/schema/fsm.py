"""What the bot remembers of a conversation between two updates."""

from sqlalchemy import JSON, BigInteger, Column, String, Table

from storage.schema.base import metadata

fsm = Table(
    "fsm",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("state", String(128)),
    Column("data", JSON, nullable=False),
    Column("applied_update", BigInteger),  # the update that wrote it last
)
