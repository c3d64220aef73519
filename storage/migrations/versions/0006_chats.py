"""The cluster's channel and group"""
# ruff: noqa: E501, PLR0915

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "cluster_chats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("can_post", sa.Boolean(), nullable=False),
        sa.Column("can_edit", sa.Boolean(), nullable=False),
        sa.Column("can_delete", sa.Boolean(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lost_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("purpose IN ('channel', 'group')", name=op.f("ck_cluster_chats_purpose")),
        sa.CheckConstraint("state IN ('offered', 'connected', 'dropped')", name=op.f("ck_cluster_chats_state")),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_cluster_chats_added_by_people")),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_cluster_chats_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster_chats")),
        sa.UniqueConstraint("cluster_id", "chat_id", name=op.f("uq_cluster_chats_cluster_id_chat_id")),
    )
    with op.batch_alter_table("cluster_chats", schema=None) as batch_op:
        batch_op.create_index(
            "uq_cluster_chats_chat",
            ["chat_id"],
            unique=True,
            sqlite_where=sa.text("state = 'connected'"),
            postgresql_where=sa.text("state = 'connected'"),
        )
        batch_op.create_index(
            "uq_cluster_chats_purpose",
            ["cluster_id", "purpose"],
            unique=True,
            sqlite_where=sa.text("state = 'connected'"),
            postgresql_where=sa.text("state = 'connected'"),
        )


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("cluster_chats", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_cluster_chats_purpose",
            sqlite_where=sa.text("state = 'connected'"),
            postgresql_where=sa.text("state = 'connected'"),
        )
        batch_op.drop_index(
            "uq_cluster_chats_chat",
            sqlite_where=sa.text("state = 'connected'"),
            postgresql_where=sa.text("state = 'connected'"),
        )

    op.drop_table("cluster_chats")
