"""Databases for the tests that run on each kind; people of the practice in the running bot, made once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.clock import MovableClock
from tests.databases import database_url, db, migrated_file, migrated_postgres
from tests.practice.office import Office, settle_in
from tests.practice.secrets import check_letters
from tests.stage import Prepared
from tests.world import fresh_world

__all__ = ["database_url", "db", "migrated_file", "migrated_postgres"]  # fixtures


@pytest.fixture
async def office(prepared: Prepared, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Office]:
    """The built-in cluster with everybody practice needs; after each test all its letters are searched for secrets."""
    shutil.copy(prepared.file, tmp_path / "cluster.db")
    async with fresh_world(f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", clock) as world:
        made = await settle_in(world, prepared.cluster_id)
        yield made
        await check_letters(made)
