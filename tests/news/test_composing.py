"""Composing: everything a press officer may send, with a clear answer and nothing lost."""

import pytest

from cluster.news.states import ItemState
from sandbox.acts import Attachment
from tests.news.conftest import TITLE, NewsDesk, picture


async def begin(desk: NewsDesk, title: str | None = TITLE) -> None:
    """A draft about no event, at its text."""
    await desk.world.say(desk.author, "/news")
    await desk.world.tap(desk.author, "Написать новость")
    await desk.world.tap(desk.author, "Без события")
    if title is not None:
        await desk.world.say(desk.author, title)


async def send_album(desk: NewsDesk, *files: Attachment) -> None:
    """An album, and the answer to it."""
    await desk.author.send_album(desk.world.bot, list(files))
    await desk.world.settle()
    await desk.world.wait(seconds=3)


def photos(count: int, caption: str = "", at: int = 0) -> list[Attachment]:
    """Photos, one of them with a caption."""
    return [Attachment("photo", picture(n), caption=caption if n == at else "") for n in range(count)]


async def test_a_text_of_4097_characters(desk: NewsDesk) -> None:
    """Telegram's client cuts it in two; both parts are the text, and the number over is told."""
    await begin(desk, "Т")
    await desk.author.send(desk.world.bot, "ы" * 4097)
    await desk.world.settle()
    item = await desk.last()
    assert len(item.content.body) == 4097
    assert "лишних 4" in desk.seen(desk.author), "the title and two line breaks count as well"
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.tap(desk.author, "Пропустить")
    assert "Пока не отправить" in desk.seen(desk.author)
    assert "Отправить" not in "".join(desk.world.buttons(desk.author))
    await desk.world.tap(desk.author, "Текст")
    await desk.world.wait(minutes=1)
    await desk.world.say(desk.author, "ы" * 4093)
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.tap(desk.author, "Пропустить")
    assert "Всё готово" in desk.seen(desk.author)


async def test_a_caption_of_1025_after_parsing(desk: NewsDesk) -> None:
    await begin(desk, "Т")
    await desk.world.say(desk.author, "ы" * 1022)
    await send_album(desk, *photos(2))
    assert "лишних 1" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Дальше")
    await desk.world.tap(desk.author, "Пропустить")
    assert "лишних 1" in desk.seen(desk.author)
    item_id = (await desk.last()).id
    await desk.world.tap(desk.author, "Текст")
    await desk.world.say(desk.author, "ы" * 1021)
    assert "Всё готово" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Отправить")
    await desk.approve(item_id)
    assert len(desk.posts()[0].body) == 1024


async def test_eleven_photos_and_a_choice_of_which_goes(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Текст")
    await send_album(desk, *photos(10))
    await desk.author.send_photo(desk.world.bot, picture(99))
    await desk.world.settle()
    assert "лишних 1" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "✕ 3")
    assert "лишних" not in desk.seen(desk.author)
    assert len((await desk.last()).content.media) == 10


