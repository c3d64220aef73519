"""Callback data of a session's day. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from handlers.engine.taps import Tap


class DayTap(Tap, prefix="ey1"):
    """The programme of the day, and live mode."""

    s: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    LIVE: ClassVar[str] = "v"
    END: ClassVar[str] = "e"


class OpenTap(Tap, prefix="ey2"):
    """Open a programme for all its experts."""

    p: int


class SlotTap(Tap, prefix="ey3"):
    """Say when a programme is presented and by whom."""

    p: int


class WantedTap(Tap, prefix="ey4"):
    """Ask the college of a row without a programme for one."""

    p: int


class NameTap(Tap, prefix="ey5"):
    """A college names the programme its row waits for."""

    p: int
