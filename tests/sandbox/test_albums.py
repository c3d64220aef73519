"""sendMediaGroup, copies, forwards, replies, pins: what people see."""

import json

import pytest

from sandbox.files import Upload
from sandbox.refusals import Refusal
from tests.sandbox.world import World


def documents(count: int, **more) -> tuple[str, dict[str, Upload]]:
    files = {f"f{number}": Upload(f"{number}.txt", b"x%d" % number) for number in range(count)}
    return json.dumps([{"type": "document", "media": f"attach://{name}", **more} for name in files]), files


@pytest.fixture
async def opened(world: World) -> World:
    await world.olga.start(world.bot)
    return world


async def send(world: World, media: str, files=None):
    return await world.call("sendMediaGroup", files, chat_id=world.olga.id, media=media)


async def test_separate_messages_with_one_group(opened: World):
    sent = await send(opened, *documents(10, caption="<b>x</b>", parse_mode="HTML"))
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message["document"]["file_name"] for message in sent] == [f"{number}.txt" for number in range(10)]
    assert sent[0]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert len(opened.olga.chat(opened.bot).from_bots) == 10


async def test_a_single_item_is_taken(opened: World):
    sent = await send(opened, *documents(1))
    assert "media_group_id" not in sent[0]


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ("[]", "there are no messages to send"),
        (documents(11)[0], "too many messages to send as an album"),
        ('[{"type": "voice", "media": "x"}]', "can't use the media of the specified type in the album"),
        (
            '[{"type": "document", "media": "x"}, {"type": "photo", "media": "x"}]',
            "Documents can't be mixed with other media types",
        ),
        ('[{"type": "photo"}]', "can't parse InputMedia: media not found"),
        ('[{"type": "photo", "media": "x"}]', "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_refusals(opened: World, media, words):
    with pytest.raises(Refusal) as refused:
        await send(opened, media)
    assert refused.value.description == f"Bad Request: {words}"
    assert opened.olga.chat(opened.bot).from_bots == []


async def test_too_long_caption_refuses_all(opened: World):
    media, files = documents(2, caption="я" * 1025)
    with pytest.raises(Refusal, match="message caption is too long"):
        await send(opened, media, files)


async def test_album_items_keep_their_kind(opened: World, photo):
    sent = await send(opened, *documents(2))
    params = {"chat_id": opened.olga.id, "message_id": sent[0]["message_id"]}
    with pytest.raises(Refusal, match="can't change media type in the album"):
        await opened.call(
            "editMessageMedia",
            {"p": Upload("p.png", photo)},
            **params,
            media='{"type": "photo", "media": "attach://p"}',
        )
    await opened.call("editMessageCaption", **params, caption="исправлено")
    assert opened.olga.chat(opened.bot).from_bots[0].caption == "исправлено"


async def test_media_can_change(opened: World, photo):
    sent = await opened.call("sendPhoto", {"photo": Upload("p.png", photo)}, chat_id=opened.olga.id, caption="было")
    edited = await opened.call(
        "editMessageMedia",
        {"d": Upload("d.txt", b"x")},
        chat_id=opened.olga.id,
        message_id=sent["message_id"],
        media='{"type": "document", "media": "attach://d", "caption": "стало"}',
    )
    assert "photo" not in edited
    assert (edited["document"]["file_name"], edited["caption"]) == ("d.txt", "стало")


async def test_copy_forward_reply(opened: World):
    incoming = await opened.olga.send_document(opened.bot, b"x", "a.txt", "подпись")
    await opened.ivan.start(opened.bot)
    source = {"chat_id": opened.ivan.id, "from_chat_id": opened.olga.id, "message_id": incoming.message_id}
    copied = await opened.call("copyMessage", **source, caption="другая")
    assert set(copied) == {"message_id"}
    forwarded = await opened.call("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == opened.olga.id
    seen = opened.ivan.chat(opened.bot).from_bots
    assert [message.caption for message in seen] == ["другая", "подпись"]
    reply = await opened.call(
        "sendMessage", chat_id=opened.olga.id, text="x", reply_parameters={"message_id": incoming.message_id}
    )
    assert reply["reply_to_message"]["document"]["file_name"] == "a.txt"
    alone = await opened.call(
        "sendMessage",
        chat_id=opened.olga.id,
        text="x",
        reply_parameters={"message_id": 999, "allow_sending_without_reply": True},
    )
    assert "reply_to_message" not in alone


async def test_pin(opened: World):
    sent = await opened.call("sendMessage", chat_id=opened.olga.id, text="x")
    await opened.call("pinChatMessage", chat_id=opened.olga.id, message_id=sent["message_id"])
    chat = await opened.call("getChat", chat_id=opened.olga.id)
    assert chat["pinned_message"]["message_id"] == sent["message_id"]
    assert opened.olga.chat(opened.bot).last.kind == "service"
    await opened.call("unpinChatMessage", chat_id=opened.olga.id)
    assert "pinned_message" not in await opened.call("getChat", chat_id=opened.olga.id)
