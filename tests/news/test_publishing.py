"""Once in the channel, whatever happens: taps, faults, crashes; what is not sure is shown to a coordinator."""

import asyncio
import random
from typing import Any

import pytest

from cluster.news.post import MediaKind
from cluster.news.states import ItemState
from sandbox.chats import Chat
from sandbox.faults import Fault
from sandbox.files import Upload
from services.news import NewMedia
from storage import postbox
from tests.news.conftest import POST, NewsDesk, picture


def albums(desk: NewsDesk, title: str) -> int:
    """How often the post with this title is in the channel."""
    return sum(post.body.startswith(title) for post in desk.posts())


async def approved_by_two(desk: NewsDesk, item_id: int, *, doubled: bool = True) -> None:
    """Both coordinators tap «publish» at the same instant, perhaps twice."""
    item = await desk.item(item_id)
    data = f"nr1:{item_id}:a:{item.revision}"
    people = [desk.coordinator, desk.deputy] * (2 if doubled else 1)
    cards = {person.id: person.chat(desk.world.bot).last_answer for person in people}
    await asyncio.gather(*(person.press_data(cards[person.id], data) for person in people))
    await desk.settle()


async def test_two_coordinators_and_double_taps_publish_once(desk: NewsDesk) -> None:
    item_id = await desk.submit("Одна новость", photos=3)
    await approved_by_two(desk, item_id)
    assert albums(desk, "Одна новость") == 1
    assert len(desk.posts()) == 3
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED


async def test_a_429_in_the_middle_is_waited_out(desk: NewsDesk) -> None:
    item_id = await desk.submit(photos=2)
    desk.world.telegram.faults.add("too_many_requests", "sendMediaGroup", times=2, retry_after=30)
    await desk.approve(item_id)
    assert desk.posts() == []
    for _ in range(3):
        await desk.world.wait(seconds=31)
    assert len(desk.posts()) == 2
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED


async def test_lost_after_telegram_took_it(desk: NewsDesk) -> None:
    """Nobody knows; the bot does not send it again by itself, the coordinator looks and says that it is there."""
    item_id = await desk.submit(photos=2)
    desk.world.telegram.faults.add("reset_after", "sendMediaGroup")
    await desk.approve(item_id)
    for _ in range(3):
        await desk.world.wait(hours=1)
    assert len(desk.posts()) == 2
    assert (await desk.item(item_id)).doubtful
    assert "Неизвестно, вышла ли новость" in desk.seen(desk.coordinator)
    assert "Публикация требует внимания" not in desk.world.transcript(desk.coordinator, 20)
    await desk.world.tap(desk.coordinator, "Она в канале")
    await desk.settle()
    item = await desk.item(item_id)
    assert item.state is ItemState.PUBLISHED
    assert len(desk.posts()) == 2
    assert "опубликована" in desk.seen(desk.author)


