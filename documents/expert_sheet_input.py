"""What an expert sheet is made of. Texts are as people typed them; dates and verdicts are in the reader's language."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One criterion and what the expert said of it.

    `norm` is as the sheet has it («ДА/Нет», «62,5%»). Empty: `college_figure` and `actual` of a criterion that is not
    numeric, `verdict` not given yet, `remark` none, `evidence` none («голосовое сообщение, 2 фото»).
    """

    number: str
    text: str
    norm: str
    college_figure: str = ""
    actual: str = ""
    verdict: str = ""
    remark: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A section of the sheet: «1», «Содержание основной профессиональной образовательной программы», its criteria."""

    number: str
    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCounts:
    """How many criteria got each verdict; `missing` got none yet."""

    conforms: int
    not_conforms: int
    cannot_judge: int
    missing: int = 0

    @property
    def total(self) -> int:
        return self.conforms + self.not_conforms + self.cannot_judge + self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertSheet:
    """One expert's sheet for one programme.

    `submitted_at` is ready to print in the cluster's zone («24 июня 2022 г., 15:40»), empty while it is a draft: then
    cells without an answer stay blank, to be filled by hand. `version` counts submissions from 1. `code` names the
    sheet without naming a person. `made_at` (aware) goes into the properties of the file and is not printed.
    """

    cluster: str
    session: str
    session_dates: str
    programme_code: str
    programme_title: str
    college: str
    expert: str
    position: str
    enterprise: str
    title: str
    sections: tuple[SheetSection, ...]
    counts: SheetCounts
    submitted_at: str
    version: int
    code: str
    made_at: datetime
