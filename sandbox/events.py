"""What happened in the sandbox, numbered, for the page: it re-reads what changed."""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is message, edit, delete, answer, clock, person or chat."""

    n: int
    kind: str
    chat_id: int | None
    message_id: int | None


class EventLog:
    """The latest events; older ones are forgotten, the page then reads everything again."""

    def __init__(self, kept: int = 2_000) -> None:
        self._events: deque[Event] = deque(maxlen=kept)
        self._changed = asyncio.Event()
        self.last = 0

    def add(self, kind: str, chat_id: int | None = None, message_id: int | None = None) -> None:
        """Note that something happened."""
        self.last += 1
        self._events.append(Event(self.last, kind, chat_id, message_id))
        self._changed.set()

    def after(self, n: int) -> list[Event]:
        """Events with a greater number."""
        return [event for event in self._events if event.n > n]

    async def wait(self, n: int, seconds: float) -> list[Event]:
        """Events with a greater number, at the latest after `seconds` of real time (then maybe none)."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self.last <= n and (left := deadline - loop.time()) > 0:
            self._changed.clear()
            try:
                async with asyncio.timeout(left):
                    await self._changed.wait()
            except TimeoutError:
                break
        return self.after(n)
