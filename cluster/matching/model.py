"""What goes into a run of matching: plain frozen values, nothing of the database. `result` is what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

VERSION: Final = "2"
"""Of the model: a change of a rule, of a weight or of the order of anything is a new version, stored with each run."""
SUBSTITUTES: Final = 2
"""At most so many substitutes beside the primary mentor (product, section 6)."""
TEAM: Final = 1 + SUBSTITUTES


class Goal(StrEnum):
    """What stage 1 looks for."""

    MOST = "most"  # most placed, then the best total
    STABLE = "stable"  # no intern and place that would both rather have each other


class Obstacle(StrEnum):
    """What keeps an intern from a place, in the order it is looked at."""

    KIND = "kind"  # the place is not for this kind of practice
    SPECIALITY = "speciality"
    PERIOD = "period"  # the intern's days are not inside the place's
    CONTRACT = "contract"  # no form of contract that both sides sign
    NIGHT = "night"  # only night shifts, and the intern is under 18
    MENTOR = "mentor"  # a place with a mentor, and nobody there can be it on any day
    TOWN = "town"  # too far for the intern
    CLEARANCE = "clearance"  # it cannot be there by the first day
    BANNED = "banned"  # the coordinator, or a decline, excludes the pair
    FULL = "full"  # the places are given to others


@dataclass(frozen=True, slots=True)
class Clearance:
    """Something an intern has, or has an appointment for: `ready_on` is the day from which it counts."""

    kind: str
    ready_on: date


@dataclass(frozen=True, slots=True)
class Requirement:
    """A clearance a place asks for: who has none yet can have it on `ready_on` (today and the lead time)."""

    kind: str
    ready_on: date


@dataclass(frozen=True, slots=True)
class Intern:
    """Somebody to place.

    Args:
        kind: of practice, compared with the place's.
        minor: under 18 on the first day or possibly so: no night shifts.
        towns: where they can go at all; empty: anywhere.
        wishes: ids of enterprises, the most wanted first.
        waiting_since: seconds, for the order of the waiting list.
    """

    id: int
    kind: str
    speciality: str
    first: date
    last: date
    contracts: tuple[str, ...]
    minor: bool = False
    town: str = ""
    towns: tuple[str, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    wishes: tuple[int, ...] = ()
    waiting_since: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One offer of an enterprise.

    Args:
        specialities: codes («15.02.12») and whole groups («15.00.00»).
        capacity: interns at the same time.
        day, night: shifts an intern may work in there.
        mentored: an individual mentor; else a group supervisor, and stage 2 has nothing to do.
        production_order, hires, programme: the three cases in which mentoring works better (document 000, slide 17).
    """

    id: int
    enterprise_id: int
    kinds: tuple[str, ...]
    specialities: tuple[str, ...]
    first: date
    last: date
    capacity: int
    contracts: tuple[str, ...]
    requirements: tuple[Requirement, ...] = ()
    town: str = ""
    day: bool = True
    night: bool = False
    mentored: bool = True
    production_order: bool = False
    hires: bool = False
    programme: bool = False


@dataclass(frozen=True, slots=True)
class Mentor:
    """Somebody who looks after interns.

    Args:
        limit: interns on the same day.
        day_duty, night_duty: bit n is set when they are on duty on `Problem.days[n]`, by day and by night.
    """

    id: int
    enterprise_id: int
    specialities: tuple[str, ...]
    limit: int
    day_duty: int
    night_duty: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """An intern and a place."""

    intern_id: int
    place_id: int


@dataclass(frozen=True, slots=True)
class Frozen:
    """A pair that is agreed already, with its team (the primary first; empty: stage 2 chooses one)."""

    intern_id: int
    place_id: int
    team: tuple[int, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Everything a run depends on; the same problem gives the same result.

    Args:
        days: practice days of the whole season in order; those inside an intern's period are that intern's.
        pins: pairs the coordinator wants; kept where the hard filters allow them.
        bans: pairs that are excluded.
        seed: breaks ties.
    """

    interns: tuple[Intern, ...]
    places: tuple[Place, ...]
    mentors: tuple[Mentor, ...]
    days: tuple[date, ...]
    frozen: tuple[Frozen, ...] = ()
    pins: tuple[Pair, ...] = ()
    bans: tuple[Pair, ...] = ()
    goal: Goal = Goal.MOST
    seed: int = 0

    @cached_property
    def intern(self) -> Mapping[int, Intern]:
        """Interns by id."""
        return {one.id: one for one in self.interns}

    @cached_property
    def place(self) -> Mapping[int, Place]:
        """Places by id."""
        return {one.id: one for one in self.places}
