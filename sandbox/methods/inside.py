"""Pins and topics: order inside a chat."""

from typing import Any

from sandbox.chats import Chat
from sandbox.refusals import bad_request
from sandbox.request import Access, Request

_COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def _check_pin(request: Request, chat: Chat) -> None:
    if chat.type == "private":
        return
    member = chat.members[request.bot.id]
    if not member.can("can_edit_messages" if chat.type == "channel" else "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")


def pin_chat_message(request: Request) -> bool:
    """Pin; people see a service message."""
    chat = request.chat(Access.WRITE)
    message = request.message(chat, "message to pin")
    _check_pin(request, chat)
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
        author = {"via" if chat.type == "channel" else "sender": request.bot}
        service = request.telegram.post(
            chat, kind="service", details={"pinned_message": message.as_json()}, service="pinned", **author
        )
        request.telegram.deliveries.message(service)
    return True


def unpin_chat_message(request: Request) -> bool:
    """Unpin one message, or the latest pinned."""
    chat = request.chat(Access.WRITE)
    _check_pin(request, chat)
    number = request.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    request.telegram.events.add("chat", chat.id)
    return True


def unpin_all_chat_messages(request: Request) -> bool:
    """Unpin everything."""
    chat = request.chat(Access.WRITE)
    _check_pin(request, chat)
    chat.pinned.clear()
    request.telegram.events.add("chat", chat.id)
    return True


def _forum(request: Request) -> Chat:
    chat = request.chat(Access.WRITE)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.members[request.bot.id].can("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    return chat


def create_forum_topic(request: Request) -> dict[str, Any]:
    """A topic with a name of 1–128 characters."""
    chat = _forum(request)
    name = request.text("name").strip()
    if not name:
        raise bad_request("topic title must be non-empty")
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    colour = request.integer("icon_color", _COLOURS[0])
    if colour not in _COLOURS:
        raise bad_request("invalid icon color specified")
    topic = request.telegram.add_topic(chat, name, by=request.bot, icon_color=colour)
    return {"message_thread_id": topic.topic_id, "name": topic.name, "icon_color": topic.icon_color}


def edit_forum_topic(request: Request) -> bool:
    """Another name."""
    chat = _forum(request)
    topic = request.topic(chat)
    if topic is None:
        raise bad_request("message thread not found")
    topic.name = request.text("name").strip() or topic.name
    request.telegram.events.add("chat", chat.id)
    return True


def _set_closed(request: Request, *, closed: bool) -> bool:
    chat = _forum(request)
    topic = request.topic(chat)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


def close_forum_topic(request: Request) -> bool:
    """Nobody writes there any more."""
    return _set_closed(request, closed=True)


def reopen_forum_topic(request: Request) -> bool:
    """Writing is possible again."""
    return _set_closed(request, closed=False)


METHODS = {
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
}
