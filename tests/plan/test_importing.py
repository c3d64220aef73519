"""A coordinator sends a plan as a file, corrects a row in chat, adopts it; a later version keeps the progress."""

from collections import Counter

import pytest
from sqlalchemy import text

from cluster.data import industrial_tomsk
from sandbox.people import Person
from tests.reading import office_plans, spoiled
from tests.stage import Stage

HEAD = office_plans.HEAD
TITLE = "План работы кластера на 2022 год"


async def _send(stage: Stage, data: bytes, name: str = "план.docx", person: Person | None = None) -> str:
    who = person or stage.coordinator
    await who.send_document(stage.world.bot, data, name)
    await stage.world.settle()
    return stage.seen(who)


async def _ask(stage: Stage) -> None:
    await stage.world.say(stage.coordinator, "/plan")
    await stage.world.tap(stage.coordinator, "Планы")
    await stage.world.tap(stage.coordinator, "Загрузить план файлом")


async def _rows(stage: Stage, query: str) -> list[tuple[object, ...]]:
    async with stage.world.app.db.read() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def _contents(stage: Stage) -> list[object]:
    """Everything an adoption writes."""
    return [await _rows(stage, f"SELECT * FROM {table} ORDER BY 1") for table in ("plans", "plan_rows", "obligations")]


def _sheet(*rows: tuple[str, ...], title: str = TITLE) -> bytes:
    return spoiled.xlsx((title,), HEAD, *rows)


async def _obligations(stage: Stage) -> Counter[tuple[object, ...]]:
    return Counter(await _rows(stage, "SELECT title, due_on, state FROM obligations"))  # type: ignore[arg-type]


async def test_a_plan_is_sent_looked_through_corrected_and_adopted(stage: Stage) -> None:
    boss, world = stage.coordinator, stage.world
    await _ask(stage)
    assert "Word (.docx) или Excel (.xlsx), до 20 МБ" in stage.seen(boss)
    before = await _contents(stage)
    shown = await _send(
        stage,
        _sheet(
            ("1. Экспертиза",),
            ("1.1.", "Экспертная сессия", "Экспертный совет", "Сентябрь 2022 г.", "Протокол"),
            ("1.3.", "Чемпионат", "ТЭПК, ТИТ", "как получится", "Отчёт"),
            ("1.3.", "Ярмарка вакансий", "ПОО, входящие в Кластер", "не реже 1 раза в квартал", ""),
        ),
        "план.xlsx",
    )
    assert "План работы кластера на 2022 год\n2022 год" in shown
    assert "3 строки в 1 разделе" in shown
    assert "1 строку стоит посмотреть" in shown
    assert "Номер 1.3 стоит дважды.\nНомера 1.2 нет.\nТак и останется" in shown
    assert "Пока ничего не изменилось" in shown
    assert await _contents(stage) == before, "a preview changes nothing"

    await world.tap(boss, "Все строки (3)")
    shown = stage.seen(boss)
    assert "🗓 Сентябрь 2022 г. → месяц: 30.09.2022" in shown
    assert "🗓 не реже 1 раза в квартал → раз в квартал: 31.03.2022, 30.06.2022, 30.09.2022, 30.12.2022" in shown
    assert "👥 ПОО, входящие в Кластер → 8 организаций" in shown
    assert "📌 32 обязательства" in shown

    await world.tap(boss, "К сводке")
    await world.tap(boss, "Что посмотреть (1)")
    assert "не понято: «как получится»" in stage.seen(boss)
    await world.tap(boss, "✏️ 1.3")
    await world.tap(boss, "🗓 Срок")
    assert "Сейчас: как получится" in stage.seen(boss)
    shown = await world.say(boss, "до 15.11.2022")
    assert "🗓 до 15.11.2022 → день: 15.11.2022" in shown
    await world.tap(boss, "К сводке")
    assert "Сроки и исполнители поняты во всех строках" in stage.seen(boss)

    await world.tap(boss, "Принять план")
    assert any("принят" in one.body for one in boss.chat(world.bot).from_bots[-3:]), "warnings of quarters come below"
    owed = await _obligations(stage)
    assert owed["Чемпионат", "2022-11-15", "open"] == 2
    assert owed["Экспертная сессия", "2022-09-30", "open"] == 1
    assert sum(owed.values()) == 1 + 2 + 32
    rows = await _rows(
        stage, "SELECT number, section, deadline_text FROM plan_rows WHERE position > 0 ORDER BY plan_id, position"
    )
    assert rows[:3] == [
        ("1.1", "Экспертиза", "Сентябрь 2022 г."),
        ("1.3", "Экспертиза", "до 15.11.2022"),
        ("1.3", "Экспертиза", "не реже 1 раза в квартал"),
    ], "it is the next version of the stored plan of 2022, whose rows left it"


