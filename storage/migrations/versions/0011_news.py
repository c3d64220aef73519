"""The news desk"""
# ruff: noqa: E501, PLR0915

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "news_rules",
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("review_hours", sa.Integer(), nullable=False),
        sa.CheckConstraint("review_hours BETWEEN 1 AND 90", name=op.f("ck_news_rules_review_hours")),
        sa.CheckConstraint("working_days BETWEEN 1 AND 60", name=op.f("ck_news_rules_working_days")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_news_rules_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("cluster_id", "since", name=op.f("pk_news_rules")),
    )
    op.create_table(
        "news_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("draft_key", sa.String(length=80), nullable=True),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("origin IN ('registered', 'plan_row', 'meeting')", name=op.f("ck_news_events_origin")),
        sa.CheckConstraint("state IN ('planned', 'cancelled')", name=op.f("ck_news_events_state")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_news_events_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_news_events_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_events")),
        sa.UniqueConstraint(
            "cluster_id",
            "origin",
            "origin_id",
            "last_day",
            name=op.f("uq_news_events_cluster_id_origin_origin_id_last_day"),
        ),
        sa.UniqueConstraint("draft_key", name=op.f("uq_news_events_draft_key")),
    )
    with op.batch_alter_table("news_events", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_news_events_cluster_id_last_day"), ["cluster_id", "last_day"], unique=False
        )

    op.create_table(
        "news_organisations",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("trusted", sa.Boolean(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_news_organisations_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["people.id"], name=op.f("fk_news_organisations_responsible_id_people")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_news_organisations")),
    )
    op.create_table(
        "news_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=True),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("review_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("review_told", sa.Boolean(), nullable=False),
        sa.Column("reason_code", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("letter_key", sa.String(length=80), nullable=True),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_ids", sa.JSON(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("draft_key", sa.String(length=80), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'in_review', 'changes_requested', 'rejected', 'approved', 'publishing', 'failed', 'published', 'corrected', 'retracted', 'discarded')",
            name=op.f("ck_news_items_state"),
        ),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_news_items_author_id_people")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_news_items_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["news_events.id"], name=op.f("fk_news_items_event_id_news_events")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_news_items_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["reviewer_id"], ["people.id"], name=op.f("fk_news_items_reviewer_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_items")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_news_items_draft_key")),
        sa.UniqueConstraint("letter_key", name=op.f("uq_news_items_letter_key")),
    )
    with op.batch_alter_table("news_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_items_author_id_state"), ["author_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_news_items_cluster_id_state"), ["cluster_id", "state"], unique=False)
        batch_op.create_index(
            "ix_news_items_moving",
            ["state"],
            unique=False,
            sqlite_where=sa.text("state IN ('approved', 'publishing', 'submitted', 'in_review')"),
            postgresql_where=sa.text("state IN ('approved', 'publishing', 'submitted', 'in_review')"),
        )

    op.create_table(
        "news_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("letter_key", sa.String(length=80), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('correction', 'retraction')", name=op.f("ck_news_changes_kind")),
        sa.CheckConstraint(
            "state IN ('proposed', 'declined', 'approved', 'applied', 'failed')", name=op.f("ck_news_changes_state")
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_news_changes_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_news_changes_decided_by_people")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["news_items.id"], name=op.f("fk_news_changes_item_id_news_items"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_news_changes_proposed_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_changes")),
        sa.UniqueConstraint("letter_key", name=op.f("uq_news_changes_letter_key")),
    )
    with op.batch_alter_table("news_changes", schema=None) as batch_op:
        batch_op.create_index(
            "ix_news_changes_going",
            ["state"],
            unique=False,
            sqlite_where=sa.text("state = 'approved'"),
            postgresql_where=sa.text("state = 'approved'"),
        )
        batch_op.create_index(batch_op.f("ix_news_changes_item_id"), ["item_id"], unique=False)

    op.create_table(
        "news_media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('photo', 'video', 'document')", name=op.f("ck_news_media_kind")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["news_items.id"], name=op.f("fk_news_media_item_id_news_items"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_media")),
        sa.UniqueConstraint("item_id", "unique_id", name=op.f("uq_news_media_item_id_unique_id")),
    )
    op.create_table(
        "news_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_news_notes_by_id_people")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["news_items.id"], name=op.f("fk_news_notes_item_id_news_items"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_notes")),
    )
    with op.batch_alter_table("news_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_notes_item_id"), ["item_id"], unique=False)

    op.create_table(
        "news_obligations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("stage IN ('over', 'soon', 'late', 'escalated')", name=op.f("ck_news_obligations_stage")),
        sa.CheckConstraint(
            "state IN ('open', 'handed_in', 'done', 'not_held', 'waived')", name=op.f("ck_news_obligations_state")
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_news_obligations_answered_by_people")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_news_obligations_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["news_events.id"], name=op.f("fk_news_obligations_event_id_news_events"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["item_id"], ["news_items.id"], name=op.f("fk_news_obligations_item_id_news_items")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_news_obligations_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_obligations")),
        sa.UniqueConstraint("event_id", "organisation_id", name=op.f("uq_news_obligations_event_id_organisation_id")),
    )
    with op.batch_alter_table("news_obligations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_obligations_cluster_id_state"), ["cluster_id", "state"], unique=False)
        batch_op.create_index(
            "ix_news_obligations_next",
            ["next_at"],
            unique=False,
            sqlite_where=sa.text("next_at IS NOT NULL"),
            postgresql_where=sa.text("next_at IS NOT NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_news_obligations_organisation_id_state"), ["organisation_id", "state"], unique=False
        )

    op.create_table(
        "news_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('original', 'edited', 'correction')", name=op.f("ck_news_revisions_kind")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_news_revisions_by_id_people")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["news_items.id"], name=op.f("fk_news_revisions_item_id_news_items"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_revisions")),
        sa.UniqueConstraint("item_id", "number", name=op.f("uq_news_revisions_item_id_number")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("news_revisions")
    with op.batch_alter_table("news_obligations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_obligations_organisation_id_state"))
        batch_op.drop_index(
            "ix_news_obligations_next",
            sqlite_where=sa.text("next_at IS NOT NULL"),
            postgresql_where=sa.text("next_at IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_news_obligations_cluster_id_state"))

    op.drop_table("news_obligations")
    with op.batch_alter_table("news_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_notes_item_id"))

    op.drop_table("news_notes")
    op.drop_table("news_media")
    with op.batch_alter_table("news_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_changes_item_id"))
        batch_op.drop_index(
            "ix_news_changes_going",
            sqlite_where=sa.text("state = 'approved'"),
            postgresql_where=sa.text("state = 'approved'"),
        )

    op.drop_table("news_changes")
    with op.batch_alter_table("news_items", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_news_items_moving",
            sqlite_where=sa.text("state IN ('approved', 'publishing', 'submitted', 'in_review')"),
            postgresql_where=sa.text("state IN ('approved', 'publishing', 'submitted', 'in_review')"),
        )
        batch_op.drop_index(batch_op.f("ix_news_items_cluster_id_state"))
        batch_op.drop_index(batch_op.f("ix_news_items_author_id_state"))

    op.drop_table("news_items")
    op.drop_table("news_organisations")
    with op.batch_alter_table("news_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_events_cluster_id_last_day"))

    op.drop_table("news_events")
    op.drop_table("news_rules")
