"""Whether an intern can come to a place at all: the hard filters, and which of them is in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cluster.calendar import WorkingCalendar
from cluster.practice.mentors import Mentor, practice_days
from cluster.practice.places import ClearanceKind, Place, Shift, serves
from cluster.practice.requests import Intern, Request, can_reach, cleared_by, is_minor


class Obstacle(StrEnum):
    """A hard filter of stage 1 that keeps an intern from a place."""

    CLOSED = "closed"  # the offer is closed
    SPECIALITY = "speciality"
    KIND = "kind"  # practice or internship the place is not for
    PERIOD = "period"  # the request's days are not inside the place's
    CONTRACT = "contract"  # no form of contract both sides sign
    NIGHT = "night"  # only night shifts, and the intern may be under 18
    TOWN = "town"  # the intern cannot go there
    CLEARANCE = "clearance"  # it cannot be there by the first day
    MENTOR = "mentor"  # nobody of the enterprise can be the mentor on any day


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One obstacle with what it is about: the clearance, and the day by which it would be there."""

    obstacle: Obstacle
    clearance: ClearanceKind | None = None
    ready_on: date | None = None


def allowed_shifts(place: Place, intern: Intern, request: Request) -> frozenset[Shift]:
    """Shifts of the place the intern may work in: minors not at night."""
    if is_minor(intern.birth_year, request.period.first):
        return place.shifts - {Shift.NIGHT}
    return place.shifts


def hindrances(
    intern: Intern, request: Request, place: Place, today: date, calendar: WorkingCalendar
) -> list[Hindrance]:
    """Everything that keeps the intern from the place, mentors aside; empty when they can come.

    Args:
        today: the day clearances are counted from.
    """
    found = []
    if not place.is_open:
        found.append(Hindrance(Obstacle.CLOSED))
    if not serves(place.specialities, request.code):
        found.append(Hindrance(Obstacle.SPECIALITY))
    if request.kind not in place.kinds:
        found.append(Hindrance(Obstacle.KIND))
    if not place.period.covers(request.period):
        found.append(Hindrance(Obstacle.PERIOD))
    if not place.contracts & request.contracts:
        found.append(Hindrance(Obstacle.CONTRACT))
    if not allowed_shifts(place, intern, request):
        found.append(Hindrance(Obstacle.NIGHT))
    if not can_reach(intern, place.town):
        found.append(Hindrance(Obstacle.TOWN))
    for requirement in place.requirements:
        held = intern.clearance(requirement.kind)
        if cleared_by(held, requirement, request.period.first, today, calendar) is None:
            ready = calendar.add_working_days(today, requirement.lead_days)
            found.append(Hindrance(Obstacle.CLEARANCE, requirement.kind, ready))
    return found


def possible_mentors(
    mentors: Sequence[Mentor],
    intern: Intern,
    request: Request,
    place: Place,
    calendar: WorkingCalendar,
) -> list[Mentor]:
    """Mentors of the place's enterprise who teach the speciality and are on duty on at least one practice day."""
    shifts, days = allowed_shifts(place, intern, request), practice_days(request.period, calendar)
    return [
        mentor
        for mentor in mentors
        if mentor.organisation_id == place.organisation_id
        and mentor.teaches(request.code)
        and any(mentor.shift_on(day, calendar) in shifts for day in days)
    ]
