"""A real bot process and Telegram over HTTP, for stories and crashes."""

import asyncio
import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web

from sandbox.limits import Limits
from sandbox.messages import Message
from sandbox.people import Bot, Person
from sandbox.server import make_app
from sandbox.telegram import Telegram
from services.clock import MovableClock

ROOT = Path(__file__).parent.parent
READY = b"serving"
TOKEN = "123456789:TEST-TOKEN-TEST-TOKEN-TEST-TOKEN-XX"
SECRET = "a-secret-of-the-webhook_0123456789"
ADMIN_ID = 1001
WAYS = ("polling", "webhook")

# An environment without bytecode files would have every start of the bot compile aiogram anew, several seconds.
_COMPILED_ONCE = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), f"cluster-bot-bytecode-{os.getuid()}")),
}


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
        clock_file: how many seconds the bot's clock is ahead of the machine's; None: it has the machine's.
    """

    def __init__(self, settings: dict[str, str], log: Path, clock_file: Path | None = None) -> None:
        self._settings = settings
        moved = ("-m", "tests.moved_bot", str(clock_file))
        self._command = moved if clock_file else ("-m", "bot", "--env", os.devnull, "run")
        self.log = log
        self.process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def launch(self) -> asyncio.subprocess.Process:
        """Start without waiting for anything."""
        self._ready = asyncio.Event()
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **_COMPILED_ONCE, **self._settings}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._command,
            cwd=ROOT,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read())
        return self.process

    async def start(self, *, wait: float = 60.0) -> None:
        """Start and wait until it serves."""
        await self.launch()
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

    def tell(self, number: signal.Signals) -> None:
        """Send a signal and do not wait."""
        assert self.process is not None
        self.process.send_signal(number)

    async def ended(self) -> int:
        """Wait for the end; gives the exit code."""
        assert self.process is not None
        code = await asyncio.wait_for(self.process.wait(), 15)
        if self._reading:
            await self._reading
        self.process = None
        return code

    async def _end(self, number: signal.Signals) -> int:
        if self.process is None:
            return 0
        if self.process.returncode is None:
            self.process.send_signal(number)
        return await self.ended()

    async def _read(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        with self.log.open("ab") as log:
            async for line in self.process.stdout:
                log.write(line)
                log.flush()
                if READY in line:
                    self._ready.set()

    def complaints(self) -> list[str]:
        """Lines of the log nobody wants to see: errors, incidents, tracebacks, what is no record, the token."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line[:2000] for line in lines if _is_bad(line)]


def _is_bad(line: str) -> bool:
    secrets = (TOKEN, TOKEN.split(":")[1], SECRET)
    try:
        record = json.loads(line)
    except ValueError:
        return True
    severe = record.get("level") in ("error", "critical") or "exception" in record or "incident" in record
    return severe or any(secret in line for secret in secrets)


