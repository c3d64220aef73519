"""Leaves a row that refers to nothing, as a careless rebuilding of a table would."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the orphan."""
    op.create_table("parents", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table("children", sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parents.id")))
    op.execute("INSERT INTO children (parent_id) VALUES (5)")
