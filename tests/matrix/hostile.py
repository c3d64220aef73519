"""What people send where a short text is expected."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.acts import Attachment
from sandbox.people import Bot, Person
from tests.matrix.people import PHONE

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000"
    "000049454e44ae426082"
)

Send = Callable[[Person, Bot], Awaitable[object]]


@dataclass(frozen=True)
class Thing:
    """Something sent, and how many answers it gets: a text over 4,096 characters leaves the phone as two messages."""

    name: str
    send: Send
    shows: str | None = None
    """How it is stored where it is taken; None: it must not be."""
    answers: int = 1


def _said(name: str, text: str, answers: int = 1, shows: str | None = "") -> Thing:
    async def send(person: Person, bot: Bot) -> object:
        return await person.send(bot, text)

    return Thing(name, send, text if shows == "" else shows, answers)


def _other(name: str, send: Send) -> Thing:
    return Thing(name, send)


MARKUP = "<b>&\"'</b> {x} { $y } %s <a href='https://evil.example'>"
TEXTS = [
    _said("markup", MARKUP),
    _said("too long", "ы" * 5000, answers=2),
    _said("emoji", "👩‍🏭👨‍👩‍👧‍👦🏳️‍🌈🇷🇺"),
    _said("right to left", "\u2067שלום\u2069 \u200fمرحبا <b>"),
    _said("zero width", "\u200b\u200b\u2060\ufeff", shows=None),
    _said("fillers", "\u3164\u2800\u00a0\u3164", shows=None),
    _said("control", "до\x00\x07\x1bпосле\x7f", shows="до   после"),
    _said("markdown", "*жирный* _курсив_ [ссылка](https://example.org) `код`"),
    _said("numbers", "99999999999999999999"),
    _said("negative", "-1"),
    _said("lines", "строка\n" * 30, shows=("строка\n" * 30).strip()),
    _said("stacked marks", "Z\u0351\u036b\u0343\u036a\u0302" * 20),
]
WORST = [thing for thing in TEXTS if thing.name in ("markup", "too long", "zero width")]
FILES = [
    _other("voice", lambda person, bot: person.send_voice(bot, b"OggS", 3)),
    _other("photo", lambda person, bot: person.send_photo(bot, PNG, "<b>подпись")),
    _other("sticker", lambda person, bot: person.send_sticker(bot)),
    _other("contact", lambda person, bot: person.send_contact(bot, PHONE, "Чужой")),
    _other("location", lambda person, bot: person.send_location(bot, 56.5, 85.0)),
    _other("document", lambda person, bot: person.send_document(bot, b"\x00\xff" * 50, "<b>../..\u202egpj.exe")),
    _other("video", lambda person, bot: person.send_attachment(bot, Attachment("video", b"x"))),
    _other("album", lambda person, bot: person.send_album(bot, [Attachment("photo", PNG)] * 5)),
    _other("album of files", lambda person, bot: person.send_album(bot, [Attachment("document", b"x", "a.txt")] * 5)),
]
COMMANDS = [_said("command", "/menu"), _said("unknown command", "/nothing")]
