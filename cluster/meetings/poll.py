"""A poll about the date: which of the proposed dates suits most organisations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cluster.meetings.states import Availability


@dataclass(frozen=True, slots=True)
class Option:
    """A proposed date with the answers: person → availability."""

    id: int
    starts_at: datetime
    answers: Mapping[int, Availability]

    def count(self, availability: Availability) -> int:
        """How many answered so."""
        return sum(one is availability for one in self.answers.values())


def ranked(options: Iterable[Option]) -> Sequence[Option]:
    """Options, the best first: most who can come (at all), then most who can easily, then the earliest."""

    def key(option: Option) -> tuple[int, int, datetime]:
        yes, maybe = option.count(Availability.YES), option.count(Availability.MAYBE)
        return -(yes + maybe), -yes, option.starts_at

    return sorted(options, key=key)


def best(options: Sequence[Option]) -> Sequence[Option]:
    """Options nobody's answer sets apart from the first."""
    ordered = ranked(options)

    def score(option: Option) -> tuple[int, int]:
        return option.count(Availability.YES), option.count(Availability.MAYBE)

    return [option for option in ordered if score(option) == score(ordered[0])] if ordered else []
