"""How Alembic meets the database: always through a connection `storage.migrate` has opened."""

from typing import Any, Literal

from alembic import context

from storage.schema import metadata
from storage.schema.base import Moment


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Revisions name plain types: they must not change when the code does."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
