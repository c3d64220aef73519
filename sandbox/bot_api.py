"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import json
from typing import Any

from aiohttp import web

from sandbox import multipart
from sandbox.files import Upload
from sandbox.longlived import LONG
from sandbox.refusals import ConnectionDropped, Refusal
from sandbox.telegram import Telegram

TELEGRAM = web.AppKey("telegram", Telegram)


def add_routes(app: web.Application) -> None:
    """Answer like api.telegram.org under the application's root."""
    app.router.add_route("GET", "/bot{token:[^/]+}/{method}", _call)
    app.router.add_route("POST", "/bot{token:[^/]+}/{method}", _call)
    app.router.add_route("GET", "/file/bot{token:[^/]+}/{path:.+}", _download)


def _answer(refusal: Refusal) -> web.Response:
    headers = {}
    if "retry_after" in refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return web.json_response(refusal.answer(), status=refusal.error_code, headers=headers)


async def _call(request: web.Request) -> web.StreamResponse:
    telegram = request.app[TELEGRAM]
    try:
        params, files = await _parameters(request)
        with request.app[LONG].entered():
            result = await telegram.call(request.match_info["token"], request.match_info["method"], params, files)
    except Refusal as refusal:
        return _answer(refusal)
    except web.HTTPRequestEntityTooLarge:
        return _answer(Refusal(413, "Request Entity Too Large"))
    except ConnectionDropped:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    return web.Response(
        text=json.dumps({"ok": True, "result": result}, ensure_ascii=False), content_type="application/json"
    )


async def _parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    params: dict[str, Any] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return params, {}
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            raise Refusal(400, "Bad Request: can't parse JSON object in the request body") from None
        if not isinstance(body, dict):
            raise Refusal(400, "Bad Request: object expected as request body")
        return params | body, {}
    if request.content_type == "multipart/form-data":
        try:
            fields, uploads = multipart.parse(request.headers["Content-Type"], await request.read())
        except ValueError as wrong:
            raise Refusal(400, f"Bad Request: {wrong}") from None
        return params | fields, dict(uploads)
    for name, value in (await request.post()).items():
        params[name] = str(value)
    return params, {}


async def _download(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    stored = telegram.files.by_path(request.match_info["path"])
    if request.match_info["token"] not in telegram.bots or stored is None:
        return _answer(Refusal(404, "Not Found"))
    return web.Response(body=stored.data, content_type="application/octet-stream")
