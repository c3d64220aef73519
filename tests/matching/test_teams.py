"""Stage 2 against every possible choice of teams, and against an independent solver where those are too many."""

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from benchmarks.season import season
from cluster.matching.charges import Charge, Cover, Part, bits
from cluster.matching.model import Mentor, Problem
from cluster.matching.result import Result
from cluster.matching.run import run
from cluster.matching.teams import staff
from cluster.matching.teams_exact import day_bound, improve
from tests.matching import small

MENTORS = (11, 12, 13, 14)


@st.composite
def parts(draw: st.DrawFn, people: int = 3, mentors: int = 4, days: int = 4) -> Part:
    """Charges and mentors of one enterprise."""
    chosen = MENTORS[: draw(st.integers(1, mentors))]
    masks = st.integers(1, 2**days - 1)
    duties = {mentor: draw(masks) for mentor in chosen}
    found = []
    for number in range(1, 1 + draw(st.integers(1, people))):
        coming = draw(masks)
        duty = {mentor: hours & coming for mentor, hours in duties.items() if hours & coming}
        team = tuple(draw(st.lists(st.sampled_from(chosen), unique=True, max_size=2))) if draw(st.booleans()) else ()
        if duty:
            found.append(Charge(number, coming, duty, team))
    return Part(tuple(found), {mentor: draw(st.integers(1, 2)) for mentor in chosen})


def every_choice(part: Part) -> int:
    """The most covered days of all choices of teams."""
    teams = [
        [charge.team]
        if charge.team
        else [team for size in range(4) for team in combinations(sorted(charge.duty), size)]
        for charge in part.charges
    ]
    return max((sum(most_on(part, chosen, day) for day in range(4)) for chosen in product(*teams)), default=0)


def most_on(part: Part, teams: tuple[tuple[int, ...], ...], day: int) -> int:
    """The most charges looked after on a day by these teams: every combination of mentors."""
    able = [
        [None, *(mentor for mentor in team if charge.duty.get(mentor, 0) >> day & 1)]
        for charge, team in zip(part.charges, teams, strict=True)
    ]
    best = 0
    for chosen in product(*able):
        if all(chosen.count(mentor) <= limit for mentor, limit in part.limits.items()):
            best = max(best, sum(mentor is not None for mentor in chosen))
    return best


def solved(part: Part) -> int:
    """The optimum by scipy's mixed integer solver."""
    on = [
        (charge, mentor, day) for charge in part.charges for mentor in charge.duty for day in bits(charge.duty[mentor])
    ]
    on = [one for one in on if not one[0].team or one[1] in one[0].team]
    members = sorted({(charge.intern_id, mentor) for charge, mentor, _ in on})
    if not on:
        return 0
    rows: list[tuple[dict[int, int], int]] = []
    column = {pair: len(on) + at for at, pair in enumerate(members)}
    once: dict[tuple[int, int], list[int]] = {}
    busy: dict[tuple[int, int], list[int]] = {}
    for at, (charge, mentor, day) in enumerate(on):
        rows.append(({at: 1, column[charge.intern_id, mentor]: -1}, 0))
        once.setdefault((charge.intern_id, day), []).append(at)
        busy.setdefault((mentor, day), []).append(at)
    rows += [(dict.fromkeys(columns, 1), 1) for columns in once.values()]
    rows += [(dict.fromkeys(columns, 1), part.limits[mentor]) for (mentor, _), columns in busy.items()]
    for charge in part.charges:
        own = [column[pair] for pair in members if pair[0] == charge.intern_id]
        rows.append((dict.fromkeys(own, 1), 3))
    matrix = lil_array((len(rows), len(on) + len(members)))
    for number, (values, _) in enumerate(rows):
        for at, value in values.items():
            matrix[number, at] = value
    cost = np.concatenate([-np.ones(len(on)), np.zeros(len(members))])
    most = LinearConstraint(matrix.tocsr(), ub=np.array([limit for _, limit in rows]))
    return round(-milp(cost, constraints=most, bounds=Bounds(0, 1), integrality=np.ones_like(cost)).fun)


def check(part: Part, covers: dict[int, Cover]) -> None:
    """Three to a team, on duty, nobody over the limit, one mentor a day, agreed teams untouched."""
    for charge in part.charges:
        cover = covers[charge.intern_id]
        assert len(cover.team) <= 3
        assert not charge.team or cover.team == charge.team
        for number, (mentor, days) in enumerate(zip(cover.team, cover.days, strict=True)):
            assert days & ~charge.duty.get(mentor, 0) == 0
            assert not any(days & other for other in cover.days[:number])
    for mentor, limit in part.limits.items():
        for day in range(30):
            busy = [
                cover
                for cover in covers.values()
                if any(one == mentor and days >> day & 1 for one, days in zip(cover.team, cover.days, strict=True))
            ]
            assert len(busy) <= limit


@settings(max_examples=60, deadline=None)
@given(parts())
def test_no_choice_of_teams_covers_more_days(part: Part) -> None:
    staffing = staff([part])
    check(part, dict(staffing.covers))
    assert sum(cover.count for cover in staffing.covers.values()) == every_choice(part)
    assert staffing.proven
    assert staffing.coverable == every_choice(part)


@settings(max_examples=25, deadline=None)
@given(parts(people=6, mentors=4, days=12))
def test_nor_where_they_are_too_many_to_try(part: Part) -> None:
    staffing = staff([part])
    check(part, dict(staffing.covers))
    assert sum(cover.count for cover in staffing.covers.values()) == solved(part)


@settings(max_examples=25, deadline=None)
@given(parts(people=5, days=8))
def test_the_exact_search_alone_finds_the_optimum(part: Part) -> None:
    """From nothing: what the quick choices find already would hide it."""
    nothing = {charge.intern_id: Cover((), ()) for charge in part.charges}
    covers, bound, _ = improve(part, nothing, day_bound(part))
    check(part, covers)
    assert sum(cover.count for cover in covers.values()) == bound == solved(part)


@settings(max_examples=40, deadline=None)
@given(small.problems(small.any_period))
def test_a_whole_run_lists_every_day(problem: Problem) -> None:
    result = run(problem)
    for one in result.placed:
        intern, place = problem.intern[one.intern_id], problem.place[one.place_id]
        coming = [day for day in problem.days if intern.first <= day <= intern.last]
        if not place.mentored:
            assert (one.team, one.cover) == ((), ())
            continue
        assert len(one.cover) == len(coming)
        for day, who in zip(coming, one.cover, strict=True):
            assert who == -1 or day in small.hours(problem, mentor_of(problem, one.team[who]), intern, place)
        counts = [one.cover.count(member) for member in range(len(one.team))]
        assert counts == sorted(counts, reverse=True)
    assert covered(result) == result.figures.covered <= result.figures.coverable <= result.figures.days


def mentor_of(problem: Problem, mentor_id: int) -> Mentor:
    return next(one for one in problem.mentors if one.id == mentor_id)


def covered(result: Result) -> int:
    return sum(who >= 0 for one in result.placed for who in one.cover)


def test_nearly_everything_is_covered_in_a_season() -> None:
    """The aim of product section 6's benchmark, at a size that runs in the normal tests."""
    result = run(season(300, 200, 200))
    assert result.figures.covered >= 0.99 * result.figures.coverable
    assert result.proof.coverage
