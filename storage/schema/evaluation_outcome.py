"""Tables of what comes of the sheets: rulings, decisions, corrections, their check, the protocol."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import Moment, metadata

# The chair's word on a criterion the experts do not agree on; `basis`: the [assignment, version] it stands on.
evaluation_rulings = Table(
    "evaluation_rulings",
    metadata,
    Column("programme_id", ForeignKey("evaluation_programmes.id"), primary_key=True),
    Column("criterion", String(16), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("basis", JSON, nullable=False),
    Column("ruled_by", ForeignKey("people.id"), nullable=False),
    Column("ruled_at", Moment, nullable=False),
    CheckConstraint("verdict IN ('meets', 'fails')", name="verdict"),
)

# Decisions are added, never changed; the one with the highest number counts.
evaluation_outcomes = Table(
    "evaluation_outcomes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("programme_id", ForeignKey("evaluation_programmes.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("words", Text),
    Column("fix_by", Date),
    Column("criteria", JSON, nullable=False),  # keys of the criteria to be corrected
    Column("basis", JSON, nullable=False),
    Column("rulings", JSON, nullable=False),  # criterion key -> {verdict, words}, as they were then
    Column("decided_by", ForeignKey("people.id"), nullable=False),
    Column("decided_at", Moment, nullable=False),
    Column("released_at", Moment),  # the college sees nothing before
    Column("answer", String(16)),
    Column("answer_text", Text),
    Column("answered_by", ForeignKey("people.id")),
    Column("answered_at", Moment),
    Column("fixed_by", ForeignKey("people.id")),
    Column("fixed_at", Moment),  # the college handed its corrections in
    UniqueConstraint("programme_id", "number"),
    CheckConstraint("outcome IN ('agreed', 'with_remarks', 'returned')", name="outcome"),
    CheckConstraint("answer IN ('accepted', 'objected')", name="answer"),
)

evaluation_fixes = Table(
    "evaluation_fixes",
    metadata,
    Column("outcome_id", ForeignKey("evaluation_outcomes.id"), primary_key=True),
    Column("criterion", String(16), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("text", Text),
    Column("written_by", ForeignKey("people.id"), nullable=False),
    Column("written_at", Moment, nullable=False),
)

evaluation_fix_files = Table(
    "evaluation_fix_files",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("outcome_id", ForeignKey("evaluation_outcomes.id"), nullable=False),
    Column("criterion", String(16), nullable=False),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("file_id", String(255), nullable=False),
    Column("file_unique_id", String(64), nullable=False),
    Column("name", String(255)),
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("outcome_id", "criterion", "file_unique_id"),
    CheckConstraint("kind IN ('photo', 'document')", name="kind"),
)

evaluation_rechecks = Table(
    "evaluation_rechecks",
    metadata,
    Column("outcome_id", ForeignKey("evaluation_outcomes.id"), primary_key=True),
    Column("assignment_id", ForeignKey("evaluation_assignments.id"), primary_key=True),
    Column("criterion", String(16), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("remark", Text),
    Column("checked_at", Moment, nullable=False),
    CheckConstraint("verdict IN ('meets', 'fails', 'cannot_assess')", name="verdict"),
)

# A signed protocol is never edited: what changes after it is number 1, 2, … with a reason. `content` is what was
# signed: ids, outcomes, verdicts, remarks, no names of people.
evaluation_protocols = Table(
    "evaluation_protocols",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("session_id", ForeignKey("evaluation_sessions.id"), nullable=False),
    Column("number", Integer, nullable=False),  # 0 is the protocol, the others are amendments
    Column("reason", Text),
    Column("content", JSON, nullable=False),
    Column("code", String(32), nullable=False, unique=True),
    Column("signed_by", ForeignKey("people.id"), nullable=False),
    Column("signed_at", Moment, nullable=False),
    UniqueConstraint("session_id", "number"),
)
