"""After a sheet is signed: revised by its author, given back by the chair, corrected by the college or not."""

import pytest

from cluster.evaluation.outcome import Outcome, Status
from cluster.evaluation.states import AssignmentState
from services.evaluation import NewProgramme
from tests.evaluation.test_last_signature import FAULT, GOOD, answer, open_result, result, sign
from tests.stage import Stage

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000"
    "000049454e44ae426082"
)
OBJECTION = "Модуль по ЧПУ есть: <ПМ.05>, 72 часа."
FIXED = "Добавлен модуль по системам ЧПУ."


async def own_work(stage: Stage) -> None:
    await stage.world.say(stage.expert, "/evaluate")
    await stage.world.tap(stage.expert, "15.02.12")


async def with_remarks(stage: Stage, new: NewProgramme = GOOD) -> int:
    """Both experts find 1.1 not met; the chair agrees with remarks until 15 July and tells the college."""
    world, chair = stage.world, stage.coordinator
    overview = await stage.open_session(stage.expert, stage.colleague, new=new)
    for expert in (stage.expert, stage.colleague):
        await answer(stage, expert, fails=FAULT)
    await open_result(stage)
    await world.tap(chair, "Согласовать с замечаниями")
    await world.say(chair, "15.07.2022")
    await world.tap(chair, "Пропустить")
    await world.tap(chair, "Всё верно")
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    await world.tap(stage.college, "Решение: 15.02.12")
    return overview.programmes[0].id


# --- revised and given back -----------------------------------------------------------------------------------------


async def test_the_author_revises_until_the_session_closes(stage: Stage) -> None:
    world, expert, chair = stage.world, stage.expert, stage.coordinator
    overview = await stage.open_session(new=GOOD)
    programme = overview.programmes[0].id
    await answer(stage, expert)
    await own_work(stage)
    await world.tap(expert, "Исправить лист")
    assert "Отправленная версия сохранится" in stage.seen(expert)
    assert await world.tap(expert, "Да, исправить") == "Лист открыт для исправления."
    assert (await result(stage, programme)).status is Status.REVISING, "not counted until it is signed again"
    assert "Лист исправляется" in stage.seen(expert)
    await world.tap(expert, "Продолжить оценку")
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.1")
    await world.tap(expert, "Не соответствует")
    await world.say(expert, FAULT)
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "Итог листа")
    await sign(stage, expert)
    await own_work(stage)
    await world.tap(expert, "Версии листа")
    shown = stage.seen(expert)
    assert "Версия 2, 21.06.2022" in shown
    assert f"1.1: ✅ соответствует\n→ ❌ не соответствует, «{FAULT}»" in shown
    assert "1.2" not in shown, "only what differs"
    await world.tap(expert, "1")
    assert "Версия 1" in stage.seen(expert) and FAULT not in stage.seen(expert)

    await open_result(stage)
    await world.tap(chair, "Иван Экспертов · v2")
    assert f"→ ❌ не соответствует, «{FAULT}»" in stage.seen(chair)
    await stage.evaluation.sessions.close(await stage.actor(chair), overview.session.id)
    await world.settle()
    await own_work(stage)
    assert not any("Исправить лист" in label for label in world.buttons(expert)), (
        "closed: only the chair opens it again"
    )


