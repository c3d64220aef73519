"""Screens of plans that are sent as files: a summary, its rows, one row."""

from cluster.deadlines import PlanPeriod
from cluster.plan import PlanYear
from handlers.engine import Button, Screen, column, grid, page_row
from handlers.plan import deadline_words, words
from handlers.plan.import_taps import ImportRowTap, ImportTap, ImportYearTap, SendPlanTap
from handlers.plan.taps import PlanTap
from locales import Html, Translator, lines
from services.paging import Page
from services.plan.importing import Change, Field, Preview, RowPreview

ROWS_A_PAGE = 5
NAMED = 6
EMPTY = "—"


def send_button(t: Translator) -> Button:
    """Below the list of plans: another one by file."""
    return Button(t.plain("import-button-send"), SendPlanTap(do=SendPlanTap.SEND))


def correct_button(t: Translator, plan_id: int) -> Button:
    """Below a stored plan: its rows can be corrected before it is adopted, or for its next version."""
    return Button(t.plain("import-button-correct"), SendPlanTap(do=SendPlanTap.CORRECT, plan=plan_id))


def ask_for_file(t: Translator) -> Screen:
    """What file is expected."""
    return Screen(t("import-ask-file"), [[_to_plans(t)]])


def year(t: Translator, period: PlanPeriod) -> str:
    """«2022 год», «2023/2024 учебный год»"""
    first = str(period.first_day.year)
    if period.year is PlanYear.CALENDAR:
        return t.plain("import-year-calendar", year=first)
    return t.plain("import-year-academic", first=first, last=str(period.first_day.year + 1))


def ask_year(t: Translator, shown: Preview, this_year: int) -> Screen:
    """For which year the plan is: the file does not say."""
    offered = [PlanPeriod.academic(first) for first in (this_year - 1, this_year)]
    offered += [PlanPeriod.calendar(first) for first in (this_year, this_year + 1)]
    buttons = column(
        Button(
            year(t, period),
            ImportYearTap(
                i=shown.kept.id,
                kind=ImportYearTap.ACADEMIC if period.year is PlanYear.ACADEMIC else ImportYearTap.CALENDAR,
                first=period.first_day.year,
            ),
        )
        for period in offered
    )
    text = t("import-ask-year", title=shown.kept.title, rows=len(shown.kept.rows))
    return Screen(text, [*buttons, [_drop(t, shown)]])


def summary(t: Translator, shown: Preview) -> Screen:
    """What adopting would mean, and what a person should look at first."""
    assert shown.kept.period is not None
    doubts = [one for one in shown.rows if one.needs_look]
    sections = len(dict.fromkeys(one.row.section for one in shown.rows))
    text = lines(
        t("import-head", title=shown.kept.title, year=year(t, shown.kept.period)),
        t("import-draft-mark") if shown.kept.is_draft else None,
        lines(
            t("import-counts", rows=len(shown.rows), sections=sections),
            t("import-owed", count=shown.owed),
        ),
        t("import-doubts", count=len(doubts)) if doubts else t("import-no-doubts"),
        _labels(t, shown),
        _versions(t, shown),
        t("import-over") if shown.is_over else t("import-nothing-yet"),
        gap="\n\n",
    )
    rows = [[_list_button(t, shown, ImportTap.ROWS, len(shown.rows))]]
    if doubts:
        rows.insert(0, [_list_button(t, shown, ImportTap.DOUBTS, len(doubts))])
    changes = [one for one in shown.rows if one.change is not Change.SAME]
    if shown.version and changes and len(changes) < len(shown.rows):
        rows.append([_list_button(t, shown, ImportTap.CHANGES, len(changes))])
    if not shown.is_over:
        adopt = ImportTap(i=shown.kept.id, do=ImportTap.ADOPT, r=shown.kept.revision)
        rows.append([Button(t.plain("import-button-adopt"), adopt)])
    return Screen(text, [*rows, [_drop(t, shown)]])


def _labels(t: Translator, shown: Preview) -> Html | None:
    odd = [t("import-number-twice", number=number) for number in shown.numbering.twice]
    odd += [t("import-number-missing", number=number) for number in shown.numbering.missing]
    return lines(*odd[:NAMED], t("import-numbers-stay")) if odd else None


def _versions(t: Translator, shown: Preview) -> Html | None:
    if shown.follows is None:
        return None
    if not shown.version:
        return t("import-of-stored")
    counts = {change: sum(one.change is change for one in shown.rows) for change in Change}
    return lines(
        t("import-next-version", version=shown.version + 1),
        t(
            "import-differences",
            new=counts[Change.NEW],
            changed=counts[Change.CHANGED],
            removed=len(shown.removed),
            same=counts[Change.SAME],
        ),
        *[
            t("import-removed-row", number=row.number, title=words.brief(row.title, 90))
            for row in shown.removed[:NAMED]
        ],
    )


