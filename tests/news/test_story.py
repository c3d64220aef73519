"""The stories people live: from an event to the post, with a return for changes; a forgotten news item."""

from datetime import UTC, datetime

from cluster.news.states import ItemState, ObligationState
from sandbox.acts import Attachment
from tests.news.conftest import TITLE, NewsDesk, picture

PHOTOS = [
    Attachment("photo", picture(1)),
    Attachment("photo", picture(2), caption="Студенты в цехе мехобработки."),
    Attachment("photo", picture(3)),
]


async def test_from_an_event_to_the_post_with_a_return(desk: NewsDesk) -> None:
    world, author, coordinator = desk.world, desk.author, desk.coordinator
    event = await desk.event()
    assert "Новое событие" in desk.seen(author) or author.chat(world.bot).last_answer.document
    await desk.to(datetime(2022, 6, 22, 11, 30, tzinfo=UTC))  # Wednesday 18:30 in Tomsk
    assert "Прошло событие" in desk.seen(author)
    assert "27.06.2022 18:00" in desk.seen(author), "three working days under the rule of 2022"
    await world.tap(author, "Написать")
    assert "Пришлите текст" in desk.seen(author), "the title is the event's"
    await author.send_album(world.bot, PHOTOS)
    await world.settle()
    await world.wait(seconds=3)
    assert "Всего приложено: 3" in desk.seen(author)
    await world.tap(author, "Дальше")
    await world.say(author, "https://vk.com/wall-1_2 spk-tomsk.ru/news/5")
    look = author.chat(world.bot).messages[-4:]
    assert [one.kind for one in look[:3]] == ["photo"] * 3, "the post exactly as it will be"
    assert look[0].body.startswith(f"{TITLE}\n\nСтуденты в цехе")
    assert "🔗 ВКонтакте · spk-tomsk.ru" in look[0].body
    await world.tap(author, "Отправить")
    assert "Отправлено на проверку" in desk.seen(author)
    assert (await desk.owed(event)).state is ObligationState.HANDED_IN

    await desk.to(datetime(2022, 6, 23, 1, 30, tzinfo=UTC))  # the next morning: coordinators are no longer at rest
    assert "Новость на проверку" in desk.seen(coordinator)
    await world.tap(coordinator, "Проверить")
    await world.tap(coordinator, "На исправление")
    await world.say(coordinator, "Добавьте, сколько было студентов.")
    await desk.settle()
    assert "Добавьте, сколько было студентов" in desk.seen(author)
    assert (await desk.owed(event)).state is ObligationState.OPEN
    assert (await desk.owed(event)).due_at >= datetime(2022, 6, 27, 11, 0, tzinfo=UTC)
    await world.tap(author, "Исправить")
    await world.tap(author, "Абзац")
    await world.say(author, "Их было двадцать.")
    await world.tap(author, "Отправить")
    await desk.settle()
    await world.tap(coordinator, "Проверить")
    await world.tap(coordinator, "Опубликовать")
    await desk.settle()

    posts = desk.posts()
    assert [post.kind for post in posts] == ["photo"] * 3
    assert len({post.media_group_id for post in posts}) == 1
    assert (
        posts[0].body == f"{TITLE}\n\nСтуденты в цехе мехобработки.\n\nИх было двадцать.\n\n🔗 ВКонтакте · spk-tomsk.ru"
    )
    item = await desk.last()
    assert item.state is ItemState.PUBLISHED
    assert item.message_ids == tuple(post.message_id for post in posts)
    assert "опубликована" in desk.seen(author)
    button = author.chat(world.bot).last_answer.keyboard[0][0]
    assert button["url"] == f"https://t.me/klaster/{posts[0].message_id}"
    owed = await desk.owed(event)
    assert owed.state is ObligationState.DONE
    assert not owed.is_late


async def test_a_forgotten_item_up_to_the_coordinator(desk: NewsDesk) -> None:
    event = await desk.event()
    seen = [
        (datetime(2022, 6, 22, 11, 0, tzinfo=UTC), desk.author, "Прошло событие"),
        (datetime(2022, 6, 27, 7, 0, tzinfo=UTC), desk.author, "ждут сегодня, до 27.06.2022 18:00"),
        (datetime(2022, 6, 27, 11, 0, tzinfo=UTC), desk.author, "просрочена"),
        (datetime(2022, 6, 28, 11, 0, tzinfo=UTC), desk.coordinator, "не пишет о"),
    ]
    for moment, person, words in seen:
        await desk.to(moment)
        assert words in desk.seen(person), moment
    before = len(desk.author.chat(desk.world.bot).from_bots)
    await desk.world.wait(days=7)
    assert len(desk.author.chat(desk.world.bot).from_bots) == before, "nobody is nagged for ever"
    await desk.world.tap(desk.author, "Уже опубликовано")
    await desk.world.say(desk.author, "https://vk.com/wall-1_2")
    assert "Больше напоминать не буду" in desk.seen(desk.author)
    owed = await desk.owed(event)
    assert owed.state is ObligationState.DONE
    assert owed.is_late
    assert "уже опубликована" in desk.seen(desk.coordinator)
