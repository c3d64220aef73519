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
