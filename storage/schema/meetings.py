"""Tables of councils and their meetings (product, section 4)."""

from enum import StrEnum

from sqlalchemy import (
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
)

from cluster.meetings.quorum import QuorumRule
from cluster.meetings.states import Answer, Availability, Choice, ItemState, MeetingState, SubstituteState
from storage.schema.base import Moment, metadata


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


# Councils themselves came with the directory; what makes them live is here, a row when somebody sets it.
council_rules = Table(
    "council_rules",
    metadata,
    Column("council_id", ForeignKey("councils.id", ondelete="CASCADE"), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("quorum", String(16), nullable=False),
    Column("chair_id", ForeignKey("people.id")),
    Column("secretary_id", ForeignKey("people.id")),
    Column("to_group", Boolean, nullable=False, default=True),  # meetings are announced in the cluster's group
    Column("to_channel", Boolean, nullable=False, default=False),
    Column("draft_key", String(80), unique=True),  # of the form that made a working group
    _one_of("quorum", QuorumRule),
)

council_members = Table(
    "council_members",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("council_id", ForeignKey("councils.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("since", Date, nullable=False),
    Column("until", Date),  # last day of the term; NULL: no end is known
    Column("draft_key", String(80), nullable=False, unique=True),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False, index=True),
    Column("council_id", ForeignKey("councils.id"), nullable=False, index=True),
    Column("source_id", ForeignKey("council_meetings.id")),  # the line of the documents' calendar it was made of
    Column("state", String(16), nullable=False),
    Column("starts_at", Moment),  # NULL: the date is open
    Column("minutes", Integer, nullable=False),
    Column("place", String(300), nullable=False),
    Column("quorum", String(16), nullable=False),  # as it was when the meeting was announced
    Column("sequence", Integer, nullable=False, default=0),  # version in calendars: grows with every change
    Column("batch", Integer, nullable=False, default=0),  # changes told together
    Column("batch_until", Moment),
    Column("batch_was", Moment),  # when it was to begin before the changes of this batch
    Column("poll_until", Moment),
    Column("number", Integer),  # of the minutes, within the council's year
    Column("reason", String(500)),  # why it was cancelled
    Column("draft_key", String(80), nullable=False, unique=True),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("announced_at", Moment),
    Column("started_at", Moment),
    Column("ended_at", Moment),
    Column("signed_at", Moment),
    Column("signed_file", String(255)),  # Telegram's file_id of the signed minutes
    Column("signed_name", String(255)),
    Column("revision", Integer, nullable=False, default=0),
    _one_of("state", MeetingState),
    _one_of("quorum", QuorumRule),
    CheckConstraint("minutes BETWEEN 5 AND 720", name="minutes"),
    Index(None, "cluster_id", "state", "starts_at"),
)

meeting_items = Table(
    "meeting_items",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("speaker", String(200)),
    Column("minutes", Integer),
    Column("material_kind", String(16)),
    Column("material", String(2000)),  # an address, or Telegram's file_id
    Column("material_name", String(255)),
    Column("plan_row_id", ForeignKey("plan_rows.id", ondelete="SET NULL")),
    Column("secret", Boolean, nullable=False, default=False),
    Column("state", String(16), nullable=False, default=ItemState.WAITING.value),
    Column("heard", Text),
    # Votes of a secret ballot are kept as sums only; of an open one they are summed up when the item is closed.
    Column("votes_for", Integer, nullable=False, default=0),
    Column("votes_against", Integer, nullable=False, default=0),
    Column("votes_abstained", Integer, nullable=False, default=0),
    Column("voted", Boolean, nullable=False, default=False),
    # The quorum as it was when the item was closed.
    Column("present", Integer),
    Column("needed", Integer),
    Column("total", Integer),
    Column("draft_key", String(80), nullable=False, unique=True),
    Column("revision", Integer, nullable=False, default=0),
    _one_of("state", ItemState),
    CheckConstraint("material_kind IN ('link', 'document', 'photo')", name="material_kind"),
)

meeting_invitees = Table(
    "meeting_invitees",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("answer", String(16), nullable=False, default=Answer.NONE.value),
    Column("answered_at", Moment),
    Column("substitute_id", ForeignKey("people.id"), index=True),
    Column("substitute_state", String(16)),
    Column("substitute_token", String(64), unique=True),  # sha256 in hex; the token itself is not stored
    Column("here_at", Moment),
    Column("substitute_here_at", Moment),
    UniqueConstraint("meeting_id", "organisation_id", "person_id"),
    _one_of("answer", Answer),
    _one_of("substitute_state", SubstituteState),
)

meeting_votes = Table(
    "meeting_votes",
    metadata,
    Column("item_id", ForeignKey("meeting_items.id", ondelete="CASCADE"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),  # who tapped: the voter, or the secretary for them
    Column("choice", String(16)),  # NULL: voted, secretly
    Column("at", Moment, nullable=False),
    _one_of("choice", Choice),
)

meeting_decisions = Table(
    "meeting_decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("item_id", ForeignKey("meeting_items.id", ondelete="CASCADE"), nullable=False),
    Column("text", Text, nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("person_id", ForeignKey("people.id")),
    Column("due_on", Date),
    Column("draft_key", String(80), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)

meeting_amendments = Table(
    "meeting_amendments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("added_by", ForeignKey("people.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("draft_key", String(80), nullable=False, unique=True),
)

meeting_dates = Table(
    "meeting_dates",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("cluster_id", ForeignKey("clusters.id"), nullable=False),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("starts_at", Moment, nullable=False),
    UniqueConstraint("meeting_id", "starts_at"),
)

meeting_date_answers = Table(
    "meeting_date_answers",
    metadata,
    Column("date_id", ForeignKey("meeting_dates.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("availability", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    _one_of("availability", Availability),
)

# Which reminders of meetings a person does not want; absent: all of them.
meeting_reminders_off = Table(
    "meeting_reminders_off",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("before", String(4), primary_key=True),
)
