"""Every refusal of Telegram that the sandbox repeats: what is called, the code, the description word for word."""

import json
from datetime import timedelta

import pytest

from sandbox.files import Upload
from sandbox.refusals import Refusal
from tests.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def refusal(world: World, method: str, files=None, **params) -> Refusal:
    with pytest.raises(Refusal) as refused:
        await world.call(method, files, **params)
    return refused.value


async def bad_request(world: World, method: str, files=None, **params) -> str:
    found = await refusal(world, method, files, **params)
    assert found.error_code == 400
    return found.description.removeprefix("Bad Request: ")


def inline(*buttons) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


@pytest.fixture
async def opened(world: World) -> World:
    await world.olga.start(world.bot)
    return world


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "x" * 40_000}, "text is too long"),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        (
            {"text": "ж<x>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 2',
        ),
        ({"text": "<b", "parse_mode": "html"}, "can't parse entities: Unclosed start tag at byte offset 0"),
        ({"text": "аб</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag at byte offset 4"),
        (
            {"text": "<b>x</i>", "parse_mode": "HTML"},
            'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        (
            {"text": "<i><b>x</b>", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"i\"",
        ),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "x", "reply_parameters": "[]"}, "object expected as reply parameters"),
        ({"text": "x", "link_preview_options": "[]"}, "object expected as link preview options"),
        ({"text": "x", "reply_markup": inline({"text": "a", "callback_data": "я" * 33})}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": inline({"text": "a", "callback_data": ""})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": inline({"text": "a"})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": inline({"callback_data": "a"})},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "x", "reply_markup": inline(*[{"text": "a", "callback_data": "b"}] * 101)},
            "reply markup is too long",
        ),
        (
            {"text": "x", "reply_markup": inline(*[{"text": "a" * 100, "callback_data": "b" * 64}] * 60)},
            "reply markup is too long",
        ),
        (
            {"text": "x", "reply_markup": inline({"text": "a", "url": "http://localhost"})},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        ({"text": "x", "reply_parameters": '{"message_id": 999}'}, "message to be replied not found"),
    ],
)
async def test_send_message(opened: World, params, words):
    assert await bad_request(opened, "sendMessage", chat_id=opened.olga.id, **params) == words


async def test_longest_text_and_data_pass(opened: World):
    text = f"<b>{'я' * 4096}</b>"
    markup = inline(*[{"text": "a", "callback_data": "b" * 64}] * 100)
    await opened.call("sendMessage", chat_id=opened.olga.id, text=text, parse_mode="HTML", reply_markup=markup)
    assert len(opened.olga.chat(opened.bot).last.text) == 4096


@pytest.mark.parametrize(
    ("chat_id", "words"),
    [
        ("", "chat_id is empty"),
        (777, "chat not found"),
        (-100123, "chat not found"),
        ("@nobody", "chat not found"),
        ("abc", "chat not found"),
    ],
)
async def test_chat(opened: World, chat_id, words):
    assert await bad_request(opened, "sendMessage", chat_id=chat_id, text="x") == words


async def test_upgraded_group(world: World):
    group = world.telegram.add_group("Совет", basic=True)
    world.olga.join(group, "creator")
    world.olga.add_bot_to(group, world.bot)
    supergroup = world.telegram.upgrade(group)
    found = await refusal(world, "sendMessage", chat_id=group.id, text="x")
    assert found.error_code == 400
    assert found.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert found.parameters == {"migrate_to_chat_id": supergroup.id}
    assert (await world.call("sendMessage", chat_id=supergroup.id, text="x"))["chat"]["type"] == "supergroup"


async def forbidden(world: World, **params) -> str:
    found = await refusal(world, "sendMessage", text="x", **params)
    assert found.error_code == 403
    return found.description


async def test_people_who_cannot_be_written_to(opened: World):
    opened.olga.block(opened.bot)
    assert await forbidden(opened, chat_id=opened.olga.id) == "Forbidden: bot was blocked by the user"
    opened.olga.unblock(opened.bot)
    await opened.call("sendMessage", chat_id=opened.olga.id, text="x")
    opened.olga.deactivated = True
    assert await forbidden(opened, chat_id=opened.olga.id) == "Forbidden: user is deactivated"


