"""getUpdates and the settings of the webhook. Source: the Bot API server, `process_get_updates_query`."""

import asyncio
import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.refusals import POLLING_CONFLICT, WEBHOOK_CONFLICT, Refusal, bad_request, too_many_requests
from sandbox.request import Request
from sandbox.updates import KINDS, UpdateQueue, Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = (80, 88, 443, 8443)


async def get_updates(request: Request) -> list[dict[str, Any]]:
    """Up to `limit` updates from `offset`; waits up to `timeout` seconds of the sandbox's clock for the first."""
    queue, telegram = request.bot.queue, request.telegram
    if queue.webhook is not None:
        raise Refusal(409, WEBHOOK_CONFLICT)
    offset = request.integer("offset")
    limit = request.integer("limit", 100, 1, 100)
    timeout = request.integer("timeout", 0, 0, 50)
    _remember_allowed(request, queue)
    now, repeated = telegram.now(), telegram.limits.repeated_poll
    if offset == queue.last_offset and repeated:
        since = now - queue.last_poll_at
        timeout = max(timeout, int(repeated)) if since < repeated else timeout
        limit = 1 if since < 0.5 else limit
    queue.last_offset, queue.last_poll_at = offset, now
    queue.conflict(POLLING_CONFLICT)
    queue.forget(offset)
    found = queue.head(limit, now)
    if found or not timeout:
        return found
    await _wait(request, queue, timeout)
    return queue.head(limit, telegram.now())


async def _wait(request: Request, queue: UpdateQueue, seconds: float) -> None:
    poll = queue.begin_poll()
    timer = asyncio.ensure_future(request.telegram.clock.sleep(seconds))
    try:
        await asyncio.wait((poll, timer), return_when=asyncio.FIRST_COMPLETED)
        if poll.done():
            poll.result()
    finally:
        timer.cancel()
        queue.end_poll(poll)


def _remember_allowed(request: Request, queue: UpdateQueue) -> None:
    kinds = request.json("allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list):
        raise bad_request("can't parse allowed_updates: Expected an Array of String")
    for kind in kinds:
        if kind not in KINDS:
            request.telegram.note_violation(
                request.method, f"allowed_updates names {kind}, which the sandbox never sends"
            )
    queue.allowed = [str(kind) for kind in kinds]


def set_webhook(request: Request) -> bool:
    """From now on updates go to `url`; https, or http to a loopback address of this machine."""
    url = request.text("url").strip()
    if not url:
        return delete_webhook(request)
    queue, now = request.bot.queue, request.telegram.now()
    if now < queue.webhook_set_at + request.telegram.limits.webhook_change:
        raise too_many_requests(1)
    queue.webhook_set_at = now
    _check_url(url)
    secret = request.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _remember_allowed(request, queue)
    if request.boolean("drop_pending_updates"):
        queue.clear()
    queue.conflict("Conflict: terminated by setWebhook request")
    queue.webhook = Webhook(url, secret or None, request.integer("max_connections", 40, 1, 100))
    queue.wake()
    return True


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host:
        raise bad_request("invalid webhook URL specified")
    if _is_loopback(host):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, *_PORTS):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def delete_webhook(request: Request) -> bool:
    """Back to getUpdates."""
    queue = request.bot.queue
    if request.boolean("drop_pending_updates"):
        queue.clear()
    queue.webhook = None
    queue.wake()
    return True


def get_webhook_info(request: Request) -> dict[str, Any]:
    """How delivery goes."""
    queue = request.bot.queue
    hook = queue.webhook
    body: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.waiting(request.telegram.now())),
    }
    if hook is not None:
        body["max_connections"] = hook.max_connections
        body["ip_address"] = "127.0.0.1"
        if hook.last_error is not None:
            body |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if queue.allowed:
        body["allowed_updates"] = queue.allowed
    return body


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
