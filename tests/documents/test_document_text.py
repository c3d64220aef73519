"""Cleaning of typed text."""

import pytest

from documents.text import clean, one_line, shortened, tie

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "tied"),
    [
        ("62,5 %", f"62,5{NBSP}%"),
        ("62,5%", "62,5%"),
        ("не менее 36 ч. в год", f"не менее 36{NBSP}ч. в год"),
        ("21.06.2022 – 30.06.2022", f"21.06.2022{NBSP}– 30.06.2022"),
        ("ДА /Нет", "ДА /Нет"),
        ("15 предприятий", "15 предприятий"),
    ],
)
def test_numbers_do_not_part_from_their_units(typed: str, tied: str):
    assert tie(typed) == tied


def test_one_line_is_one_line():
    assert one_line(f" a\n\tb{NBSP}c\x00 \u2028d ") == f"a b{NBSP}c d"


def test_clean_twice_changes_nothing_more():
    typed = "a\r\nb\x0bc\ud800\uffffи\u0306\x00\t"
    assert clean(clean(typed)) == clean(typed) == "a\nb\nc\ufffd\ufffdй\t"


def test_shortened_says_that_it_is():
    assert shortened("слово", 5) == "слово"
    assert shortened("слово и ещё", 8) == "слово и…"
