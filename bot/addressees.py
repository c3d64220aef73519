"""Who recipients of letters are, for delivery."""

from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.quiet import next_allowed
from scheduler.ports import Address
from services.calendars import Calendars
from storage import addressees, people
from storage.database import Database
from storage.outbox import Recipient


class StoredAddressees:
    """Looks recipients up in the database; quiet hours by the person's settings and the cluster's calendar."""

    def __init__(self, db: Database, calendars: Calendars, *, zone: str, locale: str) -> None:
        self._db = db
        self._calendars = calendars
        self._zone = zone
        self._locale = locale

    async def find(self, recipients: Collection[Recipient], now: datetime) -> Mapping[Recipient, Address]:
        """See `scheduler.ports.Addressees`."""
        async with self._db.read() as connection:
            persons = await addressees.addressees(connection, {to.person_id for to in recipients if to.person_id})
            zones = await addressees.cluster_zones(connection, {to.cluster_id for to in recipients if to.cluster_id})
        found = {}
        for to in recipients:
            zone, locale = zones.get(to.cluster_id or 0, (self._zone, self._locale))
            if to.chat_id is not None:
                found[to] = Address(to, to.chat_id, now, locale, zone)
            elif person := persons.get(to.person_id or 0):
                calendar = self._calendars(to.cluster_id or person.cluster_id)
                zone = zone if to.cluster_id else person.zone or zone
                calm = next_allowed(now, person.quiet, calendar, ZoneInfo(zone))
                found[to] = Address(to, person.telegram_id, calm, person.locale, zone, person.blocked)
        return found

    async def stand_in(self, tx: AsyncConnection, to: Recipient, now: datetime) -> Recipient | None:
        """See `scheduler.ports.Addressees`."""
        if to.person_id is None:
            return None
        person = (await addressees.addressees(tx, {to.person_id})).get(to.person_id)
        if person is not None and not person.blocked:
            await people.mark_blocked(tx, person.telegram_id, now)
        instead = await addressees.stand_in(tx, to.person_id, to.cluster_id)
        return Recipient.person(instead, to.cluster_id) if instead else None
