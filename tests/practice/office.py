"""Practice in the running bot: the built-in cluster with a college, an enterprise, mentors and a coordinator."""

from dataclasses import dataclass
from datetime import date, timedelta

from cluster.access import Actor, Membership, Role
from cluster.people import CONSENT_VERSION
from cluster.practice.listing import NewIntern
from cluster.practice.mentors import Mentor, Rota
from cluster.practice.places import ContractForm, Period, Place, PracticeKind, Shift, Supervision
from cluster.practice.requests import Request, RequestState
from sandbox.people import Person
from services.practice import Practice
from services.practice.requests import RequestCard
from storage import people, roles
from tests.world import MORNING, World

MONTAGE = "15.02.12"
JULY = Period(date(2022, 7, 4), date(2022, 7, 15))
SUMMER = Period(date(2022, 6, 27), date(2022, 8, 31))


def place(organisation_id: int, **changes: object) -> Place:
    """A place as an enterprise enters it."""
    values: dict[str, object] = {
        "id": 0,
        "cluster_id": 0,
        "organisation_id": organisation_id,
        "enterprise": "",
        "site": "Механический цех",
        "town": "Томск",
        "specialities": (MONTAGE,),
        "kinds": frozenset({PracticeKind.PRODUCTION}),
        "period": SUMMER,
        "capacity": 2,
        "contracts": frozenset({ContractForm.REGIONAL}),
        "requirements": (),
        "shifts": frozenset({Shift.DAY}),
        "supervision": Supervision.INDIVIDUAL,
        "production_order": None,
        "hires": True,
        "mentoring_programme": True,
        "is_open": True,
    }
    return Place(**(values | changes))  # type: ignore[arg-type]


def mentor(organisation_id: int, **changes: object) -> Mentor:
    """A mentor as an enterprise enters them."""
    values: dict[str, object] = {
        "id": 0,
        "cluster_id": 0,
        "organisation_id": organisation_id,
        "enterprise": "",
        "person_id": None,
        "label": "мастер участка",
        "specialities": (MONTAGE,),
        "limit": 2,
        "rota": Rota(),
        "absences": (),
        "trained_on": date(2022, 3, 1),
        "rating": None,
        "is_active": True,
    }
    return Mentor(**(values | changes))  # type: ignore[arg-type]


def request(organisation_id: int, **changes: object) -> Request:
    """A request as a college enters it."""
    values: dict[str, object] = {
        "id": 0,
        "cluster_id": 0,
        "organisation_id": organisation_id,
        "college": "",
        "code": MONTAGE,
        "programme": "Монтаж промышленного оборудования",
        "kind": PracticeKind.PRODUCTION,
        "period": JULY,
        "contracts": frozenset({ContractForm.REGIONAL}),
        "state": RequestState.OPEN,
        "created_by": 0,
        "created_at": MORNING,
    }
    return Request(**(values | changes))  # type: ignore[arg-type]


