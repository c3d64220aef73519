"""Another sheet by the coordinator's hands: loaded from a file, made current, chosen, scored, signed, printed."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select

from bot.dispatcher import feed
from cluster.evaluation.sheet import Kind
from cluster.evaluation.sheet_file import table_of, yaml_of
from documents.sheet_template import render_template
from handlers.evaluation.taps import VerdictTap
from services.evaluation import NewProgramme, NewSession
from storage.schema.directory import sheets
from storage.schema.evaluation import evaluation_submissions, evaluation_verdicts
from tests.documents.reading import read_pdf, squashed
from tests.evaluation import sheet_of_forty
from tests.stage import SESSION, Stage

SHEET = sheet_of_forty.sheet()


def workbook() -> bytes:
    header, rows = table_of(SHEET)
    return render_template(SHEET.title, [], header, rows, "Лист")


async def send(stage: Stage, data: bytes, name: str) -> str:
    await stage.coordinator.send_document(stage.world.bot, data, name)
    await stage.world.settle()
    return stage.seen(stage.coordinator)


async def ask(stage: Stage) -> None:
    await stage.world.say(stage.coordinator, "/evaluate")
    await stage.world.tap(stage.coordinator, "Экспертные листы")
    await stage.world.tap(stage.coordinator, "Загрузить другой лист")


async def stored(stage: Stage) -> list[tuple[str, int]]:
    async with stage.world.app.db.read() as connection:
        rows = await connection.execute(select(sheets.c.title, sheets.c.version).order_by(sheets.c.id))
    return [tuple(row) for row in rows]


@pytest.mark.slow
async def test_a_sheet_of_forty_criteria_goes_the_whole_way(stage: Stage) -> None:
    world, coordinator, expert = stage.world, stage.coordinator, stage.expert
    old = await stage.open_session(stage.colleague)
    await ask(stage)
    seen = await send(stage, workbook(), "Новый лист.xlsx")
    assert "40 критериев" in seen and "Это новый лист" in seen
    assert "да/нет — 8, доля — 8, число — 16, выбор — 8" in seen
    assert len(await stored(stage)) == 1, "nothing is loaded before the confirmation"
    assert "Лист загружен" in (await world.tap(coordinator, "Загрузить") or "")
    await world.tap(coordinator, "Критерии и нормы")
    assert "1.4. Критерий 1.4" in stage.seen(coordinator) and "✅ Договор" in stage.seen(coordinator)
    await world.tap(coordinator, "К листу")
    await world.tap(coordinator, "Сделать действующим")
    assert "✅ Действующий" in stage.seen(coordinator)

    await _session_by_form(stage)
    await world.tap(expert, "Согласиться")
    await world.tap(expert, "Не связан")
    await world.tap(expert, "Начать оценку")
    assert "Критерий 1 из 40" in stage.seen(expert)
    await _score(stage)
    seen = stage.seen(expert)
    assert "Всё заполнено" in seen and "6.6" in seen and len(seen) <= 4096
    await world.tap(expert, "Отправить лист")
    await world.tap(expert, "Отправить")
    files = [message.file.data for message in expert.chat(world.bot).from_bots[-2:]]
    text = "\n".join(cell.text for t in Document(io.BytesIO(files[0])).tables for row in t.rows for cell in row.cells)
    for said in (
        "Критерий 6.6",
        "по факту: 4\u00a0чел.",
        "по факту: Договор",
        "по факту: 70\u00a0%",
        "Мало наставников",
    ):
        assert squashed(said) in squashed(text)
        assert squashed(said) in squashed("".join(read_pdf(files[1])))
    async with world.app.db.read() as connection:
        kept = (await connection.execute(select(evaluation_submissions.c.snapshot))).scalars().one()
    assert len(kept["answers"]) == 40

    actor = await stage.actor(coordinator)
    assert len((await stage.evaluation.sessions.overview(actor, old.session.id)).sheet.criteria) == 14


async def _session_by_form(stage: Stage) -> None:
    """A new session asks which sheet, the current one first; then one programme and one expert."""
    world, coordinator = stage.world, stage.coordinator
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Новая сессия")
    for text in ("Осенняя сессия", "21.06.2022", "30.06.2022", "30.06.2022"):
        await world.say(coordinator, text)
    await world.tap(coordinator, "1")
    assert "По какому листу оценивать?" in stage.seen(coordinator)
    assert [text.split(" · ")[0] for text in world.buttons(coordinator)[:2]] == [
        sheet_of_forty.TITLE,
        "Экспертный лист для оценки программы",
    ]
    await world.tap(coordinator, sheet_of_forty.TITLE)
    await world.tap(coordinator, "Всё верно")
    assert "40 критериев" in stage.seen(coordinator)
    actor, evaluation = await stage.actor(coordinator), stage.evaluation
    session = (await evaluation.sessions.sessions(actor)).items[0]
    figures = {"1.2": 70_00, "1.3": 4_00}
    new = NewProgramme(stage.colleges[0][0], "15.02.12", "Монтаж", figures)
    card = await evaluation.programmes.add(actor, session.id, new, "forty")
    assert dict(card.programme.figures) == figures
    person = (await stage.actor(stage.expert)).me
    await evaluation.sessions.set_expert(actor, card.programme.id, person, wanted=True)
    await evaluation.sessions.open(actor, session.id)
    await world.settle()


async def _score(stage: Stage) -> None:
    """Through all forty by what the card asks: buttons, numbers, answers, remarks."""
    world, expert = stage.world, stage.expert
    for _ in range(140):
        seen, buttons = stage.seen(expert), world.buttons(expert)
        if "Итог листа" in seen:
            return
        if "Напишите, что не соответствует" in seen:
            await world.say(expert, "Мало наставников")
        elif any(text.startswith("Верно") for text in buttons):
            await world.tap(expert, "Верно")
        elif "Выберите ответ" in seen:
            await world.tap(expert, "1. Договор")
        elif "Сколько на самом деле" in seen:
            await world.say(expert, "12")
        elif "По норме: соответствует" in seen:
            await world.tap(expert, "Соответствует")
        elif "По норме: не соответствует" in seen:
            await world.tap(expert, "Не соответствует")
        else:
            await world.tap(expert, "Соответствует")
    raise AssertionError(world.transcript(expert))


async def test_a_choice_on_the_card(stage: Stage) -> None:
    """An answer below the norm asks for words; another answer takes the verdict with it; forged numbers do nothing."""
    world, expert = stage.world, stage.expert
    actor, evaluation = await stage.actor(stage.coordinator), stage.evaluation
    loaded = await evaluation.sheets.load(actor, sheet_of_forty.content())
    new = NewSession("С", SESSION.starts_on, SESSION.ends_on, SESSION.deadline, 1, loaded.version.id)
    overview = await evaluation.sessions.create(actor, new, "choice")
    card = await evaluation.programmes.add(
        actor, overview.session.id, NewProgramme(stage.colleges[0][0], None, "П", {}), "c"
    )
    await evaluation.sessions.set_expert(actor, card.programme.id, (await stage.actor(expert)).me, wanted=True)
    await evaluation.sessions.open(actor, overview.session.id)
    await world.settle()
    await stage.begin()
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.4")
    place = next(i for i, c in enumerate(SHEET.criteria) if c.kind is Kind.CHOICE)
    shown = expert.chat(world.bot).last_answer
    for forged in ("4", "11", "0", "99"):
        await expert.press_data(shown, VerdictTap(a=1, i=place, v=forged, r=0).pack())
    await expert.press_data(shown, VerdictTap(a=1, i=1, v="1", r=0).pack())  # a share has no answers
    await world.settle()
    async with world.app.db.read() as connection:
        assert (await connection.execute(select(evaluation_verdicts))).all() == []
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.4")
    with world.app.db.count_queries() as statements:
        await feed(world.app.bot, _press(stage, VerdictTap(a=1, i=place, v="1", r=0).pack()), world.app._belongings())
    own = [statement for statement in statements if "outbox" not in statement]  # delivery looks by itself
    assert 3 <= len(own) <= 4, own
    await world.tap(expert, "Все критерии")
    await world.tap(expert, "1.4")
    await world.tap(expert, "3. Нет ни договора")
    assert "✓ 3. Нет ни договора, ни соглашения" in stage.seen(expert)
    assert "Напишите, что не соответствует" in stage.seen(expert)
    await world.tap(expert, "2. Соглашение")
    await world.tap(expert, "Назад")
    seen = stage.seen(expert)
    assert "✓ 2. Соглашение" in seen and "Ваша оценка: ✅ соответствует" in seen
    await world.say(expert, "/evaluate")


def _press(stage: Stage, data: str) -> dict:
    """A tap as Telegram hands it over."""
    card = stage.expert.chat(stage.world.bot).last_answer
    chat = {"id": stage.expert.id, "type": "private"}
    message = {"message_id": card.message_id, "date": 1, "chat": chat, "text": "…"}
    tapped = {"id": "1", "from": stage.expert.as_json(), "chat_instance": "1", "data": data, "message": message}
    return {"update_id": 900_000_000, "callback_query": tapped}


async def test_a_spoiled_file_is_refused_with_row_and_column(stage: Stage) -> None:
    await ask(stage)
    book = load_workbook(io.BytesIO(workbook()))
    page = book.active
    rows = {page.cell(row, 1).value: row for row in range(1, page.max_row + 1)}
    page.cell(rows["1.2"], 4).value = "почти всегда"
    page.cell(rows["1.4"], 6).value = "=1+1"
    page.cell(rows["2.1"], 1).value = "1.1"
    page.cell(rows["3.1"], 2).value = None
    spoiled = io.BytesIO()
    page.cell(rows["1.4"], 6).value = "один ответ"
    book.save(spoiled)
    seen = await send(stage, spoiled.getvalue(), "Лист <2>.xlsx")
    assert "Лист «Лист <2>.xlsx» не загружен" in seen and "4 места" in seen
    assert f"Строка {rows['1.2']}, столбец D: норма «почти всегда»" in seen
    assert f"Строка {rows['1.4']}, столбец F: ответов 1" in seen
    assert f"Строка {rows['2.1']}, столбец A: номер 1.1 уже есть" in seen
    assert f"Строка {rows['3.1']}, столбец B: нет названия" in seen
    seen = await send(stage, b"title: [", "лист.yaml")
    assert "Строка 1, столбец 9: это не YAML" in seen
    assert "не таблица Excel" in await send(stage, b"\x89PNG", "лист.png")
    assert "UTF-8" in await send(stage, b"\xff\xfe\x00", "лист.yml")
    assert "UTF-8" in await send(stage, b"#" * 200_000, "лист.yml")
    await stage.world.say(stage.coordinator, "вот лист")
    assert "нужен файл" in stage.seen(stage.coordinator)
    assert len(await stored(stage)) == 1


async def test_the_source_form_in_word_is_loaded_as_it_is(stage: Stage) -> None:
    """A heading above the table, sections as merged rows, no column for the kind."""
    document = Document()
    document.add_paragraph("Экспертный лист, новая редакция")
    rows = [
        ("№", "Название критерия", "Нормативное значение", "Оценка эксперта", "Замечания эксперта"),
        ("1. Содержание программы",),
        ("1.1.", "Содержание программы", "ДА /Нет", "", ""),
        ("1.2.", "Доля преподавателей", "62,5%", "", ""),
    ]
    table = document.add_table(len(rows), 5)
    for row, texts in zip(table.rows, rows, strict=True):
        if len(texts) == 1:
            row.cells[0].merge(row.cells[4])
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    await ask(stage)
    seen = await send(stage, file.getvalue(), "Лист.docx")
    assert "Экспертный лист, новая редакция" in seen and "2 критерия" in seen and "да/нет — 1, доля — 1" in seen
    await stage.world.tap(stage.coordinator, "Загрузить")
    assert (await stored(stage))[-1] == ("Экспертный лист, новая редакция", 1)


async def test_another_version_of_the_sheet_in_yaml_says_what_changed(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    actor = await stage.actor(coordinator)
    current = (await stage.evaluation.sheets.versions(actor))[0]
    text = yaml_of((await stage.evaluation.sheets.look(actor, current.id)).sheet)
    await ask(stage)
    assert "уже есть: версия 1" in await send(stage, text.encode(), "лист.yaml")
    changed = text.replace("percent: 25\n", "percent: 30\n").replace("number: '3.3'", "number: '3.4'")
    seen = await send(stage, changed.encode(), "лист.yaml")
    assert "Это будет версия 2" in seen
    assert "Добавлены: 3.4" in seen and "Убраны: 3.3" in seen and "Изменены: 2.2" in seen
    first = coordinator.chat(world.bot).last_answer
    other = changed.replace("'3.4'", "'3.5'")
    await send(stage, other.encode(), "лист.yaml")
    stale = await coordinator.press(first, "Загрузить")
    await world.settle()
    assert "устарел" in stale.answer.text and len(await stored(stage)) == 1
    await ask(stage)
    await send(stage, other.encode(), "лист.yaml")
    await world.tap(coordinator, "Загрузить")
    assert await stored(stage) == [(current.title, 1), (current.title, 2)]
    await world.say(coordinator, "/evaluate")
    await world.tap(coordinator, "Новая сессия")
    chosen = await stage.evaluation.sheets.choices(actor)
    assert [one.version for one in chosen] == [1], "a version that is not current is not offered"


async def test_the_template_can_be_sent_back_as_it_is(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await ask(stage)
    await world.tap(coordinator, "Скачать шаблон")
    table, text = coordinator.chat(world.bot).from_bots[-2:]
    assert (table.file.file_name, text.file.file_name) == (
        "Экспертный лист, версия 1.xlsx",
        "Экспертный лист, версия 1.yaml",
    )
    for file in (table.file, text.file):
        assert "уже есть: версия 1" in await send(stage, file.data, file.file_name)


async def test_another_clusters_sheet_is_not_found(stage: Stage) -> None:
    other = await stage.world.app.services.directory.create_builtin_cluster(stage.admin, "other")
    async with stage.world.app.db.read() as connection:
        foreign = (
            await connection.execute(select(sheets.c.id).where(sheets.c.cluster_id == other.cluster.id))
        ).scalar_one()
    actor = await stage.actor(stage.coordinator)
    for attempt in (
        stage.evaluation.sheets.look(actor, foreign),
        stage.evaluation.sheets.make_current(actor, foreign),
        stage.evaluation.sessions.create(
            actor, NewSession("С", SESSION.starts_on, SESSION.ends_on, SESSION.deadline, 1, foreign), "f"
        ),
    ):
        try:
            await attempt
        except Exception as error:
            assert type(error).__name__ == "NotFound"
        else:
            raise AssertionError("found")
