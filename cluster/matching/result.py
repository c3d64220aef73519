"""What comes out of a run of matching: plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cluster.matching.model import Obstacle, Pair


class Point(StrEnum):
    """A part of the fit of a place; the points are in `score`."""

    SPECIALITY = "speciality"  # the place names the speciality itself
    GROUP = "group"  # only its group (УГПС)
    MENTORED = "mentored"
    PRODUCTION_ORDER = "production_order"
    HIRES = "hires"
    PROGRAMME = "programme"
    TOWN = "town"  # in the intern's own town
    CLEARED = "cleared"  # nothing has to be obtained first


@dataclass(frozen=True, slots=True)
class MissedWish:
    """A wish above the one that came true, and what was in the way (of its place that came nearest)."""

    rank: int
    enterprise_id: int
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Errand:
    """A clearance that must still be obtained: it can be there on `ready_on`, and is needed by `due_on`."""

    kind: str
    ready_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Why:
    """Why an intern got this place.

    Args:
        points: what speaks for it.
        choices: how many places were possible at all.
        wish: rank of the wish that came true, from 1; 0 when none did.
        pinned: the coordinator chose it.
    """

    points: tuple[Point, ...] = ()
    choices: int = 0
    wish: int = 0
    missed: tuple[MissedWish, ...] = ()
    errands: tuple[Errand, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An intern with place and mentors.

    Args:
        fit, wish: points of both.
        team: mentors, the primary first; empty under a group supervisor or where nobody is.
        cover: per practice day of the intern, who of the team is there (0 is the primary), −1: nobody.
        is_new: proposed by this run, not frozen before it; only then there is a `why`.
    """

    intern_id: int
    place_id: int
    fit: int
    wish: int
    team: tuple[int, ...] = ()
    cover: tuple[int, ...] = ()
    is_new: bool = True
    why: Why = field(default_factory=Why)


class ChangeKind(StrEnum):
    """A single change that would place somebody; earlier ones are smaller."""

    CLEARANCE = "clearance"  # the clearance `detail` by `day`
    SEAT = "seat"  # one more place
    CONTRACT = "contract"  # the college and the enterprise sign the same form
    TOWN = "town"  # the intern can go to that town (`detail`)
    BAN = "ban"  # the exclusion is lifted
    MENTOR = "mentor"  # the enterprise names a mentor for the speciality
    PERIOD = "period"  # the practice lies inside the place's period, which begins on `day` and ends on `until`
    DAY_SHIFT = "day_shift"  # the enterprise takes the intern in day shifts
    SPECIALITY = "speciality"  # the enterprise takes the speciality
    KIND = "kind"  # the enterprise takes this kind of practice


@dataclass(frozen=True, slots=True)
class Change:
    """The smallest single change found for somebody who is left out, at one place."""

    kind: ChangeKind
    place_id: int
    day: date | None = None
    until: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody without a place.

    Args:
        cause: the binding one: FULL where places were possible, else what excludes most of the nearest places.
        excluded: how many places each obstacle excludes (a place may have several).
        change: the smallest single change; None where one is not enough.
        waiting: place in the waiting list, from 1.
    """

    intern_id: int
    cause: Obstacle
    excluded: Mapping[Obstacle, int]
    change: Change | None
    waiting: int


@dataclass(frozen=True, slots=True)
class RefusedPin:
    """A pin that a hard filter does not allow."""

    pair: Pair
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Figures:
    """The run in numbers.

    Args:
        total: points of fit and wishes of all placed in this run.
        best_total: the best total with as many placed, before fairness.
        largest_loss: the most points of fit somebody is below the best place open to them, without a wish of theirs.
        blocking_pairs: pairs of intern and place that would both rather have each other.
        coverable: an upper bound of the days (of all interns) that can be covered.
        covered, days: days that are covered, and all days with an individual mentor due.
    """

    asked: int
    placed: int
    total: int
    best_total: int
    largest_loss: int
    blocking_pairs: int
    days: int
    coverable: int
    covered: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of the result; what is not is the best found.

    Args:
        placing: stage 1 is the optimum (or stable).
        fairness: no smaller largest loss is possible within the negligible total.
        coverage: no other teams cover more days.
        in_time: nothing was left undone because time was up.
    """

    placing: bool = True
    fairness: bool = True
    coverage: bool = True
    in_time: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """A finished run; both lists in the order of ids."""

    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    refused_pins: tuple[RefusedPin, ...]
    figures: Figures
    proof: Proof
