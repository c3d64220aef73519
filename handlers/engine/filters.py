"""Filters that decide by what the conversation expects. Async on purpose: a sync filter goes through a thread."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from handlers.engine.talk import Talk
from handlers.engine.taps import FormTap


class Expecting(Filter):
    """The bot asked for this kind of answer; the handler gets what it was asked about as `expected`."""

    def __init__(self, kind: str) -> None:
        self.state = f"expect:{kind}"

    async def __call__(self, event: TelegramObject, talk: Talk) -> bool | dict[str, Any]:
        if talk.memory.state != self.state:
            return False
        return {"expected": talk.memory.data["expected"]}


class InForm(Filter):
    """The person is filling this form."""

    def __init__(self, name: str) -> None:
        self.state = f"form:{name}"

    async def __call__(self, event: TelegramObject, talk: Talk) -> bool:
        return talk.memory.state == self.state


class OnShelf(Filter):
    """The tapped draft of this form was put aside and can be resumed."""

    def __init__(self, name: str) -> None:
        self.state = f"form:{name}"

    async def __call__(self, event: TelegramObject, talk: Talk, callback_data: FormTap) -> bool:
        shelf = talk.memory.data.get("shelf")
        return bool(
            shelf
            and talk.memory.state is None
            and shelf["state"] == self.state
            and shelf["data"]["draft"] == callback_data.draft
        )
