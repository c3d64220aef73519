"""Fresh databases for tests: SQLite always, PostgreSQL where a server answers (see TEST_POSTGRES_URL)."""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url

from storage import migrate
from storage.database import Database
from storage.schema import metadata
from tests.required import require

POSTGRES = make_url(os.environ.get("TEST_POSTGRES_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432/test"))
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def text_of(url: URL) -> str:
    """The address as settings have it."""
    return url.render_as_string(hide_password=False)


EMPTY = f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE"


async def on_server(statement: str, database: str | None = POSTGRES.database) -> None:
    """Run one statement on the server."""
    connection = await asyncpg.connect(text_of(POSTGRES.set(drivername="postgresql", database=database)))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def postgres_answers() -> bool:
    """Whether there is a server to test with."""
    try:
        await on_server("SELECT 1")
    except (OSError, asyncpg.PostgresError):
        return False
    return True


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with all tables and no rows."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    asyncio.run(migrate.upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def migrated_postgres() -> Iterator[str]:
    """Name of a PostgreSQL database with all tables; the tests of one process use it in turn."""
    require("a PostgreSQL server", asyncio.run(postgres_answers()))
    name = f"test_{uuid.uuid4().hex[:12]}"
    asyncio.run(on_server(f"CREATE DATABASE {name}"))
    try:
        asyncio.run(migrate.upgrade(text_of(POSTGRES.set(database=name))))
        yield name
    finally:
        asyncio.run(on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    require("a PostgreSQL server", asyncio.run(postgres_answers()))
    name = f"empty_{uuid.uuid4().hex[:12]}"
    asyncio.run(on_server(f"CREATE DATABASE {name}"))
    yield text_of(POSTGRES.set(database=name))
    asyncio.run(on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with all tables and no rows, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "cluster.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    name = request.getfixturevalue("migrated_postgres")
    yield text_of(POSTGRES.set(database=name))
    asyncio.run(on_server(EMPTY, name))


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """The same, opened."""
    opened = Database(database_url)
    yield opened
    await opened.close()
