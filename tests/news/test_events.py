"""Events: registered in the chat, postponed, cancelled; answers; the rule; calendar files."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from cluster.news.clock import NewsRule
from cluster.news.states import ObligationState
from tests.news.conftest import TITLE, TOMORROW, NewsDesk


async def test_a_coordinator_registers_an_event_in_the_chat(desk: NewsDesk) -> None:
    world, who = desk.world, desk.coordinator
    await world.say(who, "/news")
    await world.tap(who, "События")
    await world.tap(who, "➕ Событие")
    await world.tap(who, "Заполнить самостоятельно")
    await world.say(who, TITLE)
    await world.say(who, "22.06.2022")
    await world.say(who, "21.06.2022")
    assert "раньше допустимого" in desk.seen(who)
    await world.say(who, "24.06.2022")
    await world.say(who, "Томск, ул. Причальная")
    await world.tap(who, "Ещё ›")
    await world.tap(who, desk.stage.colleges[0][1])
    await world.tap(who, "Готово")
    await world.tap(who, "Всё верно")
    assert "22.06.2022 – 24.06.2022" in desk.seen(who)
    assert "до 29.06.2022 18:00" in desk.seen(who)
    assert "Новое событие" in desk.world.transcript(desk.author)


async def test_the_calendar_file(desk: NewsDesk) -> None:
    event = await desk.event(TOMORROW, TOMORROW + timedelta(days=2))
    sent = desk.author.chat(desk.world.bot).last_answer.document
    assert sent is not None
    entry = Calendar.from_ical(sent.data).walk("VEVENT")[0]
    assert str(entry["UID"]).startswith(f"news-event-{event}@")
    assert entry["DTSTART"].dt == TOMORROW
    assert entry["DTEND"].dt == TOMORROW + timedelta(days=3)
    assert entry["LOCATION"] == "Томск"
    actor = await desk.stage.actor(desk.coordinator)
    await desk.news.events.cancel(actor, event)
    await desk.settle()
    sent = desk.author.chat(desk.world.bot).last_answer.document
    assert sent is not None
    cancelled = Calendar.from_ical(sent.data)
    assert cancelled["METHOD"] == "CANCEL"
    assert cancelled.walk("VEVENT")[0]["UID"] == entry["UID"]
    assert cancelled.walk("VEVENT")[0]["SEQUENCE"] > entry["SEQUENCE"]


async def test_postponed_moves_the_deadline_cancelled_ends_it(desk: NewsDesk) -> None:
    event = await desk.event()
    actor = await desk.stage.actor(desk.coordinator)
    later = TOMORROW + timedelta(days=7)
    await desk.news.events.postpone(actor, event, (later, later))
    await desk.settle()
    assert (await desk.owed(event)).due_at == datetime(2022, 7, 4, 11, 0, tzinfo=UTC)
    assert "Событие перенесено" in desk.world.transcript(desk.author)
    await desk.to(datetime(2022, 6, 28, 11, 0, tzinfo=UTC))
    assert "Прошло событие" not in desk.world.transcript(desk.author, 30)
    await desk.news.events.cancel(actor, event)
    await desk.settle()
    before = len(desk.author.chat(desk.world.bot).from_bots)
    await desk.to(datetime(2022, 7, 20, 5, 0, tzinfo=UTC))
    assert len(desk.author.chat(desk.world.bot).from_bots) == before


async def test_not_held_and_asked_again(desk: NewsDesk) -> None:
    event = await desk.event()
    await desk.to(datetime(2022, 6, 22, 11, 0, tzinfo=UTC))
    await desk.world.tap(desk.author, "Событие не состоялось")
    await desk.world.tap(desk.author, "Да, не состоялось")
    assert (await desk.owed(event)).state is ObligationState.NOT_HELD
    await desk.settle()
    assert "не состоялось" in desk.seen(desk.coordinator)
    await desk.world.wait(minutes=1)
    await desk.world.tap(desk.coordinator, "Посмотреть")
    await desk.world.tap(desk.coordinator, "Попросить снова")
    owed = await desk.owed(event)
    assert owed.state is ObligationState.OPEN
    await desk.world.wait(seconds=1)
    assert desk.author.chat(desk.world.bot).last_answer.body.startswith("Прошло событие «Экскурсия"), "reminded anew"


async def test_another_rule_moves_open_deadlines(desk: NewsDesk) -> None:
    event = await desk.event()
    actor = await desk.stage.actor(desk.coordinator)
    assert len(await desk.news.events.set_rule(actor, NewsRule(date(2022, 6, 1), 1))) == 1
    assert (await desk.owed(event)).due_at == datetime(2022, 6, 23, 11, 0, tzinfo=UTC)
    assert await desk.news.events.set_rule(actor, NewsRule(date(2022, 6, 1), 1)) == []
    assert [rule.working_days for rule in await desk.news.events.rules(actor)] == [3, 1, 1]


async def test_who_blocked_the_bot_is_stood_in_for(desk: NewsDesk) -> None:
    from cluster.access import Role

    colleague = await desk.stage.add("Пётр Коллега", Role.COLLEGE, desk.stage.colleges[0][0])
    await desk.event()
    desk.author.block(desk.world.bot)
    await desk.to(datetime(2022, 6, 22, 11, 0, tzinfo=UTC))
    assert "Прошло событие" in desk.seen(colleague)


async def test_after_a_downtime_one_digest(desk: NewsDesk) -> None:
    for number in range(3):
        await desk.event(title=f"Событие {number}")
    desk.world.clock.advance(timedelta(days=2))  # nothing ran meanwhile
    before = len(desk.author.chat(desk.world.bot).from_bots)
    await desk.settle()
    came = desk.author.chat(desk.world.bot).from_bots[before:]
    assert len(came) == 1
    assert "Задержано" in came[0].body
    assert came[0].body.count("Прошло событие") == 3