async def test_the_chair_gives_a_sheet_back_after_the_session_closed(stage: Stage) -> None:
    """With a reason; a remark that a later version no longer makes stays, marked as withdrawn."""
    world, expert, chair = stage.world, stage.expert, stage.coordinator
    overview = await stage.open_session(new=GOOD)
    await answer(stage, expert, fails=FAULT)
    await stage.evaluation.sessions.close(await stage.actor(chair), overview.session.id)
    await world.settle()
    await open_result(stage)
    await world.tap(chair, "Иван Экспертов")
    await world.tap(chair, "Вернуть лист эксперту")
    assert "Почему возвращаете лист?" in stage.seen(chair) and "Иван Экспертов" in stage.seen(chair)
    await world.say(chair, "Колледж показал модуль по <ЧПУ>.")
    assert "Один из листов исправляется" in stage.seen(chair)
    assert "Причина: Колледж показал модуль по <ЧПУ>." in stage.seen(expert)
    await own_work(stage)
    await world.tap(expert, "Продолжить оценку")
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.1")
    await world.tap(expert, "Соответствует")
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.1")
    await world.tap(expert, "Замечание")
    await world.tap(expert, "Убрать замечание")
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "Итог листа")
    await sign(stage, expert)
    actor = await stage.actor(chair)
    states = [one.state for one in (await stage.evaluation.sessions.overview(actor, overview.session.id)).experts]
    assert states == [AssignmentState.FINAL], "the session is closed: signed again is final"
    await open_result(stage)
    assert "Спорных критериев нет" in stage.seen(chair) and "✅ Согласовать" in world.buttons(chair)
    await world.tap(chair, "Все замечания")
    assert FAULT in stage.seen(chair) and "Снято автором, было в версии 1" in stage.seen(chair)


@pytest.mark.slow
async def test_the_chair_lets_the_former_version_count_after_all(stage: Stage) -> None:
    world, expert, chair = stage.world, stage.expert, stage.coordinator
    overview = await stage.open_session(new=GOOD)
    programme = overview.programmes[0].id
    await answer(stage, expert, fails=FAULT)
    await own_work(stage)
    await world.tap(expert, "Исправить лист")
    await world.tap(expert, "Да, исправить")
    await open_result(stage)
    await world.tap(chair, "Иван Экспертов")
    await world.tap(chair, "Учесть прежнюю версию")
    assert (await result(stage, programme)).status is Status.READY
    assert FAULT in [one.text for one in (await result(stage, programme)).tally.remarks]


# --- the college ----------------------------------------------------------------------------------------------------


async def test_the_college_objects_and_then_corrects(stage: Stage) -> None:
    """The objection reaches the chair word for word; corrections can be handed in all the same, words and a file."""
    world, college, chair = stage.world, stage.college, stage.coordinator
    programme = await with_remarks(stage)
    await world.tap(college, "Возразить")
    assert "Напишите возражение одним сообщением" in stage.seen(college)
    await world.say(college, OBJECTION)
    assert f"Ваше возражение передано: {OBJECTION}" in stage.seen(college)
    assert "Ответ колледжа" in stage.seen(chair) and f"Колледж возражает: {OBJECTION}" in stage.seen(chair)
    await open_result(stage)
    assert f"Колледж возражает: {OBJECTION}" in stage.seen(chair)

    await world.say(college, "/evaluate")
    await world.tap(college, "Решение: 15.02.12")
    await world.tap(college, "✏️ 1.1")
    await college.send_photo(world.bot, PNG, "Приказ о новом модуле")
    await world.settle()
    assert "Файл к 1.1 приложен. Можно прислать ещё." in stage.seen(college)
    await college.send_document(world.bot, b"%PDF-1.4", "план.pdf")
    await world.settle()
    assert "📎 план.pdf" in world.buttons(college)
    await world.tap(college, "Отправить исправления")
    assert "Исправления отправлены" in stage.seen(college)
    assert not any(label.startswith("✏️") or label == "Возразить" for label in world.buttons(college))

    for expert in (stage.expert, stage.colleague):
        await world.tap(expert, "Проверить исправления")
        await world.tap(expert, "1.1")
        assert "Приказ о новом модуле" in stage.seen(expert)
        await world.tap(expert, "план.pdf")
        assert expert.chat(world.bot).last_answer.file.data == b"%PDF-1.4"
        await world.tap(expert, "✅ Исправлено")
    await open_result(stage)
    assert "Все эксперты считают, что исправлено" in stage.seen(chair)
    assert (await stage.evaluation.outcomes.look(await stage.actor(chair), programme)).possible == (Outcome.AGREED,)


