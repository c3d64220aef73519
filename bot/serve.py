"""Serving Telegram until told to stop: by polling or by webhook, with health and metrics beside."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter, TelegramUnauthorizedError
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
    await _reach_telegram(app, stopping)
    async with AsyncExitStack() as stack:
        if settings.health_listen:
            await stack.enter_async_context(listening(make_health(app), *host_and_port(settings.health_listen)))
        if stopping.is_set():
            return
        await app.start()
        stack.push_async_callback(app.stop)
        if settings.webhook_url:
            await _serve_webhook(app, stopping, stack)
        else:
            await app.bot.delete_webhook()
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
    await app.bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    log.info("serving", way="webhook")
    await stopping.wait()


async def _reach_telegram(app: App, stopping: asyncio.Event) -> None:
    """Wait until the Bot API answers; an installation may start before its network."""
    pause = 1.0
    while not stopping.is_set():
        try:
            await app.meet_telegram()
        except TelegramUnauthorizedError:
            await app.close()
            raise
        except TelegramAPIError as error:
            log.warning("telegram_not_reached", reason=error.message)
            pause = error.retry_after if isinstance(error, TelegramRetryAfter) else min(pause * 2, 30.0)
            try:
                await asyncio.wait_for(stopping.wait(), pause)
            except TimeoutError:
                continue
        else:
            return


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
