"""The furnished clusters in a running bot, with everybody at their phone; the database can be compared and put back."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cluster.access import Actor
from sandbox.messages import Message
from sandbox.people import Person
from sandbox.presses import CallbackPress
from storage import people
from tests.matrix.people import EVERYBODY, GUEST, SURNAME, Furnished, Ids
from tests.world import World

PASSING = ("inbox", "fsm")
"""Tables that change with every update: what arrived, and where a conversation stands."""
COUNTING = {
    "outbox": ("message_ids",),
    "evaluation_assignments": ("revision",),
    "meeting_invitees": ("substitute_token",),
    "practice_runs": ("message_id",),
}
"""Columns that count what was shown, not what was decided."""
RUSSIAN = re.compile("[А-Яа-яЁё]{3}")

_SHOWN = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto")

Dump = dict[str, list[tuple[Any, ...]]]


@dataclass
class Scene:
    """A running bot, everybody's account, and what may be tapped."""

    world: World
    path: Path
    made: Furnished
    people: dict[str, Person]
    _kept: sqlite3.Connection = field(default_factory=lambda: sqlite3.connect(":memory:"))

    @property
    def home(self) -> Ids:
        """The cluster everybody is in."""
        return self.made.home

    @property
    def abroad(self) -> Ids:
        """The other cluster."""
        return self.made.abroad

    async def actor(self, name: str) -> Actor:
        """Somebody as the bot knows them now."""
        async with self.world.app.db.read() as connection:
            return (await people.load_actor(connection, EVERYBODY[name])).actor

    async def meet(self) -> None:
        """Everybody opens the bot, so that there is a card to tap; that state is kept."""
        for person in self.people.values():
            await person.start(self.world.bot)
        await self.world.settle()
        self.keep()

    def card(self, name: str) -> Message:
        """The bot's last message to somebody."""
        return self.people[name].chat(self.world.bot).last_answer

    async def press(self, name: str, *data: str) -> list[CallbackPress]:
        """Somebody taps at once all of `data`, as a changed client could, and the bot comes to rest."""
        card = self.card(name)
        pressed = [await self.people[name].press_data(card, one) for one in data]
        await self.world.settle()
        return pressed

    async def press_all(self, names: Iterable[str], data: Sequence[str]) -> list[CallbackPress]:
        """Everybody named taps all of `data`, after a while: strangers may not do more for long."""
        self.world.clock.advance(timedelta(seconds=len(data)))
        cards = {name: self.card(name) for name in names}
        pressed = [await self.people[name].press_data(card, one) for one in data for name, card in cards.items()]
        await self.world.settle()
        return pressed

    def check_answered(self, *pressed: CallbackPress) -> None:
        """Each tap got exactly one answer."""
        answers = [
            call.params["callback_query_id"]
            for call in self.world.telegram.calls
            if call.method == "answerCallbackQuery"
        ]
        for one in pressed:
            assert answers.count(one.id) == 1, f"{one.person.name} tapped {one.data!r}: {answers.count(one.id)} answers"
            assert one.answer is not None
            if one.answer.text:
                assert RUSSIAN.search(one.answer.text), one.answer.text
                assert "код " not in one.answer.text, one.answer.text

    @contextmanager
    def no_incident(self, what: object) -> Iterator[None]:
        """Nothing unexpected happens in here."""
        before = self.world.app.pipeline.incidents
        yield
        assert self.world.app.pipeline.incidents == before, f"an incident: {what}"

    def dump(self, *, without: Iterable[str] = PASSING) -> Dump:
        """All rows of all tables, the passing ones left out."""
        with self._live() as live:
            tables = [name for (name,) in live.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                table: live.execute(f'SELECT {_columns(live, table)} FROM "{table}" ORDER BY 1').fetchall()
                for table in tables
                if table not in without and not table.startswith("sqlite_")
            }

    def forget_calls(self) -> None:
        """What the bot did so far counts no more; the sandbox keeps only so many calls in any case."""
        self.world.telegram.calls.clear()

    def check_told(self, pressed: Iterable[CallbackPress]) -> None:
        """Who got no words with an answer was shown something instead, since `forget_calls`."""
        shown = Counter(call.params.get("chat_id") for call in self.world.telegram.calls if call.method in _SHOWN)
        silent = Counter(str(tap.person.id) for tap in pressed if tap.answer is None or not tap.answer.text)
        for chat, count in silent.items():
            assert shown[chat] >= count, f"{chat}: {count} taps without words, {shown[chat]} screens"

    def keep(self) -> None:
        """This is the state `restore` goes back to."""
        self.copy_to(self._kept)

    def copy_to(self, other: sqlite3.Connection) -> None:
        """Keep the state elsewhere."""
        with self._live() as live:
            live.backup(other)

    def restore(self, kept: sqlite3.Connection | None = None) -> None:
        """The database as it was kept."""
        with self._live() as live:
            (kept or self._kept).backup(live)

    @contextmanager
    def _live(self) -> Iterator[sqlite3.Connection]:
        live = sqlite3.connect(self.path, timeout=5)
        try:
            yield live
        finally:
            live.close()


def _columns(live: sqlite3.Connection, table: str) -> str:
    named = [name for _, name, *_ in live.execute(f'PRAGMA table_info("{table}")')]
    return ", ".join(f'"{name}"' for name in named if name not in COUNTING.get(table, ()))


def check_same(before: Dump, after: Dump, what: object) -> None:
    """Nothing is new, changed or gone."""
    found = changed(before, after)
    if found:
        pytest.fail(f"{what} changed {found}", pytrace=False)


def changed(before: Dump, after: Dump) -> dict[str, list[tuple[Any, ...]]]:
    """Rows that are new, changed or gone, by table."""
    found = {}
    for table, rows in after.items():
        differing = [row for row in rows if row not in before[table]] + [
            row for row in before[table] if row not in rows
        ]
        if differing:
            found[table] = differing
    return found


def accounts(world: World) -> dict[str, Person]:
    """Everybody's Telegram account."""
    found = {}
    for name, telegram_id in EVERYBODY.items():
        known = world.telegram.people.get(telegram_id)
        found[name] = known or world.telegram.add_person(first_name=SURNAME, last_name=name, id=telegram_id)
    assert GUEST in found
    return found
