"""getUpdates: offsets, lifetimes, filters, conflicts; what arises from what people do."""

import asyncio
import json
from datetime import timedelta

import pytest

from sandbox.acts import ActRefused, Attachment
from sandbox.refusals import Refusal
from tests.sandbox.world import World


def texts(updates) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_offsets(world: World):
    for number in range(5):
        await world.olga.send(world.bot, f"m{number}")
    first = await world.updates(limit=2)
    assert texts(first) == ["m0", "m1"]
    ids = [update["update_id"] for update in await world.updates()]
    assert ids == list(range(ids[0], ids[0] + 5))
    assert texts(await world.updates(offset=ids[2])) == ["m2", "m3", "m4"]
    assert texts(await world.updates(offset=0)) == ["m2", "m3", "m4"]
    assert texts(await world.updates(offset=-1)) == ["m4"]
    assert texts(await world.updates()) == ["m4"]
    assert await world.updates(offset=ids[4] + 1) == []


async def test_snapshot_is_of_the_moment(world: World):
    message = await world.olga.send(world.bot, "первый")
    await world.olga.edit(message, "второй")
    new, edited = await world.updates()
    assert new["message"]["text"] == "первый"
    assert edited["edited_message"]["text"] == "второй"
    assert edited["edited_message"]["edit_date"]


async def test_lifetimes(world: World):
    markup = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]})
    await world.olga.start(world.bot)
    await world.call("sendMessage", chat_id=world.olga.id, text="x", reply_markup=markup)
    await world.olga.press(world.olga.chat(world.bot).last, "a")
    assert len(await world.updates()) == 2
    world.clock.advance(timedelta(seconds=151))
    assert [set(update) for update in await world.updates()] == [{"update_id", "message"}]
    world.clock.advance(timedelta(hours=24))
    assert await world.updates() == []


async def test_filter_is_remembered_and_works_when_an_update_arises(world: World):
    await world.olga.send(world.bot, "before")
    await world.updates(allowed_updates='["callback_query"]', offset=-1)
    await world.olga.send(world.bot, "filtered")
    assert texts(await world.updates()) == ["before"]
    await world.updates(allowed_updates="[]")
    await world.olga.send(world.bot, "after")
    assert texts(await world.updates()) == ["before", "after"]
    assert (await world.call("getWebhookInfo"))["pending_update_count"] == 2


async def test_long_poll_wakes_and_ends(world: World):
    poll = asyncio.create_task(world.updates(timeout=30))
    await asyncio.sleep(0)
    await world.olga.send(world.bot, "x")
    assert texts(await poll) == ["x"]
    last = (await world.updates())[-1]["update_id"]
    poll = asyncio.create_task(world.updates(timeout=30, offset=last + 1))
    await asyncio.sleep(0.01)
    world.clock.advance(timedelta(seconds=29))
    await asyncio.sleep(0.01)
    assert not poll.done()
    world.clock.advance(timedelta(seconds=2))
    assert await poll == []


async def test_two_pollers(world: World):
    first = asyncio.create_task(world.updates(timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(world.updates(timeout=30))
    with pytest.raises(Refusal) as refused:
        await first
    assert refused.value.error_code == 409
    assert refused.value.description == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await world.olga.send(world.bot, "x")
    assert texts(await second) == ["x"]


async def test_polling_under_a_webhook(world: World):
    waiting = asyncio.create_task(world.updates(timeout=30))
    await asyncio.sleep(0)
    await world.call("setWebhook", url="https://example.com/hook")
    with pytest.raises(Refusal, match="409 Conflict: terminated by setWebhook request"):
        await waiting
    with pytest.raises(Refusal) as refused:
        await world.updates()
    assert refused.value.description == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await world.call("deleteWebhook")
    assert await world.updates() == []


async def test_the_same_offset_again_waits(strict: World):
    await strict.updates(offset=7)
    again = asyncio.create_task(strict.updates(offset=7))
    await asyncio.sleep(0.01)
    assert not again.done()
    for number in range(3):
        await strict.olga.send(strict.bot, f"m{number}")
    assert len(await again) == 1, "within half a second only one update"
    strict.clock.advance(timedelta(seconds=4))
    assert len(await strict.updates(offset=7)) == 3


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("http://example.com", "", "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://example.com:8080", "", "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://", "", "invalid webhook URL specified"),
        ("https://example.com", "x" * 257, "secret token is too long"),
        ("https://example.com", "x y", "secret token contains unallowed characters"),
    ],
)
async def test_wrong_webhooks(world: World, url, secret, words):
    with pytest.raises(Refusal) as refused:
        await world.call("setWebhook", url=url, secret_token=secret)
    assert refused.value.description == f"Bad Request: {words}"


