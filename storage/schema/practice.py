"""Tables of practice: places, mentors, requests with their interns, placements and what came of them (section 6).

An intern has a code and no name. What one run of matching saw and said is in tables of its own.
"""

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
    UniqueConstraint,
    text,
)

from cluster.practice.acceptance import PlacementReason, PlacementState, Side
from cluster.practice.after import Outcome
from cluster.practice.mentors import RotaKind
from cluster.practice.places import ClearanceKind, PracticeKind, Shift, Supervision
from cluster.practice.requests import ClearanceState, RequestState
from storage.schema.base import Moment, metadata


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


practice_places = Table(
    "practice_places",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False, index=True),
    Column("site", String(200), nullable=False),
    Column("town", String(80), nullable=False),
    Column("specialities", JSON, nullable=False),  # ["15.02.12", "13.00.00"]
    Column("kinds", JSON, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("contracts", JSON, nullable=False),
    Column("requirements", JSON, nullable=False),  # {"medical": 5}: working days it takes
    Column("shifts", JSON, nullable=False),
    Column("supervision", String(16), nullable=False),
    Column("production_order", String(300)),
    Column("hires", Boolean, nullable=False),
    Column("mentoring_programme", Boolean, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    _one_of("supervision", Supervision),
    CheckConstraint("last_day >= first_day", name="days"),
    CheckConstraint("capacity >= 1", name="capacity"),
    Index(None, "cluster_id", "last_day"),
)

practice_mentors = Table(
    "practice_mentors",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), index=True),  # NULL: not in the bot, the enterprise answers
    Column("label", String(80), nullable=False),
    Column("specialities", JSON, nullable=False),
    Column("interns_limit", Integer, nullable=False),
    Column("rota", String(16), nullable=False),
    Column("anchor", Date),
    Column("dates", JSON, nullable=False),  # own dates, ISO
    Column("trained_on", Date),
    Column("is_active", Boolean, nullable=False),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    _one_of("rota", RotaKind),
    UniqueConstraint("organisation_id", "person_id"),
)

practice_absences = Table(
    "practice_absences",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("mentor_id", ForeignKey("practice_mentors.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("draft_key", String(64), nullable=False, unique=True),
    CheckConstraint("last_day >= first_day", name="days"),
)

practice_requests = Table(
    "practice_requests",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False, index=True),
    Column("code", String(16), nullable=False),
    Column("programme", String(300), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("contracts", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    _one_of("kind", PracticeKind),
    _one_of("state", RequestState),
    CheckConstraint("last_day >= first_day", name="days"),
    Index(None, "cluster_id", "state"),
)

practice_interns = Table(
    "practice_interns",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("request_id", ForeignKey("practice_requests.id"), nullable=False, index=True),
    Column("own_mark", String(40), nullable=False),  # the college's own number, for the college only
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("birth_year", Integer, nullable=False),
    Column("town", String(80), nullable=False),
    Column("towns", JSON, nullable=False, server_default="[]"),  # where they can go at all; empty: anywhere
    Column("wishes", JSON, nullable=False),  # ids of enterprises, the most wanted first
    Column("waiting_since", Moment, nullable=False),
    Column("is_out", Boolean, nullable=False),  # left the request; matched no more
    UniqueConstraint("request_id", "own_mark"),
)

practice_clearances = Table(
    "practice_clearances",
    metadata,
    Column("intern_id", ForeignKey("practice_interns.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(24), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("due_on", Date),  # the appointment, or the last valid day
    _one_of("kind", ClearanceKind),
    _one_of("state", ClearanceState),
    Index(None, "state", "due_on"),
)

practice_lists = Table(
    "practice_lists",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("request_id", ForeignKey("practice_requests.id"), nullable=False, index=True),
    Column("rows", JSON, nullable=False),  # the good rows, until they are confirmed
    Column("faults", JSON, nullable=False),  # [{"row": 12, "column": "D", "fault": "…", "value": "…"}]
    Column("draft_key", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("taken_at", Moment),
)

practice_placements = Table(
    "practice_placements",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("run_id", Integer),  # of matching; NULL: proposed by hand
    Column("intern_id", ForeignKey("practice_interns.id"), nullable=False),
    Column("place_id", ForeignKey("practice_places.id"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answered", JSON, nullable=False),  # sides that agreed
    Column("declined_by", String(16)),
    Column("reason", String(16)),
    Column("reason_text", String(300)),
    Column("why", JSON, nullable=False),
    Column("outcome", String(16)),
    Column("proposed_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("revision", Integer, nullable=False, server_default="0"),
    _one_of("state", PlacementState),
    _one_of("declined_by", Side),
    _one_of("reason", PlacementReason),
    _one_of("outcome", Outcome),
    Index(None, "cluster_id", "state"),
    Index(
        "uq_practice_placements_live",
        "intern_id",
        unique=True,
        sqlite_where=text("state IN ('proposed', 'accepted', 'active')"),
        postgresql_where=text("state IN ('proposed', 'accepted', 'active')"),
    ),
)

practice_teams = Table(
    "practice_teams",
    metadata,
    Column("placement_id", ForeignKey("practice_placements.id", ondelete="CASCADE"), primary_key=True),
    Column("mentor_id", ForeignKey("practice_mentors.id"), primary_key=True, index=True),
    Column("rank", Integer, nullable=False),  # 0: the primary mentor
)

practice_days = Table(
    "practice_days",
    metadata,
    Column("placement_id", ForeignKey("practice_placements.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("mentor_id", ForeignKey("practice_mentors.id")),  # NULL: nobody is on duty
    Column("shift", String(8), nullable=False),
    _one_of("shift", Shift),
    Index(None, "mentor_id", "day"),
)

practice_ratings = Table(
    "practice_ratings",
    metadata,
    Column("placement_id", ForeignKey("practice_placements.id", ondelete="CASCADE"), primary_key=True),
    Column("side", String(16), primary_key=True),  # intern: of the mentor and place; enterprise: of the intern
    Column("mark", Integer, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("given_at", Moment, nullable=False),
    _one_of("side", Side),
    CheckConstraint("mark BETWEEN 1 AND 5", name="mark"),
)
