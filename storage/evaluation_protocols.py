"""Queries of signed protocols: added, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema.evaluation_outcome import evaluation_protocols

_P = evaluation_protocols.c


@dataclass(frozen=True, slots=True)
class Protocol:
    """A signed protocol (`number` 0) or an amendment to it, with what was signed."""

    id: int
    session_id: int
    number: int
    reason: str | None
    content: Mapping[str, Any]
    code: str
    signed_by: int
    signed_at: datetime


async def of_session(connection: AsyncConnection, session_id: int) -> list[Protocol]:
    """The protocol and its amendments in order."""
    query = select(_P.id, _P.session_id, _P.number, _P.reason, _P.content, _P.code, _P.signed_by, _P.signed_at).where(
        _P.session_id == session_id
    )
    return [Protocol(*row) for row in await connection.execute(query.order_by(_P.number))]


async def add(tx: AsyncConnection, **values: Any) -> None:
    """Keep what was signed."""
    await tx.execute(insert(evaluation_protocols).values(**values))
