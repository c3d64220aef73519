"""The plan as files: a table in which nothing is a formula, a picture, a calendar another library reads."""

from io import BytesIO

import openpyxl
import vobject
from PIL import Image

from documents.worker import DocumentWorker
from handlers.plan import paper
from handlers.plan.taps import PaperTap
from locales import Texts
from services.plan.obligations import Everything
from tests.plan.test_story import adopt
from tests.stage import Stage


async def _everything(stage: Stage) -> Everything:
    actor = await stage.actor(stage.coordinator)
    return await stage.world.app.services.plan.obligations.everything(actor)


async def test_a_coordinator_gets_the_whole_plan_three_ways(stage: Stage) -> None:
    world, coordinator = stage.world, stage.coordinator
    await adopt(stage)
    for button in ("Год", "Excel", "Календарь"):
        await world.say(coordinator, "/plan")
        assert await world.tap(coordinator, button) == "Готовлю файл…"
    found, made = await _everything(stage), {}
    async with DocumentWorker() as documents:
        for do in (PaperTap.TABLE, PaperTap.PICTURE, PaperTap.CALENDAR):
            file = await paper.paper(Texts().for_locale("ru"), documents, found, do, world.clock.now())
            made[do] = file.data
    sheet = openpyxl.load_workbook(BytesIO(made[PaperTap.TABLE])).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[3]]
    assert len(rows) == len(found.obligations) + 1
    assert {row[6] for row in rows} >= {"просрочено", "не начато"}
    picture = Image.open(BytesIO(made[PaperTap.PICTURE]))
    assert picture.width > 1000
    assert picture.height > 500
    calendar = vobject.readOne(made[PaperTap.CALENDAR].decode())
    days = {event.dtstart.value.isoformat() for event in calendar.vevent_list}
    assert {"2022-06-30", "2022-09-30", "2022-12-30"} <= days
    uids = [event.uid.value for event in calendar.vevent_list]
    assert len(uids) == len(set(uids))


async def test_a_college_gets_its_own(stage: Stage) -> None:
    await adopt(stage)
    await stage.world.say(stage.college, "/plan")
    await stage.world.tap(stage.college, "Календарь")
    own = await stage.world.app.services.plan.obligations.everything(await stage.actor(stage.college))
    assert {one.organisation_id for one in own.obligations} == {stage.colleges[0][0]}
    assert 0 < len(own.obligations) < len((await _everything(stage)).obligations)
