"""Buttons that are only labels: a tap on a weekday or an empty cell is answered, and the screen stays."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.engine.talk import Talk
from handlers.engine.taps import NoTap

labels = Router(name="labels")


@labels.callback_query(NoTap.filter())
async def label_tapped(callback: CallbackQuery, talk: Talk) -> None:
    """Nothing happens, and the phone stops waiting."""
    await talk.answer()
