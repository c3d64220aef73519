"""The sandbox over HTTP: the Bot API, webhooks, the people's door and the page, on one port."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import ClientSession, web

from sandbox import bot_api, clock_api, people_api
from sandbox.bot_api import TELEGRAM
from sandbox.clock_api import CLOCK, ClockSettings, NextMorning, OnMove
from sandbox.longlived import LONG, LongLived
from sandbox.telegram import Telegram
from sandbox.webhook import WebhookSender

PAGE = Path(__file__).parent / "page"
_LARGEST_BODY = 128 * 1024 * 1024


def make_app(
    telegram: Telegram,
    *,
    next_working_morning: NextMorning | None = None,
    on_clock_move: OnMove | None = None,
    zone: str = "Asia/Tomsk",
) -> web.Application:
    """The application; run it with `aiohttp.web.AppRunner` or `aiohttp.test_utils.TestServer`.

    Args:
        telegram: with its bots already added.
        next_working_morning: the beginning of the next working day after a moment (aware), maybe awaitable.
        on_clock_move: called after the clock was moved through the page, maybe awaitable.
        zone: the zone of the people on the page.
    """
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[people_api.errors_as_json])
    app[TELEGRAM] = telegram
    app[CLOCK] = ClockSettings(zone, next_working_morning, on_clock_move)
    app[LONG] = LongLived()
    app.on_shutdown.append(app[LONG].end)
    app.cleanup_ctx.append(_webhooks)
    bot_api.add_routes(app)
    clock_api.add_routes(app)
    people_api.add_routes(app)
    app.router.add_get("/", _index)
    if PAGE.is_dir():
        app.router.add_static("/", PAGE)
    return app


async def _index(_request: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if not index.exists():
        return web.Response(text="Песочница работает; страницы нет.")
    return web.FileResponse(index, headers={"Cache-Control": "no-store"})


async def _webhooks(app: web.Application) -> AsyncIterator[None]:
    telegram = app[TELEGRAM]
    async with ClientSession() as http:
        senders = [WebhookSender(telegram, bot, http) for bot in telegram.bots.values()]
        tasks = [asyncio.create_task(sender.run()) for sender in senders]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
