"""Reminders: planned by occasion, moved, cancelled, told once."""

from datetime import timedelta

from scheduler.reminders import fire_due
from storage import reminders
from tests.scheduler.post import NOW, Note, Post, person

HOUR = timedelta(hours=1)


async def plan(post: Post, key: str, number: int, hours: float, *, to: int = 1) -> None:
    async with post.db.write() as tx:
        await reminders.plan(tx, key, Note(n=number), person(to), NOW + hours * HOUR)


async def tick(post: Post) -> int:
    fired = await fire_due(post.db, post.clock.now())
    await post.settle()
    return fired


async def test_a_reminder_is_told_when_due_and_once(post: Post) -> None:
    await plan(post, "session:1:deadline", 1, 2)
    assert await tick(post) == 0
    post.clock.advance(2 * HOUR)
    assert (await tick(post), await tick(post)) == (1, 0)
    assert post.got(1) == ["1"]


async def test_planning_again_moves_it_and_changes_nothing_once_told(post: Post) -> None:
    await plan(post, "session:1:deadline", 1, 2)
    await plan(post, "session:1:deadline", 2, 4)
    post.clock.advance(2 * HOUR)
    assert await tick(post) == 0
    post.clock.advance(2 * HOUR)
    assert await tick(post) == 1
    await plan(post, "session:1:deadline", 3, 4)
    assert await tick(post) == 0
    assert post.got(1) == ["2"]


async def test_all_reminders_of_an_occasion_are_cancelled_together(post: Post) -> None:
    for key in ("session:1:a", "session:1:b", "session:10:a", "session:%:a"):
        await plan(post, key, len(key), 1)
    async with post.db.write() as tx:
        assert await reminders.cancel(tx, "session:1:") == 2
        assert await reminders.cancel(tx, "session:%:") == 1
    await plan(post, "session:1:b", 99, 1)  # called off, then on again
    async with post.db.read() as connection:
        assert [each.key for each in await reminders.planned(connection, "session:")] == ["session:1:b", "session:10:a"]
    post.clock.advance(HOUR)
    await tick(post)
    assert post.got(1) == ["99", "12"]


async def test_many_are_moved_batch_by_batch_in_the_order_they_were_due(post: Post) -> None:
    async with post.db.write() as tx:
        await reminders.plan_many(
            tx,
            [reminders.Plan(f"k:{n}", Note(n=n), person(1), NOW - timedelta(seconds=500 - n)) for n in range(450)],
        )
    assert await tick(post) == 450
    assert post.got(1) == [str(n) for n in range(450)]


async def test_after_downtime_reminders_come_as_one_message_marked_as_delayed(post: Post) -> None:
    for number in range(3):
        await plan(post, f"k:{number}", number, number)
    post.clock.advance(timedelta(days=2))
    await tick(post)
    assert post.got(1) == ["задержано 0+1+2"]
