"""What a form looks like: a question with its buttons, the last look, the note after a cancel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cluster.errors import Invalid
from handlers.engine.calendar import calendar_rows
from handlers.engine.parsers import check_day, in_our_time
from handlers.engine.screen import Button, Screen, grid
from handlers.engine.taps import FormTap
from handlers.engine.wording import refusal
from locales import Html, Translator, lines

if TYPE_CHECKING:
    from handlers.engine.form import Form, Step
    from handlers.engine.talk import Talk

OPTIONS_A_PAGE = 8
NARROW_LABEL = 14
SHOWN_VALUE = 300


async def question(form: Form, talk: Talk, step: Step, asked: list[int]) -> Screen:
    """The question of one step with its options, calendar and the ways out."""
    t, data = talk.t, talk.memory.data
    number = asked.index(data["step"]) + 1
    head = t("form-step", title=t(form.title), number=number, total=len(asked))
    entered = data["values"].get(step.key)
    now = t("form-entered", value=_shown(step, entered, t)) if entered not in (None, [], "") and not step.many else None
    rows = await _answers(talk, step, data)
    text = lines(head, t(step.question), now, gap="\n\n")
    return Screen(text, [*rows, *_ways_out(t, data, step, first=number == 1)])


async def last_look(form: Form, talk: Talk, steps: list[Step]) -> Screen:
    """Everything entered, a button to change each value, and the confirmation."""
    t, data = talk.t, talk.memory.data
    shown = [t("form-value", label=t(step.label), value=await _summary(talk, step, data["values"])) for step in steps]
    extra = await form.preview(talk, data["values"]) if form.preview else None
    text = lines(t("form-last-look", title=t(form.title)), lines(*shown), extra, gap="\n\n")
    edits = [
        Button(t.plain("form-edit", label=t.plain(step.label)), _tap(data, FormTap.EDIT, step.key)) for step in steps
    ]
    confirm = [Button(t.plain("form-confirm"), _tap(data, FormTap.CONFIRM))]
    cancel = [Button(t.plain("form-cancel"), _tap(data, FormTap.CANCEL))]
    return Screen(text, [confirm, *grid(edits, 2), cancel])


def cancelled(t: Translator, title: str, draft: str) -> Screen:
    """The note after a cancel: what was entered can be taken up again."""
    resume = Button(t.plain("form-resume"), FormTap(draft=draft, step=0, do=FormTap.RESUME))
    return Screen(t("form-cancelled", title=t(title)), [[resume]])


async def pick_day(form: Form, talk: Talk, step: Step, value: str) -> None:
    """A day of the calendar was tapped; a day that is not allowed is answered, not stored."""
    try:
        chosen = in_our_time(date.fromisoformat(value))
        check_day(chosen, step.first_day, talk)
    except Invalid as error:
        await talk.answer(refusal(talk.t, error, plain=True), alert=True)
        return
    except ValueError:
        await form.show_current(talk, talk.t.plain("form-option-gone"))
        return
    await form.accept(talk, step, chosen.isoformat())


async def _answers(talk: Talk, step: Step, data: dict[str, Any]) -> list[list[Button]]:
    if step.calendar:
        return calendar_rows(talk, data, step)
    if step.options is None:
        return []
    t, options = talk.t, list(await step.options(talk, data["values"]))
    page = min(_number(data.get("page")), max(0, (len(options) - 1) // OPTIONS_A_PAGE))
    visible = options[page * OPTIONS_A_PAGE : (page + 1) * OPTIONS_A_PAGE]
    picked = data["values"].get(step.key) or [] if step.many else []
    do = FormTap.TOGGLE if step.many else FormTap.PICK
    buttons = [
        Button(f"✓ {option.label}" if option.value in picked else option.label, _tap(data, do, option.value))
        for option in visible
    ]
    narrow = all(len(option.label) <= NARROW_LABEL for option in visible)
    rows = grid(buttons, 2 if narrow else 1)
    rows += _pages(t, data, page, len(options))
    if step.many:
        rows.append([Button(t.plain("form-done", count=len(picked)), _tap(data, FormTap.DONE))])
    return rows


def _number(page: str | None) -> int:
    """The page wanted; what was made up is the first."""
    return int(page) if page and page.isascii() and page.isdigit() else 0


def _pages(t: Translator, data: dict[str, Any], page: int, total: int) -> list[list[Button]]:
    row = []
    if page > 0:
        row.append(Button(t.plain("form-page-back"), _tap(data, FormTap.TURN, str(page - 1))))
    if (page + 1) * OPTIONS_A_PAGE < total:
        row.append(Button(t.plain("form-page-on"), _tap(data, FormTap.TURN, str(page + 1))))
    return [row] if row else []


def _ways_out(t: Translator, data: dict[str, Any], step: Step, *, first: bool) -> list[list[Button]]:
    row = []
    if not first or data.get("editing"):
        row.append(Button(t.plain("form-back"), _tap(data, FormTap.BACK)))
    if step.optional:
        row.append(Button(t.plain("form-skip"), _tap(data, FormTap.SKIP)))
    row.append(Button(t.plain("form-cancel"), _tap(data, FormTap.CANCEL)))
    return [row]


async def _summary(talk: Talk, step: Step, values: dict[str, Any]) -> Html:
    value = values.get(step.key)
    if value in (None, [], ""):
        return talk.t("form-nothing")
    if step.options is not None and step.summary is None:
        labels = {option.value: option.label for option in await step.options(talk, values)}
        chosen = value if isinstance(value, list) else [value]
        return lines(", ".join(labels.get(str(item), str(item)) for item in chosen))
    return _shown(step, value, talk.t)


def _shown(step: Step, value: Any, t: Translator) -> Html:
    if step.summary is not None:
        return lines(step.summary(value, t))
    if step.calendar:
        return lines(t.day(date.fromisoformat(value)))
    text = str(value)
    return lines(text if len(text) <= SHOWN_VALUE else f"{text[:SHOWN_VALUE]}…")


def _tap(data: dict[str, Any], do: str, value: str = "") -> FormTap:
    return FormTap(draft=data["draft"], step=data["step"], do=do, value=value)
