"""Databases for the tests that run on each kind."""

from hypothesis import HealthCheck, settings

from tests.databases import database_url, db, migrated_file, migrated_postgres

__all__ = ["database_url", "db", "migrated_file", "migrated_postgres"]  # fixtures

# How long an example takes says nothing on a machine that does other things too.
settings.register_profile("busy machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")
