"""The journal as a coordinator reads it."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from cluster.access import Actor, Role
from handlers.journal.screens import did_key
from locales import Texts
from services.journal import TABLES
from storage import audit
from storage.people import load_actor
from tests.installation.conftest import Office
from tests.journal.actions import actions, tables


async def _actor(office: Office, telegram_id: int) -> Actor:
    async with office.world.app.db.read() as connection:
        return (await load_actor(connection, telegram_id)).actor


async def _act(
    office: Office, action: str, subject: str, *, cluster_id: int | None = None, by: int | None = None
) -> None:
    async with office.world.app.db.write() as tx:
        await audit.add(tx, by, cluster_id or office.cluster_id, action, subject, office.world.clock.now())


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_action_has_words(locale: str) -> None:
    found = actions()
    assert {"evaluation_answered", "evaluation_declined", "letter_dropped", "organisation_added"} <= found
    t = Texts().for_locale(locale)
    assert [action for action in sorted(found) if not t.has(did_key(action))] == []


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_no_words_without_an_action(locale: str) -> None:
    said = {key for key in Texts().keys(locale) if key.startswith("journal-did-")}
    assert said - {did_key(action) for action in actions()} == set()


def test_every_subject_is_of_a_kind_the_journal_can_be_narrowed_to() -> None:
    known = {table for listed in TABLES.values() for table in listed} | {"inbox"}  # updates belong to no cluster
    assert sorted(tables() - known) == []


async def test_acts_are_told_with_names(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    head = await _actor(office, coordinator.id)
    expert = await office.add("Ольга <b>Экспертова</b>", Role.EXPERT)
    membership = (await world.app.services.people.profile(head, await office.person_id(expert))).roles[0]
    await world.app.services.people.end_role(head, membership.membership_id)
    await world.say(coordinator, "/menu")
    await world.tap(coordinator, "Журнал")
    shown = world.last(coordinator).replace("\u00a0", " ")
    newest = "21.06.2022 10:00, Мария Координатор\nРоль снята: Ольга <b>Экспертова</b>, эксперт предприятия"
    assert newest in shown
    assert shown.index("Роль снята") < shown.index("Кластер создан")


async def test_pages_are_turned_and_cost_the_same(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    head, person = await _actor(office, coordinator.id), await office.person_id(coordinator)
    for number in range(17):
        kind = ("people", "organisations", "evaluation_sessions", "memberships")[number % 4]
        await _act(office, "organisation_renamed", f"{kind}:{number % 3 + 1}", by=person)
    await world.say(coordinator, "/journal")
    assert "1 из 3" in world.buttons(coordinator)
    await world.tap(coordinator, "Дальше")
    await world.tap(coordinator, "Дальше")
    assert world.last(coordinator).count("Организация переименована") == 1
    with world.app.db.count_queries() as full:
        await world.app.services.journal.page(head, 0)
    assert len(full) == 4, "what is kept from the reader, the count, the page, the names"


async def test_narrowed_to_a_kind_and_to_a_person(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    person = await office.person_id(coordinator)
    await _act(office, "organisation_added", "organisations:1", by=person)
    await _act(office, "role_granted", "memberships:1")
    await world.say(coordinator, "/journal")
    await world.tap(coordinator, "Справочник")
    shown = world.last(coordinator)
    assert "О чём: Справочник" in shown
    assert "Добавлена организация" in shown
    assert "Назначена роль" not in shown
    assert "✓ Справочник" in world.buttons(coordinator)
    await world.tap(coordinator, "Листы экспертов")
    assert "Таких записей нет" in world.last(coordinator)
    await world.tap(coordinator, "Показать все")
    assert "Назначена роль" in world.last(coordinator)

    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    await world.tap(coordinator, "Мария Координатор")
    await world.tap(coordinator, "Что делал")
    shown = world.last(coordinator)
    assert "Что сделал участник: Мария Координатор" in shown
    assert "Добавлена организация" in shown
    assert "Назначена роль" not in shown


async def test_nothing_of_other_clusters(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    admin = await _actor(office, world.admin.id)
    second = (await world.app.services.directory.create_empty_cluster(admin, "Соседний кластер", "n")).cluster.id
    neighbour = await office.add("Пётр Сосед", Role.COORDINATOR, second)
    stranger = await office.person_id(neighbour)
    await _act(office, "role_granted", "memberships:1", cluster_id=second, by=stranger)
    await _act(office, "role_ended", f"people:{stranger}")  # even a subject of elsewhere stays without a name
    await world.say(coordinator, "/journal")
    shown = world.last(coordinator)
    assert "Пётр" not in shown
    assert "Роль снята" in shown
    press = await coordinator.press_data(coordinator.chat(world.bot).last_answer, f"jl1:p::{stranger}:0")
    await world.settle()
    assert press.answer is not None
    assert "Такого нет" in (press.answer.text or "")
    assert "Назначена роль" in await world.say(neighbour, "/journal")
    assert "Мария" not in world.last(neighbour)


async def test_who_may_not_is_told(office: Office) -> None:
    world = office.world
    expert = await office.add("Ольга Эксперт", Role.EXPERT)
    assert "Журнал" not in world.buttons(expert)
    assert "недоступно Вашей роли" in await world.say(expert, "/journal")
    for data in ("jl1:p::0:0", "jl1:f::0:0", "jl1:p:people:1:5"):
        press = await expert.press_data(expert.chat(world.bot).last_answer, data)
        await world.settle()
        assert press.answer is not None
        assert "недоступно Вашей роли" in (press.answer.text or ""), data


async def test_made_up_buttons_show_the_journal(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    await world.say(coordinator, "/journal")
    card = coordinator.chat(world.bot).last_answer
    for data in ("jl1:?:nothing:0:0", "jl1:p::0:999", "jl1:p::0:-5"):
        await coordinator.press_data(card, data)
        await world.settle()
        assert "Журнал кластера" in world.last(coordinator)
        assert "Кластер создан" in world.last(coordinator)


async def test_an_empty_journal_says_what_will_be_there(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    async with world.app.db.write() as tx:
        await tx.exec_driver_sql("DELETE FROM audit")
    assert "Записей пока нет" in await world.say(coordinator, "/journal")


async def test_a_file_of_the_year(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    expert = await office.add("=HYPERLINK(1)", Role.EXPERT)
    await _act(office, "role_granted", "memberships:1", by=await office.person_id(expert))
    world.clock.advance(timedelta(days=1))
    await world.say(coordinator, "/journal")
    await world.tap(coordinator, "Файл за год")
    sent = coordinator.chat(world.bot).last_answer.document
    assert sent is not None
    assert sent.file_name == "журнал-2022-06-22.csv"
    rows = list(csv.reader(StringIO(sent.data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Когда", "Кто", "Что", "О чём"]
    assert rows[1][:3] == ["21.06.2022 10:00", "'=HYPERLINK(1)", "Назначена роль"]
