"""Requests that wait for something: they must not hold up the end of the server."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web


class LongLived:
    """The waiting requests of one application."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self.closing = False

    @contextmanager
    def entered(self) -> Iterator[None]:
        """The current request may wait inside; it is cancelled when the server ends."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("only inside a request")
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def end(self, _app: web.Application) -> None:
        """Cancel everybody who waits."""
        self.closing = True
        for task in list(self._tasks):
            task.cancel()


LONG = web.AppKey("long", LongLived)
