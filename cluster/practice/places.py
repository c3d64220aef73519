"""Places of practice as enterprises offer them (единая база практик)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cluster.directory import fold

_TOWN_WORD = re.compile(r"^(?:г|город|с|село|п|пос|поселок|пгт|д|деревня) ")
CAPACITY_LIMIT: Final = 200
LEAD_DAYS_LIMIT: Final = 60


class PracticeKind(StrEnum):
    """What somebody comes for."""

    EDUCATIONAL = "educational"  # учебная практика
    PRODUCTION = "production"  # производственная практика
    PREDIPLOMA = "prediploma"  # преддипломная практика
    INTERNSHIP = "internship"  # стажировка преподавателя или мастера производственного обучения (plan 2022, row 2.4)


class ContractForm(StrEnum):
    """The form of contract for practice (document 000, slide 18, difficulty 1)."""

    REGIONAL = "regional"  # региональная модель наставничества
    OWN = "own"  # форма, действующая на предприятии


class ClearanceKind(StrEnum):
    """What an enterprise wants to see before it lets somebody in (document 000, slide 18, difficulty 2: «Полюс»).

    Never a diagnosis: a kind, a state and a date.
    """

    MEDICAL = "medical"  # медосмотр
    CORPORATE_MEDICAL = "corporate_medical"  # медосмотр в организации, где проводятся корпоративные медосмотры
    VACCINATION = "vaccination"  # прививочная карта
    PCR = "pcr"  # ПЦР-тест
    SAFETY = "safety"  # инструктаж и проверка знаний по охране труда
    ENTRY = "entry"  # пропуск, допуск на территорию


class Shift(StrEnum):
    """Part of the day somebody works in."""

    DAY = "day"
    NIGHT = "night"


class Supervision(StrEnum):
    """Who looks after interns at a place (document 000, slide 18, difficulty 4: «ГЕОС»)."""

    INDIVIDUAL = "individual"  # наставник
    GROUP = "group"  # руководитель практики за группой: «наставник не назначен», not counted as mentoring


@dataclass(frozen=True, slots=True)
class Requirement:
    """A clearance the enterprise asks for; getting one takes `lead_days` working days."""

    kind: ClearanceKind
    lead_days: int


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def covers(self, other: "Period") -> bool:
        """Whether the other period lies inside."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Whether the periods share a day."""
        return self.first <= other.last and other.first <= self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Place:
    """One offer of an enterprise: several interns at one site in one period.

    Args:
        enterprise: short name for screens.
        site: workshop or address; `town` is what wishes about location are compared with.
        specialities: codes of specialities («15.02.12») or of whole groups (УГПС, «15.00.00»).
        capacity: how many interns at the same time.
        contracts: forms of contract the enterprise signs.
        production_order: what interns work on, where there is a production order (document 000, slide 17).
        hires: the enterprise means to hire (document 000, slide 17: «Острая нехватка кадров»).
        mentoring_programme: the enterprise has a model and programme of mentoring (slide 17: АО ТЭТЗ, ООО «СИМАКО»).
        is_open: taken into matching; a closed offer keeps its interns.
    """

    id: int
    cluster_id: int
    organisation_id: int
    enterprise: str
    site: str
    town: str
    specialities: tuple[str, ...]
    kinds: frozenset[PracticeKind]
    period: Period
    capacity: int
    contracts: frozenset[ContractForm]
    requirements: tuple[Requirement, ...]
    shifts: frozenset[Shift]
    supervision: Supervision
    production_order: str | None
    hires: bool
    mentoring_programme: bool
    is_open: bool
    revision: int = 0

    @property
    def needs_mentor(self) -> bool:
        """Whether each intern gets a mentor of their own."""
        return self.supervision is Supervision.INDIVIDUAL


def town_key(town: str) -> str:
    """A town as it is compared: «г. Томск», «ТОМСК» and «Томск» are one."""
    return _TOWN_WORD.sub("", fold(town))


def group_of(code: str) -> str:
    """The УГПС of a speciality: «15.02.12» → «15.00.00»."""
    return f"{code[:2]}.00.00"


def serves(codes: Iterable[str], wanted: str) -> bool:
    """Whether one of the codes (specialities or whole groups) takes in the wanted speciality."""
    return any(code in (wanted, group_of(wanted)) for code in codes)
