"""Queries of a cluster's expert sheets: their versions, which one new sessions take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema.directory import sheets
from storage.schema.evaluation import evaluation_sessions

_S = sheets.c
_NEWEST_FIRST = (_S.current_from.is_(None), _S.current_from.desc(), _S.id.desc())


@dataclass(frozen=True, slots=True)
class SheetVersion:
    """A version of a sheet as lists show it.

    Args:
        code: the same for all versions of one sheet.
        criteria: how many.
        sessions: how many sessions score on it.
        is_current: whether new sessions take it.
    """

    id: int
    code: str
    version: int
    title: str
    criteria: int
    created_at: datetime
    sessions: int
    is_current: bool


async def current_sheet(connection: AsyncConnection, cluster_id: int) -> int | None:
    """Id of the sheet new sessions of a cluster take: the one made current last."""
    query = select(_S.id).where(_S.cluster_id == cluster_id, _S.current_from.is_not(None))
    found: int | None = await connection.scalar(query.order_by(*_NEWEST_FIRST).limit(1))
    return found


async def versions(connection: AsyncConnection, cluster_id: int) -> list[SheetVersion]:
    """All versions of the cluster's sheets: the current one first, then the newest."""
    return await _versions(connection, cluster_id, _all(cluster_id))


async def version(connection: AsyncConnection, cluster_id: int, sheet_id: int) -> SheetVersion | None:
    """One version of the cluster."""
    return next(iter(await _versions(connection, cluster_id, _all(cluster_id).where(_S.id == sheet_id))), None)


async def make_current(tx: AsyncConnection, sheet_id: int, at: datetime) -> None:
    """New sessions take this version from now on."""
    await tx.execute(update(sheets).where(_S.id == sheet_id).values(current_from=at))


def _all(cluster_id: int) -> Select[Any]:
    used = select(func.count()).where(evaluation_sessions.c.sheet_id == _S.id).scalar_subquery()
    query = select(_S.id, _S.code, _S.version, _S.title, _S.content, _S.created_at, used).where(
        _S.cluster_id == cluster_id
    )
    return query.order_by(*_NEWEST_FIRST)


async def _versions(connection: AsyncConnection, cluster_id: int, query: Select[Any]) -> list[SheetVersion]:
    current = await current_sheet(connection, cluster_id)
    return [_version(row, current) for row in await connection.execute(query)]


def _version(values: Sequence[Any], current: int | None) -> SheetVersion:
    id_, code, number, title, content, created_at, used = values
    criteria = sum(len(section["criteria"]) for section in content["sections"])
    return SheetVersion(id_, code, number, title, criteria, created_at, used, id_ == current)
