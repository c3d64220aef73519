"""Callback data of the directory: ids and steps."""

from typing import ClassVar

from handlers.engine.taps import Tap


class DirectoryTap(Tap, prefix="dr1"):
    """Organisations by kind, one organisation, adding, renaming; the working calendar."""

    do: str
    kind: str = ""
    id: int = 0
    page: int = 0

    HOME: ClassVar[str] = "h"
    LIST: ClassVar[str] = "l"
    CARD: ClassVar[str] = "c"
    ADD: ClassVar[str] = "a"
    RENAME: ClassVar[str] = "n"
    TERM: ClassVar[str] = "t"
    CALENDAR: ClassVar[str] = "w"
    LOAD: ClassVar[str] = "u"