async def test_a_bot_does_not_write_first(opened: World):
    assert opened.ivan.chat(opened.bot).messages == [], "looking into a chat does not open it"
    group = opened.telegram.add_group("Совет")
    opened.ivan.join(group, "creator")
    assert await bad_request(opened, "sendMessage", chat_id=opened.ivan.id, text="x") == "chat not found"
    opened.ivan.add_bot_to(group, opened.bot)
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await forbidden(opened, chat_id=opened.ivan.id) == words


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_chats_the_bot_is_not_in(opened: World, kind):
    telegram = opened.telegram
    chat = telegram.add_channel("К") if kind == "channel" else telegram.add_group("Г", basic=kind == "group")
    opened.olga.join(chat, "creator")
    opened.olga.add_bot_to(chat, opened.bot)
    await opened.call("sendMessage", chat_id=chat.id, text="x")
    opened.olga.set_bot_status(chat, opened.bot, "left", set())
    assert await forbidden(opened, chat_id=chat.id) == f"Forbidden: bot is not a member of the {kind} chat"
    opened.olga.remove_bot_from(chat, opened.bot)
    assert await forbidden(opened, chat_id=chat.id) == f"Forbidden: bot was kicked from the {kind} chat"


async def test_channel_rights(opened: World):
    channel = opened.telegram.add_channel("Новости")
    opened.olga.join(channel, "creator")
    opened.olga.add_bot_to(channel, opened.bot, ["can_delete_messages"])
    words = "need administrator rights in the channel chat"
    assert await bad_request(opened, "sendMessage", chat_id=channel.id, text="x") == words
    opened.olga.add_bot_to(channel, opened.bot, ["can_post_messages"])
    post = await opened.call("sendMessage", chat_id=channel.id, text="x")
    assert post["sender_chat"]["id"] == channel.id
    assert "from" not in post
    keyboard = json.dumps({"keyboard": [["a"]]})
    found = await bad_request(opened, "sendMessage", chat_id=channel.id, text="x", reply_markup=keyboard)
    assert found == "inline keyboard expected"


async def test_editing(opened: World, photo):
    chat = {"chat_id": opened.olga.id}
    markup = inline({"text": "a", "callback_data": "b"})
    text = await opened.call("sendMessage", text="<b>x</b>", parse_mode="HTML", reply_markup=markup, **chat)
    picture = await opened.call("sendPhoto", {"photo": Upload("a.png", photo)}, caption="x", **chat)
    incoming = opened.olga.chat(opened.bot).messages[0].message_id
    same = {"text": "<strong>x</strong> ", "parse_mode": "HTML", "reply_markup": markup}
    to_text, to_picture = {**chat, "message_id": text["message_id"]}, {**chat, "message_id": picture["message_id"]}
    assert await bad_request(opened, "editMessageText", **to_text, **same) == NOT_MODIFIED
    assert await bad_request(opened, "editMessageReplyMarkup", **to_text, reply_markup=markup) == NOT_MODIFIED
    assert await bad_request(opened, "editMessageText", **to_text, text="я" * 4097) == "MESSAGE_TOO_LONG"
    assert await bad_request(opened, "editMessageText", **to_text) == "message text is empty"
    found = await bad_request(opened, "editMessageText", **chat, message_id=999, text="y")
    assert found == "message to edit not found"
    found = await bad_request(opened, "editMessageText", **chat, message_id=incoming, text="y")
    assert found == "message can't be edited"
    found = await bad_request(opened, "editMessageText", **to_picture, text="y")
    assert found == "there is no text in the message to edit"
    found = await bad_request(opened, "editMessageCaption", **to_text, caption="y")
    assert found == "there is no caption in the message to edit"
    found = await bad_request(opened, "editMessageCaption", **to_picture, caption="y" * 1025)
    assert found == "MEDIA_CAPTION_TOO_LONG"
    assert await bad_request(opened, "editMessageText", text="y") == "message identifier is not specified"
    edited = await opened.call("editMessageText", **to_text, text="y")
    assert "reply_markup" not in edited


async def test_message_with_reply_keyboard_cannot_be_edited(opened: World):
    keyboard = json.dumps({"keyboard": [[{"text": "a"}]]})
    sent = await opened.call("sendMessage", chat_id=opened.olga.id, text="x", reply_markup=keyboard)
    found = await bad_request(
        opened, "editMessageText", chat_id=opened.olga.id, message_id=sent["message_id"], text="y"
    )
    assert found == "message can't be edited"


