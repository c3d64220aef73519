"""Typed dates at a fixed now: Tuesday 21 June 2022, 10:00 in Tomsk."""

from datetime import date, datetime, time

import pytest

from cluster.errors import Invalid
from cluster.meetings.when import TimeNotUnderstood, WhenNotUnderstood, WhenPassed, read_time, read_when

NOW = datetime(2022, 6, 21, 10, 0)  # noqa: DTZ001 - as people in the zone read it

UNDERSTOOD = """
24.06.2022 14:00 | 2022-06-24 14:00
24.05.2023 14.00 | 2023-05-24 14:00
24/06/22 9:30 | 2022-06-24 09:30
2022-06-24 14:00 | 2022-06-24 14:00
2022-06-24T14:00 | 2022-06-24 14:00
24.06.2022 г. в 14:00 | 2022-06-24 14:00
24.06.2022 | 2022-06-24
завтра в 15 | 2022-06-22 15:00
завтра | 2022-06-22
завтра 15:30 | 2022-06-22 15:30
Завтра, в 15.30 | 2022-06-22 15:30
завтра утром в 9 | 2022-06-22 09:00
послезавтра в 9 | 2022-06-23 09:00
сегодня в 18:00 | 2022-06-21 18:00
сегодня 18 | 2022-06-21 18:00
сегодня вечером в 7 | 2022-06-21 19:00
сегодня в 7 вечера | 2022-06-21 19:00
сегодня | 2022-06-21
в пятницу 10:00 | 2022-06-24 10:00
пятница 10 | 2022-06-24 10:00
пт 10:00 | 2022-06-24 10:00
в пт в 10 | 2022-06-24 10:00
в эту пятницу в 10 | 2022-06-24 10:00
во вторник | 2022-06-21
во вторник в 9:00 | 2022-06-28 09:00
во вторник в 11:00 | 2022-06-21 11:00
в следующий вторник | 2022-06-28
в следующую пятницу в 10 | 2022-07-01 10:00
на следующей неделе в среду 14:00 | 2022-06-29 14:00
в среду на следующей неделе | 2022-06-29
в среду | 2022-06-22
в понедельник, 10-00 | 2022-06-27 10:00
в субботу в 12 | 2022-06-25 12:00
четверг 16.00 | 2022-06-23 16:00
чт, 23 июня, 14:00 | 2022-06-23 14:00
Пятница 24 июня 14:00 | 2022-06-24 14:00
20 июня | 2023-06-20
20 июня 2023 | 2023-06-20
20 июня 2023 г. 14:00 | 2023-06-20 14:00
20 июня 2023 года в 14 часов | 2023-06-20 14:00
30 июня в 3 дня | 2022-06-30 15:00
1 июля в полдень | 2022-07-01 12:00
24 июня в 14 ч 30 мин | 2022-06-24 14:30
8 июля 2022 9 часов | 2022-07-08 09:00
15 сентября 2022 г. в 11:00 | 2022-09-15 11:00
1 сент 10:00 | 2022-09-01 10:00
5 мая | 2023-05-05
31 декабря | 2022-12-31
29 февраля | 2024-02-29
25 числа | 2022-06-25
25-го числа в 10:00 | 2022-06-25 10:00
20 числа | 2022-07-20
24.06 | 2022-06-24
24.06 14:00 | 2022-06-24 14:00
24.06 в 14 | 2022-06-24 14:00
14:00 24.06 | 2022-06-24 14:00
13.07 10-30 | 2022-07-13 10:30
24.6.2022 в 8 утра | 2022-06-24 08:00
через неделю | 2022-06-28
через неделю в пятницу 10:00 | 2022-07-01 10:00
через 3 дня | 2022-06-24
через 2 недели в 11 | 2022-07-05 11:00
через 10 дней в 9:15 | 2022-07-01 09:15
tomorrow at 15 | 2022-06-22 15:00
Friday 10:00 | 2022-06-24 10:00
June 24 at 3 pm | 2022-06-24 15:00
24 June 14:00 | 2022-06-24 14:00
next monday 9:00 | 2022-06-27 09:00
"""

NONSENSE = [
    "---", "когда-нибудь", "25:00", "32.05.2022", "24.13.2022", "абв", "14:00", "99", "завтра в 25", "31 июня",
    "завтра в 15 с пирогами", "20.06.2099", "в пятницу 24:61", "в четверг 24 июня", "30.02", "9" * 200, "в", "июнь",
]  # fmt: skip
OVER = ["21.06.2022 9:00", "1.1.2020", "сегодня в 9", "20 июня 2022"]


def test_there_are_sixty_of_them() -> None:
    assert len(UNDERSTOOD.strip().splitlines()) >= 60


@pytest.mark.parametrize("line", UNDERSTOOD.strip().splitlines())
def test_what_people_type_is_understood(line: str) -> None:
    text, _, meant = line.partition(" | ")
    day, _, at = meant.strip().partition(" ")
    found = read_when(text, NOW)
    assert found.day == date.fromisoformat(day)
    assert found.at == (time.fromisoformat(at) if at else None)


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_gets_an_example_that_would_be_understood(text: str) -> None:
    with pytest.raises(WhenNotUnderstood) as refused:
        read_when(text, NOW)
    assert read_when(str(refused.value.data["example"]), NOW).at == time(14)


@pytest.mark.parametrize("text", OVER)
def test_what_is_over_is_said_to_be_over(text: str) -> None:
    with pytest.raises(WhenPassed) as refused:
        read_when(text, NOW)
    assert read_when(str(refused.value.data["example"]), NOW).day > NOW.date()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("15", "15:00"),
        ("в 3 дня", "15:00"),
        ("9 утра", "09:00"),
        ("8 pm", "20:00"),
    ],
)
def test_times_of_day(text: str, at: str) -> None:
    assert read_time(text) == time.fromisoformat(at)


@pytest.mark.parametrize("text", ["", "скоро", "25:00", "завтра", "12:60", "15 и ещё немного"])
def test_no_time_of_day(text: str) -> None:
    with pytest.raises(TimeNotUnderstood):
        read_time(text)


@pytest.mark.parametrize("text", ["\u202e", "😀", "1" * 30, "<b>завтра</b>", "0.0.0"])
def test_strange_signs_are_refused_by_type(text: str) -> None:
    with pytest.raises(Invalid):
        read_when(text, NOW)
