"""Matching: whole runs and stage 1, against the bare solver on the plain graph in the same process."""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.processes import BenchmarkFailed

WHOLE = ((300, 200, 200), (3_000, 2_000, 2_000))
"""Interns, places, mentors of whole runs, 20 days."""
STAGE = ((10_000, 3_000, 3_000), (30_000, 9_000, 9_000))
"""Of stage 1 alone."""
QUICK = ((60, 40, 40),)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size, in a process of its own; seconds of the processor's time of that process.

    Args:
        build, solve: stage 1 before the solver, and with it (fairness included).
        bare: the same solver on a node per person and seat, arrays ready-made.
        teams, reasons, saving: the rest of a whole run; 0 where only stage 1 was measured.
        again: matching anew after a decline.
        covered: of the days that can be covered.
        megabytes: peak memory of the process before the bare solver ran.
    """

    interns: int
    places: int
    build: float
    solve: float
    bare: float
    teams: float
    reasons: float
    saving: float
    again: float
    covered: float
    megabytes: float

    @property
    def ratio(self) -> float:
        """Stage 1 with building, bare = 1."""
        return (self.build + self.solve) / self.bare

    @property
    def whole(self) -> float:
        """The run from the problem to the stored result."""
        return self.build + self.solve + self.teams + self.reasons + self.saving


def measure(*, quick: bool) -> list[Measured]:
    """Every size in a process of its own.

    Raises:
        BenchmarkFailed: a process failed, or its optimum is not the bare solver's.
    """
    sizes = [(size, True) for size in (QUICK if quick else WHOLE)]
    sizes += [(size, False) for size in (() if quick else STAGE)]
    return [_in_process(size, whole) for size, whole in sizes]


def _in_process(size: tuple[int, int, int], whole: bool) -> Measured:
    command = [sys.executable, "-m", "benchmarks.matching", *map(str, size), str(int(whole))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this program itself
    if done.returncode:
        raise BenchmarkFailed(f"matching {size}: {done.stderr[-300:]}")
    return Measured(**json.loads(done.stdout))


class _Stopwatch:
    def __init__(self) -> None:
        self.last = time.process_time()

    def lap(self) -> float:
        """Seconds of the processor since the last lap."""
        now = time.process_time()
        seconds, self.last = now - self.last, now
        return seconds


def _one(interns: int, places: int, mentors: int, whole: bool) -> Measured:
    from benchmarks.season import season  # noqa: PLC0415 - numpy and ortools belong to the measured process
    from cluster.matching.charges import parts  # noqa: PLC0415
    from cluster.matching.ledger import open_ledger  # noqa: PLC0415
    from cluster.matching.offers import Offers  # noqa: PLC0415
    from cluster.matching.outcome import Outcome  # noqa: PLC0415
    from cluster.matching.placing import market, place_most  # noqa: PLC0415
    from cluster.matching.run import charges_of  # noqa: PLC0415
    from cluster.matching.teams import staff  # noqa: PLC0415

    problem = season(interns, places, mentors)
    watch = _Stopwatch()
    offers = Offers(problem)
    ledger, _ = open_ledger(problem, offers)
    found = market(problem, offers, problem.interns, ledger.taken)
    build = watch.lap()
    placing = place_most(found)
    solve = watch.lap()
    teams = reasons = saving = again = covered = 0.0
    if whole:
        charges = charges_of(problem, offers, placing.at, {})
        staffing = staff(parts(problem, charges))
        teams = watch.lap()
        result = Outcome(problem, ledger, found, placing, charges, staffing).result(())
        reasons = watch.lap()
        _save(problem, result)
        saving = watch.lap()
        covered = result.figures.covered / (result.figures.coverable or 1)
        again = _again(problem, result, watch)
    megabytes = _peak()
    placed, total, bare = _bare(found)
    if (placed, total) != (len(placing.at), placing.best_total):
        raise BenchmarkFailed(
            f"the bare solver places {placed} with {total}, we {len(placing.at)} with {placing.best_total}"
        )
    return Measured(interns, places, build, solve, bare, teams, reasons, saving, again, covered, megabytes)


def _save(problem: object, result: object) -> None:
    import zlib  # noqa: PLC0415

    from cluster.matching.plain import fingerprint, write_problem, write_result  # noqa: PLC0415

    stored = write_problem(problem)  # type: ignore[arg-type]
    fingerprint(stored)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "run").write_bytes(zlib.compress(stored) + zlib.compress(write_result(result)))  # type: ignore[arg-type]


def _again(problem, result, watch: _Stopwatch) -> float:  # type: ignore[no-untyped-def]
    """One decline: the pair is banned, everybody else keeps place and team."""
    from cluster.matching.model import Pair  # noqa: PLC0415
    from cluster.matching.waitlist import agreed, move_up  # noqa: PLC0415

    frozen = list(agreed(result))
    gone = frozen.pop(len(frozen) // 2)
    after = replace(problem, frozen=tuple(frozen), bans=(Pair(gone.intern_id, gone.place_id),))
    watch.lap()
    move_up(after, {gone.intern_id})
    return watch.lap()


def _bare(found) -> tuple[int, int, float]:  # type: ignore[no-untyped-def]
    """SimpleMinCostFlow with a node per person and season of a place; only adding arcs and solving is measured."""
    import numpy as np  # noqa: PLC0415
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415

    from cluster.matching.score import MOST  # noqa: PLC0415

    wishes = {one.intern.id: one for one in found.wishing}
    heads, costs, sizes = [], [], []
    for cohort, of in zip(found.cohorts, found.seats.of, strict=True):
        for intern in cohort.members:
            value = cohort.fit.copy()
            if intern.id in wishes:
                value[wishes[intern.id].index] += wishes[intern.id].points
            heads.append(of)
            costs.append(MOST - value)
            sizes.append(len(of))
    people, seats = len(sizes), len(found.seats.free)
    tail, head = np.repeat(np.arange(people), sizes), people + np.concatenate(heads)
    cost, ones = np.concatenate(costs), np.ones(len(tail), np.int64)
    watch = _Stopwatch()
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(tail, head, ones, cost)
    sink = np.full(seats, people + seats)
    solver.add_arcs_with_capacity_and_unit_cost(
        people + np.arange(seats), sink, found.seats.free, np.zeros(seats, np.int64)
    )
    solver.set_nodes_supplies(np.arange(people), np.ones(people, np.int64))
    solver.set_node_supply(people + seats, -people)
    solver.solve_max_flow_with_min_cost()
    placed = int(solver.maximum_flow())
    return placed, MOST * placed - int(solver.optimal_cost()), watch.lap()


def _peak() -> float:
    """Megabytes; not `ru_maxrss`, which a process takes over from the one that started it."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


