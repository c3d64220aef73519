"""What the secretary writes down: long texts whole, votes by hand, drafts of the documents' calendar."""

from sqlalchemy import select

from cluster.meetings.states import Choice
from storage.schema.meetings import meeting_items
from tests.meetings.scene import Council


async def test_a_paste_longer_than_a_message_is_kept_whole(council: Council) -> None:
    world, secretary, (one, two, _) = council.world, council.secretary, council.delegates
    await council.begin(await council.announce(), one, two)
    words = [f"слово{number}" for number in range(600)]
    paste = " ".join(words)
    assert 4096 < len(paste) < 2 * 4096
    cut = paste.rindex(" ", 0, 4096)  # as Telegram's programs cut it
    await _open_item(council, "Слушали")
    await secretary.send(world.bot, paste[:cut])
    await secretary.send(world.bot, paste[cut + 1 :])
    await world.settle()
    assert f"Записано {len(paste):,} знак".replace(",", " ") in council.stage.seen(secretary)
    assert words[-1] in council.stage.seen(secretary)
    await world.say(secretary, "Прения: выступил директор.")
    await world.tap(secretary, "Всё верно")
    async with world.app.db.read() as connection:
        kept = await connection.scalar(select(meeting_items.c.heard).where(meeting_items.c.heard.is_not(None)))
    assert kept == f"{paste} Прения: выступил директор."


async def test_more_than_the_minutes_take_is_refused_and_the_rest_kept(council: Council) -> None:
    world, secretary = council.world, council.secretary
    await council.begin(await council.announce(), council.delegates[0])
    await _open_item(council, "Слушали")
    for _ in range(5):
        await world.say(secretary, "Доложено. " * 409)
    assert "20" in council.stage.seen(secretary)
    assert "Записано 16" in council.stage.seen(secretary)


async def test_votes_by_hand_and_all_for(council: Council) -> None:
    world, secretary, people = council.world, council.secretary, council.delegates
    view = await council.begin(await council.announce(), people[0])
    await _open_item(council, "Начать голосование")
    await world.tap(secretary, "Отметить голоса")
    await world.tap(secretary, "👎")
    assert "✓ 👎" in world.buttons(secretary)
    await world.tap(secretary, "К вопросу")
    for late in people[1:]:
        await council.meetings.answering.here(await council.actor(late), view.meeting.id)
    await world.tap(secretary, "Единогласно")
    assert "за — 2, против — 1, воздержались — 0" in council.stage.seen(secretary)
    found = (await council.look(view.meeting.id)).votes[view.items[0].id]
    assert sorted(choice.value for choice in found.values() if choice) == ["against", "for", "for"]
    assert await world.tap(people[0], "За") == "Голос принят.", "a delegate may change what was written down"


async def test_a_secret_ballot_is_set_by_a_button_and_counted_as_sums(council: Council) -> None:
    world, secretary, (one, two, _) = council.world, council.secretary, council.delegates
    view = await council.announce()
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "Повестка")
    await world.tap(secretary, "1. Об экспертизе")
    await world.tap(secretary, "Голосовать тайно")
    assert "Голосовать открыто" in str(world.buttons(secretary))
    await council.begin(view, one, two)
    await _open_item(council, "Начать голосование")
    assert "Отметить голоса" not in str(world.buttons(secretary)), "nobody writes a secret vote down for another"
    for person, choice in ((one, "За"), (two, "Против")):
        await world.tap(person, choice)
        assert "изменить его нельзя" in council.stage.seen(person)
    await world.tap(secretary, "Закрыть вопрос")
    assert "за — 1, против — 1" in council.stage.seen(secretary)
    shown = await council.look(view.meeting.id)
    assert set(shown.votes[shown.items[0].id].values()) == {None}
    assert shown.items[0].votes[Choice.FOR] == 1


async def test_a_draft_is_made_of_a_line_of_the_documents(council: Council) -> None:
    world, secretary = council.world, council.secretary
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Советы и состав")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "Календарь из документов")
    await world.tap(secretary, "ноябрь 2022")
    await world.say(secretary, "15 ноября 2022 в 11")
    await world.tap(secretary, "90 мин")
    await world.say(secretary, "Томск, ул. Пушкина, 63")
    assert await world.tap(secretary, "Всё верно") == "Черновик сохранён."
    shown = council.stage.seen(secretary)
    assert "Обсуждение подходов организации и проведения демонстрационного экзамена" in shown
    assert "вт, 15 ноября 2022 г., 11:00" in shown
    assert all("приглашают" not in one.body for one in council.delegates[0].chat(world.bot).from_bots)


async def _open_item(council: Council, button: str) -> None:
    """The secretary goes to the first item and taps."""
    world, secretary = council.world, council.secretary
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "1. Об экспертизе")
    await world.tap(secretary, "Перейти к вопросу")
    await world.tap(secretary, button)
