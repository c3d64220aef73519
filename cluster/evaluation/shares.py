"""Shares and numbers as people write them: «62,5», «62.5 %», «5/8», «5 из 8», «1 200».

A share is an integer number of hundredths of a per cent: what is compared with the norm is exactly what is shown and
signed, and 5 of 8 is 62,5 % to the last digit.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from cluster.evaluation.refusals import NotANumber, NotAShare, NumberOutOfRange, ShareOutOfRange

FULL: Final = 100_00
LARGEST_NUMBER: Final = 10_000_000
_NUMBER = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]([0-9]{1,12}))?")
_PERCENT = re.compile(r"([+-]?[0-9]{1,6})(?:[.,]([0-9]{1,12}))?%?")
_FRACTION = re.compile(r"([0-9]{1,6})(?:/|из|of)([0-9]{1,6})%?")


def parse_share(text: str) -> int:
    """The share in hundredths of a per cent, rounded half up: «62,5 %» → 6250, «2 из 3» → 6667.

    Raises:
        NotAShare: it is no number and no «a из b».
        ShareOutOfRange: below 0 % or above 100 %; data: `value`.
    """
    compact = _compact(text)
    if match := _PERCENT.fullmatch(compact):
        exact = Decimal(f"{match[1]}.{match[2] or 0}") * 100
    elif (match := _FRACTION.fullmatch(compact)) and int(match[2]):
        exact = Decimal(int(match[1])) * FULL / Decimal(int(match[2]))
    else:
        raise NotAShare()
    share = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    if not 0 <= share <= FULL:
        raise ShareOutOfRange(value=show_share(share))
    return share


def parse_number(text: str) -> int:
    """The number in hundredths, rounded half up: «12» → 1200, «1 200,5» → 120050.

    Raises:
        NotANumber: it is none.
        NumberOutOfRange: below 0 or above `LARGEST_NUMBER`; data: `high`.
    """
    match = _NUMBER.fullmatch(_compact(text))
    if match is None:
        raise NotANumber()
    number = int((Decimal(f"{match[1]}.{match[2] or 0}") * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if not 0 <= number <= LARGEST_NUMBER * 100:
        raise NumberOutOfRange(high=LARGEST_NUMBER)
    return number


def _compact(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("\u2212", "-").casefold()


def show_share(share: int, point: str = ",") -> str:
    """The share without the sign and without needless zeros: 6250 → «62,5»."""
    whole, rest = divmod(abs(share), 100)
    sign = "-" if share < 0 else ""
    return f"{sign}{whole}" + (f"{point}{rest:02d}".rstrip("0") if rest else "")
