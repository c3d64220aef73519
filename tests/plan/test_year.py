"""The whole academic year 2023/24 on the moved clock: every ping of the year, compared as a whole."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from cluster.access import Role
from cluster.calendar import WorkingCalendar
from cluster.obligations import ObligationState
from sandbox.people import Person
from services.plan.obligations import Proof
from storage import obligation_pings as pings
from storage.obligation_lists import Which
from tests.stage import Stage

TOMSK, CALENDAR = ZoneInfo("Asia/Tomsk"), WorkingCalendar()
FIRST, LAST = date(2023, 9, 1), date(2024, 8, 31)
REASONS = {
    "⏰ Ваши сроки по плану": "executor",
    "📝 Квартал заканчивается": "progress",
    "⏰ Сегодня срок у Вашей организации": "head",
    "⚠️ Просрочено исполнителями": "coordinator",
    "🔴 Просрочено больше пяти": "chair",
    "❓ В плане нет срока": "date",
}
COUNCILS = [  # rows whose executors are councils, offices and working groups: the coordinator answers for them
    ("1.1", date(2024, 2, 29)),
    *[(number, date(2024, 6, 28)) for number in ("2.1", "2.2", "2.5", "2.6")],
    ("2.7", date(2023, 12, 29)),
    ("2.9", date(2024, 4, 27)),  # a working Saturday
    *[
        (number, due)
        for number in ("3.1", "3.2")
        for due in (date(2023, 12, 29), date(2024, 3, 29), date(2024, 6, 28), date(2024, 8, 30))
    ],
    ("4.4", date(2024, 5, 31)),
]
CONTINUOUS = ("2.1", "2.2", "2.6")
QUARTERS = (date(2023, 12, 29), date(2024, 3, 29))
LEADING = [("2.9", date(2024, 4, 27)), ("3.3", date(2024, 7, 31))]
MEMBERS = ("2.4", date(2024, 3, 29))
UNDATED = ("2.8", "4.1", "4.2", "4.3")

Year = dict[tuple[date, str], dict[str, list[str]]]


def steps(due: date) -> Iterator[tuple[date, str]]:
    """The ladder once more, by counting days: when, and who hears of it besides the executor."""
    for offset in (-10, -3, -1, 0):
        yield (CALENDAR.add_working_days(due, offset) if offset else due), ""
    yield CALENDAR.add_working_days(due, 2), "coordinator"
    day = CALENDAR.add_working_days(due, 5)
    yield day, "chair"
    while (day := day + timedelta(weeks=1)) <= LAST:
        yield (day if CALENDAR.is_working_day(day) else CALENDAR.next_working_day(day)), "chair"


def expected(leading: str, colleges: list[str], proven: str, cannot: str) -> Year:
    """Everything that is to be heard; `proven` is done on its first ping, `cannot` waits from the second one on."""
    year: Year = defaultdict(lambda: defaultdict(list))

    def hear(day: date, who: str, reason: str, number: str) -> None:
        if FIRST <= day <= LAST:
            year[day, who][reason].append(number)

    for number, due in COUNCILS:
        for day, other in steps(due):
            hear(day, "coordinator", "executor", number)
            if other == "chair":
                hear(day, "chair", "chair", number)
        for day in QUARTERS if number in CONTINUOUS else ():
            hear(day, "coordinator", "progress", number)
    for number, due in LEADING:
        for day, other in steps(due):
            hear(day, leading, "executor", number)
            if other:
                hear(day, other, other, number)
    number, due = MEMBERS
    for at, (day, other) in enumerate(steps(due)):
        for college in colleges:
            if not (college == proven and at > 0) and not (college == cannot and at > 1):
                hear(day, college, "executor", number)
        if other:
            hear(day, other, other, number)
    for month in range(9, 21):
        first = date(2023 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
        day = first if CALENDAR.is_working_day(first) else CALENDAR.next_working_day(first)
        for number in UNDATED:
            hear(day, "coordinator", "date", number)
    return {key: {why: sorted(set(numbers)) for why, numbers in told.items()} for key, told in year.items()}


def read(body: str) -> dict[str, list[str]]:
    """What a ping says: reasons with the numbers of their rows; empty for any other message."""
    found: dict[str, list[str]] = {}
    reason = ""
    for line in body.split("\n"):
        known = next((why for head, why in REASONS.items() if line.startswith(head)), None)
        if known is not None:
            reason = known
        elif reason and (item := re.match(r"• (\d\.\d)\.", line)):
            found.setdefault(reason, []).append(item[1])
    return {why: sorted(set(numbers)) for why, numbers in found.items()}


@pytest.mark.slow
async def test_the_academic_year(stage: Stage) -> None:
    world = stage.world
    world.clock.move_to(datetime(2023, 9, 1, 9, tzinfo=TOMSK).astimezone(UTC))
    people: dict[str, Person] = {"coordinator": stage.coordinator}
    people["chair"] = await stage.add("Пётр Председатель", Role.EXPERT)
    people[f"college {stage.colleges[0][0]}"] = stage.college
    for college, name in stage.colleges[1:]:
        people[f"college {college}"] = await stage.add(f"Представитель {name}", Role.COLLEGE, college)
    async with world.app.db.write() as tx:
        await pings.name_chair(tx, stage.cluster_id, (await stage.actor(people["chair"])).me)
        members = set(await tx.scalars(text("SELECT id FROM organisations WHERE is_member AND kind = 'college'")))
    plan, coordinator = world.app.services.plan, await stage.actor(stage.coordinator)
    view = next(one for one in await plan.plans.plans(coordinator) if one.plan.first_day == FIRST)
    await plan.plans.adopt(coordinator, view.plan.id)
    colleges = [f"college {one}" for one, _ in stage.colleges if one in members]
    assert len(stage.colleges) == 9
    leading, proven, cannot = f"college {stage.colleges[0][0]}", colleges[1], colleges[2]
    read_so_far = {name: len(person.chat(world.bot).from_bots) for name, person in people.items()}
    told: Year = {}
    moments: set[tuple[int, bool]] = set()
    while (today := world.clock.now().astimezone(TOMSK).date()) <= LAST:
        for hours in (1, 23):
            await world.wait(hours=hours)
            local = world.clock.now().astimezone(TOMSK)
            for name, person in people.items():
                fresh = person.chat(world.bot).from_bots[read_so_far[name] :]
                read_so_far[name] += len(fresh)
                for heard in filter(None, (read(one.body) for one in fresh)):
                    assert (today, name) not in told, "one ping a day"
                    told[today, name] = heard
                    moments.add((local.hour, CALENDAR.is_working_day(local.date())))
        if today == date(2024, 3, 15):
            await _prove(stage, people[proven])
        if today == date(2024, 3, 26):
            await _cannot(stage, people[cannot])
    assert moments == {(10, True)}, "in working hours of working days"
    assert told == expected(leading, colleges, proven, cannot)


async def _prove(stage: Stage, person: Person) -> None:
    own, actor = stage.world.app.services.plan.obligations, await stage.actor(person)
    listed = await own.mine(actor)
    one = next(one for one in listed.page.items if one.number == "2.4")
    card = await own.prove(actor, one.id, Proof("link", "https://example.org/pool", "pool", "Список экспертов"))
    assert card.obligation.state is ObligationState.DONE
    assert (await own.mine(actor, which=Which.DONE)).page.total == 1


async def _cannot(stage: Stage, person: Person) -> None:
    own, actor = stage.world.app.services.plan.obligations, await stage.actor(person)
    one = next(one for one in (await own.mine(actor)).page.items if one.number == "2.4")
    await own.cannot(actor, one.id, "Эксперты завода заняты до мая", date(2024, 5, 15))


async def test_ten_days_of_downtime_are_one_message_a_person(stage: Stage) -> None:
    """From Monday 18 March 2024, 11:00: what came due until Thursday 28 March is said once, then the ladder goes on."""
    world = stage.world
    world.clock.move_to(datetime(2024, 3, 18, 11, tzinfo=TOMSK).astimezone(UTC))
    plan, coordinator = world.app.services.plan, await stage.actor(stage.coordinator)
    view = next(one for one in await plan.plans.plans(coordinator) if one.plan.first_day == FIRST)
    await plan.plans.adopt(coordinator, view.plan.id)
    await world.settle()
    both = (stage.coordinator, stage.college)
    before = [len(person.chat(world.bot).from_bots) for person in both]
    world.clock.advance(timedelta(days=9, hours=22))
    await world.settle()
    for person, known in zip(both, before, strict=True):
        fresh = [one.body for one in person.chat(world.bot).from_bots[known:]]
        assert [body.startswith("Задержано.") for body in fresh] == [True], fresh
        assert len(re.findall(r"^• 2\.4\.|^• 3\.1\.", fresh[0], re.MULTILINE)) >= 1
        assert fresh[0].count("• 2.4.") <= 1, "the newest step says it all"
    await world.wait(hours=1)
    assert read(stage.college.chat(world.bot).last_answer.body) == {"executor": ["2.4"]}
