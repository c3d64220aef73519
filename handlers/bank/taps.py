"""Callback data of the bank of programmes."""

from typing import ClassVar

from handlers.engine.taps import Tap


class BankTap(Tap, prefix="bk1"):
    """Reading the bank of cluster `c`: a page of it, one programme, the brochure."""

    c: int
    do: str
    id: int = 0
    kind: str = ""
    page: int = 0

    CLUSTERS: ClassVar[str] = "h"
    LIST: ClassVar[str] = "l"
    FOUND: ClassVar[str] = "f"
    LOOK: ClassVar[str] = "k"
    SEARCH: ClassVar[str] = "s"
    BROCHURE: ClassVar[str] = "b"


class BankEditTap(Tap, prefix="bx1"):
    """Changing the bank of the own cluster; `to` is a state of agreement."""

    do: str
    id: int = 0
    to: str = ""

    ADD: ClassVar[str] = "n"
    EDIT: ClassVar[str] = "e"
    AGREEMENT: ClassVar[str] = "a"
    AGREE: ClassVar[str] = "A"
    HIDE: ClassVar[str] = "x"
    SHOW: ClassVar[str] = "o"
    TAKE: ClassVar[str] = "t"
