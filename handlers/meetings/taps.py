"""Callback data of councils and meetings. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from cluster.meetings.states import Availability, Choice
from handlers.engine.taps import Tap


class ListTap(Tap, prefix="ml1"):
    """The person's meetings: coming or past ones, a page of them."""

    past: int = 0
    page: int = 0


class CouncilTap(Tap, prefix="mc1"):
    """What is done with a council; `v` is a member, a page, a rule, a line of the calendar."""

    c: int
    do: str
    v: int = 0

    ALL: ClassVar[str] = "o"
    LOOK: ClassVar[str] = "k"
    NEW: ClassVar[str] = "n"
    MEMBERS: ClassVar[str] = "m"
    MEMBER: ClassVar[str] = "M"
    ADD: ClassVar[str] = "a"
    END: ClassVar[str] = "e"
    QUORUM: ClassVar[str] = "q"
    SET_QUORUM: ClassVar[str] = "Q"
    CHAIR: ClassVar[str] = "c"
    SECRETARY: ClassVar[str] = "s"
    GROUP: ClassVar[str] = "g"
    CHANNEL: ClassVar[str] = "h"
    CALENDAR: ClassVar[str] = "l"
    MAKE: ClassVar[str] = "p"


class MeetingTap(Tap, prefix="mt1"):
    """What who runs a meeting does with it."""

    m: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    NEW: ClassVar[str] = "n"
    PREVIEW: ClassVar[str] = "p"
    ANNOUNCE: ClassVar[str] = "A"
    DATE: ClassVar[str] = "d"
    PLACE: ClassVar[str] = "l"
    AGENDA: ClassVar[str] = "g"
    ADD: ClassVar[str] = "i"
    PLAN: ClassVar[str] = "r"
    INVITED: ClassVar[str] = "w"
    CANCEL: ClassVar[str] = "c"
    BEGIN: ClassVar[str] = "b"
    PRESENT: ClassVar[str] = "t"
    END: ClassVar[str] = "e"
    END_NOW: ClassVar[str] = "E"
    MINUTES: ClassVar[str] = "x"
    FILES: ClassVar[str] = "f"
    SIGN: ClassVar[str] = "s"
    SIGNED: ClassVar[str] = "S"
    AMEND: ClassVar[str] = "z"


class RowTap(Tap, prefix="mw1"):
    """Take a row of the plan as an agenda item."""

    m: int
    row: int


class ItemTap(Tap, prefix="mx1"):
    """What who runs a meeting does with an item of its agenda."""

    i: int
    do: str
    v: int = 0

    LOOK: ClassVar[str] = "k"
    EDIT: ClassVar[str] = "e"
    UP: ClassVar[str] = "u"
    DROP: ClassVar[str] = "x"
    BALLOT: ClassVar[str] = "s"
    OPEN: ClassVar[str] = "o"
    VOTE: ClassVar[str] = "v"
    BY_HAND: ClassVar[str] = "b"
    ALL_FOR: ClassVar[str] = "f"
    CLOSE: ClassVar[str] = "c"
    HEARD: ClassVar[str] = "h"
    DECIDE: ClassVar[str] = "d"


class HandTap(Tap, prefix="mh1"):
    """Write down the vote of an organisation."""

    i: int
    o: int
    c: str
    page: int = 0


class PresenceTap(Tap, prefix="mp1"):
    """Mark who came: the delegate, or (`sub`) the substitute."""

    v: int
    sub: int
    on: int
    page: int = 0


class DecisionTap(Tap, prefix="mz1"):
    """Edit a decision or take it back."""

    d: int
    m: int
    do: str

    EDIT: ClassVar[str] = "e"
    DROP: ClassVar[str] = "x"
    DROP_NOW: ClassVar[str] = "X"


class OwnTap(Tap, prefix="mo1"):
    """What who is invited does with a meeting."""

    m: int
    do: str

    LOOK: ClassVar[str] = "k"
    HERE: ClassVar[str] = "h"
    CALENDAR: ClassVar[str] = "y"
    MINUTES: ClassVar[str] = "x"


class AnswerTap(Tap, prefix="ma1"):
    """An answer to an invitation."""

    v: int
    do: str

    YES: ClassVar[str] = "y"
    NO: ClassVar[str] = "n"
    SUBSTITUTE: ClassVar[str] = "s"
    LINK: ClassVar[str] = "l"


class SubstituteTap(Tap, prefix="ms1"):
    """Send a colleague."""

    v: int
    person: int


class AgreeTap(Tap, prefix="mg1"):
    """A substitute agrees, or not."""

    v: int
    on: int


class VoteTap(Tap, prefix="mv1"):
    """A vote."""

    i: int
    c: str

    CODES: ClassVar[dict[str, Choice]] = {"f": Choice.FOR, "a": Choice.AGAINST, "n": Choice.ABSTAINED}


class MaterialTap(Tap, prefix="mm1"):
    """The file of an agenda item."""

    m: int
    i: int


class PollTap(Tap, prefix="mq1"):
    """The poll about a date: `m` is the meeting, `d` a proposed date."""

    m: int
    do: str
    d: int = 0

    LOOK: ClassVar[str] = "k"
    ADD: ClassVar[str] = "a"
    DROP: ClassVar[str] = "x"
    ASK: ClassVar[str] = "s"
    CHOOSE: ClassVar[str] = "c"
    OWN: ClassVar[str] = "o"


class DateTap(Tap, prefix="md1"):
    """A member says whether a date suits."""

    d: int
    a: str

    CODES: ClassVar[dict[str, Availability]] = {
        "y": Availability.YES,
        "m": Availability.MAYBE,
        "n": Availability.NO,
    }


class RemindTap(Tap, prefix="mr1"):
    """Own reminders: look (empty `b`), want one, or not."""

    b: str = ""
    on: int = 0


class DutyTap(Tap, prefix="my1"):
    """The quarterly duty of a year: the page, or (`file`) a table."""

    year: int = 0
    file: int = 0
