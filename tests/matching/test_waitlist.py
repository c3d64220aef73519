"""After a decline: the waiting list moves up in its order, as many as possible, and nobody else moves."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cluster.matching.model import Pair, Problem
from cluster.matching.outcome import waiting_order
from cluster.matching.run import run
from cluster.matching.waitlist import agreed, move_up
from tests.matching import small


@settings(max_examples=80, deadline=None)
@given(small.problems(people=6).map(small.easy), st.data())
def test_the_first_in_line_and_as_many_as_possible(problem: Problem, data: st.DataObject) -> None:
    first = run(problem)
    assume(first.placed)
    gone = data.draw(st.sampled_from(first.placed))
    frozen = tuple(one for one in agreed(first) if one.intern_id != gone.intern_id)
    after = replace(problem, frozen=frozen, bans=(*problem.bans, Pair(gone.intern_id, gone.place_id)))
    moved = move_up(after, {gone.intern_id})

    kept = {one.intern_id: one.place_id for one in frozen}
    at = {one.intern_id: one.place_id for one in moved.placed}
    assert {one: at[one] for one in kept} == kept
    assert {one.intern_id for one in moved.placed if one.is_new} == set(at) - set(kept)
    waiting = [one for one in problem.interns if one.id not in kept]
    order = [one.id for one in waiting_order(after, waiting) if one.id != gone.intern_id] + [gone.intern_id]
    outcomes = list(small.outcomes(after, kept))
    assert len(at) == max(map(len, outcomes))
    served = max([one in found for one in order] for found in outcomes if len(found) == len(at))
    assert [one in at for one in order] == served


@settings(max_examples=30, deadline=None)
@given(small.problems(people=6), st.data())
def test_teams_of_others_stay(problem: Problem, data: st.DataObject) -> None:
    first = run(replace(problem, pins=()))
    assume(first.placed)
    gone = data.draw(st.sampled_from(first.placed))
    frozen = tuple(one for one in agreed(first) if one.intern_id != gone.intern_id)
    moved = move_up(replace(problem, pins=(), frozen=frozen, bans=(Pair(gone.intern_id, gone.place_id),)))
    teams = {one.intern_id: one.team for one in moved.placed if one.team}
    before = {one.intern_id: one.team for one in frozen if one.team}
    assert {one: team for one, team in teams.items() if one in before} == {
        one: team for one, team in before.items() if one in teams
    }


def test_a_seat_without_anybody_who_fits_stays_free() -> None:
    empty = Problem((), (), (), small.DAYS)
    assert move_up(empty).placed == ()
