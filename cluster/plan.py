"""The cluster's work plans as they are stored: rows with their source text."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cluster.errors import DomainError


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


def is_about_news(row: PlanRow) -> bool:
    """Whether a row is about publishing news: the news desk's clock runs for it, event by event."""
    return _NEWS.search(f"{row.title} {row.deadline_text}") is not None


_NEWS = re.compile(r"новост|публикаци|\bсми\b", re.IGNORECASE)


class PlanOver(DomainError):
    """The plan's year is over: it is history; data: `last`."""

    code = "plan-over"


class PlanCurrent(DomainError):
    """The plan's year is not over: the next plan would be of the same year; data: `last`."""

    code = "plan-current"


def years_until(last_day: date, today: date) -> int:
    """How many years later a plan that ended on `last_day` has to run so that it is not over on `today`."""
    years = 0
    while shifted_day(last_day, years) < today:
        years += 1
    return years


def shifted_day(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 28 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def shifted_text(text: str, years: int) -> str:
    """The text of a plan made anew some years later: «Февраль 2024 г.» → «Февраль 2027 г.», «2023/2024» → «2026/2027».

    Numbers of four digits that are no years of our time («№ 2180») stay.
    """
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)


_YEAR = re.compile(r"(?<!\d)(?<!№ )(?<!№)20[0-9]{2}(?!\d)")
