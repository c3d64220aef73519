"""Use cases of people: consent, profile, settings, the cluster's people and their roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Membership, Permission, Role
from cluster.directory import fold
from cluster.errors import NotFound
from cluster.people import (
    CONSENT_VERSION,
    NAME_LIMIT,
    POSITION_LIMIT,
    ConsentOutdated,
    HeldRole,
    LastCoordinator,
    Person,
    tidy,
)
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from services.people_notices import RoleEnded
from storage import audit, belonging, outbox, people, roles
from storage.belonging import ClusterChoice
from storage.database import Database
from storage.outbox import Recipient

ADMINISTRATOR = Membership(None, None, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class ConsentTerms:
    """What the consent text is about: its version and who answers for the data (empty: the installation's owner)."""

    version: str
    operators: Sequence[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """A person and the roles they hold now."""

    person: Person
    roles: Sequence[HeldRole]


@dataclass(frozen=True, slots=True)
class EndedRole:
    """A role after somebody ended it; `applied` is False when it had ended before."""

    role: HeldRole
    applied: bool


class PeopleService(Service):
    """What people do about themselves, and a coordinator about the people of the cluster.

    Args:
        admin_ids: Telegram ids that become administrators when they agree.
    """

    def __init__(self, db: Database, clock: Clock, admin_ids: frozenset[int] = frozenset()) -> None:
        self._db = db
        self._clock = clock
        self._admin_ids = admin_ids

    @use_case(Permission.PUBLIC)
    async def consent_terms(self, actor: Actor, cluster_id: int | None = None) -> ConsentTerms:
        """What somebody is asked to agree to.

        Args:
            cluster_id: the cluster they are invited to, if they are.
        """
        async with self._db.read() as connection:
            return ConsentTerms(CONSENT_VERSION, await belonging.operators(connection, cluster_id))

    @use_case(Permission.PUBLIC)
    async def agree(self, actor: Actor, version: str, locale: str, name: str, cluster_id: int | None = None) -> Actor:
        """The person agrees: from here on they are stored. Somebody named in the settings becomes administrator.

        Args:
            version: of the text that was on the screen.
            locale: `ru` or `en`.
            name: as Telegram calls them, until they introduce themselves.
            cluster_id: as in `consent_terms`.

        Returns:
            The actor as they are now; agreeing again changes nothing.

        Raises:
            ConsentOutdated: the text has changed since.
        """
        if version != CONSENT_VERSION:
            raise ConsentOutdated()
        now = self._clock.now()
        async with self._db.write() as tx:
            known = (await people.load_actor(tx, actor.telegram_id)).actor
            if known.consented:
                return known
            person_id = known.person_id
            if person_id is None:
                person_id = await people.add_person(tx, actor.telegram_id, name, locale)
            operators = await belonging.operators(tx, cluster_id)
            await people.record_consent(tx, person_id, version, "; ".join(operators) or None, now)
            await audit.add(tx, person_id, None, "consent_given", f"people:{person_id}", now)
            if actor.telegram_id in self._admin_ids:
                await roles.grant(tx, person_id, ADMINISTRATOR, None, now)
            return (await people.load_actor(tx, actor.telegram_id)).actor

    @use_case(Permission.CONSENTED)
    async def me(self, actor: Actor) -> Profile:
        """The person's own profile with all roles."""
        async with self._db.read() as connection:
            person = await people.person(connection, actor.me)
            if person is None:
                raise NotFound()
            return Profile(person, await roles.roles_of(connection, [person.id]))

    @use_case(Permission.CONSENTED)
    async def introduce(self, actor: Actor, name: str | None = None, position: str | None = None) -> Person:
        """Say how one is called in documents, and one's position; what is None stays.

        Raises:
            NameNeeded, TooLong: it cannot be used.
        """
        name = None if name is None else tidy(name, NAME_LIMIT)
        position = None if position is None else tidy(position, POSITION_LIMIT)
        async with self._db.write() as tx:
            person = await people.person(tx, actor.me)
            if person is None:
                raise NotFound()
            await people.rename_person(tx, person.id, name or person.name, position or person.position)
            changed = await people.person(tx, person.id)
            assert changed is not None
            return changed

    @use_case(Permission.CONSENTED)
    async def choose_language(self, actor: Actor, locale: str) -> None:
        """Read everything in another language from now on."""
        if locale not in ("ru", "en"):
            raise NotFound()
        async with self._db.write() as tx:
            await people.change_person(tx, actor.me, locale=locale, commands=None)

    @use_case(Permission.CONSENTED)
    async def choose_quiet_hours(self, actor: Actor, start: time, end: time) -> None:
        """Be left alone from `start` to `end` in the cluster's zone; equal ones mean never."""
        async with self._db.write() as tx:
            await people.change_person(tx, actor.me, quiet_from=start, quiet_until=end)

    @use_case(Permission.CONSENTED)
    async def choose_quiet_days(self, actor: Actor, days_off: bool) -> None:
        """Be left alone on non-working days, or not."""
        async with self._db.write() as tx:
            await people.change_person(tx, actor.me, quiet_days_off=days_off)

    @use_case(Permission.CONSENTED)
    async def clusters(self, actor: Actor) -> list[ClusterChoice]:
        """Clusters the person can work in: those with a role, for an administrator all."""
        async with self._db.read() as connection:
            every = await belonging.all_clusters(connection)
        if Role.ADMINISTRATOR in actor.roles:
            return every
        mine = {held.cluster_id for held in actor.memberships}
        return [cluster for cluster in every if cluster.id in mine]

    @use_case(Permission.CONSENTED)
    async def switch(self, actor: Actor, cluster_id: int) -> Actor:
        """Work in another cluster from now on.

        Raises:
            NotFound: the person has no role there.
        """
        if cluster_id not in {cluster.id for cluster in await self.clusters(actor)}:
            raise NotFound()
        async with self._db.write() as tx:
            await people.change_person(tx, actor.me, current_cluster_id=cluster_id, commands=None)
            return (await people.load_actor(tx, actor.telegram_id)).actor

    @use_case(Permission.PUBLIC)
    async def note_reachable(self, actor: Actor, reachable: bool) -> None:
        """The person blocked the bot, or let it write again."""
        async with self._db.write() as tx:
            await people.mark_blocked(tx, actor.telegram_id, None if reachable else self._clock.now())

    @use_case(Permission.PUBLIC)
    async def outdated_command_lists(self, actor: Actor) -> list[people.Known]:
        """People whose roles or language changed since Telegram was told which commands they have; a few at a time."""
        async with self._db.read() as connection:
            return await people.outdated_commands(connection)

    @use_case(Permission.PUBLIC)
    async def note_command_list(self, actor: Actor, shown: str) -> None:
        """Telegram shows this person the command list `shown` (a fingerprint)."""
        async with self._db.write() as tx:
            await people.change_person(tx, actor.me, commands=shown)

    @use_case(Permission.CREATE_CLUSTER)
    async def take_cluster(self, actor: Actor, cluster_id: int) -> Actor:
        """Become the coordinator of a cluster just created, and work there. Doing it twice is doing it once."""
        now = self._clock.now()
        async with self._db.write() as tx:
            if cluster_id not in {cluster.id for cluster in await belonging.all_clusters(tx)}:
                raise NotFound()
            held = Membership(cluster_id, None, Role.COORDINATOR)
            membership_id, applied = await roles.grant(tx, actor.me, held, actor.me, now)
            await people.change_person(tx, actor.me, current_cluster_id=cluster_id, commands=None)
            if applied:
                await audit.add(tx, actor.me, cluster_id, "role_granted", f"memberships:{membership_id}", now)
            return (await people.load_actor(tx, actor.telegram_id)).actor

    @use_case(Permission.MANAGE_PEOPLE)
    async def roster(self, actor: Actor, page: int = 0, words: str = "") -> Page[Profile]:
        """People of the current cluster by name, with their roles in it.

        Args:
            words: what the name or position must contain; case and «ё» do not matter.
        """
        async with self._db.read() as connection:
            found, total = await people.roster(connection, actor.here, words=fold(words), **window(page))
            held = await roles.roles_of(connection, [one.id for one in found], cluster_id=actor.here)
        profiles = [Profile(one, [role for role in held if role.person_id == one.id]) for one in found]
        return Page(profiles, page, total)

    @use_case(Permission.MANAGE_PEOPLE)
    async def profile(self, actor: Actor, person_id: int) -> Profile:
        """One person of the current cluster.

        Raises:
            NotFound: nobody of this cluster.
        """
        async with self._db.read() as connection:
            held = await roles.roles_of(connection, [person_id], cluster_id=actor.here)
            person = await people.person(connection, person_id) if held else None
        if person is None:
            raise NotFound()
        return Profile(person, held)

    @use_case(Permission.MANAGE_PEOPLE)
    async def role(self, actor: Actor, membership_id: int) -> HeldRole:
        """One role in the current cluster, ended or not.

        Raises:
            NotFound: there is none such here.
        """
        async with self._db.read() as connection:
            held = await roles.held_role(connection, membership_id)
        if held is None or held.membership.cluster_id != actor.here:
            raise NotFound()
        return held

    @use_case(Permission.MANAGE_PEOPLE)
    async def end_role(self, actor: Actor, membership_id: int) -> EndedRole:
        """End a role in the current cluster; the person is told.

        Raises:
            NotFound: there is none such here.
            LastCoordinator: nobody would be left to let others in.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            held = await roles.held_role(tx, membership_id)
            if held is None or held.membership.cluster_id != actor.here:
                raise NotFound()
            if held.until is not None:
                return EndedRole(held, applied=False)
            if held.membership.role is Role.COORDINATOR and await self._is_last(tx, held):
                raise LastCoordinator()
            await roles.end_role(tx, membership_id, now)
            await roles.settle_after_loss(tx, held.person_id)
            await audit.add(tx, actor.person_id, actor.here, "role_ended", f"memberships:{membership_id}", now)
            if held.person_id != actor.person_id:
                to = Recipient.person(held.person_id, actor.here)
                notice = RoleEnded(membership_id=membership_id)
                await outbox.add(tx, notice, to=to, at=now, key=f"role_ended:{membership_id}")
        return EndedRole(held, applied=True)

    async def _is_last(self, tx: AsyncConnection, held: HeldRole) -> bool:
        """Whether ending this role would leave the cluster without a coordinator."""
        coordinators = await roles.held_by(tx, held.membership.cluster_id, Role.COORDINATOR)
        return all(membership_id == held.membership_id for membership_id, _ in coordinators)
