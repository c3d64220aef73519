"""Who is told what about a placement, in the transaction of the change that causes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.calendar import WorkingCalendar
from cluster.notice import Notice
from cluster.practice.acceptance import DutyDay, Placement, Side
from cluster.practice.mentors import Mentor
from cluster.practice.requests import Clearance, ClearanceState, Request
from services.practice.notices import (
    AnswerDue,
    ClearanceDue,
    InternDay,
    InternWeek,
    MentorDay,
    MentorWeek,
    PlacementProposed,
)
from storage import outbox, reminders, roles
from storage import practice as queries
from storage import practice_placements as records
from storage.evaluation import zone as zone_of
from storage.outbox import Letter, Recipient
from storage.reminders import Plan

DAY_BEFORE: Final = time(16, 0)
"""When people are told of tomorrow and of the next week."""
CLEARANCE_AHEAD: Final = (14, 3)
"""Days before a clearance runs out on which the college is pinged."""
PING_AT: Final = time(10, 0)


@dataclass(frozen=True, slots=True)
class Sides:
    """People of a placement by side: the college and the intern, the mentors in the bot, the enterprise."""

    intern: tuple[int, ...]
    mentor: tuple[int, ...]
    enterprise: tuple[int, ...]

    @property
    def everybody(self) -> tuple[int, ...]:
        """All of them once."""
        return tuple(dict.fromkeys((*self.intern, *self.mentor, *self.enterprise)))

    def of(self, side: Side) -> tuple[int, ...]:
        """Who answers for a side."""
        return {Side.INTERN: self.intern, Side.MENTOR: self.mentor, Side.ENTERPRISE: self.enterprise}[side]


async def sides_of(connection: AsyncConnection, placement: Placement) -> Sides:
    """Who belongs to a placement now."""
    enterprise, college, person = await records.parties(connection, placement.id)
    members = await roles.of_organisations(connection, placement.cluster_id, [enterprise, college])
    mentors = await queries.mentors(connection, placement.cluster_id, ids=placement.team[:1])
    return Sides(
        intern=(*members.get((college, Role.COLLEGE), ()), *([person] if person else [])),
        mentor=tuple(one.person_id for one in mentors if one.person_id),
        enterprise=members.get((enterprise, Role.ENTERPRISE), ()),
    )


async def tell(
    tx: AsyncConnection, cluster_id: int, people: Iterable[int], notice: Notice, now: datetime, *, key: str
) -> None:
    """Tell people; the same `key` twice is told once."""
    letters = [Letter(notice, Recipient.person(one, cluster_id), now, f"{key}:{one}") for one in dict.fromkeys(people)]
    await outbox.add_many(tx, letters)


async def propose(tx: AsyncConnection, placement: Placement, now: datetime) -> None:
    """Ask all sides, and plan to ask those again who are silent half-way to the end."""
    asked = await sides_of(tx, placement)
    key = f"practice:proposed:{placement.id}"
    await tell(tx, placement.cluster_id, asked.everybody, PlacementProposed(placement_id=placement.id), now, key=key)
    half = now + (placement.expires_at - now) / 2
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"practice:{placement.id}:due:{one}",
                AnswerDue(placement_id=placement.id),
                Recipient.person(one, placement.cluster_id),
                half,
            )
            for one in asked.everybody
        ],
    )


async def forget(tx: AsyncConnection, placement: Placement) -> None:
    """Nothing more is reminded of: the placement ended."""
    await reminders.cancel(tx, f"practice:{placement.id}:")


async def tell_days(  # noqa: PLR0917 - what the days are made of
    tx: AsyncConnection,
    placement: Placement,
    days: Sequence[DutyDay],
    mentors: Mapping[int, Mentor],
    calendar: WorkingCalendar,
    now: datetime,
) -> None:
    """Plan the messages of the day before and of the week before, to mentors and to the intern in the bot.

    Keys are the occasions, so that several interns of a mentor make one message, and planning again changes nothing;
    what is said is looked up when it is sent.
    """
    zone = ZoneInfo(await zone_of(tx, placement.cluster_id))
    _, _, person = await records.parties(tx, placement.id)
    plans = []
    for duty in days:
        before, monday = _day_before(duty.day, calendar, zone), duty.day - timedelta(days=duty.day.weekday())
        week_before = _day_before(monday, calendar, zone)
        mentor = mentors.get(duty.mentor_id or 0)
        if mentor is not None and mentor.person_id:
            to = Recipient.person(mentor.person_id, placement.cluster_id)
            day = MentorDay(mentor_id=mentor.id, day=duty.day)
            week = MentorWeek(mentor_id=mentor.id, monday=monday)
            plans.append(Plan(f"practice:mentor:{mentor.id}:{duty.day}", day, to, before))
            plans.append(Plan(f"practice:mentor:{mentor.id}:week:{monday}", week, to, week_before))
        if person:
            to = Recipient.person(person, placement.cluster_id)
            own = InternDay(placement_id=placement.id, day=duty.day)
            own_week = InternWeek(placement_id=placement.id, monday=monday)
            plans.append(Plan(f"practice:{placement.id}:day:{duty.day}", own, to, before))
            plans.append(Plan(f"practice:{placement.id}:week:{monday}", own_week, to, week_before))
    unique = {plan.key: plan for plan in plans if plan.due_at > now}
    await reminders.plan_many(tx, unique.values())


async def ping_clearances(
    tx: AsyncConnection, cluster_id: int, college_id: int, held: Sequence[tuple[int, Clearance]], now: datetime
) -> None:
    """Plan the pings of the college: before a valid clearance runs out, on the day after an appointment."""
    zone = ZoneInfo(await zone_of(tx, cluster_id))
    members = await roles.of_organisations(tx, cluster_id, [college_id])
    plans = []
    for intern_id, clearance in held:
        if clearance.on is None:
            continue
        notice = ClearanceDue(intern_id=intern_id, clearance=clearance.kind.value, on=clearance.on)
        for days in CLEARANCE_AHEAD if clearance.state is ClearanceState.VALID else (-1,):
            at = _at(clearance.on - timedelta(days=days), PING_AT, zone)
            key = f"{_clearance(intern_id, clearance)}{clearance.on}:{days}"
            plans += [
                Plan(f"{key}:{one}", notice, Recipient.person(one, cluster_id), at)
                for one in members.get((college_id, Role.COLLEGE), ())
                if at > now
            ]
    await reminders.plan_many(tx, plans)


async def ping_clearance(
    tx: AsyncConnection, request: Request, intern_id: int, clearance: Clearance, now: datetime
) -> None:
    """Plan the pings of one clearance anew."""
    await reminders.cancel(tx, _clearance(intern_id, clearance))
    await ping_clearances(tx, request.cluster_id, request.organisation_id, [(intern_id, clearance)], now)


def _clearance(intern_id: int, clearance: Clearance) -> str:
    return f"practice:clearance:{intern_id}:{clearance.kind}:"


def _day_before(day: date, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    return _at(calendar.add_working_days(day, -1), DAY_BEFORE, zone)


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
