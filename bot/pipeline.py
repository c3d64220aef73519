"""The way of one update: who is this, what do we remember, handle, remember, and every error in words."""

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, TelegramObject, Update, User

from bot.memory import Memories
from bot.throttle import Throttle
from cluster.access import Actor
from cluster.calendar import WorkingCalendar
from cluster.errors import DomainError
from handlers.engine import Memory, Screen, Talk, refusal
from handlers.engine.talk import TOAST_LIMIT
from locales import Texts
from services.clock import Clock
from storage.database import is_away

log = structlog.get_logger()

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Pipeline(BaseMiddleware):
    """Outer middleware of all updates: makes the `talk`, turns errors into sentences, writes the memory last.

    `incidents` counts the unexpected errors since the start.
    """

    def __init__(
        self,
        *,
        memories: Memories,
        texts: Texts,
        clock: Clock,
        calendar: Callable[[int | None], WorkingCalendar],
        on_send: Callable[[int], None],
    ) -> None:
        self._memories = memories
        self._texts = texts
        self._clock = clock
        self._calendar = calendar
        self._on_send = on_send
        self._throttle = Throttle(clock)
        self.incidents = 0

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        content = event.event
        chat, user = _where_and_who(content)
        if chat is None or user is None or user.is_bot:
            return None
        bot: Bot = data["bot"]
        known, memory = await self._memories.load(bot.id, chat.id, user.id)
        actor = known.actor
        if memory.applied(event.update_id):
            log.info("update_already_applied", update_id=event.update_id)
            return None
        if actor.person_id is None and not self._throttle.allows(user.id):
            log.info("guest_throttled")
            return None
        talk = self._talk(event, bot, chat, actor, memory)
        data["talk"], data["known"] = talk, known
        talk.services = data
        if isinstance(content, Message) and (content.text or "").startswith("/"):
            talk.interrupted = memory.shelve()
        try:
            await handler(event, data)
        except DomainError as error:
            await _refuse(talk, error)
        except Exception as error:
            if is_away(error):
                raise  # the inbox keeps the update until it can be handled
            self.incidents += 1
            await _incident(talk)
        await talk.answer()
        if memory.changed:
            await self._memories.save(bot.id, chat.id, user.id, memory, event.update_id)
        return None

    def _talk(self, update: Update, bot: Bot, chat: Chat, actor: Actor, memory: Memory) -> Talk:
        content = update.event
        return Talk(
            bot=bot,
            actor=actor,
            t=self._texts.for_locale(actor.locale, actor.zone),
            memory=memory,
            clock=self._clock,
            calendar=self._calendar(actor.cluster_id),
            on_send=self._on_send,
            update_id=update.update_id,
            chat_id=chat.id,
            message=content if isinstance(content, Message) else None,
            callback=content if isinstance(content, CallbackQuery) else None,
        )


def _where_and_who(content: TelegramObject) -> tuple[Chat | None, User | None]:
    if isinstance(content, Message | ChatMemberUpdated):
        return content.chat, content.from_user
    if isinstance(content, CallbackQuery):
        return (content.message.chat if content.message else None), content.from_user
    return None, None


async def _refuse(talk: Talk, error: DomainError) -> None:
    """A rule said no: a toast on a tap, a message otherwise."""
    if talk.callback is None:
        await talk.send(Screen(refusal(talk.t, error)))
        return
    note = refusal(talk.t, error, plain=True)
    if len(note) <= TOAST_LIMIT:
        await talk.answer(note, alert=True)
    else:
        await talk.answer()
        await talk.send(Screen(refusal(talk.t, error)))


async def _incident(talk: Talk) -> None:
    """Something unexpected: the person gets a short code that the log has too."""
    incident = secrets.token_hex(3).upper()
    log.exception("update_incident", incident=incident, update_id=talk.update_id)
    try:
        await talk.send(Screen(talk.t("error-incident", incident=incident)))
    except TelegramAPIError:
        log.warning("incident_not_told", incident=incident)
