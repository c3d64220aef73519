"""Expert sessions as the coordinator runs them: set up, open, follow, remind, close."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.calendar import WorkingCalendar, local_day
from cluster.errors import NotFound
from cluster.evaluation.conflict import Conflict
from cluster.evaluation.deadline import NUDGE_PAUSE
from cluster.evaluation.fit import Fit, proposals
from cluster.evaluation.model import ExpertProgress, Overview, Programme, Session
from cluster.evaluation.refusals import DeadlinePassed, NothingToOpen, NudgedAlready, WrongState
from cluster.evaluation.states import AssignmentState, SessionState
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation import letters
from services.evaluation.loading import invite_where_due, load_overview, load_shown, require_sight
from services.evaluation.notices import DeadlineMoved, ExpertNudged, SheetNoLongerAwaited
from services.evaluation.sheets import Sheets
from services.evaluation.telling import SignedForm, signed_form
from services.paging import Page, window
from storage import audit
from storage import evaluation as queries
from storage import evaluation_pool as records_of_pool
from storage import evaluation_sheets as sheet_queries
from storage import evaluation_submissions as submission_records
from storage.database import Database

Calendars = Callable[[int | None], WorkingCalendar]


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a coordinator enters; days are inclusive, in the cluster's zone. No sheet means the current one."""

    title: str
    starts_on: date
    ends_on: date
    deadline: date
    minimum_sheets: int
    sheet_id: int | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who can score a programme, and who was asked already."""

    programme: Programme
    session: Session
    experts: Page[Fit]
    """By fit; those with a conflict that closes the materials are left out."""
    assigned: Mapping[int, ExpertProgress]
    """By person id."""


class SessionService(Service):
    """Use cases of those who run expert sessions.

    Args:
        calendars: working days of a cluster by its id.
    """

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def sessions(self, actor: Actor, number: int = 0) -> Page[Session]:
        """A page of the cluster's sessions, open ones first."""
        async with self._db.read() as connection:
            total = await queries.count_sessions(connection, actor.here)
            return Page(await queries.sessions(connection, actor.here, **window(number)), max(0, number), total)

    @use_case(Permission.MANAGE_EVALUATION)
    async def create(self, actor: Actor, new: NewSession, draft_key: str) -> Overview:
        """Set up a session with the chosen sheet; the same draft twice is one session.

        Raises:
            DeadlinePassed: the deadline is before the session begins, or in the past.
            NotFound: the cluster has no sheet, or not this one.
        """
        self._check_deadline(actor, new.deadline, new.starts_on)
        async with self._db.write() as tx:
            sheet_id = new.sheet_id or await sheet_queries.current_sheet(tx, actor.here)
            if sheet_id is None or await sheet_queries.version(tx, actor.here, sheet_id) is None:
                raise NotFound()
            now = self._clock.now()
            session_id = await queries.insert_session(
                tx,
                cluster_id=actor.here,
                title=new.title,
                starts_on=new.starts_on,
                ends_on=max(new.ends_on, new.starts_on),
                deadline=new.deadline,
                minimum_sheets=new.minimum_sheets,
                sheet_id=sheet_id,
                state=SessionState.DRAFT.value,
                draft_key=draft_key,
                created_by=actor.me,
                created_at=now,
            )
            await self._note(tx, actor, "evaluation_session_created", session_id)
            return await self._overview(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def overview(self, actor: Actor, session_id: int) -> Overview:
        """A session with its programmes and how far every expert is; no verdicts."""
        async with self._db.read() as connection:
            return await self._shown(connection, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def candidates(self, actor: Actor, programme_id: int, number: int = 0) -> Candidates:
        """Experts of the cluster for a programme, a page of them."""
        async with self._db.read() as connection:
            await require_sight(connection, actor, programme_id)
            return await self._candidates(connection, actor, programme_id, number)

    @use_case(Permission.MANAGE_EVALUATION)
    async def set_expert(
        self, actor: Actor, programme_id: int, person_id: int, *, wanted: bool, number: int = 0
    ) -> Candidates:
        """Add an expert to a programme, or take back one who was not told of it yet.

        In an open session the invitation goes out at once, unless the programme is still missing.

        Raises:
            WrongState: the session is closed.
            NotFound: no such expert in this cluster, or they have a conflict with the programme.
            HiddenFromYou: the programme's experts are kept from this coordinator; data: `why`.
        """
        async with self._db.write() as tx:
            await require_sight(tx, actor, programme_id)
            before = await self._candidates(tx, actor, programme_id, number)
            _require(before.session, SessionState.DRAFT, SessionState.OPEN)
            known = before.assigned.get(person_id)
            if wanted and known is None:
                await self._assign(tx, actor, before, person_id)
            elif not wanted and known is not None and known.invited_at is None:
                await queries.drop_assignment(tx, known.assignment_id)
                await self._note_expert(tx, actor, "evaluation_expert_removed", programme_id, person_id)
            else:
                return before
            await self._invite(tx, await self._overview(tx, actor, before.session.id))
            return await self._candidates(tx, actor, programme_id, number)

    @use_case(Permission.MANAGE_EVALUATION)
    async def open(self, actor: Actor, session_id: int) -> Overview:
        """Open a session: experts are invited, reminders planned. Opening twice changes nothing.

        Raises:
            NothingToOpen: no programme has both a title and an expert.
            DeadlinePassed: the deadline is over already.
        """
        async with self._db.write() as tx:
            overview = await self._overview(tx, actor, session_id)
            if overview.session.state is SessionState.OPEN:
                return await self._shown(tx, actor, session_id)
            _require(overview.session, SessionState.DRAFT)
            self._check_deadline(actor, overview.session.deadline, overview.session.starts_on)
            if not any(overview.of(programme) for programme in overview.programmes if not programme.is_missing):
                raise NothingToOpen()
            now = self._clock.now()
            await queries.change_session(tx, session_id, state=SessionState.OPEN.value, opened_at=now)
            await letters.remind_coordinators(tx, overview.session, self._calendars(actor.here), now)
            await self._note(tx, actor, "evaluation_session_opened", session_id)
            await self._invite(tx, await self._overview(tx, actor, session_id))
            return await self._shown(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def move_deadline(self, actor: Actor, session_id: int, deadline: date) -> Overview:
        """Set another deadline; reminders are planned anew and invited experts are told.

        Raises:
            DeadlinePassed: it is before the session begins, or in the past.
            WrongState: the session is closed.
        """
        async with self._db.write() as tx:
            overview = await self._overview(tx, actor, session_id)
            session = overview.session
            _require(session, SessionState.DRAFT, SessionState.OPEN)
            if deadline == session.deadline:
                return await self._shown(tx, actor, session_id)
            self._check_deadline(actor, deadline, session.starts_on)
            await queries.change_session(tx, session_id, deadline=deadline)
            await self._note(tx, actor, "evaluation_deadline_moved", session_id, deadline=deadline.isoformat())
            moved = await self._overview(tx, actor, session_id)
            if session.state is SessionState.OPEN:
                await self._replan(tx, moved)
            return await self._shown(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def nudge(self, actor: Actor, session_id: int) -> int:
        """Remind every expert a sheet is still expected from, now; gives how many.

        Raises:
            NudgedAlready: it was done a short while ago.
            WrongState: the session is not open.
        """
        async with self._db.write() as tx:
            overview = await self._shown(tx, actor, session_id)  # how many others there are is not told either
            _require(overview.session, SessionState.OPEN)
            now, last = self._clock.now(), overview.session.nudged_at
            if last is not None and now - last < NUDGE_PAUSE:
                left = NUDGE_PAUSE - (now - last)
                raise NudgedAlready(minutes=-(-int(left.total_seconds()) // 60))
            waited = [expert for expert in overview.experts if expert.is_waited_for]
            if waited:
                notices = [(expert, ExpertNudged(assignment_id=expert.assignment_id)) for expert in waited]
                occasion = f"evaluation:nudged:{int(now.timestamp())}"
                await letters.tell_experts(tx, overview.session, notices, now, occasion)
                await queries.change_session(tx, session_id, nudged_at=now)
                await self._note(tx, actor, "evaluation_experts_nudged", session_id, experts=len(waited))
            return len(waited)

    @use_case(Permission.MANAGE_EVALUATION)
    async def close(self, actor: Actor, session_id: int) -> Overview:
        """Close a session for good: submitted sheets are final, others are no longer awaited."""
        async with self._db.write() as tx:
            overview = await self._overview(tx, actor, session_id)
            if overview.session.state is SessionState.CLOSED:
                return await self._shown(tx, actor, session_id)
            now = self._clock.now()
            await queries.change_session(tx, session_id, state=SessionState.CLOSED.value, closed_at=now)
            await queries.finish_all(tx, session_id)
            await letters.forget_reminders(tx, overview.session)
            working = [expert for expert in overview.experts if expert.is_waited_for]
            notices = [(expert, SheetNoLongerAwaited(assignment_id=expert.assignment_id)) for expert in working]
            await letters.tell_experts(tx, overview.session, notices, now, "evaluation:closed")
            await self._note(tx, actor, "evaluation_session_closed", session_id)
            return await self._shown(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def coordinators(self, actor: Actor) -> list[tuple[int, str]]:
        """Ids and names of who can chair a session."""
        async with self._db.read() as connection:
            return await queries.all_coordinators(connection, actor.here)

    @use_case(Permission.MANAGE_EVALUATION)
    async def name_chair(self, actor: Actor, session_id: int, person_id: int) -> Overview:
        """Name who rules on split verdicts, releases and reopens; the same one twice changes nothing.

        Raises:
            NotFound: no such session, or the person is no coordinator here.
        """
        async with self._db.write() as tx:
            overview = await self._overview(tx, actor, session_id)
            if person_id not in dict(await queries.all_coordinators(tx, actor.here)):
                raise NotFound()
            if overview.session.chair != person_id:
                await queries.change_session(tx, session_id, chair_id=person_id)
                await self._note(tx, actor, "evaluation_chair_named", session_id, person=person_id)
            return await self._shown(tx, actor, session_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def form(self, actor: Actor, assignment_id: int) -> SignedForm:
        """The signed form of an expert of this cluster.

        Raises:
            NotFound: no such assignment here, or the sheet was not submitted.
        """
        async with self._db.read() as connection:
            submission = await submission_records.last_submission(connection, actor.here, assignment_id)
            if submission is None:
                raise NotFound()
            await require_sight(connection, actor, submission.snapshot["programme"]["id"])
            return await signed_form(connection, self._sheets, submission)

    def _check_deadline(self, actor: Actor, deadline: date, starts_on: date) -> None:
        first = max(starts_on, local_day(self._clock.now(), ZoneInfo(actor.zone)))
        if deadline < first:
            raise DeadlinePassed(first=first.strftime("%d.%m.%Y"))

    async def _overview(self, connection: AsyncConnection, actor: Actor, session_id: int) -> Overview:
        return await load_overview(connection, self._sheets, actor.here, session_id)

    async def _shown(self, connection: AsyncConnection, actor: Actor, session_id: int) -> Overview:
        return await load_shown(connection, self._sheets, actor, session_id)

    async def _candidates(
        self, connection: AsyncConnection, actor: Actor, programme_id: int, number: int
    ) -> Candidates:
        programme = await queries.programme(connection, actor.here, programme_id)
        if programme is None:
            raise NotFound()
        overview = await self._overview(connection, actor, programme.session_id)
        experts = await records_of_pool.pool(connection, actor.here, programme_id)
        fitting = proposals(experts, programme.code, programme.employer_short)
        shown = window(number)
        page = fitting[shown["offset"] : shown["offset"] + shown["limit"]]
        assigned = {expert.person_id: expert for expert in overview.of(programme)}
        return Candidates(programme, overview.session, Page(page, max(0, number), len(fitting)), assigned)

    async def _assign(self, tx: AsyncConnection, actor: Actor, to: Candidates, person_id: int) -> None:
        experts = await records_of_pool.pool(tx, actor.here, to.programme.id)
        if not any(one.person_id == person_id and one.conflict is not Conflict.HARD for one in experts):
            raise NotFound()
        await queries.add_assignment(
            tx,
            cluster_id=actor.here,
            session_id=to.session.id,
            programme_id=to.programme.id,
            person_id=person_id,
            state=AssignmentState.INVITED.value,
        )
        await self._note_expert(tx, actor, "evaluation_expert_added", to.programme.id, person_id)

    async def _invite(self, tx: AsyncConnection, overview: Overview) -> None:
        calendar = self._calendars(overview.session.cluster_id)
        await invite_where_due(tx, overview, calendar, self._clock)

    async def _replan(self, tx: AsyncConnection, overview: Overview) -> None:
        session, now = overview.session, self._clock.now()
        calendar = self._calendars(session.cluster_id)
        waited = [expert for expert in overview.experts if expert.is_waited_for]
        await letters.forget_reminders(tx, session)
        await letters.remind_experts(tx, session, waited, calendar, now)
        await letters.remind_coordinators(tx, session, calendar, now)
        notices = [(expert, DeadlineMoved(assignment_id=expert.assignment_id)) for expert in waited]
        occasion = f"evaluation:deadline:{session.deadline}:{int(now.timestamp())}"
        await letters.tell_experts(tx, session, notices, now, occasion)

    async def _note_expert(
        self, tx: AsyncConnection, actor: Actor, action: str, programme_id: int, person_id: int
    ) -> None:
        """On the programme, so that the journal can keep it from whom the programme is kept."""
        subject = f"evaluation_programmes:{programme_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now(), {"person": person_id})

    async def _note(
        self, tx: AsyncConnection, actor: Actor, action: str, session_id: int, **details: int | str
    ) -> None:
        subject = f"evaluation_sessions:{session_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now(), details)


def _require(session: Session, *allowed: SessionState) -> None:
    if session.state not in allowed:
        raise WrongState(thing="session", state=session.state.value)
