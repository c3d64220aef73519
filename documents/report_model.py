"""What a report is made of."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2, kept with what follows; `fresh_page` begins a page with it."""

    text: str
    level: int = 1
    fresh_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; newlines are line breaks.

    Args:
        kept: stays on the page of what follows.
        label: stands before the text, in bold.
    """

    text: str
    bold: bool = False
    small: bool = False
    kept: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table whose header is repeated on every page.

    Args:
        widths_mm: of the columns; 180 in all.
        centred: columns whose texts stand in the middle, from 0.
    """

    columns: tuple[str, ...]
    widths_mm: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    centred: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs: a role and a name for each rule; `hints` under signature, name and date."""

    lines: tuple[Line, ...]
    hints: tuple[str, str, str]


Block: TypeAlias = Heading | Paragraph | Grid | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report.

    Args:
        language: «ru» or «en».
        heading: whose document it is, above the title.
        subject: for the file's properties.
        subtitle: below the title, in bold.
        mark: below that, small: «Проект: не подписан».
        dateline: the day on the left and the number on the right of one line.
        requisites: pairs above the text; those without a value are left out.
        footer: at the foot of every page.
        page: with «{page}» and «{pages}» where the numbers go.
        glyph_note: said in the PDF when a character had to be printed as its number.
    """

    language: str
    heading: str
    title: str
    subject: str = ""
    subtitle: str = ""
    mark: str = ""
    dateline: tuple[str, str] = ("", "")
    requisites: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = field(default=())
    footer: str = ""
    page: str = "{page} / {pages}"
    glyph_note: str = ""
