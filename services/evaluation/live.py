"""The day of a session: slots, who presents, the programme that is open now, colleges asked for a programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.evaluation.model import Overview, Programme
from cluster.evaluation.refusals import NothingToOpen, WrongState
from cluster.evaluation.states import SCORING, SessionState
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.loading import invite_where_due, load_overview, load_shown, require_sight
from services.evaluation.notices import ProgrammeNamed, ProgrammeOpened, ProgrammeWanted
from services.evaluation.sessions import Calendars
from services.evaluation.sheets import Sheets
from storage import audit, outbox
from storage import evaluation as queries
from storage import evaluation_corrections as people
from storage.database import Database
from storage.outbox import Letter, Recipient


@dataclass(frozen=True, slots=True)
class Slot:
    """When a programme is presented, in the cluster's zone, and by whom."""

    day: date
    at: time
    minutes: int
    presenter: str | None


@dataclass(frozen=True, slots=True)
class DayProgramme:
    """A session as its day goes: programmes in the order they are presented, the open one, the next."""

    overview: Overview
    ordered: Sequence[Programme]

    @property
    def now(self) -> Programme | None:
        """The programme that is open for all experts."""
        live = self.overview.session.live_programme_id
        return next((one for one in self.ordered if one.id == live), None)

    @property
    def following(self) -> Programme | None:
        """The next one that can be opened: it has a title and is not kept from the person who looks."""
        ready = [one for one in self.ordered if not one.is_missing and one.id not in self.overview.hidden]
        if self.now is None:
            return ready[0] if ready else None
        after = self.ordered[self.ordered.index(self.now) + 1 :]
        return next((one for one in after if one in ready), None)


