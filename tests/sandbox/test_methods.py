"""The rest of the methods: what they answer, and that none of them breaks on senseless parameters."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.files import Upload
from sandbox.limits import Limits
from sandbox.methods import METHODS
from sandbox.people_json import message_json
from sandbox.refusals import Refusal
from sandbox.spec import METHOD_NAMES, unknown_parameters
from tests.sandbox.world import World, make_world


@pytest.fixture
async def opened(world: World) -> World:
    await world.olga.start(world.bot)
    return world


def test_every_method_is_of_the_specification():
    assert set(METHODS) <= set(METHOD_NAMES.values())
    assert unknown_parameters("sendMessage", {"chat_id": "1", "text": "x", "reply_to_message_id": "1"}, {}) == [
        "reply_to_message_id"
    ]


@pytest.mark.parametrize(
    ("method", "params", "kind"),
    [
        ("sendLocation", {"latitude": 56.5, "longitude": "84.97"}, "location"),
        ("sendContact", {"phone_number": "+79990000000", "first_name": "Ольга"}, "contact"),
        ("sendPoll", {"question": "Когда?", "options": ["вт", {"text": "ср"}], "is_anonymous": False}, "poll"),
    ],
)
async def test_other_messages(opened: World, method, params, kind):
    sent = await opened.call(method, chat_id=opened.olga.id, **params)
    assert sent[kind]
    assert opened.olga.chat(opened.bot).last.kind == kind
    assert not opened.telegram.violations


@pytest.mark.parametrize("kind", ["voice", "video", "audio", "animation", "sticker"])
async def test_other_files(opened: World, kind):
    method = f"send{kind.capitalize()}"
    sent = await opened.call(method, {"up": Upload("a.bin", b"x")}, chat_id=opened.olga.id, **{kind: "attach://up"})
    assert sent[kind]["file_size"] == 1
    again = await opened.call(method, chat_id=opened.olga.id, **{kind: sent[kind]["file_id"]})
    assert again[kind] == sent[kind]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendLocation", {"longitude": 1}, "latitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "invalid location specified"),
        ("sendContact", {"phone_number": "1"}, "first name is empty"),
        ("sendPoll", {"question": "?", "options": ["a"]}, "poll must have at least 2 option"),
        ("sendPoll", {"question": "я" * 301, "options": ["a", "b"]}, "poll question length must not exceed 300"),
        ("sendPoll", {"question": "?", "options": ["a", "я" * 101]}, "poll options length must not exceed 100"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("setMyName", {"name": "я" * 65}, "bot name is too long"),
        ("setMyDescription", {"description": "я" * 513}, "bot description is too long"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("createForumTopic", {"name": "x"}, "the chat is not a forum"),
        ("getChatMember", {"user_id": 0}, "invalid user_id specified"),
        ("getChatMember", {"user_id": 99}, "user not found"),
    ],
)
async def test_refusals(opened: World, method, params, words):
    with pytest.raises(Refusal) as refused:
        await opened.call(method, chat_id=opened.olga.id, **params)
    assert refused.value.description == f"Bad Request: {words}"


async def test_profile(opened: World):
    await opened.call("setMyName", name="Cluster", language_code="en")
    assert (await opened.call("getMyName", language_code="en"))["name"] == "Cluster"
    assert (await opened.call("getMyName", language_code="ru"))["name"] == "Кластер"
    await opened.call("setMyShortDescription", short_description="Бот")
    assert (await opened.call("getMyShortDescription"))["short_description"] == "Бот"
    await opened.call("setChatMenuButton", menu_button={"type": "commands"}, chat_id=opened.olga.id)
    assert (await opened.call("getChatMenuButton", chat_id=opened.olga.id))["type"] == "commands"
    assert await opened.call("logOut") is True
    assert await opened.call("sendChatAction", chat_id=opened.olga.id, action="typing") is True


async def test_several_at_once(opened: World):
    chat = {"chat_id": opened.olga.id}
    numbers = [(await opened.call("sendMessage", **chat, text=str(n)))["message_id"] for n in range(3)]
    source = {**chat, "from_chat_id": opened.olga.id, "message_ids": json.dumps([*numbers, 999])}
    assert len(await opened.call("copyMessages", **source)) == 3
    assert len(await opened.call("forwardMessages", **source)) == 3
    for number in numbers:
        await opened.call("pinChatMessage", **chat, message_id=number)
    await opened.call("unpinAllChatMessages", **chat)
    assert "pinned_message" not in await opened.call("getChat", **chat)
    reaction = {"message_id": numbers[0], "reaction": [{"type": "emoji", "emoji": "👍"}]}
    assert await opened.call("setMessageReaction", **chat, **reaction) is True


async def test_topic_from_beginning_to_end(opened: World):
    group = opened.telegram.add_group("Совет", topics=True)
    opened.olga.join(group, "creator")
    opened.olga.add_bot_to(group, opened.bot, ["can_manage_topics"])
    topic = {"chat_id": group.id, "message_thread_id": opened.telegram.add_topic(group, "А", by=opened.olga).topic_id}
    asked = await opened.olga.send(group, "вопрос", topic_id=topic["message_thread_id"])
    reply = {"chat_id": group.id, "reply_parameters": {"message_id": asked.message_id}}
    assert (await opened.call("sendMessage", text="x", **reply))["message_thread_id"] == topic["message_thread_id"]
    await opened.call("editForumTopic", **topic, name="Б")
    await opened.call("closeForumTopic", **topic)
    await opened.call("reopenForumTopic", **topic)
    assert group.topics[topic["message_thread_id"]].name == "Б"


ALMOST = [
    '{"inline_keyboard": 5}',
    '{"inline_keyboard": [[1]]}',
    '{"inline_keyboard": [[{"text": 1}]]}',
    '{"inline_keyboard": [[{"text": "a", "web_app": 5}]]}',
    '{"inline_keyboard": [[{"text": "a", "copy_text": "x"}]]}',
    '{"inline_keyboard": [[{"text": "a", "url": 5}]]}',
    '{"inline_keyboard": [[{"text": "a", "callback_data": 5}]]}',
    '{"inline_keyboard": [[{"text": "a", "style": []}]]}',
    '{"keyboard": [[{"text": "a"}], 5]}',
    '{"keyboard": [[5]]}',
    '{"message_id": "x"}',
    '{"message_id": 1, "chat_id": []}',
    '[{"type": "document", "media": 5}]',
    '[{"type": [], "media": "x"}]',
    '[{"command": 1, "description": {}}]',
    '{"type": "chat", "chat_id": "x"}',
    '{"type": "chat_member", "chat_id": 1001, "user_id": "x"}',
    '{"type": []}',
    '[{"type": "bold", "offset": 0, "length": 1}]',
    '[{"type": "text_link", "offset": 0, "length": 1}]',
    '[{"type": "text_mention", "offset": 0, "length": 1, "user": 5}]',
    '[{"type": "bold", "offset": -5, "length": -1}]',
    '[{"type": {}, "offset": 0, "length": 1}]',
    "[1e400]",
]
SENSELESS = st.one_of(
    st.sampled_from(ALMOST),
    st.sampled_from(
        ["", "0", "-1", "1001", "x", "[]", "{}", "[1]", "null", "true", '{"type":"photo"}', "@x", "attach://x"]
    ),
    st.text(max_size=8),
    st.integers(),
    st.lists(st.one_of(st.none(), st.integers(), st.dictionaries(st.text(max_size=3), st.integers())), max_size=2),
)


@pytest.mark.parametrize("method", ["sendMessage", "editMessageCaption"])
async def test_a_keyboard_that_is_almost_one_is_refused(method: str):
    world = make_world(Limits.off(), frozen=True)
    await world.olga.start(world.bot)
    for markup in (one for one in ALMOST if "keyboard" in one):
        with pytest.raises(Refusal):
            await world.call(method, chat_id=world.olga.id, message_id=1, text="x", caption="x", reply_markup=markup)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(set(METHODS) - {"getUpdates"})), st.data())
async def test_nothing_but_a_refusal(method: str, data):
    world = make_world(Limits.off(), frozen=True)
    await world.olga.start(world.bot)
    names = [
        "chat_id",
        "message_id",
        "text",
        "media",
        "reply_markup",
        "reply_parameters",
        "message_ids",
        "scope",
        "commands",
        "options",
        "question",
        "entities",
        "parse_mode",
        "from_chat_id",
        "menu_button",
        "reaction",
        "photo",
        "document",
        "caption",
        "url",
        "user_id",
        "language_code",
        "message_thread_id",
        "latitude",
    ]
    params = data.draw(st.dictionaries(st.sampled_from(names), SENSELESS, max_size=6))
    try:
        await world.call(method, **{"chat_id": world.olga.id, **params})
    except Refusal as refusal:
        assert refusal.error_code in (400, 401, 403, 404, 409, 413, 429)
    for message in world.olga.chat(world.bot).messages:
        assert message_json(message, world.olga)["html"] is not None
        assert json.dumps(message.as_json())
