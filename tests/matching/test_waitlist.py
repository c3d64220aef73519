"""After a decline: the waiting list moves up in its order, as many as possible, and nobody else moves."""

from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cluster.matching.model import Pair, Problem
from cluster.matching.outcome import waiting_order
from cluster.matching.run import run
from cluster.matching.waitlist import agreed, move_up
from tests.matching import small


@settings(max_examples=50, deadline=None)
@given(small.problems(people=6).map(small.easy), st.data())
def test_the_first_in_line_and_as_many_as_possible(problem: Problem, data: st.DataObject) -> None:
    first = run(problem)
    assume(first.placed)
    gone = data.draw(st.sampled_from(first.placed))
    frozen = tuple(one for one in agreed(first) if one.intern_id != gone.intern_id)
    after = replace(problem, frozen=frozen, bans=(*problem.bans, Pair(gone.intern_id, gone.place_id)))
    moved = move_up(after, {gone.intern_id})

    kept = {one.intern_id: one.place_id for one in frozen}
    assert not kept.keys() & {one.intern_id for one in moved}
    assert all(one.is_new and one.why.choices for one in moved)
    at = kept | {one.intern_id: one.place_id for one in moved}
    waiting = [one for one in problem.interns if one.id not in kept]
    order = [one.id for one in waiting_order(after, waiting) if one.id != gone.intern_id] + [gone.intern_id]
    outcomes = list(small.outcomes(after, kept))
    assert len(at) == max(map(len, outcomes))
    served = max([one in found for one in order] for found in outcomes if len(found) == len(at))
    assert [one in at for one in order] == served


@settings(max_examples=30, deadline=None)
@given(small.problems(people=6), st.data())
def test_mentors_are_not_overloaded_by_who_moves_up(problem: Problem, data: st.DataObject) -> None:
    first = run(replace(problem, pins=()))
    assume(first.placed)
    gone = data.draw(st.sampled_from(first.placed))
    frozen = tuple(one for one in agreed(first) if one.intern_id != gone.intern_id)
    moved = move_up(replace(problem, pins=(), frozen=frozen, bans=(Pair(gone.intern_id, gone.place_id),)))
    days: Counter[tuple[int, int]] = Counter()
    for one in (*first.placed, *moved):
        if one.intern_id != gone.intern_id or one in moved:
            intern = problem.intern[one.intern_id]
            coming = [day for day in problem.days if intern.first <= day <= intern.last]
            days.update((one.team[who], day) for who, day in zip(one.cover, coming, strict=False) if who >= 0)
    limits = {one.id: one.limit for one in problem.mentors}
    assert all(count <= limits[mentor] for (mentor, _), count in days.items())


def test_a_seat_without_anybody_who_fits_stays_free() -> None:
    empty = Problem((), (), (), small.DAYS)
    assert move_up(empty) == ()
