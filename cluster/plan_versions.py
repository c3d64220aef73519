"""A later version of a plan: which row is which."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from cluster.directory import fold
from cluster.plan import PlanRow
from cluster.plan_sheet import SheetRow

_ALIKE: Final = 0.5
_ALIKE_AT_THE_NUMBER: Final = 0.4


def matched(old: Sequence[PlanRow], new: Sequence[SheetRow]) -> list[PlanRow | None]:
    """For each new row the old one it continues; a number is a label, so the words decide.

    The same title in the same section first, then the same title, then the most alike; at the same number less
    likeness is enough. An old row is continued once.
    """
    found: list[PlanRow | None] = [None] * len(new)
    left = {row.id: row for row in old}
    for same in (_exactly, _in_its_section, _anywhere):
        waiting = defaultdict[object, list[PlanRow]](list)
        for before in left.values():
            waiting[same(before)].append(before)
        for index, row in enumerate(new):
            if found[index] is None and (known := waiting[same(row)]):
                found[index] = left.pop(known.pop(0).id)
    for score, index, row_id in sorted(_alike(left.values(), new, found), reverse=True):
        if found[index] is None and row_id in left and score:
            found[index] = left.pop(row_id)
    return found


def _exactly(row: PlanRow | SheetRow) -> object:
    return fold(row.section), row.number, fold(row.title)


def _in_its_section(row: PlanRow | SheetRow) -> object:
    return fold(row.section), fold(row.title)


def _anywhere(row: PlanRow | SheetRow) -> object:
    return fold(row.title)


def _alike(
    old: Iterable[PlanRow], new: Sequence[SheetRow], found: Sequence[PlanRow | None]
) -> list[tuple[float, int, int]]:
    pairs = []
    words = {row.id: (row, set(fold(row.title).split())) for row in old}
    for index, row in enumerate(new):
        if found[index] is not None:
            continue
        mine = set(fold(row.title).split())
        for known, theirs in words.values():
            score = len(mine & theirs) / max(1, len(mine | theirs))
            if score >= (_ALIKE_AT_THE_NUMBER if row.number and row.number == known.number else _ALIKE):
                pairs.append((score, index, known.id))
    return pairs
