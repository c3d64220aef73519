"""Serving Telegram until told to stop: by polling or by webhook, with health and metrics beside."""

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiohttp import web

from bot.app import App
from bot.health import make_health
from bot.polling import ALLOWED_UPDATES, poll
from bot.settings import host_and_port
from bot.webhook import make_webhook

log = structlog.get_logger()

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
INTERRUPTED_TWICE = 130


async def run(app: App) -> None:
    """Serve until SIGTERM or SIGINT; what began is finished within 10 s, a second signal ends at once.

    Raises:
        TelegramUnauthorizedError: the token is not valid.
    """
    stopping = asyncio.Event()
    _obey_signals(stopping)
    settings = app.settings
    try:
        await _insist(stopping, app.meet_telegram)
    except TelegramAPIError:
        await app.close()
        raise
    async with AsyncExitStack() as stack:
        if settings.health_listen:
            await stack.enter_async_context(listening(make_health(app), *host_and_port(settings.health_listen)))
        if stopping.is_set():
            await app.close()
            return
        await app.start()
        gc.freeze()  # texts and routers stay too
        stack.push_async_callback(app.stop)
        if settings.webhook_url:
            await _serve_webhook(app, stopping, stack)
        else:
            await _insist(stopping, app.bot.delete_webhook)
            log.info("serving", way="polling")
            await poll(app.bot, app.inbox, stopping)
        log.info("stopping")


async def _serve_webhook(app: App, stopping: asyncio.Event, stack: AsyncExitStack) -> None:
    settings = app.settings
    assert settings.webhook_url is not None
    assert settings.webhook_secret is not None
    secret = settings.webhook_secret.get_secret_value()
    receiver = make_webhook(urlsplit(settings.webhook_url).path, app.inbox, secret)
    await stack.enter_async_context(listening(receiver, *host_and_port(settings.webhook_listen)))
    hook = partial(app.bot.set_webhook, settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    await _insist(stopping, hook)
    log.info("serving", way="webhook")
    await stopping.wait()


async def _insist(stopping: asyncio.Event, call: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Call until the Bot API answers or the stop is asked for; an installation may start before its network.

    Raises:
        TelegramUnauthorizedError, TelegramBadRequest: asking again would not help.
    """
    pause = 1.0
    while not stopping.is_set():
        try:
            await _unless(stopping, call())
        except (TelegramUnauthorizedError, TelegramBadRequest):
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("telegram_not_reached", reason=error.message)
            pause = error.retry_after if isinstance(error, TelegramRetryAfter) else min(pause * 2, 30.0)
            await _unless(stopping, asyncio.sleep(pause))
        else:
            return


async def _unless(stopping: asyncio.Event, work: Coroutine[Any, Any, object]) -> None:
    """Do the work, or give it up as soon as the stop is asked for."""
    task, stop = asyncio.create_task(work), asyncio.create_task(stopping.wait())
    await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if task.done():
        task.result()
        return
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _obey_signals(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def received() -> None:
        if stopping.is_set():
            os._exit(INTERRUPTED_TWICE)
        stopping.set()

    for number in _SIGNALS:
        loop.add_signal_handler(number, received)


@asynccontextmanager
async def listening(application: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve an application while the block runs; gives the port that was taken."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=5.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        addresses = runner.addresses
        yield int(addresses[0][1])
    finally:
        await runner.cleanup()
