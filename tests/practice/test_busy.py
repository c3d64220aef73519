"""The bot while a large run of matching goes on."""

import asyncio
import time
from statistics import median

import pytest

from benchmarks.season import season
from cluster.matching.plain import write_problem
from services.practice.solver import solve
from tests.practice.office import Office


@pytest.mark.slow
async def test_taps_are_answered_as_usual_while_a_large_run_goes_on(office: Office) -> None:
    """Medians as a ratio to the same taps without a run; the solver has a process and a low priority of its own."""
    world, who = office.world, office.coordinator
    await world.say(who, "/practice")

    async def taps(count: int) -> list[float]:
        seconds = []
        for number in range(count):
            began = time.perf_counter()
            await world.tap(who, "Подбор" if number % 2 == 0 else "‹ Практика")
            seconds.append(time.perf_counter() - began)
        return seconds

    await taps(20)
    usual = median(await taps(60))
    solving = asyncio.create_task(solve(write_problem(season(3_000, 2_000, 2_000)), 60))
    await asyncio.sleep(2)  # it has begun
    busy = await taps(60)
    assert not solving.done(), "the run ended before the taps did"
    solving.cancel()
    await asyncio.wait([solving])
    assert median(busy) < 3 * usual
