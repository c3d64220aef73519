"""A plan from its adoption to the last proof, as the coordinator and a college live it."""

from sandbox.acts import Attachment
from sandbox.people import Person
from tests.matrix.hostile import PNG
from tests.stage import Stage


async def adopt(stage: Stage) -> None:
    """The built-in plan of 2022 on Tuesday 21 June 2022, 10:00."""
    world, coordinator = stage.world, stage.coordinator
    await world.say(coordinator, "/plan")
    await world.tap(coordinator, "Планы работы")
    await world.tap(coordinator, "2022 ·")
    await world.tap(coordinator, "Принять план")


async def open_item(stage: Stage, person: Person, number: str) -> None:
    """Find an item of one's own by its number."""
    await stage.world.say(person, "/plan")
    for _ in range(5):
        found = [button for button in stage.world.buttons(person) if button.startswith(f"{number}. ")]
        if found:
            await stage.world.tap(person, found[0])
            return
        await stage.world.tap(person, "Дальше")
    raise AssertionError(stage.world.transcript(person))


async def test_a_coordinator_sees_what_a_plan_means_and_adopts_it(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    assert "Обязательств пока нет" in await world.say(coordinator, "/plan")
    await world.tap(coordinator, "Планы работы")
    shown = stage.seen(coordinator)
    assert "1 сентября 2023 г. – 31 августа 2024 г., ещё не принят" in shown
    await adopt(stage)
    shown = [one.body for one in coordinator.chat(stage.world.bot).from_bots[-3:]]
    assert any("План принят" in text for text in shown), "warnings of quarters without a meeting come below"
    assert "Принят план" in stage.seen(stage.college)
    assert "За Вашей организацией" in stage.seen(stage.college)
    await world.say(coordinator, "/plan")
    shown = stage.seen(coordinator)
    assert "Просрочено" in shown
    assert "Некому напомнить" in shown
    await world.tap(coordinator, "По организациям")
    assert "ТЭПК" in stage.seen(coordinator)
    await world.tap(coordinator, "‹ Доска плана")
    await world.tap(coordinator, "По разделам")
    assert "Организационные вопросы" in stage.seen(coordinator)


async def test_a_college_takes_proves_and_is_done(stage: Stage) -> None:
    world, college = stage.world, stage.college
    await adopt(stage)
    await open_item(stage, college, "2.1")
    shown = stage.seen(college)
    assert "пока никто не взял" in shown
    assert "до 30 июня 2022 г., осталось 7 рабочих дней" in shown
    assert await world.tap(college, "Беру") == "Пункт за Вами. Напоминания придут к сроку."
    assert "Мария Колледжева" in stage.seen(college)
    await world.tap(college, "Сделано")
    assert "Это не подойдёт" in await world.say(college, "всё сделали, честно")
    shown = await world.say(college, "https://example.org/news/12")
    assert "Принято: пункт выполнен" in shown
    await world.tap(college, "История")
    shown = stage.seen(college)
    assert "берёт на себя" in shown
    assert "прикладывает подтверждение" in shown


async def test_an_album_is_one_answer_and_all_of_it_are_proofs(stage: Stage) -> None:
    world, college = stage.world, stage.college
    await adopt(stage)
    await open_item(stage, college, "2.1")
    await world.tap(college, "Сделано")
    before = len(college.chat(world.bot).from_bots)
    pictures = [Attachment("photo", PNG + bytes([number])) for number in range(3)]
    await college.send_album(world.bot, pictures)
    await world.settle()
    assert len(college.chat(world.bot).from_bots) == before + 1
    await open_done(stage)
    assert len([button for button in world.buttons(college) if button.startswith("📎")]) == 3


async def open_done(stage: Stage) -> None:
    world, college = stage.world, stage.college
    await world.say(college, "/plan")
    await world.tap(college, "Выполненные")
    await world.tap(college, "2.1")


async def test_cannot_waits_for_the_coordinator(stage: Stage) -> None:
    world, college, coordinator = stage.world, stage.college, stage.coordinator
    await adopt(stage)
    await open_item(stage, college, "2.1")
    await world.tap(college, "Не могу")
    await world.say(college, "Эксперт завода в отпуске до августа")
    await world.say(college, "15.08.2022")
    await world.tap(college, "Всё верно")
    assert "напоминания остановлены" in stage.seen(college)
    shown = stage.seen(coordinator)
    assert "Эксперт завода в отпуске до августа" in shown
    assert "Предложена дата: 15 августа 2022 г." in shown
    before = len(college.chat(world.bot).from_bots)
    await world.wait(days=16)
    paused = [one.body for one in college.chat(world.bot).from_bots[before:]]
    assert not any("2.1." in body for body in paused), "the escalation waits"
    assert await world.tap(coordinator, "Согласовать 15.08.2022") == "Согласовано. Исполнитель получит сообщение."
    assert "Координатор согласовал новый срок" in stage.seen(college)
    assert "до 15 августа 2022 г." in stage.seen(college)
    await world.wait(days=25)
    assert any("2.1." in one.body for one in college.chat(world.bot).from_bots[before:]), "and goes on"


async def test_an_item_without_a_date_gets_one_for_everybody(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await adopt(stage)
    await world.wait(days=10, minutes=1)
    asked = [one.body for one in coordinator.chat(world.bot).from_bots if "В плане нет срока" in one.body]
    assert len(asked) == 1
    assert "Билет в будущее" in asked[0]
    await world.tap(coordinator, "Срок: 3.2")
    await world.say(coordinator, "30.09.2022")
    await world.say(coordinator, "Распоряжение от 28.06.2022 № 514")
    toast = await world.tap(coordinator, "Всё верно")
    assert toast is not None
    assert "Исполнители получат сообщения" in toast
    assert "Координатор изменил срок" in stage.seen(stage.college)


async def test_waived_and_owed_again(stage: Stage) -> None:
    world, college, coordinator = stage.world, stage.college, stage.coordinator
    await adopt(stage)
    await open_item(stage, college, "2.1")
    card = college.chat(world.bot).last_answer
    await world.say(coordinator, "/plan")
    await world.tap(coordinator, "По организациям")
    await world.tap(coordinator, "ТЭПК")
    await world.tap(coordinator, "2.1 ·")
    await world.tap(coordinator, "Снять")
    await world.say(coordinator, "Колледж в этом году не участвует")
    assert "Пункт снят" in stage.seen(coordinator)
    assert "Причина" not in stage.seen(college)
    assert "Снято: Колледж в этом году не участвует" in stage.seen(college)
    press = await college.press(card, "Беру")
    await world.settle()
    assert press.answer is not None
    assert press.answer.text == "Этот пункт снят координатором."
    await world.tap(coordinator, "Вернуть в работу")
    await world.say(coordinator, "Всё-таки участвует")
    assert "Пункт снова в работе" in stage.seen(college)


async def test_a_corrected_calendar_moves_what_is_open(stage: Stage) -> None:
    """30 June 2022 becomes a day off: what is due «Июнь 2022» is due on the 29th."""
    world, coordinator, college = stage.world, stage.coordinator, stage.college
    await adopt(stage)
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Организации")
    await world.tap(coordinator, "Рабочий календарь")
    await world.tap(coordinator, "Исправить год")
    shown = (await world.say(coordinator, "30.06.2022")).replace("\u00a0", " ")
    assert "Сроки изменились" in shown
    assert "30 июня 2022 г. → 29 июня 2022 г." in shown
    assert "Изменились сроки" in stage.seen(college)
    await open_item(stage, college, "2.1")
    assert "до 29 июня 2022 г." in stage.seen(college)
