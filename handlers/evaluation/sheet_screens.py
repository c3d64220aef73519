"""Screens of the cluster's expert sheets: versions, one of them, a file before it is loaded."""

from collections.abc import Sequence

from cluster.evaluation.comparison import SheetChanges
from cluster.evaluation.sheet import Criterion, Kind, Section, Sheet
from cluster.evaluation.sheet_file import Trouble
from handlers.engine import Button, Screen, page_row
from handlers.evaluation import words
from handlers.evaluation.taps import CatalogueTap, SessionsTap
from locales import Html, Translator, lines
from services.evaluation import SheetCard, SheetPreview
from services.paging import PAGE_SIZE
from storage.evaluation_sheets import SheetVersion

TROUBLES_SHOWN = 15
NUMBERS_SHOWN = 20
TEXT_SHOWN = 160
CRITERIA_A_PAGE = 8


def versions(t: Translator, found: Sequence[SheetVersion], page: int) -> Screen:
    """All versions of all sheets."""
    load = [Button(t.plain("sheets-button-load"), CatalogueTap(do=CatalogueTap.LOAD))]
    back = [Button(t.plain("evaluation-button-sessions"), SessionsTap())]
    if not found:
        return Screen(t("sheets-empty"), [load, back])
    page = min(max(0, page), (len(found) - 1) // PAGE_SIZE)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows = [[Button(_label(t, one), CatalogueTap(do=CatalogueTap.LOOK, id=one.id))] for one in shown]
    turn = page_row(t, page, len(found), lambda n: CatalogueTap(do=CatalogueTap.LIST, page=n), PAGE_SIZE)
    listed = [lines(_head(t, one), _state(t, one)) for one in shown]
    return Screen(lines(t("sheets-head"), *listed, gap="\n\n"), [*rows, turn, load, back])


def card(t: Translator, shown: SheetCard) -> Screen:
    """One version: its sections, whether it is current, which sessions use it."""
    version, sheet = shown.version, shown.sheet
    text = lines(lines(_head(t, version), _state(t, version)), _sections(t, sheet), gap="\n\n")
    rows = [
        [_button(t, "criteria", CatalogueTap.CRITERIA, version.id)],
        [_button(t, "download", CatalogueTap.DOWNLOAD, version.id)],
    ]
    if not version.is_current:
        rows.insert(0, [_button(t, "current", CatalogueTap.CURRENT, version.id)])
    return Screen(text, [*rows, _to_versions(t)])


def criteria(t: Translator, shown: SheetCard, page: int) -> Screen:
    """Criteria of a version with their norms, a few a screen."""
    version, every = shown.version, shown.sheet.criteria
    page = min(max(0, page), (len(every) - 1) // CRITERIA_A_PAGE)
    blocks: list[Html] = []
    section: Section | None = None
    for criterion in every[page * CRITERIA_A_PAGE : (page + 1) * CRITERIA_A_PAGE]:
        of = shown.sheet.section_of(criterion)
        if of is not section:
            section = of
            blocks.append(t("evaluation-final-section", number=of.number, title=words.brief(of.title, TEXT_SHOWN)))
        blocks.append(_criterion(t, criterion))
    turn = page_row(
        t,
        page,
        len(every),
        lambda n: CatalogueTap(do=CatalogueTap.CRITERIA, id=version.id, page=n),
        CRITERIA_A_PAGE,
    )
    back = _button(t, "back", CatalogueTap.LOOK, version.id)
    return Screen(lines(_head(t, version), *blocks, gap="\n\n"), [turn, [back]])


def ask_for_file(t: Translator) -> Screen:
    """Which file is expected, with a template to fill in."""
    template = [Button(t.plain("sheets-button-template"), CatalogueTap(do=CatalogueTap.TEMPLATE))]
    return Screen(t("sheets-ask-file"), [template, _to_versions(t)])


def spoiled(t: Translator, name: str, troubles: Sequence[Trouble]) -> Screen:
    """Everything that is wrong with a file; another one can be sent at once."""
    listed = [_trouble(t, one) for one in troubles[:TROUBLES_SHOWN]]
    more = len(troubles) - TROUBLES_SHOWN
    text = lines(
        t("sheets-spoiled", name=name, count=len(troubles)),
        lines(*listed, t("sheets-spoiled-more", count=more) if more > 0 else None),
        t("sheets-spoiled-again"),
        gap="\n\n",
    )
    return Screen(text, ask_for_file(t).rows)


def preview(t: Translator, found: SheetPreview, key: str) -> Screen:
    """What will be loaded; nothing is yet."""
    again = [Button(t.plain("sheets-button-other-file"), CatalogueTap(do=CatalogueTap.LOAD))]
    if found.same is not None:
        look = [_button(t, "open", CatalogueTap.LOOK, found.same.id)]
        text = t("sheets-same", title=found.sheet.title, version=found.same.version)
        return Screen(text, [look, again, _to_versions(t)])
    text = lines(
        t("sheets-preview", title=found.sheet.title, count=len(found.sheet.criteria)),
        _sections(t, found.sheet),
        t("sheets-preview-new") if found.before is None else _changes(t, found.before, found.changes),
        t("sheets-preview-what-next"),
        gap="\n\n",
    )
    load = [Button(t.plain("sheets-button-adopt"), CatalogueTap(do=CatalogueTap.ADOPT, key=key))]
    return Screen(text, [load, again, _to_versions(t)])


def _label(t: Translator, version: SheetVersion) -> str:
    mark = "✅ " if version.is_current else ""
    return mark + t.plain("sheets-version-label", title=words.brief(version.title, 36), version=version.version)


def _head(t: Translator, version: SheetVersion) -> Html:
    return t(
        "sheets-version",
        title=version.title,
        version=version.version,
        day=t.day(t.local(version.created_at).date()),
        count=version.criteria,
    )


def _state(t: Translator, version: SheetVersion) -> Html:
    return lines(
        t("sheets-current") if version.is_current else t("sheets-not-current"),
        t("sheets-sessions", count=version.sessions),
    )


def _sections(t: Translator, sheet: Sheet) -> Html:
    listed = [
        t(
            "sheets-section",
            number=section.number,
            title=words.brief(section.title, TEXT_SHOWN),
            count=len(section.criteria),
        )
        for section in sheet.sections
    ]
    kinds = [
        t.plain(f"sheets-kind-{kind.value.replace('_', '-')}", count=count)
        for kind in Kind
        if (count := sum(criterion.kind is kind for criterion in sheet.criteria))
    ]
    return lines(lines(*listed), t("sheets-kinds", kinds=", ".join(kinds)), gap="\n\n")


def _criterion(t: Translator, criterion: Criterion) -> Html:
    choices = [
        t("sheets-choice-meets" if choice.meets else "sheets-choice-fails", text=choice.text)
        for choice in criterion.choices
    ]
    return lines(
        t("evaluation-card-criterion", number=criterion.number, text=words.brief(criterion.text, TEXT_SHOWN)),
        t("evaluation-card-norm", norm=words.norm(t, criterion)),
        *choices,
    )


def _changes(t: Translator, before: SheetVersion, found: SheetChanges | None) -> Html:
    if found is None or found.is_empty:
        return t("sheets-preview-version", version=before.version + 1)
    named = [("added", found.added), ("removed", found.removed), ("changed", found.changed)]
    return lines(
        t("sheets-preview-version", version=before.version + 1),
        *[t(f"sheets-changes-{key}", numbers=_numbers(numbers)) for key, numbers in named if numbers],
    )


def _numbers(numbers: Sequence[str]) -> str:
    more = "…" if len(numbers) > NUMBERS_SHOWN else ""
    return ", ".join(numbers[:NUMBERS_SHOWN]) + more


def _trouble(t: Translator, found: Trouble) -> Html:
    where = t("sheets-trouble-where", row=str(found.spot.row), column=found.spot.column)
    return lines(where, t(f"sheets-trouble-{found.problem}", value=found.value), gap=" ")


def _button(t: Translator, key: str, do: str, sheet_id: int) -> Button:
    return Button(t.plain(f"sheets-button-{key}"), CatalogueTap(do=do, id=sheet_id))


def _to_versions(t: Translator) -> list[Button]:
    return [Button(t.plain("sheets-button-versions"), CatalogueTap(do=CatalogueTap.LIST))]
