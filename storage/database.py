"""The database: one schema on SQLite (default) and PostgreSQL, reads and short writes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

BUSY_TIMEOUT_MS = 15_000


class Database:
    """Connections to one database.

    `read()` gives a connection for queries; `write()` a transaction that takes the write lock at once
    (SQLite: BEGIN IMMEDIATE, because a deferred transaction that upgrades loses updates under load).

    Args:
        url: SQLAlchemy URL, for example `sqlite+aiosqlite:///data/cluster.db` or `postgresql+asyncpg://…`.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if parsed.database and parsed.database != ":memory:":
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            self.engine = create_async_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, pool_size=4)
            self._writer = create_async_engine(
                url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, pool_size=1, max_overflow=0, pool_timeout=60
            )
            for engine, begin in ((self.engine, "BEGIN"), (self._writer, "BEGIN IMMEDIATE")):
                _tune_sqlite(engine, begin)
        else:
            self.engine = self._writer = create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for queries only; what is written here is rolled back."""
        async with self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed when the block ends, rolled back when it raises. Short; no Telegram inside."""
        async with self._writer.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()
        if self._writer is not self.engine:
            await self._writer.dispose()


def _tune_sqlite(engine: AsyncEngine, begin: str) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT_MS}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)
