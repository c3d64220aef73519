"""One expert's answers on one sheet: what a verdict needs, what is missing, where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from cluster.errors import TooLong
from cluster.evaluation.sheet import Criterion, Kind, Sheet

REMARK_LIMIT: Final = 2_000
"""Characters of one remark: about a page of the sheet's narrow column; more belongs into a file."""


class Verdict(StrEnum):
    """The expert's verdict on a criterion (column «Оценка эксперта» of the sheet)."""

    MEETS = "meets"  # соответствует
    FAILS = "fails"  # не соответствует
    CANNOT_ASSESS = "cannot_assess"  # не могу оценить


class Need(StrEnum):
    """What an answer still lacks."""

    VERDICT = "verdict"
    VALUE = "value"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the expert has said on one criterion so far.

    Args:
        value: the actual value, see `Criterion`; none for yes/no.
        evidence: how many files (voice, photo, document) stand beside or instead of the remark.
        revision: step of the sheet at which it last changed; 0 when nothing was said.
    """

    verdict: Verdict | None = None
    value: int | None = None
    remark: str | None = None
    evidence: int = 0
    revision: int = 0
    updated_at: datetime | None = None


Answers = Mapping[str, Answer]
NOTHING: Final = Answer()


@dataclass(frozen=True, slots=True)
class Gap:
    """A criterion and one thing its answer lacks."""

    criterion: Criterion
    need: Need


@dataclass(frozen=True, slots=True)
class Progress:
    """How many criteria are answered in full."""

    done: int
    total: int


def proposed(criterion: Criterion, value: int | None) -> Verdict | None:
    """The verdict the norm suggests for an actual value; None where there is nothing to compare."""
    meets = None if value is None else criterion.meets(value)
    return None if meets is None else (Verdict.MEETS if meets else Verdict.FAILS)


def overrides(criterion: Criterion, answer: Answer) -> bool:
    """Whether the expert's verdict differs from the one the norm suggests."""
    suggested = proposed(criterion, answer.value)
    judged = answer.verdict in (Verdict.MEETS, Verdict.FAILS)
    return judged and suggested is not None and answer.verdict is not suggested


def needs_words(criterion: Criterion, answer: Answer) -> bool:
    """Whether the verdict needs a remark: always for «не соответствует», and for one against the norm."""
    return answer.verdict is Verdict.FAILS or overrides(criterion, answer)


def needs(criterion: Criterion, answer: Answer) -> tuple[Need, ...]:
    """What the answer lacks, in the order it is asked for."""
    lacking = []
    if criterion.is_valued and answer.value is None and answer.verdict is not Verdict.CANNOT_ASSESS:
        lacking.append(Need.VALUE)
    if answer.verdict is None:
        lacking.append(Need.VERDICT)
    if needs_words(criterion, answer) and not (answer.remark or answer.evidence):
        lacking.append(Need.REMARK)
    return tuple(lacking)


def gaps(sheet: Sheet, answers: Answers) -> list[Gap]:
    """Everything that keeps the sheet from being submitted, in the order of the form."""
    return [
        Gap(criterion, need)
        for criterion in sheet.criteria
        for need in needs(criterion, answers.get(criterion.key, NOTHING))
    ]


def progress(sheet: Sheet, answers: Answers) -> Progress:
    """Criteria answered in full, of all."""
    done = sum(not needs(criterion, answers.get(criterion.key, NOTHING)) for criterion in sheet.criteria)
    return Progress(done, len(sheet.criteria))


def next_open(sheet: Sheet, answers: Answers, after: int) -> int | None:
    """Place of the nearest criterion after `after` that lacks something, around the end; None when none does."""
    total = len(sheet.criteria)
    for step in range(1, total + 1):
        place = (after + step) % total
        criterion = sheet.criteria[place]
        if needs(criterion, answers.get(criterion.key, NOTHING)):
            return place
    return None


def judge(answer: Answer, verdict: Verdict, value: int | None = None) -> Answer:
    """The answer after a verdict. A value that comes with it is one the expert chose or confirmed."""
    return replace(answer, verdict=verdict, value=answer.value if value is None else value)


def measure(criterion: Criterion, answer: Answer, value: int) -> Answer:
    """The answer after an actual value was entered: a verdict it contradicts is taken back and asked again.

    The answer to a choice is as good as a tap on it: the norm gives the verdict at once.
    """
    suggested = proposed(criterion, value)
    kept = suggested if criterion.kind is Kind.CHOICE or answer.verdict is suggested else None
    return replace(answer, value=value, verdict=kept)


def remark(answer: Answer, text: str, *, add: bool = False) -> Answer:
    """The answer with a remark.

    Args:
        add: put the text below the remark that is there instead of replacing it.

    Raises:
        TooLong: over `REMARK_LIMIT`; data: `limit`, `over`.
    """
    whole = f"{answer.remark}\n{text}" if add and answer.remark else text
    if len(whole) > REMARK_LIMIT:
        raise TooLong(limit=REMARK_LIMIT, over=len(whole) - REMARK_LIMIT)
    return replace(answer, remark=whole or None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the expert stands: a criterion (from 0) or the final look, and what the next message means there."""

    index: int
    asks: Need | None = None

    def is_final(self, sheet: Sheet) -> bool:
        """Whether all criteria are behind: the final look."""
        return self.index >= len(sheet.criteria)


def place_after(sheet: Sheet, answers: Answers, changed: int) -> Place:
    """Where the card goes after the answer at `changed` changed: it stays while something is missing there."""
    criterion = sheet.criteria[changed]
    lacking = needs(criterion, answers.get(criterion.key, NOTHING))
    if lacking:
        return Place(changed, _asked_in_words(lacking))
    following = next_open(sheet, answers, changed)
    return place_at(sheet, answers, len(sheet.criteria) if following is None else following)


def place_at(sheet: Sheet, answers: Answers, index: int, asked: Need | None = None) -> Place:
    """A place the expert went to; `asked` is what they said they would write."""
    if index >= len(sheet.criteria):
        return Place(len(sheet.criteria))
    criterion = sheet.criteria[index]
    return Place(index, asked or _asked_in_words(needs(criterion, answers.get(criterion.key, NOTHING))))


def resume(sheet: Sheet, answers: Answers, position: int, asked: Need | None, revision: int) -> Place:
    """Where the expert stopped: after the last answer, or where they went after it.

    Args:
        position, asked: where they last went without answering, and what they meant to write there.
        revision: step of the sheet at which they went there; compared with the answers' own steps.
    """
    last = max(answers.items(), key=lambda item: item[1].revision, default=None)
    if last is not None and last[1].revision > revision and last[0] in sheet.places:
        return place_after(sheet, answers, sheet.places[last[0]])
    return place_at(sheet, answers, position, asked)


def next_revision(answers: Answers, revision: int) -> int:
    """The step that follows everything done on the sheet so far: its logical clock."""
    return 1 + max([revision, *(answer.revision for answer in answers.values())])


def _asked_in_words(lacking: tuple[Need, ...]) -> Need | None:
    return next((need for need in lacking if need is not Need.VERDICT), None)
