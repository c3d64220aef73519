"""What all tests share: required servers, fresh databases, the bot in process."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.clock import MovableClock
from tests.world import World, fresh_world

MORNING = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)  # Tuesday 10:00 in Tomsk, the first day of the 2022 sessions


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands at 10:00 on Tuesday 21 June 2022 in Tomsk until it is moved."""
    return MovableClock(MORNING, frozen=True)


@pytest.fixture
async def world(tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The bot in process on an empty SQLite database, with one administrator in the settings."""
    async with fresh_world(f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", clock) as made:
        yield made
