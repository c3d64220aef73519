"""Tables of the directory: clusters and what belongs to them."""

from enum import StrEnum

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
    UniqueConstraint,
    text,
)

from cluster.directory import CouncilKind, CouncilMeetingState, OrganisationKind
from cluster.plan import PlanYear
from storage.schema.base import Moment, metadata


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


clusters = Table(
    "clusters",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("locale", String(8), nullable=False),
    Column("preset", String(64)),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("printed_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("short_name", String(64), nullable=False),
    Column("search", Text, nullable=False),  # folded names, see cluster.directory.fold
    Column("parent_id", ForeignKey("organisations.id", ondelete="SET NULL")),
    Column("is_leading", Boolean, nullable=False, default=False),
    Column("is_member", Boolean, nullable=False, default=True),
    Column("sources", JSON, nullable=False),  # [{"document": "004", "place": "участник 7", "printed": "…"}]
    Column("draft_key", String(64), unique=True),
    _one_of("kind", OrganisationKind),
    Index("ix_organisations_cluster_id_kind", "cluster_id", "kind"),
    Index(
        "uq_organisations_leading",
        "cluster_id",
        unique=True,
        sqlite_where=text("is_leading"),
        postgresql_where=text("is_leading"),
    ),
)

specialities = Table(
    "specialities",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(16), nullable=False),  # «15.02.12», or a group: «15.00.00»
    Column("group_code", String(16), nullable=False),  # УГПС
    Column("name", Text, nullable=False),
    UniqueConstraint("cluster_id", "code"),
)

organisation_specialities = Table(
    "organisation_specialities",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True),
    Column("speciality_id", ForeignKey("specialities.id", ondelete="CASCADE"), primary_key=True, index=True),
)

councils = Table(
    "councils",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
    _one_of("kind", CouncilKind),
)

council_meetings = Table(
    "council_meetings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("council_id", ForeignKey("councils.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("printed_when", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("agenda", Text, nullable=False),
    _one_of("state", CouncilMeetingState),
    UniqueConstraint("council_id", "position"),
)

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("year", String(16), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("is_draft", Boolean, nullable=False),
    Column("source", String(64), nullable=False),  # the document it came from: «000»
    _one_of("year", PlanYear),
)

plan_rows = Table(
    "plan_rows",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("plan_id", ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    # The key of a row, from 1; its number is only a label. Negative: a later version of the plan left the row out.
    Column("position", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("number", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("executors", Text, nullable=False),
    Column("deadline_text", Text, nullable=False),
    Column("result", Text, nullable=False),
    UniqueConstraint("plan_id", "position"),
)

sheets = Table(
    "sheets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(64), nullable=False),  # the same for all versions of one sheet
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("current_from", Moment),  # new sessions take the sheet with the latest; none: loaded, not in use yet
    UniqueConstraint("cluster_id", "code", "version"),
)

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("number", String(64)),
)

calendar_corrections = Table(
    "calendar_corrections",
    metadata,
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("is_working", Boolean, nullable=False),
    Column("loaded_at", Moment, nullable=False),
)
