"""Sheets, reports and the bank on both databases, without a bot."""

from cluster.access import Role
from cluster.bank import Agreement, ProgrammeKind
from services.bank import BankService, NewBankProgramme
from services.clock import MovableClock
from services.directory import DirectoryService
from services.evaluation import NewSession
from storage.database import Database
from tests.evaluation import sheet_of_forty
from tests.evaluation.scene import signed_session
from tests.evaluation.test_databases import Office
from tests.stage import SESSION


async def test_sheets_reports_and_the_bank(db: Database, clock: MovableClock) -> None:
    office = Office(db, clock)
    admin = await office.person(None, Role.ADMINISTRATOR)
    here = (await DirectoryService(db, clock).create_builtin_cluster(admin, "c")).cluster.id
    coordinator = await office.person(here, Role.COORDINATOR)
    sheets, reports = office.evaluation.sheets, office.evaluation.reports

    first = (await sheets.versions(coordinator))[0]
    loaded = await sheets.load(coordinator, sheet_of_forty.content())
    assert (await sheets.load(coordinator, sheet_of_forty.content())).version.id == loaded.version.id
    assert [one.is_current for one in await sheets.versions(coordinator)] == [True, False]
    await sheets.make_current(coordinator, loaded.version.id)
    assert [one.id for one in await sheets.choices(coordinator)] == [loaded.version.id, first.id]
    overview = await office.evaluation.sessions.create(coordinator, SESSION, "new")
    assert len(overview.sheet.criteria) == 40
    kept = NewSession("Прежний лист", SESSION.starts_on, SESSION.ends_on, SESSION.deadline, 1, first.id)
    assert len((await office.evaluation.sessions.create(coordinator, kept, "old")).sheet.criteria) == 14

    colleges = await office.evaluation.programmes.colleges(coordinator)
    session_id = await signed_session(
        db, here, loaded.version.id, loaded.sheet, colleges, coordinator.me, programmes=3, experts=2
    )
    report = await reports.session(coordinator, session_id)
    assert (report.signed, len(report.results), len(report.experts)) == (6, 3, 6)
    compared = await reports.comparison(coordinator)
    judged = [sum(pair) for pair in compared.sessions[-1].counts.values()]
    assert len(judged) == 40 and max(judged) <= 6

    bank = BankService(db, clock)
    shown = await bank.page(coordinator, here)
    assert (shown.programmes.total, shown.waiting) == (4, 3)
    assert await bank.take(coordinator) == 3 and await bank.take(coordinator) == 0
    new = NewBankProgramme(ProgrammeKind.ADDITIONAL, colleges[0][0], None, "Сварка «ёлочкой» 100%_", None, None)
    card = await bank.add(coordinator, new, "weld")
    await bank.agree(coordinator, card.programme.id, Agreement.AGREED)
    for words, count in (("сварка елочкой", 1), ("100%_", 1), ("", 8), ("нет такой", 0)):
        assert (await bank.page(coordinator, here, words=words)).programmes.total == count, words
    assert (await bank.page(coordinator, here, ProgrammeKind.MAIN)).programmes.total == 7
    assert len((await bank.brochure(coordinator, here)).programmes) == 8
    await bank.hide(coordinator, card.programme.id, hidden=True)
    assert len((await bank.brochure(coordinator, here)).programmes) == 7
