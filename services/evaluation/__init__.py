"""Use cases of evaluation, by who does them."""

from dataclasses import dataclass

from services.clock import Clock
from services.evaluation.catalogue import SheetCard, SheetCatalogue, SheetPreview
from services.evaluation.desk import Scored
from services.evaluation.pool import Competence, PoolService, Replacement
from services.evaluation.programmes import NewMaterial, NewProgramme, ProgrammeCard, ProgrammeService
from services.evaluation.remarks import Heard, Keep, NewEvidence, Outcome, RemarkService, Said
from services.evaluation.reports import Comparison, ReportService, SessionReport
from services.evaluation.scoring import ScoringService, Signed
from services.evaluation.sessions import Calendars, Candidates, NewSession, SessionService
from services.evaluation.sheets import Sheets
from services.evaluation.telling import SignedForm, Telling
from storage.database import Database

__all__ = [
    "Candidates",
    "Comparison",
    "Competence",
    "Evaluation",
    "Heard",
    "Keep",
    "NewEvidence",
    "NewMaterial",
    "NewProgramme",
    "NewSession",
    "Outcome",
    "PoolService",
    "ProgrammeCard",
    "ProgrammeService",
    "RemarkService",
    "Replacement",
    "ReportService",
    "Said",
    "Scored",
    "ScoringService",
    "SessionReport",
    "SessionService",
    "SheetCard",
    "SheetCatalogue",
    "SheetPreview",
    "Signed",
    "SignedForm",
    "Telling",
    "evaluation_of",
]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All of them; handlers get it as `evaluation`."""

    sessions: SessionService
    programmes: ProgrammeService
    scoring: ScoringService
    remarks: RemarkService
    telling: Telling
    sheets: SheetCatalogue
    pool: PoolService
    reports: ReportService


def evaluation_of(db: Database, clock: Clock, calendars: Calendars) -> Evaluation:
    """Wire the use cases of evaluation."""
    sheets = Sheets()
    return Evaluation(
        sessions=SessionService(db, clock, calendars, sheets),
        programmes=ProgrammeService(db, clock, calendars, sheets),
        scoring=ScoringService(db, clock, sheets),
        remarks=RemarkService(db, clock, sheets),
        telling=Telling(db, clock, sheets),
        sheets=SheetCatalogue(db, clock, sheets),
        pool=PoolService(db, clock, calendars, sheets),
        reports=ReportService(db, clock, sheets),
    )
