"""Programmes of an expert session: who put up what, with which figures and materials."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.evaluation.conflict import Ground, Occasion
from cluster.evaluation.model import Material, MaterialKind, Overview, Part, Programme, Session
from cluster.evaluation.outcome import Outcome
from cluster.evaluation.refusals import WrongState
from cluster.evaluation.states import SessionState
from cluster.evaluation.values import parse_value
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.loading import invite_where_due, load_overview, load_shown
from services.evaluation.sessions import Calendars
from services.evaluation.sheets import Sheets
from storage import audit, evaluation_pool, evaluation_sight
from storage import evaluation as queries
from storage import evaluation_outcomes as outcomes
from storage.database import Database


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What is entered about a programme. Without a title the college has none to show yet.

    Args:
        figures: criterion key → the college's own figure, see `Criterion`.
        employer_id: the enterprise whose experts score it, where one is named.
    """

    organisation_id: int
    code: str | None
    title: str | None
    figures: Mapping[str, int]
    employer_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewMaterial:
    """A link or file of the presentation; `reference` is an address or Telegram's file_id."""

    part: Part
    kind: MaterialKind
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """A programme with its session and materials."""

    programme: Programme
    overview: Overview
    materials: Sequence[Material]

    @property
    def is_hidden(self) -> bool:
        """Whether its experts are kept from the coordinator who looks."""
        return self.programme.id in self.overview.hidden


@dataclass(frozen=True, slots=True)
class OwnProgramme:
    """A programme as its college sees it; `outcome` is the one released last."""

    programme: Programme
    session: Session
    outcome: Outcome | None


