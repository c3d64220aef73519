"""Tables of news: events, obligations to publish, items with files and revisions, changes of posts."""

from enum import StrEnum

from sqlalchemy import (
    JSON,
    BigInteger,
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

from cluster.news.post import MediaKind
from cluster.news.states import ChangeKind, ChangeState, EventOrigin, EventState, ItemState, ObligationState, Stage
from storage.schema.base import Moment, metadata


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


news_rules = Table(
    "news_rules",
    metadata,
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Date, primary_key=True),  # for events that end on this day or later
    Column("working_days", Integer, nullable=False),
    Column("review_hours", Integer, nullable=False),
    CheckConstraint("working_days BETWEEN 1 AND 60", name="working_days"),
    CheckConstraint("review_hours BETWEEN 1 AND 90", name="review_hours"),
)

news_organisations = Table(
    "news_organisations",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True),
    Column("trusted", Boolean, nullable=False),  # its items skip the review
    Column("responsible_id", ForeignKey("people.id")),  # who is reminded first
)

news_events = Table(
    "news_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("place", Text),
    Column("state", String(16), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("origin_id", Integer),
    Column("sequence", Integer, nullable=False),
    Column("draft_key", String(80), unique=True),
    Column("created_by", ForeignKey("people.id")),
    Column("created_at", Moment, nullable=False),
    _one_of("state", EventState),
    _one_of("origin", EventOrigin),
    UniqueConstraint("cluster_id", "origin", "origin_id", "last_day"),
    Index(None, "cluster_id", "last_day"),
)

news_items = Table(
    "news_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("event_id", ForeignKey("news_events.id")),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("state", String(24), nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),  # Telegram's HTML
    Column("links", JSON, nullable=False),  # [[outlet, target], …]
    Column("caption", Text),  # came with files although there was a text; the author says what it is
    Column("heard_at", Moment),  # last message of a text that came in several
    Column("revision", Integer, nullable=False),
    Column("publish_at", Moment),
    Column("reviewer_id", ForeignKey("people.id")),
    Column("claimed_until", Moment),
    Column("submitted_at", Moment),
    Column("review_due_at", Moment),
    Column("review_told", Boolean, nullable=False, default=False),
    Column("reason_code", String(16)),
    Column("reason", Text),
    Column("attempt", Integer, nullable=False, default=0),
    Column("letter_key", String(80), unique=True),
    Column("doubtful", Boolean, nullable=False, default=False),
    Column("error", Text),
    Column("chat_id", BigInteger),
    Column("message_ids", JSON),
    Column("published_at", Moment),
    Column("draft_key", String(80), unique=True),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    _one_of("state", ItemState),
    Index(None, "cluster_id", "state"),
    Index(None, "author_id", "state"),
)

_moving = news_items.c.state.in_(("approved", "publishing", "submitted", "in_review"))
Index("ix_news_items_moving", news_items.c.state, sqlite_where=_moving, postgresql_where=_moving)

news_obligations = Table(
    "news_obligations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("event_id", ForeignKey("news_events.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("extended", Boolean, nullable=False, default=False),  # by a return for changes
    Column("stage", String(16)),  # the last reminder that went out
    Column("next_at", Moment),  # when the next one does
    Column("item_id", ForeignKey("news_items.id")),
    Column("link", Text),
    Column("handed_in_at", Moment),
    Column("answered_by", ForeignKey("people.id")),
    _one_of("state", ObligationState),
    _one_of("stage", Stage),
    UniqueConstraint("event_id", "organisation_id"),
    Index(None, "organisation_id", "state"),
    Index(None, "cluster_id", "state"),
)

_awaiting = news_obligations.c.next_at.is_not(None)
Index(
    "ix_news_obligations_next",
    news_obligations.c.next_at,
    sqlite_where=_awaiting,
    postgresql_where=_awaiting,
)

news_media = Table(
    "news_media",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("news_items.id", ondelete="CASCADE"), nullable=False),
    Column("position", BigInteger, nullable=False),  # number of the message: the order in which the author sent them
    Column("kind", String(16), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("unique_id", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    _one_of("kind", MediaKind),
    UniqueConstraint("item_id", "unique_id"),
)

news_revisions = Table(
    "news_revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("news_items.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("links", JSON, nullable=False),
    Column("by_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("kind IN ('original', 'edited', 'correction')", name="kind"),
    UniqueConstraint("item_id", "number"),
)

news_notes = Table(
    "news_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("news_items.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("by_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
)

news_changes = Table(
    "news_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("news_items.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("cluster_id", ForeignKey("clusters.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("title", Text),
    Column("body", Text),
    Column("reason", Text, nullable=False),
    Column("answer", Text),
    Column("proposed_by", ForeignKey("people.id"), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    Column("attempt", Integer, nullable=False, default=0),
    Column("letter_key", String(80), unique=True),
    Column("error", Text),
    _one_of("kind", ChangeKind),
    _one_of("state", ChangeState),
)

_going = news_changes.c.state == ChangeState.APPROVED.value
Index("ix_news_changes_going", news_changes.c.state, sqlite_where=_going, postgresql_where=_going)
