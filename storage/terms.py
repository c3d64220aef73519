"""Queries of terms: when an organisation is a member of its cluster."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.executors import Term
from storage.schema.plans import organisation_terms

_T = organisation_terms.c


async def set_term(tx: AsyncConnection, organisation_id: int, term: Term, by: int, at: datetime) -> None:
    """The time of membership of an organisation; what was noted before is replaced."""
    await tx.execute(delete(organisation_terms).where(_T.organisation_id == organisation_id))
    noted = {"since": term.since, "until": term.until, "noted_by": by, "noted_at": at}
    await tx.execute(insert(organisation_terms).values(organisation_id=organisation_id, **noted))


async def terms_of(connection: AsyncConnection, organisation_id: int) -> list[Term]:
    """Times of membership that were noted."""
    rows = await connection.execute(
        select(_T.since, _T.until).where(_T.organisation_id == organisation_id).order_by(_T.id)
    )
    return [Term(*row) for row in rows]
