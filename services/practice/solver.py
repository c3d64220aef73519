"""Runs matching in a process of its own, so that the bot goes on answering."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from cluster.errors import DomainError

ROOT = Path(__file__).parents[2]
GRACE = 60.0
"""Seconds over the limit after which the process is given up."""
LINE_LIMIT = 64 * 1024
Told = Callable[[str], Awaitable[None]]


class SolverFailed(DomainError):
    """The process ended without a result, or did not end; data: `reason`."""

    code = "matching-failed"


async def nobody(_: str) -> None:
    """Nobody asks how far it is."""


async def solve(problem: bytes, seconds: float, told: Told = nobody) -> bytes:
    """The result of a problem, both as `cluster.matching.plain` writes them.

    Args:
        seconds: the time limit; what is found by then counts.
        told: called with the name of each step that begins.

    Raises:
        SolverFailed: there is no result.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "services.matching_process",
        str(seconds),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        limit=LINE_LIMIT,
    )
    try:
        async with asyncio.timeout(seconds + GRACE):
            return await _talk(process, problem, told)
    except TimeoutError:
        raise SolverFailed(reason="late") from None
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _talk(process: asyncio.subprocess.Process, problem: bytes, told: Told) -> bytes:
    assert process.stdin is not None and process.stdout is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(problem)
        await process.stdin.drain()
        process.stdin.close()
    while line := await process.stdout.readline():
        word, _, value = line.decode().strip().partition(" ")
        if word == "step":
            await told(value)
        elif word == "result":
            return await process.stdout.readexactly(int(value))
    raise SolverFailed(reason="ended")
