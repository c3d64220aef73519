"""Use cases of colleges: requests for practice and internships, their interns, clearances, wishes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from cluster.access import Actor, Permission, Role
from cluster.directory import OrganisationKind, Speciality
from cluster.errors import NotFound
from cluster.practice.acceptance import LIVE, Placement
from cluster.practice.listing import NewIntern, check_mark
from cluster.practice.refusals import ClearancePast, DaysReversed, MarkUnfit, RequestClosed
from cluster.practice.requests import WISHES, Clearance, ClearanceState, Intern, Request, RequestState
from services.base import Service, use_case
from services.clock import Clock
from services.paging import Page, window
from services.practice import ending, letters
from services.practice.freed import Freed, Refilling
from services.practice.scope import require_own, scope, today
from storage import audit, directory, people
from storage import practice as base
from storage import practice_placements as records
from storage import practice_requests as queries
from storage.database import Database
from storage.schema.practice import practice_requests


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A request with a page of its interns, and where each stands: their live or last placement.

    Args:
        proposed: how many proposals to others followed, when seats came free just now.
    """

    request: Request
    interns: Page[Intern]
    placements: Mapping[int, Placement]
    waiting: int
    is_own: bool
    proposed: int = 0


@dataclass(frozen=True, slots=True)
class InternCard:
    """An intern as the college and the coordinator see them.

    Args:
        name: of the person in the bot, for the college only.
        wishes: short names of enterprises, the most wanted first.
        is_own: the college's own; only then `own_mark` and clearances are shown and changed.
        proposed: see `RequestCard`.
    """

    intern: Intern
    request: Request
    name: str | None
    wishes: Sequence[str]
    placement: Placement | None
    is_own: bool
    proposed: int = 0


