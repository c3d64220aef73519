"""What happens by itself, at intervals. The truth is in the tables: a tick that was missed is made up by the next."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every `seconds`; `work` looks up what is due and may do nothing."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]


class Tick:
    """Runs jobs at their intervals; an error is logged and the job runs again next time.

    Args:
        jobs: each runs at most once at a time.
    """

    def __init__(self, jobs: list[Job]) -> None:
        self._jobs = jobs
        self._turns = {job.name: asyncio.Lock() for job in jobs}
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin; every job runs for the first time at once, for what became due while nothing ran."""
        at_once = datetime.now(UTC)  # the scheduler lives by the machine's clock; what is due, jobs ask ours
        for job in self._jobs:
            self._scheduler.add_job(self._run, "interval", seconds=job.seconds, args=[job], next_run_time=at_once)
        self._scheduler.start()

    async def run_now(self, *, up_to: float = math.inf) -> None:
        """Run jobs once, now, in their order: the clock was moved.

        Args:
            up_to: only jobs whose interval in seconds is at most this; all by default.
        """
        for job in self._jobs:
            if job.seconds <= up_to:
                await self._run(job)

    async def stop(self) -> None:
        """Begin nothing new and finish what began."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        for turn in self._turns.values():
            await turn.acquire()
        self._scheduler.shutdown(wait=False)

    async def _run(self, job: Job) -> None:
        async with self._turns[job.name]:
            try:
                await job.work()
            except Exception:
                log.exception("job_failed", job=job.name)
