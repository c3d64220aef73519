"""What the texts of other plans mean, and which are left to a person."""

import pytest

from cluster.calendar import WorkingCalendar
from cluster.deadlines import (
    AfterEvent,
    BeforeEvent,
    Continuous,
    ContinuousKind,
    ExternalPlan,
    OnOrder,
    PerPeriod,
    PlanPeriod,
    Unit,
    Warned,
    Within,
    parse_deadline,
)

CALENDAR = WorkingCalendar()
ACADEMIC = PlanPeriod.academic(2023)  # 1.09.2023 – 31.08.2024
YEAR_2022 = PlanPeriod.calendar(2022)

DATED = {
    # dates
    "до 15.03.2024": ["15.03.2024"],
    "До 15 марта 2024 года": ["15.03.2024"],
    "не позднее «15» марта 2024 г.": ["15.03.2024"],
    "к 15.03.24": ["15.03.2024"],
    "до 15 марта включительно": ["15.03.2024"],
    "до 1 июня": ["31.05.2024"],  # a Saturday
    "Срок: до 20.12.2023": ["20.12.2023"],
    "15.03.2024 г.": ["15.03.2024"],
    "25 мая": ["25.05.2024"],  # a Saturday that is named itself
    "25 и 27 мая 2024": ["25.05.2024", "27.05.2024"],
    "07.10.2023, 23.03.2024": ["07.10.2023", "23.03.2024"],
    "с 10 по 15 апреля": ["15.04.2024"],
    "с 10 по 15 апреля 2024 г.": ["15.04.2024"],
    "10–15 апреля 2024": ["15.04.2024"],
    "10.04.2024 – 15.04.2024": ["15.04.2024"],
    "с 28 марта по 3 апреля": ["03.04.2024"],
    "с 25 декабря по 12 января": ["12.01.2024"],
    "28 марта — 3 апреля 2024": ["03.04.2024"],
    "III декада мая": ["31.05.2024"],
    "1 декада октября": ["10.10.2023"],
    # months
    "ФЕВРАЛЬ": ["29.02.2024"],
    "в мае": ["31.05.2024"],
    "в течение мая 2024 г.": ["31.05.2024"],
    "до конца марта": ["29.03.2024"],
    "Март2024": ["29.03.2024"],
    "сент. 2023": ["29.09.2023"],
    "апрель–май": ["31.05.2024"],
    "Апрель - май 2024 г.": ["31.05.2024"],
    "с апреля по май 2024 г.": ["31.05.2024"],
    "янв. – февр. 2024": ["29.02.2024"],
    "сентябрь 2023 – май 2024": ["31.05.2024"],
    "сентябрь–июнь": ["28.06.2024"],
    "декабрь-январь": ["31.01.2024"],
    "ноябрь, февраль": ["30.11.2023", "29.02.2024"],
    "Ноябрь 2023 г., февраль 2024 г.": ["30.11.2023", "29.02.2024"],
    "ноябрь и февраль 2024": ["30.11.2023", "29.02.2024"],
    "октябрь-ноябрь, март": ["30.11.2023", "29.03.2024"],
    "декабрь 2023/2024 учебного года": ["29.12.2023"],
    # quarters and half-years
    "1-й квартал 2024": ["29.03.2024"],
    "IV кв. 2023г.": ["29.12.2023"],
    "Ⅳ квартал": ["29.12.2023"],
    "четвёртый квартал": ["29.12.2023"],
    "П квартал 2024": ["28.06.2024"],  # typed on a typewriter
    "в течение II квартала": ["28.06.2024"],
    "I, II кварталы": ["29.03.2024", "28.06.2024"],
    "I–II кварталы 2024 г.": ["28.06.2024"],
    "I полугодие": ["29.12.2023"],
    "второе полугодие": ["28.06.2024"],
    "II полугодие 2023/2024 учебного года": ["28.06.2024"],
    "1 полугодие 2024 г.": ["28.06.2024"],
    "I и II полугодие": ["29.12.2023", "28.06.2024"],
    "до конца учебного года": ["28.06.2024"],
    "до конца 2023 года": ["29.12.2023"],
}  # fmt: skip

REPEATED = {
    "ежеквартально": PerPeriod(1, Unit.QUARTER),
    "раз в квартал": PerPeriod(1, Unit.QUARTER),
    "не реже одного раза в полугодие": PerPeriod(1, Unit.HALF_YEAR),
    "Не реже 2 раз в год": PerPeriod(2, Unit.YEAR),
    "не реже, чем 2-х раз в год": PerPeriod(2, Unit.YEAR),
    "дважды в год": PerPeriod(2, Unit.YEAR),
    "не менее 3 раз в учебный год": PerPeriod(3, Unit.YEAR),
    "1 раз в 2 месяца": PerPeriod(1, Unit.MONTH, 2),
    "Не реже 1 (одного) раза в месяц": PerPeriod(1, Unit.MONTH),
    "ЕЖЕМЕСЯЧНО": PerPeriod(1, Unit.MONTH),
    "Ежемесячно, в течение учебного года": PerPeriod(1, Unit.MONTH),
    "каждый месяц": PerPeriod(1, Unit.MONTH),
    "до 10 числа каждого месяца": PerPeriod(1, Unit.MONTH, by_day=10),
    "еженедельно": PerPeriod(1, Unit.WEEK),
    "2 раза в квартал": PerPeriod(2, Unit.QUARTER),
}

