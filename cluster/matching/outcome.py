"""What a run came to, in the words of `model`: placements with their reasons, who is left out and why, figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cluster.matching.charges import Charge
from cluster.matching.demand import Cohort, cohorts
from cluster.matching.explain import Explainer
from cluster.matching.fit import fit
from cluster.matching.ledger import Ledger
from cluster.matching.lottery import lot
from cluster.matching.model import Intern, Obstacle, Problem
from cluster.matching.placing import Market, Placing
from cluster.matching.result import Change, Figures, LeftOut, Placed, Proof, RefusedPin, Result, Why
from cluster.matching.room import Room
from cluster.matching.score import wish_points
from cluster.matching.seats import Span, span_of
from cluster.matching.stable import blocking_pairs
from cluster.matching.teams import Staffing

Verdict = tuple[Obstacle, Mapping[Obstacle, int], Change | None]


@dataclass(frozen=True)
class Outcome:
    """Both stages, done."""

    problem: Problem
    ledger: Ledger
    market: Market
    placing: Placing
    charges: Sequence[Charge]
    staffing: Staffing

    def result(self, refused: Sequence[RefusedPin]) -> Result:
        """The result with its reasons and figures."""
        placed = tuple(self._placed(intern, position) for intern, position in sorted(self.at.items()))
        proof = Proof(
            self.placing.proven,
            self.placing.fair,
            self.staffing.proven,
            self.staffing.in_time and self.placing.fair,
        )
        return Result(placed, self._left_out(), tuple(refused), self._figures(placed), proof)

    def new(self) -> tuple[Placed, ...]:
        """Only what was not agreed before, with its reasons."""
        chosen = {**{one: self.ledger.fixed[one] for one in self.ledger.pinned}, **self.placing.at}
        return tuple(self._placed(intern, position) for intern, position in sorted(chosen.items()))

    @cached_property
    def at(self) -> dict[int, int]:
        """Intern → position of the place, of everybody placed."""
        return {**self.ledger.fixed, **self.placing.at}

    @cached_property
    def _explainer(self) -> Explainer:
        taken: dict[int, list[Span]] = {position: list(spans) for position, spans in self.ledger.taken.items()}
        for intern, position in self.placing.at.items():
            taken.setdefault(position, []).append(span_of(self.problem.intern[intern]))
        return Explainer(self.problem, self.market.offers, Room(self.market, self.placing.at, taken))

    @cached_property
    def _cohort_of(self) -> Mapping[int, Cohort]:
        pinned = cohorts(self.problem, self.market.offers, (self.problem.intern[one] for one in self.ledger.pinned))
        return {one.id: cohort for cohort in (*self.market.cohorts, *pinned) for one in cohort.members}

    @cached_property
    def _fits(self) -> dict[object, int]:
        return {}

    @cached_property
    def _charge_of(self) -> Mapping[int, Charge]:
        return {charge.intern_id: charge for charge in self.charges}

    def _placed(self, intern_id: int, position: int) -> Placed:
        intern, place = self.problem.intern[intern_id], self.market.offers.places[position]
        cohort, charge = self._cohort_of.get(intern_id), self._charge_of.get(intern_id)
        pinned = intern_id in self.ledger.pinned
        cover = self.staffing.covers.get(intern_id)
        nobody = tuple([-1] * charge.days.bit_count()) if charge else ()
        return Placed(
            intern_id,
            place.id,
            self._fit(intern, position),
            wish_points(intern.wishes, place.enterprise_id),
            cover.team if cover else (),
            cover.by_day(charge.days) if cover and charge else nobody,
            pinned or intern_id not in self.ledger.fixed,
            self._explainer.why(intern, cohort, position, pinned=pinned) if cohort else Why(),
        )

    def _fit(self, intern: Intern, position: int) -> int:
        key = (intern.speciality, intern.town, intern.clearances, intern.first, position)
        if key not in self._fits:
            self._fits[key] = int(fit(self.market.offers, intern, np.array([position]))[0])
        return self._fits[key]

    def _left_out(self) -> tuple[LeftOut, ...]:
        verdicts: dict[int, Verdict] = {}
        missing = waiting_order(self.problem, (one for one in self.problem.interns if one.id not in self.at))
        found = []
        for number, intern in enumerate(missing, start=1):
            cohort = self._cohort_of[intern.id]
            if id(cohort) not in verdicts:
                verdicts[id(cohort)] = self._explainer.left_out(cohort)
            cause, excluded, change = verdicts[id(cohort)]
            found.append(LeftOut(intern.id, cause, excluded, change, number))
        return tuple(sorted(found, key=lambda one: one.intern_id))

    def _figures(self, placed: Sequence[Placed]) -> Figures:
        new = [one for one in placed if one.is_new]
        total = sum(one.fit + one.wish for one in new)
        pinned = sum(one.fit + one.wish for one in new if one.intern_id in self.ledger.pinned)
        chosen = [one for one in new if one.intern_id in self.placing.at and not one.wish]
        return Figures(
            asked=len(self.problem.interns),
            placed=len(placed),
            total=total,
            best_total=self.placing.best_total + pinned if self.placing.best_total else total,
            largest_loss=max((self._cohort_of[one.intern_id].best - one.fit for one in chosen), default=0),
            blocking_pairs=blocking_pairs(self.market, self.placing.at),
            days=sum(charge.days.bit_count() for charge in self.charges),
            coverable=self.staffing.coverable,
            covered=sum(cover.count for cover in self.staffing.covers.values()),
        )


def waiting_order(problem: Problem, who: Iterable[Intern]) -> list[Intern]:
    """The waiting list: who has waited longest first, then by lot."""
    return sorted(who, key=lambda one: (one.waiting_since, lot(problem.seed, "waiting", one.id), one.id))
