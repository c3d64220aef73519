"""A coordinator sends a plan as a file, looks through it, corrects rows in chat, adopts it."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.deadlines import PlanPeriod
from cluster.errors import Invalid, NotFound, Stale
from cluster.plan import PlanOver
from cluster.plan_sheet import CELL_LIMIT
from documents.reading import read_plan
from documents.worker import DocumentWorker
from handlers.engine import Expecting, Screen, Talk, parsers, refusal, take_file
from handlers.plan import import_screens as screens
from handlers.plan import plans
from handlers.plan.import_taps import ImportRowTap, ImportTap, ImportYearTap, SendPlanTap
from locales import lines
from services.plan import WorkPlan
from services.plan.importing import Field, ImportClosed, Preview, RowPreview, YearNotKnown

router = Router(name="plan-importing")

_FILE, _CELL = "plan_file", "plan_cell"
_FIELDS = {
    ImportRowTap.DEADLINE: Field.DEADLINE,
    ImportRowTap.EXECUTORS: Field.EXECUTORS,
    ImportRowTap.TITLE: Field.TITLE,
    ImportRowTap.RESULT: Field.RESULT,
}


@router.callback_query(SendPlanTap.filter())
async def send_tapped(callback: CallbackQuery, callback_data: SendPlanTap, talk: Talk, plan: WorkPlan) -> None:
    """Another plan by file, or a stored one row by row."""
    talk.actor.require(Permission.MANAGE_PLAN)
    if callback_data.do == SendPlanTap.CORRECT:
        await _show(talk, await plan.imports.open_stored(talk.actor, callback_data.plan))
    else:
        talk.expect(_FILE)
        await talk.show(screens.ask_for_file(talk.t))


@router.message(Expecting(_FILE))
async def file_sent(message: Message, talk: Talk, plan: WorkPlan, documents: DocumentWorker) -> None:
    """The file; what is wrong is said with its row and column, and asked again."""
    if not talk.first_of_album():
        return
    talk.actor.require(Permission.MANAGE_PLAN)
    try:
        file = await take_file(message, talk)
        sheet = await documents.run(read_plan, file.data)
        shown = await plan.imports.receive(talk.actor, sheet, file.name, f"{talk.actor.me}:{talk.update_id}")
    except Invalid as error:
        asked = screens.ask_for_file(talk.t)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    talk.memory.forget()
    await _show(talk, shown)


@router.callback_query(ImportTap.filter())
async def import_tapped(callback: CallbackQuery, callback_data: ImportTap, talk: Talk, plan: WorkPlan) -> None:
    """The summary, pages of rows, adopting, putting away."""
    tap = callback_data
    _stop_waiting(talk)
    try:
        match tap.do:
            case ImportTap.ADOPT:
                await _adopt(talk, plan, tap)
            case ImportTap.DROP:
                await plan.imports.drop(talk.actor, tap.i)
                await talk.show(screens.closed(talk.t, "dropped"))
            case ImportTap.ROWS | ImportTap.DOUBTS | ImportTap.CHANGES:
                shown = await plan.imports.look(talk.actor, tap.i)
                await _show(talk, shown, tap)
            case _:
                await _show(talk, await plan.imports.look(talk.actor, tap.i))
    except ImportClosed as closed:
        await talk.show(screens.closed(talk.t, str(closed.data["state"])), refusal(talk.t, closed, plain=True))


async def _adopt(talk: Talk, plan: WorkPlan, tap: ImportTap) -> None:
    shown = await plan.imports.look(talk.actor, tap.i)
    await talk.busy()
    try:
        done = await plan.imports.adopt(talk.actor, tap.i, tap.r)
    except (Stale, YearNotKnown, PlanOver) as refused:
        await _show(talk, shown, toast=refusal(talk.t, refused, plain=True))
        return
    await talk.show(plans.adopted(talk.t, done), talk.t.plain("import-toast-adopted"))


@router.callback_query(ImportRowTap.filter())
async def row_tapped(callback: CallbackQuery, callback_data: ImportRowTap, talk: Talk, plan: WorkPlan) -> None:
    """One row: looked at, corrected, left out."""
    tap = callback_data
    _stop_waiting(talk)
    shown = await plan.imports.look(talk.actor, tap.i)
    if shown.kept.state != "open" or shown.kept.period is None:
        await _show(talk, shown)
        return
    one = _row_of(shown, tap.row)
    field = _FIELDS.get(tap.do)
    if field is not None:
        talk.expect(_CELL, import_id=tap.i, row=tap.row, field=field.value, revision=shown.kept.revision)
        await talk.show(screens.ask_cell(talk.t, shown, one, field))
    elif tap.do == ImportRowTap.LEAVE_OUT:
        try:
            shown = await plan.imports.leave_out(talk.actor, tap.i, tap.row, tap.r)
        except Stale as stale:
            await talk.show(screens.row(talk.t, shown, one), refusal(talk.t, stale, plain=True))
            return
        await _show(talk, shown, toast=talk.t.plain("import-toast-left-out"))
    else:
        await talk.show(screens.row(talk.t, shown, one))


@router.message(Expecting(_CELL))
async def cell_said(message: Message, talk: Talk, expected: dict[str, Any], plan: WorkPlan) -> None:
    """The text of a cell; the row is shown again with what it means now."""
    if not talk.first_of_album():
        return
    field = Field(expected["field"])
    shown = await plan.imports.look(talk.actor, expected["import_id"])
    if shown.kept.revision != expected["revision"]:  # rows may have moved: another phone, another coordinator
        talk.memory.forget()
        await _show(talk, shown)
        return
    one = _row_of(shown, expected["row"])
    try:
        text = await parsers.text(CELL_LIMIT)(message, talk)
        shown = await plan.imports.correct(talk.actor, shown.kept.id, one.index, field, text)
    except Invalid as error:
        asked = screens.ask_cell(talk.t, shown, one, field)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    talk.memory.forget()
    await talk.show(screens.row(talk.t, shown, _row_of(shown, one.index)))


@router.callback_query(ImportYearTap.filter())
async def year_tapped(callback: CallbackQuery, callback_data: ImportYearTap, talk: Talk, plan: WorkPlan) -> None:
    """For which year the plan is."""
    tap = callback_data
    if tap.first not in parsers.YEARS:
        raise NotFound()
    kinds = {ImportYearTap.ACADEMIC: PlanPeriod.academic, ImportYearTap.CALENDAR: PlanPeriod.calendar}
    if tap.kind not in kinds:
        raise NotFound()
    try:
        await _show(talk, await plan.imports.set_period(talk.actor, tap.i, kinds[tap.kind](tap.first)))
    except ImportClosed as closed:
        await talk.show(screens.closed(talk.t, str(closed.data["state"])), refusal(talk.t, closed, plain=True))


async def _show(talk: Talk, shown: Preview, tap: ImportTap | None = None, toast: str | None = None) -> None:
    """Where the import stands: over, waiting for its year, a page of rows, or the summary."""
    t = talk.t
    if shown.kept.state != "open":
        await talk.show(screens.closed(t, shown.kept.state), toast)
    elif shown.kept.period is None:
        await talk.show(screens.ask_year(t, shown, t.local(talk.clock.now()).year), toast)
    elif tap is not None:
        await talk.show(screens.rows(t, shown, tap.do, tap.page), toast)
    else:
        await talk.show(screens.summary(t, shown), toast)


def _row_of(shown: Preview, index: int) -> RowPreview:
    if not 0 <= index < len(shown.rows):
        raise NotFound()
    return shown.rows[index]


def _stop_waiting(talk: Talk) -> None:
    if talk.memory.state in (f"expect:{_FILE}", f"expect:{_CELL}"):
        talk.memory.forget()
