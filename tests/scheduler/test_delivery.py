"""What becomes of letters: who gets them, when, together with what, and what happens when it goes wrong."""

import asyncio
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

import pytest

from scheduler.lane import DeliverySettings
from scheduler.limits import LimitsConfig
from scheduler.ports import Address
from services.clock import MovableClock
from storage import outbox, postbox
from storage.database import Database
from storage.outbox import Letter, Recipient
from tests.databases import KINDS
from tests.scheduler.post import CHANNEL, NOW, Call, Note, Post, channel, person


async def states(post: Post) -> list[str]:
    return [letter.state for letter in await post.letters()]


async def test_letters_arrive_in_order_and_once(post: Post) -> None:
    await post.notes(person(1), 1, 2, 3)
    await post.notes(person(2), 4)
    await post.settle()
    await post.settle()
    assert (post.got(1), post.got(2)) == (["1", "2", "3"], ["4"])
    assert [(letter.state, len(letter.message_ids), letter.sent_at) for letter in await post.letters()] == [
        ("sent", 1, NOW)
    ] * 4


async def test_the_same_key_is_one_letter(post: Post) -> None:
    for number in (1, 2):
        async with post.db.write() as tx:
            await outbox.add(tx, Note(n=number), to=person(1), at=NOW, key="the occasion")
    await post.settle()
    assert post.got(1) == ["1"]


async def test_a_letter_waits_for_its_moment_and_does_not_hold_later_written_ones(post: Post) -> None:
    await post.notes(person(1), 1, at=NOW + timedelta(hours=1))
    await post.notes(person(1), 2)
    await post.settle()
    assert post.got(1) == ["2"]
    await post.wait(hours=1)
    assert post.got(1) == ["2", "1"]


async def test_what_is_no_longer_relevant_is_skipped(post: Post) -> None:
    await post.notes(person(1), -1, 2)
    await post.settle()
    assert post.got(1) == ["2"]
    assert await states(post) == ["skipped", "sent"]


async def test_calm_letters_wait_for_quiet_hours_and_arrive_as_one(post: Post) -> None:
    morning = NOW + timedelta(hours=12)
    post.town.quiet_until[1] = morning
    await post.notes(person(1), 1, 2)
    await post.write(Letter(Call(n=3), person(1), NOW))
    await post.notes(person(2), 4)
    await post.settle()
    assert (post.got(1), post.got(2)) == (["3"], ["4"])
    await post.wait(hours=11, minutes=59)
    await post.notes(person(1), 5)
    await post.settle()
    assert post.got(1) == ["3"]
    await post.wait(minutes=1)
    assert post.got(1) == ["3", "1+2+5"]
    first, second, _, _, third = await post.letters()
    assert (first.merged_into, second.merged_into, third.merged_into) == (None, first.id, first.id)


async def test_a_channel_knows_no_quiet_hours_and_nothing_merges_in_it(post: Post) -> None:
    await post.notes(channel(), 1, 2)
    await post.settle()
    assert post.office.arrived[CHANNEL] == ["1", "2"]


async def test_after_downtime_a_person_gets_one_message_marked_as_delayed(post: Post) -> None:
    await post.notes(person(1), 1, at=NOW - timedelta(hours=5))
    await post.write(Letter(Call(n=2), person(1), NOW - timedelta(hours=3)))
    await post.notes(person(1), 3, at=NOW - timedelta(minutes=5))
    await post.settle()
    assert post.got(1) == ["задержано 1+2", "3"]


async def test_a_downtime_that_ends_at_night_is_told_in_the_morning_still_as_delayed(post: Post) -> None:
    post.town.quiet_until[1] = NOW + timedelta(hours=3)
    await post.notes(person(1), 1, 2, at=NOW - timedelta(hours=5))
    await post.settle()
    assert post.got(1) == []
    await post.wait(hours=3)
    assert post.got(1) == ["задержано 1+2"]


async def test_a_failed_letter_is_tried_again_later_and_holds_only_its_own_lane(post: Post) -> None:
    post.office.planned = ["500"]
    await post.notes(person(1), 1, 2)
    await post.settle()
    await post.notes(person(2), 3)
    await post.settle()
    assert (post.got(1), post.got(2)) == ([], ["3"])
    await post.wait(seconds=2)
    assert post.got(1) == ["1", "2"]


async def test_pauses_between_attempts_grow_and_end_in_the_dead_letters(post: Post) -> None:
    post.office.planned = ["500"] * 8
    await post.notes(person(1), 1, 2)
    pauses = [1, 1, 2, 4, 8, 16, 32, 64, 128]
    for pause in pauses:
        await post.wait(seconds=pause)
    assert post.got(1) == ["2"]
    async with post.db.read() as connection:
        dead = await postbox.dead_letters(connection)
    assert [(letter.state, letter.error, letter.attempts) for letter in dead] == [("dead", "Internal Server Error", 7)]
    async with post.db.write() as tx:
        assert await postbox.again(tx, dead[0].id, post.clock.now())
        assert not await postbox.again(tx, 999, post.clock.now())
    await post.settle()
    assert post.got(1) == ["2", "1"]


