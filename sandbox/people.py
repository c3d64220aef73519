"""Who there is: people and bots, and how each looks to the Bot API."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.acts import PersonActs

if TYPE_CHECKING:
    from sandbox.telegram import Telegram
    from sandbox.updates import UpdateQueue

Scope = tuple[str, int, int, str]


@dataclass(eq=False)
class Person(PersonActs):
    """A person with a Telegram account. What a person does is in `sandbox.acts`.

    Args:
        telegram: the Telegram this account is in.
        id: the account's id, also the id of the private chat with any bot.
        note: who this is, for the sandbox's page.
    """

    telegram: "Telegram"
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ru"
    note: str = ""
    deactivated: bool = False
    blocked: set[int] = field(default_factory=set)
    known_to: set[int] = field(default_factory=set)

    is_bot = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def as_json(self) -> dict[str, Any]:
        """Bot API `User`."""
        body: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                body[name] = value
        return body


@dataclass(eq=False)
class Bot:
    """A bot's account with everything Telegram remembers about it."""

    token: str
    id: int
    username: str
    name: str
    queue: "UpdateQueue"
    reads_all: bool = False
    commands: dict[Scope, list[dict[str, str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)
    next_message_id: int = 1

    is_bot = True

    def as_json(self) -> dict[str, Any]:
        """Bot API `User` as others see it."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def commands_for(self, person: Person, chat_id: int, chat_type: str, *, admin: bool) -> list[dict[str, str]]:
        """The command list this person sees in this chat: the narrowest scope wins, the own language first."""
        scopes: list[tuple[str, int, int]] = []
        if chat_type == "private":
            scopes = [("chat", chat_id, 0), ("all_private_chats", 0, 0)]
        else:
            scopes = [("chat_member", chat_id, person.id)]
            scopes += [("chat_administrators", chat_id, 0)] if admin else []
            scopes += [("chat", chat_id, 0)]
            scopes += [("all_chat_administrators", 0, 0)] if admin else []
            scopes += [("all_group_chats", 0, 0)]
        for kind, chat, user in [*scopes, ("default", 0, 0)]:
            for language in (person.language_code or "", ""):
                if found := self.commands.get((kind, chat, user, language)):
                    return found
        return []
