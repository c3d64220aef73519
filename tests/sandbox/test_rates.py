"""Rates on a moved clock: 30 a second in all, 20 a minute in a group, one a second with bursts in a chat."""

from datetime import timedelta

import pytest

from sandbox.limits import Limits
from sandbox.refusals import Refusal
from tests.sandbox.world import World, make_world


async def send_until_refused(world: World, chat_id: int, most: int = 100) -> tuple[int, int]:
    """How many messages passed, and the `retry_after` of the refusal."""
    for count in range(most):
        try:
            await world.call("sendMessage", chat_id=chat_id, text=f"x{count}")
        except Refusal as refused:
            assert refused.error_code == 429
            assert refused.description == f"Too Many Requests: retry after {refused.parameters['retry_after']}"
            return count, refused.parameters["retry_after"]
    return most, 0


async def test_one_chat(strict: World):
    await strict.olga.start(strict.bot)
    assert await send_until_refused(strict, strict.olga.id) == (10, 1)
    strict.clock.advance(timedelta(seconds=1))
    assert await send_until_refused(strict, strict.olga.id) == (1, 1)
    strict.clock.advance(timedelta(seconds=100))
    assert await send_until_refused(strict, strict.olga.id) == (10, 1)


async def test_edits_share_and_answers_are_free(strict: World):
    await strict.olga.start(strict.bot)
    sent = await strict.call(
        "sendMessage",
        chat_id=strict.olga.id,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    )
    edit = {"chat_id": strict.olga.id, "message_id": sent["message_id"]}
    for number in range(9):
        await strict.call(
            "editMessageText",
            **edit,
            text=f"y{number}",
            reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
        )
    with pytest.raises(Refusal, match="429"):
        await strict.call("editMessageText", **edit, text="z")
    assert strict.olga.chat(strict.bot).last.text == "y8"
    for _ in range(20):
        press = await strict.olga.press(strict.olga.chat(strict.bot).last, "a")
        await strict.call("answerCallbackQuery", callback_query_id=press.id)


async def test_group(strict: World):
    group = strict.telegram.add_group("Совет")
    strict.olga.join(group, "creator")
    strict.olga.add_bot_to(group, strict.bot)
    assert await send_until_refused(strict, group.id) == (20, 60)
    strict.clock.advance(timedelta(seconds=45))
    assert await send_until_refused(strict, group.id) == (0, 15)
    strict.clock.advance(timedelta(seconds=15))
    assert await send_until_refused(strict, group.id) == (20, 60)


async def test_overall(strict: World):
    people = [strict.telegram.add_person(f"Эксперт {number}") for number in range(40)]
    for person in people:
        await person.start(strict.bot)
    passed = 0
    with pytest.raises(Refusal) as refused:
        for person in people:
            await strict.call("sendMessage", chat_id=person.id, text="x")
            passed += 1
    assert passed == 30
    assert refused.value.parameters == {"retry_after": 1}
    strict.clock.advance(timedelta(seconds=1))
    await strict.call("sendMessage", chat_id=people[-1].id, text="x")


async def test_an_even_stream_is_never_refused(strict: World):
    people = [strict.telegram.add_person(f"Эксперт {number}") for number in range(100)]
    for person in people:
        await person.start(strict.bot)
    for number in range(600):
        await strict.call("sendMessage", chat_id=people[number % 100].id, text="x")
        strict.clock.advance(timedelta(seconds=1 / 30))
    assert sum(len(person.chat(strict.bot).from_bots) for person in people) == 600


async def test_every_item_of_an_album_counts():
    world = make_world(Limits(chat_burst=3), frozen=True)
    await world.olga.start(world.bot)
    document = (await world.olga.send_document(world.bot, b"x", "a.txt")).file.file_id
    media = [{"type": "document", "media": document}] * 3
    await world.call("sendMediaGroup", chat_id=world.olga.id, media=media)
    with pytest.raises(Refusal, match="429"):
        await world.call("sendMessage", chat_id=world.olga.id, text="x")


async def test_injected_failures(world: World):
    await world.olga.start(world.bot)
    world.telegram.faults.add("too_many_requests", "sendMessage", retry_after=7)
    with pytest.raises(Refusal) as refused:
        await world.call("sendMessage", chat_id=world.olga.id, text="x")
    assert refused.value.parameters == {"retry_after": 7}
    world.telegram.faults.add("server_error")
    with pytest.raises(Refusal, match="500 Internal Server Error"):
        await world.call("getMe")
    assert world.olga.chat(world.bot).from_bots == []
    await world.call("sendMessage", chat_id=world.olga.id, text="x")