async def test_lost_before_telegram_took_it(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    channel = str(desk.channel.id)
    desk.world.telegram.faults.choose = lambda method, params: (
        Fault("reset_before") if params.get("chat_id") == channel and method == "sendMessage" else None
    )
    await desk.approve(item_id)
    desk.world.telegram.faults.clear()
    await desk.settle()
    assert desk.posts() == []
    assert (await desk.item(item_id)).doubtful
    await desk.world.tap(desk.coordinator, "Опубликовать ещё раз")
    await desk.settle()
    assert len(desk.posts()) == 1
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED
    await desk.coordinator.press_data(desk.coordinator.chat(desk.world.bot).last_answer, f"nr1:{item_id}:g:0")
    await desk.settle()
    assert len(desk.posts()) == 1


@pytest.mark.parametrize("how", ["bot removed", "right taken"])
async def test_no_right_to_post(desk: NewsDesk, how: str) -> None:
    """Noticed, explained, nothing lost, published when repaired."""
    item_id = await desk.submit()
    if how == "bot removed":
        desk.coordinator.remove_bot_from(desk.channel, desk.world.bot)
    else:
        desk.coordinator.add_bot_to(desk.channel, desk.world.bot, ("can_manage_chat",))
    await desk.settle()
    assert "Бот больше не может писать" in desk.seen(desk.coordinator)
    await desk.approve(item_id)
    assert (await desk.item(item_id)).state is ItemState.APPROVED
    assert desk.posts() == []
    desk.coordinator.add_bot_to(desk.channel, desk.world.bot, POST)
    await desk.settle()
    assert len(desk.posts()) == 1
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED


async def test_the_right_is_lost_while_the_post_is_on_its_way(desk: NewsDesk) -> None:
    """Telegram refuses, told at once with a retry; when the right is back it goes out by itself, once."""
    item_id = await desk.submit()
    desk.channel.members[desk.world.bot.id].rights.discard("can_post_messages")  # nobody tells the bot
    desk.world.app.tick._jobs = [job for job in desk.world.app.tick._jobs if job.name != "chats"]
    await desk.approve(item_id)
    assert (await desk.item(item_id)).state is ItemState.FAILED
    assert "Новость не вышла" in desk.seen(desk.coordinator)
    desk.coordinator.add_bot_to(desk.channel, desk.world.bot, ("can_manage_chat",))
    await desk.world.wait(minutes=1)
    desk.coordinator.add_bot_to(desk.channel, desk.world.bot, POST)
    await desk.settle()
    assert len(desk.posts()) == 1
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED


async def test_the_channel_is_changed_to_another(desk: NewsDesk) -> None:
    item_id = await desk.submit()
    desk.coordinator.remove_bot_from(desk.channel, desk.world.bot)
    await desk.settle()
    await desk.approve(item_id)
    other: Chat = desk.world.telegram.add_channel("Второй канал")
    desk.coordinator.join(other, "creator")
    desk.coordinator.add_bot_to(other, desk.world.bot, POST)
    await desk.settle()
    await desk.world.tap(desk.coordinator, "Подключить «Второй канал»")
    await desk.settle()
    assert desk.posts() == []
    assert len([post for post in other.messages.values() if post.kind == "text"]) == 1
    assert (await desk.item(item_id)).chat_id == other.id


async def test_what_failed_in_a_lost_channel_goes_out_in_the_next_one(desk: NewsDesk) -> None:
    """The bot is removed between the approval and the post, and nobody tells it; another channel takes its place."""
    item_id = await desk.submit()
    member = desk.channel.members[desk.world.bot.id]
    member.status = "kicked"
    desk.world.app.tick._jobs = [job for job in desk.world.app.tick._jobs if job.name != "chats"]
    await desk.approve(item_id)
    failed = await desk.item(item_id)
    assert failed.state is ItemState.FAILED
    assert "Forbidden" in (failed.error or "")
    assert "Новость не вышла" in desk.seen(desk.coordinator)
    member.status = "administrator"
    desk.coordinator.remove_bot_from(desk.channel, desk.world.bot)
    await desk.world.wait(minutes=1)
    other: Chat = desk.world.telegram.add_channel("Второй канал")
    desk.coordinator.join(other, "creator")
    desk.coordinator.add_bot_to(other, desk.world.bot, POST)
    await desk.settle()
    await desk.world.tap(desk.coordinator, "Подключить «Второй канал»")
    await desk.settle()
    assert len([post for post in other.messages.values() if post.kind == "text"]) == 1
    assert (await desk.item(item_id)).state is ItemState.PUBLISHED
    assert desk.posts() == []


CRASHES = ("none", "before", "after", "reset_before", "reset_after", "server_error", "too_many_requests")


class Crash(Exception):
    """The process dies here."""


async def interleave(desk: NewsDesk, number: int, dice: random.Random) -> str:
    """One random way to publish an album; gives what went wrong on it."""
    title, how = f"Новость {number}", dice.choice(CRASHES)
    item_id = await quick_item(desk, title)
    office = desk.world.app.delivery._office
    send = office.send

    async def dying(chat_id: int, message: Any) -> Any:
        if chat_id != desk.channel.id:
            return await send(chat_id, message)
        office.send = send
        if how == "before":
            raise Crash
        sent = await send(chat_id, message)
        if how == "after":
            raise Crash
        return sent

    office.send = dying
    if how in ("reset_before", "reset_after", "server_error", "too_many_requests"):
        fault = Fault(how, "sendMediaGroup", retry_after=30)  # type: ignore[arg-type]
        desk.world.telegram.faults._planned.append(fault)
    await approved_by_two(desk, item_id, doubled=dice.random() < 0.5)
    if dice.random() < 0.3:  # the process starts again
        async with desk.world.app.db.write() as tx:
            await postbox.release(tx, None)
    await desk.world.wait(minutes=3)
    await desk.settle()
    item = await desk.item(item_id)
    assert albums(desk, title) <= 1, how
    if item.doubtful:
        told = desk.seen(desk.coordinator)
        assert title in desk.world.transcript(desk.coordinator, 8), told
        actor = await desk.stage.actor(desk.coordinator)
        there = albums(desk, title) == 1
        publishing = desk.news.publishing
        await (publishing.confirm(actor, item_id) if there else publishing.try_again(actor, item_id))
        await desk.settle()
        item = await desk.item(item_id)
    office.send = send
    assert item.state is ItemState.PUBLISHED, (how, item.state, item.error)
    assert albums(desk, title) == 1, how
    return how


async def quick_item(desk: NewsDesk, title: str) -> int:
    """An album under review, written past the conversation."""

    author, writing = await desk.stage.actor(desk.author), desk.news.writing
    item = await writing.begin(author, None, title)
    await writing.set_title(author, item.id, title)
    await writing.set_text(author, item.id, "Текст")
    for number in range(2):
        stored = desk.world.telegram.files.add("photo", Upload("x.png", picture(number)))
        new = NewMedia(MediaKind.PHOTO, stored.file_id, f"{title}:{number}", "", 10, number)
        item = await writing.add_media(author, item.id, new)
    await writing.submit(author, item.id, item.revision)
    return item.id


@pytest.mark.parametrize(
    "count",
    [6, pytest.param(200, marks=[pytest.mark.slow, pytest.mark.timeout(600)])],
)
async def test_random_interleavings(desk: NewsDesk, count: int) -> None:
    dice = random.Random(count)
    seen = {await interleave(desk, number, dice) for number in range(count)}
    assert len(seen) > 2
