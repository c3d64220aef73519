"""The door for people: what the page, and story tests of a real process, use to act as somebody."""

import json
from typing import Any

from aiohttp import web

from sandbox import multipart
from sandbox.acts import ActRefused, Attachment
from sandbox.bot_api import TELEGRAM
from sandbox.chats import Chat
from sandbox.clock_api import clock_json
from sandbox.files import Upload
from sandbox.longlived import LONG
from sandbox.messages import Message
from sandbox.people import Bot, Person
from sandbox.people_json import answer_json, chat_json, event_json, message_json, person_json, state
from sandbox.refusals import Refusal

_LONG_POLL = 25.0
_HEARTBEAT = 15.0
_ANSWER = 10.0


def add_routes(app: web.Application) -> None:
    """Serve `/people/…` and `/files/…`."""
    chat = r"/people/{person:\d+}/chats/{chat:-?\d+}"
    app.router.add_get("/people/state", _state)
    app.router.add_get("/people/events", _events)
    app.router.add_get("/people/stream", _stream)
    app.router.add_post("/people", _add_person)
    app.router.add_get(chat + "/messages", _messages)
    app.router.add_post(chat + "/send", _send)
    app.router.add_post(chat + "/press", _press)
    app.router.add_post(chat + "/bot", _place_bot)
    app.router.add_post(r"/people/{person:\d+}/start", _start)
    app.router.add_post(r"/people/{person:\d+}/block", _block)
    app.router.add_post(r"/people/{person:\d+}/unblock", _unblock)
    app.router.add_get(r"/people/{person:\d+}/commands", _commands)
    app.router.add_get("/files/{file_id}", _file)


class NotThere(Exception):
    """No such person, chat, bot, message or file."""


def _person(request: web.Request) -> Person:
    person = request.app[TELEGRAM].people.get(int(request.match_info["person"]))
    if person is None:
        raise NotThere("no such person")
    return person


def _bot(request: web.Request, bot_id: Any) -> Bot:
    bots = list(request.app[TELEGRAM].bots.values())
    found = next((bot for bot in bots if bot_id is None or bot.id == int(bot_id)), None)
    if found is None:
        raise NotThere("no such bot")
    return found


def _chat(request: web.Request, person: Person, *, opening: bool = False) -> Chat:
    telegram, number = request.app[TELEGRAM], int(request.match_info["chat"])
    if number == person.id:
        opened = [chat for (_, user), chat in telegram.private.items() if user == person.id]
        wanted = request.query.get("bot_id")
        if wanted is None and opened:
            return opened[0]
        bot = _bot(request, wanted)
        return telegram.private_chat(bot, person) if opening else telegram.private_seen(bot, person)
    chat = telegram.chats.get(number)
    if chat is None:
        raise NotThere("no such chat")
    return chat


def _message(chat: Chat, number: Any) -> Message:
    message = chat.messages.get(int(number))
    if message is None:
        raise NotThere("the message is gone")
    return message


async def _body(request: web.Request) -> dict[str, Any]:
    body = json.loads(await request.text() or "{}")
    if not isinstance(body, dict):
        raise ActRefused("an object is expected")
    return body


