"""sendMediaGroup: 2–10 items (one is taken too) as separate messages with one `media_group_id`."""

import random
from typing import Any

from sandbox.content import checked_caption
from sandbox.methods.sending import media, place
from sandbox.refusals import bad_request
from sandbox.request import Request

_KINDS = ("photo", "video", "document", "audio")
_ALONE = {"document": "Documents", "audio": "Audio"}


def _items(request: Request) -> list[dict[str, Any]]:
    items = request.json("media")
    if items is None:
        raise bad_request("media is empty")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    for item in items:
        if not isinstance(item, dict):
            raise bad_request("can't parse InputMedia: expected an Object")
        if item.get("type") not in _KINDS:
            raise bad_request("can't use the media of the specified type in the album")
    kinds = {item["type"] for item in items}
    for kind, words in _ALONE.items():
        if kind in kinds and len(kinds) > 1:
            raise bad_request(f"{words} can't be mixed with other media types")
    return items


def item_fields(request: Request, item: dict[str, Any], too_long: str) -> dict[str, Any]:
    """The fields of a message made of one `InputMedia`.

    Raises:
        Refusal: 400 in Telegram's words.
    """
    kind = item["type"]
    if not item.get("media"):
        raise bad_request("can't parse InputMedia: media not found")
    file = media(request, kind, str(item["media"]), "can't parse InputMedia: media not found")
    body, entities = checked_caption(
        request,
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities"),
        too_long,
    )
    return {"kind": kind, "file": file, "body": body, "entities": entities}


def send_media_group(request: Request) -> list[dict[str, Any]]:
    """All items or none."""
    items = _items(request)
    fields = [item_fields(request, item, "message caption is too long") for item in items]
    where = place(request, items[0]["type"])
    where["markup"] = None
    request.telegram.spend(request.bot, where["chat"], len(items))
    group = str(random.randrange(10**16, 10**17)) if len(items) > 1 else None
    return [request.telegram.post(media_group_id=group, **where, **each).as_json() for each in fields]


METHODS = {"sendMediaGroup": send_media_group}
