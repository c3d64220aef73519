"""Use cases of what came of practice: employment against mentoring, mentors to be honoured and in reserve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cluster.access import Actor, Permission
from cluster.practice.after import Line, MentorRecord, reserve, rewarded
from services.base import Service, use_case
from services.clock import Clock
from storage import people
from storage import practice as base
from storage import practice_placements as records
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Results:
    """Practice × mentoring × employment, and the mentors behind it; names of those in the bot by mentor's id."""

    lines: Sequence[Line]
    rewarded: Sequence[MentorRecord]
    reserve: Sequence[MentorRecord]
    names: Mapping[int, str]
    at: datetime


class ResultService(Service):
    """What coordinators see afterwards."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.MANAGE_PRACTICE)
    async def results(self, actor: Actor) -> Results:
        """All completed practice of the cluster, and the records of its mentors; six statements."""
        async with self._db.read() as connection:
            lines = await records.employment(connection, actor.here)
            mentors = await base.mentors(connection, actor.here)
            done = await records.records(connection, [one.id for one in mentors])
            names = await people.names(connection, [one.person_id for one in mentors if one.person_id])
        known = [MentorRecord(one, *done.get(one.id, (0, 0, 0))) for one in mentors]
        named = {one.id: names[one.person_id] for one in mentors if one.person_id in names}
        return Results(lines, rewarded(known), reserve(known), named, self._clock.now())
