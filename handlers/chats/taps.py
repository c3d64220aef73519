"""Callback data of the channel and the group."""

from typing import ClassVar

from handlers.engine.taps import Tap


class ChatTap(Tap, prefix="ct1"):
    """What is connected; connecting, checking and letting go of one."""

    do: str
    id: int = 0

    HOME: ClassVar[str] = "h"
    CONNECT: ClassVar[str] = "c"
    CHECK: ClassVar[str] = "k"
    DROP: ClassVar[str] = "d"
    DROP_NOW: ClassVar[str] = "D"
