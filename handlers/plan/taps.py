"""Callback data of the plan. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from handlers.engine.taps import Tap


class ObligationTap(Tap, prefix="po1"):
    """What an executor does with an obligation."""

    o: int
    do: str

    LOOK: ClassVar[str] = "k"
    TAKE: ClassVar[str] = "t"
    DONE: ClassVar[str] = "d"
    CANNOT: ClassVar[str] = "c"
    GIVE: ClassVar[str] = "g"
    NOTE: ClassVar[str] = "n"
    LATER: ClassVar[str] = "z"
    HISTORY: ClassVar[str] = "h"


class LaterTap(Tap, prefix="pz1"):
    """Remind again in so many working days."""

    o: int
    days: int


class GiveTap(Tap, prefix="pg1"):
    """Give an obligation to a colleague."""

    o: int
    person: int


class ProofTap(Tap, prefix="pf1"):
    """Show a proof."""

    o: int
    e: int


class MineTap(Tap, prefix="pm1"):
    """What one answers for oneself: a list, a page of it."""

    which: str
    page: int = 0


class BoardTap(Tap, prefix="pb1"):
    """The coordinator's board: a list of it, perhaps of a section (a row of it) or an organisation."""

    do: str
    which: str = ""
    section: int = 0
    organisation: int = 0
    page: int = 0

    HOME: ClassVar[str] = "h"
    LIST: ClassVar[str] = "l"
    SECTIONS: ClassVar[str] = "s"
    ORGANISATIONS: ClassVar[str] = "o"


class DecideTap(Tap, prefix="pd1"):
    """What a coordinator decides about an obligation."""

    o: int
    do: str

    AGREE: ClassVar[str] = "a"
    REFUSE: ClassVar[str] = "r"
    MOVE: ClassVar[str] = "m"
    DATE: ClassVar[str] = "d"  # all of the row
    WAIVE: ClassVar[str] = "w"
    REOPEN: ClassVar[str] = "o"


class HeadTap(Tap, prefix="ph1"):
    """The head of an organisation, or (0) the chair of the council: who it can be, who it is."""

    organisation: int
    person: int = 0


class PlanTap(Tap, prefix="pl1"):
    """Work plans: the list of them (0), one of them, a page of its rows, adopting it, making the next one of it."""

    p: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    ADOPT: ClassVar[str] = "a"
    NEXT: ClassVar[str] = "n"


class PaperTap(Tap, prefix="px1"):
    """The plan, or one's own part of it, as a file."""

    do: str

    TABLE: ClassVar[str] = "x"
    PICTURE: ClassVar[str] = "p"
    CALENDAR: ClassVar[str] = "i"