async def test_deleting(opened: World):
    chat = {"chat_id": opened.olga.id}
    sent = await opened.call("sendMessage", text="x", **chat)
    assert await bad_request(opened, "deleteMessage", **chat, message_id=999) == "message to delete not found"
    opened.clock.advance(timedelta(hours=48, seconds=1))
    found = await bad_request(opened, "deleteMessage", **chat, message_id=sent["message_id"])
    assert found == "message can't be deleted for everyone"
    fresh = await opened.call("sendMessage", text="x", **chat)
    assert await opened.call("deleteMessage", **chat, message_id=fresh["message_id"]) is True
    assert await opened.call("deleteMessages", **chat, message_ids=json.dumps([fresh["message_id"]])) is True
    assert await bad_request(opened, "deleteMessages", **chat) == "message identifiers are not specified"
    many = json.dumps(list(range(1, 102)))
    assert await bad_request(opened, "deleteMessages", **chat, message_ids=many) == (
        "too many message identifiers specified"
    )


async def test_deleting_others_in_a_group(opened: World):
    group = opened.telegram.add_group("Совет")
    opened.olga.join(group, "creator")
    opened.olga.add_bot_to(group, opened.bot)
    theirs = await opened.olga.send(group, "/x")
    params = {"chat_id": group.id, "message_id": theirs.message_id}
    assert await bad_request(opened, "deleteMessage", **params) == "message can't be deleted"
    opened.olga.add_bot_to(group, opened.bot, ["can_delete_messages"])
    assert await opened.call("deleteMessage", **params) is True
    assert theirs not in opened.olga.chat(group).messages


async def test_copying_forwarding_and_pinning(opened: World):
    chat = {"chat_id": opened.olga.id}
    source = {"from_chat_id": opened.olga.id, "message_id": 999}
    assert await bad_request(opened, "copyMessage", **chat, **source) == "message to copy not found"
    assert await bad_request(opened, "forwardMessage", **chat, **source) == "message to forward not found"
    assert await bad_request(opened, "pinChatMessage", **chat, message_id=999) == "message to pin not found"
    assert await bad_request(opened, "unpinChatMessage", **chat) == "message to unpin not found"
    group = opened.telegram.add_group("Совет")
    opened.olga.join(group, "creator")
    opened.olga.add_bot_to(group, opened.bot)
    sent = await opened.call("sendMessage", chat_id=group.id, text="x")
    found = await bad_request(opened, "pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert found == "not enough rights to manage pinned messages in the chat"


async def test_callback_answers(opened: World):
    markup = inline({"text": "a", "callback_data": "b"})
    await opened.call("sendMessage", chat_id=opened.olga.id, text="x", reply_markup=markup)
    card = opened.olga.chat(opened.bot).last
    press = await opened.olga.press(card, "a")
    answer = {"callback_query_id": press.id}
    assert await bad_request(opened, "answerCallbackQuery", **answer, text="я" * 201) == "MESSAGE_TOO_LONG"
    assert await opened.call("answerCallbackQuery", **answer, text="я" * 200, show_alert=True) is True
    assert press.answer.alert
    assert await bad_request(opened, "answerCallbackQuery", callback_query_id="12") == TOO_OLD
    late = await opened.olga.press(card, (0, 0))
    opened.clock.advance(timedelta(seconds=16))
    assert await bad_request(opened, "answerCallbackQuery", callback_query_id=late.id) == TOO_OLD


async def test_media(opened: World, photo):
    chat = {"chat_id": opened.olga.id}
    assert await bad_request(opened, "sendPhoto", **chat) == "there is no photo in the request"
    assert await bad_request(opened, "sendDocument", **chat) == "there is no document in the request"
    wrong = "wrong file identifier/HTTP URL specified"
    assert await bad_request(opened, "sendPhoto", **chat, photo="abc") == wrong
    assert await bad_request(opened, "sendPhoto", **chat, photo="attach://nothing") == wrong
    found = await bad_request(opened, "sendPhoto", {"photo": Upload("a.png", photo)}, **chat, caption="я" * 1025)
    assert found == "message caption is too long"
    assert await bad_request(opened, "sendPhoto", {"photo": Upload("a.png", b"abc")}, **chat) == "IMAGE_PROCESS_FAILED"
    big = Upload("a.jpg", bytes(10 * 1024 * 1024 + 1))
    assert (await bad_request(opened, "sendPhoto", {"photo": big}, **chat)).endswith("is too big for a photo")
    huge = {"document": Upload("a.bin", bytes(50 * 1024 * 1024 + 1))}
    assert (await refusal(opened, "sendDocument", huge, **chat)).error_code == 413
    sent = await opened.call("sendDocument", {"document": Upload("a.bin", bytes(20 * 1024 * 1024 + 1))}, **chat)
    assert await bad_request(opened, "getFile", file_id=sent["document"]["file_id"]) == "file is too big"
    found = await bad_request(opened, "sendPhoto", **chat, photo=sent["document"]["file_id"])
    assert found == "can't use file of type Document as Photo"
    again = await opened.call("sendDocument", **chat, document=sent["document"]["file_id"])
    assert again["document"]["file_unique_id"] == sent["document"]["file_unique_id"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ({"command": "x" * 33, "description": "a"}, "command length must not exceed 32"),
        ({"command": "x", "description": "я" * 257}, "command description length must not exceed 256"),
        ({"command": "", "description": "a"}, "command must be non-empty"),
        ({"command": "Ж", "description": "a"}, "BOT_COMMAND_INVALID"),
    ],
)
async def test_commands(opened: World, command, words):
    assert await bad_request(opened, "setMyCommands", commands=json.dumps([command])) == words


