"""Editing and deleting what the bot, or in groups others, wrote."""

from typing import Any

from sandbox.content import caption_text, message_text
from sandbox.markup import Markup
from sandbox.messages import CAPTIONED, Message
from sandbox.methods.albums import item_fields
from sandbox.methods.copying import message_ids
from sandbox.refusals import NOT_MODIFIED, bad_request
from sandbox.request import Access, Request


def _to_edit(request: Request) -> Message:
    if not request.text("chat_id") and not request.text("message_id"):
        if not request.text("inline_message_id"):
            raise bad_request("message identifier is not specified")
        raise bad_request("message to edit not found")
    chat = request.chat(Access.EDIT)
    message = request.message(chat, "message to edit")
    member = chat.members.get(request.bot.id)
    own = message.author is request.bot
    if chat.type == "channel" and member is not None:
        own = member.can("can_edit_messages") or (own and member.can("can_post_messages"))
    if not own or message.kind in ("service", "poll") or message.forward_origin is not None:
        raise bad_request("message can't be edited")
    if message.markup is not None and "inline_keyboard" not in message.markup:
        raise bad_request("message can't be edited")
    return message


def _apply(request: Request, message: Message, markup: Markup | None, **fields: Any) -> dict[str, Any]:
    """Change the message, unless nothing would change; counts against the rates like a new one."""
    same = message.markup == markup and all(getattr(message, name) == value for name, value in fields.items())
    if same:
        raise bad_request(NOT_MODIFIED)
    request.telegram.spend(request.bot, message.chat)
    for name, value in fields.items():
        setattr(message, name, value)
    message.markup = markup
    request.telegram.edited(message)
    return message.as_json()


def edit_message_text(request: Request) -> dict[str, Any]:
    """A new text; without `reply_markup` the keyboard goes."""
    body, entities = message_text(request, "MESSAGE_TOO_LONG")
    markup = request.markup(inline_only=True)
    message = _to_edit(request)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _apply(request, message, markup, body=body, entities=entities)


def edit_message_caption(request: Request) -> dict[str, Any]:
    """A new caption, or none."""
    body, entities = caption_text(request, "MEDIA_CAPTION_TOO_LONG")
    markup = request.markup(inline_only=True)
    message = _to_edit(request)
    if message.kind not in CAPTIONED:
        raise bad_request("there is no caption in the message to edit")
    return _apply(request, message, markup, body=body, entities=entities)


def edit_message_reply_markup(request: Request) -> dict[str, Any]:
    """Only the keyboard."""
    markup = request.markup(inline_only=True)
    return _apply(request, _to_edit(request), markup)


def edit_message_media(request: Request) -> dict[str, Any]:
    """Another file; in an album photos stay photos or videos, documents stay documents."""
    item = request.json("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    if item.get("type") not in ("photo", "video", "document", "audio", "animation"):
        raise bad_request("can't parse InputMedia: invalid type specified")
    fields = item_fields(request, item, "MEDIA_CAPTION_TOO_LONG")
    markup = request.markup(inline_only=True)
    message = _to_edit(request)
    if message.kind not in CAPTIONED and message.kind != "text":
        raise bad_request("there is no media in the message to edit")
    visual = ("photo", "video")
    if message.media_group_id and item["type"] != message.kind and {item["type"], message.kind} - {*visual}:
        raise bad_request("can't change media type in the album")
    return _apply(request, message, markup, **fields)


def _check_deletable(request: Request, message: Message) -> None:
    chat, own = message.chat, message.author is request.bot
    member = chat.members.get(request.bot.id)
    may_any = chat.type != "private" and member is not None and member.can("can_delete_messages")
    old = request.telegram.now() - message.date > request.telegram.limits.delete_for_everyone
    if may_any:
        return
    if chat.type in ("group", "supergroup") and not own:
        raise bad_request("message can't be deleted")
    if chat.type == "channel" and not (own and member is not None and member.can("can_post_messages")):
        raise bad_request("message can't be deleted")
    if old:
        raise bad_request("message can't be deleted for everyone")


def delete_message(request: Request) -> bool:
    """One message; own ones and, in private chats, the person's, within 48 hours."""
    if not request.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not request.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = request.message(request.chat(Access.WRITE), "message to delete")
    _check_deletable(request, message)
    request.telegram.remove(message)
    return True


def delete_messages(request: Request) -> bool:
    """Up to 100; what cannot be found is left out."""
    numbers = message_ids(request)
    chat = request.chat(Access.WRITE)
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    for message in found:
        _check_deletable(request, message)
    for message in found:
        request.telegram.remove(message)
    return True


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageMedia": edit_message_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
