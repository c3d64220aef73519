"""A meeting as people play it, from an empty database to amended minutes, while weeks pass.

The bot is a process of its own, its clock and Telegram's are moved together.
"""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from sandbox.people import Person
from tests.documents.reading import read_pdf, squashed
from tests.meetings.reading import paper_text
from tests.processes import Live, live
from tests.stories.test_first_story import come, files, found_cluster, link, press_exactly, turn_to

MORNING = datetime(2022, 6, 21, 3, 0, tzinfo=UTC)  # Tuesday 10:00 in Tomsk
COUNCIL = "Экспертный совет"
COLLEGES = ("ТЭПК", "Томский индустриальный техникум", "Томский политехнический техникум")
DECISION = "Утвердить перечень согласованных программ <2022> & направить в Департамент"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Live]:
    """The sandbox and a bot on an empty database, in June 2022."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}"
    async with live(tmp_path, "polling", url, begins=MORNING) as made:
        await made.process.start()
        yield made


class Cast:
    """Who plays: the secretary, the chair, three members, and a colleague of the third."""

    def __init__(self, town: Live) -> None:
        self.secretary = town.person("Ольга", "Соколова")
        self.chair = town.person("Виктор", "Громов")
        self.members = [town.person(*name) for name in (("Елена", "Морозова"), ("Андрей", "Лебедев"), ("Ирина", "Чун"))]
        self.substitute = town.person("Пётр", "Орлов")


@pytest.mark.slow
async def test_from_a_draft_to_amended_minutes(town: Live) -> None:
    cast = Cast(town)
    await gather(town, cast)
    await draft(town, cast)
    await find_the_date(town, cast)
    first = await announce(town, cast)
    await answer(town, cast)
    await move(town, cast, first)
    await meet(town, cast)
    await vote(town, cast)
    await end(town, cast)
    await sign(town, cast)
    assert await town.process.terminate() == 0
    assert town.process.complaints() == []
    assert town.telegram.violations == []


async def gather(town: Live, cast: Cast) -> None:
    """Everybody comes by a link; the secretary takes delegates in and names chair and secretary."""
    await found_cluster(town)
    await come(town, cast.secretary, await link(town, "координатор"), "Соколова Ольга Петровна", "секретарь совета")
    await come(town, cast.chair, await link(town, "эксперт", "СХК"), "Громов Виктор Ильич", "главный инженер")
    for person, college in zip(cast.members, COLLEGES, strict=True):
        await come(
            town, person, await link(town, "представитель колледжа", college), person.name, "заместитель директора"
        )
    third = await link(town, "представитель колледжа", COLLEGES[2])
    await come(town, cast.substitute, third, cast.substitute.name, "мастер")
    await town.say(cast.secretary, "/meetings")
    await town.tap(cast.secretary, "Советы и состав")
    await town.tap(cast.secretary, COUNCIL)
    await town.tap(cast.secretary, "Состав")
    for person, college in zip(cast.members, COLLEGES, strict=True):
        await town.tap(cast.secretary, "Представитель организации")
        await turn_to(town, cast.secretary, college)
        await turn_to(town, cast.secretary, person.name)
        await town.tap(cast.secretary, "Пропустить")
        await town.tap(cast.secretary, "Всё верно")
    await town.tap(cast.secretary, "К совету")
    for head, name in (("Председатель", "Громов Виктор"), ("Секретарь", "Соколова Ольга")):
        await town.tap(cast.secretary, head)
        await turn_to(town, cast.secretary, name)
        await town.tap(cast.secretary, "Всё верно")
    shown = town.last(cast.secretary)
    assert "Громов Виктор Ильич" in shown
    assert "для кворума нужно организаций: 2" in shown, shown


async def draft(town: Live, cast: Cast) -> None:
    """A draft without a date, two items: one of its own, one of the plan. Nobody hears of it."""
    secretary = cast.secretary
    await town.say(secretary, "/meetings")
    await town.tap(secretary, "Новое заседание")
    await town.tap(secretary, COUNCIL)
    await town.tap(secretary, "Пропустить")
    await town.tap(secretary, "90 мин")
    await town.say(secretary, "Томск, пр. Ленина, 1, ауд. 214")
    assert await town.tap(secretary, "Всё верно") == "Черновик сохранён."
    await town.tap(secretary, "Повестка")
    await town.tap(secretary, "Вопрос")
    await town.say(secretary, "Об экспертизе программ")
    await town.say(secretary, "Соколова О. П.")
    await town.tap(secretary, "20 мин")
    await town.say(secretary, "https://example.org/programmes")
    await town.tap(secretary, "Всё верно")
    await town.tap(secretary, "Взять из плана")
    await turn_to(town, secretary, "2.2 ")
    await town.tap(secretary, "К заседанию")
    assert not any("заседани" in message.body.lower() for message in cast.members[0].chat(town.bot).from_bots[-1:])


async def find_the_date(town: Live, cast: Cast) -> None:
    """Members say which of two dates suits; the better one is taken."""
    secretary, (one, two, three) = cast.secretary, cast.members
    await town.tap(secretary, "Опрос о дате")
    for day in ("1 июля в 10:00", "5 июля 14:00"):
        await town.tap(secretary, "➕ Дата")
        await town.say(secretary, day)
        await town.tap(secretary, "Всё верно")
    await town.tap(secretary, "Спросить участников")
    await town.say(secretary, "завтра")
    assert await town.tap(secretary, "Всё верно") == "Вопрос о дате отправлен участникам."
    for person, given in ((one, ("2: да",)), (two, ("1: да", "2: да")), (three, ("1: да", "2: да"))):
        await town.sees(person, "Когда Вам удобно")
        for button in given:
            assert await town.tap(person, button) == "Записано."
    town.wait(hours=33)
    over = await town.sees(secretary, "Опрос о дате закончен", 60)
    assert "⭐️ вт, 5 июля" in over.body.replace("\u00a0", " ")
    await town.tap(secretary, "Опрос о дате")
    assert await town.tap(secretary, "Назначить 05.07") == "Дата назначена."


async def announce(town: Live, cast: Cast) -> Event:
    """The secretary looks at what members will read, and announces; gives the first member's calendar entry."""
    secretary, one = cast.secretary, cast.members[0]
    await town.tap(secretary, "Посмотреть и объявить")
    preview = town.last(secretary)
    assert "Так увидит приглашение каждый участник" in preview
    await town.tap(secretary, "Объявить")
    invitation = await town.sees(one, "Вас приглашают на заседание")
    assert "Об экспертизе программ" in invitation.body
    entry = await calendar(town, one, 1)
    assert entry["SEQUENCE"] == 0
    assert entry.decoded("DTSTART") == datetime(2022, 7, 5, 7, 0, tzinfo=UTC)
    assert entry["LOCATION"] == "Томск, пр. Ленина, 1, ауд. 214"
    return entry


