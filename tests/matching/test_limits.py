"""A run that is out of time, a problem as it is stored, a process that ends without a result."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given, settings

from benchmarks.season import season
from cluster.matching.model import Problem
from cluster.matching.plain import fingerprint, read_problem, read_result, write_problem, write_result
from cluster.matching.run import run
from services.practice.solver import SolverFailed, solve
from tests.matching import small


@settings(max_examples=40, deadline=None)
@given(small.problems().map(small.easy))
def test_out_of_time_the_best_found_is_whole(problem: Problem) -> None:
    """Fairness and better teams are left undone; as many are placed, no filter is broken, and the proof says so."""
    hurried, calm = run(problem, out_of_time=lambda: True), run(problem)
    assert hurried.figures.placed == calm.figures.placed
    assert hurried.figures.total == hurried.figures.best_total == calm.figures.best_total
    assert small.fits(problem, {one.intern_id: one.place_id for one in hurried.placed})
    if not hurried.proof.in_time:
        assert not (hurried.proof.fairness and hurried.proof.coverage)
    elif hurried != calm:
        raise AssertionError("something was left undone and not said")


def test_out_of_time_is_said_in_a_season() -> None:
    hurried = run(season(240, 90, 60), out_of_time=lambda: True)
    assert not hurried.proof.in_time


@settings(max_examples=30, deadline=None)
@given(small.problems(small.any_period))
def test_what_is_stored_is_what_was_seen(problem: Problem) -> None:
    content = write_problem(problem)
    again = read_problem(content)
    assert write_problem(again) == content
    assert run(again) == run(problem)
    result = run(problem)
    assert read_result(write_result(result)) == result


def test_the_hash_is_of_what_is_seen_not_of_its_order() -> None:
    problem = season(40, 20, 20)
    turned = replace(problem, interns=problem.interns[::-1], places=problem.places[::-1])
    assert fingerprint(write_problem(turned)) == fingerprint(write_problem(problem))
    other = replace(problem, interns=problem.interns[1:])
    assert fingerprint(write_problem(other)) != fingerprint(write_problem(problem))


async def test_the_process_says_what_the_function_says() -> None:
    problem, steps = season(60, 30, 30), []

    async def told(step: str) -> None:
        steps.append(step)

    content = await solve(write_problem(problem), 60, told)
    assert read_result(content) == run(problem)
    assert steps == ["filters", "places", "mentors", "reasons"]


async def test_a_process_that_ends_without_a_result_is_said() -> None:
    with pytest.raises(SolverFailed):
        await solve(b"no problem", 60)


async def test_a_run_that_is_given_up_leaves_no_process() -> None:
    solving = asyncio.create_task(solve(write_problem(season(2_000, 700, 700)), 60))
    await asyncio.sleep(0.2)
    solving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await solving
