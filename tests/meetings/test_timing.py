"""What is told of a meeting late: only what still says something."""

from datetime import UTC, datetime, timedelta

import pytest

from cluster.meetings.timing import Before, faded, overtaken

STARTS = datetime(2022, 6, 28, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(days=7), [Before.WEEK, Before.DAY, Before.HOURS]),
        (timedelta(days=1, minutes=1), [Before.WEEK, Before.DAY, Before.HOURS]),
        (timedelta(days=1), [Before.DAY, Before.HOURS]),
        (timedelta(hours=2), [Before.HOURS]),
        (timedelta(minutes=5), [Before.HOURS]),
    ],
)
def test_a_nearer_reminder_overtakes(left: timedelta, told: list[Before]) -> None:
    assert [one for one in Before if not overtaken(one, STARTS, STARTS - left)] == told


def test_the_hall_is_of_its_day() -> None:
    assert not faded(None, STARTS)
    assert not faded(STARTS, STARTS + timedelta(hours=12))
    assert faded(STARTS, STARTS + timedelta(hours=12, seconds=1))
