"""The queue of updates of one bot: sequence numbers, lifetimes, filters, what was acknowledged."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from typing import Any

from sandbox.refusals import Refusal

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "poll",
    "poll_answer",
    "inline_query",
    "chosen_inline_result",
    "chat_join_request",
)
OFF_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, eq=False)
class Pending:
    """An update that waits: `expires` is a moment of the sandbox's clock, `lane` the chat whose order it keeps."""

    update_id: int
    expires: float
    lane: int
    body: dict[str, Any]


@dataclass(slots=True)
class Webhook:
    """What setWebhook said, and how delivery goes."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    last_error_date: int | None = None
    last_error: str | None = None


class UpdateQueue:
    """Updates of one bot, oldest first, until they are acknowledged or expire."""

    def __init__(self) -> None:
        self._waiting: deque[Pending] = deque()
        self._next_id = random.randrange(100_000_000, 900_000_000)
        self._poll: asyncio.Future[None] | None = None
        self.changed = asyncio.Event()
        self.allowed: list[str] = []
        self.webhook: Webhook | None = None
        self.webhook_set_at = -1e18
        self.last_offset: int | None = None
        self.last_poll_at = -1e18

    def __len__(self) -> int:
        return len(self._waiting)

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind; the filter works when an update arises, not later."""
        return kind in self.allowed if self.allowed else kind not in OFF_BY_DEFAULT

    def push(self, kind: str, body: dict[str, Any], *, expires: float, lane: int) -> None:
        """Add an update, unless its kind is filtered out, and wake whoever waits."""
        if not self.wants(kind):
            return
        self._waiting.append(Pending(self._next_id, expires, lane, {"update_id": self._next_id, kind: body}))
        self._next_id += 1
        self.wake()

    def push_raw(self, body: dict[str, Any], *, expires: float, lane: int = 0) -> int:
        """Add an update as it is, malformed if the test wants so. Returns its id."""
        self._waiting.append(Pending(self._next_id, expires, lane, {"update_id": self._next_id, **body}))
        self._next_id += 1
        self.wake()
        return self._next_id - 1

    def wake(self) -> None:
        """Let the waiting getUpdates and the webhook look again."""
        self.changed.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def waiting(self, now: float) -> list[Pending]:
        """All updates that have not expired."""
        if any(pending.expires <= now for pending in self._waiting):
            self._waiting = deque(pending for pending in self._waiting if pending.expires > now)
        return list(self._waiting)

    def head(self, limit: int, now: float) -> list[dict[str, Any]]:
        """Up to `limit` oldest updates that have not expired."""
        found: list[dict[str, Any]] = []
        expired = False
        for pending in self._waiting:
            if pending.expires <= now:
                expired = True
            elif len(found) < limit:
                found.append(pending.body)
            else:
                break
        if expired:
            self.waiting(now)
        return found

    def forget(self, offset: int) -> None:
        """Acknowledge everything below `offset`; −n keeps the last n, 0 changes nothing."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif offset > 0:
            while self._waiting and self._waiting[0].update_id < offset:
                self._waiting.popleft()

    def done(self, pending: Pending) -> None:
        """Acknowledge one update that the webhook took."""
        if pending in self._waiting:
            self._waiting.remove(pending)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()

    def conflict(self, description: str) -> None:
        """End the getUpdates that waits, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refusal(409, description))

    def begin_poll(self) -> asyncio.Future[None]:
        """Start waiting for an update; the future fails with a Refusal when another request takes over."""
        self._poll = asyncio.get_running_loop().create_future()
        return self._poll

    def end_poll(self, poll: asyncio.Future[None]) -> None:
        """The wait is over."""
        if self._poll is poll:
            self._poll = None
        if not poll.done():
            poll.cancel()
        elif not poll.cancelled():
            poll.exception()
