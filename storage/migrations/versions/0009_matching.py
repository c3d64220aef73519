"""Runs of matching, pinned and banned pairs"""
# ruff: noqa: E501, PLR0915

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "practice_runs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("goal", sa.String(length=8), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=8), nullable=False),
        sa.Column("input", sa.LargeBinary(), nullable=False),
        sa.Column("input_hash", sa.String(length=64), nullable=False),
        sa.Column("result", sa.LargeBinary(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("step", sa.String(length=16), server_default="", nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("claimed_by", sa.String(length=64), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("goal IN ('most', 'stable')", name=op.f("ck_practice_runs_goal")),
        sa.CheckConstraint("state IN ('waiting', 'done', 'published', 'failed')", name=op.f("ck_practice_runs_state")),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_practice_runs_cluster_id_clusters")),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_practice_runs_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_runs")),
    )
    with op.batch_alter_table("practice_runs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_practice_runs_cluster_id"), ["cluster_id"], unique=False)
        batch_op.create_index(
            "uq_practice_runs_going",
            ["cluster_id"],
            unique=True,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
    op.create_table(
        "practice_words",
        sa.Column("intern_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(length=8), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("word IN ('pin', 'ban')", name=op.f("ck_practice_words_word")),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_practice_words_cluster_id_clusters")),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_practice_words_created_by_people")),
        sa.ForeignKeyConstraint(
            ["intern_id"],
            ["practice_interns.id"],
            name=op.f("fk_practice_words_intern_id_practice_interns"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["practice_places.id"],
            name=op.f("fk_practice_words_place_id_practice_places"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("intern_id", "place_id", name=op.f("pk_practice_words")),
    )
    with op.batch_alter_table("practice_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_practice_words_cluster_id"), ["cluster_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("practice_words", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_practice_words_cluster_id"))
    op.drop_table("practice_words")
    with op.batch_alter_table("practice_runs", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_practice_runs_going",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(batch_op.f("ix_practice_runs_cluster_id"))
    op.drop_table("practice_runs")
