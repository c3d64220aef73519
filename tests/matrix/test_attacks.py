"""As an attacker would: made-up links, two phones, and what the log tells about people."""

import logging
from datetime import timedelta
from typing import Any

import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from bot.logs import hide_secrets
from cluster.access import Role
from cluster.invitations import GUESSES
from storage import people
from tests.matrix.hostile import FILES, MARKUP, TEXTS
from tests.matrix.people import GUEST, NEWCOMER, PHONE, SURNAME
from tests.matrix.scene import RUSSIAN, Scene, check_same
from tests.world import TOKEN

EXPERT, COORDINATOR = Role.EXPERT.value, Role.COORDINATOR.value
_MINUTES = timedelta(minutes=11)
PAYLOADS = ("x", "i_x", "i_" + "A" * 62, "I_" + "a" * 24, "start", "0", "a_-", "i_i_i_i_i_i_i_i_i_i_i_i_i")
TYPED = ("<b>", "i_' OR 1=1 --", "i_../../etc", "👩‍🏭", "i_\u202eabc", "a b c", "i_" + "a" * 4000)


async def test_made_up_links_let_nobody_in(scene: Scene) -> None:
    for who in (GUEST, NEWCOMER, COORDINATOR):
        await _try_links(scene, who)


async def _try_links(scene: Scene, who: str) -> None:
    before, person = scene.dump(), scene.people[who]
    for payload in PAYLOADS:
        scene.world.clock.advance(_MINUTES)
        with scene.no_incident(payload):
            await person.start(scene.world.bot, payload)
            await scene.world.settle()
        assert "Такого приглашения нет" in scene.card(who).body, payload
    for typed in TYPED:
        scene.world.clock.advance(_MINUTES)
        with scene.no_incident(typed):
            assert RUSSIAN.search(await scene.world.say(person, f"/start {typed}"))
    check_same(before, scene.dump(), "a made-up link")


async def test_guessing_links_is_stopped_and_a_right_one_then_waits_too(scene: Scene) -> None:
    person = scene.people[NEWCOMER]
    for number in range(GUESSES):
        await person.start(scene.world.bot, f"i_{number:024d}")
    await scene.world.settle()
    before = scene.dump()
    await person.start(scene.world.bot, f"i_{scene.home.token}")
    await scene.world.settle()
    assert "Слишком много неверных ссылок" in scene.card(NEWCOMER).body
    for tap in (f"pa1:{scene.home.token}", f"pc1:y:x:ru:{scene.home.token}"):
        scene.check_answered(*await scene.press(NEWCOMER, tap))
    check_same(before, scene.dump(), "a guess among many")


async def test_two_phones_with_two_cards_of_one_sheet(scene: Scene) -> None:
    """The same criterion open twice, answered from both by turns: the last card that was up to date wins."""
    person, a = scene.people[EXPERT], scene.home.assignment
    await scene.press(EXPERT, f"ew1:{a}:o")
    first = scene.card(EXPERT)
    await scene.world.say(person, "/evaluate")
    await scene.press(EXPERT, f"ew1:{a}:o")
    second = scene.card(EXPERT)
    assert first.message_id != second.message_id
    for index in range(3, 5):
        one = await person.press_data(first, f"ev1:{a}:{index}:m:0")
        other = await person.press_data(second, f"ev1:{a}:{index}:c:0")
        await scene.world.settle()
        scene.check_answered(one, other)
        assert other.answer is not None
        assert other.answer.text, "the late phone is told"
        kept = [row for row in scene.dump()["evaluation_verdicts"] if row[0] == a]
        assert sum("cannot_assess" in row for row in kept) == 0
        assert len(kept) == index + 1
    again = [await person.press_data(card, f"ev1:{a}:0:f:999") for card in (first, second)]
    before = scene.dump()
    await scene.world.settle()
    scene.check_answered(*again)
    check_same(before, scene.dump(), "a card with another revision")


async def test_the_log_names_nobody(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    """Everything at INFO while people write, tap, come by links and are answered: no name, phone, text or token."""
    caplog.set_level(logging.INFO)
    with structlog.testing.capture_logs() as events:
        for who in (COORDINATOR, EXPERT, NEWCOMER):
            await scene.press(who, "pn1:n:0")
            for thing in (*TEXTS, *FILES):
                await thing.send(scene.people[who], scene.world.bot)
            await scene.people[who].start(scene.world.bot, f"i_{scene.home.token}")
            await scene.world.settle()
        scene.people[EXPERT].block(scene.world.bot)
        await scene.press(COORDINATOR, f"es1:{scene.home.session}:r:0")
        scene.world.bot.queue.push_raw(_malformed(), expires=float("inf"), lane=1)
        await scene.world.settle()
    written = "\n".join(record.getMessage() for record in caplog.records)
    written += "\n".join(str(hide_secrets(None, "info", dict(event))) for event in events)
    assert events, "something was logged"
    for secret in (SURNAME, PHONE, MARKUP, TOKEN, TOKEN.partition(":")[2], scene.home.token, "Беспримерн", "подпись"):
        assert secret not in written, secret


def _malformed() -> dict[str, Any]:
    return {"message": {"message_id": "x", "text": SURNAME, "from": {"id": 1, "first_name": SURNAME}, "chat": PHONE}}


async def test_an_error_of_the_database_names_nobody(scene: Scene) -> None:
    with pytest.raises(IntegrityError) as raised:
        async with scene.world.app.db.write() as tx:
            await people.add_person(tx, scene.people[EXPERT].id, SURNAME, "ru")
    assert SURNAME not in str(raised.value)
    assert str(scene.people[EXPERT].id) not in str(raised.value)
