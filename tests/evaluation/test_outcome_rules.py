"""What comes of the sheets: a table of cases and properties that hold for all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.data import industrial_tomsk
from cluster.evaluation.outcome import (
    Decision,
    Outcome,
    Recheck,
    RecheckStatus,
    Ruling,
    SignedSheet,
    SignedVersion,
    Standing,
    Status,
    Tally,
    possible_after_recheck,
    recheck_status,
)
from cluster.evaluation.scoring import Answer, Verdict
from cluster.evaluation.sheet import read_sheet

SHEET = read_sheet({"title": industrial_tomsk().sheet.title, **industrial_tomsk().sheet.content})
KEYS = [criterion.key for criterion in SHEET.criteria]
M, F, C = Verdict.MEETS, Verdict.FAILS, Verdict.CANNOT_ASSESS
A, W, R = Outcome.AGREED, Outcome.WITH_REMARKS, Outcome.RETURNED


def sheet(assignment: int, first: Verdict = M, *, rest: Verdict = M, remark: str | None = None) -> SignedSheet:
    """A sheet with a verdict on criterion 1.1 and another on all the rest."""
    answers = {key: Answer(rest) for key in KEYS} | {"1.1": Answer(first, remark=remark)}
    return SignedSheet(assignment, (SignedVersion(1, answers),))


def tally(*sheets: SignedSheet, minimum: int = 2, ruled: Verdict | None = None) -> Tally:
    plain = Tally(SHEET, sheets, minimum)
    rulings = {one.key: Ruling(ruled, "Заслушали обоих.", plain.basis) for one in plain.contested} if ruled else {}
    return Tally(SHEET, sheets, minimum, rulings)


CASES = [
    # sheets, minimum, ruled, status, possible outcomes, standing of 1.1
    ((), 1, None, Status.TOO_FEW, (), Standing.NOT_ASSESSED),
    ((sheet(1),), 2, None, Status.TOO_FEW, (), Standing.MEETS),
    ((sheet(1), sheet(2)), 2, None, Status.READY, (A,), Standing.MEETS),
    ((sheet(1, C), sheet(2)), 2, None, Status.READY, (A,), Standing.MEETS),
    ((sheet(1, F), sheet(2, F)), 2, None, Status.READY, (W, R), Standing.FAILS),
    ((sheet(1, F), sheet(2, C)), 2, None, Status.READY, (W, R), Standing.FAILS),
    ((sheet(1, F), sheet(2, M)), 2, None, Status.FOR_CHAIR, (), Standing.SPLIT),
    ((sheet(1, F), sheet(2, M), sheet(3, M), sheet(4, M)), 2, None, Status.FOR_CHAIR, (), Standing.SPLIT),
    ((sheet(1, F), sheet(2, F), sheet(3, F), sheet(4, M)), 2, None, Status.FOR_CHAIR, (), Standing.SPLIT),
    ((sheet(1, F), sheet(2, M)), 2, M, Status.READY, (A,), Standing.SPLIT),
    ((sheet(1, F), sheet(2, M)), 2, F, Status.READY, (W, R), Standing.SPLIT),
    ((sheet(1, C), sheet(2, C)), 2, None, Status.FOR_CHAIR, (), Standing.NOT_ASSESSED),
    ((sheet(1, C), sheet(2, C)), 2, F, Status.READY, (W, R), Standing.NOT_ASSESSED),
    ((sheet(1, F), sheet(2, M)), 3, None, Status.TOO_FEW, (), Standing.SPLIT),
]


@pytest.mark.parametrize(("sheets", "minimum", "ruled", "status", "possible", "standing"), CASES)
def test_cases(sheets, minimum, ruled, status, possible, standing) -> None:
    found = tally(*sheets, minimum=minimum, ruled=ruled)
    assert (found.status(None), found.possible, found.standings["1.1"]) == (status, possible, standing)


def test_what_the_chair_once_ruled_not_met_is_the_chairs_again_when_a_sheet_comes() -> None:
    before = tally(sheet(1, C), minimum=1, ruled=F)
    assert before.possible == (W, R)
    after = Tally(SHEET, (sheet(1, C), sheet(2, M)), 1, before.rulings)
    assert (after.possible, after.status(None), [one.key for one in after.open]) == ((), Status.FOR_CHAIR, ["1.1"])
    again = {"1.1": Ruling(M, "Второй эксперт оценил.", after.basis)}
    assert Tally(SHEET, after.sheets, 1, again).possible == (A,)


def test_a_reopened_or_set_aside_sheet_makes_no_result_but_its_remark_stays() -> None:
    aside = SignedSheet(2, sheet(2, F, remark="Нет современных компетенций").versions, counts=False)
    found = tally(sheet(1), sheet(3), aside)
    assert found.possible == (A,)
    assert [remark.text for remark in found.remarks] == ["Нет современных компетенций"]
    assert tally(sheet(1), aside).status(None) is Status.TOO_FEW


def test_nothing_is_decided_past_a_sheet_that_is_revised() -> None:
    """Otherwise a chair could open the sheet that disagrees and agree without it."""
    open_again = SignedSheet(2, sheet(2, F).versions, counts=False, revising=True)
    found = tally(sheet(1), sheet(3), open_again)
    assert (found.status(None), found.possible) == (Status.REVISING, ())


def test_a_remark_taken_back_in_a_later_version_is_listed_as_taken_back() -> None:
    first, second = sheet(1, F, remark="Нет ЧПУ").last, sheet(1, M).last
    revised = SignedSheet(1, (first, SignedVersion(2, second.answers)))
    (remark,) = tally(revised, sheet(2)).remarks
    assert (remark.text, remark.version, remark.withdrawn) == ("Нет ЧПУ", 1, True)


def test_a_decision_stands_only_on_the_sheets_it_was_taken_on() -> None:
    before = tally(sheet(1, F), sheet(2, F))
    decision = Decision(R, before.basis, words="Переработать раздел 1.")
    assert before.outcome(decision) is R
    after = tally(sheet(1, F), sheet(2, F), sheet(3, M))
    assert (after.status(decision), after.outcome(decision)) == (Status.CHANGED, None)


def test_a_ruling_is_void_when_sheets_change() -> None:
    before = tally(sheet(1, F), sheet(2, M), ruled=M)
    after = Tally(SHEET, (*before.sheets, sheet(3, F)), 2, before.rulings)
    assert (before.status(None), after.status(None)) == (Status.READY, Status.FOR_CHAIR)


RECHECKS = [
    # verdicts of two experts on two criteria
    ([], RecheckStatus.WAITING, ()),
    ([(1, "1.1", M), (1, "1.2", M), (2, "1.1", M)], RecheckStatus.WAITING, ()),
    ([(1, "1.1", M), (1, "1.2", M), (2, "1.1", M), (2, "1.2", M)], RecheckStatus.FIXED, (A,)),
    (
        [(1, "1.1", M), (1, "1.2", M), (2, "1.1", M), (2, "1.2", F)],
        RecheckStatus.SPLIT,
        (A, W, R),
    ),
    ([(1, "1.1", F), (1, "1.2", M), (2, "1.1", F), (2, "1.2", M)], RecheckStatus.FAILED, (W, R)),
    (
        [(1, "1.1", F), (1, "1.1", M), (1, "1.2", M), (2, "1.1", M), (2, "1.2", M)],
        RecheckStatus.FIXED,
        (A,),
    ),
    (
        [(1, "1.1", C), (1, "1.2", M), (2, "1.1", M), (2, "1.2", M)],
        RecheckStatus.SPLIT,
        (A, W, R),
    ),
]


@pytest.mark.parametrize(("said", "status", "possible"), RECHECKS)
def test_rechecks(said, status, possible) -> None:
    found = recheck_status(SHEET.criteria[:2], [1, 2], [Recheck(*one) for one in said])
    assert (found, possible_after_recheck(found)) == (status, possible)


@pytest.mark.parametrize(
    ("said", "status", "possible"),
    [
        ([], RecheckStatus.LATE, (A, W, R)),
        ([(1, "1.1", M), (1, "1.2", M)], RecheckStatus.LATE, (A, W, R)),
        ([(1, "1.1", M), (1, "1.2", F)], RecheckStatus.FAILED, (W, R)),
        ([(1, "1.1", M), (1, "1.2", M), (2, "1.1", M), (2, "1.2", M)], RecheckStatus.FIXED, (A,)),
    ],
)
def test_rechecks_when_nobody_is_waited_for_any_more(said, status, possible) -> None:
    found = recheck_status(SHEET.criteria[:2], [1, 2], [Recheck(*one) for one in said], late=True)
    assert (found, possible_after_recheck(found)) == (status, possible)


# --- properties -----------------------------------------------------------------------------------------------------

verdicts = st.sampled_from(list(Verdict))
words = st.none() | st.text("абв", min_size=1, max_size=3)


@st.composite
def signed_sheets(draw: st.DrawFn, least: int = 0, most: int = 5, *, first: int = 1) -> list[SignedSheet]:
    """Sheets that differ on a few criteria, some of them revised or set aside."""
    sheets = []
    for assignment in range(first, first + draw(st.integers(least, most))):
        versions = []
        for version in range(1, draw(st.integers(1, 3)) + 1):
            differing = draw(st.dictionaries(st.sampled_from(KEYS[:4]), st.tuples(verdicts, words), max_size=4))
            answers = {key: Answer(M) for key in KEYS}
            answers |= {key: Answer(verdict, remark=text) for key, (verdict, text) in differing.items()}
            versions.append(SignedVersion(version, answers))
        sheets.append(SignedSheet(assignment, tuple(versions), draw(st.integers(0, 9)) > 0))
    return sheets


def facts(found: Tally) -> tuple[object, ...]:
    return (found.status(None), found.possible, dict(found.standings), found.faults, found.remarks, found.basis)


@given(signed_sheets(), st.randoms(), st.integers(1, 3), st.none() | st.sampled_from([M, F]))
def test_the_order_of_submissions_does_not_matter(sheets, source, minimum, ruled) -> None:
    shuffled = list(sheets)
    source.shuffle(shuffled)
    assert facts(tally(*shuffled, minimum=minimum, ruled=ruled)) == facts(tally(*sheets, minimum=minimum, ruled=ruled))


@given(signed_sheets(), st.none() | st.sampled_from([M, F]))
def test_a_remark_never_disappears(sheets, ruled) -> None:
    """Of no version, whatever was revised, set aside or ruled."""
    found = tally(*sheets, ruled=ruled)
    said = {
        (one.assignment_id, key, answer.remark)
        for one in sheets
        for version in one.versions
        for key, answer in version.answers.items()
        if answer.remark
    }
    assert {(one.assignment_id, one.criterion.key, one.text) for one in found.remarks} == said
    standing = {(one.assignment_id, one.criterion.key, one.text) for one in found.remarks if not one.withdrawn}
    assert standing == {(a, k, text) for a, k, text in said if _still_says(sheets, a, k, text)}


def _still_says(sheets, assignment: int, key: str, text: str) -> bool:
    return any(one.last.answers[key].remark == text for one in sheets if one.assignment_id == assignment)


@given(signed_sheets(1), signed_sheets(1, 2, first=9), st.integers(1, 3), st.sampled_from([M, F]))
def test_a_sheet_more_never_turns_returned_into_agreed_unnoticed(sheets, more, minimum, ruled) -> None:
    """With a decision: it is open again. Without one: a criterion that failed is the chair's or still fails."""
    before = tally(*sheets, minimum=minimum, ruled=ruled)
    grown = [*sheets, *more]
    after = Tally(SHEET, tuple(grown), minimum, before.rulings)
    if R in before.possible:
        decision = Decision(R, before.basis, words="…")
        changed = after.basis != before.basis
        assert after.outcome(decision) is (None if changed else R)
        assert not changed or after.status(decision) is Status.CHANGED
        assert A not in after.possible
        with_remarks = Decision(W, before.basis, date(2022, 7, 15))
        assert after.outcome(with_remarks) is (None if changed else W)


@given(signed_sheets(), st.integers(1, 5))
def test_no_majority_is_silent(sheets, minimum) -> None:
    """Where two experts differ, nothing is possible before the chair has ruled; nothing at all below the minimum."""
    found = tally(*sheets, minimum=minimum)
    counting = [one for one in sheets if one.counts]
    differ = any({M, F} <= {one.last.answers[key].verdict for one in counting} for key in KEYS)
    if differ or len(counting) < minimum:
        assert found.possible == ()
    if A in found.possible:
        assert all(one.last.answers[key].verdict is not F for one in counting for key in KEYS)


@given(signed_sheets(1), st.sampled_from([M, F]))
def test_what_is_not_met_is_never_simply_agreed(sheets, ruled) -> None:
    found = tally(*sheets, minimum=1, ruled=ruled)
    if any(found.standings[key] is Standing.FAILS for key in KEYS):
        assert A not in found.possible
