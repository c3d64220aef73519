"""Who hears that a quarter is empty: when a plan is adopted, and on the first working day of the quarter."""

import re
from datetime import UTC, date, datetime

from services.meetings import NewMeeting
from services.meetings.duty import report_quarters
from storage import directory_documents
from tests.meetings.scene import Council

SEPTEMBER = datetime(2022, 9, 1, 3, 0, tzinfo=UTC)  # Thursday 10:00 in Tomsk
YEAR = {
    "title": "План работы кластера на 2022/2023 учебный год",
    "year": "academic",
    "first_day": date(2022, 9, 1),
    "last_day": date(2023, 8, 31),
    "is_draft": False,
    "source": "test",
}
ROW = {
    "section": "3. Деятельность советов",
    "number": "3.1",
    "title": "Проведение заседаний Экспертного совета",
    "executors": "Экспертный совет",
    "deadline_text": "Не реже 1 раза в квартал",
    "result": "Протоколы",
}


def told(council: Council) -> list[str]:
    """Warnings the coordinator got: «Экспертный совет: III квартал 2023»."""
    shown = [one.body.replace("\u00a0", " ") for one in council.secretary.chat(council.world.bot).from_bots]
    return sorted(found for text in shown for found in re.findall(r"\w+ совет: I?[IV]+ квартал \d{4}", text))


async def adopt(council: Council) -> int:
    """A plan of 2022/23 is adopted by the coordinator; gives its id."""
    app = council.world.app
    async with app.db.write() as tx:
        plan_id = await directory_documents.insert_plan(tx, council.stage.cluster_id, YEAR, [ROW])
    await app.services.plan.plans.adopt(await council.actor(council.secretary), plan_id)
    await council.world.settle()
    return plan_id


async def test_adopting_the_plan_of_2022_23_warns_exactly_of_its_third_quarter(council: Council) -> None:
    council.world.clock.move_to(SEPTEMBER)
    await council.world.settle()
    before = told(council)
    plan_id = await adopt(council)
    expected = ["Координационный совет: III квартал 2023", "Экспертный совет: III квартал 2023"]
    assert told(council) == sorted([*before, *expected])
    await council.world.app.services.plan.plans.adopt(await council.actor(council.secretary), plan_id)
    await council.world.settle()
    assert told(council) == sorted([*before, *expected]), "adopted again: nothing new"


async def test_a_meeting_of_that_quarter_silences_the_warning(council: Council) -> None:
    council.world.clock.move_to(SEPTEMBER)
    await council.world.settle()
    by = await council.actor(council.secretary)
    august = datetime(2023, 8, 29, 4, 0, tzinfo=UTC)
    await council.meetings.planning.create(by, NewMeeting(council.id, august, 60, "Томск"), "august")
    before = told(council)
    await adopt(council)
    assert told(council) == sorted([*before, "Координационный совет: III квартал 2023"])


async def test_the_quarter_is_told_again_on_its_first_working_day(council: Council) -> None:
    world, app = council.world, council.world.app
    world.clock.move_to(SEPTEMBER)
    await world.settle()
    await adopt(council)
    before = told(council)
    world.clock.move_to(datetime(2023, 7, 2, 3, 0, tzinfo=UTC))  # Sunday
    assert await report_quarters(app.db, app.services.calendars, world.clock.now()) == 0
    world.clock.move_to(datetime(2023, 7, 3, 3, 0, tzinfo=UTC))
    assert await report_quarters(app.db, app.services.calendars, world.clock.now()) == 2
    await world.settle()
    assert len(told(council)) == len(before) + 2
