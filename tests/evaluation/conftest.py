"""Databases for the tests that run on each kind."""

from tests.databases import database_url, db, migrated_file, migrated_postgres

__all__ = ["database_url", "db", "migrated_file", "migrated_postgres"]  # fixtures
