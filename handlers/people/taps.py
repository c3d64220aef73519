"""Callback data of people. No word of a person is in it: ids, steps, and the token of a link just opened."""

from typing import ClassVar

from handlers.engine.taps import Tap


class ConsentTap(Tap, prefix="pc1"):
    """The consent text: agree, not now, in the other language. Nothing is stored before, so all of it is here."""

    do: str
    version: str
    locale: str
    token: str = ""

    AGREE: ClassVar[str] = "y"
    LATER: ClassVar[str] = "n"
    SHOW: ClassVar[str] = "s"


class AcceptTap(Tap, prefix="pa1"):
    """Come in by a link."""

    token: str


class IntroductionTap(Tap, prefix="pn1"):
    """Name and position: keep, skip, change. `first`: right after the consent, so that one follows the other."""

    do: str
    first: bool = False

    KEEP_NAME: ClassVar[str] = "k"
    SKIP_POSITION: ClassVar[str] = "s"
    NAME: ClassVar[str] = "n"
    POSITION: ClassVar[str] = "p"


class ClusterTap(Tap, prefix="pk1"):
    """Clusters: create one, work in another."""

    do: str
    id: int = 0
    draft: str = ""

    CREATE: ClassVar[str] = "c"
    BUILTIN: ClassVar[str] = "b"
    EMPTY: ClassVar[str] = "e"
    LIST: ClassVar[str] = "l"
    SWITCH: ClassVar[str] = "s"


class SettingsTap(Tap, prefix="ps1"):
    """Settings: which one, and the value chosen."""

    do: str
    value: str = ""

    SHOW: ClassVar[str] = "v"
    LANGUAGE: ClassVar[str] = "l"
    QUIET: ClassVar[str] = "q"
    HOURS: ClassVar[str] = "h"
    DAYS: ClassVar[str] = "d"


class PrivacyTap(Tap, prefix="pp1"):
    """Personal data: show, the text agreed to, download, withdraw (asked twice)."""

    do: str

    SHOW: ClassVar[str] = "v"
    TEXT: ClassVar[str] = "t"
    DOWNLOAD: ClassVar[str] = "d"
    WITHDRAW: ClassVar[str] = "w"
    REALLY: ClassVar[str] = "r"


class RosterTap(Tap, prefix="pr1"):
    """People of the cluster: pages, a person, a role."""

    do: str
    id: int = 0
    page: int = 0

    HOME: ClassVar[str] = "h"
    PAGE: ClassVar[str] = "l"
    SEARCH: ClassVar[str] = "s"
    ALL: ClassVar[str] = "a"
    PERSON: ClassVar[str] = "p"
    ROLE: ClassVar[str] = "r"
    END: ClassVar[str] = "e"


class InvitationTap(Tap, prefix="pi1"):
    """Invitation links: pages, a link, revoke (asked twice), a new one."""

    do: str
    id: int = 0
    page: int = 0

    PAGE: ClassVar[str] = "l"
    CARD: ClassVar[str] = "c"
    REVOKE: ClassVar[str] = "r"
    REALLY: ClassVar[str] = "y"
    NEW: ClassVar[str] = "n"


class RequestTap(Tap, prefix="pq1"):
    """Access requests: ask, pages, a request, its decision with the role and organisation as they stand."""

    do: str
    id: int = 0
    page: int = 0
    role: str = ""
    organisation: int = 0

    ASK: ClassVar[str] = "a"
    PAGE: ClassVar[str] = "l"
    CARD: ClassVar[str] = "c"
    CONFIRM: ClassVar[str] = "f"
    ROLES: ClassVar[str] = "r"
    ORGANISATIONS: ClassVar[str] = "o"
    APPROVE: ClassVar[str] = "y"
    REFUSE: ClassVar[str] = "n"
