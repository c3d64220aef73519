"""Points of a place for an intern. All weights of the model are here; `docs/decisions.md` says why."""

from collections.abc import Mapping, Sequence
from typing import Final

from cluster.matching.result import Point

POINTS: Final[Mapping[Point, int]] = {
    Point.SPECIALITY: 30,
    Point.GROUP: 15,
    Point.MENTORED: 20,
    Point.PRODUCTION_ORDER: 10,  # document 000, slide 17: the three cases in which mentoring works better
    Point.HIRES: 10,
    Point.PROGRAMME: 10,
    Point.TOWN: 10,
    Point.CLEARED: 10,
}
WISHES: Final = (50, 40, 30, 20, 10)
"""Points of the first to the fifth wish: the first outweighs speciality and mentor together."""
MOST: Final = 200
"""More than any place can have: costs of the flow are counted down from it."""
NEGLIGIBLE: Final = 100
"""A loss of one in so many points of the total is negligible when it spares somebody a larger sacrifice of fit."""


def group_of(speciality: str) -> str:
    """The group (УГПС) of a speciality: «15.02.12» → «15.00.00»."""
    return f"{speciality[:2]}.00.00"


def wish_points(wishes: Sequence[int], enterprise_id: int) -> int:
    """Points of the wish for an enterprise; 0 where it was not wished."""
    rank = wish_rank(wishes, enterprise_id)
    return WISHES[rank - 1] if rank else 0


def wish_rank(wishes: Sequence[int], enterprise_id: int) -> int:
    """Rank of the wish for an enterprise from 1; 0 where it was not wished."""
    for rank, wished in enumerate(wishes[: len(WISHES)], start=1):
        if wished == enterprise_id:
            return rank
    return 0


def negligible(total: int) -> int:
    """Points of a total that fairness may cost."""
    return total // NEGLIGIBLE
