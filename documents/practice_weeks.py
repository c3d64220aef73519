"""Occupied places by week and enterprise, as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from documents.text import one_line
from documents.typesetting import typeset_png

WIDTH_PX = 1_240
WEEKS = 26
ROWS = 40
"""Enterprises in the picture; the table has all of them."""


@dataclass(frozen=True, slots=True)
class WeeksPage:
    """The picture's words and numbers.

    Args:
        weeks: headings, at most `WEEKS`.
        rows: enterprise with (occupied, offered) seats per week.
        note: under the picture.
    """

    title: str
    subtitle: str
    enterprise: str
    empty: str
    note: str
    weeks: Sequence[str]
    rows: Sequence[tuple[str, Sequence[tuple[int, int]]]]


def weeks_picture(page: WeeksPage, made_at: datetime) -> bytes:
    """One PNG."""
    data = {
        "title": one_line(page.title),
        "subtitle": one_line(page.subtitle),
        "enterprise": one_line(page.enterprise),
        "empty": one_line(page.empty),
        "note": one_line(page.note),
        "weeks": [one_line(week) for week in page.weeks[:WEEKS]],
        "rows": [
            {"name": one_line(name), "cells": [{"taken": taken, "all": seats} for taken, seats in cells[:WEEKS]]}
            for name, cells in page.rows[:ROWS]
        ],
    }
    return typeset_png("practice_weeks", data, made_at, WIDTH_PX)[0]
