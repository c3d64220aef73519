"""Whole seasons: the optimum an independent solver finds, and the same result in any order and any process."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from benchmarks.season import season
from cluster.matching.model import Goal, Problem
from cluster.matching.result import Result
from cluster.matching.run import run
from tests.matching import small

SAY = """
import hashlib
from benchmarks.season import season
from cluster.matching.run import run
print(hashlib.sha256(repr(run(season(120, 60, 60))).encode()).hexdigest())
"""


def assigned(problem: Problem) -> tuple[int, int]:
    """Most placed and the best total then, by scipy's assignment of interns to single seats."""
    seats = [place for place in problem.places for _ in range(place.capacity)]
    weight = 1_000_000
    value = np.zeros((len(problem.interns), len(seats)))
    for row, intern in enumerate(problem.interns):
        worth = {
            place.id: weight + small.points(intern, place) + small.wish(intern, place)
            for place in problem.places
            if small.may(problem, intern, place)
        }
        value[row] = [worth.get(seat.id, 0) for seat in seats]
    rows, columns = linear_sum_assignment(value, maximize=True)
    best = round(value[rows, columns].sum())
    return best // weight, best % weight


@pytest.mark.parametrize(("interns", "places"), [(200, 75), (120, 75)])
def test_a_season_reaches_the_independent_optimum(interns: int, places: int) -> None:
    problem = season(interns, places, places, seed=interns)
    result = run(problem)
    most, total = assigned(problem)
    assert result.figures.placed == most
    assert result.figures.best_total == total
    assert total - total // 100 <= result.figures.total <= total


@pytest.mark.slow
def test_a_large_season_reaches_the_independent_optimum() -> None:
    problem = season(1_500, 500, 500)
    result = run(problem)
    assert (result.figures.placed, result.figures.best_total) == assigned(problem)


def test_the_stable_option_leaves_no_blocking_pair_in_a_season() -> None:
    assert run(season(200, 80, 80)).figures.blocking_pairs > 0
    assert run(replace(season(200, 80, 80), goal=Goal.STABLE)).figures.blocking_pairs == 0


def mixed(problem: Problem) -> Problem:
    random = Random(7)
    rows = {name: list(getattr(problem, name)) for name in ("interns", "places", "mentors")}
    for each in rows.values():
        random.shuffle(each)
    return replace(problem, **{name: tuple(each) for name, each in rows.items()})


def digest(result: Result) -> str:
    return hashlib.sha256(repr(result).encode()).hexdigest()


def test_the_same_season_gives_the_same_result_in_another_order_and_another_process() -> None:
    here = digest(run(season(120, 60, 60)))
    assert digest(run(mixed(season(120, 60, 60)))) == here
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    there = subprocess.run([sys.executable, "-c", SAY], env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here


def test_another_seed_breaks_ties_otherwise() -> None:
    problem = season(120, 60, 60)
    other = run(replace(problem, seed=2))
    assert other.figures.placed == run(problem).figures.placed
    assert other.placed != run(problem).placed
