"""Rules of the sheet: norms, proposed verdicts, remarks, gaps, where the card goes next."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.data import industrial_tomsk
from cluster.errors import TooLong
from cluster.evaluation import scoring as rules
from cluster.evaluation.deadline import reminders_before
from cluster.evaluation.refusals import NotAShare, ShareOutOfRange, SpoiledSheet, WrongState
from cluster.evaluation.scoring import NOTHING, REMARK_LIMIT, Answer, Need, Place, Verdict
from cluster.evaluation.shares import FULL, parse_share, show_share
from cluster.evaluation.sheet import Kind, read_sheet
from cluster.evaluation.states import TRANSITIONS, AssignmentState, move

SHEET = read_sheet({"title": industrial_tomsk().sheet.title, **industrial_tomsk().sheet.content})
S = AssignmentState


def criterion(number: str):
    return SHEET.criteria[SHEET.places[number]]


# --- the sheet of the source ---------------------------------------------------------------------------------------


def test_the_sheet_of_the_source() -> None:
    assert [len(section.criteria) for section in SHEET.sections] == [5, 6, 3]
    assert [(c.number, c.norm, c.norm_text) for c in SHEET.measured] == [
        ("2.1", 100_00, "100%"),
        ("2.2", 25_00, "25%"),
        ("3.2", 62_50, "62,5%"),
    ]
    assert {c.norm_text for c in SHEET.criteria if c.kind is Kind.YES_NO} == {"ДА /Нет"}


def test_another_sheet_is_only_other_data() -> None:
    norm = {"kind": "share", "printed": "не менее 40 %", "percent": 40}
    other = read_sheet(
        {
            "title": "Другой лист",
            "sections": [
                {
                    "number": str(s),
                    "title": f"Раздел {s}",
                    "criteria": [{"number": f"{s}.{c}", "text": "…", "norm": norm} for c in range(7)],
                }
                for s in range(6)
            ],
        }
    )
    assert len(other.criteria) == len(other.measured) == 42


@pytest.mark.parametrize(
    ("spoil", "place", "problem"),
    [
        (lambda c: c.pop("text"), "1.1", "text"),
        (lambda c: c.pop("number"), "1", "number"),
        (lambda c: c.update(norm="ДА/Нет"), "1.1", "norm"),
        (lambda c: c.update(norm={"kind": "stars", "printed": "5"}), "1.1", "kind"),
        (lambda c: c.update(norm={"kind": "share", "printed": "?", "percent": 140}), "1.1", "percent"),
        (lambda c: c.update(key="x" * 17), "1.1", "key"),
    ],
)
def test_a_spoiled_sheet_says_where(spoil, place: str, problem: str) -> None:
    raw = {"number": "1.1", "text": "Текст", "norm": {"kind": "yes_no", "printed": "ДА"}}
    spoil(raw)
    with pytest.raises(SpoiledSheet) as refused:
        read_sheet({"title": "Лист", "sections": [{"number": "1", "title": "Раздел", "criteria": [raw]}]})
    assert refused.value.data == {"place": place, "problem": problem}


# --- shares --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("62,5", 62_50),
        ("62.5 %", 62_50),
        ("62,5%", 62_50),
        (" 62 , 5 ", 62_50),
        ("5/8", 62_50),
        ("5 из 8", 62_50),
        ("5 of 8", 62_50),
        ("2 из 3", 66_67),
        ("1/3", 33_33),
        ("0", 0),
        ("0/7", 0),
        ("100", FULL),
        ("100 %", FULL),
        ("25", 25_00),
        ("99,999", 100_00),
        ("62,495", 62_50),
    ],
)
def test_a_share_is_read_as_people_write_it(text: str, share: int) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "много", "62,5 процента", "5/0", "5/", "1e2", "٦٢", "62,5,1", "<b>5</b>", "½"])
def test_no_share(text: str) -> None:
    with pytest.raises(NotAShare):
        parse_share(text)


@pytest.mark.parametrize(("text", "shown"), [("101", "101"), ("-5", "-5"), ("9/8", "112,5"), ("100,01", "100,01")])
def test_out_of_range(text: str, shown: str) -> None:
    with pytest.raises(ShareOutOfRange) as refused:
        parse_share(text)
    assert refused.value.data["value"] == shown


@given(st.integers(0, FULL))
def test_what_is_shown_is_what_is_compared(share: int) -> None:
    assert parse_share(show_share(share)) == share


# --- verdicts and remarks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "value", "verdict"),
    [
        ("2.1", 100_00, Verdict.MEETS),
        ("2.1", 99_99, Verdict.FAILS),
        ("2.2", 25_00, Verdict.MEETS),
        ("2.2", 24_99, Verdict.FAILS),
        ("3.2", 62_50, Verdict.MEETS),
        ("3.2", 62_49, Verdict.FAILS),
        ("1.1", None, None),
        ("2.1", None, None),
    ],
)
def test_the_norm_proposes(number: str, value: int | None, verdict: Verdict | None) -> None:
    assert rules.proposed(criterion(number), value) is verdict


M, F, C = Verdict.MEETS, Verdict.FAILS, Verdict.CANNOT_ASSESS


@pytest.mark.parametrize(
    ("number", "answer", "lacking"),
    [
        ("1.1", NOTHING, (Need.VERDICT,)),
        ("1.1", Answer(M), ()),
        ("1.1", Answer(C), ()),
        ("1.1", Answer(F), (Need.REMARK,)),
        ("1.1", Answer(F, remark="нет"), ()),
        ("1.1", Answer(F, evidence=1), ()),
        ("1.1", Answer(remark="мысль"), (Need.VERDICT,)),
        ("3.2", NOTHING, (Need.VALUE, Need.VERDICT)),
        ("3.2", Answer(M), (Need.VALUE,)),
        ("3.2", Answer(F), (Need.VALUE, Need.REMARK)),
        ("3.2", Answer(C), ()),
        ("3.2", Answer(value=70_00), (Need.VERDICT,)),
        ("3.2", Answer(M, value=70_00), ()),
        ("3.2", Answer(M, value=50_00), (Need.REMARK,)),
        ("3.2", Answer(M, value=50_00, remark="растёт"), ()),
        ("3.2", Answer(F, value=70_00, remark="не по специальности"), ()),
        ("3.2", Answer(F, value=70_00), (Need.REMARK,)),
        ("3.2", Answer(C, value=50_00), ()),
    ],
)
def test_what_an_answer_needs(number: str, answer: Answer, lacking: tuple[Need, ...]) -> None:
    assert rules.needs(criterion(number), answer) == lacking


def test_a_new_value_takes_back_a_verdict_it_contradicts() -> None:
    share = criterion("3.2")
    assert rules.measure(share, Answer(M, value=70_00), 50_00).verdict is None
    assert rules.measure(share, Answer(M, value=70_00), 65_00).verdict is M
    assert rules.measure(share, Answer(C), 65_00).verdict is None


def test_a_remark_has_a_limit() -> None:
    assert rules.remark(NOTHING, "я" * REMARK_LIMIT).remark == "я" * REMARK_LIMIT
    with pytest.raises(TooLong) as refused:
        rules.remark(NOTHING, "я" * 5000)
    assert refused.value.data == {"limit": REMARK_LIMIT, "over": 3000}
    assert rules.remark(Answer(remark="а"), "б", add=True).remark == "а\nб"
    assert rules.remark(Answer(remark="а"), "б").remark == "б"


answers = st.builds(
    Answer,
    verdict=st.none() | st.sampled_from(Verdict),
    value=st.none() | st.integers(0, FULL),
    remark=st.none() | st.text(min_size=1, max_size=5),
    evidence=st.integers(0, 2),
)
sheets = st.fixed_dictionaries({}, optional={c.key: answers for c in SHEET.criteria})


@given(sheets)
def test_gaps_progress_and_the_way_agree(said: dict[str, Answer]) -> None:
    gaps = rules.gaps(SHEET, said)
    progress = rules.progress(SHEET, said)
    assert progress.total - progress.done == len({gap.criterion.key for gap in gaps})
    assert (rules.next_open(SHEET, said, 0) is None) == (not gaps)


@given(sheets, st.integers(0, 13))
def test_following_the_card_closes_every_gap(said: dict[str, Answer], start: int) -> None:
    """Whatever was answered and in whatever order, going where the card goes ends at the final look."""
    place = rules.place_at(SHEET, said, start)
    for _ in range(len(SHEET.criteria) * 3 + 1):
        if place.is_final(SHEET):
            break
        at = SHEET.criteria[place.index]
        answer = said.get(at.key, NOTHING)
        if place.asks is Need.VALUE:
            answer = rules.measure(at, answer, 70_00)
        elif place.asks is Need.REMARK:
            answer = rules.remark(answer, "так")
        else:
            answer = rules.judge(answer, M)
        said = {**said, at.key: answer}
        place = rules.place_after(SHEET, said, place.index)
    assert place.is_final(SHEET)
    assert rules.gaps(SHEET, said) == []


def test_where_one_resumes() -> None:
    fresh = rules.resume(SHEET, {}, 0, None, 0)
    assert fresh == Place(0)
    after_first = rules.resume(SHEET, {"1.1": Answer(M, revision=1)}, 0, None, 0)
    assert after_first == Place(1)
    went_on = rules.resume(SHEET, {"1.1": Answer(M, revision=1)}, 8, None, 2)
    assert went_on == Place(8)
    wants_to_write = rules.resume(SHEET, {"1.1": Answer(M, revision=1)}, 8, Need.REMARK, 2)
    assert wants_to_write == Place(8, Need.REMARK)
    owes_a_remark = rules.resume(SHEET, {"1.3": Answer(F, revision=3)}, 8, None, 2)
    assert owes_a_remark == Place(2, Need.REMARK)


# --- states --------------------------------------------------------------------------------------------------------

ALLOWED = {
    (S.INVITED, S.ACCEPTED),
    (S.INVITED, S.DECLINED),
    (S.INVITED, S.EXPIRED),
    (S.EXPIRED, S.ACCEPTED),
    (S.EXPIRED, S.DECLINED),
    (S.DECLINED, S.INVITED),
    (S.ACCEPTED, S.DRAFT),
    (S.ACCEPTED, S.DECLINED),
    (S.DRAFT, S.SUBMITTED),
    (S.DRAFT, S.DECLINED),
    (S.SUBMITTED, S.REOPENED),
    (S.SUBMITTED, S.FINAL),
    (S.REOPENED, S.SUBMITTED),
    (S.REOPENED, S.DECLINED),
    (S.REOPENED, S.FINAL),
    (S.FINAL, S.REOPENED),
}


@pytest.mark.parametrize("before", S)
@pytest.mark.parametrize("after", S)
def test_what_may_follow_what(before: S, after: S) -> None:
    if (before, after) in ALLOWED:
        assert move(before, after) is after
    else:
        with pytest.raises(WrongState):
            move(before, after)
    assert set(TRANSITIONS) == set(S)


# --- reminders -----------------------------------------------------------------------------------------------------


def test_reminders_count_working_days() -> None:
    """12 and 13 June 2022 are days off (День России, перенос): three working days before the 15th is the 9th."""
    tomsk = ZoneInfo("Asia/Tomsk")
    now = datetime(2022, 6, 1, tzinfo=UTC)
    found = reminders_before(date(2022, 6, 15), WorkingCalendar(), tomsk, now)
    assert [(due.days_left, due.at.astimezone(tomsk)) for due in found] == [
        (3, datetime(2022, 6, 9, 10, tzinfo=tomsk)),
        (1, datetime(2022, 6, 14, 10, tzinfo=tomsk)),
        (0, datetime(2022, 6, 15, 10, tzinfo=tomsk)),
    ]
    later = reminders_before(date(2022, 6, 15), WorkingCalendar(), tomsk, found[1].at + timedelta(seconds=1))
    assert [due.days_left for due in later] == [0]
