"""From an offer and a request to a completed practice: coordinator, college, enterprise and mentor in chat."""

from contextlib import suppress
from datetime import date

import pytest

from cluster.errors import NotFound
from cluster.practice.acceptance import PlacementState
from cluster.practice.listing import NewIntern
from cluster.practice.refusals import AnswerTooLate, NotYourAnswer
from tests.practice.office import Office


async def offer_by_form(office: Office) -> None:
    world, boss = office.world, office.enterprise
    await world.say(boss, "/practice")
    await world.tap(boss, "Предложить место")
    await world.say(boss, "15.02.12")
    await world.say(boss, "Механический цех")
    await world.say(boss, "Томск")
    await world.tap(boss, "производственная")
    await world.tap(boss, "Готово")
    await world.say(boss, "27.06.2022")
    await world.say(boss, "31.08.2022")
    await world.tap(boss, "2")
    await world.tap(boss, "региональная модель")
    await world.tap(boss, "Готово")
    await world.tap(boss, "наставник для каждого")
    await world.tap(boss, "дневная")
    await world.tap(boss, "Готово")
    await world.tap(boss, "Пропустить")
    await world.say(boss, "Оснастка для станков")
    await world.tap(boss, "Да")
    await world.tap(boss, "Да")
    await world.tap(boss, "Всё верно")
    assert "Занято 0 из 2" in office.seen(boss)


async def list_mentor_by_form(office: Office, rota: str = "5/2") -> None:
    world, boss = office.world, office.enterprise
    await world.say(boss, "/practice")
    await world.tap(boss, "Добавить наставника")
    await world.tap(boss, "Сергей Васильев")
    await world.say(boss, "мастер участка")
    await world.say(boss, "15.02.12")
    await world.tap(boss, "2")
    await world.tap(boss, rota)
    await world.tap(boss, "Пропустить")
    await world.tap(boss, "Всё верно")
    assert "мастер участка" in office.seen(boss)


async def ask_by_form(office: Office) -> None:
    world, college = office.world, office.college
    await world.say(college, "/practice")
    await world.tap(college, "Подать заявку")
    await world.tap(college, "15.02.12")
    await world.tap(college, "Монтаж")
    await world.tap(college, "производственная практика")
    await world.say(college, "04.07.2022")
    await world.say(college, "15.07.2022")
    await world.tap(college, "региональная модель")
    await world.tap(college, "Готово")
    await world.tap(college, "Всё верно")
    assert "Заявка принята" in office.seen(college)
    await world.tap(college, "Добавить практиканта")
    await world.say(college, "391-07")
    assert "2003" not in await world.say(college, "2103")
    await world.say(college, "2003")
    await world.say(college, "Томск")
    assert "Куда сможет ездить?" in office.seen(college)
    await world.tap(college, "Пропустить")
    await world.tap(college, "Ещё ›")
    await world.tap(college, "Томский инструментальный завод")
    await world.tap(college, "Готово (1)")
    await world.tap(college, "Всё верно")
    assert "Практикант добавлен, его код П-000001" in office.seen(college)


async def test_from_the_offer_to_the_outcome(office: Office) -> None:
    world = office.world
    await offer_by_form(office)
    await list_mentor_by_form(office)
    await ask_by_form(office)

    head = office.coordinator
    await world.say(head, "/practice")
    await world.tap(head, "Лист ожидания")
    assert "1. П-000001" in office.seen(head)
    await world.tap(head, "П-000001")
    assert "391-07" in office.told(office.college)
    await world.tap(head, "Предложить место")
    assert "✅ подходит" in office.seen(head)
    await world.tap(head, "Предложить: Томский инструментальный завод")
    assert "Колледж, наставник и предприятие получили вопрос" in office.seen(head)
    for person in (office.college, office.mentor, office.enterprise):
        assert "Предложено место практики: П-000001" in office.seen(person)
        await world.tap(person, "Согласиться")
    assert "Все согласны" in office.told(office.enterprise)
    assert "согласовано всеми" in office.seen(office.mentor)

    await office.sleep_until(date(2022, 7, 1), 17)
    assert "пн, 4 июля, смена дневная: к Вам приходят П-000001" in office.told(office.mentor)
    await office.sleep_until(date(2022, 7, 18), 11)
    assert "Практика П-000001 завершена" in office.told(office.college)
    await world.tap(office.enterprise, "5")
    await world.tap(office.enterprise, "Принят на работу")
    await world.tap(office.college, "4")
    await world.say(head, "/practice")
    await world.tap(head, "Итоги")
    assert "С наставником: практику прошли 1, приглашены 0, приняты 1 (100 %)" in office.seen(head)
    await world.tap(head, "Таблица Excel")
    assert any(((m.document and m.document.file_name) or "").endswith(".xlsx") for m in head.chat(world.bot).from_bots)
    await world.tap(head, "Картинка")
    assert head.chat(world.bot).from_bots[-1].photo


