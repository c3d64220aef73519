"""The process is killed at each step of publishing an album: it is in the channel once, what is uncertain is shown."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from sandbox.chats import Chat
from sandbox.faults import Fault
from sandbox.messages import Message
from sandbox.people import Person
from tests.crash.seed import Seeded, seed
from tests.processes import Live, live, read

POST = ("can_manage_chat", "can_post_messages", "can_edit_messages", "can_delete_messages")

CASES = {
    "after the approval, before anything was sent": ("answercallbackquery", None, "sure"),
    "while the album is on its way, it never arrives": ("sendmediagroup", "reset_before", "not there"),
    "when Telegram has taken the album, before its answer comes": ("sendmediagroup", "taken", "there"),
    "after Telegram asked to wait": ("sendmediagroup", "too_many_requests", "not there"),
    "when the author is told": ("sendmessage", None, "sure"),
}
"""When the process dies: at which call, what becomes of that call, and what is known afterwards."""

LOST = "Ответ потерялся"  # the connection is lost after Telegram took it, nobody dies


class Killer:
    """Kills the process at one call of the Bot API, before Telegram looks at the call."""

    def __init__(self, town: Live, fits: Callable[[str, dict[str, str]], bool], fate: str | None) -> None:
        self.town = town
        self.fits = fits
        self.fate = fate
        self.done = False
        town.telegram.faults.choose = self.choose

    def choose(self, method: str, params: dict[str, str]) -> Fault | None:
        if self.done or not self.fits(method, params):
            return None
        self.done = True
        if self.town.process.process is not None:
            os.kill(self.town.process.process.pid, signal.SIGKILL)
        if self.fate in ("reset_before", "too_many_requests"):
            return Fault(self.fate, retry_after=1)  # type: ignore[arg-type]
        return None


class Office:
    """The town with its channel, one coordinator and the author."""

    def __init__(self, town: Live, seeded: Seeded, channel: Chat) -> None:
        self.town = town
        self.seeded = seeded
        self.channel = channel
        self.coordinator: Person = seeded.coordinators[0]
        self.author: Person = seeded.colleges[0]

    def posts(self, title: str) -> list[Message]:
        """Albums with this title."""
        return [one for one in self.channel.messages.values() if one.body.startswith(title)]

    async def open(self, title: str) -> Message:
        """The coordinator opens the item; gives its card."""
        seen = self.coordinator.chat(self.town.bot).last_answer.message_id
        await self.town.say(self.coordinator, "/news")
        await self.town.tap(self.coordinator, "На проверке")
        await self.town.until(lambda: bool(self._shown("Открытая новость", seen)), "the queue")
        await self.town.tap(self.coordinator, title)
        await self.town.until(lambda: bool(self._shown("Проверяет", seen)), "the card")
        return self._shown("Проверяет", seen)[-1]

    def _shown(self, text: str, after: int) -> list[Message]:
        found = self.coordinator.chat(self.town.bot).from_bots
        return [one for one in found if one.message_id > after and text in one.body]

    async def is_out(self, title: str) -> None:
        """Once in the channel, and the author knows."""
        await self.town.sees(self.author, f"«{title}» опубликована")
        assert len(self.posts(title)) == 1, title


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_killed_at_each_step(tmp_path: Path) -> None:
    titles = [f"Новость {number}" for number, _ in enumerate(CASES)]
    async with live(tmp_path, "polling", f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}") as town:
        seeded = await seed(town, coordinators=1, albums=[*titles, LOST])
        channel = town.telegram.add_channel("Новости кластера", username="klaster")
        seeded.coordinators[0].join(channel, "creator")
        seeded.coordinators[0].add_bot_to(channel, town.bot, POST)
        office = Office(town, seeded, channel)
        await town.process.start()
        await town.sees(office.coordinator, "Новости кластера")
        for title, (case, (method, fate, known)) in zip(titles, CASES.items(), strict=True):
            await play(office, title, method, fate, known, case)
        await lose_an_answer(office)
        for title in (*titles, LOST):
            assert len(office.posts(title)) == 1, title
        assert await town.process.terminate() == 0
        assert town.telegram.violations == []
        assert [line for line in town.process.complaints() if "Traceback" in line] == []


async def play(office: Office, title: str, method: str, fate: str | None, known: str, case: str) -> None:
    """Approve, die, start again, and do what the coordinator is told."""
    town = office.town

    def fits(name: str, params: dict[str, str]) -> bool:
        if name.lower() != method:
            return False
        if method == "sendmessage":
            return f"«{title}» опубликована" in params.get("text", "").replace("\u00a0", " ")
        if method == "sendmediagroup":  # not the last look of who reviews it
            return params.get("chat_id") == str(office.channel.id)
        return armed

    armed = False
    killer = Killer(town, fits, fate)
    card = await office.open(title)
    armed = True
    await office.coordinator.press(card, "✅ Опубликовать")
    await town.until(lambda: killer.done, f"the process dies {case}")
    await town.process.ended()
    town.telegram.faults.clear()
    seen = len(office.coordinator.chat(town.bot).messages)
    await town.process.start()
    if known != "sure":
        there = known == "there"
        assert len(office.posts(title)) == int(there), case
        await town.until(lambda: asked_about(office, title, seen), f"what is uncertain is shown: {case}")
        await town.tap(office.coordinator, "Она в канале" if there else "Опубликовать ещё раз")
    await office.is_out(title)


def asked_about(office: Office, title: str, after: int) -> bool:
    """Whether the coordinator is asked to look into the channel."""
    new = office.coordinator.chat(office.town.bot).messages[after:]
    return any("Неизвестно, вышла ли новость" in read(one) and title in read(one) for one in new)


async def lose_an_answer(office: Office) -> None:
    """Telegram took the album, the answer is lost; the bot does not send it again by itself."""
    town = office.town
    card, channel = await office.open(LOST), str(office.channel.id)
    fault = Fault("reset_after")
    town.telegram.faults.choose = lambda name, params: (
        fault if name.lower() == "sendmediagroup" and params.get("chat_id") == channel else None
    )
    seen = len(office.coordinator.chat(town.bot).messages)
    await office.coordinator.press(card, "✅ Опубликовать")
    await town.until(lambda: asked_about(office, LOST, seen), "what is uncertain is shown")
    town.telegram.faults.clear()
    await town.tap(office.coordinator, "Она в канале")
    await office.is_out(LOST)
