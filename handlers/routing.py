"""All features' routers in the order they are asked. The last one answers what nobody else understood."""

from functools import cache

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from handlers import bank, chats, directory, evaluation, installation, journal, meetings, people, plan, practice
from handlers.engine.labels import labels
from handlers.engine.talk import Talk
from handlers.news import router as news


class InPrivate(Filter):
    """Conversations happen in private chats; a group's chatter is not ours."""

    async def __call__(self, event: TelegramObject, talk: Talk) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else talk.message
        return message is not None and message.chat.type == ChatType.PRIVATE


@cache
def root_router() -> Router:
    """The tree of routers; one per process."""
    private = Router(name="private")
    private.message.filter(InPrivate())
    private.callback_query.filter(InPrivate())
    private.include_routers(
        evaluation.expert.router,  # verdict taps are most of all updates, and every filter before theirs costs time
        meetings.links,
        people.router,
        directory.router,
        evaluation.router,
        meetings.router,
        bank.router,
        installation.router,
        journal.router,
        plan.router,
        chats.router,
        practice.router,
        news,
        labels,
        people.fallback,
    )
    root = Router(name="root")
    root.include_routers(private, chats.watching.membership, chats.watching.groups)
    root.include_routers(people.membership, people.groups)
    return root
