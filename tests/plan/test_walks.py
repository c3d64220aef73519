"""What people do with an obligation besides proving it: giving it on, notes, being left alone, refusals, names."""

from dataclasses import replace
from datetime import UTC, date, datetime

from cluster.access import Role
from cluster.obligations import ObligationSource, Pace
from storage import obligation_pings as pings
from storage import obligations
from tests.plan.test_planning import add, heard, owed
from tests.stage import Stage


async def test_an_obligation_is_given_to_a_colleague_who_hears_of_it_from_then_on(stage: Stage) -> None:
    world, college = stage.world, stage.college
    colleague = await stage.add("Ирина Захарова", Role.COLLEGE, stage.colleges[0][0])
    stranger = await stage.add("Олег Чужой", Role.COLLEGE, stage.colleges[1][0])
    (one,) = await add(stage, owed(stage))
    await world.say(college, "/plan")
    await world.tap(college, "Согласовать программы практик")
    await world.tap(college, "Передать коллеге")
    assert stranger.name not in str(world.buttons(college)), "inside the organisation only"
    assert await world.tap(college, "Ирина Захарова") == "Передано. Коллега получит сообщение."
    assert "Вам передан пункт плана" in stage.seen(colleague)
    assert "до 30 июня 2022 г." in stage.seen(colleague)
    await world.tap(college, "История")
    assert "передаёт: Ирина Захарова" in stage.seen(college)
    before = len(heard(stage, college)), len(heard(stage, colleague))
    await world.wait(days=6, minutes=1)
    assert len(heard(stage, college, "Ваши сроки")) == 0
    assert len(heard(stage, colleague)) == before[1] + 1
    assert len(heard(stage, college)) == before[0]
    async with world.app.db.read() as connection:
        people = {ping.person_id for ping in await pings.planned(connection, one) if ping.step.value == "before_3"}
    assert people == {(await stage.actor(colleague)).me}


async def test_a_continuous_one_is_asked_and_noted_each_quarter(stage: Stage) -> None:
    """«В течение года»: asked on 30 June and 30 September; the answer is kept, an empty one is not."""
    world, college = stage.world, stage.college
    year = replace(
        owed(stage, due_on=date(2022, 12, 30)), pace=Pace.CONTINUOUS, period=(date(2022, 1, 1), date(2022, 12, 31))
    )
    await add(stage, year)
    await world.wait(days=9, minutes=1)
    assert "Квартал заканчивается: напишите, что сделано" in stage.seen(college)
    await world.tap(college, "Что сделано")
    assert "Напишите коротко, что сделано за квартал" in stage.seen(college)
    shown = (await world.say(college, "Согласованы две программы <из пяти>")).replace("\u00a0", " ")
    assert "Записано. Об этом пункте спрошу в следующем квартале." in shown
    assert "📝 30.06.2022: Согласованы две программы <из пяти>" in shown
    await world.wait(days=92)
    assert "Квартал заканчивается" in stage.seen(college), "and again on 30 September"
    await world.tap(college, "Открыть")
    await world.tap(college, "История")
    assert "пишет, что сделано" in stage.seen(college)


async def test_snoozed_right_from_a_ping_and_done_from_the_next(stage: Stage) -> None:
    """The ping of 27 June is put off by a day; the one of 29 June comes as the ladder says, and is answered."""
    world, college = stage.world, stage.college
    await add(stage, owed(stage))
    await world.wait(days=6, minutes=1)
    assert "Ваши сроки по плану" in stage.seen(college)
    await world.tap(college, "Позже")
    assert "Когда напомнить?" in stage.seen(college)
    toast = await world.tap(college, "Завтра")
    assert toast is not None
    assert toast.replace("\u00a0", " ") == "Напомню: вт, 28 июня."
    await world.wait(days=1)
    assert "Вы просили напомнить" in stage.seen(college)
    await world.wait(days=1)
    assert "Ваши сроки по плану" in stage.seen(college)
    await world.tap(college, "Сделано")
    shown = await world.say(college, "https://example.org/protocol")
    assert "пункт выполнен" in shown
    before = len(heard(stage, college)), len(heard(stage, stage.coordinator, "Просрочено"))
    await world.wait(days=20)
    assert (len(heard(stage, college)), len(heard(stage, stage.coordinator, "Просрочено"))) == before


async def test_a_refused_cannot_goes_on_with_its_date(stage: Stage) -> None:
    world, college, coordinator = stage.world, stage.college, stage.coordinator
    await add(stage, owed(stage))
    await world.say(college, "/plan")
    await world.tap(college, "Согласовать программы практик")
    await world.tap(college, "Не могу")
    await world.say(college, "Нет ответа от завода")
    await world.say(college, "15.08.2022")
    await world.tap(college, "Всё верно")
    assert "не могу выполнить" in stage.seen(coordinator)
    await world.tap(coordinator, "Оставить срок")
    assert "Почему срок остаётся? Исполнитель прочитает это." in stage.seen(coordinator)
    shown = await world.say(coordinator, "Программы нужны к сессии 1 июля")
    assert "Срок оставлен" in shown
    told = stage.seen(college)
    assert "Координатор оставил срок прежним" in told
    assert "Программы нужны к сессии 1 июля" in told, "why is said at once, not in the history only"
    assert "до 30 июня 2022 г." in told
    await world.wait(days=6, minutes=1)
    assert "Ваши сроки по плану" in stage.seen(college), "the ladder goes on"


