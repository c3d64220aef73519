"""The database: one schema on SQLite (default) and PostgreSQL, reads and short writes.

Writers stand in one line on both databases (SQLite has one write lock; on PostgreSQL an advisory lock does the same
for all replicas), so a use case may load, decide and save without locking rows: nothing changes in between.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import NullPool, Table, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.sqlite import Group, LoopConnection

T = TypeVar("T")
_Opened = tuple[AsyncConnection, LoopConnection]

_WRITERS = 0x636C7573  # key of the advisory lock all serialized writers of one PostgreSQL database share
_RETRIED_SQLSTATES = frozenset({"40001", "40P01"})  # serialization failure, deadlock
_AWAY_SQLSTATES = frozenset({"08", "53", "57"})  # classes: no connection, no resources, the server is stopping
_AWAY_SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
_RETRIES = 4
_LOOK_FOR_LEAD_SECONDS = 1.0


class Database:
    """Connections to one database.

    Args:
        url: SQLAlchemy URL, for example `sqlite+aiosqlite:///data/cluster.db` or `postgresql+asyncpg://…`.

    Raises:
        ValueError: an SQLite database without a file; readers and the writer need one to share.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._turn = asyncio.Lock()
        if not self.is_sqlite:
            self.engine = create_async_engine(
                url, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
            )
            self._snapshots = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            return
        if not parsed.database or parsed.database == ":memory:":
            raise ValueError("an SQLite database needs a file")
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        self._commits = ThreadPoolExecutor(1, thread_name_prefix="commit")
        self.engine = _sqlite_engine(url, parsed.database, self._commits)
        self._idle: list[_Opened] = []
        self._writer: _Opened | None = None
        self._group: Group | None = None
        self._committing: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for queries that all see the same moment; writing through it is refused."""
        if not self.is_sqlite:
            async with self._snapshots.connect() as connection:
                yield connection
            return
        opened = self._idle.pop() if self._idle else await self._open("PRAGMA query_only=ON")
        connection, driver = opened
        driver.raw.execute("BEGIN")
        try:
            yield connection
        finally:
            driver.raw.rollback()
            self._idle.append(opened)

    @asynccontextmanager
    async def write(self, *, alone: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed when the block ends, rolled back when it raises. Short; no Telegram inside.

        Args:
            alone: wait until no other such transaction runs, in this process or another. Only the engines, whose
                statements are safe side by side, go without (it makes no difference on SQLite).
        """
        if self.is_sqlite:
            async with self._turn:
                if self._writer is None:
                    self._writer = await self._open("PRAGMA busy_timeout=0")  # see LoopConnection.begin_immediate
                connection, driver = self._writer
                if self._group is None:
                    self._group = await Group.begin(driver)
                    self._committing = asyncio.create_task(self._commit_in_turn(), name="commit")
                group = self._group
                with group.block():
                    yield connection
            await group.durable()
        elif alone:
            async with self._turn, self.engine.begin() as connection:
                await advisory_lock(connection, _WRITERS)
                yield connection
        else:
            async with self.engine.begin() as connection:
                yield connection

    async def _commit_in_turn(self) -> None:
        """Commit the group once those who stood in line when it began had their blocks: one wait for all of them."""
        async with self._turn:
            group, self._group = self._group, None
            assert group is not None
            await group.commit()

    async def run(self, work: Callable[[AsyncConnection], Awaitable[T]], *, alone: bool = True) -> T:
        """Do `work` in a transaction, again from the start after a deadlock or serialization failure."""
        for left in reversed(range(_RETRIES)):
            try:
                async with self.write(alone=alone) as tx:
                    return await work(tx)
            except DBAPIError as error:
                if not left or not worth_repeating(error):
                    raise
        raise AssertionError("unreachable")

    @asynccontextmanager
    async def lead(self, key: int) -> AsyncIterator[None]:
        """Wait to be the only process that does what `key` stands for, and be it while the block runs.

        A process that dies gives it up at once. SQLite serves one process: nothing to wait for.
        """
        if self.is_sqlite:
            yield
            return
        async with self.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            take = text("SELECT pg_try_advisory_lock(:key)")
            while not (await connection.execute(take, {"key": key})).scalar():  # noqa: ASYNC110 held by a process
                await asyncio.sleep(_LOOK_FOR_LEAD_SECONDS)
            try:
                yield
            finally:
                await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})

    @contextmanager
    def count_queries(self) -> Iterator[list[str]]:
        """The statements sent while the block runs (begin and commit are not statements); for tests."""
        seen: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            seen.append(statement)

        event.listen(self.engine.sync_engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(self.engine.sync_engine, "before_cursor_execute", note)

    async def close(self) -> None:
        """Close all connections."""
        if self.is_sqlite:
            if self._committing:
                await self._committing
            async with self._turn:
                for connection, _ in (*self._idle, *filter(None, [self._writer])):
                    await connection.close()
                self._idle, self._writer = [], None
            self._commits.shutdown()
        await self.engine.dispose()

    async def _open(self, pragma: str) -> _Opened:
        connection = await self.engine.connect()
        driver: LoopConnection = (await connection.get_raw_connection()).driver_connection  # type: ignore[assignment]
        driver.raw.execute(pragma)
        return connection, driver


def worth_repeating(error: BaseException) -> bool:
    """Whether the same transaction may succeed when run again: PostgreSQL chose it to break a conflict."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _RETRIED_SQLSTATES


def is_away(error: BaseException) -> bool:
    """Whether the database did not answer or has no room: nothing is wrong with the work, it succeeds later."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _AWAY_SQLITE
    return isinstance(cause, ConnectionError) or (getattr(cause, "sqlstate", None) or "")[:2] in _AWAY_SQLSTATES


async def advisory_lock(tx: AsyncConnection, key: int) -> None:
    """Wait until this transaction alone holds `key`, on PostgreSQL; SQLite's writer is alone anyway."""
    if tx.dialect.name == "postgresql":
        await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def insert_into(tx: AsyncConnection, table: Table) -> postgresql.Insert:
    """An INSERT that can say what to do on a conflict; SQLite and PostgreSQL say it alike."""
    if tx.dialect.name == "sqlite":
        return cast(postgresql.Insert, sqlite.insert(table))
    return postgresql.insert(table)


def _sqlite_engine(url: str, path: str, commits: ThreadPoolExecutor) -> AsyncEngine:
    async def connect(*_args: Any, **_options: Any) -> LoopConnection:
        connection = LoopConnection(path, commits)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.raw.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_async_engine(
        url, poolclass=NullPool, connect_args={"async_creator_fn": connect}, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        raw: sqlite3.Connection = connection.connection.driver_connection.raw
        if not raw.in_transaction:  # read() and write() have begun already
            raw.execute("BEGIN")

    return engine
