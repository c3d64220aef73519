"""The first meeting: consent before anything is stored, the administrator, an empty database."""

import hashlib

from sqlalchemy import text

from cluster.people import CONSENT_VERSION
from locales import Texts
from sandbox.acts import Attachment
from sandbox.people import Person
from tests.people.conftest import found_cluster
from tests.world import World


async def rows(world: World, table: str) -> int:
    async with world.app.db.read() as connection:
        return int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


async def test_nothing_is_stored_before_consent(world: World) -> None:
    guest = world.person("Пётр", "Гость")
    shown = await world.say(guest, "/start")
    assert "Согласие на обработку персональных данных" in shown
    assert "до его отзыва" in shown
    await world.tap(guest, "Не сейчас")
    assert "Ничего о Вас не сохранено" in world.last(guest)
    assert "нужна роль" in await world.say(guest, "/help")
    assert "О Вас ничего не сохранено" in await world.say(guest, "/privacy")
    assert "нужно согласие" in await world.say(guest, "/settings")
    assert "нужно согласие" in await world.say(guest, "/menu")
    await world.say(guest, "просто текст")
    await guest.send_voice(world.bot, b"OggS", 3)
    await world.settle()
    assert "только когда" in world.last(guest)
    for table in ("people", "consents", "fsm", "memberships", "audit", "outbox"):
        assert await rows(world, table) == 0, table


async def test_the_text_is_read_in_both_languages(world: World) -> None:
    guest = world.person("Пётр")
    await world.say(guest, "/start")
    await world.tap(guest, "English")
    assert "Consent to the processing of personal data" in world.last(guest)
    await world.tap(guest, "I agree")
    assert "Thank you" in world.last(guest)
    await world.tap(guest, "Keep: Пётр")
    await world.say(guest, "engineer")
    assert "no role in a cluster yet" in world.last(guest)


async def test_english_telegram_is_greeted_in_english(world: World) -> None:
    guest = world.person("Ann", language="en")
    assert "Hello!" in await world.say(guest, "/start")


async def test_administrator_creates_the_built_in_cluster_once(world: World) -> None:
    await world.say(world.admin, "/start")
    await world.tap(world.admin, "Согласен")
    await world.tap(world.admin, "Оставить")
    await world.tap(world.admin, "Пропустить")
    assert "База пуста" in world.last(world.admin)
    await world.tap(world.admin, "Создать кластер")
    card, builtin = world.admin.chat(world.bot).last_answer, (0, 0)
    data = card.keyboard[0][0]["callback_data"]
    await world.admin.press(card, builtin)
    await world.admin.press(card, builtin)
    await world.settle()
    assert "Вы — его координатор" in world.last(world.admin)
    await world.admin.press_data(card, data)  # a late third tap
    await world.settle()
    assert await rows(world, "clusters") == 1
    assert "координатор" in await world.say(world.admin, "/menu")


async def test_empty_cluster_by_name(world: World) -> None:
    await world.say(world.admin, "/start")
    await world.tap(world.admin, "Согласен")
    await world.tap(world.admin, "Оставить")
    await world.tap(world.admin, "Пропустить")
    await world.tap(world.admin, "Создать кластер")
    await world.tap(world.admin, "Пустой кластер")
    await world.say(world.admin, "Аграрный <b>&кластер")
    await world.tap(world.admin, "Всё верно")
    assert "Аграрный <b>&кластер" in world.last(world.admin)
    assert "Аграрный <b>&кластер" in await world.say(world.admin, "/menu")


async def test_double_tap_on_consent_is_one_consent(world: World) -> None:
    guest = world.person("Пётр")
    await world.say(guest, "/start")
    card = guest.chat(world.bot).last_answer
    data = card.keyboard[0][0]["callback_data"]
    await guest.press(card, (0, 0))
    await guest.press_data(card, data)
    await world.settle()
    assert await rows(world, "people") == 1
    assert await rows(world, "consents") == 1


async def test_unknown_payload_and_forged_one(world: World) -> None:
    guest = world.person("Пётр")
    for payload in ("hello", "i_" + "x" * 24, "i_short"):
        await guest.start(world.bot, payload)
        await world.settle()
        assert "Такого приглашения нет" in world.last(guest)
    await world.tap(guest, "Продолжить без приглашения")
    assert "Согласие на обработку" in world.last(guest)


