"""What a college says of an intern in chat: at most five wishes, and where they can go at all."""

from tests.practice.office import Office


async def test_a_sixth_wish_is_refused_aloud_and_towns_can_be_chosen_and_typed(office: Office) -> None:
    world, college = office.world, office.college
    await office.offer(town="Асино")
    await office.ask()
    await world.say(college, "/practice")
    await world.tap(college, "Заявки")
    await world.tap(college, "15.02.12")
    await world.tap(college, "П-000001 ·")
    await world.tap(college, "Пожелания")
    await world.tap(college, "Пожелания")
    offered = [one for one in world.buttons(college) if not one.startswith(("‹", "Ещё", "Готово", "Проп", "Отмен"))]
    for name in offered[:5]:
        await world.tap(college, name)
    assert "Готово (5)" in world.buttons(college)
    assert await world.tap(college, offered[5]) == "Можно выбрать не больше 5. Сначала снимите одно из выбранных."
    assert "Готово (5)" in world.buttons(college)
    await world.tap(college, "Готово (5)")

    await world.tap(college, "Может ездить")
    assert {"Томск", "Асино"} <= set(world.buttons(college))
    await world.say(college, "7")
    assert "Нужны названия населённых пунктов" in office.seen(college)
    await world.say(college, "Томск, Кожевниково")
    await world.tap(college, "Всё верно")
    assert "Может ездить только сюда: Томск, Кожевниково" in office.seen(college)
    assert "5. " in office.seen(college)

    await world.tap(college, "Пожелания")
    await world.tap(college, "Может ездить")
    assert "✓ Кожевниково" in world.buttons(college)
    await world.tap(college, "✓ Кожевниково")
    await world.tap(college, "Асино")
    await world.tap(college, "Готово (2)")
    await world.tap(college, "Всё верно")
    assert "Может ездить только сюда: Томск, Асино" in office.seen(college)
