"""From the draft to signed minutes, in the chat, as secretary, chair and members."""

import io

import vobject
from docx import Document
from sqlalchemy import select

from sandbox.messages import Message
from sandbox.people import Person
from storage.schema.obligations import obligations
from tests.meetings.scene import Council


async def test_from_draft_to_signed_minutes(council: Council) -> None:
    world, secretary, (one, two, three) = council.world, council.secretary, council.delegates
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Новое заседание")
    await world.tap(secretary, "Экспертный совет")
    await world.say(secretary, "в следующий вторник в 14:00")
    await world.tap(secretary, "90 мин")
    await world.say(secretary, "Томск, пр. Ленина, 1")
    assert "28 июня 2022" in council.stage.seen(secretary)
    assert await world.tap(secretary, "Всё верно") == "Черновик сохранён."
    await world.tap(secretary, "Повестка")
    await world.tap(secretary, "Вопрос")
    await world.say(secretary, "Об экспертизе программ")
    await world.say(secretary, "Соколова О. П.")
    await world.tap(secretary, "20 мин")
    await world.tap(secretary, "Пропустить")
    await world.tap(secretary, "Всё верно")
    await world.tap(secretary, "Взять из плана")
    await world.tap(secretary, "2.2 Проведение")
    await world.tap(secretary, "К заседанию")
    await world.tap(secretary, "Посмотреть и объявить")
    assert "Так увидит приглашение каждый участник" in council.stage.seen(secretary)
    assert not any("приглашают" in message.body for message in one.chat(world.bot).from_bots)
    assert "Объявлено" in (await world.tap(secretary, "Объявить") or "")

    assert "Вас приглашают на заседание" in _text(world, one)
    entry = vobject.readOne(_file(world, one, "ics").decode()).vevent
    assert entry.sequence.value == "0"
    assert entry.dtstart.value.isoformat() == "2022-06-28T07:00:00+00:00"
    assert await world.tap(one, "Приду") == "Спасибо, ждём Вас."
    await world.tap(two, "Приду")
    await world.tap(secretary, "Обновить")
    assert "Придут: 2 из 3" in council.stage.seen(secretary)
    assert "Кворум вероятен" in council.stage.seen(secretary)

    await world.tap(two, "Не приду")
    assert "не придёт, хотя на это рассчитывали" in council.stage.seen(secretary)

    await world.tap(secretary, "К заседанию")
    await world.tap(secretary, "📅 Дата")
    await world.say(secretary, "29 июня в 10")
    await world.tap(secretary, "Всё верно")
    await world.tap(secretary, "📍 Место")
    await world.tap(secretary, "✏️ Место")
    await world.say(secretary, "https://example.org/call")
    await world.tap(secretary, "Всё верно")
    before = len(one.chat(world.bot).from_bots)
    await world.wait(minutes=6)
    told = one.chat(world.bot).from_bots[before:]
    assert [message.kind for message in told] == ["text", "document"], "one message for two edits"
    assert "Заседание перенесено" in _text(world, one)
    assert "https://example.org/call" in _text(world, one)
    again = vobject.readOne(_file(world, one, "ics").decode()).vevent
    assert again.uid.value == entry.uid.value
    assert int(again.sequence.value) == 2
    await world.tap(one, "Приду")
    await world.tap(three, "Пришлю замещающего")
    await world.tap(three, "Ссылка для замещающего")
    link = next(text for text in _text(world, three).split() if "start=" in text)
    outsider = await council.stage.add("Сергей Заменяев", _role(), council.organisations[2])
    await outsider.start(world.bot, link.split("start=")[1])
    await world.settle()
    assert "Вас просят прийти на заседание вместо коллеги" in _text(world, outsider)
    assert await world.tap(outsider, "Приду") == "Спасибо, ждём Вас."
    assert "придёт вместо Вас" in _text(world, three)

    await _meet(council, outsider)


async def _meet(council: Council, outsider: Person) -> None:
    world, secretary, one = council.world, council.secretary, council.delegates[0]
    await world.wait(days=8)
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "Начать заседание")
    assert "Кворума нет: 0 из 3" in council.stage.seen(secretary)
    for person in (one, outsider):
        assert "Заседание началось" in _text(world, person)
        assert await world.tap(person, "Я на месте") == "Отметили, что Вы на месте."
    await world.tap(secretary, "1. Об экспертизе")
    await world.tap(secretary, "Перейти к вопросу")
    assert "Кворум есть: 2 из 3" in council.stage.seen(secretary)
    await world.tap(secretary, "Начать голосование")
    assert await world.tap(one, "За") == "Голос принят."
    await world.tap(outsider, "Воздержаться")
    await world.tap(outsider, "За")
    await world.tap(secretary, "Обновить")
    assert "за — 2, против — 0, воздержались — 0" in council.stage.seen(secretary)
    await world.tap(secretary, "Слушали")
    await world.say(secretary, "Доложены итоги экспертных сессий июня.")
    await world.tap(secretary, "Всё верно")
    await world.tap(secretary, "Решение")
    await world.say(secretary, "Утвердить перечень согласованных программ")
    organisation = next(text for text in world.buttons(secretary) if "Томск" in text)
    await world.tap(secretary, organisation)
    await world.tap(secretary, "Пропустить")
    await world.say(secretary, "15 июля")
    assert await world.tap(secretary, "Всё верно") == "Решение записано."
    await world.tap(secretary, "Закрыть вопрос")
    assert "Принято: за — 2" in council.stage.seen(secretary)
    assert "▶️ К вопросу 2" in world.buttons(secretary)
    await world.tap(secretary, "К заседанию")
    await world.tap(secretary, "Завершить заседание")
    await world.tap(secretary, "Завершить")
    async with world.app.db.read() as connection:
        owed = (await connection.execute(select(obligations.c.title, obligations.c.due_on))).all()
    assert [(row.title, str(row.due_on)) for row in owed] == [
        ("Утвердить перечень согласованных программ", "2022-07-15")
    ]
    await world.tap(secretary, "Получить протокол")
    text = _docx(_file(world, secretary, "docx"))
    for said in ("ПРОТОКОЛ №\u00a01", "СЛУШАЛИ", "Доложены итоги", "РЕШИЛИ", "за — 2", "замещает", "15.07.2022"):
        assert said in text, said
    await world.say(secretary, "/meetings")
    await world.tap(secretary, "Прошедшие")
    await world.tap(secretary, "Экспертный совет")
    await world.tap(secretary, "Прислать подписанный")
    await secretary.send_document(world.bot, b"%PDF-1.4 signed", "protokol.pdf")
    await world.settle()
    assert "Протокол подписан" in council.stage.seen(secretary)
    assert "Протокол подписан" in _text(world, one)
    await world.tap(secretary, "Внести изменение")
    await world.say(secretary, "В пункте 1.1 срок читать: 20.07.2022")
    await world.tap(secretary, "Всё верно")
    assert "Изменение к протоколу" in _text(world, one)


def _text(world: object, person: Person) -> str:
    sent = [message for message in person.chat(world.bot).from_bots if message.kind == "text"]  # type: ignore[attr-defined]
    return sent[-1].body.replace("\u00a0", " ")


def _file(world: object, person: Person, ending: str) -> bytes:
    def fits(message: Message) -> bool:
        return message.kind == "document" and message.file.file_name.endswith(ending)

    return next(m for m in reversed(person.chat(world.bot).from_bots) if fits(m)).file.data  # type: ignore[attr-defined]


def _docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def _role() -> object:
    from cluster.access import Role

    return Role.COLLEGE
