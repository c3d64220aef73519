"""What a news item, an event and an obligation to publish can be, and how they change."""

from collections.abc import Mapping
from enum import StrEnum

from cluster.errors import DomainError


class ItemState(StrEnum):
    """A news item."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    REJECTED = "rejected"
    APPROVED = "approved"  # waits for its hour, or for the channel
    PUBLISHING = "publishing"
    FAILED = "failed"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    DISCARDED = "discarded"


_S = ItemState
TRANSITIONS: Mapping[ItemState, frozenset[ItemState]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED, _S.APPROVED, _S.DISCARDED}),
    _S.SUBMITTED: frozenset({_S.IN_REVIEW, _S.DRAFT}),
    _S.IN_REVIEW: frozenset({_S.IN_REVIEW, _S.SUBMITTED, _S.APPROVED, _S.CHANGES_REQUESTED, _S.REJECTED}),
    _S.CHANGES_REQUESTED: frozenset({_S.SUBMITTED, _S.APPROVED, _S.DISCARDED}),
    _S.REJECTED: frozenset(),
    _S.APPROVED: frozenset({_S.PUBLISHING, _S.IN_REVIEW}),
    _S.PUBLISHING: frozenset({_S.PUBLISHED, _S.FAILED}),
    _S.FAILED: frozenset({_S.APPROVED}),
    _S.PUBLISHED: frozenset({_S.CORRECTED, _S.RETRACTED}),
    _S.CORRECTED: frozenset({_S.CORRECTED, _S.RETRACTED}),
    _S.RETRACTED: frozenset(),
    _S.DISCARDED: frozenset(),
}

WRITABLE = (_S.DRAFT, _S.CHANGES_REQUESTED)
"""The author may change the item."""
WAITING = (_S.SUBMITTED, _S.IN_REVIEW)
"""The coordinators' clock runs."""
OUT = (_S.PUBLISHED, _S.CORRECTED)
"""The post is in the channel."""


class WrongItemState(DomainError):
    """The item is not in a state for this; data: `state`."""

    code = "news-wrong-state"


def move(state: ItemState, to: ItemState) -> ItemState:
    """The next state.

    Raises:
        WrongItemState: there is no such way; data: `state`.
    """
    if to not in TRANSITIONS[state]:
        raise WrongItemState(state=state.value)
    return to


class RejectionReason(StrEnum):
    """Why an item is not published at all."""

    OFF_TOPIC = "off_topic"  # nothing to do with the cluster
    DUPLICATE = "duplicate"
    ADVERTISING = "advertising"
    PERSONAL_DATA = "personal_data"  # students' names, phones, medical facts
    OTHER = "other"


class EventState(StrEnum):
    """An event that news is owed about."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class EventOrigin(StrEnum):
    """Where an event comes from."""

    REGISTERED = "registered"
    PLAN_ROW = "plan_row"
    MEETING = "meeting"


class ObligationState(StrEnum):
    """One organisation's obligation to publish about one event."""

    OPEN = "open"
    HANDED_IN = "handed_in"  # a news item is with the coordinators: the organisation's clock stands still
    DONE = "done"
    NOT_HELD = "not_held"  # the event did not take place
    WAIVED = "waived"  # a coordinator asks for no news here


class Stage(StrEnum):
    """Reminders of an open obligation, in order."""

    OVER = "over"  # the event is over: write, give a link, or say that it was not held
    SOON = "soon"  # before the deadline
    LATE = "late"
    ESCALATED = "escalated"  # one working day later, to the coordinators


class ChangeKind(StrEnum):
    """What is proposed for a published post."""

    CORRECTION = "correction"
    RETRACTION = "retraction"


class ChangeState(StrEnum):
    """A proposal."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    APPROVED = "approved"  # on its way to the channel
    APPLIED = "applied"
    FAILED = "failed"
