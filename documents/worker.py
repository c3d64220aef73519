"""Where documents are made: a few threads beside the event loop, with a queue that has an end.

Threads, not processes: typst gives up the interpreter's lock while it works (a 1.3 s compilation delayed the loop by
3 ms), and writing a DOCX of the usual size takes about as long as starting a process would.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec, Self, TypeVar

from cluster.errors import DomainError

P = ParamSpec("P")
R = TypeVar("R")


class DocumentsBusy(DomainError):
    """Too many documents are being made already; asking again in a minute helps."""

    code = "documents-busy"


class DocumentLate(DomainError):
    """The document was not ready in time; data: `seconds`."""

    code = "document-late"


class DocumentWorker:
    """Runs document functions off the event loop; one per process, closed with the program.

    Args:
        threads: documents made at the same time.
        waiting: documents that may wait for a free thread; one more is refused with `DocumentsBusy`. By default more
            than the letters delivery has in hand, so that only people who ask meet a refusal.
        timeout: seconds from the request to the file. A thread cannot be stopped, so a late one keeps its place
            until it ends; nobody waits for it.
    """

    def __init__(self, *, threads: int = 2, waiting: int = 256, timeout: float = 60.0) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="documents")
        self._places = threads + waiting
        self._taken = 0
        self._timeout = timeout

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What `function(*args, **kwargs)` returns, made in a thread.

        Raises:
            DocumentsBusy: the queue is full.
            DocumentLate: not ready within the timeout.
            RuntimeError: the worker is closed.
        """
        if self._taken >= self._places:
            raise DocumentsBusy
        job = self._pool.submit(function, *args, **kwargs)
        self._taken += 1
        loop = asyncio.get_running_loop()
        job.add_done_callback(lambda _: self._give_back_in(loop))
        try:
            async with asyncio.timeout(self._timeout) as limit:
                return await asyncio.wrap_future(job)
        except TimeoutError:
            if limit.expired():
                raise DocumentLate(seconds=round(self._timeout)) from None
            raise

    async def close(self) -> None:
        """Ends what is being made, drops what waits (its askers see a cancellation), frees the threads."""
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def _give_back_in(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called in the thread, which may end after its loop did; then nobody counts places any more."""
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(self._give_back)

    def _give_back(self) -> None:
        self._taken -= 1
