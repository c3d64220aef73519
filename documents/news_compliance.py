"""Who wrote about their events in time, as a picture: a row for each college, a bar of what it owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from documents.text import one_line
from documents.typesetting import typeset_png
from documents.words import Words

WIDTH_PX = 1_400


@dataclass(frozen=True, slots=True)
class ComplianceRow:
    """A college: how many obligations are on time, late, missing and still ahead; median days in words."""

    name: str
    counts: tuple[int, int, int, int]
    median: str


@dataclass(frozen=True, slots=True)
class CompliancePicture:
    """Everything on the picture; `heading` is the period and when it was made, in words."""

    title: str
    heading: str
    rows: Sequence[ComplianceRow]
    made_at: datetime


def render_png(picture: CompliancePicture, words: Words) -> bytes:
    """The picture, `WIDTH_PX` pixels wide and as high as its rows need.

    Args:
        words: of the reader's language.
    """
    data = {
        "language": words("documents-language"),
        "title": one_line(picture.title),
        "heading": one_line(picture.heading),
        "legend": [words(f"documents-news-{key}") for key in ("on-time", "late", "missing", "ahead")],
        "columns": [words(f"documents-news-column-{key}") for key in ("college", "count", "median")],
        "none": words("documents-news-none"),
        "glyph_note": words("documents-glyph-note"),
        "rows": [
            {"name": one_line(row.name), "counts": list(row.counts), "median": row.median} for row in picture.rows
        ],
    }
    return typeset_png("news_compliance", data, picture.made_at, WIDTH_PX)[0]