async def test_guesses_are_limited(world: World) -> None:
    guest = world.person("Пётр")
    for number in range(6):
        await guest.start(world.bot, f"i_{number:024d}")
        await world.settle()
    assert "Слишком много неверных ссылок" in world.last(guest)
    await world.wait(minutes=11)
    await guest.start(world.bot, "i_" + "y" * 24)
    await world.settle()
    assert "Такого приглашения нет" in world.last(guest)


async def test_names_are_shown_as_typed(world: World) -> None:
    admin = await found_cluster(world)
    await world.say(admin, "/settings")
    await world.tap(admin, "Имя")
    assert "<b>&Иванова 👩‍🏭 עברית" in await world.say(admin, "<b>&\u202eИванова\n👩‍🏭  עברית")
    await world.tap(admin, "Имя")
    assert "можно до 100 знаков, лишних 3900" in (await world.say(admin, "я" * 4000)).replace("\u00a0", "")
    await admin.send_voice(world.bot, b"OggS", 3)
    await world.settle()
    assert "нужен ответ текстом" in world.last(admin)
    await world.tap(admin, "Оставить")
    assert "Настройки" in world.last(admin)


def commands_of(world: World, person: Person) -> list[str]:
    shown = world.bot.commands_for(person, person.id, "private", admin=False)
    return [command["command"] for command in shown]


async def test_commands_follow_role_and_language(world: World) -> None:
    admin = await found_cluster(world)
    assert "people" in commands_of(world, admin)
    guest = world.person("Пётр")
    assert commands_of(world, guest) == ["start", "programmes", "privacy", "help"]
    await world.say(guest, "/start")
    await world.tap(guest, "Согласен")
    assert commands_of(world, guest) == ["start", "menu", "programmes", "settings", "privacy", "help", "cancel"]
    await world.say(admin, "/settings")
    await world.tap(admin, "Язык")
    await world.tap(admin, "English")
    assert "Settings" in world.last(admin)
    shown = world.bot.commands_for(admin, admin.id, "private", admin=False)
    assert {"command": "people", "description": "People"} in shown


async def test_group_gets_one_short_line(world: World) -> None:
    guest = world.person("Пётр")
    group = world.telegram.add_group("Рабочая группа")
    guest.join(group)
    guest.add_bot_to(group, world.bot)
    await guest.send(group, "/start@cluster_bot")
    await guest.send(group, "обычный разговор")
    await world.settle()
    answers = [m.body for m in group.messages.values() if m.author is not None and m.author.is_bot]
    assert len(answers) == 1
    assert "личной переписке" in answers[0]


async def test_anything_unexpected_is_answered(world: World) -> None:
    admin = await found_cluster(world)
    assert "не жду сообщения" in await world.say(admin, "привет")
    assert "Такой команды нет" in await world.say(admin, "/nothing")
    await admin.send_sticker(world.bot)
    await world.settle()
    assert "только когда" in world.last(admin)
    before = len(admin.chat(world.bot).from_bots)
    await admin.send_album(world.bot, [Attachment("document", b"a"), Attachment("document", b"b")])
    await world.settle()
    assert len(admin.chat(world.bot).from_bots) == before + 1
    await admin.press_data(admin.chat(world.bot).last_answer, "zz:forged")
    await world.settle()
    assert "координатор" in world.last(admin)
    assert "нечего" in await world.say(admin, "/cancel")
    await world.say(admin, "/settings")
    await world.tap(admin, "Имя")
    assert "Остановлено" in await world.say(admin, "/cancel")
    assert "не жду сообщения" in await world.say(admin, "Другое имя")


async def test_consent_version_is_of_the_text() -> None:
    texts = Texts()
    shown = "".join(texts.for_locale(one).plain("consent-text", operator="", version="") for one in ("ru", "en"))
    assert CONSENT_VERSION.partition("-")[2] == hashlib.sha256(shown.encode()).hexdigest()[:8]


async def test_a_new_text_asks_again(world: World) -> None:
    admin = await found_cluster(world)
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE people SET consent_version = '0-00000000'"))
    assert "нужно согласие" in await world.say(admin, "/people")
    assert "Согласие на обработку" in await world.say(admin, "/start")
    await world.tap(admin, "Согласен")
    await world.tap(admin, "Оставить")
    await world.tap(admin, "Пропустить")
    assert "координатор" in world.last(admin)
    assert await rows(world, "people") == 1
    assert await rows(world, "consents") == 2
