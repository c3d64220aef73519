"""Migrations: every step up, down and up again on both databases; the tables in the code are the newest revision."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import migrate
from storage.database import Database
from storage.schema import metadata

REVISIONS = [
    script.revision for script in reversed(list(ScriptDirectory(str(migrate.SCRIPTS)).walk_revisions("base", "heads")))
]


def test_revisions_are_one_line() -> None:
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS
    assert migrate.newest() == REVISIONS[-1]


@pytest.mark.slow
async def test_every_step_can_be_taken_back_and_repeated(empty_url: str) -> None:
    for before, revision in zip(["base", *REVISIONS], REVISIONS, strict=False):
        await migrate.upgrade(empty_url, revision)
        await migrate.downgrade(empty_url, before)
        await migrate.upgrade(empty_url, revision)
        assert await migrate.current(empty_url) == revision
    await migrate.downgrade(empty_url, "base")
    assert await migrate.current(empty_url) is None
    assert await tables(empty_url) <= {"alembic_version"}


async def test_the_tables_in_the_code_are_the_newest_revision(database_url: str) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))

    db = Database(database_url)
    async with db.read() as connection:
        found = await connection.run_sync(differences)
    await db.close()
    assert found == [], 'python -m storage.migrate revision "what changes"'


async def test_checks_are_the_ones_of_the_code(database_url: str) -> None:
    """Alembic does not compare CHECK constraints."""

    def checks(connection: Connection) -> dict[str, set[str]]:
        look = inspect(connection)
        return {
            name: {str(check["name"]) for check in look.get_check_constraints(name)} for name in look.get_table_names()
        }

    db = Database(database_url)
    async with db.engine.begin() as connection:
        migrated = await connection.run_sync(checks)
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
        created = await connection.run_sync(checks)
    await db.close()
    assert migrated == created


async def test_replicas_that_start_together_do_not_migrate_twice(empty_url: str) -> None:
    await asyncio.gather(*(migrate.upgrade(empty_url) for _ in range(4)))
    assert await migrate.current(empty_url) == migrate.newest()


async def test_a_migration_that_fails_changes_nothing(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "SCRIPTS", Path(__file__).parent / "broken_migrations")
    with pytest.raises(ZeroDivisionError):
        await migrate.upgrade(empty_url)
    assert await tables(empty_url) <= {"alembic_version"}
    assert await migrate.current(empty_url) is None


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
async def test_broken_references_are_found_before_the_commit(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "SCRIPTS", Path(__file__).parent / "orphan_migrations")
    with pytest.raises(migrate.BrokenReferences):
        await migrate.upgrade(empty_url)
    assert await tables(empty_url) <= {"alembic_version"}


async def tables(url: str) -> set[str]:
    db = Database(url)
    async with db.read() as connection:
        await connection.execute(text("SELECT 1"))
        found = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    await db.close()
    return found
