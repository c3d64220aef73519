"""A programme's result as its chair sees it, and what can be made of it now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cluster.evaluation.model import Programme
from cluster.evaluation.outcome import Outcome, RecheckStatus, Status, possible_after_recheck, recheck_status
from cluster.evaluation.scoring import Verdict
from cluster.evaluation.sheet import Sheet
from services.evaluation.results import ProgrammeResult
from storage.evaluation_corrections import Corrections
from storage.evaluation_evidence import StoredEvidence
from storage.evaluation_submissions import Submission


@dataclass(frozen=True)
class ResultCard:
    """A programme's result as its chair, or another coordinator, sees it.

    Args:
        who: assignment id → the expert's name and enterprise.
        decides: whether the person who looks is the one who decides.
        corrections: of the last decision, where there is one.
        recheck_late: the experts' time to look at the corrections is over.
    """

    result: ProgrammeResult
    who: Mapping[int, str]
    decides: bool
    chair: str
    today: date
    corrections: Corrections | None = None
    evidence: Sequence[StoredEvidence] = ()
    recheck_late: bool = False

    @property
    def recheck(self) -> RecheckStatus | None:
        """What experts say about the corrections; None when there are none to look at."""
        last, found = self.result.last, self.corrections
        if last is None or found is None or last.fixed_at is None:
            return None
        criteria = [one for one in self.result.tally.sheet.criteria if one.key in last.criteria]
        asked = [assignment for assignment, _ in last.decision.basis if assignment in found.reachable]
        return recheck_status(criteria, asked, found.rechecks, late=self.recheck_late)

    @property
    def possible(self) -> tuple[Outcome, ...]:
        """Outcomes that can be decided now."""
        last, tally = self.result.last, self.result.tally
        if last is None or self.result.status is not Status.DECIDED:
            return tally.possible
        if last.decision.outcome is not Outcome.WITH_REMARKS or last.released_at is None:
            return ()
        if self.recheck is not None:
            return possible_after_recheck(self.recheck)
        overdue = last.decision.fix_by is not None and last.decision.fix_by < self.today
        return (Outcome.WITH_REMARKS, Outcome.RETURNED) if overdue else ()

    def needs_words(self, outcome: Outcome) -> bool:
        """Whether the chair has to say why: returned, or decided where experts differ or are silent."""
        return outcome is Outcome.RETURNED or self.recheck in (RecheckStatus.SPLIT, RecheckStatus.LATE)

    @property
    def stamp(self) -> int:
        """Changes with everything a decision stands on; short enough for a button."""
        given = self.corrections.rechecks if self.corrections else ()
        said = sorted((one.assignment_id, one.criterion, one.verdict.value) for one in given)
        facts = (self.result.tally.basis, len(self.result.decisions), said, len(self.result.tally.open))
        return _checksum(repr(facts))


@dataclass(frozen=True, slots=True)
class Versions:
    """Signed versions of one sheet, to be compared."""

    sheet: Sheet
    who: str
    programme: Programme
    signed: Sequence[Submission]
    can_reopen: bool
    can_restore: bool


def _checksum(text: str) -> int:
    value = 0
    for letter in text.encode():
        value = (value * 31 + letter) % 2_000_000_011
    return value


def to_fix(card: ResultCard, outcome: Outcome) -> list[str]:
    """Keys of the criteria to be corrected: the faults, or after a check those not everybody found corrected."""
    if outcome is not Outcome.WITH_REMARKS:
        return []
    last, found = card.result.last, card.corrections
    if card.recheck is None or last is None or found is None:
        return [one.key for one in card.result.tally.faults] or list(last.criteria if last else ())
    fine = {one.criterion for one in found.rechecks} - {
        one.criterion for one in found.rechecks if one.verdict is not Verdict.MEETS
    }
    return [key for key in last.criteria if key not in fine]
