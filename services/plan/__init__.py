"""Use cases of the work plan, by who does them."""

from dataclasses import dataclass

from services.calendars import Calendars
from services.clock import Clock
from services.plan.adoption import PlanService
from services.plan.coordination import CoordinationService
from services.plan.desk import Desk, OnAdopted
from services.plan.importing import ImportService
from services.plan.obligations import ObligationService
from services.plan.telling import Telling, Today
from storage.database import Database

__all__ = [
    "CoordinationService",
    "ImportService",
    "ObligationService",
    "PlanService",
    "Telling",
    "Today",
    "WorkPlan",
    "work_plan_of",
]


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """All of them; handlers get it as `plan`."""

    obligations: ObligationService
    coordination: CoordinationService
    plans: PlanService
    imports: ImportService
    telling: Telling


def work_plan_of(db: Database, clock: Clock, calendars: Calendars, adopted: OnAdopted | None = None) -> WorkPlan:
    """Wire the use cases of the plan.

    Args:
        adopted: what else an adoption causes.
    """
    desk = Desk(clock, calendars, adopted)
    return WorkPlan(
        obligations=ObligationService(db, desk),
        coordination=CoordinationService(db, desk),
        plans=PlanService(db, desk),
        imports=ImportService(db, desk),
        telling=Telling(db, clock, calendars),
    )
