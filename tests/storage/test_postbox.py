"""The outbox as a queue: order per lane and nothing lost, whoever claims, fails, dies or waits."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from storage import outbox, postbox
from storage.database import Database
from storage.outbox import Letter, Recipient
from storage.postbox import Envelope
from storage.schema.outbox import outbox as outbox_table
from tests.scheduler.post import Note

NOW = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)


async def claim(db: Database, owner: str, now: datetime, *, lanes: int = 100, room: int = 1000) -> list[Envelope]:
    async with db.write(alone=False) as tx:
        return await postbox.claim(tx, owner, now, LEASE, lanes=lanes, room=room)


class Model:
    """The outbox next to what it should be: who has which letters, and in which order they left."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = NOW
        self.written: dict[int, list[int]] = {0: [], 1: [], 2: []}
        self.left: dict[int, list[int]] = {0: [], 1: [], 2: []}
        self.held: dict[tuple[str, int], tuple[datetime, list[Envelope]]] = {}

    async def do(self, step: tuple[str, int, int]) -> None:
        what, number, owner = step
        lane, name = number % 3, f"owner {owner}"
        match what:
            case "write":
                count = sum(map(len, self.written.values()))
                self.written[lane].append(count)
                async with self.db.write() as tx:
                    await outbox.add(tx, Note(n=count), to=Recipient.person(lane + 1), at=self.now)
            case "claim":
                await self._claim(name, number)
            case "sent" | "retry":
                await self._finish(name, lane, well=what == "sent")
            case "wait":
                self.now += timedelta(seconds=number)

    async def _claim(self, name: str, number: int) -> None:
        for letter in await claim(self.db, name, self.now, lanes=1 + number % 3, room=1 + number % 5):
            lane = (letter.to.person_id or 0) - 1
            alive = [key for key, (until, _) in self.held.items() if key[1] == lane and until >= self.now]
            assert alive in ([], [(name, lane)])  # one owner per lane
            if not alive:
                self.held = {key: kept for key, kept in self.held.items() if key[1] != lane}
                self.held[name, lane] = (self.now + LEASE, [])
            self.held[name, lane][1].append(letter)

    async def _finish(self, name: str, lane: int, *, well: bool) -> None:
        _, letters = self.held.get((name, lane), (self.now, []))
        if not letters:
            return
        head, *rest = letters
        async with self.db.write() as tx:
            if well:
                await postbox.sent(tx, [head.id], [1], self.now)
                self.left[lane].append(int(head.payload["n"]))
                self.held[name, lane][1].remove(head)
            else:
                await postbox.retry(tx, [head.id], self.now + timedelta(seconds=10), "500")
                await postbox.give_back(tx, [letter.id for letter in rest])
        if not well or not rest:
            del self.held[name, lane]

    async def finish_all(self) -> None:
        self.now += 10 * LEASE
        for letter in await claim(self.db, "the last", self.now):
            self.left[(letter.to.person_id or 0) - 1].append(int(letter.payload["n"]))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "claim", "claim", "sent", "sent", "retry", "wait"]),
        st.integers(0, 40),
        st.integers(0, 1),
    ),
    max_size=80,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_letters_of_a_lane_leave_in_the_order_they_were_written(
    steps: list[tuple[str, int, int]], migrated_file: Path
) -> None:
    async def play() -> None:
        db = Database(f"sqlite+aiosqlite:///{migrated_file}")
        try:
            async with db.write() as tx:
                await tx.execute(delete(outbox_table))
            model = Model(db)
            for step in steps:
                await model.do(step)
            await model.finish_all()
            assert model.left == model.written
        finally:
            async with db.write() as tx:
                await tx.execute(delete(outbox_table))
            await db.close()

    asyncio.run(play())


async def test_replicas_that_claim_at_once_never_share_a_lane(db: Database, database_url: str) -> None:
    async with db.write() as tx:
        await outbox.add_many(tx, [Letter(Note(n=n), Recipient.person(n % 10), NOW) for n in range(100)])
    replicas = [Database(database_url) for _ in range(4)]
    taken = await asyncio.gather(
        *(claim(each, f"r{n}", NOW, lanes=2, room=15) for n, each in enumerate(replicas) for _ in range(2))
    )
    for each in replicas:
        await each.close()
    owners = [{letter.lane for letter in letters} for letters in taken]
    assert sum(map(len, owners)) == len(set().union(*owners)) == 10
    for letters in taken:
        assert [letter.payload["n"] for letter in letters] == sorted(letter.payload["n"] for letter in letters)


async def test_old_letters_are_forgotten_open_ones_are_not(db: Database) -> None:
    async with db.write() as tx:
        await outbox.add_many(tx, [Letter(Note(n=n), Recipient.person(1), NOW) for n in range(3)])
        first, second, _ = await postbox.claim(tx, "a", NOW, LEASE, lanes=1, room=3)
        await postbox.sent(tx, [first.id], [1], NOW)
        await postbox.dead(tx, [second.id], "refused")
        assert await postbox.purge(tx, NOW + timedelta(days=30)) == 1
        assert await postbox.count_due(tx, NOW) == 1
        assert [letter.id for letter in await postbox.dead_letters(tx)] == [second.id]
        assert await postbox.dead_letters(tx, cluster_id=5) == []


async def test_a_post_whose_sender_died_after_its_lease_had_ended_is_uncertain(db: Database) -> None:
    async with db.write() as tx:
        await outbox.add(tx, Note(n=1), to=Recipient.chat(1, -1001), at=NOW)
        (post,) = await postbox.claim(tx, "a", NOW, LEASE, lanes=1, room=1)
        await postbox.sending(tx, post.id)
        late = NOW + LEASE * 2
        await postbox.expire(tx, late)
        await postbox.not_sending(tx, post.id)  # its sender goes on, not knowing
        await postbox.sending(tx, post.id)
        await postbox.expire(tx, late)
        assert [letter.state for letter in await postbox.dead_letters(tx)] == ["uncertain"]
        assert await postbox.count_due(tx, late) == 0


async def test_what_waits_for_somebody_who_left_is_skipped(db: Database) -> None:
    async with db.write() as tx:
        await outbox.add_many(tx, [Letter(Note(n=n), Recipient.person(n), NOW) for n in (1, 2)])
        await outbox.forget_person(tx, 1)
    assert [letter.to.person_id for letter in await claim(db, "a", NOW)] == [2]