@pytest.mark.slow
async def test_not_corrected_and_returned(stage: Stage) -> None:
    """What is still missing is written; nobody's «исправлено» agrees what is not; the college reads why."""
    world, chair = stage.world, stage.coordinator
    programme = await with_remarks(stage)
    await world.tap(stage.college, "✏️ 1.1")
    await world.say(stage.college, FIXED)
    await world.tap(stage.college, "Отправить исправления")
    for number, expert in enumerate((stage.expert, stage.colleague)):
        await world.tap(expert, "Проверить исправления")
        await world.tap(expert, "1.1")
        assert f"Колледж исправил: {FIXED}" in stage.seen(expert)
        await world.tap(expert, "❌ Не исправлено")
        assert "Что по критерию 1.1 ещё не исправлено?" in stage.seen(expert)
        await world.say(expert, f"Нет часов практики, {number}.")
        assert "Проверено 1 из 1" in stage.seen(expert) and "Решение примет председатель" in stage.seen(expert)
    assert "Эксперты проверили исправления" in stage.seen(chair)
    await open_result(stage)
    assert "Исправлено не всё" in stage.seen(chair) and "Нет часов практики, 1." in stage.seen(chair)
    assert not any("✅ Согласовать" in label for label in world.buttons(chair))
    await world.tap(chair, "Вернуть на доработку")
    await world.say(chair, "Практики по ЧПУ всё ещё нет.")
    await world.tap(chair, "Всё верно")
    assert "Возвращена на доработку" in stage.seen(chair)
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    await world.tap(stage.college, "Решение: 15.02.12")
    assert "Возвращена на доработку" in stage.seen(stage.college)
    assert "Пояснение: Практики по ЧПУ всё ещё нет." in stage.seen(stage.college)
    await world.tap(stage.college, "Ознакомлены")
    assert "Вы согласились с решением" in stage.seen(stage.college)
    assert (await result(stage, programme)).outcome is Outcome.RETURNED


@pytest.mark.slow
async def test_experts_who_differ_on_a_correction_are_heard_by_the_chair(stage: Stage) -> None:
    world, chair = stage.world, stage.coordinator
    programme = await with_remarks(stage)
    await world.tap(stage.college, "✏️ 1.1")
    await world.say(stage.college, FIXED)
    await world.tap(stage.college, "Отправить исправления")
    await world.tap(stage.expert, "Проверить исправления")
    await world.tap(stage.expert, "1.1")
    await world.tap(stage.expert, "❌ Не исправлено")
    await world.say(stage.expert, "Нет часов практики.")
    assert "Эксперты проверили исправления" not in stage.seen(chair), "not before everybody has looked"
    await world.tap(stage.colleague, "Проверить исправления")
    await world.tap(stage.colleague, "1.1")
    assert "Нет часов практики" not in stage.seen(stage.colleague), "the own eyes first"
    await world.tap(stage.colleague, "✅ Исправлено")
    await open_result(stage)
    assert "По исправлениям мнения разошлись" in stage.seen(chair) and "Нет часов практики." in stage.seen(chair)
    await world.tap(chair, "✅ Согласовать")
    assert "Почему? Это увидит колледж." in stage.seen(chair), "agreed against an expert only in words"
    await world.say(chair, "Часы практики указаны в приложении.")
    await world.tap(chair, "Всё верно")
    assert (await result(stage, programme)).outcome is Outcome.AGREED


