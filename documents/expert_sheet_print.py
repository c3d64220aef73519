"""The expert sheet as it will stand on paper: every text chosen, cleaned and put in its place, for any kind of file."""

from dataclasses import dataclass

from documents.expert_sheet_input import ExpertSheet, SheetRow, SheetSection
from documents.text import clean, lines_needed, one_line, shortened, tie
from documents.words import Words

_DASH = "—"
_COLUMNS = (
    "documents-sheet-column-number",
    "documents-sheet-column-criterion",
    "documents-sheet-column-norm",
    "documents-sheet-column-verdict",
    "documents-sheet-column-remark",
)
_LINE_WIDTHS = (5, 34, 12, 13, 24)  # characters in a line of each column, rather fewer than more
_CODE_LIMIT = 60  # the code stands in the line at the foot, which has one line
_WHOLE_LINES = 36  # a row longer than this many lines may run on to the next page


@dataclass(frozen=True, slots=True)
class Cell:
    """`main` in the size of the table, `small` lines under it."""

    main: str
    small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """Five cells in the order of the columns; `whole`: the row is not divided between pages."""

    cells: tuple[Cell, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class PrintedSection:
    title: str
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The line to sign: who signs and what stands over and under each rule (signature, name, date)."""

    role: str
    name: str
    hints: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """`page` holds «{page}» and «{pages}» where the numbers go; `requisites` are pairs of label and value."""

    language: str
    heading: str
    title: str
    subject: str
    code: str
    requisites: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    summary: str
    glyph_note: str
    signature: Signature
    footer: str
    page: str


def printed(sheet: ExpertSheet, words: Words) -> PrintedSheet:
    """`sheet` ready for paper, with `words` for everything that the sheet does not bring itself."""
    code = shortened(sheet.code, _CODE_LIMIT)
    return PrintedSheet(
        language=words("documents-language"),
        heading=one_line(sheet.cluster),
        title=one_line(sheet.title),
        subject=_joined(" ", sheet.programme_code, sheet.programme_title),
        code=code,
        requisites=_requisites(sheet, words),
        columns=tuple(map(words, _COLUMNS)),
        sections=tuple(_section(section, sheet, words) for section in sheet.sections),
        summary=_summary(sheet, words),
        glyph_note=words("documents-glyph-note"),
        signature=Signature(
            role=words("documents-sheet-expert"),
            name=one_line(sheet.expert),
            hints=(
                words("documents-signature-hint"),
                words("documents-signature-name-hint"),
                words("documents-signature-date-hint"),
            ),
        ),
        footer=words("documents-sheet-footer", code=code, version=str(sheet.version)),
        page=words("documents-page", page="{page}", pages="{pages}"),
    )


def _requisites(sheet: ExpertSheet, words: Words) -> tuple[tuple[str, str], ...]:
    """What stands above the table; a line with nothing to say is left out (a college may have no programme yet)."""
    lines = (
        ("documents-sheet-programme", _joined(" ", sheet.programme_code, sheet.programme_title)),
        ("documents-sheet-college", one_line(sheet.college)),
        ("documents-sheet-session", _joined(", ", sheet.session, tie(sheet.session_dates))),
        ("documents-sheet-expert", one_line(sheet.expert)),
        ("documents-sheet-position", _joined(", ", sheet.position, sheet.enterprise)),
        ("documents-sheet-submitted", tie(sheet.submitted_at) or words("documents-sheet-not-submitted")),
    )
    return tuple((words(key), value) for key, value in lines if value)


def _section(section: SheetSection, sheet: ExpertSheet, words: Words) -> PrintedSection:
    submitted = bool(sheet.submitted_at)
    return PrintedSection(
        title=_joined(". ", one_line(section.number).rstrip("."), section.title),
        rows=tuple(_row(row, words, submitted=submitted) for row in section.rows),
    )


def _row(row: SheetRow, words: Words, *, submitted: bool) -> PrintedRow:
    empty = _DASH if submitted else ""
    remark = clean(row.remark).strip()
    evidence = one_line(row.evidence)
    cells = (
        Cell(one_line(row.number)),
        Cell(clean(row.text)),
        Cell(tie(row.norm), _labelled(words, "documents-sheet-college-figure", tie(row.college_figure))),
        Cell(one_line(row.verdict) or empty, _labelled(words, "documents-sheet-actual", tie(row.actual))),
        Cell(
            remark or ("" if evidence else empty),
            _labelled(words, "documents-sheet-evidence", evidence),
        ),
    )
    return PrintedRow(cells, whole=_height(cells) <= _WHOLE_LINES)


def _height(cells: tuple[Cell, ...]) -> int:
    """Lines the row takes, by its tallest cell."""
    texts = ("\n".join((cell.main, *cell.small)) for cell in cells)
    return max(lines_needed(text, width) for text, width in zip(texts, _LINE_WIDTHS, strict=True))


def _labelled(words: Words, key: str, value: str) -> tuple[str, ...]:
    return (words(key, value=value),) if value else ()


def _summary(sheet: ExpertSheet, words: Words) -> str:
    counts = sheet.counts
    return words(
        "documents-sheet-summary",
        total=counts.total,
        conforms=counts.conforms,
        not_conforms=counts.not_conforms,
        cannot_judge=counts.cannot_judge,
        missing=counts.missing,
    )


def _joined(separator: str, *parts: str) -> str:
    return separator.join(part for part in map(one_line, parts) if part)
