"""Criteria of all four kinds: what a value means, what the norm says of it, what an answer then lacks."""

import pytest

from cluster.errors import Invalid
from cluster.evaluation import scoring as rules
from cluster.evaluation.refusals import NotAChoice, NotANumber, NumberOutOfRange, SpoiledSheet
from cluster.evaluation.scoring import Answer, Need, Verdict
from cluster.evaluation.sheet import Criterion, Kind, read_sheet
from cluster.evaluation.values import looks_like_value, parse_value

NORMS = {
    "yes": {"kind": "yes_no", "printed": "ДА /Нет"},
    "share": {"kind": "share", "printed": "62,5%", "percent": 62.5},
    "share_most": {"kind": "share", "printed": "не более 10 %", "at_most": 10},
    "number": {"kind": "number", "printed": "не менее 5 чел.", "at_least": 5, "unit": "чел."},
    "number_most": {"kind": "number", "printed": "не более 2,5 года", "at_most": 2.5, "unit": "года"},
    "choice": {
        "kind": "choice",
        "printed": "договор или соглашение",
        "choices": [
            {"text": "Договор", "meets": True},
            {"text": "Соглашение", "meets": True},
            {"text": "Нет", "meets": False},
        ],
    },
}


def sheet_of(**norms: dict):
    criteria = [{"number": key, "text": f"Критерий {key}", "norm": norm} for key, norm in norms.items()]
    return read_sheet({"title": "Лист", "sections": [{"number": "1", "title": "Раздел", "criteria": criteria}]})


SHEET = sheet_of(**NORMS)


def criterion(key: str) -> Criterion:
    return SHEET.criteria[SHEET.places[key]]


@pytest.mark.parametrize(
    ("key", "text", "value", "verdict"),
    [
        ("share", "5/8", 62_50, Verdict.MEETS),
        ("share", "62,49", 62_49, Verdict.FAILS),
        ("share_most", "10 %", 10_00, Verdict.MEETS),
        ("share_most", "10,01", 10_01, Verdict.FAILS),
        ("number", "5", 5_00, Verdict.MEETS),
        ("number", "5 чел.", 5_00, Verdict.MEETS),
        ("number", "1 200", 1200_00, Verdict.MEETS),
        ("number", "4,99", 4_99, Verdict.FAILS),
        ("number_most", "2,5 года", 2_50, Verdict.MEETS),
        ("number_most", "3", 3_00, Verdict.FAILS),
        ("choice", "1", 1, Verdict.MEETS),
        ("choice", "  соглашение. ", 2, Verdict.MEETS),
        ("choice", "нет", 3, Verdict.FAILS),
    ],
)
def test_what_is_typed_and_what_the_norm_says(key: str, text: str, value: int, verdict: Verdict) -> None:
    assert parse_value(criterion(key), text) == value
    assert rules.proposed(criterion(key), value) is verdict


@pytest.mark.parametrize(
    ("key", "text", "refused"),
    [
        ("number", "пять", NotANumber),
        ("number", "5/8", NotANumber),
        ("number", "-1", NumberOutOfRange),
        ("number", "99999999", NumberOutOfRange),
        ("choice", "4", NotAChoice),
        ("choice", "0", NotAChoice),
        ("choice", "", NotAChoice),
        ("choice", "договора нет", NotAChoice),
    ],
)
def test_what_means_no_value(key: str, text: str, refused: type[Invalid]) -> None:
    with pytest.raises(refused):
        parse_value(criterion(key), text)


def test_a_remark_is_not_taken_for_a_value() -> None:
    assert not looks_like_value(criterion("choice"), "Договор расторгнут в мае, показывали письмо предприятия")
    assert looks_like_value(criterion("choice"), "вариант 9")
    assert not looks_like_value(criterion("number"), "Наставников не хватает на обе смены")


def test_yes_or_no_needs_no_value_and_the_others_do() -> None:
    lacking = {c.key: rules.needs(c, Answer()) for c in SHEET.criteria}
    assert lacking.pop("yes") == (Need.VERDICT,)
    assert set(lacking.values()) == {(Need.VALUE, Need.VERDICT)}
    assert [c.key for c in SHEET.measured] == ["share", "share_most", "number", "number_most"]


def test_a_typed_answer_of_a_choice_is_a_verdict_at_once_and_a_typed_number_is_not() -> None:
    chosen = rules.measure(criterion("choice"), Answer(), 3)
    assert (chosen.verdict, rules.needs(criterion("choice"), chosen)) == (Verdict.FAILS, (Need.REMARK,))
    counted = rules.measure(criterion("number"), Answer(), 3_00)
    assert (counted.verdict, rules.needs(criterion("number"), counted)) == (None, (Need.VERDICT,))


def test_a_verdict_against_the_chosen_answer_needs_words() -> None:
    kind = criterion("choice")
    against = rules.judge(rules.measure(kind, Answer(), 1), Verdict.FAILS)
    assert rules.overrides(kind, against) and rules.needs(kind, against) == (Need.REMARK,)


@pytest.mark.parametrize(
    ("norm", "problem"),
    [
        ({**NORMS["number"], "at_least": "много"}, "at_least"),
        ({**NORMS["number_most"], "at_most": -1}, "at_most"),
        ({"kind": "number", "printed": "5"}, "at_least"),
        ({**NORMS["choice"], "choices": NORMS["choice"]["choices"][:1]}, "choices"),
        ({**NORMS["choice"], "choices": NORMS["choice"]["choices"][:2]}, "choices"),
        ({**NORMS["choice"], "choices": "да; нет"}, "choices"),
    ],
)
def test_a_norm_that_cannot_be_used_says_why(norm: dict, problem: str) -> None:
    with pytest.raises(SpoiledSheet) as refused:
        sheet_of(x=norm)
    assert refused.value.data == {"place": "x", "problem": problem}


def test_kinds_are_complete() -> None:
    assert {c.kind for c in SHEET.criteria} == set(Kind)
