"""The dispatcher: aiogram's routing over all features, built once a process.

Routers can hang in one tree only, so what belongs to one running app (services, pipeline) travels with each update.
Order per chat and isolation come from the inbox (one lane per chat, one replica per lane), not from the dispatcher.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import TelegramObject, Update
from pydantic import ValidationError

from bot.inbox import Malformed, RawUpdate
from bot.pipeline import Handler
from handlers.routing import root_router


@cache
def dispatcher() -> Dispatcher:
    """The process's dispatcher."""
    made = Dispatcher(disable_fsm=True)
    made.update.outer_middleware(_through_pipeline)
    made.include_router(root_router())
    return made


async def _through_pipeline(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    return await data["pipeline"](handler, event, data)


async def feed(bot: Bot, raw: RawUpdate, belongings: Mapping[str, Any]) -> None:
    """Handle one update.

    Args:
        raw: as Telegram sent it.
        belongings: what handlers may ask for by name: `pipeline` and the services.

    Raises:
        Malformed: it is not an update this program understands.
    """
    try:
        update = Update.model_validate(raw, context={"bot": bot})
    except ValidationError as error:
        raise Malformed(f"{error.error_count()} errors, first: {error.errors()[0]['loc']}") from None
    await dispatcher().feed_update(bot, update, **belongings)
