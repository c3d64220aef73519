"""What the use cases of meetings share: clock and calendar, loading a meeting, who may run it, the log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import WorkingCalendar, local_day
from cluster.errors import Forbidden, NotFound, Stale
from cluster.meetings.model import Invitee, LiveCouncil, MeetingView
from cluster.meetings.refusals import WrongState
from cluster.meetings.states import MeetingState
from services.clock import Clock
from storage import meetings as queries
from storage import meetings_answers as answers
from storage import meetings_councils
from storage.database import Database
from storage.meetings_loading import Loaded, loaded

Calendars = Callable[[int | None], WorkingCalendar]


async def load(connection: AsyncConnection, meeting_id: int, clock: Clock) -> MeetingView:
    """A meeting with everything that belongs to it, whatever its cluster.

    Raises:
        NotFound: there is none.
    """
    return await _view(connection, await loaded(connection, meeting_id=meeting_id), clock)


async def _view(connection: AsyncConnection, found: Loaded | None, clock: Clock) -> MeetingView:
    """What a meeting cannot have yet is not asked for: answering an invitation is done by many at once."""
    if found is None:
        raise NotFound()
    meeting, council, zone = found.meeting, found.council, found.zone
    day = local_day(meeting.started_at or meeting.starts_at or clock.now(), ZoneInfo(zone))
    return MeetingView(
        meeting=meeting,
        council=council,
        items=await queries.items(connection, meeting.id),
        invitees=await answers.invitees(connection, meeting.id, council.id, day),
        decisions=await queries.decisions(connection, meeting.id) if meeting.started_at else (),
        amendments=await queries.amendments(connection, meeting.id) if meeting.signed_at else (),
        votes=await answers.votes(connection, meeting.id) if meeting.started_at else {},
        zone=zone,
        cluster=found.cluster,
    )


def runs(actor: Actor, council: LiveCouncil) -> bool:
    """Whether the actor runs the council's meetings: a coordinator, its chair, its secretary."""
    if actor.cluster_id != council.cluster_id:
        return False
    return actor.can(Permission.MANAGE_MEETINGS) or (actor.can(Permission.SEE_MEETINGS) and actor.me in council.heads)


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to every class of use cases of this feature.

    Args:
        calendars: working days of a cluster by its id.
    """

    db: Database
    clock: Clock
    calendars: Calendars

    def today(self, actor: Actor) -> date:
        """The day people have now."""
        return local_day(self.clock.now(), ZoneInfo(actor.zone))

    async def council(self, connection: AsyncConnection, actor: Actor, council_id: int) -> LiveCouncil:
        """A council the actor runs.

        Raises:
            NotFound: none of this cluster.
            Forbidden: somebody else runs it.
        """
        council = await meetings_councils.council(connection, council_id)
        if council is None or council.cluster_id != actor.here:
            raise NotFound()
        if not runs(actor, council):
            raise Forbidden()
        return council

    async def run(
        self, connection: AsyncConnection, actor: Actor, meeting_id: int, *states: MeetingState
    ) -> MeetingView:
        """A meeting the actor runs, in one of these states (any when none is named).

        Raises:
            NotFound, Forbidden: as for `council`.
            WrongState: it is in another state; data: `state`.
        """
        view = await load(connection, meeting_id, self.clock)
        if view.council.cluster_id != actor.here:
            raise NotFound()
        if not runs(actor, view.council):
            raise Forbidden() if view.of(actor.me) else NotFound()
        if states and view.meeting.state not in states:
            raise WrongState(state=view.meeting.state.value)
        return view

    async def attend(self, connection: AsyncConnection, actor: Actor, meeting_id: int) -> MeetingView:
        """A meeting the actor is invited to (or runs); drafts are seen by who runs them only.

        Raises:
            NotFound: it is none of theirs.
        """
        view = await load(connection, meeting_id, self.clock)
        invited = view.of(actor.me) and view.meeting.state is not MeetingState.DRAFT
        if not invited and not runs(actor, view.council):
            raise NotFound()
        return view

    async def place(self, connection: AsyncConnection, actor: Actor, invitee_id: int) -> tuple[MeetingView, Invitee]:
        """The actor's own place as a delegate.

        Raises:
            NotFound: it is somebody else's.
        """
        view = await _view(connection, await loaded(connection, invitee_id=invitee_id), self.clock)
        invitee = next(one for one in view.invitees if one.id == invitee_id)
        if invitee.person_id != actor.me:
            raise NotFound()
        return view, invitee


def require_revision(view: MeetingView, revision: int) -> None:
    """Refuse what was tapped on an older card.

    Raises:
        Stale: the meeting has changed since.
    """
    if view.meeting.revision != revision:
        raise Stale()
