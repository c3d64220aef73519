"""A full outbox: drained at the pace Telegram allows, whatever the network and the process do."""

import asyncio
import heapq
import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot

from bot.sender import TelegramSender
from handlers.engine import Screen
from locales import Html
from sandbox.limits import Limits as TelegramLimits
from sandbox.session import SandboxSession
from sandbox.telegram import Telegram
from scheduler.lane import DeliverySettings
from scheduler.limits import LimitsConfig
from services.clock import MovableClock
from storage import postbox
from storage.database import Database
from storage.outbox import Letter
from tests.databases import KINDS
from tests.scheduler.post import CHANNEL, NOW, Note, Post, PostOffice, Town, channel, person
from tests.scheduler.test_delivery import crash

TELEGRAM, RATES = TelegramLimits(), LimitsConfig()  # those of the real one, thirty a second
FAST_TELEGRAM = TelegramLimits(overall_per_second=120, chat_per_second=4, chat_burst=3, group_per_minute=10_000)
FAST_RATES = LimitsConfig(per_second=120, chat_seconds=0.25, chat_burst=3, group_per_minute=10_000)
SMALL = (240, 40)
FULL = pytest.param((5_000, 500), marks=pytest.mark.slow)
QUICK = DeliverySettings(look_seconds=0.02, attempts=1000, first_pause_seconds=0.05, longest_pause_seconds=0.2)


class DrivenClock:
    """A clock that leaps to the next moment somebody waits for, as soon as everybody waits.

    Work takes no time on it, so rates are seen exactly, however busy the machine is.
    """

    def __init__(self) -> None:
        self._now = NOW
        self._waiting: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._count = 0
        self._driver = asyncio.create_task(self._drive())

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self._now + timedelta(seconds=seconds), self._count, woken))
        await woken

    async def stop(self) -> None:
        self._driver.cancel()
        await asyncio.gather(self._driver, return_exceptions=True)

    async def _drive(self) -> None:
        while True:
            await asyncio.sleep(0.001)
            for _ in range(20):  # whoever is between two steps takes them
                await asyncio.sleep(0)
            if self._waiting:
                self._now, _, woken = heapq.heappop(self._waiting)
                if not woken.done():
                    woken.set_result(None)


@pytest.fixture
async def driven() -> AsyncIterator[DrivenClock]:
    """Time that passes only when nobody has anything to do."""
    clock = DrivenClock()
    yield clock
    await clock.stop()


async def write(post: Post, letters: int, chats: int) -> None:
    """Letters to all people in turn."""
    now = post.clock.now()
    await post.write(*(Letter(Note(n=n), person(n % chats), now) for n in range(letters)))


async def drained(post: Post, letters: int) -> float:
    """Deliver everything; gives letters per second."""
    started = post.clock.now()
    post.delivery.start()
    await asyncio.wait_for(post.delivery.settled(), 170)
    pace = letters / (post.clock.now() - started).total_seconds()
    await post.delivery.stop()
    return pace


async def unfinished(db: Database) -> int:
    async with db.read() as connection:
        return await postbox.count_due(connection, datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize("size", [SMALL, FULL])
@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_the_drain_uses_the_limit_and_the_sandbox_never_refuses(
    db: Database, driven: DrivenClock, size: tuple[int, int]
) -> None:
    letters, chats = size
    telegram = Telegram(clock=driven, limits=TELEGRAM)
    made = telegram.add_bot("123456789:TEST-TOKEN-TEST-TOKEN-TEST-TOKEN-XX", "cluster_bot", "Кластер")
    people = [telegram.add_person(first_name=f"П{n}", id=1000 + n) for n in range(chats)]
    for each in people:
        await each.start(made)
    sender = TelegramSender(Bot(made.token, session=SandboxSession(telegram)))
    post = Post.make(db, driven, office=sender, limits=RATES, settings=QUICK, renderer=on_screens)
    await write(post, letters, chats)
    pace = await drained(post, letters)
    print(f"\n{letters} letters to {chats} chats: {pace:.2f} a second")
    assert pace >= 0.95 * 30
    for number, each in enumerate(people):
        assert [message.text for message in each.chat(made).from_bots] == [
            str(n) for n in range(number, letters, chats)
        ]
    assert not [call for call in telegram.calls if call.error is not None]
    assert not telegram.violations


async def on_screens(notices: Sequence[Note], address: object, *, delayed: bool) -> Sequence[Screen]:
    """Notices as the bot sends them."""
    return [Screen(Html(f"<b>{notice.n}</b>")) for notice in notices]


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, FULL])
@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_errors_resets_and_two_deaths_lose_nothing(db: Database, size: tuple[int, int]) -> None:
    letters, chats = size
    posts = letters // 50
    clock, town = MovableClock(), Town()
    office = PostOffice(clock, telegram=FAST_TELEGRAM, failures=["429", "500", "before", "after"], chance=0.08)
    settings = replace(QUICK, lease=QUICK.lease / 40)  # the dead hold their letters for 1.5 s
    chance = random.Random(11)

    def life(name: str) -> Post:
        return Post.make(db, clock, town=town, office=office, limits=FAST_RATES, settings=settings, owner=name)

    first = life("life 0")
    await write(first, letters, chats)
    await first.write(*(Letter(Note(n=n), channel(), clock.now()) for n in range(posts)))
    for number in range(2):
        mortal = life(f"life {number}")
        mortal.delivery.start()
        goal = office.count + chance.randint(letters // 6, letters // 3)
        while office.count < goal:
            await asyncio.sleep(0.005)
        await crash(mortal)
    last = life("the last")
    last.delivery.start()
    while await unfinished(db):
        await asyncio.sleep(0.2)
    await last.delivery.stop()

    for number in range(chats):
        assert list(dict.fromkeys(last.got(number))) == [str(n) for n in range(number, letters, chats)]
    published = office.arrived[CHANNEL]
    assert published == sorted(set(published), key=int)
    states = {n: letter.state for n, letter in enumerate((await last.letters())[letters:])}
    assert set(states.values()) <= {"sent", "uncertain"}
    assert all(str(n) in published for n, state in states.items() if state == "sent")
    repeated = sum(len(got) for got in office.arrived.values()) - len(published) - letters
    assert repeated <= letters * 0.05 + 2 * chats  # resets after the effect; what was on its way in the two deaths
