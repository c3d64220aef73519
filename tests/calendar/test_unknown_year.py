"""A year whose transferred days are not known: coordinators are told once, in time, with what to do."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from cluster.access import Role
from cluster.calendar import is_bundled
from cluster.notice import Notice
from services.calendar_notices import YearUnknown
from storage import reminders
from storage.outbox import Recipient
from storage.people import load_actor
from tests.installation.conftest import Office

UNKNOWN = next(year for year in count(2024) if not is_bundled(year))
KIND = YearUnknown.kind


async def _come_to(office: Office, month: int, day: int) -> None:
    """10:00 in Tomsk on a day of the last year that is known."""
    office.world.clock.advance(datetime(UNKNOWN - 1, month, day, 3, tzinfo=UTC) - office.world.clock.now())
    await office.world.settle()


async def test_coordinators_are_told_once_sixty_days_before(office: Office) -> None:
    world, coordinator = office.world, office.coordinator
    await _come_to(office, 10, 18)
    assert await office.letters(KIND) == []
    await _come_to(office, 11, 9)
    for _ in range(3):
        await world.wait(days=1)
    assert await office.letters(KIND) == [("sent", await office.person_id(coordinator))]
    told = [
        message for message in coordinator.chat(world.bot).from_bots if "Производственный календарь" in message.body
    ]
    assert len(told) == 1
    assert f"на {UNKNOWN} год ещё не известен" in told[0].body.replace("\u00a0", " ")
    await world.tap(coordinator, "Исправить год из файла")
    await world.say(coordinator, f"15.01.{UNKNOWN} выходной")
    assert f"{UNKNOWN}: переносы известны" in world.last(coordinator)
    async with world.app.db.write() as tx:
        await tx.exec_driver_sql("DELETE FROM outbox")  # as if delivered letters were forgotten
    await world.wait(days=1)
    assert await office.letters(KIND) == []


async def test_a_deadline_further_away_tells_earlier(office: Office) -> None:
    world = office.world
    await _come_to(office, 3, 1)
    to = Recipient.person(await office.person_id(office.coordinator), office.cluster_id)
    async with world.app.db.write() as tx:
        soon = Notice.restore("people.role_ended", {"membership_id": 1})
        await reminders.plan(tx, "test:1", soon, to, datetime(UNKNOWN, 2, 1, 3, tzinfo=UTC))
    await world.wait(hours=1)
    assert len(await office.letters(KIND)) == 1


async def test_each_cluster_for_itself(office: Office) -> None:
    """Who has loaded the year is not told; another cluster's coordinator is."""
    world = office.world
    async with world.app.db.read() as connection:
        admin = (await load_actor(connection, world.admin.id)).actor
        head = (await load_actor(connection, office.coordinator.id)).actor
    second = (await world.app.services.directory.create_empty_cluster(admin, "Соседний кластер", "n")).cluster.id
    neighbour = await office.add("Пётр Сосед", Role.COORDINATOR, second)
    await office.add("Ольга Эксперт", Role.EXPERT)
    await world.app.services.directory.load_calendar_correction(head, date(UNKNOWN, 1, 15).strftime("%d.%m.%Y"))
    await _come_to(office, 12, 1)
    assert await office.letters(KIND) == [("sent", await office.person_id(neighbour))]


async def test_a_slip_of_the_pen_is_no_storm(office: Office) -> None:
    world = office.world
    await _come_to(office, 12, 1)
    to = Recipient.person(await office.person_id(office.coordinator), office.cluster_id)
    async with world.app.db.write() as tx:
        late = Notice.restore("people.role_ended", {"membership_id": 1})
        await reminders.plan(tx, "test:1", late, to, world.clock.now() + timedelta(days=365 * 60))
    await world.wait(hours=1)
    assert len(await office.letters(KIND)) == 5
