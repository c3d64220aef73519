"""Facts for notices at the moment of delivery. Not use cases: whom a notice goes to was decided when it was written."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cluster.matching.plain import read_result
from cluster.practice.mentors import Mentor
from cluster.practice.places import Place
from cluster.practice.requests import Clearance, Intern, Request
from cluster.practice.runs import Run
from services.practice.seeing import PlacementCard, facts
from storage import people, practice_runs
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as asked
from storage.database import Database
from storage.practice_placements import Visit


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who comes to a mentor in a span of days; places by id."""

    mentor: Mentor
    visits: Sequence[Visit]
    places: Mapping[int, Place]


class Telling:
    """What the renderings of notices ask."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def placement(self, placement_id: int, reader_id: int | None) -> PlacementCard | None:
        """A placement as its reader sees it; None when there is none."""
        async with self._db.read() as connection:
            found, _ = await records.placements(connection, None, ids=[placement_id])
            if not found:
                return None
            known = await people.load_actor_of(connection, reader_id) if reader_id else None
            actor = known.actor if known else None
            return await facts(connection, found[0], actor)

    async def schedule(self, mentor_id: int, first: date, days: int = 1) -> Schedule | None:
        """Who comes to a mentor on `days` days from `first`; None when nobody does."""
        async with self._db.read() as connection:
            found = await base.mentors(connection, None, ids=[mentor_id])
            last = first + timedelta(days=days - 1)
            visits = await records.visits(connection, mentor_ids=[mentor_id], first=first, last=last)
            if not found or not visits:
                return None
            places = await base.places_by_id(connection, found[0].cluster_id, {visit.place_id for visit in visits})
        return Schedule(found[0], visits, places)

    async def mentor(self, mentor_id: int) -> Mentor | None:
        """A mentor."""
        async with self._db.read() as connection:
            found = await base.mentors(connection, None, ids=[mentor_id])
        return found[0] if found else None

    async def intern(self, intern_id: int) -> tuple[Intern, Request, Sequence[Clearance]] | None:
        """An intern of an open request, with what is known of clearances; None when they left."""
        async with self._db.read() as connection:
            found, _ = await asked.interns(connection, None, ids=[intern_id])
            if not found or found[0].is_out:
                return None
            requests, _ = await asked.requests(connection, None, ids=[found[0].request_id])
        return found[0], requests[0], found[0].clearances

    async def run(self, run_id: int) -> Run | None:
        """A run of matching; None when there is none."""
        async with self._db.read() as connection:
            return await practice_runs.any_run(connection, run_id)

    async def left_out(self, run_id: int, organisation_id: int) -> int:
        """How many of a college's interns a run left without a place and who still wait."""
        async with self._db.read() as connection:
            content = await practice_runs.result_of(connection, run_id)
            if content is None:
                return 0
            ids = [one.intern_id for one in (await asyncio.to_thread(read_result, content)).left_out]
            waiting, _ = await asked.interns(connection, None, ids=ids, waiting=True)
            requests, _ = await asked.requests(connection, None, ids={one.request_id for one in waiting})
        own = {one.id for one in requests if one.organisation_id == organisation_id}
        return sum(one.request_id in own for one in waiting)