class LiveService(Service):
    """Use cases of a session's day."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def day(self, actor: Actor, session_id: int) -> DayProgramme:
        """The programme of the day and how far every expert is."""
        async with self._db.read() as connection:
            return await self._day(connection, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def set_slot(self, actor: Actor, programme_id: int, slot: Slot) -> DayProgramme:
        """Say when a programme is presented and by whom.

        Raises:
            NotFound: no such programme here.
            WrongState: the session is closed.
        """
        async with self._db.write() as tx:
            programme = await self._programme(tx, actor, programme_id)
            day = await self._day(tx, actor, programme.session_id)
            _require_not_closed(day)
            await queries.change_programme(
                tx,
                programme_id,
                slot_day=slot.day,
                slot_time=slot.at,
                slot_minutes=slot.minutes,
                presenter=slot.presenter,
            )
            await self._note(tx, actor, "evaluation_slot_set", f"evaluation_programmes:{programme_id}")
            return await self._day(tx, actor, programme.session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def open(self, actor: Actor, programme_id: int) -> DayProgramme:
        """Open a programme for all its experts at once; opening the open one again changes nothing.

        Raises:
            HiddenFromYou: see `require_sight`.
            WrongState: the session is not open.
            NothingToOpen: the programme has no title yet.
        """
        async with self._db.write() as tx:
            programme = await self._programme(tx, actor, programme_id)
            await require_sight(tx, actor, programme_id)
            day = await self._day(tx, actor, programme.session_id)
            session = day.overview.session
            if session.state is not SessionState.OPEN:
                raise WrongState(thing="session", state=session.state.value)
            if programme.is_missing:
                raise NothingToOpen()
            if session.live_programme_id == programme_id:
                return day
            now = self._clock.now()
            await queries.change_session(tx, session.id, live_programme_id=programme_id, live_since=now)
            await self._note(tx, actor, "evaluation_programme_opened", f"evaluation_programmes:{programme_id}")
            scoring = [one for one in day.overview.of(programme) if one.state in SCORING]
            await outbox.add_many(
                tx,
                [
                    Letter(
                        ProgrammeOpened(assignment_id=one.assignment_id),
                        Recipient.person(one.person_id, actor.here),
                        now,
                        f"evaluation:live:{one.assignment_id}:{int(now.timestamp())}",
                    )
                    for one in scoring
                ],
            )
            return await self._day(tx, actor, session.id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def end(self, actor: Actor, session_id: int) -> DayProgramme:
        """No programme is open any more; twice is once."""
        async with self._db.write() as tx:
            day = await self._day(tx, actor, session_id)
            if day.overview.session.live_programme_id is None:
                return day
            await queries.change_session(tx, session_id, live_programme_id=None, live_since=None)
            await self._note(tx, actor, "evaluation_live_ended", f"evaluation_sessions:{session_id}")
            return await self._day(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def ask_college(self, actor: Actor, programme_id: int) -> int:
        """Ask the college of a row without a programme for one; gives how many of its people were asked.

        Raises:
            NotFound: no such programme here.
            WrongState: the session is closed, or the programme has a title.
        """
        async with self._db.write() as tx:
            programme = await self._programme(tx, actor, programme_id)
            _require_not_closed(await self._day(tx, actor, programme.session_id))
            college = await people.representatives(tx, actor.here, programme.organisation_id)
            if not programme.is_missing or not college:
                return 0 if programme.is_missing else len(college)
            now = self._clock.now()
            await queries.change_programme(tx, programme_id, asked_at=now)
            await self._note(tx, actor, "evaluation_programme_wanted", f"evaluation_programmes:{programme_id}")
            day = now.date().isoformat()  # a second tap on the same day asks nobody twice
            await outbox.add_many(
                tx,
                [
                    Letter(
                        ProgrammeWanted(programme_id=programme_id),
                        Recipient.person(person_id, actor.here),
                        now,
                        f"evaluation:wanted:{programme_id}:{person_id}:{day}",
                    )
                    for person_id in college
                ],
            )
            return len(college)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def missing(self, actor: Actor, programme_id: int) -> Programme:
        """A row of the college that still waits for a programme.

        Raises:
            NotFound: not the college's row.
            WrongState: it has a programme.
        """
        async with self._db.read() as connection:
            return await self._own_missing(connection, actor, programme_id)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def name(self, actor: Actor, programme_id: int, code: str | None, title: str) -> Programme:
        """The college names its programme; experts who were chosen for it are invited, coordinators told.

        Raises:
            NotFound, WrongState: see `missing`; the session is closed.
        """
        async with self._db.write() as tx:
            programme = await self._own_missing(tx, actor, programme_id)
            overview = await load_overview(tx, self._sheets, actor.here, programme.session_id)
            _require_not_closed(DayProgramme(overview, ()))
            await queries.change_programme(tx, programme_id, code=code, title=title)
            await self._note(tx, actor, "evaluation_programme_changed", f"evaluation_programmes:{programme_id}")
            overview = await load_overview(tx, self._sheets, actor.here, programme.session_id)
            await invite_where_due(tx, overview, self._calendars(actor.here), self._clock)
            now = self._clock.now()
            await outbox.add_many(
                tx,
                [
                    Letter(
                        ProgrammeNamed(programme_id=programme_id),
                        Recipient.person(person_id, actor.here),
                        now,
                        f"evaluation:named:{programme_id}:{person_id}",
                    )
                    for person_id in await queries.coordinators(tx, overview.session)
                ],
            )
            return await self._programme(tx, actor, programme_id)

    async def _own_missing(self, connection: AsyncConnection, actor: Actor, programme_id: int) -> Programme:
        programme = await self._programme(connection, actor, programme_id)
        if programme.organisation_id not in actor.organisations(Role.COLLEGE):
            raise NotFound()
        if not programme.is_missing:
            raise WrongState(thing="programme", state="named")
        return programme

    async def _programme(self, connection: AsyncConnection, actor: Actor, programme_id: int) -> Programme:
        programme = await queries.programme(connection, actor.here, programme_id)
        if programme is None:
            raise NotFound()
        return programme

    async def _day(self, connection: AsyncConnection, actor: Actor, session_id: int) -> DayProgramme:
        overview = await load_shown(connection, self._sheets, actor, session_id)
        return DayProgramme(overview, sorted(overview.programmes, key=_order))

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, subject: str) -> None:
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())


def _order(programme: Programme) -> tuple[date, time, int]:
    """By slot; without one at the end, in the order they were added."""
    return (programme.slot_day or date.max, programme.slot_time or time.max, programme.id)


def _require_not_closed(day: DayProgramme) -> None:
    if day.overview.session.state is SessionState.CLOSED:
        raise WrongState(thing="session", state=SessionState.CLOSED.value)
