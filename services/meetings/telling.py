"""Facts for notices. Not use cases: whom a notice goes to was decided when it was written."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from cluster.errors import NotFound
from cluster.meetings.duty import Quarter, unplanned
from cluster.meetings.model import Invitee, LiveCouncil, MeetingView
from services.meetings.desk import Desk, load
from services.meetings.duty import occasions_of
from services.meetings.polls import Poll, load_poll
from storage import evaluation, meetings_councils
from storage import meetings as queries
from storage import meetings_answers as answers


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation with its meeting; `now` is when it is told."""

    view: MeetingView
    invitee: Invitee
    now: datetime


class Telling:
    """What renderers ask; each answer is None when the thing is gone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def invitation(self, invitee_id: int) -> Invitation | None:
        """An invitation."""
        async with self._desk.db.read() as connection:
            found = await answers.invitee(connection, invitee_id)
            if found is None:
                return None
            view = await load(connection, found.meeting_id, self._desk.clock)
        invitee = next(one for one in view.invitees if one.id == invitee_id)
        return Invitation(view, invitee, self._desk.clock.now())

    async def meeting(self, meeting_id: int) -> MeetingView | None:
        """A meeting."""
        async with self._desk.db.read() as connection:
            try:
                return await load(connection, meeting_id, self._desk.clock)
            except NotFound:
                return None

    async def of_item(self, item_id: int) -> MeetingView | None:
        """The meeting of an agenda item."""
        async with self._desk.db.read() as connection:
            meeting_id = await queries.meeting_of_item(connection, item_id)
        return await self.meeting(meeting_id) if meeting_id is not None else None

    async def poll(self, meeting_id: int) -> Poll | None:
        """A poll about the date."""
        async with self._desk.db.read() as connection:
            try:
                return await load_poll(connection, self._desk, meeting_id)
            except NotFound:
                return None

    async def reminders_off(self, person_id: int) -> set[str]:
        """Which reminders a person does not want."""
        async with self._desk.db.read() as connection:
            return await answers.reminders_off(connection, person_id)

    async def still_empty(self, council_id: int, quarter: Quarter) -> LiveCouncil | None:
        """The council, if it still has nothing scheduled in the quarter."""
        async with self._desk.db.read() as connection:
            council = await meetings_councils.council(connection, council_id)
            if council is None:
                return None
            zone = ZoneInfo(await evaluation.zone(connection, council.cluster_id))
            occasions = await occasions_of(connection, council_id, zone)
        return council if unplanned([quarter], occasions) else None
