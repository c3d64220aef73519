"""Stage 2's view: interns to be looked after on their days, mentors with their hours, in parts that share nobody."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cluster.matching.lottery import lot
from cluster.matching.model import Intern, Mentor, Place, Problem
from cluster.matching.score import group_of


@dataclass(frozen=True, slots=True)
class Charge:
    """An intern at a place with an individual mentor.

    Args:
        days: bit n is set when they come on `Problem.days[n]`.
        duty: mentor → days on which that mentor could look after them; only mentors who could on one day at least.
        team: agreed already, the primary first; empty where stage 2 chooses.
    """

    intern_id: int
    days: int
    duty: Mapping[int, int]
    team: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """Charges and mentors that have to do with nobody outside: solved on its own.

    Args:
        limits: mentor → interns on the same day.
    """

    charges: tuple[Charge, ...]
    limits: Mapping[int, int]

    @cached_property
    def mentors(self) -> tuple[int, ...]:
        """Mentors in the order of their lots."""
        return tuple(self.limits)


@dataclass(frozen=True, slots=True)
class Cover:
    """Who looks after one charge: the team, the primary first, and per member the days, disjoint."""

    team: tuple[int, ...]
    days: tuple[int, ...]

    @property
    def count(self) -> int:
        """Covered days."""
        return sum(mask.bit_count() for mask in self.days)

    def by_day(self, days: int) -> tuple[int, ...]:
        """Per day of the charge, who of the team is there; −1: nobody."""
        return tuple(next((at for at, mask in enumerate(self.days) if mask >> day & 1), -1) for day in bits(days))


def bits(mask: int) -> Iterator[int]:
    """Positions of the bits that are set, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def cover_of(charge: Charge, days: Mapping[int, int]) -> Cover:
    """The cover made of these days per mentor: an agreed team stays as it is, else who is there most is the primary."""
    if charge.team:
        return Cover(charge.team, tuple(days.get(mentor, 0) for mentor in charge.team))
    busy = sorted(((mentor, mask) for mentor, mask in days.items() if mask), key=lambda one: -one[1].bit_count())
    return Cover(tuple(mentor for mentor, _ in busy), tuple(mask for _, mask in busy))


def charges(problem: Problem, at: Iterable[tuple[Intern, Place, tuple[int, ...]]]) -> list[Charge]:
    """Interns with an individual mentor to find, independent of the order they come in.

    Args:
        at: interns with their places, and their teams where those are agreed.
    """
    ordinals = [day.toordinal() for day in problem.days]
    mentors = _by_enterprise(problem)
    masks: dict[tuple[int, int], int] = {}
    duties: dict[tuple[object, ...], dict[int, int]] = {}
    found = []
    for intern, place, team in at:
        if not place.mentored:
            continue
        span = (intern.first.toordinal(), intern.last.toordinal())
        if span not in masks:
            masks[span] = sum(1 << at for at, day in enumerate(ordinals) if span[0] <= day <= span[1])
        days = masks[span]
        key = (place.enterprise_id, intern.speciality, span, place.day, place.night and not intern.minor)
        if key not in duties:
            duties[key] = _duty(mentors.get(place.enterprise_id, ()), intern, place, days)
        found.append(Charge(intern.id, days, duties[key], team))
    return sorted(found, key=lambda one: (lot(problem.seed, "charge", one.intern_id), one.intern_id))


def parts(problem: Problem, found: Sequence[Charge]) -> list[Part]:
    """Charges in parts that share no mentor, in the order of their first charge's lot."""
    leader: dict[int, int] = {}

    def root(mentor: int) -> int:
        while leader.setdefault(mentor, mentor) != mentor:
            leader[mentor] = leader[leader[mentor]]
            mentor = leader[mentor]
        return mentor

    for charge in found:
        members = list(charge.duty)
        for mentor in members[1:]:
            leader[root(mentor)] = root(members[0])
    together: dict[int, list[Charge]] = {}
    for charge in found:
        if charge.duty:
            together.setdefault(root(next(iter(charge.duty))), []).append(charge)
    limits = {one.id: one.limit for one in problem.mentors}
    lots = {one.id: (lot(problem.seed, "mentor", one.id), one.id) for one in problem.mentors}
    made = []
    for group in together.values():
        theirs = sorted({mentor for charge in group for mentor in charge.duty}, key=lots.__getitem__)
        made.append(Part(tuple(group), {mentor: limits[mentor] for mentor in theirs}))
    return made


def _by_enterprise(problem: Problem) -> dict[int, list[Mentor]]:
    found: dict[int, list[Mentor]] = {}
    for mentor in problem.mentors:
        found.setdefault(mentor.enterprise_id, []).append(mentor)
    return found


def _duty(mentors: Iterable[Mentor], intern: Intern, place: Place, days: int) -> dict[int, int]:
    wanted = {intern.speciality, group_of(intern.speciality)}
    found = {}
    for mentor in mentors:
        hours = mentor.day_duty if place.day else 0
        if place.night and not intern.minor:
            hours |= mentor.night_duty
        if hours & days and not wanted.isdisjoint(mentor.specialities):
            found[mentor.id] = hours & days
    return found
