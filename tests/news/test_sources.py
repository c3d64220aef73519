"""Events that arise from a row of the plan or from a meeting; who is named to write about them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cluster.access import Actor, Role
from cluster.errors import NotFound
from cluster.news.model import Event, Obligation
from cluster.news.refusals import EventFollowsMeeting
from cluster.news.states import EventOrigin, EventState
from services.meetings import NewItem, NewMeeting, NewMember
from services.news import Source
from storage import news_events
from tests.news.conftest import NewsDesk

SOON = datetime(2022, 6, 24, 7, 0, tzinfo=UTC)  # Friday 14:00 in Tomsk


async def event_of(desk: NewsDesk, event_id: int) -> Event:
    async with desk.world.app.db.read() as connection:
        found = await news_events.event(connection, event_id)
    assert found is not None
    return found


async def owed_of(desk: NewsDesk, event_id: int) -> Obligation:
    """What the one organisation owes."""
    async with desk.world.app.db.read() as connection:
        (one,) = await news_events.obligations_of_event(connection, event_id)
    return one


async def last_event(desk: NewsDesk) -> Event:
    async with desk.world.app.db.read() as connection:
        number = (await connection.exec_driver_sql("SELECT max(id) FROM news_events")).scalar_one()
    return await event_of(desk, int(number))


async def announced(desk: NewsDesk) -> tuple[int, str]:
    """A meeting of the first council with the college as a member, announced; gives its id and the council's name."""
    meetings, head = desk.world.app.services.meetings, await desk.stage.actor(desk.coordinator)
    council = (await meetings.councils.mine(head))[0]
    delegate = await desk.stage.actor(desk.author)
    await meetings.councils.add_member(head, council.id, NewMember(desk.stage.colleges[0][0], delegate.me, None), "m")
    planned = await meetings.planning.create(head, NewMeeting(council.id, SOON, 60, "Ауд. 214"), "meeting")
    meeting_id = planned.view.meeting.id
    await meetings.planning.add_item(head, meeting_id, NewItem("О программах"), "item")
    await meetings.announcing.announce(head, meeting_id)
    await desk.settle()
    return meeting_id, council.name


async def begin(desk: NewsDesk, source: str) -> None:
    await desk.world.say(desk.coordinator, "/news")
    await desk.world.tap(desk.coordinator, "События")
    await desk.world.tap(desk.coordinator, "➕ Событие")
    await desk.world.tap(desk.coordinator, source)


async def test_from_a_row_of_the_plan(desk: NewsDesk) -> None:
    world, who = desk.world, desk.coordinator
    await begin(desk, "Из плана работы")
    assert "Действующего плана нет" in desk.seen(who), "nothing is adopted yet"
    await world.say(who, "/plan")
    await world.tap(who, "Планы работы")
    await world.tap(who, "2022 ·")
    await world.tap(who, "Принять план")
    await begin(desk, "Из плана работы")
    row = world.buttons(who)[0]
    await world.tap(who, row)
    assert "Первый день" in desk.seen(who), "the title is the row's"
    await world.say(who, "22.06.2022")
    await world.say(who, "22.06.2022")
    await world.tap(who, "Пропустить")
    await world.tap(who, "Ещё ›")
    await world.tap(who, desk.stage.colleges[0][1])
    await world.tap(who, "Готово")
    assert row.split(". ", 1)[1].rstrip("…") in desk.seen(who)
    await world.tap(who, "Название")
    await world.say(who, "Экскурсия по строке плана")
    await world.tap(who, "Всё верно")
    assert "Из плана работы" in desk.seen(who)
    made = await last_event(desk)
    assert (made.origin, made.title) == (EventOrigin.PLAN_ROW, "Экскурсия по строке плана")
    assert (await desk.owed(made.id)).due_at == datetime(2022, 6, 27, 11, 0, tzinfo=UTC)
    await begin(desk, "Из плана работы")
    assert "Событий уже добавлено: 1" in desk.seen(who)


