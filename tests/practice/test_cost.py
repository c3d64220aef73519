"""What a tap costs in statements does not depend on how much there is; the use cases on both databases."""

from datetime import UTC, datetime

from cluster.access import Actor, Membership, Role
from cluster.people import CONSENT_VERSION
from cluster.practice.acceptance import PlacementReason, PlacementState
from cluster.practice.listing import WIDTH, NewIntern
from services.calendars import Calendars
from services.clock import MovableClock
from services.directory import DirectoryService
from services.practice import practice_of
from services.practice.duties import settle_placements
from storage import people, roles
from storage.database import Database
from tests.practice.office import JULY, Office, mentor, place, request


async def test_lists_cost_the_same_with_many_rows(office: Office) -> None:
    await office.list_mentor(office.mentor, limit=10)
    offered = await office.offer(capacity=20)
    asked = await office.ask(*(NewIntern(str(number), 2003, "Томск") for number in range(8)))
    costs = []
    for intern in asked.interns.items[:2], asked.interns.items[2:]:
        for one in intern:
            await office.propose(one.id, offered.id)
        costs.append([])
        for person, button in (
            (office.college, "Назначения"),
            (office.college, "Заявки"),
            (office.coordinator, "Места практики"),
            (office.coordinator, "Наставники"),
            (office.coordinator, "Лист ожидания"),
            (office.coordinator, "Итоги"),
        ):
            await office.world.say(person, "/practice")
            with office.world.app.db.count_queries() as statements:
                await office.world.tap(person, button)
            costs[-1].append(len([one for one in statements if "practice_" in one]))
    assert costs[0][:4] == costs[1][:4]
    assert costs[0][5] == costs[1][5]
    assert max(max(each) for each in costs) <= 14, costs


async def _person(db: Database, telegram_id: int, held: Membership, now: datetime) -> Actor:
    async with db.write() as tx:
        person_id = await people.add_person(tx, telegram_id, f"Человек {telegram_id}", "ru")
        await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
        await roles.grant(tx, person_id, held, None, now)
    async with db.read() as connection:
        return (await people.load_actor(connection, telegram_id)).actor


async def test_from_the_offer_to_the_outcome_on_each_database(db: Database, clock: MovableClock) -> None:
    now = clock.now()
    admin = await _person(db, 1, Membership(None, None, Role.ADMINISTRATOR), now)
    directory = DirectoryService(db, clock)
    here = (await directory.create_builtin_cluster(admin, "c")).cluster.id
    head = await _person(db, 2, Membership(here, None, Role.COORDINATOR), now)
    practice = practice_of(db, clock, Calendars(db))
    enterprise = (await practice.places.enterprises(head))[0][0]
    college = (await practice.requests.colleges(head))[0][0]
    boss = await _person(db, 3, Membership(here, enterprise, Role.ENTERPRISE), now)
    teacher = await _person(db, 4, Membership(here, college, Role.COLLEGE), now)

    offered = await practice.places.offer(boss, place(enterprise), "p")
    assert (await practice.places.offer(boss, place(enterprise), "p")).place == offered.place
    named = await practice.mentors.add(boss, mentor(enterprise), "m")
    card = await practice.requests.ask(teacher, request(college), "r")
    rows = [(2, ["1", "2003", "Томск", *[""] * (WIDTH - 3)]), (3, ["", "x", "", *[""] * (WIDTH - 3)])]
    listed = await practice.lists.read(teacher, card.request.id, rows, "l")
    assert (listed.good, len(listed.troubles)) == (1, 3)
    await practice.lists.take(teacher, listed.id)
    intern = (await practice.requests.look(teacher, card.request.id)).interns.items[0]

    first = await practice.placements.propose(head, intern.id, offered.place.id)
    await practice.placements.decline(boss, first.placement.id, PlacementReason.DATES)
    second = await practice.placements.propose(head, intern.id, offered.place.id)
    await practice.placements.agree(teacher, second.placement.id)
    accepted = await practice.placements.agree(boss, second.placement.id)
    assert accepted.placement.state is PlacementState.ACCEPTED
    assert {day.mentor_id for day in accepted.days} == {named.mentor.id}
    clock.move_to(datetime(2022, 7, 19, 3, tzinfo=UTC))
    assert JULY.last < clock.now().date()
    assert await settle_placements(db, Calendars(db), clock.now()) == 1
    assert await settle_placements(db, Calendars(db), clock.now()) == 0
    await practice.placements.rate(teacher, second.placement.id, 5)
    await practice.placements.rate(teacher, second.placement.id, 4)
    results = await practice.results.results(head)
    assert [(one.mentor.id, one.completed, one.mentor.rating) for one in results.reserve] == [(named.mentor.id, 1, 4.0)]
    again = await practice.requests.ask(teacher, request(college), "again", copy_of=card.request.id)
    assert [one.own_mark for one in again.interns.items] == ["1"]
