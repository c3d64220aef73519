"""The bank of programmes"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "bank_programmes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("agreement", sa.String(length=16), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("draft_key", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('main', 'additional')", name=op.f("ck_bank_programmes_kind")),
        sa.CheckConstraint(
            "agreement IN ('none', 'examined', 'agreed', 'with_remarks', 'returned')",
            name=op.f("ck_bank_programmes_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name=op.f("fk_bank_programmes_cluster_id_clusters"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_bank_programmes_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["organisations.id"], name=op.f("fk_bank_programmes_employer_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["evaluation_programmes.id"],
            name=op.f("fk_bank_programmes_source_id_evaluation_programmes"),
        ),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_bank_programmes_created_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_programmes")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_bank_programmes_draft_key")),
        sa.UniqueConstraint("source_id", name=op.f("uq_bank_programmes_source_id")),
    )
    with op.batch_alter_table("bank_programmes", schema=None) as batch_op:
        batch_op.create_index("ix_bank_programmes_cluster_id_kind", ["cluster_id", "kind"], unique=False)


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("bank_programmes", schema=None) as batch_op:
        batch_op.drop_index("ix_bank_programmes_cluster_id_kind")
    op.drop_table("bank_programmes")
