"""Text of a message or a caption: parsing, trimming, length, found entities."""

from typing import Any

from sandbox.entities import Entity, clean, ordered, trim, units, with_found
from sandbox.html_mode import checked_link, parse_html
from sandbox.refusals import bad_request
from sandbox.request import Request

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
_RAW_BYTES = 1 << 15
_GIVEN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)


def formatted(request: Request, source: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """The text after parsing, with its entities.

    Args:
        source: what the bot sent.
        parse_mode: HTML, nothing or none; Markdown is known to Telegram but not to the sandbox.
        entities: parsed JSON of entities given instead of a parse mode.

    Raises:
        Refusal: 400 in Telegram's words.
    """
    if len(source) > _RAW_BYTES // 4 and len(source.encode()) > _RAW_BYTES:
        raise bad_request("text is too long")
    source = clean(source)
    mode = parse_mode.lower()
    found: list[Entity] = []
    if source and mode not in ("", "none"):
        if mode in ("markdown", "markdownv2"):
            request.telegram.note_violation(request.method, f"parse mode {parse_mode} is not supported by the sandbox")
            raise bad_request(f"can't parse entities: parse mode {parse_mode} is not supported by the sandbox")
        if mode != "html":
            raise bad_request("unsupported parse_mode")
        source, found = parse_html(source, request.telegram.user_json)
    elif isinstance(entities, list):
        given = [_given(request, entity, units(source)) for entity in entities]
        found = ordered(entity for entity in given if entity is not None)
    text, found = trim(source, found)
    return text, with_found(text, found)


def _given(request: Request, entity: Any, end: int) -> Entity | None:
    """An entity the bot gave itself, checked; None for kinds that Telegram finds by itself and for empty ones."""
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length"):
        if not isinstance(entity.get(name), int):
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    kind, offset, length = str(entity.get("type")), entity["offset"], entity["length"]
    if kind not in _GIVEN or offset < 0 or length <= 0:
        return None
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
        )
    kept: Entity = {"type": kind, "offset": offset, "length": length}
    if kind == "text_link":
        kept["url"] = _link(str(entity.get("url") or ""))
    elif kind == "text_mention":
        kept["user"] = _known(request, entity.get("user"))
    elif kind == "custom_emoji":
        kept["custom_emoji_id"] = str(entity.get("custom_emoji_id"))
    elif kind == "pre" and entity.get("language"):
        kept["language"] = str(entity["language"])
    return kept if kept.get("user", True) else None


def _link(url: str) -> str:
    checked = checked_link(url)
    if checked is None:
        raise bad_request(f"entity URL '{url}' is invalid: Wrong HTTP URL")
    return checked


def _known(request: Request, user: Any) -> dict[str, Any] | None:
    number = user.get("id") if isinstance(user, dict) else None
    return request.telegram.user_json(number) if isinstance(number, int) else None


def message_text(request: Request, too_long: str) -> tuple[str, list[Entity]]:
    """`text` of sendMessage and editMessageText: 1–4096 characters after parsing.

    Raises:
        Refusal: 400; `too_long` are its words for an overlong text, which differ between sending and editing.
    """
    source = request.text("text")
    if not source:
        raise bad_request("message text is empty")
    text, entities = formatted(request, source, request.text("parse_mode"), request.json("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT_LENGTH:
        raise bad_request(too_long)
    return text, entities


def caption_text(request: Request, too_long: str = "message caption is too long") -> tuple[str, list[Entity]]:
    """`caption` of media: 0–1024 characters after parsing.

    Raises:
        Refusal: 400; `too_long` are its words for an overlong caption.
    """
    return checked_caption(
        request, request.text("caption"), request.text("parse_mode"), request.json("caption_entities"), too_long
    )


def checked_caption(
    request: Request, source: str, parse_mode: str, entities: Any, too_long: str
) -> tuple[str, list[Entity]]:
    """A caption from anywhere, checked like `caption_text`."""
    if not source:
        return "", []
    text, found = formatted(request, source, parse_mode, entities)
    if len(text) > CAPTION_LENGTH:
        raise bad_request(too_long)
    return text, found
