"""Review: one reviewer at a time, the original kept, trusted organisations, notes; corrections and retractions."""

from cluster.news.states import ItemState
from tests.news.conftest import TEXT, TITLE, NewsDesk


async def test_one_reviewer_at_a_time_for_half_an_hour(desk: NewsDesk) -> None:
    await desk.submit()
    await desk.world.tap(desk.coordinator, "Проверить")
    await desk.world.tap(desk.deputy, "Проверить")
    assert desk.deputy.chat(desk.world.bot).last_answer.body.startswith("📥"), "the deputy stays where they were"
    await desk.world.wait(minutes=31)
    await desk.world.tap(desk.deputy, "Проверить")
    assert "Проверяет Вера Заместитель" in desk.seen(desk.deputy)


async def test_an_edit_is_a_revision_with_a_visible_difference(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    await desk.world.tap(desk.coordinator, "Проверить")
    await desk.world.tap(desk.coordinator, "Текст")
    await desk.world.say(desk.coordinator, TEXT.replace("второго", "третьего"))
    shown = desk.coordinator.chat(desk.world.bot).from_bots[-2]
    assert "второго" in shown.body
    assert "третьего" in shown.body
    marks = {entity["type"] for entity in shown.entities}
    assert {"strikethrough", "underline"} <= marks
    assert "Исходный сохранён" in desk.seen(desk.coordinator)
    await desk.world.tap(desk.coordinator, "Опубликовать")
    await desk.settle()
    assert "третьего" in desk.posts()[0].body
    actor = await desk.stage.actor(desk.coordinator)
    review = await desk.news.moderation.look(actor, item_id)
    assert [one.kind for one in review.revisions] == ["original", "edited"]
    assert review.original is not None
    assert "второго" in review.original.body


async def test_rejected_with_a_code_and_words(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    await desk.world.tap(desk.coordinator, "Проверить")
    await desk.world.tap(desk.coordinator, "Отклонить")
    await desk.world.tap(desk.coordinator, "реклама")
    await desk.world.say(desk.coordinator, "Это объявление о курсах.")
    await desk.settle()
    assert (await desk.item(item_id)).state is ItemState.REJECTED
    assert "не выйдет: реклама" in desk.seen(desk.author)
    assert "Это объявление о курсах." in desk.seen(desk.author)


async def test_notes_stay_between_moderators(desk: NewsDesk) -> None:
    await desk.submit()
    await desk.world.tap(desk.coordinator, "Проверить")
    await desk.world.tap(desk.coordinator, "Заметка")
    await desk.world.say(desk.coordinator, "Тайное слово")
    await desk.world.wait(minutes=40)
    await desk.world.tap(desk.deputy, "Проверить")
    assert "Тайное слово" in desk.seen(desk.deputy)
    assert "Тайное слово" not in desk.world.transcript(desk.author, 50)


async def test_a_trusted_organisation_skips_the_review(desk: NewsDesk) -> None:
    await desk.submit()
    await desk.world.tap(desk.coordinator, "Проверить")
    await desk.world.tap(desk.coordinator, "Доверять")
    await desk.submit("Вторая новость")
    assert [post.body.partition("\n")[0] for post in desk.posts()] == ["Вторая новость"]


async def test_the_queue_tells_age_and_both_clocks_and_reminds_once(desk: NewsDesk) -> None:
    await desk.submit()
    await desk.world.wait(hours=3)
    await desk.world.say(desk.coordinator, "/news")
    await desk.world.tap(desk.coordinator, "На проверке · 1")
    assert "Ждёт 3 ч 0 мин" in desk.seen(desk.coordinator)
    assert "осталось 1 ч" in desk.seen(desk.coordinator)
    await desk.world.wait(hours=2)
    await desk.settle()
    late = "Новость ждёт дольше обещанного"
    assert late in desk.seen(desk.coordinator)
    await desk.world.wait(hours=1)
    told = [one for one in desk.coordinator.chat(desk.world.bot).from_bots if late in one.body]
    assert len(told) == 1


async def test_a_correction_is_proposed_approved_and_logged(desk: NewsDesk) -> None:
    item_id = await desk.submit(photos=2)
    await desk.approve(item_id)
    await desk.world.tap(desk.author, "Посмотреть")
    await desk.world.tap(desk.author, "Исправить текст")
    await desk.world.say(desk.author, TEXT)
    assert "тот же текст" in desk.seen(desk.author)
    await desk.world.say(desk.author, "Исправленный текст.")
    await desk.world.say(desk.author, "Ошиблись в курсе.")
    assert "отправлено координатору" in desk.seen(desk.author)
    await desk.settle()
    assert TEXT in desk.posts()[0].body, "nothing changes before the approval"
    await desk.world.tap(desk.coordinator, "Посмотреть")
    await desk.world.tap(desk.coordinator, "Исправить в канале")
    await desk.settle()
    assert desk.posts()[0].body == f"{TITLE}\n\nИсправленный текст."
    assert len(desk.posts()) == 2
    assert (await desk.item(item_id)).state is ItemState.CORRECTED
    assert "Сделано" in desk.seen(desk.author)
    await desk.world.say(desk.author, "/news")
    await desk.world.tap(desk.author, "Опубликованные")
    await desk.world.tap(desk.author, TITLE)
    await desk.world.tap(desk.author, "Что менялось")
    assert "исправлено после публикации" in desk.seen(desk.author)
    assert "Ошиблись в курсе" in desk.seen(desk.author)


async def test_a_retraction_takes_the_whole_album_away(desk: NewsDesk) -> None:
    item_id = await desk.submit(photos=3)
    await desk.approve(item_id)
    await desk.world.wait(days=3)
    await desk.world.tap(desk.author, "Посмотреть")
    await desk.world.tap(desk.author, "Отозвать")
    await desk.world.say(desk.author, "Согласие родителей отозвано.")
    await desk.settle()
    await desk.world.tap(desk.coordinator, "Посмотреть")
    await desk.world.tap(desk.coordinator, "Убрать из канала")
    await desk.settle()
    assert desk.posts() == []
    assert (await desk.item(item_id)).state is ItemState.RETRACTED


async def test_a_declined_proposal_changes_nothing(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    await desk.approve(item_id)
    await desk.world.tap(desk.author, "Посмотреть")
    await desk.world.tap(desk.author, "Отозвать")
    await desk.world.say(desk.author, "Передумали.")
    await desk.settle()
    await desk.world.tap(desk.coordinator, "Посмотреть")
    await desk.world.tap(desk.coordinator, "Отклонить")
    await desk.settle()
    assert len(desk.posts()) == 1
    assert "Отклонено" in desk.seen(desk.author)
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED


async def test_without_the_right_to_delete_an_old_post_stays_and_is_told(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    await desk.approve(item_id)
    desk.coordinator.add_bot_to(desk.channel, desk.world.bot, ("can_post_messages",))
    await desk.world.wait(days=3)
    actor = await desk.stage.actor(desk.coordinator)
    from cluster.news.states import ChangeKind

    await desk.news.publishing.propose(actor, item_id, ChangeKind.RETRACTION, "Ошибка")
    await desk.settle()
    assert len(desk.posts()) == 1
    assert "Удаление публикаций" in desk.seen(desk.coordinator)
    desk.coordinator.add_bot_to(desk.channel, desk.world.bot, ("can_post_messages", "can_delete_messages"))
    await desk.settle()
    for person in (desk.coordinator,):
        await desk.world.tap(person, "Посмотреть")
        await desk.world.tap(person, "Повторить")
    await desk.settle()
    assert desk.posts() == []
