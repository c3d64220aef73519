"""Invitation links: made in the chat, hashed, used exactly once, expiring, revocable, listed."""

import asyncio

import pytest
from sqlalchemy import text

from cluster.access import Actor, Membership, Role
from cluster.errors import Forbidden, NotFound
from cluster.invitations import InvitationUsedUp, token_hash
from cluster.people import CONSENT_VERSION, OrganisationNeeded, OrganisationUnfit
from sandbox.people import Person
from services.people import PeopleService
from tests.people.conftest import come_by, make_link
from tests.world import World


async def scalars(world: World, statement: str) -> list[object]:
    async with world.app.db.read() as connection:
        return list(await connection.scalars(text(statement)))


async def agreed(world: World, telegram_id: int) -> Actor:
    people: PeopleService = world.app.services.people
    return await people.agree(Actor(telegram_id=telegram_id), CONSENT_VERSION, "ru", f"Человек {telegram_id}")


async def actor_of(world: World, person: Person) -> Actor:
    return await agreed(world, person.id)


async def test_an_expert_comes_by_a_link(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    expert = world.person("Ольга", "Смирнова")
    await expert.start(world.bot, payload)
    await world.settle()
    first = world.last(expert)
    assert "Вас приглашают" in first
    assert "эксперт предприятия" in first
    assert "28.06.2022" in first  # 7 days after 21 June
    await world.tap(expert, "Согласен")
    assert "Добро пожаловать" in world.last(expert)
    await world.say(expert, "Смирнова Ольга Петровна")
    await world.say(expert, "главный технолог")
    assert "эксперт предприятия" in world.last(expert)
    assert "пришёл человек: Ольга Смирнова" in world.last(coordinator)
    stored = await scalars(world, "SELECT token_hash FROM invitations")
    assert stored == [token_hash(payload.removeprefix("i_"))]
    async with world.app.db.read() as connection:
        for table in ("invitations", "fsm", "audit", "outbox", "inbox", "access_requests"):
            rows = await connection.execute(text(f"SELECT * FROM {table}"))
            assert payload.removeprefix("i_") not in str(rows.all()), table


async def test_the_second_person_is_refused_with_a_way_on(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    await come_by(world, world.person("Ольга"), payload)
    late = world.person("Пётр")
    await late.start(world.bot, payload)
    await world.settle()
    assert "уже вошли все" in world.last(late)
    await world.tap(late, "Продолжить без приглашения")
    await world.tap(late, "Согласен")
    await world.tap(late, "Оставить")
    await world.tap(late, "Пропустить")
    assert "роли в кластере пока нет" in world.last(late)
    assert any("Попросить доступ" in button for button in world.buttons(late))


async def test_the_link_is_used_up_between_look_and_consent(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    slow, quick = world.person("Пётр"), world.person("Ольга")
    await slow.start(world.bot, payload)
    await world.settle()
    await come_by(world, quick, payload)
    await world.tap(slow, "Согласен")
    assert "уже вошли все" in world.last(slow)
    assert await scalars(world, f"SELECT count(*) FROM people WHERE telegram_id = {slow.id}") == [0]


async def test_two_taps_at_the_same_instant_have_one_winner(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    token = payload.removeprefix("i_")
    crowd = [await agreed(world, 5000 + number) for number in range(10)]
    invitations = world.app.services.invitations
    outcomes = await asyncio.gather(*(invitations.accept(one, token) for one in crowd), return_exceptions=True)
    assert sum(not isinstance(outcome, BaseException) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, InvitationUsedUp) for outcome in outcomes) == 9
    assert await scalars(world, "SELECT uses_left FROM invitations") == [0]
    assert await scalars(world, "SELECT count(*) FROM memberships WHERE role = 'expert'") == [1]


async def test_the_same_person_twice(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия", uses="5 человек")
    expert = world.person("Ольга")
    await come_by(world, expert, payload)
    await expert.start(world.bot, payload)
    await world.settle()
    await world.tap(expert, "Принять приглашение")
    assert "уже есть эта роль" in world.last(expert)
    assert await scalars(world, "SELECT uses_left FROM invitations") == [4]
    assert await scalars(world, "SELECT count(*) FROM memberships WHERE role = 'expert'") == [1]


async def test_expired(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="наставник", days="1 день")
    await world.wait(hours=24, minutes=1)
    late = world.person("Пётр")
    await late.start(world.bot, payload)
    await world.settle()
    assert "истёк" in world.last(late)


async def test_revoked_in_the_chat_and_listed(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    await world.tap(coordinator, "К списку приглашений")
    await world.tap(coordinator, "🟢 действует · эксперт")
    card = coordinator.chat(world.bot).last_answer
    assert "ещё никто не пришёл" in card.body
    await world.tap(coordinator, "Отозвать")
    really = coordinator.chat(world.bot).last_answer
    data = really.keyboard[0][0]["callback_data"]
    await world.tap(coordinator, "Да, отозвать")
    assert "отозвана" in world.last(coordinator)
    press = await coordinator.press_data(really, data)
    await world.settle()
    assert press.answer is not None
    assert press.answer.text == "Ссылка уже была отозвана."
    guest = world.person("Пётр")
    await guest.start(world.bot, payload)
    await world.settle()
    assert "отозвано" in world.last(guest)


async def test_pages_and_empty_state(world: World, coordinator: Person) -> None:
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Приглашения")
    assert "Пока ни одной ссылки" in world.last(coordinator)
    actor = await actor_of(world, coordinator)
    for _ in range(10):
        await world.app.services.invitations.create(actor, Role.COORDINATOR, None, max_uses=1, days=1)
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Приглашения")
    assert sum("действует" in button for button in world.buttons(coordinator)) == 8
    await world.tap(coordinator, "Дальше")
    assert sum("действует" in button for button in world.buttons(coordinator)) == 2


async def test_the_same_draft_is_one_link(world: World, coordinator: Person) -> None:
    actor = await actor_of(world, coordinator)
    invitations = world.app.services.invitations
    first = await invitations.create(actor, Role.COORDINATOR, None, max_uses=2, days=1, draft_key="1:a")
    again = await invitations.create(actor, Role.COORDINATOR, None, max_uses=2, days=1, draft_key="1:a")
    assert first.invitation.id == again.invitation.id
    assert again.token is not None
    guest = await agreed(world, 5001)
    await invitations.accept(guest, again.token)  # the link shown last is the one that works
    third = await invitations.create(actor, Role.COORDINATOR, None, max_uses=2, days=1, draft_key="1:a")
    assert third.token is None


async def test_what_cannot_be_offered(world: World, coordinator: Person) -> None:
    actor = await actor_of(world, coordinator)
    invitations = world.app.services.invitations
    college = (await invitations.organisations(actor, Role.COLLEGE))[0].id
    enterprise = (await invitations.organisations(actor, Role.EXPERT))[0].id
    for role, organisation, refusal in [
        (Role.ADMINISTRATOR, None, Forbidden),
        (Role.EXPERT, None, OrganisationNeeded),
        (Role.EXPERT, college, OrganisationUnfit),
        (Role.COLLEGE, enterprise, OrganisationUnfit),
        (Role.EXPERT, 10**6, NotFound),
    ]:
        with pytest.raises(refusal):
            await invitations.create(actor, role, organisation, max_uses=1, days=1)
    elsewhere = Actor(
        1, person_id=actor.me, consented=True, cluster_id=99, memberships=(Membership(99, None, Role.COORDINATOR),)
    )
    made = await invitations.create(actor, Role.COORDINATOR, None, max_uses=1, days=1)
    with pytest.raises(NotFound):
        await invitations.revoke(elsewhere, made.invitation.id)
    with pytest.raises(NotFound):
        await invitations.card(elsewhere, made.invitation.id)


async def test_a_guest_cannot_make_links(world: World, coordinator: Person) -> None:
    payload = await make_link(world, coordinator, role="эксперт предприятия")
    expert = world.person("Ольга")
    await come_by(world, expert, payload)
    data = coordinator.chat(world.bot).last_answer.keyboard[0][0]["callback_data"]
    press = await expert.press_data(expert.chat(world.bot).last_answer, data)
    await world.settle()
    assert press.answer is not None
    assert "недоступно Вашей роли" in (press.answer.text or "")
    assert "недоступно Вашей роли" in await world.say(expert, "/people")
