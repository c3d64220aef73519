"""Letters on their last step: words from the features, messages to Telegram, its answers in delivery's terms."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import Message

from cluster.notice import Notice
from handlers.engine import Attachment, Reader, Screen, render_notices
from handlers.engine.posts import Outgoing, Post, PostEdit, PostRemoval, post_request
from handlers.engine.talk import NO_PREVIEW, file_request
from locales import Texts
from scheduler.errors import Blocked, Lost, Refused, RetryAfter, SendError, Transient
from scheduler.ports import Address

OutgoingMessage = Screen | Attachment | Outgoing


class FeatureRenderer:
    """Renders notices with the features' renderers, in the recipient's language and zone."""

    def __init__(self, texts: Texts, services: Any) -> None:
        self._texts = texts
        self._services = services

    async def __call__(
        self, notices: Sequence[Notice], address: Address, *, delayed: bool
    ) -> Sequence[OutgoingMessage]:
        """See `scheduler.ports.Renderer`; a screen's files follow it, a request each."""
        reader = Reader(
            self._texts.for_locale(address.locale, address.zone),
            address.to.person_id,
            address.chat_id,
            self._services,
        )
        messages: list[OutgoingMessage] = []
        for screen in await render_notices(notices, reader, delayed=delayed):
            messages += [screen, *screen.files] if isinstance(screen, Screen) else [screen]
        return messages


class TelegramSender:
    """Sends one message with one request."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def __call__(self, chat_id: int, message: OutgoingMessage) -> Sequence[int]:
        """See `scheduler.ports.Sender`."""
        try:
            sent: Message | list[Message] | bool = await self._bot(_request(chat_id, message))
        except (TelegramAPIError, ClientDecodeError) as error:
            if isinstance(message, PostEdit) and "message is not modified" in str(error):
                return [message.message_id]
            raise translated(error) from None
        if isinstance(message, PostEdit | PostRemoval) or isinstance(sent, bool):
            return []
        return [one.message_id for one in sent] if isinstance(sent, list) else [sent.message_id]


def _request(chat_id: int, message: OutgoingMessage) -> TelegramMethod[Any]:
    if isinstance(message, Post | PostEdit | PostRemoval):
        return post_request(chat_id, message)
    if isinstance(message, Attachment):
        return file_request(chat_id, message)
    return SendMessage(
        chat_id=chat_id,
        text=message.shortened().text,
        reply_markup=message.markup(),
        parse_mode="HTML",
        link_preview_options=NO_PREVIEW,
    )


def translated(error: TelegramAPIError | ClientDecodeError) -> SendError:
    """What went wrong, in delivery's terms."""
    match error:
        case TelegramRetryAfter():
            return RetryAfter(float(error.retry_after))
        case TelegramForbiddenError():
            return Blocked(error.message)
        case TelegramNetworkError() | ClientDecodeError():  # the latter: something between us answered, not Telegram
            return Lost("no answer")
        case TelegramServerError():
            return Transient(error.message)
        case _:
            return Refused(error.message)
