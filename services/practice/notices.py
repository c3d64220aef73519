"""What is told about practice: ids only, words are made at delivery. Interns are their codes there, nothing more."""

from datetime import date
from typing import ClassVar

from cluster.notice import Notice, Urgency


class PlacementProposed(Notice):
    """To a college or intern, a mentor, an enterprise: this intern at this place?"""

    kind: ClassVar[str] = "practice.proposed"
    placement_id: int


class PlacementAccepted(Notice):
    """To all sides: everybody agreed."""

    kind: ClassVar[str] = "practice.accepted"
    placement_id: int


class PlacementEnded(Notice):
    """To all other sides and the coordinators: declined, expired or withdrawn; the intern waits again."""

    kind: ClassVar[str] = "practice.ended"
    placement_id: int


class AnswerDue(Notice):
    """To a side that has not answered, half-way to the end."""

    kind: ClassVar[str] = "practice.answer_due"
    placement_id: int


class MentorDay(Notice):
    """To a mentor on the day before: who comes tomorrow."""

    kind: ClassVar[str] = "practice.mentor_day"
    mentor_id: int
    day: date


class MentorWeek(Notice):
    """To a mentor at the end of a week: who comes in the next one."""

    kind: ClassVar[str] = "practice.mentor_week"
    mentor_id: int
    monday: date


class InternDay(Notice):
    """To an intern on the day before: where to be, and with whom."""

    kind: ClassVar[str] = "practice.intern_day"
    placement_id: int
    day: date


class InternWeek(Notice):
    """To an intern at the end of a week: the next one."""

    kind: ClassVar[str] = "practice.intern_week"
    placement_id: int
    monday: date


class MentorReplaced(Notice):
    """To the substitute, the intern's side and the enterprise: from `day` on somebody else is there, or nobody."""

    kind: ClassVar[str] = "practice.mentor_replaced"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    placement_id: int
    first: date
    last: date


class ClearanceDue(Notice):
    """To a college: something an intern needs runs out, or its appointment is over."""

    kind: ClassVar[str] = "practice.clearance_due"
    intern_id: int
    clearance: str
    on: date


class PracticeOver(Notice):
    """To both sides: rate it; to the enterprise: was the intern hired?"""

    kind: ClassVar[str] = "practice.over"
    placement_id: int


class MentorListed(Notice):
    """To the enterprise: a mentor entered the list by themselves."""

    kind: ClassVar[str] = "practice.mentor_listed"
    mentor_id: int


class RunFinished(Notice):
    """To the coordinator who started it: matching is done, or failed."""

    kind: ClassVar[str] = "practice.run_finished"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE
    run_id: int


class LeftOutTold(Notice):
    """To a college: some of its interns have no place yet; why can be read."""

    kind: ClassVar[str] = "practice.left_out"
    run_id: int
    organisation_id: int
