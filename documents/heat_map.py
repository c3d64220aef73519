"""A heat map: rows × criteria as pictures for a phone, a colour and a text in every cell.

Colours are told apart in grey as well, and each cell says in characters what its colour says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from documents.text import one_line, shortened
from documents.typesetting import typeset_png

COLUMNS_A_PICTURE = 14
ROWS_A_PICTURE = 15
WIDTH_PX = 1280  # Telegram makes photos no larger on either side
_LABEL_LIMIT, _NOTE_LIMIT = 16, 18


class Heat(StrEnum):
    """What a cell says at a glance."""

    GOOD = "good"
    MOSTLY = "mostly"
    SPLIT = "split"
    BAD = "bad"
    NONE = "empty"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A colour, and at most five characters."""

    heat: Heat
    text: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: a short label, a shorter note under it, a cell a column."""

    label: str
    note: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """A column: what stands above it, and the group it belongs to (columns of a group stay together)."""

    title: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A whole map.

    Args:
        legend: a colour and its meaning, in order.
        notes: lines under the map.
    """

    language: str
    title: str
    subtitle: str
    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[tuple[Heat, str], ...]
    notes: tuple[str, ...] = ()


def render_heat_map(heat_map: HeatMap, made_at: datetime) -> list[bytes]:
    """PNG pictures `WIDTH_PX` wide; a wide map is cut between groups of columns, a long one between rows."""
    pictures = []
    for first, last in _parts(heat_map.columns):
        for start in range(0, max(1, len(heat_map.rows)), ROWS_A_PICTURE):
            rows = heat_map.rows[start : start + ROWS_A_PICTURE]
            data = {
                "language": heat_map.language,
                "title": one_line(heat_map.title),
                "subtitle": one_line(heat_map.subtitle),
                "columns": [one_line(column.title) for column in heat_map.columns[first:last]],
                "width": min(COLUMNS_A_PICTURE, len(heat_map.columns)),
                "rows": [
                    {
                        "label": shortened(row.label, _LABEL_LIMIT),
                        "note": shortened(row.note, _NOTE_LIMIT),
                        "cells": [[cell.heat.value, cell.text[:5]] for cell in row.cells[first:last]],
                    }
                    for row in rows
                ],
                "legend": [[heat.value, one_line(words)] for heat, words in heat_map.legend],
                "notes": [one_line(note) for note in heat_map.notes],
            }
            pictures += typeset_png("heat_map", data, made_at, WIDTH_PX, page_width_mm=_PAGE_WIDTH_MM)
    return pictures


_PAGE_WIDTH_MM = 140.0


def _parts(columns: Sequence[HeatColumn]) -> list[tuple[int, int]]:
    """Where the columns are cut: at most `COLUMNS_A_PICTURE` together, between groups where that is possible."""
    parts, start = [], 0
    while start < len(columns):
        end = min(start + COLUMNS_A_PICTURE, len(columns))
        if end < len(columns):
            edges = [at for at in range(start + 1, end + 1) if columns[at].group != columns[at - 1].group]
            end = edges[-1] if edges else end
        parts.append((start, end))
        start = end
    return parts or [(0, 0)]