@pytest.mark.slow
async def test_corrections_that_are_late(stage: Stage) -> None:
    """The college is reminded, the chair is told when the day has passed, and may give another day or return."""
    world, college, chair = stage.world, stage.college, stage.coordinator
    await with_remarks(stage)
    before = len(college.chat(world.bot).from_bots)
    for _ in range(28):
        await world.wait(days=1)
    told = [message.body.replace("\u00a0", " ") for message in college.chat(world.bot).from_bots[before:]]
    assert any("До срока исправлений 3 рабочих дня" in text for text in told)
    assert any("До срока исправлений 1 рабочий день" in text for text in told)
    assert any("Сегодня последний день для исправлений" in text for text in told)
    heard = [message.body for message in chair.chat(world.bot).from_bots]
    assert sum("Колледж не прислал исправления в срок" in text for text in heard) == 1
    await open_result(stage)
    assert {"✏️ Согласовать с замечаниями", "↩️ Вернуть на доработку"} <= set(world.buttons(chair))
    await world.tap(chair, "Согласовать с замечаниями")
    await world.say(chair, "29.07.2022")
    await world.tap(chair, "Пропустить")
    await world.tap(chair, "Всё верно")
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    assert "29 июля 2022" in stage.seen(college)
    await world.tap(college, "Решение: 15.02.12")
    assert "✏️ 1.1" in world.buttons(college), "the same criterion, a later day"


@pytest.mark.slow
async def test_nobody_waits_forever_for_an_expert_who_does_not_look(stage: Stage) -> None:
    """Five working days after the corrections the chair decides without the silent one, and says why."""
    world, chair = stage.world, stage.coordinator
    programme = await with_remarks(stage)
    await world.tap(stage.college, "✏️ 1.1")
    await world.say(stage.college, FIXED)
    await world.tap(stage.college, "Отправить исправления")
    await world.tap(stage.expert, "Проверить исправления")
    await world.tap(stage.expert, "1.1")
    await world.tap(stage.expert, "✅ Исправлено")
    await world.wait(days=7)  # Tuesday to Tuesday: the fifth working day
    await open_result(stage)
    assert "Эксперты проверяют исправления" in stage.seen(chair)
    assert not any("✅ Согласовать" in label for label in world.buttons(chair))
    await world.wait(days=1)
    await open_result(stage)
    assert "пять рабочих дней прошли. Решает председатель" in stage.seen(chair)
    await world.tap(chair, "✅ Согласовать")
    await world.say(chair, "Второй эксперт в отпуске, модуль посмотрели на заседании.")
    await world.tap(chair, "Всё верно")
    assert (await result(stage, programme)).outcome is Outcome.AGREED


@pytest.mark.slow
async def test_a_ruling_that_no_longer_holds_is_told_to_nobody(stage: Stage) -> None:
    """The experts differed, the chair ruled, then one revised: they agree now, and the old ruling is history."""
    world, chair = stage.world, stage.coordinator
    await stage.open_session(stage.expert, stage.colleague, new=GOOD)
    await answer(stage, stage.expert, fails=FAULT)
    await answer(stage, stage.colleague)
    await open_result(stage)
    await world.tap(chair, "⚖️ 1.1")
    await world.tap(chair, "❌ Не соответствует")
    await world.say(chair, "Прав первый эксперт.")
    await world.say(stage.colleague, "/evaluate")
    await world.tap(stage.colleague, "15.02.12")
    await world.tap(stage.colleague, "Исправить лист")
    await world.tap(stage.colleague, "Да, исправить")
    await world.tap(stage.colleague, "Продолжить оценку")
    await world.tap(stage.colleague, "Все критерии")
    await world.tap(stage.colleague, "1.1")
    await world.tap(stage.colleague, "Не соответствует")
    await world.say(stage.colleague, "Согласен, дисциплин нет.")
    await world.tap(stage.colleague, "Все критерии")
    await world.tap(stage.colleague, "Итог листа")
    await sign(stage, stage.colleague)
    await open_result(stage)
    await world.tap(chair, "Согласовать с замечаниями")
    await world.say(chair, "15.07.2022")
    await world.tap(chair, "Пропустить")
    await world.tap(chair, "Всё верно")
    await world.tap(chair, "Сообщить колледжу")
    await world.tap(chair, "Сообщить")
    await world.tap(stage.college, "Решение: 15.02.12")
    assert "Согласен, дисциплин нет." in stage.seen(stage.college)
    assert "Прав первый эксперт" not in stage.seen(stage.college)
