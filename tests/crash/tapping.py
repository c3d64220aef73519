"""An expert who scores a whole sheet by what is on the screen, and tries again when nothing happens."""

import asyncio
import random
import re
from dataclasses import dataclass, field

from cluster.data import industrial_tomsk
from cluster.evaluation.sheet import read_sheet
from sandbox.messages import Message
from sandbox.people import Person
from tests.crash.seed import FIGURES
from tests.processes import Live, read

PATIENCE_SECONDS = 3.0
PATIENCE_AFTER_WORDS_SECONDS = 20.0  # a message is written again later than a button is tapped again
BUTTONS = {"meets": "Соответствует", "fails": "Не соответствует", "cannot_assess": "Не могу оценить"}
WORDS = {"соответствует": "meets", "не соответствует": "fails", "не могу оценить": "cannot_assess"}
_PLACE = re.compile(r"Критерий (\d+) из 14")
_TOAST = re.compile(r"^(\d\.\d): (.+)$")
_GIVEN = re.compile(r"Ваша оценка: \S+ (.+)")
_KEPT = re.compile(r"Замечание к (\d\.\d) записано")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expert means to say on one criterion."""

    verdict: str
    value: int | None = None
    remark: str | None = None


def plan(seed: int) -> dict[str, Answer]:
    """Fourteen answers that are another expert's only by chance."""
    chance = random.Random(seed)
    planned = {}
    for criterion in read_sheet(industrial_tomsk().sheet.content).criteria:
        verdict, value = chance.choice(("meets", "meets", "fails", "cannot_assess")), None
        if criterion.norm is not None and verdict != "cannot_assess":
            value = FIGURES.get(criterion.number)
            if value is None or chance.random() < 0.5:
                value = chance.randrange(0, 100_01)
            verdict = "meets" if value >= criterion.norm else "fails"
        remark = f"Замечание {seed} к {criterion.number}." if verdict == "fails" else None
        planned[criterion.number] = Answer(verdict, value, remark)
    return planned


@dataclass
class Tapping:
    """One expert at work.

    Args:
        confirmed: criterion → verdict a screen confirmed.
        remarks: criteria whose remark a screen confirmed.
    """

    town: Live
    person: Person
    planned: dict[str, Answer]
    confirmed: dict[str, str] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)
    submitted: bool = False

    async def work(self) -> None:
        """From the command to the submitted sheet."""
        await self._write("/evaluate")
        while not self.submitted:
            await self._step()

    def look(self) -> None:
        """Note what the screens say now."""
        for message in self.person.chat(self.town.bot).from_bots[-3:]:
            self._note(read(message))

    def _note(self, text: str) -> None:
        for number in _KEPT.findall(text):
            self.remarks.add(number)
        place = _PLACE.search(text)
        given = _GIVEN.search(text)
        if place and given:
            self.confirmed[self._number(int(place[1]))] = WORDS[given[1]]

    def _number(self, place: int) -> str:
        return list(self.planned)[place - 1]

    async def _step(self) -> None:
        self.look()
        card = self._card()
        text = read(card)
        if place := _PLACE.search(text):
            await self._criterion(card, text, self._number(int(place[1])))
        elif "Записать это как замечание" in text:
            await self._tap(card, "Не записывать")  # it came twice
        elif "Отправить лист?" in text:
            await self._tap(card, "Отправить")
        elif "Лист отправлен" in text:
            self.submitted = True
        else:
            for button in ("Отправить лист", "Продолжить оценку", "Начать оценку", "▶️ 15.02.12"):
                if any(button in shown for row in card.buttons for shown in row):
                    await self._tap(card, button)
                    return
            raise AssertionError(f"no way on for {self.person.name}:\n{self.town.transcript(self.person)}")

    def _card(self) -> Message:
        """The newest screen; the signed form is below the one that says so."""
        shown = self.person.chat(self.town.bot).from_bots
        return next(message for message in reversed(shown) if message.kind == "text")

    async def _criterion(self, card: Message, text: str, number: str) -> None:
        answer = self.planned[number]
        if "👉 Напишите" in text or "расходится с нормой" in text:
            assert answer.remark is not None, text
            await self._write(answer.remark)
        elif ("👉 Подтвердите" in text or "👉 Сколько" in text) and answer.value is not None:
            if answer.value == FIGURES.get(number):
                await self._tap(card, "Верно", number)
            else:
                await self._write(f"{answer.value / 100:.2f}")
        else:
            await self._tap(card, BUTTONS[answer.verdict], number)

    async def _tap(self, card: Message, button: str, number: str | None = None) -> None:
        """Tap and wait a little for the screen to change."""
        before = self._state()
        press = await self.person.press(card, button)
        answer = await press.answered(PATIENCE_SECONDS)
        if answer is None:
            return  # nothing happened: look at the screen again and go on from there
        if toast := _TOAST.match(answer.text):
            assert number is None or number == toast[1]
            self.confirmed[toast[1]] = WORDS[toast[2]]
        elif number and "Отправить лист" in str(self._card().buttons) and self._state() != before:
            self.confirmed[number] = self.planned[number].verdict

    async def _write(self, text: str) -> None:
        before = len(self.person.chat(self.town.bot).from_bots)
        await self.person.send(self.town.bot, text)
        events, loop = self.town.telegram.events, asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE_AFTER_WORDS_SECONDS
        while len(self.person.chat(self.town.bot).from_bots) == before and (left := deadline - loop.time()) > 0:
            await events.wait(events.last, left)

    def _state(self) -> tuple[int, int]:
        card = self._card()
        return card.message_id, card.edits
