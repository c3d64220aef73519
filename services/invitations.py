"""Use cases of invitation links: make, list, revoke, look at, come by."""

import secrets
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Membership, Permission, Role
from cluster.errors import Forbidden, NotFound
from cluster.invitations import (
    GUESS_MINUTES,
    GUESSES,
    MOST_DAYS,
    MOST_USES,
    InvalidTerms,
    Invitation,
    InvitationSpent,
    InvitationUnknown,
    InvitationUsedUp,
    TooManyGuesses,
    payload_of,
    token_hash,
)
from cluster.people import GRANTABLE, OrganisationNeeded, OrganisationUnfit, fits, needs_organisation
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from services.people_notices import InvitationUsed
from storage import audit, belonging, invitations, outbox, people, roles
from storage.belonging import OrganisationChoice
from storage.database import Database
from storage.invitations import InvitationUse
from storage.outbox import Recipient

TOKEN_BYTES = 18
"""144 bits: 24 characters of base64url, which fit a deep link and, with the rest, a button's 64 bytes."""

_TOLD_APART = 10_000


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """A link just made. `token` is None when the form was sent twice and the link is in use: it was shown before."""

    invitation: Invitation
    token: str | None

    @property
    def payload(self) -> str | None:
        """What stands behind `?start=` in the link."""
        return payload_of(self.token) if self.token else None


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """A link and who came by it, the latest first."""

    invitation: Invitation
    uses: Sequence[InvitationUse]
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody came by a link; `already` when they had the role before, and then the link is not used up."""

    invitation: Invitation
    already: bool
    actor: Actor


class InvitationService(Service):
    """Invitation links of the current cluster. The token is shown once and stored as a hash only."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._guesses = Guesses(clock)

    @use_case(Permission.MANAGE_PEOPLE)
    async def organisations(self, actor: Actor, role: Role) -> list[OrganisationChoice]:
        """Organisations of the current cluster whose people can have this role."""
        async with self._db.read() as connection:
            found = await belonging.members(connection, actor.here)
        return [organisation for organisation in found if fits(role, organisation.kind)]

    @use_case(Permission.MANAGE_PEOPLE)
    async def fillable_roles(self, actor: Actor) -> list[Role]:
        """Roles that can be given in the current cluster: a role that needs an organisation needs one that fits."""
        async with self._db.read() as connection:
            kinds = {organisation.kind for organisation in await belonging.members(connection, actor.here)}
        return [role for role in GRANTABLE if not needs_organisation(role) or any(fits(role, kind) for kind in kinds)]

    @use_case(Permission.MANAGE_PEOPLE)
    async def create(
        self,
        actor: Actor,
        role: Role,
        organisation_id: int | None,
        *,
        max_uses: int,
        days: int,
        draft_key: str | None = None,
    ) -> NewInvitation:
        """Make a link to the current cluster.

        Args:
            max_uses: how many people can come by it, 1 to 100.
            days: how long it is good, 1 to 90.
            draft_key: of the form; sent twice, it is one link, whose token is the last one shown.

        Raises:
            InvalidTerms, OrganisationNeeded, OrganisationUnfit, NotFound: such an invitation cannot be made.
        """
        if not (1 <= max_uses <= MOST_USES and 1 <= days <= MOST_DAYS):
            raise InvalidTerms()
        now, token = self._clock.now(), secrets.token_urlsafe(TOKEN_BYTES)
        async with self._db.write() as tx:
            await require_organisation(tx, actor.here, role, organisation_id)
            known = await invitations.by_draft(tx, draft_key) if draft_key else None
            if known is not None:
                fresh = await invitations.replace_token(tx, known.id, token_hash(token))
                return NewInvitation(known, token if fresh else None)
            invitation_id = await invitations.add(
                tx,
                token_hash=token_hash(token),
                cluster_id=actor.here,
                organisation_id=organisation_id,
                role=role,
                max_uses=max_uses,
                expires_at=now + timedelta(days=days),
                created_by=actor.person_id,
                created_at=now,
                draft_key=draft_key,
            )
            await audit.add(tx, actor.person_id, actor.here, "invitation_made", f"invitations:{invitation_id}", now)
            made = await invitations.by_id(tx, actor.here, invitation_id)
        assert made is not None
        return NewInvitation(made, token)

    @use_case(Permission.MANAGE_PEOPLE)
    async def page(self, actor: Actor, number: int = 0) -> Page[Invitation]:
        """Links of the current cluster, newest first."""
        async with self._db.read() as connection:
            found, total = await invitations.page(connection, actor.here, **window(number))
        return Page(found, number, total)

    @use_case(Permission.MANAGE_PEOPLE)
    async def card(self, actor: Actor, invitation_id: int) -> InvitationCard:
        """One link of the current cluster.

        Raises:
            NotFound: there is none such here.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor.here, invitation_id)

    @use_case(Permission.MANAGE_PEOPLE)
    async def revoke(self, actor: Actor, invitation_id: int) -> InvitationCard:
        """Take a link back; roles already given stay. Twice: `applied` is False.

        Raises:
            NotFound: there is none such here.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            await self._card(tx, actor.here, invitation_id)
            applied = await invitations.revoke(tx, invitation_id, now)
            if applied:
                subject = f"invitations:{invitation_id}"
                await audit.add(tx, actor.person_id, actor.here, "invitation_revoked", subject, now)
            return await self._card(tx, actor.here, invitation_id, applied=applied)

    @use_case(Permission.PUBLIC)
    async def look(self, actor: Actor, token: str) -> Invitation:
        """What a link offers, before anything is agreed to or used.

        Raises:
            InvitationUnknown, InvitationExpired, InvitationRevoked, InvitationUsedUp: it offers nothing.
            TooManyGuesses: too many unknown links from this person lately.
        """
        self._guesses.require_patience(actor.telegram_id)
        async with self._db.read() as connection:
            found = await invitations.by_hash(connection, token_hash(token))
            if found is None:
                self._guesses.note(actor.telegram_id)
                raise InvitationUnknown()
            if actor.person_id is None or not await _has_role(connection, actor.person_id, found):
                found.require_open(self._clock.now())
        return found

    @use_case(Permission.CONSENTED)
    async def accept(self, actor: Actor, token: str) -> Welcome:
        """Come by a link: one use for one person, decided in the database.

        Raises:
            InvitationUnknown, InvitationExpired, InvitationRevoked, InvitationUsedUp, InvitationSpent: no role by it.
            TooManyGuesses: too many unknown links from this person lately.
        """
        self._guesses.require_patience(actor.telegram_id)
        now = self._clock.now()
        async with self._db.write() as tx:
            found = await invitations.by_hash(tx, token_hash(token))
            if found is None:
                self._guesses.note(actor.telegram_id)
                raise InvitationUnknown()
            already = await _has_role(tx, actor.me, found)
            if not already:
                await self._come_by(tx, actor, found, now)
            known = await people.load_actor(tx, actor.telegram_id)
        return Welcome(found, already, known.actor)

    async def _come_by(self, tx: AsyncConnection, actor: Actor, found: Invitation, now: datetime) -> None:
        if await invitations.was_used_by(tx, found.id, actor.me):
            raise InvitationSpent()
        if not await invitations.take_use(tx, found.id, now):
            found.require_open(now)
            raise InvitationUsedUp()
        await invitations.record_use(tx, found.id, actor.me, now)
        membership_id, _ = await roles.grant(tx, actor.me, _offered(found), found.created_by, now)
        await people.change_person(tx, actor.me, current_cluster_id=found.cluster_id)
        subject, details = f"memberships:{membership_id}", {"invitation": found.id}
        await audit.add(tx, actor.me, found.cluster_id, "invitation_used", subject, now, details)
        if found.created_by is not None and found.created_by != actor.me:
            notice = InvitationUsed(invitation_id=found.id, cluster_id=found.cluster_id, person_id=actor.me)
            to = Recipient.person(found.created_by, found.cluster_id)
            await outbox.add(tx, notice, to=to, at=now, key=f"invitation_used:{found.id}:{actor.me}")

    async def _card(
        self, connection: AsyncConnection, cluster_id: int, invitation_id: int, *, applied: bool = True
    ) -> InvitationCard:
        found = await invitations.by_id(connection, cluster_id, invitation_id)
        if found is None:
            raise NotFound()
        return InvitationCard(found, await invitations.uses(connection, invitation_id), applied)


