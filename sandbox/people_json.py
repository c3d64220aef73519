"""What the page is told about people, chats and messages."""

from typing import Any

from sandbox.chats import Chat
from sandbox.entities import to_html
from sandbox.events import Event
from sandbox.files import StoredFile
from sandbox.messages import Message
from sandbox.people import Bot, Person
from sandbox.presses import CallbackAnswer
from sandbox.telegram import Telegram


def state(telegram: Telegram) -> dict[str, Any]:
    """Everybody and every chat, without messages and the clock."""
    return {
        "people": [person_json(telegram, person) for person in telegram.people.values()],
        "bots": [{"id": bot.id, "username": bot.username, "name": bot.name} for bot in telegram.bots.values()],
        "chats": [chat_json(chat) for chat in [*telegram.private.values(), *telegram.chats.values()]],
        "last_event": telegram.events.last,
    }


def person_json(telegram: Telegram, person: Person) -> dict[str, Any]:
    """A person, the bots and the chats to show."""
    opened = [chat.id for (_, user), chat in telegram.private.items() if user == person.id]
    joined = [
        chat.id
        for chat in telegram.chats.values()
        if chat.upgraded_to is None and (member := chat.member(person.id)) is not None and member.present
    ]
    return {
        "id": person.id,
        "name": person.name,
        "note": person.note,
        "language": person.language_code,
        "bots": [{"bot_id": bot.id, "blocked": bot.id in person.blocked} for bot in telegram.bots.values()],
        "chats": [*dict.fromkeys(opened), *joined],
    }


def chat_json(chat: Chat) -> dict[str, Any]:
    """A chat; a private one names its two sides."""
    body: dict[str, Any] = {
        "id": chat.id,
        "type": chat.type,
        "title": chat.bot.name if chat.bot is not None else chat.title,
        "username": chat.bot.username if chat.bot is not None else chat.username,
        "topics": [
            {"id": topic.topic_id, "name": topic.name, "closed": topic.closed} for topic in chat.topics.values()
        ],
        "pinned": chat.pinned,
    }
    if chat.type == "channel":
        body["writers"] = [member.user.id for member in chat.administrators()]
    if chat.bot is not None and chat.person is not None:
        body |= {"bot_id": chat.bot.id, "person_id": chat.person.id}
    return body


def message_json(message: Message, reader: Person) -> dict[str, Any]:
    """A message as `reader` sees it; HTML is safe to put into a page."""
    author: Person | Bot | None = message.sender
    body: dict[str, Any] = {
        "message_id": message.message_id,
        "chat_id": message.chat.id,
        "date": message.date,
        "from": {"id": author.id, "name": author.name, "is_bot": author.is_bot} if author is not None else None,
        "out": author is reader,
        "html": to_html(message.body, message.entities, page=True),
        "text": message.body,
        "media_group_id": message.media_group_id,
        "reply_to": message.reply_to.message_id if message.reply_to is not None else None,
        "keyboard": {"inline": [[_inline_button(button) for button in row] for row in message.keyboard]},
        "reply_keyboard": _reply_keyboard(message),
        "edited": message.edit_date is not None,
        "service": _service(message),
        "topic_id": message.topic_id,
        "pinned": message.message_id in message.chat.pinned,
    }
    if message.file is not None:
        body[message.kind] = _file_json(message.file)
    for kind in ("location", "contact", "poll"):
        if kind in message.details:
            body[kind] = message.details[kind]
    return body


def _inline_button(button: dict[str, Any]) -> dict[str, Any]:
    if "url" in button:
        return {"text": button["text"], "kind": "url", "url": button["url"]}
    if "callback_data" in button:
        return {"text": button["text"], "kind": "callback", "url": None}
    if "copy_text" in button:
        return {"text": button["text"], "kind": "copy", "url": None, "copy": button["copy_text"]["text"]}
    return {"text": button["text"], "kind": "other", "url": None}


def _reply_keyboard(message: Message) -> list[list[dict[str, Any]]] | str | None:
    markup = message.markup or {}
    if markup.get("remove_keyboard"):
        return "remove"
    rows: list[list[dict[str, Any]]] | None = markup.get("keyboard")
    return rows


def _file_json(file: StoredFile) -> dict[str, Any]:
    return {
        "file_id": file.file_id,
        "file_name": file.file_name,
        "mime_type": file.mime_type,
        "size": file.size,
        "width": file.width,
        "height": file.height,
        "duration": file.duration,
        "url": f"/files/{file.file_id}",
    }


def _service(message: Message) -> str | None:
    if message.kind != "service":
        return None
    if "pinned_message" in message.details:
        return "Сообщение закреплено"
    if "forum_topic_created" in message.details:
        return f"Создана тема «{message.details['forum_topic_created']['name']}»"
    if "migrate_to_chat_id" in message.details:
        return "Группа стала супергруппой"
    return message.service or ""


def answer_json(answer: CallbackAnswer | None) -> dict[str, Any] | None:
    """What the bot answered to a tap."""
    return None if answer is None else {"text": answer.text, "alert": answer.alert, "url": answer.url}


def event_json(event: Event) -> dict[str, Any]:
    """An event for the page."""
    return {"n": event.n, "kind": event.kind, "chat_id": event.chat_id, "message_id": event.message_id}
