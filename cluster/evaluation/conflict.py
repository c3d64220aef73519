"""Conflicts of interest and what a person may see because of them (product, section 5)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from cluster.evaluation.states import WAITED_FOR, AssignmentState


class Ground(StrEnum):
    """What connects a person with the college whose programme is scored."""

    NONE = "none"
    CONTRACT = "contract"  # договор о практике между предприятием и колледжем
    WORKS = "works"  # работает или преподаёт в колледже
    AUTHOR = "author"  # соавтор программы
    RELATIVE = "relative"  # родственник
    ROLE = "role"  # a role of theirs in the cluster is one of this college


class Conflict(StrEnum):
    """How much it matters."""

    NONE = "none"
    SOFT = "soft"  # printed in the protocol
    HARD = "hard"  # closes the materials


class Occasion(StrEnum):
    """When a conflict was declared or seen."""

    ACCEPTANCE = "acceptance"
    SUBMISSION = "submission"
    CHANGE = "change"  # while the sheet was open
    CHAIR = "chair"


SEVERITY: Final[Mapping[Ground, Conflict]] = {
    Ground.NONE: Conflict.NONE,
    Ground.CONTRACT: Conflict.SOFT,
    Ground.WORKS: Conflict.HARD,
    Ground.AUTHOR: Conflict.HARD,
    Ground.RELATIVE: Conflict.HARD,
    Ground.ROLE: Conflict.HARD,
}
DECLARABLE: Final = (Ground.NONE, Ground.CONTRACT, Ground.WORKS, Ground.AUTHOR, Ground.RELATIVE)
"""What a person can choose; `ROLE` is what the program sees by itself."""


def conflict_of(declared: Ground | None, *, belongs: bool) -> Conflict | None:
    """A person's conflict with a programme now.

    Args:
        declared: the last declaration; None when nobody asked.
        belongs: the person has a role in the college now. That counts whatever was declared.
    """
    if belongs:
        return Conflict.HARD
    return None if declared is None else SEVERITY[declared]


class Sight(StrEnum):
    """What somebody who runs sessions may see of one programme."""

    FULL = "full"
    CONFLICT = "conflict"  # only that there is a conflict
    OWN_SHEET_FIRST = "own_sheet_first"  # scores it too and has not submitted


def sight(conflict: Conflict | None, own: AssignmentState | None) -> Sight:
    """What a coordinator sees of a programme's experts, verdicts and counts.

    Args:
        conflict: theirs with the programme.
        own: state of their own sheet on it, if they score it.
    """
    if conflict is Conflict.HARD:
        return Sight.CONFLICT
    return Sight.OWN_SHEET_FIRST if own in WAITED_FOR else Sight.FULL
