"""Stage 1 against every possible outcome: most placed, then best total, then fair; stable; never a broken filter."""

from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cluster.matching.filters import obstacles
from cluster.matching.model import Goal, Pair, Problem
from cluster.matching.offers import Offers
from cluster.matching.placing import independent, market
from cluster.matching.result import Result
from cluster.matching.run import run
from tests.matching import small

MANY = settings(max_examples=45, deadline=None)
FEW = settings(max_examples=40, deadline=None)


def placed(result: Result) -> dict[int, int]:
    return {one.intern_id: one.place_id for one in result.placed}


def pinned(result: Result) -> dict[int, int]:
    return {one.intern_id: one.place_id for one in result.placed if one.why.pinned}


def best(problem: Problem, fixed: dict[int, int]) -> tuple[int, int, int]:
    """Most placed, the best total then, and the smallest largest loss within one per cent of the free ones' total."""
    found = [(len(at), small.total(problem, at), at) for at in small.outcomes(problem, fixed)]
    most = max(count for count, _, _ in found)
    top = max(points for count, points, _ in found if count == most)
    return (
        most,
        top,
        min(small.largest_loss(problem, at) for count, points, at in found if (count, points) == (most, top)),
    )


@MANY
@given(small.problems())
def test_most_are_placed_then_the_total_is_best(problem: Problem) -> None:
    result = run(problem)
    most, top, _ = best(problem, pinned(result))
    assert len(result.placed) == most
    assert result.figures.best_total == top
    assert result.figures.total == small.total(problem, placed(result))
    assert result.proof.placing


@MANY
@given(small.problems().map(small.easy))
def test_also_where_seats_are_scarce(problem: Problem) -> None:
    result = run(problem)
    most, top, _ = best(problem, {})
    assert (len(result.placed), result.figures.best_total) == (most, top)


@MANY
@given(small.problems(small.any_period))
def test_no_hard_filter_is_ever_broken(problem: Problem) -> None:
    result = run(problem)
    at = placed(result)
    for one, to in at.items():
        intern = next(each for each in problem.interns if each.id == one)
        place = next(each for each in problem.places if each.id == to)
        assert small.may(problem, intern, place)
        assert next(each for each in result.placed if each.intern_id == one).fit == small.points(intern, place)
    assert small.fits(problem, at)
    assert {one.intern_id for one in result.left_out} == {one.id for one in problem.interns} - set(at)


@MANY
@given(small.problems(goal=Goal.STABLE).map(small.easy))
def test_no_pair_blocks_the_stable_outcome(problem: Problem) -> None:
    result = run(problem)
    assert blocking(problem, placed(result)) == 0
    assert result.figures.blocking_pairs == 0


@MANY
@given(small.problems().map(small.easy))
def test_blocking_pairs_are_counted(problem: Problem) -> None:
    result = run(problem)
    assert result.figures.blocking_pairs == blocking(problem, placed(result))


def blocking(problem: Problem, at: dict[int, int]) -> int:
    """Pairs that would both rather have each other: any wish before any fit; a place by fit alone."""
    place = {one.id: one for one in problem.places}
    intern = {one.id: one for one in problem.interns}

    def worth(one: int, to: int) -> tuple[int, int]:
        return small.wish(intern[one], place[to]), small.points(intern[one], place[to])

    count = 0
    for one, to in product(intern, place):
        if not small.may(problem, intern[one], place[to]) or (one in at and worth(one, at[one]) >= worth(one, to)):
            continue
        held = [other for other in at if at[other] == to]
        own = small.points(intern[one], place[to])
        free = len(held) < place[to].capacity
        count += free or any(small.points(intern[other], place[to]) < own for other in held)
    return count


@MANY
@given(small.problems().map(small.easy))
def test_nobody_is_sacrificed_for_a_negligible_total(problem: Problem) -> None:
    """In a market of people who compete for the same seats no outcome within 1 % of the best total has a smaller
    largest loss."""
    result = run(problem)
    parts = list(independent(market(problem, Offers(problem), problem.interns, {})))
    assume(len(parts) == 1)
    most, top, _ = best(problem, {})
    fair = min(
        small.largest_loss(problem, at)
        for at in small.outcomes(problem, {})
        if len(at) == most and small.total(problem, at) >= top - top // 100
    )
    assert result.figures.largest_loss == fair
    assert result.figures.total >= top - top // 100


@FEW
@given(small.problems(small.any_period), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(problem: Problem, random: Random) -> None:
    def mixed(rows: tuple) -> tuple:
        rows = list(rows)
        random.shuffle(rows)
        return tuple(rows)

    names = ("interns", "places", "mentors", "pins", "bans")
    assert run(replace(problem, **{name: mixed(getattr(problem, name)) for name in names})) == run(problem)


@FEW
@given(small.problems(small.any_period))
def test_each_filter_says_what_it_excludes(problem: Problem) -> None:
    """The filters over columns agree with the plain rule, pair by pair."""
    offers = Offers(problem)
    bare = replace(problem, bans=())
    for intern in problem.interns:
        excluded = obstacles(offers, intern)
        for at, place in enumerate(offers.places):
            assert (not any(flags[at] for flags in excluded.values())) == small.may(bare, intern, place)


@FEW
@given(small.problems(), st.integers(1, 5), st.integers(1, 4))
def test_a_pin_is_kept_or_refused_with_its_reason(problem: Problem, intern: int, place: int) -> None:
    pin = Pair(intern, place)
    problem = replace(problem, pins=(pin,))
    result = run(problem)
    known = any(one.id == intern for one in problem.interns) and any(one.id == place for one in problem.places)
    if not known:
        assert result.refused_pins == ()
        return
    allowed = small.may(
        problem,
        next(one for one in problem.interns if one.id == intern),
        next(one for one in problem.places if one.id == place),
    )
    assert (placed(result).get(intern) == place) >= allowed
    assert [one.pair for one in result.refused_pins] == ([] if allowed else [pin])


@MANY
@given(small.problems().map(small.easy))
def test_of_two_alike_who_waits_longer_is_placed(problem: Problem) -> None:
    """Alike in everything but the waiting: nobody is left out for one who came later."""
    result = run(problem)
    at = {problem.intern[one.intern_id] for one in result.placed}
    for left in result.left_out:
        intern = problem.intern[left.intern_id]
        same = [one for one in at if replace(one, id=0, waiting_since=0) == replace(intern, id=0, waiting_since=0)]
        assert all(one.waiting_since <= intern.waiting_since for one in same)
