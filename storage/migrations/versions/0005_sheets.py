"""Which expert sheet new sessions take"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change. Until now the newest sheet was the current one."""
    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("current_from", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE sheets SET current_from = created_at")


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.drop_column("current_from")
