"""Programs under measurement: each in a process of its own, talking to one canned Bot API."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

TOKEN = "100:" + "A" * 35
LONGEST_SECONDS = 300
SETTLE_SECONDS = 0.3  # what a program does after its last answer is counted too

# Bytecode as an installation has it, also where the environment forbids to write it beside the sources.
COMPILED_ONCE = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), f"cluster-bot-bytecode-{os.getuid()}")),
}

REAL_BOT = ("-m", "bot", "--env", os.devnull, "run")
EMPTY_BOT = ("-m", "benchmarks.empty_bot")


class BenchmarkFailed(Exception):
    """A program under measurement did not do its work."""


class Api:
    """The canned Bot API's process, from outside."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def load(self, updates: Sequence[dict[str, Any]]) -> None:
        """Hand these updates out, and count calls and seconds from now on."""
        self._post("/load", updates)

    def wait(self, method: str, count: int) -> float:
        """Wait for so many calls of a method; gives the seconds from `load` to the last of them."""
        return float(self._post("/wait", {"method": method.lower(), "count": count}))

    def _post(self, path: str, body: object) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_SECONDS)
        try:
            connection.request("POST", path, json.dumps(body))
            return json.loads(connection.getresponse().read())
        except TimeoutError:
            raise BenchmarkFailed(f"{path} {body if path == '/wait' else ''}: not within {LONGEST_SECONDS} s") from None
        finally:
            connection.close()


@contextmanager
def api() -> Iterator[Api]:
    """The Bot API while the block runs."""
    with subprocess.Popen([sys.executable, "-m", "benchmarks.api"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Api(int(process.stdout.readline()))
        finally:
            process.kill()


@contextmanager
def program(arguments: Sequence[str], served_by: Api, database: Path | None = None) -> Iterator[psutil.Process]:
    """A bot while the block runs; it is ended as an installation ends it."""
    environment = {
        **os.environ,
        **COMPILED_ONCE,
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": served_by.url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "LOG_LEVEL": "INFO",
        "HEALTH_LISTEN": "",
        "WEBHOOK_URL": "",
    }
    served_by.load([])
    with subprocess.Popen(  # noqa: S603 our own programs
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield psutil.Process(process.pid)
            if process.poll() is not None:
                assert process.stderr is not None
                raise BenchmarkFailed(f"{' '.join(arguments)} ended by itself:\n{process.stderr.read()[-2000:]}")
        finally:
            process.terminate()


def serving(served_by: Api) -> float:
    """Wait until the program asks for updates; gives the seconds since it was started."""
    return served_by.wait("getUpdates", 1)


def processor_seconds(process: psutil.Process) -> float:
    """Processor time the process has used, in user and system mode, after a moment of rest."""
    time.sleep(SETTLE_SECONDS)
    used = process.cpu_times()
    return float(used.user + used.system)


def megabytes(process: psutil.Process) -> float:
    """Resident memory."""
    return float(process.memory_info().rss) / 2**20
