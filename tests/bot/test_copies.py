"""Backup of a database in use, restore of a stopped one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot import copies


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "cluster.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("CREATE TABLE notes (text TEXT)")
        connection.execute("INSERT INTO notes VALUES ('до копии')")
        connection.commit()
    return path


def notes(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM notes ORDER BY rowid")]


def add_note(path: Path, text: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO notes VALUES (?)", (text,))
        connection.commit()


def test_backup_while_in_use_and_restore(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as in_use:
        in_use.execute("SELECT * FROM notes").fetchall()
        copies.backup(str(database), tmp_path / "copy.db")
    add_note(database, "после копии")
    copies.restore(str(database), tmp_path / "copy.db")
    assert notes(database) == ["до копии"]
    assert notes(tmp_path / "cluster.db.before-restore") == ["до копии", "после копии"]


def test_backup_replaces_nothing(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(copies.CopyRefused, match="exists already"):
        copies.backup(str(database), target)
    assert target.read_text() == "precious"


def test_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(copies.CopyRefused, match="no database"):
        copies.backup(str(tmp_path / "none.db"), tmp_path / "copy.db")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_restore_takes_only_our_backups(database: Path, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    with pytest.raises(copies.CopyRefused, match="not a backup"):
        copies.restore(str(database), wrong)
    assert notes(database) == ["до копии"]


def test_restore_under_a_running_bot_is_refused(database: Path, tmp_path: Path) -> None:
    copies.backup(str(database), tmp_path / "copy.db")
    with closing(sqlite3.connect(database, isolation_level=None)) as running:
        running.execute("BEGIN IMMEDIATE")
        running.execute("INSERT INTO notes VALUES ('идёт запись')")
        with pytest.raises(copies.CopyRefused, match="stop the bot first"):
            copies.restore(str(database), tmp_path / "copy.db")
        running.execute("COMMIT")
    assert notes(database) == ["до копии", "идёт запись"]
