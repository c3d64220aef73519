"""Experts score in parallel while the process is killed: what a screen confirmed is in the database, all can finish."""

import asyncio
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, Select, select

from storage.database import Database
from storage.schema.evaluation import evaluation_assignments, evaluation_submissions, evaluation_verdicts
from tests.crash.seed import Seeded, seed
from tests.crash.tapping import Answer, Tapping, plan
from tests.processes import live

Kept = Mapping[int, Mapping[str, Answer]]
ANSWERS = 14

SIZES = [
    pytest.param(5, 2, id="5-experts-2-kills"),
    pytest.param(100, 20, id="100-experts-20-kills", marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
]


@pytest.mark.parametrize(("experts", "kills"), SIZES)
async def test_confirmed_verdicts_survive_kills(tmp_path: Path, experts: int, kills: int) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'cluster.db'}"
    async with live(tmp_path, "polling", url) as town:
        seeded = await seed(town, experts=experts)
        people = [Tapping(town, person, plan(person.id)) for person in seeded.experts]
        await town.process.start()
        working = asyncio.gather(*(one.work() for one in people))
        try:
            for moment in _moments(experts * ANSWERS, kills):
                await town.until(lambda moment=moment: _progress(people) >= moment or working.done(), "progress", 240)
                await town.process.kill()
                _check_confirmed(people, seeded, await _kept(url))
                await town.process.start()
            await asyncio.wait_for(working, 300)
        finally:
            working.cancel()
        assert await town.process.terminate() == 0
        kept = await _kept(url)
        for one in people:
            assert kept[seeded.assignments[one.person.id]] == one.planned
        await _check_submitted(url, seeded)
        assert town.process.complaints() == []
        assert town.telegram.violations == []


def _moments(answers: int, kills: int) -> list[int]:
    """How far the work is when the process is killed: a random moment in each part."""
    part = answers / (kills + 1)
    return [round(part * (number + random.random())) for number in range(kills)]


def _progress(people: list[Tapping]) -> int:
    return sum(len(one.confirmed) for one in people)


def _check_confirmed(people: list[Tapping], seeded: Seeded, kept: Kept) -> None:
    """The process is dead; everything it ever confirmed must be there, and nothing else than was meant."""
    for one in people:
        one.look()
        stored = kept.get(seeded.assignments[one.person.id], {})
        for number, verdict in one.confirmed.items():
            assert verdict == one.planned[number].verdict
            assert stored[number].verdict == verdict, f"{one.person.name} lost {number}"
        for number in one.remarks:
            assert stored[number].remark == one.planned[number].remark
        for number, answer in stored.items():
            meant = one.planned[number]
            assert answer.verdict in (None, meant.verdict)
            assert answer.value in (None, meant.value)
            assert answer.remark in (None, meant.remark)


async def _rows(url: str, query: Select[Any]) -> Sequence[Row[Any]]:
    db = Database(url)
    try:
        async with db.read() as connection:
            return (await connection.execute(query)).all()
    finally:
        await db.close()


async def _kept(url: str) -> Kept:
    found: dict[int, dict[str, Answer]] = {}
    table = evaluation_verdicts.c
    query = select(table.assignment_id, table.criterion, table.verdict, table.value, table.remark)
    for row in await _rows(url, query):
        found.setdefault(row.assignment_id, {})[row.criterion] = Answer(row.verdict, row.value, row.remark)
    return found


async def _check_submitted(url: str, seeded: Seeded) -> None:
    """Every sheet was submitted once."""
    states = [row.state for row in await _rows(url, select(evaluation_assignments.c.state))]
    submitted = [row.assignment_id for row in await _rows(url, select(evaluation_submissions.c.assignment_id))]
    assert set(states) == {"submitted"}
    assert sorted(submitted) == sorted(seeded.assignments.values())
