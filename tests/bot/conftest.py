"""Both databases."""

from tests.databases import database_url, db, empty_url, migrated_file, migrated_postgres

__all__ = ["database_url", "db", "empty_url", "migrated_file", "migrated_postgres"]
