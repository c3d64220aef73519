"""The database under measurement: the built-in cluster and an open session in which every expert scores."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from benchmarks.processes import TOKEN
from bot.services import Services, make_services
from bot.settings import load_settings
from cluster.access import Actor, Membership, Role
from cluster.calendar import local_day
from cluster.evaluation.model import Programme
from cluster.people import CONSENT_VERSION
from services.clock import MovableClock
from services.evaluation import NewProgramme, NewSession
from storage import migrate, people, roles
from storage.database import Database
from storage.schema.outbox import outbox

ADMINISTRATOR_ID = 1001
FIRST_EXPERT_ID = 5001
FIGURES = {"2.1": 100_00, "2.2": 40_00, "3.2": 71_40}
DRAFT = "benchmark"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One expert's assignment, accepted and begun, with nothing answered yet."""

    telegram_id: int
    person_id: int
    assignment_id: int


@dataclass(frozen=True, slots=True)
class Seed:
    """What is in the database. `numeric` are the places of the criteria that have a norm."""

    database: Path
    cluster_id: int
    sheets: tuple[Sheet, ...]
    criteria: int
    numeric: frozenset[int]


async def make(database: Path, *, experts: int, programmes: int, now: datetime) -> Seed:
    """Fill a new database as the people of a cluster would.

    Args:
        database: file that is not there yet.
        experts: each of them scores each of the `programmes`.
        now: the moment all this happens.
    """
    settings = load_settings(
        None, bot_token=TOKEN, admin_ids=str(ADMINISTRATOR_ID), database_url=f"sqlite+aiosqlite:///{database}"
    )
    await migrate.upgrade(settings.database_url)
    db = Database(settings.database_url)
    try:
        return await _Filling(db, make_services(settings, db, MovableClock(now)), now).fill(
            database, experts, programmes
        )
    finally:
        await db.close()


class _Filling:
    def __init__(self, db: Database, services: Services, now: datetime) -> None:
        self._db = db
        self._services = services
        self._now = now

    async def fill(self, database: Path, experts: int, programmes: int) -> Seed:
        administrator = await self._services.people.agree(
            Actor(ADMINISTRATOR_ID), CONSENT_VERSION, "ru", "Администратор"
        )
        created = await self._services.directory.create_builtin_cluster(administrator, DRAFT)
        cluster_id = created.cluster.id
        coordinator = await self._member(ADMINISTRATOR_ID + 1, "Координатор", Role.COORDINATOR, cluster_id)
        actors = [
            await self._member(FIRST_EXPERT_ID + number, f"Эксперт {number + 1}", Role.EXPERT, cluster_id)
            for number in range(experts)
        ]
        await self._open_session(coordinator, actors, programmes)
        async with self._db.write() as tx:  # invitations are not what is measured
            await tx.execute(delete(outbox))
        sheets, work = [], None
        for actor in actors:
            for each in await self._services.evaluation.scoring.mine(actor):
                await self._services.evaluation.scoring.accept(actor, each.assignment.id)
                work = await self._services.evaluation.scoring.resume(actor, each.assignment.id)
                sheets.append(Sheet(actor.telegram_id, actor.me, each.assignment.id))
        assert work is not None
        criteria = work.sheet.criteria
        numeric = frozenset(place for place, criterion in enumerate(criteria) if criterion.norm is not None)
        return Seed(database, cluster_id, tuple(sheets), len(criteria), numeric)

    async def _member(self, telegram_id: int, name: str, role: Role, cluster_id: int) -> Actor:
        async with self._db.write() as tx:
            person_id = await people.add_person(tx, telegram_id, name, "ru", cluster_id=cluster_id)
            await people.record_consent(tx, person_id, CONSENT_VERSION, None, self._now)
            await roles.grant(tx, person_id, Membership(cluster_id, None, role), None, self._now)
            return (await people.load_actor(tx, telegram_id)).actor

    async def _open_session(self, coordinator: Actor, experts: list[Actor], programmes: int) -> None:
        evaluation = self._services.evaluation
        today = local_day(self._now, ZoneInfo(coordinator.zone))
        last = today + timedelta(days=30)
        new = NewSession("Экспертная сессия", today, last, last, minimum_sheets=1)
        session = (await evaluation.sessions.create(coordinator, new, DRAFT)).session
        for number in range(programmes):
            programme = await self._programme(coordinator, session.id, number)
            for expert in experts:
                await evaluation.sessions.set_expert(coordinator, programme.id, expert.me, wanted=True)
        await evaluation.sessions.open(coordinator, session.id)

    async def _programme(self, coordinator: Actor, session_id: int, number: int) -> Programme:
        colleges = await self._services.evaluation.programmes.colleges(coordinator)
        title = "Монтаж, техническое обслуживание и ремонт промышленного оборудования"
        new = NewProgramme(colleges[number % len(colleges)][0], "15.02.12", title, FIGURES)
        card = await self._services.evaluation.programmes.add(coordinator, session_id, new, f"{DRAFT}:{number}")
        return card.programme
