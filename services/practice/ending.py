"""Placements that end early: declined, expired, withdrawn. All sides learn of it, the intern waits again."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Role
from cluster.practice.acceptance import LIVE, Placement, PlacementState
from services.practice import letters
from services.practice.freed import Freed
from services.practice.notices import PlacementEnded
from storage import practice_placements as records
from storage import roles


async def end(
    tx: AsyncConnection,
    placement: Placement,
    state: PlacementState,
    now: datetime,
    not_told: Collection[int] = (),
    **values: Any,
) -> None:
    """End a placement and tell everybody who was asked, and the coordinators.

    Args:
        state: declined, expired or withdrawn.
        not_told: who did it.
        values: other columns to change.
    """
    sides = await letters.sides_of(tx, placement)
    await records.change_placement(tx, placement.id, state=state.value, ended_at=now, **values)
    await letters.forget(tx, placement)
    told: Iterable[int] = (*sides.everybody, *await roles.holders(tx, placement.cluster_id, Role.COORDINATOR))
    told = [one for one in told if one not in not_told]
    key = f"practice:ended:{placement.id}"
    await letters.tell(tx, placement.cluster_id, told, PlacementEnded(placement_id=placement.id), now, key=key)


async def withdraw(
    tx: AsyncConnection, cluster_id: int, intern_ids: Collection[int], now: datetime, by: int
) -> list[Freed]:
    """End the live placements of these interns: they are out of the request. `by` did it, and is not told.

    Returns:
        The seats that came free, to be refilled when this is stored.
    """
    found, _ = await records.placements(tx, cluster_id, intern_ids=intern_ids, states=LIVE)
    for placement in found:
        await end(tx, placement, PlacementState.WITHDRAWN, now, (by,))
    return [Freed(cluster_id, one.intern_id, one.place_id) for one in found]