Row = tuple[str, str, str, str]


def rows(found: list[Measured]) -> list[Row]:
    """Lines of the table of `python -m benchmarks`."""
    made: list[Row] = []
    say: Callable[[float], str] = lambda seconds: f"{seconds:.2f}"  # noqa: E731
    for one in found:
        size = f"{one.interns} x {one.places}"
        stage = say(one.build + one.solve)
        made.append((f"matching {size}, stage 1, s (build {say(one.build)})", stage, say(one.bare), say(one.ratio)))
        if one.teams:
            parts = f"teams {say(one.teams)}, reasons {say(one.reasons)}, saving {say(one.saving)}"
            made.append((f"matching {size}, whole run, s", say(one.whole), say(one.bare), say(one.whole / one.bare)))
            made.append((f"  of it {parts}", "", "", ""))
            made.append((f"matching {size}, anew after a decline, ms", f"{one.again * 1000:.0f}", "", ""))
            made.append((f"matching {size}, days covered of coverable, %", f"{100 * one.covered:.2f}", "", ""))
        made.append((f"matching {size}, peak memory, MB", f"{one.megabytes:.0f}", "", ""))
    return made


if __name__ == "__main__":
    first, second, third, rest = map(int, sys.argv[1:5])
    one = _one(first, second, third, bool(rest))
    print(json.dumps({name: getattr(one, name) for name in Measured.__slots__}))
