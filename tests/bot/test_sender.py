"""Telegram's answers in delivery's terms."""

import pytest
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage

from bot.sender import translated
from scheduler.errors import Blocked, Lost, Refused, RetryAfter, SendError, Transient

METHOD = SendMessage(chat_id=1, text="x")


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (TelegramRetryAfter(METHOD, "Too Many Requests", 7), RetryAfter),
        (TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), Blocked),
        (TelegramNetworkError(METHOD, "ServerDisconnectedError"), Lost),
        (ClientDecodeError("no JSON", ValueError("<html>"), "<html>"), Lost),
        (TelegramServerError(METHOD, "Internal Server Error"), Transient),
        (TelegramBadRequest(METHOD, "Bad Request: chat not found"), Refused),
    ],
)
def test_meaning(answer: AiogramError, meaning: type[SendError]) -> None:
    said = translated(answer)  # type: ignore[arg-type]
    assert type(said) is meaning
    if isinstance(said, RetryAfter):
        assert said.seconds == 7
