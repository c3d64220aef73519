"""Quorum and votes: properties, and the cases people argue about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.meetings.quorum import Forecast, QuorumRule, Seat, count, organisations_of, tally, voters
from cluster.meetings.states import Answer, Choice, SubstituteState

people = st.integers(1, 12)
seats = st.builds(
    Seat,
    organisation_id=st.integers(1, 6),
    person_id=people,
    answer=st.sampled_from(Answer),
    substitute_id=st.none() | st.integers(101, 105),
    substitute_state=st.none() | st.sampled_from(SubstituteState),
    here=st.booleans(),
    substitute_here=st.booleans(),
    counts=st.booleans(),
)
tables = st.lists(seats, max_size=12)


@given(tables)
def test_an_organisation_never_has_two_votes(table: list[Seat]) -> None:
    found = voters(table)
    given_votes = dict.fromkeys(found, Choice.FOR)
    result = tally(given_votes, found.keys())
    assert result.for_ == len({seat.organisation_id for seat in table if seat.counts and seat.voter})
    assert result.for_ == count(QuorumRule.HALF, table).present


@given(tables, st.dictionaries(st.integers(1, 6), st.sampled_from(Choice)))
def test_who_is_not_here_never_counts(table: list[Seat], votes: dict[int, Choice]) -> None:
    here = voters(table)
    result = tally(votes, here.keys())
    assert result.for_ + result.against + result.abstained == len(votes.keys() & here.keys())
    assert result.for_ + result.against + result.abstained + result.silent == len(here)
    for seat in table:
        if not seat.here and not seat.substitute_here:
            assert all(seat.person_id not in who or _elsewhere(table, seat) for who in here.values())


def _elsewhere(table: list[Seat], seat: Seat) -> bool:
    """The same person has another place that is taken."""
    return any(other.person_id == seat.person_id and other.here and other.counts for other in table)


@given(tables, st.integers(0, 11), st.lists(st.sampled_from([Answer.YES, Answer.NO]), min_size=1, max_size=6))
def test_a_change_of_an_answer_is_counted_once(table: list[Seat], place: int, answers: list[Answer]) -> None:
    if place >= len(table):
        return
    changed = list(table)
    for answer in answers:
        changed[place] = replace(changed[place], answer=answer)
    once = [*table]
    once[place] = replace(once[place], answer=answers[-1])
    assert count(QuorumRule.MORE_THAN_HALF, changed) == count(QuorumRule.MORE_THAN_HALF, once)


@given(tables, st.sampled_from(QuorumRule))
def test_counts_fit_together(table: list[Seat], rule: QuorumRule) -> None:
    found = count(rule, table)
    assert found.comes + found.open <= found.total
    assert found.present <= found.total
    assert found.needed >= 1
    impossible = found.comes + found.open < found.needed
    assert (found.forecast is Forecast.IMPOSSIBLE) == impossible


@given(st.integers(1, 500))
def test_rules_in_order(total: int) -> None:
    half, more, thirds = (
        rule.needed(total) for rule in (QuorumRule.HALF, QuorumRule.MORE_THAN_HALF, QuorumRule.TWO_THIRDS)
    )
    assert half <= more <= half + 1
    assert 2 * half >= total > 2 * (half - 1)
    assert 2 * more > total
    assert 3 * thirds >= 2 * total > 3 * (thirds - 1)


YES, NO, NONE = Answer.YES, Answer.NO, Answer.NONE


def _seat(organisation: int, answer: Answer = YES, *, here: bool = True, person: int | None = None) -> Seat:
    return Seat(organisation, person or 10 + organisation, answer, here=here)


CASES = {
    "exactly half is no quorum of more than half": (
        QuorumRule.MORE_THAN_HALF, [_seat(1), _seat(2), _seat(3, NO, here=False), _seat(4, NO, here=False)], 2, False,
    ),
    "exactly half is a quorum of at least half": (
        QuorumRule.HALF, [_seat(1), _seat(2), _seat(3, NO, here=False), _seat(4, NO, here=False)], 2, True,
    ),
    "two delegates of one organisation are one": (
        QuorumRule.HALF, [_seat(1), _seat(1, person=99), _seat(2, NO, here=False), _seat(3, NO, here=False)], 1, False,
    ),
    "a member of two organisations represents both": (
        QuorumRule.MORE_THAN_HALF, [_seat(1, person=7), _seat(2, person=7), _seat(3, NO, here=False)], 2, True,
    ),
    "an organisation that left is nobody's quorum": (
        QuorumRule.MORE_THAN_HALF,
        [_seat(1), replace(_seat(2), counts=False), _seat(3, NO, here=False)], 1, False,
    ),
    "with fewer organisations fewer are needed": (
        QuorumRule.MORE_THAN_HALF, [_seat(1), replace(_seat(2, NO, here=False), counts=False)], 1, True,
    ),
    "a substitute who declined is nobody": (
        QuorumRule.HALF,
        [
            Seat(1, 11, Answer.SUBSTITUTE, 101, SubstituteState.DECLINED, substitute_here=True),
            _seat(2, NO, here=False),
        ],
        0,
        False,
    ),
    "a substitute who agreed and came is the organisation": (
        QuorumRule.HALF,
        [
            Seat(1, 11, Answer.SUBSTITUTE, 101, SubstituteState.ACCEPTED, substitute_here=True),
            _seat(2, NO, here=False),
        ],
        1,
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_edge_cases(name: str) -> None:
    rule, table, present, quorum = CASES[name]
    found = count(rule, table)
    assert (found.present, found.has_quorum) == (present, quorum)


def test_the_delegate_comes_before_the_substitute() -> None:
    both = Seat(1, 11, Answer.SUBSTITUTE, 101, SubstituteState.ACCEPTED, here=True, substitute_here=True)
    assert voters([both]) == {1: frozenset({11})}
    assert organisations_of(101, [both]) == frozenset()


def test_more_than_half_of_those_present_carry() -> None:
    votes = {1: Choice.FOR, 2: Choice.FOR, 3: Choice.ABSTAINED}
    assert not tally(votes, {1, 2, 3, 4}).carried
    assert tally(votes, {1, 2, 3}).carried
