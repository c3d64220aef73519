"""What changed between two signed versions of a sheet."""

from dataclasses import dataclass

from cluster.evaluation.scoring import NOTHING, Answer, Answers
from cluster.evaluation.sheet import Criterion, Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion that is answered differently."""

    criterion: Criterion
    before: Answer
    after: Answer


def changes(sheet: Sheet, before: Answers, after: Answers) -> list[Change]:
    """Criteria whose verdict, value, remark or evidence differs, in the order of the form."""
    found = []
    for criterion in sheet.criteria:
        one, other = before.get(criterion.key, NOTHING), after.get(criterion.key, NOTHING)
        if _said(one) != _said(other):
            found.append(Change(criterion, one, other))
    return found


def _said(answer: Answer) -> tuple[object, ...]:
    return (answer.verdict, answer.value, answer.remark, answer.evidence)
