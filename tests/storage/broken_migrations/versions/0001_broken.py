"""Makes a table, then fails."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Begin and fail."""
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    raise ZeroDivisionError
