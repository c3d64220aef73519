"""What is known of the outcome of programmes: sheets, rulings, decisions, put together for screens and documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.evaluation.model import Programme, Session
from cluster.evaluation.outcome import Decision, Outcome, Recheck, Status, Tally
from services.evaluation.sheets import Sheets
from storage import evaluation as queries
from storage import evaluation_corrections as corrections
from storage import evaluation_outcomes as outcomes
from storage.evaluation_outcomes import Decided


@dataclass(frozen=True)
class ProgrammeResult:
    """A programme with everything its outcome is made of; who may see it is for the caller to decide.

    Args:
        decisions: all of them, oldest first; the last one counts.
        rechecks: what experts said of corrections, where a later decision was taken on it; for documents.
    """

    session: Session
    programme: Programme
    tally: Tally
    decisions: Sequence[Decided]
    rechecks: Sequence[Recheck] = ()

    @property
    def last(self) -> Decided | None:
        """The decision that counts."""
        return self.decisions[-1] if self.decisions else None

    @property
    def decision(self) -> Decision | None:
        """What was decided last."""
        return self.last.decision if self.last else None

    @property
    def status(self) -> Status:
        """How far the programme is from its outcome."""
        return self.tally.status(self.decision)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome, if there is one now."""
        return self.tally.outcome(self.decision)


async def session_results(connection: AsyncConnection, sheets: Sheets, session: Session) -> list[ProgrammeResult]:
    """Every programme of a session, in the order of the session."""
    sheet = await sheets.get(connection, session.sheet_id)
    signed = await outcomes.signed_sheets(connection, session_id=session.id)
    rulings = await outcomes.rulings(connection, session_id=session.id)
    decided = await outcomes.decisions(connection, session_id=session.id)
    rechecks = await corrections.settled_rechecks(connection, session.id)
    return [
        ProgrammeResult(
            session,
            programme,
            Tally(sheet, tuple(signed.get(programme.id, ())), session.minimum_sheets, rulings.get(programme.id, {})),
            decided.get(programme.id, ()),
            rechecks.get(programme.id, ()),
        )
        for programme in await queries.programmes(connection, session.id)
    ]


async def programme_result(
    connection: AsyncConnection, sheets: Sheets, session: Session, programme: Programme
) -> ProgrammeResult:
    """One programme."""
    sheet = await sheets.get(connection, session.sheet_id)
    signed = await outcomes.signed_sheets(connection, programme_id=programme.id)
    rulings = await outcomes.rulings(connection, programme_id=programme.id)
    decided = await outcomes.decisions(connection, programme_id=programme.id)
    tally = Tally(sheet, tuple(signed.get(programme.id, ())), session.minimum_sheets, rulings.get(programme.id, {}))
    return ProgrammeResult(session, programme, tally, decided.get(programme.id, ()))
