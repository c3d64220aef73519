"""A screen's picture is seen in the chat; what Telegram takes no photo of goes as a file."""

from io import BytesIO

import pytest
from PIL import Image

from bot.sender import TelegramSender
from handlers.engine import Attachment
from handlers.engine import screen as engine
from tests.world import World


def png(width: int, height: int) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("file", "photo"),
    [
        (Attachment(png(1200, 800), "итоги.png", picture=True), True),
        (Attachment(png(1200, 800), "итоги.png"), False),
        (Attachment(png(9000, 1200), "wide.png", picture=True), False),
        (Attachment(png(2100, 100), "line.png", picture=True), False),
        (Attachment(b"no picture", "x.png", picture=True), False),
        (Attachment(png(10, 10), "x.pdf", picture=True), False),
    ],
)
def test_what_goes_as_a_photo(file: Attachment, photo: bool) -> None:
    assert file.goes_as_photo is photo


def test_too_heavy_for_a_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    data = png(100, 100)
    monkeypatch.setattr(engine, "PHOTO_BYTES", len(data) - 1)
    assert not Attachment(data, "x.png", picture=True).goes_as_photo


async def test_a_letter_sends_a_picture_as_a_photo(world: World) -> None:
    reader = world.person("Мария")
    await reader.start(world.bot)
    await world.settle()
    send = TelegramSender(world.app.bot)
    for file, kind in (
        (Attachment(png(50, 50), "a.png", picture=True), "photo"),
        (Attachment(b"x", "a.txt"), "document"),
    ):
        ids = await send(reader.id, file)
        sent = reader.chat(world.bot).last_answer
        assert sent.kind == kind
        assert [sent.message_id] == list(ids)
