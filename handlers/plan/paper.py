"""The plan as files: a table, a picture of the year, a calendar."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from aiogram import Router
from aiogram.types import CallbackQuery

from cluster.obligations import Obligation, ObligationState
from documents.ics import DueDay, calendar_file
from documents.plan_timeline import Timeline, TimelineCell, TimelineRow, TimelineSection, render_png
from documents.spreadsheet import Column, Table, render_xlsx
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Button, Screen, Talk
from handlers.plan import words
from handlers.plan.taps import PaperTap
from locales import Translator
from services.plan import Today, WorkPlan
from services.plan.obligations import Everything

K = TypeVar("K")

router = Router(name="plan-paper")


def buttons(t: Translator) -> list[Button]:
    """The files that can be had."""
    kinds = (("picture", PaperTap.PICTURE), ("table", PaperTap.TABLE), ("calendar", PaperTap.CALENDAR))
    return [Button(t.plain(f"plan-button-{key}"), PaperTap(do=do)) for key, do in kinds]


MONTHS: Final = 12
LONGEST: Final = 18
"""Columns of the picture: a year, or as many months as two plans take that overlap."""
_WIDTHS: Final = {"number": 7, "section": 28, "title": 60, "executor": 30, "person": 24, "due": 12, "state": 22}
_LATE, _DONE = "#FFC7CE", "#C6EFCE"
_STATES: Final = ("done", "progress", "open", "cannot", "late")


@router.callback_query(PaperTap.filter())
async def paper_wanted(
    callback: CallbackQuery, callback_data: PaperTap, talk: Talk, plan: WorkPlan, documents: DocumentWorker
) -> None:
    """The plan, or one's own part of it, as a file."""
    found = await plan.obligations.everything(talk.actor)
    if not found.obligations:
        await talk.show(Screen(talk.t("plan-paper-empty")))
        return
    await talk.answer(talk.t.plain("plan-toast-paper"))
    await talk.send_file(await paper(talk.t, documents, found, callback_data.do, talk.clock.now()))


async def paper(t: Translator, documents: DocumentWorker, found: Everything, do: str, made_at: datetime) -> Attachment:
    """One of the files, made off the event loop.

    Raises:
        DocumentsBusy, DocumentLate: see `documents.worker`.
    """
    stem = t.plain("plan-file-name", day=found.today.day.isoformat())
    match do:
        case PaperTap.PICTURE:
            picture = await documents.run(render_png, timeline(t, found), made_at)
            return Attachment(picture, f"{stem}.png", picture=True)
        case PaperTap.CALENDAR:
            entries = list(due_days(t, found))
            name = t.plain("plan-calendar-name")
            return Attachment(await documents.run(calendar_file, entries, name=name, made_at=made_at), f"{stem}.ics")
    made = await documents.run(render_xlsx, [table(t, found)], zone=t.zone, title=t.plain("plan-file-title"))
    return Attachment(made, f"{stem}.xlsx")


def table(t: Translator, found: Everything) -> Table:
    """Every obligation with how it stands."""
    rows, fills = [], {}
    for number, one in enumerate(found.obligations):
        late = one.days_late(found.today.day)
        rows.append(
            (
                one.number,
                one.section,
                one.title,
                words.executor(t, one),
                one.person,
                one.due_on,
                t.plain(f"plan-state-of-{_state(one, found.today)}"),
                late or None,
                (one.reason or "") if not (one.reason or "").startswith("@") else "",
            )
        )
        if late or one.state is ObligationState.DONE:
            fills[number, len(_WIDTHS) - 1] = _LATE if late else _DONE
    columns = [
        Column(t.plain(f"plan-column-{key}"), width, "date" if key == "due" else "text")
        for key, width in _WIDTHS.items()
    ]
    columns += [Column(t.plain("plan-column-late"), 12, "number"), Column(t.plain("plan-column-reason"), 40)]
    heading = (t.plain("plan-file-title"), t.plain("plan-as-of", day=t.day(found.today.day)))
    return Table(t.plain("plan-tab"), columns, rows, heading, frozen=3, fills=fills)


