"""Keyboards: what Telegram accepts under a message, and its words when it does not."""

from typing import Any

from sandbox.html_mode import checked_link
from sandbox.limits import Limits
from sandbox.refusals import bad_request

Markup = dict[str, Any]

ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
_ACTION_SET = frozenset(ACTIONS)
_STYLES = ("", "default", "primary", "danger", "success")
_OBJECTS = ("web_app", "copy_text")
_INLINE = "can't parse inline keyboard button: "


def several_actions(markup: Markup) -> list[str]:
    """Texts of inline buttons with more than one action: Telegram takes one of them without a word."""
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        return []
    return [
        str(button.get("text"))
        for row in rows
        for button in row
        if len(_ACTION_SET & button.keys()) > 1 and sum(button.get(action) is not None for action in ACTIONS) > 1
    ]


def parse_markup(value: Any, size: int, limits: Limits, *, inline_only: bool) -> Markup | None:
    """Check a `reply_markup` and bring it to the form Telegram keeps.

    Args:
        value: the parsed parameter, one of the four kinds.
        size: its length in bytes.
        limits: how many buttons and bytes.
        inline_only: true for edits and for channels, where other kinds are refused.

    Returns:
        The markup, or None when there is none: an empty keyboard is none.

    Raises:
        Refusal: 400 in Telegram's words.
    """
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if value.get("inline_keyboard") is not None:
        return _inline(value["inline_keyboard"], size, limits)
    if not any(value.get(kind) for kind in ("keyboard", "remove_keyboard", "force_reply")):
        return None
    if inline_only:
        raise bad_request("inline keyboard expected")
    return {**value, "keyboard": _reply(value["keyboard"])} if value.get("keyboard") else value


def _inline(rows: Any, size: int, limits: Limits) -> Markup | None:
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_inline_button(button) for button in row] for row in rows if row]
    count = sum(len(row) for row in kept)
    if count > limits.markup_buttons or size > limits.markup:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if count else None


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad_request(f"{_INLINE}InlineKeyboardButton must be an Object")
    text = _text_of(button, _INLINE)
    if button.get("style", "") not in _STYLES:
        raise bad_request(f"{_INLINE}invalid button style specified")
    look = {name: button[name] for name in ("icon_custom_emoji_id", "style") if button.get(name)}
    if url := button.get("url"):
        return {"text": text, **look, "url": _button_url(str(url))}
    if data := button.get("callback_data"):
        if not isinstance(data, str) or len(data.encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": text, **look, "callback_data": data}
    for action in ACTIONS[2:]:
        if button.get(action) is not None:
            return {"text": text, **look, action: _checked(action, button[action])}
    raise bad_request(f"{_INLINE}Text buttons are unallowed in the inline keyboard")


def _text_of(button: dict[str, Any], prefix: str) -> str:
    text = button.get("text")
    if text is None:
        raise bad_request(f'{prefix}Can\'t find field "text"')
    if not isinstance(text, str):
        raise bad_request(f'{prefix}Field "text" must be of type String')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    return text


def _button_url(url: str) -> str:
    scheme = url.split("://", 1)[0].lower() if "://" in url else ""
    if scheme and scheme not in ("http", "https", "tg", "ton", "tonsite", "ftp"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    checked = checked_link(url)
    if checked is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return checked


def _checked(action: str, value: Any) -> Any:
    if action in _OBJECTS and not isinstance(value, dict):
        raise bad_request(f'{_INLINE}Field "{action}" must be of type Object')
    if action == "web_app" and not str(value.get("url", "")).startswith("https://"):
        raise bad_request(
            f"inline keyboard button Web App URL '{value.get('url')}' is invalid: Only HTTPS links are allowed"
        )
    if action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value


def _reply(rows: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    kept = [[_reply_button(button) for button in row] for row in rows if row]
    if sum(len(row) for row in kept) > 300:
        raise bad_request("reply markup is too long")
    return kept


def _reply_button(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    _text_of(button, "can't parse keyboard button: ")
    return {name: value for name, value in button.items() if value not in (None, False)}