async def answer(town: Live, cast: Cast) -> None:
    """Two say yes, the third sends a colleague who agrees; then one declines and the quorum is only just there."""
    one, two, three = cast.members
    for person in (one, two):
        assert await town.tap(person, "Приду") == "Спасибо, ждём Вас."
    await town.tap(three, "Пришлю замещающего")
    await town.tap(three, cast.substitute.name)
    await town.sees(cast.substitute, "прийти на заседание вместо коллеги")
    await counter(town, cast.secretary, "Придут: 2 из 3")
    assert await town.tap(cast.substitute, "Приду") == "Спасибо, ждём Вас."
    await town.sees(three, "придёт вместо Вас")
    await counter(town, cast.secretary, "Придут: 3 из 3")
    await town.tap(one, "Не приду")
    await counter(town, cast.secretary, "Придут: 2 из 3", "Кворум вероятен")
    await town.tap(two, "Не приду")
    alert = await town.sees(cast.secretary, "не придёт, хотя на это рассчитывали")
    assert "Придут: 1 из 3" in alert.body.replace("\u00a0", " ")
    assert await town.tap(two, "Приду") == "Спасибо, ждём Вас."


async def counter(town: Live, secretary: Person, *said: str) -> None:
    await town.say(secretary, "/meetings")
    await town.tap(secretary, COUNCIL)
    for text in said:
        assert text in town.last(secretary)


async def move(town: Live, cast: Cast, first: Event) -> None:
    """Date and place change within minutes: one message, answers begin anew, the calendar entry is replaced."""
    secretary, (one, two, three) = cast.secretary, cast.members
    await counter(town, secretary, "Придут: 2 из 3")
    await town.tap(secretary, "📅 Дата")
    assert "ответы соберём заново" in await town.say(secretary, "7 июля в 11")
    await town.tap(secretary, "Всё верно")
    await town.tap(secretary, "📍 Место")
    await town.tap(secretary, "✏️ Место")
    await town.say(secretary, "https://example.org/call")
    await town.tap(secretary, "Всё верно")
    before = {person.id: len(person.chat(town.bot).from_bots) for person in cast.members}
    town.wait(minutes=6)
    for person in (one, two, three):  # who declined is asked as well: the new date may suit
        moved = await town.sees(person, "Заседание перенесено", 60)
        assert "https://example.org/call" in moved.body
    released = await town.sees(cast.substitute, "Заседание перенесено", 60)
    assert "замещать коллегу Вас больше не просят" in released.body
    entry = await calendar(town, two, 2)
    assert (entry["UID"], entry["SEQUENCE"]) == (first["UID"], 2)
    for person in cast.members:
        await calendar(town, person, 2)
        new = person.chat(town.bot).from_bots[before[person.id] :]
        assert [message.kind for message in new] == ["text", "document"], "one message for two edits"
    assert entry.decoded("DTSTART") == datetime(2022, 7, 7, 4, 0, tzinfo=UTC)
    await counter(town, secretary, "Придут: 0 из 3")
    await town.tap(two, "Приду")
    await town.tap(three, "Пришлю замещающего")
    await town.tap(three, cast.substitute.name)
    await town.sees(cast.substitute, "прийти на заседание вместо коллеги")
    await town.tap(cast.substitute, "Приду")


