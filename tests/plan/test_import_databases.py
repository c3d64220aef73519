"""What importing asks of a database, SQLite or PostgreSQL: rows change places, are left out, come anew."""

from dataclasses import replace

from cluster.deadlines import PlanPeriod
from cluster.plan_sheet import PlanSheet, SheetRow
from services.calendars import Calendars
from services.plan.desk import Desk
from services.plan.importing import Change, Field, ImportService
from storage import directory_documents, obligations, plan_imports
from tests.databases import database_url, db, migrated_file, migrated_postgres
from tests.directory.conftest import Directory, directory

__all__ = ["database_url", "db", "directory", "migrated_file", "migrated_postgres"]

PERIOD = PlanPeriod.calendar(2023)


def _sheet(*titles: str) -> PlanSheet:
    rows = [SheetRow("Дела", f"1.{n}", title, "ТЭПК", "Май", "") for n, title in enumerate(titles, start=1)]
    return PlanSheet("План на 2023 год", PERIOD, False, rows)


async def test_two_versions(directory: Directory) -> None:
    created, coordinator = await directory.builtin()
    service = ImportService(directory.db, Desk(directory.clock, Calendars(directory.db)))
    first = await service.receive(coordinator, _sheet("Чемпионат", "Ярмарка", "Брошюра"), "план.xlsx", "first")
    assert (await service.receive(coordinator, _sheet("Чемпионат"), "план.xlsx", "first")).kept == first.kept, "once"
    corrected = await service.correct(coordinator, first.kept.id, 0, Field.DEADLINE, "до 15.03.2023")
    done = await service.adopt(coordinator, first.kept.id, corrected.kept.revision)
    assert done.added == 3
    plan_id = done.view.plan.id

    sheet = _sheet("Брошюра", "Чемпионат", "Наставники")
    later = await service.receive(coordinator, sheet, "план.xlsx", "second")
    assert [one.change for one in later.rows] == [Change.SAME, Change.CHANGED, Change.NEW]
    assert [row.title for row in later.removed] == ["Ярмарка"]
    done = await service.adopt(coordinator, later.kept.id, later.kept.revision)
    assert (done.added, len(done.moved), len(done.waived)) == (1, 1, 1)
    async with directory.db.read() as connection:
        rows = await directory_documents.plan_rows_of(connection, created.cluster.id, plan_id)
        gone = await plan_imports.removed_rows(connection, plan_id)
        owed = await obligations.of_rows(connection, created.cluster.id, [*(row.id for row in rows), *gone])
    assert [(row.position, row.title) for row in rows] == [(1, "Брошюра"), (2, "Чемпионат"), (3, "Наставники")]
    assert len(gone) == 1
    assert sorted((one.title, f"{one.due_on}", one.state.value) for _, one in owed) == [
        ("Брошюра", "2023-05-31", "open"),
        ("Наставники", "2023-05-31", "open"),
        ("Чемпионат", "2023-05-31", "open"),
        ("Ярмарка", "2023-05-31", "waived"),
    ]
    again = await service.receive(coordinator, replace(sheet, title="План"), "план.xlsx", "third")
    assert {one.change for one in again.rows} == {Change.SAME}
