"""Teams by quick choices: one charge after the other, then empty days by moving others among their own mentors."""

from collections import deque
from collections.abc import Iterator, Sequence

from cluster.matching.charges import Charge, Cover, Part, bits, cover_of
from cluster.matching.model import TEAM

ROUNDS = 24
"""Of looking for better teams; after a few of them nothing more is found."""


def quick(part: Part) -> dict[int, Cover]:
    """Teams of a part: who has the fewest possible days first, for each the mentor with most days, then two more."""
    return _once(part, _fewest_days_first(part))


def search(part: Part, bound: int) -> dict[int, Cover]:
    """The same again and again, those who missed days earlier each time, until `bound` (covered days) is reached."""
    order = _fewest_days_first(part)
    trouble = dict.fromkeys((charge.intern_id for charge in part.charges), 0)
    best: dict[int, Cover] = {}
    reached = -1
    for _ in range(ROUNDS):
        covers = _once(part, order)
        count = sum(cover.count for cover in covers.values())
        if count > reached:
            best, reached = covers, count
        if reached >= bound:
            break
        for charge in part.charges:
            trouble[charge.intern_id] += _possible(charge).bit_count() - covers[charge.intern_id].count
        order.sort(key=lambda one: (not one.team, -trouble[one.intern_id]))
    return best


def _fewest_days_first(part: Part) -> list[Charge]:
    return sorted(part.charges, key=lambda one: (not one.team, _possible(one).bit_count()))


def _once(part: Part, order: Sequence[Charge]) -> dict[int, Cover]:
    roster = Roster(part)
    for charge in order:
        roster.take(charge)
    for charge in order:
        roster.fill(charge)
    return {charge.intern_id: roster.cover(charge) for charge in part.charges}


class Roster:
    """Who looks after whom on which day, within everybody's limit and three to a team."""

    def __init__(self, part: Part) -> None:
        self._limits = part.limits
        self._order = {mentor: at for at, mentor in enumerate(part.mentors)}
        self._charges = {charge.intern_id: charge for charge in part.charges}
        self._busy: dict[tuple[int, int], list[int]] = {}  # mentor and day → interns
        self._full = dict.fromkeys(part.mentors, 0)
        self._days: dict[int, dict[int, int]] = {charge.intern_id: {} for charge in part.charges}
        self._primaries = dict.fromkeys(part.mentors, 0)

    def cover(self, charge: Charge) -> Cover:
        """What the charge has now."""
        return cover_of(charge, self._days[charge.intern_id])

    def take(self, charge: Charge) -> None:
        """Choose a team for one more charge, or use the one that is agreed."""
        open_days = {mentor: hours & ~self._full[mentor] for mentor, hours in charge.duty.items()}
        allowed = [mentor for mentor in open_days if not charge.team or mentor in charge.team]
        own, missing = self._days[charge.intern_id], charge.days
        while allowed and len(own) < TEAM and missing:
            best = max(
                allowed,
                key=lambda one: ((open_days[one] & missing).bit_count(), -self._primaries[one], -self._order[one]),
            )
            mine = open_days[best] & missing
            if not mine:
                break
            allowed.remove(best)
            if not own:
                self._primaries[best] += 1
            missing &= ~mine
            for day in bits(mine):
                self._set(charge.intern_id, best, day)

    def fill(self, charge: Charge) -> None:
        """Cover days of the charge that nobody covers, if others can change to another of their mentors for it."""
        for day in bits(_possible(charge) & ~self._covered(charge.intern_id)):
            self._move_for(charge.intern_id, day)

    def _move_for(self, intern: int, day: int) -> None:
        """The shortest chain of changes on one day that ends at a mentor with room."""
        came: dict[int, tuple[int, int] | None] = {intern: None}  # intern → the one who takes their mentor, and which
        queue = deque([intern])
        while queue:
            moving = queue.popleft()
            for mentor in self._others(moving, day):
                busy = self._busy.get((mentor, day), [])
                if len(busy) < self._limits[mentor]:
                    self._change(moving, mentor, day, came)
                    return
                for other in busy:
                    if other not in came:
                        came[other] = (moving, mentor)
                        queue.append(other)

    def _others(self, intern: int, day: int) -> Iterator[int]:
        """Mentors on duty on the day who are in the team or can still join it."""
        charge, own = self._charges[intern], self._days[intern]
        leaving = next((one for one, days in own.items() if days == 1 << day), None)
        joins = not charge.team and len(own) - (leaving is not None) < TEAM
        for mentor in self._order:
            if charge.duty.get(mentor, 0) >> day & 1 and not own.get(mentor, 0) >> day & 1:
                allowed = mentor in charge.team if charge.team else mentor in own or joins
                if allowed:
                    yield mentor

    def _change(self, intern: int, mentor: int, day: int, came: dict[int, tuple[int, int] | None]) -> None:
        following = came[intern]
        if following is not None:
            self._unset(intern, following[1], day)
        self._set(intern, mentor, day)
        if following is not None:
            self._change(following[0], following[1], day, came)

    def _set(self, intern: int, mentor: int, day: int) -> None:
        busy = self._busy.setdefault((mentor, day), [])
        busy.append(intern)
        self._days[intern][mentor] = self._days[intern].get(mentor, 0) | 1 << day
        if len(busy) == self._limits[mentor]:
            self._full[mentor] |= 1 << day

    def _unset(self, intern: int, mentor: int, day: int) -> None:
        self._busy[mentor, day].remove(intern)
        self._full[mentor] &= ~(1 << day)
        self._days[intern][mentor] &= ~(1 << day)
        if not self._days[intern][mentor]:
            del self._days[intern][mentor]

    def _covered(self, intern: int) -> int:
        covered = 0
        for days in self._days[intern].values():
            covered |= days
        return covered


def _possible(charge: Charge) -> int:
    union = 0
    for hours in charge.duty.values():
        union |= hours
    return union
