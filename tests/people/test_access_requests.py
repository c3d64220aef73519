"""Access requests: asked in the chat, decided once, the guest is told."""

from datetime import timedelta

from sqlalchemy import text

from sandbox.people import Person
from tests.people.conftest import come_by, make_link
from tests.world import World


async def guest_in(world: World, name: str = "Пётр") -> Person:
    guest = world.person(name)
    await world.say(guest, "/start")
    await world.tap(guest, "Согласен")
    await world.tap(guest, "Оставить")
    await world.say(guest, "технолог")
    return guest


async def ask(world: World, guest: Person, organisation: str | None, message: str | None = None) -> None:
    await world.tap(guest, "Попросить доступ")
    await world.tap(guest, "эксперт предприятия")
    if organisation is None:
        await world.tap(guest, world.buttons(guest)[0])
    else:
        await world.say(guest, organisation)
    if message is None:
        await world.tap(guest, "Пропустить")
    else:
        await world.say(guest, message)
    await world.tap(guest, "Всё верно")


async def test_asked_and_approved(world: World, coordinator: Person) -> None:
    guest = await guest_in(world)
    await ask(world, guest, None, "Веду <b>& приёмку 👷")
    assert "Заявка отправлена" in world.last(guest)
    assert "Новая заявка на доступ" in world.last(coordinator)
    assert "Веду <b>& приёмку 👷" in world.last(coordinator)
    await world.tap(coordinator, "Принять…")
    confirm = coordinator.chat(world.bot).last_answer
    data = confirm.keyboard[0][0]["callback_data"]
    await world.tap(coordinator, "Да, принять")
    assert "Принята" in world.last(coordinator)
    assert "Заявка принята" in world.last(guest)
    press = await coordinator.press_data(confirm, data)
    await world.settle()
    assert press.answer is not None
    assert press.answer.text == "Уже решено: принята."
    assert "эксперт предприятия" in await world.say(guest, "/menu")
    async with world.app.db.read() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM memberships WHERE role = 'expert'")) == 1


async def test_a_typed_organisation_has_to_be_chosen(world: World, coordinator: Person) -> None:
    guest = await guest_in(world)
    await ask(world, guest, "ООО «Ромашка» <i>")
    assert "ООО «Ромашка» <i>" in world.last(coordinator)
    await world.tap(coordinator, "Принять…")
    assert "От какой организации?" in world.last(coordinator)
    await world.tap(coordinator, world.buttons(coordinator)[1])
    await world.tap(coordinator, "Другая роль")
    await world.tap(coordinator, "наставник")
    await world.tap(coordinator, "Да, принять")
    assert "Роль: наставник" in world.last(guest)


async def test_refused_with_a_reason(world: World, coordinator: Person) -> None:
    guest = await guest_in(world)
    await ask(world, guest, None)
    await world.tap(coordinator, "Отказать…")
    await coordinator.send_voice(world.bot, b"OggS", 2)
    await world.settle()
    assert "нужен ответ текстом" in world.last(coordinator)
    assert "лишних" in await world.say(coordinator, "н" * 400)
    assert "Отклонена" in await world.say(coordinator, "Не знаем Вас")
    assert "Причина: Не знаем Вас" in world.last(guest)


async def test_two_coordinators_decide_once(world: World, coordinator: Person) -> None:
    second = world.person("Борис")
    await come_by(world, second, await make_link(world, coordinator, role="координатор"))
    guest = await guest_in(world)
    await ask(world, guest, None)
    assert "Новая заявка" in world.last(second)
    await world.tap(coordinator, "Принять…")
    await world.tap(coordinator, "Да, принять")
    toast = await world.tap(second, "Отказать…")
    assert toast == "Уже решено: принята."


async def test_only_so_many_wait(world: World, coordinator: Person) -> None:
    guest = await guest_in(world)
    for _ in range(3):
        await ask(world, guest, None)
        await world.say(guest, "/menu")
    await world.tap(guest, "Попросить доступ")
    await world.tap(guest, "координатор")
    await world.tap(guest, "Пропустить")
    assert "уже ждут решения" in (await world.tap(guest, "Всё верно") or "")


async def test_foreign_requests_do_not_exist(world: World, coordinator: Person) -> None:
    guest = await guest_in(world)
    await ask(world, guest, None)
    data = coordinator.chat(world.bot).last_answer.keyboard[0][0]["callback_data"]
    press = await guest.press_data(guest.chat(world.bot).last_answer, data)
    await world.settle()
    assert press.answer is not None
    assert "Такого нет" in (press.answer.text or "")


async def test_list_of_requests(world: World, coordinator: Person) -> None:
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Заявки на доступ")
    assert "Новых заявок нет" in world.last(coordinator)
    for number in range(9):
        world.clock.advance(timedelta(seconds=3))  # a chat gets about a message a second
        await ask(world, await guest_in(world, f"Гость{number}"), None)
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Заявки на доступ (9)")
    await world.tap(coordinator, "Дальше")
    await world.tap(coordinator, "Гость8")
    assert "Гость8 просит доступ" in world.last(coordinator)
