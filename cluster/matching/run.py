"""A whole run: pins, stage 1, stage 2, explanations and figures. A pure function of the problem."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from cluster.matching.charges import Charge, charges, parts
from cluster.matching.ledger import open_ledger
from cluster.matching.model import Goal, Problem
from cluster.matching.offers import Offers
from cluster.matching.outcome import Outcome
from cluster.matching.placing import OutOfTime, market, never, place_most
from cluster.matching.result import Result
from cluster.matching.stable import place_stably
from cluster.matching.teams import staff


class Step(StrEnum):
    """What a run is doing."""

    FILTERS = "filters"
    PLACES = "places"
    MENTORS = "mentors"
    REASONS = "reasons"


Tell = Callable[[Step], None]


def run(problem: Problem, tell: Tell = lambda _: None, out_of_time: OutOfTime = never) -> Result:
    """Match.

    Args:
        tell: called when a step begins.
        out_of_time: asked now and then; once true, what can be left undone is, and `Result.proof` says so.
    """
    tell(Step.FILTERS)
    offers = Offers(problem)
    ledger, refused = open_ledger(problem, offers)
    who = [one for one in problem.interns if one.id not in ledger.fixed]
    found = market(problem, offers, who, ledger.taken)
    tell(Step.PLACES)
    placing = place_stably(found) if problem.goal is Goal.STABLE else place_most(found, out_of_time)
    tell(Step.MENTORS)
    at = {**ledger.fixed, **placing.at}
    looked_after = charges_of(problem, offers, at, ledger.teams)
    staffing = staff(parts(problem, looked_after), out_of_time)
    tell(Step.REASONS)
    return Outcome(problem, ledger, found, placing, looked_after, staffing).result(refused)


def charges_of(
    problem: Problem, offers: Offers, at: Mapping[int, int], teams: Mapping[int, tuple[int, ...]]
) -> list[Charge]:
    """What stage 2 has to do for everybody in `at` (intern → position); `teams` are agreed already."""
    return charges(
        problem,
        ((problem.intern[one], offers.places[position], teams.get(one, ())) for one, position in at.items()),
    )
