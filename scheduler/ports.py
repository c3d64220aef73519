"""What delivery needs from the rest of the program. `bot/` plugs the real ones in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.notice import Notice
from storage.outbox import Recipient


@dataclass(frozen=True, slots=True)
class Address:
    """Where and how a recipient is written to.

    Args:
        chat_id: Telegram's id of the chat; negative for groups and channels.
        calm_from: the first moment, now or later, at which calm notices may come (product, section 2).
        locale, zone: of the texts.
        blocked: the person is known to have blocked the bot.
    """

    to: Recipient
    chat_id: int
    calm_from: datetime
    locale: str
    zone: str
    blocked: bool = False


class Addressees(Protocol):
    """Who recipients are."""

    async def find(self, recipients: Collection[Recipient], now: datetime) -> Mapping[Recipient, Address]:
        """Their addresses; one who cannot be written to at all is absent."""
        ...

    async def stand_in(self, tx: AsyncConnection, to: Recipient, now: datetime) -> Recipient | None:
        """Note that this person blocked the bot, and say who gets their letters: deputy or organisation head."""
        ...


class Renderer(Protocol):
    """Puts notices into words for a recipient, at the moment of delivery."""

    async def __call__(self, notices: Sequence[Notice], address: Address, *, delayed: bool) -> Sequence[Any]:
        """Messages to send in order, each with one request; none when nothing is relevant any more.

        Args:
            notices: several when they waited together and go as one.
            address: for whom.
            delayed: they waited through a downtime, and the message says so.
        """
        ...


class Sender(Protocol):
    """Gives one message to Telegram."""

    async def __call__(self, chat_id: int, message: Any) -> Sequence[int]:
        """Send; returns the ids of the messages.

        Raises:
            SendError: see `scheduler.errors`.
        """
        ...
