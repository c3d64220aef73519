"""The built-in data says what the source documents say. Every plan row, criterion, norm and programme is a case."""

from datetime import date

import pytest

from cluster.calendar import WorkingCalendar
from cluster.data import DataFileInvalid, industrial_tomsk, parse, region_clusters
from cluster.data.models import ClusterData, PlanData, SheetData
from cluster.directory import CouncilMeetingState
from cluster.evaluation.model import Part
from cluster.plan import PlanYear

DATA = industrial_tomsk()

# Document 000, plan of 2022: number, deadline, executors.
ROWS_2022 = [
    ("1.1", "Январь 2022", "Председатель, зам. Председателя Координационного совета"),
    ("1.2", "Не реже 1 раза в квартал", "Председатель Экспертного совета"),
    ("1.3", "Не реже 1 раза в квартал", "Председатель Координационного совета"),
    ("1.4", "Размещение новостей не позднее 3-х рабочих дней", "Участники Кластера"),
    ("2.1", "Июнь 2022", "Экспертный совет"),
    ("2.2", "IV квартал 2022", "Координационный совет"),
    ("2.3", "Декабрь 2022", "Координационный совет"),
    ("2.4", "В течение года", "Координационный совет"),
    ("2.5", "В течение года", "ПОО - участники Кластера"),
    ("2.6", "В течение года", "ПОО - участники Кластера"),
    ("2.7", "В течение года", "участники Кластера"),
    ("2.8", "В течение года", "участники Кластера"),
    ("2.9", "III квартал 2022", "участники Кластера"),
    ("3.1", "В соответствии с планом реализации проекта", "Участники Кластера"),
    ("3.2", "В соответствии с планом реализации проекта", "Участники Кластера"),
    ("3.3", "В соответствии с графиком мероприятий", "Участники Кластера"),
]

# Document 001, plan of 2023/24.
ROWS_2023 = [
    ("1.1", "Февраль 2024 г.", "Экспертный совет кластера"),
    ("2.1", "В течение учебного года", "Рабочая группа"),
    ("2.2", "В течение учебного года", "Экспертный совет Кластера"),
    ("2.4", "Март 2024г.", "Участники кластера"),
    ("2.5", "2 квартал 2024 г.", "Рабочая группа"),
    ("2.6", "В течение учебного года", "Рабочая группа"),
    ("2.7", "Декабрь 2023 г.", "Рабочая группа"),
    ("2.8", "В соответствии с распоряжением ДПО Томской области", "ПОО, входящие в Кластер"),
    ("2.9", "Апрель 2024 г.", "ОГБПОУ «ТЭПК», рабочая группа кластера"),
    ("3.1", "Не реже 1 раза в квартал", "Председатель Экспертного совета"),
    ("3.2", "Не реже 1 раза в квартал", "Председатель Координационного совета"),
    ("3.3", "Июль 2024 г.", "Руководитель ведущей ПОО кластера"),
    ("3.3", "Размещение новостей не позднее 1 рабочего дня после события", "Участники Кластера"),
    ("4.1", "По плану реализации проекта", "Участники Кластера"),
    ("4.2", "В соответствии с графиком мероприятий", "Участники Кластера"),
    ("4.3", "В соответствии с планом реализации проекта", "Участники Кластера"),
    ("4.4", "Май 2024 г.", "Рабочая группа"),
]

CASES = [(0, n, *row) for n, row in enumerate(ROWS_2022)] + [(1, n, *row) for n, row in enumerate(ROWS_2023)]


@pytest.mark.parametrize(("plan", "position", "number", "deadline", "executors"), CASES)
def test_plan_row(plan: int, position: int, number: str, deadline: str, executors: str) -> None:
    _, row = DATA.plans[plan].rows[position]
    assert (row.number, row.deadline, row.executors) == (number, deadline, executors)


def test_plans_have_their_years_and_sections() -> None:
    of_2022, of_2023 = DATA.plans
    assert [len(section.rows) for section in of_2022.sections] == [4, 9, 3]
    assert [len(section.rows) for section in of_2023.sections] == [1, 8, 4, 4]
    assert (of_2022.year, of_2022.first_day, of_2022.last_day) == (
        PlanYear.CALENDAR, date(2022, 1, 1), date(2022, 12, 31),
    )  # fmt: skip
    assert (of_2023.year, of_2023.first_day, of_2023.last_day) == (
        PlanYear.ACADEMIC, date(2023, 9, 1), date(2024, 8, 31),
    )  # fmt: skip
    assert of_2023.is_draft, "the document is marked «ПРОЕКТ»"


