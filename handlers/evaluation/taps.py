"""Callback data of evaluation. Prefixes carry a version; a changed shape gets a new prefix."""

from typing import ClassVar

from cluster.evaluation.scoring import Verdict
from handlers.engine.taps import Tap


class VerdictTap(Tap, prefix="ev1"):
    """A verdict on a criterion: assignment, place of the criterion, which verdict, revision of the answer shown.

    For a criterion with answers to choose from, `v` may be the number of an answer.
    """

    a: int
    i: int
    v: str
    r: int

    CONFIRM: ClassVar[str] = "y"  # the college's own figure is right
    CODES: ClassVar[dict[str, Verdict]] = {"m": Verdict.MEETS, "f": Verdict.FAILS, "c": Verdict.CANNOT_ASSESS}

    @property
    def choice(self) -> int:
        """The chosen answer, from 1; 0 when the tap is about something else."""
        return int(self.v) if self.v.isascii() and self.v.isdigit() and len(self.v) <= 2 else 0


class GoTap(Tap, prefix="eg1"):
    """To a criterion (past the last one: to the final look), perhaps to write something there."""

    a: int
    i: int
    w: str = ""

    REMARK: ClassVar[str] = "r"
    VALUE: ClassVar[str] = "v"


class WorkTap(Tap, prefix="ew1"):
    """What an expert does with a whole assignment."""

    a: int
    do: str

    LOOK: ClassVar[str] = "k"
    SCORE: ClassVar[str] = "o"
    ACCEPT: ClassVar[str] = "a"
    DECLINE: ClassVar[str] = "d"
    ALL: ClassVar[str] = "l"
    GAPS: ClassVar[str] = "g"
    MATERIALS: ClassVar[str] = "m"
    SUBMIT: ClassVar[str] = "s"
    SIGN: ClassVar[str] = "S"
    FORM: ClassVar[str] = "p"
    CONFLICT: ClassVar[str] = "x"  # what connects me with the college has changed


class MineTap(Tap, prefix="eu1"):
    """The expert's own programmes, a page of them."""

    page: int = 0


class ReasonTap(Tap, prefix="er1"):
    """Why an expert declines."""

    a: int
    why: str


class KeepTap(Tap, prefix="ek1"):
    """What to do with a text that was kept aside."""

    a: int
    i: int
    how: str


class MaterialTap(Tap, prefix="em1"):
    """A file of the presentation, for an expert (`a`) or a coordinator (`p`, the programme)."""

    m: int
    a: int = 0
    p: int = 0


class SessionsTap(Tap, prefix="el1"):
    """The coordinator's sessions, a page of them."""

    page: int = 0


class SessionTap(Tap, prefix="es1"):
    """What a coordinator does with a session; `page` of its programmes."""

    s: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    NEW: ClassVar[str] = "n"
    OPEN: ClassVar[str] = "o"
    NUDGE: ClassVar[str] = "r"
    DEADLINE: ClassVar[str] = "t"
    ADD: ClassVar[str] = "p"
    CLOSE: ClassVar[str] = "c"
    CLOSE_NOW: ClassVar[str] = "C"


class ChairTap(Tap, prefix="eh1"):
    """Who chairs a session; nobody yet: show who can."""

    s: int
    person: int = 0


class ProgrammeTap(Tap, prefix="ep1"):
    """What a coordinator does with a programme."""

    p: int
    do: str
    page: int = 0

    LOOK: ClassVar[str] = "k"
    EXPERTS: ClassVar[str] = "e"
    MATERIAL: ClassVar[str] = "m"
    NAME: ClassVar[str] = "n"
    RECUSE: ClassVar[str] = "x"


class FigureTap(Tap, prefix="ef1"):
    """The college's own figure for one criterion (its place on the sheet)."""

    p: int
    i: int


class ExpertTap(Tap, prefix="ex1"):
    """Add an expert to a programme, or take one back."""

    p: int
    person: int
    on: int
    page: int


class SheetTap(Tap, prefix="ea1"):
    """The signed form of an expert, for the coordinator."""

    a: int


class CatalogueTap(Tap, prefix="ec1"):
    """The cluster's expert sheets; `key` names the file that was looked at before loading."""

    do: str
    id: int = 0
    page: int = 0
    key: str = ""

    LIST: ClassVar[str] = "l"
    LOOK: ClassVar[str] = "k"
    CRITERIA: ClassVar[str] = "i"
    CURRENT: ClassVar[str] = "c"
    LOAD: ClassVar[str] = "u"
    ADOPT: ClassVar[str] = "a"
    DOWNLOAD: ClassVar[str] = "d"
    TEMPLATE: ClassVar[str] = "t"


class ConflictTap(Tap, prefix="ei1"):
    """What connects an expert with the college: `g` a ground, `y` 1 when they are sure, `m` at acceptance or later."""

    a: int
    g: str
    m: str
    y: int = 0

    ACCEPTANCE: ClassVar[str] = "a"
    CHANGE: ClassVar[str] = "c"


class RecuseTap(Tap, prefix="eq1"):
    """What connects a coordinator with the college whose programme it is; `y` 1 when they are sure."""

    p: int
    g: str
    y: int = 0


class PoolTap(Tap, prefix="eo1", sep="|"):
    """An expert's own entry in the pool: `what` code to add (`on`) or take out, a page of specialities."""

    do: str
    what: str = ""
    on: int = 0
    page: int = 0

    LOOK: ClassVar[str] = "k"
    GROUP: ClassVar[str] = "t"
    SPECIALITIES: ClassVar[str] = "s"
    SPECIALITY: ClassVar[str] = "T"
    LIST: ClassVar[str] = "y"
    UNLIST: ClassVar[str] = "n"


class ReplaceTap(Tap, prefix="ez1"):
    """Ask somebody (`person`) in place of an expert who gave up; nobody yet: show who fits."""

    a: int
    person: int = 0


class ReportTap(Tap, prefix="ed1"):
    """Documents about a session; the comparison is about all of them."""

    s: int
    do: str

    LOOK: ClassVar[str] = "k"
    PROTOCOL: ClassVar[str] = "p"
    SUMMARY: ClassVar[str] = "x"
    HEAT: ClassVar[str] = "h"
    COMPARE: ClassVar[str] = "c"


class AsideTap(Tap, prefix="ej1"):
    """What lies beside a criterion's card: materials, own earlier remarks (`n` an assignment), files kept; or the
    own remark is taken away."""

    a: int
    i: int
    do: str
    n: int = 0

    MATERIALS: ClassVar[str] = "m"
    EARLIER: ClassVar[str] = "e"
    REUSE: ClassVar[str] = "u"
    FILES: ClassVar[str] = "f"
    ERASE: ClassVar[str] = "x"
