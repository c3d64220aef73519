"""Writers that wait for the disk together on SQLite: each keeps or loses its own changes, none is told too early."""

import asyncio
import sqlite3

import pytest

from storage import fsm as conversations
from storage.database import Database
from storage.schema.fsm import fsm
from tests.databases import KINDS

pytestmark = pytest.mark.parametrize("database_url", KINDS[:1], indirect=True)
TOGETHER = 20


async def remember(db: Database, key: str) -> None:
    async with db.write() as tx:
        await conversations.save(tx, key, conversations.Memory(key))


async def remembered(db: Database) -> set[str]:
    async with db.read() as connection:
        return {row.key for row in await connection.execute(fsm.select())}


async def test_writers_that_stand_in_line_share_commits(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await remember(db, "first")
    assert db._writer is not None
    commits = 0
    commit = db._writer[1].commit

    async def counted() -> None:
        nonlocal commits
        commits += 1
        await commit()

    monkeypatch.setattr(db._writer[1], "commit", counted)
    await asyncio.gather(*(remember(db, f"{n}") for n in range(TOGETHER)))
    assert commits <= 2
    assert await remembered(db) == {"first", *(f"{n}" for n in range(TOGETHER))}


async def test_the_one_that_fails_takes_back_its_own_changes_only(db: Database) -> None:
    async def fail(n: int) -> None:
        async with db.write() as tx:
            await conversations.save(tx, f"bad {n}", conversations.Memory("bad"))
            raise ZeroDivisionError

    results = await asyncio.gather(
        *(fail(n) if n % 3 == 0 else remember(db, f"good {n}") for n in range(TOGETHER)), return_exceptions=True
    )
    assert [isinstance(result, ZeroDivisionError) for result in results] == [n % 3 == 0 for n in range(TOGETHER)]
    assert await remembered(db) == {f"good {n}" for n in range(TOGETHER) if n % 3}


async def test_nobody_is_told_before_the_disk_has_it(db: Database, database_url: str) -> None:
    seen: list[bool] = []
    other = Database(database_url)  # sees what is committed only

    async def check(n: int) -> None:
        await remember(db, f"{n}")
        seen.append(f"{n}" in await remembered(other))

    await asyncio.gather(*(check(n) for n in range(TOGETHER)))
    await other.close()
    assert seen == [True] * TOGETHER


async def test_a_commit_that_fails_is_told_to_all_who_wait(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await remember(db, "first")
    assert db._writer is not None

    async def full() -> None:
        db._writer[1].raw.rollback()  # type: ignore[index]
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(db._writer[1], "commit", full)
        results = await asyncio.gather(*(remember(db, f"{n}") for n in range(3)), return_exceptions=True)
    assert all(isinstance(result, sqlite3.OperationalError) for result in results)
    await remember(db, "last")
    assert await remembered(db) == {"first", "last"}


async def test_an_error_that_ends_the_transaction_is_told_to_those_before_and_after(db: Database) -> None:
    async def lose_everything() -> None:
        async with db.write():
            db._writer[1].raw.rollback()  # type: ignore[index]  as SQLite does when the disk is full
            raise sqlite3.OperationalError("database or disk is full")

    results = await asyncio.gather(
        remember(db, "before"), lose_everything(), remember(db, "after"), return_exceptions=True
    )
    assert all(isinstance(result, sqlite3.OperationalError) for result in results)
    await remember(db, "last")
    assert await remembered(db) == {"last"}


async def test_a_writer_cancelled_while_it_waits_for_the_disk_harms_nobody(db: Database) -> None:
    tasks = [asyncio.create_task(remember(db, f"{n}")) for n in range(3)]
    while db._committing is None:
        await asyncio.sleep(0)
    tasks[0].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [result for result in results[1:] if result is not None] == []
    assert {"1", "2"} <= await remembered(db)
