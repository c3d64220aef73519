"""What the tests of the sandbox share."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox.limits import Limits
from sandbox.people import Bot, Person
from sandbox.telegram import Telegram
from services.clock import MovableClock

TOKEN = "123456:TEST"


class WatchedClock(MovableClock):
    """Counts who waits for it, so that a test moves it only when they do."""

    sleeping = 0

    async def sleep(self, seconds: float) -> None:
        self.sleeping += 1
        try:
            await super().sleep(seconds)
        finally:
            self.sleeping -= 1


@dataclass
class World:
    telegram: Telegram
    bot: Bot
    olga: Person
    ivan: Person
    clock: WatchedClock

    async def call(self, method, files=None, **params):
        return await self.telegram.call(self.bot.token, method, params, files)

    async def updates(self, **params):
        return await self.call("getUpdates", **params)


def make_world(limits: Limits, *, frozen: bool) -> World:
    clock = WatchedClock(datetime(2026, 3, 2, 3, 0, tzinfo=UTC), frozen=True) if frozen else WatchedClock()
    telegram = Telegram(clock=clock, limits=limits)
    bot = telegram.add_bot(token=TOKEN, username="cluster_bot", name="Кластер")
    olga = telegram.add_person("Ольга", "Ларина", username="olga", id=1001)
    return World(telegram, bot, olga, telegram.add_person("Иван", id=1002), clock)
