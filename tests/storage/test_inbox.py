"""The inbox: nothing lost, nothing twice at the same time, order per lane, whoever dies."""

import asyncio
import random
import shutil
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from storage import inbox
from storage.database import Database
from storage.inbox import Arrival
from storage.schema.inbox import inbox as inbox_table

NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)


def arrivals(*ids: int, lanes: int = 2) -> list[Arrival]:
    return [Arrival(number, f"chat {number % lanes}", f'{{"update_id":{number}}}') for number in ids]


async def store(db: Database, *ids: int, lanes: int = 2) -> None:
    async with db.write(alone=False) as tx:
        await inbox.store(tx, arrivals(*ids, lanes=lanes), NOW)


async def claim(db: Database, owner: str, now: datetime = NOW, room: int = 100) -> list[int]:
    async with db.write(alone=False) as tx:
        return [taken.update_id for taken in await inbox.claim(tx, owner, now, LEASE, room)]


async def finish(db: Database, *ids: int) -> None:
    async with db.write(alone=False) as tx:
        await inbox.finish(tx, ids, NOW)


async def test_updates_come_back_in_order_and_once(db: Database) -> None:
    await store(db, 3, 1, 2)
    await store(db, 2, 3, 4)  # Telegram repeats what was not acknowledged
    assert await claim(db, "a", room=3) == [1, 2, 3]
    assert await claim(db, "a") == [4]
    assert await claim(db, "a") == []
    await finish(db, 1, 2, 3, 4)
    await store(db, 1)  # repeated after it was done
    assert await claim(db, "a", NOW + timedelta(days=1)) == []


async def test_a_lane_belongs_to_one_replica_until_it_is_through(db: Database) -> None:
    await store(db, 1, 2, 3, 4)
    assert await claim(db, "a", room=1) == [1]
    assert await claim(db, "b") == [2, 4]
    await finish(db, 1)
    assert await claim(db, "b") == [3]


async def test_a_long_queue_is_handed_out_without_reading_it_once_per_update(
    migrated_file: Path, tmp_path: Path
) -> None:
    """Counted in steps of SQLite's machine, some of which each update that waits may cost."""

    async def steps(waiting: int) -> int:
        file = shutil.copy(migrated_file, tmp_path / f"{waiting}.db")
        db = Database(f"sqlite+aiosqlite:///{file}")
        counted = 0

        def count() -> None:
            nonlocal counted
            counted += 100

        try:
            async with db.write() as tx:
                await inbox.store(tx, arrivals(*range(waiting), lanes=waiting), NOW)
                raw = (await tx.get_raw_connection()).driver_connection
                assert raw is not None
                raw.raw.set_progress_handler(count, 100)
                assert len(await inbox.claim(tx, "a", NOW, LEASE, 100)) == 100
                raw.raw.set_progress_handler(None, 0)
        finally:
            await db.close()
        return counted

    assert await steps(4000) < 20 * 4000


async def test_a_dead_replicas_updates_are_taken_over_when_its_lease_ends(db: Database) -> None:
    await store(db, 1, 2)
    await claim(db, "dead")
    assert await claim(db, "b", NOW + LEASE) == []
    async with db.write() as tx:
        await inbox.renew(tx, "dead", NOW + 2 * LEASE)
    assert await claim(db, "b", NOW + LEASE + timedelta(seconds=1)) == []
    async with db.write() as tx:
        again = await inbox.claim(tx, "b", NOW + 3 * LEASE, LEASE, 10)
    assert [(taken.update_id, taken.attempts) for taken in again] == [(1, 2), (2, 2)]


async def test_a_stopped_replica_gives_back_at_once(db: Database) -> None:
    await store(db, 1, 2)
    assert await claim(db, "a", room=1) == [1]
    assert await claim(db, "b") == [2]
    async with db.write() as tx:
        await inbox.release(tx, "a")
    assert await claim(db, "c") == [1]
    async with db.write() as tx:
        await inbox.release(tx, None)
    assert await claim(db, "d") == [1, 2]


async def test_what_nobody_can_handle_is_out_of_the_way(db: Database) -> None:
    await store(db, 1, 3)
    await claim(db, "a")
    async with db.write() as tx:
        await inbox.set_aside(tx, 1, "no update", NOW)
        assert await inbox.purge(tx, NOW + timedelta(days=9)) == 0
    async with db.read() as connection:
        assert [(each.update_id, each.error) for each in await inbox.set_aside_list(connection)] == [(1, "no update")]
        assert await inbox.unfinished(connection) == 1
    assert await claim(db, "b", NOW + 2 * LEASE) == [3]


