"""The webhook: 200 is answered only after the inbox has the update on disk."""

import hmac
import json

import structlog
from aiohttp import web

from bot.inbox import Inbox, is_update

log = structlog.get_logger()

MAX_BODY = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name


def make_webhook(path: str, inbox: Inbox, secret: str) -> web.Application:
    """An application that takes updates at `path` from whoever knows `secret`.

    A body that is no update is acknowledged and logged: Telegram would otherwise send it for a day.
    """

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        body = await request.read()
        update = _read(body)
        if not is_update(update):
            log.warning("webhook_body_malformed", size=len(body))
            return web.Response()
        await inbox.put([update])
        return web.Response()

    app = web.Application(client_max_size=MAX_BODY)
    app.router.add_post(path or "/", receive)
    return app


def _read(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