class RequestService(Service):
    """What a college does; coordinators act for all."""

    def __init__(self, db: Database, clock: Clock, refill: Refilling) -> None:
        self._db = db
        self._clock = clock
        self._refill = refill

    @use_case(Permission.REQUEST_PRACTICE)
    async def colleges(self, actor: Actor) -> Sequence[tuple[int, str]]:
        """Colleges the person may ask for: ids and short names."""
        async with self._db.read() as connection:
            return await colleges(connection, actor)

    @use_case(Permission.REQUEST_PRACTICE)
    async def specialities(self, actor: Actor, organisation_id: int) -> Sequence[Speciality]:
        """What a college teaches, by code; all of the cluster where nothing is known of it.

        Raises:
            NotFound, Forbidden: the college is not here, or somebody else's.
        """
        require_own(actor, Role.COLLEGE, organisation_id)
        async with self._db.read() as connection:
            if organisation_id not in dict(await colleges(connection, actor)):
                raise NotFound()
            taught = await directory.specialities_of(connection, actor.here, organisation_id)
            return taught or await directory.specialities_of(connection, actor.here)

    @use_case(Permission.REQUEST_PRACTICE)
    async def enterprises(self, actor: Actor) -> Sequence[tuple[int, str]]:
        """Enterprises of the cluster, to be wished for: ids and short names."""
        async with self._db.read() as connection:
            found, _ = await directory.organisations_of(
                connection, actor.here, kind=OrganisationKind.ENTERPRISE, limit=500
            )
            return [(one.id, one.short_name) for one in found]

    @use_case(Permission.REQUEST_PRACTICE)
    async def towns(self, actor: Actor) -> Sequence[str]:
        """Towns where places are offered, by name."""
        async with self._db.read() as connection:
            return await base.towns(connection, actor.here)

    @use_case(Permission.REQUEST_PRACTICE)
    async def requests(self, actor: Actor, number: int = 0) -> tuple[Page[Request], Mapping[int, tuple[int, int]]]:
        """A page of requests, with how many interns each has and how many of them wait."""
        span = window(number)
        async with self._db.read() as connection:
            found, total = await queries.requests(
                connection,
                actor.here,
                organisations=scope(actor, Role.COLLEGE),
                limit=span["limit"],
                offset=span["offset"],
            )
            counted = await queries.waiting_counts(connection, [one.id for one in found])
        return Page(found, max(0, number), total), counted

    @use_case(Permission.REQUEST_PRACTICE)
    async def look(self, actor: Actor, request_id: int, number: int = 0) -> RequestCard:
        """A request with its interns.

        Raises:
            NotFound, Forbidden: it is not here, or somebody else's.
        """
        async with self._db.read() as connection:
            return await self._card(connection, actor, request_id, number)

    @use_case(Permission.REQUEST_PRACTICE)
    async def ask(self, actor: Actor, new: Request, draft_key: str, copy_of: int | None = None) -> RequestCard:
        """Ask for practice; the same draft twice is one request.

        Args:
            copy_of: an earlier request whose interns come along, with their wishes and towns, without clearances.

        Raises:
            DaysReversed: the last day is before the first.
            NotFound, Forbidden: the college or the earlier request is not here, or somebody else's.
        """
        if new.period.last < new.period.first:
            raise DaysReversed()
        require_own(actor, Role.COLLEGE, new.organisation_id)
        async with self._db.write() as tx:
            if new.organisation_id not in dict(await colleges(tx, actor)):
                raise NotFound()
            made = await base.made_of(tx, practice_requests, draft_key)
            if made is None:
                made = await self._insert(tx, actor, new, draft_key)
                if copy_of is not None:
                    earlier = await own_request(tx, actor, copy_of)
                    found, _ = await queries.interns(tx, actor.here, request_id=earlier.id)
                    interns = [
                        NewIntern(one.own_mark, one.birth_year, one.town, (), one.wishes, one.towns)
                        for one in found
                        if not one.is_out
                    ]
                    await insert_interns(tx, actor, made, interns, self._clock)
            return await self._card(tx, actor, made)

    @use_case(Permission.REQUEST_PRACTICE)
    async def withdraw(self, actor: Actor, request_id: int) -> RequestCard:
        """Take a request back: its placements end, all sides are told, its interns are matched no more.

        Seats that come free go to those who wait, at once.
        """
        freed: Sequence[Freed] = ()
        async with self._db.write() as tx:
            request = await own_request(tx, actor, request_id)
            if request.state is RequestState.OPEN:
                now = self._clock.now()
                await queries.change_request(tx, request_id, state=RequestState.WITHDRAWN.value)
                found, _ = await queries.interns(tx, actor.here, request_id=request_id)
                freed = await ending.withdraw(tx, actor.here, [one.id for one in found], now, actor.me)
                subject = f"practice_requests:{request_id}"
                await audit.add(tx, actor.me, actor.here, "practice_request_withdrawn", subject, now)
            card = await self._card(tx, actor, request_id)
        return replace(card, proposed=await self._refill(freed))

    @use_case(Permission.REQUEST_PRACTICE)
    async def add_intern(self, actor: Actor, request_id: int, new: NewIntern) -> InternCard:
        """Add one intern; the college's own number again is the same intern.

        Raises:
            MarkUnfit: the number cannot be kept; data: `fault`.
            RequestClosed: the request is over.
        """
        fault = check_mark(new.own_mark)
        if fault is not None:
            raise MarkUnfit(fault=fault.value)
        enterprises = {one for one, _ in await self.enterprises(actor)}
        async with self._db.write() as tx:
            request = await own_request(tx, actor, request_id)
            require_open(request)
            known, _ = await queries.interns(tx, actor.here, request_id=request_id)
            same = next((one.id for one in known if one.own_mark == new.own_mark), None)
            if same is None:
                wishes = tuple(one for one in dict.fromkeys(new.wishes) if one in enterprises)[:WISHES]
                (same,) = await insert_interns(tx, actor, request_id, [replace(new, wishes=wishes)], self._clock)
            return await self._intern(tx, actor, same)

    @use_case(Permission.SEE_PRACTICE)
    async def intern(self, actor: Actor, intern_id: int) -> InternCard:
        """An intern, for their college and for coordinators.

        Raises:
            NotFound: no such intern for this person.
        """
        async with self._db.read() as connection:
            card = await self._intern(connection, actor, intern_id)
        if not card.is_own and not actor.can(Permission.MANAGE_PRACTICE):
            raise NotFound()
        return card

    @use_case(Permission.REQUEST_PRACTICE)
    async def set_clearance(self, actor: Actor, intern_id: int, clearance: Clearance) -> InternCard:
        """Note how far a clearance is; the college is pinged before it runs out, or after the appointment.

        Raises:
            ClearancePast: it is valid until a day in the past, or the appointment was before today.
        """
        if clearance.state is not ClearanceState.MISSING:
            if clearance.on is None or clearance.on < today(actor, self._clock):
                raise ClearancePast()
        else:
            clearance = replace(clearance, on=None)
        async with self._db.write() as tx:
            card = await self._own_intern(tx, actor, intern_id)
            if card.intern.clearance(clearance.kind) == clearance:
                return card
            now = self._clock.now()
            await queries.set_clearances(tx, [(intern_id, clearance)])
            await letters.ping_clearance(tx, card.request, intern_id, clearance, now)
            details = {"kind": clearance.kind.value, "state": clearance.state.value}
            subject = f"practice_interns:{intern_id}"
            await audit.add(tx, actor.me, actor.here, "practice_clearance_set", subject, now, details)
            return await self._intern(tx, actor, intern_id)

    @use_case(Permission.REQUEST_PRACTICE)
    async def set_wishes(
        self, actor: Actor, intern_id: int, wishes: Sequence[int], towns: Sequence[str] = ()
    ) -> InternCard:
        """Note up to five wishes, the most wanted first; what is no enterprise of the cluster is left out.

        Args:
            towns: where the intern can go at all; empty: anywhere.
        """
        known = {one for one, _ in await self.enterprises(actor)}
        chosen = [one for one in dict.fromkeys(wishes) if one in known][:WISHES]
        async with self._db.write() as tx:
            await self._own_intern(tx, actor, intern_id)
            await queries.change_intern(tx, intern_id, wishes=chosen, towns=list(towns))
            await self._note_intern(tx, actor, "practice_intern_changed", intern_id)
            return await self._intern(tx, actor, intern_id)

    @use_case(Permission.REQUEST_PRACTICE)
    async def people(self, actor: Actor, intern_id: int) -> Sequence[tuple[int, str]]:
        """Interns in the bot of this intern's college who are linked to nobody yet: ids and names."""
        async with self._db.read() as connection:
            card = await self._own_intern(connection, actor, intern_id)
            return await queries.intern_people(connection, actor.here, card.request.organisation_id)

    @use_case(Permission.REQUEST_PRACTICE)
    async def link(self, actor: Actor, intern_id: int, person_id: int) -> InternCard:
        """Say which person in the bot an intern is, so that they see their place and answer themselves."""
        async with self._db.write() as tx:
            card = await self._own_intern(tx, actor, intern_id)
            if person_id not in dict(await queries.intern_people(tx, actor.here, card.request.organisation_id)):
                raise NotFound()
            await queries.change_intern(tx, intern_id, person_id=person_id)
            await self._note_intern(tx, actor, "practice_intern_changed", intern_id)
            return await self._intern(tx, actor, intern_id)

    @use_case(Permission.REQUEST_PRACTICE)
    async def leave(self, actor: Actor, intern_id: int) -> InternCard:
        """The intern is out of the request: their placement ends, the other sides are told. Twice changes nothing.

        The seat that comes free goes to somebody who waits, at once.
        """
        freed: Sequence[Freed] = ()
        async with self._db.write() as tx:
            card = await self._own_intern(tx, actor, intern_id)
            if not card.intern.is_out:
                await queries.change_intern(tx, intern_id, is_out=True)
                freed = await ending.withdraw(tx, actor.here, [intern_id], self._clock.now(), actor.me)
                await self._note_intern(tx, actor, "practice_intern_left", intern_id)
            card = await self._intern(tx, actor, intern_id)
        return replace(card, proposed=await self._refill(freed))

    async def _insert(self, tx: AsyncConnection, actor: Actor, new: Request, draft_key: str) -> int:
        now = self._clock.now()
        values = {
            "cluster_id": actor.here,
            "organisation_id": new.organisation_id,
            "code": new.code,
            "programme": new.programme,
            "kind": new.kind.value,
            "first_day": new.period.first,
            "last_day": new.period.last,
            "contracts": sorted(form.value for form in new.contracts),
            "state": RequestState.OPEN.value,
            "draft_key": draft_key,
            "created_by": actor.me,
            "created_at": now,
        }
        request_id = await base.insert_once(tx, practice_requests, values)
        subject = f"practice_requests:{request_id}"
        await audit.add(tx, actor.me, actor.here, "practice_requested", subject, now)
        return request_id

    async def _card(self, connection: AsyncConnection, actor: Actor, request_id: int, number: int = 0) -> RequestCard:
        request = await own_request(connection, actor, request_id)
        span = window(number)
        found, total = await queries.interns(
            connection, actor.here, request_id=request_id, limit=span["limit"], offset=span["offset"]
        )
        placements = await latest(connection, actor.here, [one.id for one in found])
        counted = await queries.waiting_counts(connection, [request_id])
        waiting = counted.get(request_id, (0, 0))[1] if request.state is RequestState.OPEN else 0
        return RequestCard(request, Page(found, max(0, number), total), placements, waiting, is_own=True)

    async def _own_intern(self, connection: AsyncConnection, actor: Actor, intern_id: int) -> InternCard:
        card = await self._intern(connection, actor, intern_id)
        require_own(actor, Role.COLLEGE, card.request.organisation_id)
        return card

    async def _intern(self, connection: AsyncConnection, actor: Actor, intern_id: int) -> InternCard:
        found = await queries.intern(connection, actor.here, intern_id)
        request = await queries.request(connection, actor.here, found.request_id) if found else None
        if found is None or request is None:
            raise NotFound()
        own = request.organisation_id in actor.organisations(Role.COLLEGE) or actor.can(Permission.MANAGE_PRACTICE)
        known = await people.person(connection, found.person_id) if found.person_id and own else None
        names = dict(await base.organisation_names(connection, found.wishes))
        placements = await latest(connection, actor.here, [intern_id])
        wishes = [names[one] for one in found.wishes if one in names]
        return InternCard(found, request, known.name if known else None, wishes, placements.get(intern_id), own)

    async def _note_intern(self, tx: AsyncConnection, actor: Actor, action: str, intern_id: int) -> None:
        await audit.add(tx, actor.me, actor.here, action, f"practice_interns:{intern_id}", self._clock.now())


