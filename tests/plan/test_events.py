"""Rows «N рабочих дней после события»: an event that is over makes what they owe; about news, the news desk runs it."""

from collections import Counter
from datetime import UTC, date, datetime

from sqlalchemy import text

from cluster.news.model import Event
from cluster.news.outlets import read_link
from services.plan.events import follow_events
from tests.plan.test_planning import heard
from tests.plan.test_story import adopt
from tests.stage import Stage

FAIR = "Ярмарка вакансий"


async def _register(stage: Stage, *days: date) -> Event:
    """A fair of the college and a neighbour."""
    actor = await stage.actor(stage.coordinator)
    both = [one for one, _ in stage.colleges[:2]]
    news = stage.world.app.services.news
    named = {"place": "Томск", "organisation_ids": both, "draft_key": "fair"}
    card = await news.events.register(actor, FAIR, (days[0], days[-1]), **named)
    await stage.world.settle()
    return card.event


async def _made(stage: Stage) -> Counter[tuple[object, ...]]:
    async with stage.world.app.db.read() as connection:
        rows = await connection.execute(
            text("SELECT due_on, state, reason FROM obligations WHERE title LIKE :fair"), {"fair": f"{FAIR}%"}
        )
        return Counter(tuple(row) for row in rows)


async def test_news_about_an_event_is_on_the_board_and_closes_with_the_news(stage: Stage) -> None:
    """Row 1.4 of 2022: three working days after Thursday 23 June is Tuesday 28 June."""
    world, college = stage.world, stage.college
    await adopt(stage)
    event = await _register(stage, date(2022, 6, 23))
    await world.wait(days=1)
    assert await _made(stage) == {}, "not before it takes place"
    await world.wait(days=1)
    assert await _made(stage) == {("2022-06-28", "open", None): 2}
    await world.say(college, "/plan")
    await world.tap(college, f"1.4. {FAIR}")
    shown = stage.seen(college)
    assert "до 28 июня 2022 г." in shown
    assert "Новость о событии ведёт раздел «Новости»" in shown
    assert world.buttons(college) == ["История", "← Назад"]
    actor = await stage.actor(college)
    news = world.app.services.news
    owed = (await news.events.event(actor, event.id)).obligations
    mine = next(one for one in owed if one.organisation_id == stage.colleges[0][0])
    await news.events.published_elsewhere(actor, mine.id, read_link("https://vk.com/wall-1_2"))
    await world.wait(minutes=1)
    assert await _made(stage) == {("2022-06-28", "open", None): 1, ("2022-06-28", "done", None): 1}
    await world.wait(days=6)
    assert not [body for body in heard(stage, college, "Ваши сроки") if FAIR in body], "the news desk reminds, not we"
    again = await world.app.services.plan.plans.plans(await stage.actor(stage.coordinator))
    adopted = next(one for one in again if one.version)
    await world.app.services.plan.plans.adopt(await stage.actor(stage.coordinator), adopted.plan.id)
    assert sum((await _made(stage)).values()) == 2, "adopting again leaves alone what events made"


async def test_an_event_that_is_cancelled_owes_nothing(stage: Stage) -> None:
    world = stage.world
    await adopt(stage)
    event = await _register(stage, date(2022, 6, 22), date(2022, 6, 23))
    await world.wait(days=2)
    assert await _made(stage) == {("2022-06-28", "open", None): 2}
    await world.app.services.news.events.cancel(await stage.actor(stage.coordinator), event.id)
    await world.wait(minutes=1)
    assert await _made(stage) == {("2022-06-28", "waived", "@not-held"): 2}
    db, calendars = world.app.db, world.app.services.calendars
    assert await follow_events(db, calendars, world.clock.now()) == 0, "looking again changes nothing"


async def test_a_report_after_an_event_has_the_plans_own_ladder(stage: Stage) -> None:
    world, college = stage.world, stage.college
    async with world.app.db.write() as tx:
        await tx.execute(
            text(
                "UPDATE plan_rows SET title = 'Отчёт о мероприятии', deadline_text = 'Не позднее 5 рабочих дней после "
                "мероприятия' WHERE deadline_text LIKE 'Размещение новостей не позднее 3%'"
            )
        )
    await adopt(stage)
    await _register(stage, date(2022, 6, 23))
    await world.wait(days=2)
    assert await _made(stage) == {("2022-06-30", "open", None): 2}
    world.clock.move_to(datetime(2022, 6, 27, 3, 1, tzinfo=UTC))
    await world.settle()
    told = [body for body in heard(stage, college, "Ваши сроки") if FAIR in body]
    assert len(told) == 1
    assert "Ярмарка вакансий — Отчёт о мероприятии" in told[0]


async def test_plans_that_overlap_owe_news_about_an_event_once(stage: Stage) -> None:
    world = stage.world
    await adopt(stage)
    actor = await stage.actor(stage.coordinator)
    async with world.app.db.write() as tx:
        await tx.execute(
            text("UPDATE plans SET first_day = '2022-01-01', last_day = '2022-12-31' WHERE first_day = '2023-09-01'")
        )
    for one in await world.app.services.plan.plans.plans(actor):
        await world.app.services.plan.plans.adopt(actor, one.plan.id)
    await _register(stage, date(2022, 6, 23))
    await world.wait(days=2)
    assert sum((await _made(stage)).values()) == 2
