"""The bot and Telegram in one process: tests act as people and look at what people see."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiogram import Bot as AiogramBot

from bot.app import App
from bot.polling import poll
from bot.settings import Settings, load_settings
from sandbox.limits import Limits
from sandbox.people import Bot, Person
from sandbox.telegram import Telegram
from scheduler.limits import LimitsConfig
from services.clock import MovableClock
from storage import migrate
from tests import privacy

TOKEN = "123456789:TEST-TOKEN-TEST-TOKEN-TEST-TOKEN-XX"
ADMIN_ID = 1001
MORNING = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)  # Tuesday 10:00 in Tomsk, the first day of the 2022 sessions


@dataclass
class World:
    """Everything a test needs: `telegram` with its people, the running `app`, the `clock`.

    `admin` is the administrator named in the settings; other people are made with `person`.
    """

    telegram: Telegram
    bot: Bot
    app: App
    clock: MovableClock
    admin: Person
    settings: Settings
    ear: privacy.Ear
    incidents_expected: int = 0
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _looked_at: datetime | None = None

    def person(self, first_name: str, last_name: str | None = None, *, language: str = "ru") -> Person:
        """Somebody with a Telegram account who has never met the bot."""
        return self.telegram.add_person(first_name=first_name, last_name=last_name, language_code=language)

    async def settle(self) -> None:
        """Wait until the bot has handled every update and delivered every letter that is due."""
        for _ in range(1000):
            while len(self.bot.queue):
                await asyncio.sleep(0.001)
            await self.app.inbox.settled()
            await self._do_duties()
            if not len(self.bot.queue):
                return
        raise AssertionError("the bot never comes to rest")

    async def _do_duties(self) -> None:
        """While the clock stands still, only the ticks of every second find something new."""
        moved = self.clock.now() != self._looked_at
        self._looked_at = self.clock.now()
        await self.app.run_duties(up_to=math.inf if moved else 1)

    async def say(self, person: Person, text: str) -> str:
        """The person writes; gives the bot's last message."""
        await person.send(self.bot, text)
        await self.settle()
        return self.last(person)

    async def tap(self, person: Person, button: str) -> str | None:
        """The person taps a button of the bot's last message that has it; gives the toast."""
        for message in reversed(person.chat(self.bot).from_bots):
            if any(button in text for row in message.buttons for text in row):
                press = await person.press(message, button)
                await self.settle()
                return press.answer.text if press.answer else None
        raise AssertionError(f"{person.name} sees no button {button!r} in:\n{self.transcript(person)}")

    def last(self, person: Person) -> str:
        """Text of the bot's last message to the person."""
        return person.chat(self.bot).last_answer.body

    def buttons(self, person: Person) -> list[str]:
        """Texts of all buttons under the bot's last message to the person."""
        return [text for row in person.chat(self.bot).last_answer.buttons for text in row]

    def transcript(self, person: Person, count: int = 6) -> str:
        """The end of the person's chat, for the message of a failed test."""
        shown = []
        for message in person.chat(self.bot).messages[-count:]:
            who = "бот" if message.author is not None and message.author.is_bot else person.name
            shown.append(f"— {who}: {message.body}\n  {message.buttons}")
        return "\n".join(shown)

    async def wait(self, **step: float) -> None:
        """Move the clock forward (`hours=2`, `days=1`, …) and let the bot do what became due."""
        self.clock.advance(timedelta(**step))
        await self.settle()


@asynccontextmanager
async def fresh_world(database_url: str, clock: MovableClock, limits: Limits | None = None) -> AsyncIterator[World]:
    """A sandbox and the bot polling it, on one database.

    Args:
        database_url: of a database; tables it lacks are made.
        clock: for both.
        limits: of Telegram; without rates by default.
    """
    await migrate.upgrade(database_url)
    telegram = Telegram(clock=clock, limits=limits or Limits.off())
    bot = telegram.add_bot(TOKEN, "cluster_bot", "Кластер")
    admin = telegram.add_person(first_name="Анна", last_name="Администратор", id=ADMIN_ID)
    settings = load_settings(None, bot_token=TOKEN, admin_ids=str(ADMIN_ID), database_url=database_url)
    ear = privacy.Ear()
    session = privacy.ListeningSession(telegram, ear)
    # On a clock that stands still a delivery that waits for the next second would never end.
    own_limits = LimitsConfig.off() if limits is None else None
    app = App(settings, bot=AiogramBot(TOKEN, session=session), clock=clock, limits=own_limits)
    world = World(telegram, bot, app, clock, admin, settings, ear)
    await app.start(background=False)
    polling = asyncio.create_task(poll(app.bot, app.inbox, world._stopping))
    try:
        yield world
        await privacy.check(app.db, ear)
    finally:
        world._stopping.set()
        await polling
        await app.stop()
    assert not telegram.violations, telegram.violations
    assert app.pipeline.incidents == world.incidents_expected
