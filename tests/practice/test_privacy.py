"""The search for what is private finds it where it is: in a push, in a group; and not in what somebody opens."""

import pytest

from cluster.access import Membership, Role
from cluster.people import CONSENT_VERSION
from storage import people, roles
from tests import privacy
from tests.practice.office import Office
from tests.privacy import Said


async def test_a_name_a_number_a_phone_and_a_medical_word_are_found(office: Office) -> None:
    world = office.world
    await office.agreed()
    now = world.clock.now()
    async with world.app.db.write() as tx:
        person_id = await people.add_person(tx, 555, "Кирилл Практикант", "ru", cluster_id=office.cluster_id)
        await people.record_consent(tx, person_id, CONSENT_VERSION, None, now)
        await roles.grant(tx, person_id, Membership(office.cluster_id, office.college_id, Role.INTERN), None, now)
    assert await privacy.check(world.app.db, world.ear) >= 6, "everybody was asked and told"
    group = -100
    for words in ("Кирилл практикант", "Приходит 391-01", "Тел. 8 (913) 000-11-22", "Нужен медосмотр"):
        ear = privacy.Ear([*world.ear.said, Said(group, 1, words)])
        with pytest.raises(AssertionError):
            await privacy.check(world.app.db, ear)

    pushes = await privacy.pushed(world.app.db, world.ear)
    first = next(one for one in pushes if "Предложено место практики" in one.text)
    opened = Said(first.chat_id, first.message_id, "Номер в колледже: 391-01")
    await privacy.check(world.app.db, privacy.Ear([*world.ear.said, opened]))
    with pytest.raises(AssertionError):
        await privacy.check(world.app.db, privacy.Ear([opened, *world.ear.said]))
