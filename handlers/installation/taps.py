"""Callback data of the installation: ids and steps."""

from typing import ClassVar

from handlers.engine.taps import Tap


class InstallationTap(Tap, prefix="in1"):
    """The installation at a glance; updates that were set aside, a page of them, one looked at."""

    do: str
    update: str = ""  # Telegram's numbers are longer than those of our rows
    page: int = 0

    HOME: ClassVar[str] = "h"
    UPDATES: ClassVar[str] = "u"
    DISMISS: ClassVar[str] = "x"

    @property
    def update_id(self) -> int:
        """Telegram's number of the update; 0 for what was made up."""
        is_number = self.update.isascii() and self.update.isdigit() and len(self.update) < 19
        return int(self.update) if is_number else 0


class LetterTap(Tap, prefix="il1"):
    """Letters that need a look: a page, one of them, what to do with it; `stamp` says how old the screen is."""

    do: str
    id: int = 0
    stamp: int = 0
    page: int = 0

    LIST: ClassVar[str] = "l"
    CARD: ClassVar[str] = "c"
    AGAIN: ClassVar[str] = "a"
    ARRIVED: ClassVar[str] = "y"
    DROP: ClassVar[str] = "d"
