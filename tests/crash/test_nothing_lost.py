"""Whatever stops the process, every update takes effect exactly once and people see the right last screen."""

import asyncio
import json
import random
import signal
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select

from storage.database import Database
from storage.schema.evaluation import evaluation_sessions, evaluation_verdicts
from storage.schema.inbox import inbox
from storage.schema.people import people
from tests.crash.mixing import PATIENCE_SECONDS, Crowd, answers_to
from tests.crash.seed import seed
from tests.processes import WAYS, Live, live

KILL, TERM = signal.SIGKILL, signal.SIGTERM
STOP_SECONDS = 10.0
CLERKS, BLOCKERS, EXPERTS = 6, 2, 8

patient = pytest.mark.timeout(400)  # a busy machine takes its time to start the bot again
RUNS = [
    pytest.param("polling", 2, (KILL, TERM), id="polling-2-stops", marks=[patient, pytest.mark.slow]),
    pytest.param("webhook", 2, (TERM, KILL), id="webhook-2-stops", marks=[patient, pytest.mark.slow]),
    *(
        pytest.param(way, 2, (KILL, TERM) * 5, id=f"{way}-10-stops", marks=[pytest.mark.slow, pytest.mark.timeout(900)])
        for way in WAYS
    ),
]


class Reaper:
    """Ends the process at the worst moment: while a call of it is being answered, so it never learns the answer."""

    def __init__(self, town: Live, chance: random.Random) -> None:
        self._town = town
        self._chance = chance
        self._struck = asyncio.Event()
        self._left = 0

    async def stop(self, number: signal.Signals) -> tuple[int, float]:
        """Send the signal during one of the next calls; gives the exit code and the seconds until the end."""
        self._left = self._chance.randrange(1, 8)
        self._struck.clear()
        process = self._town.process

        def strike(method: str, _params: dict[str, str]) -> None:
            if method == "getUpdates" or self._left <= 0:
                return
            self._left -= 1
            if not self._left:
                process.tell(number)
                self._struck.set()

        self._town.telegram.faults.choose = strike
        try:
            await asyncio.wait_for(self._struck.wait(), 2)
        except TimeoutError:  # nobody does anything just now
            process.tell(number)
        self._town.telegram.faults.choose = None
        began = time.monotonic()
        return await process.ended(), time.monotonic() - began


@pytest.mark.parametrize(("way", "rounds", "stops"), RUNS)
async def test_everything_takes_effect_once(
    tmp_path: Path, way: str, rounds: int, stops: tuple[signal.Signals, ...]
) -> None:
    url, chance = f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}", random.Random()
    async with live(tmp_path, way, url) as town:
        seeded = await seed(town, experts=EXPERTS, coordinators=CLERKS + BLOCKERS)
        crowd = Crowd(town, seeded, rounds, chance)
        reaper = Reaper(town, chance)
        await town.process.start()
        acting = asyncio.create_task(crowd.act())
        try:
            for number, stop in enumerate(stops):
                moment = 200 * (number + chance.random()) / (len(stops) + 1)
                await town.until(
                    lambda moment=moment: crowd.acts >= moment or acting.done(), "progress", PATIENCE_SECONDS
                )
                code, seconds = await reaper.stop(stop)
                assert stop is KILL or code == 0
                assert seconds < STOP_SECONDS
                await town.process.start()
            await acting
        finally:
            acting.cancel()
        await town.until(lambda: not len(town.bot.queue), "all updates taken", 30)
        db = Database(url)
        try:
            await _all_handled(db)
            assert await town.process.terminate() == 0
            assert crowd.acts >= 200
            await check_effects(db, crowd)
            await check_inbox(db, crowd)
        finally:
            await db.close()
        check_screens(crowd, stops.count(KILL))
        check_log(town, crowd)


async def _all_handled(db: Database) -> None:
    """A stop leaves what waits to the next process; here there is none."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await rows(db, select(inbox.c.update_id).where(inbox.c.state == "new")):
            await asyncio.sleep(0.05)


async def rows(db: Database, query: Select[Any]) -> list[tuple[Any, ...]]:
    async with db.read() as connection:
        return [tuple(row) for row in await connection.execute(query)]


async def check_effects(db: Database, crowd: Crowd) -> None:
    """Sessions, remarks and who can be written to, as if nothing had happened."""
    at = evaluation_sessions.c
    made = await rows(
        db, select(at.title, at.starts_on, at.ends_on, at.deadline).where(at.starts_on > date(2035, 1, 1))
    )
    days = (date(2035, 12, 20), date(2035, 12, 28), date(2035, 12, 27))
    assert sorted(made) == sorted((title, *days) for title in crowd.sessions)
    at = evaluation_verdicts.c
    kept = await rows(db, select(at.assignment_id, at.verdict, at.remark).order_by(at.assignment_id, at.criterion))
    assert kept == [
        (assignment, "fails", remark)
        for account, assignment in sorted(crowd.seeded.assignments.items(), key=lambda pair: pair[1])
        for remark in crowd.remarks[account]
    ]
    blocked = await rows(db, select(people.c.telegram_id).where(people.c.blocked_at.is_not(None)))
    assert {account for (account,) in blocked} == {account for account, is_so in crowd.blockers.items() if is_so}


async def check_inbox(db: Database, crowd: Crowd) -> None:
    """Every update came in once and is done; the malformed ones are aside."""
    states = dict(await rows(db, select(inbox.c.update_id, inbox.c.state)))
    assert len(states) == crowd.acts
    assert {number for number, state in states.items() if state == "set_aside"} == set(crowd.malformed)
    assert set(states.values()) == {"done", "set_aside"}


def check_screens(crowd: Crowd, kills: int) -> None:
    """Nobody missed a screen; a kill repeats at most one to everybody."""
    form = [f"Новая экспертная сессия · шаг {step} из 5" for step in range(1, 6)]
    clerks = crowd.seeded.coordinators[:-BLOCKERS]
    for person in clerks:
        told, repeated = answers_to(crowd.town, person)
        expected = [line for number in range(crowd.rounds) for line in (*form, f"Сессия … № {number}")]
        rest = iter(told)
        assert all(any(line.startswith(wanted) for line in rest) for wanted in expected), told
        assert len(told) + repeated - len(expected) <= kills, "\n".join(told)
    for person in crowd.seeded.experts:
        told, repeated = answers_to(crowd.town, person)
        assert 0 <= len(told) + repeated - (1 + len(crowd.remarks[person.id])) <= kills, told


def check_log(town: Live, crowd: Crowd) -> None:
    assert town.process.complaints() == []
    assert town.telegram.violations == []
    aside = [
        record["update_id"]
        for line in town.process.log.read_text().splitlines()
        if (record := json.loads(line))["event"] == "update_set_aside"
    ]
    assert set(aside) == set(crowd.malformed)
