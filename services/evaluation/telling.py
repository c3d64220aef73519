"""What notices are made of at the moment of delivery, and the signed form."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.fit import Fit
from cluster.evaluation.model import Overview, Programme, Work
from cluster.evaluation.sheet import Sheet
from services.clock import Clock
from services.evaluation.desk import Desk
from services.evaluation.loading import load_overview, proposed
from services.evaluation.sheets import Sheets
from storage import evaluation as queries
from storage import evaluation_corrections as corrections
from storage import evaluation_outcomes as outcomes
from storage import evaluation_scoring as records
from storage import evaluation_sight
from storage import evaluation_submissions as submission_records
from storage.database import Database
from storage.evaluation_outcomes import Decided
from storage.evaluation_submissions import Signer, Submission


@dataclass(frozen=True, slots=True)
class SignedForm:
    """Everything the signed form is made of."""

    submission: Submission
    sheet: Sheet
    signer: Signer
    zone: str


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as notices need it; `is_last` until another one was taken."""

    decided: Decided
    programme: Programme
    seen: bool
    is_last: bool


async def signed_form(connection: AsyncConnection, sheets: Sheets, submission: Submission) -> SignedForm:
    """The form of a submission, with names as they are now."""
    return SignedForm(
        submission=submission,
        sheet=await sheets.get(connection, submission.snapshot["sheet_id"]),
        signer=await submission_records.signer(connection, submission.cluster_id, submission.person_id),
        zone=await queries.zone(connection, submission.cluster_id),
    )


class Telling:
    """Facts for notices. Not use cases: whom a notice goes to was decided when it was written."""

    def __init__(self, db: Database, clock: Clock, sheets: Sheets) -> None:
        self._db = db
        self._sheets = sheets
        self._desk = Desk(clock, sheets)

    async def work(self, assignment_id: int) -> Work | None:
        """An expert's assignment; None when it was taken back."""
        async with self._db.read() as connection:
            stored = await records.load_anywhere(connection, assignment_id)
            return await self._desk.work(connection, stored) if stored else None

    async def overview(self, session_id: int, reader_id: int | None) -> Overview | None:
        """A session as the reader may see it; None when there is no such session."""
        async with self._db.read() as connection:
            cluster_id = await queries.cluster_of(connection, session_id)
            if cluster_id is None or reader_id is None:
                return None
            overview = await load_overview(connection, self._sheets, cluster_id, session_id)
            return overview.seen_with(
                await evaluation_sight.hidden(connection, cluster_id, reader_id, session_id=session_id)
            )

    async def may_see(self, reader_id: int | None, work: Work) -> bool:
        """Whether a coordinator may hear of the experts of a programme now."""
        if reader_id is None:
            return False
        async with self._db.read() as connection:
            cluster_id, programme_id = work.session.cluster_id, work.programme.id
            hidden = await evaluation_sight.hidden(connection, cluster_id, reader_id, programme_id=programme_id)
            return programme_id not in hidden

    async def proposed(self, work: Work) -> list[Fit]:
        """Whom to ask instead of an expert."""
        async with self._db.read() as connection:
            overview = await load_overview(connection, self._sheets, work.session.cluster_id, work.session.id)
            return await proposed(connection, overview, work.programme)

    async def decision(self, outcome_id: int, reader_id: int | None) -> Told | None:
        """A decision with its programme; `seen` says whether a coordinator may hear of it."""
        async with self._db.read() as connection:
            decided = await outcomes.decided_anywhere(connection, outcome_id)
            programme = await queries.programme_anywhere(connection, decided.programme_id) if decided else None
            if decided is None or programme is None:
                return None
            cluster_id = await queries.cluster_of(connection, programme.session_id)
            seen = reader_id is not None and cluster_id is not None
            if seen:
                hidden = evaluation_sight.hidden
                seen = not await hidden(connection, cluster_id or 0, reader_id or 0, programme_id=programme.id)
            last = (await outcomes.decisions(connection, programme_id=programme.id))[programme.id][-1]
            return Told(decided, programme, seen, is_last=last.id == decided.id)

    async def reopening(self, work: Work) -> str | None:
        """Why the chair gave the sheet back."""
        async with self._db.read() as connection:
            return await corrections.reopening(connection, work.assignment.id, work.assignment.version)

    async def programme(self, programme_id: int) -> Programme | None:
        """A programme; None when there is no such programme."""
        async with self._db.read() as connection:
            return await queries.programme_anywhere(connection, programme_id)

    async def signer(self, work: Work) -> Signer:
        """Whose assignment it is."""
        async with self._db.read() as connection:
            return await submission_records.signer(connection, work.session.cluster_id, work.assignment.person_id)

    async def form(self, submission_id: int) -> SignedForm | None:
        """A signed version; None when there is none."""
        async with self._db.read() as connection:
            submission = await submission_records.submission(connection, submission_id)
            return await signed_form(connection, self._sheets, submission) if submission else None
