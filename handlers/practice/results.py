"""What came of practice, in chat: the table, a picture, an XLSX; mentors to be honoured and in reserve."""

from cluster.practice.after import Line, MentorRecord, totals
from documents.practice_results import ResultsPage, results_picture
from documents.spreadsheet import Column, Table, Value, render_xlsx
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Button, Screen, Talk
from handlers.practice import words
from handlers.practice.home import home_row
from handlers.practice.taps import PracticeTap
from locales import Html, Translator, lines
from services.practice import Practice, Results

SHOWN = 10


def screen(t: Translator, found: Results) -> Screen:
    """The table in short, and the two lists."""
    if not found.lines and not found.reserve:
        return Screen(t("practice-results-empty"), [home_row(t)])
    text = lines(
        t("practice-results-head"),
        lines(
            *(
                _total(t, line)
                for mentored in (True, False)
                if (line := totals(found.lines, mentored=mentored)).practised
            )
        )
        or t("practice-results-none"),
        lines(*(_line(t, one) for one in found.lines[:SHOWN])) or None,
        lines(t("practice-rewarded-head"), *(_record(t, one, found) for one in found.rewarded[:SHOWN]))
        if found.rewarded
        else t("practice-rewarded-none"),
        lines(t("practice-reserve-head"), *(_record(t, one, found) for one in found.reserve[:SHOWN]))
        if found.reserve
        else t("practice-reserve-none"),
        gap="\n\n",
    )
    files = [
        Button(t.plain("practice-button-picture"), PracticeTap(do=PracticeTap.PICTURE)),
        Button(t.plain("practice-button-table"), PracticeTap(do=PracticeTap.TABLE)),
    ]
    return Screen(text, [files, home_row(t)])


def _total(t: Translator, line: Line) -> Html:
    key = "practice-total-mentored" if line.mentored else "practice-total-group"
    return t(key, count=line.practised, invited=line.invited, hired=line.hired, share=line.share)


def _line(t: Translator, line: Line) -> Html:
    how = t.plain("practice-with-mentor" if line.mentored else "practice-without-mentor")
    return t(
        "practice-result-line",
        enterprise=line.enterprise,
        how=how,
        count=line.practised,
        invited=line.invited,
        hired=line.hired,
    )


def _record(t: Translator, one: MentorRecord, found: Results) -> Html:
    name = words.mentor_name(one.mentor, found.names.get(one.mentor.id))
    if not one.completed:
        return t("practice-record-new", name=name, enterprise=one.mentor.enterprise)
    return t(
        "practice-record-line",
        name=name,
        enterprise=one.mentor.enterprise,
        mark=t.number(round(one.mentor.rating, 1)) if one.mentor.rating is not None else "—",
        count=one.completed,
        hired=one.hired,
    )


async def send_table(talk: Talk, practice: Practice, documents: DocumentWorker) -> None:
    """The table and both lists as XLSX."""
    t, found = talk.t, await practice.results.results(talk.actor)
    await talk.answer()
    tables = [
        Table(t.plain("practice-results-sheet"), _columns(t), [_row(t, one) for one in found.lines]),
        *(
            Table(t.plain(f"practice-{key}-sheet"), _mentor_columns(t), [_mentor_row(t, one, found) for one in records])
            for key, records in (("rewarded", found.rewarded), ("reserve", found.reserve))
        ),
    ]
    content = await documents.run(render_xlsx, tables, zone=talk.actor.zone, title=t.plain("practice-results-sheet"))
    await talk.send_file(
        Attachment(content, t.plain("practice-results-file", day=t.local(found.at).strftime("%Y-%m-%d")))
    )


async def send_picture(talk: Talk, practice: Practice, documents: DocumentWorker) -> None:
    """The table as a picture."""
    t, found = talk.t, await practice.results.results(talk.actor)
    await talk.answer()
    page = ResultsPage(
        title=t.plain("practice-picture-title"),
        subtitle=t.plain("practice-picture-subtitle", day=t.day(t.local(found.at).date())),
        mentored=t.plain("practice-with-mentor"),
        group=t.plain("practice-without-mentor"),
        legend=(
            t.plain("practice-legend-hired"),
            t.plain("practice-legend-invited"),
            t.plain("practice-legend-none"),
        ),
        empty=t.plain("practice-results-none"),
        percent=t.plain("practice-percent"),
        lines=tuple(found.lines),
    )
    content = await documents.run(results_picture, page, found.at)
    await talk.send_file(Attachment(content, t.plain("practice-picture-file"), picture=True))


def _columns(t: Translator) -> list[Column]:
    return [
        Column(t.plain("practice-column-enterprise"), 34),
        Column(t.plain("practice-column-how"), 24),
        Column(t.plain("practice-column-practised"), 14, "number"),
        Column(t.plain("practice-column-invited"), 16, "number"),
        Column(t.plain("practice-column-hired"), 16, "number"),
        Column(t.plain("practice-column-share"), 14, "share"),
    ]


def _row(t: Translator, line: Line) -> list[str | int | float]:
    how = t.plain("practice-with-mentor" if line.mentored else "practice-without-mentor")
    return [line.enterprise, how, line.practised, line.invited, line.hired, line.share / 100]


def _mentor_columns(t: Translator) -> list[Column]:
    return [
        Column(t.plain("practice-column-mentor"), 34),
        Column(t.plain("practice-column-enterprise"), 34),
        Column(t.plain("practice-column-mark"), 12, "number"),
        Column(t.plain("practice-column-practised"), 14, "number"),
        Column(t.plain("practice-column-hired-both"), 18, "number"),
        Column(t.plain("practice-column-trained"), 16, "date"),
    ]


def _mentor_row(t: Translator, one: MentorRecord, found: Results) -> list[Value]:
    name = words.mentor_name(one.mentor, found.names.get(one.mentor.id))
    rating = round(one.mentor.rating, 2) if one.mentor.rating is not None else None
    return [name, one.mentor.enterprise, rating, one.completed, one.hired, one.mentor.trained_on]
