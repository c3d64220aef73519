"""Teams by CP-SAT: the optimum, or the best found with the bound that was proven, always the same for the same part."""

from collections import Counter
from collections.abc import Mapping
from math import floor

from ortools.graph.python import max_flow
from ortools.sat.python import cp_model

from cluster.matching.charges import Charge, Cover, Part, bits, cover_of
from cluster.matching.model import TEAM

EFFORT = 1.0
"""CP-SAT's deterministic seconds for all parts of a run: the same on every machine, unlike seconds of a clock."""
LARGEST = 60_000
"""Charges × mentors × kinds of days up to which CP-SAT is asked at all."""
Kinds = Mapping[tuple[object, ...], list[int]]


def day_bound(part: Part) -> int:
    """Days that could be covered if teams had no size: on each day as many as its mentors can take."""
    return sum(len(days) * _most_on(part, days[0]) for days in _kinds_of_days(part).values())


def improve(
    part: Part, chosen: Mapping[int, Cover], bound: int, effort: float = EFFORT
) -> tuple[dict[int, Cover], int, float]:
    """Better teams than the chosen ones where there are any.

    Args:
        bound: an upper bound of the covered days.
        effort: deterministic seconds.

    Returns:
        The covers; the bound as far as it could be lowered, equal to the covered days when that is proven; the effort
        that was spent.
    """
    reached = sum(cover.count for cover in chosen.values())
    kinds = list(_kinds_of_days(part).values())
    if effort <= 0 or sum(len(charge.duty) for charge in part.charges) * len(kinds) > LARGEST:
        return dict(chosen), bound, 0.0
    model = _Model(part, kinds, chosen)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    status = solver.solve(model.model)
    spent = float(solver.response_proto.deterministic_time)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return dict(chosen), bound, spent
    found = model.read(solver)
    lowered = min(bound, floor(solver.best_objective_bound + 1e-6))
    better = sum(cover.count for cover in found.values()) > reached
    return found if better else dict(chosen), max(lowered, reached), spent


class _Model:
    """Variables: is a mentor in the team of a charge; does the mentor look after them on a kind of day."""

    def __init__(self, part: Part, kinds: list[list[int]], chosen: Mapping[int, Cover]) -> None:
        self.model = cp_model.CpModel()
        self._part, self._kinds = part, kinds
        self._there: dict[tuple[int, int, int], cp_model.IntVar] = {}
        self._on: dict[tuple[int, int], list[cp_model.IntVar]] = {}
        for charge in part.charges:
            self._add(charge, chosen[charge.intern_id])
        for (mentor, _), busy in self._on.items():
            self.model.add(sum(busy) <= part.limits[mentor])
        self.model.maximize(sum(len(kinds[kind]) * var for (_, _, kind), var in self._there.items()))

    def _add(self, charge: Charge, chosen: Cover) -> None:
        model = self.model
        members = {mentor: model.new_bool_var("") for mentor in charge.duty if _allowed(charge.team, mentor)}
        model.add(sum(members.values()) <= TEAM)
        hinted = dict(zip(chosen.team, chosen.days, strict=True))
        per_kind: dict[int, list[cp_model.IntVar]] = {}
        for mentor, member in members.items():
            model.add_hint(member, mentor in hinted)
            for kind, days in enumerate(self._kinds):
                if charge.duty[mentor] >> days[0] & 1:
                    there = model.new_bool_var("")
                    model.add_implication(there, member)
                    model.add_hint(there, bool(hinted.get(mentor, 0) >> days[0] & 1))
                    self._there[charge.intern_id, mentor, kind] = there
                    self._on.setdefault((mentor, kind), []).append(there)
                    per_kind.setdefault(kind, []).append(there)
        for both in per_kind.values():
            model.add_at_most_one(both)

    def read(self, solver: cp_model.CpSolver) -> dict[int, Cover]:
        """The covers of the solution."""
        days: dict[int, dict[int, int]] = {charge.intern_id: {} for charge in self._part.charges}
        for (intern, mentor, kind), there in self._there.items():
            if solver.value(there):
                mask = sum(1 << day for day in self._kinds[kind])
                days[intern][mentor] = days[intern].get(mentor, 0) | mask
        return {charge.intern_id: cover_of(charge, days[charge.intern_id]) for charge in self._part.charges}


def _kinds_of_days(part: Part) -> Kinds:
    """Days that are alike, with the same charges coming and the same mentors on duty, together."""
    every = 0
    for charge in part.charges:
        every |= charge.days
    patterns = sorted({(charge.days, tuple(sorted(charge.duty.items()))) for charge in part.charges})
    found: dict[tuple[object, ...], list[int]] = {}
    for day in bits(every):
        signature = tuple((days >> day & 1, *(hours >> day & 1 for _, hours in duty)) for days, duty in patterns)
        found.setdefault(signature, []).append(day)
    return found


def _most_on(part: Part, day: int) -> int:
    """How many charges can be looked after on one day: a flow from kinds of charges to mentors."""
    wanting = Counter(
        tuple(mentor for mentor, hours in charge.duty.items() if hours >> day & 1 and _allowed(charge.team, mentor))
        for charge in part.charges
    )
    number = {mentor: 2 + at for at, mentor in enumerate(part.mentors)}
    flow = max_flow.SimpleMaxFlow()
    for at, (mentors, count) in enumerate(wanting.items(), start=2 + len(number)):
        if mentors:
            flow.add_arc_with_capacity(0, at, count)
        for mentor in mentors:
            flow.add_arc_with_capacity(at, number[mentor], count)
    for mentor, node in number.items():
        flow.add_arc_with_capacity(node, 1, part.limits[mentor])
    return int(flow.optimal_flow()) if flow.solve(0, 1) == flow.OPTIMAL else 0


def _allowed(team: tuple[int, ...], mentor: int) -> bool:
    return not team or mentor in team
