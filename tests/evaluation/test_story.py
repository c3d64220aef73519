"""The whole story in the chat: a coordinator sets up a session, an expert scores, both get the signed form."""

import io
from datetime import date

from docx import Document
from sqlalchemy import select

from cluster.evaluation.states import AssignmentState, SessionState
from services.evaluation import NewProgramme
from storage.schema.evaluation import evaluation_submissions, evaluation_verdicts
from tests.stage import FIGURES, SESSION, Stage

BELOW = "Доля ниже нормы: стажировку прошли 12 из 13 преподавателей."


async def test_from_the_empty_list_to_the_signed_form(stage: Stage) -> None:
    world, coordinator, expert = stage.world, stage.coordinator, stage.expert
    await _set_up(stage)
    assert "Вас приглашают оценить программу" in stage.seen(expert)
    assert "15.02.12 Монтаж" in stage.seen(expert)
    assert "В листе 14 критериев" in stage.seen(expert)

    await world.tap(expert, "Согласиться")
    assert "Связаны ли Вы с этим колледжем?" in stage.seen(expert)
    assert await world.tap(expert, "Не связан") == "Спасибо! Можно начинать."
    await world.tap(expert, "Начать оценку")
    assert "Критерий 1 из 14 · оценено 0" in stage.seen(expert)
    cards = len(expert.chat(world.bot).from_bots)
    assert await world.tap(expert, "Соответствует") == "1.1: соответствует"
    for _ in range(4):
        await world.tap(expert, "Соответствует")
    assert len(expert.chat(world.bot).from_bots) == cards, "the card is edited in place"

    assert "2.1." in stage.seen(expert) and "Данные колледжа: 92 %" in stage.seen(expert)
    await world.tap(expert, "Верно, 92\u00a0%: не соответствует")
    assert "Напишите, что не соответствует" in stage.seen(expert)
    await world.say(expert, BELOW)
    assert "Замечание к 2.1 записано." in stage.seen(expert)

    await world.tap(coordinator, "Обновить")
    assert "Иван Экспертов: 6 из 14" in stage.seen(coordinator)

    await world.tap(expert, "Верно, 40\u00a0%: соответствует")
    await stage.score_all()
    assert "Всё заполнено" in stage.seen(expert)
    await world.tap(expert, "Отправить лист")
    assert "✅ Соответствует: 13" in stage.seen(expert)
    await world.tap(expert, "Отправить")

    sent_to_expert = expert.chat(world.bot).from_bots[-3:]
    for person, words in ((expert, "Лист отправлен"), (coordinator, "Пришёл экспертный лист")):
        sent = person.chat(world.bot).from_bots[-3:]
        assert words in sent[0].body
        assert [message.file.file_name.rpartition(".")[2] for message in sent[1:]] == ["docx", "pdf"]
    text = _docx_text(sent_to_expert[1].file.data)
    assert all(part in text for part in (BELOW, "не соответствует", "62,5%", "ОГБПОУ «Томский экономико"))

    await world.say(expert, "/evaluate")
    assert "✅ Лист отправлен" in stage.seen(expert)
    await world.say(stage.college, "/evaluate")
    assert "🟢 Идёт" in stage.seen(stage.college)
    assert "Иван" not in stage.seen(stage.college), "a college sees the state only"

    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Июньская сессия")
    await world.tap(coordinator, "Закрыть")
    await world.tap(coordinator, "Закрыть сессию")
    assert "🔒 Закрыта" in stage.seen(coordinator) and "лист принят" in stage.seen(coordinator)
    async with world.app.db.read() as connection:
        kept = (await connection.execute(select(evaluation_submissions))).one()
        verdicts = (await connection.execute(select(evaluation_verdicts))).all()
    assert len(verdicts) == len(kept.snapshot["answers"]) == 14
    assert kept.snapshot["answers"]["2.1"] == {"verdict": "fails", "value": 9200, "remark": BELOW, "evidence": {}}


