"""Delivery of the outbox: in order per recipient, recipients side by side, within Telegram's rates."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from itertools import groupby

import structlog

from scheduler.lane import Letters, Office, serve
from scheduler.ports import Address
from storage import postbox
from storage.outbox import Recipient

log = structlog.get_logger()

_DELIVERY = 0x64656C69  # one process delivers at a time: the rates are counted in its memory
_RETRY_SECONDS = 1.0
_PAUSE_AFTER_FAILURE = timedelta(minutes=1)


class Delivery:
    """Delivers until stopped.

    Args:
        office: what it works with.
        owner: name of this process among those that share the database.
    """

    def __init__(self, office: Office, *, owner: str) -> None:
        self._office = office
        self._settings = office.settings
        self._owner = owner
        self._lanes: set[asyncio.Task[None]] = set()
        self._failed: list[int] = []
        self._in_hand = 0
        self._wake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._leading: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._leading = asyncio.create_task(self._lead(), name="delivery")

    def poke(self) -> None:
        """There may be something due: letters were committed, or the clock was moved."""
        self._quiet.clear()
        self._wake.set()

    async def settled(self) -> None:
        """Wait until nothing is due any more; for the moved clock and the tests."""
        self.poke()
        await self._quiet.wait()

    async def stop(self, seconds: float = 6.0) -> None:
        """Begin nothing new, wait up to `seconds` for what is on its way, give the rest back."""
        self._office.closing = True
        await self._end(self._leading)
        for lane in self._lanes - self._office.under_way:
            await self._end(lane)
        if self._lanes:
            _, late = await asyncio.wait(self._lanes, timeout=seconds)
            for task in late:
                await self._end(task)
        await self._office.record(lambda tx: postbox.release(tx, self._owner))

    @staticmethod
    async def _end(task: asyncio.Task[None] | None) -> None:
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _lead(self) -> None:
        fresh = self._office.db.is_sqlite  # the only process of this database: whoever had letters in hand is dead
        while not self._office.closing:
            try:
                async with self._office.db.lead(_DELIVERY):
                    if fresh:
                        await self._office.record(lambda tx: postbox.release(tx, None))
                        fresh = False
                    await self._run()
            except Exception:
                log.exception("delivery_failed")
                await asyncio.sleep(_RETRY_SECONDS)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        renewed = loop.time()
        while not self._office.closing:
            self._wake.clear()
            await self._give_back_failed()
            if not await self._take():
                if not self._lanes and not self._wake.is_set():
                    self._quiet.set()
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._settings.look_seconds):
                        await self._wake.wait()
            if loop.time() - renewed > self._settings.lease.total_seconds() / 3:
                renewed = loop.time()
                await self._renew()

    async def _give_back_failed(self) -> None:
        """Letters of a lane that met an unexpected error are tried again, not kept until this process ends."""
        if not self._failed:
            return
        ids, self._failed = self._failed, []
        until = self._office.clock.now() + _PAUSE_AFTER_FAILURE
        await self._office.record(lambda tx: postbox.give_up(tx, self._owner, ids, until, "unexpected error"))

    async def _take(self) -> bool:
        """Take due letters when a good part of the lanes is free; says whether there were any."""
        free = self._settings.lanes - len(self._lanes)
        room = self._settings.room - self._in_hand
        if room <= 0 or free < self._settings.lanes // 4:
            return False
        office, now = self._office, self._office.clock.now()
        async with office.db.read() as connection:
            if not await postbox.anything_due(connection, now):
                return False
        async with office.db.write(alone=False) as tx:
            await postbox.expire(tx, now)
            taken = await postbox.claim(tx, self._owner, now, self._settings.lease, lanes=free, room=room)
        if not taken:
            return False
        try:
            addresses = await office.addressees.find({letter.to for letter in taken}, now)
        except Exception:
            await office.record(lambda tx: postbox.give_back(tx, [letter.id for letter in taken]))
            raise
        for lane, letters in groupby(sorted(taken, key=lambda letter: letter.lane), key=lambda letter: letter.lane):
            self._begin(lane, list(letters), addresses)
        return True

    def _begin(self, lane: str, letters: Letters, addresses: Mapping[Recipient, Address]) -> None:
        self._in_hand += len(letters)
        task = asyncio.create_task(serve(self._office, letters, addresses.get(letters[0].to)), name=f"letters {lane}")
        self._lanes.add(task)

        def ended(done: asyncio.Task[None]) -> None:
            self._lanes.discard(done)
            self._in_hand -= len(letters)
            self._wake.set()
            if not done.cancelled() and (error := done.exception()):
                log.error("lane_failed", lane=lane, exc_info=error)
                self._failed += [letter.id for letter in letters]

        task.add_done_callback(ended)

    async def _renew(self) -> None:
        until = self._office.clock.now() + self._settings.lease
        await self._office.record(lambda tx: postbox.renew(tx, self._owner, until))
