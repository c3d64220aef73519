"""Lists of commands by scope and language."""

import re
from typing import Any

from sandbox.people import Scope
from sandbox.refusals import bad_request
from sandbox.request import Access, Request, whole

_NAME = re.compile(r"[a-z0-9_]+")
_PLAIN = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_OF_CHAT = ("chat", "chat_administrators", "chat_member")


def _scope(request: Request) -> Scope:
    language = request.text("language_code")
    if language and not (len(language) == 2 and language.isalpha() and language.islower()):
        raise bad_request("invalid language code specified")
    scope = request.json("scope")
    if scope is None:
        return "default", 0, 0, language
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind in _PLAIN:
        return str(kind), 0, 0, language
    if kind not in _OF_CHAT:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    user_id = whole(scope.get("user_id"))
    if kind == "chat_member" and user_id <= 0:
        raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
    chat = request.chat_of(str(scope["chat_id"]), Access.READ)
    return str(kind), chat.id, user_id if kind == "chat_member" else 0, language


def _commands(request: Request) -> list[dict[str, str]]:
    given = request.json("commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad_request("too many bot commands specified")
    return [_command(item) for item in given]


def _command(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(item.get("command", "")).strip().removeprefix("/")
    description = str(item.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def set_my_commands(request: Request) -> bool:
    """At most 100 commands for one scope and language."""
    request.bot.commands[_scope(request)] = _commands(request)
    request.telegram.events.add("chat")
    return True


def get_my_commands(request: Request) -> list[dict[str, str]]:
    """Exactly what was set for this scope and language."""
    return request.bot.commands.get(_scope(request), [])


def delete_my_commands(request: Request) -> bool:
    """The wider scope shows again."""
    request.bot.commands.pop(_scope(request), None)
    request.telegram.events.add("chat")
    return True


METHODS = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
