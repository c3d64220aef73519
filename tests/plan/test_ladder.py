"""Who is pinged on which day: the ladder of a deadline by the production calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.errors import DomainError
from cluster.ladder import AT, Part, Step, asking_rungs, first_open_day, moment, progress_rungs, rungs
from cluster.obligations import OPEN_STATES, Act, ObligationClosed, ObligationState, after, can

CALENDAR = WorkingCalendar()
TOMSK = ZoneInfo("Asia/Tomsk")
DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))


def test_the_ladder_of_march_2024() -> None:
    """Row 2.4 of 2023/24, «Март 2024г.»: 29 March is the last working day; 8 March is a holiday."""
    found = [(one.step, one.day, one.parts) for one in rungs(date(2024, 3, 29), CALENDAR, date(2024, 4, 20))]
    executor = (Part.EXECUTOR,)
    assert found == [
        (Step.BEFORE_10, date(2024, 3, 15), executor),
        (Step.BEFORE_3, date(2024, 3, 26), executor),
        (Step.BEFORE_1, date(2024, 3, 28), executor),
        (Step.DAY, date(2024, 3, 29), (Part.EXECUTOR, Part.HEAD)),
        (Step.LATE_2, date(2024, 4, 2), (Part.EXECUTOR, Part.COORDINATOR)),
        (Step.LATE_5, date(2024, 4, 5), (Part.EXECUTOR, Part.CHAIR)),
        (Step.WEEKLY, date(2024, 4, 12), (Part.EXECUTOR, Part.CHAIR)),
        (Step.WEEKLY, date(2024, 4, 19), (Part.EXECUTOR, Part.CHAIR)),
    ]


def test_the_new_year_holidays_are_no_working_days() -> None:
    """«Декабрь 2023 г.» is due on 29 December; the fifth working day after it is 15 January."""
    found = {one.step: one.day for one in rungs(date(2023, 12, 29), CALENDAR, date(2023, 12, 29))}
    assert found[Step.LATE_2] == date(2024, 1, 10)
    assert found[Step.LATE_5] == date(2024, 1, 15)


def test_a_deadline_on_a_sunday_counts_from_friday() -> None:
    found = {one.step: one.day for one in rungs(date(2024, 3, 31), CALENDAR, date(2024, 3, 31))}
    assert found[Step.DAY] == date(2024, 3, 29)
    assert found[Step.BEFORE_1] == date(2024, 3, 28)


@given(DAYS)
def test_every_step_is_a_working_day_and_later_than_the_one_before(due: date) -> None:
    days = [one.day for one in rungs(due, CALENDAR, due + timedelta(weeks=12))]
    assert all(CALENDAR.is_working_day(day) for day in days)
    assert days == sorted(days)
    assert len(set(days[:6])) == 6


def test_progress_is_asked_each_quarter_before_the_end_of_teaching() -> None:
    """«В течение учебного года» 2023/24, due on 28 June 2024."""
    found = [one.day for one in progress_rungs(date(2023, 9, 1), date(2024, 6, 28), CALENDAR)]
    assert found == [date(2023, 12, 29), date(2024, 3, 29)]


def test_a_missing_date_is_asked_on_the_first_working_day_of_each_month() -> None:
    found = [one.day for one in asking_rungs(date(2023, 12, 15), CALENDAR, date(2024, 3, 31))]
    assert found == [date(2024, 1, 9), date(2024, 2, 1), date(2024, 3, 1)]


@pytest.mark.parametrize("first", [date(2024, 1, 2), date(2024, 1, 7), date(2024, 1, 9)])
def test_planned_again_in_the_days_off_before_it_the_question_stays(first: date) -> None:
    assert [one.day for one in asking_rungs(first, CALENDAR, date(2024, 1, 31))] == [date(2024, 1, 9)]


@given(DAYS, st.integers(0, 24 * 60 - 1))
def test_pings_of_today_are_open_until_ten(day: date, minute: int) -> None:
    now = datetime.combine(day, datetime.min.time(), TOMSK) + timedelta(minutes=minute)
    first = first_open_day(now.astimezone(UTC), TOMSK)
    assert moment(first, TOMSK) > now
    assert first == (day if now.time() < AT else day + timedelta(days=1))


RUNNING = {ObligationState.OPEN, ObligationState.IN_PROGRESS}


@pytest.mark.parametrize(
    ("act", "allowed", "to"),
    [
        (Act.TAKE, RUNNING, ObligationState.IN_PROGRESS),
        (Act.DELEGATE, OPEN_STATES, ObligationState.IN_PROGRESS),
        (Act.CANNOT, RUNNING, ObligationState.CANNOT),
        (Act.AGREE, {ObligationState.CANNOT}, ObligationState.IN_PROGRESS),
        (Act.REFUSE, {ObligationState.CANNOT}, ObligationState.IN_PROGRESS),
        (Act.PROVE, OPEN_STATES, ObligationState.DONE),
        (Act.WAIVE, OPEN_STATES, ObligationState.WAIVED),
        (Act.REOPEN, {ObligationState.DONE, ObligationState.WAIVED}, ObligationState.IN_PROGRESS),
    ],
)
def test_what_leads_where(act: Act, allowed: set[ObligationState], to: ObligationState) -> None:
    for state in ObligationState:
        assert can(act, state) == (state in allowed)
        if state in allowed:
            assert after(act, state, proofs=1) is to
        else:
            with pytest.raises(ObligationClosed) as refused:
                after(act, state, proofs=1)
            assert refused.value.data == {"state": state.value}


def test_notes_and_moves_leave_the_state() -> None:
    for state in OPEN_STATES:
        assert after(Act.NOTE, state) is state
        assert after(Act.MOVE, state) is state


@given(st.lists(st.sampled_from(list(Act)), max_size=30), st.integers(1, 4))
def test_done_only_with_enough_evidence(acts: list[Act], needed: int) -> None:
    state, proofs = ObligationState.OPEN, 0
    for act in acts:
        given_now = proofs + (act is Act.PROVE)
        try:
            state = after(act, state, proofs=given_now, needed=needed)
        except DomainError:
            continue
        proofs = given_now
        assert state is not ObligationState.DONE or (proofs >= needed and act is Act.PROVE)
