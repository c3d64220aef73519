"""Who is reminded of a session's deadline and when; a moved deadline moves the reminders."""

from datetime import date, timedelta

from sandbox.people import Person
from storage import reminders
from tests.stage import Stage


def messages(stage: Stage, person: Person, words: str) -> list[str]:
    return [m.body for m in person.chat(stage.world.bot).from_bots if words in m.body]


async def test_three_days_one_day_and_on_the_day(stage: Stage) -> None:
    """The deadline is Thursday 30 June 2022; the clock stands at Tuesday 21 June, 10:00."""
    world, expert = stage.world, stage.expert
    await stage.open_session(expert, stage.colleague)
    await stage.begin()
    await world.tap(stage.colleague, "Согласиться")
    await world.tap(stage.colleague, "Не связан")
    await world.wait(days=5, hours=23)
    assert not messages(stage, expert, "До срока листа")
    await world.wait(hours=1, minutes=1)
    assert len(messages(stage, expert, "До срока листа 3\u00a0рабочих дня")) == 1
    assert "Оценено 0 из 14" in stage.seen(expert)
    assert "До срока листов 3 рабочих дня" in stage.seen(stage.coordinator)
    assert "Пётр Второй: согласие есть, оценка не начата" in stage.seen(stage.coordinator)
    assert "Продолжить оценку" in world.buttons(stage.colleague)

    await world.tap(expert, "Продолжить оценку")
    await stage.score_all()
    await world.tap(expert, "Отправить лист")
    await world.tap(expert, "Отправить")
    await world.wait(days=2)
    assert not messages(stage, expert, "1\u00a0рабочий день"), "who has submitted is left alone"
    assert len(messages(stage, stage.colleague, "До срока листа 1\u00a0рабочий день")) == 1
    await world.wait(days=1)
    assert len(messages(stage, stage.colleague, "Сегодня последний день для листа")) == 1
    assert "Ждём листов: 1" in stage.seen(stage.coordinator)


async def test_a_moved_deadline_moves_the_reminders(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    overview = await stage.open_session()
    await stage.begin()
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Экспертная сессия, июнь 2022")
    await world.tap(coordinator, "Срок")
    await world.say(coordinator, "07.07.2022")
    await world.tap(coordinator, "Всё верно")
    assert "Листы до 7 июля 2022 г." in stage.seen(coordinator)
    assert "Изменился срок листа" in stage.seen(stage.expert)
    async with world.app.db.read() as connection:
        planned = await reminders.planned(connection, f"evaluation:{overview.session.id}:")
    assert {reminder.due_at.date() for reminder in planned} == {date(2022, 7, 4), date(2022, 7, 6), date(2022, 7, 7)}
    assert len(planned) == 6


async def test_by_hand_at_most_once_in_three_hours(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await stage.open_session()
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Экспертная сессия, июнь 2022")
    assert await world.tap(coordinator, "Напомнить сейчас") == "Напоминание отправлено 1 эксперту."
    assert "Координатор ждёт Ваш лист" in stage.seen(stage.expert)
    refused = await world.tap(coordinator, "Напомнить сейчас")
    assert refused.replace("\u00a0", " ") == "Экспертам уже напомнили. Снова можно через 180 мин."
    world.clock.advance(timedelta(hours=3))
    assert await world.tap(coordinator, "Напомнить сейчас") == "Напоминание отправлено 1 эксперту."
    assert len(messages(stage, stage.expert, "Координатор ждёт")) == 2


async def test_a_closed_session_reminds_nobody(stage: Stage) -> None:
    overview = await stage.open_session()
    actor = await stage.actor(stage.coordinator)
    await stage.evaluation.sessions.close(actor, overview.session.id)
    async with stage.world.app.db.read() as connection:
        assert await reminders.planned(connection, f"evaluation:{overview.session.id}:") == []


async def test_an_expert_added_later_is_reminded_too(stage: Stage) -> None:
    overview = await stage.open_session()
    actor, colleague = await stage.actor(stage.coordinator), (await stage.actor(stage.colleague)).me
    programme = overview.programmes[0].id
    for _ in range(2):
        await stage.evaluation.sessions.set_expert(actor, programme, colleague, wanted=True)
    await stage.world.settle()
    assert len(messages(stage, stage.colleague, "Вас приглашают")) == 1
    async with stage.world.app.db.read() as connection:
        planned = await reminders.planned(connection, f"evaluation:{overview.session.id}:")
    assert len(planned) == 9
    kept = await stage.evaluation.sessions.set_expert(actor, programme, colleague, wanted=False)
    assert colleague in kept.assigned, "who was invited stays"
