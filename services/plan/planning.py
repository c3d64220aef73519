"""Planning of pings: replanning changes only what is still to come."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.calendar import WorkingCalendar, local_day
from cluster.ladder import (
    DIGEST_AT,
    Part,
    Rung,
    Step,
    asking_rungs,
    first_open_day,
    moment,
    progress_rungs,
    rungs,
    working_day_from,
)
from cluster.obligations import Obligation, Pace
from services.plan.notices import DatesMoved, DayOfPlan, WeekOfPlan
from storage import obligation_pings as pings
from storage import obligations, reminders
from storage.obligation_pings import Circle, Ping
from storage.outbox import Letter, Recipient
from storage.reminders import Plan

AHEAD = timedelta(weeks=2)
"""Weekly steps and monthly questions are planned so far past the deadline (past today, when it is over or there is
none), and again when `RENEW_BEFORE` of it is left: most obligations are done before, and need none of them."""
RENEW_BEFORE = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Moved:
    """An open obligation whose due day became another one."""

    obligation: Obligation
    before: date | None
    after: date | None


async def replan(
    tx: AsyncConnection, obligation_ids: Collection[int], calendar: WorkingCalendar, zone: ZoneInfo, now: datetime
) -> None:
    """Plan the pings of obligations; planning again changes nothing, what was sent stays, a closed one has none left.

    Args:
        calendar: working days of their cluster.
        zone: the cluster's.
    """
    by_cluster = defaultdict[int, list[Obligation]](list)
    for one in await obligations.load(tx, obligation_ids):
        by_cluster[one.cluster_id].append(one)
    for cluster_id, found in by_cluster.items():
        circle = await pings.circle(tx, cluster_id)
        await _replan(tx, cluster_id, found, circle, calendar, zone, now)


async def _replan(  # noqa: PLR0917 - what a plan is made of
    tx: AsyncConnection,
    cluster_id: int,
    found: list[Obligation],
    circle: Circle,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> None:
    today, first = local_day(now, zone), first_open_day(now, zone)
    until = {one.id: max(today, one.due_on or today) + AHEAD for one in found}
    ids = [one.id for one in found]
    quiet = await pings.snoozes(tx, ids, first)
    quiet_of = defaultdict[int, dict[int, date]](dict)
    for (obligation_id, person_id), day in quiet.items():
        quiet_of[obligation_id][person_id] = day
    ladders: dict[object, list[Rung]] = {}  # what is due on one day has one ladder
    planned: list[Ping] = []
    for one in found:
        if one.is_open:
            same = (one.due_on, one.pace, one.period, one.follows_news)
            if same not in ladders:
                steps = ladder_of(one, calendar, first, until[one.id])
                ladders[same] = [rung for rung in steps if rung.day >= first]
            planned += _pings(one, circle, ladders[same], quiet_of.get(one.id, {}))
    await pings.replace(tx, ids, first, planned)
    await _remind(tx, cluster_id, {(ping.person_id, ping.day) for ping in planned}, zone)
    await obligations.mark_planned(tx, until, now)


def _pings(one: Obligation, circle: Circle, ladder: Iterable[Rung], quiet: Mapping[int, date]) -> Iterator[Ping]:
    """The pings of an obligation, at most one a person and day; `quiet`: until when people want to be left alone."""
    taken = set[tuple[int, date]]()
    for rung in ladder:
        for part in rung.parts:
            for person_id in circle.of(one, part):
                snoozed = quiet.get(person_id)
                asleep = snoozed is not None and rung.day < snoozed and part is Part.EXECUTOR
                if asleep or (person_id, rung.day) in taken:
                    continue
                taken.add((person_id, rung.day))
                yield Ping(one.id, person_id, rung.day, rung.step, part)
    for person_id, day in quiet.items():
        if (person_id, day) not in taken and person_id in circle.names:
            taken.add((person_id, day))
            yield Ping(one.id, person_id, day, Step.SNOOZED, Part.EXECUTOR)


def ladder_of(one: Obligation, calendar: WorkingCalendar, first: date, until: date) -> Iterable[Rung]:
    """Every step of an obligation: the ladder of its date, questions about its progress or its missing date."""
    if one.follows_news:
        return ()
    if one.due_on is None:
        return asking_rungs(first, calendar, until) if one.pace is Pace.UNDATED else ()
    steps = list(rungs(one.due_on, calendar, until))
    if one.pace is Pace.CONTINUOUS and one.period is not None:
        steps += progress_rungs(one.period[0], one.due_on, calendar)
    return steps


async def _remind(tx: AsyncConnection, cluster_id: int, days: Iterable[tuple[int, date]], zone: ZoneInfo) -> None:
    """One reminder a person and day; what it says is looked up when it is due."""
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"plan:{cluster_id}:{person_id}:{day}",
                DayOfPlan(cluster_id=cluster_id, person_id=person_id, day=day),
                Recipient.person(person_id, cluster_id),
                moment(day, zone),
            )
            for person_id, day in sorted(days)
        ],
    )


def moved_letters(  # noqa: PLR0917 - what a letter is made of
    circle: Circle, cluster_id: int, moved: Iterable[Moved], by: int, now: datetime, key: str
) -> list[Letter]:
    """What executors are told of days that moved: one letter a person, none to `by`, who sees it on the screen."""
    told = defaultdict[int, list[int]](list)
    for one in moved:
        for person_id in circle.of(one.obligation, Part.EXECUTOR):
            if person_id != by:
                told[person_id].append(one.obligation.id)
    return [
        Letter(
            DatesMoved(cluster_id=cluster_id, ids=tuple(ids)),
            Recipient.person(person_id, cluster_id),
            now,
            f"{key}:{person_id}",
        )
        for person_id, ids in sorted(told.items())
    ]


async def plan_digests(
    tx: AsyncConnection, cluster_id: int, calendar: WorkingCalendar, zone: ZoneInfo, now: datetime
) -> None:
    """Plan next Monday's digest of the coordinators (09:00; of a week that begins with days off, the first day on)."""
    today = local_day(now, zone)
    monday = today - timedelta(days=today.weekday())
    while (at := moment(working_day_from(monday, calendar), zone, DIGEST_AT)) <= now:
        monday += timedelta(weeks=1)
    circle = await pings.circle(tx, cluster_id)
    await reminders.plan_many(
        tx,
        [
            Plan(
                f"plan:digest:{cluster_id}:{person_id}:{monday}",
                WeekOfPlan(cluster_id=cluster_id, day=monday),
                Recipient.person(person_id, cluster_id),
                at,
            )
            for person_id in circle.coordinators
        ],
    )
