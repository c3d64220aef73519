"""SQLite inside the event loop: a driver for SQLAlchemy's `aiosqlite` dialect without a thread per connection.

A statement of ours takes SQLite some microseconds; handing it to a thread and back takes hundreds, four times per
statement (measured: 1,070 µs of processor per small read against 115 µs here). So statements run in the loop and
only what waits for the disk, the commit, runs in a thread.
"""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, Self

BUSY_TIMEOUT_SECONDS = 15.0
_FIRST_WAIT_SECONDS = 0.002
_LONGEST_WAIT_SECONDS = 0.05
_ENDED_EARLY = "an error such as a full disk ended the transaction"


class LoopCursor:
    """A `sqlite3.Cursor` with the coroutine methods the dialect awaits."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> Self:
        self._cursor.execute(sql, parameters)
        return self

    async def executemany(self, sql: str, rows: Any) -> Self:
        self._cursor.executemany(sql, rows)
        return self

    async def fetchone(self) -> Any:
        return self._cursor.fetchone()

    async def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        return self._cursor.fetchmany(size or self._cursor.arraysize)

    async def fetchall(self) -> Sequence[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid


class LoopConnection:
    """One SQLite connection used from one event loop by one coroutine at a time.

    Args:
        path: the database file.
        commits: where commits run.
    """

    def __init__(self, path: str, commits: Executor) -> None:
        self.raw = sqlite3.connect(
            path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        self._commits = commits

    @property
    def _connection(self) -> sqlite3.Connection:  # the dialect asks by this name whether the connection is alive
        return self.raw

    def cursor(self) -> LoopCursor:
        return LoopCursor(self.raw.cursor())

    async def begin_immediate(self) -> None:
        """Take the file's write lock; the loop goes on while another process holds it.

        Raises:
            sqlite3.OperationalError: the lock was not free for 15 s.
        """
        wait, waited = _FIRST_WAIT_SECONDS, 0.0
        while True:
            try:
                self.raw.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited > BUSY_TIMEOUT_SECONDS:
                    raise
            await asyncio.sleep(wait)
            waited += wait
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)

    async def commit(self) -> None:
        """Commit and wait for the disk. A cancelled waiter still waits: the connection is busy until then."""
        if not self.raw.in_transaction:
            return
        done = asyncio.get_running_loop().run_in_executor(self._commits, self.raw.commit)
        try:
            await asyncio.shield(done)
        except asyncio.CancelledError:
            await asyncio.wait([done])
            raise
        finally:
            if self.raw.in_transaction:  # the disk is full, or a deferred constraint is violated
                self.raw.rollback()

    async def rollback(self) -> None:
        self.raw.rollback()

    async def create_function(self, *args: Any, **options: Any) -> None:
        self.raw.create_function(*args, **options)

    async def close(self) -> None:
        self.raw.close()

    def stop(self) -> None:
        self.raw.close()


class Group:
    """Several blocks of writing that share one transaction and so one wait for the disk.

    Blocks follow one another; one that fails takes back its own changes only. Nobody learns that a block is done
    before the transaction is on the disk (`durable`).
    """

    def __init__(self, driver: LoopConnection) -> None:
        self._driver = driver
        self._blocks = 0
        self._committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @classmethod
    async def begin(cls, driver: LoopConnection) -> Self:
        """Take the write lock."""
        await driver.begin_immediate()
        return cls(driver)

    @contextmanager
    def block(self) -> Iterator[None]:
        """One writer's statements; taken back when it raises."""
        raw = self._driver.raw
        if not raw.in_transaction:  # an earlier block met an error that ended the transaction, such as a full disk
            raise sqlite3.OperationalError(_ENDED_EARLY)
        raw.execute("SAVEPOINT block")
        try:
            yield
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK TO block")
                raw.execute("RELEASE block")
            raise
        raw.execute("RELEASE block")
        self._blocks += 1

    async def commit(self) -> None:
        """End the transaction and tell those who wait."""
        raw = self._driver.raw
        if not self._blocks:
            raw.rollback()
            return
        try:
            if not raw.in_transaction:
                raise sqlite3.OperationalError(_ENDED_EARLY)
            await self._driver.commit()
        except Exception as error:
            self._committed.set_exception(error)
        except BaseException:
            self._committed.cancel()
            raise
        else:
            self._committed.set_result(None)

    async def durable(self) -> None:
        """Wait until the blocks are on the disk.

        Raises:
            sqlite3.Error: they are not, and never will be.
        """
        await asyncio.shield(self._committed)
