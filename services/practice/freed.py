"""A seat that came free is matched anew at once: who waits gets it, nobody else is touched."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from cluster.practice.acceptance import Proposal
from services.calendars import Calendars
from services.clock import Clock
from services.practice.proposing import propose
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Freed:
    """A seat that came free: whose it was and where."""

    cluster_id: int
    intern_id: int
    place_id: int


Resolve = Callable[[Freed], Awaitable[Sequence[Proposal]]]
"""Solves the freed part again (`services/practice/matching_duties.py`): proposals for all seats that are free."""


class Refilling:
    """Proposes what the solver found, after the change that freed the seats is stored.

    Args:
        resolve: None while an installation has no solver, then the seats stay free.
    """

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, resolve: Resolve | None) -> None:
        self._db, self._clock, self._calendars = db, clock, calendars
        self.resolve = resolve

    async def __call__(self, freed: Sequence[Freed]) -> int:
        """How many proposals followed; one solution serves all seats that came free together."""
        if self.resolve is None or not freed:
            return 0
        cluster_id = freed[0].cluster_id
        found = await self.resolve(freed[0])
        if not found:
            return 0
        async with self._db.write() as tx:
            return len(await propose(tx, cluster_id, found, self._calendars(cluster_id), self._clock.now()))
