"""The directory as a coordinator uses it in chat."""

from datetime import date

from cluster.executors import PartyKind
from storage import plans
from tests.world import World


async def _coordinator(world: World) -> None:
    """The administrator agrees and creates the built-in cluster, whose coordinator they become."""
    await _choice_of_clusters(world)
    await world.tap(world.admin, "Промышленный кластер")
    await world.say(world.admin, "/people")
    await world.tap(world.admin, "Организации")


async def _choice_of_clusters(world: World) -> None:
    await world.admin.start(world.bot)
    await world.settle()
    for _ in range(6):
        if any("Промышленный" in button for button in world.buttons(world.admin)):
            break
        await world.tap(world.admin, next(b for b in world.buttons(world.admin) if _leads_on(b)))


def _leads_on(button: str) -> bool:
    return any(word in button for word in ("Согла", "Оставить", "Пропустить", "Создать кластер"))


async def test_organisations_are_looked_up_added_and_renamed(world: World) -> None:
    await _coordinator(world)
    admin = world.admin
    assert "27 организаций" in world.last(admin)
    await world.tap(admin, "Колледжи и техникумы · 9")
    await world.tap(admin, "ТЭПК")
    card = world.last(admin)
    assert "Ведущая ПОО кластера" in card
    assert "В документе напечатано: ОГБПОУ «Томский экономико-промышленный колледж;»" in card
    assert "15.00.00 Машиностроение" in card

    await world.tap(admin, "Назад")
    await world.tap(admin, "Добавить организацию")
    await world.tap(admin, "Предприятие")
    await world.say(admin, "ООО «<b>Завод & Ко</b>»")
    await world.tap(admin, "Пропустить")
    await world.tap(admin, "МПО работодателей")
    await world.tap(admin, "Всё верно")
    card = world.last(admin)
    assert "ООО «<b>Завод & Ко</b>»" in card, "what a person typed is shown as typed"
    assert "Входит в Союз «МПО работодателей Томской области»" in card

    await world.tap(admin, "Переименовать")
    await world.say(admin, "ООО «Август»")
    await world.say(admin, "Завод")
    refusal = await world.tap(admin, "Всё верно")
    assert refusal == "В кластере уже есть организация ООО «Август»."
    assert "ООО «Август»" in world.last(admin), "what was entered is kept"


async def test_a_year_is_corrected_from_a_file(world: World) -> None:
    await _coordinator(world)
    admin = world.admin
    await world.tap(admin, "Рабочий календарь")
    assert "2022: переносы известны" in world.last(admin)
    await world.tap(admin, "Исправить год")
    assert "Строка 2: не удалось прочитать «суббота»" in await world.say(admin, "19.02.2028\nсуббота")
    await admin.send_document(world.bot, "19.02.2028\n21.02.2028 выходной\n".encode(), "2028.txt")
    await world.settle()
    shown = world.last(admin)
    assert "2028 год исправлен." in shown.replace("\u00a0", " ")
    assert "Рабочих дней в файле: 1, выходных: 1" in shown


async def test_an_empty_cluster_begins_with_its_first_organisation(world: World) -> None:
    await _choice_of_clusters(world)
    admin = world.admin
    await world.tap(admin, "Пустой кластер")
    await world.say(admin, "Кластер транспорта")
    await world.tap(admin, "Всё верно")
    assert "Кластер транспорта" in world.last(admin)
    await world.tap(admin, "Организации")
    assert "Пока ни одной организации" in world.last(admin)
    await world.tap(admin, "Добавить организацию")
    await world.tap(admin, "Колледж или техникум")
    await world.say(admin, "ОГБПОУ «Томский колледж гражданского транспорта»")
    await world.tap(admin, "Пропустить")
    await world.tap(admin, "Всё верно")
    assert "Коротко: Томский колледж гражданского транспорта" in world.last(admin)


async def test_somebody_without_the_role_is_refused(world: World) -> None:
    await _coordinator(world)
    card = world.admin.chat(world.bot).last_answer
    data = next(button["callback_data"] for row in card.keyboard for button in row)
    guest = world.person("Гость")
    await guest.start(world.bot)
    await world.settle()
    press = await guest.press_data(guest.chat(world.bot).last_answer, data)
    await world.settle()
    assert press.answer is not None
    assert press.answer.text
    assert "27 организаций" not in world.last(guest)


async def test_membership_has_dates(world: World) -> None:
    """Who leaves the cluster is not asked for what is due later."""
    await _coordinator(world)
    admin = world.admin
    await world.tap(admin, "Колледжи и техникумы")
    await world.tap(admin, "Томский аграрный колледж")
    await world.tap(admin, "Участие в кластере")
    await world.tap(admin, "Пропустить")
    await world.say(admin, "31.03.2024")
    await world.tap(admin, "Всё верно")
    assert "Участник кластера по 31 марта 2024 г." in world.last(admin).replace("\u00a0", " ")
    await world.tap(admin, "Участие в кластере")
    await world.say(admin, "01.06.2024")
    await world.say(admin, "31.03.2024")
    assert await world.tap(admin, "Всё верно") == "Участие не может закончиться раньше, чем началось (01.06.2024)."
    async with world.app.db.read() as connection:
        roll = await plans.roll(connection, 1)
    colleges = {day: len(roll.group(PartyKind.COLLEGES, day)) for day in (date(2024, 3, 31), date(2024, 4, 1))}
    assert colleges == {date(2024, 3, 31): 8, date(2024, 4, 1): 7}
