"""The administrator's screens: what needs a look, and what can be done about it."""

import tomllib
from datetime import timedelta
from pathlib import Path

from bot import __version__
from cluster.access import Role
from storage.outbox import Recipient
from tests.installation.conftest import Office

ROOT = Path(__file__).parents[2]


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


async def test_nothing_to_do_says_so(office: Office) -> None:
    world, admin = office.world, office.world.admin
    shown = await world.say(admin, "/installation")
    assert "Всё в порядке" in shown
    assert f"Версия {__version__}. База данных: SQLite, " in shown
    await world.tap(admin, "Письма · 0")
    assert "решать нечего" in world.last(admin)
    await world.tap(admin, "К установке")
    await world.tap(admin, "Отложенные обновления · 0")
    assert "Таких нет" in world.last(admin)


async def test_only_administrators_come_in(office: Office) -> None:
    world = office.world
    await office.set_aside(900, "no chat")
    assert "недоступно Вашей роли" in await world.say(office.coordinator, "/installation")
    card = office.coordinator.chat(world.bot).last_answer
    for data in ("in1:h::0", "in1:u::0", "in1:x:900:0"):
        press = await office.coordinator.press_data(card, data)
        await world.settle()
        assert press.answer is not None
        assert "недоступно Вашей роли" in (press.answer.text or ""), data
    expert = await office.add("Ольга Эксперт", Role.EXPERT)
    press = await expert.press_data(expert.chat(world.bot).last_answer, "il1:l:0:0:0")
    await world.settle()
    assert press.answer is not None
    assert "недоступно Вашей роли" in (press.answer.text or "")


async def test_a_dead_letter_is_sent_again_once(office: Office) -> None:
    world, admin = office.world, office.world.admin
    expert = await office.add("Ольга <b>&", Role.EXPERT)
    to = Recipient.person(await office.person_id(expert), office.cluster_id)
    letter_id = await office.letter(to, error="Bad Request: message text is strange")
    await world.say(admin, "/installation")
    assert "Не доставлено писем: 1" in world.last(admin)
    await world.tap(admin, "Письма · 1")
    assert "⚠️ роль снята · Ольга <b>&" in world.buttons(admin)
    await world.tap(admin, "роль снята")
    card = world.last(admin)
    assert "Кому: Ольга <b>&" in card
    assert "Bad Request: message text is strange" in card
    world.clock.advance(timedelta(minutes=5))
    shown = admin.chat(world.bot).last_answer
    again = next(b["callback_data"] for row in shown.keyboard for b in row if "ещё раз" in b["text"])
    first = await admin.press_data(shown, again)
    second = await admin.press_data(shown, again)
    await world.settle()
    assert first.answer is not None
    assert second.answer is not None
    assert first.answer.text == "Поставлено в очередь на отправку."
    assert "уже что-то сделали" in (second.answer.text or "")
    assert await office.state(letter_id) == "skipped", "the role has not ended: the notice is no longer relevant"
    await world.tap(admin, "К письмам")
    assert "решать нечего" in world.last(admin)


async def test_a_dead_letter_is_dropped_once(office: Office) -> None:
    world, admin = office.world, office.world.admin
    letter_id = await office.letter(Recipient.person(await office.person_id(office.coordinator), office.cluster_id))
    await world.say(admin, "/installation")
    await world.tap(admin, "Письма")
    await world.tap(admin, "роль снята")
    assert "остановил бота" in world.last(admin)
    shown = admin.chat(world.bot).last_answer
    drop = next(b["callback_data"] for row in shown.keyboard for b in row if "Убрать" in b["text"])
    pressed = [await admin.press_data(shown, drop) for _ in range(2)]
    await world.settle()
    answers = [press.answer.text for press in pressed if press.answer]
    assert answers[0] == "Письмо убрано."
    assert "уже что-то сделали" in (answers[1] or "")
    assert "отправляться не будет" in world.last(admin)
    assert await office.state(letter_id) == "skipped"


async def test_letters_have_pages(office: Office) -> None:
    world, admin = office.world, office.world.admin
    to = Recipient.person(await office.person_id(office.coordinator), office.cluster_id)
    for _ in range(9):
        await office.letter(to)
    await world.say(admin, "/installation")
    await world.tap(admin, "Письма · 9")
    assert sum("роль снята" in text for text in world.buttons(admin)) == 8
    await world.tap(admin, "Дальше")
    assert sum("роль снята" in text for text in world.buttons(admin)) == 1
    await world.tap(admin, "роль снята")
    await world.tap(admin, "Убрать")
    await world.tap(admin, "К письмам")
    assert "· 8" in world.last(admin), "the page is gone, the first one is shown"


async def test_an_update_set_aside_is_looked_at_and_erased(office: Office) -> None:
    world, admin = office.world, office.world.admin
    await office.set_aside(9_000_000_000_000_001, "ValueError('Иванов написал секрет')")
    await office.set_aside(901, "1 errors, first: ('message', 'chat')")
    await world.say(admin, "/installation")
    await world.tap(admin, "Отложенные обновления · 2")
    shown = world.last(admin)
    assert "Ошибка программы: ValueError" in shown
    assert "секрет" not in shown
    assert "('message', 'chat')" in shown
    listed = admin.chat(world.bot).last_answer
    pressed = [await admin.press_data(listed, "in1:x:9000000000000001:0") for _ in range(2)]
    await world.settle()
    assert [press.answer.text for press in pressed if press.answer] == [
        "Убрано, содержимое стёрто.",
        "Это обновление уже убрали.",
    ]
    async with world.app.db.read() as connection:
        rows = await connection.exec_driver_sql("SELECT state, payload FROM inbox WHERE update_id > 901")
        assert ("done", "") in [tuple(row) for row in rows]
    await world.tap(admin, "Убрать 901")
    assert "Таких нет" in world.last(admin)


async def test_made_up_numbers_do_no_harm(office: Office) -> None:
    world, admin = office.world, office.world.admin
    card = admin.chat(world.bot).last_answer
    for data, said in (("il1:c:99:0:0", "Такого нет"), ("il1:a:99:0:0", "Такого нет"), ("in1:x:99x:0", "уже убрали")):
        press = await admin.press_data(card, data)
        await world.settle()
        assert press.answer is not None
        assert said in (press.answer.text or ""), data
