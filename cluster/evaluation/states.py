"""States of sessions and assignments, and what may follow what (product, section 5)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from cluster.evaluation.refusals import WrongState


class SessionState(StrEnum):
    """State of an expert session."""

    DRAFT = "draft"  # being set up; nobody is told
    OPEN = "open"  # experts are invited and score
    CLOSED = "closed"  # nothing changes any more


class AssignmentState(StrEnum):
    """State of one expert's work on one programme."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"  # two working days of silence
    DRAFT = "draft"  # scoring has begun
    SUBMITTED = "submitted"
    REOPENED = "reopened"  # by the chair, with a reason
    FINAL = "final"  # the session is closed over it


_S = AssignmentState
TRANSITIONS: Final[Mapping[AssignmentState, frozenset[AssignmentState]]] = {
    _S.INVITED: frozenset({_S.ACCEPTED, _S.DECLINED, _S.EXPIRED}),
    _S.EXPIRED: frozenset({_S.ACCEPTED, _S.DECLINED}),
    _S.DECLINED: frozenset({_S.INVITED}),
    _S.ACCEPTED: frozenset({_S.DRAFT, _S.DECLINED}),
    _S.DRAFT: frozenset({_S.SUBMITTED, _S.DECLINED}),
    _S.SUBMITTED: frozenset({_S.REOPENED, _S.FINAL}),
    _S.REOPENED: frozenset({_S.SUBMITTED, _S.DECLINED, _S.FINAL}),
    _S.FINAL: frozenset({_S.REOPENED}),
}

SCORING: Final = frozenset({_S.ACCEPTED, _S.DRAFT, _S.REOPENED})
"""The expert works on the sheet."""
WAITED_FOR: Final = frozenset({_S.INVITED, _S.ACCEPTED, _S.DRAFT, _S.REOPENED})
"""A sheet may still come; reminders go to these."""
HANDED_IN: Final = frozenset({_S.SUBMITTED, _S.FINAL})
"""The sheet counts towards the minimum."""


class DeclineReason(StrEnum):
    """Why an expert declines."""

    NO_TIME = "no_time"
    NOT_MY_FIELD = "not_my_field"
    CONFLICT = "conflict"
    OTHER = "other"  # needs words


def move(state: AssignmentState, to: AssignmentState) -> AssignmentState:
    """The new state.

    Raises:
        WrongState: `to` does not follow `state`; data: `thing`, `state`.
    """
    if to not in TRANSITIONS[state]:
        raise WrongState(thing="assignment", state=state.value)
    return to
