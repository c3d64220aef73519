"""What every use case of a meeting needs first: the meeting, its council and the cluster's zone, in one statement."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.meetings.model import LiveCouncil, Meeting
from storage.meetings import MEETING_COLUMNS, meeting_of
from storage.meetings_councils import COUNCIL_COLUMNS, council_of, with_heads
from storage.schema.directory import clusters, councils
from storage.schema.meetings import meeting_invitees, meetings

_M, _V = meetings.c, meeting_invitees.c


@dataclass(frozen=True, slots=True)
class Loaded:
    """A meeting with what it belongs to; `cluster` is a name."""

    meeting: Meeting
    council: LiveCouncil
    zone: str
    cluster: str


async def loaded(
    connection: AsyncConnection, *, meeting_id: int | None = None, invitee_id: int | None = None
) -> Loaded | None:
    """A meeting, whatever its cluster: by its id, or by the id of an invitation."""
    invited = select(_V.meeting_id).where(_V.id == invitee_id).scalar_subquery()
    joined = with_heads().join(meetings, _M.council_id == councils.c.id).join(clusters, clusters.c.id == _M.cluster_id)
    query = select(*MEETING_COLUMNS, *COUNCIL_COLUMNS, clusters.c.zone, clusters.c.name.label("cluster"))
    row = (
        await connection.execute(
            query.select_from(joined).where(_M.id == (invited if meeting_id is None else meeting_id))
        )
    ).one_or_none()
    if row is None:
        return None
    values = list(row)
    return Loaded(meeting_of(values), council_of(values[len(MEETING_COLUMNS) :]), values[-2], values[-1])
