"""The people's door over HTTP: state, messages, sending, pressing, files, events, the clock."""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from aiohttp import ClientError, ClientSession, FormData
from aiohttp.test_utils import TestClient, TestServer

from sandbox.server import make_app
from tests.sandbox.world import World


@pytest.fixture
async def door(server: TestServer):
    async with TestClient(server) as client:
        yield client


async def get(door: TestClient, path: str, status: int = 200):
    async with door.get(path) as answer:
        assert answer.status == status, await answer.text()
        return await answer.json()


async def post(door: TestClient, path: str, body=None, status: int = 200, **options):
    async with door.post(path, **({"json": body} if body is not None else options)) as answer:
        assert answer.status == status, await answer.text()
        return await answer.json()


async def bot_calls(door: TestClient, method: str, **params):
    return (await post(door, f"/bot123456:TEST/{method}", params))["result"]


async def test_state(live: World, door: TestClient):
    group = live.telegram.add_group("Совет", topics=True)
    live.olga.join(group, "creator")
    topic = live.telegram.add_topic(group, "Заседания", by=live.olga)
    await post(door, "/people/1001/start", {"bot_id": live.bot.id, "payload": "invite_1"})
    state = await get(door, "/people/state")
    olga = next(person for person in state["people"] if person["id"] == 1001)
    assert olga["name"] == "Ольга Ларина"
    assert olga["bots"] == [{"bot_id": live.bot.id, "blocked": False}]
    assert olga["chats"] == [1001, group.id]
    chats = {chat["id"]: chat for chat in state["chats"]}
    assert (chats[1001]["bot_id"], chats[1001]["person_id"]) == (live.bot.id, 1001)
    assert chats[group.id]["topics"] == [{"id": topic.topic_id, "name": "Заседания", "closed": False}]
    assert state["clock"]["zone"] == "Asia/Tomsk"
    assert state["clock"]["now"].endswith("+07:00")


async def test_conversation(live: World, door: TestClient):
    await post(door, "/people/1001/start", {"bot_id": live.bot.id})
    card = await bot_calls(
        door,
        "sendMessage",
        chat_id=1001,
        text="<b>Да</b>? <script>",
        entities=[{"type": "bold", "offset": 0, "length": 2}],
        reply_markup={
            "inline_keyboard": [[{"text": "Да", "callback_data": "y"}, {"text": "Сайт", "url": "example.com"}]]
        },
    )
    messages = (await get(door, "/people/1001/chats/1001/messages"))["messages"]
    assert [message["out"] for message in messages] == [True, False]
    assert messages[0]["html"] == '<a class="command" data-command="/start">/start</a>'
    assert messages[1]["html"] == "<b>&lt;b</b>&gt;Да&lt;/b&gt;? &lt;script&gt;"
    assert messages[1]["keyboard"]["inline"] == [
        [
            {"text": "Да", "kind": "callback", "url": None},
            {"text": "Сайт", "kind": "url", "url": "http://example.com/"},
        ]
    ]
    pressing = asyncio.create_task(
        post(door, "/people/1001/chats/1001/press", {"message_id": card["message_id"], "row": 0, "col": 0})
    )
    updates = []
    while not any("callback_query" in update for update in updates):
        updates = await bot_calls(door, "getUpdates", timeout=5)
        await asyncio.sleep(0)
    query = updates[-1]["callback_query"]
    await bot_calls(door, "answerCallbackQuery", callback_query_id=query["id"], text="Принято", show_alert=True)
    assert (await pressing)["answer"] == {"text": "Принято", "alert": True, "url": None}
    link = await post(door, "/people/1001/chats/1001/press", {"message_id": card["message_id"], "row": 0, "col": 1})
    assert link["answer"]["url"] == "http://example.com/"
    await bot_calls(door, "editMessageText", chat_id=1001, message_id=card["message_id"], text="Готово")
    after = (await get(door, f"/people/1001/chats/1001/messages?after={card['message_id'] - 1}"))["messages"]
    assert [(message["text"], message["edited"]) for message in after] == [("Готово", True)]
    replied = await post(door, "/people/1001/chats/1001/send", {"text": "вижу", "reply_to": card["message_id"]})
    assert replied["messages"][0]["reply_to"] == card["message_id"]


