"""Use cases of evaluation, by who does them."""

from dataclasses import dataclass

from services.clock import Clock
from services.evaluation.catalogue import SheetCard, SheetCatalogue, SheetPreview
from services.evaluation.corrections import CorrectionService, NewFixFile, RecheckCard, ReleasedCard
from services.evaluation.desk import Scored
from services.evaluation.live import DayProgramme, LiveService, Slot
from services.evaluation.outcomes import OutcomeService
from services.evaluation.pool import Competence, PoolService, Replacement
from services.evaluation.programmes import NewMaterial, NewProgramme, OwnProgramme, ProgrammeCard, ProgrammeService
from services.evaluation.protocols import ProtocolCard, ProtocolPaper, ProtocolService
from services.evaluation.remarks import EarlierRemarks, Heard, Keep, NewEvidence, Outcome, RemarkService, Said
from services.evaluation.reports import Comparison, ReportService, SessionReport
from services.evaluation.result_card import ResultCard, Versions
from services.evaluation.scoring import Others, ScoringService, Signed
from services.evaluation.sessions import Calendars, Candidates, NewSession, SessionService
from services.evaluation.sheets import Sheets
from services.evaluation.telling import SignedForm, Telling
from storage.database import Database

__all__ = [
    "Candidates",
    "Comparison",
    "Competence",
    "CorrectionService",
    "DayProgramme",
    "EarlierRemarks",
    "Evaluation",
    "Heard",
    "Keep",
    "LiveService",
    "NewEvidence",
    "NewFixFile",
    "NewMaterial",
    "NewProgramme",
    "NewSession",
    "Others",
    "Outcome",
    "OutcomeService",
    "OwnProgramme",
    "PoolService",
    "ProgrammeCard",
    "ProgrammeService",
    "ProtocolCard",
    "ProtocolPaper",
    "ProtocolService",
    "RecheckCard",
    "ReleasedCard",
    "RemarkService",
    "Replacement",
    "ReportService",
    "ResultCard",
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
    "Slot",
    "Telling",
    "Versions",
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
    outcomes: OutcomeService
    corrections: CorrectionService
    protocols: ProtocolService
    live: LiveService


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
        outcomes=OutcomeService(db, clock, calendars, sheets),
        corrections=CorrectionService(db, clock, sheets),
        protocols=ProtocolService(db, clock, sheets),
        live=LiveService(db, clock, calendars, sheets),
    )
