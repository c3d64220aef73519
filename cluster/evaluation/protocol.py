"""What is signed with the protocol of a session, and what an amendment changes of it.

People are in it by the ids of their sheets, never by name: the documents look the names up when they are made, so that
a signed protocol shows a code for somebody who withdrew (product, section 1).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from cluster.evaluation.outcome import Outcome, Standing, Status
from cluster.evaluation.scoring import Verdict


@dataclass(frozen=True, slots=True)
class PrintedCriterion:
    """A criterion of the sheet in the words it had."""

    key: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A signed sheet of a programme.

    Args:
        counts: False for one that was set aside; its remarks stay.
        conflict: «soft» or «hard», as declared or seen.
        enterprise: the expert's, when it was signed.
    """

    assignment: int
    version: int
    code: str
    counts: bool
    conflict: str | None = None
    enterprise: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedRemark:
    """A remark of a signed version."""

    assignment: int
    version: int
    text: str | None
    evidence: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class PrintedStanding:
    """What was said on one criterion of one programme.

    Args:
        verdicts: each verdict that was given, with the number of experts.
        ruling: the chair's verdict and words, where the experts did not agree.
    """

    key: str
    standing: Standing
    verdicts: tuple[tuple[Verdict, int], ...]
    remarks: tuple[PrintedRemark, ...] = ()
    ruling: tuple[Verdict, str] | None = None


@dataclass(frozen=True, slots=True)
class PrintedRecheck:
    """What the experts said of one corrected criterion; a later decision stands on it.

    Args:
        remarks: (assignment, what is still missing).
    """

    key: str
    verdicts: tuple[tuple[Verdict, int], ...]
    remarks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedProgramme:
    """A programme with its outcome and everything it stands on; without a title there is no programme yet."""

    id: int
    code: str | None
    title: str | None
    college: str
    employer: str | None
    status: Status
    minimum: int
    outcome: Outcome | None = None
    number: int | None = None
    words: str | None = None
    fix_by: date | None = None
    to_fix: tuple[str, ...] = ()
    sheets: tuple[PrintedSheet, ...] = ()
    said: tuple[PrintedStanding, ...] = ()
    rechecked: tuple[PrintedRecheck, ...] = ()

    @property
    def counting(self) -> int:
        """Sheets that make the result."""
        return sum(one.counts for one in self.sheets)

    @property
    def remarks(self) -> int:
        """Remarks there are."""
        return sum(len(one.remarks) for one in self.said)


@dataclass(frozen=True, slots=True)
class PrintedAgreement:
    """How far experts agreed over the whole session.

    Args:
        pairs: share of pairs of verdicts that agree, 0–1.
        alpha: Krippendorff's.
        unclear: keys of criteria that experts understand differently.
    """

    pairs: float
    alpha: float | None
    unclear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProtocolContent:
    """Everything the protocol prints, except names of people."""

    cluster: str
    title: str
    starts_on: date
    ends_on: date
    minimum: int
    sheet: str
    criteria: tuple[PrintedCriterion, ...]
    programmes: tuple[PrintedProgramme, ...]
    agreement: PrintedAgreement | None = None

    def criterion(self, key: str) -> PrintedCriterion:
        """A criterion by its key."""
        return next(one for one in self.criteria if one.key == key)

    def without(self, hidden: Collection[int]) -> "ProtocolContent":
        """The same without programmes that are kept from the reader; agreement is counted over all, so it goes too."""
        if not any(one.id in hidden for one in self.programmes):
            return self
        shown = tuple(one for one in self.programmes if one.id not in hidden)
        return replace(self, programmes=shown, agreement=None)


@dataclass(frozen=True, slots=True)
class Change:
    """A programme that an amendment puts otherwise; None: it was not there, or is there no more."""

    before: PrintedProgramme | None
    after: PrintedProgramme | None


def changes(before: ProtocolContent, after: ProtocolContent) -> tuple[Change, ...]:
    """Programmes of which something signed is no longer so, in the order of the session.

    A college or an enterprise that is called otherwise now is no change of the protocol.
    """
    old, new = ({one.id: one for one in content.programmes} for content in (before, after))
    found = [Change(old.get(key), one) for key, one in new.items() if _essence(old.get(key)) != _essence(one)]
    return (*found, *(Change(one, None) for key, one in old.items() if key not in new))


def _essence(programme: PrintedProgramme | None) -> PrintedProgramme | None:
    if programme is None:
        return None
    sheets = tuple(replace(one, enterprise=None) for one in programme.sheets)
    return replace(programme, college="", employer=None, sheets=sheets)
