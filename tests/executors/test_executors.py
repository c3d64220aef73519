"""Executors' texts resolved against the directory, and what rows make owed."""

from collections import Counter
from datetime import date

import pytest

from cluster.calendar import WorkingCalendar
from cluster.data import industrial_tomsk
from cluster.deadlines import PlanPeriod, parse_deadline
from cluster.directory import Council, CouncilKind
from cluster.executors import Office, Party, PartyKind, Roll, Term, read_executors
from cluster.obligations import Pace, Rule
from cluster.owing import Owed, owed_by
from tests.executors.rolls import COLLEGES, IDS, KEYS, MEMBERS, roll

ROLL = roll()
CALENDAR = WorkingCalendar()
ON = date(2024, 3, 1)
ENTERPRISES = ["trk", "polyus", "tetz", "csm", "elesy", "smk"]

# what each party is: organisations by key; a council as «expert», «coordination:chair»
BY_SOURCE = {
    "Председатель, зам. Председателя Координационного совета": ["coordination:chair", "coordination:deputy"],
    "Председатель Экспертного совета": ["expert:chair"],
    "Председатель Координационного совета": ["coordination:chair"],
    "Участники Кластера": [MEMBERS],
    "участники Кластера": [MEMBERS],
    "Участники кластера": [MEMBERS],
    "Экспертный совет": ["expert"],
    "Экспертный совет кластера": ["expert"],
    "Экспертный совет Кластера": ["expert"],
    "Координационный совет": ["coordination"],
    "ПОО - участники Кластера": [COLLEGES],
    "ПОО, входящие в Кластер": [COLLEGES],
    "Рабочая группа": ["working_group"],
    "ОГБПОУ «ТЭПК», рабочая группа кластера": [["tepk"], "working_group"],
    "Руководитель ведущей ПОО кластера": [["tepk"]],
}
OTHERS = {
    "ОГБПОУ «Томский экономико-промышленный колледж»": [["tepk"]],
    "Томский аграрный колледж, ТИТ; КСПК": [["tak"], ["tit"], ["kolpashevo"]],
    "ДПО Томской области": [["education_department"]],
    "ООО «Август» и АО “СХК”": [["avgust"], ["shk"]],
    "Томский политехнический техникум совместно с АО «СХК»": [["tpt"], ["shk"]],
    "Все ПОО кластера": [COLLEGES],
    "колледжи и техникумы": [COLLEGES],
    "Профессиональные образовательные организации – члены Кластера": [COLLEGES],
    "Предприятия – партнёры кластера": [ENTERPRISES],
    "работодатели, участники кластера": [ENTERPRISES, MEMBERS],
    "КС и ЭС": ["coordination", "expert"],
    "Секретарь ЭС": ["expert:secretary"],
    "заместитель председателя Экспертного совета Кластера": ["expert:deputy"],
    "Руководитель рабочей группы": ["working_group:chair"],
    "Директора ПОО": [COLLEGES],
    "координатор кластера": ["coordinator"],
}


def _shown(party: Party) -> object:
    if party.council_kind is not None:
        return party.council_kind.value + (f":{party.office.value}" if party.office else "")
    return [KEYS[one] for one in party.owing(ROLL, ON)] or party.kind.value


@pytest.mark.parametrize(("text", "expected"), (BY_SOURCE | OTHERS).items())
def test_executors(text: str, expected: list[object]) -> None:
    found = read_executors(text, ROLL)
    assert [_shown(party) for party in found.parties] == expected
    assert found.unknown == ()
    assert found.text == text


def test_the_table_has_every_text_of_the_plans() -> None:
    texts = {row.executors for plan in industrial_tomsk().plans for _, row in plan.rows}
    assert texts == set(BY_SOURCE)


def test_who_is_not_in_the_directory_is_said() -> None:
    found = read_executors("Иванов И.И., ТЭПК, ООО «Ромашка»", ROLL)
    assert [_shown(party) for party in found.parties] == [["tepk"]]
    assert found.unknown == ("Иванов И.И.", "ООО Ромашка")
    assert read_executors("так", ROLL).parties == (), "«так» is a word, «ТАК» a college"
    assert [_shown(party) for party in read_executors("ТАК", ROLL).parties] == [["tak"]]
    assert read_executors("", ROLL).parties == ()


def test_rules() -> None:
    """«или»: one is enough; «не менее N от каждой ПОО» (2022, row 2.1): each college owes N."""
    assert {party.rule for party in read_executors("ТЭПК или ТИТ", ROLL).parties} == {Rule.ANY}
    row = next(row for _, row in industrial_tomsk().plans[0].rows if row.number == "2.1")
    council, colleges = read_executors(row.executors, ROLL, row.result).parties
    assert (council.rule, _shown(council)) == (Rule.ALL, "expert")
    assert (colleges.rule, colleges.needed, _shown(colleges)) == (Rule.EACH, 1, COLLEGES)
    each = read_executors("Участники кластера", ROLL, "Не менее трёх публикаций от каждого участника").parties[-1]
    assert (each.kind, each.needed) == (PartyKind.MEMBERS, 3)


