"""A file a person sent: asked for by a question, taken within its limit."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from cluster.errors import Invalid
from handlers.engine.talk import Talk

DOWNLOADABLE: Final = 20 * 1024 * 1024
"""Bytes. Telegram gives a bot no larger file."""


class FileExpected(Invalid):
    """Something else came: a text, a picture, a voice message."""

    code = "file-expected"


class FileTooLarge(Invalid):
    """Data: `name`, `limit` and its `unit` (mb, kb)."""

    code = "file-too-large"


class FileGone(Invalid):
    """Telegram does not give the file any more; data: `name`."""

    code = "file-gone"


@dataclass(frozen=True, slots=True)
class SentFile:
    """What was sent; `name` is as the person's device called it, at most 120 characters."""

    name: str
    data: bytes


async def take_file(message: Message, talk: Talk, *, limit: int = DOWNLOADABLE) -> SentFile:
    """Download the document of a message.

    Args:
        limit: bytes; a larger one is refused before anything of it is downloaded.

    Raises:
        FileExpected, FileTooLarge, FileGone: why there is none.
    """
    document = message.document
    if document is None:
        raise FileExpected()
    name = (document.file_name or "")[-120:]
    if (document.file_size or 0) > limit:
        raise _too_large(name, limit)
    await talk.busy()
    try:
        content = await talk.bot.download(document, BytesIO(), timeout=60)
    except TelegramBadRequest as error:
        if "too big" in error.message:
            raise _too_large(name, limit) from error
        raise FileGone(name=name) from error
    assert content is not None
    data = content.read(limit + 1)
    if len(data) > limit:
        raise _too_large(name, limit)
    return SentFile(name, data)


def _too_large(name: str, limit: int) -> FileTooLarge:
    megabytes = limit >= 1024 * 1024
    return FileTooLarge(
        name=name, limit=limit // (1024 * 1024 if megabytes else 1024), unit="mb" if megabytes else "kb"
    )
