"""DOCX by python-docx: the page, the fonts and the few table properties that python-docx has no name for.

Text goes in as runs, never through a template language, so no text of a person is ever read as markup.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from documents.text import shortened

FONT = "Times New Roman"
LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_PAGE, _LEFT, _RIGHT = (210, 297), 20, 10  # millimetres: A4, margins of GOST R 7.0.97-2016
_LOCALES = {"ru": "ru-RU", "en": "en-GB"}
_PROPERTY_LIMIT = 255  # Word takes no longer document property
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says of itself; `made_at` is aware."""

    title: str
    author: str
    subject: str
    language: str
    made_at: datetime


def new_document(properties: Properties, *, size_pt: float = 11) -> DocxDocument:
    """An empty A4 portrait document with the margins of GOST R 7.0.97-2016 and `FONT` for every script."""
    document = Document(io.BytesIO(_empty_file()))
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, _PAGE)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin, section.bottom_margin = Mm(15), Mm(18)
    section.footer_distance = Mm(8)
    _set_base_style(document, properties.language, size_pt)
    settings = document.settings.element
    settings.find(qn("w:defaultTabStop")).addnext(_element("w:autoHyphenation", val="1"))
    _set_properties(document, properties)
    return document


def file_of(document: DocxDocument) -> bytes:
    """The bytes of the file; the times inside the archive are fixed, so the same document gives the same bytes."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return fixed.getvalue()


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size_pt: float | None = None,
    bold: bool | None = None,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> Paragraph:
    """Adds `text` (already `clean`) to the paragraph; newlines become line breaks."""
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size_pt) if size_pt else None
    if align is not None:
        paragraph.alignment = align
    return paragraph


def write_cell(cell: _Cell, text: str, *, size_pt: float, bold: bool | None = None, align: WD_ALIGN_PARAGRAPH) -> None:
    """Writes into the first paragraph of an empty cell."""
    write(cell.paragraphs[0], text, size_pt=size_pt, bold=bold, align=align)


def add_table(place: DocxDocument | _Cell, rows: int, widths_mm: Sequence[float], *, ruled: bool) -> Table:
    """A table of fixed column widths: a long word wraps inside its cell instead of pushing the others away."""
    if isinstance(place, _Cell):
        table = Table(CT_Tbl.new_tbl(rows, len(widths_mm), Mm(sum(widths_mm))), place)
        place._tc.append(table._tbl)
    else:
        table = place.add_table(rows=rows, cols=len(widths_mm))
    if ruled:
        table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def fill_rows(
    table: Table,
    rows: Sequence[Sequence[str]],
    *,
    size_pt: float,
    centred: Sequence[int] = (),
    whole: Sequence[bool] | None = None,
) -> None:
    """Adds rows of texts (already `clean`) below those a table has, with its column widths.

    They are made as elements, not cell by cell through python-docx, which looks through the whole table each time.

    Args:
        centred: columns whose texts stand in the middle, from 0.
        whole: for each row, whether it is kept on one page.
    """
    widths = [str(round(column.width / 635)) for column in table.columns]  # EMU to twentieths of a point
    size = str(round(size_pt * 2))
    for number, texts in enumerate(rows):
        row = OxmlElement("w:tr")
        if whole is not None and whole[number]:
            properties = OxmlElement("w:trPr")
            properties.append(_element("w:cantSplit"))
            row.append(properties)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True)):
            row.append(_text_cell(text, width, size, centre=place in centred))
        table._tbl.append(row)


def _text_cell(text: str, width: str, size: str, *, centre: bool) -> BaseOxmlElement:
    cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(_element("w:tcW", w=width, type="dxa"))
    cell.append(properties)
    paragraph, run, look = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:rPr")
    if centre:
        form = OxmlElement("w:pPr")
        form.append(_element("w:jc", val="center"))
        paragraph.append(form)
    look.append(_element("w:sz", val=size))
    run.append(look)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        shown = OxmlElement("w:t")
        shown.text = line
        shown.set(qn("xml:space"), "preserve")
        run.append(shown)
    paragraph.append(run)
    cell.append(paragraph)
    return cell


def repeat_on_each_page(row: _Row) -> None:
    """Makes the row a heading that every page of the table begins with."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """The row is not divided between two pages."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def keep_with_next(row: _Row) -> None:
    """The row stays on the page of what follows it."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def shade(cell: _Cell, colour: str) -> None:
    """Fills the cell with `colour` (RRGGBB)."""
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def leave_unruled(cell: _Cell) -> None:
    """No lines around the cell, except the one its upper neighbour draws."""
    borders = OxmlElement("w:tcBorders")
    for side in ("left", "bottom", "right"):
        borders.append(_element(f"w:{side}", val="nil"))
    cell._tc.get_or_add_tcPr().append(borders)


def rule_under(cell: _Cell) -> None:
    """A line along the bottom of the cell, to write on."""
    borders = OxmlElement("w:tcBorders")
    borders.append(_element("w:bottom", val="single", sz="4", space="0", color="auto"))
    cell._tc.get_or_add_tcPr().append(borders)


def pad_cells(table: Table, *, top_mm: float, side_mm: float) -> None:
    """The distance from the rules of the table to the text; the same above and below, left and right."""
    margins = OxmlElement("w:tblCellMar")
    for side, distance in (("top", top_mm), ("left", side_mm), ("bottom", top_mm), ("right", side_mm)):
        margins.append(_element(f"w:{side}", w=str(round(distance / 25.4 * 1440)), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def write_footer(document: DocxDocument, text: str, page_pattern: str) -> None:
    """The line at the foot: `text` on the left; on the right `page_pattern`, its «{page}» and «{pages}» as fields.

    The size is the style's, not the runs': a field that is updated forgets the run's.
    """
    style = document.styles["Footer"]
    style.font.size = Pt(8)
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(_PAGE[0] - _LEFT - _RIGHT), WD_TAB_ALIGNMENT.RIGHT)
    paragraph = document.sections[0].footer.paragraphs[0]
    before, _, rest = page_pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    write(paragraph, f"{text}\t{before}")
    _add_field(paragraph, "PAGE")
    write(paragraph, between)
    _add_field(paragraph, "NUMPAGES")
    write(paragraph, after)


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    run = paragraph.add_run()
    code = OxmlElement("w:instrText")
    code.text = f" {instruction} "
    shown = OxmlElement("w:t")
    shown.text = "1"
    for part in (_field_char("begin"), code, _field_char("separate"), shown, _field_char("end")):
        run._r.append(part)


def _field_char(kind: str) -> BaseOxmlElement:
    return _element("w:fldChar", fldCharType=kind)


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _set_base_style(document: DocxDocument, language: str, size_pt: float) -> None:
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(size_pt)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.append(_element("w:lang", val=_LOCALES.get(language, language)))


@cache
def _empty_file() -> bytes:
    """The empty document of python-docx without what we never use, which is nine tenths of it: a hundred table styles,
    their copy for Word 2010, and a picture of some other text that file browsers show."""
    document = Document()
    for part in (document.part.package, document.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in {"thumbnail", "stylesWithEffects", "customXml"}:
                part.rels.pop(key)
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in {"TableNormal", "TableGrid"}:
            styles.remove(style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_properties(document: DocxDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title = shortened(properties.title, _PROPERTY_LIMIT)
    core.author = core.last_modified_by = shortened(properties.author, _PROPERTY_LIMIT)
    core.subject = shortened(properties.subject, _PROPERTY_LIMIT)
    core.language = properties.language
    core.comments = ""
    core.created = core.modified = properties.made_at.astimezone(UTC).replace(tzinfo=None)
