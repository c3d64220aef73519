"""What is told by itself: one letter a day, no letter about a letter, posts to coordinators at once."""

from datetime import timedelta

from cluster.access import Role
from cluster.notice import Notice
from handlers.installation.words import kind_words
from locales import Texts
from storage.outbox import Recipient
from storage.people import load_actor
from tests.installation.conftest import Office

TROUBLE = "installation.trouble"
DOUBT = "installation.post_in_doubt"


async def test_administrators_are_told_once_a_day(office: Office) -> None:
    world, admin = office.world, office.world.admin
    to = Recipient.person(await office.person_id(office.coordinator), office.cluster_id)
    await office.letter(to)
    await world.wait(minutes=1)
    assert "Недошедших писем: 1, отложенных обновлений: 0" in world.last(admin)
    await office.letter(to)
    await office.set_aside(902, "no chat")
    for _ in range(3):
        await world.wait(hours=1)
    assert len(await office.letters(TROUBLE)) == 1
    await world.wait(days=1)
    assert "Недошедших писем: 2, отложенных обновлений: 1" in world.last(admin)
    assert len(await office.letters(TROUBLE)) == 2
    await world.tap(admin, "Посмотреть")
    assert "Требует внимания" in world.last(admin)


async def test_a_weekend_is_one_message(office: Office) -> None:
    world, admin = office.world, office.world.admin
    world.clock.advance(timedelta(days=4))  # Saturday 25 June 2022
    await office.letter(Recipient.person(await office.person_id(office.coordinator)))
    await world.settle()
    await world.wait(days=1)
    assert len(await office.letters(TROUBLE)) == 1
    await world.wait(days=1)
    assert world.last(admin).count("Недошедших писем: 1") == 1
    assert len(await office.letters(TROUBLE)) == 1


async def test_a_dead_notice_of_trouble_makes_no_other(office: Office) -> None:
    world, admin = office.world, office.world.admin
    admin.block(world.bot)
    letter_id = await office.letter(Recipient.person(await office.person_id(office.coordinator)))
    await world.settle()
    assert [state for state, _ in await office.letters(TROUBLE)] in ([], ["dead"])
    async with world.app.db.write() as tx:
        await tx.exec_driver_sql(f"UPDATE outbox SET state = 'skipped' WHERE id = {letter_id}")
    admin.unblock(world.bot)
    before = len(await office.letters(TROUBLE))
    for _ in range(3):
        await world.wait(days=1)
    assert len(await office.letters(TROUBLE)) == before


async def test_a_post_in_doubt_goes_to_the_coordinators_of_its_cluster(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    services = world.app.services
    async with world.app.db.read() as connection:
        admin = (await load_actor(connection, world.admin.id)).actor
    second = (await services.directory.create_empty_cluster(admin, "Соседний кластер", "n")).cluster.id
    neighbour = await office.add("Пётр Сосед", Role.COORDINATOR, second)
    letter_id = await office.post()
    await world.wait(minutes=1)
    shown = world.last(coordinator)
    assert "Публикация требует внимания" in shown
    assert "Неизвестно, дошло ли" in shown
    assert "Публикация" not in world.last(neighbour)
    await world.wait(minutes=5)
    assert [person for _, person in await office.letters(DOUBT)] == [await office.person_id(coordinator)]

    card = coordinator.chat(world.bot).last_answer
    data = {button["text"]: button["callback_data"] for row in card.keyboard for button in row}
    arrived = next(value for text, value in data.items() if "Дошло" in text)
    again = next(value for text, value in data.items() if "ещё раз" in text)
    for forged in (arrived, again, f"il1:c:{letter_id}:0:0"):
        press = await neighbour.press_data(neighbour.chat(world.bot).last_answer, forged)
        await world.settle()
        assert press.answer is not None
        assert "Такого нет" in (press.answer.text or "")
    assert await office.state(letter_id) == "uncertain"

    pressed = [await coordinator.press_data(card, value) for value in (arrived, arrived, again)]
    await world.settle()
    answers = [press.answer.text or "" for press in pressed if press.answer]
    assert answers[0] == "Отмечено: дошло."
    assert all("уже что-то сделали" in answer for answer in answers[1:])
    assert await office.state(letter_id) == "sent"
    await world.say(coordinator, "/journal")
    assert "Подтверждено: письмо дошло: роль снята" in world.last(coordinator)


async def test_a_coordinator_sees_posts_but_no_letters_to_people(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    own = await office.letter(Recipient.person(await office.person_id(coordinator), office.cluster_id))
    await office.post(state="dead")
    await world.say(coordinator, "/journal")
    await world.tap(coordinator, "Недошедшие публикации")
    assert "· 1" in world.last(coordinator)
    press = await coordinator.press_data(coordinator.chat(world.bot).last_answer, f"il1:c:{own}:0:0")
    await world.settle()
    assert press.answer is not None
    assert "Такого нет" in (press.answer.text or "")


async def test_a_post_that_fails_again_is_told_again(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    async with world.app.db.read() as connection:
        head = (await load_actor(connection, coordinator.id)).actor
    expert = await office.add("Ольга Экспертова", Role.EXPERT)
    ended = (await world.app.services.people.profile(head, await office.person_id(expert))).roles[0].membership_id
    await world.app.services.people.end_role(head, ended)
    letter_id = await office.post(ended=ended)
    await world.wait(minutes=1)
    await world.tap(coordinator, "Отправить ещё раз")  # the channel does not exist: it dies now
    assert await office.state(letter_id) == "dead"
    await world.wait(minutes=1)
    assert len(await office.letters(DOUBT)) == 2


def test_every_notice_has_a_name() -> None:
    for locale in ("ru", "en"):
        t = Texts().for_locale(locale)
        other = t.plain("installation-kind-other")
        assert [kind for kind in Notice._kinds if "." in kind and kind_words(t, kind) == other] == []
        assert kind_words(t, "nobody.knows") == other
