"""Notices in words: each feature registers how its notices look; delivery asks here at the moment of sending."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from cluster.notice import Notice
from handlers.engine.posts import Outgoing
from handlers.engine.screen import Screen
from locales import Html, Translator, lines

N = TypeVar("N", bound=Notice)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read a notice: a person, or a channel or group (`person_id` is None)."""

    t: Translator
    person_id: int | None
    chat_id: int
    services: Any
    """The wired use cases and queries (`bot.app.Services`)."""


Renderer = Callable[[Any, Reader], Awaitable[Screen | Outgoing | None]]
_RENDERERS: dict[type[Notice], Renderer] = {}

MERGED_LIMIT = 3_800


def renders(
    notice: type[N],
) -> Callable[[Callable[[N, Reader], Awaitable[Screen | Outgoing | None]]], Callable[..., Any]]:
    """Register the rendering of one kind of notice; it returns None when the notice is no longer relevant."""

    def register(render: Callable[[N, Reader], Awaitable[Screen | Outgoing | None]]) -> Callable[..., Any]:
        if notice in _RENDERERS:
            raise TypeError(f"{notice.__name__} is rendered twice")
        _RENDERERS[notice] = render
        return render

    return register


def rendered_kinds() -> frozenset[type[Notice]]:
    """Kinds that have a rendering; for the test that none is missing."""
    return frozenset(_RENDERERS)


async def render_notices(
    notices: Sequence[Notice], reader: Reader, *, delayed: bool = False
) -> Sequence[Screen | Outgoing]:
    """The messages for notices that are delivered together.

    Args:
        notices: in the order they were written; several become one message as long as it stays readable.
        reader: the recipient.
        delayed: they waited through a downtime and say so.

    Returns:
        Messages to send in order; empty when nothing is relevant any more.
    """
    found = [shown for notice in notices if (shown := await _RENDERERS[type(notice)](notice, reader))]
    screens = [shown for shown in found if isinstance(shown, Screen)]
    if len(screens) < len(found):  # a post; those never wait together
        return found
    heading = reader.t("notice-delayed") if delayed and screens else None
    if len(screens) <= 1:
        return [Screen(lines(heading, s.text, gap="\n\n"), s.rows, s.files) for s in screens]
    if sum(bool(screen.rows) for screen in screens) > 1:
        screens = [_numbered(reader.t, number, screen) for number, screen in enumerate(screens, start=1)]
    return _merge(screens, heading or reader.t("notice-several", count=len(screens)))


def _numbered(t: Translator, number: int, screen: Screen) -> Screen:
    """A part of a message whose buttons say what they belong to."""
    rows = [
        [replace(button, text=t.plain("notice-button", number=number, text=button.text)) for button in row]
        for row in screen.rows
    ]
    return Screen(t("notice-part", number=number, text=screen.text), rows, screen.files)


def _merge(screens: Sequence[Screen], heading: Html) -> list[Screen]:
    merged: list[Screen] = []
    text, rows, files = heading, [], []  # type: Html, list[Any], list[Any]
    for screen in screens:
        if len(text) + len(screen.text) > MERGED_LIMIT or len(rows) + len(screen.rows) > 30:
            merged.append(Screen(text, rows, files))
            text, rows, files = heading, [], []
        text = lines(text, screen.text, gap="\n\n")
        rows, files = [*rows, *screen.rows], [*files, *screen.files]
    return [*merged, Screen(text, rows, files)]