def test_words_broken_by_the_layout_are_whole() -> None:
    texts = [text for plan in DATA.plans for _, row in plan.rows for text in (row.title, row.result, row.executors)]
    texts += [criterion.text for section in DATA.sheet.sections for criterion in section.criteria]
    assert any("образовательно-отраслевого кластера" in text for text in texts)
    assert any("нормативно-правовой акт" in text for text in texts)
    assert not [text for text in texts if "  " in text or "- " in text.replace(" - ", " ")]
    assert DATA.plans[1].rows[6][1].title.count("\n") == 3, "row 2.7 lists three works on lines of their own"


CRITERIA = [
    ("1.1", "ДА /Нет", "Содержание программы направлено"),
    ("1.2", "ДА /Нет", "Наличие в компетентностной модели"),
    ("1.3", "ДА /Нет", "Согласованность основных целей"),
    ("1.4", "ДА /Нет", "Наличие дисциплин, междисциплинарных курсов"),
    ("1.5", "ДА /Нет", "Структура и содержание практического обучения"),
    ("2.1", "100%", "Доля преподавателей, прошедших повышение квалификации"),
    ("2.2", "25%", "Доля преподавателей профессионального цикла"),
    ("2.3", "ДА /Нет", "Наличие преподавателей-совместителей"),
    ("2.4", "ДА /Нет", "Наличие учебных лабораторий"),
    ("2.5", "ДА /Нет", "Использование образовательной организацией баз предприятий"),
    ("2.6", "ДА /Нет", "Наличие информационной инфраструктуры"),
    ("3.1", "ДА /Нет", "Наличие выпускников образовательной программы"),
    ("3.2", "62,5%", "Доля выпускников, трудоустроившихся"),
    ("3.3", "ДА /Нет", "Наличие студентов, получивших приглашения"),
]


@pytest.mark.parametrize(("place", "number", "norm", "begins"), [(n, *row) for n, row in enumerate(CRITERIA)])
def test_criterion(place: int, number: str, norm: str, begins: str) -> None:
    criterion = [criterion for section in DATA.sheet.sections for criterion in section.criteria][place]
    assert (criterion.number, criterion.norm.printed) == (number, norm)
    assert criterion.text.startswith(begins)


def test_the_sheet_has_three_sections() -> None:
    assert [(section.number, len(section.criteria)) for section in DATA.sheet.sections] == [
        ("1", 5),
        ("2", 6),
        ("3", 3),
    ]
    assert DATA.sheet.columns[2] == "Нормативное значение"


def test_sessions_of_2022() -> None:
    rows = DATA.sessions.rows
    assert [(row.college, [programme.code for programme in row.programmes], row.expert_enterprise) for row in rows] == [
        ("tepk", ["15.02.32", "27.02.07"], "tiz"),
        ("spk", ["15.02.12"], "shk"),
        ("tpt", ["13.02.11"], "avgust"),
        ("tit", [], "brandmeister"),
    ]
    assert [day.day for day in DATA.sessions.days] == [23, 28, 30]
    assert all(WorkingCalendar().is_working_day(day) for day in DATA.sessions.days)
    expert = DATA.cluster.councils[0]
    assert set(DATA.sessions.days) <= {meeting.first_day for meeting in expert.meetings}


@pytest.mark.parametrize(
    ("code", "colleges"),
    [
        ("21.00.00", 3),
        ("15.00.00", 7),
        ("13.00.00", 6),
        ("11.00.00", 1),
        ("18.00.00", 1),
        ("22.00.00", 1),
        ("27.00.00", 1),
    ],
)
def test_groups_of_specialities(code: str, colleges: int) -> None:
    group = next(group for group in DATA.cluster.speciality_groups if group.code == code)
    assert len(group.colleges) == colleges
    assert (colleges > 1) == (code in DATA.cluster.facts.groups_of_several_colleges)


