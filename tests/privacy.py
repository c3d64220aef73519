"""What may never stand in a channel, a group or a push: interns' names and numbers, phones, anything medical.

Every test with the bot in process is searched when it ends: all that went to groups and channels, edits included, and
every letter of the outbox to a person as it was sent (what a person opens themselves by a tap is no push).
"""

import re
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import text

from sandbox.session import SandboxSession
from storage.database import Database

MEDICAL = re.compile(r"медосмотр|прививоч|пцр-тест|диагноз|медицинск\w+ (?:справк|заключени)", re.IGNORECASE)
PHONE = re.compile(r"(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}\b")
SHORTEST = 5
"""Letters of a secret that is looked for: a shorter number of a college would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it was sent or edited."""

    chat_id: int
    message_id: int
    text: str


@dataclass
class Ear:
    """Everything a bot said."""

    said: list[Said] = field(default_factory=list)

    def note(self, method: TelegramMethod[Any], result: Any) -> None:
        """Keep the words of a call that Telegram took."""
        name = method.__api_method__
        if not name.startswith(("send", "edit", "copy")):
            return
        chat_id = getattr(method, "chat_id", None)
        messages = result if isinstance(result, list) else [result]
        parts = getattr(method, "media", None)
        parts = parts if isinstance(parts, list) else [parts or method]
        for part, message in zip(parts, messages, strict=False):
            words = [getattr(part, key, None) for key in ("text", "caption", "question")]
            rows = getattr(getattr(method, "reply_markup", None), "inline_keyboard", None) or []
            words += [button["text"] if isinstance(button, dict) else button.text for row in rows for button in row]
            number = getattr(message, "message_id", None) or getattr(method, "message_id", None)
            if isinstance(chat_id, int) and number:
                self.said.append(Said(chat_id, number, " ".join(word for word in words if word)))


class ListeningSession(SandboxSession):
    """The sandbox's session that keeps what is said."""

    def __init__(self, telegram: Any, ear: Ear) -> None:
        super().__init__(telegram)
        self._ear = ear

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,
    ) -> TelegramType:
        """Call the sandbox; what it took is noted."""
        result = await super().make_request(bot, method, timeout)
        self._ear.note(method, result)
        return result


async def secrets(db: Database) -> set[str]:
    """Names of interns, and the colleges' own numbers, in small letters."""
    query = (
        "SELECT own_mark AS secret FROM practice_interns"
        " UNION SELECT p.name FROM people p JOIN practice_interns i ON i.person_id = p.id"
        " UNION SELECT p.name FROM people p JOIN memberships m ON m.person_id = p.id"
        " WHERE m.role = 'intern' AND p.withdrawn_at IS NULL"  # their name is a code by then
    )
    async with db.read() as connection:
        found = await connection.scalars(text(query))
        return {str(one).lower() for one in found if len(str(one)) >= SHORTEST}


async def pushed(db: Database, ear: Ear) -> list[Said]:
    """What went to groups and channels, and letters to people as they were sent."""
    query = (
        "SELECT p.telegram_id, o.message_ids FROM outbox o JOIN people p ON p.id = o.person_id"
        " WHERE o.message_ids IS NOT NULL"
    )
    async with db.read() as connection:
        rows = (await connection.execute(text(query))).all()
    letters = {(row[0], number) for row in rows for number in re.findall(r"\d+", str(row[1]))}
    found, first = [], set()
    for one in ear.said:
        key = (one.chat_id, one.message_id)
        if one.chat_id < 0 or (key not in first and (one.chat_id, str(one.message_id)) in letters):
            found.append(one)
        first.add(key)
    return found


async def check(db: Database, ear: Ear) -> int:
    """Search everything that was pushed; gives how much it was.

    Raises:
        AssertionError: something private stands there.
    """
    if not ear.said:
        return 0
    known, found = await secrets(db), await pushed(db, ear)
    for one in found:
        small = one.text.lower()
        assert not any(secret in small for secret in known), one
        assert not MEDICAL.search(one.text), one
        assert not PHONE.search(one.text), one
    return len(found)