async def _set_up(stage: Stage) -> None:
    """The coordinator's part, by forms and buttons only."""
    world, coordinator = stage.world, stage.coordinator
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Новая сессия")
    await world.say(coordinator, "Июньская сессия")
    await world.say(coordinator, "21.06.2022")
    await world.tap(coordinator, "30")
    await world.say(coordinator, "завтра")
    assert "Не удалось прочитать дату" in stage.seen(coordinator)
    await world.say(coordinator, "30.06.2022")
    await world.tap(coordinator, "1")
    assert "Срок листов: 30 июня 2022 г." in stage.seen(coordinator)
    await world.tap(coordinator, "Всё верно")
    assert "Готовится, экспертам ничего не отправлено" in stage.seen(coordinator)

    await world.tap(coordinator, "Открыть сессию")
    await world.tap(coordinator, "Программа")
    await world.tap(coordinator, stage.colleges[0][1])
    await world.tap(coordinator, "СХК")
    await world.tap(coordinator, "Есть")
    await world.say(coordinator, "15-02")
    assert "например 15.02.12" in stage.seen(coordinator)
    await world.say(coordinator, "15.02.12")
    await world.say(coordinator, "Монтаж и ремонт <b>& оборудования")
    await world.tap(coordinator, "Всё верно")
    for number, value in FIGURES.items():
        await world.tap(coordinator, f"{number}: число")
        await world.say(coordinator, f"{value / 100}")
    assert "3.2: 62,5 %" in stage.seen(coordinator) and "Предприятие: АО «СХК»" in stage.seen(coordinator)

    await world.tap(coordinator, "Материал")
    await world.tap(coordinator, "Визитная карточка")
    await world.say(coordinator, "https://tepk.example/program.pdf")
    await world.tap(coordinator, "Всё верно")
    assert "🔗 https://tepk.example/program.pdf" in stage.seen(coordinator)

    await world.tap(coordinator, "Выбрать экспертов")
    await world.tap(coordinator, "Иван Экспертов")
    assert "✓ Иван Экспертов" in world.buttons(coordinator)
    await world.tap(coordinator, "Готово")
    await world.tap(coordinator, "К сессии")
    await world.tap(coordinator, "Открыть сессию")
    assert "🟢 Идёт" in stage.seen(coordinator)


def _docx_text(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def test_a_session_without_experts_does_not_open(stage: Stage) -> None:
    actor = await stage.actor(stage.coordinator)
    overview = await stage.evaluation.sessions.create(actor, SESSION, "draft")
    again = await stage.evaluation.sessions.create(actor, SESSION, "draft")
    assert again.session.id == overview.session.id
    await stage.world.say(stage.coordinator, "/evaluate")
    await stage.world.tap(stage.coordinator, "Экспертная сессия, июнь 2022")
    assert "Открывать пока нечего" in (await stage.world.tap(stage.coordinator, "Открыть сессию") or "")


async def test_a_programme_that_is_missing_yet(stage: Stage) -> None:
    """Row 4 of the programme table of 2022: nobody is invited until there is a programme."""
    world, coordinator = stage.world, stage.coordinator
    overview = await stage.open_session(stage.expert)
    actor = await stage.actor(coordinator)
    missing = NewProgramme(stage.colleges[1][0], None, None, {})
    card = await stage.evaluation.programmes.add(actor, overview.session.id, missing, "missing")
    person_id = (await stage.actor(stage.colleague)).me
    await stage.evaluation.sessions.set_expert(actor, card.programme.id, person_id, wanted=True)
    await world.settle()
    before = len(stage.colleague.chat(world.bot).from_bots)
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Экспертная сессия, июнь 2022")
    assert "Программы ещё нет" in stage.seen(coordinator)
    assert "Пётр Второй: пока не приглашён" in stage.seen(coordinator)

    await world.tap(coordinator, stage.colleges[1][1][:8])
    await world.tap(coordinator, "Назвать программу")
    await world.tap(coordinator, "Пропустить")
    await world.say(coordinator, "Сварочное производство")
    await world.tap(coordinator, "Всё верно")
    assert len(stage.colleague.chat(world.bot).from_bots) == before + 1
    assert "Сварочное производство" in stage.seen(stage.colleague)


async def test_declining_tells_the_coordinator_and_can_be_taken_back(stage: Stage) -> None:
    world, expert = stage.world, stage.expert
    overview = await stage.open_session()
    await world.tap(expert, "Отказаться")
    await world.tap(expert, "Другая причина")
    await world.say(expert, "В отпуске <до> июля")
    assert "Вы отказались" in stage.seen(expert)
    assert "Эксперт отказался" in stage.seen(stage.coordinator)
    assert "В отпуске <до> июля" in stage.seen(stage.coordinator)
    await world.tap(expert, "Всё-таки согласиться")
    await world.tap(expert, "Не связан")
    assert "Можно начинать" in stage.seen(expert)
    actor = await stage.actor(stage.coordinator)
    line = (await stage.evaluation.sessions.overview(actor, overview.session.id)).experts[0]
    assert (line.state, line.reason) == (AssignmentState.ACCEPTED, None)


async def test_closing_tells_those_who_are_not_done(stage: Stage) -> None:
    world = stage.world
    overview = await stage.open_session()
    await stage.begin()
    actor = await stage.actor(stage.coordinator)
    closed = await stage.evaluation.sessions.close(actor, overview.session.id)
    assert closed.session.state is SessionState.CLOSED
    await world.settle()
    assert "лист больше не нужен" in stage.seen(stage.expert)
    assert await world.tap(stage.expert, "Соответствует") == "Этот лист сейчас изменить нельзя."
    assert closed.session.deadline == date(2022, 6, 30)