def _state(one: Obligation, today: Today) -> str:
    """How it stands, a colour of the picture."""
    if one.state in (ObligationState.DONE, ObligationState.WAIVED):
        return one.state.value
    if one.state is ObligationState.CANNOT:
        return "cannot"
    if one.days_late(today.day):
        return "late"
    return "progress" if one.state is ObligationState.IN_PROGRESS else "open"


def due_days(t: Translator, found: Everything) -> Iterator[DueDay]:
    """Each due day once: what several organisations owe by it is one entry."""
    same: dict[object, list[Obligation]] = {}
    for one in found.obligations:
        if one.due_on is not None and one.state is not ObligationState.WAIVED:
            same.setdefault((one.source, one.source_id, one.title, one.due_on), []).append(one)
    for group in same.values():
        one = min(group, key=lambda each: each.id)
        done = all(each.state is ObligationState.DONE for each in group)
        title = words.name(one, 200)
        yield DueDay(
            uid=f"obligation-{one.id}@cluster-{one.cluster_id}",
            sequence=sum(each.revision for each in group),
            title=t.plain("plan-calendar-done", title=title) if done else title,
            day=one.due_on or found.today.day,
            description="\n".join(filter(None, [words.executors(t, group, 40), one.section])),
        )


def timeline(t: Translator, found: Everything) -> Timeline:
    """The months in which something is due, at least twelve; the years stand where they begin."""
    months = _months(found)
    this = found.today.day.replace(day=1)
    return Timeline(
        title=t.plain("plan-file-title"),
        language=t.locale,
        months=[*_named(t, months), t.plain("plan-month-none")],
        current=months.index(this) if this in months else -1,
        sections=[
            TimelineSection(section or t.plain("plan-decisions"), rows)
            for section, owed in _by(found.obligations, lambda one: one.section).items()
            if (rows := list(_rows(owed, months, found.today)))
        ],
        legend=[TimelineCell(state, t.plain(f"plan-state-of-{state}")) for state in _STATES],
        footer=t.plain("plan-as-of", day=t.day(found.today.day)),
        glyph_note=t.plain("documents-glyph-note"),
    )


def _months(found: Everything) -> list[date]:
    """From the earliest month, at most eleven before this one, to the last; where that is too long, from later on."""
    this = found.today.day.replace(day=1)
    earliest = _later(this, 1 - MONTHS)
    due = [one.due_on.replace(day=1) for one in found.obligations if one.due_on and one.due_on >= earliest]
    first, last = min([this, *due]), max([this, *due])
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count > LONGEST:
        first, count = min(this, _later(last, 1 - LONGEST)), LONGEST
    return [_later(first, number) for number in range(max(MONTHS, count))]


def _named(t: Translator, months: Sequence[date]) -> Iterator[str]:
    for month in months:
        name = t.plain(f"plan-month-{month.month}")
        yield f"{name} {month.year}" if month == months[0] or month.month == 1 else name


def _later(month: date, months: int) -> date:
    number = month.year * 12 + month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _rows(owed: Sequence[Obligation], months: Sequence[date], today: Today) -> Iterator[TimelineRow]:
    for of_row in _by(owed, lambda one: one.source_id).values():
        by_month: dict[date | None, list[Obligation]] = {}
        for one in of_row:
            by_month.setdefault(one.due_on.replace(day=1) if one.due_on else None, []).append(one)
        cells = [_cell(by_month.get(month, []), today) for month in (*months, None)]
        if any(cells):
            yield TimelineRow(of_row[0].number, words.brief(words.row_title(of_row[0]), 150), cells)


def _cell(owed: Sequence[Obligation], today: Today) -> TimelineCell | None:
    """What is due in a month: the worst of it gives the colour."""
    counted = [one for one in owed if one.state is not ObligationState.WAIVED]
    if not counted:
        return None
    states = {_state(one, today) for one in counted}
    worst = next(state for state in ("late", "cannot", "progress", "open", "done") if state in states)
    if worst == "open" and "done" in states:
        worst = "progress"
    done = sum(one.state is ObligationState.DONE for one in counted)
    return TimelineCell(worst, f"{done}/{len(counted)}")


def _by(owed: Sequence[Obligation], key: Callable[[Obligation], K]) -> dict[K, list[Obligation]]:
    found: dict[K, list[Obligation]] = {}
    for one in owed:
        found.setdefault(key(one), []).append(one)
    return found
