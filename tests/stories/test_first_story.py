"""The first whole story, as people play it: from an empty database to a signed expert sheet.

The bot is a process of its own that talks to the sandbox over HTTP; people press what they read.
"""

import os
import re
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisIsNotHere

from locales import Texts
from sandbox.messages import Message
from sandbox.people import Person
from tests import databases
from tests.documents.reading import Sheet, read_docx, read_pdf, squashed
from tests.processes import Live, live
from tests.required import require

WORDS = Texts().for_locale("ru", "Asia/Tomsk")
TITLE = "Экспертная сессия, июнь"
CODE = "15.02.12"
PROGRAMME = "Монтаж, техническая эксплуатация и ремонт промышленного оборудования"
COLLEGE, ENTERPRISE = "Северский промышленный колледж", "СХК"
FAULT = "Лаборатория гидравлики переоснащалась в 2014 году <b>& больше ни разу</b>."
TOO_FEW = "Из двенадцати преподавателей на предприятии работали двое."

REDIS = os.environ.get("TEST_STORY_REDIS_URL", "redis://127.0.0.1:6379/14")
SQLITE_BY_POLLING = ("sqlite", "polling")
SQLITE_BY_WEBHOOK = ("sqlite", "webhook")
SERVERS_BY_POLLING = ("postgresql", "polling")


@pytest.fixture(
    params=[
        pytest.param(SQLITE_BY_POLLING, id="sqlite-polling"),
        pytest.param(SQLITE_BY_WEBHOOK, id="sqlite-webhook", marks=pytest.mark.slow),
        pytest.param(
            SERVERS_BY_POLLING,
            id="postgresql-redis-polling",
            marks=[pytest.mark.postgresql, pytest.mark.redis, pytest.mark.slow],
        ),
    ]
)
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Live]:
    """The sandbox and a bot on an empty database, started."""
    kind, way = request.param
    if kind == "sqlite":
        async with live(tmp_path, way, f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}") as made:
            await made.process.start()
            yield made
        return
    require("a PostgreSQL server", await databases.postgres_answers())
    require("a Redis server", await empty_redis())
    name = f"story_{uuid.uuid4().hex[:12]}"
    await databases.on_server(f"CREATE DATABASE {name}")
    url = databases.text_of(databases.POSTGRES.set(database=name))
    try:
        async with live(tmp_path, way, url, redis_url=REDIS) as made:
            await made.process.start()
            yield made
    finally:
        await databases.on_server(f"DROP DATABASE {name} WITH (FORCE)")


async def empty_redis() -> bool:
    """Forget what an earlier story left; says whether there is a server."""
    async with Redis.from_url(REDIS) as redis:
        try:
            await redis.flushdb()
        except (OSError, RedisIsNotHere):
            return False
    return True


async def test_from_an_empty_database_to_a_signed_sheet(town: Live) -> None:
    olga, ivan = town.person("Ольга", "Соколова"), town.person("Иван", "Кузнецов")
    await found_cluster(town)
    await come(town, olga, await link(town, "координатор"), "Соколова Ольга Петровна", "секретарь совета")
    await come(town, ivan, await link(town, "эксперт", ENTERPRISE), "Кузнецов Иван Сергеевич", "главный механик")
    await set_up_session(town, olga)
    await accept(town, ivan)
    await score(town, ivan)
    await submit(town, ivan)
    await check_documents(town, olga, ivan)
    await see_progress(town, olga)
    assert await town.process.terminate() == 0
    assert town.process.complaints() == []
    assert town.telegram.violations == []


async def found_cluster(town: Live) -> None:
    """The administrator agrees and creates the built-in cluster."""
    greeting = await town.open(town.admin)
    assert "Согласие на обработку персональных данных" in greeting
    await town.tap(town.admin, "Согласен")
    await town.say(town.admin, "Администратор Анна Ивановна")
    assert "База пуста" in await town.say(town.admin, "администратор")
    await town.tap(town.admin, "Создать кластер")
    await town.tap(town.admin, "Промышленный кластер Томской области")
    assert "Кластер создан" in town.last(town.admin)


