"""Callback data of practice. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from handlers.engine.taps import Tap


class PracticeTap(Tap, prefix="qh1"):
    """The ways from the entry screen; `page` of a list."""

    do: str
    page: int = 0

    HOME: ClassVar[str] = "h"
    PLACES: ClassVar[str] = "p"
    OFFER: ClassVar[str] = "P"
    MENTORS: ClassVar[str] = "m"
    LIST_MENTOR: ClassVar[str] = "M"
    REQUESTS: ClassVar[str] = "r"
    ASK: ClassVar[str] = "R"
    PLACEMENTS: ClassVar[str] = "a"
    WAITING: ClassVar[str] = "w"
    RESULTS: ClassVar[str] = "s"
    TABLE: ClassVar[str] = "t"
    PICTURE: ClassVar[str] = "i"


class PlaceTap(Tap, prefix="qp1"):
    """A place."""

    id: int
    do: str

    LOOK: ClassVar[str] = "k"
    EDIT: ClassVar[str] = "e"
    COPY: ClassVar[str] = "y"
    CLOSE: ClassVar[str] = "c"
    OPEN: ClassVar[str] = "o"


class MentorTap(Tap, prefix="qm1"):
    """A mentor; `week` counted from this one."""

    id: int
    do: str
    week: int = 0

    LOOK: ClassVar[str] = "k"
    EDIT: ClassVar[str] = "e"
    ABSENT: ClassVar[str] = "a"
    RETIRE: ClassVar[str] = "r"
    RETIRE_NOW: ClassVar[str] = "R"
    RETURN: ClassVar[str] = "b"


class AbsenceTap(Tap, prefix="qx1"):
    """Take back the absence of a mentor that begins on a day (ISO)."""

    id: int
    first: str


class RequestTap(Tap, prefix="qr1"):
    """A request; `page` of its interns."""

    id: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    ADD: ClassVar[str] = "a"
    TEMPLATE: ClassVar[str] = "t"
    LIST: ClassVar[str] = "l"
    COPY: ClassVar[str] = "y"
    WITHDRAW: ClassVar[str] = "w"
    WITHDRAW_NOW: ClassVar[str] = "W"


class ListTap(Tap, prefix="ql1"):
    """A list that was read; `page` of its troubles."""

    id: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    TAKE: ClassVar[str] = "t"


class InternTap(Tap, prefix="qi1"):
    """An intern."""

    id: int
    do: str

    LOOK: ClassVar[str] = "k"
    CLEARANCES: ClassVar[str] = "c"
    WISHES: ClassVar[str] = "w"
    LINK: ClassVar[str] = "l"
    LEAVE: ClassVar[str] = "x"
    LEAVE_NOW: ClassVar[str] = "X"


class ClearanceTap(Tap, prefix="qc1"):
    """A clearance of an intern: its kind, and the state that is noted."""

    id: int
    kind: str
    state: str = ""


class LinkTap(Tap, prefix="qn1"):
    """Which person in the bot an intern is."""

    id: int
    person: int


class OffersTap(Tap, prefix="qf1"):
    """Places for an intern; with a place: propose it."""

    id: int
    place: int = 0
    page: int = 0


class PlacementTap(Tap, prefix="qa1"):
    """A placement."""

    id: int
    do: str

    LOOK: ClassVar[str] = "k"
    AGREE: ClassVar[str] = "a"
    DECLINE: ClassVar[str] = "d"
    DAYS: ClassVar[str] = "w"


class ReasonTap(Tap, prefix="qd1"):
    """Why somebody declines."""

    id: int
    why: str


class MarkTap(Tap, prefix="qt1"):
    """A mark from 1 to 5."""

    id: int
    mark: int


class OutcomeTap(Tap, prefix="qo1"):
    """Hired, invited by name, or neither."""

    id: int
    outcome: str


class MatchTap(Tap, prefix="qz1"):
    """Matching; `page` of the runs."""

    do: str
    page: int = 0

    HOME: ClassVar[str] = "h"
    MOST: ClassVar[str] = "r"
    STABLE: ClassVar[str] = "s"
    OTHER: ClassVar[str] = "o"  # other lots
    FORGET: ClassVar[str] = "f"
    FORGET_NOW: ClassVar[str] = "F"


class RunTap(Tap, prefix="qu1"):
    """A run of matching; `page` of a list in it."""

    run: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    ENTERPRISES: ClassVar[str] = "e"
    COLLEGES: ClassVar[str] = "c"
    LEFT: ClassVar[str] = "l"
    MOVED: ClassVar[str] = "m"
    TABLE: ClassVar[str] = "t"
    PICTURE: ClassVar[str] = "i"
    PUBLISH: ClassVar[str] = "p"
    PUBLISH_NOW: ClassVar[str] = "P"


class GroupTap(Tap, prefix="qg1"):
    """What a run gives one enterprise (`by` e) or one college (`by` c)."""

    run: int
    by: str
    id: int
    page: int = 0

    ENTERPRISE: ClassVar[str] = "e"
    COLLEGE: ClassVar[str] = "c"


class PairTap(Tap, prefix="qv1"):
    """An intern in a run, with the place the run gave; a word on that pair."""

    run: int
    intern: int
    do: str

    LOOK: ClassVar[str] = "k"
    PIN: ClassVar[str] = "p"
    BAN: ClassVar[str] = "b"
    FREE: ClassVar[str] = "f"


class OwnLeftTap(Tap, prefix="qw1"):
    """A college's interns without a place, with the reasons."""

    page: int = 0
