"""Obligations: what one executor owes by one date, made of plan rows and decisions (product, section 7)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cluster.errors import DomainError, Invalid

REASON_LIMIT: Final = 500
NOTE_LIMIT: Final = 1_000
NEWS_KEY: Final = "news:"
EVENT_KEY: Final = "event:"
"""How keys of obligations begin that an event made: those the news desk runs, and all others."""
EVENT_DASH: Final = " — "
"""Between the event and the row's title in the title of such an obligation."""


class ObligationSource(StrEnum):
    """What an obligation comes from."""

    PLAN_ROW = "plan_row"  # строка плана работы
    DECISION = "decision"  # решение заседания


class Pace(StrEnum):
    """How an obligation runs in time."""

    ONCE = "once"  # to one date; each quarter of «не реже 1 раза в квартал» is one of these
    CONTINUOUS = "continuous"  # «в течение года»: progress is asked every quarter
    UNDATED = "undated"  # «по плану проекта», «по распоряжению»: coordinators are asked for the date every month


class Rule(StrEnum):
    """What of a group of executors has to do it."""

    ALL = "all"  # each one
    ANY = "any"  # when one has done it, the others are free
    EACH = "each"  # each one at least `needed` times: «не менее 1 программы от каждой ПОО»


class ObligationState(StrEnum):
    """Where an obligation stands."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"  # somebody took it
    DONE = "done"  # with evidence
    CANNOT = "cannot"  # «не могу»: reason and proposed date wait for the coordinator
    WAIVED = "waived"  # снято


class Act(StrEnum):
    """What can be done with an obligation; also what its history is made of."""

    TAKE = "take"
    DELEGATE = "delegate"
    NOTE = "note"  # progress of a continuous one
    PROVE = "prove"  # evidence; done once there is enough of it
    CANNOT = "cannot"
    AGREE = "agree"  # the coordinator accepts another date
    REFUSE = "refuse"  # the coordinator does not: it goes on with the date it had
    MOVE = "move"
    WAIVE = "waive"
    REOPEN = "reopen"


_RUNNING = frozenset({ObligationState.OPEN, ObligationState.IN_PROGRESS, ObligationState.CANNOT})
OPEN_STATES: Final = _RUNNING
"""States in which something is still owed."""

_FROM: Final = {
    Act.TAKE: frozenset({ObligationState.OPEN, ObligationState.IN_PROGRESS}),
    Act.DELEGATE: _RUNNING,
    Act.NOTE: _RUNNING,
    Act.PROVE: _RUNNING,
    Act.CANNOT: frozenset({ObligationState.OPEN, ObligationState.IN_PROGRESS}),
    Act.AGREE: frozenset({ObligationState.CANNOT}),
    Act.REFUSE: frozenset({ObligationState.CANNOT}),
    Act.MOVE: _RUNNING,
    Act.WAIVE: _RUNNING,
    Act.REOPEN: frozenset({ObligationState.DONE, ObligationState.WAIVED}),
}
_TO: Final = {
    Act.TAKE: ObligationState.IN_PROGRESS,
    Act.DELEGATE: ObligationState.IN_PROGRESS,
    Act.CANNOT: ObligationState.CANNOT,
    Act.AGREE: ObligationState.IN_PROGRESS,
    Act.REFUSE: ObligationState.IN_PROGRESS,
    Act.WAIVE: ObligationState.WAIVED,
    Act.REOPEN: ObligationState.IN_PROGRESS,
}


class ObligationClosed(DomainError):
    """The state does not allow it (any more); data: `state`."""

    code = "plan-obligation-closed"


class DayPassed(Invalid):
    """A date in the past cannot be a new deadline; data: `first`."""

    code = "plan-day-passed"


def can(act: Act, state: ObligationState) -> bool:
    """Whether the state allows the act."""
    return state in _FROM[act]


def after(act: Act, state: ObligationState, *, proofs: int = 0, needed: int = 1) -> ObligationState:
    """The state after an act.

    Args:
        proofs: pieces of evidence there are, with the one just given.
        needed: how many it takes to be done («не менее N»).

    Raises:
        ObligationClosed: the state does not allow the act.
    """
    if not can(act, state):
        raise ObligationClosed(state=state.value)
    if act is Act.PROVE:
        return ObligationState.DONE if proofs >= needed else ObligationState.IN_PROGRESS
    return _TO.get(act, state)


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one executor owes by one date.

    Args:
        title: what, in the words of the plan or the decision.
        number: the row's label («2.4»); empty for a decision.
        section: the plan's section; empty for a decision.
        executor: who, as printed, when it is no organisation.
        person_id: who took it or was given it; None while it is the organisation's as a whole.
        due_on: the day it is due in the cluster's zone; None until one is given.
        period: first and last day of the month, quarter, year or event it comes from; None once a day is set by hand.
        key: names the occasion within the cluster.
        reason, proposed_on: of «не могу».
    """

    id: int
    cluster_id: int
    source: ObligationSource
    source_id: int
    title: str
    number: str
    section: str
    executor: str
    organisation_id: int | None
    organisation: str
    person_id: int | None
    person: str
    pace: Pace
    rule: Rule
    needed: int
    due_on: date | None
    period: tuple[date, date] | None
    state: ObligationState
    reason: str | None
    proposed_on: date | None
    revision: int
    key: str = ""

    @property
    def follows_news(self) -> bool:
        """Whether it is news about an event: the news desk reminds of it and closes it."""
        return self.key.startswith(NEWS_KEY)

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OPEN_STATES

    def days_late(self, today: date) -> int:
        """Calendar days past the deadline; «не могу» does not stop the count."""
        if not self.is_open or self.due_on is None:
            return 0
        return max(0, (today - self.due_on).days)
