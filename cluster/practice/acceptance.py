"""How a placement lives: proposed → accepted by all sides → active → completed; declined, expired, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from typing import Final

from cluster.calendar import WorkingCalendar
from cluster.practice.after import Outcome
from cluster.practice.places import Period, Shift

ANSWER_WITHIN: Final = 2
"""Working days to answer a proposal (product, section 6)."""
ANSWER_UNTIL: Final = time(18)


class PlacementState(StrEnum):
    """States of a placement."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"  # all sides agreed; begins on its first day
    ACTIVE = "active"
    COMPLETED = "completed"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # by the college or the coordinator: the intern left, the request was taken back


class Side(StrEnum):
    """Who has to agree."""

    INTERN = "intern"  # the intern, or the college for them
    MENTOR = "mentor"  # the primary mentor, or the enterprise for one who is not in the bot
    ENTERPRISE = "enterprise"


class PlacementReason(StrEnum):
    """Why somebody declines. No reason says anything about health."""

    TOO_FAR = "too_far"  # далеко добираться
    OTHER_PLACE = "other_place"  # нашёл другое место
    DATES = "dates"  # не подходят даты
    NO_CAPACITY = "no_capacity"  # нет возможности принять
    PROFILE = "profile"  # не тот профиль
    OTHER = "other"


FROZEN: Final = frozenset({PlacementState.ACCEPTED, PlacementState.ACTIVE})
"""Matching does not touch these pairs."""
LIVE: Final = FROZEN | {PlacementState.PROPOSED}
"""The intern takes up a place."""
TRANSITIONS: Final[Mapping[PlacementState, frozenset[PlacementState]]] = {
    PlacementState.PROPOSED: frozenset(
        {PlacementState.ACCEPTED, PlacementState.DECLINED, PlacementState.EXPIRED, PlacementState.WITHDRAWN}
    ),
    PlacementState.ACCEPTED: frozenset({PlacementState.ACTIVE, PlacementState.DECLINED, PlacementState.WITHDRAWN}),
    PlacementState.ACTIVE: frozenset({PlacementState.COMPLETED, PlacementState.WITHDRAWN}),
    PlacementState.COMPLETED: frozenset(),
    PlacementState.DECLINED: frozenset(),
    PlacementState.EXPIRED: frozenset(),
    PlacementState.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class DutyDay:
    """Who looks after the intern on one day; `mentor_id` is None where nobody is on duty."""

    day: date
    mentor_id: int | None
    shift: Shift


@dataclass(frozen=True, slots=True)
class Placement:
    """One intern at one place.

    Args:
        run_id: the run of matching it comes from; None when a coordinator proposed it by hand.
        team: ids of mentors, the primary first; empty under a group supervisor.
        answered: sides that agreed.
        outcome: what the enterprise offered at the end; None while it has not said.
        why: see `Proposal`.
        expires_at: until when the answers must be there.
    """

    id: int
    cluster_id: int
    run_id: int | None
    intern_id: int
    place_id: int
    period: Period
    state: PlacementState
    team: tuple[int, ...]
    answered: frozenset[Side]
    declined_by: Side | None
    reason: PlacementReason | None
    reason_text: str | None
    outcome: Outcome | None
    proposed_at: datetime
    expires_at: datetime
    why: tuple[Mapping[str, str | int], ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A placement to propose: what matching's result or a coordinator's choice becomes.

    Args:
        why: what the person is told, as a locale key and its plain arguments (`cluster/matching` makes them).
    """

    intern_id: int
    place_id: int
    period: Period
    team: tuple[int, ...] = ()
    days: tuple[DutyDay, ...] = ()
    run_id: int | None = None
    why: tuple[Mapping[str, str | int], ...] = field(default=())


def sides(*, with_mentor: bool) -> frozenset[Side]:
    """Who has to agree; nobody answers as a mentor where there is none."""
    return frozenset(Side) if with_mentor else frozenset({Side.INTERN, Side.ENTERPRISE})


def after_answer(answered: frozenset[Side], side: Side, *, with_mentor: bool) -> tuple[frozenset[Side], PlacementState]:
    """Sides that agreed and the state once `side` has."""
    now = answered | {side}
    complete = sides(with_mentor=with_mentor) <= now
    return now, PlacementState.ACCEPTED if complete else PlacementState.PROPOSED


def can_move(state: PlacementState, to: PlacementState) -> bool:
    """Whether a placement may go from one state to the other."""
    return to in TRANSITIONS[state]


def expires_at(proposed: datetime, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """The end of the second working day after the proposal, as a moment in UTC."""
    day = calendar.add_working_days(proposed.astimezone(zone).date(), ANSWER_WITHIN)
    return datetime.combine(day, ANSWER_UNTIL, zone).astimezone(UTC)


def state_on(state: PlacementState, period: Period, today: date) -> PlacementState:
    """What an accepted placement has become by `today`: active from its first day, completed after its last."""
    if state is PlacementState.ACCEPTED and today >= period.first:
        state = PlacementState.ACTIVE
    if state is PlacementState.ACTIVE and today > period.last:
        state = PlacementState.COMPLETED
    return state
