"""Callback data of the journal."""

from typing import ClassVar

from handlers.engine.taps import Tap


class JournalTap(Tap, prefix="jl1"):
    """A page of the log, perhaps narrowed to a kind of things (`thing`) or to what one person did; a file of it."""

    do: str
    thing: str = ""
    person: int = 0
    page: int = 0

    PAGE: ClassVar[str] = "p"
    FILE: ClassVar[str] = "f"
