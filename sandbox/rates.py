"""How often a bot may send: one message a second per chat with bursts, 20 a minute per group, 30 a second in all."""

import math
from collections import deque

from sandbox.limits import Limits
from sandbox.refusals import too_many_requests


class Rates:
    """The count of one bot's messages. All moments are seconds of the sandbox's clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._private: dict[int, tuple[float, float]] = {}

    def spend(self, chat_id: int, count: int, now: float) -> None:
        """Count `count` messages to a chat; an album counts each item. Edits are counted like messages.

        Raises:
            Refusal: 429 with `retry_after` in whole seconds; then nothing is counted.
        """
        limits = self._limits
        overall = _recent(self._overall, now - 1.0)
        wait = 0.0
        if len(overall) >= limits.overall_per_second:
            wait = overall[0] + 1.0 - now
        if chat_id < 0:
            group = _recent(self._groups.setdefault(chat_id, deque()), now - 60.0)
            if len(group) >= limits.group_per_minute:
                wait = max(wait, group[0] + 60.0 - now)
        else:
            tokens, at = self._private.get(chat_id, (float(limits.chat_burst), now))
            if limits.chat_per_second < math.inf:
                tokens = min(float(limits.chat_burst), tokens + (now - at) * limits.chat_per_second)
                if tokens < 1.0:
                    wait = max(wait, (1.0 - tokens) / limits.chat_per_second)
        if wait > 0.0:
            raise too_many_requests(max(1, math.ceil(wait)))
        overall.extend([now] * count)
        if chat_id < 0:
            group.extend([now] * count)
        elif limits.chat_per_second < math.inf:
            self._private[chat_id] = (tokens - count, now)


_TOLERANCE = 0.01  # seconds: an even stream at exactly the rate passes in spite of rounding


def _recent(moments: deque[float], since: float) -> deque[float]:
    while moments and moments[0] <= since + _TOLERANCE:
        moments.popleft()
    return moments