async def test_photos_and_documents_are_no_album(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Текст")
    await send_album(desk, *photos(2))
    await desk.author.send_document(desk.world.bot, b"%PDF", "положение.pdf")
    await desk.world.settle()
    assert "не складываются" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Оставить фото")
    assert [media.kind.value for media in (await desk.last()).content.media] == ["photo", "photo"]


async def test_a_file_of_25_megabytes(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Текст")
    await desk.author.send_document(desk.world.bot, b"x" * (25 * 1024 * 1024), "video.zip")
    await desk.world.settle()
    assert "Файл 25 МБ" in desk.seen(desk.author)
    assert "Остальное сохранено" in desk.seen(desk.author)
    assert (await desk.last()).content.body == "Текст"


async def test_a_broken_link_is_asked_again(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Текст")
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.say(desk.author, "https://vk")
    assert "«https://vk» — не ссылка" in desk.seen(desk.author)
    await desk.world.say(desk.author, "vk.com/wall-1_2")
    assert "🔗 ВКонтакте" in desk.author.chat(desk.world.bot).from_bots[-2].body


async def test_html_in_the_title_stays_text(desk: NewsDesk) -> None:
    title = "<b>Имя</b> & <a href='x'>ссылка</a>"
    item_id = await desk.submit(title)
    await desk.approve(item_id)
    assert desk.posts()[0].body.startswith(title)
    assert not any(entity["type"] == "text_link" for entity in desk.posts()[0].entities)


@pytest.mark.parametrize("nothing", ["\u2800", "\u200b\u200b"])
async def test_an_empty_text_is_asked_again(desk: NewsDesk, nothing: str) -> None:
    await begin(desk)
    await desk.author.send(desk.world.bot, nothing)
    await desk.world.settle()
    assert "Здесь нужен ответ текстом" in desk.seen(desk.author)
    assert "Пришлите текст" in desk.seen(desk.author)


async def test_an_album_with_a_caption_is_a_whole_item(desk: NewsDesk) -> None:
    """A forwarded album, sent where the text was asked for: the caption on any of its photos becomes the text."""
    await begin(desk)
    await send_album(desk, *photos(3, "Готовый текст", at=2))
    item = await desk.last()
    assert item.content.body == "Готовый текст"
    assert len(item.content.media) == 3
    assert desk.seen(desk.author).count("Всего приложено: 3") == 1


async def test_a_second_caption_is_asked_about(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Первый текст")
    await send_album(desk, *photos(2, "Подпись"))
    assert "Что с ней сделать?" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Добавить к тексту")
    assert (await desk.last()).content.body == "Первый текст\n\nПодпись"


async def test_formatting_is_kept(desk: NewsDesk) -> None:
    await begin(desk)
    text = "Жирно и ссылка 👍 конец"
    entities = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": 8, "length": 6, "url": "https://example.org/a"},
        {"type": "italic", "offset": 18, "length": 5},
    ]
    await desk.author.send(desk.world.bot, text, entities)
    await desk.world.settle()
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.tap(desk.author, "Пропустить")
    item_id = (await desk.last()).id
    await desk.world.tap(desk.author, "Отправить")
    await desk.approve(item_id)
    post = desk.posts()[0]
    shift = len(TITLE) + 2
    assert post.body == f"{TITLE}\n\n{text}"
    kinds = {(one["type"], one["offset"] - shift, one["length"]) for one in post.entities}
    assert {("bold", 0, 5), ("text_link", 8, 6), ("italic", 18, 5)} <= kinds


async def test_a_draft_is_found_and_gone_on_with(desk: NewsDesk) -> None:
    await begin(desk)
    await desk.world.say(desk.author, "Половина текста")
    await desk.world.say(desk.author, "/menu")
    await desk.world.say(desk.author, "/news")
    await desk.world.tap(desk.author, "Черновики · 1")
    await desk.world.tap(desk.author, TITLE)
    assert "Пришлите фото" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Назад")
    assert "Половина текста" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Отложить")
    await desk.world.tap(desk.author, "Продолжить")
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.tap(desk.author, "Пропустить")
    await desk.world.tap(desk.author, "Удалить")
    await desk.world.tap(desk.author, "Да, удалить")
    assert (await desk.last()).state is ItemState.DISCARDED


async def test_scheduled_for_later_with_a_warning(desk: NewsDesk) -> None:
    item_id = await desk.write()
    await desk.world.tap(desk.author, "Выпустить позже")
    await desk.world.say(desk.author, "когда-нибудь")
    assert "Не удалось прочитать день и час" in desk.seen(desk.author)
    await desk.world.say(desk.author, "20.06.2022 10:00")
    assert "уже прошёл" in desk.seen(desk.author)
    await desk.world.say(desk.author, "23.06.2022 14:30")
    assert "не раньше 23.06.2022 14:30" in desk.seen(desk.author)
    await desk.world.tap(desk.author, "Отправить")
    await desk.approve(item_id)
    assert desk.posts() == []
    await desk.world.wait(days=2, hours=4, minutes=29)
    await desk.settle()
    assert desk.posts() == []
    await desk.world.wait(minutes=2)
    await desk.settle()
    assert len(desk.posts()) == 1


async def test_submitting_twice_is_once_and_it_can_be_taken_back(desk: NewsDesk) -> None:
    item_id = await desk.write()
    item = await desk.item(item_id)
    card = desk.author.chat(desk.world.bot).last_answer
    for _ in range(2):
        await desk.author.press_data(card, f"nd1:{item_id}:S:{item.revision}")
    await desk.settle()
    came = [one for one in desk.coordinator.chat(desk.world.bot).from_bots if "Новость на проверку" in one.body]
    assert len(came) == 1
    await desk.world.tap(desk.author, "Посмотреть")
    await desk.world.tap(desk.author, "Забрать на доработку")
    assert (await desk.item(item_id)).state is ItemState.DRAFT
    await desk.world.tap(desk.coordinator, "Проверить")
    assert (await desk.item(item_id)).state is ItemState.DRAFT
