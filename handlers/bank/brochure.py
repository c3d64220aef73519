"""The brochure for the industry's day: public programmes by college, as PDF and DOCX."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import groupby

from cluster.bank import BankProgramme, ProgrammeKind
from documents.report import Block, Grid, Heading, Line, Paragraph, Report, render_report_docx, render_report_pdf
from handlers.bank import screens
from handlers.engine import Attachment
from locales import Translator
from services.bank import Brochure

_CONTENTS_WIDTHS = (12, 24, 110, 34)


def brochure_files(t: Translator, brochure: Brochure) -> list[Attachment]:
    """PDF to print and to send, DOCX to add pictures to; call it through the document worker."""
    made = brochure_report(t, brochure)
    made_at = datetime.combine(brochure.today, time(), UTC)
    name = t.plain("bank-file-brochure", year=str(brochure.today.year))
    return [
        Attachment(render_report_pdf(made, made_at), f"{name}.pdf"),
        Attachment(render_report_docx(made, made_at), f"{name}.docx"),
    ]


def brochure_report(t: Translator, brochure: Brochure) -> Report:
    """The brochure's content in the reader's language."""
    programmes = brochure.programmes
    colleges = {one.organisation_id for one in programmes}
    additional = sum(one.kind is ProgrammeKind.ADDITIONAL for one in programmes)
    requisites = (
        Line(t.plain("bank-brochure-colleges"), str(len(colleges))),
        Line(t.plain("bank-brochure-main"), str(len(programmes) - additional)),
        Line(t.plain("bank-brochure-additional"), str(additional) if additional else ""),
        Line(t.plain("bank-brochure-as-of"), t.day(brochure.today)),
    )
    return Report(
        language=t.plain("documents-language"),
        heading=brochure.cluster,
        title=t.plain("bank-brochure-title"),
        subject=brochure.cluster,
        requisites=requisites,
        blocks=tuple(_blocks(t, brochure)),
        footer=t.plain("bank-brochure-footer", cluster=brochure.cluster),
        page=t.plain("documents-page", page="{page}", pages="{pages}"),
        glyph_note=t.plain("documents-glyph-note"),
    )


def _blocks(t: Translator, brochure: Brochure) -> Iterator[Block]:
    yield Heading(t.plain("bank-brochure-contents"))
    rows = tuple(
        (str(number), one.code or "", f"{one.title}\n{one.college}", t.plain(f"bank-kind-{one.kind.value}"))
        for number, one in enumerate(brochure.programmes, start=1)
    )
    keys = ("number", "code", "programme", "kind")
    yield Grid(tuple(t.plain(f"bank-column-{key}") for key in keys), _CONTENTS_WIDTHS, rows, (0, 1))
    number = 0
    for college, programmes in groupby(brochure.programmes, lambda one: one.college):
        yield Heading(college, fresh_page=number == 0)
        for one in programmes:
            number += 1
            yield from _programme(t, brochure, one, number)


def _programme(t: Translator, brochure: Brochure, one: BankProgramme, number: int) -> Sequence[Block]:
    facts = [
        t.plain(f"bank-kind-{one.kind.value}"),
        t.plain("bank-employer", employer=one.employer) if one.employer else None,
        str(_plain_agreement(t, one)),
    ]
    if one.valid_until is not None:
        facts.append(t.plain("bank-validity-valid", day=t.day(one.valid_until)))
    blocks: list[Block] = [Heading(f"{number}. {screens.name(one)}", level=2)]
    if one.summary:
        blocks.append(Paragraph(one.summary, kept=True))
    blocks.append(Paragraph("\n".join(fact for fact in facts if fact)))
    return blocks


def _plain_agreement(t: Translator, one: BankProgramme) -> str:
    key = f"bank-print-{one.agreement.value.replace('_', '-')}"
    if one.agreed_on is None:
        return t.plain(f"{key}-undated")
    return t.plain(key, day=t.day(one.agreed_on))
