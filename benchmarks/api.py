"""A Bot API that costs next to nothing: canned answers over HTTP, so that what is measured is the bot.

Run as a process: `python -m benchmarks.api`; it prints its port. `POST /load` takes a JSON list of updates, hands them
out by getUpdates and counts calls anew; `POST /wait` answers when so many calls of a method came since then, with the
seconds it took.
"""

import asyncio
import json
import time
from collections import Counter, deque
from typing import Any, cast

import uvloop

_ME = {"id": 100, "is_bot": True, "first_name": "bench", "username": "bench_bot"}


class Api:
    """Canned answers and a queue of updates."""

    def __init__(self) -> None:
        self.updates: deque[dict[str, Any]] = deque()
        self.calls: Counter[str] = Counter()
        self.arrived = asyncio.Event()
        self.called = asyncio.Event()
        self.goal = ("", 0)
        self.loaded_at = self.reached_at = time.perf_counter()
        self.next_message_id = 1000

    async def answer(self, path: str, body: bytes) -> object:
        """The JSON body for one request."""
        if path == "/load":
            self.updates.extend(json.loads(body))
            self.calls.clear()
            self.loaded_at = time.perf_counter()
            self.arrived.set()
            return True
        if path == "/wait":
            return await self._wait(**json.loads(body))
        method = path.rsplit("/", 1)[-1].lower()
        self.calls[method] += 1
        if self.goal == (method, self.calls[method]):
            self.reached_at = time.perf_counter()
            self.called.set()
        if method == "getupdates":
            return {"ok": True, "result": await self._head(body)}
        return {"ok": True, "result": self._result(method)}

    async def _wait(self, method: str, count: int) -> float:
        self.goal, self.reached_at = (method, count), time.perf_counter()
        self.called.clear()
        if self.calls[method] < count:
            await self.called.wait()
        return self.reached_at - self.loaded_at

    async def _head(self, body: bytes) -> list[dict[str, Any]]:
        offset = _field(body, b"offset")
        while self.updates and offset and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            self.arrived.clear()
            try:
                await asyncio.wait_for(self.arrived.wait(), 20)
            except TimeoutError:
                return []
        return [self.updates[i] for i in range(min(100, len(self.updates)))]

    def _result(self, method: str) -> object:
        if method == "getme":
            return _ME
        if method in ("sendmessage", "editmessagetext"):
            self.next_message_id += 1
            chat = {"id": 1, "type": "private", "first_name": "x"}
            return {"message_id": self.next_message_id, "date": 1, "chat": chat, "from": _ME, "text": "x"}
        return True


def _field(body: bytes, name: bytes) -> int:
    """A number of an urlencoded or multipart body; 0 where it is missing."""
    for separator in (name + b"=", b'name="' + name + b'"\r\n\r\n'):
        _, found, rest = body.partition(separator)
        if found:
            digits = bytes(byte for byte in rest[:12].split(b"&")[0].split(b"\r")[0] if 48 <= byte <= 57)
            return int(digits or 0)
    return 0


class _Connection(asyncio.Protocol):
    """As little HTTP/1.1 as aiohttp's client needs: keep-alive, one request at a time."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.buffer = b""
        self.transport: asyncio.Transport | None = None
        self.tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none of asyncio's classes

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (request := self._cut()) is not None:
            task = asyncio.ensure_future(self._respond(*request))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _cut(self) -> tuple[str, bytes] | None:
        head, found, rest = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return None
        lower = head.lower()
        if b"transfer-encoding: chunked" in lower:
            body, left = _unchunked(rest)
            if body is None:
                return None
        else:
            _, has, after = lower.partition(b"content-length:")
            size = int(after.split(b"\r\n")[0]) if has else 0
            if len(rest) < size:
                return None
            body, left = rest[:size], rest[size:]
        self.buffer = left
        return head.split(b" ", 2)[1].decode(), body

    async def _respond(self, path: str, body: bytes) -> None:
        payload = json.dumps(await self.api.answer(path, body)).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(payload)
        if self.transport and not self.transport.is_closing():
            self.transport.write(head + payload)


def _unchunked(rest: bytes) -> tuple[bytes | None, bytes]:
    body = b""
    while True:
        line, found, after = rest.partition(b"\r\n")
        if not found:
            return None, rest
        size = int(line, 16)
        if len(after) < size + 2:
            return None, rest
        body, rest = body + after[:size], after[size + 2 :]
        if size == 0:
            return body, rest


async def main() -> None:
    """Serve until the process is ended."""
    api = Api()
    server = await asyncio.get_running_loop().create_server(lambda: _Connection(api), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main())
