"""Both databases, and letters on their way."""

from collections.abc import AsyncIterator

import pytest

from services.clock import MovableClock
from storage.database import Database
from tests.databases import database_url, db, empty_url, migrated_file, migrated_postgres
from tests.scheduler.post import NOW, Post

__all__ = ["database_url", "db", "empty_url", "migrated_file", "migrated_postgres"]


@pytest.fixture
def clock() -> MovableClock:
    """Tuesday 21 June 2022, 10:00 in Tomsk, until it is moved."""
    return MovableClock(NOW, frozen=True)


@pytest.fixture
async def post(db: Database, clock: MovableClock) -> AsyncIterator[Post]:
    """Delivery at work."""
    made = Post.make(db, clock)
    made.delivery.start()
    yield made
    await made.delivery.stop()