async def test_what_telegram_refuses_for_good_is_dead_at_once(post: Post) -> None:
    post.office.refuses = {"1"}
    await post.notes(person(1), 1, 2)
    await post.settle()
    assert post.got(1) == ["2"]
    assert await states(post) == ["dead", "sent"]


async def test_without_network_nothing_dies_within_a_day(post: Post) -> None:
    post.office.failures, post.office.chance = ["before"], 1.0
    await post.notes(person(1), 1)
    for _ in range(20):
        await post.wait(minutes=60)
    assert await states(post) == ["waiting"]
    post.office.failures = []
    await post.wait(minutes=1)
    assert post.got(1) == ["задержано 1"]


async def test_a_person_who_blocked_the_bot_is_marked_and_the_deputy_reads_instead(post: Post) -> None:
    post.office.blockers = {1001}
    post.town.deputies = {1: 2}
    await post.notes(person(1), 1, 2)
    await post.settle()
    assert (post.got(1), post.got(2), post.town.blocked) == ([], ["1", "2"], {1})
    assert await states(post) == ["skipped", "skipped", "sent", "sent"]
    await post.notes(person(1), 3)  # known now: not even tried
    await post.settle()
    assert post.got(2) == ["1", "2", "3"]


async def test_two_deputies_of_each_other_end_in_the_dead_letters(post: Post) -> None:
    post.office.blockers = {1001, 1002}
    post.town.deputies = {1: 2, 2: 1}
    await post.notes(person(1), 1)
    await post.settle()
    await post.settle()
    letters = await post.letters()
    assert [letter.state for letter in letters].count("dead") == 1
    assert {letter.state for letter in letters} == {"skipped", "dead"}


async def test_nobody_to_stand_in_and_no_address_are_dead_letters(post: Post) -> None:
    post.town.blocked, post.town.away = {1}, {2}
    await post.notes(person(1), 1)
    await post.notes(person(2), 2)
    await post.settle()
    assert sorted((letter.state, letter.error) for letter in await post.letters()) == [
        ("dead", "blocked"),
        ("dead", "no address"),
    ]


async def test_a_short_pause_is_waited_out_by_the_chat_alone(db: Database) -> None:
    post = Post.make(db, MovableClock(NOW))
    post.office.planned, post.office.retry_after = ["429"], 0.2
    post.delivery.start()
    await post.notes(person(1), 1, 2)
    await post.notes(person(2), 3)
    await post.settle()
    assert (post.got(1), post.got(2)) == (["1", "2"], ["3"])
    assert [letter.attempts for letter in await post.letters()] == [0, 0, 0]
    await post.delivery.stop()


async def test_a_long_pause_gives_the_place_to_others(post: Post) -> None:
    post.office.planned, post.office.retry_after = ["429"], 600
    await post.notes(person(1), 1, 2)
    await post.settle()
    await post.notes(person(2), 3)
    await post.settle()
    assert (post.got(1), post.got(2)) == ([], ["3"])
    await post.wait(seconds=600)
    assert post.got(1) == ["1", "2"]


async def test_a_channel_post_that_may_have_left_is_never_sent_again_by_itself(post: Post) -> None:
    post.office.planned = ["after", "before"]
    await post.notes(channel(), 1, 2, 3)
    await post.settle()
    await post.wait(hours=1)
    assert post.office.arrived[CHANNEL] == ["1", "3"]
    assert await states(post) == ["uncertain", "uncertain", "sent"]
    first, second, _ = await post.letters()
    async with post.db.write() as tx:  # the coordinator looked into the channel
        assert await postbox.confirm(tx, first.id, post.clock.now())
        assert await postbox.again(tx, second.id, post.clock.now())
    await post.settle()
    assert post.office.arrived[CHANNEL] == ["1", "3", "2"]
    assert await states(post) == ["sent", "sent", "sent"]


async def test_a_channel_post_telegram_did_not_take_is_tried_again(post: Post) -> None:
    post.office.planned = ["500"]
    await post.notes(channel(), 1)
    await post.wait(seconds=0)
    await post.wait(seconds=2)
    assert post.office.arrived[CHANNEL] == ["1"]


async def crash(post: Post) -> None:
    """The process dies: nothing is given back, no result is noted."""
    delivery = post.delivery
    tasks = [delivery._leading, *delivery._lanes]
    for task in tasks:
        if task is not None:
            task.cancel()
    await asyncio.gather(*filter(None, tasks), return_exceptions=True)


@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_a_crash_while_sending_repeats_a_letter_but_not_a_post(db: Database, clock: MovableClock) -> None:
    first = Post.make(db, clock, owner="first")
    first.office.hold = asyncio.Event()
    await first.notes(person(1), 1)
    await first.notes(channel(), 2, 3)
    first.delivery.start()
    while len(first.delivery._office.under_way) < 2:
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.05)
    await crash(first)

    clock.advance(timedelta(seconds=61))  # on PostgreSQL the lease of the dead has to end
    second = Post.make(db, clock, owner="second")
    second.delivery.start()
    await second.settle()
    assert second.got(1) == ["1"]
    assert second.office.arrived[CHANNEL] == ["3"]
    assert await states(second) == ["sent", "uncertain", "sent"]
    await second.delivery.stop()


