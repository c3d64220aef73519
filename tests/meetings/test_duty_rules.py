"""«Не реже 1 раза в квартал» held against the calendars of the source documents."""

from datetime import date

import pytest

from cluster.calendar import WorkingCalendar
from cluster.data import industrial_tomsk
from cluster.directory import CouncilKind, CouncilMeetingState
from cluster.meetings.duty import Occasion, Quarter, Standing, duty, quarters_of, report_day, unplanned

ACADEMIC = (date(2022, 9, 1), date(2023, 8, 31))


def _calendar(kind: CouncilKind) -> list[Occasion]:
    council = next(one for one in industrial_tomsk().cluster.councils if one.kind is kind)
    return [
        Occasion(
            line.first_day,
            line.last_day,
            Standing.HELD if line.state is CouncilMeetingState.HELD else Standing.DRAFT,
        )
        for line in council.meetings
    ]


@pytest.mark.parametrize("kind", [CouncilKind.EXPERT, CouncilKind.COORDINATION])
def test_the_calendar_of_2022_23_lacks_exactly_the_third_quarter(kind: CouncilKind) -> None:
    quarters = quarters_of(*ACADEMIC)
    assert quarters == [Quarter(2022, 4), Quarter(2023, 1), Quarter(2023, 2), Quarter(2023, 3)]
    assert unplanned(quarters, _calendar(kind)) == [Quarter(2023, 3)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CouncilKind.EXPERT, ["held", "held", "empty", "draft"]),  # 23.03, 23–30.06, none, November
        (CouncilKind.COORDINATION, ["empty", "held", "empty", "draft"]),  # none, 16 and 24.05, none, December
    ],
)
def test_the_calendar_year_2022(kind: CouncilKind, expected: list[str]) -> None:
    quarters = quarters_of(date(2022, 1, 1), date(2022, 12, 31))
    assert [duty(quarter, _calendar(kind)).standing for quarter in quarters] == expected


def test_a_span_of_months_counts_in_the_quarter_it_ends_in() -> None:
    spring = Occasion(date(2023, 3, 1), date(2023, 5, 31), Standing.DRAFT)
    assert duty(Quarter(2023, 2), [spring]).meetings == 1
    assert duty(Quarter(2023, 1), [spring]).meetings == 0


def test_a_quarter_that_is_over_needs_a_meeting_that_was_held() -> None:
    quarter = Quarter(2022, 4)
    planned = duty(quarter, [Occasion(date(2022, 11, 1), date(2022, 11, 30), Standing.DRAFT)])
    assert not planned.warns(date(2022, 12, 31))
    assert planned.warns(date(2023, 1, 1))
    assert not duty(quarter, [Occasion(date(2022, 11, 5), date(2022, 11, 5), Standing.HELD)]).warns(date(2023, 1, 1))


def test_the_best_meeting_speaks_for_the_quarter() -> None:
    held = Occasion(date(2022, 5, 16), date(2022, 5, 16), Standing.HELD)
    signed = Occasion(date(2022, 5, 24), date(2022, 5, 24), Standing.SIGNED)
    found = duty(Quarter(2022, 2), [held, signed])
    assert (found.standing, found.meetings) == (Standing.SIGNED, 2)


def test_an_empty_quarter_is_reported_on_its_first_working_day() -> None:
    calendar = WorkingCalendar()
    assert report_day(Quarter(2022, 3), calendar) == date(2022, 7, 1)
    assert report_day(Quarter(2023, 1), calendar) == date(2023, 1, 9)
    assert report_day(Quarter(2022, 4), calendar) == date(2022, 10, 3)
