"""Obligations in the running bot: their pings come when the ladder says, and follow a date that moves."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert, text

from cluster.access import Role
from cluster.calendar import WorkingCalendar
from cluster.meetings.quorum import QuorumRule
from cluster.obligations import ObligationSource
from sandbox.people import Person
from services.plan.planning import replan
from storage import obligation_pings as pings
from storage import obligations, reminders
from storage.obligations import NewObligation, add_obligations
from storage.schema.meetings import council_rules
from tests.stage import Stage

TOMSK = ZoneInfo("Asia/Tomsk")


async def add(stage: Stage, *new: NewObligation) -> list[int]:
    """Obligations with their pings; the clock stands at Tuesday 21 June 2022, 10:00."""
    now = stage.world.clock.now()
    async with stage.world.app.db.write() as tx:
        ids = await add_obligations(tx, new, now)
        await replan(tx, ids, WorkingCalendar(), TOMSK, now)
    return ids


def owed(stage: Stage, key: str = "a", due_on: date | None = date(2022, 6, 30)) -> NewObligation:
    college = stage.colleges[0][0]
    return NewObligation(
        stage.cluster_id, key, "Согласовать программы практик", ObligationSource.DECISION, 1, college, None, due_on
    )


def heard(stage: Stage, person: Person, words: str = "") -> list[str]:
    return [m.body.replace("\u00a0", " ") for m in person.chat(stage.world.bot).from_bots if words in m.body]


async def days(stage: Stage, obligation_id: int) -> list[tuple[str, date]]:
    async with stage.world.app.db.read() as connection:
        return [(one.step.value, one.day) for one in await pings.planned(connection, obligation_id)]


def unique(found: Sequence[tuple[str, date]]) -> list[tuple[str, date]]:
    return list(dict.fromkeys(found))


async def test_the_same_key_is_one_obligation(stage: Stage) -> None:
    first = await add(stage, owed(stage), owed(stage, "b"))
    assert await add(stage, owed(stage, "b"), owed(stage)) == first[::-1]


async def test_everybody_hears_their_step(stage: Stage) -> None:
    """Due on Thursday 30 June 2022."""
    world, college, coordinator = stage.world, stage.college, stage.coordinator
    head = await stage.add("Вера Директорова", Role.COLLEGE, stage.colleges[0][0])
    async with world.app.db.write() as tx:
        await pings.name_head(tx, stage.colleges[0][0], (await stage.actor(head)).me)
    (one,) = await add(stage, owed(stage))
    async with world.app.db.write() as tx:
        await obligations.change(tx, one, person_id=(await stage.actor(college)).me, state="in_progress")
        await replan(tx, [one], WorkingCalendar(), TOMSK, world.clock.now())
    told = []
    for _ in range(24):
        before = {person: len(heard(stage, person)) for person in (college, head, coordinator)}
        await world.wait(days=1)
        for person, name in ((college, "college"), (head, "head"), (coordinator, "coordinator")):
            others = ("неделя впереди", "квартал")  # the digest, the councils' own duty
            new = heard(stage, person)[before[person] :]
            if fresh := [one for one in new if not any(word in one for word in others)]:
                told.append((world.clock.now().date(), name, fresh[0].split("\n")[0]))
    assert told == [
        (date(2022, 6, 27), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 6, 29), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 6, 30), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 6, 30), "head", "⏰ Сегодня срок у Вашей организации"),
        (date(2022, 7, 4), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 7, 4), "coordinator", "⚠️ Просрочено исполнителями"),
        (date(2022, 7, 7), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 7, 7), "coordinator", "🔴 Просрочено больше пяти рабочих дней"),
        (date(2022, 7, 14), "college", "⏰ Ваши сроки по плану"),
        (date(2022, 7, 14), "coordinator", "🔴 Просрочено больше пяти рабочих дней"),
    ]
    assert "Согласовать программы практик" in stage.seen(coordinator)
    assert "просрочено на 14 дней" in stage.seen(coordinator)


async def test_many_obligations_of_a_day_are_one_message(stage: Stage) -> None:
    await add(stage, *(owed(stage, str(number)) for number in range(30)))
    before = len(heard(stage, stage.college))
    await stage.world.wait(days=6, minutes=1)
    assert len(heard(stage, stage.college)) == before + 1


async def test_planning_again_changes_nothing(stage: Stage) -> None:
    (one,) = await add(stage, owed(stage))
    before = await days(stage, one)
    async with stage.world.app.db.read() as connection:
        reminded = await reminders.planned(connection, "plan:")
    await add(stage, owed(stage))
    assert await days(stage, one) == before
    async with stage.world.app.db.read() as connection:
        assert await reminders.planned(connection, "plan:") == reminded


async def test_a_moved_date_moves_what_is_to_come(stage: Stage) -> None:
    world = stage.world
    (one,) = await add(stage, owed(stage))
    await world.wait(days=6, minutes=1)
    assert len(heard(stage, stage.college, "Ваши сроки")) == 1
    async with world.app.db.write() as tx:
        await obligations.change(tx, one, due_on=date(2022, 7, 29))
        await replan(tx, [one], WorkingCalendar(), TOMSK, world.clock.now())
    found = unique(await days(stage, one))[:5]
    assert found == [
        ("before_3", date(2022, 6, 27)),  # sent, stays
        ("before_10", date(2022, 7, 15)),
        ("before_3", date(2022, 7, 26)),
        ("before_1", date(2022, 7, 28)),
        ("day", date(2022, 7, 29)),
    ]
    await world.wait(days=7)
    assert len(heard(stage, stage.college, "Ваши сроки")) == 1


async def test_after_a_downtime_the_newest_step_says_it_all(stage: Stage) -> None:
    await add(stage, owed(stage), owed(stage, "b", date(2022, 7, 1)))
    before = len(heard(stage, stage.college))
    stage.world.clock.advance(timedelta(days=9, hours=23))
    await stage.world.settle()
    fresh = heard(stage, stage.college)[before:]
    assert len(fresh) == 1
    assert fresh[0].startswith("Задержано.")
    assert fresh[0].count("Согласовать программы практик") == 2
    await stage.world.wait(hours=1)
    assert len(heard(stage, stage.college)) == before + 2, "then the ladder goes on"
    assert "срок сегодня" in stage.seen(stage.college)


async def test_the_chair_of_the_coordination_council_is_the_chair_until_another_is_named(stage: Stage) -> None:
    chair = (await stage.actor(await stage.add("Пётр Председатель", Role.EXPERT))).me
    other = (await stage.actor(stage.expert)).me
    async with stage.world.app.db.write() as tx:
        council = await tx.scalar(text("SELECT id FROM councils WHERE kind = 'coordination'"))
        rules = {"council_id": council, "cluster_id": stage.cluster_id, "quorum": QuorumRule.HALF.value}
        await tx.execute(insert(council_rules).values(**rules, chair_id=chair))
        assert (await pings.circle(tx, stage.cluster_id)).chair == chair
        await pings.name_chair(tx, stage.cluster_id, other)
        assert (await pings.circle(tx, stage.cluster_id)).chair == other