async def link(town: Live, role: str, organisation: str | None = None) -> str:
    """The administrator, coordinator of the new cluster, makes an invitation link; gives its payload."""
    await town.say(town.admin, "/people")
    await town.tap(town.admin, "Приглашения")
    await town.tap(town.admin, "Новая ссылка")
    await town.tap(town.admin, role)
    if organisation is not None:
        await turn_to(town, town.admin, organisation)
    await town.tap(town.admin, "1 человек")
    await town.tap(town.admin, "7 дней")
    await town.tap(town.admin, "Всё верно")
    await town.sees(town.admin, "Перешлите сообщение выше")
    shown = [message.body for message in town.admin.chat(town.bot).from_bots]
    found = [payload for text in shown for payload in re.findall(r"\?start=(\S+)", text)]
    return found[-1]


async def turn_to(town: Live, person: Person, option: str) -> None:
    """Tap an option of a list, turning its pages until it is there."""
    for _ in range(10):
        if any(option in text for row in person.chat(town.bot).last_answer.buttons for text in row):
            await town.tap(person, option)
            return
        await town.tap(person, "Ещё ›")
    raise AssertionError(f"{option} is nowhere:\n{town.transcript(person)}")


async def come(town: Live, person: Person, payload: str, name: str, position: str) -> None:
    """Follow the link, agree, introduce oneself; and be reachable whenever this test runs."""
    assert "Вас приглашают" in await town.open(person, payload)
    await town.tap(person, "Согласен")
    assert "Добро пожаловать" in town.last(person)
    await town.say(person, name)
    await town.say(person, position)
    await town.say(person, "/settings")
    await town.tap(person, "Часы тишины")
    await town.tap(person, "Писать и в нерабочие дни")
    await town.tap(person, "Без часов тишины")


async def set_up_session(town: Live, olga: Person) -> None:
    """A session with one programme of the 2022 sessions, the college's figures, an expert; and open it."""
    await town.say(olga, "/evaluate")
    await town.tap(olga, "Новая сессия")
    await town.say(olga, TITLE)
    first, last, deadline = (datetime.now(UTC).date() + timedelta(days=days) for days in (3, 20, 15))
    for day in (first, last, deadline):
        await town.say(olga, f"{day:%d.%m.%Y}")
    await town.tap(olga, "1")
    assert f"Срок листов: {WORDS.day(deadline)}".replace("\u00a0", " ") in town.last(olga)
    await town.tap(olga, "Всё верно")
    await town.tap(olga, "➕ Программа")
    await turn_to(town, olga, COLLEGE)
    assert "Для какого предприятия программа?" in town.last(olga)
    await town.tap(olga, "Пропустить")
    await town.tap(olga, "Есть")
    await town.say(olga, CODE)
    await town.say(olga, PROGRAMME)
    await town.tap(olga, "Всё верно")
    for number, figure in (("2.1", "100"), ("2.2", "3/20")):
        await town.tap(olga, f"{number}: число")
        await town.sees(olga, "Какое значение указывает колледж?")
        await town.say(olga, figure)
    assert "2.2: 15" in town.last(olga)
    await town.tap(olga, "Выбрать экспертов")
    await town.tap(olga, "Кузнецов Иван Сергеевич")
    await town.tap(olga, "Готово")
    await town.tap(olga, "К сессии")
    assert await town.tap(olga, "Открыть сессию") == "Сессия открыта. Приглашения отправляются экспертам."


async def accept(town: Live, ivan: Person) -> None:
    """The invitation comes by itself."""
    invitation = await town.sees(ivan, "Вас приглашают оценить программу")
    assert PROGRAMME in invitation.body
    await town.tap(ivan, "Согласиться")
    await town.tap(ivan, "Не связан")
    await town.tap(ivan, "Начать оценку")
    assert "Критерий 1 из 14" in town.last(ivan)


