"""What a row of a plan makes owed: its typed deadline together with its executors (product, sections 2 and 7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cluster.calendar import WorkingCalendar
from cluster.deadlines import AfterEvent, BeforeEvent, Continuous, Due, PlanPeriod, TypedDeadline
from cluster.executors import Executors, Office, Party, Roll
from cluster.obligations import Pace, Rule


@dataclass(frozen=True, slots=True)
class Owed:
    """What one executor owes by one date; a stored obligation is made of it.

    Args:
        occasion: names it within its row, the same for the same executor and period in every version of the plan.
        organisation_id: None for a council, an office, and where nobody was understood.
        person_id: who holds the office meant, the chair for a council as a whole; None: nobody is known.
        executor: as printed.
        period: first and last day of what `due_on` is the last working day of; None: the day itself is fixed.
    """

    occasion: str
    organisation_id: int | None
    person_id: int | None
    executor: str
    pace: Pace
    rule: Rule
    needed: int
    due_on: date | None
    period: tuple[date, date] | None


def owed_by(
    deadline: TypedDeadline, executors: Executors, roll: Roll, calendar: WorkingCalendar, period: PlanPeriod
) -> list[Owed]:
    """Everything a row makes owed; nothing for «N working days after an event»: each event makes its own.

    Groups are who is a member on the day it is due; without a date, on the last day of the plan's year.
    """
    meaning = deadline.meaning
    if isinstance(meaning, AfterEvent | BeforeEvent) and meaning.on is None:
        return []
    pace = Pace.CONTINUOUS if isinstance(meaning, Continuous) else Pace.ONCE
    dues = deadline.dues(calendar, period)
    if not dues:
        return list(_shared_out(None, Pace.UNDATED, executors, roll, period))
    return [owed for due in dues for owed in _shared_out(due, pace, executors, roll, period)]


def _shared_out(due: Due | None, pace: Pace, executors: Executors, roll: Roll, period: PlanPeriod) -> Iterator[Owed]:
    on = due.due_on if due else period.last_day
    when = f"{due.first_day:%y%m%d}-{due.last_day or due.due_on:%y%m%d}" if due else "undated"
    span = (due.first_day, due.last_day) if due and due.last_day else None
    due_on = due.due_on if due else None
    parties: dict[object, Party] = {}
    for party in executors.parties:  # «председатель, зам. председателя совета» is one executor
        parties.setdefault(party.text if party.council_kind else party, party)
    taken = set[str]()

    def owed(party: Party | None, organisation_id: int | None, who: str) -> Owed:
        return Owed(
            occasion=f"{when}:{who}",
            organisation_id=organisation_id,
            person_id=_officer(party, roll) if party else None,
            executor=party.text if party else executors.text,
            pace=pace,
            rule=party.rule if party else Rule.ALL,
            needed=party.needed if party else 1,
            due_on=due_on,
            period=span,
        )

    for number, party in enumerate(parties.values(), start=1):
        named = party.owing(roll, on)
        for organisation_id in named:
            who = f"o{organisation_id}" + ("e" if party.rule is Rule.EACH else "")
            if who not in taken:  # named alone and in a group
                taken.add(who)
                yield owed(party, organisation_id, who)
        if not named:
            yield owed(party, None, f"c{party.council_id}" if party.council_id else f"p{number}")
    if not parties:
        yield owed(None, None, "p0")


def _officer(party: Party, roll: Roll) -> int | None:
    if party.council_id is None:
        return None
    return roll.officers.get((party.council_id, party.office or Office.CHAIR))