async def test_start_with_a_payload(world: World):
    await world.olga.start(world.bot, "A_-9" * 16)
    message = (await world.updates())[0]["message"]
    assert message["text"] == "/start " + "A_-9" * 16
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "ru"
    for wrong in ("", "x" * 65, "a b", "я"):
        with pytest.raises(ActRefused):
            await world.olga.start(world.bot, wrong)


async def test_album_of_a_person(world: World, photo):
    await world.olga.send_album(
        world.bot, [Attachment("photo", photo, "1.png", "подпись"), Attachment("photo", photo, "2.png")]
    )
    first, second = [update["message"] for update in await world.updates()]
    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "подпись"
    assert "caption" not in second
    assert first["photo"][-1]["width"] == 64


async def test_long_remark_comes_as_two_messages(world: World):
    await world.olga.send(world.bot, "я" * 5000)
    assert [len(text) for text in texts(await world.updates())] == [4096, 904]


async def test_other_kinds(world: World):
    await world.olga.send_voice(world.bot, b"ogg", 3)
    await world.olga.send_document(world.bot, b"x", "лист.docx", "вот")
    await world.olga.send_sticker(world.bot)
    await world.olga.send_contact(world.bot, "+79990000000", "Ольга")
    await world.olga.send_location(world.bot, 56.5, 84.97)
    voice, document, sticker, contact, location = [update["message"] for update in await world.updates()]
    assert voice["voice"]["duration"] == 3
    assert document["document"]["file_name"] == "лист.docx"
    assert document["document"]["mime_type"].startswith("application/vnd.openxml")
    assert sticker["sticker"]["emoji"]
    assert contact["contact"]["user_id"] == world.olga.id
    assert location["location"] == {"latitude": 56.5, "longitude": 84.97}
    file = await world.call("getFile", file_id=voice["voice"]["file_id"])
    assert world.telegram.files.by_path(file["file_path"]).data == b"ogg"


