"""A college's list in chat: the template, the file that comes back, what is wrong with it, the confirmation."""

from collections.abc import Sequence
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from cluster.directory import fold
from cluster.errors import Invalid
from cluster.practice.listing import CLEARANCES, KINDS, WIDTH, WISHED, letter
from cluster.practice.refusals import ListTooWide, ListUnfit
from cluster.practice.requests import WISHES, Request
from documents.practice_list import Template, list_template
from documents.reading import Contents, Row, Table, read_file
from documents.worker import DocumentWorker
from handlers.engine import Attachment, Button, Expecting, Screen, Talk, page_row, refusal, take_file
from handlers.practice import request_screens, words
from handlers.practice.taps import ListTap, RequestTap
from locales import Html, Texts, Translator, lines
from services.practice import ListCard, Practice

router = Router(name="practice-lists")

LARGEST: Final = 2 * 1024 * 1024
MOST_ROWS: Final = 1_000
TROUBLES_A_PAGE: Final = 15
HEADER_WITHIN: Final = 5
"""The header is one of the first rows."""
_FILE = "practice_list"


def titles(t: Translator) -> list[str]:
    """Titles of the columns, as the template has them."""
    held = [words.clearance_kind(t, kind) for kind in KINDS]
    wishes = [t.plain("practice-list-wish", number=number) for number in range(1, len(WISHED) + 1)]
    beginning = [t.plain(f"practice-list-{key}") for key in ("mark", "year", "town")]
    held = [f"{one[:1].upper()}{one[1:]}" for one in held]
    return [*beginning, *held, *wishes, t.plain("practice-list-towns")]


def _hints(t: Translator) -> list[str]:
    held = [t.plain("practice-list-hint-clearance")] * len(CLEARANCES)
    wishes = [t.plain("practice-list-hint-wish")] * len(WISHED)
    return [
        *(t.plain(f"practice-list-hint-{key}") for key in ("mark", "year", "town")),
        *held,
        *wishes,
        t.plain("practice-list-hint-towns"),
    ]


async def send_template(talk: Talk, practice: Practice, request_id: int) -> None:
    """The template as a file, and the way to send it back."""
    t = talk.t
    request, enterprises = await practice.lists.template(talk.actor, request_id)
    worker: DocumentWorker = talk.services["documents"]
    template = Template(
        titles=titles(t),
        hints=_hints(t),
        choices=(WISHED.start, WISHED.stop - 1),
        values=enterprises,
        sheet=t.plain("practice-list-sheet"),
        help_sheet=t.plain("practice-list-help-sheet"),
        help_lines=t.plain("practice-list-help").split("\n"),
    )
    content = await worker.run(list_template, template)
    file = Attachment(content, t.plain("practice-list-file", code=request.code))
    talk.expect(_FILE, request=request_id)
    await talk.show(Screen(t("practice-list-template"), _ways(t, request_id), [file]))


async def ask(talk: Talk, request: Request) -> None:
    """The next file is the list."""
    talk.expect(_FILE, request=request.id)
    await talk.show(Screen(talk.t("practice-list-ask", code=request.code), _ways(talk.t, request.id)))


def _ways(t: Translator, request_id: int) -> list[list[Button]]:
    template = Button(t.plain("practice-button-template"), RequestTap(id=request_id, do=RequestTap.TEMPLATE))
    back = Button(t.plain("practice-button-request"), RequestTap(id=request_id, do=RequestTap.LOOK))
    return [[template], [back]]


@router.message(Expecting(_FILE))
async def list_sent(  # noqa: PLR0917 - given by name
    message: Message, talk: Talk, expected: dict[str, Any], practice: Practice, documents: DocumentWorker, texts: Texts
) -> None:
    """Read it: every trouble by row and column, nobody added before it is confirmed."""
    if not talk.first_of_album():
        return
    request_id = int(expected["request"])
    try:
        file = await take_file(message, talk, limit=LARGEST)
        contents = await documents.run(read_file, file.data, most_rows=MOST_ROWS)
        rows = _rows(contents, [titles(texts.for_locale(locale)) for locale in ("ru", "en")], talk.t)
        card = await practice.lists.read(talk.actor, request_id, rows, f"list:{talk.actor.me}:{talk.update_id}")
    except Invalid as error:
        await talk.send(Screen(refusal(talk.t, error), _ways(talk.t, request_id)))
        return
    talk.memory.forget()
    await talk.send(screen(talk.t, card))