async def colleges(connection: AsyncConnection, actor: Actor) -> Sequence[tuple[int, str]]:
    """Colleges somebody acts for, or all of them for a coordinator: ids and short names."""
    found, _ = await directory.organisations_of(connection, actor.here, kind=OrganisationKind.COLLEGE, limit=500)
    own = scope(actor, Role.COLLEGE)
    return [(one.id, one.short_name) for one in found if own is None or one.id in own]


async def own_request(connection: AsyncConnection, actor: Actor, request_id: int) -> Request:
    """A request of the actor's own college, any for coordinators.

    Raises:
        NotFound, Forbidden: it is not here, or somebody else's.
    """
    found = await queries.request(connection, actor.here, request_id)
    if found is None:
        raise NotFound()
    require_own(actor, Role.COLLEGE, found.organisation_id)
    return found


def require_open(request: Request) -> None:
    """Refuse changes of a request that is over.

    Raises:
        RequestClosed: it is.
    """
    if request.state is not RequestState.OPEN:
        raise RequestClosed()


async def insert_interns(
    tx: AsyncConnection, actor: Actor, request_id: int, new: Sequence[NewIntern], clock: Clock
) -> list[int]:
    """Store interns with their clearances; pings are planned. Gives their ids."""
    now = clock.now()
    request = await queries.request(tx, actor.here, request_id)
    assert request is not None
    rows = [
        {
            "cluster_id": actor.here,
            "request_id": request_id,
            "own_mark": one.own_mark,
            "person_id": None,
            "birth_year": one.birth_year,
            "town": one.town,
            "towns": list(one.towns),
            "wishes": list(one.wishes),
            "waiting_since": now,
            "is_out": False,
        }
        for one in new
    ]
    ids = await queries.add_interns(tx, rows) if rows else []
    held = [(intern_id, clearance) for intern_id, one in zip(ids, new, strict=True) for clearance in one.clearances]
    await queries.set_clearances(tx, held)
    await letters.ping_clearances(tx, actor.here, request.organisation_id, held, now)
    details = {"interns": len(ids)}
    subject = f"practice_requests:{request_id}"
    await audit.add(tx, actor.me, actor.here, "practice_interns_added", subject, now, details)
    return ids


async def latest(connection: AsyncConnection, cluster_id: int, intern_ids: Collection[int]) -> dict[int, Placement]:
    """The live placement of each intern, else the last one."""
    found, _ = await records.placements(connection, cluster_id, intern_ids=intern_ids)
    chosen: dict[int, Placement] = {}
    for one in sorted(found, key=lambda one: (one.state in LIVE, one.id)):
        chosen[one.intern_id] = one
    return chosen
