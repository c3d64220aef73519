"""A made-up season of practice of any size, as like a real one as we know it: the same numbers make the same season."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from cluster.matching.model import Clearance, Intern, Mentor, Place, Problem, Requirement
from cluster.matching.score import group_of

FIRST = date(2024, 5, 13)
CODES = [
    *(f"15.02.{number:02}" for number in (4, 8, 9, 10, 12, 14, 32)),
    *(f"13.02.{number:02}" for number in (2, 3, 6, 11)),
    *(f"21.02.{number:02}" for number in (1, 2, 3)),
    *("11.02.16", "11.02.17", "18.02.12", "18.02.13", "22.02.06", "22.02.15", "27.02.06", "27.02.07"),
]
"""Specialities of the cluster's six groups (document 000: УГПС 11, 13, 15, 18, 21, 22, 27)."""
CLUSTER = 3_000
"""Interns of one cluster; larger seasons are several clusters of the region with specialities of their own."""
TOWNS = ("Томск", "Северск", "Асино", "Колпашево", "Кожевниково")
KINDS = ("medical", "corporate_medical", "safety", "entry")
GROUP = 20
"""Interns of one request."""


@dataclass(frozen=True, slots=True)
class _Region:
    enterprises: int
    clusters: int
    days: Sequence[date]


def season(interns: int, places: int, mentors: int, *, days: int = 20, seed: int = 1) -> Problem:
    """A season.

    Args:
        interns, places, mentors: how many of each.
        days: practice days.
    """
    random = Random(seed)
    calendar = _working_days(days)
    enterprises = max(2, places // 25)
    region = _Region(enterprises, min(enterprises, max(1, interns // CLUSTER)), calendar)
    offers = tuple(_place(random, number, region, interns / places) for number in range(1, places + 1))
    profiles: dict[int, set[str]] = {}
    for place in offers:
        profiles.setdefault(place.enterprise_id, set()).update(group_of(code) for code in place.specialities)
    staff = tuple(_mentor(random, number, enterprises, profiles, days) for number in range(1, mentors + 1))
    asked: list[Intern] = []
    while len(asked) < interns:
        asked += _request(random, len(asked), min(GROUP, interns - len(asked)), region)
    return Problem(tuple(asked), offers, staff, calendar, seed=seed)


def _codes(cluster: int) -> list[str]:
    """Specialities of one of the clusters: the industrial one's, or as many in groups of its own."""
    groups = sorted({group_of(code) for code in CODES})
    return CODES if not cluster else [f"{23 + 7 * cluster + groups.index(group_of(code))}{code[2:]}" for code in CODES]


def _working_days(count: int) -> tuple[date, ...]:
    days = (FIRST + timedelta(days=number) for number in range(2 * count))
    return tuple([day for day in days if day.weekday() < 5][:count])


def _place(random: Random, number: int, region: _Region, crowd: float) -> Place:
    enterprise = 1 + (number - 1) % region.enterprises
    days = region.days
    own = Random(enterprise)
    offered = _codes(enterprise % region.clusters)
    groups = own.sample(sorted({group_of(code) for code in offered}), 2)
    codes = [code for code in offered if group_of(code) in groups]
    named = tuple(random.sample(codes, min(len(codes), 3))) if random.random() < 0.6 else (random.choice(groups),)
    needs = tuple(
        Requirement(kind, FIRST - timedelta(days=own.choice((30, 10, 1, -5)))) for kind in KINDS if own.random() < 0.3
    )
    return Place(
        id=number,
        enterprise_id=enterprise,
        kinds=("production", "educational"),
        specialities=named,
        first=days[0] if random.random() < 0.9 else days[len(days) // 2],
        last=days[-1],
        capacity=random.randint(1, max(1, round(2 * crowd))),
        contracts=("regional", "own") if own.random() < 0.6 else (own.choice(("regional", "own")),),
        requirements=needs,
        town=own.choices(TOWNS, (10, 4, 1, 1, 1))[0],
        night=own.random() < 0.3,
        mentored=random.random() < 0.85,
        production_order=random.random() < 0.3,
        hires=own.random() < 0.4,
        programme=own.random() < 0.2,
    )


def _mentor(random: Random, number: int, enterprises: int, profiles: dict[int, set[str]], days: int) -> Mentor:
    enterprise = 1 + (number - 1) % enterprises
    groups = sorted(profiles.get(enterprise, {"15.00.00"}))
    taught = tuple(random.sample(groups, random.randint(1, min(2, len(groups)))))
    everything = (1 << days) - 1
    absent = ~(((1 << random.randint(2, 5)) - 1) << random.randrange(days)) if random.random() < 0.2 else -1
    day, night = everything, 0
    if random.random() < 0.4:
        offset, turns = random.randrange(8), random.random() < 0.5
        places = [(position + offset) % (8 if turns else 4) for position in _calendar_positions(days)]
        day = sum(1 << at for at, place in enumerate(places) if place < 2)
        night = sum(1 << at for at, place in enumerate(places) if turns and 4 <= place < 6)
    return Mentor(
        number, enterprise, taught, random.randint(1, 3), day & absent & everything, night & absent & everything
    )


def _calendar_positions(days: int) -> list[int]:
    return [(day - FIRST).days for day in _working_days(days)]


def _request(random: Random, start: int, count: int, region: _Region) -> list[Intern]:
    cluster, days = random.randrange(region.clusters), region.days
    near = [number for number in range(1, region.enterprises + 1) if number % region.clusters == cluster]
    code, first = random.choice(_codes(cluster)), days[0] if random.random() < 0.8 else days[len(days) // 2]
    contracts = ("regional",) if random.random() < 0.3 else ("own", "regional")
    minors, town = random.random() < 0.2, random.choices(TOWNS, (10, 4, 1, 1, 1))[0]
    return [
        Intern(
            id=start + number,
            kind=random.choice(("production", "educational")) if number == 1 else "production",
            speciality=code,
            first=first,
            last=days[-1],
            contracts=contracts,
            minor=minors and random.random() < 0.5,
            town=town if random.random() < 0.8 else random.choice(TOWNS),
            clearances=tuple(Clearance(kind, FIRST - timedelta(days=1)) for kind in KINDS if random.random() < 0.5),
            wishes=tuple(random.sample(near, random.randint(1, min(5, len(near))))) if random.random() < 0.6 else (),
            waiting_since=start,
        )
        for number in range(1, count + 1)
    ]