async def test_files(live: World, door: TestClient, photo):
    form = FormData()
    form.add_field("file", photo, filename="1.png", content_type="image/png")
    form.add_field("file", photo, filename="2.png", content_type="image/png")
    form.add_field("caption", "с места")
    album = (await post(door, "/people/1001/chats/1001/send", data=form))["messages"]
    assert len({message["media_group_id"] for message in album}) == 1
    assert [message["text"] for message in album] == ["с места", ""]
    async with door.get(album[0]["photo"]["url"]) as answer:
        assert await answer.read() == photo
        assert answer.headers["Content-Disposition"].startswith("inline")
    whole = FormData(quote_fields=False)
    whole.add_field("file", photo, filename="лист.png", content_type="image/png")
    whole.add_field("as_document", "1")
    document = (await post(door, "/people/1001/chats/1001/send", data=whole))["messages"][0]
    assert (document["document"]["file_name"], document["document"]["size"]) == ("лист.png", len(photo))
    async with door.get(document["document"]["url"]) as answer:
        assert "attachment; filename*=UTF-8''%D0%BB" in answer.headers["Content-Disposition"]
    voice = FormData()
    voice.add_field("file", b"ogg", filename="v.ogg", content_type="audio/ogg")
    assert (await post(door, "/people/1001/chats/1001/send", data=voice))["messages"][0]["voice"]["url"]
    kinds = [set(update["message"]) & {"photo", "document", "voice"} for update in await live.updates()]
    assert kinds == [{"photo"}, {"photo"}, {"document"}, {"voice"}]


async def test_block_guest_commands_and_channel(live: World, door: TestClient):
    guest = await post(door, "/people", {"name": "Анна Гостева", "language": "en"})
    assert guest["name"] == "Анна Гостева"
    await post(door, f"/people/{guest['id']}/start", {"bot_id": live.bot.id})
    blocked = await post(door, f"/people/{guest['id']}/block", {"bot_id": live.bot.id})
    assert blocked["bots"] == [{"bot_id": live.bot.id, "blocked": True}]
    refused = await post(door, f"/people/{guest['id']}/chats/{guest['id']}/send", {"text": "x"}, status=400)
    assert "blocked" in refused["error"]
    await post(door, f"/people/{guest['id']}/unblock", {"bot_id": live.bot.id})
    await bot_calls(door, "setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
    commands = await get(door, f"/people/{guest['id']}/commands?bot_id={live.bot.id}")
    assert commands == {"commands": [{"command": "menu", "description": "Меню"}]}
    channel = live.telegram.add_channel("Новости")
    live.olga.join(channel, "creator")
    place = f"/people/1001/chats/{channel.id}"
    await post(door, f"{place}/bot", {"bot_id": live.bot.id, "rights": {"can_post_messages": True}})
    await bot_calls(door, "sendMessage", chat_id=channel.id, text="пост")
    assert (await get(door, f"{place}/messages"))["messages"][0]["from"] is None
    await get(door, f"/people/{guest['id']}/chats/{channel.id}/messages", status=400)
    await post(door, f"{place}/bot", {"bot_id": live.bot.id, "rights": "remove"})
    assert channel.members[live.bot.id].status == "kicked"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/people/5/chats/5/messages", 404),
        ("/people/1001/chats/-5/messages", 404),
        ("/files/none", 404),
        ("/people/1001/chats/1001/messages?after=x", 400),
    ],
)
async def test_wrong_requests(door: TestClient, path, status):
    assert (await get(door, path, status))["error"]


async def test_events_and_stream(live: World, door: TestClient):
    last = (await get(door, "/people/state"))["last_event"]
    waiting = asyncio.create_task(get(door, f"/people/events?after={last}"))
    async with door.get(f"/people/stream?after={last}") as stream:
        message = await live.olga.start(live.bot)
        assert (await waiting)["events"]
        seen = []
        async with asyncio.timeout(5):
            async for line in stream.content:
                if line.startswith(b"data: "):
                    seen.append(json.loads(line[6:]))
                    if seen[-1]["kind"] == "message":
                        break
    assert (seen[-1]["chat_id"], seen[-1]["message_id"]) == (1001, message.message_id)
    assert [event["n"] for event in seen] == sorted(event["n"] for event in seen)


