"""Around a meeting: where it is announced, what speaks against its date, what is told together, what is chased."""

from datetime import UTC, datetime, timedelta

import vobject
from sqlalchemy import select

from cluster.meetings.states import Answer
from sandbox.chats import Chat
from services.meetings import Chat as Where
from services.meetings import NewDecision
from storage.schema.obligations import obligations
from tests.meetings.scene import PLACE, STARTS, Council


async def connect(council: Council) -> tuple[Chat, Chat]:
    """A group and a channel the bot posts to."""
    world, boss = council.world, council.secretary
    group, channel = world.telegram.add_group("Советы"), world.telegram.add_channel("Новости кластера")
    for chat in (group, channel):
        boss.join(chat, "creator")
        boss.add_bot_to(chat, world.bot)
        await world.settle()
    return group, channel


def posts(council: Council, chat: Chat) -> list[str]:
    """First lines of what the bot wrote there."""
    shown = council.secretary.chat(chat).from_bots
    return [one.body.splitlines()[0] for one in shown if "Экспертный совет" in one.body]


async def test_group_and_channel_see_each_version_as_set(council: Council) -> None:
    world, by = council.world, await council.actor(council.secretary)
    group, channel = await connect(council)
    view = await council.announce()
    assert posts(council, group) == ["Объявлено заседание"]
    assert posts(council, channel) == [], "a channel is told only where the council has it so"
    await council.meetings.councils.set_chat(by, council.id, Where.CHANNEL, on=True)
    await council.meetings.announcing.set_date(by, view.meeting.id, STARTS + timedelta(days=1))
    await world.settle()
    await council.meetings.councils.set_chat(by, council.id, Where.GROUP, on=False)
    await council.meetings.announcing.cancel(by, view.meeting.id, "Болезнь докладчика")
    await world.settle()
    assert posts(council, group) == ["Объявлено заседание", "Заседание перенесено"]
    assert posts(council, channel) == ["Заседание перенесено", "Заседание отменено"]
    assert "Болезнь докладчика" in council.secretary.chat(channel).last_answer.body


async def test_a_day_off_and_another_meeting_speak_against_a_date(council: Council) -> None:
    world, secretary = council.world, council.secretary
    await council.announce()
    await council.answer(council.delegates[1], await council.look(1), Answer.NO)
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Новое заседание")
    await world.tap(secretary, "Экспертный совет")
    await world.say(secretary, "28 июня 15:00")
    await world.tap(secretary, "60 мин")
    await world.say(secretary, PLACE)
    shown = council.stage.seen(secretary)
    assert "Делегат1 Иванов" in shown
    assert "Делегат2 Иванов" not in shown, "who declined the other meeting is free"
    assert "нерабочий" not in shown
    await world.tap(secretary, "✏️ Дата")
    await world.say(secretary, "в субботу в 15")
    shown = council.stage.seen(secretary)
    assert "нерабочий" in shown
    assert "Делегат1 Иванов" not in shown


async def test_edits_within_minutes_are_one_message_and_answers_begin_anew(council: Council) -> None:
    world, by, (one, two, three) = council.world, await council.actor(council.secretary), council.delegates
    view = await council.announce()
    for person, given in ((one, Answer.YES), (two, Answer.NO)):
        await council.answer(person, view, given)
    before = {person.id: len(person.chat(world.bot).from_bots) for person in council.delegates}
    for minutes, days in ((0, 1), (2, 2), (2, 3)):
        await world.wait(minutes=minutes)
        await council.meetings.announcing.set_date(by, view.meeting.id, STARTS + timedelta(days=days))
    await council.meetings.planning.set_place(by, view.meeting.id, "https://example.org/call", 60)
    found = await council.look(view.meeting.id)
    assert [each.answer for each in found.invitees].count(Answer.AGAIN) == 2
    assert [each.answer for each in found.invitees].count(Answer.NONE) == 1
    await world.wait(minutes=6)
    for person in council.delegates:
        told = person.chat(world.bot).from_bots[before[person.id] :]
        assert [message.kind for message in told] == ["text", "document"], "one message for four edits"
        assert "было назначено на вт, 28 июня 2022 г., 14:00" in told[0].body.replace("\u00a0", " ")
        assert "пт, 1 июля 2022 г., 14:00" in told[0].body.replace("\u00a0", " ")
    await world.wait(minutes=10)
    await council.meetings.planning.set_place(by, view.meeting.id, PLACE, 60)
    await world.wait(minutes=6)
    assert len(three.chat(world.bot).from_bots) == before[three.id] + 4, "a later edit is a message of its own"


