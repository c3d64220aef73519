"""Telegram's rates: so many messages a second in all, in a chat, and a minute in a group or channel.

The numbers are the ones of the product (section 8); Telegram publishes no exact ones.
"""

import asyncio
from collections import deque
from dataclasses import dataclass

from services.clock import Clock

_FORGET_OVER_CHATS = 5_000
_LATE_SECONDS = 0.01  # a third of the margin in a second
_SHORTEST_SLEEP = 0.001  # moments are whole microseconds: a shorter one might never pass


@dataclass(frozen=True, slots=True)
class LimitsConfig:
    """Rates to stay within.

    Args:
        per_second: messages in any second, to all chats.
        chat_seconds: a private chat gets one message in so many seconds on average …
        chat_burst: … and so many at once.
        group_per_minute: messages in any 60 s to one group or channel.
        margin: seconds by which requests may be late in different ways; for the whole bot, in each second.
    """

    per_second: int = 30
    chat_seconds: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20
    margin: float = 0.03

    @classmethod
    def off(cls) -> "LimitsConfig":
        """No limits: for tests that are about something else."""
        return cls(per_second=1_000_000, chat_seconds=0.0, group_per_minute=1_000_000, margin=0.0)


class Window:
    """At most `count` in any `seconds`."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._moments: deque[float] = deque(maxlen=count)

    def wait(self, now: float) -> float:
        """Seconds until another one fits."""
        if len(self._moments) < (self._moments.maxlen or 1):
            return 0.0
        return max(0.0, self._moments[0] + self._seconds - now)

    def take(self, now: float) -> None:
        """Another one goes now. A sleep that ended a little late does not put off all that follow."""
        if len(self._moments) == self._moments.maxlen:
            now = min(now, max(now - _LATE_SECONDS, self._moments[0] + self._seconds))
        self._moments.append(now)

    def is_idle(self, now: float) -> bool:
        """Whether what went is too long ago to matter."""
        return not self._moments or self._moments[-1] + self._seconds <= now


class Limits:
    """Keeps to the rates, whoever sends.

    Args:
        config: the rates.
        clock: whose seconds count.
    """

    def __init__(self, clock: Clock, config: LimitsConfig | None = None) -> None:
        self._clock = clock
        self._config = config or LimitsConfig()
        # A tenth of a second's messages in a tenth of a second: as many, but not in one burst.
        share = max(1, self._config.per_second // 10)
        self._overall = Window(share, share / self._config.per_second * (1.0 + self._config.margin))
        self._chats: dict[int, Window] = {}
        self._paused: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._gate = asyncio.Lock()

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get a message, as far as the chat is concerned."""
        now = self._now()
        paused = self._paused.get(chat_id, 0.0) - now
        return max(0.0, paused, self._chat(chat_id).wait(now))

    async def slot(self, chat_id: int) -> None:
        """Wait until a message may go to this chat, and count it."""
        while (wait := self.chat_wait(chat_id)) > 0.0:
            await self._clock.sleep(max(wait, _SHORTEST_SLEEP))
        async with self._gate:  # first come, first served
            while (wait := max(self._all_paused_until - self._now(), self._overall.wait(self._now()))) > 0.0:
                await self._clock.sleep(max(wait, _SHORTEST_SLEEP))
            self.count(chat_id)

    def count(self, chat_id: int) -> None:
        """A message goes to this chat now; also for those that do not wait, the answers to what a person just did."""
        now = self._now()
        self._overall.take(now)
        self._chat(chat_id).take(now)

    def pause(self, chat_id: int, seconds: float) -> None:
        """Telegram asked for a pause. It does not say whether the chat or the bot is meant.

        The first chat to be refused is paused alone; when a second one is, meanwhile, it is the bot.
        """
        now = self._now()
        until = now + seconds
        others = [chat for chat, end in self._paused.items() if chat != chat_id and end > now]
        self._paused = {chat: self._paused[chat] for chat in others} | {chat_id: until}
        if others:
            self._all_paused_until = max(self._all_paused_until, until)

    def _chat(self, chat_id: int) -> Window:
        window = self._chats.get(chat_id)
        if window is None:
            if len(self._chats) > _FORGET_OVER_CHATS:
                now = self._now()
                self._chats = {chat: kept for chat, kept in self._chats.items() if not kept.is_idle(now)}
            config = self._config
            if chat_id < 0:
                window = Window(config.group_per_minute, 60.0 + config.margin)
            else:
                window = Window(config.chat_burst, config.chat_burst * config.chat_seconds + config.margin)
            self._chats[chat_id] = window
        return window

    def _now(self) -> float:
        return self._clock.now().timestamp()
