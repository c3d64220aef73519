"""Tables of obligations: what is owed, proof of it, history, and which pings are planned."""

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from cluster.ladder import Part, Step
from cluster.obligations import ObligationSource, ObligationState, Pace, Rule
from storage.schema.base import Moment, metadata


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


obligations = Table(
    "obligations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("key", String(120), nullable=False),  # the same occasion twice is one obligation
    Column("title", Text, nullable=False),
    Column("source", String(16), nullable=False),
    Column("source_id", Integer, nullable=False),  # the plan's row, or the decision
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), index=True),
    Column("executor", Text, nullable=False, server_default=""),  # as printed, when it is no organisation
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("pace", String(16), nullable=False, server_default="once"),
    Column("rule", String(8), nullable=False, server_default="all"),
    Column("needed", Integer, nullable=False, server_default="1"),  # pieces of evidence until it is done
    Column("due_on", Date),
    Column("period_first", Date),  # the due day is the last working one of the period; another calendar moves it
    Column("period_last", Date),
    Column("state", String(16), nullable=False),
    Column("reason", Text),
    Column("proposed_on", Date),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("created_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("planned_at", Moment),
    Column("planned_until", Date),  # pings are planned as far as this day
    _one_of("source", ObligationSource),
    _one_of("pace", Pace),
    _one_of("rule", Rule),
    _one_of("state", ObligationState),
    UniqueConstraint("cluster_id", "key"),
    Index(None, "cluster_id", "state", "due_on"),
    Index(None, "source", "source_id"),
)

obligation_evidence = Table(
    "obligation_evidence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reference", String(2000), nullable=False),  # an address, or Telegram's file_id
    Column("unique_key", String(2000), nullable=False),  # the same file or link sent again is the same evidence
    Column("name", String(255), nullable=False),
    Column("added_by", ForeignKey("people.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
    CheckConstraint("kind IN ('link', 'document', 'photo')", name="kind"),
    UniqueConstraint("obligation_id", "unique_key"),
)

obligation_events = Table(
    "obligation_events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("by", ForeignKey("people.id")),  # NULL: the program itself
    Column("act", String(16), nullable=False),
    Column("text", Text),
    Column("day", Date),
    Column("person_id", ForeignKey("people.id")),  # to whom it was given
)

obligation_pings = Table(
    "obligation_pings",
    metadata,
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("step", String(16), nullable=False),
    Column("part", String(16), nullable=False),
    _one_of("step", Step),
    _one_of("part", Part),
    Index(None, "person_id", "day"),
)

obligation_snoozes = Table(
    "obligation_snoozes",
    metadata,
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("until", Date, nullable=False),
)

# Who is told on the day an obligation of an organisation is due, and who when it is five days late.
plan_heads = Table(
    "plan_heads",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
)

plan_chairs = Table(
    "plan_chairs",
    metadata,
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
)

plan_adoptions = Table(
    "plan_adoptions",
    metadata,
    Column("plan_id", ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", SmallInteger, nullable=False),
    Column("adopted_at", Moment, nullable=False),
    Column("adopted_by", ForeignKey("people.id"), nullable=False),
)