async def test_calendar_files_are_one_entry_until_it_is_taken_out(council: Council) -> None:
    world, by, one = council.world, await council.actor(council.secretary), council.delegates[0]
    view = await council.announce()
    await council.meetings.announcing.set_date(by, view.meeting.id, STARTS + timedelta(days=1))
    await world.wait(minutes=6)
    await council.meetings.announcing.cancel(by, view.meeting.id, "Болезнь докладчика")
    await world.settle()
    files = [each.file.data.decode() for each in one.chat(world.bot).from_bots if each.kind == "document"]
    read = [vobject.readOne(text) for text in files]
    assert [calendar.method.value for calendar in read] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert len({calendar.vevent.uid.value for calendar in read}) == 1
    assert [int(calendar.vevent.sequence.value) for calendar in read] == [0, 1, 2]
    assert [calendar.vevent.dtstart.value for calendar in read][:2] == [
        datetime(2022, 6, 28, 7, tzinfo=UTC),
        datetime(2022, 6, 29, 7, tzinfo=UTC),
    ]
    assert read[2].vevent.status.value == "CANCELLED"


async def test_unsigned_minutes_are_chased_until_they_are_signed(council: Council) -> None:
    world, by, (one, two, _) = council.world, await council.actor(council.secretary), council.delegates
    view = await council.begin(await council.announce(), one, two)  # Tuesday 28 June
    await council.meetings.conduct.end(by, view.meeting.id)
    await world.settle()

    def asked() -> int:
        return sum("Протокол не подписан" in each.body for each in council.secretary.chat(world.bot).from_bots)

    seen = []
    for day in (29, 30):
        world.clock.move_to(datetime(2022, 6, day, 4, tzinfo=UTC))
        await world.settle()
        seen.append(asked())
    for day in (1, 4, 5):
        world.clock.move_to(datetime(2022, 7, day, 4, tzinfo=UTC))
        await world.settle()
        seen.append(asked())
    assert seen == [0, 0, 1, 1, 2], "on the third and on the fifth working day"
    assert sum("Протокол не подписан" in each.body for each in one.chat(world.bot).from_bots) == 2, "the chair too"
    await council.meetings.minutes.sign(by, view.meeting.id, "file", "protokol.pdf")
    world.clock.move_to(datetime(2022, 7, 20, 4, tzinfo=UTC))
    await world.settle()
    assert asked() == 2


async def test_news_is_asked_for_from_the_minutes(council: Council) -> None:
    world, secretary, (one, two, _) = council.world, council.secretary, council.delegates
    view = await council.begin(await council.announce(), one, two)
    await council.meetings.conduct.end(await council.actor(secretary), view.meeting.id)
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Прошедшие")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "Новость о заседании")
    shown = council.stage.seen(secretary)
    assert "Экспертный совет" in shown, shown


async def test_a_decision_is_taken_back_after_a_question(council: Council) -> None:
    world, secretary, (one, two, _) = council.world, council.secretary, council.delegates
    by = await council.actor(secretary)
    view = await council.begin(await council.announce(), one, two)
    item = view.items[0].id
    await council.meetings.conduct.open_item(by, item)
    await council.meetings.decisions.decide(by, item, NewDecision("Утвердить", None, None, None), "d")
    await council.meetings.conduct.close_item(by, item)
    await council.meetings.conduct.end(by, view.meeting.id)
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Прошедшие")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "🗑")
    assert "Убрать решение из протокола?" in council.stage.seen(secretary)
    await world.tap(secretary, "Назад")
    assert "Утвердить" in council.stage.seen(secretary)
    await world.tap(secretary, "🗑")
    assert await world.tap(secretary, "Убрать решение") == "Решение убрано."
    assert (await council.look(view.meeting.id)).decisions == []
    async with world.app.db.read() as connection:
        assert list(await connection.scalars(select(obligations.c.state))) == ["waived"]


async def test_what_was_to_be_told_in_the_hall_is_not_told_the_next_day(council: Council) -> None:
    world, by, one = council.world, await council.actor(council.secretary), council.delegates[0]
    view = await council.announce()
    world.clock.move_to(STARTS)
    await world.settle()
    before = len(one.chat(world.bot).from_bots)
    await council.meetings.conduct.begin(by, view.meeting.id)
    world.clock.advance(timedelta(days=1))  # nothing went out for a day
    await world.settle()
    assert [each.body for each in one.chat(world.bot).from_bots[before:] if "началось" in each.body] == []
