"""Runs of matching as the rest of practice sees them: states, the coordinator's words on pairs, two runs compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from cluster.errors import DomainError
from cluster.matching.model import Goal
from cluster.matching.result import Result

SECONDS: Final = 60
"""The time limit of a run."""


class RunState(StrEnum):
    """Life of a run."""

    WAITING = "waiting"  # to be solved, or being solved
    DONE = "done"  # a preview
    PUBLISHED = "published"  # its placements were proposed
    FAILED = "failed"


class Word(StrEnum):
    """What the coordinator says of a pair of intern and place."""

    PIN = "pin"
    BAN = "ban"


class NothingToMatch(DomainError):
    """Nobody waits for a place, or no place is open."""

    code = "matching-nothing"


class RunOutdated(DomainError):
    """A newer run was published, or this one cannot be published at all."""

    code = "matching-outdated"


@dataclass(frozen=True, slots=True)
class Run:
    """A run without its input and result.

    Args:
        step: what it is doing, while it waits.
        figures: `cluster.matching.result.Figures` as plain numbers; None before it is done.
    """

    id: int
    cluster_id: int
    goal: Goal
    seed: int
    version: str
    input_hash: str
    state: RunState
    step: str
    figures: Mapping[str, Any] | None
    chat_id: int | None
    message_id: int | None
    locale: str
    created_by: int
    created_at: datetime
    finished_at: datetime | None
    published_at: datetime | None

    @property
    def is_publishable(self) -> bool:
        """Whether it is a preview still."""
        return self.state is RunState.DONE


@dataclass(frozen=True, slots=True)
class Moved:
    """An intern whose place differs between two runs; None: no place."""

    intern_id: int
    before: int | None
    after: int | None


def difference(before: Result, after: Result) -> list[Moved]:
    """Who got another place, a place at all, or none any more; those the earlier run did not know are left out."""
    was, now = ({one.intern_id: one.place_id for one in result.placed} for result in (before, after))
    known = was.keys() | {one.intern_id for one in before.left_out}
    asked = now.keys() | {one.intern_id for one in after.left_out}
    both = sorted(known & asked)
    return [Moved(one, was.get(one), now.get(one)) for one in both if was.get(one) != now.get(one)]
