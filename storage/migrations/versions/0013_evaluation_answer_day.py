"""The day to answer an invitation by is computed, not stored"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change. The column was never written: a corrected calendar moves the day by itself."""
    with op.batch_alter_table("evaluation_assignments", schema=None) as batch_op:
        batch_op.drop_column("answer_by")


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("evaluation_assignments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
