"""The news desk's two stories over HTTP: the demo is a process of its own, people press buttons, time is moved."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from tests.stories.test_demo import Demo, demo  # noqa: F401 - the fixture

pytestmark = pytest.mark.slow

OLGA, ELENA, VIKTOR = 1002, 1006, 1009
TITLE = "Встреча с выпускниками"
TEXT = "Выпускники рассказали, как начинали на заводе."
MORE = "Пришли двадцать два студента."
WHY = "Сколько было студентов?"


class Talk:
    """One person's chat with the bot."""

    def __init__(self, at: Demo, person: int) -> None:
        self.demo = at
        self.person = person

    async def messages(self) -> list[dict[str, Any]]:
        found = await self.demo.messages(self.person)
        return [one for one in found if not one["out"]]

    async def until(self, seen: Callable[[dict[str, Any]], bool], what: str, after: int = 0) -> dict[str, Any]:
        """The newest message of the bot that is as wanted."""
        for _ in range(300):
            for one in reversed(await self.messages()):
                if one["message_id"] > after and seen(one):
                    return one
            await asyncio.sleep(0.1)
        shown = "\n".join(f"— {one['text']} {_buttons(one)}" for one in (await self.messages())[-5:])
        raise AssertionError(f"{self.person} never saw {what}:\n{shown}")

    async def sees(self, text: str, after: int = 0) -> str:
        """Wait for a text; gives the message's."""
        found = await self.until(lambda one: text in _read(one), text, after)
        return _read(found)

    async def last(self) -> int:
        """Number of the newest message in the chat."""
        return max((one["message_id"] for one in await self.demo.messages(self.person)), default=0)

    async def say(self, text: str) -> int:
        """Write; gives the number of the message."""
        sent = await self.demo.call("POST", f"people/{self.person}/chats/{self.person}/send", {"text": text})
        return int(sent["messages"][-1]["message_id"])

    async def tap(self, button: str) -> None:
        """Press the newest button with this text, once it is there."""
        message = await self.until(lambda one: any(button in text for _, _, text in _buttons(one)), f"[{button}]")
        row, column, _ = next(found for found in _buttons(message) if button in found[2])
        body = {"message_id": message["message_id"], "row": row, "col": column}
        await self.demo.call("POST", f"people/{self.person}/chats/{self.person}/press", body)

    async def send_album(self, caption: str) -> None:
        """Three photos, the first with a caption."""
        form = aiohttp.FormData({"caption": caption})
        for number in range(3):
            picture = BytesIO()
            Image.new("RGB", (64, 48), (number * 80, 80, 120)).save(picture, "PNG")
            form.add_field("file", picture.getvalue(), filename=f"{number}.png", content_type="image/png")
        address = f"{self.demo.address}people/{self.person}/chats/{self.person}/send"
        async with self.demo.http.post(address, data=form) as answer:
            assert answer.status == 200, await answer.text()


def _buttons(message: dict[str, Any]) -> list[tuple[int, int, str]]:
    rows = message["keyboard"]["inline"]
    return [(r, c, button["text"]) for r, row in enumerate(rows) for c, button in enumerate(row)]


def _read(message: dict[str, Any]) -> str:
    return (message["text"] or "").replace("\u00a0", " ")


async def now(at: Demo) -> datetime:
    return datetime.fromisoformat((await at.call("GET", "clock"))["now"])


async def move(at: Demo, to: datetime) -> None:
    if to > await now(at):
        await at.call("POST", "clock", {"move": {"to": to.isoformat()}})


async def morning(at: Demo) -> datetime:
    """The next working morning, where the clock then is."""
    await at.call("POST", "clock", {"move": "next_working_morning"})
    return await now(at)


async def register(at: Demo, title: str) -> None:
    """On a working morning the coordinator registers an event of this very day."""
    today = (await morning(at)).date()
    olga = Talk(at, OLGA)
    await olga.say("/news")
    await olga.tap("События")
    await olga.tap("➕ Событие")
    await olga.tap("Заполнить самостоятельно")
    for answer in (title, f"{today:%d.%m.%Y}", f"{today:%d.%m.%Y}", "Северск"):
        sent = await olga.say(answer)
        await olga.until(lambda one: True, "the next question", after=sent)
    for _ in range(3):
        if any("Северский" in text for one in (await olga.messages())[-1:] for _, _, text in _buttons(one)):
            break
        await olga.tap("Ещё ›")
        await asyncio.sleep(0.3)
    await olga.tap("Северский")
    await olga.tap("Готово")
    await olga.tap("Всё верно")
    await olga.sees("Кто пишет")
    await Talk(at, ELENA).sees(f"Новое событие: {title}")


