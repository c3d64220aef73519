"""Verdict taps: our bot against the empty one, interleaved, each in a process of its own."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from benchmarks.processes import (
    EMPTY_BOT,
    REAL_BOT,
    TOKEN,
    Api,
    BenchmarkFailed,
    megabytes,
    processor_seconds,
    program,
    serving,
)
from benchmarks.seed import Seed
from bot.app import App
from bot.settings import load_settings
from handlers.evaluation.taps import VerdictTap
from services.clock import SystemClock

BUTTONS = 6
Updates = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Speed:
    """What one run of one program came to."""

    per_second: float
    processor_milliseconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Medians over the rounds; `wall` and `processor` are medians of the rounds' ratios, empty bot = 1."""

    ours: Speed
    empty: Speed
    wall: float
    processor: float


def updates(seed: Seed, places: range, numbers: Iterator[int]) -> Updates:
    """A tap on each of these criteria by every expert, side by side, with the buttons their cards have."""
    return [
        _tap(seed, sheet.telegram_id, sheet.assignment_id, place, next(numbers))
        for place in places
        for sheet in seed.sheets
    ]


def _tap(seed: Seed, telegram_id: int, assignment_id: int, place: int, number: int) -> dict[str, Any]:
    verdict = VerdictTap.CONFIRM if place in seed.numeric else "m"
    person = {"id": telegram_id, "first_name": "Эксперт", "is_bot": False, "language_code": "ru"}
    me = {"id": 100, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
    data = VerdictTap(a=assignment_id, i=place, v=verdict, r=0).pack()
    card = {
        "message_id": 10 + assignment_id,
        "date": 1_700_000_000,
        "chat": {"id": telegram_id, "type": "private", "first_name": "Эксперт"},
        "from": me,
        "text": f"Критерий {place + 1} из {seed.criteria}. " + "Содержание программы отвечает требованиям. " * 8,
        "reply_markup": {"inline_keyboard": [[{"text": "Соответствует", "callback_data": data}]] * BUTTONS},
    }
    tap = {"id": str(number), "from": person, "chat_instance": "1", "message": card, "data": data}
    return {"update_id": number, "callback_query": tap}


def compare(seed: Seed, served_by: Api, *, rounds: int) -> Compared:
    """Run both programs in turn and compare them round by round.

    Raises:
        BenchmarkFailed: a verdict is missing in the database afterwards.
    """
    ours, empty = [], []
    for number in range(rounds):
        empty.append(_run(EMPTY_BOT, seed, served_by, None))
        database = seed.database.with_name(f"round-{number}.db")
        shutil.copy(seed.database, database)
        ours.append(_run(REAL_BOT, seed, served_by, database))
        _check(seed, database)
    pairs = list(zip(ours, empty, strict=True))
    return Compared(
        _middle(ours),
        _middle(empty),
        median(our.per_second / other.per_second for our, other in pairs),
        median(our.processor_milliseconds / other.processor_milliseconds for our, other in pairs),
    )


def _run(arguments: tuple[str, ...], seed: Seed, served_by: Api, database: Path | None) -> Speed:
    """The first criterion warms up, the others are measured."""
    numbers = count(1)
    with program(arguments, served_by, database) as process:
        serving(served_by)
        idle = megabytes(process)
        warm_up, measured = updates(seed, range(1), numbers), updates(seed, range(1, seed.criteria), numbers)
        _answered(served_by, warm_up)
        before = processor_seconds(process)
        seconds = _answered(served_by, measured)
        used = processor_seconds(process) - before
    return Speed(len(measured) / seconds, used / len(measured) * 1000, idle)


def _answered(served_by: Api, taps: Updates) -> float:
    served_by.load(taps)
    return served_by.wait("answerCallbackQuery", len(taps))


def _middle(runs: list[Speed]) -> Speed:
    return Speed(
        median(run.per_second for run in runs),
        median(run.processor_milliseconds for run in runs),
        median(run.megabytes for run in runs),
    )


def _check(seed: Seed, database: Path) -> None:
    """Every verdict that was tapped is stored, with its act in the audit log."""
    wanted = len(seed.sheets) * seed.criteria
    with closing(sqlite3.connect(database)) as connection:
        (verdicts,) = connection.execute("SELECT count(verdict) FROM evaluation_verdicts").fetchone()
        (acts,) = connection.execute("SELECT count(*) FROM audit WHERE action = 'evaluation_answered'").fetchone()
    if (verdicts, acts) != (wanted, wanted):
        raise BenchmarkFailed(f"{wanted} verdicts were tapped, {verdicts} are stored, {acts} in the audit log")


@dataclass(frozen=True, slots=True)
class Statements:
    """SQL statements a tap costs: in its handling, and its share of the inbox's."""

    handling: float
    inbox: float


async def statements(seed: Seed, served_by: Api) -> Statements:
    """Count statements while every expert taps once."""
    database = seed.database.with_name("statements.db")
    shutil.copy(seed.database, database)
    settings = load_settings(None, bot_token=TOKEN, database_url=f"sqlite+aiosqlite:///{database}")
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(served_by.url)))
    app = App(settings, bot=bot, clock=SystemClock())
    await app.start(background=False)
    try:
        numbers = count(1)
        await app.inbox.put(updates(seed, range(1), numbers))
        await app.inbox.settled()
        taps = updates(seed, range(1, 2), numbers)
        with app.db.count_queries() as seen:
            await app.inbox.put(taps)
            await app.inbox.settled()
    finally:
        await app.stop()
    of_inbox = sum(" inbox" in statement for statement in seen)
    of_delivery = sum("outbox" in statement for statement in seen)
    return Statements((len(seen) - of_inbox - of_delivery) / len(taps), of_inbox / len(taps))
