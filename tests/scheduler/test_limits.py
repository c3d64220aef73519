"""Rates: never over Telegram's, whatever order chats come in; pauses for whom Telegram means."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.limits import Limits as TelegramLimits
from sandbox.rates import Rates
from scheduler.limits import Limits, LimitsConfig
from services.clock import MovableClock
from tests.scheduler.post import CHANNEL, NOW


class Leaping(MovableClock):
    """A clock on which a sleep takes no time."""

    def __init__(self) -> None:
        super().__init__(NOW, frozen=True)

    async def sleep(self, seconds: float) -> None:
        self.advance(timedelta(seconds=seconds))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, CHANNEL, -5]), st.floats(0, 3)), max_size=150))
async def test_a_strict_telegram_never_refuses(sends: list[tuple[int, float]]) -> None:
    clock = Leaping()
    limits = Limits(clock)
    telegram = Rates(TelegramLimits(chat_burst=3))
    for chat_id, idle in sends:
        clock.advance(timedelta(seconds=idle if idle < 1 else 0))
        await limits.slot(chat_id)
        telegram.spend(chat_id, 1, clock.now().timestamp())


async def test_many_chats_get_nearly_thirty_a_second() -> None:
    clock = Leaping()
    limits = Limits(clock)
    for number in range(900):
        await limits.slot(1 + number % 300)
    assert 900 / (clock.now() - NOW).total_seconds() >= 0.965 * 30


async def test_answers_to_people_count_too() -> None:
    clock = Leaping()
    limits = Limits(clock)
    for _ in range(3):
        limits.count(1)
    assert limits.chat_wait(1) == pytest.approx(3.03)
    assert limits.chat_wait(2) == 0


async def test_one_refused_chat_is_paused_alone_and_two_mean_everybody() -> None:
    clock = Leaping()
    limits = Limits(clock)
    limits.pause(1, 10)
    assert (limits.chat_wait(1), limits.chat_wait(2)) == (10, 0)
    await limits.slot(2)
    assert clock.now() == NOW
    limits.pause(2, 7)
    await limits.slot(3)
    assert (clock.now() - NOW).total_seconds() == pytest.approx(7)


async def test_off_is_off() -> None:
    clock = Leaping()
    limits = Limits(clock, LimitsConfig.off())
    for _ in range(500):
        await limits.slot(1)
        await limits.slot(CHANNEL)
    assert clock.now() == NOW


@pytest.mark.parametrize("steps", range(6))
async def test_who_waits_and_is_told_to_end_ends_even_when_the_clock_moves_at_that_moment(steps: int) -> None:
    clock = MovableClock(NOW)
    waiting = asyncio.create_task(clock.sleep(60))
    await asyncio.sleep(0.01)
    clock.advance(timedelta(seconds=1))
    for _ in range(steps):
        await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting}, timeout=2)
    assert waiting.cancelled()