class ProgrammeService(Service):
    """Use cases around programmes; coordinators enter them, colleges see their own."""

    def __init__(self, db: Database, clock: Clock, calendars: Calendars, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._calendars = calendars
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def colleges(self, actor: Actor) -> list[tuple[int, str]]:
        """Ids and short names of the cluster's colleges."""
        async with self._db.read() as connection:
            return await queries.colleges(connection, actor.here)

    @use_case(Permission.MANAGE_EVALUATION)
    async def enterprises(self, actor: Actor) -> list[tuple[int, str]]:
        """Ids and short names of the cluster's enterprises."""
        async with self._db.read() as connection:
            return await evaluation_pool.enterprises(connection, actor.here)

    @use_case(Permission.MANAGE_EVALUATION)
    async def look(self, actor: Actor, programme_id: int) -> ProgrammeCard:
        """A programme as the coordinator sees it."""
        async with self._db.read() as connection:
            return await self._card(connection, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def add(self, actor: Actor, session_id: int, new: NewProgramme, draft_key: str) -> ProgrammeCard:
        """Put a programme on a session; the same draft twice is one programme.

        Raises:
            WrongState: the session is closed.
            NotFound: the session, the college or the enterprise is not of this cluster.
        """
        async with self._db.write() as tx:
            overview = await load_overview(tx, self._sheets, actor.here, session_id)
            _require_not_closed(overview.session)
            if new.organisation_id not in dict(await queries.colleges(tx, actor.here)):
                raise NotFound()
            employers = dict(await evaluation_pool.enterprises(tx, actor.here)) if new.employer_id else {}
            if new.employer_id and new.employer_id not in employers:
                raise NotFound()
            known = {criterion.key for criterion in overview.sheet.measured}
            programme_id = await queries.insert_programme(
                tx,
                cluster_id=actor.here,
                session_id=session_id,
                organisation_id=new.organisation_id,
                employer_id=new.employer_id,
                code=new.code,
                title=new.title,
                figures={key: value for key, value in new.figures.items() if key in known},
                draft_key=draft_key,
                created_by=actor.me,
                created_at=self._clock.now(),
            )
            await self._note(tx, actor, "evaluation_programme_added", programme_id)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def rename(self, actor: Actor, programme_id: int, code: str | None, title: str | None) -> ProgrammeCard:
        """Name a programme that was missing, or correct one; in an open session its experts are invited then.

        Raises:
            WrongState: the session is closed.
        """
        return await self._change(actor, programme_id, code=code, title=title)

    @use_case(Permission.MANAGE_EVALUATION)
    async def set_figure(self, actor: Actor, programme_id: int, index: int, text: str) -> ProgrammeCard:
        """Enter the college's own figure for the criterion at a place of the sheet.

        Raises:
            NotAShare, ShareOutOfRange, NotANumber, NumberOutOfRange: the text is no such value.
            WrongState: the session is closed.
            NotFound: the criterion has no figure.
        """
        async with self._db.read() as connection:
            card = await self._card(connection, actor, programme_id)
        criteria = card.overview.sheet.criteria
        if not 0 <= index < len(criteria) or not criteria[index].is_measured:
            raise NotFound()
        figures = {**card.programme.figures, criteria[index].key: parse_value(criteria[index], text)}
        return await self._change(actor, programme_id, figures=figures)

    async def _change(self, actor: Actor, programme_id: int, **values: Any) -> ProgrammeCard:
        async with self._db.write() as tx:
            card = await self._card(tx, actor, programme_id)
            _require_not_closed(card.overview.session)
            await queries.change_programme(tx, programme_id, **values)
            await self._note(tx, actor, "evaluation_programme_changed", programme_id)
            whole = await load_overview(tx, self._sheets, actor.here, card.overview.session.id)
            await invite_where_due(tx, whole, self._calendars(actor.here), self._clock)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.MANAGE_EVALUATION)
    async def recuse(self, actor: Actor, programme_id: int, ground: Ground) -> ProgrammeCard:
        """A coordinator's own conflict of interest: from now on they see only that there is one."""
        async with self._db.write() as tx:
            card = await self._card(tx, actor, programme_id)
            if card.is_hidden:
                return card
            now = self._clock.now()
            await evaluation_sight.declare(
                tx, actor.here, programme_id, actor.me, ground=ground, occasion=Occasion.CHAIR, at=now
            )
            await self._note(tx, actor, "evaluation_coordinator_recused", programme_id)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.SEE_EVALUATION)
    async def material(self, actor: Actor, material_id: int) -> Material:
        """A file of the presentation, for coordinators and for experts who score that programme.

        Raises:
            NotFound: no such material here, or it is not for this person.
        """
        async with self._db.read() as connection:
            manages = actor.can(Permission.MANAGE_EVALUATION)
            found = await queries.material(connection, actor.here, material_id, None if manages else actor.me)
            if found is None:
                raise NotFound()
            return found

    @use_case(Permission.MANAGE_EVALUATION)
    async def add_material(self, actor: Actor, programme_id: int, new: NewMaterial, draft_key: str) -> ProgrammeCard:
        """Add a link or file; the same draft twice is one material.

        Raises:
            WrongState: the session is closed.
        """
        async with self._db.write() as tx:
            card = await self._card(tx, actor, programme_id)
            _require_not_closed(card.overview.session)
            await queries.insert_material(
                tx,
                cluster_id=actor.here,
                programme_id=programme_id,
                part=new.part.value,
                kind=new.kind.value,
                reference=new.reference,
                name=new.name,
                draft_key=draft_key,
                added_by=actor.me,
                added_at=self._clock.now(),
            )
            await self._note(tx, actor, "evaluation_material_added", programme_id)
            return await self._card(tx, actor, programme_id)

    @use_case(Permission.VIEW_OWN_PROGRAMMES)
    async def own(self, actor: Actor) -> list[OwnProgramme]:
        """Programmes a college put up, with the state of their sessions; of what experts say only what was released."""
        async with self._db.read() as connection:
            organisations = sorted(actor.organisations(Role.COLLEGE))
            found = await queries.programmes_of_colleges(connection, actor.here, organisations)
            released = await outcomes.released(connection, [programme.id for programme, _ in found])
            return [OwnProgramme(programme, session, released.get(programme.id)) for programme, session in found]

    async def _card(self, connection: AsyncConnection, actor: Actor, programme_id: int) -> ProgrammeCard:
        programme = await queries.programme(connection, actor.here, programme_id)
        if programme is None:
            raise NotFound()
        overview = await load_shown(connection, self._sheets, actor, programme.session_id)
        return ProgrammeCard(programme, overview, await queries.materials(connection, programme_id))

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, programme_id: int) -> None:
        subject = f"evaluation_programmes:{programme_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._clock.now())


def _require_not_closed(session: Session) -> None:
    if session.state is SessionState.CLOSED:
        raise WrongState(thing="session", state=session.state.value)
