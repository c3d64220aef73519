"""What the directory asks of a database, on SQLite and on PostgreSQL."""

from datetime import date

from cluster.directory import OrganisationKind
from tests.databases import database_url
from tests.directory.conftest import Directory

__all__ = ["database_url"]


async def test_the_builtin_cluster_is_created_once_searched_and_corrected(directory: Directory) -> None:
    created, coordinator = await directory.builtin()
    again = await directory.service.create_builtin_cluster(directory.admin, "draft-1")
    assert (created.is_new, again.is_new) == (True, False)
    assert again.contents == created.contents
    assert (created.contents.plan_rows, created.contents.council_meetings) == (33, 14)

    service = directory.service
    colleges = await service.organisations(coordinator, kind=OrganisationKind.COLLEGE)
    assert [one.short_name for one in colleges.items][:3] == [
        "ТЭПК", "Асиновский техникум", "Кожевниковский техникум",
    ]  # fmt: skip
    found = await service.organisations(coordinator, text="ПОЛЮС")
    assert [one.name for one in found.items] == ["АО «НПЦ «Полюс»"]
    card = await service.organisation(coordinator, colleges.items[0].id)
    assert [one.code for one in card.specialities] == ["11.00.00", "15.00.00", "15.02.32", "27.00.00", "27.02.07"]

    made = await service.add_organisation(coordinator, OrganisationKind.SCHOOL, "Школа № 1", "", "form-1")
    assert await service.add_organisation(coordinator, OrganisationKind.SCHOOL, "Школа № 1", "", "form-1") == made
    renamed = await service.rename_organisation(coordinator, made.id, "Лицей № 1")
    assert (await service.organisations(coordinator, text="лицей")).items == [renamed]

    await service.load_calendar_correction(coordinator, "19.02.2028\n21.02.2028")
    await service.load_calendar_correction(coordinator, "26.02.2028")
    calendar = await service.calendar(coordinator)
    assert [calendar.is_working_day(date(2028, 2, day)) for day in (19, 21, 26)] == [False, True, True]
