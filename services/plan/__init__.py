"""Use cases of the work plan, by who does them."""

from dataclasses import dataclass

from services.calendars import Calendars
from services.clock import Clock
from services.plan.telling import Telling, Today
from storage.database import Database

__all__ = ["Telling", "Today", "WorkPlan", "work_plan_of"]


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """All of them; handlers get it as `plan`."""

    telling: Telling


def work_plan_of(db: Database, clock: Clock, calendars: Calendars) -> WorkPlan:
    """Wire the use cases of the plan."""
    return WorkPlan(telling=Telling(db, clock, calendars))
