"""What all tests share: the clock, the bot in process, an expert session on stage."""

import gc
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from services.clock import MovableClock
from tests.databases import migrated_file
from tests.stage import prepared, stage
from tests.world import MORNING, World, fresh_world

__all__ = ["migrated_file", "prepared", "stage"]  # fixtures

# Exceptions in the log without the values of all variables: rendering those takes the processor seconds each.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands at 10:00 on Tuesday 21 June 2022 in Tomsk until it is moved."""
    return MovableClock(MORNING, frozen=True)


@pytest.fixture
async def world(migrated_file: Path, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The bot in process on an empty SQLite database, with one administrator in the settings."""
    shutil.copy(migrated_file, tmp_path / "cluster.db")
    async with fresh_world(f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", clock) as made:
        yield made


def pytest_collection_finish() -> None:
    """What was imported stays: the garbage collector need not look at it again (`bot/__main__.py` does the same)."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One more than the machine has cores: some tests wait for processes, a browser or a server."""
    return (os.cpu_count() or 1) + 1
