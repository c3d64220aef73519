"""Callback data of what comes of the sheets. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from cluster.evaluation.outcome import Outcome
from cluster.evaluation.scoring import Verdict
from handlers.engine.taps import Tap


class ResultTap(Tap, prefix="er2"):
    """A programme's result: as a whole, one criterion (`i`), all remarks."""

    p: int
    do: str
    i: int = 0

    LOOK: ClassVar[str] = "k"
    CRITERION: ClassVar[str] = "c"
    REMARKS: ClassVar[str] = "r"


class RuleTap(Tap, prefix="er3"):
    """The chair's word on a criterion; why is asked for in words."""

    p: int
    i: int
    v: str

    CODES: ClassVar[dict[str, Verdict]] = {"m": Verdict.MEETS, "f": Verdict.FAILS}


class DecideTap(Tap, prefix="ed2"):
    """The chair decides; `stamp` of the card it was decided on."""

    p: int
    o: str
    stamp: int

    CODES: ClassVar[dict[str, Outcome]] = {"a": Outcome.AGREED, "w": Outcome.WITH_REMARKS, "r": Outcome.RETURNED}


class ReleaseTap(Tap, prefix="ed3"):
    """The chair tells the college a decision (`o`); `y` 1 when they are sure."""

    p: int
    o: int
    y: int = 0


class ReopenTap(Tap, prefix="ed4"):
    """The chair gives a signed sheet back; why is asked for in words."""

    a: int


class RestoreTap(Tap, prefix="ed6"):
    """The chair lets the last signed version of a reopened sheet count after all."""

    a: int


class VersionsTap(Tap, prefix="ev2"):
    """Signed versions of a sheet, for its author (`m` 1) or a coordinator; version `n` against the one before."""

    a: int
    m: int
    n: int = 0


class EvidenceTap(Tap, prefix="ev3"):
    """A voice message, photo or document of a sheet: of the own one (`a`), or for a coordinator."""

    e: int
    a: int = 0


class OthersTap(Tap, prefix="ev4"):
    """What the other experts say, for one who has signed."""

    a: int


class ReviseTap(Tap, prefix="ev5"):
    """The author opens the own signed sheet again; `y` 1 when they are sure."""

    a: int
    y: int = 0


class CollegeTap(Tap, prefix="eg2"):
    """What a college does with a released outcome; `i` a criterion."""

    p: int
    do: str
    i: int = 0

    LOOK: ClassVar[str] = "k"
    ACCEPT: ClassVar[str] = "a"
    OBJECT: ClassVar[str] = "o"
    FIX: ClassVar[str] = "f"
    HAND_IN: ClassVar[str] = "h"


class FixFileTap(Tap, prefix="eg3"):
    """A file that proves a correction."""

    f: int


class RecheckTap(Tap, prefix="eg4"):
    """An expert looks at corrections: at one criterion (`i`), and says so (`v`)."""

    a: int
    do: str
    i: int = 0

    LOOK: ClassVar[str] = "k"
    CRITERION: ClassVar[str] = "c"
    FIXED: ClassVar[str] = "m"
    NOT_FIXED: ClassVar[str] = "f"
    CANNOT: ClassVar[str] = "n"


class ProtocolTap(Tap, prefix="ed5"):
    """The protocol of a session; signing and amending are asked about first."""

    s: int
    do: str

    LOOK: ClassVar[str] = "k"
    SIGN: ClassVar[str] = "s"
    AMEND: ClassVar[str] = "a"


class SignTap(Tap, prefix="ed7"):
    """The chair signs the protocol; `stamp` of what was read."""

    s: int
    stamp: str


class PaperTap(Tap, prefix="ed8"):
    """The files of a signed protocol (`n` 0) or of an amendment."""

    s: int
    n: int