@pytest.mark.parametrize("index", [pytest.param(0, marks=pytest.mark.slow), 1])
async def test_an_office_file_of_a_source_plan_is_the_stored_plan(stage: Stage, index: int) -> None:
    """Adopting the file of a built-in plan changes no row of it."""
    plan = industrial_tomsk().plans[index]
    await _ask(stage)
    before = await _rows(stage, "SELECT * FROM plan_rows ORDER BY id")
    shown = await _send(stage, office_plans.docx(plan))
    assert f"{len(plan.rows)} строк" in shown
    assert "План на этот год в кластере есть, но ещё не принят" in shown
    if index:
        assert "Номер 3.3 стоит дважды.\nНомера 2.3 нет." in shown
        assert "В файле отметка «ПРОЕКТ»" in shown
    await stage.world.tap(stage.coordinator, "Принять план")
    assert await _rows(stage, "SELECT * FROM plan_rows ORDER BY id") == before
    assert len(await _rows(stage, "SELECT id FROM obligations")) > 60


async def test_a_later_version_keeps_progress_and_closes_with_a_reason(stage: Stage) -> None:
    boss, world = stage.coordinator, stage.world
    first = (
        ("1. Дела",),
        ("1.1.", "Провести отраслевой чемпионат", "ТЭПК, ТИТ", "Сентябрь 2022 г.", ""),
        ("1.2.", "Собрать базу практик", "ТЭПК", "Октябрь 2022 г.", ""),
        ("1.3.", "Издать брошюру ко Дню отрасли", "ТЭПК", "Ноябрь 2022 г.", ""),
    )
    await _ask(stage)
    await _send(stage, _sheet(*first), "план.xlsx")
    await world.tap(boss, "Принять план")
    async with world.app.db.write() as tx:  # somebody works on one, another is done
        await tx.execute(text("UPDATE obligations SET state = 'in_progress' WHERE title LIKE 'Провести%'"))
        await tx.execute(text("UPDATE obligations SET state = 'done' WHERE title LIKE 'Собрать%'"))

    await _ask(stage)
    shown = await _send(
        stage,
        _sheet(
            ("1. Дела",),
            ("1.1.", "Собрать базу практик", "ТЭПК", "Октябрь 2022 г.", ""),
            ("1.2.", "Организовать и провести отраслевой чемпионат", "ТЭПК, ТИТ", "Декабрь 2022 г.", ""),
            ("1.3.", "Обучить наставников", "ТЭПК", "Декабрь 2022 г.", ""),
        ),
        "план-2.xlsx",
    )
    assert "Это будет версия 2" in shown
    assert "Новых строк: 1, изменённых: 1, исключённых: 1, прежних: 1" in shown
    assert "➖ 1.3 Издать брошюру ко Дню отрасли" in shown
    await world.tap(boss, "Что изменилось (2)")
    shown = stage.seen(boss)
    assert "🔁 изменено: срок, название" in shown
    assert "🆕 новая строка" in shown
    await world.tap(boss, "К сводке")
    await world.tap(boss, "Принять план")
    assert await _obligations(stage) == {
        ("Собрать базу практик", "2022-10-31", "done"): 1,
        ("Организовать и провести отраслевой чемпионат", "2022-12-30", "in_progress"): 2,
        ("Обучить наставников", "2022-12-30", "open"): 1,
        ("Издать брошюру ко Дню отрасли", "2022-11-30", "waived"): 1,
    }
    (reason,) = await _rows(stage, "SELECT reason FROM obligations WHERE state = 'waived'")
    assert reason[0]


async def test_spoiled_files_change_nothing(stage: Stage) -> None:
    boss = stage.coordinator
    await _ask(stage)
    before = [*await _contents(stage), await _rows(stage, "SELECT * FROM plan_imports")]
    row = ("1.1.", "Чемпионат", "ТЭПК", "Май", "")
    for data, name, answer in (
        (spoiled.docx(paragraph="План без таблицы"), "план.docx", "В файле нет таблицы"),
        (
            spoiled.docx(("№", "Фамилия"), ("1", "Иванов")),
            "план.docx",
            "строка 1: нет столбца «Наименование мероприятия»",
        ),
        (
            spoiled.xlsx(HEAD, row, ("1.2.", "", "ТЭПК", "Май", "")),
            "план.xlsx",
            "Таблица «Sheet», строка 3, столбец B: нет названия",
        ),
        (
            spoiled.xlsx(HEAD, ("1.1", "Дело", "ТЭПК", "=A1", "")),
            "план.xlsx",
            "строка 2, столбец D: формула без сохранённого значения",
        ),
        (spoiled.with_password(), "план.docx", "Файл закрыт паролем"),
        (spoiled.with_macros(spoiled.docx(HEAD, row)), "план.docm", "В файле есть макросы"),
        (spoiled.bomb(spoiled.docx(HEAD, row)), "план.docx", "больше 100 МБ"),
        (spoiled.old_word(), "план.doc", "в старом формате"),
        (b"%PDF-1.7", "план.pdf", "Это не таблица Excel и не документ Word"),
        (b"x" * (30 << 20), "план.docx", "слишком большой: принимаются файлы до 20 МБ"),
    ):
        shown = await _send(stage, data, name)
        assert answer in shown, name
        assert "Пришлите план файлом" in shown, "asked again"
    assert "Здесь нужен файл" in await stage.world.say(boss, "вот план")
    assert [*await _contents(stage), await _rows(stage, "SELECT * FROM plan_imports")] == before


