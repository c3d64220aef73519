"""What notices are made of at the moment of delivery, and the signed form."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.model import Overview, Work
from cluster.evaluation.sheet import Sheet
from services.clock import Clock
from services.evaluation.desk import Desk
from services.evaluation.loading import load_overview
from services.evaluation.sheets import Sheets
from storage import evaluation as queries
from storage import evaluation_scoring as records
from storage.database import Database
from storage.evaluation_scoring import Signer, Submission


@dataclass(frozen=True, slots=True)
class SignedForm:
    """Everything the signed form is made of."""

    submission: Submission
    sheet: Sheet
    signer: Signer
    zone: str


async def signed_form(connection: AsyncConnection, sheets: Sheets, submission: Submission) -> SignedForm:
    """The form of a submission, with names as they are now."""
    return SignedForm(
        submission=submission,
        sheet=await sheets.get(connection, submission.snapshot["sheet_id"]),
        signer=await records.signer(connection, submission.cluster_id, submission.person_id),
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

    async def overview(self, session_id: int) -> Overview | None:
        """A session; None when there is no such session."""
        async with self._db.read() as connection:
            cluster_id = await queries.cluster_of(connection, session_id)
            return await load_overview(connection, self._sheets, cluster_id, session_id) if cluster_id else None

    async def signer(self, work: Work) -> Signer:
        """Whose assignment it is."""
        async with self._db.read() as connection:
            return await records.signer(connection, work.session.cluster_id, work.assignment.person_id)

    async def form(self, submission_id: int) -> SignedForm | None:
        """A signed version; None when there is none."""
        async with self._db.read() as connection:
            submission = await records.submission(connection, submission_id)
            return await signed_form(connection, self._sheets, submission) if submission else None