@pytest.mark.slow
async def test_with_a_decline_silence_illness_and_a_new_place(office: Office) -> None:
    """Three interns, a run, two seats: one is declined, the freed seat goes to the third at once; a place offered
    in the middle is the declined one's by the next run; others are not answered in time; a mentor falls ill on the
    first day. All three complete."""
    world, head = office.world, office.coordinator
    await offer_by_form(office)
    await list_mentor_by_form(office)
    await office.list_mentor(office.substitute, label="наладчик", limit=3)
    await office.ask(*(NewIntern(f"391-0{number}", 2003, "Томск") for number in (1, 2, 3)))

    async def match(placed: str, sent: int) -> None:
        await world.say(head, "/practice")
        await world.tap(head, "Подбор")
        await world.tap(head, "Подобрать")
        await world.tap(head, "Посмотреть")
        assert f"Размещены {placed}" in office.seen(head)
        await world.tap(head, "Опубликовать")
        assert f"Разослать {sent} предложени" in office.seen(head)
        await world.tap(head, "Да, разослать")

    await match("2 из 3", 2)
    boss = await office.actor(head)
    [waits] = (await office.practice.placements.waiting(boss))[0].items
    await world.tap(office.enterprise, "Отказаться")
    await world.tap(office.enterprise, "не тот профиль")
    assert "1 новое предложение" in office.told(office.enterprise)
    assert f"Предложено место практики: {waits.code}" in office.told(office.college), "the freed seat went to the next"
    await office.offer(site="Сборочный цех", town="Северск")
    await match("3 из 3", 1)
    for person in (office.college, office.enterprise):
        await world.tap(person, "Согласиться")
    with suppress(AssertionError):
        await world.tap(office.mentor, "Согласиться")

    await world.wait(days=2, hours=9)
    assert "не ответили в срок" in office.told(head)
    for one in (await office.practice.placements.waiting(boss))[0].items:
        _, _, offers = await office.practice.placements.offers(boss, one.id)
        fitting = next(each for each in offers.items if not each.hindrances and each.taken < each.place.capacity)
        await office.propose(one.id, fitting.place.id)
    found, _, _ = await office.practice.placements.placements(boss)
    for one in found.items:
        for person in (office.college, office.mentor, office.substitute, office.enterprise):
            if one.state is PlacementState.PROPOSED:
                with suppress(NotFound, NotYourAnswer, AnswerTooLate):
                    await office.practice.placements.agree(await office.actor(person), one.id)
    assert (await office.practice.placements.waiting(boss))[0].total == 0

    await office.sleep_until(date(2022, 7, 4), 8)
    await world.say(office.mentor, "/practice")
    await world.tap(office.mentor, "Моя запись")
    await world.tap(office.mentor, "Не смогу выйти")
    await world.say(office.mentor, "04.07.2022")
    await world.say(office.mentor, "05.07.2022")
    await world.tap(office.mentor, "Всё верно")
    assert "Замена найдена" in office.seen(office.mentor)
    await office.sleep_until(date(2022, 7, 19), 11)
    _, _, counted = await office.practice.placements.placements(await office.actor(head))
    assert (counted["completed"], counted["declined"]) == (3, 1)
    assert counted["expired"] >= 1
    assert set(counted) == {"completed", "declined", "expired"}
