"""Tables of expert sessions: programmes, assignments, verdicts and signed sheets (product, section 5).

An assignment is one expert scoring one programme. What comes of the sheets is in `evaluation_outcome`, who can be
asked to score in `evaluation_experts`.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from storage.schema.base import Moment, metadata


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


evaluation_sessions = Table(
    "evaluation_sessions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("deadline", Date, nullable=False),
    Column("minimum_sheets", Integer, nullable=False),
    Column("sheet_id", ForeignKey("sheets.id"), nullable=False),
    Column("state", String(16), nullable=False, server_default="draft"),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("closed_at", Moment),
    Column("nudged_at", Moment),
    Column("chair_id", ForeignKey("people.id")),  # none: whoever set the session up
    Column("live_programme_id", Integer),  # the programme the chair has opened for all experts at once
    Column("live_since", Moment),
    Column("revision", Integer, nullable=False, server_default="0"),
    _one_of("state", "draft", "open", "closed"),
    CheckConstraint("ends_on >= starts_on", name="days"),
    CheckConstraint("minimum_sheets >= 1", name="minimum"),
)

evaluation_programmes = Table(
    "evaluation_programmes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("session_id", ForeignKey("evaluation_sessions.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False, index=True),
    Column("employer_id", ForeignKey("organisations.id")),  # whose experts the source table names for it
    # A college with an employer but no programme yet is a real row (programme table of 2022, row 4).
    Column("code", String(16)),
    Column("title", String(300)),
    # The college's own figures: criterion key → hundredths of a per cent or of the criterion's unit.
    Column("figures", JSON, nullable=False),
    # The slot on the programme of the day, in the cluster's zone; who presents.
    Column("slot_day", Date),
    Column("slot_time", Time),
    Column("slot_minutes", Integer),
    Column("presenter", String(200)),
    Column("asked_at", Moment),  # the college was asked for a programme
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
)

evaluation_materials = Table(
    "evaluation_materials",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("programme_id", ForeignKey("evaluation_programmes.id"), nullable=False, index=True),
    Column("part", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reference", String(2000), nullable=False),  # an address, or Telegram's file_id
    Column("name", String(255), nullable=False),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("added_by", ForeignKey("people.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
    _one_of("part", "card", "description", "results", "conditions", "prospects"),
    _one_of("kind", "link", "document", "photo"),
)

evaluation_assignments = Table(
    "evaluation_assignments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("session_id", ForeignKey("evaluation_sessions.id"), nullable=False, index=True),
    Column("programme_id", ForeignKey("evaluation_programmes.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("reason", String(16)),
    Column("reason_text", String(500)),
    Column("conflict", String(8)),  # what the expert declared last, or what their roles say: none until asked
    Column("replaces_id", ForeignKey("evaluation_assignments.id")),
    Column("invited_at", Moment),  # none until the session opens
    Column("answered_at", Moment),
    Column("submitted_at", Moment),
    Column("version", Integer, nullable=False, server_default="0"),
    # The criterion last gone to, from 0, and at which step of the sheet; verdicts carry later steps of the same count.
    Column("position", Integer, nullable=False, server_default="0"),
    Column("asked", String(8)),  # what the next message is at that place, when the expert chose to write it
    Column("active_at", Moment),
    # A text that was sent but belongs nowhere yet: offered as a remark, or too long and waiting to be cut.
    Column("pending_key", String(16)),
    Column("pending_text", Text),
    Column("pending_at", Moment),
    Column("heard_message", BigInteger, nullable=False, server_default="0"),  # id of the last message dealt with
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("programme_id", "person_id"),
    _one_of("asked", "value", "remark"),
    _one_of("state", "invited", "accepted", "declined", "expired", "draft", "submitted", "reopened", "final"),
    _one_of("conflict", "none", "soft", "hard"),
)

evaluation_verdicts = Table(
    "evaluation_verdicts",
    metadata,
    Column("assignment_id", ForeignKey("evaluation_assignments.id"), primary_key=True),
    Column("criterion", String(16), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("verdict", String(16)),
    Column("value", Integer),  # hundredths (62,5 % is 6250), or which answer of a choice, from 1
    Column("remark", Text),
    Column("evidence", Integer, nullable=False, server_default="0"),  # how many files stand for the remark
    Column("updated_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default="1"),
    _one_of("verdict", "meets", "fails", "cannot_assess"),
)

evaluation_evidence = Table(
    "evaluation_evidence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("assignment_id", ForeignKey("evaluation_assignments.id"), nullable=False),
    Column("criterion", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("file_id", String(255), nullable=False),
    Column("file_unique_id", String(64), nullable=False),
    Column("seconds", Integer),
    Column("name", String(255)),
    Column("album", String(64)),  # later pictures of an album follow the first one
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("assignment_id", "criterion", "file_unique_id"),
    _one_of("kind", "voice", "photo", "document"),
)

evaluation_submissions = Table(
    "evaluation_submissions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("assignment_id", ForeignKey("evaluation_assignments.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("code", String(32), nullable=False, unique=True),  # printed on the form; stays when the name is erased
    Column("snapshot", JSON, nullable=False),
    Column("submitted_at", Moment, nullable=False),
    UniqueConstraint("assignment_id", "version"),
)
