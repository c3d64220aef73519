"""A college's list of 500 interns with 30 planted errors: all named by row and column, nobody added unconfirmed."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from cluster.practice.listing import WIDTH
from sandbox.people import Person
from tests.practice.office import Office

PLANTED = {
    # row of the file: (column, value, what is said)
    12: ("A", "", "нет номера"),
    25: ("A", "Иванов Пётр", "похоже на имя или телефон"),
    33: ("A", "+7 913 000-11-22", "похоже на имя или телефон"),
    47: ("A", "х" * 41, "длиннее 40 знаков"),
    58: ("A", "391-002", "такой номер уже выше"),
    61: ("B", "06", "нужен год рождения"),
    77: ("B", "две тысячи", "нужен год рождения"),
    80: ("B", "1901", "нужен год рождения"),
    95: ("B", "2021", "нужен год рождения"),
    101: ("B", "", "нужен год рождения"),
    115: ("C", "", "не указан населённый пункт"),
    130: ("C", "с" * 81, "длиннее 80 знаков"),
    142: ("D", "годен", "нужно «нет»"),
    150: ("D", "до 31.02.2023", "нужно «нет»"),
    163: ("E", "диагноз", "нужно «нет»"),
    177: ("E", "до 01.06.2022", "эта дата уже прошла"),
    189: ("F", "12.13.2022", "нужно «нет»"),
    199: ("F", "записан на 01.06.2022", "эта дата уже прошла"),
    210: ("G", "справка есть", "нужно «нет»"),
    222: ("H", "до лета", "нужно «нет»"),
    237: ("I", "?", "нужно «нет»"),
    248: ("J", "Завод «Рога и копыта»", "такого предприятия в кластере нет"),
    259: ("J", "=1+1", "такого предприятия в кластере нет"),
    266: ("K", "ТЭТЗ", "предприятие названо дважды"),
    279: ("K", "ТЭТЗ; СХК", "такого предприятия в кластере нет"),
    300: ("L", "<b>", "такого предприятия в кластере нет"),
    333: ("M", "Полюс2", "такого предприятия в кластере нет"),
    401: ("O", "7", "нужны названия через запятую"),
    450: ("C", "", "не указан населённый пункт"),
    501: ("B", "2006 год", "нужен год рождения"),
}


def table(template: bytes, rows: int, faults: dict[int, tuple[str, str, str]]) -> bytes:
    """The template filled with `rows` interns and the faults."""
    book = load_workbook(BytesIO(template))
    sheet = book.worksheets[0]
    for number in range(2, rows + 2):
        values = [f"391-{number:03}", 2004, "Томск", "до 01.09.2022", "нет", *[None] * 4, "ТЭТЗ", "СХК"]
        for column, value in enumerate(values, 1):
            sheet.cell(number, column, value)
        if number in faults:
            column_letter, value, _ = faults[number]
            cell = sheet[f"{column_letter}{number}"]
            cell.value = value
            cell.data_type = "s"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


async def template_of(office: Office, college: Person) -> bytes:
    card = await office.ask()
    await office.world.say(college, "/practice")
    await office.world.tap(college, "Заявки")
    await office.world.tap(college, card.request.code)
    await office.world.tap(college, "Шаблон списка")
    return next(m.document for m in reversed(college.chat(office.world.bot).from_bots) if m.document).data


async def count(office: Office) -> int:
    from sqlalchemy import text

    async with office.world.app.db.read() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM practice_interns")) or 0)


async def send(office: Office, college: Person, data: bytes, name: str = "Список.xlsx") -> None:
    await college.send_document(office.world.bot, data, name)
    await office.world.settle()


async def all_pages(office: Office, college: Person) -> str:
    seen = [office.seen(college)]
    while "Дальше ›" in office.world.buttons(college):
        await office.world.tap(college, "Дальше ›")
        seen.append(office.seen(college))
    return "\n".join(seen)


async def test_thirty_errors_in_five_hundred_rows(office: Office) -> None:
    college = office.college
    template = await template_of(office, college)
    await send(office, college, table(template, 500, PLANTED))
    said = await all_pages(office, college)
    assert "Готово 470 строк" in said
    assert "30 ошибок, строк с ошибками: 30" in said
    for row, (column, _, words) in PLANTED.items():
        line = next(line for line in said.split("\n") if line.startswith(f"Строка {row}, столбец {column} "))
        assert words in line, line
    assert said.count("Строка ") == len(PLANTED)
    assert "Строка 150, столбец D (Медосмотр): нужно «нет», «до 12.05.2026»" in said
    assert "до 31.02.2023" in said
    for private in ("Иванов", "913", "диагноз", "годен"):
        assert private not in said, "a name, a phone, a diagnosis are neither kept nor repeated"
    assert await count(office) == 1, "only the one who was asked for before"

    await office.world.tap(college, "Прислать исправленный")
    await send(office, college, table(template, 500, {}))
    assert "Ошибок нет" in office.seen(college)
    assert await count(office) == 1
    await office.world.tap(college, "Добавить готовые (500)")
    assert await count(office) == 501
    assert "Добавлено 500 практикантов" in office.seen(college)


async def test_the_good_rows_may_be_taken_and_once(office: Office) -> None:
    college = office.college
    template = await template_of(office, college)
    faults = {row: fault for row, fault in PLANTED.items() if row < 30}
    await send(office, college, table(template, 40, faults))
    card = college.chat(office.world.bot).last_answer
    take = next(b["callback_data"] for row in card.keyboard for b in row if b["callback_data"].endswith(":t:0"))
    await college.press_data(card, take)
    await college.press_data(card, take)
    await office.world.settle()
    assert await count(office) == 39
    await office.world.tap(college, "Прислать список")
    await send(office, college, table(template, 40, {}))
    assert "этот номер уже в заявке" in office.seen(college)
    assert "Готовы 2 строки" in office.seen(college)


async def test_another_table_is_refused_by_column(office: Office) -> None:
    college = office.college
    await template_of(office, college)
    book = Workbook()
    book.active.append(["Номер в колледже", "ФИО"])
    book.active.append(["1", "Иванов"])
    made = BytesIO()
    book.save(made)
    await send(office, college, made.getvalue())
    assert "в столбце B ожидается «Год рождения»" in office.seen(college)
    assert await count(office) == 1
    wide = load_workbook(BytesIO(await template_of(office, college)))
    wide.worksheets[0]["P1"] = "Пожелание 6"
    made = BytesIO()
    wide.save(made)
    await send(office, college, made.getvalue())
    assert "лишний столбец P («Пожелание 6»)" in office.seen(college)
    assert await count(office) == 1
    await send(office, college, b"no table at all", "list.txt")
    assert "Это не таблица Excel" in office.seen(college)


async def test_the_template_explains_itself(office: Office) -> None:
    book = load_workbook(BytesIO(await template_of(office, office.college)))
    first, *others = book.worksheets
    titles = [cell.value for cell in first[1]]
    assert len(titles) == WIDTH
    assert titles[:3] == ["Номер в колледже", "Год рождения", "Населённый пункт"]
    assert "Одна строка на практиканта" in others[-1]["A1"].value
    assert str(first.data_validations.dataValidation[0].sqref).startswith("J2")
