"""A programme's presentation for the demo: the five parts of the source document, filled with what the demo knows."""

from collections.abc import Mapping
from io import BytesIO

from docx import Document

from cluster.data.models import PresentationData, ProgrammeData
from cluster.evaluation.shares import show_share


def presentation(
    structure: PresentationData, college: str, industry: str, programme: ProgrammeData, figures: Mapping[str, int]
) -> bytes:
    """A DOCX by the structure of document 000, slide 13.

    Args:
        college: full name.
        industry: name of the programme's group (УГПС).
        figures: criterion number → the college's own figure, hundredths of a per cent.
    """
    said = {
        "card": college,
        "description": f"{programme.code} {programme.title}. Отрасль: {industry}.",
        "results": f"Трудоустроились по специальности в течение года: {show_share(figures['3.2'])}\u00a0%.",
        "conditions": (
            f"Преподаватели, прошедшие стажировку за 3\u00a0года: {show_share(figures['2.1'])}\u00a0%; "
            f"с опытом работы в отрасли: {show_share(figures['2.2'])}\u00a0%."
        ),
        "prospects": "Сетевая форма и дуальное обучение обсуждаются с предприятием-партнёром.",
    }
    document = Document()
    document.add_heading(f"{programme.code} {programme.title}", level=1)
    for part in structure.parts:
        document.add_heading(part.title, level=2)
        document.add_paragraph(said[part.key])
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
