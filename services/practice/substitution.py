"""Somebody else takes the days of a mentor who is not there, on the same day, in the transaction that says so."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.calendar import WorkingCalendar
from cluster.practice.acceptance import DutyDay, Placement
from cluster.practice.mentors import SUBSTITUTES, Mentor
from cluster.practice.places import Period
from cluster.practice.teams import cover_again
from services.practice import letters
from services.practice.notices import MentorReplaced
from storage import practice as queries
from storage import practice_placements as records
from storage import practice_requests as asked
from storage import roles
from storage.practice_placements import Visit


@dataclass(frozen=True, slots=True)
class Substituted:
    """How many days of interns somebody else took, and how many nobody could."""

    taken: int = 0
    uncovered: int = 0


async def substitute(  # noqa: PLR0917 - what a substitution is made of
    tx: AsyncConnection, cluster_id: int, mentor_id: int, period: Period, calendar: WorkingCalendar, now: datetime
) -> Substituted:
    """Give every day of the mentor in the period on which they are not on duty any more to somebody of the enterprise.

    First the placement's own team, then any mentor of the enterprise who teaches the speciality. Whoever takes over,
    the intern's side and the enterprise are told at once; coordinators where a day stays uncovered.
    """
    found = await queries.mentor(tx, cluster_id, mentor_id)
    if found is None:
        return Substituted()
    visits = await records.visits(tx, mentor_ids=[mentor_id], first=period.first, last=period.last)
    lost: dict[int, list[Visit]] = {}
    for visit in visits:
        if found.shift_on(visit.day, calendar) is not visit.shift:
            lost.setdefault(visit.placement_id, []).append(visit)
    done = Substituted()
    for placement_id, days in lost.items():
        placement = await records.placement(tx, cluster_id, placement_id)
        if placement is not None:
            done = await _replace(tx, placement, found, days, done, calendar, now)
    return done


async def _replace(  # noqa: PLR0917 - what a substitution is made of
    tx: AsyncConnection,
    placement: Placement,
    gone: Mentor,
    lost: list[Visit],
    done: Substituted,
    calendar: WorkingCalendar,
    now: datetime,
) -> Substituted:
    colleagues = await queries.mentors(tx, placement.cluster_id, organisations=[gone.organisation_id], only_active=True)
    code = await asked.code_of_intern(tx, placement.intern_id)
    able = [one for one in colleagues if one.id != gone.id and one.teaches(code)]
    days = [DutyDay(visit.day, visit.mentor_id, visit.shift) for visit in lost]
    load = await load_of(tx, [one.id for one in able], days[0].day, days[-1].day)
    new = cover_again(days, placement.team, able, load, calendar)
    await records.set_days(tx, placement.id, new)
    by_id = {one.id: one for one in able}
    await _extend_team(tx, placement, [day.mentor_id for day in new if day.mentor_id])
    await letters.tell_days(tx, placement, new, by_id, calendar, now)
    await _tell(tx, placement, new, by_id, now)
    open_days = sum(day.mentor_id is None for day in new)
    return replace(done, taken=done.taken + len(new) - open_days, uncovered=done.uncovered + open_days)


async def load_of(
    connection: AsyncConnection, mentor_ids: list[int], first: date, last: date
) -> dict[tuple[int, date], int]:
    """How many interns each mentor has on each day of a span."""
    load: dict[tuple[int, date], int] = {}
    for visit in await records.visits(connection, mentor_ids=mentor_ids, first=first, last=last):
        key = (visit.mentor_id or 0, visit.day)
        load[key] = load.get(key, 0) + 1
    return load


async def _extend_team(tx: AsyncConnection, placement: Placement, mentors: list[int]) -> None:
    """Substitutes belong to the team as far as it has room; who stands in for a day or two need not."""
    team = list(dict.fromkeys([*placement.team, *mentors]))[: 1 + SUBSTITUTES]
    if tuple(team) != placement.team:
        await records.set_team(tx, placement.id, team)


async def _tell(
    tx: AsyncConnection, placement: Placement, days: list[DutyDay], mentors: dict[int, Mentor], now: datetime
) -> None:
    sides = await letters.sides_of(tx, placement)
    notice = MentorReplaced(placement_id=placement.id, first=days[0].day, last=days[-1].day)
    told = {*sides.intern, *sides.enterprise}
    told |= {mentors[day.mentor_id].person_id or 0 for day in days if day.mentor_id in mentors}
    if any(day.mentor_id is None for day in days):
        told |= set(await roles.holders(tx, placement.cluster_id, Role.COORDINATOR))
    key = f"practice:replaced:{placement.id}:{days[0].day}:{int(now.timestamp())}"
    await letters.tell(tx, placement.cluster_id, sorted(told - {0}), notice, now, key=key)
