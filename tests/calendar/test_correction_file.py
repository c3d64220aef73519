"""A coordinator's file with the days of a year."""

from datetime import date

import pytest

from cluster.calendar_file import (
    CalendarDayTwice,
    CalendarFileEmpty,
    CalendarFileInvalid,
    CalendarYearsMixed,
    YearCorrection,
    parse_correction,
)
from cluster.errors import Invalid

EXPECTED = YearCorrection(2028, {date(2028, 2, 19): True, date(2028, 2, 21): False, date(2028, 12, 29): False})


@pytest.mark.parametrize(
    "text",
    [
        "19.02.2028\n21.02.2028\n29.12.2028\n",  # the weekday tells: a Saturday works, a Monday does not
        "\ufeff# переносы\n2028-02-19 рабочий\n\n2028-02-21 выходной  # из-за 19 февраля\r\n2028-12-29 -\n",
        "working:\n  - 2028-02-19\noff:\n  - 2028-02-21\n  - 29.12.2028\n",
        "year: 2028\noff: [2028-02-21, 2028-12-29]\nworking: [2028-02-19]\n",
    ],
)
def test_the_same_year_written_in_each_way(text: str) -> None:
    assert parse_correction(text) == EXPECTED


def test_a_word_wins_over_the_weekday() -> None:
    assert parse_correction("30.12.2024 рабочий").days == {date(2024, 12, 30): True}


@pytest.mark.parametrize(
    ("text", "refusal", "data"),
    [
        ("", CalendarFileEmpty, {}),
        ("# ничего\n", CalendarFileEmpty, {}),
        ("19.02.2028\n31.02.2028\n", CalendarFileInvalid, {"line": 2, "text": "31.02.2028"}),
        ("19.02.2028 праздник\n", CalendarFileInvalid, {"line": 1, "text": "19.02.2028 праздник"}),
        ("суббота\n", CalendarFileInvalid, {"line": 1, "text": "суббота"}),
        ("19.02.2028\n20.02.2027\n", CalendarYearsMixed, {"line": 2, "text": "20.02.2027", "year": 2028}),
        ("19.02.2028 +\n19.02.2028 -\n", CalendarDayTwice, {"line": 2, "text": "19.02.2028 -"}),
        ("working:\n  - 2028-02-30\n", CalendarFileInvalid, {"line": 2, "text": "2028-02-30"}),
        ("working: 5\n", CalendarFileInvalid, {"line": 1, "text": "working"}),
        ("working: [2028-02-19\n", CalendarFileInvalid, {"line": 2, "text": ""}),
        ("off:\n  - {a: 1}\n", CalendarFileInvalid, {"line": 2, "text": ""}),
        ("off: &a [2028-02-21]\nholidays: *a\n", CalendarFileInvalid, {"line": 2, "text": "holidays"}),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, refusal: type[Invalid], data: dict[str, object]) -> None:
    with pytest.raises(refusal) as caught:
        parse_correction(text)
    assert caught.value.data == data
