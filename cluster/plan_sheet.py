"""A work plan as its file has it, before anybody adopts it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cluster.deadlines import PlanPeriod
from cluster.errors import Invalid

MOST_ROWS: Final = 300
TITLE_LIMIT: Final = 300
NUMBER_LIMIT: Final = 16
CELL_LIMIT: Final = 2_000

COLUMNS: Final = {
    "number": re.compile(r"^(?:№|n|no)\b|^№|п/п|^номер", re.IGNORECASE),
    "title": re.compile("наименование|мероприяти|содержание|вид деятельности|^задач|^действи|^что", re.IGNORECASE),
    "executors": re.compile("исполнител|ответственн|^кто", re.IGNORECASE),
    "deadline": re.compile("срок|дата проведения|период|^когда|^дата", re.IGNORECASE),
    "result": re.compile("результат|итог|показател|подтвержда", re.IGNORECASE),
}
"""Words in the head of a column, by what stands below it."""
NEEDED: Final = ("title", "executors", "deadline")
DRAFT: Final = re.compile(r"^\s*проект\s*$", re.IGNORECASE)
PLAN: Final = re.compile("план", re.IGNORECASE)
"""In the line a title begins with."""
AFTER_TITLE: Final = re.compile(r"^(?:утвержд|согласован|приложение|председател)", re.IGNORECASE)

_ACADEMIC: Final = re.compile(r"(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?!\d)")
_CALENDAR: Final = re.compile(r"на\s+(20\d\d)\s*(?:г\.|г\b|год)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=\.))\.?(?:\s+|$)")


class PlanColumnMissing(Invalid):
    """The table has no such column; data: `column` (title, executors, deadline), `table`, `row` (of its head)."""

    code = "plan-column-missing"


class PlanCellEmpty(Invalid):
    """A row says who and when, but not what; data: `table`, `row`, `column`."""

    code = "plan-cell-empty"


class PlanCellTooLong(Invalid):
    """A cell over its limit; data: `table`, `row`, `column`, `limit`."""

    code = "plan-cell-too-long"


class PlanWithoutRows(Invalid):
    """The columns are there, and no row below them; data: `table`."""

    code = "plan-without-rows"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the file.

    Args:
        number: a label, without the dot at its end; may repeat, may be empty.
        place: «План, 7» for sheet or table and row, as a person looks for it.
    """

    section: str
    number: str
    title: str
    executors: str
    deadline: str
    result: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What a file says.

    Args:
        period: None when neither the title nor the text above says for which year it is.
        is_draft: whether it is marked «ПРОЕКТ».
    """

    title: str
    period: PlanPeriod | None
    is_draft: bool
    rows: Sequence[SheetRow]


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is odd about the numbers of a plan; nothing is changed for it."""

    twice: tuple[str, ...]
    missing: tuple[str, ...]


def period_named(text: str) -> PlanPeriod | None:
    """A year by itself: «2022», «2023/2024»."""
    return PlanPeriod.calendar(int(text)) if re.fullmatch(r"20\d\d", text) else period_of(text)


def period_of(text: str) -> PlanPeriod | None:
    """The year a title names: «на 2022 год», «на 2023/2024 учебный год»."""
    academic = _ACADEMIC.search(text)
    if academic and (int(academic[1]) + 1) % 100 == int(academic[2]):
        return PlanPeriod.academic(int(academic[1]))
    calendar = _CALENDAR.search(text)
    return PlanPeriod.calendar(int(calendar[1])) if calendar else None


def split_number(text: str) -> tuple[str, str]:
    """«2.4. Организация стажировок» → («2.4», «Организация стажировок»); no number: («», the text)."""
    found = _NUMBER.match(text.strip())
    return (found[1], text.strip()[found.end() :].strip()) if found else ("", text.strip())


def calmed(title: str) -> str:
    """A title printed in capitals as it is written elsewhere; short words in capitals (СПО, ПОО) stay."""
    loud = re.compile(r"[А-ЯЁ]{4,}(?:-[А-ЯЁ]{4,})*")
    if len(loud.findall(title)) < 2:
        return title
    quiet = loud.sub(lambda word: word[0].lower(), title)
    return quiet[:1].upper() + quiet[1:]


def numbering(numbers: Sequence[str]) -> Numbering:
    """Numbers that stand twice, and those left out between two of the same section: 3.3 twice, no 2.3."""
    counts = Counter(number for number in numbers if number)
    missing = []
    for before, after in pairwise(numbers):
        head, _, last = before.rpartition(".")
        following_head, _, following = after.rpartition(".")
        if head == following_head and last.isdigit() and following.isdigit():
            gap = range(int(last) + 1, min(int(following), int(last) + 10))
            missing += [f"{head}.{number}" if head else str(number) for number in gap]
    return Numbering(
        tuple(number for number, count in counts.items() if count > 1),
        tuple(number for number in missing if number not in counts),
    )
