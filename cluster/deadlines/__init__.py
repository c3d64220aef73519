"""«Срок исполнения» of a plan's row: what its Russian text means, and when that is due (product, section 2).

typed = parse_deadline("Не реже 1 раза в квартал", PlanPeriod.academic(2023))
typed.meaning.dues(calendar, period)  # → four `Due`s, each with its first day and the day it is due
"""

from cluster.deadlines.model import (
    AfterEvent,
    BeforeEvent,
    Continuous,
    ContinuousKind,
    Deadline,
    Due,
    ExternalPlan,
    OnOrder,
    PerPeriod,
    TypedDeadline,
    Unit,
    Warned,
    Within,
)
from cluster.deadlines.parser import parse_deadline
from cluster.deadlines.period import PlanPeriod, Span

__all__ = [
    "AfterEvent",
    "BeforeEvent",
    "Continuous",
    "ContinuousKind",
    "Deadline",
    "Due",
    "ExternalPlan",
    "OnOrder",
    "PerPeriod",
    "PlanPeriod",
    "Span",
    "TypedDeadline",
    "Unit",
    "Warned",
    "Within",
    "parse_deadline",
]
