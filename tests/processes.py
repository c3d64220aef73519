"""A real bot process and Telegram over HTTP, for stories and crashes."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from sandbox.server import make_app
from sandbox.telegram import Telegram

ROOT = Path(__file__).parent.parent
READY = b"serving"


@asynccontextmanager
async def served(telegram: Telegram) -> AsyncIterator[str]:
    """The sandbox over HTTP on a free port; gives its address."""
    runner = web.AppRunner(make_app(telegram), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class BotProcess:
    """`python -m bot run` with settings from the environment only.

    Args:
        settings: names and values of the environment.
        log: file the process's log is appended to.
    """

    def __init__(self, settings: dict[str, str], log: Path) -> None:
        self._settings = settings
        self.log = log
        self.process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def start(self, *, wait: float = 30.0) -> None:
        """Start and wait until it serves."""
        self._ready = asyncio.Event()
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **self._settings}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "--env", os.devnull, "run"),
            cwd=ROOT,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read())
        try:
            await asyncio.wait_for(self._ready.wait(), wait)
        except TimeoutError:
            raise AssertionError(f"the bot did not start:\n{self.log.read_text()[-3000:]}") from None

    async def kill(self) -> None:
        """SIGKILL: nothing can be finished."""
        await self._end(signal.SIGKILL)

    async def terminate(self) -> int:
        """SIGTERM; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        if self.process is None:
            return 0
        if self.process.returncode is None:
            self.process.send_signal(number)
        code = await asyncio.wait_for(self.process.wait(), 15)
        if self._reading:
            await self._reading
        self.process = None
        return code

    async def _read(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        with self.log.open("ab") as log:
            async for line in self.process.stdout:
                log.write(line)
                log.flush()
                if READY in line:
                    self._ready.set()
