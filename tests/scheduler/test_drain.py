"""A full outbox: drained at the pace Telegram allows, whatever the network and the process do."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

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
from tests.scheduler.post import CHANNEL, Note, Post, PostOffice, Town, channel, person
from tests.scheduler.test_delivery import crash

PER_SECOND = 120  # four times Telegram's limits, so that minutes become seconds
STRICT = TelegramLimits(overall_per_second=PER_SECOND, chat_per_second=4, chat_burst=3, group_per_minute=10_000)
RATES = LimitsConfig(per_second=PER_SECOND, chat_seconds=0.25, chat_burst=3, group_per_minute=10_000)
SMALL = (240, 40)
FULL = pytest.param((5_000, 500), marks=pytest.mark.slow)
QUICK = DeliverySettings(
    look_seconds=0.02, attempts=1000, first_pause_seconds=0.05, longest_pause_seconds=0.2, patience_seconds=1.0
)


async def write(post: Post, letters: int, chats: int) -> None:
    """Letters to all people in turn."""
    now = post.clock.now()
    await post.write(*(Letter(Note(n=n), person(n % chats), now) for n in range(letters)))


async def drained(post: Post, letters: int) -> float:
    """Deliver everything; gives letters per second."""
    started = time.perf_counter()
    post.delivery.start()
    await asyncio.wait_for(post.delivery.settled(), 120)
    pace = letters / (time.perf_counter() - started)
    await post.delivery.stop()
    return pace


async def unfinished(db: Database) -> int:
    async with db.read() as connection:
        return await postbox.count_due(connection, datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize("size", [SMALL, FULL])
@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_the_drain_uses_the_limit_and_never_exceeds_it(db: Database, size: tuple[int, int]) -> None:
    clock = MovableClock()
    post = Post.make(db, clock, office=PostOffice(clock, telegram=STRICT), limits=RATES, settings=QUICK)
    await write(post, *size)
    pace = await drained(post, size[0])
    print(f"\n{size[0]} letters to {size[1]} chats: {pace / PER_SECOND:.1%} of the limit")
    assert post.office.refusals_429 == 0
    assert pace >= (0.95 if size != SMALL else 0.85) * PER_SECOND  # two seconds on a busy machine prove no more
    for number in range(size[1]):
        assert post.got(number) == [str(n) for n in range(number, size[0], size[1])]


async def test_the_drain_meets_the_sandbox_without_a_429(db: Database) -> None:
    clock = MovableClock()
    telegram = Telegram(clock=clock, limits=STRICT)
    made = telegram.add_bot("123456789:TEST-TOKEN-TEST-TOKEN-TEST-TOKEN-XX", "cluster_bot", "Кластер")
    people = [telegram.add_person(first_name=f"П{n}", id=1000 + n) for n in range(40)]
    for each in people:
        await each.start(made)
    sender = TelegramSender(Bot(made.token, session=SandboxSession(telegram)))

    async def on_screens(notices: Sequence[Note], address: object, *, delayed: bool) -> Sequence[Screen]:
        return [Screen(Html(f"<b>{notice.n}</b>")) for notice in notices]

    post = Post.make(db, clock, office=sender, limits=RATES, settings=QUICK, renderer=on_screens)  # type: ignore[arg-type]
    await write(post, 160, 40)
    await drained(post, 160)
    for number, each in enumerate(people):
        assert [message.text for message in each.chat(made).from_bots] == [str(n) for n in range(number, 160, 40)]
    assert not [call for call in telegram.calls if call.error is not None]
    assert not telegram.violations


@pytest.mark.parametrize("size", [SMALL, FULL])
@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_errors_resets_and_two_deaths_lose_nothing(db: Database, size: tuple[int, int]) -> None:
    letters, chats = size
    posts = letters // 50
    clock, town = MovableClock(), Town()
    office = PostOffice(clock, telegram=STRICT, failures=["429", "500", "before", "after"], chance=0.08)
    settings = replace(QUICK, lease=QUICK.lease / 40)  # the dead hold their letters for 1.5 s
    chance = random.Random(11)

    def life(name: str) -> Post:
        return Post.make(db, clock, town=town, office=office, limits=RATES, settings=settings, owner=name)

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