async def test_a_meeting_is_moved_and_cancelled_with_its_event(desk: NewsDesk) -> None:
    world, who = desk.world, desk.coordinator
    meeting_id, council = await announced(desk)
    await begin(desk, "Заседание")
    await world.tap(who, "24.06.2022")
    assert f"Заседание: {council}" in desk.seen(who)
    await world.tap(who, "Всё верно")
    made = await last_event(desk)
    assert (made.origin, made.first_day, made.place) == (EventOrigin.MEETING, date(2022, 6, 24), "Ауд. 214")
    assert (await owed_of(desk, made.id)).due_at == datetime(2022, 6, 29, 11, 0, tzinfo=UTC)

    meetings, head = world.app.services.meetings, await desk.stage.actor(who)
    with pytest.raises(EventFollowsMeeting):
        await desk.news.events.postpone(head, made.id, (date(2022, 7, 1), date(2022, 7, 1)))
    await meetings.announcing.set_date(head, meeting_id, SOON + timedelta(days=4))
    await world.wait(minutes=2)
    moved = await event_of(desk, made.id)
    assert (moved.first_day, moved.sequence) == (date(2022, 6, 28), 1)
    assert (await owed_of(desk, made.id)).due_at == datetime(2022, 7, 1, 11, 0, tzinfo=UTC)
    await meetings.announcing.cancel(head, meeting_id, "Нет кворума")
    await world.wait(minutes=2)
    assert (await event_of(desk, made.id)).state is EventState.CANCELLED
    await begin(desk, "Заседание")
    assert "нет" in desk.seen(who)


async def test_a_meeting_is_one_event_and_a_foreign_row_is_none(desk: NewsDesk) -> None:
    meeting_id, _ = await announced(desk)
    actor, register = await desk.stage.actor(desk.coordinator), desk.news.events.register
    days, owing = (date(2022, 6, 24), date(2022, 6, 24)), [desk.stage.colleges[0][0]]

    async def make(source: Source, key: str, by: Actor = actor) -> int:
        card = await register(by, "О заседании", days, place=None, organisation_ids=owing, draft_key=key, source=source)
        return card.event.id

    meeting = Source(EventOrigin.MEETING, meeting_id)
    assert await make(meeting, "first") == await make(meeting, "second")
    for source in (Source(EventOrigin.MEETING, 10**6), Source(EventOrigin.PLAN_ROW, 10**6)):
        with pytest.raises(NotFound):
            await make(source, "third")
    with pytest.raises(NotFound):
        await make(meeting, "fourth", await desk.stage.actor(desk.author))


async def test_who_is_named_is_reminded_first(desk: NewsDesk) -> None:
    world, who = desk.world, desk.coordinator
    colleague = await desk.stage.add("Пётр Коллега", Role.COLLEGE, desk.stage.colleges[0][0])
    await world.say(who, "/news")
    await world.tap(who, "Кто пишет новости")
    assert f"{desk.stage.colleges[0][1]}: не назначен, 2 представителя" in desk.seen(who)
    await world.tap(who, desk.stage.colleges[0][1])
    assert await world.tap(who, "Пётр Коллега") == "Первым напомню: Пётр Коллега"
    await desk.settle()
    assert "напоминать Вам первым" in desk.seen(colleague)
    assert "✓ Пётр Коллега" in world.buttons(who)
    await desk.event()
    before = len(desk.author.chat(world.bot).from_bots)
    await desk.to(datetime(2022, 6, 22, 11, 0, tzinfo=UTC))
    assert "Прошло событие" in desk.seen(colleague)
    assert len(desk.author.chat(world.bot).from_bots) == before


async def test_a_college_names_its_own_and_only_its_own(desk: NewsDesk) -> None:
    colleague = await desk.stage.add("Пётр Коллега", Role.COLLEGE, desk.stage.colleges[0][0])
    author, press = await desk.stage.actor(desk.author), desk.news.press
    page = await press.colleges(author)
    assert [one.organisation_id for one in page.items] == [desk.stage.colleges[0][0]]
    named = await press.name(author, page.items[0].organisation_id, (await desk.stage.actor(colleague)).me)
    assert named.press.responsible == "Пётр Коллега"
    with pytest.raises(NotFound):
        await press.college(author, desk.stage.colleges[1][0])
    with pytest.raises(NotFound):
        await press.name(author, desk.stage.colleges[0][0], (await desk.stage.actor(desk.coordinator)).me)
