"""The inbox at work: an update is durable before Telegram may forget it, then handled in order per chat.

One loop owns all writes about updates: what arrived, what is finished and what is taken next share one transaction,
so under load the cost per update is a fraction of a statement.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeGuard

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from storage import inbox
from storage.database import Database, is_away

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
RENEW_SECONDS = 15.0
LOOK_AGAIN_SECONDS = 1.0
ATTEMPTS = 3
RETRY_SECONDS = 0.5
KEEP_DONE = timedelta(days=2)
LONGEST_LANE = 32

RawUpdate = dict[str, Any]
Handle = Callable[[RawUpdate], Awaitable[None]]


class Malformed(Exception):
    """This update can never be handled; it is put aside with the reason."""


@dataclass(slots=True)
class _Batch:
    """What the next transaction writes."""

    incoming: list[tuple[list[RawUpdate], asyncio.Future[None]]] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    aside: list[tuple[int, str]] = field(default_factory=list)
    noted: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def anything(self) -> bool:
        return bool(self.incoming or self.finished or self.aside)

    def before(self, later: "_Batch") -> "_Batch":
        return _Batch(
            self.incoming + later.incoming,
            self.finished + later.finished,
            self.aside + later.aside,
            self.noted + later.noted,
        )

    async def write(self, tx: AsyncConnection, now: datetime) -> None:
        if self.finished:
            await inbox.finish(tx, self.finished, now)
        for update_id, reason in self.aside:
            await inbox.set_aside(tx, update_id, reason, now)
        if self.incoming:
            await inbox.store(tx, [_entry(update) for updates, _ in self.incoming for update in updates], now)

    def tell(self) -> None:
        """Those who wait for it learn that it is on disk."""
        for waiting in (*(stored for _, stored in self.incoming), *self.noted):
            if not waiting.done():
                waiting.set_result(None)


class Inbox:
    """Keeps, orders and feeds updates.

    Args:
        handle: processes one update; raises `Malformed` for one that cannot be understood.
        owner: name of this process among the replicas that share the database.
        at_once: how many chats are served in parallel.
    """

    def __init__(self, db: Database, clock: Clock, handle: Handle, *, owner: str, at_once: int = 64) -> None:
        self._db = db
        self._clock = clock
        self._handle = handle
        self._owner = owner
        self._at_once = at_once
        self._batch = _Batch()
        self._lanes: dict[str, deque[inbox.Taken]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._maybe_more = True
        self._stopping = False
        self._loop_task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin; what an earlier process of this owner left unfinished is taken up first."""
        self._loop_task = asyncio.create_task(self._loop(), name="inbox")

    async def put(self, updates: Sequence[RawUpdate]) -> None:
        """Store updates; returns when they are durable. Ones that are stored already are left alone."""
        if not updates:
            return
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._batch.incoming.append((list(updates), stored))
        self._quiet.clear()
        self._wake.set()
        await stored

    async def settled(self) -> None:
        """Wait until everything stored has been handled."""
        await self._quiet.wait()

    async def stop(self, seconds: float = 6.0) -> None:
        """Take nothing new, finish what began within `seconds`, leave the rest for the next process."""
        self._stopping = True
        self._wake.set()
        if self._workers:
            _, late = await asyncio.wait(self._workers, timeout=seconds)
            for task in late:
                task.cancel()
        try:
            if self._loop_task:
                self._wake.set()
                with suppress(asyncio.CancelledError):
                    await self._loop_task
            async with self._db.write() as tx:
                await inbox.release(tx, self._owner)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("inbox_left_as_it_is", reason=type(error).__name__)  # the next process takes it over

    async def _loop(self) -> None:
        renewed = purged = asyncio.get_running_loop().time()
        while not (self._stopping and not self._workers):
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                    await self._wake.wait()
            timed_out = not self._wake.is_set()
            self._wake.clear()
            now = asyncio.get_running_loop().time()
            renew = now - renewed > RENEW_SECONDS
            self._maybe_more |= timed_out
            try:
                await self._turn(renew=renew, purge=now - purged > 3600)
            except Exception as error:
                log.exception("inbox_turn_failed", error=type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)
                self._wake.set()
                continue
            if renew:
                renewed = now
            if now - purged > 3600:
                purged = now
        await self._turn(renew=False, purge=False)

    async def _turn(self, *, renew: bool, purge: bool) -> None:
        """One transaction: note what is finished, store what arrived, take what can be handled."""
        batch, self._batch = self._batch, _Batch()
        room = 0 if self._stopping else self._at_once * 2 - sum(len(lane) for lane in self._lanes.values())
        look = room > 0 and (self._maybe_more or bool(batch.incoming))
        taken: list[inbox.Taken] = []
        if batch.anything or look or renew:
            try:
                async with self._db.write() as tx:
                    now = self._clock.now()
                    await batch.write(tx, now)
                    if renew:
                        await inbox.renew(tx, self._owner, now + LEASE)
                    if purge:
                        await inbox.purge(tx, now - KEEP_DONE)
                    if look:
                        taken = await inbox.claim(tx, self._owner, now, LEASE, room)
            except BaseException:
                self._batch = batch.before(self._batch)
                raise
        batch.tell()
        if look:
            self._maybe_more = len(taken) >= room
        for update in taken:
            self._enqueue(update)
        if not self._lanes and not self._batch.anything and not self._maybe_more:
            self._quiet.set()

    def _enqueue(self, update: inbox.Taken) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        worker = asyncio.create_task(self._serve(update.lane), name=f"lane {update.lane}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _serve(self, name: str) -> None:
        """Handle one chat's updates in order until none is left."""
        lane = self._lanes[name]
        try:
            while lane and not self._stopping:
                await self._handle_one(lane[0])
                await self._on_disk()
                lane.popleft()
        finally:
            del self._lanes[name]
            self._wake.set()

    async def _on_disk(self) -> None:
        """Wait until what was handled is noted: after a crash only the last update of a chat may be handled again.

        If the one before it were, too, its answer would meet the question after the next.
        """
        noted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._batch.noted.append(noted)
        self._wake.set()
        await noted

    async def _handle_one(self, update: inbox.Taken) -> None:
        attempt = 1
        while True:
            try:
                await self._handle(json.loads(update.payload))
            except Malformed as error:
                log.warning("update_set_aside", update_id=update.update_id, reason=str(error)[:500])
                self._batch.aside.append((update.update_id, str(error)[:500]))
            except Exception as error:
                if is_away(error):  # nothing is wrong with the update: it waits as long as it takes
                    log.warning("database_away", update_id=update.update_id, reason=type(error).__name__)
                    await asyncio.sleep(RETRY_SECONDS)
                    continue
                log.exception("update_failed", update_id=update.update_id, attempt=attempt)
                if attempt < ATTEMPTS:
                    await asyncio.sleep(RETRY_SECONDS * attempt)
                    attempt += 1
                    continue
                self._batch.aside.append((update.update_id, repr(error)[:500]))
            else:
                self._batch.finished.append(update.update_id)
            break
        self._maybe_more = True


def is_update(body: object) -> TypeGuard[RawUpdate]:
    """Whether this can be kept as an update: it has an id the database can hold."""
    number = body.get("update_id") if isinstance(body, dict) else None
    return type(number) is int and 0 <= number < 2**63


def _entry(update: RawUpdate) -> inbox.Arrival:
    payload = json.dumps(update, separators=(",", ":"))  # ASCII: half a surrogate pair is text no database takes
    return inbox.Arrival(update["update_id"], lane_of(update)[:LONGEST_LANE], payload)


def lane_of(update: RawUpdate) -> str:
    """The chat whose order must be kept; updates of different lanes are handled in parallel."""
    for kind, body in update.items():
        if kind == "update_id" or not isinstance(body, dict):
            continue
        carrier = body.get("message") if kind == "callback_query" else body
        for owner in (carrier, body):
            for key in ("chat", "from"):
                found = owner.get(key) if isinstance(owner, dict) else None
                if isinstance(found, dict) and isinstance(found.get("id"), int):
                    return str(found["id"])
    return "other"
