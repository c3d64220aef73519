"""Small random problems, and the same rules once more, written down plainly and slowly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import strategies as st

from cluster.matching.model import Clearance, Goal, Intern, Mentor, Pair, Place, Problem, Requirement

START = date(2024, 5, 13)
DAYS = tuple(START + timedelta(days=number) for number in range(6))
SPECIALITIES = ("15.02.12", "15.02.08", "13.02.11")
CODES = (*SPECIALITIES, "15.00.00", "13.00.00")
FORMS = ("own", "regional")
CLEARANCES = ("medical", "corporate_medical")
POINTS = {
    "named": 30,
    "group": 15,
    "mentored": 20,
    "order": 10,
    "hires": 10,
    "programme": 10,
    "town": 10,
    "cleared": 10,
}
WISHES = (50, 40, 30, 20, 10)

together = st.sampled_from([(START, DAYS[-1]), (DAYS[2], DAYS[-1]), (START, DAYS[3]), (DAYS[2], DAYS[3])])
"""Periods that all share two days."""
any_period = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda pair: (min(pair), max(pair)))
some = st.integers(0, 2**6 - 1)


def subsets(values: Sequence[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the values."""
    return st.lists(st.sampled_from(values), min_size=least, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def interns(draw: st.DrawFn, number: int, periods: st.SearchStrategy[tuple[date, date]]) -> Intern:
    """An intern."""
    first, last = draw(periods)
    return Intern(
        id=number,
        kind=draw(st.sampled_from(("production", "production", "internship"))),
        speciality=draw(st.sampled_from(SPECIALITIES)),
        first=first,
        last=last,
        contracts=draw(subsets(FORMS, 1)),
        minor=draw(st.booleans()),
        town=draw(st.sampled_from(("", "Томск", "Северск"))),
        towns=draw(st.sampled_from(((), (), ("Томск",)))),
        clearances=tuple(
            Clearance(kind, START + timedelta(days=draw(st.integers(-3, 3)))) for kind in draw(subsets(CLEARANCES))
        ),
        wishes=tuple(draw(st.lists(st.integers(1, 3), max_size=2, unique=True))),
        waiting_since=draw(st.integers(0, 3)),
    )


@st.composite
def places(draw: st.DrawFn, number: int) -> Place:
    """A place."""
    return Place(
        id=number,
        enterprise_id=draw(st.integers(1, 3)),
        kinds=("internship", "production") if draw(st.booleans()) else ("production",),
        specialities=draw(subsets(CODES, 1)),
        first=draw(st.sampled_from((START, START, DAYS[2]))),
        last=draw(st.sampled_from((DAYS[-1], DAYS[-1], DAYS[3]))),
        capacity=draw(st.integers(1, 2)),
        contracts=draw(subsets(FORMS, 1)),
        requirements=tuple(
            Requirement(kind, START + timedelta(days=draw(st.integers(-4, 3)))) for kind in draw(subsets(CLEARANCES))
        ),
        town=draw(st.sampled_from(("Томск", "Северск"))),
        day=draw(st.booleans()),
        night=True,
        mentored=draw(st.booleans()),
        production_order=draw(st.booleans()),
        hires=draw(st.booleans()),
        programme=draw(st.booleans()),
    )


@st.composite
def mentors(draw: st.DrawFn, number: int) -> Mentor:
    """A mentor."""
    day = draw(some)
    return Mentor(
        number, draw(st.integers(1, 3)), draw(subsets(CODES, 1)), draw(st.integers(1, 2)), day, draw(some) & ~day
    )


@st.composite
def problems(
    draw: st.DrawFn,
    periods: st.SearchStrategy[tuple[date, date]] = together,
    people: int = 5,
    offers: int = 4,
    goal: Goal = Goal.MOST,
) -> Problem:
    """A problem with pins and bans."""
    who = [draw(interns(number, periods)) for number in range(1, 1 + draw(st.integers(0, people)))]
    where = [draw(places(number)) for number in range(1, 1 + draw(st.integers(0, offers)))]
    staff = [draw(mentors(number)) for number in range(1, 1 + draw(st.integers(0, 4)))]
    pairs = st.lists(st.builds(Pair, st.integers(1, people), st.integers(1, offers)), max_size=2, unique=True)
    return Problem(
        tuple(who),
        tuple(where),
        tuple(staff),
        DAYS,
        pins=tuple(draw(st.lists(st.builds(Pair, st.integers(1, people), st.integers(1, offers)), max_size=1))),
        bans=tuple(draw(pairs)),
        goal=goal,
        seed=draw(st.integers(0, 3)),
    )


def easy(problem: Problem) -> Problem:
    """The same with filters that let most pairs pass, so that seats are what is scarce."""
    return replace(
        problem,
        interns=tuple(
            replace(one, kind="production", contracts=FORMS, towns=(), minor=False) for one in problem.interns
        ),
        places=tuple(
            replace(one, specialities=CODES[3:], mentored=False, first=START, last=DAYS[-1], requirements=())
            for one in problem.places
        ),
        pins=(),
    )


def may(problem: Problem, intern: Intern, place: Place) -> bool:
    """Every hard filter, one after the other."""
    group = f"{intern.speciality[:2]}.00.00"
    held = {one.kind: one.ready_on for one in intern.clearances}
    shifts = (place.day, place.night and not intern.minor)
    return (
        Pair(intern.id, place.id) not in problem.bans
        and intern.kind in place.kinds
        and (intern.speciality in place.specialities or group in place.specialities)
        and place.first <= intern.first
        and intern.last <= place.last
        and bool(set(intern.contracts) & set(place.contracts))
        and any(shifts)
        and (not intern.towns or place.town in intern.towns)
        and all(held.get(need.kind, need.ready_on) <= intern.first for need in place.requirements)
        and (not place.mentored or any(hours(problem, mentor, intern, place) for mentor in problem.mentors))
    )


def hours(problem: Problem, mentor: Mentor, intern: Intern, place: Place) -> set[date]:
    """Days on which the mentor could look after the intern at the place."""
    taught = {intern.speciality, f"{intern.speciality[:2]}.00.00"} & set(mentor.specialities)
    if mentor.enterprise_id != place.enterprise_id or not taught:
        return set()
    duty = (mentor.day_duty if place.day else 0) | (mentor.night_duty if place.night and not intern.minor else 0)
    return {day for at, day in enumerate(problem.days) if duty >> at & 1 and intern.first <= day <= intern.last}


def points(intern: Intern, place: Place) -> int:
    """Fit, without wishes."""
    held = {one.kind for one in intern.clearances}
    return (
        (POINTS["named"] if intern.speciality in place.specialities else POINTS["group"])
        + POINTS["mentored"] * place.mentored
        + POINTS["order"] * place.production_order
        + POINTS["hires"] * place.hires
        + POINTS["programme"] * place.programme
        + POINTS["town"] * bool(intern.town and intern.town == place.town)
        + POINTS["cleared"] * all(need.kind in held for need in place.requirements)
    )


def wish(intern: Intern, place: Place) -> int:
    """Points of the wish."""
    return WISHES[intern.wishes.index(place.enterprise_id)] if place.enterprise_id in intern.wishes else 0


def outcomes(problem: Problem, fixed: Mapping[int, int]) -> Iterator[dict[int, int]]:
    """Every way to place the interns that no hard filter and no capacity forbids; `fixed` is in all of them."""
    choices = [
        [fixed[one.id]]
        if one.id in fixed
        else [None, *(place.id for place in problem.places if may(problem, one, place))]
        for one in problem.interns
    ]
    for chosen in product(*choices):
        at = {one.id: place for one, place in zip(problem.interns, chosen, strict=True) if place is not None}
        if fits(problem, at):
            yield at


def fits(problem: Problem, at: Mapping[int, int]) -> bool:
    """Whether no place has more interns than it takes on any day."""
    intern = {one.id: one for one in problem.interns}
    return all(
        sum(at[one] == place.id and intern[one].first <= day <= intern[one].last for one in at) <= place.capacity
        for place in problem.places
        for day in {intern[one].first for one in at}
    )


def total(problem: Problem, at: Mapping[int, int]) -> int:
    """Points of fit and wishes of all."""
    intern, place = {one.id: one for one in problem.interns}, {one.id: one for one in problem.places}
    return sum(points(intern[one], place[to]) + wish(intern[one], place[to]) for one, to in at.items())


def largest_loss(problem: Problem, at: Mapping[int, int]) -> int:
    """The most points of fit anybody is below the best place open to them; a wish that came true loses nothing."""
    worst = 0
    for one in problem.interns:
        if one.id in at:
            own = next(place for place in problem.places if place.id == at[one.id])
            open_to = [points(one, place) for place in problem.places if may(problem, one, place)]
            if not wish(one, own):
                worst = max(worst, max(open_to) - points(one, own))
    return worst
