"""What reports on expert sessions are made of, for those who may see all sheets of what they report on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cluster.access import Actor, Permission
from cluster.errors import NotFound
from cluster.evaluation.model import Programme, Session
from cluster.evaluation.protocol import ProtocolContent
from cluster.evaluation.refusals import VerdictsHidden
from cluster.evaluation.sheet import Sheet
from services.base import Service, use_case
from services.clock import Clock
from services.evaluation.loading import hidden_in_documents
from services.evaluation.results import ProgrammeResult, session_results
from services.evaluation.sheets import Sheets
from services.evaluation.signed_content import content_of
from storage import evaluation as queries
from storage import evaluation_reports as reports
from storage.database import Database
from storage.evaluation_reports import ReportExpert, SessionCounts


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A session with all signed sheets and what came of them.

    Args:
        results: of the programmes the reader may see.
        experts: by assignment id, of those programmes.
        hidden: programmes of which the reader is told nothing but that they are hidden.
        cluster: name of the cluster.
        zone: IANA name of its time zone.
        chair: name of whoever decides.
    """

    session: Session
    sheet: Sheet
    results: Sequence[ProgrammeResult]
    experts: Mapping[int, ReportExpert]
    hidden: Sequence[Programme]
    cluster: str
    zone: str
    made_at: datetime
    chair: str = ""

    @property
    def content(self) -> ProtocolContent:
        """What a protocol signed now would say."""
        return content_of(self.cluster, self.session, self.sheet, self.results, self.experts)

    @property
    def signed(self) -> int:
        """Sheets that count."""
        return sum(len(result.tally.counting) for result in self.results)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sessions side by side on the criteria of the newest one's sheet.

    Args:
        same: session id → keys of criteria that its sheet has in the same words, kind and norm.
    """

    sheet: Sheet
    sessions: Sequence[SessionCounts]
    same: Mapping[int, frozenset[str]]
    cluster: str
    made_at: datetime


class ReportService(Service):
    """Use cases around reports. What is hidden from a person on screens is in no document of theirs either."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._clock = clock
        self._sheets = sheets

    @use_case(Permission.MANAGE_EVALUATION)
    async def session(self, actor: Actor, session_id: int) -> SessionReport:
        """Everything about one session.

        Raises:
            NotFound: no such session here.
            VerdictsHidden: verdicts on all programmes are kept from this person; data: `count` of programmes.
        """
        async with self._db.read() as connection:
            session = await queries.session(connection, actor.here, session_id)
            if session is None:
                raise NotFound()
            hidden = await hidden_in_documents(connection, actor, session_id)
            every = await session_results(connection, self._sheets, session)
            if every and len(hidden) == len(every):
                raise VerdictsHidden(count=len(hidden))
            experts = await reports.signed_experts(connection, session_id)
            return SessionReport(
                session=session,
                sheet=await self._sheets.get(connection, session.sheet_id),
                results=[one for one in every if one.programme.id not in hidden],
                hidden=[one.programme for one in every if one.programme.id in hidden],
                experts={one.assignment_id: one for one in experts if one.programme_id not in hidden},
                cluster=await reports.cluster_name(connection, actor.here),
                zone=await queries.zone(connection, actor.here),
                made_at=self._clock.now(),
                chair=await queries.name_of(connection, session.chair),
            )

    @use_case(Permission.MANAGE_EVALUATION)
    async def comparison(self, actor: Actor) -> Comparison:
        """All sessions with signed sheets, of all years, without programmes that are hidden from this person.

        Raises:
            NotFound: no session has a signed sheet.
        """
        async with self._db.read() as connection:
            hidden = await hidden_in_documents(connection, actor)
            shown = await reports.counts_of_sessions(connection, actor.here, without=hidden)
            if not shown:
                raise NotFound()
            sheet = await self._sheets.get(connection, shown[-1].sheet_id)
            same = {}
            for one in shown:
                theirs = await self._sheets.get(connection, one.sheet_id)
                same[one.id] = frozenset(each.key for each in set(theirs.criteria) & set(sheet.criteria))
            name = await reports.cluster_name(connection, actor.here)
            return Comparison(sheet, shown, same, name, self._clock.now())
