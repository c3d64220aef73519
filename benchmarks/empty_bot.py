"""The bot to compare with: aiogram and nothing else, the same two calls a tap (edit, answer).

Run as a process with the Bot API's address: `TELEGRAM_API_URL=http://127.0.0.1:PORT python -m benchmarks.empty_bot`.
"""

import os

import uvloop
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message


class Tap(CallbackData, prefix="ev1"):
    """As many fields as the verdict's tap has."""

    a: int
    b: int
    c: str
    d: int


async def tapped(callback: CallbackQuery, callback_data: Tap) -> None:
    """Edit the card and answer the tap."""
    assert isinstance(callback.message, Message)
    await callback.message.edit_text(f"Критерий {callback_data.b} из 14", reply_markup=callback.message.reply_markup)
    await callback.answer("Записано")


async def main(url: str) -> None:
    """Poll until the process is ended."""
    bot = Bot("100:" + "A" * 35, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(tapped, Tap.filter())
    await dispatcher.start_polling(bot, handle_signals=False, tasks_concurrency_limit=64)


if __name__ == "__main__":
    uvloop.run(main(os.environ["TELEGRAM_API_URL"]))
