"""Strangers may not keep the bot busy: a token bucket per Telegram id, for people without any role."""

from collections import OrderedDict
from datetime import datetime

from services.clock import Clock

BURST = 20.0
PER_SECOND = 1.0
REMEMBERED = 10_000


class Throttle:
    """Allows a burst of 20 updates and then one a second."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: OrderedDict[int, tuple[float, datetime]] = OrderedDict()

    def allows(self, telegram_id: int) -> bool:
        """Whether one more update of this person is handled now."""
        now = self._clock.now()
        left, since = self._buckets.pop(telegram_id, (BURST, now))
        left = min(BURST, left + (now - since).total_seconds() * PER_SECOND)
        allowed = left >= 1
        self._buckets[telegram_id] = (left - 1 if allowed else left, now)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return allowed
