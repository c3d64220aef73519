"""Roles: the list of people, search, ending a role, the last coordinator, several clusters."""

from dataclasses import replace

from sqlalchemy import text

from cluster.access import Actor, Role
from cluster.people import CONSENT_VERSION
from sandbox.people import Person
from services.people_duties import settle_administrators
from storage.people import load_actor
from tests.people.conftest import come_by, make_link
from tests.world import World


async def test_roster_pages_and_search(world: World, coordinator: Person) -> None:
    services = world.app.services
    head = await services.people.agree(Actor(coordinator.id), CONSENT_VERSION, "ru", "x")
    nobody = replace(head, person_id=None)  # as from the command line: nobody is told of those who come
    link = await services.invitations.create(nobody, Role.COORDINATOR, None, max_uses=20, days=1)
    assert link.token
    for number in range(12):
        one = await services.people.agree(Actor(7000 + number), CONSENT_VERSION, "ru", f"Соловьёв {number:02}")
        await services.invitations.accept(one, link.token)
    await world.say(coordinator, "/people")
    assert "Участников: 13" in world.last(coordinator)
    await world.tap(coordinator, "Участники")
    await world.tap(coordinator, "Дальше")
    assert "2 из 2" in world.buttons(coordinator)
    await world.tap(coordinator, "Найти")
    assert "соловьев 1»: 2" not in await world.say(coordinator, "соловьев 1")
    assert "Нашлось" in world.last(coordinator)
    assert "никого нет" in await world.say(coordinator, "Ёжиков <b>")
    assert "соловьев" in await world.say(coordinator, "соловьев")
    await world.tap(coordinator, "Дальше")  # pages stay within what was found
    assert "»: 12" in world.last(coordinator)
    await world.tap(coordinator, "Показать всех")
    assert "13" in world.last(coordinator)


async def test_a_role_is_ended_once_and_the_person_is_told(world: World, coordinator: Person) -> None:
    expert = world.person("Ольга", "Смирнова")
    await come_by(world, expert, await make_link(world, coordinator, role="эксперт предприятия"))
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    await world.tap(coordinator, "Ольга Смирнова")
    await world.tap(coordinator, "Снять роль")
    ask = coordinator.chat(world.bot).last_answer
    await coordinator.press(ask, (0, 0))
    second = await coordinator.press_data(ask, ask.keyboard[0][0]["callback_data"])
    await world.settle()
    assert second.answer is not None
    assert second.answer.text == "Роль уже была снята."
    assert "больше не назначена роль: эксперт предприятия" in world.last(expert)
    assert "роли в кластере пока нет" in await world.say(expert, "/menu")
    shown = world.bot.commands_for(expert, expert.id, "private", admin=False)
    assert "evaluate" not in [command["command"] for command in shown]


async def test_the_last_coordinator_stays(world: World, coordinator: Person) -> None:
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    await world.tap(coordinator, "Администратор Анна")
    await world.tap(coordinator, "Снять роль: координатор")
    toast = await world.tap(coordinator, "Да, снять роль")
    assert "последний координатор" in (toast or "")


async def test_two_clusters_do_not_see_each_other(world: World, coordinator: Person) -> None:
    expert = world.person("Ольга", "Смирнова")
    await come_by(world, expert, await make_link(world, coordinator, role="эксперт предприятия"))
    async with world.app.db.read() as connection:
        membership = await connection.scalar(text("SELECT id FROM memberships WHERE role = 'expert'"))
    await world.say(coordinator, "/menu")
    services = world.app.services
    head = await services.people.agree(Actor(coordinator.id), CONSENT_VERSION, "ru", "x")
    second = await services.directory.create_empty_cluster(head, "Второй кластер", "k2")
    await services.people.take_cluster(head, second.cluster.id)
    assert "Второй кластер" in await world.say(coordinator, "/menu")
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    assert not any("Ольга" in button for button in world.buttons(coordinator))
    card = coordinator.chat(world.bot).last_answer
    for forged in (f"pr1:r:{membership}:0", f"pr1:e:{membership}:0", "pr1:p:2:0", "pi1:c:1:0", "pk1:s:77:"):
        press = await coordinator.press_data(card, forged)
        await world.settle()
        assert press.answer is not None
        assert "Такого нет" in (press.answer.text or ""), forged
    await world.say(coordinator, "/menu")
    await world.tap(coordinator, "Сменить кластер")
    await world.tap(coordinator, "Промышленный")
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Участники")
    assert any("Ольга" in button for button in world.buttons(coordinator))


async def test_who_is_talking_is_one_statement(world: World, coordinator: Person) -> None:
    with world.app.db.count_queries() as seen:
        async with world.app.db.read() as connection:
            known = await load_actor(connection, coordinator.id)
    assert len(seen) == 1
    assert known.actor.roles == {Role.ADMINISTRATOR, Role.COORDINATOR}


async def test_administrators_follow_the_settings(world: World, coordinator: Person) -> None:
    services, db, now = world.app.services, world.app.db, world.clock.now()
    other = await services.people.agree(Actor(7001), CONSENT_VERSION, "ru", "Борис")
    await settle_administrators(db, frozenset({7001, 7002}), now)
    async with db.read() as connection:
        assert (await load_actor(connection, 7001)).actor.roles == {Role.ADMINISTRATOR}
        assert (await load_actor(connection, coordinator.id)).actor.roles == {Role.COORDINATOR}
    await settle_administrators(db, frozenset({coordinator.id}), now)
    async with db.read() as connection:
        assert (await load_actor(connection, other.telegram_id)).actor.roles == frozenset()
    shown = await world.say(coordinator, "/menu")
    assert "администратор" in shown


async def test_an_administrator_without_a_cluster_is_led_to_one(world: World) -> None:
    await world.say(world.admin, "/start")
    await world.tap(world.admin, "Согласен")
    assert "База пуста" in await world.say(world.admin, "/people")
