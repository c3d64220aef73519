"""What is told about the plan: ids and days only, words are made at delivery."""

from datetime import date
from typing import ClassVar

from cluster.notice import Notice


class DayOfPlan(Notice):
    """To everybody who is to hear of something on this day: one message, however many obligations.

    `person_id` is who was meant: a stand-in may read it.
    """

    kind: ClassVar[str] = "plan.day"
    cluster_id: int
    person_id: int
    day: date


class WeekOfPlan(Notice):
    """To coordinators on Monday morning: what is due, late, at risk, without a date."""

    kind: ClassVar[str] = "plan.week"
    cluster_id: int
    day: date


class ObligationGiven(Notice):
    """To somebody their colleague or a coordinator gave an obligation to."""

    kind: ClassVar[str] = "plan.given"
    obligation_id: int


class CannotReported(Notice):
    """To coordinators: an executor cannot, says why and proposes a date."""

    kind: ClassVar[str] = "plan.cannot"
    obligation_id: int


class CoordinatorDecided(Notice):
    """To the executor: what the coordinator decided (`act`)."""

    kind: ClassVar[str] = "plan.decided"
    obligation_id: int
    act: str


class ObligationsMade(Notice):
    """To who answers for an organisation: a plan was adopted, so many obligations are theirs."""

    kind: ClassVar[str] = "plan.made"
    cluster_id: int
    plan_id: int
    person_id: int


class DatesMoved(Notice):
    """To an executor: these are due on another day (the plan or the working calendar changed)."""

    kind: ClassVar[str] = "plan.moved"
    cluster_id: int
    ids: tuple[int, ...]