def _rows(contents: Contents, known: Sequence[Sequence[str]], t: Translator) -> list[tuple[int, list[str]]]:
    """Rows below the header of the first table that has it.

    Raises:
        ListUnfit: no table has the header of the template; data: `column`, `expected`.
        ListTooWide: there are columns to the right of it.
    """
    for table in contents.tables:
        for place, row in enumerate(table.rows[:HEADER_WITHIN]):
            if any(_wrong_column(row, expected) is None for expected in known):
                _refuse_more(row)
                return _below(table, place)
    wrong = _wrong_column(contents.tables[0].rows[0], known[0]) or 0
    raise ListUnfit(column=letter(wrong), expected=titles(t)[wrong])


def _refuse_more(header: Row) -> None:
    """A sixth wish or a column of names would be lost without a word otherwise."""
    more = next((column for column, cell in enumerate(header.cells) if column >= WIDTH and cell.line), None)
    if more is not None:
        raise ListTooWide(column=letter(more), title=header[more].line[:40], last=letter(WIDTH - 1), wishes=WISHES)


def _wrong_column(row: Row, expected: Sequence[str]) -> int | None:
    return next((n for n, title in enumerate(expected) if fold(row[n].line) != fold(title)), None)


def _below(table: Table, place: int) -> list[tuple[int, list[str]]]:
    found = [(row.number, [row[column].line for column in range(WIDTH)]) for row in table.rows[place + 1 :]]
    return [(number, cells) for number, cells in found if any(cells)]


def screen(t: Translator, card: ListCard, page: int = 0) -> Screen:
    """What was read: how many rows are good, and a page of what is wrong with the others."""
    page = min(max(0, page), max(0, len(card.troubles) - 1) // TROUBLES_A_PAGE)
    shown = card.troubles[page * TROUBLES_A_PAGE : (page + 1) * TROUBLES_A_PAGE]
    names = titles(t)
    troubles = [
        t(
            "practice-trouble",
            row=one.row,
            column=letter(one.column),
            title=names[one.column],
            fault=t.plain(f"practice-fault-{one.fault.value.replace('_', '-')}"),
            value=one.value or t.plain("practice-trouble-empty"),
        )
        for one in shown
    ]
    text = lines(
        words.request_head(t, card.request),
        t("practice-list-taken", count=card.good) if card.is_taken else t("practice-list-read", good=card.good),
        lines(t("practice-list-bad", rows=card.bad_rows, count=len(card.troubles)), *troubles) if troubles else None,
        _next(t, card),
        gap="\n\n",
    )
    turn = page_row(
        t, page, len(card.troubles), lambda n: ListTap(id=card.id, do=ListTap.LOOK, page=n), TROUBLES_A_PAGE
    )
    take = [Button(t.plain("practice-button-take", count=card.good), ListTap(id=card.id, do=ListTap.TAKE))]
    again = Button(t.plain("practice-button-send-again"), RequestTap(id=card.request.id, do=RequestTap.LIST))
    back = Button(t.plain("practice-button-request"), RequestTap(id=card.request.id, do=RequestTap.LOOK))
    rows = [[back]] if card.is_taken else [*([take] if card.good else []), [again], [back]]
    return Screen(text, [turn, *rows])


def _next(t: Translator, card: ListCard) -> Html | None:
    if card.is_taken:
        return None
    if not card.troubles:
        return t("practice-list-confirm")
    return t("practice-list-repair" if card.good else "practice-list-repair-all")


@router.callback_query(ListTap.filter())
async def list_tapped(callback: CallbackQuery, callback_data: ListTap, talk: Talk, practice: Practice) -> None:
    """Take the good rows, or turn the page of troubles."""
    if callback_data.do == ListTap.TAKE:
        card = await practice.lists.take(talk.actor, callback_data.id)
        added = talk.t("practice-list-taken", count=card.good)
        request = await practice.requests.look(talk.actor, card.request.id)
        await talk.show(request_screens.screen(talk.t, request, added))
        return
    await talk.show(screen(talk.t, await practice.lists.look(talk.actor, callback_data.id), callback_data.page))
