"""The bank of programmes: main and additional programmes of the cluster's colleges.

Source: report of 2021/2022, slide 11 («Формирование банка реализуемых основных и дополнительных программ ПОО кластера,
издание брошюры ко Дню отрасли»); plan of 2022, row 2.7.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cluster.errors import DomainError, Invalid

TITLE_LIMIT: Final = 300
SUMMARY_LIMIT: Final = 700
ENDS_SOON: Final = timedelta(days=60)


class ProgrammeKind(StrEnum):
    """What kind of programme it is."""

    MAIN = "main"  # основная
    ADDITIONAL = "additional"  # дополнительная


class Agreement(StrEnum):
    """How far a programme is agreed with employers."""

    NONE = "none"
    EXAMINED = "examined"  # experts have looked at it, no decision is known
    AGREED = "agreed"
    WITH_REMARKS = "with_remarks"
    RETURNED = "returned"


AGREED: Final = frozenset({Agreement.AGREED, Agreement.WITH_REMARKS})


class Validity(StrEnum):
    """Whether a programme is offered now."""

    OPEN = "open"  # no last day
    VALID = "valid"
    ENDS_SOON = "ends_soon"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class BankProgramme:
    """A programme of the bank.

    Args:
        college: the college's name.
        employer: short name of the enterprise it is meant for, if one is named.
        agreed_on: day of the agreement, or of the session that examined it.
        valid_until: last day it is offered.
        hidden: taken out of the bank; only coordinators and its college see it.
        source_id: the programme of an expert session it came from.
    """

    id: int
    organisation_id: int
    college: str
    kind: ProgrammeKind
    code: str | None
    title: str
    summary: str | None
    agreement: Agreement
    agreed_on: date | None
    valid_until: date | None
    employer: str | None
    hidden: bool
    source_id: int | None

    def validity(self, today: date) -> Validity:
        """Whether it is offered on a day (of the cluster's zone)."""
        if self.valid_until is None:
            return Validity.OPEN
        if self.valid_until < today:
            return Validity.EXPIRED
        return Validity.ENDS_SOON if self.valid_until - today <= ENDS_SOON else Validity.VALID

    def is_public(self, today: date) -> bool:
        """Whether guests and the brochure have it: in the bank, offered, not returned by experts."""
        offered = self.validity(today) is not Validity.EXPIRED
        return not self.hidden and offered and self.agreement is not Agreement.RETURNED


class AgreedProgramme(DomainError):
    """What was agreed is changed by a coordinator only."""

    code = "bank-agreed-programme"


class LastDayPassed(Invalid):
    """The last day of a programme lies in the past."""

    code = "bank-last-day-passed"