async def _state(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    return web.json_response(state(telegram) | {"clock": clock_json(request.app)})


async def _messages(request: web.Request) -> web.Response:
    person = _person(request)
    chat, after = _chat(request, person), int(request.query.get("after", 0))
    member = chat.member(person.id)
    if member is None or not member.present:
        raise ActRefused("not a member of this chat")
    found = [message for message in chat.messages.values() if message.message_id > after]
    return web.json_response({"messages": [message_json(message, person) for message in found]})


async def _send(request: web.Request) -> web.Response:
    person = _person(request)
    chat = _chat(request, person, opening=True)
    if request.content_type.startswith("multipart/"):
        sent = await _send_files(request, person, chat)
    else:
        body = await _body(request)
        before = set(chat.messages)
        await person.send(chat, str(body.get("text") or ""), **_place(chat, body))
        sent = [message for number, message in chat.messages.items() if number not in before]
    return web.json_response({"messages": [message_json(message, person) for message in sent]})


def _place(chat: Chat, body: Any) -> dict[str, Any]:
    reply_to, topic_id = body.get("reply_to"), body.get("topic_id")
    return {
        "reply_to": _message(chat, reply_to) if reply_to else None,
        "topic_id": int(topic_id) if topic_id else None,
    }


async def _send_files(request: web.Request, person: Person, chat: Chat) -> list[Message]:
    form, uploads = multipart.parse(request.headers["Content-Type"], await request.read())
    caption = str(form.get("caption") or "")
    whole = str(form.get("as_document") or "") == "1"
    files = [upload for name, upload in uploads if name == "file"]
    if not files:
        raise ActRefused("no file")
    items = [_attachment(file, caption if number == 0 else "", whole=whole) for number, file in enumerate(files)]
    place = _place(chat, form)
    if len(items) > 1:
        return await person.send_album(chat, items[:10], **place)
    return [await person.send_attachment(chat, items[0], **place)]


def _attachment(file: Upload, caption: str, *, whole: bool) -> Attachment:
    kind = "document"
    if not whole and file.content_type in ("image/jpeg", "image/png", "image/webp"):
        kind = "photo"
    elif not whole and file.content_type in ("audio/ogg", "audio/webm"):
        kind = "voice"
    return Attachment(kind, file.data, file.filename, caption)


async def _press(request: web.Request) -> web.Response:
    person = _person(request)
    chat, body = _chat(request, person), await _body(request)
    message = _message(chat, body["message_id"])
    with request.app[LONG].entered():
        press = await person.press(message, (int(body["row"]), int(body["col"])))
        return web.json_response({"answer": answer_json(await press.answered(_ANSWER))})


async def _start(request: web.Request) -> web.Response:
    person, body = _person(request), await _body(request)
    message = await person.start(_bot(request, body.get("bot_id")), body.get("payload") or None)
    return web.json_response({"messages": [message_json(message, person)]})


async def _block(request: web.Request) -> web.Response:
    person, body = _person(request), await _body(request)
    person.block(_bot(request, body.get("bot_id")))
    return web.json_response(person_json(request.app[TELEGRAM], person))


async def _unblock(request: web.Request) -> web.Response:
    person, body = _person(request), await _body(request)
    person.unblock(_bot(request, body.get("bot_id")))
    return web.json_response(person_json(request.app[TELEGRAM], person))


async def _add_person(request: web.Request) -> web.Response:
    telegram, body = request.app[TELEGRAM], await _body(request)
    name = str(body.get("name") or "").strip()
    if not name:
        raise ActRefused("a name is needed")
    first, _, last = name.partition(" ")
    person = telegram.add_person(
        first, last.strip() or None, language_code=str(body.get("language") or "ru"), note=str(body.get("note") or "")
    )
    return web.json_response(person_json(telegram, person))


async def _commands(request: web.Request) -> web.Response:
    person = _person(request)
    bot = _bot(request, request.query.get("bot_id"))
    chat = request.app[TELEGRAM].chats.get(int(request.query.get("chat_id", 0)))
    member = chat.member(person.id) if chat is not None else None
    admin = member is not None and member.status in ("creator", "administrator")
    number, kind = (chat.id, chat.type) if chat is not None else (person.id, "private")
    return web.json_response({"commands": bot.commands_for(person, number, kind, admin=admin)})


async def _place_bot(request: web.Request) -> web.Response:
    person, body = _person(request), await _body(request)
    chat, bot = _chat(request, person), _bot(request, body.get("bot_id"))
    rights = body.get("rights")
    if rights == "remove":
        person.remove_bot_from(chat, bot)
    else:
        granted = [name for name, given in rights.items() if given] if isinstance(rights, dict) else None
        person.add_bot_to(chat, bot, granted)
    return web.json_response(chat_json(chat))


async def _events(request: web.Request) -> web.Response:
    telegram, after = request.app[TELEGRAM], int(request.query.get("after", 0))
    with request.app[LONG].entered():
        found = await telegram.events.wait(after, _LONG_POLL)
    return web.json_response({"events": [event_json(event) for event in found], "last": telegram.events.last})


async def _stream(request: web.Request) -> web.StreamResponse:
    telegram, long = request.app[TELEGRAM], request.app[LONG]
    given = request.headers.get("Last-Event-ID") or request.query.get("after")
    after = int(given) if given else telegram.events.last
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    await response.write(b": open\n\n")
    with long.entered():
        while not long.closing:
            found = await telegram.events.wait(after, _HEARTBEAT)
            chunks = [f"id: {event.n}\ndata: {json.dumps(event_json(event))}\n\n" for event in found] or [": \n\n"]
            try:
                await response.write("".join(chunks).encode())
            except ConnectionResetError:
                break
            after = found[-1].n if found else after
    return response


async def _file(request: web.Request) -> web.Response:
    stored = request.app[TELEGRAM].files.by_id(request.match_info["file_id"])
    if stored is None:
        raise NotThere("no such file")
    inline = stored.kind in ("photo", "voice", "video", "audio")
    response = web.Response(body=stored.data, content_type=stored.mime_type)
    disposition = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{_quoted(stored.file_name)}"
    return response


def _quoted(name: str) -> str:
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"%{byte:02X}" for byte in name.encode())


@web.middleware
async def errors_as_json(request: web.Request, handler: Any) -> web.StreamResponse:
    """Turn what goes wrong at the people's door into `{"error": …}`; the Bot API has its own form of answers."""
    if request.path.startswith(("/bot", "/file/")):
        answer: web.StreamResponse = await handler(request)
        return answer
    try:
        response: web.StreamResponse = await handler(request)
    except ActRefused as refused:
        return web.json_response({"error": str(refused)}, status=400)
    except Refusal as refused:
        return web.json_response({"error": refused.description}, status=400)
    except NotThere as missing:
        return web.json_response({"error": str(missing)}, status=404)
    except (KeyError, ValueError, TypeError) as wrong:
        return web.json_response({"error": f"wrong request: {wrong}"}, status=400)
    return response