@dataclass
class Live:
    """Telegram here, the bot in a process of its own. People act in the sandbox; the bot hears of it over HTTP."""

    telegram: Telegram
    bot: Bot
    admin: Person
    process: BotProcess
    database_url: str
    clock_file: Path | None = None

    def wait(self, **step: float) -> None:
        """Move the clock of Telegram and bot forward (`hours=2`, …); the bot sees it at its next tick."""
        assert self.clock_file is not None, "the bot has the machine's clock"
        clock = self.telegram.clock
        assert isinstance(clock, MovableClock)
        clock.advance(timedelta(**step))
        fresh = self.clock_file.with_suffix(".new")  # the bot never reads half a number
        fresh.write_text(str(clock.offset.total_seconds()))
        fresh.replace(self.clock_file)

    def person(self, first_name: str, last_name: str | None = None) -> Person:
        """Somebody with a Telegram account who has never met the bot."""
        return self.telegram.add_person(first_name=first_name, last_name=last_name)

    async def until(self, seen: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
        """Wait until something has happened in the sandbox.

        Raises:
            AssertionError: it has not within `seconds` of real time.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not seen():
            if loop.time() > deadline:
                raise AssertionError(f"not seen within {seconds} s: {what}\n{self.process.log.read_text()[-2000:]}")
            await self.telegram.events.wait(self.telegram.events.last, 0.5)

    async def say(self, person: Person, text: str) -> str:
        """The person writes; gives the bot's answer."""
        sent = await person.send(self.bot, text)
        return await self._answer(person, sent)

    async def open(self, person: Person, payload: str | None = None) -> str:
        """The person presses START or follows a link; gives the bot's answer."""
        return await self._answer(person, await person.start(self.bot, payload))

    async def _answer(self, person: Person, sent: Message) -> str:
        view = person.chat(self.bot)
        await self.until(
            lambda: any(message.message_id > sent.message_id for message in view.from_bots),
            f"an answer to «{sent.body}» of {person.name}",
        )
        return self.last(person)

    async def tap(self, person: Person, button: str) -> str:
        """The person taps a button of the newest message that has it; gives the toast, or "" without one."""
        for message in reversed(person.chat(self.bot).from_bots):
            if any(button in text for row in message.buttons for text in row):
                answer = await (await person.press(message, button)).answered(20)
                assert answer is not None, f"«{button}» was not answered\n{self.process.log.read_text()[-2000:]}"
                return answer.text
        raise AssertionError(f"{person.name} sees no button «{button}» in:\n{self.transcript(person)}")

    async def sees(self, person: Person, text: str, seconds: float = 20.0) -> Message:
        """Wait until a message of the bot has the text; gives the newest one that has."""

        def found() -> list[Message]:
            return [message for message in person.chat(self.bot).from_bots if text in read(message)]

        try:
            await self.until(lambda: bool(found()), f"«{text}» by {person.name}", seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.transcript(person)}") from None
        return found()[-1]

    def last(self, person: Person) -> str:
        """Text of the bot's last message to the person."""
        return read(person.chat(self.bot).last_answer)

    def transcript(self, person: Person, count: int = 6) -> str:
        """The end of the person's chat, for the message of a failed test."""
        shown = []
        for message in person.chat(self.bot).messages[-count:]:
            who = "бот" if message.author is not None and message.author.is_bot else person.name
            shown.append(f"— {who}: {message.body}\n  {message.buttons}")
        return "\n".join(shown)


def read(message: Message) -> str:
    """The text as one reads it: a space is a space."""
    return message.body.replace("\u00a0", " ")


@asynccontextmanager
async def live(
    folder: Path, way: str, database_url: str, *, redis_url: str | None = None, begins: datetime | None = None
) -> AsyncIterator[Live]:
    """The sandbox over HTTP and a bot for it that is not started yet; afterwards the bot is ended.

    Args:
        folder: for the log.
        way: how the bot gets its updates, «polling» or «webhook».
        database_url: as in the settings.
        redis_url: likewise.
        begins: when the story begins; its clock can be moved then.
    """
    clock, clock_file = MovableClock(begins), folder / "clock" if begins else None
    if clock_file is not None:
        clock_file.write_text(str(clock.offset.total_seconds()))
    telegram = Telegram(clock=clock, limits=Limits.off())
    bot = telegram.add_bot(TOKEN, "cluster_bot", "Кластер")
    admin = telegram.add_person("Анна", "Администратор", id=ADMIN_ID)
    async with served(telegram) as address:
        process = BotProcess(_settings(address, way, database_url, redis_url), folder / "bot.log", clock_file)
        try:
            yield Live(telegram, bot, admin, process, database_url, clock_file)
        finally:
            await process.kill()


def _settings(address: str, way: str, database_url: str, redis_url: str | None) -> dict[str, str]:
    settings = {
        "BOT_TOKEN": TOKEN,
        "ADMIN_IDS": str(ADMIN_ID),
        "DATABASE_URL": database_url,
        "TELEGRAM_API_URL": address,
        "REDIS_URL": redis_url or "",
        "WEBHOOK_URL": "",
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "INFO",
    }
    if way == "webhook":
        listen = f"127.0.0.1:{free_port()}"
        settings |= {"WEBHOOK_URL": f"http://{listen}/updates", "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}
    return settings
