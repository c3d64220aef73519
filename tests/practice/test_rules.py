"""Pure rules of practice: rotas, minors, clearances, hard filters, teams, acceptance, lists, what comes after."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.calendar import WorkingCalendar
from cluster.practice.acceptance import (
    PlacementState,
    Side,
    after_answer,
    expires_at,
    sides,
    state_on,
)
from cluster.practice.after import Line, MentorRecord, reserve, rewarded, totals
from cluster.practice.fitness import Obstacle, allowed_shifts, hindrances, possible_mentors
from cluster.practice.listing import KINDS, WIDTH, Fault, check_mark, read_clearance, read_list, read_towns
from cluster.practice.mentors import Mentor, Rota, RotaKind, practice_days
from cluster.practice.places import ClearanceKind, ContractForm, Period, PracticeKind, Requirement, Shift, serves
from cluster.practice.requests import Clearance, ClearanceState, Intern, can_reach, cleared_by, is_minor
from cluster.practice.teams import cover_again, form_team
from tests.practice.office import JULY, mentor, place, request

CALENDAR = WorkingCalendar()
TODAY = date(2022, 6, 21)
TOMSK = ZoneInfo("Asia/Tomsk")
MONDAY = date(2022, 7, 4)


def intern(**changes: object) -> Intern:
    values: dict[str, object] = {
        "id": 1,
        "request_id": 1,
        "code": "П-000001",
        "own_mark": "391-01",
        "person_id": None,
        "birth_year": 2003,
        "town": "Томск",
        "clearances": (),
        "wishes": (),
        "waiting_since": datetime(2022, 6, 21, tzinfo=UTC),
    }
    return Intern(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "week"),
    [
        (RotaKind.FIVE_TWO, "ddddd__"),
        (RotaKind.TWO_TWO_DAY, "dd__dd_"),
        (RotaKind.TWO_TWO_NIGHT, "nn__nn_"),
        (RotaKind.TWO_TWO_TURNS, "dd__nn_"),
        (RotaKind.DATES, "_d_____"),
    ],
)
def test_a_week_of_each_rota(kind: RotaKind, week: str) -> None:
    rota = Rota(kind, MONDAY, frozenset({MONDAY + timedelta(days=1)}))
    shifts = [rota.shift_on(MONDAY + timedelta(days=n), CALENDAR) for n in range(7)]
    assert "".join("_" if one is None else one.value[0] for one in shifts) == week


@given(st.integers(-400, 400), st.sampled_from([RotaKind.TWO_TWO_DAY, RotaKind.TWO_TWO_NIGHT, RotaKind.TWO_TWO_TURNS]))
def test_a_rota_repeats_whatever_pair_it_is_counted_from(offset: int, kind: RotaKind) -> None:
    length = 8 if kind is RotaKind.TWO_TWO_TURNS else 4
    day = MONDAY + timedelta(days=offset)
    near, far = Rota(kind, MONDAY), Rota(kind, MONDAY + timedelta(days=25 * length))
    assert near.shift_on(day, CALENDAR) == far.shift_on(day, CALENDAR)


def test_public_holidays_stop_five_two_and_not_shifts() -> None:
    holiday = date(2022, 6, 13)  # transferred from 12 June
    assert Rota(RotaKind.FIVE_TWO).shift_on(holiday, CALENDAR) is None
    assert Rota(RotaKind.TWO_TWO_DAY, holiday).shift_on(holiday, CALENDAR) is Shift.DAY


@pytest.mark.parametrize(
    ("year", "day", "minor"),
    [(2004, MONDAY, True), (2003, MONDAY, False), (2004, date(2022, 12, 31), False), (2005, date(2022, 12, 31), True)],
)
def test_a_minor_is_anybody_who_may_be_one(year: int, day: date, minor: bool) -> None:
    assert is_minor(year, day) is minor


@given(st.integers(1940, 2010), st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 365))
def test_nobody_under_eighteen_is_taken_for_an_adult(year: int, day: date, birthday: int) -> None:
    born = date(year, 1, 1) + timedelta(days=birthday - 1)
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    assert is_minor(year, day) or age >= 18


MEDICAL = Requirement(ClearanceKind.CORPORATE_MEDICAL, 10)


@pytest.mark.parametrize(
    ("held", "start", "ready"),
    [
        (Clearance(MEDICAL.kind, ClearanceState.VALID, MONDAY), MONDAY, TODAY),
        (Clearance(MEDICAL.kind, ClearanceState.VALID, MONDAY - timedelta(days=1)), MONDAY, None),
        (Clearance(MEDICAL.kind, ClearanceState.BOOKED, MONDAY), MONDAY, MONDAY),
        (Clearance(MEDICAL.kind, ClearanceState.BOOKED, MONDAY + timedelta(days=1)), MONDAY, None),
        (Clearance(MEDICAL.kind, ClearanceState.MISSING), MONDAY, None),  # ten working days end on 5 July
        (Clearance(MEDICAL.kind, ClearanceState.MISSING), date(2022, 7, 5), date(2022, 7, 5)),
    ],
)
def test_a_clearance_must_be_there_by_the_first_day(held: Clearance, start: date, ready: date | None) -> None:
    assert cleared_by(held, MEDICAL, start, TODAY, CALENDAR) == ready


def test_what_keeps_an_intern_from_a_place() -> None:
    """Each hard filter by itself; the difficulties of document 000 (slide 18) are the contract and the clearance."""
    asked = request(1)
    assert hindrances(intern(), asked, place(2), TODAY, CALENDAR) == []
    cases = {
        Obstacle.CLOSED: place(2, is_open=False),
        Obstacle.SPECIALITY: place(2, specialities=("18.00.00",)),
        Obstacle.KIND: place(2, kinds=frozenset({PracticeKind.INTERNSHIP})),
        Obstacle.PERIOD: place(2, period=Period(MONDAY + timedelta(days=1), date(2022, 8, 1))),
        Obstacle.CONTRACT: place(2, contracts=frozenset({ContractForm.OWN})),
        Obstacle.CLEARANCE: place(2, requirements=(MEDICAL,)),
    }
    for obstacle, offered in cases.items():
        found = hindrances(intern(), asked, offered, TODAY, CALENDAR)
        assert [one.obstacle for one in found] == [obstacle]
    far = hindrances(intern(towns=("Северск",)), asked, place(2, town="Асино"), TODAY, CALENDAR)
    assert [one.obstacle for one in far] == [Obstacle.TOWN]
    night = place(2, shifts=frozenset({Shift.NIGHT}))
    assert hindrances(intern(), asked, night, TODAY, CALENDAR) == []
    young = hindrances(intern(birth_year=2005), asked, night, TODAY, CALENDAR)
    assert [one.obstacle for one in young] == [Obstacle.NIGHT]
    late = hindrances(intern(), asked, cases[Obstacle.CLEARANCE], TODAY, CALENDAR)[0]
    assert (late.clearance, late.ready_on) == (ClearanceKind.CORPORATE_MEDICAL, date(2022, 7, 5))


def test_a_minor_gets_the_day_shift_of_a_place_with_both() -> None:
    offered = place(2, shifts=frozenset(Shift))
    assert allowed_shifts(offered, intern(birth_year=2005), request(1)) == {Shift.DAY}
    nightly = mentor(2, rota=Rota(RotaKind.TWO_TWO_NIGHT, MONDAY))
    assert possible_mentors([nightly], intern(birth_year=2005), request(1), offered, CALENDAR) == []
    assert possible_mentors([nightly], intern(), request(1), offered, CALENDAR) == [nightly]


@pytest.mark.parametrize(
    ("codes", "wanted", "fits"),
    [(("15.00.00",), "15.02.12", True), (("15.02.12",), "15.02.12", True), (("15.02.13",), "15.02.12", False)],
)
def test_a_group_takes_in_its_specialities(codes: tuple[str, ...], wanted: str, fits: bool) -> None:
    assert serves(codes, wanted) is fits


def shifted(number: int, anchor: date, **changes: object) -> Mentor:
    return mentor(2, **({"id": number, "rota": Rota(RotaKind.TWO_TWO_DAY, anchor), "limit": 1} | changes))


def test_shifts_need_several_mentors() -> None:
    """ООО «ТОМЗЭЛ» (slide 18): one mentor on 2/2 covers half of the days, two against each other cover all."""
    days = practice_days(JULY, CALENDAR)
    one = form_team([shifted(1, MONDAY)], days, frozenset({Shift.DAY}), {}, CALENDAR)
    assert (one.mentors, one.uncovered) == ((1,), 5)
    both = form_team(
        [shifted(1, MONDAY), shifted(2, MONDAY + timedelta(days=2))], days, frozenset({Shift.DAY}), {}, CALENDAR
    )
    assert (both.mentors, both.uncovered) == ((1, 2), 0)


def test_a_full_mentor_is_passed_over() -> None:
    days = practice_days(JULY, CALENDAR)
    load = {(1, day): 1 for day in days}
    team = form_team([mentor(2, id=1, limit=1), mentor(2, id=2)], days, frozenset({Shift.DAY}), load, CALENDAR)
    assert (team.mentors, team.uncovered) == ((2,), 0)


@given(
    st.lists(
        st.tuples(st.sampled_from(list(RotaKind)[:4]), st.integers(0, 7), st.integers(1, 3)), min_size=0, max_size=6
    ),
    st.sets(st.sampled_from(list(Shift)), min_size=1),
)
def test_a_team_keeps_limits_and_size(rotas: list[tuple[RotaKind, int, int]], shifts: set[Shift]) -> None:
    mentors = [
        mentor(2, id=n, rota=Rota(kind, MONDAY + timedelta(days=ahead)), limit=limit)
        for n, (kind, ahead, limit) in enumerate(rotas, 1)
    ]
    days = practice_days(JULY, CALENDAR)
    load = {(1, day): 1 for day in days}
    team = form_team(mentors, days, frozenset(shifts), load, CALENDAR)
    assert len(team.mentors) <= 3
    assert [one.day for one in team.days] == days
    by_id = {one.id: one for one in mentors}
    for duty in team.days:
        if duty.mentor_id is not None:
            assert duty.mentor_id in team.mentors
            assert by_id[duty.mentor_id].shift_on(duty.day, CALENDAR) is duty.shift
            assert duty.shift in shifts
            assert load.get((duty.mentor_id, duty.day), 0) < by_id[duty.mentor_id].limit


def test_the_own_team_is_asked_before_colleagues() -> None:
    days = form_team([mentor(2, id=1)], practice_days(JULY, CALENDAR), frozenset({Shift.DAY}), {}, CALENDAR).days[:2]
    new = cover_again(days, (1, 3), [mentor(2, id=2), mentor(2, id=3)], {}, CALENDAR)
    assert [one.mentor_id for one in new] == [3, 3]
    full = {(3, days[0].day): 2}
    new = cover_again(days, (1, 3), [mentor(2, id=2), mentor(2, id=3)], full, CALENDAR)
    assert [one.mentor_id for one in new] == [2, 3]
    assert [one.mentor_id for one in cover_again(days, (1,), [], {}, CALENDAR)] == [None, None]


def test_accepted_when_every_side_has_agreed() -> None:
    answered: frozenset[Side] = frozenset()
    for number, side in enumerate(Side, 1):
        answered, state = after_answer(answered, side, with_mentor=True)
        assert state is (PlacementState.ACCEPTED if number == 3 else PlacementState.PROPOSED)
    assert sides(with_mentor=False) == {Side.INTERN, Side.ENTERPRISE}


@pytest.mark.parametrize(
    ("proposed", "expires"),
    [
        (datetime(2022, 6, 21, 3, tzinfo=UTC), datetime(2022, 6, 23, 11, tzinfo=UTC)),  # Tuesday → Thursday 18:00
        (datetime(2022, 6, 24, 3, tzinfo=UTC), datetime(2022, 6, 28, 11, tzinfo=UTC)),  # Friday → Tuesday
        (datetime(2022, 6, 23, 18, tzinfo=UTC), datetime(2022, 6, 28, 11, tzinfo=UTC)),  # 01:00 on Friday in Tomsk
    ],
)
def test_two_working_days_to_answer(proposed: datetime, expires: datetime) -> None:
    assert expires_at(proposed, CALENDAR, TOMSK) == expires


@pytest.mark.parametrize(
    ("state", "day", "becomes"),
    [
        ("accepted", date(2022, 7, 3), "accepted"),
        ("accepted", MONDAY, "active"),
        ("active", JULY.last, "active"),
        ("active", JULY.last + timedelta(days=1), "completed"),
        ("accepted", JULY.last + timedelta(days=1), "completed"),
        ("declined", JULY.last + timedelta(days=1), "declined"),
    ],
)
def test_time_begins_and_ends_a_practice(state: str, day: date, becomes: str) -> None:
    assert state_on(PlacementState(state), JULY, day) is PlacementState(becomes)


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("", ClearanceState.MISSING, None),
        ("Нет", ClearanceState.MISSING, None),
        ("до 12.05.2026", ClearanceState.VALID, date(2026, 5, 12)),
        ("действует до 12.05.26 г.", ClearanceState.VALID, date(2026, 5, 12)),
        ("12.05.2026", ClearanceState.VALID, date(2026, 5, 12)),
        ("2026-05-12", ClearanceState.VALID, date(2026, 5, 12)),
        ("записан на 12.05.2026", ClearanceState.BOOKED, date(2026, 5, 12)),
        ("Записана на 12.05.2026", ClearanceState.BOOKED, date(2026, 5, 12)),
        ("booked 12.05.2026", ClearanceState.BOOKED, date(2026, 5, 12)),
    ],
)
def test_clearances_as_people_write_them(text: str, state: ClearanceState, day: date | None) -> None:
    assert read_clearance(ClearanceKind.PCR, text) == Clearance(ClearanceKind.PCR, state, day)


@pytest.mark.parametrize("text", ["да", "30.02.2026", "гипертония до 12.05.2026", "12.05.2026 и 13.05.2026", "до мая"])
def test_anything_else_is_no_clearance(text: str) -> None:
    assert read_clearance(ClearanceKind.PCR, text) is None


@pytest.mark.parametrize(
    ("mark", "fault"),
    [
        ("391-07", None),
        ("ЗК 12-345", None),
        ("", Fault.MARK_MISSING),
        ("x" * 41, Fault.MARK_LONG),
        ("Иванов Иван", Fault.PERSONAL),
        ("8 (913) 000-11-22", Fault.PERSONAL),
    ],
)
def test_a_number_of_the_college_is_no_name_and_no_phone(mark: str, fault: Fault | None) -> None:
    assert check_mark(mark) is fault


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("", ()),
        ("куда угодно", ()),
        ("Томск", ("Томск",)),
        (" Томск; г. Северск,Томск ", ("Томск", "г. Северск")),
        ("7", None),
        ("Томск, ?", None),
        ("х" * 81, None),
        (",".join(f"Село {number}" for number in range(11)), None),
    ],
)
def test_where_somebody_can_go(text: str, towns: tuple[str, ...] | None) -> None:
    assert read_towns(text) == towns


@pytest.mark.parametrize(
    ("town", "reached"),
    [("Томск", True), ("г.Томск", True), ("ТОМСК", True), ("Северск", True), ("с. Томское", False), ("Асино", False)],
)
def test_a_town_is_reached_by_whatever_name(town: str, reached: bool) -> None:
    assert can_reach(intern(town="город Томск", towns=("Северск",)), town) is reached
    assert can_reach(intern(town="Томск"), town)


@given(st.lists(st.lists(st.text(max_size=12), min_size=WIDTH, max_size=WIDTH), max_size=8))
def test_any_list_is_read_and_every_row_is_good_or_named(rows: list[list[str]]) -> None:
    listed = read_list(list(enumerate(rows, 2)), {"завод": 1}, frozenset(), TODAY)
    assert len(listed.good) + listed.bad_rows == len(rows)
    assert len({one.row for one in listed.troubles}) == listed.bad_rows
    assert all(0 <= one.column < WIDTH for one in listed.troubles)
    assert len(KINDS) == 6


def test_who_is_honoured_and_who_is_in_reserve() -> None:
    best = MentorRecord(mentor(1, id=1, rating=4.9), completed=3, hired=2, now=2)
    busy = MentorRecord(mentor(1, id=2, rating=4.5), completed=5, hired=3, now=1)
    new = MentorRecord(mentor(1, id=3), completed=0, hired=0, now=0)
    untrained = MentorRecord(mentor(1, id=4, trained_on=None, rating=5.0), completed=1, hired=0, now=0)
    poor = MentorRecord(mentor(1, id=5, rating=3.0), completed=4, hired=1, now=0)
    everybody = [best, busy, new, untrained, poor]
    assert [one.mentor.id for one in rewarded(everybody)] == [2, 1, 4]
    assert [one.mentor.id for one in reserve(everybody)] == [2, 3]


def test_employment_is_told_with_and_without_mentors() -> None:
    lines = [Line("А", True, 4, 1, 2), Line("Б", True, 1, 0, 0), Line("Б", False, 5, 0, 1)]
    both = [totals(lines, mentored=mentored) for mentored in (True, False)]
    assert [(one.practised, one.invited, one.hired, one.share) for one in both] == [(5, 1, 2, 60), (5, 0, 1, 20)]
