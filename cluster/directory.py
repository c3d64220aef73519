"""Who and what a cluster consists of: organisations, specialities, councils, acts."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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


_NOT_A_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """A name as it is searched: case, «ё», quotes, dashes and extra spaces do not matter.

    SQLite's own `lower()` leaves Cyrillic as it is, so the folded text is stored beside the name.
    """
    return _NOT_A_WORD.sub(" ", text.casefold().replace("ё", "е")).strip()
