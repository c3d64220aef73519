"""Use cases of access requests: ask to be let in, decide."""

from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Membership, Permission, Role
from cluster.errors import Forbidden, NotFound, TooLong
from cluster.invitations import WAITING_LIMIT, AccessRequest, RequestState, RoleHeld, TooManyRequests
from cluster.people import GRANTABLE, MESSAGE_LIMIT, REASON_LIMIT, OrganisationNeeded, fits, needs_organisation
from services.base import Service, use_case
from services.clock import Clock
from services.invitations import require_organisation
from services.paging import Page, window
from services.people_notices import AccessDecided, AccessRequested
from storage import access_requests, audit, belonging, outbox, roles
from storage.belonging import ClusterChoice, OrganisationChoice
from storage.database import Database
from storage.outbox import Letter, Recipient


@dataclass(frozen=True, slots=True)
class Decision:
    """A request after a decision; `applied` is False when somebody had decided before."""

    request: AccessRequest
    applied: bool


class AccessRequestService(Service):
    """A guest asks, a coordinator of that cluster decides, the guest is told."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @use_case(Permission.CONSENTED)
    async def clusters(self, actor: Actor) -> list[ClusterChoice]:
        """Clusters one can ask to be let into."""
        async with self._db.read() as connection:
            return await belonging.all_clusters(connection)

    @use_case(Permission.CONSENTED)
    async def organisations(self, actor: Actor, cluster_id: int, role: Role) -> list[OrganisationChoice]:
        """Organisations of a cluster whose people can have this role."""
        async with self._db.read() as connection:
            found = await belonging.members(connection, cluster_id)
        return [organisation for organisation in found if fits(role, organisation.kind)]

    @use_case(Permission.CONSENTED)
    async def ask(
        self,
        actor: Actor,
        cluster_id: int,
        role: Role,
        organisation: int | str | None,
        *,
        message: str | None,
        draft_key: str,
    ) -> AccessRequest:
        """Ask to be let in; coordinators are told. The same form sent twice is one request.

        Args:
            organisation: an organisation of the cluster, or its name as typed when the list has none such.
            message: who one is and why; at most 500 characters.

        Raises:
            NotFound, OrganisationNeeded, OrganisationUnfit, TooLong: such a request cannot be made.
            RoleHeld: the person has this role.
            TooManyRequests: enough of this person's requests wait already.
        """
        if message is not None and len(message) > MESSAGE_LIMIT:
            raise TooLong(limit=MESSAGE_LIMIT, over=len(message) - MESSAGE_LIMIT)
        now = self._clock.now()
        async with self._db.write() as tx:
            known = await access_requests.by_draft(tx, draft_key)
            if known is not None:
                return known
            await self._check(tx, cluster_id, role, organisation)
            wanted = Membership(cluster_id, organisation if isinstance(organisation, int) else None, role)
            if not isinstance(organisation, str) and wanted in actor.memberships:
                raise RoleHeld()
            earlier = await access_requests.of_person(tx, actor.me)
            if sum(request.state is RequestState.WAITING for request in earlier) >= WAITING_LIMIT:
                raise TooManyRequests(limit=WAITING_LIMIT)
            request_id = await access_requests.add(
                tx,
                person_id=actor.me,
                cluster_id=cluster_id,
                role=role,
                organisation_id=organisation if isinstance(organisation, int) else None,
                organisation_text=organisation if isinstance(organisation, str) else None,
                message=message,
                created_at=now,
                draft_key=draft_key,
            )
            await audit.add(tx, actor.me, cluster_id, "access_requested", f"access_requests:{request_id}", now)
            notice = AccessRequested(request_id=request_id)
            deciders = await deciders_of(tx, cluster_id)
            await outbox.add_many(
                tx,
                [
                    Letter(notice, Recipient.person(one, cluster_id), now, f"access_requested:{request_id}:{one}")
                    for one in deciders
                ],
            )
            return await _found(tx, request_id)

    async def _check(self, tx: AsyncConnection, cluster_id: int, role: Role, organisation: int | str | None) -> None:
        if cluster_id not in {cluster.id for cluster in await belonging.all_clusters(tx)}:
            raise NotFound()
        if isinstance(organisation, str):
            if role not in GRANTABLE:
                raise Forbidden()
            return
        await require_organisation(tx, cluster_id, role, organisation)

    @use_case(Permission.CONSENTED)
    async def mine(self, actor: Actor) -> list[AccessRequest]:
        """The person's own requests, newest first."""
        async with self._db.read() as connection:
            return await access_requests.of_person(connection, actor.me)

    @use_case(Permission.MANAGE_PEOPLE)
    async def waiting(self, actor: Actor, number: int = 0) -> Page[AccessRequest]:
        """Requests to the current cluster that wait for a decision, oldest first."""
        async with self._db.read() as connection:
            found, total = await access_requests.waiting(connection, actor.here, **window(number))
        return Page(found, number, total)

    @use_case(Permission.CONSENTED)
    async def card(self, actor: Actor, request_id: int) -> AccessRequest:
        """One request to a cluster where the person decides, be it the current one or not.

        Raises:
            NotFound: none such, or not theirs to decide.
        """
        async with self._db.read() as connection:
            return await self._mine_to_decide(connection, actor, request_id)

    @use_case(Permission.CONSENTED)
    async def approve(
        self, actor: Actor, request_id: int, role: Role | None = None, organisation_id: int | None = None
    ) -> Decision:
        """Let somebody in, as asked or in another role or organisation.

        Raises:
            NotFound: none such, or not theirs to decide.
            OrganisationNeeded, OrganisationUnfit: the organisation was typed and has to be chosen, or does not fit.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            asked = await self._mine_to_decide(tx, actor, request_id)
            if asked.state is not RequestState.WAITING:
                return Decision(asked, applied=False)
            held = Membership(asked.cluster_id, organisation_id or asked.organisation_id, role or asked.role)
            if needs_organisation(held.role) and held.organisation_id is None:
                raise OrganisationNeeded()
            await require_organisation(tx, asked.cluster_id, held.role, held.organisation_id)
            membership_id, _ = await roles.grant(tx, asked.person_id, held, actor.me, now)
            await access_requests.decide(
                tx,
                request_id,
                RequestState.APPROVED,
                at=now,
                by=actor.me,
                role=held.role.value,
                organisation_id=held.organisation_id,
            )
            subject, details = f"access_requests:{request_id}", {"membership": membership_id}
            await audit.add(tx, actor.me, asked.cluster_id, "access_approved", subject, now, details)
            return await self._told(tx, request_id)

    @use_case(Permission.CONSENTED)
    async def refuse(self, actor: Actor, request_id: int, reason: str) -> Decision:
        """Do not let somebody in; the reason (at most 300 characters) goes to them.

        Raises:
            NotFound: none such, or not theirs to decide.
            TooLong: the reason.
        """
        if len(reason) > REASON_LIMIT:
            raise TooLong(limit=REASON_LIMIT, over=len(reason) - REASON_LIMIT)
        now = self._clock.now()
        async with self._db.write() as tx:
            asked = await self._mine_to_decide(tx, actor, request_id)
            if asked.state is not RequestState.WAITING:
                return Decision(asked, applied=False)
            await access_requests.decide(tx, request_id, RequestState.REFUSED, at=now, by=actor.me, reason=reason)
            subject = f"access_requests:{request_id}"
            await audit.add(tx, actor.me, asked.cluster_id, "access_refused", subject, now)
            return await self._told(tx, request_id)

    async def _told(self, tx: AsyncConnection, request_id: int) -> Decision:
        decided = await _found(tx, request_id)
        to = Recipient.person(decided.person_id, decided.cluster_id)
        key = f"access_decided:{request_id}"
        await outbox.add(tx, AccessDecided(request_id=request_id), to=to, at=self._clock.now(), key=key)
        return Decision(decided, applied=True)

    async def _mine_to_decide(self, connection: AsyncConnection, actor: Actor, request_id: int) -> AccessRequest:
        """A notice may come from a cluster the coordinator does not work in right now, so rights count there."""
        found = await access_requests.by_id(connection, request_id)
        if found is None or not replace(actor, cluster_id=found.cluster_id).can(Permission.MANAGE_PEOPLE):
            raise NotFound()
        return found


async def deciders_of(connection: AsyncConnection, cluster_id: int) -> list[int]:
    """Who decides about people of a cluster: its coordinators, without any the administrators."""
    coordinators = await roles.holders(connection, cluster_id, Role.COORDINATOR)
    return coordinators or await roles.holders(connection, None, Role.ADMINISTRATOR)


async def _found(connection: AsyncConnection, request_id: int) -> AccessRequest:
    found = await access_requests.by_id(connection, request_id)
    if found is None:
        raise NotFound()
    return found
