"""What a run of matching sees: places, mentors and interns of a cluster as the plain values of `cluster.matching`."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar
from cluster.matching import model
from cluster.matching.model import Frozen, Goal, Pair, Problem
from cluster.practice.acceptance import LIVE, Placement
from cluster.practice.mentors import Mentor
from cluster.practice.places import Place, Shift, town_key
from cluster.practice.requests import ClearanceState, Intern, Request, is_minor
from cluster.practice.runs import Word
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as asked
from storage import practice_runs

NOT_YET = date.max
"""A clearance whose appointment is over but which nobody has noted as valid: it counts from no day."""


@dataclass(frozen=True, slots=True)
class Season:
    """Everything a problem is made of, as it is stored."""

    places: Sequence[Place]
    closed: Sequence[Place]
    mentors: Sequence[Mentor]
    interns: Sequence[Intern]
    requests: Mapping[int, Request]
    live: Sequence[Placement]
    words: Mapping[Pair, Word]
    refused: Collection[Pair]


async def load_season(connection: AsyncConnection, cluster_id: int, today: date) -> Season:
    """Open places, mentors, everybody who waits or has a place; a dozen statements."""
    places, _ = await base.places(connection, cluster_id, only_open=True, ends_from=today)
    mentors = await base.mentors(connection, cluster_id, only_active=True)
    waiting, _ = await asked.interns(connection, cluster_id, waiting=True)
    live, _ = await records.placements(connection, cluster_id, states=LIVE)
    seated, _ = await asked.interns(connection, cluster_id, ids=[one.intern_id for one in live])
    interns = [*waiting, *seated]
    requests, _ = await asked.requests(connection, cluster_id, ids={one.request_id for one in interns})
    shut = {one.place_id for one in live} - {place.id for place in places}
    return Season(
        places=places,
        closed=list((await base.places_by_id(connection, cluster_id, shut)).values()),
        mentors=mentors,
        interns=interns,
        requests={one.id: one for one in requests},
        live=live,
        words=await practice_runs.words(connection, cluster_id),
        refused=await practice_runs.refused(connection, cluster_id),
    )


async def problem_of(
    season: Season, today: date, calendar: WorkingCalendar, goal: Goal = Goal.MOST, seed: int = 1
) -> Problem:
    """The season as a problem, worked out beside the event loop."""
    return await asyncio.to_thread(make_problem, season, today, calendar, goal, seed)


def make_problem(season: Season, today: date, calendar: WorkingCalendar, goal: Goal, seed: int) -> Problem:
    """The season as a problem: a pure function of what is stored, the day and the calendar."""
    interns = [
        intern_of(one, season.requests[one.request_id], today, calendar)
        for one in season.interns
        if season.requests[one.request_id].period.last >= today
    ]
    known = {one.id for one in interns}
    live = [one for one in season.live if one.intern_id in known]
    days = _days(interns, calendar)
    held = [one.place_id for one in live]
    closed = [replace(place_of(one, today, calendar), capacity=held.count(one.id)) for one in season.closed]
    pins = {pair for pair, word in season.words.items() if word is Word.PIN}
    bans = {pair for pair, word in season.words.items() if word is Word.BAN} | (set(season.refused) - pins)
    return Problem(
        interns=tuple(interns),
        places=(*(place_of(one, today, calendar) for one in season.places), *closed),
        mentors=tuple(_mentors(season.mentors, days, calendar)),
        days=days,
        frozen=tuple(Frozen(one.intern_id, one.place_id, one.team) for one in live),
        pins=tuple(sorted(pair for pair in pins if pair.intern_id in known)),
        bans=tuple(sorted(pair for pair in bans if pair.intern_id in known)),
        goal=goal,
        seed=seed,
    )


def intern_of(intern: Intern, request: Request, today: date, calendar: WorkingCalendar) -> model.Intern:
    """An intern of a request; the rule of clearances is `cluster.practice.requests.cleared_by`."""
    held = []
    for one in intern.clearances:
        if one.state is ClearanceState.VALID and one.on is not None and one.on >= request.period.first:
            held.append(model.Clearance(one.kind.value, today))
        elif one.state is ClearanceState.BOOKED and one.on is not None:
            held.append(model.Clearance(one.kind.value, one.on if one.on >= today else NOT_YET))
    return model.Intern(
        id=intern.id,
        kind=request.kind.value,
        speciality=request.code,
        first=request.period.first,
        last=request.period.last,
        contracts=tuple(sorted(form.value for form in request.contracts)),
        minor=is_minor(intern.birth_year, request.period.first),
        town=town_key(intern.town),
        towns=tuple(sorted({town_key(one) for one in (intern.town, *intern.towns)})) if intern.towns else (),
        clearances=tuple(held),
        wishes=intern.wishes,
        waiting_since=int(intern.waiting_since.timestamp()),
    )


def place_of(place: Place, today: date, calendar: WorkingCalendar) -> model.Place:
    """A place, with the days on which its clearances can be had."""
    return model.Place(
        id=place.id,
        enterprise_id=place.organisation_id,
        kinds=tuple(sorted(kind.value for kind in place.kinds)),
        specialities=place.specialities,
        first=place.period.first,
        last=place.period.last,
        capacity=place.capacity,
        contracts=tuple(sorted(form.value for form in place.contracts)),
        requirements=tuple(
            model.Requirement(one.kind.value, calendar.add_working_days(today, one.lead_days))
            for one in place.requirements
        ),
        town=town_key(place.town),
        day=Shift.DAY in place.shifts,
        night=Shift.NIGHT in place.shifts,
        mentored=place.needs_mentor,
        production_order=bool(place.production_order),
        hires=place.hires,
        programme=place.mentoring_programme,
    )


def _days(interns: Iterable[model.Intern], calendar: WorkingCalendar) -> tuple[date, ...]:
    """Working days from the first to the last day of anybody."""
    spans = sorted({(one.first, one.last) for one in interns})
    if not spans:
        return ()
    first, last = spans[0][0], max(span[1] for span in spans)
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(day for day in every if calendar.is_working_day(day))


def _mentors(mentors: Sequence[Mentor], days: Sequence[date], calendar: WorkingCalendar) -> list[model.Mentor]:
    known: dict[object, tuple[int, int]] = {}
    found = []
    for one in mentors:
        key = (one.rota, one.absences)
        if key not in known:
            shifts = [one.shift_on(day, calendar) for day in days]
            by_day, by_night = (
                sum(1 << at for at, shift in enumerate(shifts) if shift is wanted)
                for wanted in (Shift.DAY, Shift.NIGHT)
            )
            known[key] = (by_day, by_night)
        found.append(model.Mentor(one.id, one.organisation_id, one.specialities, one.limit, *known[key]))
    return found
