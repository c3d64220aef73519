"""Practice × mentoring × employment as a picture: a bar for each enterprise, with and without a mentor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cluster.practice.after import Line, totals
from documents.text import one_line
from documents.typesetting import typeset_png

WIDTH_PX = 1_240
BARS = 24
"""More enterprises than this are in the table; the picture keeps those with most interns."""


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """The picture's words and numbers.

    Args:
        mentored, group: names of the two kinds of supervision.
        legend: hired, invited by name, neither.
        empty: what is said where nothing is completed.
        percent: what stands after a share.
    """

    title: str
    subtitle: str
    mentored: str
    group: str
    legend: tuple[str, str, str]
    empty: str
    percent: str
    lines: Sequence[Line]


def results_picture(page: ResultsPage, made_at: datetime) -> bytes:
    """One PNG."""
    shown = sorted(page.lines, key=lambda line: (-line.practised, line.enterprise, not line.mentored))[:BARS]
    both = [totals(page.lines, mentored=mentored) for mentored in (True, False)]
    data = {
        "title": one_line(page.title),
        "subtitle": one_line(page.subtitle),
        "legend": [one_line(text) for text in page.legend],
        "empty": one_line(page.empty),
        "totals": [_bar(page, line, "") for line in both if line.practised],
        "bars": [_bar(page, line, one_line(line.enterprise)) for line in shown],
    }
    return typeset_png("practice_results", data, made_at, WIDTH_PX)[0]


def _bar(page: ResultsPage, line: Line, name: str) -> dict[str, str | int]:
    return {
        "name": name,
        "how": one_line(page.mentored if line.mentored else page.group),
        "hired": line.hired,
        "invited": line.invited,
        "none": line.practised - line.hired - line.invited,
        "all": line.practised,
        "share": f"{line.share}{page.percent}",
    }