class Guesses:
    """Wrong links of late, by Telegram id. In this process's memory only: somebody unknown leaves no trace on disk."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: OrderedDict[int, deque[datetime]] = OrderedDict()

    def require_patience(self, telegram_id: int) -> None:
        """Refuse while there were too many wrong links within the last minutes.

        Raises:
            TooManyGuesses: `minutes` to wait.
        """
        lately = self._wrong.get(telegram_id)
        if lately is None or len(lately) < GUESSES:
            return
        left = lately[0] + timedelta(minutes=GUESS_MINUTES) - self._clock.now()
        if left > timedelta(0):
            raise TooManyGuesses(minutes=1 + int(left.total_seconds()) // 60)

    def note(self, telegram_id: int) -> None:
        """One more wrong link."""
        lately = self._wrong.pop(telegram_id, deque(maxlen=GUESSES))
        lately.append(self._clock.now())
        self._wrong[telegram_id] = lately
        if len(self._wrong) > _TOLD_APART:
            self._wrong.popitem(last=False)


async def require_organisation(
    connection: AsyncConnection, cluster_id: int, role: Role, organisation_id: int | None
) -> None:
    """Refuse a role that cannot be given on behalf of this organisation.

    Raises:
        Forbidden: the role is not given this way.
        OrganisationNeeded, OrganisationUnfit: none, or the wrong kind.
        NotFound: the organisation is not of this cluster.
    """
    if role not in GRANTABLE:
        raise Forbidden()
    if organisation_id is None:
        if needs_organisation(role):
            raise OrganisationNeeded()
        return
    organisation = await belonging.member(connection, cluster_id, organisation_id)
    if organisation is None:
        raise NotFound()
    if not fits(role, organisation.kind):
        raise OrganisationUnfit()


def _offered(found: Invitation) -> Membership:
    return Membership(found.cluster_id, found.organisation_id, found.role)


async def _has_role(connection: AsyncConnection, person_id: int, found: Invitation) -> bool:
    held = await roles.roles_of(connection, [person_id], cluster_id=found.cluster_id)
    return any(role.membership == _offered(found) for role in held)
