"""The cluster's work plans as they are stored: rows with their source text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlanYear(StrEnum):
    """What «год» means in a plan: continuous rows and «раз в квартал» are counted within it."""

    CALENDAR = "calendar"  # 1 January – 31 December (document 000)
    ACADEMIC = "academic"  # 1 September – 31 August (document 001)


@dataclass(frozen=True, slots=True)
class Plan:
    """A work plan of a cluster.

    Args:
        is_draft: whether the source marks it «ПРОЕКТ».
        rows: how many rows it has.
    """

    id: int
    title: str
    year: PlanYear
    first_day: date
    last_day: date
    is_draft: bool
    rows: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of a plan, in the document's words.

    Args:
        position: from 1; the key of a row within its plan.
        number: «3.3»; a label, never a key: the 2023/24 plan has 3.3 twice and no 2.3.
        deadline_text: «Срок исполнения» as printed; its type is told from it elsewhere.
    """

    id: int
    position: int
    section: str
    number: str
    title: str
    executors: str
    deadline_text: str
    result: str
