"""What the news desk works with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cluster.news.outlets import Link
from cluster.news.post import Content, Media
from cluster.news.states import (
    OUT,
    ChangeKind,
    ChangeState,
    EventOrigin,
    EventState,
    ItemState,
    ObligationState,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens or happened, and that news is owed about.

    Args:
        sequence: how often it was changed, for calendars.
        organisations: ids of those that owe news.
    """

    id: int
    cluster_id: int
    title: str
    first_day: date
    last_day: date
    place: str | None
    state: EventState
    origin: EventOrigin
    sequence: int
    created_at: datetime
    organisations: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """One organisation's obligation to publish about one event.

    Args:
        event: title and days of the event.
        handed_in_at: when the news item was submitted or the link was given.
        extended: its deadline is longer than the rule's: the news item was returned for changes.
    """

    id: int
    cluster_id: int
    event_id: int
    event: str
    first_day: date
    last_day: date
    organisation_id: int
    organisation: str
    state: ObligationState
    due_at: datetime
    stage: Stage | None
    item_id: int | None
    link: str | None
    handed_in_at: datetime | None
    extended: bool = False

    @property
    def is_late(self) -> bool:
        """Whether it was handed in after its deadline."""
        return self.handed_in_at is not None and self.handed_in_at > self.due_at


@dataclass(frozen=True, slots=True)
class Item:
    """A news item.

    Args:
        revision: counts changes; a screen with another one is old.
        author: name; a code after a withdrawal.
        due_at: the organisation's deadline, if an obligation is behind it.
        review_due_at: the coordinators'.
        letter_key: of the letter that carries it to the channel.
        doubtful: nobody knows whether it arrived in the channel.
    """

    id: int
    cluster_id: int
    organisation_id: int
    organisation: str
    event_id: int | None
    event: str | None
    author_id: int
    author: str
    state: ItemState
    content: Content
    revision: int
    publish_at: datetime | None
    reviewer_id: int | None
    reviewer: str | None
    claimed_until: datetime | None
    submitted_at: datetime | None
    due_at: datetime | None
    review_due_at: datetime | None
    reason_code: str | None
    reason: str | None
    caption: str | None
    chat_id: int | None
    message_ids: tuple[int, ...]
    letter_key: str | None
    doubtful: bool
    error: str | None
    published_at: datetime | None
    created_at: datetime

    @property
    def is_out(self) -> bool:
        """Whether the post is in the channel."""
        return self.state in OUT

    def is_claimed(self, now: datetime) -> bool:
        """Whether somebody is reviewing it now."""
        return self.state is ItemState.IN_REVIEW and self.claimed_until is not None and self.claimed_until > now


@dataclass(frozen=True, slots=True)
class Revision:
    """How the text was at some point: the author's original, what a reviewer made of it, a correction."""

    number: int
    title: str
    body: str
    links: tuple[Link, ...]
    by: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Note:
    """What moderators write to each other."""

    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal to correct or retract a published post.

    Args:
        content: title and body of a correction; links and files stay.
    """

    id: int
    item_id: int
    cluster_id: int
    kind: ChangeKind
    state: ChangeState
    title: str | None
    body: str | None
    reason: str
    proposed_by: int
    proposer: str
    proposed_at: datetime
    answer: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One organisation in the compliance report of a period.

    Args:
        late: handed in after the deadline.
        missing: not handed in, the deadline is over.
        ahead: not handed in, the deadline is to come.
        median_days: working days from the event to the news, the middle one; None where there is none.
    """

    organisation_id: int
    organisation: str
    on_time: int
    late: int
    missing: int
    ahead: int
    median_days: float | None

    @property
    def owed(self) -> int:
        """Obligations whose deadline is over or that are handed in."""
        return self.on_time + self.late + self.missing


__all__ = ["Change", "Event", "Item", "Media", "Note", "Obligation", "Revision", "Standing"]
