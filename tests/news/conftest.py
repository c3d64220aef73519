"""The news desk on stage: the built-in cluster with its channel, a college's press officer and two coordinators."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from cluster.access import Role
from cluster.news.model import Item, Obligation
from sandbox.acts import Attachment
from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.people import Person
from services.news import News
from storage import news, news_events
from tests.stage import Stage

POST = ("can_manage_chat", "can_post_messages", "can_edit_messages", "can_delete_messages")
TITLE = "Экскурсия студентов на ТЭТЗ"
TEXT = "Студенты второго курса побывали в цехе мехобработки."
TOMORROW = date(2022, 6, 22)


def picture(number: int) -> bytes:
    """A photo unlike the others."""
    buffer = BytesIO()
    Image.new("RGB", (64, 48), (number % 256, 80, 120)).save(buffer, "PNG")
    return buffer.getvalue()


@dataclass
class NewsDesk:
    """The stage with the channel `channel` and a second coordinator."""

    stage: Stage
    channel: Chat
    deputy: Person

    @property
    def world(self) -> Any:
        """The running bot."""
        return self.stage.world

    @property
    def news(self) -> News:
        """The use cases."""
        return self.stage.world.app.services.news

    @property
    def author(self) -> Person:
        """The college's press officer."""
        return self.stage.college

    @property
    def coordinator(self) -> Person:
        """Who moderates."""
        return self.stage.coordinator

    def seen(self, person: Person) -> str:
        """The bot's last message to the person."""
        return self.stage.seen(person)

    def posts(self) -> list[Message]:
        """What is in the channel."""
        return [one for one in self.channel.messages.values() if one.kind != "service"]

    async def settle(self) -> None:
        """Until the posts' fate is noted and told, too."""
        for _ in range(3):
            await self.world.settle()

    async def write(self, title: str = TITLE, text: str = TEXT, *, photos: int = 0) -> int:
        """The author composes an item about no event, up to the last look; gives its id."""
        world, author = self.world, self.author
        await world.say(author, "/news")
        await world.tap(author, "Написать новость")
        await world.tap(author, "Без события")
        await world.say(author, title)
        await world.say(author, text)
        if photos > 1:
            await author.send_album(world.bot, [Attachment("photo", picture(n)) for n in range(photos)])
            await world.settle()
            await world.wait(seconds=3)
        elif photos:
            await author.send_photo(world.bot, picture(0))
            await world.settle()
        await world.tap(author, "Дальше" if photos else "Пропустить")
        await world.tap(author, "Пропустить")
        return (await self.last()).id

    async def submit(self, title: str = TITLE, text: str = TEXT, *, photos: int = 0) -> int:
        """The author composes and hands in; gives the item's id."""
        item_id = await self.write(title, text, photos=photos)
        await self.world.tap(self.author, "Отправить")
        await self.settle()
        return item_id

    async def approve(self, item_id: int) -> None:
        """The coordinator lets it go to the channel."""
        actor = await self.stage.actor(self.coordinator)
        item = await self.item(item_id)
        await self.news.moderation.approve(actor, item_id, item.revision)
        await self.settle()

    async def item(self, item_id: int) -> Item:
        """An item as it is stored."""
        async with self.world.app.db.read() as connection:
            found = await news.item(connection, item_id)
        assert found is not None
        return found

    async def last(self) -> Item:
        """The item that was begun last."""
        async with self.world.app.db.read() as connection:
            number = (await connection.exec_driver_sql("SELECT max(id) FROM news_items")).scalar_one()
        return await self.item(int(number))

    async def event(self, first: date = TOMORROW, last: date | None = None, title: str = TITLE) -> int:
        """An event the author's college owes news about; gives its id."""
        actor = await self.stage.actor(self.coordinator)
        card = await self.news.events.register(
            actor,
            title,
            (first, last or first),
            place="Томск",
            organisation_ids=[self.stage.colleges[0][0]],
            draft_key=f"test:{title}:{first}",
        )
        await self.world.settle()
        return card.event.id

    async def owed(self, event_id: int) -> Obligation:
        """What the author's college owes about an event."""
        async with self.world.app.db.read() as connection:
            found = await news_events.obligation_of(connection, event_id, self.stage.colleges[0][0])
        assert found is not None
        return found

    async def to(self, local: datetime) -> None:
        """Move the clock to a moment and let the bot do what became due."""
        self.world.clock.move_to(local)
        await self.settle()


@pytest.fixture
async def desk(stage: Stage) -> AsyncIterator[NewsDesk]:
    """The built-in cluster with its channel."""
    deputy = await stage.add("Вера Заместитель", Role.COORDINATOR)
    channel = stage.world.telegram.add_channel("Новости кластера", username="klaster")
    stage.coordinator.join(channel, "creator")
    stage.coordinator.add_bot_to(channel, stage.world.bot, POST)
    await stage.world.settle()
    yield NewsDesk(stage, channel, deputy)
