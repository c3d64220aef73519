"""Councils and their meetings as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from cluster.directory import CouncilKind
from cluster.meetings.quorum import Count, QuorumRule, Seat, Tally, count, tally, voters
from cluster.meetings.states import CHANGEABLE, LIVE, OVER, Answer, Choice, ItemState, MeetingState, SubstituteState


@dataclass(frozen=True, slots=True)
class LiveCouncil:
    """A council with what makes it work; `chair` and `secretary` are names, empty while nobody is set."""

    id: int
    cluster_id: int
    kind: CouncilKind
    name: str
    quorum: QuorumRule
    chair_id: int | None
    chair: str
    secretary_id: int | None
    secretary: str
    to_group: bool
    to_channel: bool

    @property
    def heads(self) -> frozenset[int]:
        """Chair and secretary, as far as they are set."""
        return frozenset(one for one in (self.chair_id, self.secretary_id) if one is not None)


@dataclass(frozen=True, slots=True)
class Member:
    """A delegate of an organisation in a council; `until` is the last day of the term."""

    id: int
    council_id: int
    organisation_id: int
    organisation: str
    person_id: int
    person: str
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether the term covers the day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a council.

    Args:
        starts_at: None while the date is open.
        minutes: how long it takes.
        place: an address or a link.
        sequence: version in people's calendars.
        number: of its minutes within the council's year.
    """

    id: int
    cluster_id: int
    council_id: int
    state: MeetingState
    starts_at: datetime | None
    minutes: int
    place: str
    quorum: QuorumRule
    sequence: int
    batch: int
    batch_until: datetime | None
    batch_was: datetime | None
    poll_until: datetime | None
    number: int | None
    reason: str | None
    created_by: int
    announced_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    signed_at: datetime | None
    signed_file: str | None
    signed_name: str | None
    revision: int

    @property
    def live(self) -> bool:
        """Announced and not begun."""
        return self.state in LIVE

    @property
    def changeable(self) -> bool:
        """Date, place and agenda may change."""
        return self.state in CHANGEABLE

    @property
    def over(self) -> bool:
        """It was held."""
        return self.state in OVER

    @property
    def ends_at(self) -> datetime | None:
        """When it ends by its plan."""
        return self.starts_at + timedelta(minutes=self.minutes) if self.starts_at else None

    @property
    def is_link(self) -> bool:
        """Whether the place is an address on the net."""
        return self.place.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Material:
    """What belongs to an agenda item: a link or a file Telegram has."""

    kind: str
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda; `present`, `needed`, `total` are the quorum when it was closed."""

    id: int
    meeting_id: int
    position: int
    title: str
    speaker: str | None
    minutes: int | None
    material: Material | None
    secret: bool
    state: ItemState
    heard: str | None
    votes: Mapping[Choice, int]
    voted: bool
    present: int | None
    needed: int | None
    total: int | None
    revision: int

    @property
    def consultative(self) -> bool:
        """Without a quorum what was said is advice."""
        return self.present is not None and self.needed is not None and self.present < self.needed

    @property
    def result(self) -> Tally:
        """Votes as they were counted when the item was closed."""
        return Tally(
            self.votes[Choice.FOR], self.votes[Choice.AGAINST], self.votes[Choice.ABSTAINED], self.present or 0
        )


@dataclass(frozen=True, slots=True)
class Invitee:
    """A delegate invited to a meeting, with the words people read."""

    id: int
    meeting_id: int
    organisation_id: int
    organisation: str
    person_id: int
    person: str
    position: str
    answer: Answer
    answered_at: datetime | None
    substitute_id: int | None
    substitute: str
    substitute_state: SubstituteState | None
    here: bool
    substitute_here: bool
    counts: bool = True

    @property
    def seat(self) -> Seat:
        """The same for the count."""
        return Seat(
            self.organisation_id,
            self.person_id,
            self.answer,
            self.substitute_id,
            self.substitute_state,
            self.here,
            self.substitute_here,
            self.counts,
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on an item, who does it and until when."""

    id: int
    meeting_id: int
    item_id: int
    text: str
    organisation_id: int | None
    organisation: str
    person_id: int | None
    person: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of signed minutes."""

    id: int
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with everything that belongs to it."""

    meeting: Meeting
    council: LiveCouncil
    items: Sequence[Item]
    invitees: Sequence[Invitee]
    decisions: Sequence[Decision] = ()
    amendments: Sequence[Amendment] = ()
    votes: Mapping[int, Mapping[int, Choice | None]] = field(default_factory=dict)
    """Item → organisation → vote (None: a secret one)."""
    zone: str = "Asia/Tomsk"
    cluster: str = ""

    @property
    def seats(self) -> list[Seat]:
        """Places as the count needs them."""
        return [invitee.seat for invitee in self.invitees]

    @property
    def count(self) -> Count:
        """Organisations that come, are open, are here."""
        return count(self.meeting.quorum, self.seats)

    @property
    def voters(self) -> Mapping[int, frozenset[int]]:
        """Organisation → people who vote for it now."""
        return voters(self.seats)

    @property
    def open_item(self) -> Item | None:
        """The item being discussed or voted on."""
        return next((item for item in self.items if item.state in (ItemState.OPEN, ItemState.VOTING)), None)

    def item(self, item_id: int) -> Item | None:
        """An item by id."""
        return next((item for item in self.items if item.id == item_id), None)

    def of(self, person_id: int) -> list[Invitee]:
        """The person's own places: as delegate, or as substitute."""
        return [one for one in self.invitees if person_id in (one.person_id, one.substitute_id)]

    def decided(self, item: Item) -> list[Decision]:
        """Decisions on an item."""
        return [decision for decision in self.decisions if decision.item_id == item.id]

    def tally(self, item: Item) -> Tally:
        """Votes on an item: as they are now, or as they were when it was closed."""
        if item.state is ItemState.CLOSED:
            return item.result
        if item.secret:
            return replace(item.result, present=len(self.voters))
        given = {org: choice for org, choice in self.votes.get(item.id, {}).items() if choice is not None}
        return tally(given, self.voters.keys())
