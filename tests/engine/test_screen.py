"""Screens: markup, and a text longer than one message."""

import html

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.engine import Button, Screen, column, grid
from handlers.engine.screen import TEXT_LIMIT
from locales import Html, lines


class Tap(CallbackData, prefix="t1"):
    number: int


def test_markup() -> None:
    screen = Screen(Html("текст"), [[Button("один", Tap(number=1)), Button("сайт", url="https://example.org")], []])
    markup = screen.with_row(Button("два", Tap(number=2))).markup()
    assert markup is not None
    shown = markup.model_dump(warnings=False)["inline_keyboard"]  # as aiogram's sessions do
    assert shown == [
        [{"text": "один", "callback_data": "t1:1"}, {"text": "сайт", "url": "https://example.org"}],
        [{"text": "два", "callback_data": "t1:2"}],
    ]
    assert Screen(Html("текст")).markup() is None


def test_columns_and_grids() -> None:
    buttons = [Button(str(number), Tap(number=number)) for number in range(5)]
    assert [len(row) for row in column(buttons)] == [1] * 5
    assert [len(row) for row in grid(buttons, 2)] == [2, 2, 1]


@pytest.mark.parametrize("body", ["а" * TEXT_LIMIT, "<b>&" * (TEXT_LIMIT // 4), "😀" * (TEXT_LIMIT // 2)])
def test_what_fits_is_left_alone(body: str) -> None:
    text = Html(f"<b>{lines(body)}</b>")
    assert Screen(text).shortened().text is text


@pytest.mark.parametrize("body", ["а" * 5000, "<b>&" * 2000, "😀" * 3000, "x" + "😀" * 3000])
def test_what_does_not_fit_is_cut_to_one_message(body: str) -> None:
    cut = Screen(Html(f"<b>{lines(body)}</b>")).shortened().text
    assert TEXT_LIMIT - 1 <= len(html.unescape(cut).encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert cut.endswith("…")
    assert "<" not in cut
