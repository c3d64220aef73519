"""Use cases of personal data: see it, take it along, withdraw the consent (152-ФЗ)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.errors import NotFound
from cluster.people import Person, code_of
from services.access_requests import deciders_of
from services.base import Service, use_case
from services.clock import Clock
from services.people_notices import ConsentWithdrawn
from storage import access_requests, audit, departure, invitations, outbox, people, roles
from storage.database import Database
from storage.outbox import Letter, Recipient


class Keeper(Protocol):
    """A feature that keeps something about people; it registers here to hand it out and to let go of it."""

    name: str
    """Stable name of its part of the file a person downloads."""

    async def export(self, connection: AsyncConnection, person_id: int) -> Any:
        """Everything kept about the person, as plain data (JSON)."""
        ...

    async def erase(self, tx: AsyncConnection, person_id: int, code: str, at: datetime) -> None:
        """Erase what is personal, or put `code` in its place."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored about a person, in short."""

    person: Person
    roles: int
    requests: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The act of a withdrawal."""

    code: str
    at: datetime


class PrivacyService(Service):
    """A person's rights to their own data. Public, because they hold under an outdated consent as well;
    for somebody nothing is stored about, the answer is `ConsentRequired`.

    Args:
        keepers: features that keep more about people than these tables.
    """

    def __init__(self, db: Database, clock: Clock, keepers: Sequence[Keeper] = ()) -> None:
        self._db = db
        self._clock = clock
        self._keepers = keepers

    @use_case(Permission.PUBLIC)
    async def kept(self, actor: Actor) -> Kept:
        """What is stored about the person, in short."""
        async with self._db.read() as connection:
            person = await _mine(connection, actor)
            held = await roles.roles_of(connection, [person.id])
            asked = await access_requests.of_person(connection, person.id)
        return Kept(person, len(held), len(asked))

    @use_case(Permission.PUBLIC)
    async def export(self, actor: Actor) -> dict[str, Any]:
        """Everything stored about the person, as plain data (JSON)."""
        async with self._db.read() as connection:
            person = await _mine(connection, actor)
            data: dict[str, Any] = {
                "person": _person(person),
                "consents": [
                    {"version": version, "given_at": _iso(given), "withdrawn_at": _iso(withdrawn)}
                    for version, given, withdrawn in await people.consent_acts(connection, person.id)
                ],
                "roles": [
                    {
                        "role": held.membership.role.value,
                        "cluster": held.cluster_name,
                        "organisation": held.organisation_name,
                        "since": _iso(held.since),
                        "until": _iso(held.until),
                    }
                    for held in await roles.history_of(connection, person.id)
                ],
                "invitations_used": [_iso(at) for at in await invitations.used_by(connection, person.id)],
                "access_requests": [
                    {
                        "cluster": asked.cluster_name,
                        "role": asked.role.value,
                        "organisation": asked.organisation,
                        "message": asked.message,
                        "state": asked.state.value,
                        "created_at": _iso(asked.created_at),
                        "reason": asked.reason,
                    }
                    for asked in await access_requests.of_person(connection, person.id)
                ],
            }
            for keeper in self._keepers:
                data[keeper.name] = await keeper.export(connection, person.id)
        return data

    @use_case(Permission.PUBLIC)
    async def withdraw(self, actor: Actor) -> Withdrawal:
        """Withdraw the consent: messages stop, roles end, what is personal is erased; coordinators get the act.

        In one transaction, so that nothing is left half erased. Doing it twice finds nobody.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            person = await _mine(tx, actor)
            code = code_of(person.id)
            held = await roles.roles_of(tx, [person.id])
            await roles.end_all_roles(tx, person.id, now)
            await outbox.forget_person(tx, person.id)
            for keeper in self._keepers:
                await keeper.erase(tx, person.id, code, now)
            await departure.erase_person(tx, person.id, now)
            await departure.erase_traces(tx, person.id, actor.telegram_id)
            await audit.add(tx, person.id, None, "consent_withdrawn", f"people:{person.id}", now)
            was_coordinator = {h.membership.cluster_id for h in held if h.membership.role is Role.COORDINATOR}
            for cluster_id in sorted({h.membership.cluster_id or 0 for h in held} - {0}):
                left = await roles.holders(tx, cluster_id, Role.COORDINATOR)
                notice = ConsentWithdrawn(
                    person_id=person.id,
                    cluster_id=cluster_id,
                    last_coordinator=cluster_id in was_coordinator and not left,
                )
                letters = [
                    Letter(notice, Recipient.person(one, cluster_id), now, f"withdrawn:{person.id}:{cluster_id}:{one}")
                    for one in await deciders_of(tx, cluster_id)
                ]
                await outbox.add_many(tx, letters)
        return Withdrawal(code, now)


async def _mine(connection: AsyncConnection, actor: Actor) -> Person:
    person = await people.person(connection, actor.me)
    if person is None or person.telegram_id != actor.telegram_id:
        raise NotFound()
    return person


def _person(person: Person) -> dict[str, Any]:
    return {
        "telegram_id": person.telegram_id,
        "name": person.name,
        "position": person.position,
        "language": person.locale,
        "quiet_from": person.quiet.start.isoformat("minutes"),
        "quiet_until": person.quiet.end.isoformat("minutes"),
        "quiet_on_days_off": person.quiet.days_off,
        "blocked_at": _iso(person.blocked_at),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
