"""Automatic lists of Word."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph


def make_list(document: Document, list_id: int, levels: Sequence[tuple[str, str]], *, start: int = 1) -> None:
    """Define a list: kind of number and pattern for each level, as «Многоуровневый список» does."""
    numbering = document.part.numbering_part.element
    described = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (kind, pattern) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{100 + list_id}">'
        f'<w:multiLevelType w:val="multilevel"/>{described}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{100 + list_id}"/></w:num>')
    )
    assert numbering.find(qn("w:num")) is not None


def number(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Put the paragraph into the list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = list_id


def restart(document: Document, list_id: int, of: int, *, level: int, start: int) -> None:
    """The same list begun anew at a level: «Начать заново с …»."""
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{100 + of}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
    )