@dataclass
class Office:
    """The running bot with people in their roles."""

    world: World
    cluster_id: int
    enterprise_id: int
    college_id: int
    coordinator: Person
    enterprise: Person
    college: Person
    mentor: Person
    substitute: Person

    @property
    def practice(self) -> Practice:
        """The use cases of the running bot."""
        return self.world.app.services.practice

    def seen(self, person: Person) -> str:
        """The bot's last message to the person, with ordinary spaces."""
        return self.world.last(person).replace("\u00a0", " ")

    def told(self, person: Person) -> str:
        """Everything the bot ever said to the person."""
        return "\n".join(one.body for one in person.chat(self.world.bot).from_bots).replace("\u00a0", " ")

    async def actor(self, person: Person) -> Actor:
        """The person as the bot knows them."""
        async with self.world.app.db.read() as connection:
            return (await people.load_actor(connection, person.id)).actor

    async def offer(self, **changes: object) -> Place:
        """A place of the enterprise."""
        actor = await self.actor(self.enterprise)
        new = place(self.enterprise_id, **changes)
        return (await self.practice.places.offer(actor, new, f"place:{changes}")).place

    async def list_mentor(self, who: Person | None, **changes: object) -> Mentor:
        """A mentor of the enterprise."""
        actor = await self.actor(self.enterprise)
        person_id = (await self.actor(who)).me if who else None
        new = mentor(self.enterprise_id, person_id=person_id, **changes)
        return (await self.practice.mentors.add(actor, new, f"mentor:{person_id}:{changes}")).mentor

    async def ask(self, *interns: NewIntern, **changes: object) -> RequestCard:
        """A request of the college with interns."""
        actor = await self.actor(self.college)
        new = request(self.college_id, **changes)
        card = await self.practice.requests.ask(actor, new, f"request:{changes}:{len(interns)}")
        for one in interns or (NewIntern("391-01", 2003, "Томск"),):
            await self.practice.requests.add_intern(actor, card.request.id, one)
        return await self.practice.requests.look(actor, card.request.id)

    async def propose(self, intern_id: int, place_id: int) -> int:
        """The coordinator proposes a place by hand; everybody was asked."""
        actor = await self.actor(self.coordinator)
        card = await self.practice.placements.propose(actor, intern_id, place_id)
        await self.world.settle()
        return card.placement.id

    async def agreed(self, **changes: object) -> int:
        """A placement all sides agreed on, of one mentor in the bot."""
        await self.list_mentor(self.mentor)
        offered = await self.offer(**changes)
        asked = await self.ask()
        placement = await self.propose(asked.interns.items[0].id, offered.id)
        for person in (self.college, self.mentor, self.enterprise):
            await self.practice.placements.agree(await self.actor(person), placement)
        await self.world.settle()
        return placement

    async def sleep_until(self, day: date, hour: int = 10) -> None:
        """Move the clock to an hour of a day in Tomsk, step by step as it would pass."""
        now = self.world.clock.now()
        target = now.replace(year=day.year, month=day.month, day=day.day, hour=hour - 7, minute=0)
        while self.world.clock.now() < target:
            self.world.clock.move_to(min(target, self.world.clock.now() + timedelta(hours=12)))
            await self.world.settle()


async def settle_in(world: World, cluster_id: int) -> Office:
    """People of the practice in a running bot on a built-in cluster."""
    enterprise_id = await _organisation(world, cluster_id, "Томский инструментальный завод")
    college_id = await _organisation(world, cluster_id, "Северский промышленный колледж")

    async def add(name: str, role: Role, organisation_id: int | None = None) -> Person:
        first, _, last = name.partition(" ")
        person = world.person(first, last)
        now = world.clock.now()
        async with world.app.db.write() as tx:
            person_id = await people.add_person(tx, person.id, name, "ru", cluster_id=cluster_id)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
            await roles.grant(tx, person_id, Membership(cluster_id, organisation_id, role), None, now)
        await person.start(world.bot)
        return person

    office = Office(
        world,
        cluster_id,
        enterprise_id,
        college_id,
        coordinator=await add("Ольга Соколова", Role.COORDINATOR),
        enterprise=await add("Виктор Заводский", Role.ENTERPRISE, enterprise_id),
        college=await add("Елена Морозова", Role.COLLEGE, college_id),
        mentor=await add("Сергей Васильев", Role.MENTOR, enterprise_id),
        substitute=await add("Павел Сменщиков", Role.MENTOR, enterprise_id),
    )
    await world.settle()
    return office


async def _organisation(world: World, cluster_id: int, name: str) -> int:
    from sqlalchemy import select

    from storage.schema.directory import organisations as o

    async with world.app.db.read() as connection:
        found = await connection.scalar(select(o.c.id).where(o.c.cluster_id == cluster_id, o.c.short_name == name))
    assert found is not None
    return int(found)
