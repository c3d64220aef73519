"""Organisations: found in Russian, added once, renamed, never across clusters; an empty cluster; the calendar."""

from datetime import date

import pytest

from cluster.access import Role
from cluster.calendar_file import CalendarFileInvalid
from cluster.directory import (
    NameMissing,
    OrganisationExists,
    OrganisationKind,
    OrganisationName,
    ParentUnfit,
    ZoneUnknown,
    fold,
)
from cluster.errors import Forbidden, NotFound, TooLong
from tests.directory.conftest import Directory


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ТОМСКИЙ ИНДУСТРИАЛЬНЫЙ", ["Томский индустриальный техникум"]),
        ("завод томский", ["Томский инструментальный завод", "ТЭТЗ"]),
        ("«полюс»", ["НПЦ «Полюс»"]),
        ("ао тэтз", ["ТЭТЗ"]),  # the other name its documents use
        ("оа", ["ТЭТЗ"]),  # as printed
        ("школа №33", ["Школа № 33"]),
        ("100%", []),
        ("_", []),
    ],
)
async def test_search(directory: Directory, text: str, found: list[str]) -> None:
    _, coordinator = await directory.builtin()
    page = await directory.service.organisations(coordinator, text=text)
    if text == "_":
        assert page.total == 27, "signs are no words: nothing is asked"
        return
    assert [one.short_name for one in page.items] == found


def test_folding() -> None:
    assert fold("  АО «НПЦ»ПОЛЮС»» ") == fold("ао нпц полюс")
    assert fold("Ёлка-2") == "елка 2"
    assert fold("<b>&") == "b"


async def test_pages_have_every_organisation_once(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    pages = [await directory.service.organisations(coordinator, page=number) for number in range(5)]
    ids = [one.id for page in pages for one in page.items]
    assert len(ids) == len(set(ids)) == pages[0].total == 27
    assert pages[4].items == []
    assert (await directory.service.organisations(coordinator, page=-7)).items == pages[0].items


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("ОГБПОУ «Томский аграрный колледж»", "Томский аграрный колледж"),
        ("  ООО\n«Новый   завод» ", "Новый завод"),
        ("АО «НПЦ «Полюс»", "«НПЦ «Полюс»"),
        ("Завод", "Завод"),
        ("Ж" * 50, "Ж" * 39 + "…"),
    ],
)
def test_a_short_name_is_made_when_none_is_given(full: str, short: str) -> None:
    assert OrganisationName.of(full).short == short


