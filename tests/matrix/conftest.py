"""Two furnished clusters, made once a process; every test gets a copy in a running bot."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.clock import MovableClock
from tests.matrix.people import Furnished, furnish
from tests.matrix.scene import Scene, accounts
from tests.world import MORNING, fresh_world


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Furnished]:
    """A database file with two clusters, and what is in it."""
    path = tmp_path_factory.mktemp("matrix") / "furnished.db"

    async def make() -> Furnished:
        clock = MovableClock(MORNING, frozen=True)
        async with fresh_world(f"sqlite+aiosqlite:///{path}", clock) as world:
            return await furnish(world)

    return path, asyncio.run(make())


@pytest.fixture
async def scene(furnished: tuple[Path, Furnished], tmp_path: Path, clock: MovableClock) -> AsyncIterator[Scene]:
    """The bot on a copy of the furnished database, everybody in front of their menu."""
    source, made = furnished
    path = tmp_path / "cluster.db"
    shutil.copy(source, path)
    async with fresh_world(f"sqlite+aiosqlite:///{path}", clock) as world:
        scene = Scene(world, path, made, accounts(world))
        await scene.meet()
        yield scene


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything that plays in the furnished clusters takes minutes in all: it runs with the slow tests."""
    for item in items:
        if "scene" in getattr(item, "fixturenames", ()) and item.get_closest_marker("sweep") is None:
            item.add_marker(pytest.mark.slow)
