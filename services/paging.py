"""One page of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

PAGE_SIZE = 8


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Items of page `number` (from 0) of a list of `total` items."""

    items: Sequence[T]
    number: int
    total: int


def window(number: int, size: int = PAGE_SIZE) -> dict[str, int]:
    """Limit and offset of a page; a forged negative number is the first page."""
    return {"limit": size, "offset": min(max(0, number), 1_000_000) * size}
