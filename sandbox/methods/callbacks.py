"""Answers to taps, and reactions."""

from urllib.parse import urlsplit

from sandbox.presses import CallbackAnswer
from sandbox.refusals import QUERY_TOO_OLD, bad_request
from sandbox.request import Access, Request

_LONGEST = 200


def answer_callback_query(request: Request) -> bool:
    """A notice, a window or a link, once, within about 15 seconds of the tap; free of rates."""
    press = request.telegram.presses.get(request.text("callback_query_id"))
    age = request.telegram.now() - press.at if press is not None else 0.0
    if press is None or press.bot is not request.bot or age > request.telegram.limits.callback_answer:
        raise bad_request(QUERY_TOO_OLD)
    if press.answer is not None:
        raise bad_request(QUERY_TOO_OLD)
    text = request.text("text")
    if len(text) > _LONGEST:
        raise bad_request("MESSAGE_TOO_LONG")
    url = request.text("url")
    if url and urlsplit(url).hostname not in ("t.me", "telegram.me"):
        raise bad_request("URL_INVALID")
    press.give(CallbackAnswer(text, request.boolean("show_alert"), url or None))
    request.telegram.events.add("answer", press.message.chat.id, press.message.message_id)
    return True


def set_message_reaction(request: Request) -> bool:
    """One reaction of the bot under a message, or none."""
    reactions = request.json("reaction") or []
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of ReactionType")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message = request.message(request.chat(Access.READ), "message to react")
    for reaction in reactions:
        if not isinstance(reaction, dict) or reaction.get("type") not in ("emoji", "custom_emoji", "paid"):
            raise bad_request("can't parse ReactionType: invalid reaction type specified")
    request.telegram.events.add("edit", message.chat.id, message.message_id)
    return True


METHODS = {"answerCallbackQuery": answer_callback_query, "setMessageReaction": set_message_reaction}