async def test_adding_is_done_once(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    add = directory.service.add_organisation
    first = await add(coordinator, OrganisationKind.ENTERPRISE, "ООО «<b>&Завод»", "", "form-1")
    again = await add(coordinator, OrganisationKind.ENTERPRISE, "ООО «<b>&Завод»", "", "form-1")
    assert first == again
    assert first.name == "ООО «<b>&Завод»"
    assert first.is_member
    with pytest.raises(OrganisationExists) as caught:
        await add(coordinator, OrganisationKind.ENTERPRISE, "ооо <B>& завод", "", "form-2")
    assert caught.value.data == {"name": "ООО «<b>&Завод»"}


async def test_only_enterprises_belong_to_a_union_of_the_same_cluster(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    _, stranger = await directory.builtin("draft-2")
    add = directory.service.add_organisation
    union = (await directory.service.organisations(coordinator, kind=OrganisationKind.UNION)).items[0]
    member = await add(coordinator, OrganisationKind.ENTERPRISE, "ООО «Новое»", "", "form-1", union.id)
    assert member.parent_id == union.id
    with pytest.raises(ParentUnfit):
        await add(coordinator, OrganisationKind.COLLEGE, "Колледж", "", "form-2", union.id)
    with pytest.raises(ParentUnfit):
        await add(coordinator, OrganisationKind.ENTERPRISE, "ООО «Иное»", "", "form-3", member.id)
    with pytest.raises(NotFound):
        await add(stranger, OrganisationKind.ENTERPRISE, "ООО «Чужое»", "", "form-4", union.id)


async def test_renaming_keeps_what_the_sources_print(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    _, stranger = await directory.builtin("draft-2")
    (plant,) = (await directory.service.organisations(coordinator, text="тэтз")).items
    renamed = await directory.service.rename_organisation(coordinator, plant.id, "АО «ТЭТЗ-Инвест»", "ТЭТЗ-Инвест")
    assert (renamed.name, renamed.short_name) == ("АО «ТЭТЗ-Инвест»", "ТЭТЗ-Инвест")
    assert renamed.printed_name == "ОА «Томский электротехнический завод»"
    assert (await directory.service.organisations(coordinator, text="электротехнический")).items == [renamed]
    assert (await directory.service.rename_organisation(coordinator, plant.id, "АО «ТЭТЗ-ИНВЕСТ»")).id == plant.id
    with pytest.raises(OrganisationExists):
        await directory.service.rename_organisation(coordinator, plant.id, "ООО Август")
    with pytest.raises(NotFound):
        await directory.service.rename_organisation(stranger, plant.id, "Чужое")
    with pytest.raises(NotFound):
        await directory.service.organisation(stranger, plant.id)


@pytest.mark.parametrize("name", ["", "  \n "])
async def test_a_name_is_needed(directory: Directory, name: str) -> None:
    _, coordinator = await directory.builtin()
    with pytest.raises(NameMissing):
        await directory.service.add_organisation(coordinator, OrganisationKind.SCHOOL, name, "", "form-1")


async def test_a_name_has_a_limit(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    with pytest.raises(TooLong) as caught:
        await directory.service.add_organisation(coordinator, OrganisationKind.SCHOOL, "Ш" * 305, "", "form-1")
    assert caught.value.data == {"limit": 300, "over": 5}


async def test_only_a_coordinator_changes_the_directory(directory: Directory) -> None:
    created, _ = await directory.builtin()
    expert = await directory.actor(4000, created.cluster.id, Role.EXPERT)
    with pytest.raises(Forbidden):
        await directory.service.add_organisation(expert, OrganisationKind.SCHOOL, "Школа", "", "form-1")
    with pytest.raises(Forbidden):
        await directory.service.load_calendar_correction(expert, "19.02.2028")


async def test_an_empty_cluster_has_the_sheet_and_nothing_else(directory: Directory) -> None:
    made = await directory.service.create_empty_cluster(directory.admin, " Кластер  транспорта ", "d", "Asia/Omsk")
    again = await directory.service.create_empty_cluster(directory.admin, "Другое", "d")
    assert again.cluster == made.cluster
    assert (made.cluster.name, made.cluster.zone, made.cluster.preset) == ("Кластер транспорта", "Asia/Omsk", None)
    assert made.contents.organisations == {}
    assert (made.contents.sheets, made.contents.plans, made.contents.councils) == (1, 0, 0)


@pytest.mark.parametrize("zone", ["Томск", "../etc/passwd", "Asia", "x" * 5000])
async def test_an_unknown_zone_is_refused(directory: Directory, zone: str) -> None:
    with pytest.raises(ZoneUnknown):
        await directory.service.create_empty_cluster(directory.admin, "Кластер", "d", zone)


async def test_a_loaded_year_belongs_to_its_cluster_and_replaces_the_earlier_file(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    _, stranger = await directory.builtin("draft-2")
    await directory.service.load_calendar_correction(coordinator, "19.02.2028\n21.02.2028\n")
    loaded = await directory.service.load_calendar_correction(coordinator, "26.02.2028")
    assert loaded.year == 2028
    calendar = await directory.service.calendar(coordinator)
    assert calendar.knows(2028)
    assert calendar.is_working_day(date(2028, 2, 26))
    assert not calendar.is_working_day(date(2028, 2, 19))
    assert calendar.is_working_day(date(2028, 2, 21))
    assert not (await directory.service.calendar(stranger)).knows(2028)
    with pytest.raises(CalendarFileInvalid):
        await directory.service.load_calendar_correction(coordinator, "тридцатое февраля")
    assert (await directory.service.calendar(coordinator)).knows(2028), "a wrong file changes nothing"