async def score(town: Live, ivan: Person) -> None:
    """All 14 criteria: the numeric ones by figures, one failed with words, one left for later and found as a gap."""
    for number in ("1.1", "1.2", "1.3"):
        assert await town.tap(ivan, "Соответствует") == f"{number}: соответствует"
    await town.tap(ivan, "Пропустить")
    await town.tap(ivan, "Соответствует")  # 1.5
    assert await town.tap(ivan, "Верно, 100") == "2.1: соответствует"
    await town.tap(ivan, "Верно, 15")
    assert "что не соответствует" in town.last(ivan)
    assert "Замечание к 2.2 записано" in await town.say(ivan, TOO_FEW)
    await town.tap(ivan, "Соответствует")  # 2.3
    await town.tap(ivan, "Не соответствует")
    assert "Замечание к 2.4 записано" in await town.say(ivan, FAULT)
    await town.tap(ivan, "Соответствует")  # 2.5
    await town.tap(ivan, "Не могу оценить")  # 2.6
    await town.tap(ivan, "Соответствует")  # 3.1
    assert "Сколько на самом деле" in town.last(ivan)
    assert "соответствует" in await town.say(ivan, "5 из 8")
    await town.tap(ivan, "Соответствует")  # 3.2: 62,5 is the norm itself
    await town.tap(ivan, "Соответствует")  # 3.3; then back to what was skipped
    await town.tap(ivan, "Все критерии")
    await town.tap(ivan, "Итог листа")
    assert "Осталось закончить" in town.last(ivan)
    await town.tap(ivan, "Что осталось (1)")
    assert "1.4 — нет: оценки" in town.last(ivan)
    await town.tap(ivan, "1.4")
    assert await town.tap(ivan, "Соответствует") == "1.4: соответствует"


async def submit(town: Live, ivan: Person) -> None:
    """The final look, the last question, the signature."""
    assert "Всё заполнено" in town.last(ivan)
    await town.tap(ivan, "Отправить лист")
    assert "Отправить лист?" in town.last(ivan)
    await press_exactly(town, ivan, "Отправить")


async def press_exactly(town: Live, person: Person, button: str) -> None:
    press = await person.press(person.chat(town.bot).last_answer, button)
    assert await press.answered(20) is not None


async def check_documents(town: Live, olga: Person, ivan: Person) -> None:
    """Both have the form in both formats, with what was said."""
    await town.sees(ivan, "Номер листа")
    await town.sees(olga, "Пришёл экспертный лист")
    for person in (olga, ivan):
        await town.until(lambda person=person: len(files(town, person)) == 2, f"two files for {person.name}")
        by_format = {file.file.file_name.rsplit(".", 1)[1]: file.file.data for file in files(town, person)}
        sheet = read_docx(by_format["docx"])
        check_sheet(sheet)
        text = squashed("".join(read_pdf(by_format["pdf"])))
        for said in (FAULT, TOO_FEW, PROGRAMME, "Кузнецов Иван Сергеевич", "не могу оценить"):
            assert squashed(said) in text


def check_sheet(sheet: Sheet) -> None:
    assert len(sheet.rows) == 14
    verdicts = [row[3].splitlines()[0] for row in sheet.rows]
    assert [verdicts.count(each) for each in ("соответствует", "не соответствует", "не могу оценить")] == [11, 2, 1]
    assert sheet.row("2.4")[3:] == ["не соответствует", FAULT]
    failed = sheet.row("2.2")
    assert "15" in failed[3]
    assert "не соответствует" in failed[3]
    assert TOO_FEW in failed[4]
    assert sheet.row("2.6")[3] == "не могу оценить"


def files(town: Live, person: Person) -> list[Message]:
    return [message for message in person.chat(town.bot).from_bots if message.kind == "document"]


async def see_progress(town: Live, olga: Person) -> None:
    """The coordinator sees that the sheet came."""
    await town.say(olga, "/evaluate")
    await town.tap(olga, TITLE)
    assert "Пришло листов: 1 из 1" in town.last(olga)
    assert "Кузнецов Иван Сергеевич" in town.last(olga)
    assert "лист отправлен" in town.last(olga)
