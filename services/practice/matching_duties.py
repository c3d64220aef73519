"""What matching does by itself: solves the runs in line, and gives freed seats to those who wait."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from cluster.calendar import local_day
from cluster.matching.plain import read_result
from cluster.matching.result import Result
from cluster.practice.acceptance import Proposal
from cluster.practice.runs import SECONDS, Run, RunState
from services.calendars import Calendars
from services.clock import Clock
from services.practice import letters
from services.practice.freed import Freed
from services.practice.matching_input import load_season, problem_of
from services.practice.matching_output import proposals
from services.practice.notices import RunFinished
from services.practice.solver import GRACE, SolverFailed, solve
from storage import practice_runs
from storage.database import Database
from storage.evaluation import zone as zone_of

log = structlog.get_logger()

LEASE: Final = timedelta(seconds=SECONDS + GRACE + 60)
Shown = Callable[[Run], Awaitable[None]]
"""Shows in chat how far a run is."""


async def solve_waiting(db: Database, clock: Clock, owner: str, shown: Shown) -> int:
    """Solve every run in line, one after the other, each in a process of its own; gives how many there were.

    A run whose program died is taken up again after its lease, one whose program was stopped at once.
    """
    count = 0
    while True:
        async with db.write() as tx:
            run = await practice_runs.claim(tx, owner, clock.now(), LEASE)
        if run is None:
            return count
        try:
            await _solve(db, clock, run, shown)
        except asyncio.CancelledError:
            async with db.write() as tx:
                await practice_runs.change_run(tx, run.id, claimed_until=None, step="")
            raise
        count += 1


async def _solve(db: Database, clock: Clock, run: Run, shown: Shown) -> None:
    async with db.read() as connection:
        problem = await practice_runs.problem_of(connection, run.id)

    async def told(step: str) -> None:
        async with db.write() as tx:
            await practice_runs.change_run(tx, run.id, step=step)
        await _show(db, run, shown)

    try:
        content = await solve(problem, SECONDS, told)
        result = await asyncio.to_thread(read_result, content)
    except SolverFailed as error:
        log.error("matching_failed", run=run.id, reason=error.data.get("reason"))
        async with db.write() as tx:
            values = {"state": RunState.FAILED.value, "finished_at": clock.now()}
            await practice_runs.change_run(tx, run.id, **values)
            await _tell(tx, run, clock)
    else:
        async with db.write() as tx:
            if await practice_runs.finish(tx, run.id, content, figures(result), clock.now()):
                await _tell(tx, run, clock)
    await _show(db, run, shown)


def figures(result: Result) -> dict[str, Any]:
    """The result in numbers, with what is proven of it."""
    proof = {f"proven_{name}": value for name, value in asdict(result.proof).items()}
    return {**asdict(result.figures), **proof, "left_out": len(result.left_out), "refused": len(result.refused_pins)}


async def _tell(tx: Any, run: Run, clock: Clock) -> None:
    notice, key = RunFinished(run_id=run.id), f"practice:run:{run.id}"
    await letters.tell(tx, run.cluster_id, [run.created_by], notice, clock.now(), key=key)


async def _show(db: Database, run: Run, shown: Shown) -> None:
    async with db.read() as connection:
        current = await practice_runs.run(connection, run.cluster_id, run.id)
    if current is not None:
        await shown(current)


class Resolving:
    """Matches a freed seat anew, with everybody else where they are; see `services.practice.placements.Resolve`."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars

    async def __call__(self, freed: Freed) -> Sequence[Proposal]:
        """Proposals for the freed seat and for who lost it, as far as the waiting list and free seats allow."""
        async with self._db.read() as connection:
            day = local_day(self._clock.now(), ZoneInfo(await zone_of(connection, freed.cluster_id)))
            season = await load_season(connection, freed.cluster_id, day)
            last = await practice_runs.declined_themselves(connection, freed.cluster_id)
        problem = await problem_of(season, day, self._calendars(freed.cluster_id))
        return await asyncio.to_thread(_moved_up, problem, last)


def _moved_up(problem: Any, last: set[int]) -> list[Proposal]:
    from cluster.matching.waitlist import move_up  # noqa: PLC0415 - numpy and ortools are loaded when first needed

    return proposals(problem, move_up(problem, last), None)
