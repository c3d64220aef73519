"""Who did what, when. Rows are only ever added."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from storage.schema.base import Moment, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("cluster_id", Integer),  # NULL: the installation
    Column("actor_person_id", Integer),  # NULL: the program itself
    Column("action", String(64), nullable=False),
    Column("subject", String(80), nullable=False),  # «evaluation_session:12»
    Column("details", JSON, nullable=False),  # ids, numbers and states only: no personal data
    Index(None, "cluster_id", "id"),
    Index(None, "subject"),
)
