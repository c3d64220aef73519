"""Every row of the two source plans: type and due dates as a careful person gives them by the production calendar."""

from datetime import date

import pytest

from cluster.calendar import WorkingCalendar
from cluster.data import industrial_tomsk
from cluster.deadlines import (
    AfterEvent,
    Continuous,
    Deadline,
    ExternalPlan,
    OnOrder,
    PerPeriod,
    PlanPeriod,
    Unit,
    Within,
    parse_deadline,
)

CALENDAR = WorkingCalendar()
QUARTERS_2022 = ["31.03.2022", "30.06.2022", "30.09.2022", "30.12.2022"]
QUARTERS_2023_24 = ["29.12.2023", "29.03.2024", "28.06.2024", "30.08.2024"]

# number, type, what distinguishes it, due dates
PLAN_2022 = [
    ("1.1", Within, Unit.MONTH, ["31.01.2022"]),
    ("1.2", PerPeriod, (1, Unit.QUARTER), QUARTERS_2022),
    ("1.3", PerPeriod, (1, Unit.QUARTER), QUARTERS_2022),
    ("1.4", AfterEvent, (3, True), []),
    ("2.1", Within, Unit.MONTH, ["30.06.2022"]),
    ("2.2", Within, Unit.QUARTER, ["30.12.2022"]),
    ("2.3", Within, Unit.MONTH, ["30.12.2022"]),
    ("2.4", Continuous, None, ["30.12.2022"]),
    ("2.5", Continuous, None, ["30.12.2022"]),
    ("2.6", Continuous, None, ["30.12.2022"]),
    ("2.7", Continuous, None, ["30.12.2022"]),
    ("2.8", Continuous, None, ["30.12.2022"]),
    ("2.9", Within, Unit.QUARTER, ["30.09.2022"]),
    ("3.1", ExternalPlan, None, []),
    ("3.2", ExternalPlan, None, []),
    ("3.3", ExternalPlan, None, []),
]
PLAN_2023_24 = [
    ("1.1", Within, Unit.MONTH, ["29.02.2024"]),
    ("2.1", Continuous, None, ["28.06.2024"]),
    ("2.2", Continuous, None, ["28.06.2024"]),
    ("2.4", Within, Unit.MONTH, ["29.03.2024"]),
    ("2.5", Within, Unit.QUARTER, ["28.06.2024"]),
    ("2.6", Continuous, None, ["28.06.2024"]),
    ("2.7", Within, Unit.MONTH, ["29.12.2023"]),
    ("2.8", OnOrder, None, []),
    ("2.9", Within, Unit.MONTH, ["27.04.2024"]),  # a working Saturday: Monday 29 and Tuesday 30 April are days off
    ("3.1", PerPeriod, (1, Unit.QUARTER), QUARTERS_2023_24),
    ("3.2", PerPeriod, (1, Unit.QUARTER), QUARTERS_2023_24),
    ("3.3", Within, Unit.MONTH, ["31.07.2024"]),
    ("3.3", AfterEvent, (1, True), []),
    ("4.1", ExternalPlan, None, []),
    ("4.2", ExternalPlan, None, []),
    ("4.3", ExternalPlan, None, []),
    ("4.4", Within, Unit.MONTH, ["31.05.2024"]),
]


def _mark(meaning: Deadline) -> object:
    match meaning:
        case Within():
            return meaning.unit
        case PerPeriod():
            return meaning.count, meaning.unit
        case AfterEvent():
            return meaning.days, meaning.working
    return None


@pytest.mark.parametrize(("index", "expected"), [(0, PLAN_2022), (1, PLAN_2023_24)])
def test_every_row(index: int, expected: list[tuple[str, type, object, list[str]]]) -> None:
    plan = industrial_tomsk().plans[index]
    period = PlanPeriod(plan.year, plan.first_day, plan.last_day)
    found = []
    for _, row in plan.rows:
        typed = parse_deadline(row.deadline, period)
        assert typed.meaning is not None, row.deadline
        assert typed.text == row.deadline
        assert typed.warnings == ()
        dues = [f"{due.due_on:%d.%m.%Y}" for due in typed.dues(CALENDAR, period)]
        found.append((row.number, type(typed.meaning), _mark(typed.meaning), dues))
    assert found == expected


def test_periods_of_the_plans() -> None:
    for plan, period in zip(
        industrial_tomsk().plans, (PlanPeriod.calendar(2022), PlanPeriod.academic(2023)), strict=True
    ):
        assert PlanPeriod(plan.year, plan.first_day, plan.last_day) == period


def test_quarters_of_an_academic_year_cover_it_once() -> None:
    period = PlanPeriod.academic(2023)
    assert [(span.first.month, span.last.month) for span in period.quarters()] == [(9, 12), (1, 3), (4, 6), (7, 8)]
    assert [(span.first.month, span.last.month) for span in PlanPeriod.calendar(2022).quarters()] == [
        (1, 3), (4, 6), (7, 9), (10, 12),
    ]  # fmt: skip


def test_progress_of_continuous_rows_is_asked_every_quarter_before_the_last() -> None:
    asked = Continuous().progress_days(CALENDAR, PlanPeriod.academic(2023))
    assert asked == (date(2023, 12, 29), date(2024, 3, 29))
    asked = Continuous().progress_days(CALENDAR, PlanPeriod.calendar(2022))
    assert asked == (date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30))


def test_a_correction_of_the_calendar_moves_what_is_due() -> None:
    typed = parse_deadline("Апрель 2024 г.", PlanPeriod.academic(2023))
    corrected = WorkingCalendar({date(2024, 4, 27): False, date(2024, 4, 30): True})
    (due,) = typed.dues(corrected, PlanPeriod.academic(2023))
    assert due.due_on == date(2024, 4, 30)


def test_news_are_due_working_days_after_the_event() -> None:
    """Thursday 9 June 2022: three working days later is Wednesday, because Monday 13 is a transferred day off."""
    three = parse_deadline("Размещение новостей не позднее 3-х рабочих дней", PlanPeriod.calendar(2022)).meaning
    assert isinstance(three, AfterEvent)
    assert three.due_after(date(2022, 6, 9), CALENDAR) == date(2022, 6, 15)
    one = parse_deadline(
        "Размещение новостей не позднее 1 рабочего дня после события", PlanPeriod.academic(2023)
    ).meaning
    assert isinstance(one, AfterEvent)
    assert one.event == "события"
    assert one.due_after(date(2024, 5, 8), CALENDAR) == date(2024, 5, 13)
