"""What signed sheets say about a programme together, and what the chair may make of it (product, section 5).

No verdict is outvoted: experts who disagree on a criterion are heard by the chair, with every remark. A decision
stands on the sheets it was taken on; when those change, it is open again until the chair has looked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from cluster.evaluation.scoring import NOTHING, Answer, Answers, Verdict
from cluster.evaluation.sheet import Criterion, Sheet


class Outcome(StrEnum):
    """What becomes of a programme."""

    AGREED = "agreed"  # согласована
    WITH_REMARKS = "with_remarks"  # согласована с замечаниями: исправить к сроку
    RETURNED = "returned"  # возвращена


class CollegeAnswer(StrEnum):
    """What a college says to an outcome."""

    ACCEPTED = "accepted"
    OBJECTED = "objected"


class Standing(StrEnum):
    """What the experts say together on one criterion."""

    MEETS = "meets"  # all who could assess it
    FAILS = "fails"  # all who could assess it
    SPLIT = "split"  # for the chair
    NOT_ASSESSED = "not_assessed"  # nobody could: for the chair


class Status(StrEnum):
    """How far a programme is from its outcome."""

    TOO_FEW = "too_few"  # below the minimum of sheets: no result
    REVISING = "revising"  # a signed sheet is opened again: its voice is not passed over
    FOR_CHAIR = "for_chair"  # criteria the chair has to rule on
    READY = "ready"  # nothing is open: the chair decides
    DECIDED = "decided"
    CHANGED = "changed"  # sheets changed since the decision: the chair looks again


@dataclass(frozen=True, slots=True)
class SignedVersion:
    """One signed version of a sheet: what was answered then, remarks and evidence included."""

    version: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """All signed versions of one expert's sheet, oldest first.

    Args:
        counts: False while it is reopened, or when it was set aside because of a conflict: it makes no result then,
            but what was remarked stays.
        revising: it is opened again; nothing is decided until it is signed.
    """

    assignment_id: int
    versions: tuple[SignedVersion, ...]
    counts: bool = True
    revising: bool = False

    @property
    def last(self) -> SignedVersion:
        """The version that counts."""
        return self.versions[-1]


Basis = tuple[tuple[int, int], ...]
"""The sheets a decision stands on: (assignment, version), in order of assignments."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One expert's last word on one criterion."""

    assignment_id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark of a signed version; `withdrawn` when a later version of the same sheet no longer says it."""

    assignment_id: int
    version: int
    criterion: Criterion
    verdict: Verdict | None
    text: str | None
    evidence: int
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """The chair's word on a criterion the experts do not agree on.

    Args:
        verdict: `MEETS` or `FAILS`.
        words: why; read by the college and in the protocol.
        basis: the sheets it was given on.
    """

    verdict: Verdict
    words: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Decision:
    """The chair's decision on a programme, and the sheets it stands on.

    Args:
        fix_by: last day for the college's corrections, with `WITH_REMARKS`.
        words: why; always given for `RETURNED`.
    """

    outcome: Outcome
    basis: Basis
    fix_by: date | None = None
    words: str | None = None


@dataclass(frozen=True)
class Tally:
    """The counting sheets of a programme laid over each other, and the chair's rulings on them."""

    sheet: Sheet
    sheets: tuple[SignedSheet, ...]
    minimum: int
    rulings: Mapping[str, Ruling] = field(default_factory=dict)

    @cached_property
    def counting(self) -> tuple[SignedSheet, ...]:
        """Sheets that make the result, whatever the order they came in."""
        return tuple(sorted((one for one in self.sheets if one.counts), key=lambda one: one.assignment_id))

    @cached_property
    def basis(self) -> Basis:
        """What a decision taken now stands on."""
        return tuple((one.assignment_id, one.last.version) for one in self.counting)

    @property
    def is_enough(self) -> bool:
        """Whether there are as many sheets as the session asks for."""
        return len(self.counting) >= max(1, self.minimum)

    @property
    def is_revised(self) -> bool:
        """Whether a signed sheet is open again."""
        return any(one.revising for one in self.sheets)

    def voices(self, criterion: Criterion) -> tuple[Voice, ...]:
        """What each expert says on a criterion."""
        return tuple(Voice(one.assignment_id, one.last.answers.get(criterion.key, NOTHING)) for one in self.counting)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Criterion key → what the experts say together."""
        return {one.key: _standing(voice.answer.verdict for voice in self.voices(one)) for one in self.sheet.criteria}

    def ruling(self, criterion: Criterion) -> Ruling | None:
        """The chair's word on a criterion, if it was given on these very sheets."""
        given = self.rulings.get(criterion.key)
        return given if given is not None and given.basis == self.basis else None

    @cached_property
    def open(self) -> tuple[Criterion, ...]:
        """Criteria the chair still has to rule on."""
        return tuple(one for one in self.contested if self.ruling(one) is None)

    @cached_property
    def contested(self) -> tuple[Criterion, ...]:
        """Criteria that are the chair's to rule on, ruled or not.

        One that the chair ruled not met stays the chair's when a later sheet finds it met: a sheet more takes nothing
        back unnoticed.
        """
        return tuple(one for one in self.sheet.criteria if self._is_contested(one))

    def _is_contested(self, criterion: Criterion) -> bool:
        standing, given = self.standings[criterion.key], self.rulings.get(criterion.key)
        if standing is Standing.MEETS:
            return given is not None and given.verdict is Verdict.FAILS
        return standing in (Standing.SPLIT, Standing.NOT_ASSESSED)

    @cached_property
    def faults(self) -> tuple[Criterion, ...]:
        """Criteria that are not met: by all experts, or by the chair's ruling."""
        return tuple(one for one in self.sheet.criteria if self._fails(one))

    def _fails(self, criterion: Criterion) -> bool:
        if self.standings[criterion.key] is Standing.FAILS:
            return True
        given = self.ruling(criterion) if criterion in self.contested else None
        return given is not None and given.verdict is Verdict.FAILS

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Every remark of every signed version, in the order of the form; none is ever left out."""
        places = self.sheet.places
        every = [remark for one in self.sheets for remark in _remarks(self.sheet, one)]
        return tuple(sorted(every, key=lambda one: (places[one.criterion.key], one.assignment_id, one.version)))

    @property
    def possible(self) -> tuple[Outcome, ...]:
        """Outcomes the chair can choose from, the milder first; none while something is open or sheets are missing.

        A programme with a criterion that is not met is never simply agreed.
        """
        if not self.is_enough or self.open or self.is_revised:
            return ()
        return (Outcome.WITH_REMARKS, Outcome.RETURNED) if self.faults else (Outcome.AGREED,)

    def status(self, decision: Decision | None) -> Status:
        """How far the programme is; a decision on other sheets than these is no decision any more."""
        if decision is not None:
            return Status.DECIDED if decision.basis == self.basis else Status.CHANGED
        if self.is_revised:
            return Status.REVISING
        if not self.is_enough:
            return Status.TOO_FEW
        return Status.FOR_CHAIR if self.open else Status.READY

    def outcome(self, decision: Decision | None) -> Outcome | None:
        """The programme's outcome; None while there is none, or while the chair has to look again."""
        return decision.outcome if decision is not None and self.status(decision) is Status.DECIDED else None


