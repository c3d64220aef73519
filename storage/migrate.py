"""The database's version: brought up to date at start, down again for tests; new revisions for developers.

python -m storage.migrate revision "what changes"
"""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database, advisory_lock
from storage.sqlite import LoopConnection

SCRIPTS = Path(__file__).parent / "migrations"
_MIGRATIONS = 0x6D696772  # advisory lock: of two replicas that start at once, one waits for the other


class BrokenReferences(Exception):
    """After the migration rows refer to rows that are not there; nothing was changed."""


async def upgrade(url: str, to: str = "head") -> None:
    """Bring the database at `url` to revision `to`, in one transaction; several processes may try at once."""
    await _change(url, lambda config: command.upgrade(config, to))


async def downgrade(url: str, to: str) -> None:
    """Take the database back to revision `to`; `base` is an empty one."""
    await _change(url, lambda config: command.downgrade(config, to))


async def current(url: str) -> str | None:
    """The revision the database has; None for an empty one."""
    db = Database(url)
    try:
        async with db.read() as connection:
            return await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())
    finally:
        await db.close()


def newest() -> str | None:
    """The revision this version of the program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


async def new_revision(message: str) -> None:
    """Write a revision with the difference between the tables in the code and the newest revision."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/empty.db"
        await upgrade(url)
        number = int(newest() or 0) + 1
        await _change(url, lambda config: command.revision(config, message, autogenerate=True, rev_id=f"{number:04}"))


async def _change(url: str, what: Callable[[Config], object]) -> None:
    def run(connection: Connection) -> None:
        what(_config(connection))

    db = Database(url)
    try:
        async with _alone(db) as connection:
            await connection.run_sync(run)
    finally:
        await db.close()


@asynccontextmanager
async def _alone(db: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction nobody else's migration runs beside.

    SQLite changes a table by making a new one, so references are checked at the end instead of all the time.
    """
    async with db.engine.connect() as connection:
        if db.is_sqlite:
            driver: LoopConnection = (await connection.get_raw_connection()).driver_connection  # type: ignore[assignment]
            driver.raw.execute("PRAGMA foreign_keys=OFF")
            await driver.begin_immediate()
        await connection.begin()
        await advisory_lock(connection, _MIGRATIONS)
        yield connection
        if db.is_sqlite and (broken := (await connection.execute(text("PRAGMA foreign_key_check"))).all()):
            raise BrokenReferences(sorted({row[0] for row in broken}))
        await connection.commit()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def main(arguments: list[str] | None = None) -> None:
    """The developers' command line."""
    parser = argparse.ArgumentParser(prog="python -m storage.migrate", description=__doc__)
    commands = parser.add_subparsers(required=True)
    revision = commands.add_parser("revision", help="write a revision from the difference to the tables in the code")
    revision.add_argument("message")
    given: Any = parser.parse_args(arguments)
    asyncio.run(new_revision(given.message))


if __name__ == "__main__":
    main()
