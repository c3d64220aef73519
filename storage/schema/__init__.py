"""Tables, a module per feature. Importing this package registers all of them on `metadata`."""

from storage.schema import people
from storage.schema import directory
from storage.schema.base import metadata

__all__ = ["metadata", "people"]
