"""Queries of matching: runs, what they saw and said, and the coordinator's words on pairs."""

import zlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.matching.model import Goal, Pair
from cluster.practice.acceptance import PlacementState
from cluster.practice.runs import Run, RunState, Word
from storage.schema.practice import practice_placements
from storage.schema.practice_runs import practice_runs, practice_words

N, W, Q = practice_runs.c, practice_words.c, practice_placements.c
_SHORT = [column for column in practice_runs.columns if column.name not in ("input", "result")]
REFUSED = (PlacementState.DECLINED.value, PlacementState.EXPIRED.value)
"""Placements after which the pair is not proposed again by itself."""


def _runs() -> Select[Any]:
    return select(*_SHORT)


def _run(row: Row[Any]) -> Run:
    return Run(
        id=row.id,
        cluster_id=row.cluster_id,
        goal=Goal(row.goal),
        seed=row.seed,
        version=row.version,
        input_hash=row.input_hash,
        state=RunState(row.state),
        step=row.step,
        figures=row.figures,
        chat_id=row.chat_id,
        message_id=row.message_id,
        locale=row.locale,
        created_by=row.created_by,
        created_at=row.created_at,
        finished_at=row.finished_at,
        published_at=row.published_at,
    )


async def insert_run(tx: AsyncConnection, problem: bytes, **values: Any) -> int:
    """Store a run with its problem; gives its id."""
    row = {**values, "input": zlib.compress(problem), "state": RunState.WAITING.value}
    return int((await tx.execute(insert(practice_runs).values(**row).returning(N.id))).scalar_one())


async def run(connection: AsyncConnection, cluster_id: int, run_id: int) -> Run | None:
    """A run of the cluster."""
    row = (await connection.execute(_runs().where(N.id == run_id, N.cluster_id == cluster_id))).one_or_none()
    return _run(row) if row else None


async def any_run(connection: AsyncConnection, run_id: int) -> Run | None:
    """A run of any cluster, for notices."""
    row = (await connection.execute(_runs().where(N.id == run_id))).one_or_none()
    return _run(row) if row else None


async def runs(
    connection: AsyncConnection,
    cluster_id: int,
    *,
    states: Collection[RunState] | None = None,
    before: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[list[Run], int]:
    """Runs of the cluster, the last first; one page and how many in all.

    Args:
        before: only those made before this one.
    """
    found: list[ColumnElement[bool]] = [N.cluster_id == cluster_id]
    if states is not None:
        found.append(N.state.in_([state.value for state in states]))
    if before is not None:
        found.append(N.id < before)
    total = await connection.scalar(select(func.count()).select_from(practice_runs).where(*found))
    rows = await connection.execute(_runs().where(*found).order_by(N.id.desc()).limit(limit).offset(offset))
    return [_run(row) for row in rows], int(total or 0)


async def change_run(tx: AsyncConnection, run_id: int, **values: Any) -> None:
    """Change columns of a run."""
    await tx.execute(update(practice_runs).where(N.id == run_id).values(**values))


async def finish(tx: AsyncConnection, run_id: int, result: bytes, figures: dict[str, Any], now: datetime) -> bool:
    """Keep the result; False where the run is not waited for any more."""
    values = {"result": zlib.compress(result), "figures": figures, "finished_at": now, "state": RunState.DONE.value}
    changed = await tx.execute(
        update(practice_runs).where(N.id == run_id, N.state == RunState.WAITING.value).values(**values)
    )
    return bool(changed.rowcount)


async def claim(tx: AsyncConnection, owner: str, now: datetime, lease: timedelta) -> Run | None:
    """The next run that nobody solves, or whose solver died; now it is the owner's."""
    due = (N.state == RunState.WAITING.value, or_(N.claimed_until.is_(None), N.claimed_until < now))
    row = (await tx.execute(_runs().where(*due).order_by(N.id).limit(1))).one_or_none()
    if row is None:
        return None
    await change_run(tx, row.id, claimed_by=owner, claimed_until=now + lease)
    return _run(row)


async def problem_of(connection: AsyncConnection, run_id: int) -> bytes:
    """What a run saw."""
    return zlib.decompress((await connection.execute(select(N.input).where(N.id == run_id))).scalar_one())


async def result_of(connection: AsyncConnection, run_id: int) -> bytes | None:
    """What a run said; None before it is done."""
    found = (await connection.execute(select(N.result).where(N.id == run_id))).scalar_one_or_none()
    return zlib.decompress(found) if found else None


# --- words on pairs -------------------------------------------------------------------------------------------------


async def say(tx: AsyncConnection, cluster_id: int, pair: Pair, word: Word | None, *, by: int, now: datetime) -> None:
    """Pin or ban a pair, or take the word back; an intern has one pin at most."""
    gone = [W.intern_id == pair.intern_id, W.place_id == pair.place_id]
    await tx.execute(delete(practice_words).where(*gone))
    if word is Word.PIN:
        await tx.execute(delete(practice_words).where(W.intern_id == pair.intern_id, W.word == Word.PIN.value))
    if word is not None:
        values = {"intern_id": pair.intern_id, "place_id": pair.place_id, "word": word.value, "cluster_id": cluster_id}
        await tx.execute(insert(practice_words).values(**values, created_by=by, created_at=now))


async def words(connection: AsyncConnection, cluster_id: int) -> dict[Pair, Word]:
    """What the coordinator has said of pairs."""
    rows = await connection.execute(
        select(W.intern_id, W.place_id, W.word).where(W.cluster_id == cluster_id).order_by(W.intern_id, W.place_id)
    )
    return {Pair(row.intern_id, row.place_id): Word(row.word) for row in rows}


async def refused(connection: AsyncConnection, cluster_id: int) -> set[Pair]:
    """Pairs that were declined, or left without an answer."""
    rows = await connection.execute(
        select(Q.intern_id, Q.place_id).where(Q.cluster_id == cluster_id, Q.state.in_(REFUSED)).distinct()
    )
    return {Pair(row.intern_id, row.place_id) for row in rows}


async def declined_themselves(connection: AsyncConnection, cluster_id: int) -> set[int]:
    """Interns who declined a place, or did not answer: they are served last."""
    own = or_(Q.declined_by == "intern", Q.state == PlacementState.EXPIRED.value)
    rows = await connection.scalars(
        select(Q.intern_id).where(Q.cluster_id == cluster_id, Q.state.in_(REFUSED), own).distinct()
    )
    return set(rows)
