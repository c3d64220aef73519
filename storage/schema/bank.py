"""Tables of the bank of programmes."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.schema.base import Moment, metadata

bank_programmes = Table(
    "bank_programmes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("employer_id", ForeignKey("organisations.id")),
    Column("kind", String(16), nullable=False),
    Column("code", String(16)),
    Column("title", String(300), nullable=False),
    Column("summary", Text),
    Column("search", Text, nullable=False),  # folded code, title and college, see cluster.directory.fold
    Column("agreement", String(16), nullable=False),
    Column("agreed_on", Date),
    Column("valid_until", Date),
    Column("source_id", ForeignKey("evaluation_programmes.id"), unique=True),
    Column("hidden_at", Moment),  # taken out of the bank
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("kind IN ('main', 'additional')", name="kind"),
    CheckConstraint("agreement IN ('none', 'examined', 'agreed', 'with_remarks', 'returned')", name="agreement"),
    Index("ix_bank_programmes_cluster_id_kind", "cluster_id", "kind"),
)
