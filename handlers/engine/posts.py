"""Posts for a channel or group: one request each, so that delivery can say of each whether it left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import (
    DeleteMessages,
    EditMessageCaption,
    EditMessageText,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVideo,
    TelegramMethod,
)
from aiogram.types import InputMediaDocument, InputMediaPhoto, InputMediaVideo, LinkPreviewOptions

from locales import Html

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_MEDIA = {"photo": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument}
_ALONE: dict[str, Any] = {"photo": SendPhoto, "video": SendVideo, "document": SendDocument}


@dataclass(frozen=True, slots=True)
class PostFile:
    """A file Telegram has; `kind` is photo, video or document."""

    kind: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Post:
    """A text, a file with a text, or an album with one text: above documents' end, under the first picture."""

    text: Html
    files: Sequence[PostFile] = ()

    @property
    def carrier(self) -> int:
        """Which of the messages of an album carries the text: the first picture, the last document."""
        return -1 if self.files and self.files[0].kind == "document" else 0


@dataclass(frozen=True, slots=True)
class PostEdit:
    """Another text for a post that is out; `message_id` is the message that carries it."""

    message_id: int
    text: Html
    has_files: bool


@dataclass(frozen=True, slots=True)
class PostRemoval:
    """A post that is out is taken away."""

    message_ids: Sequence[int]


Outgoing = Post | PostEdit | PostRemoval


def post_request(chat_id: int, post: Outgoing) -> TelegramMethod[Any]:
    """The one request that sends, changes or removes a post."""
    match post:
        case PostRemoval():
            return DeleteMessages(chat_id=chat_id, message_ids=list(post.message_ids))
        case PostEdit(has_files=True):
            return EditMessageCaption(chat_id=chat_id, message_id=post.message_id, caption=post.text, parse_mode="HTML")
        case PostEdit():
            return EditMessageText(
                chat_id=chat_id,
                message_id=post.message_id,
                text=post.text,
                parse_mode="HTML",
                link_preview_options=NO_PREVIEW,
            )
        case Post(files=[]) | Post(files=()):
            return SendMessage(chat_id=chat_id, text=post.text, parse_mode="HTML", link_preview_options=NO_PREVIEW)
        case Post(files=[only]) | Post(files=(only,)):
            return _alone(chat_id, only, post.text)
        case _:
            return SendMediaGroup(chat_id=chat_id, media=_album(post))


def _alone(chat_id: int, file: PostFile, text: Html) -> TelegramMethod[Any]:
    made: TelegramMethod[Any] = _ALONE[file.kind](
        chat_id=chat_id, caption=text, parse_mode="HTML", **{file.kind: file.file_id}
    )
    return made


def _album(post: Post) -> list[Any]:
    carrier = post.carrier % len(post.files)
    return [
        _MEDIA[file.kind](media=file.file_id, **({"caption": post.text, "parse_mode": "HTML"} if n == carrier else {}))
        for n, file in enumerate(post.files)
    ]
