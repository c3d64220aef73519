"""A run of matching as files: a table for the coordinator, and the picture of occupied places by week."""

import re
from datetime import date, timedelta
from html import unescape

from cluster.matching.result import Placed
from cluster.practice.requests import code_of
from documents.practice_weeks import WEEKS, WeeksPage, weeks_picture
from documents.spreadsheet import Column, Table, Value, render_xlsx
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Talk
from handlers.practice import reasons, run_lists, words
from handlers.practice.taps import GroupTap
from locales import Html, Translator
from services.practice.matching import RunCard

TAG = re.compile(r"<[^>]*>")


async def send_table(talk: Talk, card: RunCard, documents: DocumentWorker) -> None:
    """Placements, who is left out, enterprises, and the figures."""
    t = talk.t
    await talk.answer(t.plain("matching-toast-preparing"))
    title = t.plain("matching-table-title", number=card.run.id)
    heading = (title, t.plain("matching-table-made", at=t.moment(card.run.created_at), seed=card.run.seed))
    tables = [
        Table(t.plain("matching-sheet-placed"), _placed_columns(t), _placed_rows(t, card), heading),
        Table(t.plain("matching-sheet-left"), _left_columns(t), _left_rows(t, card)),
        Table(t.plain("matching-sheet-enterprises"), _enterprise_columns(t), _enterprise_rows(card)),
        Table(t.plain("matching-sheet-figures"), _figure_columns(t), _figure_rows(t, card)),
    ]
    content = await documents.run(render_xlsx, tables, zone=talk.actor.zone, title=title)
    await talk.send_file(Attachment(content, t.plain("matching-table-file", number=card.run.id)))


async def send_picture(talk: Talk, card: RunCard, documents: DocumentWorker) -> None:
    """Occupied places by week and enterprise."""
    t = talk.t
    await talk.answer(t.plain("matching-toast-preparing"))
    weeks = _weeks(card)
    page = WeeksPage(
        title=t.plain("matching-picture-title"),
        subtitle=t.plain("matching-table-title", number=card.run.id),
        enterprise=t.plain("matching-column-enterprise"),
        empty=t.plain("matching-picture-empty"),
        note=t.plain("matching-picture-note"),
        weeks=[f"{monday:%d.%m}" for monday in weeks],
        rows=_occupied(card, weeks),
    )
    content = await documents.run(weeks_picture, page, talk.clock.now())
    await talk.send_file(Attachment(content, t.plain("matching-picture-file", number=card.run.id), picture=True))


def _said(text: Html) -> str:
    """The words of a text in one line, for a cell; what stands in lines of their own gets semicolons."""
    every = (" ".join(line.split()).removeprefix("— ") for line in unescape(TAG.sub("", text)).split("\n"))
    return "; ".join(line for line in every if line)


