"""A cluster with its channel, a coordinator besides the administrator, and letters in trouble."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from cluster.access import Actor, Membership, Role
from cluster.people import CONSENT_VERSION
from sandbox.people import Person
from services.people_notices import RoleEnded
from storage import inbox, outbox, people, postbox, roles
from storage.outbox import Recipient
from tests.world import World

CHANNEL = -1001234567890


@dataclass
class Office:
    """The running bot with one cluster, and ways to make trouble in it."""

    world: World
    cluster_id: int
    coordinator: Person

    async def add(self, name: str, role: Role, cluster_id: int | None = None) -> Person:
        """Somebody with a role who has opened the bot."""
        first, _, last = name.partition(" ")
        person, where, now = self.world.person(first, last), cluster_id or self.cluster_id, self.world.clock.now()
        async with self.world.app.db.write() as tx:
            person_id = await people.add_person(tx, person.id, name, "ru", cluster_id=where)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
            await roles.grant(tx, person_id, Membership(where, None, role), None, now)
        await self.world.say(person, "/start")
        return person

    async def person_id(self, person: Person) -> int:
        """Id of somebody stored."""
        async with self.world.app.db.read() as connection:
            return (await people.load_actor(connection, person.id)).actor.me

    async def letter(self, to: Recipient, *, state: str = "dead", error: str = "blocked", ended: int = 1) -> int:
        """A letter that delivery gave up, and whoever is told of it is told; gives its id.

        It says that the membership `ended` has ended, and is of no more use if that goes on.
        """
        notice, now = RoleEnded(membership_id=ended), self.world.clock.now()
        async with self.world.app.db.write() as tx:
            await outbox.add(tx, notice, to=to, at=now)
            letter_id = (await _last_ids(tx, 1))[0]
            await {"dead": postbox.dead, "uncertain": postbox.uncertain}[state](tx, [letter_id], error)
        await self.world.settle()
        return letter_id

    async def post(self, *, state: str = "uncertain", cluster_id: int | None = None, ended: int = 1) -> int:
        """A post to a cluster's channel of which nobody knows whether it arrived."""
        to = Recipient.chat(cluster_id or self.cluster_id, CHANNEL)
        return await self.letter(to, state=state, error="stopped while sending", ended=ended)

    async def set_aside(self, update_id: int, error: str) -> None:
        """An update that could not be handled."""
        now = self.world.clock.now()
        async with self.world.app.db.write() as tx:
            await inbox.store(tx, [inbox.Arrival(update_id, "77", '{"secret": "text"}')], now)
            await inbox.set_aside(tx, update_id, error, now)
        await self.world.settle()

    async def letters(self, kind: str) -> list[tuple[str, int | None]]:
        """States and recipients of the letters of a kind."""
        async with self.world.app.db.read() as connection:
            rows = await connection.exec_driver_sql(
                f"SELECT state, person_id FROM outbox WHERE kind = '{kind}' ORDER BY id"
            )
            return [(row[0], row[1]) for row in rows]

    async def state(self, letter_id: int) -> str:
        """What became of a letter."""
        async with self.world.app.db.read() as connection:
            found = await postbox.find(connection, letter_id)
        assert found is not None
        return found.state


async def _last_ids(tx: object, count: int) -> Sequence[int]:
    rows = await tx.exec_driver_sql(f"SELECT id FROM outbox ORDER BY id DESC LIMIT {count}")  # type: ignore[attr-defined]
    return [row[0] for row in rows]


@pytest.fixture
async def office(world: World) -> Office:
    """The administrator (in no cluster) and the coordinator of a cluster."""
    services = world.app.services
    admin = await services.people.agree(Actor(world.admin.id), CONSENT_VERSION, "ru", "Анна Администратор")
    created = await services.directory.create_empty_cluster(admin, "Промышленный кластер", "installation")
    made = Office(world, created.cluster.id, world.admin)
    await world.say(world.admin, "/start")
    made.coordinator = await made.add("Мария Координатор", Role.COORDINATOR)
    return made
