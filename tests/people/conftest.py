"""People of the stories: an administrator with a cluster, and those who come by links."""

import re
from collections.abc import Awaitable, Callable

import pytest

from sandbox.people import Person
from tests.world import World

COLLEGE = "Томский"
Come = Callable[..., Awaitable[Person]]


async def found_cluster(world: World) -> Person:
    """The administrator agrees, introduces themselves and creates the built-in cluster."""
    await world.say(world.admin, "/start")
    await world.tap(world.admin, "Согласен")
    await world.say(world.admin, "Администратор Анна Ивановна")
    await world.tap(world.admin, "Пропустить")
    await world.tap(world.admin, "Создать кластер")
    await world.tap(world.admin, "Промышленный кластер")
    return world.admin


async def make_link(
    world: World, coordinator: Person, *, role: str, uses: str = "1 человек", days: str = "7 дней"
) -> str:
    """A coordinator makes a link in the chat; gives the deep link's payload."""
    await world.say(coordinator, "/people")
    await world.tap(coordinator, "Приглашения")
    await world.tap(coordinator, "Новая ссылка")
    await world.tap(coordinator, role)
    if role != "координатор":
        first = world.buttons(coordinator)[0]
        await world.tap(coordinator, first)
    await world.tap(coordinator, uses)
    await world.tap(coordinator, days)
    await world.tap(coordinator, "Всё верно")
    shown = [m.body for m in coordinator.chat(world.bot).from_bots if "?start=i_" in m.body]
    found = re.search(r"\?start=(i_[\w-]+)", shown[-1])
    assert found, world.transcript(coordinator)
    return found[1]


async def come_by(world: World, person: Person, payload: str, *, name: str | None = None) -> None:
    """Somebody opens a link, agrees and introduces themselves."""
    await person.start(world.bot, payload)
    await world.settle()
    await world.tap(person, "Согласен")
    await (world.say(person, name) if name else world.tap(person, "Оставить"))
    await world.tap(person, "Пропустить")


@pytest.fixture
async def coordinator(world: World) -> Person:
    """The administrator, coordinator of the built-in cluster."""
    return await found_cluster(world)
