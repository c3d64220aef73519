"""What the tests of the sandbox share."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox.limits import Limits
from sandbox.people import Bot, Person
from sandbox.telegram import Telegram
from services.clock import MovableClock

TOKEN = "123456:TEST"


@dataclass
class World:
    telegram: Telegram
    bot: Bot
    olga: Person
    ivan: Person
    clock: MovableClock

    async def call(self, method, files=None, **params):
        return await self.telegram.call(self.bot.token, method, params, files)

    async def updates(self, **params):
        return await self.call("getUpdates", **params)


def make_world(limits: Limits, *, frozen: bool) -> World:
    clock = MovableClock(datetime(2026, 3, 2, 3, 0, tzinfo=UTC), frozen=True) if frozen else MovableClock()
    telegram = Telegram(clock=clock, limits=limits)
    bot = telegram.add_bot(token=TOKEN, username="cluster_bot", name="Кластер")
    olga = telegram.add_person("Ольга", "Ларина", username="olga", id=1001)
    return World(telegram, bot, olga, telegram.add_person("Иван", id=1002), clock)
