"""What the use cases of news share: finding an item for somebody, telling people, the cluster's time."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.calendar import WorkingCalendar, local_day
from cluster.errors import NotFound
from cluster.news.clock import NewsRule, rule_for
from cluster.news.model import Item
from cluster.news.states import ItemState
from cluster.notice import Notice
from services.calendars import Calendars
from services.clock import Clock
from storage import audit, news, news_events, outbox, roles
from storage.database import Database
from storage.outbox import Letter, Recipient


@dataclass(frozen=True, slots=True)
class Desk:
    """Database, clock and calendars of the news desk."""

    db: Database
    clock: Clock
    calendars: Calendars

    def calendar(self, actor: Actor) -> WorkingCalendar:
        """Working days of the person's cluster."""
        return self.calendars(actor.here)

    def zone(self, actor: Actor) -> ZoneInfo:
        """The cluster's zone."""
        return ZoneInfo(actor.zone)

    def today(self, actor: Actor) -> date:
        """The date people in the cluster have now."""
        return local_day(self.clock.now(), self.zone(actor))

    async def item(self, connection: AsyncConnection, actor: Actor, item_id: int) -> Item:
        """An item this person may see: their own or their organisation's; coordinators see all that were submitted.

        Raises:
            NotFound: there is none such for them.
        """
        found = await news.item(connection, item_id, actor.here)
        if found is None or not self.may_see(actor, found):
            raise NotFound()
        return found

    def may_see(self, actor: Actor, item: Item) -> bool:
        """Whether the item is this person's to look at."""
        if self.is_writer(actor, item):
            return True
        private = (ItemState.DRAFT, ItemState.DISCARDED)
        return actor.can(Permission.MODERATE_NEWS) and item.state not in private

    def is_writer(self, actor: Actor, item: Item) -> bool:
        """Whether this person writes it: the author, or somebody of the same college."""
        return item.author_id == actor.person_id or item.organisation_id in actor.organisations(Role.COLLEGE)

    async def rule(self, connection: AsyncConnection, item: Item, actor: Actor) -> NewsRule:
        """The rule that holds for the item's event, or today."""
        day = self.today(actor)
        if item.event_id is not None:
            event = await news_events.event(connection, item.event_id)
            day = event.last_day if event else day
        return rule_for(day, await news_events.rules(connection, item.cluster_id))

    async def log_act(
        self, tx: AsyncConnection, actor: Actor, action: str, item: Item, **details: audit.Detail
    ) -> None:
        """Write an act on an item into the log."""
        await audit.add(tx, actor.me, item.cluster_id, action, f"news_items:{item.id}", self.clock.now(), details)


async def tell_coordinators(
    tx: AsyncConnection, cluster_id: int, notice: Notice, at: datetime, key: str, *, besides: int | None = None
) -> None:
    """Write to everybody who runs the cluster; the same `key` twice is told once."""
    people = [one for one in await roles.holders(tx, cluster_id, Role.COORDINATOR) if one != besides]
    await outbox.add_many(tx, [Letter(notice, Recipient.person(one, cluster_id), at, f"{key}:{one}") for one in people])


async def tell(tx: AsyncConnection, person_id: int, cluster_id: int, notice: Notice, *, at: datetime, key: str) -> None:
    """Write to one person; the same `key` twice is told once."""
    await outbox.add(tx, notice, to=Recipient.person(person_id, cluster_id), at=at, key=key)