def _standing(verdicts: Iterable[Verdict | None]) -> Standing:
    said = {verdict for verdict in verdicts if verdict in (Verdict.MEETS, Verdict.FAILS)}
    if len(said) > 1:
        return Standing.SPLIT
    if not said:
        return Standing.NOT_ASSESSED
    return Standing.MEETS if Verdict.MEETS in said else Standing.FAILS


def _remarks(sheet: Sheet, signed: SignedSheet) -> Iterable[Remark]:
    """A remark is listed once, with the first version that made it."""
    for criterion in sheet.criteria:
        said: dict[tuple[str | None, int], Remark] = {}
        for version in signed.versions:
            answer = version.answers.get(criterion.key, NOTHING)
            if answer.remark or answer.evidence:
                words = (answer.remark, answer.evidence)
                said.setdefault(
                    words,
                    Remark(signed.assignment_id, version.version, criterion, answer.verdict, *words),
                )
        last = signed.last.answers.get(criterion.key, NOTHING)
        for words, remark in said.items():
            yield remark if words == (last.remark, last.evidence) else _withdrawn(remark)


def _withdrawn(remark: Remark) -> Remark:
    return Remark(
        remark.assignment_id,
        remark.version,
        remark.criterion,
        remark.verdict,
        remark.text,
        remark.evidence,
        withdrawn=True,
    )


class RecheckStatus(StrEnum):
    """How far the check of a college's corrections is."""

    WAITING = "waiting"  # experts have not said yet
    FIXED = "fixed"  # every expert finds every criterion corrected
    SPLIT = "split"  # experts differ on a criterion, or could not assess it: for the chair
    FAILED = "failed"  # a criterion is not corrected in anybody's eyes
    LATE = "late"  # somebody is silent for too long: for the chair


@dataclass(frozen=True, slots=True)
class Recheck:
    """An expert's word on one corrected criterion."""

    assignment_id: int
    criterion: str
    verdict: Verdict
    remark: str | None = None


def recheck_status(
    criteria: Sequence[Criterion], assignments: Sequence[int], given: Sequence[Recheck], *, late: bool = False
) -> RecheckStatus:
    """What the same experts say about the corrections, and only about those criteria.

    Args:
        criteria: what had to be corrected.
        assignments: whose sheets the decision stands on and who can still be asked.
        given: what was said so far; the last word of an expert on a criterion counts.
        late: nobody is waited for any more; what was said counts.
    """
    said = {(one.assignment_id, one.criterion): one.verdict for one in given}
    if not criteria or not assignments:
        return RecheckStatus.WAITING
    missing = any((assignment, one.key) not in said for assignment in assignments for one in criteria)
    if missing and not late:
        return RecheckStatus.WAITING
    standings = [_standing(said.get((assignment, one.key)) for assignment in assignments) for one in criteria]
    if Standing.FAILS in standings:
        return RecheckStatus.FAILED
    if missing:
        return RecheckStatus.LATE
    plainly = all(said[assignment, one.key] is Verdict.MEETS for assignment in assignments for one in criteria)
    return RecheckStatus.FIXED if plainly else RecheckStatus.SPLIT


def possible_after_recheck(status: RecheckStatus) -> tuple[Outcome, ...]:
    """Outcomes the chair can choose from when experts looked at the corrections.

    What nobody finds corrected is never agreed; where experts differ or are silent, the chair says why.
    """
    match status:
        case RecheckStatus.WAITING:
            return ()
        case RecheckStatus.FIXED:
            return (Outcome.AGREED,)
        case RecheckStatus.SPLIT | RecheckStatus.LATE:
            return (Outcome.AGREED, Outcome.WITH_REMARKS, Outcome.RETURNED)
        case RecheckStatus.FAILED:
            return (Outcome.WITH_REMARKS, Outcome.RETURNED)
