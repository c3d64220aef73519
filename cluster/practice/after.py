"""What comes after a practice: marks of both sides, who was hired, which mentors are honoured and kept in reserve."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cluster.practice.mentors import Mentor

MARKS: Final = range(1, 6)
REWARD_MEAN: Final = 4.5
REWARD_INTERNS: Final = 1
RESERVE_MEAN: Final = 4.0


class Outcome(StrEnum):
    """What the enterprise offered the intern at the end (document 000, slide 17: «Трудоустройство практикантов»)."""

    NONE = "none"  # не приглашён
    INVITED = "invited"  # именное приглашение на работу
    HIRED = "hired"  # трудоустроен


@dataclass(frozen=True, slots=True)
class MentorRecord:
    """What a mentor has done so far.

    Args:
        completed: interns who completed their practice with this primary mentor.
        hired: of them, hired or invited by name.
        now: interns at the moment.
    """

    mentor: Mentor
    completed: int
    hired: int
    now: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table practice × mentoring × employment: an enterprise under one kind of supervision."""

    enterprise: str
    mentored: bool
    practised: int
    invited: int
    hired: int

    @property
    def share(self) -> int:
        """Hired or invited, per cent of those who practised."""
        return round(100 * (self.invited + self.hired) / self.practised) if self.practised else 0


def rewarded(records: Iterable[MentorRecord]) -> list[MentorRecord]:
    """Mentors to be honoured: a mean mark of at least 4.5 and somebody who completed; most hired, then most taught."""
    found = [
        one
        for one in records
        if one.completed >= REWARD_INTERNS and one.mentor.rating is not None and one.mentor.rating >= REWARD_MEAN
    ]
    return sorted(found, key=lambda one: (-one.hired, -one.completed, -(one.mentor.rating or 0), one.mentor.id))


def reserve(records: Iterable[MentorRecord]) -> list[MentorRecord]:
    """The mentors' reserve (кадровый резерв наставников): able to take one more, trained, not rated below 4."""
    found = [
        one
        for one in records
        if one.mentor.is_active
        and one.now < one.mentor.limit
        and one.mentor.trained_on is not None
        and (one.mentor.rating is None or one.mentor.rating >= RESERVE_MEAN)
    ]
    return sorted(found, key=lambda one: (-(one.mentor.rating or 0), -one.completed, one.mentor.id))


def totals(lines: Iterable[Line], *, mentored: bool) -> Line:
    """All lines with, or all without, mentoring in one."""
    chosen = [line for line in lines if line.mentored is mentored]
    return Line(
        "",
        mentored,
        sum(line.practised for line in chosen),
        sum(line.invited for line in chosen),
        sum(line.hired for line in chosen),
    )
