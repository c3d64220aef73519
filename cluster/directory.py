"""Who and what a cluster consists of: organisations, specialities, councils, acts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from cluster.errors import Invalid, TooLong

NAME_LIMIT: Final = 300
SHORT_NAME_LIMIT: Final = 40


class NameMissing(Invalid):
    """A name is empty."""

    code = "directory-name-missing"


class ZoneUnknown(Invalid):
    """No time zone is called so; data: `text`."""

    code = "directory-zone-unknown"


class OrganisationExists(Invalid):
    """The cluster has an organisation of this name; data: `name`."""

    code = "directory-organisation-exists"


class ParentUnfit(Invalid):
    """Only enterprises belong to a union, and only to a union."""

    code = "directory-parent-unfit"


class OrganisationKind(StrEnum):
    """What an organisation is for the cluster (document 004, list of members)."""

    COLLEGE = "college"  # профессиональная образовательная организация, ПОО
    ENTERPRISE = "enterprise"  # предприятие
    DEPARTMENT = "department"  # департамент, орган власти
    FUND = "fund"  # гарантийный фонд
    UNION = "union"  # союз работодателей, в который входят предприятия
    SCHOOL = "school"  # общеобразовательная организация


class CouncilKind(StrEnum):
    """Councils of a cluster; working groups are formed by plan row 1.1 of 2023/24 (document 001)."""

    EXPERT = "expert"  # Экспертный совет
    COORDINATION = "coordination"  # Координационный совет
    WORKING_GROUP = "working_group"  # рабочая группа


class CouncilMeetingState(StrEnum):
    """What the source documents say of a meeting: dated agendas were held, agendas by month are drafts."""

    HELD = "held"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Cluster:
    """One regional cluster; everything else belongs to one.

    Args:
        zone: IANA name of the time zone its people read times in, for example `Asia/Tomsk`.
        preset: name of the built-in data it was made from, None for an empty one.
    """

    id: int
    name: str
    zone: str
    locale: str
    preset: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    """A member of the cluster, or an organisation its documents name.

    Args:
        printed_name: as the source prints it, oddities included.
        name: the same in clean typography, for screens and documents.
        short_name: what fits a button.
        parent_id: the union an enterprise belongs to.
        is_leading: whether this is the leading college (ведущая ПОО).
        is_member: whether it is in the cluster's list of members; False when documents only name it.
    """

    id: int
    cluster_id: int
    kind: OrganisationKind
    printed_name: str
    name: str
    short_name: str
    parent_id: int | None
    is_leading: bool
    is_member: bool


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """What an organisation is called: in full, and on a button (at most `SHORT_NAME_LIMIT` characters)."""

    full: str
    short: str

    @classmethod
    def of(cls, full: str, short: str = "") -> "OrganisationName":
        """Names as a person typed them, in one line each; the short one is made from the full one when empty.

        Raises:
            NameMissing: the full name is empty.
            TooLong: a name is over its limit; data: `limit`, `over`.
        """
        full = one_line(full, NAME_LIMIT)
        return cls(full, one_line(short, SHORT_NAME_LIMIT) if short.strip() else _shortened(full))


@dataclass(frozen=True, slots=True)
class Speciality:
    """A speciality or a whole group of them (УГПС). For a group `code` equals `group_code` («15.00.00»)."""

    id: int
    code: str
    group_code: str
    name: str


@dataclass(frozen=True, slots=True)
class Council:
    """A council of the cluster."""

    id: int
    kind: CouncilKind
    name: str


@dataclass(frozen=True, slots=True)
class CouncilMeeting:
    """One line of a council's calendar.

    Args:
        printed_when: «07.10.2021», «апрель-май».
        first_day, last_day: the span that text means; one day when the date is known.
    """

    id: int
    council_id: int
    position: int
    state: CouncilMeetingState
    printed_when: str
    first_day: date
    last_day: date
    agenda: str


@dataclass(frozen=True, slots=True)
class Act:
    """A normative act the cluster works under."""

    id: int
    title: str
    issued_on: date
    number: str | None


@dataclass(frozen=True, slots=True)
class Contents:
    """How much of everything a cluster has."""

    organisations: Mapping[OrganisationKind, int]
    specialities: int
    councils: int
    council_meetings: int
    plans: int
    plan_rows: int
    acts: int
    sheets: int


def one_line(text: str, limit: int) -> str:
    """A name as it is stored: one line, single spaces.

    Raises:
        NameMissing: nothing is left.
        TooLong: more than `limit` characters; data: `limit`, `over`.
    """
    line = " ".join(text.split())
    if not line:
        raise NameMissing()
    if len(line) > limit:
        raise TooLong(limit=limit, over=len(line) - limit)
    return line


def _shortened(full: str) -> str:
    """«ОГБПОУ «Томский аграрный колледж»» → «Томский аграрный колледж»: the legal form goes, then what does not fit."""
    bare = _LEGAL_FORM.sub("", full)
    if bare.startswith("«") and bare.endswith("»") and bare.count("«") == 1:
        bare = bare[1:-1]
    return bare if len(bare) <= SHORT_NAME_LIMIT else bare[: SHORT_NAME_LIMIT - 1].rstrip() + "…"


_LEGAL_FORM = re.compile(r"^(?:ОГБПОУ|МБОУ|МАОУ|ФБУ|ООО|ПАО|АО|ЗАО|ИП)\s+(?=\S)")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """A name as it is searched: case, «ё», quotes, dashes and extra spaces do not matter.

    SQLite's own `lower()` leaves Cyrillic as it is, so the folded text is stored beside the name.
    """
    return _NOT_A_WORD.sub(" ", text.casefold().replace("ё", "е")).strip()
