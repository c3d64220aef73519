"""Stage 2: mentors for everybody who is placed, as many covered days as possible, enterprise by enterprise.

Quick choices first (`roster`). Where they reach an upper bound they are the optimum; where not, CP-SAT looks for better
teams and for the proof (`teams_exact`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cluster.matching.charges import Cover, Part
from cluster.matching.model import TEAM
from cluster.matching.placing import OutOfTime, never
from cluster.matching.roster import quick, search
from cluster.matching.teams_exact import EFFORT, day_bound, improve

FEW_MASKS = 24
"""Different hours of mentors up to which the best three of them are looked for one by one."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """An outcome of stage 2: covers by intern, an upper bound of the days, whether it is proven to be the best."""

    covers: Mapping[int, Cover]
    coverable: int
    proven: bool
    in_time: bool = True


def staff(parts: Sequence[Part], out_of_time: OutOfTime = never) -> Staffing:
    """Teams for every part. When time is up the quick choice stands for what is left."""
    covers: dict[int, Cover] = {}
    coverable, proven, in_time, effort = 0, True, True, EFFORT
    for part in parts:
        chosen, bound = quick(part), team_bound(part)
        if days_of(chosen) < bound:
            bound = min(bound, day_bound(part))
        if days_of(chosen) < bound and out_of_time():
            in_time = False
        elif days_of(chosen) < bound:
            chosen = search(part, bound)
            if days_of(chosen) < bound:
                chosen, bound, spent = improve(part, chosen, bound, effort)
                effort -= spent
        proven = proven and days_of(chosen) == bound
        covers |= chosen
        coverable += bound
    return Staffing(covers, coverable, proven, in_time)


def days_of(covers: Mapping[int, Cover]) -> int:
    """Covered days of all."""
    return sum(cover.count for cover in covers.values())


def team_bound(part: Part) -> int:
    """Days that could be covered if mentors had no limits: the best three for each charge."""
    known: dict[tuple[int, ...], int] = {}
    total = 0
    for charge in part.charges:
        allowed = charge.team or tuple(charge.duty)
        masks = tuple(sorted({charge.duty[mentor] for mentor in allowed if mentor in charge.duty}))
        if masks not in known:
            known[masks] = _best_three(masks)
        total += known[masks]
    return total


def _best_three(masks: Sequence[int]) -> int:
    everything = 0
    for mask in masks:
        everything |= mask
    if len(masks) <= TEAM or len(masks) > FEW_MASKS or everything in masks:
        return everything.bit_count()
    best = 0
    for three in combinations(masks, TEAM):
        union = 0
        for mask in three:
            union |= mask
        best = max(best, union.bit_count())
    return best
