"""What a left-out person is told would really place them, and nothing smaller would; what others are told is true."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings

from cluster.matching.model import Clearance, Intern, Mentor, Obstacle, Pair, Place, Problem, Requirement
from cluster.matching.result import Change, ChangeKind, Errand, LeftOut, MissedWish, Point
from cluster.matching.run import run
from tests.matching import small

SETTINGS = settings(max_examples=40, deadline=None)
ALWAYS = 2 ** len(small.DAYS) - 1


def changed(problem: Problem, intern: Intern, change: Change) -> Problem:
    """The problem after the change."""
    place = problem.place[change.place_id]
    own: dict[str, object] = {}
    theirs: dict[str, object] = {}
    match change.kind:
        case ChangeKind.CLEARANCE:
            others = tuple(one for one in intern.clearances if one.kind != change.detail)
            own["clearances"] = (*others, Clearance(change.detail, intern.first))
        case ChangeKind.SEAT:
            theirs["capacity"] = place.capacity + 1
        case ChangeKind.CONTRACT:
            own["contracts"] = (*intern.contracts, change.detail)
        case ChangeKind.TOWN:
            own["towns"] = (*intern.towns, change.detail)
        case ChangeKind.BAN:
            problem = replace(problem, bans=tuple(one for one in problem.bans if one != Pair(intern.id, place.id)))
        case ChangeKind.MENTOR:
            mentor = Mentor(99, place.enterprise_id, (intern.speciality,), 9, ALWAYS, ALWAYS)
            problem = replace(problem, mentors=(*problem.mentors, mentor))
        case ChangeKind.PERIOD:
            own |= {"first": change.day, "last": change.until}
        case ChangeKind.DAY_SHIFT:
            theirs["day"] = True
        case ChangeKind.SPECIALITY:
            theirs["specialities"] = (*place.specialities, intern.speciality)
        case ChangeKind.KIND:
            theirs["kinds"] = (*place.kinds, intern.kind)
    return replace(
        problem,
        interns=tuple(replace(one, **own) if one is intern else one for one in problem.interns),
        places=tuple(replace(one, **theirs) if one is place else one for one in problem.places),
    )


def places_them(problem: Problem, placed: set[int], intern: Intern, change: Change) -> bool:
    """Whether everybody placed before and this person all have a place after the change."""
    after = changed(problem, intern, change)
    only = tuple(one for one in after.interns if one.id in placed or one.id == intern.id)
    return len(run(replace(after, interns=only, pins=())).placed) == len(placed) + 1


def smaller(problem: Problem, intern: Intern, than: ChangeKind | None) -> Iterator[Change]:
    """Every change of a smaller kind, at every place. A moved period counts on free seats only and is not in it."""
    for kind in ChangeKind:
        if kind is than:
            return
        for place in problem.places:
            if kind is ChangeKind.CLEARANCE:
                for need in place.requirements:
                    yield Change(kind, place.id, detail=need.kind)
            elif kind is ChangeKind.CONTRACT:
                for form in place.contracts:
                    yield Change(kind, place.id, detail=form)
            elif kind is not ChangeKind.PERIOD:
                yield Change(kind, place.id, detail=place.town)


@SETTINGS
@given(small.problems())
def test_the_change_places_them_and_nothing_smaller_does(problem: Problem) -> None:
    check(replace(problem, pins=()))


@SETTINGS
@given(small.problems().map(small.easy))
def test_also_where_seats_are_scarce(problem: Problem) -> None:
    check(problem)


def check(problem: Problem) -> None:
    result = run(problem)
    placed = {one.intern_id for one in result.placed}
    for left in result.left_out:
        intern = problem.intern[left.intern_id]
        assert sum(left.excluded.values()) == len(problem.places)
        if left.change is not None:
            assert places_them(problem, placed, intern, left.change), left
        for change in smaller(problem, intern, left.change.kind if left.change else None):
            assert not places_them(problem, placed, intern, change), (left, change)


MAY = date(2024, 5, 13)
POLYUS = Place(
    1, 10, ("production",), ("15.02.12",), MAY, MAY + timedelta(days=30), 1, ("regional",), town="Томск", mentored=False
)
STUDENT = Intern(1, "production", "15.02.12", MAY, MAY + timedelta(days=11), ("regional",), town="Томск", wishes=(10,))


def problem(*interns: Intern, places: tuple[Place, ...] = (POLYUS,), **more: object) -> Problem:
    return Problem(interns, places, (), small.DAYS, **more)  # type: ignore[arg-type]


def left_out(found: Problem) -> LeftOut:
    [left] = run(found).left_out
    return left


def test_one_seat_too_few() -> None:
    """«+1 место на АО „НПЦ „Полюс““ в мае»."""
    second = replace(STUDENT, id=2, waiting_since=5)
    left = left_out(problem(STUDENT, second))
    assert (left.intern_id, left.cause, left.waiting) == (2, Obstacle.FULL, 1)
    assert left.change == Change(ChangeKind.SEAT, 1, STUDENT.first, STUDENT.last)


def test_a_clearance_comes_too_late() -> None:
    """«Справка до 13.05»: an examination that takes longer than is left."""
    late = replace(POLYUS, requirements=(Requirement("corporate_medical", MAY + timedelta(days=3)),))
    left = left_out(problem(STUDENT, places=(late,)))
    assert left.cause is Obstacle.CLEARANCE
    assert left.change == Change(ChangeKind.CLEARANCE, 1, MAY, None, "corporate_medical")


def test_no_single_change_is_enough() -> None:
    far = replace(POLYUS, specialities=("13.02.11",), contracts=("own",))
    left = left_out(problem(STUDENT, places=(far,)))
    assert (left.cause, left.change) == (Obstacle.SPECIALITY, None)


def test_a_period_is_moved_no_further_than_needed() -> None:
    early = replace(STUDENT, first=MAY - timedelta(days=2), last=MAY + timedelta(days=9))
    left = left_out(problem(early))
    assert left.cause is Obstacle.PERIOD
    assert left.change == Change(ChangeKind.PERIOD, 1, MAY, MAY + timedelta(days=11))


def test_why_somebody_is_placed() -> None:
    needs = replace(POLYUS, requirements=(Requirement("medical", MAY - timedelta(days=4)),), hires=True)
    other = replace(POLYUS, id=2, enterprise_id=20, capacity=0)
    asking = replace(STUDENT, wishes=(20, 30, 10))
    [one] = run(problem(asking, places=(needs, other))).placed
    assert one.why.points == (Point.SPECIALITY, Point.HIRES, Point.TOWN)
    assert one.why.wish == 3
    assert one.why.missed == (MissedWish(1, 20, Obstacle.FULL), MissedWish(2, 30, Obstacle.KIND))
    assert one.why.errands == (Errand("medical", MAY - timedelta(days=4), MAY),)
    assert (one.fit, one.wish) == (50, 30)


def test_a_pin_against_a_filter_is_refused_with_the_filter() -> None:
    result = run(problem(replace(STUDENT, contracts=("own",)), pins=(Pair(1, 1),)))
    assert [(one.pair, one.obstacle) for one in result.refused_pins] == [(Pair(1, 1), Obstacle.CONTRACT)]
    assert result.placed == ()
