"""Conversations about the work plan: who owes what by when."""

from aiogram import Router

from handlers.plan import notices

__all__ = ["notices", "router"]

router = Router(name="plan")
