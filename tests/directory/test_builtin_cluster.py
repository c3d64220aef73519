"""The built-in cluster: what the source documents say is in the database."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from cluster.access import Role
from cluster.directory import CouncilMeetingState, OrganisationKind
from cluster.errors import Forbidden
from cluster.evaluation.sheet import read_sheet
from cluster.evaluation.states import SessionState
from storage import directory as queries
from storage import directory_documents as documents
from storage import evaluation, evaluation_sheets
from storage.schema.directory import clusters, organisations
from storage.schema.evaluation import evaluation_programmes
from tests.directory.conftest import Directory


async def test_it_holds_everything(directory: Directory) -> None:
    created, _ = await directory.builtin()
    assert created.is_new
    assert created.cluster.name == "Промышленный образовательно-отраслевой кластер"
    assert created.cluster.zone == "Asia/Tomsk"
    contents = created.contents
    assert contents.organisations == {
        OrganisationKind.COLLEGE: 9,
        OrganisationKind.ENTERPRISE: 13,
        OrganisationKind.DEPARTMENT: 2,
        OrganisationKind.FUND: 1,
        OrganisationKind.UNION: 1,
        OrganisationKind.SCHOOL: 1,
    }
    assert (contents.specialities, contents.councils, contents.council_meetings) == (11, 2, 14)
    assert (contents.plans, contents.plan_rows, contents.acts, contents.sheets) == (2, 33, 6, 1)


async def test_the_same_draft_twice_makes_one_cluster(directory: Directory) -> None:
    twice = await asyncio.gather(
        *(directory.service.create_builtin_cluster(directory.admin, "draft-1") for _ in range(2))
    )
    assert sorted(made.is_new for made in twice) == [False, True]
    assert twice[0].cluster == twice[1].cluster
    async with directory.db.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(clusters)) == 1
        assert await connection.scalar(select(func.count()).select_from(organisations)) == 27


async def test_only_an_administrator_creates_clusters(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    with pytest.raises(Forbidden):
        await directory.service.create_builtin_cluster(coordinator, "draft-2")


async def test_printed_names_are_kept_beside_clean_ones(directory: Directory) -> None:
    await directory.builtin()
    async with directory.db.read() as connection:
        rows = await connection.execute(
            select(
                organisations.c.short_name, organisations.c.printed_name, organisations.c.name, organisations.c.sources
            )
        )
        named: dict[str, Any] = {row.short_name: row for row in rows}
    assert named["ТЭТЗ"].printed_name == "ОА «Томский электротехнический завод»"
    assert named["ТЭТЗ"].name == "АО «Томский электротехнический завод»"
    assert named["ТЭТЗ"].sources[1] == {
        "document": "000", "place": "наставничество, особенность 3", "printed": "АО ТЭТЗ",
    }  # fmt: skip
    assert named["ТЭПК"].printed_name == "ОГБПОУ «Томский экономико-промышленный колледж;»"
    assert named["Северский промышленный колледж"].sources[0]["document"] == "000"


async def test_the_union_has_its_enterprises_and_colleges_their_specialities(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    unions = await directory.service.organisations(coordinator, kind=OrganisationKind.UNION)
    union = await directory.service.organisation(coordinator, unions.items[0].id)
    assert [enterprise.short_name for enterprise in union.enterprises] == [
        "НПЦ «Полюс»", "Сибирская машиностроительная компания", "ТЭТЗ", "Центр стандартизации и метрологии", "ЭлеСи",
    ]  # fmt: skip
    found = await directory.service.organisations(coordinator, text="политехнический")
    college = await directory.service.organisation(coordinator, found.items[0].id)
    assert [one.code for one in college.specialities] == ["13.00.00", "13.02.11", "15.00.00", "21.00.00"]
    member = await directory.service.organisation(coordinator, union.enterprises[0].id)
    assert member.parent == union.organisation


async def test_the_leading_college_is_one_and_severskiy_is_no_member(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    async with directory.db.read() as connection:
        colleges, total = await queries.organisations_of(
            connection, coordinator.here, kind=OrganisationKind.COLLEGE, limit=20
        )
    assert total == 9
    assert [college.short_name for college in colleges if college.is_leading] == ["ТЭПК"]
    assert [college.short_name for college in colleges if not college.is_member] == ["Северский промышленный колледж"]


async def test_councils_have_their_calendars(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    async with directory.db.read() as connection:
        expert, coordination = await documents.councils_of(connection, coordinator.here)
        expert_days = await documents.council_meetings_of(connection, expert.id)
        coordination_days = await documents.council_meetings_of(connection, coordination.id)
    assert (expert.name, coordination.name) == ("Экспертный совет", "Координационный совет")
    assert [day.printed_when for day in expert_days] == [
        "07.10.2021", "23.03.2022", "23 .06.22", "28.06.22", "30.06.22", "ноябрь", "февраль", "апрель-май",
    ]  # fmt: skip
    held = [day.first_day.isoformat() for day in coordination_days if day.state is CouncilMeetingState.HELD]
    assert held == ["2021-10-22", "2022-05-16", "2022-05-24"]
    assert all(day.first_day == day.last_day for day in expert_days if day.state is CouncilMeetingState.HELD)


async def test_plans_keep_numbers_as_labels(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    async with directory.db.read() as connection:
        of_2022, of_2023 = await documents.plans_of(connection, coordinator.here)
        rows = await documents.plan_rows_of(connection, coordinator.here, of_2023.id)
        assert await documents.plan_rows_of(connection, coordinator.here + 1, of_2023.id) == []
    assert (of_2022.rows, of_2022.is_draft, of_2023.rows, of_2023.is_draft) == (16, False, 17, True)
    numbers = [row.number for row in rows]
    assert numbers.count("3.3") == 2
    assert "2.3" not in numbers
    assert [row.position for row in rows] == list(range(1, 18))
    assert {row.deadline_text for row in rows if row.number == "3.3"} == {
        "Июль 2024 г.", "Размещение новостей не позднее 1 рабочего дня после события",
    }  # fmt: skip


async def test_the_sheet_is_the_one_evaluation_reads(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    async with directory.db.read() as connection:
        sheet_id = await evaluation_sheets.current_sheet(connection, coordinator.here)
        assert sheet_id is not None
        sheet = read_sheet(await evaluation.sheet_content(connection, sheet_id))
    assert sheet.title == "Экспертный лист для оценки программы"
    assert [len(section.criteria) for section in sheet.sections] == [5, 6, 3]
    assert {criterion.number: criterion.norm for criterion in sheet.measured} == {
        "2.1": 100_00,
        "2.2": 25_00,
        "3.2": 62_50,
    }


async def test_the_2022_sessions_are_closed_history(directory: Directory) -> None:
    _, coordinator = await directory.builtin()
    async with directory.db.read() as connection:
        (session,) = await evaluation.sessions(connection, coordinator.here, 10, 0)
        programmes = await evaluation.programmes(connection, session.id)
        employers = await connection.execute(
            select(organisations.c.short_name)
            .join(evaluation_programmes, evaluation_programmes.c.employer_id == organisations.c.id)
            .order_by(evaluation_programmes.c.id)
        )
    assert session.state is SessionState.CLOSED
    assert (session.starts_on.isoformat(), session.ends_on.isoformat()) == ("2022-06-21", "2022-06-30")
    assert [programme.code for programme in programmes] == ["15.02.32", "27.02.07", "15.02.12", "13.02.11", None]
    assert programmes[-1].is_missing
    assert programmes[-1].college == "ОГБПОУ «Томский индустриальный техникум»"
    assert [row[0] for row in employers] == [
        "Томский инструментальный завод", "Томский инструментальный завод", "СХК", "Август", "Брандмейстер",
    ]  # fmt: skip


async def test_two_clusters_do_not_see_each_other(directory: Directory) -> None:
    _, first = await directory.builtin("draft-1")
    created, second = await directory.builtin("draft-2")
    assert created.is_new
    assert (await directory.service.organisations(first)).total == 27
    assert (await directory.service.organisations(second)).total == 27
    both = await directory.actor(3000, first.here, Role.COLLEGE)
    async with directory.db.read() as connection:
        assert both.person_id is not None
        mine = await queries.clusters_of_person(connection, both.person_id)
    assert [cluster.id for cluster in mine] == [first.here]
