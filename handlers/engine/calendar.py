"""The calendar keyboard of date questions: a month at a time, non-working days marked."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from handlers.engine.parsers import in_our_time
from handlers.engine.screen import Button
from handlers.engine.taps import FormTap, NoTap

if TYPE_CHECKING:
    from handlers.engine.form import Step
    from handlers.engine.talk import Talk

NON_WORKING = "·"
EMPTY = "\u2800"  # looks like nothing; a text of blanks only is refused
EMPTY = "\u2800"  # a button needs a text; this one is blank and is not trimmed away


def calendar_rows(talk: Talk, data: dict[str, Any], step: Step) -> list[list[Button]]:
    """One month: weekdays, days (a dot marks a non-working day), arrows to the months around."""
    today = talk.t.local(talk.clock.now()).date()
    earliest = step.first_day(data["values"], today) if step.first_day else None
    month = _shown_month(data, step, earliest or today)
    rows = [[Button(talk.t.month(month), NoTap())]]
    rows.append([Button(talk.t.plain(f"form-weekday-{number}"), NoTap()) for number in range(1, 8)])
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        rows.append([_cell(talk, data, day, month, earliest) for day in week])
    before, after = (month - timedelta(days=1)).replace(day=1), (month + timedelta(days=31)).replace(day=1)
    rows.append(
        [
            Button("‹", FormTap(draft=data["draft"], step=data["step"], do=FormTap.TURN, value=before.isoformat())),
            Button("›", FormTap(draft=data["draft"], step=data["step"], do=FormTap.TURN, value=after.isoformat())),
        ]
    )
    return rows


def _shown_month(data: dict[str, Any], step: Step, default: date) -> date:
    wanted = data.get("page") or data["values"].get(step.key)
    try:
        return (in_our_time(date.fromisoformat(wanted)) if wanted else default).replace(day=1)
    except ValueError:
        return default.replace(day=1)


def _cell(talk: Talk, data: dict[str, Any], day: date, month: date, earliest: date | None) -> Button:
    if day.month != month.month or (earliest and day < earliest):
        return Button(EMPTY, NoTap())
    mark = "" if talk.calendar.is_working_day(day) else NON_WORKING
    tap = FormTap(draft=data["draft"], step=data["step"], do=FormTap.PICK, value=day.isoformat())
    return Button(f"{day.day}{mark}", tap)
