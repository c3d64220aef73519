"""The bot about itself, and files."""

from typing import Any

from sandbox.refusals import bad_request
from sandbox.request import Access, Request


def get_me(request: Request) -> dict[str, Any]:
    """The bot's account."""
    return request.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": request.bot.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


def _set_text(request: Request, name: str, kept: dict[str, str], longest: int) -> bool:
    text = request.text(name)
    if len(text) > longest:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    kept[_language(request)] = text
    return True


def _language(request: Request) -> str:
    code = request.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.islower()):
        raise bad_request("invalid language code specified")
    return code


def _get_text(request: Request, name: str, kept: dict[str, str], default: str = "") -> dict[str, str]:
    return {name: kept.get(_language(request)) or kept.get("") or default}


def set_my_name(request: Request) -> bool:
    """Name in one language, 0–64 characters."""
    return _set_text(request, "name", request.bot.names, 64)


def get_my_name(request: Request) -> dict[str, str]:
    """Name in one language."""
    return _get_text(request, "name", request.bot.names, request.bot.name)


def set_my_description(request: Request) -> bool:
    """What an empty chat shows, 0–512 characters."""
    return _set_text(request, "description", request.bot.descriptions, 512)


def get_my_description(request: Request) -> dict[str, str]:
    """What an empty chat shows."""
    return _get_text(request, "description", request.bot.descriptions)


def set_my_short_description(request: Request) -> bool:
    """What the profile shows, 0–120 characters."""
    return _set_text(request, "short_description", request.bot.short_descriptions, 120)


def get_my_short_description(request: Request) -> dict[str, str]:
    """What the profile shows."""
    return _get_text(request, "short_description", request.bot.short_descriptions)


def set_chat_menu_button(request: Request) -> bool:
    """The button beside the input field of one private chat, or of all."""
    button = request.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    request.bot.menu_buttons[_menu_chat(request)] = button
    return True


def get_chat_menu_button(request: Request) -> dict[str, Any]:
    """The button beside the input field."""
    buttons = request.bot.menu_buttons
    return buttons.get(_menu_chat(request)) or buttons.get(None) or {"type": "commands"}


def _menu_chat(request: Request) -> int | None:
    return request.chat(Access.READ).id if request.text("chat_id") else None


def get_file(request: Request) -> dict[str, Any]:
    """Where a file can be fetched; at most 20 MB."""
    file_id = request.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = request.telegram.files.by_id(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > request.telegram.limits.download:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "file_size": stored.size,
        "file_path": stored.file_path,
    }


def leave_server(request: Request) -> bool:
    """logOut and close: the sandbox is the only server, so nothing follows."""
    del request
    return True


METHODS = {
    "getMe": get_me,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "getFile": get_file,
    "logOut": leave_server,
    "close": leave_server,
}
