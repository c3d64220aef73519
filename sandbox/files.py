"""Files: what was uploaded, by whom it can be fetched, and Telegram's limits of size."""

import hashlib
import io
import mimetypes
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from sandbox.limits import Limits
from sandbox.refusals import Refusal, bad_request

_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "sticker": "stickers"}
_NAMES = {
    "photo": "Photo",
    "document": "Document",
    "voice": "VoiceNote",
    "video": "Video",
    "audio": "Audio",
    "animation": "Animation",
    "sticker": "Sticker",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a request: its name as the client gave it, its bytes, its type."""

    filename: str
    data: bytes
    content_type: str | None = None


@dataclass(slots=True, eq=False)
class StoredFile:
    """A file Telegram keeps. `kind` is photo, document, voice, video, audio, animation or sticker."""

    kind: str
    file_id: str
    file_unique_id: str
    file_path: str
    file_name: str
    mime_type: str
    data: bytes = field(repr=False)
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)

    def as_json(self) -> dict[str, Any]:
        """The object of Bot API: PhotoSize, Document, Voice, Video, Audio, Animation or Sticker."""
        body: dict[str, Any] = {"file_id": self.file_id, "file_unique_id": self.file_unique_id}
        if self.kind in ("photo", "video", "animation", "sticker"):
            body |= {"width": self.width, "height": self.height}
        if self.kind in ("voice", "video", "audio", "animation"):
            body["duration"] = self.duration
        if self.kind == "sticker":
            body |= {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
        if self.kind not in ("photo", "sticker"):
            body["mime_type"] = self.mime_type
        if self.kind in ("document", "video", "audio", "animation"):
            body["file_name"] = self.file_name
        body["file_size"] = self.size
        return body


class FileStore:
    """All files of one sandbox."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, upload: Upload, *, duration: int = 0) -> StoredFile:
        """Keep an uploaded file.

        Raises:
            Refusal: 413 over the upload limit, 400 for a photo that is too big or not a picture, or an empty file.
        """
        size = len(upload.data)
        if size == 0:
            raise bad_request("file must be non-empty")
        if size > self._limits.upload:
            raise Refusal(413, "Request Entity Too Large")
        width = height = 0
        if kind == "photo":
            width, height = self._photo_size(upload.data)
        elif kind in ("video", "animation", "sticker"):
            width = height = 512
        number = len(self._by_id) + 1
        name = PurePosixPath(upload.filename.replace("\\", "/")).name or "file"
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        mime = {"photo": "image/jpeg", "voice": "audio/ogg"}.get(kind) or upload.content_type or guessed
        if kind == "document" and mime == "application/octet-stream":
            mime = guessed
        suffix = PurePosixPath(name).suffix or {"photo": ".jpg", "voice": ".oga"}.get(kind, "")
        digest = hashlib.sha1(upload.data, usedforsecurity=False).hexdigest()
        stored = StoredFile(
            kind=kind,
            file_id=f"Sandbox{kind.capitalize()}{number:06d}{digest[:20]}",
            file_unique_id=f"{kind[:2].upper()}{digest[:12]}",
            file_path=f"{_FOLDERS.get(kind, 'documents')}/file_{number}{suffix}",
            file_name=name,
            mime_type=mime,
            data=upload.data,
            width=width,
            height=height,
            duration=duration,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.file_path] = stored
        return stored

    def _photo_size(self, data: bytes) -> tuple[int, int]:
        if len(data) > self._limits.photo:
            raise bad_request(f"file of size {len(data)} bytes is too big for a photo")
        try:
            with Image.open(io.BytesIO(data)) as picture:
                width, height = picture.size
        except (UnidentifiedImageError, OSError):
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with this id, if there is one."""
        return self._by_id.get(file_id)

    def by_path(self, file_path: str) -> StoredFile | None:
        """The file to download under `/file/bot<token>/<file_path>`."""
        return self._by_path.get(file_path)

    def reuse(self, kind: str, file_id: str) -> StoredFile:
        """The file a bot names by its id instead of uploading it.

        Raises:
            Refusal: 400 when there is no such file or it is of another kind.
        """
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {_NAMES[stored.kind]} as {_NAMES[kind]}")
        return stored
