"""Backup and restore of an SQLite database."""

import sqlite3
from contextlib import closing
from pathlib import Path


class CopyRefused(Exception):
    """The copy cannot be made; the text says why."""


def backup(database: str, target: Path) -> int:
    """Copy the database while it is in use; gives the size in bytes.

    Raises:
        CopyRefused: there is nothing to copy, or the target exists.
    """
    if not Path(database).exists():
        raise CopyRefused(f"{database}: there is no database")
    if target.exists():
        raise CopyRefused(f"{target} exists already; choose another name")
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target.stat().st_size


def restore(database: str, source: Path) -> int:
    """Put a copy in place of the database; what was there stays beside it as `<name>.before-restore`.

    Raises:
        CopyRefused: the file is no database of this program, or the database is in use.
    """
    _check(source)
    current = Path(database)
    if current.exists():
        _check_unused(current)
        current.replace(current.with_name(current.name + ".before-restore"))
    for leftover in (f"{database}-wal", f"{database}-shm"):
        Path(leftover).unlink(missing_ok=True)
    current.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(database)) as target:
        copy.backup(target)
    return current.stat().st_size


def _check(file: Path) -> None:
    if not file.exists():
        raise CopyRefused(f"{file}: there is no such file")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            state = copy.execute("PRAGMA integrity_check").fetchone()[0]
            copy.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise CopyRefused(f"{file}: not a backup of this program ({error})") from None
    if state != "ok":
        raise CopyRefused(f"{file}: damaged ({state})")


def _check_unused(database: Path) -> None:
    """A running bot holds the write-ahead log; taking the exclusive lock shows whether anybody is there."""
    try:
        with closing(sqlite3.connect(database, timeout=1, isolation_level=None)) as current:
            current.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            current.execute("PRAGMA locking_mode=EXCLUSIVE")
            current.execute("BEGIN EXCLUSIVE")
            current.execute("ROLLBACK")
            if current.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise CopyRefused(f"{database} is in use: stop the bot first")
    except sqlite3.OperationalError:
        raise CopyRefused(f"{database} is in use: stop the bot first") from None