async def test_a_graceful_stop_finishes_what_is_on_its_way_and_gives_back_the_rest(post: Post) -> None:
    post.office.hold = asyncio.Event()
    await post.notes(person(1), 1, 2)
    await post.notes(channel(), 3, 4)
    post.delivery.poke()
    while len(post.delivery._office.under_way) < 2:
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.05)
    stopping = asyncio.create_task(post.delivery.stop())
    await asyncio.sleep(0)
    post.office.hold.set()
    await stopping
    assert (post.got(1), post.office.arrived[CHANNEL]) == (["1"], ["3"])
    assert await states(post) == ["sent", "waiting", "sent", "waiting"]


async def test_a_kind_nobody_knows_any_more_is_dead_and_stops_nothing(post: Post) -> None:
    async with post.db.write() as tx:
        rows = [
            outbox.row(
                kind=kind, payload={"n": n}, urgency=Note.urgency, to=person(1), at=NOW - timedelta(hours=3), key=None
            )
            for n, kind in enumerate(["test_note", "gone", "test_note"])
        ]
        await outbox.add_rows(tx, rows)
    await post.settle()
    assert post.got(1) == ["задержано 0", "задержано 2"]
    assert await states(post) == ["sent", "dead", "sent"]


async def test_a_renderer_that_fails_is_tried_again(db: Database, clock: MovableClock) -> None:
    failures = [RuntimeError("a bug")]

    async def render(notices: list[Note], address: Address, *, delayed: bool) -> list[str]:
        if failures:
            raise failures.pop()
        return [f"{address.locale} {notice.n}" for notice in notices]

    post = Post.make(db, clock, renderer=render)
    post.delivery.start()
    await post.notes(person(1), 1)
    await post.settle()
    assert post.got(1) == []
    await post.wait(seconds=2)
    assert post.got(1) == ["ru 1"]
    await post.delivery.stop()


async def test_addresses_that_cannot_be_looked_up_now_are_looked_up_later(post: Post) -> None:
    find, failures = post.town.find, [RuntimeError("no database")]

    async def unsteady(recipients: Collection[Recipient], now: datetime) -> Mapping[Recipient, Address]:
        if failures:
            raise failures.pop()
        return await find(recipients, now)

    post.town.find = unsteady  # type: ignore[method-assign]
    await post.notes(person(1), 1)
    await post.settle()
    assert post.got(1) == ["1"]


async def test_a_group_gets_twenty_a_minute(db: Database, clock: MovableClock) -> None:
    settings = DeliverySettings(look_seconds=0.02, patience_seconds=1)
    post = Post.make(db, clock, limits=LimitsConfig(per_second=1000), settings=settings)
    post.delivery.start()
    await post.notes(channel(), *range(45))
    counts = []
    for _ in range(3):
        await post.settle()
        counts.append(len(post.office.arrived[CHANNEL]))
        clock.advance(timedelta(seconds=61))
    assert counts == [20, 40, 45]
    assert post.office.arrived[CHANNEL] == [str(n) for n in range(45)]
    await post.delivery.stop()


class BreaksOnce:
    """A sender with a bug: the first call ends in an error nobody foresaw."""

    def __init__(self) -> None:
        self.sent: list[object] = []
        self.broken = False

    async def __call__(self, chat_id: int, message: object) -> list[int]:
        if not self.broken:
            self.broken = True
            raise RuntimeError("a bug")
        self.sent.append(message)
        return [len(self.sent)]


@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_an_unforeseen_error_delays_a_letter_and_does_not_keep_it(db: Database, clock: MovableClock) -> None:
    office = BreaksOnce()
    post = Post.make(db, clock, office=office)
    await post.notes(person(1), 1, 2)
    post.delivery.start()
    await post.settle()
    assert office.sent == []
    clock.advance(timedelta(seconds=61))
    await post.settle()
    assert len(office.sent) == 2
    await post.delivery.stop()
    assert [letter.state for letter in await post.letters()] == ["sent", "sent"]


@pytest.mark.parametrize("database_url", KINDS, indirect=True)
async def test_an_unforeseen_error_leaves_a_post_to_a_coordinator(db: Database, clock: MovableClock) -> None:
    office = BreaksOnce()
    post = Post.make(db, clock, office=office)
    await post.notes(channel(), 1)
    post.delivery.start()
    await post.settle()
    await post.delivery.stop()
    assert office.sent == []
    assert [letter.state for letter in await post.letters()] == ["uncertain"]


@pytest.mark.parametrize("steps", range(6))
async def test_delivery_told_to_end_ends_even_when_a_letter_comes_at_that_moment(post: Post, steps: int) -> None:
    leading = post.delivery._leading
    assert leading is not None
    await post.settle()
    post.delivery.poke()
    for _ in range(steps):
        await asyncio.sleep(0)
    leading.cancel()
    await asyncio.wait({leading}, timeout=2)
    assert leading.cancelled()
