"""Quorum and votes: organisations count, one vote each (product, section 4)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cluster.meetings.states import Answer, Choice, SubstituteState


class QuorumRule(StrEnum):
    """How many of the council's organisations make its meeting able to decide."""

    MORE_THAN_HALF = "more_than_half"  # более половины
    HALF = "half"  # не менее половины
    TWO_THIRDS = "two_thirds"  # не менее двух третей

    def needed(self, total: int) -> int:
        """How many organisations of `total` are needed; at least one."""
        match self:
            case QuorumRule.MORE_THAN_HALF:
                return total // 2 + 1
            case QuorumRule.HALF:
                return max(1, -(-total // 2))
            case QuorumRule.TWO_THIRDS:
                return max(1, -(-2 * total // 3))


class Forecast(StrEnum):
    """What the answers say of the quorum."""

    LIKELY = "likely"  # согласий уже достаточно
    AT_RISK = "at_risk"  # дело за теми, кто не ответил
    IMPOSSIBLE = "impossible"  # не хватит, даже если согласятся все неответившие


@dataclass(frozen=True, slots=True)
class Seat:
    """One delegate's place at a meeting.

    Args:
        counts: False when the organisation has left the council by the day of the meeting.
        here, substitute_here: who came.
    """

    organisation_id: int
    person_id: int
    answer: Answer = Answer.NONE
    substitute_id: int | None = None
    substitute_state: SubstituteState | None = None
    here: bool = False
    substitute_here: bool = False
    counts: bool = True

    @property
    def substitute_agreed(self) -> bool:
        """Whether a substitute will come."""
        return self.answer is Answer.SUBSTITUTE and self.substitute_state is SubstituteState.ACCEPTED

    @property
    def comes(self) -> bool:
        """Whether somebody of this place said they come."""
        return self.answer is Answer.YES or self.substitute_agreed

    @property
    def open(self) -> bool:
        """Whether somebody may still say so."""
        waiting = self.substitute_state in (SubstituteState.ASKED, SubstituteState.LINKED)
        return self.answer in (Answer.NONE, Answer.AGAIN) or (self.answer is Answer.SUBSTITUTE and waiting)

    @property
    def voter(self) -> int | None:
        """Who speaks for the organisation now: the delegate; the substitute only while the delegate is away."""
        if self.here:
            return self.person_id
        return self.substitute_id if self.substitute_here and self.substitute_agreed else None


@dataclass(frozen=True, slots=True)
class Count:
    """Organisations of a meeting by what they said or whether they came."""

    total: int
    needed: int
    comes: int
    open: int
    present: int

    @property
    def forecast(self) -> Forecast:
        """What the answers say of the quorum."""
        if self.comes >= self.needed:
            return Forecast.LIKELY
        return Forecast.AT_RISK if self.comes + self.open >= self.needed else Forecast.IMPOSSIBLE

    @property
    def has_quorum(self) -> bool:
        """Whether those who are present can decide."""
        return self.present >= self.needed


def count(rule: QuorumRule, seats: Iterable[Seat]) -> Count:
    """Count organisations; one with several delegates is one, one that left the council is none."""
    counting = [seat for seat in seats if seat.counts]
    total = {seat.organisation_id for seat in counting}
    comes = {seat.organisation_id for seat in counting if seat.comes}
    waiting = {seat.organisation_id for seat in counting if seat.open} - comes
    present = {seat.organisation_id for seat in counting if seat.voter is not None}
    return Count(len(total), rule.needed(len(total)), len(comes), len(waiting), len(present))


def voters(seats: Iterable[Seat]) -> Mapping[int, frozenset[int]]:
    """Organisation → who may vote for it now; organisations with nobody here are absent."""
    found: dict[int, set[int]] = {}
    for seat in seats:
        if seat.counts and seat.voter is not None:
            found.setdefault(seat.organisation_id, set()).add(seat.voter)
    return {organisation: frozenset(people) for organisation, people in found.items()}


def organisations_of(person_id: int, seats: Iterable[Seat]) -> frozenset[int]:
    """Organisations this person votes for now; a delegate of two organisations votes for both."""
    return frozenset(organisation for organisation, people in voters(seats).items() if person_id in people)


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes on one item.

    Args:
        present: organisations represented when the vote was counted.
    """

    for_: int
    against: int
    abstained: int
    present: int

    @property
    def silent(self) -> int:
        """Organisations that are here and did not vote."""
        return max(0, self.present - self.for_ - self.against - self.abstained)

    @property
    def carried(self) -> bool:
        """More than half of the organisations that are present are for it."""
        return self.for_ * 2 > self.present


def tally(votes: Mapping[int, Choice], present: Collection[int]) -> Tally:
    """Count the votes of organisations that are present; a vote of one that left the room does not count."""
    counted = [choice for organisation, choice in votes.items() if organisation in present]
    return Tally(
        counted.count(Choice.FOR), counted.count(Choice.AGAINST), counted.count(Choice.ABSTAINED), len(present)
    )
