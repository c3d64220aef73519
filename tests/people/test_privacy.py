"""Personal data: what is kept, the file, the withdrawal that leaves a code and nothing else."""

import json

from sqlalchemy import text

from sandbox.people import Person
from storage.schema import metadata
from tests.people.conftest import come_by, make_link
from tests.world import World


async def everything(world: World) -> dict[str, str]:
    """Every row of every table as text."""
    async with world.app.db.read() as connection:
        tables = await connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        return {
            table: "\n".join(str(tuple(row)) for row in (await connection.execute(text(f"SELECT * FROM {table}"))))
            for table in tables
        }


async def test_the_file_holds_what_is_stored(world: World, coordinator: Person) -> None:
    expert = world.person("Ольга")
    await come_by(
        world, expert, await make_link(world, coordinator, role="эксперт предприятия"), name="Смирнова Ольга Петровна"
    )
    assert "Смирнова Ольга Петровна" in await world.say(expert, "/privacy")
    await world.tap(expert, "Скачать")
    document = next(m.document for m in reversed(expert.chat(world.bot).from_bots) if m.document)
    assert document is not None
    data = json.loads(document.data)
    assert data["person"]["name"] == "Смирнова Ольга Петровна"
    assert data["person"]["telegram_id"] == expert.id
    assert [role["role"] for role in data["roles"]] == ["expert"]
    assert len(data["consents"]) == 1
    await world.tap(expert, "Текст согласия")
    assert any("Согласие на обработку" in message.body for message in expert.chat(world.bot).from_bots[-2:])


async def test_withdrawal_leaves_a_code(world: World, coordinator: Person) -> None:
    expert = world.telegram.add_person(first_name="Ольгазэт", last_name="Смирновазэт", language_code="ru", id=987654321)
    payload = await make_link(world, coordinator, role="эксперт предприятия", uses="5 человек")
    await come_by(world, expert, payload, name="Смирновазэт Ольга")
    await world.say(expert, "/settings")
    await world.tap(expert, "Должность")
    await world.say(expert, "технологзэт")
    await world.say(expert, "/privacy")
    await world.tap(expert, "Отозвать согласие…")
    really = expert.chat(world.bot).last_answer
    data = really.keyboard[0][0]["callback_data"]
    await world.tap(expert, "Да, отозвать и удалить")
    assert "Согласие отозвано" in world.last(expert)
    assert "Ч-000002" in world.last(expert)
    again = await expert.press_data(really, data)
    await world.settle()
    assert again.answer is not None
    assert "нужно согласие" in (again.answer.text or "")
    assert "Ч-000002" in world.last(coordinator)
    assert "Смирновазэт" not in world.last(coordinator)
    for table, rows in (await everything(world)).items():
        for trace in ("зэт", "Ольга", str(expert.id), payload.removeprefix("i_")):
            assert trace.lower() not in rows.lower(), (table, trace, rows[-500:])
    assert set(metadata.tables) <= set(await everything(world)) | {"alembic_version"}


async def test_messages_stop_and_coming_back_is_a_new_person(world: World, coordinator: Person) -> None:
    expert = world.person("Ольга")
    payload = await make_link(world, coordinator, role="эксперт предприятия", uses="5 человек")
    await come_by(world, expert, payload)
    await world.say(expert, "/privacy")
    await world.tap(expert, "Отозвать согласие…")
    await world.tap(expert, "Да, отозвать")
    shown = len(expert.chat(world.bot).from_bots)
    await world.wait(days=3)
    assert len(expert.chat(world.bot).from_bots) == shown
    assert "Согласие на обработку" in await world.say(expert, "/start")
    await come_by(world, expert, payload)
    assert "эксперт предприятия" in await world.say(expert, "/menu")
    async with world.app.db.read() as connection:
        names = list(await connection.scalars(text("SELECT name FROM people ORDER BY id")))
    assert names == ["Администратор Анна Ивановна", "Ч-000002", "Ольга"]


async def test_the_last_coordinator_may_leave_and_the_administrator_learns(world: World, coordinator: Person) -> None:
    second = world.person("Борис")
    await come_by(world, second, await make_link(world, coordinator, role="координатор"))
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    await world.tap(coordinator, "Администратор Анна")
    await world.tap(coordinator, "Снять роль: координатор")
    await world.tap(coordinator, "Да, снять роль")
    await world.say(second, "/privacy")
    await world.tap(second, "Отозвать согласие…")
    await world.tap(second, "Да, отозвать")
    assert "последний координатор" in world.last(coordinator)
