"""The story to the last signature: two experts who disagree, one conflict, one expired invitation, a reopened sheet,
a programme agreed with remarks and re-checked, a signed protocol with an amendment."""

import pytest

from cluster.access import Role
from cluster.evaluation.outcome import Outcome, Status
from sandbox.people import Person
from services.evaluation import NewProgramme
from storage import evaluation as queries
from tests.stage import Stage

FAULT = "Нет дисциплин по российским системам ЧПУ."
GOOD = NewProgramme(0, "15.02.12", "Монтаж оборудования", {"2.1": 100_00, "2.2": 40_00, "3.2": 62_50})
RULED = "Заслушали обоих: станки с российскими ЧПУ есть только на одном заводе, но учить им нужно."


async def answer(stage: Stage, person: Person, *, fails: str | None = None) -> None:
    """Score everything; `fails` is the remark to the first criterion."""
    world = stage.world
    await world.tap(person, "Согласиться")
    await world.tap(person, "Не связан")
    await world.tap(person, "Начать оценку")
    if fails:
        await world.tap(person, "Не соответствует")
        await world.say(person, fails)
    await stage.score_all(person)
    await sign(stage, person)


async def sign(stage: Stage, person: Person) -> None:
    await stage.world.tap(person, "Отправить лист")
    await stage.world.tap(person, "Отправить")


async def open_result(stage: Stage) -> None:
    world = stage.world
    await world.say(stage.coordinator, "/evaluate")
    await world.tap(stage.coordinator, "Экспертная сессия, июнь 2022")
    await world.tap(stage.coordinator, "15.02.12")
    await world.tap(stage.coordinator, "Результат")


async def test_to_the_last_signature(stage: Stage) -> None:
    world, chair, college = stage.world, stage.coordinator, stage.college
    first, second = stage.expert, stage.colleague
    silent = await stage.add("Семён Молчун", Role.EXPERT)
    connected = await stage.add("Дарья Связная", Role.EXPERT)
    overview = await stage.open_session(first, second, silent, connected, new=GOOD)
    programme = overview.programmes[0].id

    # One conflict, one expired invitation.
    await world.tap(connected, "Согласиться")
    await world.tap(connected, "Соавтор программы")
    await world.tap(connected, "Да, верно")
    await answer(stage, first, fails=FAULT)
    await world.wait(days=3)
    assert any("Эксперт не ответил" in m.body for m in chair.chat(world.bot).from_bots)

    # Two experts who disagree: the chair hears both.
    await answer(stage, second)
    await open_result(stage)
    assert "Мнения разошлись по 1 критерию" in stage.seen(chair)
    assert "Согласовать" not in " ".join(world.buttons(chair)), "no silent majority"
    await world.tap(chair, "⚖️ 1.1")
    assert FAULT in stage.seen(chair)
    assert "Пётр Второй: ✅ соответствует" in stage.seen(chair)
    await world.tap(chair, "❌ Не соответствует")
    await world.say(chair, RULED)
    assert "Спорных критериев нет" in stage.seen(chair)

    # A sheet is reopened with a reason; the ruling stood on the sheets before and is open again.
    await world.tap(chair, "Иван Экспертов")
    await world.tap(chair, "Вернуть лист эксперту")
    await world.say(chair, "Уточните показатель 2.1.")
    assert "Уточните показатель 2.1." in stage.seen(first)
    assert (await result(stage, programme)).status is Status.REVISING
    await world.say(first, "/evaluate")
    await world.tap(first, "15.02.12")
    await world.tap(first, "Продолжить оценку")
    await sign(stage, first)
    await open_result(stage)
    await world.tap(chair, "Иван Экспертов · v2")
    assert "Версия 2" in stage.seen(chair)
    assert "ничем не отличается" in stage.seen(chair)
    await world.tap(chair, "Результат")
    await world.tap(chair, "⚖️ 1.1")
    await world.tap(chair, "❌ Не соответствует")
    await world.say(chair, RULED)

    # The college sees nothing until it is told.
    await world.say(college, "/evaluate")
    assert "Согласована" not in stage.seen(college) and FAULT not in stage.seen(college)
    await world.tap(chair, "Согласовать с замечаниями")
    await world.say(chair, "15.07.2022")
    await world.tap(chair, "Пропустить")
    await world.tap(chair, "Всё верно")
    assert "Согласована с замечаниями" in stage.seen(chair)
    await world.say(college, "/evaluate")
    assert "Согласована" not in stage.seen(college)
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    assert "Решение по программе колледжа" in stage.seen(college)
    await fix_and_recheck(stage)

    # The protocol is signed, and what changes after it is an amendment.
    await close_and_sign(stage)