async def test_the_year_is_asked_when_the_file_does_not_say(stage: Stage) -> None:
    boss, world = stage.coordinator, stage.world
    await _ask(stage)
    shown = await _send(stage, spoiled.xlsx(HEAD, ("1.1.", "Чемпионат", "ТЭПК", "Май", "")), "план.xlsx")
    assert "На какой год этот план?" in shown
    await world.tap(boss, "2022/2023 учебный год")
    await world.tap(boss, "Все строки")
    assert "месяц: 31.05.2023" in stage.seen(boss)


async def test_an_old_button_changes_nothing(stage: Stage) -> None:
    """Adopting what was corrected meanwhile shows the new state; what is adopted or put aside says so."""
    boss, world = stage.coordinator, stage.world
    await _ask(stage)
    await _send(stage, _sheet(("1.1.", "Чемпионат", "ТЭПК", "Май", "")), "план.xlsx")
    summary = boss.chat(world.bot).last_answer
    adopt = next(b["callback_data"] for row in summary.keyboard for b in row if "Принять" in b["text"])
    await world.tap(boss, "Все строки")
    await world.tap(boss, "✏️ 1.1")
    await world.tap(boss, "👥 Исполнители")
    await world.say(boss, "ТИТ")
    press = await boss.press_data(summary, adopt)
    await world.settle()
    assert press.answer is not None
    assert "устарел" in (press.answer.text or "")
    assert await _obligations(stage) == {}
    await world.tap(boss, "Принять план")
    done = await _obligations(stage)
    assert sum(done.values()) == 1
    press = await boss.press_data(summary, adopt)
    await world.settle()
    assert press.answer is not None
    assert press.answer.text == "Этот план уже принят."
    assert await _obligations(stage) == done


async def test_a_row_can_be_left_out_and_the_file_put_aside(stage: Stage) -> None:
    boss, world = stage.coordinator, stage.world
    await _ask(stage)
    rows = [(f"1.{n}.", f"Дело {n}", "ТЭПК", "Октябрь", "") for n in range(1, 8)]
    await _send(stage, _sheet(*rows), "план.xlsx")
    await world.tap(boss, "Все строки (7)")
    await world.tap(boss, "Дальше")
    await world.tap(boss, "✏️ 1.7")
    await world.tap(boss, "Не включать строку")
    assert "6 строк" in stage.seen(boss)
    await world.tap(boss, "Отложить")
    assert "ничего не изменилось" in stage.seen(boss)
    assert await _obligations(stage) == {}


async def test_a_stored_plan_is_corrected_row_by_row(stage: Stage) -> None:
    boss, world = stage.coordinator, stage.world
    await world.say(boss, "/plan")
    await world.tap(boss, "Планы")
    await world.tap(boss, "2023/2024 · План")
    await world.tap(boss, "Исправить строки")
    assert "17 строк в 4 разделах" in stage.seen(boss)
    await world.tap(boss, "Все строки (17)")
    await world.tap(boss, "✏️ 2.1")
    await world.tap(boss, "🗓 Срок")
    await world.say(boss, "до 01.12.2023")
    await world.tap(boss, "К сводке")
    await world.tap(boss, "Принять план")
    owed = await _rows(stage, "SELECT due_on FROM obligations WHERE title LIKE 'Согласование проекта КЦП%'")
    assert owed == [("2023-12-01",)]


async def test_others_cannot_send_plans(stage: Stage) -> None:
    await _ask(stage)
    await _send(stage, _sheet(("1.1.", "Чемпионат", "ТЭПК", "Май", "")), "план.xlsx")
    card = stage.coordinator.chat(stage.world.bot).last_answer
    data = [button["callback_data"] for row in card.keyboard for button in row if "callback_data" in button]
    before = await _rows(stage, "SELECT * FROM plan_imports")
    for one in data:
        await stage.college.press_data(stage.college.chat(stage.world.bot).last_answer, one)
    await stage.world.settle()
    assert await _rows(stage, "SELECT * FROM plan_imports") == before
    assert "Чемпионат" not in stage.seen(stage.college)
