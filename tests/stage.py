"""An expert session in the running bot: the built-in cluster with a coordinator, experts and a college."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cluster.access import Actor, Membership, Role
from cluster.evaluation.model import Overview
from cluster.people import CONSENT_VERSION
from sandbox.people import Person
from services.clock import MovableClock
from services.directory import DirectoryService
from services.evaluation import Evaluation, NewProgramme, NewSession
from storage import migrate, people, roles
from storage.database import Database
from tests.world import ADMIN_ID, MORNING, World, fresh_world

FIGURES = {"2.1": 92_00, "2.2": 40_00, "3.2": 62_50}
PROGRAMME = NewProgramme(0, "15.02.12", "Монтаж, техническая эксплуатация и ремонт промышленного оборудования", FIGURES)
SESSION = NewSession("Экспертная сессия, июнь 2022", date(2022, 6, 21), date(2022, 6, 30), date(2022, 6, 30), 1)


@dataclass
class Stage:
    """The running bot with people in their roles."""

    world: World
    admin: Actor
    cluster_id: int
    colleges: list[tuple[int, str]]
    coordinator: Person
    expert: Person
    colleague: Person
    college: Person

    @property
    def evaluation(self) -> Evaluation:
        """The use cases of the running bot."""
        return self.world.app.services.evaluation

    def seen(self, person: Person) -> str:
        """The bot's last message to the person, with ordinary spaces."""
        return self.world.last(person).replace("\u00a0", " ")

    async def actor(self, person: Person) -> Actor:
        """The person as the bot knows them."""
        async with self.world.app.db.read() as connection:
            return (await people.load_actor(connection, person.id)).actor

    async def add(
        self,
        name: str,
        role: Role,
        organisation_id: int | None = None,
        *,
        cluster_id: int | None = None,
        settle: bool = True,
    ) -> Person:
        """Somebody with a role, here or in another cluster, who has opened the bot."""
        where = cluster_id or self.cluster_id
        first, _, last = name.partition(" ")
        person = self.world.person(first, last)
        now = self.world.clock.now()
        async with self.world.app.db.write() as tx:
            person_id = await people.add_person(tx, person.id, name, "ru", cluster_id=where)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
            await roles.grant(tx, person_id, Membership(where, organisation_id, role), None, now)
        await person.start(self.world.bot)
        if settle:
            await self.world.settle()
        return person

    async def open_session(self, *experts: Person, new: NewProgramme = PROGRAMME) -> Overview:
        """A session with one programme, opened; invitations are delivered."""
        coordinator, evaluation = await self.actor(self.coordinator), self.evaluation
        overview = await evaluation.sessions.create(coordinator, SESSION, f"test:{self.world.clock.now()}")
        programme = NewProgramme(self.colleges[0][0], new.code, new.title, new.figures)
        card = await evaluation.programmes.add(coordinator, overview.session.id, programme, f"p:{overview.session.id}")
        for expert in experts or (self.expert,):
            person_id = (await self.actor(expert)).me
            await evaluation.sessions.set_expert(coordinator, card.programme.id, person_id, wanted=True)
        opened = await evaluation.sessions.open(coordinator, overview.session.id)
        await self.world.settle()
        return opened

    async def begin(self, expert: Person | None = None) -> None:
        """The expert accepts the invitation and opens the first criterion."""
        who = expert or self.expert
        await self.world.tap(who, "Согласиться")
        await self.world.tap(who, "Не связан")
        await self.world.tap(who, "Начать оценку")

    async def score_all(self, expert: Person | None = None) -> None:
        """Every criterion meets, figures of the college confirmed; a share that fails gets a remark."""
        who = expert or self.expert
        for _ in range(40):
            text = self.world.last(who)
            if "Итог листа" in text:
                return
            if "Напишите, что не соответствует" in text:
                await self.world.say(who, "Преподавателям нужна стажировка на предприятии.")
            elif any(button.startswith("Верно") for button in self.world.buttons(who)):
                await self.world.tap(who, "Верно")
            else:
                await self.world.tap(who, "Соответствует")
        raise AssertionError(f"never at the end:\n{self.world.transcript(who)}")


@dataclass(frozen=True)
class Prepared:
    """A database with the built-in cluster, made once a test process and copied for each test."""

    file: Path
    admin: Actor
    cluster_id: int


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The built-in cluster and its administrator."""
    file = tmp_path_factory.mktemp("cluster") / "prepared.db"
    return asyncio.run(_prepare(file))


async def _prepare(file: Path) -> Prepared:
    url = f"sqlite+aiosqlite:///{file}"
    await migrate.upgrade(url)
    db, clock = Database(url), MovableClock(MORNING, frozen=True)
    async with db.write() as tx:
        admin_id = await people.add_person(tx, ADMIN_ID, "Анна Администратор", "ru")
        await people.record_consent(tx, admin_id, CONSENT_VERSION, None, clock.now())
    admin = Actor(ADMIN_ID, admin_id, consented=True, memberships=(Membership(None, None, Role.ADMINISTRATOR),))
    created = await DirectoryService(db, clock).create_builtin_cluster(admin, "cluster")
    await db.close()
    return Prepared(file, admin, created.cluster.id)


@pytest.fixture
async def stage(prepared: Prepared, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Stage]:
    """The built-in cluster with a coordinator, two experts and a college, and the bot that serves them."""
    shutil.copy(prepared.file, tmp_path / "cluster.db")
    async with fresh_world(f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", clock) as world:
        nobody = world.admin
        made = Stage(world, prepared.admin, prepared.cluster_id, [], nobody, nobody, nobody, nobody)
        made.coordinator = await made.add("Ольга Координатор", Role.COORDINATOR)
        made.colleges = await made.evaluation.programmes.colleges(await made.actor(made.coordinator))
        made.expert = await made.add("Иван Экспертов", Role.EXPERT)
        made.colleague = await made.add("Пётр Второй", Role.EXPERT)
        made.college = await made.add("Мария Колледжева", Role.COLLEGE, made.colleges[0][0])
        yield made