def rows(t: Translator, shown: Preview, do: str, number: int) -> Screen:
    """A page of rows: all, those to look at, those that differ from the version before."""
    chosen = _chosen(shown, do)
    last = max(0, (len(chosen) - 1) // ROWS_A_PAGE)
    page = Page(chosen[min(number, last) * ROWS_A_PAGE :][:ROWS_A_PAGE], min(max(0, number), last), len(chosen))
    told = [_in_list(t, one, shown) for one in page.items]
    buttons = [
        Button(
            t.plain("import-button-row", number=one.row.number or str(one.index + 1)),
            ImportRowTap(i=shown.kept.id, row=one.index, do=ImportRowTap.LOOK),
        )
        for one in page.items
    ]
    pages = page_row(t, page.number, page.total, lambda n: ImportTap(i=shown.kept.id, do=do, page=n), ROWS_A_PAGE)
    text = lines(t(f"import-rows-{do}", count=len(chosen)), *told, gap="\n\n")
    return Screen(text, [*grid(buttons, 3), pages, [_home(t, shown)]])


def _chosen(shown: Preview, do: str) -> list[RowPreview]:
    if do == ImportTap.DOUBTS:
        return [one for one in shown.rows if one.needs_look]
    if do == ImportTap.CHANGES:
        return [one for one in shown.rows if one.change is not Change.SAME]
    return list(shown.rows)


def _in_list(t: Translator, one: RowPreview, shown: Preview) -> Html:
    head = t("import-row-head", number=one.row.number, title=words.brief(one.row.title, 110))
    return lines(head, *_about(t, one, shown))


def row(t: Translator, shown: Preview, one: RowPreview) -> Screen:
    """One row in full, with what can be corrected."""
    text = lines(
        t("import-row-section", section=one.row.section) if one.row.section else None,
        t("import-row-head", number=one.row.number, title=words.brief(one.row.title, 900)),
        lines(*_about(t, one, shown)),
        t("import-row-result", result=words.brief(one.row.result, 600)) if one.row.result else None,
        _was(t, one),
        gap="\n\n",
    )

    def act(do: str, key: str) -> Button:
        tap = ImportRowTap(i=shown.kept.id, row=one.index, do=do, r=shown.kept.revision)
        return Button(t.plain(f"import-fix-{key}"), tap)

    fixes = [
        [act(ImportRowTap.DEADLINE, "deadline"), act(ImportRowTap.EXECUTORS, "executors")],
        [act(ImportRowTap.TITLE, "title"), act(ImportRowTap.RESULT, "result")],
        [act(ImportRowTap.LEAVE_OUT, "leave-out")],
    ]
    back = ImportTap(i=shown.kept.id, do=ImportTap.ROWS, page=one.index // ROWS_A_PAGE)
    return Screen(text, [*fixes, [Button(t.plain("import-button-all-rows"), back), _home(t, shown)]])


def _about(t: Translator, one: RowPreview, shown: Preview) -> list[Html]:
    """Deadline, executors, obligations, and what a person should look at."""
    deadline, executors, owed = one.derived.deadline, one.derived.executors, one.derived.owed
    days = sorted({each.due_on for each in owed if each.due_on})
    organisations = len({each.organisation_id for each in owed if each.organisation_id})
    by_when = deadline_words.deadline(t, deadline, days)
    who = deadline_words.executors(t, executors.parties, organisations)
    told = [t("import-row-deadline", text=deadline.text or EMPTY, meaning=by_when)]
    told += [t("import-look", text=warning) for warning in deadline_words.warnings(t, deadline)]
    told.append(t("import-row-executors", text=executors.text or EMPTY, meaning=who))
    if executors.unknown:
        told.append(t("import-look", text=t("executors-unknown", names="; ".join(executors.unknown))))
    if owed:
        told.append(t("import-row-owed" if days else "import-row-owed-undated", count=len(owed)))
    if shown.version and one.change is not Change.SAME:
        told.append(_change(t, one))
    return told


def _change(t: Translator, one: RowPreview) -> Html:
    if one.change is Change.NEW:
        return t("import-row-new")
    fields = ", ".join(t.plain(f"import-field-{field.value}") for field in one.changed)
    return t("import-row-changed", fields=fields)


def _was(t: Translator, one: RowPreview) -> Html | None:
    if one.before is None or not one.changed:
        return None
    texts = {
        Field.DEADLINE: one.before.deadline_text,
        Field.EXECUTORS: one.before.executors,
        Field.TITLE: one.before.title,
        Field.RESULT: one.before.result,
    }
    told = [
        t("import-row-was", field=t.plain(f"import-field-{field.value}"), text=words.brief(texts[field], 300))
        for field in one.changed
    ]
    return lines(*told)


def ask_cell(t: Translator, shown: Preview, one: RowPreview, field: Field) -> Screen:
    """Another text for one cell of a row."""
    now = getattr(one.row, field.value)
    text = lines(
        t("import-row-head", number=one.row.number, title=words.brief(one.row.title, 200)),
        t(f"import-ask-{field.value}"),
        t("import-cell-now", text=words.brief(now, 900)) if now else None,
        gap="\n\n",
    )
    back = ImportRowTap(i=shown.kept.id, row=one.index, do=ImportRowTap.LOOK)
    return Screen(text, [[Button(t.plain("form-back"), back)]])


def closed(t: Translator, state: str) -> Screen:
    """An import that is over: adopted, or put away."""
    return Screen(t(f"import-closed-{state}"), [[_to_plans(t)]])


def _list_button(t: Translator, shown: Preview, do: str, count: int) -> Button:
    return Button(t.plain(f"import-button-{do}", count=count), ImportTap(i=shown.kept.id, do=do))


def _home(t: Translator, shown: Preview) -> Button:
    return Button(t.plain("import-button-home"), ImportTap(i=shown.kept.id, do=ImportTap.HOME))


def _drop(t: Translator, shown: Preview) -> Button:
    return Button(t.plain("import-button-drop"), ImportTap(i=shown.kept.id, do=ImportTap.DROP))


def _to_plans(t: Translator) -> Button:
    return Button(t.plain("plan-button-plans"), PlanTap(p=0, do=PlanTap.LOOK))
