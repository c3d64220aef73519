"""Reads and writes: nothing lost between parallel writers, nothing half written, one snapshot per read."""

import asyncio
import sqlite3

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import fsm as conversations
from storage.database import Database
from storage.schema.fsm import fsm
from storage.schema.people import memberships
from tests.databases import KINDS

POSTGRESQL = KINDS[1:]


async def remember(db: Database, key: str, count: int = 0) -> None:
    async with db.write() as tx:
        await conversations.save(tx, key, conversations.Memory(None, {"count": count}))


async def recall(db: Database, key: str) -> dict[str, object]:
    async with db.read() as connection:
        return (await conversations.load(connection, key)).data


async def add_one(db: Database) -> None:
    """Load, decide, save: the way use cases write."""
    async with db.write() as tx:
        memory = await conversations.load(tx, "counter")
        await asyncio.sleep(0)
        await conversations.save(tx, "counter", conversations.Memory(None, {"count": memory.data["count"] + 1}))


async def test_parallel_writers_lose_nothing(db: Database, database_url: str) -> None:
    await remember(db, "counter")
    other = Database(database_url)  # another replica, or the command line
    await asyncio.gather(*(add_one(each) for _ in range(50) for each in (db, other)))
    await other.close()
    assert await recall(db, "counter") == {"count": 100}


async def test_what_raised_is_not_written(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.write() as tx:
            await conversations.save(tx, "a", conversations.Memory("state"))
            raise ZeroDivisionError
    assert await recall(db, "a") == {}
    await remember(db, "a", 1)  # and the next one can write
    assert await recall(db, "a") == {"count": 1}


async def test_a_cancelled_writer_leaves_no_trace_and_no_lock(db: Database) -> None:
    inside = asyncio.Event()

    async def never_ends() -> None:
        async with db.write() as tx:
            await conversations.save(tx, "a", conversations.Memory("state"))
            inside.set()
            await asyncio.Event().wait()

    writer = asyncio.create_task(never_ends())
    await inside.wait()
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer
    await remember(db, "b", 2)
    assert (await recall(db, "a"), await recall(db, "b")) == ({}, {"count": 2})


async def test_writers_cancelled_at_any_moment_leave_the_database_usable(db: Database) -> None:
    for turns in range(60):
        writer = asyncio.create_task(remember(db, "a", 1))
        for _ in range(turns % 20):
            await asyncio.sleep(0)
        writer.cancel()
        await asyncio.gather(writer, return_exceptions=True)
    await remember(db, "a", 2)
    assert await recall(db, "a") == {"count": 2}


async def test_a_read_sees_one_moment_and_cannot_write(db: Database) -> None:
    await remember(db, "a", 1)
    async with db.read() as connection:
        assert (await conversations.load(connection, "a")).data == {"count": 1}
        await remember(db, "a", 2)
        assert (await conversations.load(connection, "a")).data == {"count": 1}
    with pytest.raises(DBAPIError):
        async with db.read() as connection:
            await conversations.save(connection, "a", conversations.Memory())
    assert await recall(db, "a") == {"count": 2}


async def test_a_savepoint_can_be_undone_alone(db: Database) -> None:
    async with db.write() as tx:
        await conversations.save(tx, "a", conversations.Memory("kept"))
        with pytest.raises(IntegrityError):
            async with tx.begin_nested():
                await tx.execute(insert(fsm).values(key="a", data={}))
    async with db.read() as connection:
        assert (await conversations.load(connection, "a")).state == "kept"


async def test_references_are_checked(db: Database) -> None:
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)):
        async with db.write() as tx:
            await tx.execute(
                insert(memberships).values(person_id=1, role="expert", since=func.current_timestamp(), active_key="1")
            )


async def test_statements_are_counted(db: Database) -> None:
    with db.count_queries() as seen:
        await remember(db, "a")
        await recall(db, "a")
    statements = [each for each in seen if "advisory" not in each]
    assert [each.split()[0] for each in statements] == ["INSERT", "SELECT"]
    await recall(db, "a")
    assert len(seen) == len(statements) + (not db.is_sqlite)


@pytest.mark.parametrize("database_url", POSTGRESQL, indirect=True)
async def test_a_deadlock_is_broken_by_running_again(db: Database) -> None:
    await remember(db, "a", 0)
    await remember(db, "b", 0)
    touch = update(fsm).where(fsm.c.key == bindparam("k")).values(state="touched")
    both_hold_one = asyncio.Barrier(2)
    runs: list[str] = []

    def crossing(first: str, second: str):  # type: ignore[no-untyped-def]
        async def work(tx) -> None:  # type: ignore[no-untyped-def]
            runs.append(first)
            await tx.execute(touch, {"k": first})
            if len(runs) <= 2:
                await both_hold_one.wait()
            await tx.execute(touch, {"k": second})

        return work

    await asyncio.gather(db.run(crossing("a", "b"), alone=False), db.run(crossing("b", "a"), alone=False))
    assert len(runs) == 3
    async with db.read() as connection:
        assert (await connection.execute(select(fsm.c.state))).scalars().all() == ["touched", "touched"]


@pytest.mark.parametrize("database_url", POSTGRESQL, indirect=True)
async def test_only_one_process_leads(db: Database, database_url: str) -> None:
    other, second_leads = Database(database_url), asyncio.Event()

    async def second() -> None:
        async with other.lead(7):
            second_leads.set()

    async with db.lead(7):
        waiting = asyncio.create_task(second())
        await remember(db, "a")
        assert not second_leads.is_set()
    await asyncio.wait_for(waiting, 5)
    await other.close()


def test_a_database_in_memory_is_refused() -> None:
    with pytest.raises(ValueError, match="file"):
        Database("sqlite+aiosqlite://")
