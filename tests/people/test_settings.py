"""Settings: quiet hours typed and tapped, days, language; the bot blocked."""

from datetime import time

import pytest
from sqlalchemy import text

from cluster.people import QuietHoursNotUnderstood, read_quiet_hours
from sandbox.people import Person
from tests.world import World


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("21:00–7:30", time(21), time(7, 30)),
        ("21-7", time(21), time(7)),
        ("с 22 до 8", time(22), time(8)),
        ("22.30 - 6.15", time(22, 30), time(6, 15)),
        ("24:00-8:00", time(0), time(8)),
        ("From 20 to 8", time(20), time(8)),
    ],
)
def test_hours_as_people_type_them(typed: str, start: time, end: time) -> None:
    assert read_quiet_hours(typed) == (start, end)


@pytest.mark.parametrize("typed", ["", "вечером", "25-99", "21", "21:70–8", "30-8", "1-2-3"])
def test_what_is_no_hours(typed: str) -> None:
    with pytest.raises(QuietHoursNotUnderstood):
        read_quiet_hours(typed)


async def test_quiet_hours_in_the_chat(world: World, coordinator: Person) -> None:
    assert "с 20:00 до 08:00" in await world.say(coordinator, "/settings")
    await world.tap(coordinator, "Часы тишины")
    assert "21:00–7:30" in await world.say(coordinator, "ночью")
    assert "с 21:00 до 07:30" in await world.say(coordinator, "21:00–7:30")
    await world.tap(coordinator, "Часы тишины")
    await world.tap(coordinator, "Писать и в нерабочие дни")
    await world.tap(coordinator, "Без часов тишины")
    assert "не заданы; писать можно и в нерабочие дни" in world.last(coordinator)
    assert "не жду" in await world.say(coordinator, "21-7")


async def test_blocking_is_noted(world: World, coordinator: Person) -> None:
    coordinator.block(world.bot)
    await world.settle()
    async with world.app.db.read() as connection:
        assert await connection.scalar(text("SELECT blocked_at FROM people")) is not None
    coordinator.unblock(world.bot)
    await world.settle()
    async with world.app.db.read() as connection:
        assert await connection.scalar(text("SELECT blocked_at FROM people")) is None


async def test_a_form_is_put_aside_by_a_command_and_taken_up(world: World, coordinator: Person) -> None:
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Приглашения")
    await world.tap(coordinator, "Новая ссылка")
    await world.tap(coordinator, "эксперт предприятия")
    assert "Остановлено" in await world.say(coordinator, "/cancel")
    await world.tap(coordinator, "Продолжить заполнение")
    assert "От какой организации" in world.last(coordinator)
