"""One update's conversation: who is talking, in which words, and the only place that shows something to them."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

import structlog
from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    Response,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, CallbackQuery, LinkPreviewOptions, Message

from cluster.access import Actor
from cluster.calendar import WorkingCalendar
from handlers.engine.memory import Memory
from handlers.engine.posts import Post, post_request
from handlers.engine.screen import Attachment, Button, Screen
from handlers.engine.taps import FormTap
from locales import Html, Translator
from services.clock import Clock

log = structlog.get_logger()

T = TypeVar("T")

TOAST_LIMIT = 200
ATTEMPTS = 4
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# pydantic drops a generic model nobody holds, and making it again for the next answer takes milliseconds.
_ANSWERS = (Response[Any], Response[bool], Response[Message])

_GONE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)


class _Edit(EditMessageText):
    """editMessageText whose answer, the whole message again, is not parsed: nobody reads it."""

    __returning__: ClassVar[Any] = Any


def file_request(chat_id: int, file: Attachment, caption: Html | None = None) -> SendPhoto | SendDocument:
    """The request that sends a file: a photo for a picture, else a document."""
    content = BufferedInputFile(file.data, file.name)
    if file.goes_as_photo:
        return SendPhoto(chat_id=chat_id, photo=content, caption=caption, parse_mode="HTML")
    return SendDocument(chat_id=chat_id, document=content, caption=caption, parse_mode="HTML")


class Talk:
    """Injected into every handler as `talk`.

    Attributes:
        actor: the person with the roles that count now.
        t: texts in the person's language.
        memory: what the bot remembers of this conversation.
        calendar: working days as the person's cluster corrected them.
        message, callback: the update's content, one of them is set.
        on_send: told the chat's id before every message or edit, for whoever counts them.
        interrupted: this update is a command that put an unfinished form aside.
        services: everything handlers are given by name, for what is called without it (options of a form).
    """

    def __init__(
        self,
        *,
        bot: Bot,
        actor: Actor,
        t: Translator,
        memory: Memory,
        clock: Clock,
        calendar: WorkingCalendar,
        on_send: Callable[[int], None],
        update_id: int,
        chat_id: int,
        message: Message | None = None,
        callback: CallbackQuery | None = None,
    ) -> None:
        self.bot = bot
        self.actor = actor
        self.t = t
        self.memory = memory
        self.clock = clock
        self.calendar = calendar
        self._on_send = on_send
        self.update_id = update_id
        self.chat_id = chat_id
        self.message = message
        self.callback = callback
        self.interrupted = False
        self.services: Mapping[str, Any] = {}
        self._answered = False

    @property
    def card_id(self) -> int | None:
        """Id of the message whose button was tapped."""
        return self.callback.message.message_id if self.callback and self.callback.message else None

    async def show(self, screen: Screen, toast: str | None = None, *, alert: bool = False) -> int | None:
        """Show the next screen: in place of the tapped card, else as a new message.

        Args:
            screen: what to show.
            toast: short note on the tap (at most 200 characters are kept).
            alert: the note needs an OK.

        Returns:
            Id of the message that now carries the screen; None when the person cannot be reached.
        """
        card_id = self.card_id
        if card_id is None or screen.files:
            await self.answer(toast, alert=alert)
            return await self.send(screen)
        shown = await self._edit(card_id, screen)
        await self.answer(toast, alert=alert)
        return shown if shown is not None else await self.send(screen)

    async def send(self, screen: Screen) -> int | None:
        """Send a screen as a new message below, its files after it.

        When a command interrupted a form, the first screen offers to go on with it.
        """
        if self.interrupted and (shelf := self.memory.data.get("shelf")):
            self.interrupted = False
            resume = FormTap(draft=shelf["data"]["draft"], step=0, do=FormTap.RESUME)
            screen = screen.with_row(Button(self.t.plain("form-resume"), resume))
        method = SendMessage(
            chat_id=self.chat_id,
            text=screen.shortened().text,
            reply_markup=screen.markup(),
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
        )
        sent = await self._call(method)
        for file in screen.files:
            await self.send_file(file)
        return sent.message_id if sent else None

    async def send_file(self, file: Attachment, caption: Html | None = None) -> int | None:
        """Send a file; a picture as a photo where Telegram takes it."""
        await self.busy(ChatAction.UPLOAD_PHOTO if file.picture else ChatAction.UPLOAD_DOCUMENT)
        sent = await self._call(file_request(self.chat_id, file, caption))
        return sent.message_id if sent else None

    async def send_stored(self, file_id: str, *, photo: bool = False, voice: bool = False) -> bool:
        """Send a file that Telegram has already.

        Returns:
            False when Telegram no longer knows it, for example because the bot's token was changed.
        """
        chat_id = self.chat_id
        try:
            if photo:
                await self._call(SendPhoto(chat_id=chat_id, photo=file_id))
            elif voice:
                await self._call(SendVoice(chat_id=chat_id, voice=file_id))
            else:
                await self._call(SendDocument(chat_id=chat_id, document=file_id))
        except TelegramBadRequest as error:
            if "wrong file identifier" not in error.message.lower():
                raise
            return False
        return True

    async def send_post(self, post: Post) -> bool:
        """Send a post exactly as a channel gets it; False where Telegram refuses its files."""
        try:
            await self._call(post_request(self.chat_id, post))
        except TelegramBadRequest as error:
            if "wrong file identifier" not in error.message.lower():
                raise
            return False
        return True

    async def busy(self, action: ChatAction = ChatAction.TYPING) -> None:
        """Tell the person that something takes a while."""
        try:
            await self.bot.send_chat_action(self.chat_id, action)
        except TelegramAPIError as error:
            log.info("chat_action_refused", error=str(error))

    async def answer(self, text: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap, once; a tap too old to be answered is not an error."""
        if self.callback is None or self._answered:
            return
        self._answered = True
        note = text[:TOAST_LIMIT] if text else None
        await self._call(
            AnswerCallbackQuery(callback_query_id=self.callback.id, text=note, show_alert=alert or None),
        )

    def expect(self, kind: str, **data: str | int) -> None:
        """Say what the person's next message means; a handler with `Expecting(kind)` gets it with `data`."""
        self.memory.shelve()
        self.memory.put(f"expect:{kind}", {**self.memory.data, "expected": data})

    def first_of_album(self) -> bool:
        """False for the second and later messages of one album, so that an album is answered once."""
        return self.message is None or self.memory.first_of_album(self.message.media_group_id)

    async def _edit(self, message_id: int, screen: Screen) -> int | None:
        method = _Edit(
            chat_id=self.chat_id,
            message_id=message_id,
            text=screen.shortened().text,
            reply_markup=screen.markup(),
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
        )
        try:
            await self._attempt(method)
        except TelegramBadRequest as error:
            reason = error.message.lower()
            if "message is not modified" in reason:
                return message_id
            if any(gone in reason for gone in _GONE):
                return None
            raise
        except TelegramForbiddenError:
            return message_id
        return message_id

    async def _call(self, method: TelegramMethod[T]) -> T | None:
        try:
            return await self._attempt(method)
        except TelegramForbiddenError as error:
            log.info("person_unreachable", reason=error.message)
        except TelegramBadRequest as error:
            if "query is too old" not in error.message:
                raise
        return None

    async def _attempt(self, method: TelegramMethod[T]) -> T:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                if not isinstance(method, AnswerCallbackQuery):  # answers do not count towards Telegram's rates
                    self._on_send(self.chat_id)
                return await self.bot(method)
            except TelegramRetryAfter as error:
                if attempt == ATTEMPTS:
                    raise
                await self.clock.sleep(error.retry_after)
            except (ClientDecodeError, TelegramNetworkError, TelegramServerError):
                if attempt == ATTEMPTS:
                    raise
                await self.clock.sleep(0.2 * 2**attempt)
        raise AssertionError("unreachable")
