"""copyMessage(s) and forwardMessage(s)."""

from typing import Any

from sandbox.chats import Chat
from sandbox.content import caption_text
from sandbox.messages import CAPTIONED, Message
from sandbox.methods.sending import place
from sandbox.refusals import bad_request
from sandbox.request import Access, Request


def _source(request: Request) -> Chat:
    if not request.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    return request.chat_of(request.text("from_chat_id"), Access.READ)


def _content(message: Message) -> dict[str, Any]:
    return {
        "kind": message.kind,
        "body": message.body,
        "entities": message.entities,
        "file": message.file,
        "details": message.details,
    }


def _check_copyable(message: Message, what: str) -> None:
    if message.kind == "service":
        raise bad_request(f"message can't be {what}")
    if message.protected:
        raise bad_request(f"message can't be {what}")


def copy_message(request: Request) -> dict[str, int]:
    """The same content without a link to the original; a caption may be replaced."""
    source = _source(request)
    original = request.message(source, "message to copy")
    _check_copyable(original, "copied")
    content = _content(original)
    if "caption" in request.params and original.kind in CAPTIONED:
        content["body"], content["entities"] = caption_text(request)
    where = place(request, original.kind)
    request.telegram.spend(request.bot, where["chat"])
    return {"message_id": request.telegram.post(**where, **content).message_id}


def forward_message(request: Request) -> dict[str, Any]:
    """The same content with its origin."""
    source = _source(request)
    original = request.message(source, "message to forward")
    _check_copyable(original, "forwarded")
    where = place(request, original.kind)
    request.telegram.spend(request.bot, where["chat"])
    return request.telegram.post(**where, **_content(original), forward_origin=_origin(original)).as_json()


def _origin(message: Message) -> dict[str, Any]:
    if message.forward_origin is not None:
        return message.forward_origin
    if message.sender is not None:
        return {"type": "user", "date": message.date, "sender_user": message.sender.as_json()}
    return {"type": "channel", "date": message.date, "chat": message.chat.as_json(), "message_id": message.message_id}


def _several(request: Request, what: str) -> list[Message]:
    numbers = message_ids(request)
    source = _source(request)
    found = [source.messages[number] for number in sorted(numbers) if number in source.messages]
    if not found:
        raise bad_request(f"there are no messages to {what}")
    return [message for message in found if message.kind != "service" and not message.protected]


def message_ids(request: Request) -> list[int]:
    """`message_ids`, 1–100 of them.

    Raises:
        Refusal: 400 in Telegram's words.
    """
    numbers = request.json("message_ids")
    if numbers is None or numbers == []:
        raise bad_request("message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(number, int) or str(number).isdecimal() for number in numbers):
        raise bad_request("message identifier must be a Number")
    if any(int(number) <= 0 for number in numbers):
        raise bad_request("invalid message identifier specified")
    return [int(number) for number in numbers]


def copy_messages(request: Request) -> list[dict[str, int]]:
    """Several copies; what cannot be found is left out."""
    originals = _several(request, "copy")
    where = place(request, "text")
    request.telegram.spend(request.bot, where["chat"], len(originals))
    return [{"message_id": request.telegram.post(**where, **_content(each)).message_id} for each in originals]


def forward_messages(request: Request) -> list[dict[str, int]]:
    """Several forwards; what cannot be found is left out."""
    originals = _several(request, "forward")
    where = place(request, "text")
    request.telegram.spend(request.bot, where["chat"], len(originals))
    return [
        {"message_id": request.telegram.post(**where, **_content(each), forward_origin=_origin(each)).message_id}
        for each in originals
    ]


METHODS = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