async def meet(town: Live, cast: Cast) -> None:
    """Reminders came before; on the day the secretary begins, two say «я на месте»."""
    two = cast.members[1]
    town.wait(days=14, hours=14, minutes=30)  # Thursday 7 July, 9:40
    await town.sees(two, "Через два часа", 60)
    await counter(town, cast.secretary)
    await town.tap(cast.secretary, "Начать заседание")
    for person in (two, cast.substitute):
        await town.sees(person, "Заседание началось")
        assert await town.tap(person, "Я на месте") == "Отметили, что Вы на месте."


async def vote(town: Live, cast: Cast) -> None:
    """The first item is voted on, a decision is given to a college; the second waits."""
    secretary, two = cast.secretary, cast.members[1]
    await town.tap(secretary, "1. Об экспертизе")
    await town.tap(secretary, "Перейти к вопросу")
    assert "Кворум есть: 2 из 3" in town.last(secretary)
    await town.tap(secretary, "Начать голосование")
    for person, choice in ((two, "За"), (cast.substitute, "Воздержаться"), (cast.substitute, "За")):
        await town.sees(person, "Голос: ")
        assert await town.tap(person, choice) == "Голос принят.", town.transcript(person, 3)
    await town.tap(secretary, "Обновить")
    assert "за — 2, против — 0, воздержались — 0" in town.last(secretary)
    await town.tap(secretary, "Слушали")
    await town.say(secretary, "Доложены итоги экспертных сессий июня: четыре программы трёх колледжей.")
    await town.tap(secretary, "Всё верно")
    await town.tap(secretary, "Решение")
    await town.say(secretary, DECISION)
    await turn_to(town, secretary, COLLEGES[1])
    await turn_to(town, secretary, two.name)
    await town.say(secretary, "15 июля")
    assert await town.tap(secretary, "Всё верно") == "Решение записано."
    await town.tap(secretary, "Закрыть вопрос")
    assert "Принято: за — 2" in town.last(secretary)


async def end(town: Live, cast: Cast) -> None:
    """The chair ends the meeting: the decision is an obligation of the member who answers for it."""
    secretary, two = cast.secretary, cast.members[1]
    await counter(town, cast.chair, "Кворум есть: 2 из 3")
    await town.tap(cast.chair, "Завершить заседание")
    await press_exactly(town, cast.chair, "Завершить")
    assert "утвердить перечень" in (await town.say(two, "/plan")).lower() or DECISION[:20] in str(
        two.chat(town.bot).last_answer.buttons
    )
    town.wait(days=5, hours=1)  # the third working day, Tuesday at 10
    await town.sees(secretary, "Протокол не подписан", 60)


async def sign(town: Live, cast: Cast) -> None:
    """The minutes are read, signed and amended."""
    secretary, two = cast.secretary, cast.members[1]
    await town.tap(secretary, "📝 Протокол")
    before = len(files(town, secretary))
    await town.tap(secretary, "Получить протокол")
    await town.until(lambda: len(files(town, secretary)) == before + 2, "minutes as two files")
    docx, pdf = (message.file.data for message in files(town, secretary)[-2:])
    for text in (paper_text(docx), "".join(read_pdf(pdf))):
        for said in ("СЛУШАЛИ", "РЕШИЛИ", DECISION, "за — 2", "замещает", "15.07.2022", "Громов Виктор Ильич"):
            assert squashed(said) in squashed(text), said
    await counter_past(town, secretary)
    await town.tap(secretary, "Прислать подписанный")
    await secretary.send_document(town.bot, pdf, "protokol-podpisan.pdf")
    await town.sees(secretary, "Протокол подписан")
    await town.sees(two, "Протокол подписан")
    await town.tap(secretary, "Внести изменение")
    await town.say(secretary, "В пункте 1 срок читать: 20.07.2022")
    await town.tap(secretary, "Всё верно")
    amended = await town.sees(two, "Изменение к протоколу")
    assert "20.07.2022" in amended.body


async def counter_past(town: Live, secretary: Person) -> None:
    await town.say(secretary, "/meetings")
    await town.tap(secretary, "Прошедшие")
    await town.tap(secretary, COUNCIL)


async def calendar(town: Live, person: Person, number: int) -> Event:
    """The person's `number`-th calendar file, as a calendar program reads it."""

    def entries() -> list[bytes]:
        return [message.file.data for message in files(town, person) if message.file.file_name.endswith(".ics")]

    await town.until(lambda: len(entries()) >= number, f"calendar file {number} of {person.name}")
    assert re.search(rb"METHOD:PUBLISH", entries()[number - 1])
    (event,) = Calendar.from_ical(entries()[number - 1]).walk("VEVENT")
    assert isinstance(event, Event)
    return event
