"""The coordinator's expert sheets: look, download, load another one from a file, make one current."""

import hashlib
import json
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.access import Permission
from cluster.errors import Invalid
from cluster.evaluation.sheet_file import (
    Checked,
    Spot,
    Written,
    check,
    draft_of_table,
    draft_of_yaml,
    table_of,
    yaml_of,
)
from documents.reading import Row, read_file
from documents.sheet_template import render_template
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Expecting, Screen, Talk, refusal, take_file
from handlers.evaluation import sheet_screens as screens
from handlers.evaluation.taps import CatalogueTap
from locales import lines
from services.evaluation import Evaluation, SheetCard

router = Router(name="evaluation-sheets")

FILE = "evaluation_sheet_file"
LARGEST_TABLE: Final = 2 * 1024 * 1024
LARGEST_YAML: Final = 128 * 1024
_YAML = (".yaml", ".yml")


class NoSheetInFile(Invalid):
    """A YAML file that is no text in UTF-8, or larger than any sheet; data: `limit` (kilobytes)."""

    code = "sheets-no-sheet-in-file"


@router.callback_query(CatalogueTap.filter())
async def sheets_tapped(
    callback: CallbackQuery, callback_data: CatalogueTap, talk: Talk, evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """A button of the sheets."""
    tap, t, sheets = callback_data, talk.t, evaluation.sheets
    talk.actor.require(Permission.MANAGE_EVALUATION)
    match tap.do:
        case CatalogueTap.LOOK:
            await talk.show(screens.card(t, await sheets.look(talk.actor, tap.id)))
        case CatalogueTap.CRITERIA:
            await talk.show(screens.criteria(t, await sheets.look(talk.actor, tap.id), tap.page))
        case CatalogueTap.CURRENT:
            card = await sheets.make_current(talk.actor, tap.id)
            await talk.show(screens.card(t, card), t.plain("sheets-toast-current"))
        case CatalogueTap.LOAD:
            talk.expect(FILE)
            await talk.show(screens.ask_for_file(t))
        case CatalogueTap.ADOPT:
            await _adopt(talk, evaluation, tap.key)
        case CatalogueTap.DOWNLOAD | CatalogueTap.TEMPLATE:
            await _send(talk, evaluation, documents, tap)
        case _:
            _stop_waiting(talk)
            await talk.show(screens.versions(t, await sheets.versions(talk.actor), tap.page))


@router.message(Expecting(FILE))
async def file_sent(
    message: Message, talk: Talk, expected: dict[str, Any], evaluation: Evaluation, documents: DocumentWorker
) -> None:
    """A file with a sheet: its troubles, or what loading it would do; another one can follow at once."""
    if not talk.first_of_album():
        return
    try:
        file = await take_file(message, talk, limit=LARGEST_TABLE)
        checked = await documents.run(_read, file.data, file.name)
    except Invalid as error:
        asked = screens.ask_for_file(talk.t)
        await talk.send(Screen(lines(refusal(talk.t, error), asked.text, gap="\n\n"), asked.rows))
        return
    if checked.content is None:
        await talk.send(screens.spoiled(talk.t, file.name, checked.troubles))
        return
    preview = await evaluation.sheets.preview(talk.actor, checked.content)
    content = json.dumps(checked.content, ensure_ascii=False)
    talk.expect(FILE, content=content)
    await talk.send(screens.preview(talk.t, preview, _key(content)))


async def _adopt(talk: Talk, evaluation: Evaluation, key: str) -> None:
    """Load what the preview showed; a preview that is not the last one loads nothing."""
    expected = talk.memory.data.get("expected", {}) if talk.memory.state == f"expect:{FILE}" else {}
    content = expected.get("content")
    if content is None or _key(content) != key:
        found = await evaluation.sheets.versions(talk.actor)
        await talk.show(screens.versions(talk.t, found, 0), talk.t.plain("sheets-toast-old-preview"))
        return
    card = await evaluation.sheets.load(talk.actor, json.loads(content))
    talk.memory.forget()
    await talk.show(screens.card(talk.t, card), talk.t.plain("sheets-toast-loaded"))


async def _send(talk: Talk, evaluation: Evaluation, documents: DocumentWorker, tap: CatalogueTap) -> None:
    """A version as files that can be changed and loaded again; without an id the current one."""
    sheet_id = tap.id or next((one.id for one in await evaluation.sheets.choices(talk.actor)), 0)
    card = await evaluation.sheets.look(talk.actor, sheet_id)
    await talk.answer(talk.t.plain("evaluation-toast-preparing"))
    for file in await _files(talk, documents, card):
        await talk.send_file(file)


async def _files(talk: Talk, documents: DocumentWorker, card: SheetCard) -> list[Attachment]:
    t, sheet = talk.t, card.sheet
    name = t.plain("sheets-file-name", version=card.version.version)
    header, rows = table_of(sheet)
    hints = [t.plain("sheets-template-kinds"), t.plain("sheets-template-choices")]
    tab = t.plain("sheets-template-tab")
    table = await documents.run(render_template, sheet.title, hints, header, rows, tab)
    text = await documents.run(yaml_of, sheet)
    return [Attachment(table, f"{name}.xlsx"), Attachment(text.encode(), f"{name}.yaml")]


def _read(data: bytes, name: str) -> Checked:
    """The sheet of a file, or its troubles; runs in a thread.

    Raises:
        FileUnreadable, NoSheetInFile: it is no file that can be read.
    """
    if name.lower().endswith(_YAML):
        if len(data) > LARGEST_YAML:
            raise NoSheetInFile(limit=LARGEST_YAML // 1024)
        try:
            return check(draft_of_yaml(data.decode("utf-8-sig")))
        except UnicodeDecodeError:
            raise NoSheetInFile(limit=LARGEST_YAML // 1024) from None
    contents = read_file(data)
    table = max(contents.tables, key=lambda one: len(one.rows))
    above = contents.paragraphs[-1] if contents.paragraphs else ""
    return check(draft_of_table([_cells(row) for row in table.rows], above))


def _cells(row: Row) -> list[Written]:
    """A merged cell stands in its first column, the others are empty."""
    return [
        Written(cell.text if cell.first == column else "", Spot(cell.place.row, cell.place.column))
        for column, cell in enumerate(row.cells)
    ]


def _key(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _stop_waiting(talk: Talk) -> None:
    if talk.memory.state == f"expect:{FILE}":
        talk.memory.forget()