async def posts(at: Demo) -> list[dict[str, Any]]:
    state = await at.call("GET", "people/state")
    channel = next(chat["id"] for chat in state["chats"] if chat["type"] == "channel")
    found: list[dict[str, Any]] = (await at.call("GET", f"people/{OLGA}/chats/{channel}/messages"))["messages"]
    return [one for one in found if one["service"] is None]


def due_in(text: str) -> datetime:
    found = re.search(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d)", text)
    assert found is not None, text
    day, month, year, hour, minute = map(int, found.groups())
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - as people read it


async def test_from_an_event_to_one_post_with_a_return(demo: Demo) -> None:  # noqa: F811
    elena, viktor = Talk(demo, ELENA), Talk(demo, VIKTOR)
    await register(demo, TITLE)
    evening = (await now(demo)).replace(hour=18, minute=1)
    await move(demo, evening)
    reminder = await elena.sees(f"Прошло событие «{TITLE}»")
    due = due_in(reminder)
    assert (due.hour, due.date() > evening.date()) == (18, True)

    await elena.tap("Написать")
    await elena.sees("Пришлите текст")
    await elena.send_album(TEXT)
    await demo.call("POST", "clock", {"move": {"seconds": 3}})
    await elena.sees("Всего приложено: 3")
    await elena.tap("Дальше")
    await elena.say("https://vk.com/wall-1_2 spk-seversk.ru/news/5")
    await elena.sees("Всё готово")
    await elena.tap("Отправить")
    await elena.sees("Отправлено на проверку")

    await morning(demo)
    before = await viktor.last()
    await viktor.say("/news")
    await viktor.tap("На проверке")
    await viktor.tap(TITLE)
    await viktor.sees(TEXT, after=before)
    await viktor.tap("На исправление")
    await viktor.sees("Что исправить")
    await viktor.say(WHY)
    returned = await elena.sees(f"Исправьте новость «{TITLE}»")
    assert WHY in returned
    left = due_in(returned)
    assert left >= (await now(demo)).replace(tzinfo=None) + timedelta(hours=4), "the unused time, at least 4 hours"
    assert left >= due

    await elena.tap("Исправить")
    await elena.tap("Абзац")
    said = await elena.say(MORE)
    await elena.sees(f"Просили исправить: {WHY}", after=said)
    await elena.tap("Отправить")
    await elena.sees("Отправлено на проверку", after=said)
    count = len(await posts(demo))
    await viktor.say("/news")
    await viktor.tap("На проверке")
    await viktor.tap(TITLE)
    await viktor.tap("✅ Опубликовать")
    told = await elena.until(lambda one: f"«{TITLE}» опубликована" in _read(one), "the news is out")
    out = (await posts(demo))[count:]
    assert len(out) == 3
    assert len({one["media_group_id"] for one in out}) == 1
    assert out[0]["text"] == f"{TITLE}\n\n{TEXT}\n\n{MORE}\n\n🔗 ВКонтакте · spk-seversk.ru"
    assert [one["text"] for one in out[1:]] == ["", ""]
    links = [button["url"] for row in told["keyboard"]["inline"] for button in row if button["kind"] == "url"]
    assert links == [f"https://t.me/prom_cluster_demo/{out[0]['message_id']}"]
    await morning(demo)
    assert sum(one["text"].startswith(TITLE) for one in await posts(demo)) == 1


async def test_a_forgotten_item_up_to_the_coordinator(demo: Demo) -> None:  # noqa: F811
    elena, olga = Talk(demo, ELENA), Talk(demo, OLGA)
    title = "Забытая экскурсия"
    await register(demo, title)
    await move(demo, (await now(demo)).replace(hour=18, minute=1))
    due = due_in(await elena.sees(f"Прошло событие «{title}»"))
    zone = (await now(demo)).tzinfo
    await move(demo, due.replace(hour=14, minute=1, tzinfo=zone))
    await elena.sees(f"«{title}» ждут сегодня")
    await move(demo, due.replace(minute=1, tzinfo=zone))
    await elena.sees(f"«{title}» просрочена")
    assert not any("не пишет" in _read(one) and title in _read(one) for one in await olga.messages())
    await morning(demo)
    await move(demo, (await now(demo)).replace(hour=18, minute=1))
    missing = await olga.sees(f"не пишет о событии «{title}»")
    assert "Северский промышленный колледж" in missing
    await olga.tap("Посмотреть")
    await olga.sees("просрочено на")
    await elena.tap("Уже опубликовано")
    await elena.sees("Пришлите ссылку")
    await elena.say("https://vk.com/wall-1_2")
    await elena.sees("Больше напоминать не буду")
    await morning(demo)
    await olga.sees(f"новость о событии «{title}» уже опубликована")
