"""How the directory looks."""

from collections.abc import Mapping
from datetime import date

from cluster.calendar import WorkingCalendar
from cluster.calendar_file import YearCorrection
from cluster.directory import Organisation, OrganisationKind
from cluster.executors import Term
from handlers.directory.taps import DirectoryTap
from handlers.engine import Button, Screen, column, page_row
from locales import Html, Translator, lines
from services.directory import OrganisationCard
from services.paging import Page

SPECIALITIES_SHOWN = 12


def home(t: Translator, kinds: Mapping[OrganisationKind, int], back: Button) -> Screen:
    """Kinds of organisations with their numbers."""
    rows = column(
        Button(
            t.plain("directory-kind-button", kind=kind_words(t, kind), count=kinds[kind]),
            DirectoryTap(do=DirectoryTap.LIST, kind=kind.value),
        )
        for kind in OrganisationKind
        if kinds.get(kind)
    )
    rows.append([Button(t.plain("directory-add-button"), DirectoryTap(do=DirectoryTap.ADD))])
    rows.append([Button(t.plain("directory-calendar-button"), DirectoryTap(do=DirectoryTap.CALENDAR))])
    head = t("directory-home", count=sum(kinds.values())) if kinds else t("directory-home-empty")
    return Screen(head, [*rows, [back]])


def kind_words(t: Translator, kind: OrganisationKind) -> str:
    """«Колледжи и техникумы»"""
    return t.plain(f"directory-kind-{kind.value}")


def organisations(t: Translator, kind: OrganisationKind, found: Page[Organisation]) -> Screen:
    """A page of the organisations of one kind."""
    rows = column(
        Button(
            t.plain("directory-leading", name=one.short_name) if one.is_leading else one.short_name,
            DirectoryTap(do=DirectoryTap.CARD, kind=kind.value, id=one.id, page=found.number),
        )
        for one in found.items
    )
    rows.append(
        page_row(
            t,
            found.number,
            found.total,
            lambda number: DirectoryTap(do=DirectoryTap.LIST, kind=kind.value, page=number),
        )
    )
    rows.append([Button(t.plain("directory-add-button"), DirectoryTap(do=DirectoryTap.ADD))])
    rows.append([_home(t)])
    return Screen(t("directory-list", kind=kind_words(t, kind), count=found.total), rows)


def card(t: Translator, shown: OrganisationCard, tap: DirectoryTap) -> Screen:
    """One organisation: its names, place in the cluster, specialities or enterprises."""
    one = shown.organisation
    text = lines(
        t("directory-card", name=one.name, kind=kind_words(t, one.kind), short=one.short_name),
        _standing(t, shown),
        lines(*[_term(t, one) for one in shown.terms]) if shown.terms else None,
        t("directory-card-printed", printed=one.printed_name) if one.printed_name != one.name else None,
        _listed(t, "directory-card-specialities", [f"{each.code} {each.name}" for each in shown.specialities]),
        _listed(t, "directory-card-enterprises", [each.short_name for each in shown.enterprises]),
        gap="\n\n",
    )
    rename = Button(t.plain("directory-rename-button"), DirectoryTap(do=DirectoryTap.RENAME, id=one.id))
    term = Button(t.plain("directory-term-button"), DirectoryTap(do=DirectoryTap.TERM, id=one.id))
    back = DirectoryTap(do=DirectoryTap.LIST, kind=one.kind.value, page=tap.page)
    return Screen(text, [[rename], [term], [Button(t.plain("form-back"), back)]])


def _standing(t: Translator, shown: OrganisationCard) -> Html | None:
    one = shown.organisation
    if one.is_leading:
        return t("directory-card-leading")
    if shown.parent is not None:
        return t("directory-card-parent", union=shown.parent.name)
    return None if one.is_member else t("directory-card-named")


def _term(t: Translator, term: Term) -> Html:
    """«Участник кластера с 1 сентября 2023 г. по 31 мая 2024 г.»"""
    if term.since and term.until:
        return t("directory-term-both", since=t.day(term.since), until=t.day(term.until))
    if term.until:
        return t("directory-term-until", until=t.day(term.until))
    return t("directory-term-since", since=t.day(term.since)) if term.since else t("directory-term-always")


def _listed(t: Translator, head: str, entries: list[str]) -> Html | None:
    if not entries:
        return None
    more = len(entries) - SPECIALITIES_SHOWN
    shown = [t("directory-entry", text=entry) for entry in entries[:SPECIALITIES_SHOWN]]
    return lines(t(head), *shown, t("directory-more", count=more) if more > 0 else None)


def calendar(t: Translator, known: WorkingCalendar, today: date, loaded: YearCorrection | None = None) -> Screen:
    """Which years are known, and how to correct one."""
    years = (today.year, today.year + 1)
    about = [
        t("directory-year-known", year=str(year)) if known.knows(year) else t("directory-year-unknown", year=str(year))
        for year in years
    ]
    text = lines(_what_was_loaded(t, loaded), t("directory-calendar"), lines(*about), gap="\n\n")
    load = Button(t.plain("directory-load-button"), DirectoryTap(do=DirectoryTap.LOAD))
    return Screen(text, [[load], [_home(t)]])


def _what_was_loaded(t: Translator, loaded: YearCorrection | None) -> Html | None:
    if loaded is None:
        return None
    working = sum(loaded.days.values())
    return t("directory-loaded", year=str(loaded.year), working=working, off=len(loaded.days) - working)


def ask_for_year(t: Translator) -> Screen:
    """What file or text is expected."""
    return Screen(t("directory-load-ask"), [[Button(t.plain("form-back"), DirectoryTap(do=DirectoryTap.CALENDAR))]])


def _home(t: Translator) -> Button:
    return Button(t.plain("directory-home-button"), DirectoryTap(do=DirectoryTap.HOME))