async def test_topics(opened: World):
    group = opened.telegram.add_group("Совет", topics=True)
    opened.olga.join(group, "creator")
    opened.olga.add_bot_to(group, opened.bot)
    found = await bad_request(opened, "sendMessage", chat_id=group.id, message_thread_id=77, text="x")
    assert found == "message thread not found"
    found = await bad_request(opened, "createForumTopic", chat_id=group.id, name="Тема")
    assert found == "not enough rights to create a topic"
    opened.olga.add_bot_to(group, opened.bot, ["can_manage_topics"])
    topic = await opened.call("createForumTopic", chat_id=group.id, name="Тема")
    sent = await opened.call("sendMessage", chat_id=group.id, message_thread_id=topic["message_thread_id"], text="x")
    assert sent["is_topic_message"]
    await opened.call("closeForumTopic", chat_id=group.id, message_thread_id=topic["message_thread_id"])
    found = await bad_request(
        opened, "sendMessage", chat_id=group.id, message_thread_id=topic["message_thread_id"], text="x"
    )
    assert found == "TOPIC_CLOSED"


async def test_door(world: World):
    with pytest.raises(Refusal, match="404 Not Found: method not found"):
        await world.call("sendNothing")
    with pytest.raises(Refusal, match=r"401 Unauthorized$"):
        await world.telegram.call("99:abc", "getMe")
    with pytest.raises(Refusal, match="401 Unauthorized: invalid token specified"):
        await world.telegram.call("abc", "getMe")
    with pytest.raises(Refusal, match="413 Request Entity Too Large"):
        await world.call("sendMessage", chat_id=1, text="x" * (1024 * 1024 + 1))
    assert (await world.call("GETME"))["username"] == "cluster_bot"


async def test_what_telegram_ignores_is_recorded(opened: World):
    await opened.call(
        "sendMessage",
        chat_id=opened.olga.id,
        text="x",
        colour="red",
        reply_markup=inline({"text": "a", "callback_data": "b", "color": "red"}),
    )
    await opened.call(
        "sendMessage",
        chat_id=opened.olga.id,
        text="x",
        reply_markup=inline({"text": "a", "callback_data": "b", "url": "https://example.com"}),
    )
    with pytest.raises(Refusal, match="not supported by the sandbox"):
        await opened.call("sendDice", chat_id=opened.olga.id)
    assert [violation.what for violation in opened.telegram.violations] == [
        "unknown parameter colour",
        "unknown parameter reply_markup.inline_keyboard.color",
        "button 'a' has more than one action",
        "method is not supported by the sandbox",
    ]