def _weeks(card: RunCard) -> list[date]:
    """Mondays of the weeks somebody practises in."""
    days = [card.problem.intern[one.intern_id] for one in card.result.placed]
    if not days:
        return []
    monday = min(one.first for one in days)
    monday -= timedelta(days=monday.weekday())
    last = max(one.last for one in days)
    count = min(WEEKS, (last - monday).days // 7 + 1)
    return [monday + timedelta(weeks=number) for number in range(count)]


def _occupied(card: RunCard, weeks: list[date]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Per enterprise and week: the most interns on one of its days, and the seats offered in it."""
    rows = []
    for name, number in sorted({(one.enterprise, one.organisation_id) for one in card.places.values()}):
        places = [one for one in card.problem.places if one.enterprise_id == number]
        ids = {one.id for one in places}
        spans = [card.problem.intern[one.intern_id] for one in card.result.placed if one.place_id in ids]
        cells = []
        for monday in weeks:
            days = [monday + timedelta(days=day) for day in range(7)]
            taken = max(sum(one.first <= day <= one.last for one in spans) for day in days)
            seats = sum(one.capacity for one in places if one.first <= days[-1] and one.last >= monday)
            cells.append((taken, max(taken, seats)))
        rows.append((name, cells))
    return sorted(rows, key=lambda row: -sum(taken for taken, _ in row[1]))


def _placed_columns(t: Translator) -> list[Column]:
    titles = {
        "code": 12,
        "college": 26,
        "speciality": 12,
        "first": 12,
        "last": 12,
        "enterprise": 30,
        "site": 24,
        "primary": 28,
        "substitutes": 34,
        "uncovered": 20,
        "fit": 10,
        "wish": 10,
        "why": 60,
    }
    kinds = {"first": "date", "last": "date", "fit": "number", "wish": "number"}
    return [
        Column(t.plain(f"matching-column-{name}"), width, kinds.get(name, "text"))  # type: ignore[arg-type]
        for name, width in titles.items()
    ]


def _placed_rows(t: Translator, card: RunCard) -> list[list[Value]]:
    return [_placed_row(t, card, one) for one in card.result.placed]


def _placed_row(t: Translator, card: RunCard, one: Placed) -> list[Value]:
    intern, place = card.problem.intern[one.intern_id], card.places.get(one.place_id)
    team = run_lists.mentors(t, card, one)
    enterprises = {place.organisation_id: place.enterprise for place in card.places.values()}
    said = _said(reasons.why(t, one, enterprises)) if one.is_new else t.plain("matching-frozen")
    return [
        code_of(one.intern_id),
        run_lists.group_of(card, one, GroupTap.COLLEGE)[0],
        intern.speciality,
        intern.first,
        intern.last,
        place.enterprise if place else "—",
        place.site if place else "—",
        team[0],
        words.listed(team[1:]),
        words.listed(reasons.uncovered(t, card.problem, one)),
        one.fit,
        one.wish,
        said,
    ]


def _left_columns(t: Translator) -> list[Column]:
    return [
        Column(t.plain("matching-column-waiting"), 10, "number"),
        Column(t.plain("matching-column-code"), 12),
        Column(t.plain("matching-column-college"), 26),
        Column(t.plain("matching-column-speciality"), 12),
        Column(t.plain("matching-column-cause"), 44),
        Column(t.plain("matching-column-change"), 70),
    ]


def _left_rows(t: Translator, card: RunCard) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for one in sorted(card.result.left_out, key=lambda left: left.waiting):
        intern = card.interns.get(one.intern_id)
        request = card.requests.get(intern.request_id) if intern else None
        place = card.places.get(one.change.place_id) if one.change else None
        asked = card.problem.intern[one.intern_id]
        change = _said(reasons.change(t, one.change, asked, place))
        college = request.college if request else "—"
        row: list[Value] = [one.waiting, code_of(one.intern_id), college, asked.speciality]
        rows.append([*row, reasons.cause(t, one.cause), change])
    return rows


def _enterprise_columns(t: Translator) -> list[Column]:
    return [
        Column(t.plain("matching-column-enterprise"), 34),
        Column(t.plain("matching-column-placed"), 14, "number"),
        Column(t.plain("matching-column-seats"), 14, "number"),
        Column(t.plain("matching-column-days"), 16, "number"),
        Column(t.plain("matching-column-covered"), 18, "number"),
    ]


def _enterprise_rows(card: RunCard) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for name, number in sorted({(one.enterprise, one.organisation_id) for one in card.places.values()}):
        places = {one.id: one.capacity for one in card.problem.places if one.enterprise_id == number}
        here = [one for one in card.result.placed if one.place_id in places]
        days = sum(len(one.cover) for one in here)
        covered = sum(who >= 0 for one in here for who in one.cover)
        rows.append([name, len(here), sum(places.values()), days, covered])
    return rows


def _figure_columns(t: Translator) -> list[Column]:
    return [Column(t.plain("matching-column-figure"), 60), Column(t.plain("matching-column-value"), 16, "number")]


def _figure_rows(t: Translator, card: RunCard) -> list[list[Value]]:
    figures = card.result.figures
    return [
        [t.plain("matching-figure-asked"), figures.asked],
        [t.plain("matching-figure-placed"), figures.placed],
        [t.plain("matching-figure-total"), figures.total],
        [t.plain("matching-figure-best"), figures.best_total],
        [t.plain("matching-figure-loss"), figures.largest_loss],
        [t.plain("matching-figure-blocking"), figures.blocking_pairs],
        [t.plain("matching-figure-days"), figures.days],
        [t.plain("matching-figure-coverable"), figures.coverable],
        [t.plain("matching-figure-covered"), figures.covered],
    ]
