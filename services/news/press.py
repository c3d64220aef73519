"""Who writes for an organisation: the person reminded first, and whether its items skip the review."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from services.base import Service, use_case
from services.news.desk import Desk
from services.news.notices import PressNamed
from services.paging import Page, window
from storage import audit, news_press, outbox
from storage.news_press import Press
from storage.outbox import Recipient


@dataclass(frozen=True, slots=True)
class PressCard:
    """An organisation with its representatives (id, name; who is reminded first comes first)."""

    press: Press
    people: Sequence[tuple[int, str]]


class PressService(Service):
    """Use cases about who writes; a college decides for itself, a coordinator for everybody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._db = desk.db

    @use_case(Permission.WRITE_NEWS)
    async def colleges(self, actor: Actor, number: int = 0) -> Page[Press]:
        """A page of colleges with who is reminded first; a college's own only."""
        mine = None if actor.can(Permission.MODERATE_NEWS) else sorted(actor.organisations(Role.COLLEGE))
        async with self._db.read() as connection:
            found, total = await news_press.colleges(connection, actor.here, mine, **window(number))
        return Page(found, max(0, number), total)

    @use_case(Permission.WRITE_NEWS)
    async def college(self, actor: Actor, organisation_id: int) -> PressCard:
        """One college.

        Raises:
            NotFound: it is none of those the person decides for.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, organisation_id)

    @use_case(Permission.WRITE_NEWS)
    async def name(self, actor: Actor, organisation_id: int, person_id: int) -> PressCard:
        """Name who is reminded first; naming the same person twice changes nothing. They are told.

        Raises:
            NotFound: the person does not speak for the college.
        """
        now = self._desk.clock.now()
        async with self._db.write() as tx:
            card = await self._card(tx, actor, organisation_id)
            if person_id not in dict(card.people):
                raise NotFound()
            if card.press.responsible_id != person_id:
                await news_press.set_organisation(tx, organisation_id, responsible_id=person_id)
                await self._note(tx, actor, "news_press_named", organisation_id)
                if person_id != actor.me:
                    notice = PressNamed(organisation_id=organisation_id, person_id=person_id)
                    key = f"news:press:{organisation_id}:{person_id}:{int(now.timestamp())}"
                    await outbox.add(tx, notice, to=Recipient.person(person_id, actor.here), at=now, key=key)
            return await self._card(tx, actor, organisation_id)

    @use_case(Permission.MODERATE_NEWS)
    async def trust(self, actor: Actor, organisation_id: int, *, trusted: bool) -> PressCard:
        """Whether the college's items skip the review from now on."""
        async with self._db.write() as tx:
            card = await self._card(tx, actor, organisation_id)
            if card.press.trusted != trusted:
                await news_press.set_organisation(tx, organisation_id, trusted=trusted)
                await self._note(tx, actor, "news_trust_changed", organisation_id)
            return await self._card(tx, actor, organisation_id)

    async def _card(self, connection: AsyncConnection, actor: Actor, organisation_id: int) -> PressCard:
        allowed = actor.can(Permission.MODERATE_NEWS) or organisation_id in actor.organisations(Role.COLLEGE)
        found = await news_press.college(connection, actor.here, organisation_id) if allowed else None
        if found is None:
            raise NotFound()
        return PressCard(found, await news_press.people_of(connection, organisation_id))

    async def _note(self, tx: AsyncConnection, actor: Actor, action: str, organisation_id: int) -> None:
        subject = f"organisations:{organisation_id}"
        await audit.add(tx, actor.me, actor.here, action, subject, self._desk.clock.now())
