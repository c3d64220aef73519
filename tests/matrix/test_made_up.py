"""Buttons of a form with made-up values, and days no calendar has."""

from cluster.access import Role
from handlers.engine.taps import FormTap
from tests.matrix.scene import Scene

COORDINATOR = Role.COORDINATOR.value
MONDAY = "пн"


async def _at_the_calendar(scene: Scene) -> None:
    scene.restore()
    person = scene.people[COORDINATOR]
    await scene.press(COORDINATOR, "es1:0:n:0")
    await scene.world.say(person, "Сессия")
    assert MONDAY in scene.world.buttons(person)


async def test_a_tap_on_a_weekday_leaves_the_calendar(scene: Scene) -> None:
    await _at_the_calendar(scene)
    scene.check_answered(*await scene.press(COORDINATOR, "n1"))
    assert MONDAY in scene.world.buttons(scene.people[COORDINATOR])


async def test_a_made_up_day_leaves_the_calendar(scene: Scene) -> None:
    for value in ("9999-12-01", "0001-01-01", "2101-01-01", "1999-12-31", "x", "2022-13-01", "-1", ""):
        for do in (FormTap.TURN, FormTap.PICK):
            await _at_the_calendar(scene)
            packed = "|".join([*scene.card(COORDINATOR).keyboard[-1][0]["callback_data"].split("|")[:3], do, value])
            with scene.no_incident(packed):
                scene.check_answered(*await scene.press(COORDINATOR, packed))
            assert MONDAY in scene.world.buttons(scene.people[COORDINATOR]), packed


async def test_a_day_no_calendar_has_is_refused_with_an_example(scene: Scene) -> None:
    for typed in ("01.01.9999", "31.12.0001", "1.1.1", "30.02.2023", "9999-12-31"):
        await _at_the_calendar(scene)
        person = scene.people[COORDINATOR]
        with scene.no_incident(typed):
            shown = await scene.world.say(person, typed)
        if typed != "1.1.1":  # 1 January 2001
            assert "21.06.2022" in shown, typed
        assert MONDAY in scene.world.buttons(person), typed


async def test_a_made_up_page_of_options_is_a_page(scene: Scene) -> None:
    person = scene.people[COORDINATOR]
    for value in ("x", "-1", "9" * 20, "", "1.5", "²"):
        scene.restore()
        await scene.press(COORDINATOR, f"es1:{scene.home.session}:p:0")
        first = scene.card(COORDINATOR).keyboard[0][0]["callback_data"].split("|")
        with scene.no_incident(value):
            scene.check_answered(*await scene.press(COORDINATOR, "|".join([*first[:3], FormTap.TURN, value])))
            shown = await scene.world.say(person, "что-нибудь")
        assert scene.world.buttons(person)[1:], "options and the way out"
        assert "кноп" in shown