OTHERS = {
    "постоянно": Continuous(ContinuousKind.PERMANENT),
    "На постоянной основе": Continuous(ContinuousKind.PERMANENT),
    "в течение всего учебного года": Continuous(),
    "В течении  года": Continuous(),
    "в течение 2023/24 уч. года": Continuous(),
    "2023/2024 учебный год": Continuous(),
    "весь период": Continuous(ContinuousKind.PERMANENT),
    "по мере необходимости": Continuous(ContinuousKind.AS_NEEDED),
    "по отдельному плану": ExternalPlan(),
    "Согласно плану-графику": ExternalPlan(),
    "По графику департамента": ExternalPlan(),
    "по согласованию сторон": ExternalPlan(),
    "Срок уточняется": ExternalPlan(),
    "в соответствии с приказом Департамента № 15 от 12.01.2024": OnOrder(),
    "По распоряжению": OnOrder(),
    "согласно письму от 12 января 2024 г. № 15": OnOrder(),
    "за 5 рабочих дней до заседания": BeforeEvent(5, True, "заседания"),
    "не позднее чем за 10 дней до начала мероприятия": BeforeEvent(10, False, "мероприятия"),
    "за неделю до заседания": BeforeEvent(7, False, "заседания"),
    "в течение 5 рабочих дней после заседания": AfterEvent(5, True, "заседания"),
    "Не позднее 3 (трёх) рабочих дней со дня проведения мероприятия": AfterEvent(3, True, "мероприятия"),
    "через 10 дней после окончания практики": AfterEvent(10, False, "окончания практики"),
    "на следующий рабочий день после события": AfterEvent(1, True, "события"),
    "в день проведения": AfterEvent(0, False, "проведения"),
}

NOT_UNDERSTOOD = {
    "": "",
    "-": "-",
    "12": "12",
    "как получится": "как получится",
    "31 июня": "31 июня",
    "32.01.2024": "32.01.2024",
    "V квартал": "v квартал",
    "5 квартал 2024": "5 квартал 2024",
    "до мая 2024": "до мая 2024",  # before May, or in May?
    "с мая 2024": "с мая 2024",
    "до 1 сентября": "до 1 сентября",  # of which year?
    "начало марта": "начало марта",
    "в течение месяца": "в течение месяца",
    "в течение трёх дней": "в течение трех дней",
    "первый четверг марта": "первый четверг марта",
    "Апрель 2024 г. (по согласованию)": "(по согласованию)",
    "15.03.2024 или позже": "или позже",
    "май не позднее 3 рабочих дней": "не позднее 3 рабочих дней",
    "В течение 2022 года": "в течение 2022",  # not the plan's year
    "апрель 2025 – май 2024": "2024",
    "Маркетинг": "маркетинг",
}


@pytest.mark.parametrize(("text", "expected"), DATED.items())
def test_days_are_named(text: str, expected: list[str]) -> None:
    typed = parse_deadline(text, ACADEMIC)
    assert isinstance(typed.meaning, Within), typed
    assert [f"{due.due_on:%d.%m.%Y}" for due in typed.dues(CALENDAR, ACADEMIC)] == expected
    assert typed.warnings == ()


@pytest.mark.parametrize(("text", "expected"), (REPEATED | OTHERS).items())
def test_meanings(text: str, expected: object) -> None:
    assert parse_deadline(text, ACADEMIC).meaning == expected


@pytest.mark.parametrize(("text", "rest"), NOT_UNDERSTOOD.items())
def test_what_is_not_understood_is_said_and_has_no_date(text: str, rest: str) -> None:
    typed = parse_deadline(text, ACADEMIC)
    assert (typed.meaning, typed.not_understood) == (None, rest)
    assert typed.dues(CALENDAR, ACADEMIC) == ()
    assert typed.needs_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Не реже 2 раз в год", ["30.06.2022", "30.12.2022"]),
        ("1 раз в полугодие", ["30.06.2022", "30.12.2022"]),
        ("1 раз в 4 месяца", ["29.04.2022", "31.08.2022", "30.12.2022"]),
        ("не реже 1 раза в год", ["30.12.2022"]),
        ("до 20 числа каждого месяца", [
            "20.01.2022", "18.02.2022", "18.03.2022", "20.04.2022", "20.05.2022", "20.06.2022",
            "20.07.2022", "19.08.2022", "20.09.2022", "20.10.2022", "18.11.2022", "20.12.2022",
        ]),
        ("в течение 2022 года", ["30.12.2022"]),
        ("III квартал", ["30.09.2022"]),
        ("2 полугодие", ["30.12.2022"]),
        ("май", ["31.05.2022"]),
        ("5 марта", ["05.03.2022"]),  # a working Saturday
        ("за 5 рабочих дней до 13.05.2022", ["04.05.2022"]),
        ("3 рабочих дня после 09.06.2022", ["15.06.2022"]),
    ],
)  # fmt: skip
def test_dates_in_a_calendar_year(text: str, expected: list[str]) -> None:
    dues = parse_deadline(text, YEAR_2022).dues(CALENDAR, YEAR_2022)
    assert [f"{due.due_on:%d.%m.%Y}" for due in dues] == expected


def test_weeks_of_holidays_are_left_out() -> None:
    dues = parse_deadline("еженедельно", YEAR_2022).dues(CALENDAR, YEAR_2022)
    assert f"{dues[0].due_on:%d.%m.%Y}" == "14.01.2022"
    assert len(dues) == len({due.due_on for due in dues}) == 51


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Март 2025", Warned.OUTSIDE),
        ("23 .06.22", Warned.OUTSIDE),
        ("III квартал 2024 г.", Warned.OUTSIDE),
        ("III квартал", Warned.QUARTER_OF_TWO_YEARS),
    ],
)
def test_what_a_person_should_look_at(text: str, warning: Warned) -> None:
    typed = parse_deadline(text, ACADEMIC)
    assert typed.meaning is not None
    assert typed.warnings == (warning,)


def test_there_are_enough_of_them() -> None:
    assert len(DATED) + len(REPEATED) + len(OTHERS) >= 60
