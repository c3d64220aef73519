"""Tables around the work plans: terms of membership, plans that were sent and are not adopted yet."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.schema.base import Moment, metadata

# Without a row here an organisation is a member for all time, or never, as the directory says.
organisation_terms = Table(
    "organisation_terms",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("since", Date),  # NULL: since before anybody noted it
    Column("until", Date),  # the last day; NULL: goes on
    Column("noted_by", ForeignKey("people.id"), nullable=False),
    Column("noted_at", Moment, nullable=False),
    CheckConstraint("since IS NULL OR until IS NULL OR since <= until", name="days"),
)

plan_imports = Table(
    "plan_imports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("file_name", String(120), nullable=False),  # empty: made of a stored plan
    Column("title", Text, nullable=False),
    Column("year", String(16)),  # NULL: the file does not say, the coordinator is asked
    Column("first_day", Date),
    Column("last_day", Date),
    Column("is_draft", Boolean, nullable=False),
    Column("rows", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("plan_id", ForeignKey("plans.id", ondelete="SET NULL")),  # what it was adopted as
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("draft_key", String(80), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("closed_at", Moment),
    CheckConstraint("state IN ('open', 'adopted', 'dropped')", name="state"),
    Index(None, "cluster_id", "state"),
)
