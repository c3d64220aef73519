"""The pool of experts: what each can score, who is proposed for a programme, who takes another's place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission
from cluster.directory import Speciality
from cluster.errors import NotFound
from cluster.evaluation.conflict import Conflict
from cluster.evaluation.fit import Fit, PoolExpert
from cluster.evaluation.model import ExpertProgress, Overview, Programme
from cluster.evaluation.refusals import CannotBeReplaced, WrongState
from cluster.evaluation.states import AssignmentState, SessionState
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.loading import invite_where_due, load_overview, proposed, require_sight
from services.evaluation.sessions import Calendars
from services.evaluation.sheets import Sheets
from storage import audit, directory
from storage import evaluation as queries
from storage import evaluation_pool as records
from storage.database import Database

CODES_LIMIT: Final = 40
_GIVEN_UP = frozenset({AssignmentState.DECLINED, AssignmentState.EXPIRED})


@dataclass(frozen=True, slots=True)
class Competence:
    """An expert's own entry in the pool, and what there is to choose from."""

    expert: PoolExpert
    groups: Sequence[Speciality]
    specialities: Sequence[Speciality]


@dataclass(frozen=True, slots=True)
class Replacement:
    """An expert whose sheet will not come, and who could be asked instead."""

    programme: Programme
    overview: Overview
    gone: ExpertProgress
    proposed: list[Fit]


class PoolService(Service):
    """Use cases around the pool of experts."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._sheets = sheets

    @use_case(Permission.SCORE_PROGRAMMES)
    async def mine(self, actor: Actor) -> Competence:
        """The expert's own competence, consent, load and history."""
        async with self._db.read() as connection:
            return await self._competence(connection, actor)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def set_competence(self, actor: Actor, code: str, *, can: bool) -> Competence:
        """Add a group or speciality to the own competence, or take it out.

        Raises:
            NotFound: the cluster does not know the code.
        """
        async with self._db.write() as tx:
            found = await self._competence(tx, actor)
            known = {one.code for one in (*found.groups, *found.specialities)}
            if code not in known:
                raise NotFound()
            codes = set(found.expert.codes) - {code} | ({code} if can else set())
            if codes == set(found.expert.codes):
                return found
            await records.set_codes(tx, actor.here, actor.me, sorted(codes)[:CODES_LIMIT])
            await self._note(tx, actor, "evaluation_competence_changed")
            return await self._competence(tx, actor)

    @use_case(Permission.SCORE_PROGRAMMES)
    async def set_listed(self, actor: Actor, *, listed: bool) -> Competence:
        """Agree to be proposed as an expert, or take the agreement back."""
        async with self._db.write() as tx:
            found = await self._competence(tx, actor)
            if found.expert.listed is listed:
                return found
            await records.set_listed(tx, actor.here, actor.me, listed, self._clock.now())
            await self._note(tx, actor, "evaluation_listing_changed")
            return await self._competence(tx, actor)

    @use_case(Permission.MANAGE_EVALUATION)
    async def replacement(self, actor: Actor, assignment_id: int) -> Replacement:
        """Who can take the place of an expert who gave up.

        Raises:
            HiddenFromYou: see `require_sight`.
            CannotBeReplaced: the expert has not given up.
        """
        async with self._db.read() as connection:
            return await self._replacement(connection, actor, assignment_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def replace(self, actor: Actor, assignment_id: int, person_id: int) -> Replacement:
        """Ask another expert instead; asking the same one twice changes nothing.

        Raises:
            HiddenFromYou, CannotBeReplaced: see `replacement`.
            WrongState: the session is closed.
            NotFound: no such expert here, or they have a conflict.
        """
        async with self._db.write() as tx:
            found = await self._replacement(tx, actor, assignment_id)
            if found.overview.session.state is SessionState.CLOSED:
                raise WrongState(thing="session", state=SessionState.CLOSED.value)
            if any(one.person_id == person_id for one in found.overview.of(found.programme)):
                return found
            experts = await records.pool(tx, actor.here, found.programme.id)
            if not any(one.person_id == person_id and one.conflict is not Conflict.HARD for one in experts):
                raise NotFound()
            await queries.add_assignment(
                tx,
                cluster_id=actor.here,
                session_id=found.overview.session.id,
                programme_id=found.programme.id,
                person_id=person_id,
                state=AssignmentState.INVITED.value,
                replaces_id=assignment_id,
            )
            subject = f"evaluation_programmes:{found.programme.id}"
            details: dict[str, audit.Detail] = {"person": person_id}
            await audit.add(tx, actor.me, actor.here, "evaluation_expert_replaced", subject, self._clock.now(), details)
            overview = await load_overview(tx, self._sheets, actor.here, found.overview.session.id)
            await invite_where_due(tx, overview, self._calendars(actor.here), self._clock)
            return await self._replacement(tx, actor, assignment_id)

    async def _replacement(self, connection: AsyncConnection, actor: Actor, assignment_id: int) -> Replacement:
        where = await queries.place_of(connection, actor.here, assignment_id)
        if where is None:
            raise NotFound()
        session_id, programme_id = where
        await require_sight(connection, actor, programme_id)
        overview = await load_overview(connection, self._sheets, actor.here, session_id)
        programme = next(one for one in overview.programmes if one.id == programme_id)
        gone = next(one for one in overview.experts if one.assignment_id == assignment_id)
        if gone.state not in _GIVEN_UP and gone.conflict is not Conflict.HARD:
            raise CannotBeReplaced()
        return Replacement(programme, overview, gone, await proposed(connection, overview, programme))

    async def _competence(self, connection: AsyncConnection, actor: Actor) -> Competence:
        found = await records.pool(connection, actor.here, person_id=actor.me)
        if not found:
            raise NotFound()
        every = await directory.specialities_of(connection, actor.here)
        groups = [one for one in every if one.code == one.group_code]
        return Competence(found[0], groups, [one for one in every if one.code != one.group_code])

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"people:{actor.me}", self._clock.now())
