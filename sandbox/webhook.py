"""Delivery of updates to the bot's own address.

One update at a time per chat, chats in parallel; any 2xx confirms; otherwise again at once, then after 2, 4, 8 …
seconds up to `Limits.webhook_longest_wait`, or as `Retry-After` says; expired updates are dropped.
"""

import asyncio
import json
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from sandbox import multipart
from sandbox.files import Upload
from sandbox.people import Bot
from sandbox.refusals import ConnectionDropped, Refusal
from sandbox.telegram import Telegram
from sandbox.updates import Pending, Webhook

_TIMEOUT = ClientTimeout(total=60)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


class WebhookSender:
    """Delivers the updates of one bot whenever it has a webhook.

    Args:
        http: an open client session; the sender does not close it.
    """

    def __init__(self, telegram: Telegram, bot: Bot, http: ClientSession) -> None:
        self._telegram = telegram
        self._bot = bot
        self._http = http
        self._busy: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        queue, hook = self._bot.queue, None
        try:
            while True:
                queue.changed.clear()
                if queue.webhook is not hook:
                    await self._stop()
                    hook = queue.webhook
                if hook is not None:
                    self._begin(hook)
                await queue.changed.wait()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        """End what goes to an address that is no longer the bot's; it goes to the next one."""
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, hook: Webhook) -> None:
        for pending in self._bot.queue.waiting(self._telegram.now()):
            if len(self._busy) >= hook.max_connections:
                return
            if pending.lane not in self._busy:
                task = asyncio.create_task(self._deliver(hook, pending))
                self._busy[pending.lane] = task
                task.add_done_callback(partial(self._free, pending.lane))

    def _free(self, lane: int, _task: asyncio.Task[None]) -> None:
        self._busy.pop(lane, None)
        self._bot.queue.changed.set()

    async def _deliver(self, hook: Webhook, pending: Pending) -> None:
        wait = 0.0
        while pending.expires > self._telegram.now():
            retry_after = await self._attempt(hook, pending)
            if retry_after is None:
                self._bot.queue.done(pending)
                return
            left = pending.expires - self._telegram.now()
            await self._telegram.clock.sleep(min(retry_after or wait, left))
            limits = self._telegram.limits
            wait = min(limits.webhook_longest_wait, wait * 2 or limits.webhook_first_wait)

    async def _attempt(self, hook: Webhook, pending: Pending) -> float | None:
        """One try. Returns None when it was confirmed, else the seconds of `Retry-After`, 0 without it."""
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        try:
            async with self._http.post(hook.url, json=pending.body, headers=headers, timeout=_TIMEOUT) as answer:
                if answer.status // 100 == 2:
                    await self._obey(answer)
                    return None
                self._note(hook, f"Wrong response from the webhook: {answer.status} {_reason(answer.status)}")
                retry_after = answer.headers.get("Retry-After", "")
                return float(retry_after) if retry_after.isdigit() else 0.0
        except TimeoutError:
            self._note(hook, "Read timeout expired")
        except (ClientError, OSError) as error:
            self._note(hook, f"Connection failed: {type(error).__name__}")
        return 0.0

    def _note(self, hook: Webhook, error: str) -> None:
        hook.last_error, hook.last_error_date = error, int(self._telegram.now())

    async def _obey(self, answer: ClientResponse) -> None:
        """A confirmation may carry one call of the Bot API; its result is not told."""
        params, files = await _call_inside(answer)
        method = params.pop("method", None)
        if method:
            with suppress(Refusal, ConnectionDropped):  # Telegram tells nobody about a refused call of this kind
                await self._telegram.call(self._bot.token, str(method), params, files)


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


async def _call_inside(answer: ClientResponse) -> tuple[dict[str, Any], dict[str, Upload]]:
    if answer.content_type == "application/json":
        try:
            body = json.loads(await answer.read() or b"{}")
        except ValueError:
            return {}, {}
        return (body, {}) if isinstance(body, dict) else ({}, {})
    if answer.content_type == "multipart/form-data":
        try:
            fields, files = multipart.parse(answer.headers["Content-Type"], await answer.read())
        except ValueError:
            return {}, {}
        return dict(fields), dict(files)
    return {}, {}