def test_thirteen_members_and_a_union_of_five() -> None:
    """Document 004 lists 13 members; the union's five enterprises are inside one of them."""
    members = [entry for entry in DATA.cluster.organisations if entry.member]
    assert len([entry for entry in members if entry.parent is None]) == 13
    assert [entry.key for entry in members if entry.parent == "union"] == ["polyus", "tetz", "csm", "elesy", "smk"]
    places = [entry.sources[0].place.split(";")[0] for entry in members if entry.parent is None]
    assert sorted(int(place.removeprefix("участник ")) for place in places) == list(range(1, 14))
    assert DATA.cluster.organisation("tpt").branches == ("Парабельский", "Александровский")
    assert DATA.cluster.organisation("school_33").name == "МБОУ средняя общеобразовательная школа № 33 города Томска"


def test_councils_held_in_2021_22_and_drafts_of_2022_23() -> None:
    by_state = {
        council.name: [meeting.when for meeting in council.meetings if meeting.state is CouncilMeetingState.DRAFT]
        for council in DATA.cluster.councils
    }
    assert by_state == {
        "Экспертный совет": ["ноябрь", "февраль", "апрель-май"],
        "Координационный совет": ["декабрь", "март", "май"],
    }


def test_presentation_has_five_parts_and_evaluation_knows_them() -> None:
    assert [part.key for part in DATA.presentation.parts] == [part.value for part in Part]


def test_the_region_has_nine_clusters() -> None:
    region = region_clusters()
    assert [entry.number for entry in region.clusters] == list(range(1, 10))
    assert region.clusters[3].leading_college == "Томский экономико-промышленный колледж"


def test_mentoring_findings_name_their_enterprises() -> None:
    named = [DATA.cluster.organisation(key).short for row in DATA.mentoring.difficulties for key in row.enterprises]
    assert named == ["НПЦ «Полюс»", "ТОМЗЭЛ", "ГЕОС"]
    assert (len(DATA.mentoring.features), len(DATA.mentoring.difficulties), len(DATA.mentoring.proposals)) == (3, 4, 5)


# --- files that do not fit ------------------------------------------------------------------------------------------

PLAN = """title: План
document: "001"
year: academic
first_day: 2023-09-01
last_day: 2024-08-31
is_draft: true
sections:
  - number: "1"
    title: Раздел
    rows:
      - number: "1.1"
        title: Дело
        executors: Все
        deadline: Май 2024 г.
        result: Сделано
"""


def test_a_fitting_file() -> None:
    assert parse("plan.yaml", PLAN, PlanData).rows[0][1].deadline == "Май 2024 г."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("deadline: Май", "srok: Май", "plan.yaml:11: sections.0.rows.0.deadline: Field required"),
        ("title: Дело", "title: ''", "plan.yaml:12: sections.0.rows.0.title: String should have at least 1 character"),
        ("last_day: 2024", "last_day: 2022", "plan.yaml:1: the whole file: Value error, last_day 2022-08-31 is before"),
        ("year: academic", "year: lunar", "plan.yaml:3: year: Input should be 'calendar' or 'academic'"),
        ("title: План", "title: [План", "plan.yaml:2: "),
    ],
)
def test_a_file_that_does_not_fit_names_the_line(old: str, new: str, message: str) -> None:
    with pytest.raises(DataFileInvalid) as caught:
        parse("plan.yaml", PLAN.replace(old, new, 1), PlanData)
    assert str(caught.value).startswith(message)


def test_a_norm_must_be_what_is_printed() -> None:
    text = """code: s
version: 1
document: "000"
title: Лист
columns: [а, б, в, г, д]
sections:
  - number: "1"
    title: Раздел
    criteria:
      - number: "1.1"
        text: Доля
        norm: {kind: share, percent: 62, printed: "62,5%"}
"""
    with pytest.raises(DataFileInvalid, match=r"^sheet.yaml:12: .*62 per cent is not what is printed: 62,5%"):
        parse("sheet.yaml", text, SheetData)


def test_keys_must_meet() -> None:
    data = DATA.cluster.model_dump()
    data["speciality_groups"][0]["colleges"] = ["tiz"]
    with pytest.raises(ValueError, match=r"21.00.00: not colleges: tiz"):
        ClusterData.model_validate(data)
