"""The tick: jobs go on whatever one of them does, and a stop finishes what began."""

import asyncio

from scheduler.tick import Job, Tick


async def test_a_job_runs_at_once_and_again_and_errors_stop_nothing() -> None:
    runs, three = [], asyncio.Event()

    async def fails() -> None:
        runs.append("fails")
        raise RuntimeError("a bug")

    async def works() -> None:
        runs.append("works")
        if runs.count("works") == 3:
            three.set()

    tick = Tick([Job("fails", 0.02, fails), Job("works", 0.02, works)])
    tick.start()
    await asyncio.wait_for(three.wait(), 5)
    await tick.stop()
    assert runs.count("fails") >= 2


async def test_a_moved_clock_runs_all_jobs_in_their_order() -> None:
    runs = []

    def job(name: str) -> Job:
        async def work() -> None:
            runs.append(name)

        return Job(name, 3600, work)

    tick = Tick([job("reminders"), job("digests")])
    await tick.run_now()
    assert runs == ["reminders", "digests"]


async def test_a_slow_job_is_never_run_beside_itself() -> None:
    inside, most, done = 0, 0, 0

    async def slow() -> None:
        nonlocal inside, most, done
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.03)
        inside -= 1
        done += 1

    tick = Tick([Job("slow", 0.01, slow)])
    tick.start()
    await asyncio.gather(tick.run_now(), tick.run_now())
    await tick.stop()
    assert (most, inside) == (1, 0)
    assert done >= 2


async def test_a_stop_finishes_what_began_and_begins_nothing() -> None:
    began, go_on, ended = asyncio.Event(), asyncio.Event(), []

    async def work() -> None:
        began.set()
        await go_on.wait()
        ended.append(True)

    tick = Tick([Job("work", 0.01, work)])
    tick.start()
    await asyncio.wait_for(began.wait(), 5)
    stopping = asyncio.create_task(tick.stop())
    await asyncio.sleep(0.03)
    assert not stopping.done()
    go_on.set()
    await stopping
    assert ended == [True]
    await asyncio.sleep(0.03)
    assert ended == [True]
