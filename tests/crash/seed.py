"""A cluster with an open session, made by the use cases before the bot process starts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from io import BytesIO

from aiogram import Bot as AiogramBot
from PIL import Image

from bot.app import App
from bot.settings import load_settings
from cluster.access import Actor, Role
from cluster.news.post import MediaKind
from cluster.people import CONSENT_VERSION
from sandbox.files import Upload
from sandbox.people import Person
from services.clock import SystemClock
from services.evaluation import NewProgramme, NewSession
from services.news import NewMedia
from storage import migrate
from tests.processes import TOKEN, Live

FIGURES = {"2.1": 100_00, "2.2": 20_00}  # as norm, below norm; nothing is known for 3.2


@dataclass(frozen=True, slots=True)
class Seeded:
    """Who is there: every expert has accepted the one programme; every coordinator may do everything.

    Args:
        assignments: the account's id of an expert → the assignment.
        colleges: representatives of the first college.
        items: titles and ids of news items that wait for review.
    """

    experts: Sequence[Person]
    coordinators: Sequence[Person]
    assignments: dict[int, int]
    colleges: Sequence[Person] = ()
    items: Mapping[str, int] = field(default_factory=dict)


async def seed(town: Live, *, experts: int = 0, coordinators: int = 0, albums: Sequence[str] = ()) -> Seeded:
    """Make the tables, the built-in cluster, the people and the session.

    Args:
        albums: titles of news items with two photos; a college hands them in.
    """
    await migrate.upgrade(town.database_url)
    settings = load_settings(
        None, bot_token=TOKEN, admin_ids=str(town.admin.id), database_url=town.database_url, redis_url=None
    )
    app = App(settings, bot=AiogramBot(TOKEN), clock=SystemClock())
    try:
        return await _Seeding(town, app).run(experts, coordinators, albums)
    finally:
        await app.close()


class _Seeding:
    def __init__(self, town: Live, app: App) -> None:
        self.town = town
        self.services = app.services

    async def run(self, experts: int, coordinators: int, albums: Sequence[str]) -> Seeded:
        people, services = self.services.people, self.services
        admin = await self._agree(self.town.admin)
        cluster = (await services.directory.create_builtin_cluster(admin, "seed")).cluster
        admin = await people.take_cluster(admin, cluster.id)
        enterprises = await services.invitations.organisations(admin, Role.EXPERT)
        scoring = [
            await self._come(admin, Role.EXPERT, number, enterprises[number % len(enterprises)].id)
            for number in range(experts)
        ]
        leading = [await self._come(admin, Role.COORDINATOR, number, None) for number in range(coordinators)]
        assignments = await self._session(admin, [actor for _, actor in scoring]) if experts else {}
        seeded = Seeded([person for person, _ in scoring], [person for person, _ in leading], assignments)
        if not albums:
            return seeded
        college = (await services.invitations.organisations(admin, Role.COLLEGE))[0].id
        author, actor = await self._come(admin, Role.COLLEGE, 0, college)
        items = {title: await self._album(actor, title) for title in albums}
        return replace(seeded, colleges=[author], items=items)

    async def _album(self, author: Actor, title: str) -> int:
        writing = self.services.news.writing
        item = await writing.begin(author, None, title)
        await writing.set_title(author, item.id, title)
        await writing.set_text(author, item.id, "Текст")
        for number in range(2):
            picture = BytesIO()
            Image.new("RGB", (64, 48), (number * 80, item.id % 256, 120)).save(picture, "PNG")
            stored = self.town.telegram.files.add("photo", Upload(f"{number}.png", picture.getvalue()))
            new = NewMedia(MediaKind.PHOTO, stored.file_id, f"{title}:{number}", "", 10, number)
            item = await writing.add_media(author, item.id, new)
        await writing.submit(author, item.id, item.revision)
        return item.id

    async def _session(self, admin: Actor, experts: list[Actor]) -> dict[int, int]:
        evaluation = self.services.evaluation
        today = self.services.clock.now().date()
        last = today.replace(year=today.year + 1, day=1)
        new = NewSession("Сессия", starts_on=today, ends_on=last, deadline=last, minimum_sheets=1)
        session = (await evaluation.sessions.create(admin, new, "seed")).session
        (college, _), *_ = await evaluation.programmes.colleges(admin)
        programme = NewProgramme(college, "15.02.12", "Монтаж промышленного оборудования", FIGURES)
        card = await evaluation.programmes.add(admin, session.id, programme, "seed")
        for expert in experts:
            await evaluation.sessions.set_expert(admin, card.programme.id, expert.me, wanted=True)
        await evaluation.sessions.open(admin, session.id)
        assignments = {}
        for expert in experts:
            (work,) = await evaluation.scoring.mine(expert)
            await evaluation.scoring.accept(expert, work.assignment.id)
            assignments[expert.telegram_id] = work.assignment.id
        return assignments

    async def _agree(self, person: Person) -> Actor:
        """Open the chat and agree; no quiet hours, whenever the test runs."""
        people = self.services.people
        self.town.telegram.private_chat(self.town.bot, person)
        actor = await people.agree(Actor(person.id), CONSENT_VERSION, "ru", person.name)
        await people.choose_quiet_hours(actor, time(0), time(0))
        await people.choose_quiet_days(actor, False)
        return actor

    async def _come(self, admin: Actor, role: Role, number: int, organisation: int | None) -> tuple[Person, Actor]:
        person = self.town.person(role.value.title(), str(number))
        actor = await self._agree(person)
        link = await self.services.invitations.create(
            admin, role, organisation, max_uses=1, days=7, draft_key=f"seed:{role.value}:{number}"
        )
        assert link.token is not None
        return person, (await self.services.invitations.accept(actor, link.token)).actor
