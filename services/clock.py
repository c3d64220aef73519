"""The one clock of the program. Everything that needs the time is given a `Clock`; nobody asks the system."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the program knows about time."""

    def now(self) -> datetime:
        """The current moment, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait for `seconds` of this clock; a clock that is moved forward ends the wait early."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


class MovableClock:
    """The machine's clock plus an offset that only grows, for the sandbox and the tests.

    Args:
        start: moment to begin at (aware); the machine's time when omitted.
        frozen: when true the clock stands still except for `advance` and `move_to`.
    """

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        self._frozen_at = (start or datetime.now(UTC)).astimezone(UTC) if frozen else None
        self._offset = (start - datetime.now(UTC)) if start and not frozen else timedelta(0)
        self._moved = asyncio.Event()
        self._listeners: list[Callable[[], None]] = []

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of the machine's."""
        return self.now() - datetime.now(UTC) if self._frozen_at else self._offset

    def now(self) -> datetime:
        return self._frozen_at or datetime.now(UTC) + self._offset

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every move, for example to run the scheduler's tick at once."""
        self._listeners.append(listener)

    def advance(self, step: timedelta) -> None:
        """Move forward by `step`.

        Raises:
            ValueError: the step is negative; reminders already sent cannot be unsent.
        """
        if step < timedelta(0):
            raise ValueError("time only moves forward")
        if self._frozen_at:
            self._frozen_at += step
        else:
            self._offset += step
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
        for listener in self._listeners:
            listener()

    def move_to(self, moment: datetime) -> None:
        """Move forward to `moment` (aware).

        Raises:
            ValueError: the moment is in this clock's past.
        """
        self.advance(moment - self.now())

    async def sleep(self, seconds: float) -> None:
        until = self.now() + timedelta(seconds=seconds)
        while (left := (until - self.now()).total_seconds()) > 0:
            moved = self._moved
            try:
                async with asyncio.timeout(None if self._frozen_at else left):
                    await moved.wait()
            except TimeoutError:
                return