async def test_head_and_chair_are_named_and_hear_their_steps(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    head = await stage.add("Вера Директорова", Role.COLLEGE, stage.colleges[0][0])
    chair = await stage.add("Пётр Председатель", Role.EXPERT)
    (one,) = await add(stage, owed(stage))
    await world.app.services.plan.obligations.take(await stage.actor(stage.college), one)
    await world.say(coordinator, "/plan")
    await world.tap(coordinator, "Председатель совета")
    assert "Не назван: о пунктах, просроченных на пять рабочих дней, узнают координаторы." in stage.seen(coordinator)
    toast = await world.tap(coordinator, "Пётр Председатель")
    assert toast == "Записано. Следующие напоминания это учтут."
    assert "Сейчас: Пётр Председатель." in stage.seen(coordinator)
    await world.tap(coordinator, "Доска плана")
    await world.tap(coordinator, "По организациям")
    await world.tap(coordinator, stage.colleges[0][1])
    await world.tap(coordinator, "Руководитель организации")
    await world.tap(coordinator, "Вера Директорова")
    assert "Сейчас: Вера Директорова." in stage.seen(coordinator)
    await world.wait(days=9, minutes=1)
    assert "Сегодня срок у Вашей организации" in stage.seen(head)
    await world.wait(days=7)
    assert "Просрочено больше пяти рабочих дней" in stage.seen(chair)


async def test_withdrawal_hands_back_what_somebody_took(stage: Stage) -> None:
    """The obligation is the organisation's again, its pings go to who is left, the words of the person are gone."""
    world, college = stage.world, stage.college
    colleague = await stage.add("Ирина Захарова", Role.COLLEGE, stage.colleges[0][0])
    (one,) = await add(stage, owed(stage))
    actor = await stage.actor(college)
    plan = world.app.services.plan
    await plan.obligations.take(actor, one)
    await plan.obligations.cannot(actor, one, "Болею, вернусь в августе", date(2022, 8, 15))
    exported = str(await world.app.services.privacy.export(actor))
    assert "Болею, вернусь в августе" in exported
    await world.app.services.privacy.withdraw(actor)
    await world.settle()
    card = await plan.obligations.card(await stage.actor(stage.coordinator), one)
    assert card.obligation.person_id is None
    assert card.obligation.reason is None
    assert "Болею" not in str(card.history)
    async with world.app.db.read() as connection:
        left = {ping.person_id for ping in await pings.planned(connection, one)}
        assert actor.me not in left
        assert (await stage.actor(colleague)).me in left
        assert (await obligations.load(connection, [one]))[0].is_open


async def test_a_decision_without_a_date_gets_one_alone(stage: Stage) -> None:
    """Its id is nothing to the rows of a plan, which have ids of their own."""
    world, coordinator = stage.world, stage.coordinator
    plan_row = replace(owed(stage, "row", None), source=ObligationSource.PLAN_ROW, pace=Pace.UNDATED)
    decision = replace(owed(stage, "decision", None), pace=Pace.UNDATED)
    of_row, of_decision = await add(stage, plan_row, decision)
    actor = await stage.actor(coordinator)
    coordination = world.app.services.plan.coordination
    assert await coordination.date_row(actor, of_decision, date(2022, 9, 30), "Протокол № 3") == 1
    async with world.app.db.read() as connection:
        dated = {one.id: one.due_on for one in await obligations.load(connection, [of_row, of_decision])}
    assert dated == {of_row: None, of_decision: date(2022, 9, 30)}


async def test_a_plan_that_is_over_is_copied_to_this_year(stage: Stage) -> None:
    """It cannot be adopted itself; its years move on, once, and the copy is adopted like any plan."""
    world, coordinator = stage.world, stage.coordinator
    world.clock.move_to(datetime(2023, 2, 1, 4, tzinfo=UTC))
    await world.say(coordinator, "/plan")
    await world.tap(coordinator, "Планы работы")
    await world.tap(coordinator, "2022 ·")
    assert not [button for button in world.buttons(coordinator) if "Принять" in button]
    toast = await world.tap(coordinator, "Сделать такой же на этот год")
    assert toast == "План сделан по образцу. Проверьте строки и примите его."
    shown = stage.seen(coordinator)
    assert "на 2023 год" in shown
    assert "Срок: «Январь 2023» → месяц: 31.01.2023" in shown
    await world.tap(coordinator, "Планы работы")
    await world.tap(coordinator, "2022 ·")
    await world.tap(coordinator, "Сделать такой же на этот год")
    plans = await world.app.services.plan.plans.plans(await stage.actor(coordinator))
    assert sum("на 2023 год" in one.plan.title for one in plans) == 1
    await world.tap(coordinator, "Принять план")
    assert heard(stage, coordinator, "План принят")
    assert heard(stage, stage.college, "Принят план")
