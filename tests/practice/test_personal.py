"""Names, phones and medical facts stay out of messages; a withdrawal leaves a code."""

from cluster.access import Membership, Role
from cluster.people import CONSENT_VERSION
from cluster.practice.listing import NewIntern
from cluster.practice.places import ClearanceKind
from cluster.practice.requests import Clearance, ClearanceState
from sandbox.people import Person
from storage import people, roles
from tests.people.test_privacy import everything
from tests.practice.office import JULY, Office
from tests.practice.secrets import MEDICAL, check_letters


async def intern_in_the_bot(office: Office) -> Person:
    person = office.world.person("Тайнов", "Интернов")
    now = office.world.clock.now()
    async with office.world.app.db.write() as tx:
        person_id = await people.add_person(tx, person.id, "Тайнов Интернов", "ru", cluster_id=office.cluster_id)
        await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
        held = Membership(office.cluster_id, office.college_id, Role.INTERN)
        await roles.grant(tx, person_id, held, None, now)
    await person.start(office.world.bot)
    await office.world.settle()
    return person


async def placed(office: Office) -> tuple[Person, int]:
    """Somebody in the bot is placed, with a clearance; all sides agreed."""
    person = await intern_in_the_bot(office)
    college = await office.actor(office.college)
    card = await office.ask(NewIntern("ЗК-777", 2003, "Северск"))
    intern = card.interns.items[0]
    found = await office.practice.requests.people(college, intern.id)
    await office.practice.requests.link(college, intern.id, found[0][0])
    held = Clearance(ClearanceKind.CORPORATE_MEDICAL, ClearanceState.VALID, JULY.last)
    await office.practice.requests.set_clearance(college, intern.id, held)
    await office.list_mentor(office.mentor)
    placement = await office.propose(intern.id, (await office.offer()).id)
    await office.world.tap(person, "Согласиться")
    await office.world.tap(office.mentor, "Согласиться")
    await office.world.tap(office.enterprise, "Согласиться")
    return person, placement


async def test_no_message_names_an_intern_or_says_anything_medical(office: Office) -> None:
    """Every letter of a whole practice, as it was delivered to whom it was for, and rendered for a group as well."""
    person, _ = await placed(office)
    mentor = (await office.practice.mentors.mentors(await office.actor(office.enterprise)))[0]
    await office.practice.mentors.be_absent(await office.actor(office.mentor), mentor.id, JULY.first, JULY.first, "x")
    await office.sleep_until(JULY.first, 20)
    seen = await check_letters(office)
    await office.sleep_until(JULY.last, 20)
    await office.world.wait(days=4)
    seen |= await check_letters(office)
    assert {"practice.mentor_replaced", "practice.over", "practice.clearance_due", "practice.intern_day"} <= seen
    for someone in (office.mentor, office.enterprise, office.coordinator):
        told = office.told(someone).lower()
        for secret in ("тайнов", "интернов", "зк-777", *MEDICAL):
            assert secret not in told, someone.name
    assert "пн, 4 июля, смена дневная" in office.told(person)


async def test_others_see_neither_the_colleges_number_nor_the_clearances(office: Office) -> None:
    _, placement = await placed(office)
    for someone in (office.mentor, office.enterprise):
        await office.world.say(someone, "/practice")
        await office.world.tap(someone, "Назначения")
        await office.world.tap(someone, "П-000001")
        assert "ЗК-777" not in office.seen(someone)
        assert "Тайнов" not in office.seen(someone)
    await office.world.say(office.college, "/practice")
    await office.world.tap(office.college, "Назначения")
    await office.world.tap(office.college, "П-000001")
    assert "Номер в колледже: ЗК-777" in office.seen(office.college)
    assert placement


async def withdraw(office: Office, person: Person) -> None:
    await office.world.say(person, "/privacy")
    await office.world.tap(person, "Отозвать согласие…")
    await office.world.tap(person, "Да, отозвать")


async def test_an_intern_withdraws_and_a_code_stays(office: Office) -> None:
    person, _ = await placed(office)
    exported = await office.world.app.services.privacy.export(await office.actor(person))
    assert exported["practice"]["intern"][0]["own_mark"] == "ЗК-777"
    await withdraw(office, person)
    for table, rows in (await everything(office.world)).items():
        for trace in ("Тайнов", "Интернов", "ЗК-777", str(person.id)):
            assert trace not in rows, (table, trace)


async def test_a_mentor_withdraws_and_is_substituted(office: Office) -> None:
    placement = await office.agreed()
    await office.list_mentor(office.substitute, label="наладчик")
    exported = await office.world.app.services.privacy.export(await office.actor(office.mentor))
    assert exported["practice"]["mentor"][0]["label"] == "мастер участка"
    gone = await office.actor(office.mentor)
    await withdraw(office, office.mentor)
    await office.world.settle()
    assert "Изменился наставник: П-000001" in office.told(office.college)
    card = await office.practice.placements.look(await office.actor(office.college), placement)
    assert card.uncovered == 0
    assert f"Ч-{gone.me:06d}" in [one.label for one in card.team]
    for table, rows in (await everything(office.world)).items():
        assert office.mentor.first_name not in rows, table