async def test_done_updates_keep_no_text_and_are_forgotten_later(db: Database) -> None:
    await store(db, 1)
    await finish(db, 1)
    async with db.read() as connection:
        assert [row.payload for row in await connection.execute(inbox_table.select())] == [""]
    async with db.write() as tx:
        assert await inbox.purge(tx, NOW) == 0
        assert await inbox.purge(tx, NOW + timedelta(seconds=1)) == 1


async def test_a_lone_update_costs_three_statements(db: Database) -> None:
    with db.count_queries() as seen:
        await store(db, 1)
        await claim(db, "a")
        await finish(db, 1)
    assert len([statement for statement in seen if "advisory" not in statement]) == 3


async def test_replicas_side_by_side_keep_order_and_lose_nothing(db: Database, database_url: str) -> None:
    """Four replicas claim and finish at once, two of them die now and then without a word."""
    lanes, count = 7, 280
    await store(db, *range(count), lanes=lanes)
    chance, effects, serving = random.Random(5), defaultdict(list), {}
    moment = NOW

    async def replica(name: str, mine: Database, mortal: bool) -> None:
        nonlocal moment
        life, idle = 0, 0
        while idle < 5:  # by then a dead one's lease has ended
            owner = f"{name}{life}"
            taken = await claim(mine, owner, moment, room=chance.randint(1, 12))
            idle = 0 if taken else idle + 1
            if not taken:
                moment += LEASE / 2  # others' leases run on
            for number in taken:
                lane = number % lanes
                if mortal and chance.random() < 0.1:
                    life += 1
                    break
                assert serving.setdefault(lane, owner) == owner or moment > NOW
                effects[lane].append(number)
                await finish(mine, number)
                serving.pop(lane, None)

    others = [Database(database_url) for _ in range(3)]
    await asyncio.gather(*(replica(f"r{n}-", each, n > 1) for n, each in enumerate([db, *others])))
    for each in others:
        await each.close()
    async with db.read() as connection:
        assert await inbox.unfinished(connection) == 0
    for lane in range(lanes):
        first_effects = list(dict.fromkeys(effects[lane]))
        assert first_effects == sorted(first_effects)
        assert first_effects == list(range(lane, count, lanes))


class Model:
    """The inbox next to what it should be: who has which update, and what is done."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = NOW
        self.stored: set[int] = set()
        self.done: set[int] = set()
        self.held: dict[int, tuple[str, datetime]] = {}

    async def do(self, step: tuple[str, int, int]) -> None:
        what, number, owner = step
        name = f"owner {owner}"
        match what:
            case "store":
                await store(self.db, number, lanes=3)
                self.stored.add(number)
            case "claim":
                taken = await claim(self.db, name, self.now, room=1 + number % 4)
                self._check(name, taken)
                self.held |= dict.fromkeys(taken, (name, self.now + LEASE))
            case "finish":
                mine = sorted(each for each, (who, _) in self.held.items() if who == name)[: 1 + number % 3]
                await finish(self.db, *mine)
                self.done |= set(mine)
                for each in mine:
                    del self.held[each]
            case "wait":
                self.now += timedelta(seconds=number)

    def _check(self, name: str, taken: list[int]) -> None:
        alive = {each: who for each, (who, until) in self.held.items() if until >= self.now}
        assert not set(taken) & (self.done | set(alive))
        assert taken == sorted(taken)
        for each in taken:
            lane = [other for other in self.stored - self.done if other % 3 == each % 3]
            assert all(alive.get(other, name) == name for other in lane)  # nobody else serves this lane
            earlier = [other for other in lane if other < each]
            assert all(other in taken or other in alive for other in earlier)  # nobody is overtaken


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["store", "store", "claim", "claim", "finish", "wait"]), st.integers(0, 40), st.integers(0, 2)
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_order_holds_and_nothing_is_lost(
    steps: list[tuple[str, int, int]], migrated_file: Path
) -> None:
    async def play() -> None:
        db = Database(f"sqlite+aiosqlite:///{migrated_file}")
        try:
            async with db.write() as tx:
                await tx.execute(delete(inbox_table))
            model = Model(db)
            for step in steps:
                await model.do(step)
            model.now += 2 * LEASE
            left = await claim(db, "the last", model.now, room=1000)
            assert set(left) == model.stored - model.done
        finally:
            async with db.write() as tx:
                await tx.execute(delete(inbox_table))
            await db.close()

    asyncio.run(play())