async def test_clock(live: World, door: TestClient):
    before = datetime.now(UTC)
    hour = await post(door, "/clock", {"move": "hour"})
    assert hour["moved_seconds"] == 3600
    assert (await post(door, "/clock", {"move": "now"}, status=400))["error"].startswith("time only moves forward")
    local = (before + timedelta(days=2)).astimezone().strftime("%Y-%m-%dT12:00")
    moved = await post(door, "/clock", {"move": {"to": local}})
    assert moved["now"].startswith(local)
    assert (await post(door, "/clock", {"move": {"to": "2020-01-01T00:00"}}, status=400))["error"]
    again = await post(door, "/clock", {"move": {"seconds": 90}})
    assert again["moved_seconds"] - moved["moved_seconds"] == 90
    morning = await post(door, "/clock", {"move": "next_working_morning"}, status=200)
    assert datetime.fromisoformat(morning["now"]).astimezone(UTC).hour == 23
    assert (await get(door, "/clock"))["zone"] == "Asia/Tomsk"
    assert live.clock.offset > timedelta(days=1)


async def test_a_move_of_days_stops_on_its_way(live: World):
    """What falls due between is done when it is due, not all at once at the end; a far date is a jump."""
    stops: list[datetime] = []
    app = make_app(live.telegram, on_clock_move=lambda: stops.append(live.clock.now()))
    async with TestClient(TestServer(app)) as door:
        start = live.clock.now()
        await post(door, "/clock", {"move": {"seconds": 24 * 3600}})
        gaps = [after - before for before, after in pairwise([start, *stops])]
        assert len(stops) == 16
        assert max(gaps) < timedelta(hours=2)
        stops.clear()
        await post(door, "/clock", {"move": {"seconds": 30 * 24 * 3600}})
        assert len(stops) == 1


async def test_rate_limit_has_a_header(live: World, door: TestClient):
    live.telegram.faults.add("too_many_requests", retry_after=3)
    async with door.post("/bot123456:TEST/getMe") as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "3")
        assert (await answer.json())["parameters"] == {"retry_after": 3}


@pytest.mark.parametrize(("kind", "arrived"), [("reset_before", 0), ("reset_after", 1)])
async def test_connection_resets(live: World, server: TestServer, kind, arrived):
    await live.olga.start(live.bot)
    live.telegram.faults.add(kind, "sendMessage")
    async with ClientSession() as http:
        with pytest.raises(ClientError, match=r"disconnected|reset"):
            await http.post(server.make_url("/bot123456:TEST/sendMessage"), json={"chat_id": 1001, "text": "x"})
    assert len(live.olga.chat(live.bot).from_bots) == arrived


async def test_forms_of_parameters(live: World, door: TestClient):
    await live.olga.start(live.bot)
    path = "/bot123456:TEST/sendMessage"
    assert (await get(door, f"{path}?chat_id=1001&text=a"))["result"]["text"] == "a"
    assert (await post(door, path, data={"chat_id": "1001", "text": "б"}))["result"]["text"] == "б"
    assert (await post(door, "/bot123456:TEST/SENDMESSAGE", {"chat_id": 1001, "text": "c"}))["result"]["text"] == "c"
    assert (await post(door, path, data=b"{", headers={"Content-Type": "application/json"}, status=400))["ok"] is False
    assert (await get(door, "/bot123456:TEST/nothing", 404))["description"] == "Not Found: method not found"
    assert (await get(door, "/bot1:X/getMe", 401))["description"] == "Unauthorized"
    assert (await get(door, "/file/bot123456:TEST/documents/none", 404))["ok"] is False


async def test_bare_sandbox_as_a_process():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    try:
        started = json.loads(await asyncio.wait_for(process.stdout.readline(), 20))
        async with ClientSession() as http, http.get(f"{started['url']}/bot{started['token']}/getMe") as answer:
            assert (await answer.json())["result"]["username"] == "sandbox_bot"
    finally:
        process.terminate()
        await process.wait()
