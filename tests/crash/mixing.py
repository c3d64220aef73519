"""People who keep the bot busy with everything at once, and do nothing twice: the bot has to remember."""

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.messages import Message
from sandbox.people import Person
from tests.crash.seed import Seeded
from tests.processes import Live, read

DAYS = ("20.12.2035", "28.12.2035", "27.12.2035")
LETTER = ("Производственный календарь", "Экспертный совет: ", "Координационный совет: ")
"""A year as far as that is not known, a quarter without a meeting: they come by themselves."""
PATIENCE_SECONDS = 140.0  # two starts of the bot on a busy machine; Telegram forgets a tap after 150


@dataclass
class Crowd:
    """Everybody of one run.

    Args:
        sessions: titles of the expert sessions coordinators create.
        remarks: account of an expert → the remarks sent, in order, one to each criterion from the first.
        blockers: those who block the bot, and whether they have it blocked in the end.
        acts: how many updates were made so far, with those of `malformed`.
    """

    town: Live
    seeded: Seeded
    rounds: int
    chance: random.Random
    sessions: list[str] = field(default_factory=list)
    remarks: dict[int, list[str]] = field(default_factory=dict)
    blockers: dict[int, bool] = field(default_factory=dict)
    malformed: list[int] = field(default_factory=list)
    acts: int = 0
    _acted_on: dict[int, int] = field(default_factory=dict)

    async def act(self) -> None:
        """Everybody at once, each at their own pace."""
        *clerks, enemy, moody = self.seeded.coordinators
        await asyncio.gather(
            *(self._fill_forms(person) for person in clerks),
            *(self._score(person) for person in self.seeded.experts),
            self._block(enemy, True),
            self._block(moody, False),
            self._spoil(),
        )

    async def _fill_forms(self, person: Person) -> None:
        """Create sessions: a command, buttons, and all answers typed ahead, without waiting for the questions."""
        for number in range(self.rounds):
            title = f"Сессия {person.id} № {number}"
            self.sessions.append(title)
            await self._say(person, "/evaluate")
            await self._sees(person, "➕ Новая сессия")
            await self._tap(person, "➕ Новая сессия")
            await self._sees_text(person, "шаг 1 из 5")
            for answer in (title, *DAYS, "1"):
                await self._say(person, answer)
            await self._sees(person, "✅ Всё верно")
            await self._tap(person, "✅ Всё верно")
            await self._sees_text(person, f"{title}, ")

    async def _score(self, person: Person) -> None:
        """Say «не соответствует» and why, criterion after criterion."""
        await self._say(person, "/evaluate")
        await self._sees(person, "▶️ 15.02.12")
        await self._tap(person, "▶️ 15.02.12")
        await self._sees(person, "Начать оценку")
        await self._tap(person, "Начать оценку")
        for place, number in enumerate(("1.1", "1.2", "1.3", "1.4", "1.5")[: self.rounds * 2], start=1):
            await self._sees_text(person, f"Критерий {place} из 14")
            await self._tap(person, "Не соответствует")
            await self._sees_text(person, "Напишите, что не соответствует")
            remark = f"Замечание {person.id} к {number}"
            self.remarks.setdefault(person.id, []).append(remark)
            await self._say(person, remark)
        await self._sees_text(person, f"Критерий {place + 1} из 14")

    async def _block(self, person: Person, end: bool) -> None:
        """Block the bot and let it in again, some commands between."""
        self.blockers[person.id] = end
        for _ in range(self.rounds):
            await self._say(person, "/help")
            await self._sees_text(person, "Что умеет бот")
            await self._say(person, "/menu")
            await self._say(person, "/such_a_command_is_not")
            for blocked in (True, False):
                (person.block if blocked else person.unblock)(self.town.bot)
                await self._breathe()
        if end:
            person.block(self.town.bot)
            self.acts += 1

    async def _spoil(self) -> None:
        """Updates no bot understands, one in the chat of somebody who is busy."""
        for lane in (0, self.seeded.experts[0].id):
            body = {"message": {"chat": {"id": lane, "type": "private"}, "text": 5}}
            expires = self.town.telegram.now() + 3600
            self.malformed.append(self.town.bot.queue.push_raw(body, expires=expires, lane=lane))
            await self._breathe()

    async def _say(self, person: Person, text: str) -> None:
        sent = await person.send(self.town.bot, text)
        self._acted_on[person.id] = sent.message_id
        await self._breathe()

    async def _tap(self, person: Person, button: str) -> None:
        """One tap, never again: who waits gets what they tapped."""
        for message in reversed(person.chat(self.town.bot).from_bots):
            if any(button in shown for row in message.buttons for shown in row):
                await person.press(message, button)
                self._acted_on[person.id] = message.message_id
                await self._breathe()
                return
        raise AssertionError(f"no «{button}» for {person.name}")

    async def _breathe(self) -> None:
        self.acts += 1
        await asyncio.sleep(self.chance.random() * 0.02)

    async def _sees(self, person: Person, button: str) -> None:
        """Wait for a button on the tapped card or below."""
        await self._until(person, lambda message: button in str(message.buttons), button)

    async def _sees_text(self, person: Person, text: str) -> None:
        """Wait for a text on the tapped card or below what was written."""
        await self._until(person, lambda message: text in read(message), text)

    async def _until(self, person: Person, fits: Callable[[Message], bool], what: str) -> None:
        def shown() -> bool:
            since = self._acted_on[person.id]
            return any(
                message.message_id >= since and fits(message) for message in person.chat(self.town.bot).from_bots
            )

        try:
            await self.town.until(shown, f"«{what}» by {person.name}", PATIENCE_SECONDS)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.town.transcript(person, 12)}") from None


def answers_to(town: Live, person: Person) -> tuple[list[str], int]:
    """First lines of all answers of the bot in order, repetitions of one right after it left out and counted."""
    told, repeated, before = [], 0, None
    answers = [message for message in person.chat(town.bot).from_bots if not message.body.startswith(LETTER)]
    for message in answers:
        if before is not None and (message.body, message.buttons) == (before.body, before.buttons):
            repeated += 1
        else:
            told.append(re.sub(r"\d{4,}", "…", read(message).split("\n")[0]))
        before = message
    return told, repeated