def test_one_working_group_is_that_one_and_several_are_none() -> None:
    assert read_executors("Рабочая группа", roll(working_groups=1)).parties[0].council_id == 3
    assert read_executors("Рабочая группа", roll(working_groups=2)).parties[0].council_id is None
    assert read_executors("Рабочая группа", ROLL).parties[0].council_id is None


def test_a_working_group_is_known_by_its_name() -> None:
    known = Roll(
        ROLL.organisations,
        [
            *ROLL.councils,
            Council(7, CouncilKind.WORKING_GROUP, "Рабочая группа по наставничеству"),
            Council(8, CouncilKind.WORKING_GROUP, "Рабочая группа чемпионата"),
        ],
    )
    found = read_executors("Рабочая группа по наставничеству, ТЭПК", known)
    assert [(party.council_id, party.organisation_id) for party in found.parties] == [(7, None), (None, IDS["tepk"])]
    assert found.unknown == ()


def test_membership_has_dates() -> None:
    """A college that leaves after March and one that joins in April: each owes what is due while it is a member."""
    changing = roll({"tak": [Term(None, date(2024, 3, 31))], "spk": [Term(date(2024, 4, 1), None)]})
    period = PlanPeriod.academic(2023)
    executors = read_executors("ПОО, входящие в Кластер", changing)
    owed = owed_by(parse_deadline("ежеквартально", period), executors, changing, CALENDAR, period)
    by_day = {
        day: {KEYS[one.organisation_id or 0] for one in owed if one.due_on == day} for day in {o.due_on for o in owed}
    }
    assert by_day == {
        date(2023, 12, 29): set(COLLEGES),
        date(2024, 3, 29): set(COLLEGES),
        date(2024, 6, 28): {*COLLEGES, "spk"} - {"tak"},
        date(2024, 8, 30): {*COLLEGES, "spk"} - {"tak"},
    }


def _owed(deadline: str, executors: str, demand: str = "") -> list[Owed]:
    period = PlanPeriod.calendar(2022)
    return owed_by(parse_deadline(deadline, period), read_executors(executors, ROLL, demand), ROLL, CALENDAR, period)


def test_a_row_is_shared_out() -> None:
    assert len(_owed("В течение года", "ПОО - участники Кластера")) == 8
    assert {one.pace for one in _owed("В течение года", "ТЭПК")} == {Pace.CONTINUOUS}
    assert [one.due_on for one in _owed("Не реже 1 раза в квартал", "Председатель Экспертного совета")] == [
        date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30), date(2022, 12, 30),
    ]  # fmt: skip
    (both,) = _owed("Январь 2022", "Председатель, зам. Председателя Координационного совета")
    assert both.executor == "Председатель, зам. Председателя Координационного совета"
    undated = _owed("В соответствии с планом реализации проекта", "Участники Кластера")
    assert {(one.pace, one.due_on) for one in undated} == {(Pace.UNDATED, None)}
    assert len(undated) == 13
    assert _owed("Размещение новостей не позднее 3-х рабочих дней", "Участники Кластера") == []
    (nobody,) = _owed("Май", "Иванов И.И.")
    assert (nobody.organisation_id, nobody.executor) == (None, "Иванов И.И.")
    assert len(_owed("Май", "ТЭПК, ПОО кластера")) == 8, "named alone and in the group is owed once"


def test_what_a_council_owes_falls_to_its_officers() -> None:
    period = PlanPeriod.calendar(2022)
    officers = {(1, Office.CHAIR): 11, (1, Office.SECRETARY): 12, (2, Office.CHAIR): 21}
    known = Roll(ROLL.organisations, ROLL.councils, officers)

    def person(executors: str) -> list[int | None]:
        read = read_executors(executors, known)
        return [one.person_id for one in owed_by(parse_deadline("Май", period), read, known, CALENDAR, period)]

    assert person("Экспертный совет, секретарь ЭС, Председатель Координационного совета") == [11, 12, 21]
    assert person("заместитель председателя КС, рабочая группа, ТЭПК") == [None, None, None]


def test_each_college_owes_what_the_result_asks() -> None:
    row = next(row for _, row in industrial_tomsk().plans[0].rows if row.number == "2.1")
    owed = _owed(row.deadline, row.executors, row.result)
    assert Counter(one.rule for one in owed) == {Rule.ALL: 1, Rule.EACH: 8}
    assert {one.due_on for one in owed} == {date(2022, 6, 30)}
    assert {one.period for one in owed} == {(date(2022, 6, 1), date(2022, 6, 30))}


def test_occasions_are_different_and_the_same_in_the_next_version() -> None:
    for text in ("ежемесячно", "до 15.03.2022", "ноябрь, февраль", "по плану проекта"):
        first, again = (
            _owed(text, "Участники Кластера, Экспертный совет"),
            _owed(text, "Экспертный совет, участники кластера"),
        )
        assert len({one.occasion for one in first}) == len(first)
        assert {one.occasion for one in first} == {one.occasion for one in again}
    assert IDS
