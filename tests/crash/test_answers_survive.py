"""Members answer an invitation all at once while the process is killed: the last confirmed answer of each is kept."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from aiogram import Bot as AiogramBot
from sqlalchemy import select

from bot.app import App
from bot.settings import load_settings
from cluster.access import Actor, Membership, Role
from cluster.meetings.model import MeetingView
from cluster.meetings.states import Answer
from cluster.people import CONSENT_VERSION
from sandbox.messages import Message
from sandbox.people import Person
from services.clock import SystemClock
from services.meetings import NewItem, NewMeeting
from storage import meetings_councils, migrate, people, roles
from storage.database import Database
from storage.schema.meetings import meeting_invitees
from storage.schema.people import people as accounts
from tests.processes import TOKEN, Live, live

PATIENCE_SECONDS = 4.0
BUTTONS = {Answer.YES: "Приду", Answer.NO: "Не приду"}
TOASTS = {"Спасибо, ждём Вас.": Answer.YES, "Записали, что Вы не придёте.": Answer.NO}
WANTED = [
    (Answer.YES,),
    (Answer.NO,),
    (Answer.YES, Answer.YES),  # twice
    (Answer.YES, Answer.NO),
    (Answer.NO, Answer.YES),
    (Answer.YES, Answer.NO, Answer.YES),
]


@dataclass
class Member:
    """Somebody who means to give these answers one after another, and taps again when nothing happens.

    Args:
        confirmed: answers a toast or the ticked card confirmed, in order.
        hasty: taps every button twice without waiting.
    """

    town: Live
    person: Person
    wanted: tuple[Answer, ...]
    hasty: bool
    confirmed: list[Answer] = field(default_factory=list)

    async def work(self) -> None:
        """From the invitation to the last answer."""
        await self.town.sees(self.person, "Вас приглашают на заседание", 180)
        for answer in self.wanted:
            while not await self._give(answer):
                pass
            self.confirmed.append(answer)

    async def _give(self, answer: Answer) -> bool:
        """Tap; says whether it was confirmed."""
        presses = [await self.person.press(self._card(), BUTTONS[answer]) for _ in range(2 if self.hasty else 1)]
        for press in presses:
            answered = await press.answered(PATIENCE_SECONDS)
            if answered is not None and TOASTS.get(answered.text) is answer:
                return True
        return self.ticked() is answer

    def ticked(self) -> Answer | None:
        """What the card says was answered."""
        texts = [text for row in self._card().buttons for text in row]
        return next((answer for answer, button in BUTTONS.items() if f"✓ {button}" in texts), None)

    def _card(self) -> Message:
        shown = self.person.chat(self.town.bot).from_bots
        return next(one for one in reversed(shown) if any("Приду" in text for row in one.buttons for text in row))


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_the_last_confirmed_answer_of_200_members_counts(tmp_path: Path) -> None:
    url, chance = f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", random.Random(200)
    async with live(tmp_path, "polling", url) as town:
        seeded = await _Seeding(town).run(200)
        members = [Member(town, one, chance.choice(WANTED), chance.random() < 0.3) for one in seeded.people]
        meant = sum(len(one.wanted) for one in members)
        await town.process.start()
        working = asyncio.gather(*(one.work() for one in members))
        try:
            for part in (0.2, 0.5, 0.8):
                moment = round(meant * part)
                await town.until(lambda moment=moment: _progress(members) >= moment or working.done(), "answers", 180)
                await town.process.kill()
                _check(members, await _kept(url))
                await town.process.start()
            async with asyncio.timeout(300):
                await working
        finally:
            working.cancel()
        assert await town.process.terminate() == 0
        kept = await _kept(url)
        assert {one.person.id: one.wanted[-1] for one in members} == kept
        assert await seeded.counted(url) == _expected(members, seeded.organisations)
        assert town.process.complaints() == []
        assert town.telegram.violations == []


def _progress(members: list[Member]) -> int:
    return sum(len(one.confirmed) for one in members)


def _check(members: list[Member], kept: Mapping[int, Answer]) -> None:
    """The process is dead: what was confirmed last is there, or what was being given after it."""
    for one in members:
        if one.confirmed:
            following = one.wanted[len(one.confirmed) - 1 : len(one.confirmed) + 1]
            assert kept[one.person.id] in following, f"{one.person.name} lost {one.confirmed[-1]}"


def _expected(members: list[Member], organisations: Mapping[int, int]) -> tuple[int, int]:
    """How many organisations there are, and for how many somebody comes."""
    coming = {organisations[one.person.id] for one in members if one.wanted[-1] is Answer.YES}
    return len(set(organisations.values())), len(coming)


async def _kept(url: str) -> dict[int, Answer]:
    """Account → answer in the database."""
    db, given = Database(url), meeting_invitees.c
    try:
        async with db.read() as connection:
            query = select(accounts.c.telegram_id, given.answer).join(accounts, accounts.c.id == given.person_id)
            return {int(row[0]): Answer(row[1]) for row in await connection.execute(query)}
    finally:
        await db.close()


class _Seeding:
    """A council with members of every organisation, and an announced meeting; made before the process starts."""

    def __init__(self, town: Live) -> None:
        self.town = town
        self.people: list[Person] = []
        self.organisations: dict[int, int] = {}
        self._meeting_id = 0

    async def run(self, count: int) -> "_Seeding":
        await migrate.upgrade(self.town.database_url)
        app = self._app()
        try:
            await self._fill(app, count)
        finally:
            await app.close()
        return self

    async def counted(self, url: str) -> tuple[int, int]:
        """What the secretary's counter says: organisations, and those that come."""
        app = self._app()
        try:
            view: MeetingView | None = await app.services.meetings.telling.meeting(self._meeting_id)
        finally:
            await app.close()
        assert view is not None
        return view.count.total, view.count.comes

    def _app(self) -> App:
        settings = load_settings(
            None, bot_token=TOKEN, admin_ids=str(self.town.admin.id), database_url=self.town.database_url
        )
        return App(settings, bot=AiogramBot(TOKEN), clock=SystemClock())

    async def _fill(self, app: App, count: int) -> None:
        services, town = app.services, self.town
        town.telegram.private_chat(town.bot, town.admin)
        admin = await services.people.agree(Actor(town.admin.id), CONSENT_VERSION, "ru", town.admin.name)
        cluster = (await services.directory.create_builtin_cluster(admin, "seed")).cluster
        admin = await services.people.take_cluster(admin, cluster.id)
        council = (await services.meetings.councils.mine(admin))[0]
        organisations = await services.meetings.councils.organisations(admin, council.id)
        now = datetime.now(UTC)
        async with app.db.write() as tx:
            for number in range(count):
                person = town.person("Участник", str(number))
                town.telegram.private_chat(town.bot, person)
                organisation = organisations[number % len(organisations)]
                me = await people.add_person(tx, person.id, person.name, "ru", cluster_id=cluster.id)
                await people.record_consent(tx, me, CONSENT_VERSION, None, now)
                await people.change_person(tx, me, quiet_from=time(0), quiet_until=time(0), quiet_days_off=False)
                role = Role.COLLEGE if organisation.kind.value == "college" else Role.EXPERT
                await roles.grant(tx, me, Membership(cluster.id, organisation.id, role), None, now)
                await meetings_councils.insert_member(
                    tx,
                    cluster_id=cluster.id,
                    council_id=council.id,
                    organisation_id=organisation.id,
                    person_id=me,
                    since=now.date() - timedelta(days=1),
                    draft_key=f"seed:{number}",
                )
                self.people.append(person)
                self.organisations[person.id] = organisation.id
        new = NewMeeting(council.id, now + timedelta(days=20), 60, "Томск")
        planning, announcing = services.meetings.planning, services.meetings.announcing
        self._meeting_id = (await planning.create(admin, new, "seed")).view.meeting.id
        await planning.add_item(admin, self._meeting_id, NewItem("О плане работы"), "seed:0")
        await announcing.announce(admin, self._meeting_id)
