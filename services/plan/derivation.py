"""What a plan's rows oblige whom to: read from their texts, nothing stored. The same plan gives the same keys."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cluster.calendar import WorkingCalendar
from cluster.deadlines import PlanPeriod, TypedDeadline, parse_deadline
from cluster.executors import Executors, Roll, read_executors
from cluster.obligations import ObligationSource
from cluster.owing import Owed, owed_by
from cluster.plan import Plan, PlanRow
from storage.obligations import NewObligation


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """A row with what its texts mean.

    Args:
        owed: the obligations it makes; none for a row whose obligations come with events.
    """

    row: PlanRow
    deadline: TypedDeadline
    executors: Executors
    owed: Sequence[NewObligation]

    @property
    def is_understood(self) -> bool:
        """Whether nothing of it needs a person to look."""
        return self.deadline.meaning is not None and not self.executors.unknown and not self.deadline.warnings


def derive(
    cluster_id: int, plan: Plan, rows: Sequence[PlanRow], roll: Roll, calendar: WorkingCalendar
) -> list[DerivedRow]:
    """Every row with its typed deadline, executors and obligations."""
    return [_derive(cluster_id, plan, row, roll, calendar) for row in rows]


def _derive(cluster_id: int, plan: Plan, row: PlanRow, roll: Roll, calendar: WorkingCalendar) -> DerivedRow:
    period = PlanPeriod.of(plan)
    deadline = parse_deadline(row.deadline_text, period)
    executors = read_executors(row.executors, roll, row.result)
    times = Counter[str]()
    owed = []
    for one in owed_by(deadline, executors, roll, calendar, period):
        who = one.occasion.rpartition(":")[2]
        owed.append(_obligation(cluster_id, row, one, f"row:{row.id}:{who}:{times[who]}"))
        times[who] += 1
    return DerivedRow(row, deadline, executors, owed)


def _obligation(cluster_id: int, row: PlanRow, one: Owed, key: str) -> NewObligation:
    """The key counts an executor's times within the row: when a later version moves a month, it is the same."""
    return NewObligation(
        cluster_id,
        key,
        row.title,
        ObligationSource.PLAN_ROW,
        row.id,
        one.organisation_id,
        one.person_id,
        one.due_on,
        executor="" if one.organisation_id else one.executor,
        pace=one.pace,
        rule=one.rule,
        needed=one.needed,
        period=one.period,
    )