async def test_press(world: World):
    markup = json.dumps(
        {"inline_keyboard": [[{"text": "Да, точно", "callback_data": "y"}, {"text": "Сайт", "url": "t.me/x"}]]}
    )
    await world.olga.start(world.bot)
    await world.call("sendMessage", chat_id=world.olga.id, text="x", reply_markup=markup)
    card = world.olga.chat(world.bot).last
    assert card.buttons == [["Да, точно", "Сайт"]]
    await world.olga.press(card, "Да")
    await world.olga.press(card, (0, 0))
    link = await world.olga.press(card, "Сайт")
    assert link.answer.url == "http://t.me/x"
    with pytest.raises(ActRefused):
        await world.olga.press(card, "Нет")
    world.telegram.remove(card)
    await world.olga.press_data(card, "forged")
    presses = [update["callback_query"] for update in (await world.updates())[1:]]
    assert [press["data"] for press in presses] == ["y", "y", "forged"]
    assert len({press["chat_instance"] for press in presses}) == 1
    assert presses[0]["message"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "y"
    assert presses[2]["message"] == {
        "chat": presses[0]["message"]["chat"],
        "message_id": card.message_id,
        "date": 0,
    }


async def test_block_and_unblock(world: World):
    await world.olga.start(world.bot)
    world.olga.block(world.bot)
    with pytest.raises(ActRefused):
        await world.olga.send(world.bot, "x")
    await world.olga.start(world.bot)
    changes = [update["my_chat_member"] for update in await world.updates() if "my_chat_member" in update]
    statuses = [(each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_bot_in_a_channel(world: World):
    channel = world.telegram.add_channel("Новости")
    world.olga.join(channel, "creator")
    world.olga.add_bot_to(channel, world.bot)
    await world.olga.send(channel, "пост")
    world.olga.add_bot_to(channel, world.bot, ["can_post_messages"])
    world.olga.remove_bot_from(channel, world.bot)
    added, post, changed, removed = await world.updates()
    assert added["my_chat_member"]["new_chat_member"]["can_post_messages"] is True
    assert post["channel_post"]["sender_chat"]["title"] == "Новости"
    assert changed["my_chat_member"]["new_chat_member"]["can_delete_messages"] is False
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_privacy_in_a_group(world: World):
    group = world.telegram.add_group("Совет", topics=True)
    world.olga.join(group, "creator")
    world.ivan.join(group)
    world.olga.add_bot_to(group, world.bot)
    topic = world.telegram.add_topic(group, "Заседания", by=world.olga)
    await world.olga.send(group, "обычное")
    await world.ivan.send(group, "/menu@cluster_bot", topic_id=topic.topic_id)
    await world.ivan.send(group, "/menu@other_bot")
    sent = await world.call("sendMessage", chat_id=group.id, text="вопрос")
    await world.ivan.send(group, "ответ", reply_to=group.messages[sent["message_id"]])
    found = [update.get("message", {}) for update in await world.updates()]
    assert [message.get("text") for message in found if "text" in message] == ["/menu@cluster_bot", "ответ"]
    command = next(message for message in found if message.get("text") == "/menu@cluster_bot")
    assert command["message_thread_id"] == topic.topic_id
    assert any("forum_topic_created" in message for message in found)


async def test_commands_by_scope_and_language(world: World):
    async def put(name, scope=None, language=None):
        await world.call(
            "setMyCommands",
            commands=json.dumps([{"command": name, "description": name}]),
            scope=json.dumps(scope) if scope else None,
            language_code=language,
        )

    def seen(person):
        return [each["command"] for each in world.bot.commands_for(person, person.id, "private", admin=False)]

    await world.olga.start(world.bot)
    await put("base")
    await put("english", language="en")
    assert seen(world.olga) == ["base"]
    world.olga.language_code = "en"
    assert seen(world.olga) == ["english"]
    await put("mine", {"type": "chat", "chat_id": world.olga.id})
    assert (seen(world.olga), seen(world.ivan)) == (["mine"], ["base"])
    await world.call("deleteMyCommands", scope=json.dumps({"type": "chat", "chat_id": world.olga.id}))
    assert seen(world.olga) == ["english"]
    assert await world.call("getMyCommands", language_code="en") == [{"command": "english", "description": "english"}]


async def test_profile_and_chats(world: World):
    await world.call("setMyDescription", description="Бот кластера")
    assert (await world.call("getMyDescription", language_code="ru"))["description"] == "Бот кластера"
    channel = world.telegram.add_channel("Новости", username="cluster_news")
    world.olga.join(channel, "creator")
    world.olga.add_bot_to(channel, world.bot)
    chat = await world.call("getChat", chat_id="@Cluster_News")
    assert (chat["id"], chat["type"]) == (channel.id, "channel")
    member = await world.call("getChatMember", chat_id=channel.id, user_id=world.bot.id)
    assert member["can_post_messages"] is True
    admins = await world.call("getChatAdministrators", chat_id=channel.id)
    assert [admin["status"] for admin in admins] == ["creator", "administrator"]
    assert await world.call("getChatMemberCount", chat_id=channel.id) == 2
    await world.call("leaveChat", chat_id=channel.id)
    with pytest.raises(Refusal, match="403 Forbidden: bot is not a member of the channel chat"):
        await world.call("sendMessage", chat_id=channel.id, text="x")
