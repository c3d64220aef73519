"""What the news desk asks of SQLite and PostgreSQL: its queries, and two coordinators at the same instant."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from cluster.access import Actor, Role
from cluster.chats import ChatPurpose, SeenChat, Standing
from cluster.news.clock import NewsRule
from cluster.news.model import Item, Obligation
from cluster.news.outlets import read_link, read_links
from cluster.news.post import MediaKind
from cluster.news.states import ChangeKind, ChangeState, ItemState, ObligationState, RejectionReason, Stage
from services.calendars import Calendars
from services.chats import ChatService
from services.news import NewMedia, News, news_of
from services.news.clock import remind
from services.news.publishing import publish_due, settle, tell_late_reviews
from services.news.sources import follow_meetings
from storage import deadlines, news_events, postbox
from storage.schema.outbox import outbox
from tests.databases import database_url, db, migrated_file, migrated_postgres
from tests.directory.conftest import Directory, directory

__all__ = ["database_url", "db", "directory", "migrated_file", "migrated_postgres"]

CHANNEL = -1001234567890


@dataclass
class Bureau:
    """The use cases of news with a connected channel, two who moderate and an author."""

    directory: Directory
    news: News
    calendars: Calendars
    coordinators: list[Actor]
    author: Actor
    college: int

    async def submit(self, title: str) -> Item:
        """An item with two photos and links, handed in."""
        writing = self.news.writing
        item = await writing.begin(self.author, None, title)
        await writing.set_title(self.author, item.id, title)
        await writing.set_text(self.author, item.id, "Текст")
        for number in range(2):
            new = NewMedia(MediaKind.PHOTO, "file", f"{title}:{number}", "", 10, number)
            await writing.add_media(self.author, item.id, new)
        item = await writing.set_links(self.author, item.id, read_links("https://vk.com/wall-1_2 газета «Диалог»"))
        return await writing.submit(self.author, item.id, item.revision)

    async def approve(self, item: Item) -> None:
        """Everybody who moderates, twice, at the same instant."""
        acts = [self.news.moderation.approve(who, item.id, item.revision) for who in self.coordinators * 2]
        await asyncio.gather(*acts, return_exceptions=True)

    async def letters(self, item: Item) -> list[int]:
        """Letters to the channel that carry the item."""
        await publish_due(self.directory.db, self.directory.clock.now())
        query = select(outbox.c.id).where(outbox.c.kind == "news.post", outbox.c.key.like(f"news:post:{item.id}:%"))
        async with self.directory.db.read() as connection:
            return list(await connection.scalars(query.order_by(outbox.c.id)))

    async def arrives(self, letter: int) -> None:
        """Telegram took it."""
        async with self.directory.db.write() as tx:
            await postbox.sent(tx, [letter], [41, 42], self.directory.clock.now())
        await settle(self.directory.db, self.directory.clock.now())

    async def state(self, item: Item) -> ItemState:
        """As it is stored."""
        return (await self.news.writing.item(self.author, item.id)).state

    async def owed(self, event_id: int) -> Obligation:
        """What the college owes."""
        async with self.directory.db.read() as connection:
            found = await news_events.obligation_of(connection, event_id, self.college)
        assert found is not None
        return found


@pytest.fixture
async def bureau(directory: Directory) -> Bureau:
    created, coordinator = await directory.builtin()
    here = created.cluster.id
    calendars = Calendars(directory.db)
    news = news_of(directory.db, directory.clock, calendars)
    college = (await news.events.organisations(coordinator))[0].id
    deputy = await directory.actor(31, here, Role.COORDINATOR)
    author = await directory.actor(32, here, Role.COLLEGE, organisation_id=college)
    standing = Standing(present=True, can_post=True, can_edit=True, can_delete=True)
    seen = SeenChat(CHANNEL, ChatPurpose.CHANNEL, "Новости", "klaster", standing)
    await ChatService(directory.db, directory.clock).seen(coordinator, seen)
    return Bureau(directory, news, calendars, [coordinator, deputy], author, college)


async def test_one_letter_whoever_approves(bureau: Bureau) -> None:
    item = await bureau.submit("Одна новость")
    await bureau.approve(item)
    first = await bureau.letters(item)
    assert len(first) == 1
    assert await bureau.letters(item) == first, "publishing again finds nothing to do"
    await bureau.arrives(first[0])
    out = await bureau.news.writing.item(bureau.author, item.id)
    assert (out.state, out.message_ids, out.chat_id) == (ItemState.PUBLISHED, (41, 42), CHANNEL)


async def test_uncertain_failed_corrected_retracted(bureau: Bureau) -> None:
    coordinator, publishing, database = bureau.coordinators[0], bureau.news.publishing, bureau.directory.db
    now = bureau.directory.clock.now()
    item = await bureau.submit("Кто знает")
    await bureau.approve(item)
    (letter,) = await bureau.letters(item)
    async with database.write() as tx:
        await postbox.uncertain(tx, [letter], "connection lost")
    await settle(database, now)
    assert (await bureau.news.writing.item(bureau.author, item.id)).doubtful
    assert (await publishing.try_again(coordinator, item.id)).doubtful is False
    async with database.write() as tx:
        await postbox.dead(tx, [letter], "Forbidden: no right")
    await settle(database, now)
    assert await bureau.state(item) is ItemState.FAILED
    await publishing.try_again(coordinator, item.id)
    again = (await bureau.letters(item))[-1]
    assert again != letter
    await bureau.arrives(again)
    assert await bureau.state(item) is ItemState.PUBLISHED

    change = await publishing.propose(bureau.author, item.id, ChangeKind.CORRECTION, "Опечатка", title="Верно")
    assert [one.id for one in await publishing.proposals(coordinator)] == [change.id]
    assert (await publishing.decide(coordinator, change.id, approved=True)).state is ChangeState.APPROVED
    async with database.read() as connection:
        key = f"news:change:{change.id}:1"
        carried = await connection.scalar(select(outbox.c.id).where(outbox.c.key == key))
    assert carried is not None
    await bureau.arrives(carried)
    assert (await bureau.news.writing.item(bureau.author, item.id)).content.title == "Верно"


async def test_from_an_event_to_the_reports(bureau: Bureau) -> None:
    coordinator, news, clock = bureau.coordinators[0], bureau.news, bureau.directory.clock
    database, college = bureau.directory.db, [bureau.college]
    day = (date(2022, 6, 22), date(2022, 6, 22))
    card = await news.events.register(
        coordinator, "Экскурсия", day, place="Томск", organisation_ids=college, draft_key="event"
    )
    await news.press.name(coordinator, bureau.college, bureau.author.me)
    assert (await news.press.colleges(coordinator)).items[0].responsible_id == bureau.author.me
    clock.move_to(datetime(2022, 6, 22, 11, 0, tzinfo=UTC))
    assert await remind(database, bureau.calendars, clock.now()) == 1
    owed = await bureau.owed(card.event.id)
    assert owed.stage is Stage.OVER
    item = await news.writing.begin(bureau.author, owed.id, "owed")
    item = await news.writing.set_text(bureau.author, item.id, "Текст")
    item = await news.writing.submit(bureau.author, item.id, item.revision)
    clock.move_to(datetime(2022, 6, 24, 3, 0, tzinfo=UTC))
    assert await tell_late_reviews(database, clock.now()) == 1
    assert (await news.moderation.queue(coordinator)).total == 1
    await news.moderation.write_note(coordinator, item.id, "Проверить число")
    await news.moderation.ask_for_changes(coordinator, item.id, "Сколько было студентов?")
    assert (await bureau.owed(card.event.id)).state is ObligationState.OPEN
    assert await news.events.follow_calendar(coordinator) == []
    assert len(await news.events.set_rule(coordinator, NewsRule(date(2022, 1, 1), 5))) == 1
    item = await news.writing.item(bureau.author, item.id)
    item = await news.writing.submit(bureau.author, item.id, item.revision)
    await news.moderation.reject(coordinator, item.id, RejectionReason.OTHER, "Не о кластере")
    await news.events.published_elsewhere(bureau.author, owed.id, read_link("https://vk.com/wall-1_2"))
    found = await news.reports.compliance(coordinator, *day)
    assert [(row.on_time, row.late) for row in found.rows if row.organisation_id == bureau.college] == [(1, 0)]
    assert len((await news.reports.media_plan(coordinator, day[0], date(2022, 6, 30))).rows) == 1
    assert (await news.writing.desktop(coordinator)).waiting == 0
    for page in (await news.sources.plan_lines(coordinator), await news.sources.meetings(coordinator)):
        assert page.total == 0
    assert await follow_meetings(database, bureau.calendars, clock.now()) == 0
    async with database.read() as connection:
        assert (await deadlines.reaches(connection))[0].news is None, "nothing is open any more"
