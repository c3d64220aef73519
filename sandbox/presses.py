"""A pressed inline button: from the tap to the bot's answer."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.people import Bot, Person


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What answerCallbackQuery said: a short notice, or a window when `alert`, or a link to open."""

    text: str = ""
    alert: bool = False
    url: str | None = None


@dataclass(eq=False)
class CallbackPress:
    """A tap.

    Args:
        id: of the callback query; empty for a button that only opens a link.
        at: moment of the tap, seconds of the epoch by the sandbox's clock.
        answer: None until the bot answers.
    """

    id: str
    person: "Person"
    bot: "Bot | None"
    message: "Message"
    data: str
    at: float
    answer: CallbackAnswer | None = None
    _answered: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    def give(self, answer: CallbackAnswer) -> None:
        """Note the bot's answer."""
        self.answer = answer
        self._answered.set()

    async def answered(self, seconds: float = 10.0) -> CallbackAnswer | None:
        """The answer, awaited for at most `seconds` of real time; None when there was none."""
        try:
            async with asyncio.timeout(seconds):
                await self._answered.wait()
        except TimeoutError:
            return None
        return self.answer
