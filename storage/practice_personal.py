"""Queries of what practice keeps about one person, in all clusters: to hand it out and to let go of it."""

from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.practice.mentors import Mentor
from cluster.practice.requests import Intern
from storage import practice as base
from storage import practice_requests as asked
from storage.schema.practice import (
    practice_interns,
    practice_mentors,
    practice_placements,
    practice_ratings,
    practice_requests,
    practice_teams,
)

_I, _G, _Q = practice_interns.c, practice_ratings.c, practice_placements.c


async def mentors_of(connection: AsyncConnection, person_id: int) -> list[Mentor]:
    """The person's entries as a mentor."""
    return await base.mentors(connection, None, person_id=person_id)


async def interns_of(connection: AsyncConnection, person_id: int) -> list[tuple[Intern, int]]:
    """The person's entries as an intern, each with its cluster."""
    found, _ = await asked.interns(connection, None, person_id=person_id)
    clusters = await connection.execute(select(_I.id, _I.cluster_id).where(_I.person_id == person_id))
    where = {row.id: row.cluster_id for row in clusters}
    return [(one, where[one.id]) for one in found]


async def ratings_of(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """Marks the person gave."""
    rows = await connection.execute(
        select(_G.placement_id, _G.side, _G.mark, _G.given_at)
        .where(_G.person_id == person_id)
        .order_by(_G.placement_id, _G.side)
    )
    return [dict(row) for row in rows.mappings()]


async def requests_of(connection: AsyncConnection, person_id: int) -> list[int]:
    """Ids of the requests the person entered on behalf of a college."""
    r = practice_requests.c
    return list(await connection.scalars(select(r.id).where(r.created_by == person_id).order_by(r.id)))


async def erase(tx: AsyncConnection, person_id: int, code: str) -> None:
    """Unlink the person: the mentor's label becomes the code, the intern's number and towns go, marks stay unsigned.

    The year of birth stays: it keeps minors off night shifts and says nothing of who somebody is. Words of a decline of
    the person's own placements go as well.
    """
    own = select(_I.id).where(_I.person_id == person_id)
    taught = (
        select(practice_teams.c.placement_id)
        .join(practice_mentors, practice_mentors.c.id == practice_teams.c.mentor_id)
        .where(practice_mentors.c.person_id == person_id)
    )
    mine = or_(_Q.intern_id.in_(own), _Q.id.in_(taught))
    await tx.execute(update(practice_placements).where(mine).values(reason_text=None))
    interns = (await tx.execute(select(_I.id).where(_I.person_id == person_id))).scalars().all()
    for intern_id in interns:
        values: dict[str, Any] = {"person_id": None, "own_mark": f"{code}/{intern_id}", "town": "", "towns": []}
        await tx.execute(update(practice_interns).where(_I.id == intern_id).values(**values))
    m = practice_mentors.c
    await tx.execute(
        update(practice_mentors).where(m.person_id == person_id).values(person_id=None, label=code, is_active=False)
    )
    await tx.execute(update(practice_ratings).where(_G.person_id == person_id).values(person_id=None))
