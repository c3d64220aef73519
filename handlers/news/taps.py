"""Callback data of news. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from handlers.engine.taps import Tap


class NewsTap(Tap, prefix="nw1"):
    """The desk and its lists, a page of them."""

    do: str
    page: int = 0

    HOME: ClassVar[str] = "h"
    DRAFTS: ClassVar[str] = "d"
    SENT: ClassVar[str] = "s"  # handed in, not out yet
    OUT: ClassVar[str] = "o"
    CHOOSE: ClassVar[str] = "n"  # which event to write about
    QUEUE: ClassVar[str] = "q"
    TROUBLED: ClassVar[str] = "t"  # approved, on their way, failed
    ARCHIVE: ClassVar[str] = "a"
    PROPOSED: ClassVar[str] = "p"


class BeginTap(Tap, prefix="nb1"):
    """Begin an item about what is owed (0: about no event); the key makes two taps one draft."""

    o: int
    key: str


class WriteTap(Tap, prefix="nd1"):
    """What an author does with an item; `v` is a revision or a file."""

    i: int
    do: str
    v: int = 0

    CARD: ClassVar[str] = "k"
    TITLE: ClassVar[str] = "t"
    TEXT: ClassVar[str] = "x"
    MORE: ClassVar[str] = "m"  # a further paragraph
    FILES: ClassVar[str] = "f"
    LINKS: ClassVar[str] = "l"
    NO_LINKS: ClassVar[str] = "n"
    PREVIEW: ClassVar[str] = "p"
    WHEN: ClassVar[str] = "w"
    AT_ONCE: ClassVar[str] = "a"
    SUBMIT: ClassVar[str] = "S"
    KEEP: ClassVar[str] = "e"
    DISCARD: ClassVar[str] = "d"
    DISCARD_NOW: ClassVar[str] = "D"
    TAKE_BACK: ClassVar[str] = "b"
    DROP: ClassVar[str] = "r"
    DROP_ALL: ClassVar[str] = "R"
    ONLY_SEEN: ClassVar[str] = "g"
    ONLY_DOCUMENTS: ClassVar[str] = "G"
    CAPTION_TEXT: ClassVar[str] = "1"
    CAPTION_MORE: ClassVar[str] = "2"
    CAPTION_DROP: ClassVar[str] = "3"


class ReviewTap(Tap, prefix="nr1"):
    """What a reviewer does with an item; `r` is the revision seen."""

    i: int
    do: str
    r: int = 0

    CARD: ClassVar[str] = "k"
    CLAIM: ClassVar[str] = "c"
    APPROVE: ClassVar[str] = "a"
    EDIT_TITLE: ClassVar[str] = "t"
    EDIT_TEXT: ClassVar[str] = "x"
    DIFFERENCE: ClassVar[str] = "d"
    CHANGES: ClassVar[str] = "b"
    REJECT: ClassVar[str] = "j"
    NOTE: ClassVar[str] = "n"
    RELEASE: ClassVar[str] = "l"
    TRUST: ClassVar[str] = "T"
    DISTRUST: ClassVar[str] = "U"
    PREVIEW: ClassVar[str] = "p"
    PULL: ClassVar[str] = "u"
    AGAIN: ClassVar[str] = "g"
    CONFIRM: ClassVar[str] = "y"


class RejectTap(Tap, prefix="nj1"):
    """Why an item is rejected."""

    i: int
    why: str


class PostTap(Tap, prefix="nc1"):
    """A published post: propose to correct or retract it, look at its changes."""

    i: int
    do: str

    CORRECT_TITLE: ClassVar[str] = "t"
    CORRECT_TEXT: ClassVar[str] = "x"
    RETRACT: ClassVar[str] = "r"
    LOG: ClassVar[str] = "l"


class ChangeTap(Tap, prefix="nh1"):
    """A proposed change: look, let it go to the channel, decline."""

    c: int
    do: str

    CARD: ClassVar[str] = "k"
    YES: ClassVar[str] = "y"
    NO: ClassVar[str] = "n"


class EventsTap(Tap, prefix="nv1"):
    """Events to come or past, a page of them; a new one."""

    do: str
    page: int = 0

    AHEAD: ClassVar[str] = "a"
    PAST: ClassVar[str] = "p"
    NEW: ClassVar[str] = "n"
    CALENDAR: ClassVar[str] = "c"


class EventTap(Tap, prefix="ne1"):
    """One event."""

    e: int
    do: str

    CARD: ClassVar[str] = "k"
    POSTPONE: ClassVar[str] = "p"
    CANCEL: ClassVar[str] = "x"
    CANCEL_NOW: ClassVar[str] = "X"
    FILE: ClassVar[str] = "i"


class OweTap(Tap, prefix="no1"):
    """What one organisation owes about one event."""

    o: int
    do: str

    CARD: ClassVar[str] = "k"
    LINK: ClassVar[str] = "l"
    NOT_HELD: ClassVar[str] = "n"
    NOT_HELD_NOW: ClassVar[str] = "N"
    WAIVE: ClassVar[str] = "w"
    AGAIN: ClassVar[str] = "a"


class ReportTap(Tap, prefix="np1"):
    """Reports of a period: `month`, `quarter`, `year`."""

    do: str
    period: str = "q"
    page: int = 0

    COMPLIANCE: ClassVar[str] = "c"
    PICTURE: ClassVar[str] = "i"
    TABLE: ClassVar[str] = "x"
    MEDIA: ClassVar[str] = "m"
    MEDIA_TABLE: ClassVar[str] = "y"


class RuleTap(Tap, prefix="nu1"):
    """How soon news is due: the rules, another one."""

    do: str

    LIST: ClassVar[str] = "l"
    NEW: ClassVar[str] = "n"


class SourceTap(Tap, prefix="nz1"):
    """What an event arises from: a row of the plan, a meeting; lists of them, and nothing in particular."""

    do: str
    id: int = 0
    page: int = 0

    PLAN: ClassVar[str] = "p"
    ROW: ClassVar[str] = "r"
    MEETINGS: ClassVar[str] = "m"
    MEETING: ClassVar[str] = "k"
    BLANK: ClassVar[str] = "b"


class PressTap(Tap, prefix="ns1"):
    """Who writes for colleges: a page of them, one of them, a person to be reminded first, trust."""

    do: str
    o: int = 0
    v: int = 0  # a page, or a person

    LIST: ClassVar[str] = "l"
    CARD: ClassVar[str] = "c"
    NAME: ClassVar[str] = "n"
    TRUST: ClassVar[str] = "t"
    DISTRUST: ClassVar[str] = "u"