async def result(stage: Stage, programme: int):
    return (await stage.evaluation.outcomes.look(await stage.actor(stage.coordinator), programme)).result


async def fix_and_recheck(stage: Stage) -> None:
    """The college corrects with evidence; the same experts look at that one criterion only."""
    world, chair, college = stage.world, stage.coordinator, stage.college
    first, second = stage.expert, stage.colleague
    await world.tap(college, "Решение: 15.02.12")
    shown = stage.seen(college)
    assert FAULT in shown and RULED in shown and "Исправить до 15 июля 2022 г." in shown
    assert "Иван" not in shown and "Пётр" not in shown, "no names of experts"
    await world.tap(college, "Согласны, исправим")
    assert "Колледж согласен" in stage.seen(chair)
    await world.tap(college, "✏️ 1.1")
    await world.say(college, "Добавлен модуль по системам ЧПУ «Балт-Систем».")
    await world.tap(college, "Отправить исправления")
    assert "Исправления отправлены" in stage.seen(college)
    for expert, fixed in ((first, True), (second, True)):
        assert "Проверьте только его" in stage.seen(expert)
        await world.tap(expert, "Проверить исправления")
        await world.tap(expert, "1.1")
        assert "Балт-Систем" in stage.seen(expert)
        assert "Проверено" not in stage.seen(expert)
        await world.tap(expert, "✅ Исправлено" if fixed else "❌ Не исправлено")
        assert "Проверено 1 из 1" in stage.seen(expert)
    assert "Эксперты проверили исправления" in stage.seen(chair)


async def close_and_sign(stage: Stage) -> None:
    world, chair = stage.world, stage.coordinator
    await world.say(chair, "/evaluate")
    await world.tap(chair, "Экспертная сессия, июнь 2022")
    await world.tap(chair, "Закрыть")
    await world.tap(chair, "Закрыть сессию")
    await world.tap(chair, "Протокол")
    await world.tap(chair, "Подписать протокол")
    await world.tap(chair, "Да, подписать")
    assert "Протокол подписан" in stage.seen(chair)
    assert "соответствует тому, что решено" in stage.seen(chair)
    await open_result(stage)
    assert "Все эксперты считают, что исправлено" in stage.seen(chair)
    await world.tap(chair, "✅ Согласовать")
    await world.tap(chair, "Пропустить")
    await world.tap(chair, "Всё верно")
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    assert "Согласована" in stage.seen(stage.college)
    await world.say(chair, "/evaluate")
    await world.tap(chair, "Экспертная сессия, июнь 2022")
    await world.tap(chair, "Протокол")
    assert "Нужно дополнение к протоколу" in stage.seen(chair)
    await world.tap(chair, "Дополнение к протоколу")
    await world.say(chair, "Замечание 1.1 исправлено и проверено.")
    assert "Дополнение 1 подписано" in stage.seen(chair)
    actor = await stage.actor(chair)
    session_id = (await stage.evaluation.sessions.sessions(actor)).items[0].id
    protocols = (await stage.evaluation.protocols.look(actor, session_id)).protocols
    outcomes = [one.content["programmes"][0]["outcome"] for one in protocols]
    assert outcomes == [Outcome.WITH_REMARKS.value, Outcome.AGREED.value], "what was signed first stays as it was"


@pytest.mark.parametrize("minimum", [1, 2])
async def test_no_result_below_the_minimum(stage: Stage, minimum: int) -> None:
    overview = await stage.open_session(stage.expert, stage.colleague, new=GOOD)
    async with stage.world.app.db.write() as tx:
        await queries.change_session(tx, overview.session.id, minimum_sheets=minimum)
    await answer(stage, stage.expert)
    await open_result(stage)
    shown = stage.seen(stage.coordinator)
    assert ("результата нет" in shown) is (minimum == 2)
    assert ("✅ Согласовать" in stage.world.buttons(stage.coordinator)) is (minimum == 1)
