"""The plan's year as a picture: a row for each row of the plan, a column for each month, colours for how it stands."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from documents.typesetting import typeset_png

_TEMPLATE = "plan_timeline"
WIDTH_PX = 1000


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """What is due in one month: `state` chooses the colour (done, late, cannot, progress, open), `text` counts."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row of the plan; `cells` has one entry a month and one for what has no date, None where nothing is due."""

    number: str
    title: str
    cells: Sequence[TimelineCell | None]


@dataclass(frozen=True, slots=True)
class TimelineSection:
    """A section of the plan."""

    title: str
    rows: Sequence[TimelineRow]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the picture shows.

    Args:
        months: names of the columns, the last one for what has no date.
        current: which of them is now, from 0; -1 for none.
        legend: what the colours mean.
        footer: when it was made; `glyph_note`: said where a character could not be drawn.
    """

    title: str
    language: str
    months: Sequence[str]
    current: int
    sections: Sequence[TimelineSection]
    legend: Sequence[TimelineCell]
    footer: str
    glyph_note: str


def render_png(timeline: Timeline, made_at: datetime) -> bytes:
    """One picture, as tall as it needs to be."""
    return typeset_png(_TEMPLATE, asdict(timeline), made_at, WIDTH_PX)[0]
