"""Files of work plans: the source plans come back as they are built in; spoiled ones are refused with the place."""

import pytest

from cluster.data import industrial_tomsk
from cluster.deadlines import PlanPeriod
from cluster.plan_sheet import (
    PlanCellEmpty,
    PlanCellTooLong,
    PlanColumnMissing,
    PlanWithoutRows,
    numbering,
    period_of,
    split_number,
)
from documents.reading import read_plan, refusals
from tests.reading import office_plans, spoiled

HEAD = office_plans.HEAD
ROW = ("1.1.", "Чемпионат", "ТЭПК", "Май 2024 г.", "Отчёт")


@pytest.mark.parametrize("index", [0, 1])
@pytest.mark.parametrize("make", [office_plans.docx, office_plans.xlsx])
def test_the_source_plans_come_back(index: int, make: object) -> None:
    plan = industrial_tomsk().plans[index]
    read = read_plan(make(plan))
    assert [(row.section, row.number, row.title, row.executors, row.deadline, row.result) for row in read.rows] == [
        (section.title, row.number, row.title, row.executors, row.deadline, row.result) for section, row in plan.rows
    ]
    assert read.period == PlanPeriod(plan.year, plan.first_day, plan.last_day)
    assert read.is_draft == (plan.is_draft and make is office_plans.docx)
    if make is office_plans.docx:
        assert read.title.casefold() == plan.title.casefold()
        assert read.title.startswith("План работы "), "capitals are calmed"


def test_numbers_are_labels() -> None:
    numbers = [row.number for _, row in industrial_tomsk().plans[1].rows]
    found = numbering(numbers)
    assert (found.twice, found.missing) == (("3.3",), ("2.3",))
    assert numbering([row.number for _, row in industrial_tomsk().plans[0].rows]).missing == ()


def test_columns_in_any_order_and_words() -> None:
    file = spoiled.xlsx(
        ("Мероприятия", "Сроки", "Ответственные"),
        ("1. Экспертиза",),
        ("1.1. Сессия", "Июнь", "ЭС"),
        ("Без номера", "Июль", "ЭС"),
    )
    rows = read_plan(file).rows
    assert [(row.section, row.number, row.title, row.deadline) for row in rows] == [
        ("Экспертиза", "1.1", "Сессия", "Июнь"),
        ("Экспертиза", "", "Без номера", "Июль"),
    ]
    assert rows[0].place == "Sheet:3"


def test_a_row_cut_by_a_page_is_one() -> None:
    rows = read_plan(spoiled.docx(HEAD, ROW, ("", "и профессиональные игры", "", "", ""))).rows
    assert [row.title for row in rows] == ["Чемпионат и профессиональные игры"]


def test_an_executor_merged_downwards_counts_for_both_rows() -> None:
    from docx import Document

    document = Document()
    table = document.add_table(rows=3, cols=5)
    for row, texts in enumerate((HEAD, ROW, ("1.2.", "Конкурс", "", "Июнь 2024 г.", ""))):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    assert [row.executors for row in read_plan(spoiled.saved(document)).rows] == ["ТЭПК", "ТЭПК"]


@pytest.mark.parametrize("make", [spoiled.docx, spoiled.xlsx])
def test_what_is_wrong_is_said_with_its_place(make: object) -> None:
    table = "1" if make is spoiled.docx else "Sheet"
    for rows, refusal, data in (
        (
            (("№", "Фамилия", "Телефон"), ("1", "а", "б")),
            PlanColumnMissing,
            {"column": "title", "table": table, "row": 1},
        ),
        (
            (("№", "Мероприятие", "Исполнители"), ("1", "а", "б")),
            PlanColumnMissing,
            {"column": "deadline", "table": table, "row": 1},
        ),
        ((HEAD,), PlanWithoutRows, {"table": table}),
        ((HEAD, ROW, ("1.2.", "", "ТЭПК", "Май", "")), PlanCellEmpty, {"table": table, "row": 3, "column": "B"}),
        (
            (HEAD, ("1.1.", "д" * 2001, "ТЭПК", "Май", "")),
            PlanCellTooLong,
            {"table": table, "row": 2, "column": "B", "limit": 2000},
        ),
    ):
        with pytest.raises(refusal) as caught:
            read_plan(make(*rows))
        assert caught.value.data == data


def test_what_cannot_be_read_at_all() -> None:
    for file, refusal in (
        (spoiled.docx(paragraph="План без таблицы"), refusals.NoTable),
        (spoiled.with_password(), refusals.FileProtected),
        (spoiled.with_macros(spoiled.docx(HEAD, ROW)), refusals.FileWithMacros),
        (spoiled.bomb(spoiled.docx(HEAD, ROW)), refusals.FileInflated),
        (spoiled.xlsx(HEAD, ("1.1", "=A1", "ТЭПК", "Май", "")), refusals.FormulaWithoutValue),
        (spoiled.xlsx(HEAD, *[ROW] * 300), refusals.TooManyRows),
    ):
        with pytest.raises(refusal):
            read_plan(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("План работы на 2022 год", PlanPeriod.calendar(2022)),
        ("на 2024 г.", PlanPeriod.calendar(2024)),
        ("на 2023/2024 учебный год", PlanPeriod.academic(2023)),
        ("на 2023-24 уч. год", PlanPeriod.academic(2023)),
        ("на 2023 – 2024 учебный год", PlanPeriod.academic(2023)),
        ("План работы кластера", None),
        ("протокол от 12.01.2024 № 2023-25", None),
    ],
)
def test_the_year_is_told_from_the_title(text: str, expected: PlanPeriod | None) -> None:
    assert period_of(text) == expected


def test_numbers_before_titles() -> None:
    assert split_number("2.4. Организация") == ("2.4", "Организация")
    assert split_number("1 курс – знакомство") == ("", "1 курс – знакомство")
    assert split_number("3. Организация") == ("3", "Организация")
    assert split_number("Организация") == ("", "Организация")
