"""What colleges ask for: practice of students, internships of teachers; the interns, by code."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from cluster.calendar import WorkingCalendar
from cluster.practice.places import ClearanceKind, ContractForm, Period, PracticeKind, Requirement, town_key

WISHES: Final = 5
INTERNS_A_REQUEST: Final = 1_000
ADULT_AGE: Final = 18


class ClearanceState(StrEnum):
    """How far a clearance is; with a date, never a diagnosis."""

    MISSING = "missing"  # нет, никто не записан
    BOOKED = "booked"  # записан на дату
    VALID = "valid"  # есть, действует до даты


class RequestState(StrEnum):
    """Life of a request."""

    OPEN = "open"  # its interns are matched
    WITHDRAWN = "withdrawn"  # the college took it back
    CLOSED = "closed"  # its period is over


@dataclass(frozen=True, slots=True)
class Clearance:
    """A clearance of one intern. `on` is the day of the appointment (booked) or the last valid day (valid)."""

    kind: ClearanceKind
    state: ClearanceState
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A college's request: one programme, one kind, one period.

    Args:
        college: short name for screens.
        code: of the speciality, «15.02.12».
        contracts: forms of contract the college can sign.
    """

    id: int
    cluster_id: int
    organisation_id: int
    college: str
    code: str
    programme: str
    kind: PracticeKind
    period: Period
    contracts: frozenset[ContractForm]
    state: RequestState
    created_by: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Intern:
    """A student or teacher of a request. Names are not kept: the college knows who «П-000123» is.

    Args:
        code: stable, unique in the installation.
        own_mark: the college's own number in its list (student's record number), shown to the college only.
        person_id: who it is in the bot, if they use it.
        birth_year: only this, to keep minors off night shifts.
        town: where they live, for the location of a place.
        wishes: organisation ids of enterprises, the most wanted first.
        waiting_since: place in the waiting list: the earlier, the sooner; then by id.
        is_out: left the request; not matched any more.
        towns: where they can go at all, the own town always; empty: anywhere.
    """

    id: int
    request_id: int
    code: str
    own_mark: str
    person_id: int | None
    birth_year: int
    town: str
    clearances: tuple[Clearance, ...]
    wishes: tuple[int, ...]
    waiting_since: datetime
    is_out: bool = False
    towns: tuple[str, ...] = ()

    def clearance(self, kind: ClearanceKind) -> Clearance:
        """What is known of one kind."""
        return next((one for one in self.clearances if one.kind is kind), Clearance(kind, ClearanceState.MISSING))


def can_reach(intern: Intern, town: str) -> bool:
    """Whether the intern can go to a town at all."""
    return not intern.towns or town_key(town) in {town_key(one) for one in (intern.town, *intern.towns)}


def code_of(intern_id: int) -> str:
    """The code that stands for an intern everywhere: «П-000123»."""
    return f"П-{intern_id:06d}"


def is_minor(birth_year: int, day: date) -> bool:
    """Whether the person may be under 18 on `day`. Only the year is known, so the birthday counts as 31 December."""
    age = day.year - birth_year - ((day.month, day.day) < (12, 31))
    return age < ADULT_AGE


def cleared_by(
    held: Clearance, requirement: Requirement, start: date, today: date, calendar: WorkingCalendar
) -> date | None:
    """The day by which the intern has the clearance, if that is not after `start`; else None.

    Valid on the first day: today. Booked: the day of the appointment. Otherwise there must still be as many working
    days before the first day as getting it takes.
    """
    if held.state is ClearanceState.VALID and held.on is not None and held.on >= start:
        return today
    if held.state is ClearanceState.BOOKED and held.on is not None:
        return held.on if today <= held.on <= start else None
    ready = calendar.add_working_days(today, requirement.lead_days)
    return ready if ready <= start else None
