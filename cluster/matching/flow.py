"""Stage 1 as a flow of least cost: from cohorts and wishing interns over seasons of places to one sink."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from ortools.graph.python import max_flow, min_cost_flow

from cluster.matching.demand import Cohort, Wishing
from cluster.matching.offers import Numbers
from cluster.matching.score import MOST
from cluster.matching.seats import Seats


@dataclass(frozen=True, slots=True)
class Arcs:
    """Arcs of one kind, as columns."""

    tail: Numbers
    head: Numbers
    capacity: Numbers
    cost: Numbers


@dataclass(frozen=True, slots=True)
class Flow:
    """An optimal flow.

    Args:
        placed, total: how many get a place, and the sum of their points.
        shared: per cohort, the seasons its members get without a wish, one entry a seat.
        wished: per wishing intern, the season of the wish that comes true, −1 where none does.
        largest_loss: the most points of fit anybody without a wish that comes true is below the best place open to
            them.
    """

    placed: int
    total: int
    shared: Sequence[Sequence[int]]
    wished: Sequence[int]
    largest_loss: int


class Network:
    """The network of one problem; `solve` may be asked several times with arcs left out."""

    def __init__(self, cohorts: Sequence[Cohort], wishing: Sequence[Wishing], seats: Seats) -> None:
        self._cohorts, self._wishing = len(cohorts), len(wishing)
        self._seasons = len(seats.free)
        self._supply = np.array([len(cohort.members) for cohort in cohorts], np.int64)
        np.subtract.at(self._supply, [one.cohort for one in wishing], 1)
        shared, wished = self._from_cohorts(cohorts, seats), self._from_wishes(cohorts, wishing, seats)
        self._unit = int(np.gcd.reduce(np.concatenate([shared.cost, wished.cost]))) or 1
        """All points are multiples of it: smaller costs spare the solver a round of scaling, a fifth of its time."""
        self._shared = replace(shared, cost=shared.cost // self._unit)
        self._wished = replace(wished, cost=wished.cost // self._unit)
        self.losses = _joined([cohort.best - cohort.fit for cohort in cohorts])
        """Per arc of a cohort, how many points of fit it is below the best place open to the cohort."""
        self._fixed = self._from_seats_and_wishing(wishing, seats)

    def solve(self, largest_loss: int | None = None) -> Flow:
        """Most placed, then most points.

        Args:
            largest_loss: leave out arcs of cohorts that lose more; None: keep all.
        """
        kept = np.arange(len(self.losses)) if largest_loss is None else np.flatnonzero(self.losses <= largest_loss)
        solver = min_cost_flow.SimpleMinCostFlow()
        shared = Arcs(*(column[kept] for column in _columns(self._shared)))
        arcs = [solver.add_arcs_with_capacity_and_unit_cost(*_columns(each)) for each in (shared, self._wished)]
        for each in self._fixed:
            solver.add_arcs_with_capacity_and_unit_cost(*_columns(each))
        people = np.concatenate([self._supply, np.ones(self._wishing, np.int64)])
        solver.set_nodes_supplies(np.arange(len(people)), people)
        solver.set_node_supply(len(people) + self._seasons, -int(people.sum()))
        status = solver.solve_max_flow_with_min_cost()
        if status != solver.OPTIMAL:
            raise ArithmeticError(f"the flow was not solved: {status}")
        placed = int(solver.maximum_flow())
        flows = [solver.flows(each) for each in arcs]
        total = MOST * placed - self._unit * int(solver.optimal_cost())
        loss = int(self.losses[kept[flows[0] > 0]].max(initial=0))
        return Flow(placed, total, self._read_shared(kept, flows[0]), self._read(flows[1]), loss)

    def most(self, largest_loss: int) -> int:
        """How many can be placed when arcs of cohorts that lose more are left out."""
        kept = np.flatnonzero(self.losses <= largest_loss)
        solver = max_flow.SimpleMaxFlow()
        shared = Arcs(*(column[kept] for column in _columns(self._shared)))
        for each in (shared, self._wished, *self._fixed):
            solver.add_arcs_with_capacity(each.tail, each.head, each.capacity)
        people = np.concatenate([self._supply, np.ones(self._wishing, np.int64)])
        sink = len(people) + self._seasons
        solver.add_arcs_with_capacity(np.full(len(people), sink + 1), np.arange(len(people)), people)
        if solver.solve(sink + 1, sink) != solver.OPTIMAL:
            raise ArithmeticError("the flow was not solved")
        return int(solver.optimal_flow())

    def _from_cohorts(self, cohorts: Sequence[Cohort], seats: Seats) -> Arcs:
        sizes = [len(cohort.at) for cohort in cohorts]
        season = _joined(seats.of)
        members = np.repeat([len(cohort.members) for cohort in cohorts], sizes)
        return Arcs(
            np.repeat(np.arange(self._cohorts), sizes),
            self._first_seat + season,
            np.minimum(members, seats.free[season]) if season.size else season,
            MOST - _joined([cohort.fit for cohort in cohorts]),
        )

    def _from_wishes(self, cohorts: Sequence[Cohort], wishing: Sequence[Wishing], seats: Seats) -> Arcs:
        tail = np.repeat(np.arange(len(wishing)), [len(one.index) for one in wishing])
        season = _joined([seats.of[one.cohort][one.index] for one in wishing])
        points = _joined([cohorts[one.cohort].fit[one.index] + one.points for one in wishing])
        return Arcs(self._cohorts + tail, self._first_seat + season, np.ones(len(tail), np.int64), MOST - points)

    def _from_seats_and_wishing(self, wishing: Sequence[Wishing], seats: Seats) -> tuple[Arcs, Arcs]:
        own, count = np.arange(len(wishing)), self._seasons
        zeros = np.zeros(len(wishing), np.int64)
        back = Arcs(self._cohorts + own, _numbers([one.cohort for one in wishing]), zeros + 1, zeros)
        sink = np.full(count, self._first_seat + count)
        return back, Arcs(self._first_seat + np.arange(count), sink, seats.free, np.zeros(count, np.int64))

    @property
    def _first_seat(self) -> int:
        return self._cohorts + self._wishing

    def _read_shared(self, kept: Numbers, flows: Numbers) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self._cohorts)]
        for at in np.flatnonzero(flows).tolist():
            arc = kept[at]
            found[int(self._shared.tail[arc])] += [int(self._shared.head[arc]) - self._first_seat] * int(flows[at])
        return found

    def _read(self, flows: Numbers) -> list[int]:
        found = [-1] * self._wishing
        for at in np.flatnonzero(flows).tolist():
            found[int(self._wished.tail[at]) - self._cohorts] = int(self._wished.head[at]) - self._first_seat
        return found


def _columns(arcs: Arcs) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    return arcs.tail, arcs.head, arcs.capacity, arcs.cost


def _joined(columns: Sequence[Numbers]) -> Numbers:
    return np.concatenate([np.zeros(0, np.int64), *columns])


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, np.int64)
