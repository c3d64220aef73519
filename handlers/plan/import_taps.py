"""Callback data of plans that are sent as files."""

from typing import ClassVar

from handlers.engine.taps import Tap


class SendPlanTap(Tap, prefix="ys1"):
    """Sending a plan as a file; correcting the rows of a stored one."""

    do: str
    plan: int = 0

    SEND: ClassVar[str] = "s"
    CORRECT: ClassVar[str] = "c"


class ImportTap(Tap, prefix="yh1"):
    """A plan that was sent: its summary, its rows, adopting it. `r` is the revision the button was shown with."""

    i: int
    do: str
    page: int = 0
    r: int = 0

    HOME: ClassVar[str] = "h"
    ROWS: ClassVar[str] = "w"
    DOUBTS: ClassVar[str] = "d"
    CHANGES: ClassVar[str] = "c"
    ADOPT: ClassVar[str] = "a"
    DROP: ClassVar[str] = "x"


class ImportRowTap(Tap, prefix="yr1"):
    """One row of it: the whole of it, another text for one of its cells, leaving it out."""

    i: int
    row: int
    do: str
    r: int = 0

    LOOK: ClassVar[str] = "l"
    DEADLINE: ClassVar[str] = "d"
    EXECUTORS: ClassVar[str] = "e"
    TITLE: ClassVar[str] = "t"
    RESULT: ClassVar[str] = "u"
    LEAVE_OUT: ClassVar[str] = "x"


class ImportYearTap(Tap, prefix="yy1"):
    """For which year it is: academic or calendar, its first year."""

    i: int
    kind: str
    first: int

    ACADEMIC: ClassVar[str] = "a"
    CALENDAR: ClassVar[str] = "c"
