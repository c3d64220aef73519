"""Every command × everybody: listed exactly when it may be used, refused in words otherwise, in both languages."""

from datetime import timedelta
from typing import Any

from aiogram.filters import Command

from cluster.access import Actor
from handlers import menu
from handlers.menu import MenuTap
from handlers.routing import root_router
from locales import Texts
from tests.matrix.covered import routers
from tests.matrix.people import EVERYBODY, GUEST, LAPSED
from tests.matrix.scene import RUSSIAN, Scene, check_same

_WHILE = timedelta(seconds=5)
REFUSALS = ("недоступно Вашей роли", "Сначала нужно согласие")


def known_commands() -> set[str]:
    """Commands of the registry, and those handlers wait for by themselves."""
    waited_for = set()
    for router in routers(root_router()):
        for handler in router.message.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, Command):
                    waited_for |= {str(command) for command in one.callback.commands}
    return waited_for | set(menu._ENTRIES)


def test_a_command_outside_of_the_registry_would_be_in_no_list() -> None:
    assert known_commands() == set(menu._ENTRIES)


def listed(scene: Scene, name: str) -> dict[str, str]:
    """Commands with descriptions as Telegram shows them to somebody."""
    person = scene.people[name]
    shown = scene.world.bot.commands_for(person, person.id, "private", admin=False)
    return {one["command"]: one["description"] for one in shown}


def permitted(actor: Actor) -> list[menu.Entry]:
    """Entries this person may open, by the permission each declares."""
    return sorted((one for one in menu._ENTRIES.values() if actor.can(one.permission)), key=lambda one: one.order)


def texts_of(scene: Scene, actor: Actor) -> Any:
    return scene.world.app.texts.for_locale(actor.locale)


async def test_lists_and_menus_are_what_is_permitted(scene: Scene) -> None:
    for name in EVERYBODY:
        actor = await scene.actor(name)
        t = texts_of(scene, actor)
        expected = {one.command: t.plain(one.label) for one in permitted(actor)}
        assert listed(scene, name) == expected, name
        if name in (GUEST, LAPSED):
            continue
        await scene.world.say(scene.people[name], "/menu")
        tapped = [
            MenuTap.unpack(button["callback_data"]).command
            for row in scene.card(name).keyboard
            for button in row
            if button.get("callback_data", "").startswith("m1:")
        ]
        assert tapped == [one.command for one in permitted(actor) if one.in_menu], name


async def test_a_typed_command_opens_or_is_refused(scene: Scene) -> None:
    for command in sorted(known_commands()):
        before, actors = scene.dump(), {name: await scene.actor(name) for name in EVERYBODY}
        count = {name: len(scene.people[name].chat(scene.world.bot).from_bots) for name in EVERYBODY}
        scene.world.clock.advance(_WHILE)
        with scene.no_incident(command):
            for person in scene.people.values():
                await person.send(scene.world.bot, f"/{command}")
            await scene.world.settle()
        for name, actor in actors.items():
            said = scene.people[name].chat(scene.world.bot).from_bots[count[name] :]
            assert len(said) == 1, f"{name}: /{command} got {[one.body for one in said]}"
            assert RUSSIAN.search(said[0].body)
            refused = any(words in said[0].body for words in REFUSALS)
            assert refused != actor.can(menu._ENTRIES[command].permission), f"{name}: /{command}: {said[0].body}"
        check_same(before, scene.dump(), command)


async def test_ways_to_type_a_command(scene: Scene) -> None:
    for typed in ("/MENU", "/menu@cluster_bot", "/menu лишнее", "/menu\nстрока"):
        assert "эксперт предприятия" in await scene.world.say(scene.people["expert"], typed), typed


async def test_what_is_no_command_is_said_so(scene: Scene) -> None:
    for typed in ("/", "/нет", "/nothing", "/menu_", "//menu", "/start@other_bot", "/" + "x" * 4000):
        with scene.no_incident(typed):
            assert "Такой команды нет" in await scene.world.say(scene.people["expert"], typed), typed


async def test_another_role_is_another_list(scene: Scene) -> None:
    assert "evaluate" not in listed(scene, "newcomer")
    await scene.people["newcomer"].start(scene.world.bot, f"i_{scene.home.token}")
    await scene.world.settle()
    await scene.world.tap(scene.people["newcomer"], "Принять")
    assert set(listed(scene, "newcomer")) == {one.command for one in permitted(await scene.actor("newcomer"))}
    await scene.press("coordinator", f"pr1:e:{scene.home.membership}:0")
    assert "evaluate" not in listed(scene, "expert"), "a role that ended leaves no command"


async def test_two_languages(scene: Scene) -> None:
    english = Texts().for_locale("en")
    await scene.press("coordinator", "ps1:l:en")
    actor = await scene.actor("coordinator")
    assert actor.locale == "en"
    assert listed(scene, "coordinator") == {one.command: english.plain(one.label) for one in permitted(actor)}
    for one in permitted(actor):
        before = len(scene.people["coordinator"].chat(scene.world.bot).from_bots)
        with scene.no_incident(one.command):
            await scene.world.say(scene.people["coordinator"], f"/{one.command}")
        said = scene.people["coordinator"].chat(scene.world.bot).from_bots[before:]
        assert len(said) == 1
    stranger = scene.world.person("Ann", language="en")
    shown = scene.world.bot.commands_for(stranger, stranger.id, "private", admin=False)
    public = menu.entries_for(Actor(telegram_id=0))
    assert [(one["command"], one["description"]) for one in shown] == [
        (one.command, english.plain(one.label)) for one in public
    ]


async def test_in_a_group_a_command_gets_one_line_and_talk_none(scene: Scene) -> None:
    group = scene.world.telegram.add_group("Рабочая группа")
    person = scene.people["coordinator"]
    person.join(group, "creator")
    person.add_bot_to(group, scene.world.bot, ["can_delete_messages"])  # an administrator hears everything
    await scene.world.settle()
    before = scene.dump()
    for command in sorted(known_commands()):
        answers = _from_bot(group)
        await person.send(group, f"/{command}@cluster_bot")
        await scene.world.settle()
        assert len(_from_bot(group)) == len(answers) + 1, command
        assert "личной переписке" in _from_bot(group)[-1]
    answers = _from_bot(group)
    for text in ("обычный разговор", "/menu@other_bot", "/nothing@cluster_bot", "смотри /menu"):
        await person.send(group, text)
    await person.send_voice(group, b"OggS", 3)
    await scene.world.settle()
    assert _from_bot(group) == answers, "a group is nobody's private chat, another bot's command is not ours"
    check_same(before, scene.dump(), "a group")


def _from_bot(group: Any) -> list[str]:
    return [one.body for one in group.messages.values() if one.author is not None and one.author.is_bot]
