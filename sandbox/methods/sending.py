"""Sending one message of any kind."""

from typing import Any

from sandbox.chats import Chat, Topic
from sandbox.content import caption_text, message_text
from sandbox.files import StoredFile
from sandbox.messages import Message
from sandbox.refusals import bad_request
from sandbox.request import Access, Request

_KINDS_OF_WORK = (
    "typing choose_sticker find_location upload_document upload_photo record_video upload_video record_voice "
    "upload_voice record_video_note upload_video_note record_audio upload_audio"
)
_ACTIONS = frozenset(_KINDS_OF_WORK.split())
_GROUP_WORDS = {
    "text": "text messages",
    "photo": "photos",
    "document": "documents",
    "voice": "voice notes",
    "video": "videos",
    "audio": "music",
    "poll": "polls",
}


def place(request: Request, kind: str) -> dict[str, Any]:
    """Where a message goes: checks the chat, topic, reply and rights, and the keyboard.

    Returns:
        Fields of the message: chat, topic_id, reply_to, markup, protected, sender or via.

    Raises:
        Refusal: 400 or 403 in Telegram's words.
    """
    markup = request.markup()
    chat = request.chat(Access.WRITE)
    if markup is not None and chat.type == "channel" and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    topic = request.topic(chat)
    reply_to = request.reply(chat)
    check_rights(request, chat, kind)
    if topic is not None and topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return {
        "chat": chat,
        "topic_id": _topic_id(chat, topic, reply_to),
        "reply_to": reply_to,
        "markup": markup,
        "protected": request.boolean("protect_content"),
        "via" if chat.type == "channel" else "sender": request.bot,
    }


def _topic_id(chat: Chat, topic: Topic | None, reply_to: Message | None) -> int | None:
    """A reply goes to the topic of its message when none is named."""
    if topic is not None:
        return topic.topic_id
    return reply_to.topic_id if reply_to is not None and reply_to.chat is chat else None


def check_rights(request: Request, chat: Chat, kind: str) -> None:
    """Whether the bot may send this kind here.

    Raises:
        Refusal: 400 for a channel without the right to post, or a group that restricts the bot.
    """
    if chat.type == "private":
        return
    member = chat.members[request.bot.id]
    if chat.type == "channel" and not member.can("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if member.status == "restricted":
        right = {"text": "can_send_messages", "photo": "can_send_photos", "document": "can_send_documents"}.get(
            kind, "can_send_other_messages"
        )
        if right not in member.rights:
            words = _GROUP_WORDS.get(kind, "other messages")
            raise bad_request(f"not enough rights to send {words} to the chat")


def send(request: Request, kind: str, **fields: Any) -> dict[str, Any]:
    """Check the place, count against the rates, post. Returns Bot API `Message`."""
    where = place(request, kind)
    request.telegram.spend(request.bot, where["chat"])
    return request.telegram.post(kind=kind, **where, **fields).as_json()


def media(request: Request, kind: str, value: str, missing: str) -> StoredFile:
    """A file of the request: uploaded, attached, or named by its id.

    Args:
        kind: of the file.
        value: the parameter, maybe `attach://name`, empty when the file came under the name of the kind.
        missing: words of the refusal when there is none.

    Raises:
        Refusal: 400 in Telegram's words, 413 for an upload that is too big.
    """
    upload = request.files.get(value.removeprefix("attach://")) if value.startswith("attach://") else None
    if upload is None and not value:
        upload = request.files.get(kind)
    if upload is not None:
        return request.telegram.files.add(kind, upload, duration=request.integer("duration"))
    if not value:
        raise bad_request(missing)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return request.telegram.files.reuse(kind, value)


def send_message(request: Request) -> dict[str, Any]:
    """A text of 1–4096 characters after parsing."""
    if not isinstance(request.json("link_preview_options"), dict | None):
        raise bad_request("object expected as link preview options")
    body, entities = message_text(request, "message is too long")
    return send(request, "text", body=body, entities=entities)


def _send_media(kind: str, *, captioned: bool = True) -> Any:
    def handler(request: Request) -> dict[str, Any]:
        file = media(request, kind, request.text(kind), f"there is no {kind} in the request")
        body, entities = caption_text(request) if captioned else ("", [])
        return send(request, kind, file=file, body=body, entities=entities)

    return handler


def _number(request: Request, name: str, bound: float) -> float:
    value = request.text(name).strip()
    if not value:
        raise bad_request(f"{name} is empty")
    try:
        number = float(value)
    except ValueError:
        number = 1e9
    if abs(number) > bound:
        raise bad_request("invalid location specified")
    return number


def send_location(request: Request) -> dict[str, Any]:
    """A place on the map, in degrees."""
    location = {"latitude": _number(request, "latitude", 90), "longitude": _number(request, "longitude", 180)}
    return send(request, "location", details={"location": location})


def send_contact(request: Request) -> dict[str, Any]:
    """A phone number with a name."""
    contact = {name: request.text(name) for name in ("phone_number", "first_name", "last_name") if request.text(name)}
    for name in ("phone_number", "first_name"):
        if name not in contact:
            raise bad_request(f"{'phone number' if name == 'phone_number' else 'first name'} is empty")
    return send(request, "contact", details={"contact": contact})


def send_poll(request: Request) -> dict[str, Any]:
    """A poll: a question of 1–300 characters and 2–12 options of 1–100."""
    question = request.text("question").strip()
    options = request.json("options")
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > 300:
        raise bad_request("poll question length must not exceed 300")
    if not isinstance(options, list):
        raise bad_request("expected an Array of String as options")
    texts = [str(option.get("text", "") if isinstance(option, dict) else option).strip() for option in options]
    if len(texts) < 2:
        raise bad_request("poll must have at least 2 option")
    if len(texts) > 12:
        raise bad_request("poll can't have more than 12 options")
    if not all(texts):
        raise bad_request("poll options must be non-empty")
    if any(len(text) > 100 for text in texts):
        raise bad_request("poll options length must not exceed 100")
    poll = {
        "id": request.telegram.new_callback_id(),
        "question": question,
        "options": [{"text": text, "voter_count": 0, "persistent_id": str(n)} for n, text in enumerate(texts)],
        "total_voter_count": 0,
        "is_closed": request.boolean("is_closed"),
        "is_anonymous": request.text("is_anonymous") == "" or request.boolean("is_anonymous"),
        "type": request.text("type") or "regular",
        "allows_multiple_answers": request.boolean("allows_multiple_answers"),
        "allows_revoting": True,
        "members_only": False,
    }
    return send(request, "poll", details={"poll": poll})


def send_chat_action(request: Request) -> bool:
    """«печатает…»: shown for a moment, kept nowhere."""
    if request.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    request.chat(Access.WRITE)
    return True


METHODS = {
    "sendMessage": send_message,
    "sendPhoto": _send_media("photo"),
    "sendDocument": _send_media("document"),
    "sendVoice": _send_media("voice"),
    "sendVideo": _send_media("video"),
    "sendAudio": _send_media("audio"),
    "sendAnimation": _send_media("animation"),
    "sendSticker": _send_media("sticker", captioned=False),
    "sendLocation": send_location,
    "sendContact": send_contact,
    "sendPoll": send_poll,
    "sendChatAction": send_chat_action,
}
