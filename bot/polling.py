"""Long polling: an update is acknowledged (by the next offset) only after the inbox has it on disk."""

import asyncio
from typing import Any, ClassVar

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.inbox import Inbox, RawUpdate, is_update

log = structlog.get_logger()

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
TIMEOUT_SECONDS = 25
LONGEST_PAUSE = 30.0


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one malformed update must not block the others."""

    __returning__: ClassVar[Any] = list[dict[str, Any]]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = TIMEOUT_SECONDS
    allowed_updates: list[str] = ALLOWED_UPDATES


async def poll(bot: Bot, inbox: Inbox, stopping: asyncio.Event) -> None:
    """Ask for updates until `stopping` is set; errors are waited out with a growing pause.

    Raises:
        TelegramUnauthorizedError: the token is not (or no longer) valid.
    """
    offset: int | None = None
    pause = 0.5
    while not stopping.is_set():
        try:
            updates = await _ask(bot, offset, stopping)
            if updates is None:
                return
            known = [update for update in updates if is_update(update)]
            await inbox.put(known)
        except TelegramUnauthorizedError:
            raise
        except TelegramRetryAfter as error:
            await _pause(error.retry_after, stopping)
        except TelegramConflictError as error:
            log.error("polling_conflict", reason=error.message)
            await _pause(pause := min(pause * 2, LONGEST_PAUSE), stopping)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("polling_failed", reason=error.message)
            await _pause(pause := min(pause * 2, LONGEST_PAUSE), stopping)
        else:
            pause = 0.5
            if known:
                offset = max(update["update_id"] for update in known) + 1


async def _ask(bot: Bot, offset: int | None, stopping: asyncio.Event) -> list[RawUpdate] | None:
    request = asyncio.create_task(bot(GetRawUpdates(offset=offset), request_timeout=TIMEOUT_SECONDS + 10))
    stop = asyncio.create_task(stopping.wait())
    await asyncio.wait({request, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if request.done():
        return request.result()
    request.cancel()
    return None


async def _pause(seconds: float, stopping: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return
