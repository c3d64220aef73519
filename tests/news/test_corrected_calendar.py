"""A corrected calendar moves open deadlines with their reminders; what was settled stays (product, section 2)."""

from datetime import UTC, date, datetime, timedelta

from cluster.news.states import ObligationState, Stage
from storage import deadlines
from tests.news.conftest import TITLE, NewsDesk

MONDAY_OFF = "27.06.2022"


async def correct(desk: NewsDesk, days: str) -> str:
    """The coordinator loads a correction in the chat; gives the answer."""
    world, who = desk.world, desk.coordinator
    await world.say(who, "/menu")
    await who.press_data(who.chat(world.bot).last_answer, "dr1:u::0:0")
    await world.settle()
    await world.say(who, days)
    return desk.seen(who)


async def test_open_deadlines_move_and_it_is_shown(desk: NewsDesk) -> None:
    event = await desk.event()
    assert (await desk.owed(event)).due_at == datetime(2022, 6, 27, 11, 0, tzinfo=UTC)
    shown = await correct(desk, MONDAY_OFF)
    assert "Сроки новостей изменились: 1" in shown
    assert f"{TITLE}: 27.06.2022 18:00 → 28.06.2022 18:00" in shown
    assert (await desk.owed(event)).due_at == datetime(2022, 6, 28, 11, 0, tzinfo=UTC)
    await desk.settle()
    told = desk.seen(desk.author)
    assert "Срок новости изменился" in told
    assert f"{TITLE}: до 28.06.2022 18:00" in told
    assert "Сроки новостей" not in await correct(desk, MONDAY_OFF), "the same again moves nothing"


async def test_reminders_follow_and_nothing_is_told_twice(desk: NewsDesk) -> None:
    event = await desk.event()
    await desk.to(datetime(2022, 6, 22, 11, 0, tzinfo=UTC))
    assert "Прошло событие" in desk.seen(desk.author)
    await correct(desk, MONDAY_OFF)
    assert (await desk.owed(event)).stage is Stage.OVER
    await desk.settle()
    before = len(desk.author.chat(desk.world.bot).from_bots)
    await desk.to(datetime(2022, 6, 27, 11, 0, tzinfo=UTC))
    assert len(desk.author.chat(desk.world.bot).from_bots) == before, "the old deadline is none any more"
    await desk.to(datetime(2022, 6, 28, 7, 0, tzinfo=UTC))
    assert "ждут сегодня, до 28.06.2022 18:00" in desk.seen(desk.author)
    await desk.to(datetime(2022, 6, 28, 11, 0, tzinfo=UTC))
    assert "просрочена" in desk.seen(desk.author)


async def test_what_is_settled_stays_what_was_extended_goes_on(desk: NewsDesk) -> None:
    """An item that was returned keeps its longer deadline, moved out of a day off; one handed in is not touched."""
    given, back = await desk.event(title="Сдано"), await desk.event(title="Возвращено")
    async with desk.world.app.db.write() as tx:
        await tx.exec_driver_sql(f"UPDATE news_obligations SET state = 'handed_in' WHERE event_id = {given}")
        await tx.exec_driver_sql(f"UPDATE news_obligations SET extended = true, stage = 'over' WHERE event_id = {back}")
    await correct(desk, MONDAY_OFF)
    assert (await desk.owed(given)).due_at == datetime(2022, 6, 27, 11, 0, tzinfo=UTC)
    assert (await desk.owed(given)).state is ObligationState.HANDED_IN
    assert (await desk.owed(back)).due_at == datetime(2022, 6, 28, 11, 0, tzinfo=UTC)


async def test_the_coordinators_own_deadline_follows(desk: NewsDesk) -> None:
    """Four working hours from 15:00 on Tuesday end on Wednesday; when Wednesday is off, on Thursday."""
    await desk.to(datetime(2022, 6, 21, 8, 0, tzinfo=UTC))
    item_id = await desk.submit()
    due = (await desk.item(item_id)).review_due_at
    assert due is not None
    assert due.date() == date(2022, 6, 22)
    await correct(desk, "22.06.2022")
    moved = (await desk.item(item_id)).review_due_at
    assert moved == due + timedelta(days=1)


async def test_a_year_that_news_is_due_in_must_be_known(desk: NewsDesk) -> None:
    async with desk.world.app.db.read() as connection:
        (before,) = await deadlines.reaches(connection)
    await desk.event(date(2033, 5, 4))
    async with desk.world.app.db.read() as connection:
        (after,) = await deadlines.reaches(connection)
    assert before.news is None
    assert after.news is not None
    assert after.news.year == 2033
