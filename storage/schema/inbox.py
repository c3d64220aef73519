"""Updates Telegram handed over, from the moment they are acknowledged until they are handled."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, String, Table, Text

from storage.schema.base import Moment, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", String(32), nullable=False),  # the chat's id: order is kept inside a lane
    Column("payload", Text, nullable=False),  # raw JSON; emptied when done, so that no message text is kept
    Column("received_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),  # how often it was handed out
    Column("owner", String(64)),  # the process that has it
    Column("lease_until", Moment),
    Column("done_at", Moment),
    Column("error", Text),  # why it was set aside
    CheckConstraint("state IN ('new', 'done', 'set_aside')", name="state"),
)

_new = inbox.c.state == "new"
Index("ix_inbox_new", inbox.c.update_id, sqlite_where=_new, postgresql_where=_new)
Index("ix_inbox_done_at", inbox.c.done_at)
