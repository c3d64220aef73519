"""What the screens of a run cost in statements does not depend on how many people the run is about."""

import pytest

from cluster.practice.listing import WIDTH
from tests.practice.office import Office

SCREENS = (
    ("Посмотреть", "Размещены"),
    ("По предприятиям", "по предприятиям"),
    ("завод: ", "Механический цех"),
    ("П-0000", "Почему это место"),
    ("‹ Томский", "Механический цех"),
    ("Назад", "по предприятиям"),
    ("К подбору", "Размещены"),
    ("По колледжам", "по колледжам"),
    ("колледж: ", "Механический цех"),
    ("Назад", "по колледжам"),
    ("К подбору", "Размещены"),
    ("Без места", "Без места"),
    ("П-0000", "Причина"),
    ("Без места", "Без места"),
    ("К подбору", "Размещены"),
    ("Опубликовать", "Разослать"),
)


async def costs(office: Office, interns: int, seats: int) -> dict[str, int]:
    """Statements of each screen of a run about so many interns."""
    world, who, actor = office.world, office.coordinator, await office.actor(office.college)
    await office.offer(capacity=seats)
    card = await office.ask()
    rows = [(number, [f"{number:06}", "2003", "Томск", *[""] * (WIDTH - 3)]) for number in range(2, interns + 1)]
    listed = await office.practice.lists.read(actor, card.request.id, rows, "many")
    await office.practice.lists.take(actor, listed.id)
    await world.say(who, "/practice")
    await world.tap(who, "Подбор")
    await world.tap(who, "Подобрать")
    counted = {}
    for number, (button, words) in enumerate(SCREENS):
        wanted = next((one for one in world.buttons(who) if button in one), button)  # the first of several that fit
        with world.app.db.count_queries() as statements:
            await world.tap(who, wanted)
        assert words in office.seen(who), (button, office.seen(who))
        counted[f"{number} {button}"] = len([one for one in statements if "practice_" in one])
    return counted


@pytest.mark.parametrize("interns", [30, pytest.param(300, marks=pytest.mark.slow)])
async def test_screens_of_a_run_cost_the_same_about_many_people(office: Office, interns: int) -> None:
    await office.list_mentor(office.mentor, limit=200)
    counted = await costs(office, interns, interns - 5)
    *screens, publishing = counted.values()
    assert max(screens) <= 17, counted
    assert publishing <= 30, "it also looks whether a run now would see the same"
