"""Lists in pages."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from handlers.engine.screen import Button
from locales import Translator

PAGE = 8


def page_row(
    t: Translator, page: int, total: int, tap: Callable[[int], CallbackData], size: int = PAGE
) -> list[Button]:
    """Buttons to the pages around, and which page this is; empty where everything fits on one.

    Args:
        page: number of the page shown, from 0.
        total: how many items there are in all.
        tap: the callback data that shows a page.
        size: items a page.
    """
    last = max(0, (total - 1) // size)
    if last == 0:
        return []
    row = [Button(t.plain("page-back"), tap(page - 1))] if page > 0 else []
    row.append(Button(t.plain("page-of", page=page + 1, pages=last + 1), tap(page)))
    if page < last:
        row.append(Button(t.plain("page-on"), tap(page + 1)))
    return row
