"""How far experts agree on a criterion: what they disagree on again and again is worded unclearly.

Krippendorff's alpha (nominal, missing verdicts allowed) says how much better than chance experts agree; it is low where
nearly all verdicts are the same, so the plain share of agreeing pairs stands beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cluster.evaluation.outcome import Tally
from cluster.evaluation.scoring import Verdict

RELIABLE: Final = 0.8
TENTATIVE: Final = 0.667
"""Krippendorff's own limits: reliable from 0.8, tentative conclusions from 0.667."""
PAIRS_AGREE: Final = 0.8
JUDGED: Final = (Verdict.MEETS, Verdict.FAILS)


class Clarity(StrEnum):
    """What the figures say of a criterion."""

    FEW = "few"  # fewer than two programmes with two verdicts: nothing can be said
    CLEAR = "clear"
    TENTATIVE = "tentative"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures of one criterion, or of all together.

    Args:
        units: programmes on which at least two experts gave a verdict.
        pairs: share of pairs of experts who agree, 0–1; None without pairs.
        alpha: Krippendorff's alpha; None when it cannot be computed, because all verdicts are the same.
    """

    units: int
    pairs: float | None
    alpha: float | None

    @property
    def clarity(self) -> Clarity:
        """What the figures say. A criterion is unclear only when experts really differ, not by alpha alone."""
        if self.units < 2 or self.pairs is None:
            return Clarity.FEW
        if self.pairs == 1 or (self.alpha is not None and self.alpha >= RELIABLE):
            return Clarity.CLEAR
        if self.pairs >= PAIRS_AGREE or (self.alpha is not None and self.alpha >= TENTATIVE):
            return Clarity.TENTATIVE
        return Clarity.UNCLEAR


Counts = Sequence[tuple[int, int]]
"""For each programme: how many experts say it meets, how many say it fails."""


def agreement(counts: Counts) -> Agreement:
    """The figures of verdicts on the same thing.

    Args:
        counts: a pair for each programme; those with fewer than two verdicts say nothing about agreement.
    """
    units = [pair for pair in counts if sum(pair) >= 2]
    possible = sum(_pairs(sum(pair)) for pair in units)
    agreeing = sum(_pairs(count) for pair in units for count in pair)
    pairs = agreeing / possible if possible else None
    return Agreement(len(units), pairs, _alpha(units))


def of_criteria(tallies: Sequence[Tally]) -> Mapping[str, Agreement]:
    """Criterion key → agreement over programmes scored on one sheet."""
    if not tallies:
        return {}
    return {
        criterion.key: agreement([verdict_counts(tally, criterion.key) for tally in tallies])
        for criterion in tallies[0].sheet.criteria
    }


def overall(tallies: Sequence[Tally]) -> Agreement:
    """Agreement over all criteria of all programmes."""
    return agreement([verdict_counts(tally, criterion.key) for tally in tallies for criterion in tally.sheet.criteria])


def verdict_counts(tally: Tally, key: str) -> tuple[int, int]:
    """How many counting sheets say that a criterion is met, and that it is not."""
    criterion = tally.sheet.criteria[tally.sheet.places[key]]
    said = [voice.answer.verdict for voice in tally.voices(criterion)]
    return said.count(Verdict.MEETS), said.count(Verdict.FAILS)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _alpha(units: Counts) -> float | None:
    if not units or any(not sum(column) for column in zip(*units, strict=True)):
        return None  # one kind of verdict only: there is no chance agreement to compare with
    import krippendorff  # noqa: PLC0415 - brings numpy, a fifth of a second that no start should pay for

    return float(krippendorff.alpha(value_counts=[list(pair) for pair in units], level_of_measurement="nominal"))
