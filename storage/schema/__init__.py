"""Tables, a module per feature. Importing this package registers all of them on `metadata`."""

from storage.schema import directory, people
from storage.schema.base import metadata

__all__ = ["directory", "metadata", "people"]
